"""The tables of schema.sql as Spark and Arrow see them: what is in the case file, but for what only a file needs."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec
import pyarrow as pa

LEFT_OUT = frozenset(("fusion_key", "run", "often_named", "often_held"))
"""Made anew when a case is loaded: what fusion keeps for its next run, who wrote the case, and what is counted."""
MANIFEST = "manifest.json"
"""Which input, program and packs the tables are of."""
ARRIVAL = ("page", "n")
"""The one column that counts pages in their order of arrival, and means nothing else."""

_TYPES = {"INTEGER": pa.int64(), "TEXT": pa.string(), "REAL": pa.float64(), "": pa.float64()}
_CELLS = msgspec.msgpack.Decoder(list)


class Table(msgspec.Struct, frozen=True):
    """A table: its columns in order, and those that make its key."""

    name: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...]

    @property
    def schema(self) -> pa.Schema:
        """What Parquet holds of it."""
        return pa.schema([(name, _TYPES[kind]) for name, kind in self.columns if (self.name, name) != ARRIVAL])


@cache
def tables() -> dict[str, Table]:
    """Read the tables off schema.sql."""
    with sqlite3.connect(":memory:") as db:
        db.executescript(files("rasad.store").joinpath("schema.sql").read_text(encoding="utf-8"))
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY rowid"
        names = [name for (name,) in db.execute(query) if not name.startswith(("search", "sqlite_"))]
        return {name: _table(db, name) for name in names if name not in LEFT_OUT}


def typed(batches: Iterator[pa.RecordBatch], table: Table) -> Iterator[pa.RecordBatch]:
    """Turn encoded rows of one table into its columns, with their place of reading before them."""
    schema = placed(table)
    skip = (table.name, table.columns[0][0]) == ARRIVAL
    for batch in batches:
        rows = [_CELLS.decode(cells)[skip:] for cells in batch.column("cells").to_pylist()]
        places = [batch.column(name) for name in ("file", "n")]
        columns = [pa.array(cells, kind) for cells, kind in zip(zip(*rows, strict=True), schema.types[2:], strict=True)]
        if rows:
            yield pa.record_batch([*places, *columns], schema)


def placed(table: Table) -> pa.Schema:
    """Give the schema of a table with `file_` and `n_` before it, by which its rows were read."""
    return pa.schema([("file_", pa.int32()), ("n_", pa.int32()), *table.schema])


def _table(db: sqlite3.Connection, name: str) -> Table:
    columns = db.execute(f"SELECT name, type, pk FROM pragma_table_info('{name}') ORDER BY cid").fetchall()
    key = sorted((pk, column) for column, _, pk in columns if pk)
    return Table(name, tuple((column, kind) for column, kind, _ in columns), tuple(column for _, column in key))
