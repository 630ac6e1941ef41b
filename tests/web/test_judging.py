"""What is judged on the desk is a line of the ledger, as if the command had written it; and the case takes it up."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from rasad.cli import main
from rasad.engine.values import days
from rasad.errors import CaseError
from rasad.ledger import book
from rasad.store import browse, judgements, queries
from rasad.store.db import open_case
from rasad.store.statements import statements as all_statements
from rasad.store.verify import verify
from rasad.web.app import make_app
from rasad.web.desk import Desk

LONG = 60.0


@pytest.fixture
def desk(case: Path) -> Desk:
    return Desk(case)


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk), base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


def some_event(desk: Desk) -> queries.EventLine:
    with desk.case() as case:
        return next(event for event in queries.events(case.db) if event.type == "CONSULT" and event.actors)


def send(client: TestClient, desk: Desk, **form: str) -> dict[str, list[str]]:
    answer = client.post("/en/judge", data={"token": desk.token, "back": "review", "next": "", **form})
    assert answer.status_code == 303
    return parse_qs(urlsplit(answer.headers["location"]).query)


def test_accept_is_written_and_taken_up(client: TestClient, desk: Desk) -> None:
    event = some_event(desk)
    assert send(client, desk, kind="accept", event=event.id, who="a reader")["line"] == ["1"]
    assert event.id in desk.waiting()
    assert desk.taking_up.wait(LONG)
    with desk.case() as case:
        (line,) = judgements.judgements(case.db)
        assert (line.kind, line.state, line.who) == ("accept", "holds", "a reader")
        assert book.check(desk.path, judgements.applied(case.db)) == []
        assert verify(case.db).wrong == ()
        assert desk.pending(case.db) == 0
    assert desk.waiting() == set()
    assert client.get(f"/en/review?at={event.id}").status_code == 200


def test_undo_takes_back(client: TestClient, desk: Desk) -> None:
    event = some_event(desk)
    send(client, desk, kind="accept", event=event.id)
    send(client, desk, kind="undo", event=event.id, line="1")
    assert event.id not in desk.waiting()
    assert desk.taking_up.wait(LONG)
    with desk.case() as case:
        assert [line.state for line in judgements.judgements(case.db)] == ["undone", "holds"]


def test_reject_needs_a_reason_and_removes(client: TestClient, desk: Desk) -> None:
    event = some_event(desk)
    assert "reason" in send(client, desk, kind="reject", event=event.id)["wrong"][0]
    send(client, desk, kind="reject", event=event.id, reason="no meeting at all")
    assert desk.taking_up.wait(LONG)
    with desk.case() as case:
        assert event.id not in {one.id for one in queries.events(case.db)}


def test_words_selected_on_the_page_become_the_value(client: TestClient, desk: Desk) -> None:
    """A selection inside a name that was read takes that party; one of a name in the register takes its bearer."""
    with desk.case() as case:
        row = case.db.execute(
            """SELECT m.event, p.page, p.start, p."end", p.entity FROM report_party p
               JOIN event_report m ON m.report = p.report WHERE p.entity = 'per-bashar-al-assad' LIMIT 1"""
        ).fetchone()
    event, page, start, end, entity = row
    form = {"event": event, "field": "recipients", "page": page, "start": str(start), "end": str(end), "value": "x"}
    send(client, desk, kind="edit", **form)
    send(client, desk, kind="edit", event=event, field="place", value="طهران", reason="said in the lead")
    send(client, desk, kind="edit", event=event, field="date", value="۱۴۰۲/۰۲/۱۳", reason="said in the lead")
    assert desk.taking_up.wait(LONG)
    with desk.case() as case:
        found = queries.event(case.db, event)
        assert [one.id for one in found.recipients] == [entity]
        assert (found.place, found.date.earliest, found.date.latest) == ("Tehran", "2023-05-03", "2023-05-03")
        assert judgements.edits(case.db, event)[0].reason.startswith(f"selected [{start}, {end}) of")


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "accept", "token": "guessed"},
        {"kind": "mask"},
        {"kind": "edit", "field": "pages", "value": "1", "reason": "x"},
        {"kind": "edit", "field": "date", "value": "soon", "reason": "x"},
        {"kind": "undo", "line": "7"},
        {"kind": "undo", "line": "-1"},
        {"kind": "accept", "event": "ffff"},
    ],
)
def test_what_is_wrong_writes_nothing(client: TestClient, desk: Desk, form: dict[str, str]) -> None:
    assert send(client, desk, **{"event": some_event(desk).id, **form})["wrong"]
    assert not book.path_of(desk.path).exists()


def test_skipping_goes_through_all(client: TestClient, desk: Desk) -> None:
    seen, address = [], "/en/review?type=CONSULT"
    with open_case(desk.path) as case:
        wanted = {one.id for one in queries.events(case.db, queries.Filters(type="CONSULT"))}
    for _ in wanted:
        text = client.get(address).text
        seen.append(text.partition('name="event" value="')[2].partition('"')[0])
        address = text.partition('data-key="s"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert set(seen) == wanted


def test_a_form_of_another_page_is_refused(client: TestClient, desk: Desk) -> None:
    form = {"token": desk.token, "kind": "accept", "event": some_event(desk).id}
    assert client.post("/en/judge", data=form, headers={"origin": "http://example.org"}).status_code == 403
    assert client.post("/en/judge", data=form, headers={"host": "example.org"}).status_code == 421
    assert not book.path_of(desk.path).exists()


def test_back_leads_nowhere_else(client: TestClient, desk: Desk) -> None:
    form = {"token": desk.token, "kind": "accept", "back": "event", "event": "//example.org"}
    answer = client.post("/en/judge", data=form)
    assert answer.headers["location"].startswith("/en/event/?wrong=")


@pytest.mark.parametrize("text", ["", "..", "../..", "/"])
def test_no_day_is_no_date(text: str) -> None:
    with pytest.raises(CaseError, match="no day"):
        days(text)


def test_a_corrected_statement_is_shown_as_it_holds(client: TestClient, desk: Desk) -> None:
    with desk.case() as case:
        said = next(one for one in all_statements(case.db) if one.stance == "asserts" and one.lang == "fa")
    how = ["--reason", "a test"]
    main(["correct", str(desk.path), f"{said.id}.speaker", "per-bashar-al-assad", *how], standalone_mode=False)
    main(["correct", str(desk.path), f"{said.id}.stance", "denies", *how], standalone_mode=False)
    rows = client.get("/en/statements?as=json&stance=denies").json()["rows"]
    (row,) = (one for one in rows if one["id"] == said.id)
    assert (row["speaker_id"], row["stance"]) == ("per-bashar-al-assad", "denies")
    main(["reject", str(desk.path), said.id, *how], standalone_mode=False)
    assert said.id not in {one["id"] for one in client.get("/en/statements?as=json").json()["rows"]}


def some_statement(desk: Desk) -> tuple[str, str]:
    """Give a statement of the Arabic page of Damascus, and its page."""
    with desk.case() as case:
        found = next(one for one in all_statements(case.db) if one.page_id == "05-ar-raisi-damascus")
        return found.id, found.page


def hear(client: TestClient, desk: Desk, identity: str, **form: str) -> dict[str, list[str]]:
    return send(client, desk, statement=identity, **{"back": "hearing", **form})


def test_a_statement_is_accepted_and_is_not_asked_for_again(client: TestClient, desk: Desk) -> None:
    identity, _ = some_statement(desk)
    before = client.get(f"/en/hearing?at={identity}").text
    assert f'name="statement" value="{identity}"' in before
    assert hear(client, desk, identity, kind="accept", who="a reader")["line"] == ["1"]
    assert identity in desk.waiting()
    assert desk.taking_up.wait(LONG)
    with desk.case() as case:
        held = desk.holdings(case.db)
        assert held.heard == held.statements.set_of([held.statements.row[identity]])
        (line,) = judgements.judgements(case.db, identity, "statement")
        assert (line.kind, line.state) == ("accept", "holds")
    assert "a reader" in client.get(f"/fa/statement/{identity}").text


def test_the_speaker_of_a_statement_is_put_right_by_selected_words(client: TestClient, desk: Desk) -> None:
    identity, page = some_statement(desk)
    with desk.case() as case:
        (text,) = case.db.execute("SELECT text FROM page WHERE sha256 = ?", (page,)).fetchone()
    start = text.index("بشار الأسد")
    words = {"field": "speaker", "value": "بشار الأسد", "page": page, "start": str(start), "end": str(start + 10)}
    assert hear(client, desk, identity, kind="edit", **words)["done"] == ["edit"]
    assert hear(client, desk, identity, kind="edit", field="stance", value="denies", reason="r")["done"] == ["edit"]
    assert desk.taking_up.wait(LONG)
    with desk.case() as case:
        found = next(one for one in all_statements(case.db) if one.id == identity)
        assert (found.speaker.id, found.stance, found.ledger) == ("per-bashar-al-assad", "denies", (1, 2))
        other = next(one for one in all_statements(case.db) if one.id != identity)
    listed_as_they_hold(desk)
    assert hear(client, desk, other.id, kind="reject", reason="r")["done"] == ["reject"]
    assert desk.taking_up.wait(LONG)
    listed_as_they_hold(desk)
    shown = client.get(f"/en/statement/{identity}").text
    assert "Bashar al-Assad" in shown
    assert "<ins><bdi>denies</bdi></ins>" in shown


def listed_as_they_hold(desk: Desk) -> None:
    """What lists are filtered by is what the view of statements says, row for row."""
    query = """SELECT s.id, s.form, s.stance, s.verb_quote, p.lang, coalesce(p.outlet, ''),
                      coalesce(p.published, p.retrieved, p.shown_on) AS day, s.speaker_id, s.speaker,
                      s.speaker_country, s.speaker_quote, s.addressee_id, s.addressee, s.addressee_quote
               FROM statement_now s JOIN page p ON p.sha256 = s.page ORDER BY day IS NULL, day, p.id, s.page, s.n"""
    with desk.case() as case:
        assert list(browse.statements(case.db)) == case.db.execute(query).fetchall()


def test_a_rejected_statement_is_in_no_list_but_keeps_its_page(client: TestClient, desk: Desk) -> None:
    identity, _ = some_statement(desk)
    assert "wrong" in hear(client, desk, identity, kind="reject")
    assert hear(client, desk, identity, kind="reject", reason="no statement")["done"] == ["reject"]
    assert desk.taking_up.wait(LONG)
    assert identity not in client.get("/en/statements?as=json").text
    assert "rejected" in client.get(f"/en/statement/{identity}").text
    assert hear(client, desk, identity, kind="undo", line="1")["done"] == ["undo"]
    assert desk.taking_up.wait(LONG)
    assert identity in client.get("/en/statements?as=json").text


@pytest.mark.parametrize("form", [{"kind": "edit", "field": "date"}, {"kind": "merge"}, {"kind": "edit", "field": ""}])
def test_what_is_no_judgement_on_a_statement_is_said(client: TestClient, desk: Desk, form: dict[str, str]) -> None:
    identity, _ = some_statement(desk)
    assert "is no judgement" in hear(client, desk, identity, value="x", reason="r", **form)["wrong"][0]
    assert "no such statement" in hear(client, desk, "zzzz", kind="accept")["wrong"][0]
