"""How much it tells that two pages share a word or a name: bits, by how few pages of the news hold it.

The counts are rows and not counted over the case, so that a likeness never changes because another page came or went.
Bits are kept in hundredths, as whole numbers: a sum is then the same in every order.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from math import log2

from rasad.fuse.stems import skeleton
from rasad.packs.rows import read_rows

PAGES = 10_000
BIT = 100
"""Hundredths in one bit."""
MOST = 9 * BIT
"""Of a word that the tables do not know: misprints are rare too."""
MOST_NAME = 8 * BIT

Keys = frozenset[str]


class Bits(dict[str, int]):
    """Hundredths of bits by key; `most` for a key that is not in the tables."""

    def __init__(self, pages: Mapping[str, int], most: int) -> None:
        super().__init__(
            (key, min(most, max(0, round(BIT * log2(PAGES / n))) if n else most)) for key, n in pages.items()
        )
        self.most = most

    def __missing__(self, key: str) -> int:
        return self.most

    def of(self, keys: Iterable[str]) -> int:
        """Add up the bits of several keys."""
        return sum(map(self.__getitem__, keys))


@cache
def word_bits(lang: str) -> Bits:
    """Give the bits of the stems of one language."""
    return Bits(_pages(lang), MOST)


@cache
def name_bits() -> Bits:
    """Give the bits of the names of the register, and of concepts."""
    return Bits({row["id"]: int(row["pages"]) for row in read_rows("plover/name_frequency.tsv")}, MOST_NAME)


@cache
def sound_bits() -> Bits:
    """Give the bits of skeletons: those of the language in which each is commoner."""
    found: dict[str, int] = {}
    for lang in ("fa", "ar"):
        own: dict[str, int] = {}
        for word, pages in _pages(lang).items():
            form = skeleton(word)
            if form:
                own[form] = own.get(form, 0) + pages
        for form, pages in own.items():
            found[form] = max(found.get(form, 0), pages)
    return Bits(found, MOST)


@cache
def _pages(lang: str) -> Mapping[str, int]:
    return {row["form"]: int(row["pages"]) for row in read_rows(f"{lang}/frequency.tsv")}
