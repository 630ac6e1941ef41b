"""An event in words of ours: who and what, never more than its pages say, and never without saying that they say it."""

from collections.abc import Sequence

from rasad.dates.solver import edtf
from rasad.model import DateInterval
from rasad.store.evidence import Told
from rasad.store.queries import EventLine, PartyLine

SHOWN = 3
"""Parties named in a title; the rest are counted."""


def title(event: EventLine) -> str:
    """Name an event: parties, type and mode, place, and a status that is not `actual`."""
    who = parties(event.actors) or "somebody"
    whom = f" → {parties(event.recipients)}" if event.recipients else ""
    where = f" in {event.place}" if event.place else ""
    status = "" if event.status == "actual" else f" ({event.status})"
    return f"{deed(event)}: {who}{whom}{where}{status}"


def deed(event: EventLine) -> str:
    """Write type and mode as one word."""
    return f"{event.type}/{event.mode}" if event.mode else event.type


def parties(some: Sequence[PartyLine]) -> str:
    """Name the first parties and count the rest."""
    names = ", ".join(one.name for one in some[:SHOWN])
    return f"{names} and {len(some) - SHOWN} more" if len(some) > SHOWN else names


def day(date: DateInterval | None) -> str:
    """Write a date as EDTF, or say that it is unknown."""
    return (edtf(date) if date else "") or "undated"


def single_day(date: DateInterval) -> str | None:
    """Give the day, if one day is left; an interval is no day."""
    return date.earliest if date.earliest and date.earliest == date.latest else None


def counts(event: EventLine) -> str:
    """Say what an event rests on; counts, no judgement."""
    some = (counted(event.pages, "page"), counted(event.outlets, "outlet"), counted(event.origins, "stated origin"))
    against = f", {counted(event.contradictions, 'contradiction')}" if event.contradictions else ""
    return f"according to {some[0]} ({some[1]}, {some[2]}{against})"


def quote(told: Told) -> str:
    """Give the sentence-like stretch of the page around the words that tell the event."""
    text, (start, end) = told.entry.page.text, told.report.trigger
    first = max((text.rfind(mark, 0, start) for mark in _ENDS), default=-1) + 1
    stops = [at for mark in _ENDS if (at := text.find(mark, end)) >= 0]
    last = min(stops, default=len(text) - 1) + 1
    return " ".join(text[max(first, start - _FAR) : min(last, end + _FAR)].split())


_ENDS = (". ", ".\n", "\n", "؟", "!", "؛")
_FAR = 300
"""Characters on each side of the words that a quotation may take; a sentence without end is cut there."""


def defanged(url: str) -> str:
    """Write an address so that nothing opens it by mistake.

    >>> defanged("https://a.example.org/x")
    'hxxps://a[.]example[.]org/x'
    """
    scheme, found, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.replace('http', 'hxxp')}{found}{host.replace('.', '[.]')}{slash}{path}"


def web_address(url: str | None) -> str:
    """Give an address that a browser may follow, and nothing else."""
    return url if url and url.startswith(("http://", "https://")) else ""


def counted(number: int, noun: str) -> str:
    """Count things.

    >>> counted(1, "page"), counted(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
