"""Which line of a text is what, told by the elements that hold it."""

import re
from collections.abc import Iterator, Sequence

from rasad.markup.marks import Marked
from rasad.markup.places import Place, Places
from rasad.model import Range, Span

_LINE = re.compile(r"\S[^\n]*")
_OTHER = "html:not_main_content"
_TAIL = "html:after_the_article"
# A line of an article, and not of a menu: so many words with a stop at their end, or this long without.
_PARAGRAPH = 150
_FEWEST_SPACES = 2
_STOPPED = re.compile(r"[.!?؟…:][»\"”’)\]\s]*$")
# A lead stands between title and body, and not farther before the body than this: a screen of furniture.
_NEAR = 1_500
# Kinds of elements that make a range of another kind.
_KINDS = {"lead": "body", "kicker": "title", "author": "boilerplate", "aside": "boilerplate"}


def ranges(told: Marked, found: Places) -> tuple[Range, ...]:
    """Give a range for every line of the text. Without a body nothing is told: lines are judged by words alone."""
    placed = sorted(
        ((told.spans[n], place) for n, place in enumerate(found.all()) if n in told.spans), key=lambda pair: pair[0]
    )
    body = [pair for pair in placed if pair[1].kind == "body"]
    if not body:
        return ()
    rest = [pair for pair in placed if pair[1].kind != "body"]
    title = _title([pair for pair in rest if pair[1].kind == "title"], body)
    kept = [pair for pair in rest if pair[1].kind != "title" and _counts(pair, body, title)]
    parts = [*body, *kept, *([title] if title else [])]
    lines = [line.span() for line in _LINE.finditer(told.text)]
    return tuple(_without_tail(told.text, [_range(line, parts) for line in lines]))


def _without_tail(text: str, found: list[Range]) -> Iterator[Range]:
    """Take from the article's end the lines that are no sentences of it: tags, the next article, names of buttons."""
    body = [n for n, part in enumerate(found) if part.kind == "body"]
    told = [n for n in body if _is_told(text[found[n].start : found[n].end])]
    last = max(told, default=len(found))
    for number, part in enumerate(found):
        tail = part.kind == "body" and number > last
        yield Range(part.start, part.end, "boilerplate", _TAIL) if tail else part


def _is_told(line: str) -> bool:
    return len(line) >= _PARAGRAPH or (line.count(" ") >= _FEWEST_SPACES and bool(_STOPPED.search(line)))


def _title(found: Sequence[tuple[Span, Place]], body: Sequence[tuple[Span, Place]]) -> tuple[Span, Place] | None:
    """Choose the title: the last before the article begins, or the first in it."""
    first = body[0][0][0]
    before = [pair for pair in found if pair[0][1] <= first]
    inside = [pair for pair in found if first <= pair[0][0] < body[-1][0][1]]
    return before[-1] if before else inside[0] if inside else None


def _counts(pair: tuple[Span, Place], body: Sequence[tuple[Span, Place]], title: tuple[Span, Place] | None) -> bool:
    """Tell whether a part belongs to the article: it stands in it, or right before it."""
    (start, end), place = pair
    first, last = body[0][0][0], body[-1][0][1]
    if first <= start and end <= last:
        return place.kind != "lead"
    if place.kind not in ("lead", "kicker", "caption", "credit"):
        return False
    above = title[0][0] if title else first - _NEAR
    if place.kind == "kicker":
        return first - _NEAR <= start < first and (title is None or end <= title[0][0])
    return above <= start and end <= first and first - end <= _NEAR


def _range(line: Span, parts: Sequence[tuple[Span, Place]]) -> Range:
    """Name a line after the smallest element that holds its beginning; a label in a caption is of the caption."""
    around = [(end - start, place) for (start, end), place in parts if start <= line[0] < end]
    if not around:
        return Range(*line, "boilerplate", _OTHER)
    place = min(around, key=lambda pair: (pair[1].kind != "caption", pair[0]))[1]
    return Range(*line, _KINDS.get(place.kind, place.kind), place.rule)
