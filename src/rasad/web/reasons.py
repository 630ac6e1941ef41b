"""Reasons in the language of the desk: reader and fusion write English sentences; each has a row here, or stays so."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from markupsafe import Markup
from msgspec import Struct

from rasad.errors import PackError
from rasad.packs.rows import scan
from rasad.web import names
from rasad.web.chips import shown
from rasad.web.words import HERE, Words

_DAY = r"(?:\d{4}(?:-\d\d){0,2}|\.\.\.|…)"
_SLOTS = (
    ("defg", _DAY), ("mno", r"\d[\d,.]*"), ("s", r"[+-]\d+\.\d+"), ("pq", r".+?"), ("r", r".+?"), ("u", "[a-z]+"),
    ("w", "[a-z_]+"), ("abc", ".+"),
)  # fmt: skip
"""What may stand in a brace of a row, by its letter."""
_FORM = {letter: form for letters, form in _SLOTS for letter in letters}
_DAYS, _NUMBERS, _TOLD, _KEPT = "defg", "mnos", "abc", "pqr"
_BRACE = re.compile(r"\\?\{([a-z])\\?\}")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_TABLES = ("basis", "status", "day")
"""Tables of the desk's words of which a reason may name a value."""


class Row(Struct, frozen=True):
    """A sentence with braces, as a pattern, and how the language of the desk says it."""

    pattern: re.Pattern[str]
    form: str


class Said(Struct, frozen=True):
    """What one language knows: whole sentences and words, rows with braces in order, and the words as one pattern."""

    whole: Mapping[str, str]
    rows: tuple[Row, ...]
    words: re.Pattern[str]


def told(line: str, words: Words) -> Markup:
    """Tell a reason; one without a row stays in English, marked as such."""
    if words.lang == "en":
        return shown(line)
    found = _told(line, words)
    return Markup('<span lang="en" dir="ltr">{}</span>').format(shown(line)) if found is None else found


def _told(line: str, words: Words) -> Markup | None:
    known = said(words.lang)
    if line in known.whole:
        return shown(known.whole[line])
    for row in known.rows:
        if found := row.pattern.fullmatch(line):
            parts = {letter: _part(letter, text, words) for letter, text in found.groupdict().items()}
            return Markup("").join(_filled(row.form, parts))
    return _word_by_word(line, words, known)


def _filled(form: str, parts: Mapping[str, Markup]) -> Iterator[Markup]:
    for n, piece in enumerate(_BRACE.split(form)):
        yield parts[piece] if n % 2 else shown(piece)


def _part(letter: str, text: str, words: Words) -> Markup:
    """Tell what stands in a brace."""
    if letter in _DAYS:
        return _isolated(words.day(text) if _WHOLE.fullmatch(text) else words.digits(text.replace("...", "…")))
    if letter in _NUMBERS:
        return Markup('<bdi dir="ltr">{}</bdi>').format(words.digits(text))
    if letter in _KEPT:
        return _isolated(text)
    if letter == "w":
        table = next((table for table in _TABLES if f"{table}.{text}" in words.of), "basis")
        return shown(words.term(table, text))
    found = _told(text, words)
    return _isolated(names.translated(text, words.lang)) if found is None else found


def _word_by_word(line: str, words: Words, known: Said) -> Markup | None:
    """Tell an expression of time: «Wednesday 13 Ordibehesht 1402»."""
    parts = known.words.findall(line)
    if not parts or "".join(parts).replace(" ", "") != line.replace(" ", ""):
        return None
    return shown(" ".join(words.digits(known.whole.get(part, part)) for part in parts))


def _isolated(text: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(shown(text))


@cache
def said(lang: str) -> Said:
    """Give what a language knows: the rows of `reasons.tsv`."""
    whole, rows = {}, []
    for row in scan("reasons.tsv", HERE):
        if isinstance(row, PackError):
            raise row
        if _BRACE.search(row["said"]):
            rows.append(Row(_pattern(row["said"]), row[lang]))
        else:
            whole[row["said"]] = row[lang]
    single = sorted((one for one in whole if len(one.split()) <= 2), key=len, reverse=True)
    return Said(whole, tuple(rows), re.compile("|".join([*map(re.escape, single), r"\d+"])))


def _pattern(said: str) -> re.Pattern[str]:
    parts = _BRACE.split(said)
    return re.compile("".join(f"(?P<{p}>{_FORM[p]})" if n % 2 else re.escape(p) for n, p in enumerate(parts)))
