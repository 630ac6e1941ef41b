"""Where the parts of a document stand: its article, title, lead, captions, and what stands in the article without being of it."""

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rasad.markup.content import densest, letters, told_letters
from rasad.model import Stated
from rasad.packs.rows import Row, read_rows

# What the rows find is the article if it tells this much, in letters outside of links: one sentence.
_LEAST_TOLD = 60
# The densest stretch of the page is taken instead if it tells more than this many times as much: the rows found a teaser.
_RICHER = 2.5
# What stands in an article without being of it tells less than this share of it; what is more is the article after all.
_LARGEST_ASIDE = 0.5
# Of each kind, so many elements are looked at: a page that has more of them is a list.
_MOST = 300
_MOST_BODIES = 40


class Place(Struct, frozen=True):
    """An element of the document, what it is, and the rule that says so."""

    kind: str
    node: LexborNode
    rule: str


class Places(Struct, frozen=True):
    """The elements found. `body` is empty if nothing in the document looks like an article."""

    body: tuple[Place, ...] = ()
    heads: tuple[Place, ...] = ()
    asides: tuple[Place, ...] = ()

    def all(self) -> tuple[Place, ...]:
        """Give all of them, in the order in which they are numbered."""
        return (*self.body, *self.heads, *self.asides)


class _Rows(Struct, frozen=True):
    """The rows of one kind: their selectors as one, and one by one."""

    joined: str
    rows: tuple[Row, ...]

    def find(self, node: LexborNode) -> list[LexborNode]:
        return node.css(self.joined) if self.rows else []

    def rank(self, node: LexborNode) -> int:
        """Give the number of the first row that fits."""
        return next(n for n, row in enumerate(self.rows) if node.css_matches(row["selector"]))


def places(tree: LexborHTMLParser, facts: Iterable[Stated]) -> Places:
    """Find the article and its parts."""
    root = tree.body
    if root is None:
        return Places()
    body = tuple(_body(root))
    heads = [*_titles(root, {_key(fact.value) for fact in facts if fact.field == "title"})]
    for kind in ("kicker", "lead", "caption", "author", "credit"):
        heads += _named(root, kind)
    return Places(body, tuple(heads), tuple(_asides(body)))


def _body(root: LexborNode) -> Iterator[Place]:
    """Find the elements that hold the article: by the rows, or where the page tells most."""
    rows = _rows("body")
    candidates = [(rows.rank(node), node) for node in rows.find(root)[:_MOST_BODIES]]
    told = [(rank, letters, node) for rank, node in candidates if (letters := told_letters(node)) >= _LEAST_TOLD]
    # Rows from HTML 5 itself say little: the densest stretch of what they hold is the article.
    own = [found for found in told if rows.rows[found[0]]["family"] != "html5"]
    best = min(own, key=lambda found: (found[0], -found[1]), default=None)
    outer = max(told, key=lambda found: found[1])[2] if told else root
    dense = densest(outer) or densest(root)
    if dense is not None and (best is None or told_letters(dense) > _RICHER * best[1]):
        yield Place("body", dense, "html:densest")
        return
    if best is None:
        return
    rule = rows.rows[best[0]].rule
    for node in _of_one_kind(best[2], [node for rank, _, node in told if rank == best[0]]):
        yield Place("body", node, rule)


def _of_one_kind(best: LexborNode, found: list[LexborNode]) -> Iterator[LexborNode]:
    """Give the best one with its brothers: some systems cut an article into several elements of one class."""
    parent = best.parent.mem_id if best.parent else None
    for node in found:
        if node.mem_id == best.mem_id or (node.parent and node.parent.mem_id == parent and node.attributes.get("class") == best.attributes.get("class")):
            yield node


def _titles(root: LexborNode, stated: set[str]) -> Iterator[Place]:
    """Give the elements that may be the title; those that say what the head says first."""
    rows = _rows("title")
    found = [(rows.rows[rows.rank(node)].rule, node) for node in rows.find(root)[:_MOST]]
    agreeing = [pair for pair in found if _key(pair[1].text()) in stated]
    for rule, node in agreeing or found:
        yield Place("title", node, rule)


def _named(root: LexborNode, kind: str) -> Iterator[Place]:
    rows = _rows(kind)
    for node in rows.find(root)[:_MOST]:
        yield Place(kind, node, rows.rows[rows.rank(node)].rule)


def _asides(body: tuple[Place, ...]) -> Iterator[Place]:
    """Give what stands inside the article and is no part of it."""
    rows = _rows("aside")
    for place in body:
        whole = letters(place.node)
        for node in rows.find(place.node)[:_MOST]:
            if node.mem_id != place.node.mem_id and letters(node) < _LARGEST_ASIDE * whole:
                yield Place("aside", node, rows.rows[rows.rank(node)].rule)


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@cache
def _rows(kind: str) -> _Rows:
    rows = tuple(row for row in read_rows("markup/places.tsv") if row["place"] == kind)
    return _Rows(",".join(row["selector"] for row in rows), rows)
