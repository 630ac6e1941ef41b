"""Whether a page takes a deed back: a word of denial whose object the deed is. The words are rows."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rasad.model import Mark, Span
from rasad.packs import lexicon
from rasad.packs.lexicon import Lexicon
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_DENY = ("deny", "near")
"""Kinds of words that deny; the second has to stand beside the deed."""
REACH, BESIDE = 12, 4
"""Words between a word of denial and the deed at the most; between one that has to stand beside it and the deed."""
_STOPS = re.compile(r"[.؛;!؟?\n]|:\s")
_AFFIXES = " \u0627\u0644"
"""What stands between a preposition and its noun: a space, the article."""
_SENTENCE = 400
"""Characters on both sides of a deed in which its denial is looked for."""


def denial(text: str, lang: str, deed: Span) -> Span | None:
    """Give the word that denies a deed, None where none does.

    «نفى الجيش مقتل القائد» and «خبر حمله به سفارت را تکذیب کرد» deny; who denies a part in it («نفى مسؤوليته عن
    الهجوم») does not, nor does a word beyond a stop or another verb of saying.
    """
    first, last = max(0, deed[0] - _SENTENCE), deed[1] + _SENTENCE
    places = _places(text, lang)
    if bisect_left(places, first) == bisect_left(places, last):
        return None
    around = text[first:last]
    marks = lexicon.find(_words(lang), fold(around), around)
    at = (deed[0] - first, deed[1] - first)
    if any(m.kind == "at" and around[m.end : at[0]].strip(_AFFIXES) == "" for m in marks if m.end <= at[0]):
        return None
    for mark in _nearest(marks, at):
        gap = _gap(mark, at)
        beside = BESIDE if mark.kind == "near" else REACH
        between = around[slice(*gap)]
        parted = any(m.kind in ("stop", "part") and gap[0] <= m.start and m.end <= gap[1] for m in marks)
        if not parted and not _STOPS.search(between) and len(between.split()) <= beside:
            return (mark.start + first, mark.end + first)
    return None


def again(text: str, deed: Span) -> Iterator[Span]:
    """Give the other places of a page with the words of a deed: the title is said again in the body."""
    for m in re.finditer(re.escape(text[slice(*deed)]), text):
        if m.span() != deed:
            yield m.span()


def _nearest(marks: Sequence[Mark], deed: Span) -> Iterator[Mark]:
    """Give the words of denial on their sides of a deed, the nearest of each side."""
    denying = [m for m in marks if m.kind in _DENY]
    before = [m for m in denying if m.cells["side"] == "before" and m.end <= deed[0]]
    after = [m for m in denying if m.cells["side"] == "after" and m.start >= deed[1]]
    yield from before[-1:]
    yield from after[:1]


def _gap(mark: Mark, deed: Span) -> Span:
    return (mark.end, deed[0]) if mark.end <= deed[0] else (deed[1], mark.start)


@lru_cache(maxsize=1)
def _places(text: str, lang: str) -> list[int]:
    """Give where forms of words that deny end on a page, whole words or not: most deeds have none around them.

    The last page is remembered, since each of its deeds, and each place that says the same words, asks again.
    """
    words, denying = _words(lang), _denying(lang)
    found = words.automaton.iter(lexicon.matchable(fold(text)))
    return [last for last, pattern in found if not denying.isdisjoint(words.patterns[pattern][1])]


@cache
def _denying(lang: str) -> frozenset[int]:
    """Give the numbers of the words that deny; the others only part them from the deed."""
    return frozenset(number for number, word in enumerate(_words(lang).entries) if word.kind in _DENY)


@cache
def _words(lang: str) -> Lexicon:
    return lexicon.small(((row["kind"], row) for row in read_rows(f"{lang}/denials.tsv")), lang)
