"""Which preposition or postposition governs a noun phrase."""

from collections.abc import Mapping, Sequence

from rasad.grammar.view import tight
from rasad.model import Mark, Span

# Arabic proclitics that are prepositions, by what the prefix of a mark ends in.
_PROCLITICS = {"ب": "bi", "بال": "bi", "ل": "to", "لل": "to", "ک": "as", "کال": "as"}
_REACH = 3
"""Words that may stand between a preposition and the phrase it governs («to the positions of the army»)."""


def proclitic_marker(prefix: str) -> str:
    """Give the preposition a proclitic stands for; the conjunctions wa and fa before it do not matter."""
    for cut in (prefix, prefix[1:] if prefix[:1] in ("و", "ف") else prefix):
        if cut in _PROCLITICS:
            return _PROCLITICS[cut]
    return ""


def marker_of(
    folded: str,
    phrase: Span,
    prefix: str,
    lower: int,
    ends: Mapping[int, tuple[str, int]],
    after: Sequence[Mark],
    blockers: Sequence[Span],
) -> str:
    """Give the key of the marker that governs the phrase, or "".

    `ends` maps the end of each marker to its key and start; `part` («one of») is looked through, `after` are
    postpositions (Persian «را», which mark the whole of «دیدار با [X] را», not what a preposition holds in it),
    `blockers` are spans across which a preposition does not reach (verbs, triggers, phrases); the phrase's own span
    does no harm.
    """
    start, end = phrase
    if any(tight(folded, end, mark.start) for mark in after):
        return _held(folded, start, lower, ends) or "obj"
    own = proclitic_marker(prefix)
    if own and own != "to":
        return own
    reached = _look_back(folded, start, lower, ends, blockers)
    return own if reached == "obj" else reached or own  # «را» marks what stands before it


def _held(folded: str, start: int, lower: int, ends: Mapping[int, tuple[str, int]]) -> str:
    """Give the preposition right before a phrase, or ""; «one of» holds nothing."""
    before = _skip_space(folded, start, lower)
    mark = ends.get(before) if before is not None else None
    return mark[0] if mark is not None and mark[0] != "part" else ""


def _look_back(
    folded: str, start: int, lower: int, ends: Mapping[int, tuple[str, int]], blockers: Sequence[Span]
) -> str:
    """Walk back over at most three words to a preposition."""
    at = start
    for _ in range(_REACH + 1):
        before = _skip_space(folded, at, lower)
        if before is None:
            return ""
        mark = ends.get(before)
        if mark is not None and mark[0] == "part":
            at = mark[1]
            continue
        if mark is not None:
            return mark[0]
        if any(s < before <= e for s, e in blockers) or not (folded[before - 1].isalnum()):
            return ""
        at = _word_start(folded, before, lower)
        proclitic = folded[at:before]
        if len(proclitic) > 3 and proclitic[0] == "ب" and proclitic[1:3] == "ال":
            return "bi"
    return ""


def _skip_space(folded: str, at: int, lower: int) -> int | None:
    while at > lower and (folded[at - 1].isspace() or folded[at - 1] in "\u200c«»\"“”'‘’("):
        at -= 1
    return at if at > lower else None


def _word_start(folded: str, end: int, lower: int) -> int:
    at = end
    while at > lower and folded[at - 1].isalnum():
        at -= 1
    return at
