"""Find the date expressions of the article, and the dates of the page itself."""

from msgspec.structs import replace

from rasad.dates.expressions import read_dates
from rasad.dates.solver import full_days, iso
from rasad.model import DateMention, Document, PageDate
from rasad.packs import Packs
from rasad.packs.rows import Row, read_rows
from rasad.tokens import fold

_CUE_REACH = 30
"""Code points before a date in which a word such as «published» tells what the date is."""


def find_dates(doc: Document, packs: Packs) -> Document:
    """Find what was written of dates; those in the page's furniture are the page's own, never the events'."""
    if doc.lang not in packs.lexicons or doc.map is None:
        return doc
    found = read_dates(doc.reading, doc.folded, doc.lang)
    spans = [(s.start, s.end) for s in doc.sentences]
    inside = tuple(d for d in found if any(start <= d.start and d.end <= end for start, end in spans))
    outside = [d for d in found if d not in set(inside)]
    shown = [_page_date(doc, d, day) for d, day in full_days(outside)]
    return replace(doc, dates=inside, page_dates=_distinct([*_captured(doc), *shown, *_told_today(doc, inside)]))


def _captured(doc: Document) -> list[PageDate]:
    """Give the dates known from outside the text."""
    outside = doc.page.outside
    dates = list(doc.page.dates)
    if outside.published:
        dates.append(PageDate("published", outside.published[:10], "outside:published"))
    if outside.retrieved_at:
        dates.append(PageDate("retrieved", outside.retrieved_at[:10], "outside:retrieved_at"))
    return dates


def _page_date(doc: Document, mention: DateMention, day: int) -> PageDate:
    """Judge a date of the page's furniture.

    A word before it may say that it is the day of publication or change. A weekday with a date above the headline is the
    clock of a banner, which shows the day of the visit; any other is taken for a dateline.
    """
    assert doc.map is not None
    before = doc.folded[max(0, mention.start - _CUE_REACH) : mention.start]
    cue = next((row for row in _cues(doc.lang) if fold(row["form"]) in before), None)
    if cue is not None:
        return PageDate(cue["kind"], iso(day), cue.rule, doc.map.back(mention.start, mention.end))
    above = not doc.sentences or mention.end <= doc.sentences[0].start
    kind = "retrieved" if above and mention.weekday is not None else "published"
    return PageDate(kind, iso(day), mention.rule, doc.map.back(mention.start, mention.end))


def _told_today(doc: Document, inside: tuple[DateMention, ...]) -> list[PageDate]:
    """Read «today, Thursday 8 June 2017» as the day of publication."""
    assert doc.map is not None
    return [
        PageDate("published", iso(day), m.rule, doc.map.back(m.start, m.end))
        for m, day in full_days(inside) if m.offset == 0 and m.unit == "day"
    ][:1]  # fmt: skip


def _distinct(dates: list[PageDate]) -> tuple[PageDate, ...]:
    """Keep one date of each kind and day, in the order found."""
    return tuple({(d.kind, d.day): d for d in reversed(dates)}.values())[::-1]


def _cues(lang: str) -> tuple[Row, ...]:
    return read_rows(f"{lang}/page_dates.tsv")
