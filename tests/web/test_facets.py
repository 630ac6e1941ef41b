"""An index says the same as a scan of its rows: of values, of days, of names."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from rasad.web.called import Called
from rasad.web.facets import Days, Index, last

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


def counted(rows: list[tuple[str, ...]], chosen: set[int]) -> list[tuple[str, int]]:
    tally = Counter(value for n in chosen for value in rows[n])
    return sorted(tally.items(), key=lambda one: (-one[1], one[0]))


@pytest.mark.parametrize("most", [1, 12, 1000])
@pytest.mark.parametrize("part", [1, 2, 3, 40])
def test_counts(index: Index, rows: list[tuple[str, ...]], part: int, most: int) -> None:
    chosen = {n for n in range(SIZE) if n % part == 0}
    assert index.counts("value", index.set_of(chosen), most) == counted(rows, chosen)[:most]


@pytest.mark.parametrize("part", [1, 2, 40])
def test_counts_of_few_values(rows: list[tuple[str, ...]], part: int) -> None:
    few = [tuple({value[:2] for value in some}) for some in rows]
    places: dict[str, list[int]] = {}
    for n, some in enumerate(few):
        for value in some:
            places.setdefault(value, []).append(n)
    index = Index([f"row{n}" for n in range(SIZE)], {"value": places})
    chosen = set(range(1, SIZE, part))
    assert index.counts("value", index.set_of(chosen), 4) == counted(few, chosen)[:4]
    assert all(sorted(index.of("value", n)) == sorted(few[n]) for n in range(0, SIZE, 97))


def test_values_that_shun_the_common_rows() -> None:
    """The commonest of all are the rarest among those chosen: each has to be counted."""
    places = {f"v{n:03}": list(range(n * 20, 9_000 - n * 10)) for n in range(290)}
    index = Index([str(n) for n in range(9_000)], {"value": places})
    chosen = range(5_000, 9_000)
    tally = {value: len(set(chosen) & set(some)) for value, some in places.items()}
    wanted = sorted(((value, n) for value, n in tally.items() if n), key=lambda one: (-one[1], one[0]))
    assert index.counts("value", index.set_of(chosen), 12) == wanted[:12]


def test_days() -> None:
    lot = random.Random(3)
    starts = [date(2020, 1, 1) + timedelta(days=lot.randrange(700)) for _ in range(3_000)]
    days = [(day.isoformat() if lot.random() < 0.9 else "0000",
             (day + timedelta(days=lot.randrange(60))).isoformat() if lot.random() < 0.9 else "9999")
            for day in starts]  # fmt: skip
    found = Days(days)
    for asked in (" ~", "2020-05 ~", " 2020-05~", "2020-05-03 2020-05-03~", "2021 2021~", "9999 ~", "z ~", " 0000~",
                  "2021-03 2020-03~", "2019 2030~"):  # fmt: skip
        since, until = asked.split(" ")
        wanted = {n for n, (first, last) in enumerate(days) if last >= since and first <= until}
        assert set(found.within(since, until)) == wanted


def test_last() -> None:
    some = Index([str(n) for n in range(100)], {}).set_of([3, 40, 99])
    assert [last(some), last(some, 99), last(some, 40), last(some, 3), last(some, 0)] == [99, 40, 3, None, None]
    assert last(some - some) is None


def test_names() -> None:
    lot = random.Random(5)
    keys = sorted({("".join(lot.choices("ابپ ت", k=lot.randrange(1, 9))), f"id{n % 300}") for n in range(2_000)})
    found = Called(keys)
    for part in ("", "ا", "اب", "ب پ", "تتت", "ژ", " "):
        assert found.holding(part) == {one for name, one in keys if part in name}


def test_pages(index: Index) -> None:
    chosen = index.set_of(range(5, SIZE, 3))
    ids = [f"row{n}" for n in range(5, SIZE, 3)]
    for first in (0, 1, 49, 2_400, len(ids) - 3, len(ids)):
        assert index.page(chosen, first, 50) == ids[first : first + 50]
        assert index.page(chosen, first, 50, backwards=True) == ids[::-1][first : first + 50]


def test_one_of_several_values(index: Index, rows: list[tuple[str, ...]]) -> None:
    found = set(index.any_of("value", ["v1", "v2", "nothing"]))
    assert found == {n for n, some in enumerate(rows) if {"v1", "v2"} & set(some)}
