"""The day that a piece of metadata names, in whatever form a site writes it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from rasad.dates import calendars
from rasad.dates.expressions import read_dates
from rasad.dates.resolve import full_days
from rasad.packs.rows import read_rows
from rasad.tokens import INVISIBLE, fold

_LONGEST = 200
"""Code points: metadata that is longer is no date."""
_FIRST_YEAR = 1990
"""Pages of the web are not older; a smaller year is no day of publication."""
_LAST_YEAR = 2100
_LAST_SOLAR_YEAR = 1500
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.\\]\s?(\d{1,2})\s?[-/.\\]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.\\]\s?(\d{1,2})\s?[-/.\\]\s?(\d{4})(?!\d)")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{4,6}z?)?")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?[\s,./-]+([^\W\d_]{3,9})\.?[\s,./-]+(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"(?<!\w)([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
# Mon Dec 02 10:00:00 UTC 2024, as `date` prints it.
_CLOCK_BETWEEN = re.compile(r"([^\W\d_]{3})\s+(\d{1,2})\s+\d{1,2}:\d\d(?::\d\d)?\s+(?:[^\W\d_]+\s+)?(\d{4})(?!\d)")
# Seconds or milliseconds since 1970.
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")


def day_written(written: str) -> int | None:
    """Give the day number of a written date, None if it cannot be understood; years before 1500 are solar hijri.

    Day and month stand in this order unless that cannot be, as sites of the region write them.

    >>> [str(calendars.iso(day_written(w) or 1)) for w in ("17/05/2015", "1402-08-10", "2 Dec 2024")]
    ['2015-05-17', '2023-11-01', '2024-12-02']
    """
    text = fold(INVISIBLE.sub("", written)).strip().lower()
    if not text.isprintable() or not 6 <= len(text) <= _LONGEST:
        return None
    return next((day for day in _readings(text, written) if day is not None), None)


def day_of_parts(year: int, month: int, day: int) -> int | None:
    """Give the day number of year, month and day, in the calendar that the year tells; None if no page can have it."""
    if year < _LAST_SOLAR_YEAR:
        found = calendars.solar(year, month, day)
    else:
        found = calendars.gregorian(year, month, day)
    if found is None or not _FIRST_YEAR <= calendars.parts(calendars.GREGORIAN, found)[0] <= _LAST_YEAR:
        return None
    return found


def _readings(text: str, written: str) -> Iterator[int | None]:
    """Give the readings of a date, the safest first."""
    if m := _YEAR_FIRST.search(text):
        yield day_of_parts(int(m[1]), int(m[2]), int(m[3]))
    if m := _YEAR_LAST.search(text):
        yield day_of_parts(int(m[3]), int(m[2]), int(m[1])) or day_of_parts(int(m[3]), int(m[1]), int(m[2]))
    if m := _TOGETHER.fullmatch(text):
        yield day_of_parts(int(m[1]), int(m[2]), int(m[3]))
    yield _epoch(text)
    yield from _named(text)
    for lang in ("fa", "ar"):
        days = full_days(read_dates(written[:_LONGEST], fold(written[:_LONGEST]), lang))
        yield from (day for _, day in days[:1] if day_of_parts(*calendars.parts(calendars.GREGORIAN, day)))


def _named(text: str) -> Iterator[int | None]:
    """Read the month by its English or French name."""
    for pattern, order in ((_DAY_MONTH, (3, 2, 1)), (_MONTH_DAY, (3, 1, 2)), (_CLOCK_BETWEEN, (3, 1, 2))):
        for m in pattern.finditer(text):
            year, month, day = (m[part] for part in order)
            number = _months().get(month)
            if number:
                yield day_of_parts(int(year), number, int(day))


def _epoch(text: str) -> int | None:
    if not _EPOCH.fullmatch(text):
        return None
    whole = text.partition(".")[0]
    seconds = int(whole) // (1000 if len(whole) > 10 else 1)
    day = datetime.fromtimestamp(seconds, UTC).date()
    return day_of_parts(day.year, day.month, day.day)


@cache
def _months() -> dict[str, int]:
    return {row["form"]: int(row["month"]) for row in read_rows("dates/months.tsv")}
