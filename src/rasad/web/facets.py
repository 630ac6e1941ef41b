"""Which rows have which values, as sets of bits: what filters keep and how often each value comes, without a scan.

A case of a million reports has some 700,000 events; to count what two sets of them share takes a few microseconds.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappush, heappushpop
from itertools import chain, islice

from pyroaring import FrozenBitMap

WIDE = 200
"""Values of a column up to which each is counted; of a column with more, the values of every row are kept, too."""
SMALL = 2000
"""Chosen rows up to which their values are counted one by one."""
WORTH = 8
"""Rows whose values are counted in the time that it takes to count one value."""
STEP = 64
"""Days between two sets of all rows before them."""

Rows = FrozenBitMap
"""A set of rows."""
Column = Mapping[str, Iterable[int]]
"""For each value the places of its rows."""


class Index:
    """The rows of a list in their order, and their values by column."""

    def __init__(self, ids: Sequence[str], columns: Mapping[str, Column]) -> None:
        self.ids = ids
        self.row = {one: n for n, one in enumerate(ids)}
        self.everything = Rows(range(len(ids)))
        self.nothing = Rows()
        self._rows = {name: {value: Rows(rows) for value, rows in some.items()} for name, some in columns.items()}
        self._ordered = {
            name: sorted(some, key=lambda value: (-len(some[value]), value)) for name, some in self._rows.items()
        }
        self._values = {name: _turned(some, len(ids)) for name, some in self._rows.items() if len(some) > WIDE}

    def values(self, column: str) -> list[str]:
        """Give the values of a column, the commonest first."""
        return self._ordered[column]

    def of(self, column: str, row: int) -> tuple[str, ...]:
        """Give the values that a row has."""
        if column in self._values:
            return self._values[column][row]
        return tuple(value for value in self._ordered[column] if row in self._rows[column][value])

    def bits(self, column: str, value: str) -> Rows:
        """Give the rows that have a value."""
        return self._rows[column].get(value, self.nothing)

    def any_of(self, column: str, values: Iterable[str]) -> Rows:
        """Give the rows that have one of the values."""
        return self.nothing.union(*(self.bits(column, value) for value in values))

    def set_of(self, rows: Iterable[int]) -> Rows:
        """Make a set of places."""
        return Rows(array("I", rows))

    def counts(self, column: str, chosen: Rows, most: int) -> list[tuple[str, int]]:
        """Give the commonest values among the chosen rows, with how many have them; of equal ones the first."""
        rows, ordered = self._rows[column], self._ordered[column]
        if len(chosen) == len(self.ids):
            return [(value, len(rows[value])) for value in ordered[:most]]
        found = None
        if column not in self._values or len(chosen) > SMALL:
            steps = len(ordered) if column not in self._values else len(chosen) // WORTH
            found = _commonest(rows, ordered, chosen, most, steps)
        if found is None:
            found = Counter(chain.from_iterable(map(self._values[column].__getitem__, chosen)))
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:most]

    def page(self, chosen: Rows, first: int, count: int, backwards: bool = False) -> list[str]:
        """Give the ids of `count` chosen rows after `first` of them, from the front or from the back."""
        if backwards:
            last = max(0, len(chosen) - first)
            return self.page(chosen, max(0, last - count), min(count, last))[::-1]
        if first >= len(chosen):
            return []
        return [self.ids[row] for row in islice(chosen.iter_equal_or_larger(chosen[first]), count)]


class Days:
    """The rows of a list by their first and last day; one that is open begins before all days, or ends after."""

    def __init__(self, days: Sequence[tuple[str, str]]) -> None:
        self._everything = Rows(range(len(days)))
        self._first, self._last = (_Before([one[side] for one in days]) for side in (0, 1))

    def within(self, since: str, until: str) -> Rows:
        """Give the rows of which some day may lie between two; days are compared as they are written."""
        return (self._everything - self._last.rows(since, False)) & self._first.rows(until, True)


class _Before:
    """Rows in the order of a day, to ask for all before one."""

    def __init__(self, days: Sequence[str]) -> None:
        found: dict[str, array[int]] = {}
        for row, day in enumerate(days):
            found.setdefault(day, array("I")).append(row)
        self._days = sorted(found)
        self._rows = [Rows(found[day]) for day in self._days]
        self._all = [Rows()]
        for at in range(0, len(self._rows), STEP):
            self._all.append(self._all[-1].union(*self._rows[at : at + STEP]))

    def rows(self, day: str, with_it: bool) -> Rows:
        """Give the rows of all days before one, or with it."""
        count = (bisect_right if with_it else bisect_left)(self._days, day)
        return self._all[count // STEP].union(*self._rows[count // STEP * STEP : count])


def _commonest(
    rows: Mapping[str, Rows], ordered: Sequence[str], chosen: Rows, most: int, steps: int
) -> dict[str, int] | None:
    """Count the commonest values first, until no later one can come among them; None if that takes too many steps."""
    best: list[int] = []
    found: dict[str, int] = {}
    for n, value in enumerate(ordered):
        if len(best) == most and len(rows[value]) < best[0]:
            break
        if n >= steps:
            return None
        if count := chosen.intersection_cardinality(rows[value]):
            found[value] = count
            (heappush if len(best) < most else heappushpop)(best, count)
    return found


def _turned(rows: Mapping[str, Rows], size: int) -> list[tuple[str, ...]]:
    """Give the values of every row."""
    values: list[tuple[str, ...]] = [()] * size
    for value, some in rows.items():
        alone = (value,)
        for row in some:
            values[row] = (*values[row], value) if values[row] else alone
    return values


def last(chosen: Rows, before: int | None = None) -> int | None:
    """Give the last row of a set, or the last one before another row; None where there is none."""
    count = len(chosen) if before is None else chosen.rank(before - 1) if before else 0
    return chosen[count - 1] if count else None
