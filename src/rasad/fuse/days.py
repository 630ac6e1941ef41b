"""Intervals of days as two numbers, open sides included."""

from datetime import date
from functools import lru_cache

from rasad.fuse.events import ReportKey
from rasad.model import DateInterval

FIRST, LAST = date.min.toordinal(), date.max.toordinal()

Days = tuple[int, int]
"""First and last day, as ordinals; FIRST and LAST stand for open sides."""


@lru_cache(20_000)  # days come again and again
def ordinal(day: str | None, otherwise: int) -> int:
    """Give the number of an ISO day."""
    return date.fromisoformat(day).toordinal() if day else otherwise


def iso(number: int) -> str | None:
    """Give the ISO day of a number; an open side has none."""
    return None if number in (FIRST, LAST) else date.fromordinal(number).isoformat()


def days_of(interval: DateInterval | None) -> Days:
    """Give an interval's days; no interval is all days."""
    if interval is None:
        return (FIRST, LAST)
    return (ordinal(interval.earliest, FIRST), ordinal(interval.latest, LAST))


def width(days: Days) -> int:
    """Give the number of days between the first and the last."""
    return days[1] - days[0]


def gap(a: Days, b: Days) -> int:
    """Give the days that lie between two intervals; 0 when they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])


def is_dated(report: ReportKey) -> bool:
    """Tell whether anything is known of the report's day."""
    return days_of(report.date) != (FIRST, LAST)


def shown(days: Days) -> str:
    """Write an interval for people."""
    first, last = iso(days[0]), iso(days[1])
    if first == last:
        return first or "an unknown day"
    return f"{first or '…'} to {last or '…'}"
