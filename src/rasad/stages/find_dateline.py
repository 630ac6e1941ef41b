"""Find the date of the dateline that opens an article, and hold it against the page's own day."""

import re
from datetime import date

from msgspec.structs import replace

from rasad.dates.calendars import iso
from rasad.dates.resolve import full_days
from rasad.model import DateMention, Document, Mark, Note, PageDate
from rasad.packs import Packs
from rasad.tokens import WORD

_DOUBT = 3
"""Days by which a dateline may differ from publication: those of a night and a weekend."""
_BEFORE = 40
"""Code points before the date: a city, an agency, the date in another calendar."""
_CITIES = ("place", "country")
"""Marks of cities; a capital is a name of its country, too."""
_HEAD = 3
"""Sentences among which the dateline stands: a short one on a line of its own looks like a heading."""
_MOST_WORDS = 3
"""Words before the first date: a city and an agency; a clause has more."""
_AFTER = 16
"""Code points behind the date in which the agency or the stroke stands that ends a dateline."""
_STROKE = re.compile(r"[\s)\]]*(?:[-–—:/(]|$)")


def find_dateline(doc: Document, packs: Packs) -> Document:
    """Take the date of a dateline («الرياض 27 سبتمبر 2023 واس») for the day of publication, where nothing else says it.

    Where the page has another day of publication, or was seen before, a note names both.
    """
    line = _dateline(doc, packs)
    if line is None:
        return doc
    own = PageDate("published", iso(line[1]), line[0].rule, (line[0].start, line[0].end))
    if why := _fault(own, doc.page_dates):
        note = Note(line[0].start, line[0].end, f"dateline {own.day} ({own.rule}): {why}; one of the two is wrong")
        return replace(doc, notes=(*doc.notes, note))
    if any(known.kind == "published" for known in doc.page_dates):
        return doc
    return replace(doc, page_dates=(*doc.page_dates, own))


def _dateline(doc: Document, packs: Packs) -> tuple[DateMention, int] | None:
    """Give the last full date at the head of the article behind which an agency or a stroke stands."""
    for number, sentence in enumerate(doc.sentences[:_HEAD]):
        if number == 0 and sentence.part == "title":
            continue
        near = [m for m in doc.dates if sentence.start <= m.start <= sentence.start + _BEFORE]
        if near and _opens(doc, sentence.start, near[0].start, packs):
            found = [(mention, day) for mention, day in full_days(near) if _ends(doc, mention.end, packs)]
            return found[-1] if found else None
    return None


def _opens(doc: Document, start: int, end: int, packs: Packs) -> bool:
    """Tell whether a city or an agency, and little else, stands before the first date."""
    named = any(
        start <= mark.start and mark.end <= end and (mark.kind in _CITIES or _is_carrier(mark, packs))
        for mark in doc.marks
    )
    return named and len(WORD.findall(doc.reading, start, end)) <= _MOST_WORDS


def _ends(doc: Document, at: int, packs: Packs) -> bool:
    """Tell whether the dateline ends behind a date."""
    if _STROKE.match(doc.reading[at : at + _AFTER].split("\n")[0]):
        return True
    return any(at <= mark.start <= at + _AFTER and _is_carrier(mark, packs) for mark in doc.marks)


def _is_carrier(mark: Mark, packs: Packs) -> bool:
    return mark.kind == "org" and packs.register.organisations[mark.cells["id"]].is_carrier


def _fault(own: PageDate, known: tuple[PageDate, ...]) -> str | None:
    day = date.fromisoformat(own.day)
    for other in known:
        apart = (day - date.fromisoformat(other.day)).days
        if other.kind == "published" and abs(apart) > _DOUBT:
            return f"contradicts published {other.day} ({other.rule})"
        if other.kind == "retrieved" and apart > 1:
            return f"lies after the page was seen, {other.day} ({other.rule})"
    return None
