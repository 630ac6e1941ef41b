"""What a name sounds like: its consonants, alike in Latin and Arabic letters and in every usual spelling."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from rasad.packs.rows import read_rows
from rasad.tokens import INVISIBLE, ZWNJ, fold

_LATIN = re.compile("[a-z]")
_PARTS = re.compile(r"[^\W\d_]+")
_WAYS = 24
"""Ways to hear one word that are kept; names of many doubtful letters have hundreds, and their first ones are usual."""


def plain(text: str) -> str:
    """Fold letters of both scripts: no accents, no vowel signs, lower case, apostrophes left out.

    >>> plain("Çavuşoğlu"), plain("Al-Ja'afari")
    ('cavusoglu', 'al-jaafari')
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if ord(c) < 0x300 or ord(c) > 0x36F)
    bare = fold(INVISIBLE.sub("", unicodedata.normalize("NFC", bare))).replace("ı", "i").replace("ø", "o")
    return re.sub("['’‘ʿʾ`ʼ]", "", bare)


def script_of(folded: str) -> str:
    """Tell the script of a word: `latin` or `arabic`."""
    return "latin" if _LATIN.search(folded) else "arabic"


def parts(text: str) -> tuple[str, ...]:
    """Cut a name into its words: particles and titles left out, «abd» written to the next word.

    >>> parts("Sheikh Abdul Latif al-Rashid")
    ('abdullatif', 'rashid')
    """
    found: list[str] = []
    joined = ""
    words = _PARTS.findall(plain(text).replace(ZWNJ, " "))
    for at, word in enumerate(words):
        use = _uses(script_of(word)).get(word, "")
        if use == "skip" or (use == "title" and at < len(words) - 1 and not joined):
            continue
        if use == "join" and at < len(words) - 1:
            joined += word
            continue
        found.append(joined + _bare(word))
        joined = ""
    return tuple(found)


def is_joint(word: str) -> bool:
    """Tell whether a folded word is written to the next one in a name: «ابو», «عبد»."""
    return _uses(script_of(word)).get(word) == "join"


def _bare(word: str) -> str:
    """Take the Arabic article off a word."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(1 << 15)
def sounds(word: str) -> frozenset[str]:
    """Give the ways to hear a folded word, as consonants.

    >>> bool(sounds("قالیباف") & sounds("ghalibaf") & sounds("qalibaf"))
    True
    """
    ways = product(*_letters(word))
    heard = {_once("".join(way)) for way, _ in zip(ways, range(_WAYS), strict=False)}
    return frozenset(way.removesuffix("H") or way for way in heard)


def _letters(word: str) -> Iterator[tuple[str, ...]]:
    """Give what each letter, or each group that is one sound, may be heard as."""
    known = _table(script_of(word))
    at = 0
    while at < len(word):
        size = next((n for n in (4, 3, 2, 1) if word[at : at + n] in known and at + n <= len(word)), 0)
        if size:
            yield known[word[at : at + size]]
        at += size or 1


def _once(way: str) -> str:
    """Write doubled consonants once."""
    return re.sub(r"(.)\1+", r"\1", way)


@cache
def _table(script: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows("actors/sounds.tsv"):
        if row["script"] == script:
            found[row["form"]] = (*found.get(row["form"], ()), row["as"])
    return found


@cache
def _uses(script: str) -> dict[str, str]:
    rows = (row for row in read_rows("actors/name_parts.tsv") if row["script"] == script)
    return {plain(row["form"]): row["use"] for row in rows}
