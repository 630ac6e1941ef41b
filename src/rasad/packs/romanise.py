"""Names of people whom the register does not know, in Latin letters: by known parts of names, else letter by letter."""

import re
from collections import Counter, defaultdict
from functools import cache

from rasad.packs.rows import read_rows
from rasad.packs.sounds import parts, sounds
from rasad.tokens import ZWNJ, fold

_VOWELS = frozenset("aeiou")


def romanise(name: str, lang: str) -> str:
    """Write a folded name in Latin letters.

    >>> romanise(fold("محمد رضایی"), "fa"), romanise(fold("كريم"), "ar")
    ('Mohammad Rezaei', 'Karim')
    """
    words = name.replace(ZWNJ, " ").split()
    return " ".join(_word(word, lang) for word in words)


def _word(word: str, lang: str) -> str:
    """Write one word; an article before a known part stays."""
    known = _known(lang)
    if word.startswith("ال") and known.get(word, "-")[0].isupper() and word[2:] in known:
        return f"al-{known[word[2:]]}"
    return known.get(word) or _letters(word, lang)


def _letters(word: str, lang: str) -> str:
    """Write an unknown word letter by letter, with an «a» where two consonants meet."""
    rules = _rules(lang)
    found: list[str] = []
    at = 0
    while at < len(word):
        size = next((n for n in (3, 2, 1) if at + n <= len(word) and _rule(rules, word, at, n) is not None), 0)
        sound = (_rule(rules, word, at, size) or "") if size else ""
        consonants = found and sound and found[-1][-1] not in _VOWELS and sound[0] not in _VOWELS
        if consonants and found[-1] != sound and found[-1] != "al-" and at + size < len(word) + (len(found) < 2):
            found.append("a")
        if sound and not (found and found[-1][-1:] == sound == "a"):
            found.append(sound)
        at += size or 1
    text = "".join(found)
    return "al-" + text[3:].capitalize() if text.startswith("al-") else text.capitalize()


def _rule(rules: dict[tuple[str, str], str], word: str, at: int, size: int) -> str | None:
    """Give how a group of letters is written at its place in the word."""
    form = word[at : at + size]
    place = "first" if at == 0 else "last" if at + size == len(word) else "any"
    return rules.get((place, form), rules.get(("any", form)))


@cache
def _rules(lang: str) -> dict[tuple[str, str], str]:
    rows = read_rows("actors/romanisation.tsv")
    return {(row["place"], row["form"]): row["as"] for row in rows if row["lang"] == lang}


@cache
def _known(lang: str) -> dict[str, str]:
    """Give how known parts of names are written: given names, and the register's that sound like their Latin ones."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    latin = {row["id"]: row["english"].split() for row in read_rows("actors/people.tsv")}
    for row in read_rows("actors/person_names.tsv"):
        native = fold(row["form"]).replace(ZWNJ, " ").split()
        if row["lang"] == lang and row["use"] == "full" and len(native) == len(latin[row["id"]]):
            for word, written in zip(native, latin[row["id"]], strict=True):
                if _same(word, written):
                    votes[word][written] += 1
    found = {word: max(sorted(count), key=lambda w: count[w]) for word, count in votes.items()}
    given = {fold(row["form"]): row["english"] for row in read_rows(f"{lang}/given_names.tsv")}
    return found | {word: written for word, written in given.items() if re.fullmatch(r"[A-Za-z'-]+", written)}


def _same(word: str, written: str) -> bool:
    heard, said = parts(word), parts(written)
    return len(heard) == len(said) == 1 and bool(sounds(heard[0]) & sounds(said[0]))
