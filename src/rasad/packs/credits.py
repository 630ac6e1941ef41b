"""The rows of credit lines and bylines, ready to be held against a line."""

import re
from collections.abc import Iterator
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


class Label(Struct, frozen=True):
    """A label found on a line: what it states, where label and value stand, and its row."""

    field: str
    shape: str
    start: int
    value: Span
    rule: str


def labels(line: str, langs: tuple[str, ...]) -> Iterator[Label]:
    """Give the labels of a line in their order; a value ends where the next label begins.

    >>> [(label.field, label.value) for label in labels("منبع: ایسنا | کد خبر: 12", ("fa",))]
    [('credit', (5, 12)), ('number', (22, 24))]
    """
    text = fold(line)
    if not _forms(langs).search(text):
        return
    hits = [(hit, row) for row, shape in _rows(langs) for hit in shape.finditer(text)]
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
def _rows(langs: tuple[str, ...]) -> tuple[tuple[Row, re.Pattern[str]], ...]:
    rows = (row for lang in langs for row in read_rows(f"{lang}/credits.tsv"))
    return tuple((row, _pattern(row)) for row in rows if row["shape"] not in _JOINTS)


@cache
def _forms(langs: tuple[str, ...]) -> re.Pattern[str]:
    """Give a pattern that finds any form of a language's rows: one look tells most lines of a menu from credits."""
    return re.compile("|".join(sorted({_form(row) for row, _ in _rows(langs)})))


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
    return _GAP.join(re.escape(word) for word in re.split(rf"[\s{ZWNJ}]+", fold(row["form"])))
