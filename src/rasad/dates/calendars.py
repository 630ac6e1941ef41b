"""Three calendars as day numbers (`date.toordinal`), so that all arithmetic is arithmetic of whole numbers."""

from datetime import date

from hijridate import Gregorian as _HijriFromGregorian
from hijridate import Hijri
from persiantools.jdatetime import MAXYEAR, MINYEAR, JalaliDate

Days = tuple[int, int]
"""First and last day number, both included."""

GREGORIAN = "gregorian"
SOLAR_HIJRI = "solar_hijri"
LUNAR_HIJRI = "lunar_hijri"

FIRST_SEASON = 21
"""Seasons are numbered as months 21 (spring) to 24, as in EDTF."""

LAST_DAY = date.max.toordinal()

# The days that the library knows as solar hijri ones; 33 years with 8 leap days are its cycle.
_SOLAR_DAYS = (
    JalaliDate(MINYEAR, 1, 1).to_gregorian().toordinal(),  # type: ignore[no-untyped-call]
    JalaliDate(MAXYEAR, 12, 29).to_gregorian().toordinal(),  # type: ignore[no-untyped-call]
)
_CYCLE_YEARS, _CYCLE_DAYS = 33, 33 * 365 + 8
# The lunar month begins with a sighting: Iran, the Maghreb and Umm al-Qura may differ by a day.
_LUNAR_DOUBT = 1
# Umm al-Qura is tabulated for these years (hijridate); outside them the tabular calendar stands in.
_UMM_AL_QURA = range(1343, 1501)
# Day number of 1 Muharram 1 in the tabular (civil) lunar calendar: 19 July 622, proleptic Gregorian.
_LUNAR_EPOCH = date(622, 7, 19).toordinal()


def day(calendar: str, year: int, month: int, number: int) -> Days | None:
    """Give the days that a full date can mean: one day, or three in the lunar calendar; None if there is no such day.

    >>> day("solar_hijri", 1395, 11, 7) == (date(2017, 1, 26).toordinal(),) * 2
    True
    """
    if calendar == LUNAR_HIJRI:
        middle = _lunar(year, month, number)
        return None if middle is None else (middle - _LUNAR_DOUBT, middle + _LUNAR_DOUBT)
    exact = solar(year, month, number) if calendar == SOLAR_HIJRI else gregorian(year, month, number)
    return None if exact is None else (exact, exact)


def month(calendar: str, year: int, number: int) -> Days | None:
    """Give the first and last day of a month."""
    first = day(calendar, year, number, 1)
    after = day(calendar, year + number // 12, number % 12 + 1, 1)
    return None if first is None or after is None else (first[0], after[1] - 1)


def year(calendar: str, number: int) -> Days | None:
    """Give the first and last day of a year."""
    first, after = day(calendar, number, 1, 1), day(calendar, number + 1, 1, 1)
    return None if first is None or after is None else (first[0], after[1] - 1)


def gregorian(year: int, month: int, day: int) -> int | None:
    """Give the day number of a Gregorian date, None if it does not exist."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def solar(year: int, month: int, day: int) -> int | None:
    """Give the day number of a solar hijri (Jalali) date, None if it does not exist."""
    try:
        return int(JalaliDate(year, month, day).to_gregorian().toordinal())  # type: ignore[no-untyped-call]
    except ValueError:
        return None


def lunar(year: int, month: int, day: int) -> Days | None:
    """Give the days that a lunar hijri date can mean: its day by the table, and one on either side."""
    middle = _lunar(year, month, day)
    return None if middle is None else (middle - _LUNAR_DOUBT, middle + _LUNAR_DOUBT)


def parts(calendar: str, ordinal: int) -> tuple[int, int, int]:
    """Give year, month and day of a day number in a calendar."""
    if calendar == SOLAR_HIJRI:
        return _solar_parts(ordinal)
    if calendar == LUNAR_HIJRI:
        return _lunar_parts(ordinal)
    plain = date.fromordinal(ordinal)
    return (plain.year, plain.month, plain.day)


def weekday(ordinal: int) -> int:
    """Give the weekday of a day number, Monday = 0."""
    return (ordinal - 1) % 7


def iso(ordinal: int) -> str:
    """Write a day number as an ISO date.

    >>> iso(736355)
    '2017-01-26'
    """
    return date.fromordinal(ordinal).isoformat()


def _solar_parts(ordinal: int) -> tuple[int, int, int]:
    """Count on by whole cycles where the library stops: before the year 1, and in the last months of the year 9999."""
    first, last = _SOLAR_DAYS
    cycles = max(0, (first - ordinal + _CYCLE_DAYS - 1) // _CYCLE_DAYS) - (ordinal > last)
    near = JalaliDate(date.fromordinal(ordinal + cycles * _CYCLE_DAYS))  # type: ignore[no-untyped-call]
    return (near.year - cycles * _CYCLE_YEARS, near.month, near.day)


def _lunar(year: int, month: int, day: int) -> int | None:
    if not (1 <= month <= 12 and 1 <= day <= 30 and year >= 1):
        return None
    if year not in _UMM_AL_QURA:
        return _tabular(year, month, day)
    try:
        return int(Hijri(year, month, day).to_gregorian().toordinal())
    except (ValueError, OverflowError):
        # The month has 29 days in the table; a sighting may still have given it a thirtieth.
        return int(Hijri(year, month, 29).to_gregorian().toordinal()) + 1


def _tabular(year: int, month: int, day: int) -> int:
    """Give a day number in the tabular lunar calendar: eleven leap days in thirty years."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return _LUNAR_EPOCH + days


def _lunar_parts(ordinal: int) -> tuple[int, int, int]:
    try:
        plain = date.fromordinal(ordinal)
        hijri = _HijriFromGregorian(plain.year, plain.month, plain.day).to_hijri()
        return (hijri.year, hijri.month, hijri.day)
    except OverflowError:
        return _tabular_parts(ordinal)


def _tabular_parts(ordinal: int) -> tuple[int, int, int]:
    year = max(1, (30 * (ordinal - _LUNAR_EPOCH) + 10646) // 10631)
    month = 12
    while month > 1 and _tabular(year, month, 1) > ordinal:
        month -= 1
    return (year, month, ordinal - _tabular(year, month, 1) + 1)
