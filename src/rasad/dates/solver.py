"""From reasons to a date: sets of days are intersected, every step is told in words, and no day is ever made up."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from rasad.dates import calendars, dayset
from rasad.dates.calendars import iso
from rasad.dates.dayset import DaySet
from rasad.dates.resolve import HORIZON, WINDOW_FIRST, Bounds, days_of, full_days
from rasad.dates.telling import describe, edtf, effect, listed, precision
from rasad.model import DateInterval, DateMention, Span

__all__ = [
    "Bounds", "Constraint", "Tenure", "days_of", "describe", "edtf", "full_days", "iso", "mention_constraint", "solve",
    "tenure_constraint", "unresolved",
]  # fmt: skip

Tenure = tuple[str, str, str, str]
"""Person, office, ISO from, ISO to; the ISO dates may be cut to a month or a year, empty is open."""

_BASES = ("stated", "weekday", "relative", "tenure", "other_report")
# Expressions that mean the same days from wherever they are seen.
_FIXED = ("day", "month_year", "year")


class Constraint(Struct, frozen=True):
    """One reason for a date: the days it allows, and the words that say so.

    A hard constraint always holds (what is written, order in time); a soft one gives way if it leaves no day.
    """

    name: str
    days: DaySet
    words: str
    basis: str
    hard: bool = True
    span: Span | None = None


def solve(constraints: Sequence[Constraint], window: Bounds = (None, None)) -> DateInterval:
    """Intersect what is known, in order, and tell every step."""
    days = dayset.bounds(*window)
    derivation: list[str] = []
    used: list[Constraint] = []
    for constraint in constraints:
        left = days.intersect(constraint.days)
        if not left and not constraint.hard:
            derivation.append(f"{constraint.words}: rejected, it would leave no day")
            continue
        if not left:
            derivation.append(f"{constraint.words}: contradicts what stands before; the date stays unknown")
            return DateInterval(None, None, "unknown", "unknown", tuple(derivation))
        if left != days:
            used.append(constraint)
        derivation.append(f"{constraint.words}: {effect(days, left)}")
        days = left
    return _interval(days, used, window, tuple(derivation))


def mention_constraint(
    mention: DateMention, anchor: int | None, published_bounds: Bounds = (None, None), planned: bool = False
) -> Constraint | None:
    """Make the constraint of an expression, None if it cannot be resolved."""
    days = days_of(mention, anchor, published_bounds, planned)
    if days is None:
        return None
    words = describe(mention)
    if anchor is not None and mention.kind not in _FIXED:
        words += f", seen from {calendars.iso(anchor)}"
    elif mention.kind == "day_month" and mention.weekday is not None:
        years = sorted({calendars.parts(mention.calendar, first)[0] for first, _ in days.runs})
        words += f" ({listed('year', years)} pass the weekday test)"
    return Constraint("mention", days, words, _basis(mention), True, (mention.start, mention.end))


def tenure_constraint(tenures: Sequence[Tenure], span: Span | None = None) -> Constraint | None:
    """Make the constraint of persons named in office: all of them held it then; several terms of one are joined.

    It is soft, since news calls former holders by their old office. None without tenures.
    """
    if not tenures:
        return None
    by_person: dict[str, DaySet] = {}
    for person, _, first, last in tenures:
        term = dayset.bounds(_iso_first(first), _iso_last(last))
        by_person[person] = by_person.get(person, dayset.EMPTY).union(term)
    days = dayset.ALL
    for held in by_person.values():
        days = days.intersect(held)
    words = "; ".join(f"{who} was {office} {first or '...'} to {last or '...'}" for who, office, first, last in tenures)
    return Constraint("tenure", days, words, "tenure", False, span)


def unresolved(mention: DateMention) -> str:
    """Say in words that an expression could not be resolved."""
    return f"{describe(mention)}: unresolved, the day of publication is not known"


def _interval(days: DaySet, used: Sequence[Constraint], window: Bounds, derivation: tuple[str, ...]) -> DateInterval:
    # The default window is no knowledge: a set that begins where it begins is open.
    first = None if days.first is None or (days.first < WINDOW_FIRST + 366 and len(days.runs) > 1) else days.first
    last = None if days.last is None or days.last > HORIZON - 366 else days.last
    fineness = precision(days) if first is not None or last is not None else "unknown"
    bases = {constraint.basis for constraint in used}
    basis = next((name for name in _BASES if name in bases), "unknown")
    if len(days.runs) > 1:
        derivation = (*derivation, f"{len(days.runs)} candidates are left; the bounds are those of the first and last")
    return DateInterval(
        None if first is None else iso(first), None if last is None else iso(last), fineness, basis, derivation
    )


def _basis(mention: DateMention) -> str:
    if mention.kind == "weekday":
        return "weekday"
    return "relative" if mention.kind in ("relative", "period") else "stated"


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
