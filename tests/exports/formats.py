"""What formats demand, written from their descriptions: strict readers for tests, since their users' tools are lax."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, parse

GEXF = "{http://gexf.net/1.3}"
GEXF_TYPES = {"integer", "long", "double", "float", "boolean", "string", "short", "byte", "date", "anyURI", "char"}
CHILDREN = {
    "gexf": ("meta?", "graph"), "meta": ("creator?", "keywords?", "description?"),
    "graph": ("attributes*", "nodes", "edges"), "attributes": ("attribute*",), "attribute": ("default?", "options?"),
    "nodes": ("node*",), "node": ("attvalues?",), "edges": ("edge*",), "edge": ("attvalues?",),
    "attvalues": ("attvalue*",), "attvalue": (), "creator": (), "keywords": (), "description": (),
}  # fmt: skip
"""What stands in each element, in order: `?` once at most, `*` any number, else once."""
ATTRIBUTES = {
    "gexf": ({"version"}, set()), "meta": (set(), {"lastmodifieddate"}), "creator": (set(), set()),
    "graph": (set(), {"defaultedgetype", "mode", "idtype", "timeformat", "timerepresentation"}),
    "attributes": ({"class"}, {"mode"}), "attribute": ({"id", "title", "type"}, set()), "nodes": (set(), {"count"}),
    "node": ({"id"}, {"label", "pid", "start", "end"}), "edges": (set(), {"count"}),
    "edge": ({"source", "target"}, {"id", "type", "label", "weight", "kind", "start", "end"}),
    "attvalues": (set(), set()), "attvalue": ({"for", "value"}, {"start", "end"}),
}  # fmt: skip
"""Attributes that each element must have, and may have."""
VALUES = {
    ("gexf", "version"): {"1.3"}, ("graph", "defaultedgetype"): {"directed", "undirected", "mutual"},
    ("graph", "mode"): {"static", "dynamic"}, ("attributes", "class"): {"node", "edge"},
    ("attributes", "mode"): {"static", "dynamic"}, ("attribute", "type"): GEXF_TYPES,
    ("edge", "type"): {"directed", "undirected", "mutual"},
}  # fmt: skip


def gexf_faults(path: Path) -> list[str]:
    """Say what breaks GEXF 1.3: elements, attributes, values of declared types, ids that lead nowhere."""
    root = parse(path).getroot()
    if root.tag != f"{GEXF}gexf":
        return [f"root {root.tag}"]
    found = [fault for element in root.iter() for fault in _element(element)]
    nodes = [node.get("id") for node in root.iter(f"{GEXF}node")]
    edges = [edge.get("id") for edge in root.iter(f"{GEXF}edge")]
    owners = (("node", nodes), ("edge", edges))
    found += [f"{what} ids are not unique" for what, ids in owners if len({*ids}) < len(ids)]
    ends = {edge.get(end) for edge in root.iter(f"{GEXF}edge") for end in ("source", "target")}
    found += [f"edge to no node: {end}" for end in sorted(ends - {*nodes}, key=str)]
    for owner in ("node", "edge"):
        found += _typed(root, owner)
    return found


def _element(element: Element) -> Iterator[str]:
    name = element.tag.removeprefix(GEXF)
    if name not in CHILDREN:
        yield f"unknown element {name}"
        return
    left = [child.tag.removeprefix(GEXF) for child in element]
    for rule in CHILDREN[name]:
        wanted, most = rule.rstrip("?*"), None if rule.endswith("*") else 1
        count = next((n for n, one in enumerate(left) if one != wanted), len(left))
        if (most and count > most) or (not rule.endswith(("?", "*")) and not count):
            yield f"{name}: {count} of {wanted}"
        left = left[count:]
    if left:
        yield f"{name}: {left[0]} has no place here"
    must, may = ATTRIBUTES.get(name, (set(), set()))
    if must - {*element.keys()} or {*element.keys()} - must - may:
        yield f"{name}: attributes {sorted(element.keys())}"
    for key, value in element.items():
        if value not in VALUES.get((name, key), {value}):
            yield f"{name} {key}={value}"


def _typed(root: Element, owner: str) -> Iterator[str]:
    """Hold the values of nodes or edges to the types of their attributes."""
    listed = [one for one in root.iter(f"{GEXF}attributes") if one.get("class") == owner]
    types = {one.get("id"): one.get("type") for some in listed for one in some}
    for one in root.iter(f"{GEXF}{owner}"):
        float(one.get("weight", "1"))
        for value in one.iter(f"{GEXF}attvalue"):
            kind, text = types.get(value.get("for")), value.get("value", "")
            if kind is None:
                yield f"{owner} {one.get('id')}: {value.get('for')} is declared nowhere"
            elif kind == "integer" and not re.fullmatch(r"[+-]?\d+", text):
                yield f"{owner} {one.get('id')}: {text} is no integer"
            elif kind == "double":
                float(text)


TOKEN = re.compile(r"(\d+)-(\d+)\t(\d+)-(\d+)\t([^\t]+)\t([^\t]*)\t([^\t]*)\t")
CELL = re.compile(r"((?:\\.|[^\\\[\]|_;*])+|\*)(?:\[(\d+)\])?")
"""A value of a feature: signs with a meaning of their own stand behind a backslash; `*` is no value."""


def webanno_labels(path: Path, text: str) -> list[tuple[int, int, str]]:
    """Read a WebAnno TSV 3.3 file with two span features, strictly, and give its labels with their UTF-16 places."""
    lines = path.read_text("utf-8").split("\n")
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
    assert re.fullmatch(r"#T_SP=[\w.]+\|identifier\|value", lines[1])
    assert lines[2] == ""
    spans: dict[tuple[str, str], list[int]] = {}
    sentence = token = last = 0
    alone = 0
    for line in lines[3:-1]:
        if line == "":
            continue
        if line.startswith("#Text="):
            sentence, token = sentence + 1, 0
            continue
        found = TOKEN.fullmatch(line)
        assert found, line
        number, place, start, end = map(int, found.groups()[:4])
        token += 1
        assert (number, place) == (sentence, token), line
        assert last <= start < end, line
        last = end
        assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == found[5], line
        ids, values = (_split(found[n]) for n in (6, 7))
        assert len(ids) == len(values), line
        for one, value in zip(ids, values, strict=True):
            cells = CELL.fullmatch(one), CELL.fullmatch(value)
            assert cells[0], one
            assert cells[1], value
            assert cells[0][2] == cells[1][2], line
            alone += cells[1][2] is None
            spans.setdefault((cells[1][2] or f"alone {alone}", cells[1][1]), []).extend((start, end))
    assert len({number for number, _ in spans}) == len(spans), "a number stands for one label"
    return [(min(places), max(places), value) for (_, value), places in spans.items()]


def _split(cell: str) -> list[str]:
    """Cut a cell at the bars that no backslash stands before."""
    return [] if cell == "_" else re.split(r"(?<!\\)(?:\\\\)*\|", cell)


def readr_types(path: Path) -> dict[str, str]:
    """Guess the types of columns as R's readr does with its defaults: `NA` and nothing are missing."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert all(len(row) == len(head) for row in rows), "readr reports rows of another width"
    return {name: _guessed([row[n] for row in rows if row[n] not in ("", "NA")]) for n, name in enumerate(head)}


