"""From a pattern found to what it says: day, month, year, weekday, or how far from the day of speaking."""

from collections.abc import Sequence

from msgspec import Struct

from rasad.dates.patterns import Pattern
from rasad.dates.scanner import Token, meaning
from rasad.dates.vocabulary import Meaning, YearRange
from rasad.model import DateMention, Span
from rasad.packs.rows import read_rows

Offset = tuple[int | None, str | None]
"""How many units away, and which unit; a number without a unit is a direction (last March)."""

_LAST_LUNAR = 1500
"""A lunar month beside a larger year is told with the Gregorian year, which is then no year of its calendar."""
_LAST_SHORT_YEAR = 99
_BARE = 2
"""Tokens of a day and a month alone."""
_LASTING = ("week", "month", "year")
"""Units with which "since" tells how long as well as how long ago."""
_OPENERS = '«"“‘'
_CLOSERS = '»"”’'
_GONE = ("mod", "before")
_NO_OFFSET: Offset = (None, None)
# Where the direction of a date is written: the name kept by the pattern, the classes it may have, and the unit.
_OFFSETS = (
    ("yearmod", _GONE, "year"), ("yearpre", "pre", "year"), ("yearname", "name_year", "year"),
    ("monthmod", _GONE, "month"), ("monthpre", "pre", "month"), ("weekmod", _GONE, "week"), ("weekpre", "pre", "week"),
    ("mod", (*_GONE, "pre"), None),
    ("name", "name_day", "day"), ("daymod", _GONE, "day"), ("daypre", "pre", "day"),
)  # fmt: skip


class Match(Struct, frozen=True):
    """A pattern found over a run of tokens (start and end count tokens), its span in the text, and what it kept."""

    start: int
    end: int
    span: Span
    pattern: Pattern
    kept: dict[str, list[Token]]


def build(match: Match, folded: str, calendars: Sequence[YearRange]) -> DateMention | None:
    """Make the mention of a match; None if what is written is no date after all."""
    kind = match.pattern.kind
    if kind in ("ago", "period", "relative"):
        return _relative(match, folded, calendars)
    if "date" in match.kept:
        return _numeric(match, folded, calendars)
    if kind == "weekday" and _is_quoted(match, folded):
        return None
    if kind == "weekday":
        offset = _offset(match)
        return _mention(match, folded, "weekday", calendars[0].calendar, offset=offset)
    if kind == "year":
        calendar, year = _year(match, None, calendars)
        return _mention(match, folded, "year", calendar, year=year) if year else None
    return _calendar_date(match, folded, calendars)


def _calendar_date(match: Match, folded: str, calendars: Sequence[YearRange]) -> DateMention | None:
    """Read day and month, month and year, month; "the fifth of this month" is relative."""
    month = _kept(match, "month", ("month", "season"))
    day = None if "either" in match.kept else _number(match, "day")
    if month is None:
        return _mention(match, folded, "relative", calendars[0].calendar, day=day, offset=_offset(match))
    calendar, year = _year(match, month.unit, calendars)
    if year and _ends_next_year(match, month):
        year -= 1
    kind = ("day" if year else "day_month") if day else ("month_year" if year else "month")
    if kind == "day_month" and _is_name(match, calendar, month.value, day or 0):
        return None
    offset = _NO_OFFSET if year and _offset(match)[1] != "day" else _offset(match)
    return _mention(match, folded, kind, calendar, year, month.value, day, offset)


def _is_quoted(match: Match, folded: str) -> bool:
    """Say whether a weekday stands alone in quotation marks: then it is a name, such as the city of Dushanbe."""
    start, end = match.span
    quoted = folded[start - 1 : start] in tuple(_OPENERS) and folded[end : end + 1] in tuple(_CLOSERS)
    return quoted and match.end - match.start == 1


def _is_name(match: Match, calendar: str, month: int, day: int) -> bool:
    """Say whether a bare day and month stand for what happened then ("since 11 September")."""
    if match.end - match.start > _BARE:
        return False
    known = {(row["calendar"], row["month"], row["day"]) for row in read_rows("dates/names.tsv")}
    return (calendar, str(month), str(day)) in known


def _ends_next_year(match: Match, month: Meaning) -> bool:
    """Say whether a range such as 28 December to 3 January 2018 names only the year it ends in."""
    last = _kept(match, "lastmonth", "month")
    after = last and match.kept["year"][0].start > match.kept["lastmonth"][0].start
    return bool(last and after and last.value < month.value)


def _numeric(match: Match, folded: str, calendars: Sequence[YearRange]) -> DateMention | None:
    date = match.kept["date"][0].date
    if date is None:
        return None
    era = _kept(match, "era", "era")
    if date[0] <= _LAST_SHORT_YEAR:
        calendar, year = _short_year(date[0], None, calendars)
        date = (year or 0, *date[1:])
        return _mention(match, folded, "day", calendar, *date, _offset(match)) if year else None
    calendar = era.unit if era else _calendar_of(date[0], calendars)
    return _mention(match, folded, "day", calendar, *date, _offset(match)) if calendar else None


