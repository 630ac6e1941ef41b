"""Where the parts of a document stand: article, title, lead, captions, and what stands in it without being of it."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from selectolax.lexbor import LexborNode

from rasad.markup.content import densest, letters, told_letters
from rasad.markup.selectors import Selectors
from rasad.model import Stated
from rasad.packs.rows import Row

# What the rows find is the article if it tells this much, in letters outside of links: one sentence.
_LEAST_TOLD = 60
# The densest stretch of the page is taken instead if it tells more than so many times as much: the rows found a teaser.
_RICHER = 2.5
# What stands in an article without being of it tells less than this share of it; what is more is the article after all.
_LARGEST_ASIDE = 0.5
# So many elements are weighed; a page that has more of them is a list.
_MOST_BODIES = 40
# So many elements are held against the densest one; an article in more parts is a list.
_MOST_ALIKE = 300
_GENERAL = "html5"
# Rows that make a title only of what the head calls so.
_AGREEING = "agreeing"
_BAR = re.compile(r"(?<!\s)\s++[|–—»-]\s++|(?:(?<!\s)\s++)?\|\s*+")
# Letters; what is shorter is the name of a site or of a section.
_SHORTEST_TITLE = 12


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


class _Candidate(Struct, frozen=True):
    """An element that may be the article, the row that found it, and how many letters it tells."""

    row: Row
    node: LexborNode
    told: int


def places(root: LexborNode | None, selectors: Selectors, facts: Iterable[Stated]) -> Places:
    """Find the article and its parts below the root of a document."""
    if root is None:
        return Places()
    body = tuple(_body(root, selectors))
    heads = _titles(root, selectors, _stated_titles(facts))
    named = (
        Place(kind, node, row.rule)
        for kind in ("kicker", "lead", "caption", "author", "credit")
        for row, node in selectors.find(kind, root)
    )
    return Places(body, (*heads, *named), tuple(_asides(body, selectors)))


def _body(root: LexborNode, selectors: Selectors) -> Iterator[Place]:
    """Find the elements that hold the article: by the rows, or where the page tells most."""
    order = {row.rule: rank for rank, row in enumerate(selectors.rows("body"))}
    found = list(selectors.find("body", root))[:_MOST_BODIES]
    told = [_Candidate(row, node, told) for row, node in found if (told := told_letters(node)) >= _LEAST_TOLD]
    # Rows from HTML 5 itself say little: the densest stretch of what they hold is the article.
    own = [one for one in told if one.row["family"] != _GENERAL]
    best = min(own, key=lambda one: (order[one.row.rule], -one.told), default=None)
    outer = max(told, key=lambda one: one.told).node if told else root
    dense = densest(outer) or densest(root)
    if dense is not None and (best is None or told_letters(dense) > _RICHER * best.told):
        yield from (Place("body", node, "html:densest") for node in _parts(dense))
    elif best is not None:
        for one in told:
            if one.row is best.row and _brothers(one.node, best.node):
                yield Place("body", one.node, best.row.rule)


def _parts(dense: LexborNode) -> Iterator[LexborNode]:
    """Give the densest element, and the elements of its class in the same `article` that tell something, too."""
    home = _article(dense)
    alike = home.css(dense.tag or "*")[:_MOST_ALIKE] if home is not None and _class(dense) else ()
    for node in alike:
        if node.mem_id != dense.mem_id and _brothers(node, dense) and told_letters(node) >= _LEAST_TOLD:
            yield node
    yield dense


def _brothers(one: LexborNode, other: LexborNode) -> bool:
    """Tell whether two elements are one, or parts of one: some systems cut an article into several of one class.

    The parts stand side by side, or each in a frame of its own with advertisements between, all in one `article`.
    """
    if one.mem_id == other.mem_id:
        return True
    mine, others = one.parent, other.parent
    if mine is None or others is None or _class(one) != _class(other):
        return False
    if mine.mem_id == others.mem_id:
        return True
    home, its = _article(one), _article(other)
    return home is not None and its is not None and home.mem_id == its.mem_id and _class(mine) == _class(others)


def _class(node: LexborNode) -> str | None:
    return node.attributes.get("class")


def _article(node: LexborNode) -> LexborNode | None:
    """Give the nearest `article` around an element."""
    around = node.parent
    while around is not None and around.tag != "article":
        around = around.parent
    return around


def _titles(root: LexborNode, selectors: Selectors, stated: set[str]) -> tuple[Place, ...]:
    """Give the elements that may be the title: those that say what the head says, or those that look like one."""
    found = list(selectors.find("title", root))
    agreeing = [(row, node) for row, node in found if _key(node.text()) in stated]
    likely = [(row, node) for row, node in found if row["family"] != _AGREEING]
    return tuple(Place("title", node, row.rule) for row, node in agreeing or likely)


def _stated_titles(facts: Iterable[Stated]) -> set[str]:
    """Give the titles that the head states, with and without the site's name behind a bar."""
    titles = [fact.value for fact in facts if fact.field == "title"]
    parts = (part for title in titles for part in (title, *_BAR.split(title)))
    return {key for part in parts if len(key := _key(part)) >= _SHORTEST_TITLE}


def _asides(body: tuple[Place, ...], selectors: Selectors) -> Iterator[Place]:
    """Give what stands inside the article and is no part of it."""
    for place in body:
        whole = letters(place.node)
        for row, node in selectors.find("aside", place.node):
            if node.mem_id != place.node.mem_id and letters(node) < _LARGEST_ASIDE * whole:
                yield Place("aside", node, row.rule)


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
