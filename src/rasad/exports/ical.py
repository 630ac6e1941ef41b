"""Events as iCalendar (RFC 5545), for calendars."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import BinaryIO

from rasad.sharing.words import counts, day, title
from rasad.store.stories import Story, stories

DESCRIPTION = "a calendar; an interval of up to 31 days is one entry over all of them, a longer one is left out"
EXTENSION = "ics"

LONGEST = 31
"""Days of an entry: a month that is not known better; longer ones would cover everything else."""
_OCTETS = 75
"""Of a line; a longer one is folded."""
_NEVER = "19700101T000000Z"
"""When an entry was made, where no page has a day: the format wants something, and no clock is asked."""


def write(db: sqlite3.Connection, out: BinaryIO) -> tuple[str, ...]:
    """Write one calendar."""
    out.write(_lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rasad//Events//EN", "CALSCALE:GREGORIAN"))
    left = 0
    for story in stories(db):
        days = _days(story)
        left += days is None
        if days:
            out.write(_lines(*_entry(story, *days)))
    out.write(_lines("END:VCALENDAR"))
    return (f"{left} events are left out: their days are unknown, open or more than {LONGEST}",) if left else ()


def _days(story: Story) -> tuple[date, date] | None:
    ends = story.event.date.earliest, story.event.date.latest
    if not ends[0] or not ends[1]:
        return None
    first, last = date.fromisoformat(ends[0]), date.fromisoformat(ends[1])
    return (first, last) if (last - first).days < LONGEST else None


def _entry(story: Story, first: date, last: date) -> Iterator[str]:
    event, pages = story.event, [one.entry.record for one in story.told]
    seen = max((page.published or page.retrieved or "" for page in pages), default="")[:10].replace("-", "")
    between = f" (one day of {day(event.date)})" if first != last else ""
    yield from ("BEGIN:VEVENT", f"UID:{event.id}@rasad", f"DTSTAMP:{f'{seen}T000000Z' if len(seen) == 8 else _NEVER}")
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(title(event) + between)}"
    yield f"DESCRIPTION:{_text(counts(event))}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"CATEGORIES:{event.type}"
    if event.status in ("planned", "hypothetical"):
        yield "STATUS:TENTATIVE"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _text(value: str) -> str:
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return " ".join(value.split())


def _lines(*lines: str) -> bytes:
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    """Fold a line, never inside a character."""
    parts, at, room = [], 0, _OCTETS
    while len(line) - at > room:
        end = at + room
        while line[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(line[at:end])
        at, room = end, _OCTETS - 1
    return b"\r\n ".join([*parts, line[at:]])
