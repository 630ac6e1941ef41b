"""Which line of a text is what, told by the elements that hold it."""

import re
from collections.abc import Sequence

from rasad.markup.marks import Marked
from rasad.markup.places import Place, Places
from rasad.model import Range, Span

_LINE = re.compile(r"\S[^\n]*")
_OTHER = "html:not_main_content"
# A lead stands between title and body, and not farther before the body than this: a screen of furniture.
_NEAR = 1_500
# Kinds of elements that make a range of another kind.
_KINDS = {"lead": "body", "kicker": "title", "author": "boilerplate", "aside": "boilerplate"}


def ranges(told: Marked, found: Places) -> tuple[Range, ...]:
    """Give a range for every line of the text. Without a body nothing is told, and lines are judged by their words alone."""
    spans = {number: told.spans[number] for number in told.spans}
    numbered = list(enumerate(found.all()))
    body = [(spans[n], place) for n, place in numbered if place.kind == "body" and n in spans]
    if not body:
        return ()
    rest = [(spans[n], place) for n, place in numbered if place.kind != "body" and n in spans]
    title = _title([pair for pair in rest if pair[1].kind == "title"], body)
    kept = [pair for pair in rest if pair[1].kind != "title" and _counts(pair, body, title)]
    parts = [*body, *kept, *([title] if title else [])]
    lines = [line.span() for line in _LINE.finditer(told.text)]
    return tuple(_range(line, parts) for line in lines)


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
    """Name a line after the smallest element that holds its beginning."""
    around = [(end - start, place) for (start, end), place in parts if start <= line[0] < end]
    if not around:
        return Range(*line, "boilerplate", _OTHER)
    place = min(around, key=lambda pair: pair[0])[1]
    return Range(*line, _KINDS.get(place.kind, place.kind), place.rule)
