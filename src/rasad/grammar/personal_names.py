"""Names of people by what is around: a given name with what follows, an honorific, a blessing, who opens and speaks."""

from collections.abc import Iterator
from functools import cache

from rasad.grammar.headed_names import PERSON, Name, stops_of
from rasad.grammar.name_nouns import blessings, words_of
from rasad.grammar.view import View
from rasad.model import Span
from rasad.packs.everyday import is_everyday, is_strange
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_APART = 3
"""Letters of an ending that may be a word of its own."""
_NAME = 4
"""Words of a personal name."""
_SHORTEST_GIVEN = 3
"""Letters of a given name that is looked for inside a longer one."""


def unknown_people(view: View) -> Iterator[Name]:
    """Give the people of a sentence whom no mention names."""
    yield from _runs(view)
    yield from _titled(view)
    yield from _speakers(view)
    yield from _revered(view)


def _runs(view: View) -> Iterator[Name]:
    """Give a known given name with the unknown words behind it: «میلاد قربان زاده», «أبو غسان»."""
    words, stops = view.words(view.start, view.end), stops_of(view)
    given = {m.core[0]: m.rule for m in view.marks if m.kind == "given"}
    given |= {s: "joined_given_names" for s, e in words if s not in given and _joined(view, s, e)}
    others = {m.core[0] for m in view.marks if m.kind in ("country", "org", "organ", "group", "office")}
    for at, (start, end) in enumerate(words):
        if start not in given or start in stops:
            continue
        stop, number = end, at + 1
        while number < min(len(words), at + _NAME):
            left, right = words[number]
            if not _near(view, stop, left):
                break
            if number + 1 < len(words) and view.text(*words[number + 1]) in family_endings(view.doc.lang):
                stop, number = words[number + 1][1], number + 2
                break
            if left in stops - given.keys() or left in others:
                break
            if not _may_name(view, left, right, left in given):
                break
            stop, number = right, number + 1
        if number == at + 1:
            stop = _everyday_family(view, words, at, stops, others) or stop
        alone = view.doc.lang == "ar" and not is_everyday(view.doc.reading[start:end], "ar")
        if stop > end or alone:
            yield Name(start, stop, PERSON, given[start])


def _joined(view: View, start: int, end: int) -> bool:
    """Tell whether a Persian word is two given names written as one («محمدجواد», «سیدمهدی»)."""
    if view.doc.lang != "fa":
        return False
    word, names = view.text(start, end), _given("fa")
    cuts = range(_SHORTEST_GIVEN, len(word) - _SHORTEST_GIVEN + 1)
    return any(word[:cut] in names and word[cut:] in names for cut in cuts)


def _everyday_family(view: View, words: list[Span], at: int, stops: frozenset[int], others: set[int]) -> int | None:
    """Give the end of a family name that is an everyday word, where name and family stand alone between two breaks.

    «اسماعیل نجار در گفت‌وگو با ...», «، مجید وفادار، ...»: before it a break or a post, behind it a break or a marker.
    """
    if view.doc.lang != "fa" or at + 1 >= len(words):
        return None
    (start, end), (left, right) = words[at], words[at + 1]
    if not _near(view, end, left) or left in stops or left in others or is_everyday(view.doc.reading[start:end], "fa"):
        return None
    if any(m.core[0] == left and m.kind in ("word", "trigger", "place") for m in view.marks):
        return None
    ahead = at == 0 or not _near(view, words[at - 1][1], start)
    ahead = ahead or any(m.end == words[at - 1][1] and m.kind in ("office", "title") for m in view.marks)
    if at + 2 >= len(words) or not _near(view, right, words[at + 2][0]):
        return right if ahead else None
    kinds = ("marker", "office", "speech", "attribution")
    return right if ahead and any(m.start == words[at + 2][0] and m.kind in kinds for m in view.marks) else None


def _titled(view: View) -> Iterator[Name]:
    """Give one or two words behind an honorific that are no everyday words («دکتر نوروزی»)."""
    words, stops = view.words(view.start, view.end), stops_of(view)
    others = {m.core[0] for m in view.marks if m.kind in ("country", "org", "organ", "group", "office", "place")}
    for mark in view.of("title"):
        stop, taken = mark.end, 0
        for start, end in (w for w in words if w[0] >= mark.end):
            if taken == 2 or not _near(view, stop, start) or start in stops | others:
                break
            if not _may_name(view, start, end, False):
                break
            stop, taken = end, taken + 1
        if taken:
            first = next(w[0] for w in words if w[0] >= mark.end)
            yield Name(first, stop, PERSON, mark.rule)


def _speakers(view: View) -> Iterator[Name]:
    """Give one or two strange words that open a Persian sentence before a preposition, a verb of saying or a colon."""
    words, lang = view.words(view.start, view.end), view.doc.lang
    openers = {m.start for m in view.marks if m.kind in ("speech", "attribution", "marker")}
    for size in (1, 2):
        if len(words) <= size or lang != "fa":
            return
        ending = size == 2 and view.text(*words[1]) in family_endings(lang)
        last = words[size - 1]
        if not ending and any(not is_strange(view.doc.reading[w[0] : w[1]], lang) for w in words[:size]):
            continue
        behind = view.text(last[1], words[size][0]).strip()
        if behind == ":" or (behind == "" and words[size][0] in openers):
            yield Name(words[0][0], last[1], PERSON, "opens_and_speaks")
            return


def _revered(view: View) -> Iterator[Name]:
    """Give the name before a blessing in brackets, with the words of reverence before it: «حضرت زینب (س)»."""
    words, reverent = view.words(view.start, view.end), words_of(view.doc.lang, "reverent")
    known = {m.core[0] for m in view.marks if m.kind in ("given", "person", "title")}
    closed = {m.core[0] for m in view.marks if m.kind in ("marker", "speech", "word", "trigger")} - known
    for start, end in blessings(view):
        first = start
        for left, right in reversed([w for w in words if w[1] <= start][-_NAME:]):
            named = left in known or view.text(left, right) in reverent or _may_name(view, left, right, False)
            if not _near(view, right, first) or left in closed or not named:
                break
            first = left
        if first < start:
            yield Name(first, end, PERSON, "blessed_name")


def _may_name(view: View, start: int, end: int, given: bool) -> bool:
    """Tell whether a word may be part of a personal name: no everyday word, or one that ends like a family name."""
    text = view.doc.reading[start:end]
    return given or (text.replace("\u200c", "").isalpha() and not is_everyday(text, view.doc.lang))


def _near(view: View, end: int, start: int) -> bool:
    return view.text(end, start).strip() == ""


@cache
def _given(lang: str) -> frozenset[str]:
    return frozenset(fold(r["form"]) for r in read_rows(f"{lang}/given_names.tsv"))


@cache
def family_endings(lang: str) -> frozenset[str]:
    """Give endings of family names that are written apart («زاده»)."""
    rows = read_rows(f"{lang}/surnames.tsv")
    return frozenset(fold(r["form"]) for r in rows if r["side"] == "suffix" and len(r["form"]) >= _APART)
