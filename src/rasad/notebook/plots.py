"""Plots as SVG, drawn without another package."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from math import cos, pi, sin
from pathlib import Path

from rasad.sharing.network import Network
from rasad.sharing.words import counts, day, title
from rasad.store.queries import EventLine

_FONT = 'font-family="system-ui, sans-serif" font-size="11"'
_WIDTH, _LEFT, _ROW = 900, 110, 22
_LONGEST = 366
"""Days of an interval that is drawn; a bar over a century would hide the rest."""
_TAIL = 4
"""Of a hundred events, how many at each end may be left out where they alone take half of the axis."""
_STACK = 6
"""Rows of one type at most; further events lie on top of one another."""
_MOST = 40
"""Actors of a network that are drawn: those of most events."""
_COOPERATION, _CONFLICT = "#2a7f9e", "#b5472f"


class Svg(str):
    """A drawing: shown by a notebook, written to a file by `save`."""

    def _repr_svg_(self) -> str:
        return str(self)

    def save(self, path: str | Path) -> None:
        """Write the drawing to a file."""
        Path(path).write_text(self, encoding="utf-8", newline="\n")


def timeline_plot(events: Sequence[EventLine]) -> Svg:
    """Draw events by type over their days; what cannot be placed among them is counted below."""
    drawn = _middle([(event, *span) for event in events if (span := _days(event))])
    if not drawn:
        return Svg(_svg(60, [_text(10, 30, "no event has days")]))
    first, last = min(start for _, start, _ in drawn), max(end for _, _, end in drawn)
    scale = (_WIDTH - _LEFT - 20) / max(last - first + 1, 1)
    parts, y = [], 30.0
    for type_ in sorted({event.type for event, _, _ in drawn}):
        some = [(event, start, end) for event, start, end in drawn if event.type == type_]
        rows = _stacked([(start, end) for _, start, end in some], 8 / scale)
        parts.append(_text(8, y + 10, type_))
        for (event, start, end), row in zip(some, rows, strict=True):
            parts.append(_bar(event, _LEFT + (start - first) * scale, y + row * 9, max((end - start) * scale, 6)))
        y += max(_ROW, (max(rows) + 1) * 9 + 8)
    parts += _axis(first, last, scale, y)
    left = len(events) - len(drawn)
    parts.append(
        _text(8, y + 38, f"{left} events are not drawn: days unknown, over a year apart or far off" if left else "")
    )
    return Svg(_svg(y + 50, parts))


def _middle(dated: list[tuple[EventLine, int, int]]) -> list[tuple[EventLine, int, int]]:
    """Leave out the few that lie far before or after all others: they would press the rest together."""
    tail = len(dated) * _TAIL // 100
    kept = sorted(dated, key=lambda one: one[1:])[tail : len(dated) - tail]
    spread = [
        max(end for *_, end in some) - min(start for _, start, _ in some) if some else 0 for some in (kept, dated)
    ]
    return kept if spread[1] > 2 * spread[0] else dated


def _days(event: EventLine) -> tuple[int, int] | None:
    ends = event.date.earliest, event.date.latest
    if not ends[0] or not ends[1]:
        return None
    first, last = date.fromisoformat(ends[0]).toordinal(), date.fromisoformat(ends[1]).toordinal()
    return (first, last) if last - first <= _LONGEST else None


def _stacked(spans: Sequence[tuple[int, int]], gap: float) -> list[int]:
    """Give each span the first row in which it meets no other."""
    ends: list[float] = []
    rows = []
    for start, end in spans:
        row = next((n for n, taken in enumerate(ends) if taken < start), min(len(ends), _STACK - 1))
        if row == len(ends):
            ends.append(0)
        ends[row] = max(end, start + gap)
        rows.append(row)
    return rows


def _bar(event: EventLine, x: float, y: float, width: float) -> str:
    """Draw a day as a filled mark and an interval as an open bar, with its title to be read on pointing."""
    known = event.date.earliest == event.date.latest
    look = 'fill="#2a7f9e"' if known else 'fill="#2a7f9e" fill-opacity=".2" stroke="#2a7f9e" stroke-dasharray="3 2"'
    words = escape(f"{day(event.date)} {title(event)}; {counts(event)}")
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="7" rx="2" {look}><title>{words}</title></rect>'


def _axis(first: int, last: int, scale: float, y: float) -> Iterator[str]:
    """Write years, or every so many of them, and months where there is room, below the bars."""
    step = next((n for n in (1, 2, 5, 10, 20, 50) if n * 365 * scale > 34), 100)
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    for year in (one for one in years if one % step == 0):
        months = range(1, 13) if scale * 30 > 34 else (1,)
        for month in months:
            at = date(year, month, 1).toordinal()
            if first <= at <= last:
                x = _LEFT + (at - first) * scale
                ends = f'x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{y:.1f}"'
                yield f'<line {ends} stroke="currentColor" stroke-opacity=".15"/>'
                yield _text(x + 2, y + 12, str(year) if month == 1 else f"{year}-{month:02}")
    yield _text(_LEFT, y + 24, f"{date.fromordinal(first)} to {date.fromordinal(last)}")


def network_plot(made: Network) -> Svg:
    """Draw actors on a circle, by country; an edge is broad by its events, and red where conflict prevails."""
    busy = sorted(zip(made.counts, made.nodes, strict=True), key=lambda one: (-one[0], one[1].id))[:_MOST]
    nodes = sorted((party for _, party in busy), key=lambda one: (one.country or "", one.id))
    size, middle, centre = 760.0, 380.0, _WIDTH / 2
    places = {}
    for n, party in enumerate(nodes):
        angle = 2 * pi * n / max(len(nodes), 1)
        places[party.id] = (centre + 240 * cos(angle), middle + 240 * sin(angle))
    edges = sorted(made.edges, key=lambda edge: (edge.events, edge.source, edge.target))
    parts = [
        _edge(
            places[e.source], places[e.target], e.events, e.conflict > e.cooperation, f"{e.events}: {' '.join(e.types)}"
        )
        for e in edges
        if e.source in places and e.target in places
    ]
    held = dict(zip((party.id for party in made.nodes), made.counts, strict=True))
    for party in nodes:
        x, y = places[party.id]
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + min(held[party.id], 40) ** 0.5:.1f}" fill="currentColor"/>'
        )
        right = x >= centre
        parts.append(_text(x + (12 if right else -12), y + 4, party.name, "start" if right else "end"))
    left = len(made.nodes) - len(nodes)
    parts.append(_text(8, size - 10, f"{left} actors of fewer events are not drawn" if left else ""))
    return Svg(_svg(size, parts))


def _edge(start: tuple[float, float], end: tuple[float, float], events: int, hostile: bool, words: str) -> str:
    """Draw an edge bent towards the middle, so that the two ways of a pair can be told apart."""
    (x, y), (to_x, to_y) = start, end
    bend_x = (x + to_x) / 2 * 0.6 + _WIDTH / 2 * 0.4 + (to_y - y) * 0.06
    bend_y = (y + to_y) / 2 * 0.6 + 152 - (to_x - x) * 0.06
    look = f'stroke="{_CONFLICT if hostile else _COOPERATION}" stroke-width="{min(1 + events**0.5, 8):.1f}"'
    path = f"M{x:.1f} {y:.1f}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}"
    return f'<path d="{path}" fill="none" {look} stroke-opacity=".45"><title>{escape(words)}</title></path>'


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {_FONT} fill="currentColor" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(height: float, parts: Sequence[str]) -> str:
    box = f'viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH}" height="{height:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(parts)}</svg>'
