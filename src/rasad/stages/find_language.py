"""Find the language of a page and of its paragraphs, by letters and function words."""

import re
import unicodedata
from functools import cache
from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document
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
_FIRST, _LAST = "\u0620", "\u06ff"
# Letters in the shapes of old fonts.
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


class _Evidence(Struct, frozen=True):
    """What speaks for a language: words, beginnings of words and letters with their weights."""

    words: dict[str, float]
    starts: dict[str, float]
    letters: dict[str, float]


class _Count(Struct, frozen=True):
    """What a stretch of text holds: its words, those of the script, and the evidence for each language."""

    words: int
    in_script: int
    scores: tuple[float, ...]

    def plus(self, other: "_Count") -> "_Count":
        scores = tuple(a + b for a, b in zip(self.scores, other.scores, strict=True))
        return _Count(self.words + other.words, self.in_script + other.in_script, scores)


def find_language(doc: Document, packs: Packs) -> Document:
    """Name the language of the page and of each of its paragraphs: a pack's code, or `other`."""
    text = doc.page.text
    counts = [_count(text[start:end]) for start, end in lines(text)]
    page = _Count(0, 0, (0.0,) * len(_languages()))
    for count in counts[:_SAMPLE]:
        page = page.plus(count)
    declared = doc.page.outside.lang
    lang = _named(page, declared if declared in _languages() else OTHER)
    return replace(doc, lang=lang, paragraph_langs=tuple(_named(count, lang) for count in counts))


def _named(count: _Count, unsure: str | None) -> str:
    """Give the language with the most evidence; text of the script without evidence is the `unsure` one."""
    if not count.words or count.in_script < _SCRIPT_SHARE * count.words:
        return OTHER
    least = _LEAST * count.words
    ranked = sorted(zip(count.scores, _languages(), strict=True), reverse=True)
    if ranked[0][0] > least and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
        return ranked[0][1]
    return OTHER if ranked[0][0] < -least or unsure is None else unsure


def _count(text: str) -> _Count:
    if _SHAPED.search(text):
        text = unicodedata.normalize("NFKC", text)
    words = [word for word in WORD.findall(INVISIBLE.sub("", text).replace(ZWNJ, " ")) if word[0].isalpha()]
    scores = tuple(_score(words, evidence) for evidence in _languages().values())
    return _Count(len(words), sum(_FIRST <= word[0] <= _LAST for word in words), scores)


def _score(words: list[str], evidence: _Evidence) -> float:
    letters = _letters_of("".join(evidence.letters)).findall(" ".join(words))
    return (
        sum(map(evidence.words.get, words, repeat(0.0)))
        + sum(map(evidence.starts.get, (word[:2] for word in words), repeat(0.0)))
        + sum(map(evidence.letters.__getitem__, letters))
    )


@cache
def _letters_of(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]") if letters else re.compile("(?!)")


@cache
def _languages() -> dict[str, _Evidence]:
    """Read the evidence of every pack that has some."""
    folders = sorted(folder.name for folder in root().iterdir() if folder.joinpath("language.tsv").is_file())
    return {lang: _evidence(lang) for lang in folders}


def _evidence(lang: str) -> _Evidence:
    rows = read_rows(f"{lang}/language.tsv")
    return _Evidence(
        *({r["form"]: float(r["weight"]) for r in rows if r["kind"] == k} for k in ("word", "start", "letter"))
    )
