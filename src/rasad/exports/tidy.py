"""The case as tidy tables in CSV: a data package with its codebook."""

import sqlite3
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from rasad.sharing.cells import Cell, csv_rows, harmless, json_page
from rasad.sharing.package import codebook, datapackage
from rasad.sharing.tidy import rows, tables

DESCRIPTION = "tables in CSV: events, reports, statements, parties, evidence ..., with datapackage.json and CODEBOOK.md"
EXTENSION = ""


def write(db: sqlite3.Connection, out: Path) -> None:
    """Write each table into the folder, then what describes them."""
    known, counted = tables(), Counter[str]()
    with ExitStack() as stack:
        writers = {}
        for name, table in known.items():
            file = stack.enter_context((out / f"{name}.csv").open("wb"))
            writers[name] = stack.enter_context(csv_rows(file))
            writers[name].writerow(column.name for column in table.columns)
        for name, row in rows(db, known):
            counted[name] += 1
            writers[name].writerow(map(_cell, row))
    (out / "datapackage.json").write_bytes(json_page(datapackage(list(known.values()), "csv", counted)))
    (out / "CODEBOOK.md").write_text(codebook(list(known.values()), "csv"), encoding="utf-8", newline="\n")


def _cell(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else harmless(cell)
