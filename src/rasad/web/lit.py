"""A page's text cut into lines and pieces, each knowing what was read there: what a screen lights."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rasad.model import Range


class Lit(Struct, frozen=True):
    """A span to be lit: the field it belongs to, and its layer (actor, date, statement ...)."""

    start: int
    end: int
    field: str
    layer: str


class Piece(Struct, frozen=True):
    """A stretch of text on which the same fields rest; `heads` are those whose first span begins here."""

    start: int
    text: str
    fields: tuple[str, ...]
    layers: tuple[str, ...]
    heads: tuple[str, ...]


class Line(Struct, frozen=True):
    """A line of the page: its direction, what part of the page it is, and its pieces."""

    start: int
    end: int
    dir: str
    part: str
    pieces: tuple[Piece, ...]


class Block(Struct, frozen=True):
    """Lines of one kind, one after the other; `lit` tells whether anything was read in them."""

    part: str
    lines: tuple[Line, ...]
    lit: bool


def blocks(text: str, lights: Iterable[Lit], ranges: Sequence[Range]) -> list[Block]:
    """Cut a text into blocks of lines of one part."""
    found: list[Block] = []
    some: list[Line] = []
    for line in lines(text, lights, ranges):
        if some and line.part != some[-1].part:
            found.append(_block(some))
            some = []
        some.append(line)
    return [*found, _block(some)] if some else found


def lines(text: str, lights: Iterable[Lit], ranges: Sequence[Range]) -> Iterator[Line]:
    """Cut a text into lines, and these where something begins or ends."""
    wanted = [light for light in lights if light.start < light.end]
    starts: dict[int, list[Lit]] = defaultdict(list)
    ends: dict[int, list[Lit]] = defaultdict(list)
    for light in wanted:
        starts[light.start].append(light)
        ends[light.end].append(light)
    cuts = sorted({*starts, *ends})
    active: list[Lit] = []
    seen: set[str] = set()
    at = 0
    for written in text.split("\n"):
        last = at + len(written)
        bounds = [at, *cuts[bisect_right(cuts, at) : bisect_left(cuts, last)], last]
        pieces = []
        for start, end in pairwise(bounds):
            active = [one for one in active if one.end > start] + starts.get(start, [])
            heads = [one.field for one in starts.get(start, ()) if one.field not in seen]
            seen.update(heads)
            pieces.append(_piece(start, text[start:end], active, heads))
        active = [one for one in active if one.end > last]
        active += starts.get(last, []) if last > at else []
        yield Line(at, last, direction(written), part_of(at, last, ranges), tuple(pieces))
        at = last + 1


def direction(line: str) -> str:
    """Tell which way a line runs: by most of its letters, since a Persian line may begin with a Latin name."""
    right = sum("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc" for char in line)
    left = sum(char.isascii() and char.isalpha() for char in line)
    return "rtl" if right >= left else "ltr"


def part_of(start: int, end: int, ranges: Sequence[Range]) -> str:
    """Tell what part of the page a line is: the range that holds most of it."""
    best, most = "", 0
    for one in ranges:
        shared = min(end, one.end) - max(start, one.start)
        if shared > most:
            best, most = one.kind, shared
    return best


def _piece(start: int, text: str, active: Sequence[Lit], heads: Sequence[str]) -> Piece:
    fields, layers = (dict.fromkeys(some) for some in ((a.field for a in active), (a.layer for a in active)))
    return Piece(start, text, tuple(fields), tuple(layers), tuple(dict.fromkeys(heads)))


def _block(some: Sequence[Line]) -> Block:
    return Block(some[0].part, tuple(some), any(piece.fields for line in some for piece in line.pieces))