def _relative(match: Match, folded: str, calendars: Sequence[YearRange]) -> DateMention:
    """Read a day, a unit or a number of units from the day of speaking."""
    era = _kept(match, "era", "era")
    calendar = era.unit if era else calendars[0].calendar
    unit = _kept(match, "unit", "")
    if unit is None:
        return _mention(match, folded, match.pattern.kind, calendar, offset=_offset(match))
    if match.pattern.kind == "relative":
        return _mention(match, folded, "relative", calendar, offset=(_direction(match), unit.unit))
    count = _number(match, "count") or (2 if unit.cls.startswith("dual") else 1)
    if match.pattern.kind == "ago":
        lasting = _kept(match, "ago", "ago_since") is not None and unit.unit in _LASTING
        kind = "period" if lasting or unit.unit in ("hour", "decade") else "relative"
        return _mention(match, folded, kind, calendar, offset=(count * _direction(match), unit.unit))
    return _mention(match, folded, "period", calendar, offset=_stretch(match, count, unit))


def _stretch(match: Match, count: int, unit: Meaning) -> Offset:
    """Give the length of a period: no number for "some" or "the last", and nothing at all for those to come."""
    counted = "count" in match.kept or unit.cls.startswith("dual")
    if counted and "mod" in match.kept:
        # "The last three years" without last or next is the past.
        return (count * (_direction(match) or -1), unit.unit)
    ahead = _kept(match, "vaguemod", "mod")
    return (None, None if ahead and ahead.value > 0 else unit.unit)


def _mention(
    match: Match,
    folded: str,
    kind: str,
    calendar: str,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    offset: Offset = _NO_OFFSET,
) -> DateMention:
    start, end = match.span
    end = start + len(folded[start:end].rstrip())
    if folded[end : end + 1] == ")" and folded.count("(", start, end) > folded.count(")", start, end):
        end += 1
    known = _kept(match, "weekday", "weekday")
    weekday = None if known is None else known.value
    last = _number(match, "day_last") if day else None
    return DateMention(start, end, kind, calendar, year, month, day, weekday, *offset, _rule(match), last)


def _offset(match: Match) -> Offset:
    for name, cls, unit in _OFFSETS:
        found = _kept(match, name, cls)
        if found:
            return (found.value, unit)
    return _NO_OFFSET


def _direction(match: Match) -> int:
    found = _kept(match, "mod", _GONE) or _kept(match, "ago", "ago") or _kept(match, "pre", "pre")
    return found.value if found else 0


def _year(match: Match, calendar: str | None, calendars: Sequence[YearRange]) -> tuple[str, int | None]:
    """Give calendar and year; a year that the calendar does not know is none."""
    era = _kept(match, "era", "era")
    token = match.kept["year"][0] if "year" in match.kept else None
    known = era.unit if era else calendar
    if token is None:
        return (known or calendars[0].calendar, None)
    number = token.number
    if number <= _LAST_SHORT_YEAR:
        return _short_year(number, known, calendars)
    if era and not calendar:
        return (era.unit, number)
    found = known or _calendar_of(number, calendars)
    fits = any(span.calendar == found and span.first <= number <= span.last for span in calendars)
    return (found, number if fits or (found == "lunar_hijri" and number <= _LAST_LUNAR) else None)


def _short_year(number: int, calendar: str | None, calendars: Sequence[YearRange]) -> tuple[str, int | None]:
    """Read a year of two digits, in a calendar that is written so."""
    for span in calendars:
        if span.pivot and calendar in (None, span.calendar):
            year = span.pivot - span.pivot % 100 + number
            return (span.calendar, year if year >= span.pivot else year + 100)
    return (calendar or calendars[0].calendar, None)


def _calendar_of(year: int, calendars: Sequence[YearRange]) -> str:
    return next((span.calendar for span in calendars if span.first <= year <= span.last), "")


def _kept(match: Match, name: str, cls: str | tuple[str, ...]) -> Meaning | None:
    """Give the meaning of the first token kept under a name, as a word of that class."""
    return meaning(match.kept[name][0], cls) if name in match.kept else None


def _number(match: Match, name: str) -> int | None:
    """Give the number kept under a name; of "one or two days" the last."""
    return match.kept[name][-1 if name == "count" else 0].number if name in match.kept else None


def _rule(match: Match) -> str:
    """Give the row that named the month, else the weekday, else whatever else was named; else the pattern's."""
    for name in ("month", "weekday", "name", "yearname", "mod", "ago", "unit", "daymod", "pre"):
        if name in match.kept and match.kept[name][0].meanings:
            return match.kept[name][0].meanings[0].rule
    return match.pattern.rule
