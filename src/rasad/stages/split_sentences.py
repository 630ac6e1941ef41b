"""Cut the reading text into sentences, inside title and body only."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rasad.lines import lines, trimmed
from rasad.model import Document, Sentence
from rasad.offsets import OffsetMap, identity
from rasad.packs import Packs
from rasad.tokens import WORD

_TOLD = ("title", "body")
_STOP = re.compile(r"(?P<stop>[.!?؟…۔]++)(?P<close>[»\"”’)\]]*+)(?P<space>(?=\s|$))?")
_QUOTE = re.compile(r"[»\"”’]")
# «م. ب.», "J. Kerry", «1. »: a stop after these ends no sentence.
_INITIAL = re.compile(r"(?:^|[\s.(«\"])\w$")
_NUMBER = re.compile(r"\(?\d{1,3}")
_INITIAL_REACH = 3
"""Letters before a stop that tell an initial: itself, what stands before it, and a line's end."""
_BLANK = re.compile(r"\s*+")
# Two sentences of 18,000 are longer, and they are lists. What is read within a sentence takes a time that grows with
# the square of its length, so a page without stops would take hours.
_LONGEST = 1_000


class _Stretch(Struct):
    """Text of one paragraph that is read as one: ranges of it, with what little was left out between them."""

    start: int
    end: int
    paragraph: int
    kind: str


def split_sentences(doc: Document, packs: Packs) -> Document:
    """Give the sentences with the number of their paragraph and the part of the page they stand in."""
    there = doc.map or identity(len(doc.reading))
    stretches = list(_stretches(doc))
    lead = _lead(doc.page.text, stretches)
    found: list[Sentence] = []
    for stretch in stretches:
        part = "title" if stretch.kind == "title" else "lead" if stretch.paragraph == lead else "body"
        for start, end in _sentences(doc.reading, *_in_reading(stretch, there)):
            found.append(Sentence(start, end, stretch.paragraph, part))
    return replace(doc, sentences=tuple(found))


def _stretches(doc: Document) -> Iterator[_Stretch]:
    """Join the ranges of a paragraph that only a piece of boilerplate parts («(جزئیات بیشتر)»)."""
    starts = [start for start, _ in lines(doc.page.text)]
    open_one: _Stretch | None = None
    for part in doc.ranges:
        paragraph = bisect_right(starts, part.start) - 1
        if open_one and (paragraph != open_one.paragraph or part.kind not in (open_one.kind, "boilerplate")):
            yield open_one
            open_one = None
        if open_one and part.kind == open_one.kind:
            open_one.end = part.end
        elif not open_one and part.kind in _TOLD:
            open_one = _Stretch(part.start, part.end, paragraph, part.kind)
    if open_one:
        yield open_one


def _lead(text: str, stretches: list[_Stretch]) -> int | None:
    """Give the number of the first paragraph after the title, when others follow it; a dateline alone is none."""
    kinds: dict[int, str] = {}
    for stretch in stretches:
        if text[stretch.start : stretch.end].endswith(":"):
            continue
        kinds.setdefault(stretch.paragraph, stretch.kind)
    titles = [number for number, kind in kinds.items() if kind == "title"]
    after = [number for number, kind in kinds.items() if kind == "body" and titles and number > titles[0]]
    return after[0] if len(after) > 1 else None


def _in_reading(stretch: _Stretch, there: OffsetMap) -> tuple[int, int]:
    return there.forth(stretch.start, stretch.end)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = _begun(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop["space"] is not None and _ends_sentence(text, at, stop):
            yield from _sentence(text, at, stop.end())
            at = _begun(text, stop.end(), end)
    yield from _sentence(text, at, end)


def _begun(text: str, at: int, end: int) -> int:
    """Give the next letter at or behind a place."""
    blank = _BLANK.match(text, at, end)
    return blank.end() if blank else at


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    mark, close = stop["stop"], stop["close"]
    if mark == "…" or (len(mark) > 1 and set(mark) <= {".", "…"}):
        return False
    if mark[-1] in "!?؟" and _QUOTE.search(close):
        return False
    near = text[max(start, stop.start() - _INITIAL_REACH) : stop.start()]
    return mark != "." or not (_INITIAL.search(near) or _NUMBER.fullmatch(text, start, stop.start()))


def _sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trimmed(text, start, end)
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _sentence(text, start, cut)
        start, end = trimmed(text, cut, end)
    if WORD.search(text, start, end):
        yield (start, end)
