"""What always holds of calendars, sets of days and the reader of expressions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.dates import calendars, dayset
from rasad.dates.dayset import DaySet
from rasad.dates.expressions import read_dates
from rasad.dates.resolve import days_of
from rasad.dates.vocabulary import vocabulary
from rasad.tokens import fold

DAYS = st.integers(date(1850, 1, 1).toordinal(), date(2150, 12, 31).toordinal())
SMALL = st.integers(2, 60)
SETS = st.lists(st.tuples(SMALL, SMALL), max_size=6).map(dayset.of_runs)


def members(days: DaySet) -> set[int]:
    return {day for first, last in days.runs for day in range(first, last + 1)}


@given(SETS, SETS)
def test_sets_are_sets(left: DaySet, right: DaySet) -> None:
    assert members(left.union(right)) == members(left) | members(right)
    assert members(left.intersect(right)) == members(left) & members(right)
    assert len(left) == len(members(left))


@given(SETS, SETS)
def test_runs_are_sorted_and_apart(left: DaySet, right: DaySet) -> None:
    for days in (left, left.union(right), left.intersect(right)):
        assert all(first <= last for first, last in days.runs)
        assert all(a[1] + 1 < b[0] for a, b in zip(days.runs, days.runs[1:], strict=False))


@given(SETS, SMALL)
def test_membership_bounds_and_shift(days: DaySet, day: int) -> None:
    assert (day in days) == (day in members(days))
    assert days.intersect(dayset.ALL) == days
    assert members(days.shift(3)) == {member + 3 for member in members(days)}
    assert members(days.intersect(dayset.bounds(day, None))) == {member for member in members(days) if member >= day}
    assert dayset.bounds(None, day).first is None
    assert dayset.bounds(None, day).last == day


@given(SETS, st.integers(0, 6))
def test_weekdays(window: DaySet, weekday: int) -> None:
    assert members(dayset.weekdays(weekday, window)) == {
        day for day in members(window) if date.fromordinal(day).weekday() == weekday
    }


@given(DAYS, st.sampled_from(["gregorian", "solar_hijri", "lunar_hijri"]))
def test_calendars_go_there_and_back(ordinal: int, calendar: str) -> None:
    run = calendars.day(calendar, *calendars.parts(calendar, ordinal))
    assert run is not None
    first, last = run
    assert (first + last) // 2 == ordinal
    assert last - first == (2 if calendar == "lunar_hijri" else 0)


@given(DAYS, st.sampled_from(["gregorian", "solar_hijri", "lunar_hijri"]))
def test_a_day_lies_in_its_month_and_year(ordinal: int, calendar: str) -> None:
    year, month, _ = calendars.parts(calendar, ordinal)
    assert ordinal in dayset.month(calendar, year, month)
    assert ordinal in dayset.year(calendar, year)
    assert calendars.weekday(ordinal) == date.fromordinal(ordinal).weekday()


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        ("gregorian", (2023, 2, 29)), ("gregorian", (2023, 13, 1)), ("gregorian", (0, 1, 1)),
        ("solar_hijri", (1396, 12, 30)), ("solar_hijri", (1396, 7, 31)), ("solar_hijri", (1396, 13, 1)),
        ("lunar_hijri", (1440, 1, 31)), ("lunar_hijri", (1440, 0, 1)),
    ],
)  # fmt: skip
def test_days_that_do_not_exist(calendar: str, day: tuple[int, int, int]) -> None:
    assert calendars.day(calendar, *day) is None


@pytest.mark.parametrize("calendar", [calendars.GREGORIAN, calendars.SOLAR_HIJRI])
def test_every_day_of_the_clock_has_a_date(calendar: str) -> None:
    days = [1, 2, 226_000, 226_894, 226_895, 227_000, calendars.LAST_DAY - 300, calendars.LAST_DAY]
    found = [calendars.parts(calendar, day) for day in days]
    assert found == sorted(found)
    assert all(1 <= month <= 12 and 1 <= day <= 31 for _, month, day in found)


def test_known_days() -> None:
    assert calendars.iso(calendars.solar(1395, 12, 30) or 0) == "2017-03-20"
    assert calendars.iso(calendars.solar(1403, 9, 4) or 0) == "2024-11-24"
    assert date(2018, 9, 11).toordinal() in dayset.day("lunar_hijri", 1440, 1, 1)
    # Outside the tabulated years the tabular calendar stands in: 1 Muharram 1300 was about 12 November 1882.
    assert date(1882, 11, 12).toordinal() in dayset.day("lunar_hijri", 1300, 1, 1)


def words_of(lang: str) -> st.SearchStrategy[str]:
    known = [*sorted(vocabulary(lang).words), "12", "1403", "2017", "،", "/", "(", ")", "-", "\n", ".", "و"]
    return st.lists(st.sampled_from(known), max_size=14).map(" ".join)


@given(st.sampled_from(["fa", "ar"]).flatmap(lambda lang: st.tuples(st.just(lang), words_of(lang) | st.text())))
def test_spans_lie_in_the_text_and_apart(case: tuple[str, str]) -> None:
    lang, text = case
    found = read_dates(text, fold(text), lang)
    ends = [0, *(mention.end for mention in found)]
    for mention, before in zip(found, ends, strict=False):
        assert before <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        assert mention.rule.startswith(f"packs/{lang}/")


@given(
    st.sampled_from(["fa", "ar"]).flatmap(lambda lang: st.tuples(st.just(lang), words_of(lang))), DAYS, st.booleans()
)
def test_everything_read_can_be_resolved(case: tuple[str, str], anchor: int, planned: bool) -> None:
    lang, text = case
    for mention in read_dates(text, fold(text), lang):
        days_of(mention, anchor, (None, anchor), planned)
        unseen = days_of(mention, None, (None, anchor), planned)
        assert mention.kind not in ("relative", "period") or unseen is None
