"""Pages with labelled spans as WebAnno TSV 3.3, one file a page, to be annotated again in INCEpTION.

All labels go into INCEpTION's own layer of named entities, so that a project needs no layer made for them: the value is
the label with what it says, the identifier is whom or what it names. Offsets are UTF-16 units, as INCEpTION counts.
"""

import re
import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from rasad.model import Span
from rasad.sharing.spans import Labelled, labelled, sentences
from rasad.store.records import entries

DESCRIPTION = "one WebAnno TSV 3.3 file a page, for INCEpTION; all labels in its layer of named entities"
EXTENSION = ""

_HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n"
_TOKEN = re.compile(r"\w+(?:[\u200c\u064b-\u0652\u0670]\w*)*|[^\w\s]")
_UNSAFE = re.compile(r"[^\w-]+", re.ASCII)
"""Not in a name of a file; no dot either: Windows takes «aux.txt» for a device."""
_RESERVED = ("\\", "[", "]", "|", "_", "->", ";", "\t", "\n", "*")
"""Signs with a meaning of their own in a cell; the backslash first, since it stands before the others."""


def write(db: sqlite3.Connection, out: Path) -> None:
    """Write one file a page."""
    for entry in entries(db):
        name = f"{_UNSAFE.sub('_', entry.record.id)[:60]}-{entry.record.sha256[:8]}.tsv"
        text = "".join(_page(entry.page.text, labelled(entry)))
        (out / name).write_text(_HEAD + text, encoding="utf-8", newline="\n")


def _page(text: str, spans: Sequence[Labelled]) -> Iterator[str]:
    units = _units(text)
    once = list({(one.start, one.end, one.label, one.entity): one for one in spans}.values())
    edges = sorted({place for one in once for place in (one.start, one.end)})
    for number, (start, end) in enumerate(sentences(text, once), start=1):
        tokens = list(_tokens(text, start, end, edges))
        cells = _cells(tokens, once)
        yield f"\n#Text={_line(text[start:end])}\n"
        for n, (first, last) in enumerate(tokens, start=1):
            values = "|".join(value for _, value in cells[first]) or "_"
            ids = "|".join(id_ for id_, _ in cells[first]) or "_"
            yield f"{number}-{n}\t{units[first]}-{units[last]}\t{text[first:last]}\t{ids}\t{values}\t\n"


def _tokens(text: str, start: int, end: int, edges: Sequence[int]) -> Iterator[Span]:
    """Cut a sentence into words and signs, and these at the edges of labels: an annotation covers whole tokens."""
    for found in _TOKEN.finditer(text, start, end):
        inner = edges[bisect_right(edges, found.start()) : bisect_left(edges, found.end())]
        places = [found.start(), *inner, found.end()]
        yield from pairwise(places)


def _cells(tokens: Sequence[Span], spans: Sequence[Labelled]) -> dict[int, list[tuple[str, str]]]:
    """Give for the start of each token its annotations; one over several tokens has the same number at each."""
    cells: dict[int, list[tuple[str, str]]] = {first: [] for first, _ in tokens}
    for number, one in enumerate(spans, start=1):
        held = [first for first, last in tokens if one.start <= first and last <= one.end]
        for first in held:
            id_, value = _escaped(one.entity or "*"), _escaped(f"{one.label} {one.value}".strip())
            cells[first].append((f"{id_}[{number}]", f"{value}[{number}]"))
    return cells


def _escaped(text: str) -> str:
    for sign in _RESERVED:
        text = text.replace(sign, f"\\{sign}" if sign not in "\t\n" else " ")
    return text


def _line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _units(text: str) -> list[int]:
    """Give for each character its place in UTF-16 units, and the length behind the last."""
    places, at = [0], 0
    for char in text:
        at += 2 if ord(char) > 0xFFFF else 1
        places.append(at)
    return places
