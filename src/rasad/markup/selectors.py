"""The rows of `markup/places.tsv` as CSS selectors, held against one document."""

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rasad.packs.rows import Row, read_rows

# What a selector asks of an element's attributes, as it would be written in the document.
_ASKED = re.compile(r"""[.#]([\w-]+)|=["']([^"']+)["']""")
_NAMED = "[class], [id], [itemprop], [property], [rel], [role], [itemtype]"
_ATTRIBUTES = ("class", "id", "itemprop", "property", "rel", "role", "itemtype")
# Of each kind, so many elements are looked at: a page that has more of them is a list.
_MOST = 300


class Selectors:
    """The rows that can fit a document at all: those whose words stand in its attributes. Most do not, and asking costs."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        values = {
            value for node in tree.css(_NAMED) for name in _ATTRIBUTES if (value := node.attributes.get(name))
        }
        written = "\n".join(values)
        self._rows: dict[str, list[Row]] = {}
        for place, asked, row in _rows():
            if all(word in written for word in asked):
                self._rows.setdefault(place, []).append(row)

    def rows(self, place: str) -> list[Row]:
        """Give the rows of a place that may fit, in their order."""
        return self._rows.get(place, [])

    def find(self, place: str, node: LexborNode) -> Iterator[tuple[Row, LexborNode]]:
        """Give the elements below a node that a row of the place fits, with the first such row, in the page's order."""
        rows = self.rows(place)
        if not rows:
            return
        for found in node.css(",".join(row["selector"] for row in rows))[:_MOST]:
            yield next(row for row in rows if found.css_matches(row["selector"])), found


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], Row], ...]:
    return tuple(
        (row["place"], tuple(a or b for a, b in _ASKED.findall(row["selector"])), row)
        for row in read_rows("markup/places.tsv")
    )
