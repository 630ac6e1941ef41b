"""Find the date expressions of the article, and the dates of the page itself."""

from msgspec.structs import replace

from rasad.dates.calendars import iso
from rasad.dates.clock import read_clocks
from rasad.dates.expressions import read_dates
from rasad.dates.page_dates import captured_dates, judge
from rasad.dates.resolve import full_days
from rasad.model import DateMention, Document, PageDate
from rasad.packs import Packs
from rasad.packs.rows import Row, read_rows
from rasad.tokens import fold
from rasad.within import Cover

_CUE_REACH = 30
"""Code points before a date in which a word such as «published» tells what the date is."""
_NAMES = ("org", "person", "place")
"""Marks of known names: a date inside of one is part of it («Russia Today»)."""
_NEAR_TODAY = 2
"""Days before the page's day that a full date may be named by («yesterday, 7 June 2017»)."""


def find_dates(doc: Document, packs: Packs) -> Document:
    """Find what was written of dates; those in the page's furniture are the page's own, never the events'."""
    outside = captured_dates(doc.page)
    if doc.lang not in packs.lexicons or doc.map is None:
        judged = judge(outside.dates, ())
        return replace(doc, page_dates=judged.dates, notes=(*doc.notes, *outside.notes, *judged.notes))
    spans = [(s.start, s.end) for s in doc.sentences]
    found = read_dates(doc.reading, doc.folded, doc.lang, spans)
    names, told = Cover((m.core, None) for m in doc.marks if m.kind in _NAMES), Cover((span, None) for span in spans)
    found = tuple(d for d in found if not names.opened_before((d.start, d.end)))
    inside = tuple(d for d in found if told.around((d.start, d.end)))
    within = set(inside)
    shown = [_page_date(doc, d, day) for d, day in full_days([d for d in found if d not in within])]
    judged = judge([*outside.dates, *_labelled_first(shown)], _told_today(doc, inside))
    clocks = read_clocks(doc.folded, doc.lang, spans)
    notes = (*doc.notes, *outside.notes, *judged.notes)
    return replace(doc, dates=inside, clocks=clocks, page_dates=judged.dates, notes=notes)


def _page_date(doc: Document, mention: DateMention, day: int) -> tuple[bool, PageDate]:
    """Judge a date of the page's furniture, and whether a word before it says what it is.

    The word may say that it is the day of publication or change. A weekday with a date above the headline is the
    clock of a banner, which shows the day of the visit; any other is taken for a dateline.
    """
    span = (mention.start, mention.end)
    before = doc.folded[max(0, mention.start - _CUE_REACH) : mention.start]
    cue = next((row for row in _cues(doc.lang) if fold(row["form"]) in before), None)
    if cue is not None:
        return True, PageDate(cue["kind"], iso(day), cue.rule, span)
    above = not doc.sentences or mention.end <= doc.sentences[0].start
    kind = "retrieved" if above and mention.weekday is not None else "published"
    return False, PageDate(kind, iso(day), mention.rule, span)


def _labelled_first(shown: list[tuple[bool, PageDate]]) -> list[PageDate]:
    return [known for labelled, known in sorted(shown, key=lambda pair: not pair[0])]


def _told_today(doc: Document, inside: tuple[DateMention, ...]) -> list[PageDate]:
    """Read «today, Thursday 8 June 2017» or «yesterday, 7 June 2017» as naming the day of publication."""
    return [
        PageDate("published", iso(day - m.offset), m.rule, (m.start, m.end))
        for m, day in full_days(inside) if m.unit == "day" and m.offset is not None and -_NEAR_TODAY <= m.offset <= 0
    ][:1]  # fmt: skip


def _cues(lang: str) -> tuple[Row, ...]:
    return read_rows(f"{lang}/page_dates.tsv")
