"""The lines of a text, which are its paragraphs: counted in the same way by every stage."""

import re
import unicodedata
from functools import lru_cache

from rasad.model import Span

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# Spaces, half-spaces and direction marks: what nobody sees at the edge of a line. All but one lie below U+3001.
_BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace() or unicodedata.category(c) == "Cf") + "\ufeff"


@lru_cache(maxsize=1)
def lines(text: str) -> tuple[Span, ...]:
    """Give the spans of the lines that hold something visible, without the blanks around it.

    The last text is remembered: four stages ask for the lines of one page.

    >>> lines("one\\n\\n two \\n")
    ((0, 3), (6, 9))
    """
    found = []
    for line in _LINE.finditer(text):
        span = trimmed(text, line.start(), line.end())
        if span[0] < span[1]:
            found.append(span)
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Span:
    """Give the span without the blanks at its edges; it may become empty.

    >>> trimmed(" a ", 0, 3)
    (1, 2)
    """
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_BLANK))
    return (start + left, start + max(left, len(piece.rstrip(_BLANK))))
