"""Find the language of a page and of its paragraphs, by letters and function words."""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document
from rasad.packs import Packs
from rasad.packs.rows import read_rows, root
from rasad.tokens import INVISIBLE, WORD, ZWNJ

OTHER = "other"

# Of a hundred letters, this many must be of the script; a Persian page quotes English names, an English one Persian names.
_SCRIPT_SHARE = 0.4
# Evidence for a word of text, below which nothing is claimed: one function word in fifty.
_LEAST = 0.02
# A page is judged by its beginning; a page of news is shorter, and a long one does not change its language.
_SAMPLE = 6_000

_SCRIPT = re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


class _Evidence(Struct, frozen=True):
    """What speaks for a language: words and letters with their weights."""

    words: dict[str, float]
    starts: dict[str, float]
    letters: dict[str, float]


def find_language(doc: Document, packs: Packs) -> Document:
    """Name the language of the page and of each of its paragraphs: a pack's code, or `other`."""
    text = doc.page.text
    lang = _language(text[:_SAMPLE], OTHER)
    if lang == OTHER and doc.page.outside.lang in _languages() and _in_script(text[:_SAMPLE]):
        lang = str(doc.page.outside.lang)
    paragraphs = tuple(_language(text[start:end], lang) for start, end in lines(text))
    return replace(doc, lang=lang, paragraph_langs=paragraphs)


def _language(text: str, unsure: str) -> str:
    """Give the language with the most evidence; in the script but without evidence it is the `unsure` one."""
    if not _in_script(text):
        return OTHER
    words = WORD.findall(INVISIBLE.sub("", text).replace(ZWNJ, " "))
    scores = {lang: _score(words, text, evidence) for lang, evidence in _languages().items()}
    best = max(scores, key=lambda lang: scores[lang], default=OTHER)
    least = _LEAST * len(words)
    if not scores or scores[best] <= least or sorted(scores.values())[-2:-1] == [scores[best]]:
        return OTHER if scores and max(scores.values()) < -least else unsure
    return best


def _in_script(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    return bool(letters) and len(_SCRIPT.findall(text)) >= _SCRIPT_SHARE * letters


def _score(words: list[str], text: str, evidence: _Evidence) -> float:
    found = sum(evidence.words.get(word, 0.0) for word in words)
    for start, weight in evidence.starts.items():
        found += weight * sum(word.startswith(start) for word in words)
    return found + sum(weight * text.count(letter) for letter, weight in evidence.letters.items())


@cache
def _languages() -> dict[str, _Evidence]:
    """Read the evidence of every pack that has some."""
    folders = sorted(folder.name for folder in root().iterdir() if folder.joinpath("language.tsv").is_file())
    return {lang: _evidence(lang) for lang in folders}


def _evidence(lang: str) -> _Evidence:
    rows = read_rows(f"{lang}/language.tsv")
    return _Evidence(*({r["form"]: float(r["weight"]) for r in rows if r["kind"] == k} for k in ("word", "start", "letter")))
