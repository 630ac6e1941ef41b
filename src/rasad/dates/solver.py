"""From expressions to days: sets are intersected, every step is told in words, and no day is ever made up."""

from collections.abc import Callable, Sequence
from datetime import date

from hijridate import Hijri
from msgspec import Struct
from persiantools.jdatetime import JalaliDate

from rasad.dates import calendars, dayset
from rasad.dates.dayset import DaySet
from rasad.model import DateInterval, DateMention, Span

Bounds = tuple[int | None, int | None]
"""First and last day number; None is not known."""
Tenure = tuple[str, str, str, str]
"""Person, office, ISO from, ISO to; the ISO dates may be cut to a month or a year, empty is open."""

# Where nothing else bounds a weekday or a day and month without a year: the web's news archives begin about here.
WINDOW_FIRST = date(1990, 1, 1).toordinal()
# A stand-in for "no end" while weekdays are counted; results that reach its last year are given as open.
HORIZON = date(2100, 12, 31).toordinal()
# Ten months: an unmarked "15 February" read in January is the coming one, not that of eleven months ago.
_NEAR = 304
# A day named together with "today" may be off by the hours between writing and publishing, and no more.
_TODAY_DOUBT = 3
# "Some days ago" is less than a month, "some weeks" less than a quarter, "some months" less than two years.
_VAGUE = {"hour": 2, "day": 31, "week": 92, "month": 731}
_MOST_TOLD = 6
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BASES = ("stated", "weekday", "relative", "tenure", "other_report")


class Constraint(Struct, frozen=True):
    """One reason for a date: the days it allows, and the words that say so.

    A hard constraint always holds (what is written, order in time); a soft one gives way if it leaves no day.
    """

    name: str
    days: DaySet
    words: str
    basis: str
    hard: bool = True
    span: Span | None = None


def days_of(
    mention: DateMention, anchor: int | None, published_bounds: Bounds = (None, None), planned: bool = False
) -> DaySet | None:
    """Give the days that an expression can mean; None where that hangs on a day of publication nobody knows.

    `anchor` is the day of publication, `published_bounds` what is known of it otherwise. The empty set says that there is
    no such day (30 February). A range gives its first day.
    """
    return _BY_KIND[mention.kind](mention, anchor, _window(published_bounds, planned), planned)


def solve(constraints: Sequence[Constraint], window: Bounds = (None, None)) -> DateInterval:
    """Intersect what is known, in order, and tell every step."""
    days = dayset.bounds(*window)
    derivation: list[str] = []
    used: list[Constraint] = []
    for constraint in constraints:
        left = days.intersect(constraint.days)
        if not left and not constraint.hard:
            derivation.append(f"{constraint.words}: rejected, it would leave no day")
            continue
        if not left:
            derivation.append(f"{constraint.words}: contradicts what stands before; the date stays unknown")
            return DateInterval(None, None, "unknown", "unknown", tuple(derivation))
        if left != days:
            used.append(constraint)
        derivation.append(f"{constraint.words}: {_effect(days, left)}")
        days = left
    return _interval(days, used, window, tuple(derivation))


def mention_constraint(
    mention: DateMention, anchor: int | None, published_bounds: Bounds = (None, None), planned: bool = False
) -> Constraint | None:
    """Make the constraint of an expression, None if it cannot be resolved."""
    days = days_of(mention, anchor, published_bounds, planned)
    if days is None:
        return None
    words = describe(mention)
    if anchor is not None and mention.kind != "day" and mention.kind != "month_year" and mention.kind != "year":
        words += f", seen from {calendars.iso(anchor)}"
    elif mention.kind == "day_month" and mention.weekday is not None:
        years = sorted({calendars.parts(mention.calendar, first)[0] for first, _ in days.runs})
        words += f" ({_listed([str(year) for year in years])} pass the weekday test)"
    return Constraint("mention", days, words, _basis(mention), True, (mention.start, mention.end))


def tenure_constraint(tenures: Sequence[Tenure], span: Span | None = None) -> Constraint | None:
    """Make the constraint of persons named in office: all of them held it then; several terms of one are joined.

    It is soft, since news calls former holders by their old office. None without tenures.
    """
    if not tenures:
        return None
    by_person: dict[str, DaySet] = {}
    for person, _, first, last in tenures:
        term = dayset.bounds(_iso_first(first), _iso_last(last))
        by_person[person] = by_person.get(person, dayset.EMPTY).union(term)
    days = dayset.ALL
    for held in by_person.values():
        days = days.intersect(held)
    words = "; ".join(f"{person} was {office} {first or '...'} to {last or '...'}" for person, office, first, last in tenures)
    return Constraint("tenure", days, words, "tenure", False, span)


def unresolved(mention: DateMention) -> str:
    """Say in words that an expression could not be resolved."""
    return f"{describe(mention)}: unresolved, the day of publication is not known"


