"""The page's own dates: published, modified, retrieved; each with its evidence, and the impossible ones apart."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from rasad.dates.addresses import address_day
from rasad.dates.calendars import iso
from rasad.dates.written import day_written
from rasad.model import Note, Page, PageDate

_FROM_ROWS = "packs/"
"""So begin the rules of dates read in the text or in the address. All others are declared by capture or markup."""
_ZONE_DOUBT = 1
"""Days: a capture dated in one zone may precede a publication dated in another."""
_TODAY_DOUBT = 3
"""Days by which an article's «today» may differ from its publication: those of a night and a weekend."""


class Judged(Struct, frozen=True):
    """The dates of the page that may be, the most trusted of each kind first, and what was left out."""

    dates: tuple[PageDate, ...]
    notes: tuple[Note, ...]


def captured_dates(page: Page) -> Judged:
    """Give what is known from outside the text: metadata, markup, then the address."""
    outside = page.outside
    dates: list[PageDate] = []
    notes: list[Note] = []
    for kind, field, written in (
        ("published", "published", outside.published),
        ("retrieved", "retrieved_at", outside.retrieved_at),
    ):
        day = day_written(written) if written else None
        if day is not None:
            dates.append(PageDate(kind, iso(day), f"outside:{field}"))
        elif written and written.strip():
            notes.append(Note(0, 0, f"{field} {written[:60]!r} is no date that can be understood; left out"))
    dates += page.dates
    named = address_day(outside.url) if outside.url else None
    if named is not None:
        dates.append(PageDate("published", iso(named[0]), named[1]))
    return Judged(tuple(dates), tuple(notes))


def judge(found: Iterable[PageDate], today: Sequence[PageDate]) -> Judged:
    """Set the impossible dates of a page apart: published after it was seen, or on another day than better evidence.

    What a site declares comes first, then what the text names as its own day, `today`, then address and furniture:
    in 27 of 27 contradictions that we looked at the site was right, the text had mostly last year's number in January.
    """
    found = list(found)
    declared = [d for d in found if not d.rule.startswith(_FROM_ROWS)]
    dates = _distinct([*declared, *today, *found])
    seen = [_day(d) for d in declared if d.kind == "retrieved"] or [_day(d) for d in dates if d.kind == "retrieved"]
    kept: list[PageDate] = []
    notes: list[Note] = []
    for known in dates:
        why = _fault(known, max(seen, default=None), kept)
        if why:
            start, end = known.span or (0, 0)
            notes.append(Note(start, end, f"{known.kind} {known.day} ({known.rule}): {why}; not used"))
        else:
            kept.append(known)
    return Judged(tuple(kept), tuple(notes))


def _fault(known: PageDate, seen: int | None, kept: Sequence[PageDate]) -> str | None:
    """Say why a date cannot be what it is taken for."""
    if seen is not None and _day(known) > seen + _ZONE_DOUBT:
        return f"lies after the page was seen, {iso(seen)}"
    if known.kind == "retrieved":
        return None
    first = next((d for d in kept if d.kind == "published"), None)
    if known.kind == "published" and first is not None and abs(_day(known) - _day(first)) > _TODAY_DOUBT:
        return f"contradicts {first.day} ({first.rule})"
    if known.kind == "modified" and first is not None and _day(known) < _day(first) - _ZONE_DOUBT:
        return f"lies before the page was published, {first.day}"
    return None


def _distinct(dates: Iterable[PageDate]) -> tuple[PageDate, ...]:
    """Keep one date of each kind and day, in the order found."""
    kept: dict[tuple[str, str], PageDate] = {}
    for known in dates:
        kept.setdefault((known.kind, known.day), known)
    return tuple(kept.values())


def _day(known: PageDate) -> int:
    return date.fromisoformat(known.day).toordinal()
