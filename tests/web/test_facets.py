"""An index says the same as a scan of its rows."""

import random

import pytest

from rasad.web.facets import Index

SIZE = 9_000
"""More rows than are counted one by one, so that both ways are used."""


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, ...]]:
    lot = random.Random(7)
    return [tuple({f"v{min(lot.randrange(1, 400), lot.randrange(1, 400))}" for _ in range(lot.randrange(3))})
            for _ in range(SIZE)]  # fmt: skip


@pytest.fixture(scope="module")
def index(rows: list[tuple[str, ...]]) -> Index:
    places: dict[str, list[int]] = {}
    for n, some in enumerate(rows):
        for value in some:
            places.setdefault(value, []).append(n)
    return Index([f"row{n}" for n in range(SIZE)], {"value": places})


@pytest.mark.parametrize("part", [1, 2, 40])
def test_counts(index: Index, rows: list[tuple[str, ...]], part: int) -> None:
    chosen = {n for n in range(SIZE) if n % part == 0}
    tally: dict[str, int] = {}
    for n in chosen:
        for value in rows[n]:
            tally[value] = tally.get(value, 0) + 1
    wanted = sorted(tally.items(), key=lambda one: -one[1])
    found = index.counts("value", index.set_of(chosen), 12)
    assert [count for _, count in found] == [count for _, count in wanted[:12]]
    assert all(tally[value] == count for value, count in found)


def test_pages(index: Index) -> None:
    chosen = index.set_of(range(5, SIZE, 3))
    ids = [f"row{n}" for n in range(5, SIZE, 3)]
    for first in (0, 1, 49, 2_400, len(ids) - 3, len(ids)):
        assert index.page(chosen, first, 50) == ids[first : first + 50]
        assert index.page(chosen, first, 50, backwards=True) == ids[::-1][first : first + 50]


def test_one_of_several_values(index: Index, rows: list[tuple[str, ...]]) -> None:
    found = set(index.rows(index.any_of("value", ["v1", "v2", "nothing"])))
    assert found == {n for n, some in enumerate(rows) if {"v1", "v2"} & set(some)}
