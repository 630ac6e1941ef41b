"""A table for a notebook: rows that can be looked at, and handed to Arrow, pandas or Polars, whichever is there."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from rasad.errors import CaseError
from rasad.sharing import arrow, tidy
from rasad.sharing.cells import Cell

SHOWN = 20
"""Rows that a notebook shows; the others are counted."""
_STYLE = "max-width:28rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;text-align:start"


class Table:
    """Rows of one of the tidy tables.

    >>> table = Table(tidy.tables()["origins"], [("e1", 0, "org-irna", "IRNA", "agency", True, "stated", "r1")])
    >>> len(table), table[0]["name"]
    (1, 'IRNA')
    """

    def __init__(self, about: tidy.Table, rows: Sequence[tidy.Row]) -> None:
        self.about = about
        self.rows = rows

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.about.columns)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __getitem__(self, n: int) -> dict[str, Cell]:
        return dict(zip(self.columns, self.rows[n], strict=True))

    def arrow(self) -> Any:
        """Give an Arrow table. Needs pyarrow (`rasad[parquet]`)."""
        return arrow.arrow_table(self.about, self.rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Let Polars, pandas and DuckDB take the table as it is."""
        return self.arrow().__arrow_c_stream__(requested_schema)

    def pandas(self) -> Any:
        """Give a data frame of pandas; days are text, as in the CSV table."""
        return _installed("pandas").DataFrame(list(self.rows), columns=list(self.columns))

    def polars(self) -> Any:
        """Give a data frame of Polars; days are dates. Needs pyarrow too."""
        return _installed("polars").from_arrow(self.arrow())

    def frame(self) -> Any:
        """Give what is installed: a data frame of Polars, else of pandas, else an Arrow table."""
        if find_spec("polars") and find_spec("pyarrow"):
            return self.polars()
        return self.pandas() if find_spec("pandas") else self.arrow()

    def __repr__(self) -> str:
        return f"{self.about.name}: {len(self)} rows of {', '.join(self.columns)}"

    def _repr_html_(self) -> str:
        head = "".join(f'<th title="{escape(c.meaning)}">{escape(c.name)}</th>' for c in self.about.columns)
        body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in self.rows[:SHOWN])
        more = f"<p>{len(self) - SHOWN} more rows</p>" if len(self) > SHOWN else ""
        return f"<p>{escape(self.about.about)}</p><table><tr>{head}</tr>{body}</table>{more}"


def _cell(cell: Cell) -> str:
    return f'<td dir="auto" style="{_STYLE}">{"" if cell is None else escape(str(cell))}</td>'


def _installed(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise CaseError(f"{name} is not installed. Install it: pip install {name}") from error
