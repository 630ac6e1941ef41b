"""Tidy tables as Arrow tables, which pandas, Polars, DuckDB and Parquet take as they are. Needs the extra `parquet`."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Any

from rasad.errors import CaseError
from rasad.sharing.cells import Cell
from rasad.sharing.tidy import Row, Table


def pyarrow(name: str = "pyarrow") -> Any:
    """Give a module of pyarrow; without it, say how to get it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise CaseError(f"{name} is not installed. Install it: pip install 'rasad[parquet]'") from error


def schema(table: Table) -> Any:
    """Give the Arrow schema of a table; the columns keep what they hold as metadata."""
    arrow = pyarrow()
    types = {
        "string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }  # fmt: skip
    fields = (
        arrow.field(c.name, types[c.type], nullable=not c.required, metadata={"description": c.meaning})
        for c in table.columns
    )
    return arrow.schema(list(fields), metadata={"description": table.about})


def arrow_table(table: Table, rows: Sequence[Row]) -> Any:
    """Give rows as an Arrow table."""
    arrow, made = pyarrow(), schema(table)
    columns = zip(*rows, strict=True) if rows else ([] for _ in table.columns)
    arrays = [
        arrow.array([_value(column.type, cell) for cell in cells], field.type)
        for column, cells, field in zip(table.columns, columns, made, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=made)


def _value(type_: str, cell: Cell) -> object:
    return date.fromisoformat(str(cell)) if type_ == "date" and cell is not None else cell
