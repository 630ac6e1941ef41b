"""From an expression to the set of days it can mean, seen from the day of publication where that is known."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from math import ceil, floor

from msgspec.structs import replace

from rasad.dates import calendars, dayset
from rasad.dates.dayset import DaySet
from rasad.model import DateMention

Bounds = tuple[int | None, int | None]
"""First and last day number; None is not known."""

# Where nothing else bounds a weekday or a day and month without a year: the web's news archives begin about here.
WINDOW_FIRST = date(1990, 1, 1).toordinal()
# A stand-in for "no end" while weekdays are counted; results that reach its last year are given as open.
HORIZON = date(2100, 12, 31).toordinal()
# Ten months: an unmarked "15 February" read in January is the coming one, not that of eleven months ago.
_NEAR = 304
# A weekday that does not fit is forgiven to a day and month of the last two months, or of the next two if planned.
_SLIP = 60
# A day named together with "today" may be off by the hours between writing and publishing, and no more.
_TODAY_DOUBT = 3
# "Some days ago" is less than a month, "some weeks" less than a quarter, "some months" less than two years.
_VAGUE = {"hour": 2, "day": 31, "week": 92, "month": 731}
# So many days of publication are gone through one by one.
_MOST_SEEN = 400
# Some five hundred years: what counts further back or ahead than this tells no day.
_FARTHEST = 200_000
# Days in a unit, as nearly as it allows; hours reach back into the day before.
_UNIT_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.24, "decade": 3652.4}


def days_of(
    mention: DateMention, anchor: int | None, published_bounds: Bounds = (None, None), planned: bool = False
) -> DaySet | None:
    """Give the days that an expression can mean; None where that hangs on a day of publication nobody knows.

    `anchor` is the day of publication, `published_bounds` what is known of it otherwise. The empty set says that there
    is no such day (30 February). A range gives its first day.
    """
    if abs(mention.offset or 0) * _UNIT_DAYS.get(mention.unit or "day", 1) > _FARTHEST:
        return None
    find = _BY_KIND.get(mention.kind)
    return None if find is None else find(mention, anchor, _window(published_bounds, planned), planned)


def days_seen_from(mention: DateMention, page: DaySet, planned: bool = False) -> DaySet | None:
    """Give the days that an expression can mean, seen from any day of a set: the page's day may be known so far only.

    A small set is gone through day by day. Of a large one the first and the last day are looked from, since what an
    expression means only moves forward with the day it is seen from.
    """
    if page.first is not None and page.first == page.last:
        return days_of(mention, page.first, (page.first, page.first), planned)
    if mention.day_last is not None and mention.day is not None:
        # Seen from a known day a range takes its first day; a page without one gives bounds: those of the range.
        each = (replace(mention, day=day, day_last=None) for day in range(mention.day, mention.day_last + 1))
        return reduce(DaySet.union, (days_seen_from(one, page, planned) or dayset.EMPTY for one in each), dayset.EMPTY)
    bounds = (page.first, page.last)
    if mention.kind in ("relative", "period") and (page.first is None) != (page.last is None):
        return _seen_from_one_end(mention, page)
    if page.first is None or page.last is None or mention.kind in ("day", "month_year", "year"):
        return _unseen(mention, bounds, planned)
    if len(page) <= _MOST_SEEN:
        return _seen_from_each(mention, page, planned)
    ends = [days_of(mention, day, bounds, planned) for day in bounds]
    if not ends[0] or not ends[1]:
        return None
    hull = dayset.bounds(ends[0].first, ends[1].last)
    if mention.kind in ("day_month", "month"):
        every = _unseen(mention, (hull.first, hull.last), planned)
        return None if every is None else every.intersect(hull)
    return hull if mention.weekday is None else dayset.weekdays(mention.weekday, hull)


def _seen_from_one_end(mention: DateMention, page: DaySet) -> DaySet | None:
    """Give the days an expression can mean, seen from a page of which only the first or the last day is known.

    A weekday narrows nothing here: an open side has no days to count.
    """
    end = page.last if page.first is None else page.first
    seen = None if end is None else days_of(mention, end, (end, end))
    if not seen:
        return None
    return dayset.bounds(None, seen.last) if page.first is None else dayset.bounds(seen.first, None)


def _seen_from_each(mention: DateMention, page: DaySet, planned: bool) -> DaySet | None:
    seen_from = (day for first, last in page.runs for day in range(first, last + 1))
    found = dayset.union(days_of(mention, day, (day, day), planned) or dayset.EMPTY for day in seen_from)
    return found or None


def _unseen(mention: DateMention, bounds: Bounds, planned: bool) -> DaySet | None:
    """Give the days of an expression that nobody sees from a known day, none of them far before the page can be."""
    days = days_of(mention, None, (None, None if planned else bounds[1]), planned)
    reach = {"day_month": _NEAR, "month": _NEAR, "weekday": 6}.get(mention.kind)
    if days and bounds[0] is not None and reach is not None:
        days = days.intersect(dayset.bounds(bounds[0] - reach, None))
    return days


def full_days(mentions: Sequence[DateMention]) -> list[tuple[DateMention, int]]:
    """Give the expressions that name a whole date, with its day (the middle one of a lunar date)."""
    found = []
    for mention in mentions:
        days = days_of(mention, None) if mention.kind == "day" else None
        if days:
            found.append((mention, (days.runs[0][0] + days.runs[0][1]) // 2))
    return found


def _full_day(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet:
    days = dayset.day(mention.calendar, mention.year or 0, mention.month or 0, mention.day or 0)
    if days and anchor is not None and mention.unit == "day" and mention.offset is not None:
        # "Today, 23 January 2016" on a page of 23 January 2017: the page's day stands, the number is a slip.
        named = anchor + mention.offset
        if abs(days.runs[0][0] - named) > _TODAY_DOUBT and abs(days.runs[-1][1] - named) > _TODAY_DOUBT:
            return dayset.bounds(named, named)
    return _on_weekday(days, mention) or days


def _month_year(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet:
    return _month_of(mention, mention.year or 0)


def _year(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet:
    return dayset.year(mention.calendar, mention.year or 0)


def _day_month(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    number, month = mention.day or 0, mention.month or 0

    def in_year(year: int) -> DaySet:
        days = dayset.day(mention.calendar, year, month, number)
        return _on_weekday(days, mention)

    return _recurring(mention, anchor, window, planned, in_year)


def _month(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    return _recurring(mention, anchor, window, planned, lambda year: _month_of(mention, year))


def _month_of(mention: DateMention, year: int) -> DaySet:
    """Give the days of a month or a season."""
    number = mention.month or 0
    find = dayset.season if number >= calendars.FIRST_SEASON else dayset.month
    return find(mention.calendar, year, number)


def _recurring(
    mention: DateMention, anchor: int | None, window: DaySet, planned: bool, in_year: Callable[[int], DaySet]
) -> DaySet | None:
    """Give what comes once a year: in the year said, else in the year nearest the anchor, else in every year."""
    if mention.unit == "year" and mention.offset is not None:
        return None if anchor is None else in_year(calendars.parts(mention.calendar, anchor)[0] + mention.offset)
    if anchor is not None:
        near = _nearest(mention, anchor, planned, in_year)
        if near and _distance(near, anchor) <= _NEAR:
            return near
        near = dayset.EMPTY if mention.weekday is not None else near
        if mention.weekday is not None and mention.kind == "day_month":
            # A weekday that no near year fits is a slip of the pen where day and month are of these weeks.
            plain = _day_month(replace(mention, weekday=None), anchor, window, planned)
            here = plain is not None and (planned or plain.intersect(dayset.bounds(None, anchor)))
            near = plain if plain and here and _distance(plain, anchor) <= _SLIP else near
        if near:
            return near
    return dayset.union(map(in_year, _years(mention.calendar, window))).intersect(window)


def _nearest(mention: DateMention, anchor: int, planned: bool, in_year: Callable[[int], DaySet]) -> DaySet:
    """Give the occurrence that the direction asks for, unless it is too far off and the other one is near."""
    here = calendars.parts(mention.calendar, anchor)[0]
    found = [days for days in map(in_year, (here - 1, here, here + 1)) if days]
    past = [days for days in found if days.runs[0][0] <= anchor]
    coming = [days for days in found if days.runs[-1][1] >= anchor]
    if mention.offset == 0 or mention.unit == "day" or not past or not coming:
        return min(found, key=lambda days: _distance(days, anchor), default=dayset.EMPTY)
    if mention.offset:
        before = [days for days in found if days.runs[-1][1] < anchor]
        after = [days for days in found if days.runs[0][0] > anchor]
        return (before or past)[-1] if mention.offset < 0 else (after or coming)[0]
    first, second = (coming[0], past[-1]) if planned else (past[-1], coming[0])
    return first if _distance(first, anchor) <= _NEAR else second


def _weekday(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    weekday = mention.weekday or 0
    if anchor is None:
        return None if mention.unit else dayset.weekdays(weekday, window)
    if mention.unit and mention.offset is not None:
        around = _shifted(mention.unit, mention.offset, anchor, mention.calendar)
        return dayset.weekdays(weekday, around) if around else None
    ahead = mention.offset > 0 if mention.offset else planned
    strict = 1 if mention.offset else 0
    if ahead:
        return dayset.weekdays(weekday, dayset.bounds(anchor + strict, anchor + strict + 6))
    return dayset.weekdays(weekday, dayset.bounds(anchor - strict - 6, anchor - strict))


def _relative(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    if anchor is None or mention.offset is None or mention.unit is None:
        return None
    days = _shifted(mention.unit, mention.offset, anchor, mention.calendar)
    if days is None or mention.unit != "day" or mention.weekday is None:
        return _day_within(days, mention)
    # The weekday written wins over the hour of publishing: "today, Sunday" on a page of Monday is Sunday.
    middle = days.runs[0][0]
    return dayset.weekdays(mention.weekday, dayset.bounds(middle - _TODAY_DOUBT, middle + _TODAY_DOUBT))


def _day_within(days: DaySet | None, mention: DateMention) -> DaySet | None:
    """Give the day "the fifth" of "this month"."""
    if days is None or mention.day is None:
        return days
    year, month, _ = calendars.parts(mention.calendar, days.runs[0][0])
    return dayset.day(mention.calendar, year, month, mention.day)


def _period(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    """Give a stretch that ends (or begins) at the anchor: "the past eight months", "some days ago"."""
    if anchor is None or mention.unit is None:
        return None
    if mention.offset is None:
        vague = _VAGUE.get(mention.unit)
        return None if vague is None else dayset.bounds(anchor - vague, anchor)
    other = _moved(mention.unit, mention.offset, anchor, mention.calendar)
    return None if other is None else dayset.bounds(min(anchor, other), max(anchor, other))


_BY_KIND: dict[str, Callable[[DateMention, int | None, DaySet, bool], DaySet | None]] = {
    "day": _full_day,
    "day_month": _day_month,
    "month_year": _month_year,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "relative": _relative,
    "period": _period,
}


def _shifted(unit: str, offset: int, anchor: int, calendar: str) -> DaySet | None:
    """Give the whole day, week, month or year so many units from the anchor."""
    if unit == "week":
        # The week begins on Saturday where the solar calendar is used, else on Monday.
        begins = 5 if calendar == calendars.SOLAR_HIJRI else 0
        start = anchor - (calendars.weekday(anchor) - begins) % 7 + 7 * offset
        return dayset.bounds(start, start + 6)
    year, month, _ = calendars.parts(calendar, anchor)
    if unit == "month":
        index = year * 12 + month - 1 + offset
        return dayset.month(calendar, index // 12, index % 12 + 1)
    if unit == "year":
        return dayset.year(calendar, year + offset)
    return dayset.bounds(anchor + offset, anchor + offset) if unit == "day" else None


def _moved(unit: str, offset: int, anchor: int, calendar: str) -> int | None:
    """Give the day so many units from the anchor, as nearly as the unit allows."""
    if unit not in _UNIT_DAYS:
        return None
    days = offset * _UNIT_DAYS[unit]
    return anchor + (floor(days) if days < 0 else ceil(days)) if unit == "hour" else anchor + round(days)


def _window(published_bounds: Bounds, planned: bool) -> DaySet:
    """Give the days where an event can lie at all: before the last possible day of publication, unless planned."""
    last = published_bounds[1]
    return dayset.bounds(WINDOW_FIRST, HORIZON if planned or last is None else last)


def _years(calendar: str, window: DaySet) -> range:
    if not window:
        return range(0)
    first, last = window.runs[0][0], window.runs[-1][1]
    return range(calendars.parts(calendar, first)[0], calendars.parts(calendar, last)[0] + 1)


def _on_weekday(days: DaySet, mention: DateMention) -> DaySet:
    return days if mention.weekday is None else dayset.weekdays(mention.weekday, days)


def _distance(days: DaySet, anchor: int) -> int:
    return max(days.runs[0][0] - anchor, anchor - days.runs[-1][1], 0)
