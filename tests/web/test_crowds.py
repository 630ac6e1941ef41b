"""Drawings of many things: far-off months and neighbouring places are put together, none is lost."""

import random
from typing import Any

import pytest

from rasad.web.views import events
from rasad.web.views import map as chart
from rasad.web.views.map import Frame, points


def frame() -> Frame:
    return chart._fitted(25.0, 12.0, 75.0, 42.0)


def test_dots_stand_apart_and_no_place_is_lost() -> None:
    lot = random.Random(7)
    placed = [(place, lot.randrange(1, 90)) for place in sorted(points())[::2]]
    assert len(placed) > 2000
    placed.sort(key=lambda one: -one[1])
    groups = chart._groups(placed, frame())
    inside = {
        place for place, _ in placed
        if 0 <= frame().x(points()[place][0]) <= chart.WIDE and 0 <= frame().y(points()[place][1]) <= chart.TALL
    }  # fmt: skip
    assert sorted(place for group in groups for place, _ in group) == sorted(inside)
    assert len(groups) < len(inside) / 2
    heads = [(frame().x(points()[g[0][0]][0]), frame().y(points()[g[0][0]][1])) for g in groups]
    for n, (x, y) in enumerate(heads):
        assert all((x - a) ** 2 + (y - b) ** 2 >= chart.NEAR**2 for a, b in heads[:n])
    assert all(group[0][1] == max(count for _, count in group) for group in groups)


@pytest.mark.parametrize("asked", ["", "1,2,3", "a,b,c,d", "9,9,8,8", "-200,0,200,10", "nan,0,1,1", "0,0,inf,1"])
def test_a_part_that_is_none_is_the_whole(asked: str) -> None:
    assert chart._part(asked) is None


def test_a_part_is_west_south_east_north() -> None:
    assert chart._part("35.9,33,36.5,34.1") == (35.9, 33, 36.5, 34.1)


def test_one_event_far_off_does_not_press_the_others_together() -> None:
    months = {f"2016-{month:02}": 60 for month in range(1, 13)} | {"2063-01": 1, "1990-05": 2}
    assert events._spread(months) == [f"2016-{month:02}" for month in range(1, 13)]
    assert events._spread({"2016-01": 3, "2063-01": 1}) == [str(year) for year in range(2016, 2064)]
    assert events._spread({}) == []


class FakeLinks:
    def changed(self, **query: Any) -> str:
        return str(sorted((k, v) for k, v in query.items() if v))


def test_what_is_cut_has_a_bar_of_its_own() -> None:
    class FakeAsk:
        links = FakeLinks()

    months = {"1990-05": 2, "2016-01": 60, "2016-02": 70, "2063-01": 1}
    ask: Any = FakeAsk()
    (before,) = events._beyond(ask, months, {"1990-05": 1}, ["2016-01", "2016-02"], "before")
    (after,) = events._beyond(ask, months, {}, ["2016-01", "2016-02"], "after")
    assert (before.name, before.count, before.sure, before.edge) == ("1990-05", 2, 1, "before")
    assert before.href == "[('to', '1990-05')]"
    assert (after.name, after.count, after.href) == ("2063-01", 1, "[('from', '2063-01')]")
    assert not list(events._beyond(ask, {"2016-01": 1}, {}, ["2016-01"], "after"))
