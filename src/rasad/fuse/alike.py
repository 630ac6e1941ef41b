"""Pairs of reports that are alike, and how much, in sixteen bytes each: a million reports have more than a million."""

from array import array
from bisect import bisect_left
from collections.abc import ItemsView, Iterable, Iterator, Mapping

Pair = tuple[int, int]


class Alike(Mapping[Pair, float]):
    """Points of pairs of reports, by their places, the smaller first. `size` is how many reports there are."""

    def __init__(self, found: Iterable[tuple[Pair, float]], size: int) -> None:
        codes, points = array("Q"), array("d")
        for (a, b), value in found:
            codes.append(a * size + b)
            points.append(value)
        order = sorted(range(len(codes)), key=codes.__getitem__)
        self.size = size
        self.codes = array("Q", map(codes.__getitem__, order))
        self.points = array("d", map(points.__getitem__, order))

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[Pair]:
        return (divmod(code, self.size) for code in self.codes)

    def __getitem__(self, pair: Pair) -> float:
        code = pair[0] * self.size + pair[1]
        at = bisect_left(self.codes, code)
        if at == len(self.codes) or self.codes[at] != code:
            raise KeyError(pair)
        return self.points[at]

    def items(self) -> ItemsView[Pair, float]:
        """Give the pairs with their points, without looking each of them up."""
        return _Items(self)


class _Items(ItemsView[Pair, float]):
    _mapping: Alike

    def __iter__(self) -> Iterator[tuple[Pair, float]]:
        return zip(self._mapping, self._mapping.points, strict=True)
