"""The case as tidy tables in Parquet: a data package with its codebook. Needs the extra `parquet`."""

import sqlite3
from collections import Counter, defaultdict
from contextlib import ExitStack
from pathlib import Path

from rasad.sharing.arrow import arrow_table, pyarrow, schema
from rasad.sharing.cells import json_page
from rasad.sharing.package import codebook, datapackage
from rasad.sharing.tidy import Row, rows, tables

DESCRIPTION = "the tables of `tidy` as Parquet, for DuckDB, Polars, pandas and R; needs rasad[parquet]"
EXTENSION = ""

ROWS_AT_ONCE = 20_000
"""Rows of one row group: small enough to stay in memory, large enough to be packed well."""


def write(db: sqlite3.Connection, out: Path) -> None:
    """Write each table into the folder, then what describes them."""
    files = pyarrow("pyarrow.parquet")
    known, counted = tables(), Counter[str]()
    waiting: dict[str, list[Row]] = defaultdict(list)
    with ExitStack() as stack:
        opened = {
            name: stack.enter_context(files.ParquetWriter(out / f"{name}.parquet", schema(table), compression="zstd"))
            for name, table in known.items()
        }
        for name, row in rows(db, known):
            counted[name] += 1
            waiting[name].append(row)
            if len(waiting[name]) >= ROWS_AT_ONCE:
                opened[name].write_table(arrow_table(known[name], waiting.pop(name)))
        for name, some in waiting.items():
            opened[name].write_table(arrow_table(known[name], some))
    (out / "datapackage.json").write_bytes(json_page(datapackage(list(known.values()), "parquet", counted)))
    (out / "CODEBOOK.md").write_text(codebook(list(known.values()), "parquet"), encoding="utf-8", newline="\n")
