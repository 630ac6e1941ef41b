"""Find the language of a page and of its paragraphs, by letters and function words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document
from rasad.mojibake import mended
from rasad.packs import Packs
from rasad.packs.rows import read_rows, root
from rasad.tokens import INVISIBLE, WORD, ZWNJ

OTHER = "other"

# Of ten words, four must be of the script: a Persian page quotes English names, an English one Persian names.
_SCRIPT_SHARE = 0.4
# Evidence for each word of the text, below which nothing is claimed: one function word in fifty.
_LEAST = 0.02
# A page is judged by its beginning; a page of news is shorter, and a long one does not change its language.
_SAMPLE = 100
_ARABIC = re.compile("[\u0620-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Letters in the shapes of old fonts.
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")

Scores = tuple[float, ...]
"""The evidence for each language, in the order of their codes."""


class _Evidence(Struct, frozen=True):
    """The languages, which of them are of Arabic script, and what words, their beginnings and letters say for each."""

    langs: tuple[str, ...]
    arabic: tuple[bool, ...]
    words: dict[str, Scores]
    starts: dict[str, Scores]
    letters: dict[str, Scores]


class _Count(Struct, frozen=True):
    """What a stretch of text holds: its words, those in Arabic and Latin letters, and each language's evidence."""

    words: int
    arabic: int
    latin: int
    scores: Scores

    def plus(self, other: "_Count") -> "_Count":
        words, arabic, latin = self.words + other.words, self.arabic + other.arabic, self.latin + other.latin
        return _Count(words, arabic, latin, _sum((self.scores, other.scores)))


def find_language(doc: Document, packs: Packs) -> Document:
    """Name the language of the page and of each of its paragraphs: a pack's code, or `other`."""
    text = doc.page.text
    counts = [_count(text[start:end]) for start, end in lines(text)]
    page = _Count(0, 0, 0, _nothing())
    for count in counts[:_SAMPLE]:
        page = page.plus(count)
    declared = doc.page.outside.lang
    lang = _named(page, declared if declared in _evidence().langs else OTHER)
    return replace(doc, lang=lang, paragraph_langs=tuple(_named(count, lang) for count in counts))


def _named(count: _Count, unsure: str) -> str:
    """Give the language with the most evidence; text of its script without evidence is of the `unsure` one."""
    least = _LEAST * count.words
    shares = (count.latin, count.arabic)
    able = [
        (score, lang)
        for score, lang, arabic in zip(count.scores, _evidence().langs, _evidence().arabic, strict=True)
        if count.words and shares[arabic] >= _SCRIPT_SHARE * count.words
    ]
    able.sort(reverse=True)
    if not able:
        return OTHER
    if able[0][0] > least and (len(able) == 1 or able[0][0] > able[1][0]):
        return able[0][1]
    return OTHER if able[0][0] < -least or unsure not in {lang for _, lang in able} else unsure


def _count(text: str) -> _Count:
    if _SHAPED.search(text):
        text = unicodedata.normalize("NFKC", text)
    text = INVISIBLE.sub("", mended(text)).replace(ZWNJ, " ")
    words = [word for word in WORD.findall(text) if word[0].isalpha()]
    firsts = "".join([word[0] for word in words])
    latin = len(_LATIN.findall(firsts))
    if latin:
        words = [word.lower() for word in words]
    return _Count(len(words), len(_ARABIC.findall(firsts)), latin, _scores(words))


def _scores(words: list[str]) -> Scores:
    """Add up the evidence, one look at each word and a count of each telling letter."""
    evidence = _evidence()
    joined = " ".join(words)
    found = [
        *filter(None, map(evidence.words.get, words)),
        *filter(None, map(evidence.starts.get, [word[:2] for word in words])),
        *(weights if count == 1 else tuple(count * weight for weight in weights)
          for letter, weights in evidence.letters.items() if (count := joined.count(letter))),
    ]  # fmt: skip
    return _sum(found) if found else _nothing()


def _sum(found: Iterable[Scores]) -> Scores:
    return tuple(map(sum, zip(*found, strict=True)))


@cache
def _nothing() -> Scores:
    return (0.0,) * len(_evidence().langs)


@cache
def _evidence() -> _Evidence:
    """Read the evidence of every pack that has some."""
    langs = tuple(sorted(folder.name for folder in root().iterdir() if folder.joinpath("language.tsv").is_file()))
    tables: dict[str, dict[str, list[float]]] = {"word": {}, "start": {}, "letter": {}}
    for number, lang in enumerate(langs):
        for row in read_rows(f"{lang}/language.tsv"):
            weights = tables[row["kind"]].setdefault(row["form"], [0.0] * len(langs))
            weights[number] += float(row["weight"])
    kinds = ("word", "start", "letter")
    words, starts, letters = ({form: tuple(w) for form, w in tables[kind].items()} for kind in kinds)
    arabic = tuple(_is_arabic(lang) for lang in langs)
    return _Evidence(langs, arabic, words, starts, letters)


def _is_arabic(lang: str) -> bool:
    return bool(_ARABIC.match(read_rows(f"{lang}/language.tsv")[0]["form"]))
