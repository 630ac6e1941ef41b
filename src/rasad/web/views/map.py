"""Where: a dot for every place that the chosen events name. What is told of a country alone has no dot, on purpose."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import cos, radians
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

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
LETTER = 5.6
"""Pixels of a letter of a name, on average."""
GREAT = 12
"""Dots on which no name is written; the others are small, and a name may cover one."""
NEAR = 16
"""Pixels between two dots below which they are one."""
AROUND = sorted(((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)), key=lambda cell: abs(cell[0]) + abs(cell[1]))
"""A cell of the drawing and those around it, itself first."""
TOLD = 6
"""Places that a dot of many names when one points at it."""
LISTED = 60
"""Lines of a list beside the map; all of them are in its CSV."""
CLOSEST = 0.05
"""Degrees of the smallest part of the earth that is drawn."""
FAR = 0.02
"""Of all events, those that may lie outside of each edge of the drawing: one far off would shrink the rest."""
_STEPS = (0.5, 1, 2, 5, 10, 20, 30)
"""Degrees between two lines."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Dot(Struct, frozen=True):
    """A place on the map with those that lie too near to be told from it; `places` is how many it stands for.

    `named` is the side on which its name is written, as SVG anchors it: start, end, or nothing.
    """

    id: str
    label: str
    told: str
    count: int
    places: int
    x: float
    y: float
    size: float
    named: str
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
    """Draw the places of the chosen events, or those of the part that is asked for."""
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    found = sieve.index.counts("place", sieve.chosen, len(ask.held.places))
    placed = [(place, count) for place, count in found if place in points()]
    part = _part(ask.one("near"))
    frame = _fitted(*part) if part else _frame(placed)
    rest = [(place, count) for place, count in found if place not in points()]
    countries = [one for one in rest if one[0].startswith(COUNTRY)]
    unplaced = [one for one in rest if not one[0].startswith(COUNTRY)]
    data = {
        "dots": _dots(ask, placed, frame) if placed else [], "lines": list(_lines(frame)) if placed else [],
        "wide": WIDE, "tall": TALL, "facets": sieve.facets(FACETS), "asked": asked(ask), "bars": bars(ask, sieve),
        "lists": [(name, [_told(ask, *one) for one in some[:LISTED]], max(0, len(some) - LISTED))
                  for name, some in (("countries", countries), ("places", placed), ("unplaced", unplaced))],
        "most_told": TOLD, "whole": ask.links.changed(near=None) if part else None,
        "placeless": len(sieve.chosen) - sum(count for _, count in found),
    }  # fmt: skip
    return Shown(ask.words.say("map"), data, _rows(ask, found))


def _part(asked: str) -> Box | None:
    """Read west, south, east and north of the part that is asked for; what is none is the whole."""
    try:
        west, south, east, north = map(float, asked.split(","))
    except ValueError:
        return None
    inside = -180 <= west < east <= 180 and -85 <= south < north <= 85
    return (west, south, east, north) if inside else None


def _told(ask: Ask, place: str, count: int) -> Told:
    return Told(ask.label("place", place), count, ask.links.to("events", place=place))


def _frame(placed: Sequence[tuple[str, int]]) -> Frame:
    """Fit the drawing to the places, but for the few that lie far from all others."""
    west, east = _reach([(points()[place][0], count) for place, count in placed])
    south, north = _reach([(points()[place][1], count) for place, count in placed])
    return _fitted(west, south, max(east, west + 1.5), max(north, south + 1.0))


def _fitted(west: float, south: float, east: float, north: float) -> Frame:
    stretch = cos(radians((south + north) / 2))
    wide, tall = east - west, north - south
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
    groups = sorted(_groups(placed, frame), key=lambda one: -sum(count for _, count in one))
    most = max((sum(count for _, count in group) for group in groups), default=1)
    drawn = [_drawn(ask, group, frame, most) for group in groups]
    taken = [(dot.x - dot.size, dot.y - dot.size, dot.x + dot.size, dot.y + dot.size) for dot in drawn[:GREAT]]
    return [_named(dot, taken) if n < NAMED else dot for n, dot in enumerate(drawn)]


def _drawn(ask: Ask, group: Sequence[tuple[str, int]], frame: Frame, most: int) -> Dot:
    count, place = sum(count for _, count in group), group[0][0]
    east, north = points()[place]
    told = ", ".join(f"{ask.label('place', one)} {ask.words.number(n)}" for one, n in group[:TOLD])
    more = f" +{ask.words.number(len(group) - 1)}" if len(group) > 1 else ""
    name = f"{ask.label('place', place)}{more} · {ask.words.number(count)}"
    size = round(2.5 + 15 * (count / most) ** 0.5, 1)
    return Dot(place, name, told, count, len(group), frame.x(east), frame.y(north), size, "", _leads(ask, group))


def _named(dot: Dot, taken: list[Box]) -> Dot:
    """Write the name of a dot beside it, where it covers neither another dot nor a name; else leave it out."""
    long = 4 + len(dot.label) * LETTER
    for anchor, left in (("start", dot.x + dot.size + 1), ("end", dot.x - dot.size - 1 - long)):
        box = (left, dot.y - 6, left + long, dot.y + 6)
        if left > 0 and box[2] < WIDE and not any(_meet(box, other) for other in taken):
            taken.append(box)
            return replace(dot, named=anchor)
    return dot


def _groups(placed: Sequence[tuple[str, int]], frame: Frame) -> list[list[tuple[str, int]]]:
    """Put places that lie too near together with the greatest of them, which comes first."""
    groups: list[list[tuple[str, int]]] = []
    cells: dict[tuple[int, int], list[tuple[float, float, int]]] = {}
    for place, count in placed:
        east, north = points()[place]
        x, y = frame.x(east), frame.y(north)
        if not (0 <= x <= WIDE and 0 <= y <= TALL):
            continue
        owner = _near(cells, x, y)
        if owner is None:
            cells.setdefault((int(y // NEAR), int(x // NEAR)), []).append((x, y, len(groups)))
            groups.append([(place, count)])
        else:
            groups[owner].append((place, count))
    return groups


def _near(cells: Mapping[tuple[int, int], Sequence[tuple[float, float, int]]], x: float, y: float) -> int | None:
    """Give the group of a dot that lies nearer than may be: most often one of the same cell."""
    row, column = int(y // NEAR), int(x // NEAR)
    for i, j in AROUND:
        for a, b, owner in cells.get((row + i, column + j), ()):
            if (a - x) ** 2 + (b - y) ** 2 < NEAR * NEAR:
                return owner
    return None


def _leads(ask: Ask, group: Sequence[tuple[str, int]]) -> str | None:
    """Lead to the events of a place; of several, to the part of the map where they lie apart."""
    east, north = ([points()[place][side] for place, _ in group] for side in (0, 1))
    if len(group) == 1 or max(max(east) - min(east), max(north) - min(north)) < CLOSEST:
        return ask.links.to("events", place=group[0][0])
    box = (min(east) - CLOSEST, min(north) - CLOSEST, max(east) + CLOSEST, max(north) + CLOSEST)
    closer = ask.links.changed(near=",".join(f"{degree:.3f}" for degree in box))
    return closer or ask.links.to("events", place=group[0][0])


def _meet(one: Box, other: Box) -> bool:
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
