"""Words for full-text search: folded, and Arabic ones once more without their proclitics."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from rasad.packs.meanings import Term
from rasad.packs.rows import read_rows
from rasad.tokens import WORD, fold, search_key

SHORTEST = 3
"""Letters that must be left of a word: two-letter rests are nearly always wrong cuts («كان» is not ك + ان)."""
LONGEST_FRONT = 5
"""Letters that Arabic joins to the front of a word, at most («وبال»)."""
ARTICLES = ("the", "to_the")

STACKED = 3
"""Proclitics that a word can have before it: and, to, the («وبالعراق»). What looks like more is no word."""
Proclitics = tuple[tuple[str, str], ...]
"""What is taken off the front of a word, and what stands there instead («للعراق» is ل + العراق)."""


@cache
def arabic_proclitics() -> Proclitics:
    """Give the Arabic proclitics of packs/ar/proclitics.tsv, folded."""
    return tuple((fold(row["form"]), fold(row["leaves"])) for row in read_rows("ar/proclitics.tsv"))


def bare_forms(word: str, proclitics: Proclitics, most: int = STACKED) -> Iterator[str]:
    """Give what is left of a folded word when proclitics are taken off, one after the other.

    >>> list(bare_forms("وقال", (("و", ""), ("ال", ""))))
    ['قال']
    """
    for form, leaves in proclitics:
        rest = leaves + word[len(form) :]
        if word.startswith(form) and len(rest) >= SHORTEST:
            yield rest
            if most > 1:
                yield from bare_forms(rest, proclitics, most - 1)


def search_words(text: str, lang: str) -> tuple[str, str]:
    """Give the two columns of the search table: the folded words, and the bare forms of Arabic ones."""
    key = search_key(text)
    if lang != "ar":
        return key, ""
    known = set(WORD.findall(key))
    bare = {form for word in known for form in bare_forms(word, arabic_proclitics())}
    return key, " ".join(sorted(bare - known))


def search_query(terms: Sequence[Term]) -> str:
    """Give the FTS5 query that asks for all terms, each in any spelling; a quoted word is no sign of the query."""
    asked = (" OR ".join(f'"{way}"' for form in term.forms for way in _ways(form)) for term in terms)
    return " AND ".join(f"({some})" for some in asked)


def _ways(form: str) -> tuple[str, ...]:
    """Give a form of several words also with what Arabic joins to its front; of one word the bare column has it."""
    if " " not in form:
        return (form,)
    return (form, *(f"{joined}{form}" for joined, leaves in arabic_proclitics() if not leaves and len(joined) == 1))


class Place(Struct, frozen=True, order=True):
    """Where a term stands on a page; `other` tells that it is spelled otherwise there than it was asked for."""

    other: bool
    start: int
    end: int


def places_of(text: str, lang: str, terms: Sequence[Term]) -> list[Place]:
    """Find the terms in a text, also behind Arabic proclitics."""
    ways: dict[str, list[tuple[list[str], Term]]] = {}
    for term in terms:
        for form in term.forms:
            first, *rest = form.split(" ")
            ways.setdefault(first, []).append((rest, term))
    words = [(word, m.start(), m.end()) for m in WORD.finditer(text) for word in _keys(m.group())]
    found = []
    for n, (word, start, _) in enumerate(words):
        for bare, article in _bared(word, lang, ways):
            for rest, term in ways[bare]:
                last = n + len(rest)
                if not (article and term.name) and [w for w, _, _ in words[n + 1 : last + 1]] == rest:
                    found.append(Place(" ".join((bare, *rest)) != term.asked, start, words[last][2]))
    return found


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[str, ...]:
    """Give what a word is searched by; the same words come again and again."""
    return tuple(search_key(word).split())


def _bared(word: str, lang: str, ways: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Give what a word may be, if it is asked for: itself, and what is left without proclitics; was one an article?"""
    if word in ways:
        yield word, False
    if lang == "ar" and any(word[size:] in ways for size in range(1, LONGEST_FRONT + 1)):
        for bare in bare_forms(word, arabic_proclitics()):
            if bare in ways:
                yield bare, word[: -len(bare)].endswith(_article())


@cache
def _article() -> tuple[str, ...]:
    return tuple(fold(row["form"]) for row in read_rows("ar/proclitics.tsv") if row["proclitic"] in ARTICLES)
