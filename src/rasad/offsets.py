"""Edits, and the way back: no repair returns text, only `apply` writes it."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from msgspec import Struct


class Edit(Struct, frozen=True):
    """Replace the code points [start, end) of a text by `text`; `why` names the rule."""

    start: int
    end: int
    text: str
    why: str


class OffsetMap(Struct, frozen=True):
    """The way between a text and the text made from it by edits.

    The edits cut both texts into the same number of pieces: copied pieces (equal length) and edited ones.
    `old` and `new` hold the starts of the pieces, ending with the lengths of the two texts; `copied` tells
    which pieces stand unchanged.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    copied: tuple[bool, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the old text that made [start, end) of the new one."""
        return _carry(self.new, self.old, self.copied, start, end)

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the new text that [start, end) of the old one became."""
        return _carry(self.old, self.new, self.copied, start, end)


_place = attrgetter("start", "end")


def identity(length: int) -> OffsetMap:
    """Give the map of a text that was not edited."""
    return OffsetMap((0, length), (0, length), (True,)) if length else OffsetMap((0,), (0,), ())


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Write the edits into the text.

    Edits must not overlap; two that do are a fault of the caller (`ValueError`).

    >>> apply("می رود", [Edit(2, 3, "\\u200c", why="half_space")])[0] == "می\\u200cرود"
    True
    """
    parts: list[str] = []
    old, new, copied = [0], [0], []
    at, written = 0, 0
    for edit in sorted(edits, key=_place):
        start, end, instead = edit.start, edit.end, edit.text
        if start < at:
            raise ValueError(f"edits overlap: {edit} begins before {at}, where the one before it ends")
        if start > at:
            written += start - at
            parts.append(text[at:start])
            old.append(start)
            new.append(written)
            copied.append(True)
        if end > start or instead:
            written += len(instead)
            parts.append(instead)
            old.append(end)
            new.append(written)
            copied.append(False)
        at = end
    if at < len(text):
        parts.append(text[at:])
        old.append(len(text))
        new.append(new[-1] + len(text) - at)
        copied.append(True)
    return "".join(parts), OffsetMap(tuple(old), tuple(new), tuple(copied))


def _carry(
    here: tuple[int, ...], there: tuple[int, ...], copied: tuple[bool, ...], start: int, end: int
) -> tuple[int, int]:
    """Carry a span from one side of the pieces to the other; a cut piece is taken whole."""
    if not copied:
        return (0, 0)
    # A piece of no width on this side (something deleted or inserted) belongs to no span that only touches it.
    first = _piece(here, start)
    if end <= start:
        point = there[first] + (start - here[first] if copied[first] else 0)
        return (point, point)
    last = _piece(here, end - 1)
    left = there[first] + (start - here[first] if copied[first] else 0)
    right = there[last] + (end - here[last]) if copied[last] else there[last + 1]
    return (left, right)


def _piece(starts: tuple[int, ...], at: int) -> int:
    """Give the number of the piece that holds the code point `at`."""
    return min(max(bisect_right(starts, at) - 1, 0), len(starts) - 2)
