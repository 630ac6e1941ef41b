"""Deeds that come again and again, told without a day: only what tells one from the other makes two tellings one."""

from functools import cache
from hashlib import sha256

import pytest
from test_fuse import days, report

from rasad.cli.packing import load_packs
from rasad.corpus import fuse
from rasad.fuse.compare import explain, other_time, points
from rasad.fuse.events import ClockKey, FigureKey, ReportKey
from rasad.fuse.measures import days_between
from rasad.fuse.profile import profile
from rasad.fuse.reports import report_keys
from rasad.fuse.weights import weights
from rasad.model import Outside, Page
from rasad.pipeline import analyse
from rasad.store.rows import report_ids

# Raids near Damascus of four nights, and the first of them told by a second page.
THURSDAY = (
    "شنت إسرائيل فجر الخميس غارات جوية على مواقع في ريف دمشق، وفق ما نقلت سانا عن مصدر عسكري.\n"
    "وقال المصدر إن القصف أصاب مستودعا للوقود قرب بلدة الكسوة وأدى إلى مقتل 3 جنود."
)
THURSDAY_AGAIN = (
    "أعلن مصدر عسكري سوري مقتل 3 جنود في غارات جوية شنتها إسرائيل فجر الخميس على مواقع في ريف دمشق.\n"
    "وأصاب القصف مستودعا للوقود قرب بلدة الكسوة، بحسب سانا."
)
SUNDAY = (
    "شنت إسرائيل مساء الأحد غارات جوية على نقاط في ريف دمشق، بحسب وكالة سانا.\n"
    "وقال مصدر عسكري إن الدفاعات الجوية أسقطت بعض الصواريخ واقتصرت الأضرار على الماديات."
)
TUESDAY = (
    "جنگنده‌های اسرائیلی بامداد سه‌شنبه منطقه‌ای در حومه دمشق را بمباران کردند.\n"
    "به گزارش سانا، این حمله هوایی دو زخمی بر جا گذاشت."
)
NO_DAY = "شنت إسرائيل غارات جوية على مواقع في ريف دمشق، وفق سانا، من دون وقوع إصابات."


@cache
def told(name: str, text: str) -> tuple[ReportKey, ...]:
    page = Page(Outside(name), text, sha256(text.encode()).hexdigest())
    record = analyse(page, load_packs()).record
    assert record is not None
    return report_keys(text, record, report_ids(record))


def together(*texts: str) -> set[frozenset[str]]:
    """Give the pages that make one event, of attacks alone."""
    keys = [key for n, text in enumerate(texts) for key in told(f"page-{n}", text) if key.type == "ASSAULT"]
    assert {key.page_id for key in keys} == {f"page-{n}" for n in range(len(texts))}
    page = {key.id: key.page_id for key in keys}
    found = (frozenset(page[member.report] for member in event.members) for event in fuse(keys).events)
    return {pages for pages in found if len(pages) > 1}


def test_raids_of_several_nights_stay_apart() -> None:
    assert together(THURSDAY, SUNDAY, TUESDAY) == set()
    # What tells no time at all may be of one of them, and never holds two of them together.
    assert all(len(pages) == 2 and "page-3" in pages for pages in together(THURSDAY, SUNDAY, TUESDAY, NO_DAY))


def test_one_raid_told_twice_without_a_day_is_one() -> None:
    assert together(THURSDAY, THURSDAY_AGAIN, SUNDAY, TUESDAY) == {frozenset({"page-0", "page-1"})}


def test_parties_type_and_place_are_not_enough_without_a_day() -> None:
    def of(**more: object) -> float:
        return points(profile(report(1, **more)), profile(report(2, **more)))

    assert of() > 0 > of(date=None)
    # The day of both pages is a day too.
    assert of(date=None, day="2022-05-08") > of(date=None) + 1


def test_the_reasons_add_up_to_the_points_of_their_own_column() -> None:
    a, b = profile(report(1, date=None)), profile(report(2, date=None))
    total = sum(float(reason.split()[0]) for reason in explain(a, b).reasons)
    assert total == pytest.approx(points(a, b), abs=0.05)
    assert weights()["threshold"] < weights(undated=True)["threshold"] < 0
    assert weights()["join_mean"] == weights(undated=True)["join_mean"]


@pytest.mark.parametrize(("one", "other", "far"), [(0, 6, 1), (6, 0, 1), (3, 3, 0), (1, 5, 3), (0, 3, 3)])
def test_weekdays_lie_in_a_ring(one: int, other: int, far: int) -> None:
    assert days_between(one, other) == far


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ({"weekday": 3}, {"weekday": 0}, True),
        ({"weekday": 3}, {"weekday": 4}, False),
        ({"weekday": 3}, {}, False),
        ({"clock": ClockKey(145, None)}, {"clock": ClockKey(275, None)}, True),
        ({"clock": ClockKey(145, None)}, {"clock": ClockKey(160, None)}, False),
        ({"clock": ClockKey(10, None)}, {"clock": ClockKey(1430, None)}, False),
        ({"clock": ClockKey(145, "Asia/Tehran")}, {"clock": ClockKey(275, "Asia/Damascus")}, False),
    ],
)
def test_what_tells_the_time_of_two(mine: dict[str, object], theirs: dict[str, object], apart: bool) -> None:
    assert other_time(profile(report(1, date=None, **mine)), profile(report(2, date=None, **theirs))) is apart


def test_weekdays_of_dated_reports_say_nothing_more() -> None:
    assert not other_time(profile(report(1)), profile(report(2, date=days("2022-05-09"))))


def test_other_dead_are_other_events_only_where_no_day_is_known() -> None:
    def of(count: float, number: int, **more: object) -> ReportKey:
        return report(number, figures=(FigureKey(count, "exactly", "people killed"),), **more)

    def lost(**more: object) -> float:
        same, other = (points(profile(of(3, 1, **more)), profile(of(n, 2, **more))) for n in (3, 12))
        return same - other

    assert lost(date=None) > lost() + 2
