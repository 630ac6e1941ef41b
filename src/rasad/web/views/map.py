"""Where: a dot for every place that the chosen events name. What is told of a country alone has no dot, on purpose."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import cos, radians
from typing import Any

from msgspec import Struct

from rasad.packs.rows import read_rows
from rasad.web.ask import Ask, Sieve
from rasad.web.desk import EVENT_COLUMNS
from rasad.web.names import COUNTRY
from rasad.web.render import Shown
from rasad.web.views.events import FACETS, asked, bars

WIDE, TALL = 900, 620
MARGIN = 40
NAMED = 45
"""Places whose names are tried; a name that would lie on another one is left out."""
FAR = 0.02
"""Of all events, those that may lie outside of each edge of the drawing: one far off would shrink the rest."""
_STEPS = (0.5, 1, 2, 5, 10, 20, 30)
"""Degrees between two lines."""


class Dot(Struct, frozen=True):
    """A place on the map."""

    id: str
    label: str
    count: int
    x: float
    y: float
    size: float
    named: bool
    href: str | None


class Told(Struct, frozen=True):
    """A country, or a place whose point is not known, with its events."""

    label: str
    count: int
    href: str | None


class Line(Struct, frozen=True):
    """A line of the net of degrees."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str


class Frame(Struct, frozen=True):
    """Degrees to pixels: east and north are alike long in the middle of the drawing."""

    west: float
    south: float
    north: float
    stretch: float
    scale: float

    def x(self, east: float) -> float:
        """Give the place of a longitude."""
        return round(MARGIN + (east - self.west) * self.stretch * self.scale, 1)

    def y(self, north: float) -> float:
        """Give the place of a latitude."""
        return round(TALL - MARGIN - (north - self.south) * self.scale, 1)


@cache
def points() -> dict[str, tuple[float, float]]:
    """Give longitude and latitude of every place whose point is known."""
    rows = read_rows("actors/place_points_geonames.tsv")
    return {row["id"]: (float(row["longitude"]), float(row["latitude"])) for row in rows}


def view(ask: Ask) -> Shown:
    """Draw the places of the chosen events."""
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    found = sieve.index.counts("place", sieve.chosen, len(ask.held.places))
    placed = [(place, count) for place, count in found if place in points()]
    frame = _frame(placed)
    rest = [(place, count) for place, count in found if place not in points()]
    data = {
        "dots": _dots(ask, placed, frame) if placed else [], "lines": list(_lines(frame)) if placed else [],
        "wide": WIDE, "tall": TALL, "facets": sieve.facets(FACETS), "asked": asked(ask), "bars": bars(ask, sieve),
        "countries": [_told(ask, place, count) for place, count in rest if place.startswith(COUNTRY)],
        "unplaced": [_told(ask, place, count) for place, count in rest if not place.startswith(COUNTRY)],
        "placeless": sieve.chosen.bit_count() - sum(count for _, count in found),
    }  # fmt: skip
    return Shown(ask.words.say("map"), data, _rows(ask, found))


def _told(ask: Ask, place: str, count: int) -> Told:
    return Told(ask.label("place", place), count, ask.links.to("events", place=place))


def _frame(placed: Sequence[tuple[str, int]]) -> Frame:
    """Fit the drawing to the places, but for the few that lie far from all others."""
    west, east = _reach([(points()[place][0], count) for place, count in placed])
    south, north = _reach([(points()[place][1], count) for place, count in placed])
    stretch = cos(radians((south + north) / 2))
    wide, tall = max(east - west, 1.5), max(north - south, 1.0)
    scale = min((WIDE - 2 * MARGIN) / (wide * stretch), (TALL - 2 * MARGIN) / tall)
    spare = ((WIDE - 2 * MARGIN) / scale / stretch - wide) / 2, ((TALL - 2 * MARGIN) / scale - tall) / 2
    return Frame(west - spare[0], south - spare[1], north + spare[1], stretch, scale)


def _reach(some: Sequence[tuple[float, int]]) -> tuple[float, float]:
    if not some:
        return (0.0, 1.0)
    ordered = sorted(some)
    total, seen = sum(count for _, count in ordered), 0
    first, last = ordered[0][0], ordered[-1][0]
    for value, count in ordered:
        if seen < FAR * total:
            first = value
        if seen + count <= (1 - FAR) * total or value == first:
            last = value
        seen += count
    return (first, max(last, first))


def _dots(ask: Ask, placed: Sequence[tuple[str, int]], frame: Frame) -> list[Dot]:
    most = placed[0][1]
    found: list[Dot] = []
    taken: list[tuple[float, float, float, float]] = []
    for place, count in placed:
        east, north = points()[place]
        x, y = frame.x(east), frame.y(north)
        if not (0 <= x <= WIDE and 0 <= y <= TALL):
            continue
        size = round(2.5 + 15 * (count / most) ** 0.5, 1)
        label = ask.label("place", place)
        box = (x + size, y - 7, x + size + 8 + len(label) * 6.5, y + 7)
        free = len(taken) < NAMED and box[2] < WIDE and not any(_meet(box, other) for other in taken)
        if free:
            taken.append(box)
        found.append(Dot(place, label, count, x, y, size, free, ask.links.to("events", place=place)))
    return found


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lines(frame: Frame) -> Iterator[Line]:
    """Give the net of degrees: six lines or so each way."""
    east = frame.west + (WIDE - 2 * MARGIN) / frame.scale / frame.stretch
    step = next((one for one in _STEPS if (frame.north - frame.south) / one <= 7), _STEPS[-1])
    degree = -(-frame.west // step) * step
    while degree <= east:
        yield Line(frame.x(degree), 0, frame.x(degree), TALL, f"{abs(degree):g}°{'E' if degree >= 0 else 'W'}")
        degree += step
    degree = -(-frame.south // step) * step
    while degree <= frame.north:
        yield Line(0, frame.y(degree), WIDE, frame.y(degree), f"{abs(degree):g}°{'N' if degree >= 0 else 'S'}")
        degree += step


def _rows(ask: Ask, found: Sequence[tuple[str, int]]) -> Iterator[dict[str, Any]]:
    for place, count in found:
        name, country = ask.held.places[place]
        east, north = points().get(place, (None, None))
        yield {
            "place_id": place, "place": name, "place_country": country, "latitude": north, "longitude": east,
            "events": count,
        }  # fmt: skip
