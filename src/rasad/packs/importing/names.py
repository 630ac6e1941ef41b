"""Names of other registers in our careful spelling, and which of them can stand alone."""

import unicodedata
from functools import cache

from rasad.packs.everyday import is_everyday
from rasad.packs.rows import read_rows, tables
from rasad.tokens import INVISIBLE, WORD, ZWNJ, fold

LANGS = ("fa", "ar")
_SHORTEST = 4
"""A shorter single word is too often part of something else."""


def languages(name: str) -> tuple[str, ...]:
    """Tell by the letters whose name it is; one without letters of its own is both's; Urdu or Kurdish is neither's."""
    letters = set(name)
    if letters & _own("other") or not any("\u0620" <= letter <= "\u06ff" for letter in letters):
        return ()
    return tuple(lang for lang in LANGS if not any(letters & _own(other) for other in LANGS if other != lang))


def careful(name: str, lang: str) -> str | None:
    """Write a name in the letters of its language; None if it has letters of another script."""
    text = " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", name)).split())
    for old, new in _written(lang):
        text = text.replace(old, new)
    text = text.replace(ZWNJ, " ") if lang == "ar" else text
    text = text.strip(" " + ZWNJ)
    fits = all(c in " -." + ZWNJ or "\u0620" <= c <= "\u06ff" for c in text) and not set(text) & _own("other")
    return text if fits and any(c.isalpha() for c in text) and not any(c.isdigit() for c in text) else None


def safe(name: str, lang: str) -> bool:
    """Tell whether a name can be looked for alone: several words, or a long one that is no word of the language."""
    words = WORD.findall(name)
    if len(words) > 1:
        return not all(fold(word) in _common(lang) for word in words)
    return len(name) >= _SHORTEST and fold(name) not in _common(lang) and not is_everyday(name, lang)


@cache
def _own(lang: str) -> frozenset[str]:
    """Give the letters that only one language has."""
    rows = read_rows("actors/imported_letters.tsv")
    return frozenset(row["letter"] for row in rows if (row["lang"], row["use"]) == (lang, "own"))


@cache
def _written(lang: str) -> tuple[tuple[str, str], ...]:
    """Give the letters of others with what the language writes for the same sound."""
    rows = read_rows("actors/imported_letters.tsv")
    return tuple((row["letter"], row["written"]) for row in rows if (row["lang"], row["use"]) == (lang, "written"))


@cache
def _common(lang: str) -> frozenset[str]:
    """Give the words that the language's tables hold, folded."""
    held = (name for name in tables() if name.startswith(f"{lang}/") and not name.endswith("/boilerplate.tsv"))
    return frozenset(fold(row["form"]) for name in held for row in read_rows(name) if "form" in row.cells)
