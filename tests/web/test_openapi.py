"""The desk answers as its OpenAPI document says, whatever is asked: `make fuzz` asks more."""

import os
import sqlite3
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from fuzz import desk as fuzz
from rasad.web.app import make_app
from rasad.web.desk import Desk

EXAMPLES = int(os.environ.get("RASAD_DESK_EXAMPLES", "3"))
"""Of each table, beside the edges of each parameter, and some more of each view: 40 seconds of a processor in all."""


def ids(case: Path) -> list[str]:
    """Give some ids of the case."""
    db = sqlite3.connect(case)
    columns = (("event", "id"), ("report", "id"), ("statement", "id"), ("page", "sha256"), ("page", "id"))
    found = [one for table, key in columns for (one,) in db.execute(f"SELECT {key} FROM {table} ORDER BY 1 LIMIT 3")]
    db.close()
    return found


def test_tables_answer_as_described(built: Path) -> None:
    tried = fuzz.tables(built, EXAMPLES)
    assert tried.faults == ()
    assert tried.statuses[200] > 500
    assert tried.statuses[400] > 500
    assert {*tried.statuses} <= {200, 400, 405}


def test_views_answer_whatever_is_asked(case: Path) -> None:
    tried = fuzz.views(case, ids(case), 7 * EXAMPLES)
    assert tried.faults == ()
    assert tried.statuses[200] > 100
    assert tried.statuses[303] > 10


def test_what_is_asked_wrongly_is_said_as_json(built: Path) -> None:
    with TestClient(make_app(Desk(built)), base_url="http://127.0.0.1") as client:
        for asked, status, said in (
            ("event?limit=1001", 400, "limit: '1001' is no whole number from 0 to 1000."),
            ("event?limit=5&limit=5", 400, "limit: is asked for twice."),
            ("event?status=x", 400, "status: rows of event cannot be asked for by this."),
            ("passing?n=1.5", 400, "n: '1.5' is no whole number."),
            ("none", 404, "none: there is no such table for readers. /api/openapi.json lists them."),
        ):
            answer = client.get(f"/api/{asked}")
            assert (answer.status_code, answer.json()) == (status, {"error": said})


def test_a_case_that_is_gone_is_said_as_json(case: Path) -> None:
    with TestClient(make_app(Desk(case)), base_url="http://127.0.0.1") as client:
        case.unlink()
        answer = client.get("/api/event")
        assert answer.status_code == 503
        assert "there is no such case" in answer.json()["error"]


def test_tables_that_others_put_into_a_case_are_not_given(case: Path) -> None:
    with sqlite3.connect(case) as db:
        db.execute("""CREATE TABLE "x'; --" (a TEXT)""")
        db.execute("CREATE TABLE mine (a TEXT)")
    db.close()
    with TestClient(make_app(Desk(case)), base_url="http://127.0.0.1") as client:
        assert "/api/mine" not in client.get("/api/openapi.json").json()["paths"]
        assert client.get("/api/mine").status_code == 404


def test_a_file_is_named_in_plain_letters(case: Path) -> None:
    """Pages are called as their files are, in any script."""
    with sqlite3.connect(case) as db:
        db.execute("UPDATE page SET id = 'دمشق' WHERE id = '05-ar-raisi-damascus'")
        assert db.total_changes == 1
    db.close()
    with TestClient(make_app(Desk(case)), base_url="http://127.0.0.1") as client:
        answer = client.get("/en/page/دمشق?as=csv")
        assert answer.headers["content-disposition"] == 'attachment; filename="page.csv"'


@pytest.mark.parametrize(
    "wrong",
    [
        {"token": "ä"}, {"token": ""}, {"kind": "undo", "line": "9" * 5000}, {"kind": "undo", "line": "²"},
        {"kind": "x" * 5000}, {"event": "\x00"}, {"kind": "edit", "field": "date", "value": "9" * 5000},
        {"start": "٣", "end": "9" * 5000},
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_form_is_told_where_it_came_from(case: Path, wrong: dict[str, str]) -> None:
    desk = Desk(case)
    form = {"token": desk.token, "kind": "accept", "event": "none"}
    with TestClient(make_app(desk), base_url="http://127.0.0.1") as client:
        answer = client.post("/en/judge", data=form | wrong, follow_redirects=False)
    assert answer.status_code == 303
    assert "wrong=" in answer.headers["location"]
    assert len(answer.headers["location"]) < 2000


def test_no_route_takes_what_the_guard_does_not_look_at(built: Path) -> None:
    routes = [route for route in make_app(Desk(built)).routes if isinstance(route, Route)]
    assert len(routes) > 5
    for route in routes:
        assert route.methods in ({"GET", "HEAD"}, {"POST"})
