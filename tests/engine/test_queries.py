"""The queries of the docs answer what the desk is asked, on the tables as they are."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rasad.engine import serial
from rasad.engine.case import add_pages, fuse_case
from rasad.engine.spark.tables import ARRIVAL, tables
from rasad.packs import load
from rasad.readers import read_pages
from rasad.store.db import create

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "ask-the-tables.md").read_text(encoding="utf-8")
QUERIES = {
    f"{heading.strip()} {n}": query
    for heading, body in re.findall(r"^## (.*)\n((?:(?!^## ).*\n)*)", PAGE, re.MULTILINE)
    for n, query in enumerate(re.findall(r"```sql\n(.*?)```", body, re.DOTALL))
}
VIEWS = {path.stem for path in (ROOT / "src" / "rasad" / "web" / "views").glob("[a-z]*.py")}
ANSWERED = {"hearing": "review"}
"""A view whose question stands with that of another."""
NOTHING = ("What could not be read", "How do its pages tell it? (Compare) 1")
"""Of the examples all pages can be read, and no two pages of its fullest event repeat each other."""

Rows = list[tuple[object, ...]]
Ask = Callable[[str], Rows]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "examples.rasad"
    packs = load()
    with create(path) as made:
        add_pages(made, read_pages(ROOT / "examples"), packs, lambda _: None, lambda pages: serial.run(pages, packs))
        fuse_case(made, packs)
    return path


@pytest.fixture(scope="module")
def folder(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a case as Spark writes them; `test_spark.py` holds Spark to the same rows."""
    folder = tmp_path_factory.mktemp("tables")
    with sqlite3.connect(case) as db:
        for name, table in tables().items():
            columns = [f'"{column}"' for column, _ in table.columns if (name, column) != ARRIVAL]
            rows = db.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall()
            cells = zip(*rows, strict=True) if rows else ([] for _ in columns)
            arrays = [pa.array(some, kind) for some, kind in zip(cells, table.schema.types, strict=True)]
            (folder / name).mkdir()
            pq.write_table(pa.table(arrays, schema=table.schema), folder / name / "part-0.parquet")
    return folder


@pytest.fixture(scope="module")
def values(case: Path) -> dict[str, str]:
    """What is filled into the queries: the event of most pages, and what goes with it."""
    with sqlite3.connect(case) as db:
        (event,) = db.execute("SELECT id FROM event ORDER BY pages DESC, id LIMIT 1").fetchone()
        (page,) = db.execute("SELECT page FROM event_report WHERE event = ? ORDER BY 1", (event,)).fetchone()
        (actor,) = db.execute("SELECT entity FROM event_party GROUP BY 1 ORDER BY count(*) DESC, 1").fetchone()
        (statement,) = db.execute("SELECT statement FROM statement_via ORDER BY 1").fetchone()
    return {"event": event, "page": page, "actor": actor, "statement": statement, "word": "%سوری%"}


def filled(query: str, values: dict[str, str]) -> str:
    return re.sub(r"\$(\w+)", lambda name: f"'{values[name[1]]}'", query)


def same(some: Rows, others: Rows) -> bool:
    """Tell whether the rows are the same; what knows no day comes first in one program and last in another."""
    return sorted(some, key=repr) == sorted(others, key=repr)


def in_duckdb(folder: Path) -> Ask:
    db = duckdb.connect()
    for table in folder.iterdir():
        db.execute(f"CREATE VIEW {table.name} AS SELECT * FROM '{table}/*.parquet'")
    return lambda query: db.execute(query).fetchall()


def in_polars(folder: Path) -> Ask:
    frames = {table.name: polars.scan_parquet(f"{table}/*.parquet") for table in folder.iterdir()}
    return lambda query: polars.SQLContext(frames).execute(query, eager=True).rows()


def in_sqlite(case: Path) -> Ask:
    return lambda query: sqlite3.connect(case).execute(query).fetchall()


def test_every_view_of_the_desk_has_its_question() -> None:
    said = re.sub(r"\W+", " ", " ".join(QUERIES)).lower()
    assert {view for view in VIEWS if ANSWERED.get(view, view).removesuffix("s") not in said} == set()


@pytest.mark.parametrize("question", QUERIES)
def test_duckdb_gives_the_rows_of_the_case(question: str, case: Path, folder: Path, values: dict[str, str]) -> None:
    query = filled(QUERIES[question], values)
    found = in_duckdb(folder)(query)
    assert same(found, in_sqlite(case)(query))
    assert found or question.startswith(NOTHING)


@pytest.mark.parametrize("question", QUERIES)
def test_polars_gives_the_same_rows(question: str, case: Path, folder: Path, values: dict[str, str]) -> None:
    query = filled(QUERIES[question], values)
    assert same(in_polars(folder)(query), in_sqlite(case)(query))
