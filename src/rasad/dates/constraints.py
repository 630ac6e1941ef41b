"""Reasons for a date, each kind made by one function: the days it allows, and the words that say so."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from rasad.dates import calendars, dayset
from rasad.dates.calendars import iso
from rasad.dates.dayset import DaySet
from rasad.dates.resolve import Bounds, days_of, days_seen_from
from rasad.dates.telling import describe, listed
from rasad.model import DateMention, Span

Tenure = tuple[str, str, str, str]
"""Person, office, ISO from, ISO to; the ISO dates may be cut to a month or a year, empty is open."""

ORDER = (
    "full_date", "month_or_year", "day_and_month", "weekday", "relative", "today", "era", "published",
    "tenure", "former", "news", "banner",
)  # fmt: skip
"""The kinds of constraints, the strongest first: of two that contradict the later here is dropped and reported."""

# Expressions that mean the same days from wherever they are seen, and the kind of constraint each expression makes.
_FIXED = ("day", "month_year", "year")
_KINDS = {
    "day": "full_date", "month_year": "month_or_year", "year": "month_or_year", "day_month": "day_and_month",
    "month": "day_and_month", "weekday": "weekday",
}  # fmt: skip
_BASES = {"weekday": "weekday", "relative": "relative"}


class Constraint(Struct, frozen=True):
    """One reason for a date: its kind (one of ORDER), the days it allows, the words for it, and what it rests on."""

    name: str
    days: DaySet
    words: str
    basis: str
    span: Span | None = None

    @property
    def rank(self) -> int:
        """Give the place in the order of strength, 0 for the strongest."""
        return ORDER.index(self.name)


def mention_constraint(
    mention: DateMention, anchor: int | None, published_bounds: Bounds = (None, None), planned: bool = False
) -> Constraint | None:
    """What is written, seen from a known day of publication; None if it cannot be resolved."""
    days = days_of(mention, anchor, published_bounds, planned)
    if days is None:
        return None
    seen = None if anchor is None else iso(anchor)
    return _said(mention, days, seen)


def seen_constraint(mention: DateMention, page: DaySet, planned: bool = False) -> Constraint | None:
    """What is written, seen from any of the days on which the page can have been published."""
    days = days_seen_from(mention, page, planned)
    if days is None:
        return None
    first, last = (None if day is None else iso(day) for day in (page.first, page.last))
    known = first if first == last else f"a page of {first or '...'} to {last or '...'}"
    return _said(mention, days, known if first or last else None)


def tenure_constraints(tenures: Sequence[Tenure], span: Span | None = None) -> list[Constraint]:
    """The offices in which persons are named: one constraint a person, several terms of one joined.

    News calls former holders by their old office too, so they are among the weaker reasons.
    """
    by_person: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        by_person.setdefault(tenure[0], []).append(tenure)
    return [_held(terms, span) for terms in by_person.values()]


def former_constraint(person: str, office: str, ended: str, span: Span | None = None) -> Constraint:
    """Somebody is called a former holder: the office has ended."""
    days = dayset.bounds(_iso_last(ended), None)
    return Constraint("former", days, f"{person} is called former {office}, which ended {ended}", "tenure", span)


def published_constraint(day: int) -> Constraint:
    """What is told as past came before the page was published."""
    return Constraint("published", dayset.bounds(None, day), f"before the page was published, {iso(day)}", "unknown")


def banner_constraint(day: int) -> Constraint:
    """What is told as past came before the page was seen, by its clock or its capture."""
    return Constraint("banner", dayset.bounds(None, day), f"before the page was seen, {iso(day)}", "unknown")


def not_before_constraint(day: int, what: str, span: Span | None = None) -> Constraint:
    """The page tells this as past, so it was published on that day or later."""
    words = f"{what} is told as past: {iso(day)} or later"
    return Constraint("full_date", dayset.bounds(day, None), words, "stated", span)


def today_constraint(mention: DateMention, days: DaySet) -> Constraint:
    """The page names the day of its writing."""
    return Constraint("today", days, f"{describe(mention)} is named as the day of the page", "stated", _span(mention))


def era_constraint(first_year: int, english: str, count: int, ordinal: bool, span: Span) -> Constraint:
    """Something that began in a known year is called so many years old, or is in such a year of its own."""
    year = first_year + count
    days = dayset.year(calendars.GREGORIAN, year)
    if not ordinal:
        return Constraint("era", days, f"{english} is called {count} years old: {year}", "relative", span)
    # The running year of a war began in the calendar year before the one in which it is full.
    days = days.union(dayset.year(calendars.GREGORIAN, year - 1))
    return Constraint("era", days, f"{english} is in its year {count}: {year - 1} or {year}", "relative", span)


def news_constraint(page: DaySet, reach: int) -> Constraint | None:
    """What is told as news without a date happened within the reach of days before the page; None if that is open."""
    first, last = page.first, page.last
    if first is None and last is None:
        return None
    days = dayset.bounds(None if first is None else first - reach, last)
    return Constraint("news", days, "told as current news", "relative")


def coming_constraint(page: DaySet) -> Constraint | None:
    """What is planned without a date comes on the day of the page or later; None if that has no first day."""
    if page.first is None:
        return None
    return Constraint("news", dayset.bounds(page.first, None), f"planned, so on {iso(page.first)} or later", "relative")


def told_by_constraint(said: Constraint, reach: int) -> Constraint:
    """What was told on a day had happened by then, and as news within the reach of days before."""
    first, last = said.days.first, said.days.last
    days = dayset.bounds(None if first is None else first - reach, last)
    return Constraint("news", days, f"{said.words}: the day on which it was told", "relative", said.span)


def unresolved(mention: DateMention) -> str:
    """Say in words that an expression could not be resolved."""
    return f"{describe(mention)}: unresolved, the day of publication is not known"


def _said(mention: DateMention, days: DaySet, seen: str | None) -> Constraint:
    words = describe(mention)
    if seen and mention.kind not in _FIXED:
        words += f", seen from {seen}"
    elif mention.kind == "day_month" and mention.weekday is not None:
        years = sorted({calendars.parts(mention.calendar, first)[0] for first, _ in days.runs})
        words += f" ({listed('year', years)} pass the weekday test)"
    if not days:
        words += " (there is no such day)"
    elif mention.kind == "day" and not days.intersect(_written(mention)):
        words += ", named as the page's own day, which it is not: a slip, the day of the page stands"
    elif mention.kind in ("day", "day_month") and not _fits(days, mention.weekday):
        words += " (it is another day of the week: the weekday is dropped)"
    name = _KINDS.get(mention.kind, "relative")
    return Constraint(name, days, words, _BASES.get(name, "stated"), _span(mention))


def _written(mention: DateMention) -> DaySet:
    return dayset.day(mention.calendar, mention.year or 0, mention.month or 0, mention.day or 0)


def _fits(days: DaySet, weekday: int | None) -> bool:
    """Tell whether a weekday, if one is named, is among the days."""
    return weekday is None or bool(dayset.weekdays(weekday, days))


def _held(terms: Sequence[Tenure], span: Span | None) -> Constraint:
    days = dayset.EMPTY
    for _, _, first, last in terms:
        days = days.union(dayset.bounds(_iso_first(first), _iso_last(last)))
    words = "; ".join(f"{who} was {office} {first or '...'} to {last or '...'}" for who, office, first, last in terms)
    return Constraint("tenure", days, words, "tenure", span)


def _span(mention: DateMention) -> Span:
    return (mention.start, mention.end)


def _iso_first(text: str) -> int | None:
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :]).toordinal() if text else None


def _iso_last(text: str) -> int | None:
    if not text:
        return None
    if len(text) == 10:
        return date.fromisoformat(text).toordinal()
    year, month = int(text[:4]), int(text[5:7] or 12)
    run = calendars.month(calendars.GREGORIAN, year, month)
    return run[1] if run else None
