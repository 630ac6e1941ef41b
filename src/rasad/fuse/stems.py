"""Rough stems of words, and the consonants that a name keeps in every spelling: rows say what is taken off."""

from collections.abc import Callable
from functools import cache, lru_cache
from sys import intern

from msgspec import Struct

from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ, fold

REMEMBERED = 1 << 16
"""Words whose stem is known: of those of a page that was not read before, eight of a hundred are others."""
SHORTEST = 3
"""Letters of a stem, or consonants of a skeleton; shorter ones are particles or meet by chance."""


class Affix(Struct, frozen=True):
    """Letters that may be taken off if `least` letters stay."""

    form: str
    least: int


def stem(word: str, lang: str) -> str | None:
    """Give the stem of a folded word; None for numbers and for what is too short to tell anything.

    >>> stem("موشک\u200cهای", "fa") == stem("موشکها", "fa")
    True
    """
    return stemmer(lang)(word)


@cache
def stemmer(lang: str) -> Callable[[str], str | None]:
    """Give what finds the stems of a language's words, and remembers those of the last ones."""
    return lru_cache(REMEMBERED)(lambda word: _stem(word, lang))


def _stem(word: str, lang: str) -> str | None:
    sides = _sides(lang)
    parts = word.lower().split(ZWNJ)
    rest = parts[0]
    if len(parts) > 1 and any(rest == affix.form for affix in sides.get("skip", ())):
        rest = parts[1]
    elif len(rest) < SHORTEST:
        rest = "".join(parts[:2])
    for side in ("front", "article"):
        for affix in sides.get(side, ()):
            if rest.startswith(affix.form) and len(rest) - len(affix.form) >= affix.least:
                rest = rest[len(affix.form) :]
                break
    for side in ("end", "tail"):
        for affix in sides.get(side, ()):
            if rest.endswith(affix.form) and len(rest) - len(affix.form) >= affix.least:
                rest = rest[: -len(affix.form)]
                break
    return None if len(rest) < SHORTEST or rest.isdigit() else intern(rest)


@lru_cache(REMEMBERED)
def skeleton(form: str) -> str | None:
    """Give the consonants of a stem, alike in both languages; None where too few are left.

    >>> skeleton("اینترپل") == skeleton("انتربول")
    True
    """
    found = ""
    for letter in form.translate(_letters()):
        if found[-1:] != letter:
            found += letter
    found = found.removesuffix("ه")
    return intern(found) if len(found) >= SHORTEST else None


@cache
def _sides(lang: str) -> dict[str, tuple[Affix, ...]]:
    found: dict[str, tuple[Affix, ...]] = {}
    for row in read_rows(f"{lang}/stems.tsv"):
        affix = Affix(fold(row["form"]), int(row["least"]))
        found[row["side"]] = (*found.get(row["side"], ()), affix)
    return found


@cache
def _letters() -> dict[int, str]:
    return {ord(fold(row["form"])): row["as"] for row in read_rows("plover/skeleton.tsv")}
