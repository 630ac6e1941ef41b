"""Nouns that head names, and words that begin, go on with or end such names: rows of `name_nouns.tsv`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from rasad.grammar.view import View
from rasad.model import Span
from rasad.packs.everyday import bare
from rasad.packs.rows import Row, read_rows
from rasad.tokens import WORD, fold

_HEADS = ("organisation", "place")
_WORDS = 3
"""Words of the longest noun: «آموزش و پرورش»."""
_NOUN_BEFORE, _QUOTES = 20, ' "«»“”'
"""Code points before a name in which the noun of its body stands, and what may stand between the two."""
_REMEMBERED = 1 << 15
"""Words of a day's pages that are not looked at again."""


def noun_at(view: View, words: Sequence[Span], at: int) -> tuple[Row, int] | None:
    """Give the noun that heads a name at a word, and how many words it has; Arabic proclitics are looked through."""
    leads = _leads(view.text(*words[at]), view.doc.lang)
    if not leads:
        return None
    nouns = _nouns(view.doc.lang)
    for size in range(min(_WORDS, len(words) - at), 0, -1):
        written = view.text(words[at][0], words[at + size - 1][1])
        for lead in leads:
            row = nouns.get(written[len(lead) :])
            if row is not None and (not lead or row["morph"] == "noun"):
                return row, size
    return None


def led_by(view: View, at: int) -> str:
    """Give the proclitics of the noun of a body right before a name, or "": «ل» in «هجوم لتنظيم "داعش"»."""
    before = view.words(max(view.start, at - _NOUN_BEFORE), at)[-1:]
    if not before or view.text(before[0][1], at).strip(_QUOTES):
        return ""
    word = view.text(*before[0])
    nouns = _nouns(view.doc.lang)
    rows = ((lead, nouns.get(word[len(lead) :])) for lead in _leads(word, view.doc.lang) if lead)
    return next((lead for lead, row in rows if row is not None and row["kind"] == "organisation"), "")


@lru_cache(_REMEMBERED)
def _leads(word: str, lang: str) -> tuple[str, ...]:
    """Give the proclitics, also none, behind which the first word of a noun stands in a word."""
    all_leads, firsts = ("", *words_of(lang, "lead")), _firsts(lang)
    return tuple(lead for lead in all_leads if word.startswith(lead) and word[len(lead) :] in firsts)


@cache
def _firsts(lang: str) -> frozenset[str]:
    return frozenset(first[0] for form in _nouns(lang) if (first := WORD.match(form)))


@cache
def words_of(lang: str, kind: str) -> frozenset[str]:
    """Give the words and endings of a kind, as the table lists them: `first`, `end`, `and` ..."""
    return frozenset(fold(row["form"]) for row in read_rows(f"{lang}/name_nouns.tsv") if row["kind"] == kind)


@cache
def needs(lang: str) -> Mapping[str, str]:
    """Give what nouns need beside them to be a body, a post or a place, by their folded forms without article."""
    return {fold(bare(row["form"], lang)): row["needs"] for row in read_rows(f"{lang}/incomplete.tsv")}


@cache
def plurals(lang: str) -> frozenset[str]:
    """Give plural endings that are written apart."""
    rows = read_rows(f"{lang}/affixes.tsv")
    return frozenset(fold(r["form"]) for r in rows if r["side"] == "spaced_suffix" and r["feature"] == "plural")


def blessed(view: View, end: int) -> int:
    """Give where a blessing in brackets ends that stands behind `end`, «(ره)»; else `end`."""
    found = _blessing(view.doc.lang).match(view.doc.folded, end, view.end)
    return found.end() if found else end


def blessings(view: View) -> Iterator[Span]:
    """Give the spans of the blessings of a sentence."""
    return (found.span() for found in _blessing(view.doc.lang).finditer(view.doc.folded, view.start, view.end))


@cache
def _blessing(lang: str) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, words_of(lang, "blessing"))))
    return re.compile(rf"\s*\(\s*(?:{forms})\s*\)")


@cache
def _nouns(lang: str) -> Mapping[str, Row]:
    return {fold(row["form"]): row for row in read_rows(f"{lang}/name_nouns.tsv") if row["kind"] in _HEADS}
