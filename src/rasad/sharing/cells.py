"""Cells, lines and documents in the formats of files, the same bytes for the same values."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Protocol, TextIO

import msgspec

Cell = str | int | float | bool | None

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""A cell that begins so is run as a formula by spreadsheets, the wide signs by those set up for East Asia; an
apostrophe before it makes it text."""


class Rows(Protocol):
    """What `csv.writer` gives."""

    def writerow(self, row: Iterable[Any], /) -> Any: ...


def harmless(cell: Cell) -> Cell:
    """Defuse a text that a spreadsheet would run. Hyphens alone run nothing: PETRARCH writes nobody so.

    >>> harmless("=1+1"), harmless(-1), harmless("---")
    ("'=1+1", -1, '---')
    """
    runs = isinstance(cell, str) and cell.startswith(_FORMULA) and cell.strip("-")
    return f"'{cell}" if runs else cell


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


class _Csv:
    """A writer that quotes carriage returns, too, where readers of CSV begin a new line and `csv.writer` sees none."""

    def __init__(self, out: TextIO) -> None:
        self._plain = csv.writer(out, lineterminator="\n")
        self._quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)

    def writerow(self, row: Iterable[Any], /) -> Any:
        """Write a row."""
        cells = list(row)
        returns = any(isinstance(cell, str) and "\r" in cell for cell in cells)
        return (self._quoted if returns else self._plain).writerow(cells)


@contextmanager
def csv_rows(out: BinaryIO) -> Iterator[Rows]:
    """Open a CSV table for writing: UTF-8, commas, line feeds (RFC 4180 but for the line ends)."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    yield _Csv(text)
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
