"""Events as JSON for TimelineJS. No `language` is set: TimelineJS names the months of `fa` wrongly."""

import sqlite3
from datetime import date as _date
from html import escape
from typing import Any, BinaryIO

from rasad.model import DateInterval
from rasad.sharing.cells import bare, json_page
from rasad.sharing.words import counts, day, quote, title
from rasad.store.stories import Story, stories

DESCRIPTION = "a timeline for TimelineJS; an interval is shown as such; events not known to a year are left out"
EXTENSION = "json"

_YEAR = 366
_day = _date.fromisoformat


def write(db: sqlite3.Connection, out: BinaryIO) -> tuple[str, ...]:
    """Write the timeline."""
    told = list(stories(db))
    slides = [_slide(story) for story in told if _known(story.event.date)]
    about = {"headline": "Events read by Rasad", "text": "As pages tell them; the number of pages is no proof."}
    out.write(json_page({"title": {"text": about}, "scale": "human", "events": slides}))
    left = len(told) - len(slides)
    return (f"{left} events are left out: their days are unknown or more than a year apart",) if left else ()


def _known(date: DateInterval) -> bool:
    """Tell whether the days are known at least to a year; a bar over a century would say nothing."""
    ends = date.earliest, date.latest
    return bool(ends[0] and ends[1] and (_day(ends[1]) - _day(ends[0])).days <= _YEAR)


def _slide(story: Story) -> dict[str, Any]:
    event, first = story.event, story.told[0] if story.told else None
    said = f'<blockquote dir="auto">{escape(quote(first))}</blockquote>' if first else ""
    return {
        "unique_id": event.id,
        **_dates(event.date),
        "display_date": day(event.date),
        "group": event.type,
        "text": {"headline": escape(title(event)), "text": f"<p>{escape(counts(event))}</p>{said}"},
    }


def _dates(date: DateInterval) -> dict[str, Any]:
    """Give the days as TimelineJS takes them: a month or year as such, another interval with both its ends."""
    written = day(date).split("-")
    if "/" not in day(date):
        return {"start_date": dict(zip(("year", "month", "day"), map(int, written), strict=False))}
    ends = ((date.earliest or "").split("-"), (date.latest or "").split("-"))
    first, last = (dict(zip(("year", "month", "day"), map(int, end), strict=True)) for end in ends)
    return bare({"start_date": first, "end_date": last})
