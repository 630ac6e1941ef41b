"""Find what each stretch of the text layer is: title, body, boilerplate, caption, credit or a repetition."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rasad.lines import lines, trimmed
from rasad.model import Document, Range, Span
from rasad.packs import LANGS, Packs
from rasad.packs.boilerplate import Boilerplate, boilerplate, squeeze, squeezed
from rasad.tokens import INVISIBLE, WORD, ZWNJ, fold

# A headline of two printed lines; what is longer is a lead.
_LONGEST_TITLE = 160
# A heading inside the page is one line on a screen, and shorter than what it stands over.
_LONGEST_HEADING = 100
# What stands over a headline, or is one, may end like this («پزشکیان در تماس با اسد؛»); a sentence never does.
_KICKER = "؛"
# Below this, the same words may be said twice in earnest («وی گفت:», a slogan).
_SHORTEST_REPEAT = 40
# A line of date and clock; the longest seen has 60 letters.
_LONGEST_DATE_LINE = 70
# A paragraph, where only headlines are expected.
_PARAGRAPH = 120
# Comments come after the article: the same word higher up is a button.
_LOWER_PART = 0.4

_STOPPED = re.compile(r"[.!?؟…۔][\s»\"”’)\]]*$")
_COLON = re.compile(r"[:،,][\s»\"”]*$")
_URL_LINE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_DAY = re.compile(r"\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{1,2}")
_HASHTAGS = re.compile(r"(?:#[\w\u200c]+[\s،,]*)+")
_CRUMB = re.compile(r"\s[»›>/←]\s")
# The way to a page has so few steps of so few letters; a headline with a stroke is longer.
_MOST_STEPS = 5
_LONGEST_STEP = 25
# So few letters that sign a dispatch («ع ب م»), and so few digits as a counter has.
_SIGNED = re.compile(r"[\W\d_]*[^\W\d_](?:[\s./]+[^\W\d_]){1,3}[\W\d_]*")
_COUNTER = re.compile(r"[\d\s.,٬/:+-]{1,12}")
_ALTERNATIVES = re.compile(r"\s[|–—-]\s")
_SENTENCE = re.compile(r"[^.!?؟…]+(?:[.!?؟…]+[»\"”)\]]*|$)")


class _Line(Struct):
    """A line of the text layer while it is judged. `pieces` are parts of it that are judged by themselves."""

    span: Span
    text: str
    folded: str
    key: str
    kind: str
    rule: str
    pieces: list[Range]

    def judge(self, kind: str, rule: str) -> None:
        self.kind, self.rule = kind, rule


def find_ranges(doc: Document, packs: Packs) -> Document:
    """Divide the text layer into ranges, one or more a line, in their order."""
    known = boilerplate((doc.lang,) if doc.lang in LANGS else LANGS)
    folded = fold(doc.page.text)
    found = list(_lines(doc, folded))
    _judge_lines(found, known)
    _judge_sections(found, known, len(doc.page.text))
    _judge_headlines(found)
    ranges = [part for line in found for part in _parts(line)]
    return replace(doc, ranges=_without_repeats(doc.page.text, folded, ranges))


def _lines(doc: Document, folded: str) -> Iterator[_Line]:
    """Give the lines, each with what the markup says that it is; both come in the order of the text."""
    known, at = doc.page.ranges, 0
    key_of = cache(squeezed)  # a menu is often on a page twice
    for span in lines(doc.page.text):
        while at < len(known) and known[at].end <= span[0]:
            at += 1
        told = at < len(known) and known[at].start <= span[0]
        kind, rule = (known[at].kind, known[at].rule) if told else ("body", "find_ranges:body")
        line = folded[slice(*span)]
        yield _Line(span, doc.page.text[slice(*span)], line, key_of(line), kind, rule, [])


def _judge_lines(found: list[_Line], known: Boilerplate) -> None:
    """Hold every line against the rows and the regular shapes."""
    later = {line.key for line in found}
    for line in found:
        if line.kind != "body":
            continue
        row = known.whole(line.key)
        if row:
            line.judge(row.kind, row.rule)
        elif shape := _shape(line, known, later):
            line.judge("boilerplate", f"find_ranges:{shape}")
        else:
            line.pieces.extend(_pieces(line, known))


def _shape(line: _Line, known: Boilerplate, keys: set[str]) -> str | None:
    """Name the shape that makes a line boilerplate without any word of a row."""
    if not WORD.search(line.text):
        return "no_words"
    for shape, form in (("url_line", _URL_LINE), ("hashtags", _HASHTAGS), ("counter", _COUNTER), ("initials", _SIGNED)):
        if form.fullmatch(line.text):
            return shape
    if _is_way(line.text, known):
        return "breadcrumb"
    if _is_date_line(line.folded, known):
        return "date_line"
    parts = _ALTERNATIVES.split(line.text)
    if len(parts) > 1 and {squeeze(part) for part in (parts[0], parts[-1])} & (keys - {line.key}):
        return "browser_title"
    return None


def _is_way(text: str, known: Boilerplate) -> bool:
    """Tell the way to a page («home » politics») by its first step, which is a word of menus."""
    steps = _CRUMB.split(text)
    if not 1 < len(steps) <= _MOST_STEPS or max(map(len, steps)) > _LONGEST_STEP:
        return False
    first = known.by_line.get(squeeze(steps[0]))
    return first is not None and first.kind == "boilerplate"


def _is_date_line(folded: str, known: Boilerplate) -> bool:
    """Tell a line of date and clock, such as a banner; with a clock it may name its city."""
    if len(folded) > _LONGEST_DATE_LINE:
        return False
    folded = folded.lower()
    clock = bool(_CLOCK.search(folded))
    if not clock and not _DAY.search(folded):
        return False
    words = [w for w in WORD.findall(INVISIBLE.sub("", folded).replace(ZWNJ, " ")) if not w[0].isdecimal()]
    strange = sum(word not in known.date_words for word in words)
    return strange == 0 or (clock and strange == 1 and len(words) > 1)


def _pieces(line: _Line, known: Boilerplate) -> Iterator[Range]:
    last = line.span[0]
    found = sorted(known.pieces(line.text, line.key), key=lambda piece: (piece[0][0], -piece[0][1]))
    for (start, end), row in found:
        if line.span[0] + start >= last:
            last = line.span[0] + end
            yield Range(line.span[0] + start, last, row.kind, row.rule)


def _judge_sections(found: list[_Line], known: Boilerplate, length: int) -> None:
    """Take away the headlines under «related news», and everything under «comments»."""
    for at, line in enumerate(found):
        if row := known.after("rest", line.key):
            if line.span[0] >= _LOWER_PART * length:
                _take(found[at:], row.rule)
        elif row := known.after("block", line.key):
            under = found[at + 1 :]
            ends = (n for n, other in enumerate(under) if len(other.text) >= _PARAGRAPH or _STOPPED.search(other.text))
            _take(under[: next(ends, len(under))], row.rule)


def _take(found: Sequence[_Line], rule: str) -> None:
    for line in found:
        if line.kind == "body":
            line.judge("boilerplate", rule)


def _judge_headlines(found: list[_Line]) -> None:
    """Find the title, and headings between paragraphs."""
    body = [line for line in found if line.kind in ("body", "title")]
    titled = {line.key for line in body if line.kind == "title"}
    for at, line in enumerate(body[:-1]):
        if line.kind == "body" and (line.key in titled or _is_headline(body, at)):
            line.judge("title", "find_ranges:title" if not titled else "find_ranges:heading")
        if line.kind == "title":
            titled.add(line.key)


def _is_headline(body: list[_Line], at: int) -> bool:
    line = body[at]
    if _COLON.search(line.text) or any(piece.start == line.span[0] for piece in line.pieces):
        return False
    if at == 0:
        return len(line.text) <= _LONGEST_TITLE and not line.text.rstrip('»"” ').endswith(".")
    before, after = body[at - 1], body[at + 1]
    short = len(line.text) <= _LONGEST_HEADING and not _STOPPED.search(line.text)
    over = len(line.text) <= len(after.text) or line.text.endswith(_KICKER)
    return short and over and bool(before.kind == "title" or _STOPPED.search(before.text))


def _parts(line: _Line) -> Iterator[Range]:
    """Give the ranges of a line: what is left between its pieces has the line's kind."""
    at = line.span[0]
    for piece in line.pieces:
        yield from _stretch(line, at, piece.start)
        yield piece
        at = piece.end
    yield from _stretch(line, at, line.span[1])


