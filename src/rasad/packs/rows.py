"""Rows of a table, each knowing its place, so that everything found can say which row found it."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from msgspec import Struct

from rasad.errors import PackError

_FORBIDDEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")

_KEPT = 40
"""Tables that stay read, those asked for last. Pages ask for few; all of them would take 40 MB."""


class Row(Struct, frozen=True):
    """One row of a pack: its cells by column name, and `rule`, its place as file:line."""

    rule: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@cache
def root() -> Traversable:
    """Give the folder of the packs that came with the package."""
    return files("rasad.packs")


@lru_cache(_KEPT)
def read_rows(name: str, more: Path | None = None) -> tuple[Row, ...]:
    """Read one table, such as `fa/triggers.tsv`; a table that does not exist has no rows.

    `more` is a folder laid out like the packs: the rows of its table of that name follow ours.
    A row of the wrong width, or with text that is not NFC or holds a direction mark, is a `PackError` at file:line.
    """
    return tuple(rows_once(name, more))


def rows_once(name: str, more: Path | None = None) -> Iterator[Row]:
    """Read one table without keeping it: for what is made of large ones, and then kept itself."""
    for found in chain(scan(name), scan(name, more) if more else ()):
        if isinstance(found, PackError):
            raise found
        yield found


def row_at(rule: str) -> Row | None:
    """Give the row that a record names, such as `packs/plover/frames.tsv:3`; None if it is no row of the package."""
    table, _, _ = rule.removeprefix("packs/").rpartition(":")
    return _by_rule(table).get(rule) if table.endswith(".tsv") else None


@cache
def _by_rule(table: str) -> dict[str, Row]:
    return {row.rule: row for row in read_rows(table)}


def scan(name: str, folder: Path | None = None) -> Iterator[Row | PackError]:
    """Read one table to its end: a `PackError` stands where a row cannot be used.

    `folder` is another one laid out like the packs.
    """
    place = f"{folder.name if folder else 'packs'}/{name}"
    path = (folder or root()).joinpath(name)
    if not path.is_file():
        return
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        yield PackError(f"{place}: not UTF-8 at byte {error.start}; save the file as UTF-8")
        return
    sound = _is_sound(text)
    header: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        fault = None if sound and len(cells) == len(header) else _fault(line, cells, header)
        at = f"{place}:{number}"
        yield PackError(f"{at}: {fault}") if fault else Row(at, dict(zip(header, cells, strict=True)))


def _is_sound(text: str) -> bool:
    """Tell whether no line of a text can have a fault but in the number of its cells: one look in place of many."""
    return unicodedata.is_normalized("NFC", text) and "\r" not in text and _FORBIDDEN.isdisjoint(text)


def _fault(line: str, cells: list[str], header: list[str]) -> str | None:
    if len(cells) != len(header):
        return f"{len(cells)} cells; the header has {len(header)}: {', '.join(header)}"
    if unicodedata.normalize("NFC", line) != line:
        return "not NFC; write the row in composed letters"
    if _FORBIDDEN & set(line):
        return "holds a direction mark; delete it"
    if line.endswith("\r"):
        return "ends with CR; save the file with LF line ends"
    return None


def tables(folder: Path | None = None) -> tuple[str, ...]:
    """Name every table of every folder of the packs, or of a folder like them, such as `fa/months.tsv`, in order."""
    folders = (one for one in (folder or root()).iterdir() if one.is_dir())
    return tuple(sorted(f"{f.name}/{t.name}" for f in folders for t in f.iterdir() if t.name.endswith(".tsv")))
