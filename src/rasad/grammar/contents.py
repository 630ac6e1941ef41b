"""What was said: the span of the content that belongs to a cue of saying."""

import re

from rasad.grammar.shapes import Content, Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span
from rasad.quotes import CLOSING, closing

_TRIM_END = " \t\n\r\u200c.،؛,;:!\u00a0)-–—"
_TRIM_START = " \t\n\r\u200c،:؛,\u00a0-–—"
_FIRST_PERSON = re.compile(r"\b(?:من|ما|خودمان|هستیم|نحن|اننا|انني|لدینا|سنقوم)\b")
_AFTER_QUOTE = " \u200c،,؛.-–—"
_SHORT = 2
"""Fewer words than this are no content but a name or a filler."""


def trim(folded: str, start: int, end: int) -> Span:
    """Take spaces and closing punctuation off a span."""
    while start < end and folded[start] in _TRIM_START:
        start += 1
    while end > start and folded[end - 1] in _TRIM_END:
        end -= 1
    return start, end


def unquote(folded: str, start: int, end: int) -> tuple[Span, bool]:
    """Take the quotes off a span that is one quotation; tell whether it was."""
    start, end = trim(folded, start, end)
    if start < end and folded[start] in CLOSING:
        at = closing(folded, start, end + 1)
        if at < 0 or at >= end - 1:
            inner = end if at < 0 else at
            return trim(folded, start + 1, inner), True
        if (at - start) >= 0.7 * (end - start):
            return (start + 1, at), True
    return (start, end), False


def following(view: View, cue: Cue, limit: int, complementisers: list[Mark], after: int) -> Content | None:
    """Read content that stands behind the cue: after a colon, a complementiser, a quotation mark, or bare.

    `after` is where the reading begins (behind the cue or behind its subject), `limit` where the next clause begins.
    """
    folded = view.doc.folded
    end = limit
    text = folded[after:end]
    lead = len(text) - len(text.lstrip(" \u200c،"))
    at = after + lead
    if at >= end:
        return None
    if folded[at] == ":":
        (start, stop), _ = unquote(folded, at + 1, end)
        return Content(start, stop, True, "colon") if stop > start else None
    if folded[at] in CLOSING and folded[at] != "’":
        stop = closing(folded, at, view.end + 1)
        stop = end if stop < 0 else stop
        return Content(*trim(folded, at + 1, stop), True, "quote")
    for mark in complementisers:
        if mark.core[0] >= after and mark.core[1] <= end:
            (start, stop), quoted = unquote(folded, mark.end, end)
            return (
                Content(start, stop, quoted or bool(_FIRST_PERSON.search(folded, start, stop)), "that")
                if stop > start
                else None
            )
    return None


def told_before(view: View, cue: Cue, subject: Mention | None) -> Content | None:
    """Read a quotation that opens the sentence and closes right before its verb or speaker («صلح نزدیک است»، X گفت)."""
    folded, at = view.doc.folded, view.start
    until = min(cue.start, subject.start) if subject is not None else cue.start
    while at < until and folded[at] in _TRIM_START:
        at += 1
    if at >= until or folded[at] not in CLOSING or not cue.ways & {"that", "colon"}:
        return None
    stop = closing(folded, at, until)
    between = view.text(stop + 1, until).strip(_AFTER_QUOTE) if stop > 0 else "-"
    return Content(*trim(folded, at + 1, stop), True, "quote") if not between else None


def long_enough(view: View, content: Content) -> bool:
    """Tell whether a content has more than a word or so."""
    return len(view.words(content.start, content.end)) >= _SHORT


def complementisers(view: View) -> list[Mark]:
    """Give the words that open a clause of content."""
    return [m for m in view.marks if m.kind == "grammar" and m.cells["use"] == "complementiser"]


NAME_WORDS = 6
"""More words than this are no name of a speaker, but a clause."""


def name_span(view: View, start: int, end: int) -> Span | None:
    """Give [start, end) without punctuation if it is one to six words long and holds letters only."""
    at = next((i for i in range(start, end) if view.doc.folded[i] in "،,.:؛\n"), end)
    a, b = trim(view.doc.folded, start, at)
    a, b = (a + 1 if view.text(a, a + 1) in '«"“' else a), (b - 1 if view.text(b - 1, b) in '»"”' else b)
    words = view.words(a, b)
    return (a, b) if 1 <= len(words) <= NAME_WORDS and b - a > 2 and not view.text(*words[0]).isdigit() else None
