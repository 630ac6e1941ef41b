"""Events drawn along time: days as dots, intervals as bars, a solar hijri axis above and a Gregorian one below."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from rasad.dates import calendars
from rasad.engine.values import days
from rasad.errors import CaseError
from rasad.store import queries
from rasad.store.queries import EventLine
from rasad.web.ask import Ask, Sieve
from rasad.web.desk import EVENT_COLUMNS
from rasad.web.render import Shown
from rasad.web.views.events import FACETS, asked, bars, ordered, rows

MOST = 240
"""Marks that can be told from one another on one drawing."""
WIDE = 1160
HEAD = 46
LINE = 15
SMALLEST = 5
"""Pixels of the shortest bar."""
NAMED = 90
"""Events up to which each has its name beside it."""
LETTER = 6.2
"""Pixels of a letter of a name, on average."""
TICKS = 14
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
"""Months between two lines of an axis."""


class Mark(Struct, frozen=True):
    """An event on the drawing."""

    event: EventLine
    x: float
    y: float
    width: float
    name: str
    name_x: float
    anchor: str
    href: str | None


class Tick(Struct, frozen=True):
    """A line of an axis."""

    x: float
    label: str
    strong: bool


class Lane(Struct, frozen=True):
    """The events of one type, from `y` on."""

    type: str
    y: float
    count: int


class Scale(Struct, frozen=True):
    """Days to pixels."""

    first: int
    last: int

    def x(self, day: int) -> float:
        """Give the place of a day."""
        inside = min(max(day, self.first), self.last)
        return round(12 + (inside - self.first) / max(1, self.last - self.first) * (WIDE - 24), 1)


def view(ask: Ask) -> Shown:
    """Draw the latest of the chosen events that have a day."""
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    total = len(sieve.chosen)
    chosen = sieve.chosen
    sieve.chosen -= sieve.index.bits("month", "")
    events = queries.events_named(ask.db, ordered(sieve, 0, MOST, True))
    scale = _scale(events, ask.one("from"), ask.one("to"))
    events = [event for event in events if _ends(event)[1] >= scale.first and _ends(event)[0] <= scale.last]
    marks, lanes, height = _marks(ask, events, scale)
    sieve.chosen = chosen
    data = {
        "marks": marks, "lanes": lanes, "wide": WIDE, "tall": height + HEAD, "head": HEAD,
        "solar": _ticks(ask, scale, calendars.SOLAR_HIJRI), "plain": _ticks(ask, scale, calendars.GREGORIAN),
        "total": total, "drawn": len(events), "facets": sieve.facets(FACETS), "bars": bars(ask, sieve),
        "asked": asked(ask),
    }  # fmt: skip
    return Shown(ask.words.say("timeline"), data, rows(ask, sieve))


def _ends(event: EventLine) -> tuple[int, int]:
    first, last = event.date.earliest or event.date.latest, event.date.latest or event.date.earliest
    return tuple(date.fromisoformat(end).toordinal() for end in (first or "", last or ""))  # type: ignore[return-value]


def _scale(events: Sequence[EventLine], since: str, until: str) -> Scale:
    """Span the days asked for, else those in which the events begin, and a little more; the rest is cut at the edge.

    The oldest tenth and the last fiftieth are left out unless they are asked for: one event of long ago, or planned for
    a far year, would press all others together.
    """
    if not events:
        return Scale(1, 2)
    starts = sorted(_ends(event)[0] for event in events)
    newest = starts[len(starts) - 1 - len(starts) // 50]
    first, last = _day(since, "earliest", starts[len(starts) // 10]), _day(until, "latest", newest)
    margin = max(2, (last - first) // 40)
    return Scale(max(1, first - margin), min(last + margin, calendars.LAST_DAY))


def _day(written: str, side: str, other: int) -> int:
    """Read the first or last day of a day, a month or a year; what is none gives the `other`."""
    try:
        return date.fromisoformat(getattr(days(written), side) or "").toordinal()
    except (CaseError, ValueError):
        return other


def _marks(ask: Ask, events: Sequence[EventLine], scale: Scale) -> tuple[list[Mark], list[Lane], float]:
    """Lay the events in lanes by type, none on another."""
    marks, lanes, y = [], [], float(HEAD)
    by_type: dict[str, list[EventLine]] = {}
    for event in sorted(events, key=lambda one: (_ends(one), one.id)):
        by_type.setdefault(event.type, []).append(event)
    for kind in sorted(by_type, key=lambda one: (-len(by_type[one]), one)):
        lanes.append(Lane(kind, y, len(by_type[kind])))
        taken: list[float] = []
        for event in by_type[kind]:
            first, last = (scale.x(day) for day in _ends(event))
            name = _name(ask, event) if len(events) <= NAMED else ""
            long = 6 + len(name) * LETTER
            if last + long > WIDE and first < long:
                name = ""  # a bar from edge to edge leaves no room on either side; its title names it
            before = bool(name) and last + long > WIDE
            begin, end = (first - long, last) if before else (first, max(last, first + SMALLEST) + long)
            level = next((n for n, taken_to in enumerate(taken) if taken_to < begin), len(taken))
            taken[level : level + 1] = [end]
            at = first - 6 if before else last + 6
            shape = (first, y + 16 + level * LINE, max(last - first, 0), name, at, "end" if before else "start")
            marks.append(Mark(event, *shape, ask.links.to("event", event.id)))
        y += 26 + len(taken) * LINE
    return marks, lanes, y


def _name(ask: Ask, event: EventLine) -> str:
    sides = (event.actors[:1], event.recipients[:1])
    names = [ask.name_of(one) for side in sides for one in side]
    return f" {ask.words.say('arrow')} ".join(names)[:34]


def _ticks(ask: Ask, scale: Scale, calendar: str) -> list[Tick]:
    """Give the lines of an axis: months as long as they fit, else years."""
    return list(_lines(ask, scale, calendar))


def _lines(ask: Ask, scale: Scale, calendar: str) -> Iterator[Tick]:
    (year, month, _), (last_year, last_month, _) = (calendars.parts(calendar, day) for day in (scale.first, scale.last))
    begin, end = year * 12 + month, last_year * 12 + last_month
    step = next((one for one in _STEPS if (end - begin) / one <= TICKS), _STEPS[-1])
    for count in range(begin - (begin - 1) % step, end + 1, step):
        year, month = (count - 1) // 12, (count - 1) % 12 + 1
        days = calendars.day(calendar, year, month, 1)
        if days and scale.first <= days[0] <= scale.last:
            solar = calendar == calendars.SOLAR_HIJRI
            name = ask.words.say(f"solar.{month}") if solar else f"{month:02}"
            text = str(year) if month == 1 and step >= 12 else f"{name} {year}" if solar else f"{year}-{name}"
            yield Tick(scale.x(days[0]), ask.words.digits(text), month == 1)
