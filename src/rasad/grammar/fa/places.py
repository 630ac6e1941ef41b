"""What stands right before or right behind a place of a Persian sentence."""

from rasad.grammar.view import View, tight
from rasad.model import Mark, Span

_NEXT = 2
"""Code points that may stand between two words that belong together: a space, a half-space."""
_PUNCTUATION = "،,.:؛"


def right_before(view: View, at: int, kind: str) -> list[Mark]:
    """Give the marks of a kind that end right before a place."""
    return [m for m in view.of(kind) if m.end <= at and tight(view.doc.folded, m.end, at)]


def right_behind(view: View, at: int, kind: str) -> list[Mark]:
    """Give the marks of a kind that start right behind a place."""
    return [m for m in view.of(kind) if 0 <= m.start - at <= _NEXT]


def governors(view: View, at: int) -> set[str]:
    """Give the keys of the prepositions that stand right before a place."""
    return {m.cells["marker"] for m in right_before(view, at, "marker")}


def uses_before(view: View, at: int) -> set[str]:
    """Give the uses of the grammar words that stand right before a place."""
    return {m.cells["use"] for m in right_before(view, at, "grammar")}


def dated(view: View, word: Span) -> bool:
    """Tell whether a word is part of a date."""
    return any(d.start <= word[0] and word[1] <= d.end for _, d in view.dates)


def over(view: View, word: Span) -> list[Mark]:
    """Give the marks that hold a word."""
    return [m for m in view.marks if m.start <= word[0] and word[1] <= m.end]


def punctuated(view: View, start: int, end: int) -> bool:
    """Tell whether a comma, colon or stop stands in [start, end)."""
    return any(c in _PUNCTUATION for c in view.text(start, end))


def only_and(view: View, start: int, end: int) -> bool:
    """Tell whether nothing but «و» stands in [start, end)."""
    return view.text(start, end).replace("\u200c", " ").strip(" «»\"'") == "و"
