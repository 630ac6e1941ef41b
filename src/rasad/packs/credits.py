"""The rows of credit lines and bylines, ready to be held against a line."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from rasad.errors import PackError
from rasad.model import Span
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ, fold

_GAP = rf"[\s{ZWNJ}]*"
_BREAK = r"(?:^|[|•·*/،,؛;.…)\]»–—-])\W*"
_SHAPES = {
    "colon": rf"{_BREAK}{{form}}{_GAP}:(?P<value>[^|•\n]+)",
    "open": rf"^\W*{{form}}[\s{ZWNJ}]+(?P<value>[^|•\n]+)",
    "bracket": rf"[(\[]{_GAP}{{form}}{_GAP}(?P<value>[^()\[\]\n]+)[)\]]",
    "number": rf"(?<!\w){{form}}{_GAP}:?{_GAP}(?P<value>\d[\d/-]*)",
    "whole": rf"(?P<value>{{form}}(?:{_GAP}/\S*)?)\W*$",
}
_JOINTS = {"joint_word": " ", "joint_letter": ""}


class LabelRow(Struct, frozen=True):
    """A row, the pattern of its shape, and the longest word of its form, without which it is on no line."""

    row: Row
    pattern: re.Pattern[str]
    word: str


class Label(Struct, frozen=True):
    """A label found on a line: what it states, where label and value stand, and its row."""

    field: str
    shape: str
    start: int
    value: Span
    rule: str


def rows_on(folded: str, langs: tuple[str, ...]) -> tuple[LabelRow, ...]:
    """Give the rows that may be on a page: most are on none of its lines, and need not be held against each."""
    return tuple(known for known in _rows(langs) if known.word in folded)


def labels(folded: str, rows: Iterable[LabelRow]) -> Iterator[Label]:
    """Give the labels of a folded line in their order; a value ends where the next label begins.

    >>> line = fold("منبع: ایسنا | کد خبر: 12")
    >>> [(label.field, label.value) for label in labels(line, rows_on(line, ("fa",)))]
    [('credit', (5, 12)), ('number', (22, 24))]
    """
    hits = [(hit, known.row) for known in rows if known.word in folded for hit in known.pattern.finditer(folded)]
    # The longest form of those that begin at one place.
    hits.sort(key=lambda pair: (pair[0].start("value"), -len(pair[1]["form"])))
    taken = -1
    for hit, row in hits:
        start = hit.start("value")
        if start <= taken:
            continue
        taken = start
        after = (other.start() for other, _ in hits if other.start() > start)
        yield Label(row["field"], row["shape"], hit.start(), (start, min([hit.end("value"), *after])), row.rule)


@cache
def _rows(langs: tuple[str, ...]) -> tuple[LabelRow, ...]:
    rows = (row for lang in langs for row in read_rows(f"{lang}/credits.tsv"))
    return tuple(LabelRow(row, _pattern(row), max(_words(row), key=len)) for row in rows if row["shape"] not in _JOINTS)


@cache
def joints(lang: str) -> tuple[str, ...]:
    """Give what joins a second name to one, with its space where it is a word («و »)."""
    rows = (row for row in read_rows(f"{lang}/credits.tsv") if row["shape"] in _JOINTS)
    return tuple(fold(row["form"]) + _JOINTS[row["shape"]] for row in rows)


def _pattern(row: Row) -> re.Pattern[str]:
    if row["shape"] not in _SHAPES:
        raise PackError(f"{row.rule}: shape {row['shape']!r} is unknown; use one of {', '.join(_SHAPES)}")
    return re.compile(_SHAPES[row["shape"]].replace("{form}", _form(row)))


def _form(row: Row) -> str:
    return _GAP.join(map(re.escape, _words(row)))


def _words(row: Row) -> list[str]:
    return re.split(rf"[\s{ZWNJ}]+", fold(row["form"]))
