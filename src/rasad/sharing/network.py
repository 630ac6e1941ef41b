"""The network of a case: actors, and how often each pair deals with one another.

What is denied or hypothetical is no edge.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from rasad.sharing.facts import code
from rasad.sharing.parties import dyads
from rasad.store.queries import EventLine, PartyLine

TOLD = ("actual", "planned", "historical")
"""Statuses of events that somebody says were or will be."""


class Edge(Struct, frozen=True):
    """What one actor does to another: events, how many of them are of which kind, and their mean score."""

    source: str
    target: str
    events: int
    cooperation: int
    conflict: int
    mutual: int
    intensity: float
    types: tuple[str, ...]
    first: str
    last: str


class Network(Struct, frozen=True):
    """Actors by id, how many events each has part in, and edges by their ends."""

    nodes: tuple[PartyLine, ...]
    counts: tuple[int, ...]
    edges: tuple[Edge, ...]


def network(events: Sequence[EventLine]) -> Network:
    """Make the network of the events."""
    nodes: dict[str, PartyLine] = {}
    counts: Counter[str] = Counter()
    pairs: dict[tuple[str, str], list[tuple[EventLine, bool]]] = defaultdict(list)
    for event in (one for one in events if one.status in TOLD):
        parties = {one.id: one for one in (*event.actors, *event.recipients)}
        nodes = parties | nodes
        counts.update(parties.keys())
        for dyad in dyads(event):
            pairs[dyad.source.id, dyad.target.id].append((event, dyad.mutual))
    known = sorted(nodes)
    return Network(
        tuple(nodes[id_] for id_ in known), tuple(counts[id_] for id_ in known),
        tuple(_edge(*pair, some) for pair, some in sorted(pairs.items())),
    )  # fmt: skip


def _edge(source: str, target: str, some: Sequence[tuple[EventLine, bool]]) -> Edge:
    codes = [code(event.type, event.mode) for event, _ in some]
    first = min((event.date.earliest or "" for event, _ in some if event.date.earliest), default="")
    last = max((event.date.latest or "" for event, _ in some if event.date.latest), default="")
    friendly = sum(one.quad <= 2 for one in codes)
    mean = round(sum(one.intensity for one in codes) / len(codes), 3)
    types = tuple(sorted({event.type for event, _ in some}))
    mutual = sum(both for _, both in some)
    return Edge(source, target, len(some), friendly, len(some) - friendly, mutual, mean, types, first, last)
