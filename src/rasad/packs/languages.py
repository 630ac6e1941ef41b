"""The language of a text, told by letters and function words: the rows of each pack's `language.tsv`."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from rasad.model import Span
from rasad.mojibake import mended, mends
from rasad.packs.rows import read_rows, root
from rasad.tokens import INVISIBLE

OTHER = "other"

# Of ten words, four must be of the script: a Persian page quotes English names, an English one Persian names.
_SCRIPT_SHARE = 0.4
# Evidence is counted in hundredths, which add up without a rest: so much for each word of the text, below which nothing
# is claimed, is one function word in fifty.
_ONE = 100
_LEAST = 2
_ARABIC = re.compile("[\u0620-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W_]+")
# Letters in the shapes of old fonts.
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")

Scores = tuple[int, ...]
"""The evidence for each language, in the order of their codes, in hundredths."""


class _Evidence(Struct, frozen=True):
    """The languages, which of them are of Arabic script, and what words, their beginnings and letters say for each.

    A letter speaks for few languages: its evidence is their numbers and weights alone.
    """

    langs: tuple[str, ...]
    arabic: tuple[bool, ...]
    words: dict[str, Scores]
    starts: dict[str, Scores]
    letters: dict[str, tuple[tuple[int, int], ...]]


class Count(Struct, frozen=True):
    """What a stretch of text holds: its words, those in Arabic and Latin letters, and each language's evidence."""

    words: int
    arabic: int
    latin: int
    scores: Scores


def language_of(text: str, unsure: str = OTHER) -> str:
    """Name the language of a text: a pack's code, or `unsure` if the text has its script and no evidence.

    >>> language_of("وی گفت که این کار را می‌کنند"), language_of("وقال إن هذا الأمر في غاية الأهمية")
    ('fa', 'ar')
    """
    return named(count(text), unsure)


def languages() -> tuple[str, ...]:
    """Give the codes of the languages that have rows of evidence."""
    return _evidence().langs


def added(counts: Iterable[Count]) -> Count:
    """Add up what several stretches hold."""
    whole = [Count(0, 0, 0, (0,) * len(languages())), *counts]
    words, arabic, latin = (sum(c.words for c in whole), sum(c.arabic for c in whole), sum(c.latin for c in whole))
    return Count(words, arabic, latin, tuple(map(sum, zip(*(c.scores for c in whole), strict=True))))


def named(count: Count, unsure: str) -> str:
    """Give the language with the most evidence; text of its script without evidence is of the `unsure` one."""
    known = _evidence()
    least = _LEAST * count.words
    enough = _SCRIPT_SHARE * count.words
    shares = (count.latin >= enough, count.arabic >= enough)
    able = [
        (score, lang)
        for score, lang, arabic in zip(count.scores, known.langs, known.arabic, strict=True)
        if shares[arabic] and count.words
    ]
    able.sort(reverse=True)
    if not able:
        return OTHER
    if able[0][0] > least and (len(able) == 1 or able[0][0] > able[1][0]):
        return able[0][1]
    return OTHER if able[0][0] < -least or unsure not in {lang for _, lang in able} else unsure


def count(text: str) -> Count:
    """Count the words of a stretch of text and the evidence in them."""
    return counts(text, [(0, len(text))])[0]


def counts(text: str, stretches: Sequence[Span]) -> list[Count]:
    """Count the words of stretches of a text and the evidence in them; whether it needs mending is asked of all."""
    odd = _SHAPED.search(text) or INVISIBLE.search(text) or mends(text)
    counted = cache(lambda stretch: _count(_clean(stretch) if odd else stretch))  # a menu is often on a page twice
    return [counted(text[start:end]) for start, end in stretches]


def _clean(text: str) -> str:
    if _SHAPED.search(text):
        text = unicodedata.normalize("NFKC", text)
    return INVISIBLE.sub("", mended(text))


def _count(text: str) -> Count:
    words = [word for word in _WORD.findall(text) if word[0].isalpha()]
    firsts = "".join([word[0] for word in words])
    latin = len(_LATIN.findall(firsts))
    if latin:
        words = [word.lower() for word in words]
    return Count(len(words), len(_ARABIC.findall(firsts)), latin, _scores(words))


def _scores(words: list[str]) -> Scores:
    """Add up the evidence, one look at each word and a count of each telling letter."""
    evidence = _evidence()
    found = [
        *filter(None, map(evidence.words.get, words)),
        *filter(None, map(evidence.starts.get, [word[:2] for word in words])),
    ]
    scores = list(map(sum, zip(*found, strict=True))) if found else [0] * len(evidence.langs)
    joined = "".join(words)
    for letter in evidence.letters.keys() & set(joined):
        times = joined.count(letter)
        for number, weight in evidence.letters[letter]:
            scores[number] += times * weight
    return tuple(scores)


@cache
def _evidence() -> _Evidence:
    """Read the evidence of every pack that has some."""
    langs = tuple(sorted(folder.name for folder in root().iterdir() if folder.joinpath("language.tsv").is_file()))
    tables: dict[str, dict[str, list[int]]] = {"word": {}, "start": {}, "letter": {}}
    for number, lang in enumerate(langs):
        for row in read_rows(f"{lang}/language.tsv"):
            weights = tables[row["kind"]].setdefault(row["form"], [0] * len(langs))
            weights[number] += round(float(row["weight"]) * _ONE)
    kinds = ("word", "start", "letter")
    words, starts, all_letters = ({form: tuple(w) for form, w in tables[kind].items()} for kind in kinds)
    letters = {form: tuple((n, w) for n, w in enumerate(weights) if w) for form, weights in all_letters.items()}
    arabic = tuple(_is_arabic(lang) for lang in langs)
    return _Evidence(langs, arabic, words, starts, letters)


def _is_arabic(lang: str) -> bool:
    return bool(_ARABIC.match(read_rows(f"{lang}/language.tsv")[0]["form"]))
