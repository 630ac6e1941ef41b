"""What the columns of the tables hold, as `tables.toml` says it, and the test of a cell."""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import partial

from msgspec import Struct

from rasad.packs.rows import Row, root
from rasad.tokens import ZWNJ

Rows = Mapping[str, tuple[Row, ...]]
Test = Callable[[Row, str], str | None]
"""Tells what is wrong with a cell of a row, or None."""

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_BLANKS = re.compile(rf"^[\s{ZWNJ}]|[\s{ZWNJ}]$|[\s{ZWNJ}]{{2}}|[^\S ]")
# What a careful spelling does not have: the other language's ye and kaf, tatweel, vowel signs. Persian keeps its tanwin
# («حدوداً»).
_UNTIDY = {
    "fa": re.compile("[\u064a\u0643\u0640\u064c-\u0652]"),
    "ar": re.compile(f"[\u06cc\u06a9\u0640\u064b-\u0652{ZWNJ}]"),
}
_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]")


class Column(Struct, frozen=True):
    """What one column holds: `kind` is the first word of its line in tables.toml, `of` what follows it."""

    name: str
    maybe: bool
    kind: str
    of: str


def columns(table: str) -> tuple[Column, ...]:
    """Give what tables.toml says of a table, such as `fa/offices.tsv`; nothing if it does not list it."""
    listed = tomllib.loads(root().joinpath("tables.toml").read_text(encoding="utf-8"))
    folder, _, name = table.removesuffix(".tsv").partition("/")
    wanted = listed[folder].get(name, {}) if folder in listed else listed.get(name, {})
    return tuple(_column(column, meaning) for column, meaning in wanted.items())


def tests(table: str, rows: Rows) -> dict[str, Test]:
    """Give the tests of a table's cells by column. `rows` are those of all tables: cells point at others."""
    return {column.name: partial(_fault, column, _test(column, table, rows)) for column in columns(table)}


def _column(name: str, meaning: str) -> Column:
    kind, _, of = meaning.removeprefix("maybe ").partition(" ")
    return Column(name, meaning.startswith("maybe ") or kind == "free", kind, of)


def _fault(column: Column, test: Test, row: Row, cell: str) -> str | None:
    if not cell and column.maybe:
        return None
    if not cell and column.kind != "of":
        return "is empty"
    return test(row, cell)


def _test(column: Column, table: str, rows: Rows) -> Test:
    lang = table.partition("/")[0]
    match column.kind:
        case "one":
            return partial(_among, frozenset(column.of.split()))
        case "some":
            return partial(_each_among, frozenset(column.of.split()))
        case "of":
            return partial(_found, _places(column.of, rows), column.of.partition(" with ")[2])
        case "morph":
            affixes = rows.get(f"{lang}/affixes.tsv", ())
            return partial(_among, frozenset(row["morph"] for row in affixes) | {"fixed"})
        case "key" | "id":
            return partial(_shaped, _KEY, "a Latin key")
        case "number":
            return partial(_shaped, _NUMBER, "a number")
        case "day":
            return _is_day
        case "form":
            return partial(_careful, lang)
        case _:
            return lambda row, cell: None


def _among(known: frozenset[str], row: Row, cell: str) -> str | None:
    if cell in known:
        return None
    close = get_close_matches(cell, known, 1)
    return f"{cell!r} is unknown; {f'is it {close[0]!r}' if close else 'use one of ' + ', '.join(sorted(known)[:12])}"


def _each_among(known: frozenset[str], row: Row, cell: str) -> str | None:
    words = cell.split(" ")
    if len(words) != len(set(words)):
        return f"{cell!r} says a word twice"
    return next((fault for word in words if (fault := _among(known, row, word))), None)


def _places(of: str, rows: Rows) -> frozenset[tuple[str, ...]]:
    """Gather the cells of columns such as `offices.office`, each with the cells of the columns after `with`."""
    places, _, beside = of.partition(" with ")
    found = set()
    for place in places.split():
        table, _, column = place.partition(".")
        for name in rows:
            if f"/{name.removesuffix('.tsv')}".endswith(f"/{table}"):
                found |= {tuple(row.cells.get(c, "") for c in (column, *beside.split())) for row in rows[name]}
    return frozenset(found)


def _found(known: frozenset[tuple[str, ...]], beside: str, row: Row, cell: str) -> str | None:
    value = (cell, *(row.cells.get(column, "") for column in beside.split()))
    companions = {one[1:] for one in known}
    if value in known or (beside and value[1:] not in companions):
        return None  # A companion that does not exist is told at its own column.
    close = get_close_matches(cell, [one[0] for one in known if one[1:] == value[1:]], 1)
    place = f" with {beside} {value[1]!r}" if beside else ""
    return f"{cell!r}{place} does not exist; {f'is it {close[0]!r}' if close else 'add it first, or mend it'}"


def _shaped(shape: re.Pattern[str], name: str, row: Row, cell: str) -> str | None:
    return None if shape.fullmatch(cell) else f"{cell!r} is not {name}"


def _is_day(row: Row, cell: str) -> str | None:
    try:
        return None if date.fromisoformat(cell).isoformat() == cell else f"{cell!r} is no ISO day"
    except ValueError:
        return f"{cell!r} is no ISO day, such as 2024-12-01"


def _careful(folder: str, row: Row, cell: str) -> str | None:
    lang = row.cells.get("lang", folder)
    if _BLANKS.search(cell):
        return f"{cell!r} has blanks or half-spaces at an edge or doubled; take them out"
    if _DIGITS.search(cell):
        return f"{cell!r} holds digits of another script; write 0-9"
    untidy = _UNTIDY[lang].search(cell) if lang in _UNTIDY else None
    return f"{cell!r} holds U+{ord(untidy[0]):04X}; write the careful spelling" if untidy else None
