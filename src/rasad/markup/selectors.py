"""The rows of `markup/places.tsv` as CSS selectors, held against one document."""

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rasad.packs.rows import Row, read_rows

# What a selector asks of an element's attributes, as it would be written in the document.
_ASKED = re.compile(r"""[.#]([\w-]+)|[\w~-]=["']([^"']+)["']""")
_PART_ASKED = re.compile(r"""[*^$]=["']([^"']+)["']""")
_NAMED = "[class], [id], [itemprop], [property], [rel], [role], [itemtype]"
_ATTRIBUTES = ("class", "id", "itemprop", "property", "rel", "role", "itemtype")
# Of each kind, so many elements are looked at: a page that has more of them is a list.
_MOST = 300


class Selectors:
    """The rows that can fit a document: those whose words stand in its attributes. Most do not, and asking costs."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        values = {value for node in tree.css(_NAMED) for name in _ATTRIBUTES if (value := node.attributes.get(name))}
        words = {word for value in values for word in value.split()}
        written = " ".join(words)
        self._rows: dict[str, list[Row]] = {}
        for asked, parts, row in _rows():
            if asked <= words and all(part in written for part in parts):
                self._rows.setdefault(row["place"], []).append(row)

    def rows(self, place: str) -> list[Row]:
        """Give the rows of a place that may fit, in their order."""
        return self._rows.get(place, [])

    def find(self, place: str, node: LexborNode) -> Iterator[tuple[Row, LexborNode]]:
        """Give the elements below a node that a row of the place fits, each with the first such row."""
        seen: set[int] = set()
        for row in self.rows(place):
            for found in node.css(row["selector"])[:_MOST]:
                if found.mem_id not in seen:
                    seen.add(found.mem_id)
                    yield row, found


@cache
def _rows() -> tuple[tuple[frozenset[str], tuple[str, ...], Row], ...]:
    """Give the rows, each with the words and the parts of words that its selector asks for."""
    return tuple(
        (
            frozenset(a or b for a, b in _ASKED.findall(row["selector"])),
            tuple(_PART_ASKED.findall(row["selector"])),
            row,
        )
        for row in read_rows("markup/places.tsv")
    )
