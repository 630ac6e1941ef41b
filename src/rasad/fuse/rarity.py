"""How much it tells that two pages share a word or a name: bits, by how few pages of the news hold it.

The counts are rows and not counted over the case, so that a likeness never changes because another page came or went.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import log2

from rasad.fuse.stems import skeleton
from rasad.packs.rows import read_rows

PAGES = 10_000
MOST = 9.0
"""Bits of a word that the tables do not know: misprints are rare too."""
MOST_NAME = 8.0

Keys = frozenset[str]


@lru_cache(maxsize=200_000)
def word_bits(stem: str, lang: str) -> float:
    """Give the bits of a stem of one language."""
    return _bits(_words(lang).get(stem, 0), MOST)


@lru_cache(maxsize=200_000)
def sound_bits(form: str) -> float:
    """Give the bits of a skeleton: those of the language in which it is commoner."""
    return _bits(_sounds().get(form, 0), MOST)


@lru_cache(maxsize=100_000)
def name_bits(identity: str) -> float:
    """Give the bits of a name of the register, or of a concept."""
    return _bits(_names().get(identity, 0), MOST_NAME)


def names_bits(identities: Iterable[str]) -> float:
    """Give the bits of several names together, always added in one order, so that the last digit never differs."""
    return sum(map(name_bits, sorted(identities)))


def words_bits(stems: Iterable[str], lang: str) -> float:
    """Give the bits of several stems together, always added in one order."""
    return sum(word_bits(stem, lang) for stem in sorted(stems))


def sounds_bits(forms: Iterable[str]) -> float:
    """Give the bits of several skeletons together, always added in one order."""
    return sum(map(sound_bits, sorted(forms)))


def _bits(pages: int, most: float) -> float:
    return most if pages == 0 else min(most, max(0.0, log2(PAGES / pages)))


@cache
def _words(lang: str) -> dict[str, int]:
    return {row["form"]: int(row["pages"]) for row in read_rows(f"{lang}/frequency.tsv")}


@cache
def _names() -> dict[str, int]:
    return {row["id"]: int(row["pages"]) for row in read_rows("plover/name_frequency.tsv")}


@cache
def _sounds() -> dict[str, int]:
    found: dict[str, int] = {}
    for lang in ("fa", "ar"):
        own: dict[str, int] = {}
        for word, pages in _words(lang).items():
            form = skeleton(word)
            if form:
                own[form] = own.get(form, 0) + pages
        for form, pages in own.items():
            found[form] = max(found.get(form, 0), pages)
    return found
