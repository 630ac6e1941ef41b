"""From reasons to a date: sets of days are intersected, every step is told in words, and no day is ever made up."""

from collections.abc import Sequence

from msgspec import Struct

from rasad.dates import dayset
from rasad.dates.calendars import iso
from rasad.dates.constraints import (
    Constraint,
    Tenure,
    mention_constraint,
    tenure_constraints,
    unresolved,
)
from rasad.dates.dayset import DaySet
from rasad.dates.resolve import HORIZON, WINDOW_FIRST, Bounds, days_of, full_days
from rasad.dates.telling import describe, edtf, effect, precision
from rasad.model import DateInterval

__all__ = [
    "Bounds", "Constraint", "Solution", "Tenure", "days_of", "describe", "edtf", "full_days", "iso",
    "mention_constraint", "narrow", "solve", "tenure_constraints", "unresolved",
]  # fmt: skip

_BASES = ("stated", "weekday", "relative", "tenure", "other_report")


class Solution(Struct, frozen=True):
    """The days that are left, the reasons that narrowed them, those dropped, and every step in words."""

    days: DaySet
    used: tuple[Constraint, ...]
    dropped: tuple[Constraint, ...]
    derivation: tuple[str, ...]


def narrow(constraints: Sequence[Constraint]) -> Solution:
    """Intersect reasons, the strongest kind first; one that would leave no day is dropped, and said so.

    The order of strength is `constraints.ORDER`; of one kind those given first are the stronger.
    """
    days = dayset.ALL
    used: list[Constraint] = []
    dropped: list[Constraint] = []
    derivation: list[str] = []
    for constraint in sorted(constraints, key=lambda known: known.rank):
        left = days.intersect(constraint.days)
        if not left:
            dropped.append(constraint)
            derivation.append(f"{constraint.words}: dropped, it contradicts {_what(used)}")
            continue
        if left != days:
            used.append(constraint)
        derivation.append(f"{constraint.words}: {effect(days, left)}")
        days = left
    return Solution(days, tuple(used), tuple(dropped), tuple(derivation))


def solve(constraints: Sequence[Constraint]) -> DateInterval:
    """Give what the reasons leave, as an interval with its derivation."""
    found = narrow(constraints)
    days, derivation = found.days, found.derivation
    # The default window is no knowledge: a set that begins where it begins is open.
    first = None if days.first is None or (days.first < WINDOW_FIRST + 366 and len(days.runs) > 1) else days.first
    last = None if days.last is None or days.last > HORIZON - 366 else days.last
    fineness = precision(days) if first is not None or last is not None else "unknown"
    bases = {constraint.basis for constraint in found.used}
    basis = next((name for name in _BASES if name in bases), "unknown")
    if len(days.runs) > 1:
        derivation = (*derivation, f"{len(days.runs)} candidates are left; the bounds are those of the first and last")
    return DateInterval(
        None if first is None else iso(first), None if last is None else iso(last), fineness, basis, derivation
    )


def _what(used: Sequence[Constraint]) -> str:
    """Name the reasons that stand against one, the weakest of them first."""
    return used[-1].words if used else "itself"
