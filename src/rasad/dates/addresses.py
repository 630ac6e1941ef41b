"""The day of publication that an address names: in folders, in digits, or in an agency's numbers."""

import re
from functools import cache
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from rasad.dates import calendars
from rasad.dates.written import day_of_parts
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_LONGEST = 1000
"""Code points of an address that are looked at."""


class Shape(Struct, frozen=True):
    """A way in which addresses name a day: where, in which calendar, and the row that says so."""

    host: str
    calendar: str
    century: int
    match: re.Pattern[str]
    rule: str


def address_day(url: str) -> tuple[int, str] | None:
    """Give the day number that an address names, and the row that read it.

    >>> calendars.iso(address_day("https://www.farsnews.ir/news/8707060255")[0])
    '2008-09-27'
    """
    try:
        parts = urlsplit(url[:_LONGEST])
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    path = fold(unquote(f"{parts.path}?{parts.query}"))
    for shape in _shapes():
        if shape.host in host:
            day = next((day for m in shape.match.finditer(path) if (day := _day(shape, m))), None)
            if day is not None:
                return day, shape.rule
    return None


def _day(shape: Shape, m: re.Match[str]) -> int | None:
    year, month, day = int(m["y"]) + shape.century, int(m["m"]), int(m["d"])
    solar = year < 1500
    if shape.calendar and solar != (shape.calendar == calendars.SOLAR_HIJRI):
        return None
    return day_of_parts(year, month, day)


@cache
def _shapes() -> tuple[Shape, ...]:
    return tuple(
        Shape(row["host"], row["calendar"], int(row["century"] or 0), re.compile(row["form"]), row.rule)
        for row in read_rows("dates/urls.tsv")
    )
