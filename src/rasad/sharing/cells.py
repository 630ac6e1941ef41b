"""Cells, lines and documents in the formats of files, the same bytes for the same values."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Protocol

import msgspec

Cell = str | int | float | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets; an apostrophe before it makes it text."""


class Rows(Protocol):
    """What `csv.writer` gives."""

    def writerow(self, row: Iterable[Any], /) -> Any: ...


def harmless(cell: Cell) -> Cell:
    """Defuse a text that a spreadsheet would run.

    >>> harmless("=1+1"), harmless(-1)
    ("'=1+1", -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def plain(cell: Cell) -> str:
    """Write a cell for a table whose columns are parted by tabs and have no quotation marks: one line, no tab.

    >>> plain("two\\nlines"), plain(None), plain(True)
    ('two lines', '', '1')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    return str(harmless(" ".join(cell.split()))) if isinstance(cell, str) else str(cell)


def tab_line(cells: Sequence[Cell]) -> bytes:
    """Write one line of a table parted by tabs."""
    return ("\t".join(map(plain, cells)) + "\n").encode()


@contextmanager
def csv_rows(out: BinaryIO) -> Iterator[Rows]:
    """Open a CSV table for writing: UTF-8, commas, line feeds (RFC 4180 but for the line ends)."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    yield csv.writer(text, lineterminator="\n")
    text.flush()
    text.detach()


def json_line(value: Any) -> bytes:
    """Write a value as one line of JSON; keys keep their order."""
    return msgspec.json.encode(value) + b"\n"


def json_page(value: Any) -> bytes:
    """Write a value as JSON for people: two spaces a level; keys keep their order."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def bare(value: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {key: one for key, one in value.items() if one not in (None, "", [], {}, ())}
