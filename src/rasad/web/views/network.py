"""Who deals with whom: the commonest actors of the chosen events on a ring, lines between those who share events."""

from collections.abc import Iterator
from itertools import combinations
from math import cos, degrees, hypot, pi, sin
from typing import Any

from msgspec import Struct

from rasad.packs.rows import read_rows
from rasad.web.ask import Ask, Sieve
from rasad.web.desk import EVENT_COLUMNS
from rasad.web.render import Shown
from rasad.web.views.events import FACETS, asked

MOST = 36
WIDE, TALL = 900, 860
RING_X, RING_Y = 250, 250
THICKEST = 9
Shared = dict[tuple[str, str], tuple[int, int]]
"""For two actors how many events they share, and how many of these are hostile."""


class Node(Struct, frozen=True):
    """An actor on the ring; its name stands outside."""

    id: str
    label: str
    count: int
    x: float
    y: float
    size: float
    name_x: float
    turn: float
    anchor: str
    href: str | None


class Edge(Struct, frozen=True):
    """Two actors with the number of events that both take part in, and how many of these are hostile."""

    one: str
    other: str
    one_name: str
    other_name: str
    count: int
    hostile: int
    path: str
    width: float
    href: str | None

    @property
    def mood(self) -> str:
        """Whether most of the events are hostile, none is, or some are."""
        return "bad" if self.hostile * 2 > self.count else "good" if not self.hostile else "mixed"


def view(ask: Ask) -> Shown:
    """Draw the actors of the chosen events."""
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    top = sieve.index.counts("actor", sieve.chosen, MOST)
    shared = _shared(sieve, [one for one, _ in top])
    nodes = _nodes(ask, _ring([one for one, _ in top], shared), dict(top))
    edges = list(_edges(ask, nodes, shared))
    data = {
        "nodes": nodes, "edges": edges, "wide": WIDE, "tall": TALL, "facets": sieve.facets(FACETS), "asked": asked(ask),
        "strongest": sorted(edges, key=lambda edge: (-edge.count, edge.one, edge.other))[:30],
    }  # fmt: skip
    return Shown(ask.words.say("network"), data, _rows(edges))


def _shared(sieve: Sieve, actors: list[str]) -> Shared:
    """Give for every two actors how many of the chosen events both take part in, and how many of these are hostile."""
    rows = {one: sieve.index.bits("actor", one) & sieve.chosen for one in actors}
    bad = sieve.index.any_of("type", hostile())
    hard = {one: some & bad for one, some in rows.items()}
    both = ((one, other, rows[one].intersection_cardinality(rows[other])) for one, other in combinations(actors, 2))
    return {(a, b): (count, hard[a].intersection_cardinality(rows[b])) for a, b, count in both if count}


def _ring(actors: list[str], shared: Shared) -> list[str]:
    """Put each actor beside the one it shares most with, so that few lines cross the middle."""
    if not actors:
        return []
    ring, left = [actors[0]], actors[1:]
    while left:
        last = ring[-1]

        def near(one: str, last: str = last) -> tuple[int, int]:
            count, _ = shared.get((last, one)) or shared.get((one, last)) or (0, 0)
            return (-count, actors.index(one))

        ring.append(min(left, key=near))
        left.remove(ring[-1])
    return ring


def _nodes(ask: Ask, ring: list[str], counts: dict[str, int]) -> list[Node]:
    found = []
    most = max(counts.values(), default=1)
    for n, one in enumerate(ring):
        angle = 2 * pi * n / len(ring) - pi / 2
        x, y = WIDE / 2 + RING_X * cos(angle), TALL / 2 + RING_Y * sin(angle)
        size = round(4 + 14 * (counts[one] / most) ** 0.5, 1)
        outside = 1 if cos(angle) >= -1e-9 else -1
        turn = round(degrees(angle) if outside > 0 else degrees(angle) - 180, 1)
        found.append(Node(
            one, ask.name_of(ask.held.parties[one]), counts[one], round(x, 1), round(y, 1), size,
            round(outside * (size + 6), 1), turn, "start" if outside > 0 else "end", ask.links.to("actor", one),
        ))  # fmt: skip
    return found


def _edges(ask: Ask, nodes: list[Node], shared: Shared) -> Iterator[Edge]:
    at = {node.id: node for node in nodes}
    most = max((count for count, _ in shared.values()), default=1)
    for (one, other), (count, hard) in sorted(shared.items()):
        a, b = at[one], at[other]
        path = f"M{a.x} {a.y}Q{_bent(a.x, b.x, a.y, b.y)} {b.x} {b.y}"
        width = round(0.8 + (THICKEST - 0.8) * count / most, 1)
        href = ask.links.to("events", actor=one, **{"with": other})
        yield Edge(one, other, a.label, b.label, count, hard, path, width, href)


def _bent(x1: float, x2: float, y1: float, y2: float) -> str:
    """Give the point that a line bends towards: near the ring for neighbours, near the middle for opposites."""
    far = hypot(x1 - x2, y1 - y2) / (2 * RING_X)
    pull = 0.25 + 0.6 * far
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    return f"{x + (WIDE / 2 - x) * pull:.1f} {y + (TALL / 2 - y) * pull:.1f}"


def hostile() -> set[str]:
    """Give the types that PLOVER counts as conflict."""
    return {row["type"] for row in read_rows("plover/codes.tsv") if row["quad"] in ("3", "4")}


def _rows(edges: list[Edge]) -> Iterator[dict[str, Any]]:
    for edge in edges:
        yield {
            "entity": edge.one, "name": edge.one_name, "other": edge.other, "other_name": edge.other_name,
            "events": edge.count, "hostile": edge.hostile,
        }  # fmt: skip
