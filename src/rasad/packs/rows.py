"""Rows of a table, each knowing its place, so that everything found can say which row found it."""

import csv
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec import Struct

from rasad.errors import PackError

_FORBIDDEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


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


@cache
def read_rows(name: str) -> tuple[Row, ...]:
    """Read one table, such as `fa/triggers.tsv`; a table that does not exist has no rows.

    A row of the wrong width, or with text that is not NFC or holds a direction mark, is a `PackError` at file:line.
    """
    path = root().joinpath(name)
    if not path.is_file():
        return ()
    return tuple(_rows(name, path.read_text(encoding="utf-8")))


def _rows(name: str, text: str) -> Iterator[Row]:
    header: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        if not header:
            header = cells
            continue
        place = f"packs/{name}:{number}"
        if len(cells) != len(header):
            raise PackError(f"{place}: {len(cells)} cells; the header has {len(header)}: {', '.join(header)}")
        if unicodedata.normalize("NFC", line) != line:
            raise PackError(f"{place}: not NFC; write the row in composed letters")
        if _FORBIDDEN & set(line):
            raise PackError(f"{place}: holds a direction mark; delete it")
        yield Row(place, dict(zip(header, cells, strict=True)))
