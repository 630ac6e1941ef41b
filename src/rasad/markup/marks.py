"""Where elements stand in the text of their document: marks written into it, and read back from its text."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rasad.markup.places import Places
from rasad.model import Span

MARK = "\ufdd0"
"""Opens a mark. A noncharacter of Unicode, which no document may hold; a number follows, in the next ten of them."""

_DIGITS = "\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda"
_WRITE = str.maketrans("0123456789", _DIGITS)
_READ = str.maketrans(_DIGITS, "0123456789")
_END = "\ufddb"
_MARKS = re.compile(f"{MARK}([{_DIGITS}]+){_END}")
# So many texts at either end of an element are marked, since some of them may not be seen; and as many that stand in no
# picture, since an article may open and end with several.
_SURE = 3
_PICTURES = ("figure", "picture", "figcaption")
_REACH = 6
"""Elements around a text that are asked for a picture."""
# What holds text that nobody sees.
_UNSEEN = frozenset(("script", "style", "noscript", "template", "textarea", "select", "title", "iframe", "svg"))


class Marked(Struct, frozen=True):
    """A text, and the spans in it of elements by their number."""

    text: str
    spans: dict[int, Span]

    def read(self, text: str) -> "Marked":
        """Take the marks out of the text made from the marked document."""
        parts: list[str] = []
        places: dict[int, int] = {}
        at = length = 0
        for mark in _MARKS.finditer(text):
            parts.append(text[at : mark.start()])
            length += mark.start() - at
            at = mark.end()
            number = int(mark[1].translate(_READ))
            # Of several marks the first opens and the last closes.
            places[number] = length if number % 2 else places.get(number, length)
        parts.append(text[at:])
        opened = [number for number in places if number % 2 == 0 and places.get(number + 1, 0) > places[number]]
        spans = {number // 2: (places[number], places[number + 1]) for number in opened}
        return Marked("".join(parts), spans)


def marked(tree: LexborHTMLParser, found: Places) -> Marked:
    """Write the document with a mark before and after the text of every element found; element n has marks 2n, 2n + 1.

    The marks are glued to the first and last words, so that the text without them is the text of the document.
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    nodes: dict[int, LexborNode] = {}
    for number, place in enumerate(found.all()):
        texts = list(_texts(place.node))
        for marks, some, mark in ((opening, texts, 2 * number), (closing, texts[::-1], 2 * number + 1)):
            for node in _sure(some):
                nodes[node.mem_id] = node
                marks.setdefault(node.mem_id, []).append(mark)
    for key, node in nodes.items():
        _write(node, opening.get(key, ()), closing.get(key, ()))
    return Marked(tree.html or "", {})


def _sure(texts: list[LexborNode]) -> list[LexborNode]:
    """Give the first texts, and the first that belong to no picture."""
    first = texts[:_SURE]
    others = islice((node for node in texts[_SURE:] if not _in_picture(node)), _SURE)
    return [*first, *(others if any(map(_in_picture, first)) else ())]


def _in_picture(text: LexborNode) -> bool:
    node = text.parent
    for _ in range(_REACH):
        if node is None or node.tag in _PICTURES:
            return node is not None
        node = node.parent
    return False


def _texts(element: LexborNode) -> Iterator[LexborNode]:
    for node in element.traverse(include_text=True):
        if node.is_text_node and node.parent is not None and node.parent.tag not in _UNSEEN and _content(node).strip():
            yield node


def _content(node: LexborNode) -> str:
    return node.text_content or ""


def _write(node: LexborNode, before: Sequence[int], after: Sequence[int]) -> None:
    text = _content(node)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    opened = "".join(map(_mark, before))
    # Inner elements close before the outer ones that end at the same word.
    closed = "".join(map(_mark, after))
    node.replace_with(f"{text[:start]}{opened}{text[start:end]}{closed}{text[end:]}")


def _mark(number: int) -> str:
    return f"{MARK}{str(number).translate(_WRITE)}{_END}"
