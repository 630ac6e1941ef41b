"""Who deals with whom, as a network in GEXF 1.3, for Gephi and networkx."""

import sqlite3
from typing import BinaryIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rasad.sharing.network import Edge, network
from rasad.sharing.xml import xml_text
from rasad.store.queries import PartyLine, events

DESCRIPTION = "a network for Gephi: actors, and an edge for each pair with its events; a meeting is an edge both ways"
EXTENSION = "gexf"

_NODE = (("kind", "string"), ("country", "string"), ("sector", "string"), ("events", "integer"))
_EDGE = (
    ("cooperation", "integer"), ("conflict", "integer"), ("mutual", "integer"), ("intensity", "double"),
    ("types", "string"), ("first", "string"), ("last", "string"),
)  # fmt: skip


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write the network."""
    made = network(events(db))
    root = Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    SubElement(SubElement(root, "meta"), "creator").text = "Rasad"
    graph = SubElement(root, "graph", defaultedgetype="directed", mode="static")
    _attributes(graph, "node", _NODE)
    _attributes(graph, "edge", _EDGE)
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for node, count in zip(made.nodes, made.counts, strict=True):
        _node(nodes, node, count)
    for n, edge in enumerate(made.edges):
        _edge(edges, n, edge)
    indent(root)
    out.write(tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _attributes(graph: Element, owner: str, some: tuple[tuple[str, str], ...]) -> None:
    listed = SubElement(graph, "attributes", {"class": owner, "mode": "static"})
    for name, type_ in some:
        SubElement(listed, "attribute", id=name, title=name, type=type_)


def _values(owner: Element, **values: object) -> None:
    listed = SubElement(owner, "attvalues")
    for name, value in values.items():
        if value not in (None, ""):
            SubElement(listed, "attvalue", {"for": name, "value": xml_text(str(value))})


def _node(nodes: Element, party: PartyLine, count: int) -> None:
    node = SubElement(nodes, "node", id=xml_text(party.id), label=xml_text(party.name))
    _values(node, kind=party.kind, country=party.country, sector=party.sector, events=count)


def _edge(edges: Element, n: int, edge: Edge) -> None:
    ends = {"source": xml_text(edge.source), "target": xml_text(edge.target)}
    one = SubElement(edges, "edge", {"id": str(n), **ends, "weight": str(edge.events)})
    _values(
        one, cooperation=edge.cooperation, conflict=edge.conflict, mutual=edge.mutual, intensity=edge.intensity,
        types=" ".join(edge.types), first=edge.first, last=edge.last,
    )  # fmt: skip
