"""`datasette CASE` works: every table, view and row of a case opens in it, and its words are searched there."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from rasad.engine.case import add_pages, fuse_case
from rasad.packs import load
from rasad.readers import read_pages
from rasad.store.db import create

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAIN = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY 1"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "small.rasad"
    pages = [page for file in sorted(EXAMPLES.glob("0[1-5]*")) for page in read_pages(file)]
    with create(path) as opened:
        add_pages(opened, pages, load(), lambda _: None)
        fuse_case(opened, load())
    return path


def ask(case: Path, address: str, **query: str) -> Any:
    """Give what Datasette answers, as data or as a page."""

    async def asked() -> Any:
        served = Datasette([str(case)])
        await served.invoke_startup()
        return await served.client.get(f"/{case.stem}{address}", params=query)

    answer = asyncio.run(asked())
    assert answer.status_code == 200, (address, answer.text[-500:])
    return answer.json() if ".json" in address else answer.text


def names(case: Path) -> list[str]:
    with sqlite3.connect(case) as db:
        found = [name for (name,) in db.execute(PLAIN)]
    db.close()
    return found


def test_every_table_and_view_opens(case: Path) -> None:
    """Also without the functions that Rasad adds to its own connections: a view that needed one would fail."""
    for name in names(case):
        rows = ask(case, f"/{name}.json", _shape="objects", _size="5")["rows"]
        assert isinstance(rows, list), name
        assert name in ask(case, f"/{name}", _size="5"), name
    for name in ("said", "told", "statement_now"):
        assert ask(case, f"/{name}.json", _shape="objects")["rows"], name


def test_a_row_leads_to_the_rows_it_points_to(case: Path) -> None:
    row: Mapping[str, Any] = ask(case, "/event_report.json", _shape="objects")["rows"][0]
    assert f"/{case.stem}/report/{row['report']}" in ask(case, "/event_report")
    assert row["report"] in ask(case, f"/report/{row['report']}")


def test_words_are_searched(case: Path) -> None:
    """The index holds folded letters: «ایران» stands for «إيران» and «ایران» alike."""
    query = "SELECT page.id FROM search JOIN page ON page.n = search.rowid WHERE search MATCH :words ORDER BY 1"
    found = [row["id"] for row in ask(case, ".json", sql=query, words="دمشق", _shape="objects")["rows"]]
    assert found == ["04-fa-raisi-damascus", "05-ar-raisi-damascus"]
    rows = ask(case, "/page.json", _fts_table="search", _fts_pk="n", _search="دمشق", _shape="objects")["rows"]
    assert sorted(row["id"] for row in rows) == found


def test_the_command_takes_the_file(case: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "datasette", str(case), "--get", f"/{case.stem}/told.json?_size=1"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert '"trigger"' in run.stdout