def _stretch(line: _Line, start: int, end: int) -> Iterator[Range]:
    first, last = trimmed(line.text, start - line.span[0], end - line.span[0])
    if WORD.search(line.text, first, last) or (first < last and not line.pieces):
        yield Range(line.span[0] + first, line.span[0] + last, line.kind, line.rule)


def _without_repeats(text: str, folded: str, ranges: list[Range]) -> tuple[Range, ...]:
    """Mark what the body says a second time, paragraph by paragraph and then sentence by sentence."""
    seen: dict[str, Span] = {}
    firsts: list[Span | None] = []
    for part in ranges:
        span = (part.start, part.end)
        firsts.append(seen.setdefault(_words(folded[part.start : part.end]), span) if part.kind == "body" else None)
    result: list[Range] = []
    told: dict[str, Span] = {}
    for part, first in zip(ranges, firsts, strict=True):
        if first is None:
            result.append(part)
        elif first != (part.start, part.end) and len(text[part.start : part.end]) >= _SHORTEST_REPEAT:
            result.append(Range(part.start, part.end, "duplicate", "find_ranges:same_paragraph", first))
        else:
            result.extend(_by_sentences(text, folded, part, told))
    return tuple(result)


def _by_sentences(text: str, folded: str, part: Range, told: dict[str, Span]) -> Iterator[Range]:
    """Cut from a paragraph the sentences that were told before, and remember the others."""
    at = part.start
    for sentence in _SENTENCE.finditer(text, part.start, part.end):
        start, end = trimmed(text, sentence.start(), sentence.end())
        words = _words(folded[start:end])
        if len(words) < _SHORTEST_REPEAT:
            continue
        first = told.setdefault(words, (start, end))
        if first == (start, end):
            continue
        yield from _rest_of(text, part, at, start)
        yield Range(start, end, "duplicate", "find_ranges:same_sentence", first)
        at = end
    yield from _rest_of(text, part, at, part.end)


def _rest_of(text: str, part: Range, start: int, end: int) -> Iterator[Range]:
    start, end = trimmed(text, start, end)
    if start < end:
        yield replace(part, start=start, end=end)


def _words(folded: str) -> str:
    """Give the letters and digits alone, of one shape: what is compared."""
    return "".join(WORD.findall(INVISIBLE.sub("", folded))).replace(ZWNJ, "")
