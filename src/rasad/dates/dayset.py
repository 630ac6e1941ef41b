"""Sets of days: what a date expression can mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from msgspec import Struct

from rasad.dates import calendars

FIRST_DAY = 1
LAST_DAY = calendars.LAST_DAY
_begins_at, _ends_at = itemgetter(0), itemgetter(1)
_WINTER = 9
"""Months from the beginning of the season-year to winter."""


class DaySet(Struct, frozen=True):
    """A set of days as sorted, disjoint, not touching runs (first, last) of day numbers, both included.

    A run that begins at FIRST_DAY or ends at LAST_DAY is open on that side.
    """

    runs: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.runs)

    def __contains__(self, ordinal: int) -> bool:
        return any(first <= ordinal <= last for first, last in self.runs)

    @property
    def first(self) -> int | None:
        """Give the first day; None for the empty set and for one without a beginning."""
        return self.runs[0][0] if self.runs and self.runs[0][0] > FIRST_DAY else None

    @property
    def last(self) -> int | None:
        """Give the last day; None for the empty set and for one without an end."""
        return self.runs[-1][1] if self.runs and self.runs[-1][1] < LAST_DAY else None

    def union(self, other: "DaySet") -> "DaySet":
        """Give the days of either set."""
        return union((self, other))

    def intersect(self, other: "DaySet") -> "DaySet":
        """Give the days of both sets."""
        if len(other.runs) == 1:
            return DaySet(_within(self.runs, *other.runs[0]))
        if len(self.runs) == 1:
            return DaySet(_within(other.runs, *self.runs[0]))
        found: list[tuple[int, int]] = []
        mine, theirs = 0, 0
        while mine < len(self.runs) and theirs < len(other.runs):
            (a, b), (c, d) = self.runs[mine], other.runs[theirs]
            if max(a, c) <= min(b, d):
                found.append((max(a, c), min(b, d)))
            if b < d:
                mine += 1
            else:
                theirs += 1
        return DaySet(tuple(found))

    def shift(self, days: int) -> "DaySet":
        """Give the same days so many days later; open sides stay open."""
        return of_runs((_moved(first, days), _moved(last, days)) for first, last in self.runs)


EMPTY = DaySet()
ALL = DaySet(((FIRST_DAY, LAST_DAY),))


def _within(runs: tuple[tuple[int, int], ...], first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Give the part of runs that lies from one day to another; a run itself where it lies there whole."""
    low = bisect_left(runs, first, key=_ends_at)
    high = bisect_right(runs, last, low, key=_begins_at)
    found = runs[low:high]
    if found and (found[0][0] < first or found[-1][1] > last):
        cut = [(max(a, first), min(b, last)) for a, b in (found[0], found[-1])]
        found = (cut[0], *found[1:-1], cut[1]) if len(found) > 1 else (cut[0],)
    return found


def of_runs(runs: Iterable[tuple[int, int]]) -> DaySet:
    """Make a set of any runs: sorted, joined where they meet, backward ones left out.

    >>> of_runs([(5, 6), (1, 2), (3, 3)])
    DaySet(runs=((1, 3), (5, 6)))
    """
    joined: list[tuple[int, int]] = []
    for first, last in sorted(run for run in runs if run[0] <= run[1]):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return DaySet(tuple(joined))


def union(sets: Iterable[DaySet]) -> DaySet:
    """Give the days of any of the sets."""
    return of_runs(run for one in sets for run in one.runs)


def bounds(first: int | None, last: int | None) -> DaySet:
    """Give all days from `first` to `last`; None leaves a side open."""
    return days((FIRST_DAY if first is None else first, LAST_DAY if last is None else last))


def days(run: tuple[int, int] | None) -> DaySet:
    """Give the set of one run, such as `calendars.month` makes; the empty set for None and for a backward one."""
    return DaySet((run,)) if run and run[0] <= run[1] else EMPTY


def day(calendar: str, year: int, month: int, number: int) -> DaySet:
    """Give the days that a full date can mean; empty if there is no such day."""
    return days(calendars.day(calendar, year, month, number))


def month(calendar: str, year: int, number: int) -> DaySet:
    """Give the days of a month."""
    return days(calendars.month(calendar, year, number))


def season(calendar: str, year: int, number: int) -> DaySet:
    """Give the days of a season, 21 (spring) to 24: a quarter of the solar year, else that of weather and stars.

    "Winter 2016" may begin or end in that year: it is both.
    """
    first = 3 * (number - calendars.FIRST_SEASON)
    if calendar == calendars.SOLAR_HIJRI:
        return _months(calendar, year, first + 1, 3)
    both = _months(calendar, year, first + 3, 4)
    return both.union(_months(calendar, year - 1, first + 3, 4)) if first == _WINTER else both


def _months(calendar: str, year: int, first: int, count: int) -> DaySet:
    """Give so many months from one on, across the end of the year."""
    parts = (month(calendar, year + (n - 1) // 12, (n - 1) % 12 + 1) for n in range(first, first + count))
    return of_runs(run for part in parts for run in part.runs)


def year(calendar: str, number: int) -> DaySet:
    """Give the days of a year."""
    return days(calendars.year(calendar, number))


def weekdays(weekday: int, window: DaySet) -> DaySet:
    """Give every such weekday (Monday = 0) of the window.

    An open window has no end to count to: close it first.
    """
    found: list[tuple[int, int]] = []
    for first, last in window.runs:
        start = first + (weekday - calendars.weekday(first)) % 7
        ordinals = range(start, last + 1, 7)
        found.extend(zip(ordinals, ordinals, strict=True))
    return DaySet(tuple(found))


def _moved(ordinal: int, days: int) -> int:
    if ordinal in (FIRST_DAY, LAST_DAY):
        return ordinal
    return min(max(ordinal + days, FIRST_DAY), LAST_DAY)
