"""When a page was written: a set of days, narrowed by everything that it tells of its own time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from rasad.dates import dayset
from rasad.dates.calendars import iso
from rasad.dates.constraints import (
    Constraint,
    banner_constraint,
    former_constraint,
    not_before_constraint,
    published_constraint,
    tenure_constraints,
    today_constraint,
)
from rasad.dates.dayset import DaySet
from rasad.dates.eras import find_era
from rasad.dates.resolve import WINDOW_FIRST, days_of
from rasad.dates.solver import Solution, narrow
from rasad.dates.telling import describe
from rasad.model import DateMention, Document, Mention, Told
from rasad.packs import Packs
from rasad.packs.rows import read_rows
from rasad.tokens import WORD, fold
from rasad.within import beginning, last_begun

_FORMER = "former_"
_HEAD_SENTENCES = 2
_BESIDE = 8
"""Code points behind a phrase in which «former» still belongs to it, and before a date in which «since» does."""
_WEEK = 7
_FIRST_PAGES = iso(WINDOW_FIRST)


class PageTime(Struct, frozen=True):
    """The days on which the page can have been written, its last possible day, its era, and the offices by person."""

    days: DaySet
    order: Constraint | None
    era: Constraint | None
    offices: dict[str, Constraint]
    derivation: tuple[str, ...]
    reasons: tuple[int, ...] = ()
    """Where words stand that give a reason («because»), in order."""

    @property
    def anchor(self) -> int | None:
        """Give the day of the page where it is known."""
        return self.days.first if len(self.days) == 1 else None


def page_time(doc: Document, told: Sequence[Told], packs: Packs) -> PageTime:
    """Find when a page was written: its stated day, else what its text leaves."""
    order = _order(doc)
    era = find_era(doc.folded, doc.lang)
    offices = _offices(doc, packs)
    published = _day(doc, "published")
    if published is not None:
        return PageTime(dayset.bounds(published, published), order, era, offices, ())
    reasons = [*_told_today(doc), *_told_past(doc, told), *offices.values(), *_former(doc, packs)]
    found = narrow([*reasons, *(r for r in (order, era) if r)])
    return PageTime(_within_week(found, doc), order, era, offices, found.derivation)


def _day(doc: Document, *kinds: str) -> int | None:
    day = next((d.day for kind in kinds for d in doc.page_dates if d.kind == kind), None)
    return date.fromisoformat(day).toordinal() if day else None


def _order(doc: Document) -> Constraint | None:
    """Give the last day that the page can tell of as past."""
    published = _day(doc, "published", "modified")
    if published is not None:
        return published_constraint(published)
    seen = _day(doc, "retrieved")
    return None if seen is None else banner_constraint(seen)


def _told_today(doc: Document) -> Iterable[Constraint]:
    """Read «today, Thursday 8 June» as the day of the page, in whatever years have it."""
    for mention in doc.dates:
        if mention.kind == "day_month" and mention.unit == "day" and mention.offset is not None:
            days = days_of(mention, None)
            if days:
                yield today_constraint(mention, days.shift(-mention.offset))


def _told_past(doc: Document, told: Sequence[Told]) -> Iterable[Constraint]:
    """Give the first day of the page by what it tells as past with a year."""
    past = {t.date_mention for t in told if t.status in ("actual", "historical", "denied")} | set(lead_days(doc))
    for number in sorted(past - coming(doc, told) - {None}, key=lambda n: n or 0):
        mention = doc.dates[number or 0]
        days = days_of(mention, None) if mention.kind in ("day", "month_year", "year") else None
        if days and days.first is not None:
            yield not_before_constraint(days.first, describe(mention), (mention.start, mention.end))


def lead_days(doc: Document) -> list[int]:
    """Give the full dates at the head of the article: those of the news or of its source."""
    head = [s for s in doc.sentences if s.part != "title"][:_HEAD_SENTENCES]
    days = ((n, d) for n, d in enumerate(doc.dates) if d.kind == "day" and not says_since(doc, d))
    return [n for n, d in days if any(s.start <= d.start < s.end for s in head)]


def says_since(doc: Document, mention: DateMention) -> bool:
    """Tell whether a date only says since when («from 1 Farvardin 1385 on»)."""
    before = doc.folded[max(0, mention.start - _BESIDE) : mention.start].split()
    return bool(before) and words_of("dates/since.tsv", doc.lang).get(before[-1]) == "since"


@cache
def words_of(table: str, lang: str) -> dict[str, str]:
    """Give the folded words of a language in a table, with their use where the table has one."""
    return {fold(row["form"]): row.cells.get("use", "") for row in read_rows(table) if row["lang"] == lang}


def coming(doc: Document, told: Sequence[Told]) -> set[int | None]:
    """Give the dates that the page looks forward to: those of plans, and those it calls the next."""
    planned = {t.date_mention for t in told if t.status in ("planned", "hypothetical")}
    ahead = {(d.month, d.day) for d in doc.dates if (d.offset or 0) > 0 and d.day}
    return planned | {n for n, d in enumerate(doc.dates) if (d.month, d.day) in ahead}


def _offices(doc: Document, packs: Packs) -> dict[str, Constraint]:
    """Give the terms of the persons whom the page names in an office, but for sentences about another year.

    One whom the page also calls a former holder of it is left out: a namesake, or the office of another time. So is a
    term that ended before there were such pages: the founder of a state bears its title for ever.
    """
    former = {(person, office) for _, person, office in _called_former(doc)}
    held: dict[str, dict[str, tuple[str, str, str, str]]] = {}
    for mention in doc.mentions:
        if mention.office is None or _no_holder(doc, mention) or _of_another_year(doc, mention):
            continue
        words = mention.office.replace("_", " ")
        for term in packs.register.tenures.get(mention.entity.id, ()):
            told = (term.last or _FIRST_PAGES) >= _FIRST_PAGES and (mention.entity.id, term.office) not in former
            if told and term.office == mention.office:
                terms = held.setdefault(mention.entity.id, {})
                terms[term.first] = (mention.entity.name, words, term.first, term.last or "")
    return {person: found for person, terms in held.items() for found in tenure_constraints(list(terms.values()))}


def _former(doc: Document, packs: Packs) -> Iterable[Constraint]:
    """Give what «former president Saleh» tells: his last term has ended."""
    current = {(m.entity.id, m.office) for m in doc.mentions if m.office and not _no_holder(doc, m)}
    for mention, person, office in _called_former(doc):
        ends = [t.last for t in packs.register.tenures.get(person, ()) if t.office == office]
        if (person, office) not in current and ends and None not in ends:
            last = max(end for end in ends if end is not None)
            yield former_constraint(mention.entity.name, office.replace("_", " "), last, (mention.start, mention.end))


def _called_former(doc: Document) -> Iterator[tuple[Mention, str, str]]:
    """Give every mention that calls somebody a former holder, with the person and the office."""
    for mention in doc.mentions:
        office = (mention.office or "").removeprefix(_FORMER)
        if office != (mention.office or "") or (office and _no_holder(doc, mention) == "former"):
            yield mention, mention.entity.id, office


def _no_holder(doc: Document, mention: Mention) -> str:
    """Give the use of a word in or behind a phrase that says the person does not hold the post, else nothing."""
    words = set(WORD.findall(doc.folded, mention.start, mention.end + _BESIDE))
    return next((use for word, use in words_of("dates/holders.tsv", doc.lang).items() if word in words), "")


def _of_another_year(doc: Document, mention: Mention) -> bool:
    """Tell whether the sentence names a year: then the office is that year's."""
    at = last_begun(doc.sentences, mention.start)
    sentence = doc.sentences[at] if at >= 0 else None
    if sentence is None or mention.start >= sentence.end:
        return False
    return any(d.kind in ("year", "month_year", "day") for d in beginning(doc.dates, sentence.start, sentence.end))


def _within_week(found: Solution, doc: Document) -> DaySet:
    """Keep of a bounded set the weekdays that the page names as its own («today, Thursday»)."""
    days = found.days
    if days.first is None or days.last is None:
        return days
    for mention in doc.dates:
        if _names_today(mention):
            kept = dayset.weekdays(((mention.weekday or 0) - (mention.offset or 0)) % _WEEK, days)
            days = kept or days
    return days


def _names_today(mention: DateMention) -> bool:
    near = mention.kind == "relative" and mention.unit == "day" and mention.offset in (0, -1)
    return near and mention.weekday is not None