def full_days(mentions: Sequence[DateMention]) -> list[tuple[DateMention, int]]:
    """Give the expressions that name a whole date, with its day (the middle one of a lunar date)."""
    found = []
    for mention in mentions:
        days = days_of(mention, None) if mention.kind == "day" else None
        if days:
            found.append((mention, (days.runs[0][0] + days.runs[0][1]) // 2))
    return found


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


def iso(ordinal: int) -> str:
    """Write a day number as an ISO date."""
    return calendars.iso(ordinal)


# How each kind of expression becomes days.


def _full_day(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet:
    days = dayset.day(mention.calendar, mention.year or 0, mention.month or 0, mention.day or 0)
    return _on_weekday(days, mention) or days


def _month_year(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet:
    return dayset.month(mention.calendar, mention.year or 0, mention.month or 0)


def _year(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet:
    return dayset.year(mention.calendar, mention.year or 0)


def _day_month(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    number, month = mention.day or 0, mention.month or 0

    def in_year(year: int) -> DaySet:
        days = dayset.day(mention.calendar, year, month, number)
        return _on_weekday(days, mention)

    return _recurring(mention, anchor, window, planned, in_year)


def _month(mention: DateMention, anchor: int | None, window: DaySet, planned: bool) -> DaySet | None:
    return _recurring(
        mention, anchor, window, planned, lambda year: dayset.month(mention.calendar, year, mention.month or 0)
    )


def _recurring(
    mention: DateMention, anchor: int | None, window: DaySet, planned: bool, in_year: Callable[[int], DaySet]
) -> DaySet | None:
    """Give what comes once a year: in the year said, else in the year nearest the anchor, else in every year."""
    if mention.unit == "year" and mention.offset is not None:
        return None if anchor is None else in_year(calendars.parts(mention.calendar, anchor)[0] + mention.offset)
    if anchor is not None:
        near = _nearest(mention, anchor, planned, in_year)
        if near:
            return near
    every = dayset.EMPTY
    for year in _years(mention.calendar, window):
        every = every.union(in_year(year))
    return every.intersect(window)


def _nearest(mention: DateMention, anchor: int, planned: bool, in_year: Callable[[int], DaySet]) -> DaySet:
    """Give the occurrence that the direction asks for, unless it is too far off and the other one is near."""
    here = calendars.parts(mention.calendar, anchor)[0]
    found = [days for days in map(in_year, (here - 1, here, here + 1)) if days]
    past = [days for days in found if days.runs[0][0] <= anchor]
    coming = [days for days in found if days.runs[-1][1] >= anchor]
    if mention.offset == 0 or not past or not coming:
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
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.24, "decade": 3652.4}.get(unit)
    return None if days is None else anchor + round(offset * days + (-0.49 if offset < 0 else 0.49) * (days < 1))


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


# What the result is called, and how it is told.


def _interval(days: DaySet, used: Sequence[Constraint], window: Bounds, derivation: tuple[str, ...]) -> DateInterval:
    # The default window is no knowledge: a set that begins where it begins is open.
    first = None if days.first is None or (days.first < WINDOW_FIRST + 366 and _periodic(days)) else days.first
    last = None if days.last is None or days.last > HORIZON - 366 else days.last
    precision = _precision(days) if first is not None or last is not None else "unknown"
    bases = {constraint.basis for constraint in used}
    basis = next((name for name in _BASES if name in bases), "unknown")
    if len(days.runs) > 1:
        derivation = (*derivation, f"{len(days.runs)} candidates are left; the bounds are those of the first and last")
    return DateInterval(
        None if first is None else iso(first), None if last is None else iso(last), precision, basis, derivation
    )


def _periodic(days: DaySet) -> bool:
    return len(days.runs) > 1


def _precision(days: DaySet) -> str:
    if len(days.runs) != 1:
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


def _effect(before: DaySet, after: DaySet) -> str:
    if before == after:
        return "agrees and adds nothing"
    if len(after.runs) > _MOST_TOLD:
        return f"leaves {len(after.runs)} candidates from {iso(after.runs[0][0])} to {iso(after.runs[-1][1])}"
    return "leaves " + _listed([_told(run) for run in after.runs])


def _told(run: tuple[int, int]) -> str:
    first, last = run
    if first == last:
        return iso(first)
    start = "..." if first <= dayset.FIRST_DAY else iso(first)
    return f"{start} to {'...' if last >= dayset.LAST_DAY else iso(last)}"


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items) if items else "none"


def describe(mention: DateMention) -> str:
    """Say an expression in English.

    >>> describe(DateMention(0, 1, "day_month", "solar_hijri", None, 11, 7, 3, None, None, ""))
    'Thursday 7 Bahman'
    """
    said = [
        None if mention.weekday is None else _WEEKDAYS[mention.weekday],
        None if mention.day is None else str(mention.day),
        None if mention.month is None else _month_name(mention.calendar, mention.month),
        None if mention.year is None else str(mention.year),
        _direction(mention),
    ]
    return " ".join(part for part in said if part) or mention.kind


def _direction(mention: DateMention) -> str | None:
    if mention.kind == "period":
        return f"{'some' if mention.offset is None else abs(mention.offset)} {mention.unit}(s) to the page's day"
    if mention.offset is None:
        return None
    unit = mention.unit or "one"
    named = {-1: f"last {unit}", 0: f"this {unit}", 1: f"next {unit}"}
    if mention.unit == "day":
        named = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    ahead = "ahead" if mention.offset > 0 else "ago"
    return named.get(mention.offset, f"{abs(mention.offset)} {unit}s {ahead}")


def _month_name(calendar: str, number: int) -> str:
    if calendar == calendars.SOLAR_HIJRI:
        return str(JalaliDate(1400, number, 1).strftime("%B", locale="en"))
    if calendar == calendars.LUNAR_HIJRI:
        return str(Hijri(1440, number, 1).month_name("en"))
    return date(2000, number, 1).strftime("%B")


def _basis(mention: DateMention) -> str:
    if mention.kind == "weekday":
        return "weekday"
    return "relative" if mention.kind in ("relative", "period") else "stated"


def _iso_first(text: str) -> int | None:
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :]).toordinal() if text else None


def _iso_last(text: str) -> int | None:
    if not text:
        return None
    if len(text) == 10:
        return date.fromisoformat(text).toordinal()
    year, month = int(text[:4]), int(text[5:7] or 12)
    run = calendars.month(calendars.GREGORIAN, year, month)
    return run[1] if run else None
