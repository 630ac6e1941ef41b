"""Which rows have which values, as sets of bits: what filters keep and how often each value comes, without a scan.

A case of 100,000 reports has some 90,000 events; a set of them is 11 KB, to cut two of them takes a few microseconds.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappush, heappushpop

FEW = 256
"""Rows of a value up to which they are looked up one by one; above, their set of bits is made and kept."""
SMALL = 4000
"""Chosen rows up to which their values are counted one by one; above, values are counted, the commonest first."""
BLOCK = 256
"""Bytes that are skipped at once on the way to a page of rows."""

Column = Mapping[str, Sequence[int]]
"""For each value the places of its rows."""


class Index:
    """The rows of a list in their order, and their values by column."""

    def __init__(self, ids: Sequence[str], columns: Mapping[str, Column]) -> None:
        self.ids = ids
        self.row = {one: n for n, one in enumerate(ids)}
        self.everything = (1 << len(ids)) - 1
        self._places = {
            name: {value: array("I", rows) for value, rows in some.items()} for name, some in columns.items()
        }
        self._ordered = {
            name: sorted(some, key=lambda value: (-len(some[value]), value)) for name, some in self._places.items()
        }
        self._values = {name: _turned(some, len(ids)) for name, some in self._places.items()}
        self._bits: dict[tuple[str, str], int] = {}

    def values(self, column: str) -> list[str]:
        """Give the values of a column, the commonest first."""
        return self._ordered[column]

    def of(self, column: str, row: int) -> tuple[str, ...]:
        """Give the values that a row has."""
        return self._values[column][row]

    def bits(self, column: str, value: str) -> int:
        """Give the rows that have a value."""
        key = (column, value)
        if key not in self._bits:
            self._bits[key] = self.set_of(self._places[column].get(value, ()))
        return self._bits[key]

    def any_of(self, column: str, values: Iterable[str]) -> int:
        """Give the rows that have one of the values."""
        found = 0
        for value in values:
            found |= self.bits(column, value)
        return found

    def set_of(self, rows: Iterable[int]) -> int:
        """Make a set of places."""
        field = bytearray(len(self.ids) // 8 + 1)
        for row in rows:
            field[row >> 3] |= 1 << (row & 7)
        return int.from_bytes(field, "little")

    def counts(self, column: str, chosen: int, most: int) -> list[tuple[str, int]]:
        """Give the commonest values among the chosen rows, with how many have them."""
        if chosen == self.everything:
            return [(value, len(self._places[column][value])) for value in self._ordered[column][:most]]
        if chosen.bit_count() <= SMALL:
            values = self._values[column]
            tally = Counter(value for row in self.rows(chosen) for value in values[row])
            return sorted(tally.items(), key=lambda one: (-one[1], one[0]))[:most]
        return self._commonest(column, chosen, most)

    def _commonest(self, column: str, chosen: int, most: int) -> list[tuple[str, int]]:
        """Count the commonest values first, until no later one can come among them."""
        best: list[tuple[int, str]] = []
        field = chosen.to_bytes(len(self.ids) // 8 + 1, "little")
        for value in self._ordered[column]:
            rows = self._places[column][value]
            if len(best) == most and len(rows) <= best[0][0]:
                break
            if len(rows) > FEW:
                count = (chosen & self.bits(column, value)).bit_count()
            else:
                count = sum(field[row >> 3] >> (row & 7) & 1 for row in rows)
            if count:
                (heappush if len(best) < most else heappushpop)(best, (count, value))
        return [(value, count) for count, value in sorted(best, key=lambda one: (-one[0], one[1]))]

    def rows(self, chosen: int) -> Iterator[int]:
        """Give the places of a set, in order."""
        for at, byte in enumerate(chosen.to_bytes(len(self.ids) // 8 + 1, "little")):
            while byte:
                low = byte & -byte
                yield at * 8 + low.bit_length() - 1
                byte ^= low

    def page(self, chosen: int, first: int, count: int, backwards: bool = False) -> list[str]:
        """Give the ids of `count` chosen rows after `first` of them, from the front or from the back."""
        if backwards:
            total = chosen.bit_count()
            last = max(0, total - first)
            return self.page(chosen, max(0, last - count), min(count, last))[::-1]
        field = chosen.to_bytes(len(self.ids) // 8 + 1, "little")
        at = 0
        while at < len(field) and (held := int.from_bytes(field[at : at + BLOCK], "little").bit_count()) <= first:
            first -= held
            at += BLOCK
        found: list[str] = []
        while at < len(field) and len(found) < first + count:
            part = int.from_bytes(field[at : at + BLOCK], "little")
            while part and len(found) < first + count:
                low = part & -part
                found.append(self.ids[at * 8 + low.bit_length() - 1])
                part ^= low
            at += BLOCK
        return found[first:]


def _turned(places: Mapping[str, Sequence[int]], size: int) -> list[tuple[str, ...]]:
    """Give the values of every row."""
    values: list[tuple[str, ...]] = [()] * size
    for value, rows in places.items():
        alone = (value,)
        for row in rows:
            values[row] = (*values[row], value) if values[row] else alone
    return values
