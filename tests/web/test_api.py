"""The tables as JSON are what the document says of them; and a masked name is on no screen and in no answer."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient

from rasad.engine.case import fuse_case
from rasad.engine.judging import write_down
from rasad.ledger.lines import Judgement, Target
from rasad.packs import load
from rasad.store import queries
from rasad.store.db import create, open_case
from rasad.web.api import HIDDEN, schema_words, tables
from rasad.web.app import MENU, make_app
from rasad.web.desk import Desk

MASKED = "per-bashar-al-assad"
NAMES = ("Bashar al-Assad", "بشار الأسد", "بشار اسد", "بشار الاسد", MASKED)


@pytest.fixture(scope="module")
def client(built: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Desk(built)), base_url="http://127.0.0.1") as client:
        yield client


def test_every_table_answers_as_described(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    assert len(document["paths"]) > 20
    filled = 0
    for path, item in document["paths"].items():
        rows = client.get(f"{path}?limit=1000").json()["rows"]
        schema = document["components"]["schemas"][item["get"]["operationId"]]
        filled += bool(rows)
        for row in rows:
            jsonschema.validate(row, schema)
    assert filled > 18


def test_the_document_knows_what_the_schema_says(built: Path) -> None:
    with open_case(built) as case:
        for name in tables(case.db):
            assert schema_words()[name].about, name
    assert schema_words()["report"].columns["clock"].startswith("HH:MM")


def test_any_program_reads_the_file(built: Path) -> None:
    """Datasette and its like have SQLite alone: no table, view or index of a case needs a function of ours."""
    db = sqlite3.connect(f"file:{built}?mode=ro", uri=True)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    for name in names:
        db.execute(f"SELECT * FROM {name} LIMIT 5").fetchall()
    assert {"event", "said", "told"} <= set(names)
    assert db.execute("SELECT count(*) FROM search WHERE search MATCH 'ایران'").fetchone()[0] > 0
    db.close()


def test_rows_are_asked_for_by_keys(client: TestClient) -> None:
    first = client.get("/api/event?limit=1").json()["rows"][0]
    assert client.get(f"/api/event?id={first['id']}").json()["rows"] == [first]
    parties = client.get(f"/api/event_party?event={first['id']}").json()["rows"]
    assert parties
    assert {row["event"] for row in parties} == {first["id"]}
    assert len(client.get("/api/trigger?limit=5&offset=5").json()["rows"]) == 5


@pytest.mark.parametrize("asked", ["sqlite_master", *HIDDEN, "no", "event?status=x", "event?limit=-1", "event?1=1"])
def test_what_is_not_given(client: TestClient, asked: str) -> None:
    assert client.get(f"/api/{asked}").status_code == (400 if "?" in asked else 404)


def test_a_masked_name_is_nowhere(case: Path) -> None:
    with open_case(case) as opened:
        before = [e.id for e in queries.events(opened.db) if MASKED in {p.id for p in (*e.actors, *e.recipients)}]
    assert before
    with create(case) as opened:
        write_down(opened, Judgement("mask", Target(actors=(MASKED,)), None, "", "a test"))
        fuse_case(opened, load())
    with TestClient(make_app(Desk(case)), base_url="http://127.0.0.1") as client:
        pages = [f"/{lang}/{view}{form}" for lang in ("en", "fa") for view in MENU for form in ("", "?as=json")]
        pages += [f"/en/event/{event}" for event in before] + [f"/en/compare/{event}?as=csv" for event in before]
        pages += ["/ar/page/05-ar-raisi-damascus", "/en/page/04-fa-raisi-damascus?as=json", "/en/search?q=رئيسي"]
        pages += list(client.get("/api/openapi.json").json()["paths"])
        pages += ["/en/events?who=assad", f"/api/report_party?entity={MASKED}"]
        shown = {page: client.get(page).text for page in pages}
    found = [(page, name) for page, text in shown.items() for name in NAMES if name in text.replace("\\/", "/")]
    assert [one for one in found if "judgement" not in one[0]] == []
    assert f"/en/actor/{MASKED}" not in shown