def _guessed(cells: list[str]) -> str:
    if not cells:
        return "logical"
    tests = (
        ("logical", r"T|F|TRUE|FALSE|true|false|True|False"),
        ("number", r"[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"), ("date", r"\d{4}-\d{2}-\d{2}"),
    )  # fmt: skip
    found = next((kind for kind, form in tests if all(re.fullmatch(form, cell) for cell in cells)), "character")
    if found == "date":
        for cell in cells:
            date.fromisoformat(cell)
    return found


def timeline_faults(data: dict[str, object]) -> Iterator[str]:
    """Say what TimelineJS would drop or draw wrong, beyond the shape of its JSON: days, order, ids, groups."""
    events = data["events"]
    assert isinstance(events, list)
    if len({slide["unique_id"] for slide in events}) < len(events):
        yield "unique_id is not unique"
    for slide in events:
        ends = [slide["start_date"], slide.get("end_date", slide["start_date"])]
        for end in ends:
            parts = list(end)
            if parts != ["year", "month", "day"][: len(parts)]:
                yield f"{slide['unique_id']}: {parts}"
            date(end["year"], end.get("month", 1), end.get("day", 1))
        first, last = (tuple(end.values()) for end in ends)
        if first > last:
            yield f"{slide['unique_id']}: ends before it begins"
        if not all(isinstance(slide[name], str) and slide[name] for name in ("display_date", "group", "unique_id")):
            yield f"{slide['unique_id']}: not words"
        if "<script" in slide["text"]["text"] or "<script" in slide["text"]["headline"]:
            yield f"{slide['unique_id']}: markup"


