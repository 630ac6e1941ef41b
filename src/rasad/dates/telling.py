"""Dates in words and in EDTF: what a reason says, what it leaves, and how fine the result is."""

from collections.abc import Sequence
from datetime import date

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from rasad.dates import calendars, dayset
from rasad.dates.dayset import DaySet
from rasad.model import DateInterval, DateMention

_MOST_TOLD = 6
_SEASONS = ("spring", "summer", "autumn", "winter")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def edtf(interval: DateInterval) -> str:
    """Write an interval in EDTF (level 1); nothing for an unknown date.

    >>> edtf(DateInterval("2024-12-01", "2024-12-31", "month", "stated"))
    '2024-12'
    """
    first, last = interval.earliest, interval.latest
    if not first and not last:
        return ""
    if not first or not last:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first
    run = (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    whole = _whole(run, (calendars.GREGORIAN,))
    return {"year": first[:4], "month": first[:7]}.get(whole, f"{first}/{last}")


def precision(days: DaySet) -> str:
    """Say how fine a set is: a day, a week, a whole month or year of a calendar, else an interval."""
    if len(days.runs) != 1 or days.first is None or days.last is None:
        return "interval"
    first, last = days.runs[0]
    if first == last:
        return "day"
    if last - first == 6:
        return "week"
    return _whole((first, last), (calendars.GREGORIAN, calendars.SOLAR_HIJRI))


def _whole(run: tuple[int, int], known: Sequence[str]) -> str:
    """Say whether a run is a whole month or year of a calendar; else it is an interval."""
    for calendar in known:
        year, month, _ = calendars.parts(calendar, run[0])
        if run == calendars.month(calendar, year, month):
            return "month"
        if run == calendars.year(calendar, year):
            return "year"
    return "interval"


def effect(before: DaySet, after: DaySet) -> str:
    """Say what a reason left of the days before it."""
    if before == after:
        return "agrees and adds nothing"
    if len(after.runs) > _MOST_TOLD:
        return f"leaves {len(after.runs)} candidates, {_told((after.runs[0][0], after.runs[-1][1]))}"
    return "leaves " + ", ".join(map(_told, after.runs))


def _told(run: tuple[int, int]) -> str:
    first, last = run
    if first == last:
        return calendars.iso(first)
    start = "..." if first <= dayset.FIRST_DAY else calendars.iso(first)
    return f"{start} to {'...' if last >= dayset.LAST_DAY else calendars.iso(last)}"


def listed(noun: str, items: Sequence[int]) -> str:
    """Name a few things one by one, and count many.

    >>> listed("year", [1389, 1395])
    'years 1389, 1395'
    """
    if len(items) > _MOST_TOLD:
        return f"{len(items)} {noun}s from {items[0]} to {items[-1]}"
    return f"{noun if len(items) == 1 else noun + 's'} {', '.join(map(str, items)) or 'none'}"


def describe(mention: DateMention) -> str:
    """Say an expression in English.

    >>> describe(DateMention(0, 1, "day_month", "solar_hijri", None, 11, 7, 3, None, None, ""))
    'Thursday 7 Bahman'
    """
    said = [
        None if mention.weekday is None else _WEEKDAYS[mention.weekday],
        None if mention.day is None else _day_words(mention.day, mention.day_last),
        None if mention.month is None else _month_name(mention.calendar, mention.month),
        None if mention.year is None else str(mention.year),
        _direction(mention),
    ]
    return " ".join(part for part in said if part) or mention.kind


def _direction(mention: DateMention) -> str | None:
    if mention.kind == "period":
        return _period_words(mention.offset, mention.unit)
    if mention.offset is None:
        return None
    unit = mention.unit or "such"
    named = {-1: f"last {unit}", 0: f"this {unit}", 1: f"next {unit}"}
    if mention.unit == "day":
        named = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return named.get(mention.offset, f"{abs(mention.offset)} {unit}s {'ahead' if mention.offset > 0 else 'ago'}")


def _period_words(offset: int | None, unit: str | None) -> str:
    if offset is None:
        return f"some {unit}s before the page" if unit else "some time"
    return f"the {abs(offset)} {unit}s {'after' if offset > 0 else 'before'} the page"


def _day_words(day: int, last: int | None) -> str:
    return str(day) if last is None else f"{day} to {last}"


def _month_name(calendar: str, number: int) -> str:
    if number >= calendars.FIRST_SEASON:
        return _SEASONS[number - calendars.FIRST_SEASON]
    if calendar == calendars.SOLAR_HIJRI:
        return str(JalaliDate(1400, number, 1).strftime("%B", locale="en"))  # type: ignore[no-untyped-call]
    if calendar == calendars.LUNAR_HIJRI:
        return str(Hijri(1440, number, 1).month_name("en"))
    return date(2000, number, 1).strftime("%B")
