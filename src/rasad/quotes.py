"""What stands between quotation marks, as spans; nested marks and forgotten ones, too."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rasad.model import Quote, Span

_PAIRS = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’"}
CLOSING = {**_PAIRS, '"': '"', "’": "’"}
"""The mark that closes what each mark opens."""

_EITHER = {opener: re.compile(f"[{opener}{close}]") for opener, close in CLOSING.items()}
_CLOSERS = frozenset(_PAIRS.values())
_STRAIGHT = '"'
_REVERSED = {"»": "«", "”": "“"}
_MARKS = re.compile('[«»“”„‹›‘’"]')
_OPENING = " \t\n\u00a0\u200c([{«“‹،؛:-–—ـ"
# Deeper nesting is an accident of marks.
_DEEPEST = 8


class _Open(Struct):
    """A mark that waits for its other half, and the mark that would close it."""

    at: int
    kind: str
    close: str


def quotes(text: str, paragraphs: Iterable[Span]) -> tuple[Quote, ...]:
    """Give the quotations of a text, each within its paragraph, in the order of their beginnings.

    >>> [(q.kind, text[slice(*q.inner)]) for text in ["«one “two”» three"] for q in quotes(text, [(0, 17)])]
    [('«', 'one “two”'), ('“', 'two')]
    """
    if not _MARKS.search(text):
        return ()
    found = [quote for span in paragraphs if _MARKS.search(text, *span) for quote in _in_paragraph(text, span)]
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def closing(text: str, at: int, end: int) -> int:
    """Give where the quotation that opens at `at` closes, or -1; a quotation inside it does not end it.

    >>> closing("«a «b» c» d", 0, 11), closing('"a" b', 0, 5), closing("«a «b c» d", 0, 10), closing("«a", 0, 2)
    (8, 2, 7, -1)
    """
    opener = text[at]
    close = CLOSING[opener]
    depth = 0
    for mark in _EITHER[opener].finditer(text, at + 1, end):
        if mark[0] != close:
            depth += 1
        elif depth:
            depth -= 1
        else:
            return mark.start()
    return text.find(close, at + 1, end)


def _in_paragraph(text: str, span: Span) -> Iterator[Quote]:
    """Match the marks of a paragraph as brackets are; what is not closed ends with it, what is not opened begins so."""
    waiting: list[_Open] = []
    for mark in _MARKS.finditer(text, *span):
        at, sign = mark.start(), mark[0]
        if any(one.close == sign for one in waiting) and not _opens(text, at, sign, waiting):
            yield from _closed(waiting, at, sign)
        elif close := _close_of(text, at, sign, span):
            if len(waiting) < _DEEPEST:
                waiting.append(_Open(at, sign, close))
        elif sign in _CLOSERS and sign != "’" and not waiting:
            yield Quote(span[0], at + 1, (span[0], at), sign, 0, False)
    for depth, one in enumerate(waiting):
        if one.kind != "‘":
            yield Quote(one.at, span[1], (one.at + 1, span[1]), one.kind, depth, False)


def _closed(waiting: list[_Open], at: int, sign: str) -> Iterator[Quote]:
    """Close the innermost quotation that waits for this mark; those inside it were never closed, and end here too."""
    while waiting:
        one = waiting.pop()
        sound = one.close == sign
        if sound or one.kind != "‘":
            yield Quote(one.at, at + sound, (one.at + 1, at), one.kind, len(waiting), sound)
        if sound:
            return


def _opens(text: str, at: int, sign: str, waiting: list[_Open]) -> bool:
    """Tell whether a mark that could close opens another quotation: only a straight one can do both."""
    nested = sign == _STRAIGHT and waiting[-1].close != _STRAIGHT
    return nested and _before(text, at) and not _after(text, at)


def _close_of(text: str, at: int, sign: str, span: Span) -> str | None:
    """Give the mark that closes what this one opens, or None if it opens nothing."""
    if sign in ("‘", _STRAIGHT):
        return _PAIRS.get(sign, _STRAIGHT) if _before(text, at) or at == span[0] else None
    if sign in _PAIRS:
        return _PAIRS[sign]
    # »so«: the two halves changed places, as they do where the direction of the text was lost.
    turned = _REVERSED.get(sign)
    if turned and _before(text, at) and not _after(text, at) and text.find(turned, at, span[1]) >= 0:
        return turned
    return None


def _before(text: str, at: int) -> bool:
    """Tell whether what stands before a mark lets it open."""
    return at == 0 or text[at - 1] in _OPENING or text[at - 1].isspace()


def _after(text: str, at: int) -> bool:
    """Tell whether what stands behind a mark forbids that it opens."""
    return at + 1 >= len(text) or text[at + 1].isspace() or text[at + 1] in ".،؛,;!?؟)"
