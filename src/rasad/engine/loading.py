"""A case file from the tables that Spark wrote: all of them, or those of some pages."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from msgspec import Struct

from rasad.engine.spark.tables import ARRIVAL, MANIFEST, Table, tables
from rasad.errors import CaseError
from rasad.store.db import OF_EVENTS, Case
from rasad.store.rows import Cell

_ROWS = 1_000
"""Rows in memory at a time: pages among them are large."""


class Slice(Struct, frozen=True):
    """Which pages are wanted: by language, by outlet, and by the day they were published, else retrieved."""

    lang: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def is_all(self) -> bool:
        return self == Slice()


def load(case: Case, folder: Path, wanted: Slice) -> int:
    """Put the tables in `folder` into an empty case, in one transaction, and give the number of pages.

    The events of a slice are not those of the whole: they are left out, for the case to make its own.
    """
    if case.page_count():
        raise CaseError(f"{case.path}: has pages already. Name a new file; cases are joined by building from pages.")
    hashes = _wanted(folder, wanted)
    numbers = {sha: n for n, sha in enumerate(sorted(hashes), start=1)}
    names = [name for name in tables() if wanted.is_all or name not in OF_EVENTS]
    case.take((name, _rows(folder, tables()[name], numbers, wanted)) for name in names)
    return len(numbers)


def versions(folder: Path) -> tuple[str, str]:
    """Give the versions of the program and of the packs that made the tables."""
    try:
        found = msgspec.json.decode((folder / MANIFEST).read_bytes())
        return str(found["program"]), str(found["packs"])
    except (OSError, msgspec.DecodeError, KeyError) as fault:
        raise CaseError(f"{folder / MANIFEST}: is missing or damaged. Name a folder of `rasad spark build`.") from fault


def _wanted(folder: Path, wanted: Slice) -> Sequence[str]:
    day = pc.coalesce(pc.field("published"), pc.field("retrieved"), pa.scalar(""))
    tests = [
        wanted.lang and pc.field("lang") == wanted.lang,
        wanted.outlet and pc.field("outlet") == wanted.outlet,
        wanted.since and day >= wanted.since,
        wanted.until and (day < wanted.until + "~") & (day != ""),  # a tilde sorts after every later part of a day
    ]
    test: Any = None
    for one in tests:
        if one is not None:
            test = one if test is None else test & one
    found = _dataset(folder, tables()["page"]).to_table(columns=["sha256"], filter=test)
    return [str(sha) for sha in found.column("sha256").to_pylist()]


def _rows(folder: Path, table: Table, numbers: Mapping[str, int], wanted: Slice) -> Iterator[list[tuple[Cell, ...]]]:
    """Give the rows of a table, batch by batch; those of other pages are left out."""
    names = [name for name, _ in table.columns]
    by = "sha256" if table.name == ARRIVAL[0] else "page" if "page" in names else None
    for batch in _dataset(folder, table).to_batches(batch_size=_ROWS):
        columns = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        if table.name == ARRIVAL[0]:
            columns[ARRIVAL[1]] = [numbers.get(sha) for sha in columns["sha256"]]
        rows = zip(*(columns[name] for name in names), strict=True)
        if by is None or wanted.is_all:
            yield list(rows)
        else:
            yield [row for row, sha in zip(rows, columns[by], strict=True) if sha in numbers]


def _dataset(folder: Path, table: Table) -> ds.Dataset:
    place = folder / table.name
    if not place.is_dir():
        raise CaseError(f"{folder}: has no table {table.name}. Name a folder that `rasad spark build` has finished.")
    return ds.dataset(place, schema=table.schema, format="parquet")
