"""Stretches of a text: how far apart two are, and what is left without some."""

from collections.abc import Iterable

from rasad.model import Span


def apart(a: Span, b: Span) -> int:
    """Give the characters between two spans; 0 when they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])


def without(text: str, spans: Iterable[Span]) -> str:
    """Give what is left of a text, with a line end in the place of every span.

    >>> without("one two three", [(3, 8)])
    'one\\nthree'
    """
    parts, at = [], 0
    for start, end in sorted(spans):
        parts.append(text[at:start])
        at = max(at, end)
    parts.append(text[at:])
    return "\n".join(parts)
