"""Every view answers in every language, in every form; what it cannot show it says; nothing captured is markup."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rasad.store import queries
from rasad.store.db import open_case
from rasad.web import words as desk_words
from rasad.web.app import MENU, make_app
from rasad.web.desk import Desk
from rasad.web.words import LANGS

HERE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client(built: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Desk(built)), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def events(built: Path) -> list[queries.EventLine]:
    with open_case(built) as case:
        return queries.events(case.db)


def told_twice(events: list[queries.EventLine]) -> str:
    return max(events, key=lambda event: (event.pages, event.id)).id


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", MENU)
def test_views_answer(client: TestClient, lang: str, view: str) -> None:
    answer = client.get(f"/{lang}/{view}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}" dir="{"ltr" if lang == "en" else "rtl"}">' in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("lang", LANGS)
def test_things_answer(client: TestClient, lang: str, events: list[queries.EventLine]) -> None:
    event = told_twice(events)
    actor = next(one.id for line in events for one in line.actors)
    asked = (f"event/{event}", f"compare/{event}", f"actor/{actor}", "page/05-ar-raisi-damascus", "search?q=دمشق")
    for address in asked:
        assert client.get(f"/{lang}/{address}").status_code == 200, address


def test_every_link_of_the_desk_leads_somewhere(client: TestClient) -> None:
    left = ["/en/events"]
    seen: set[str] = set()
    while left and len(seen) < 150:
        address = left.pop(0)
        if address in seen or "as=" in address:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        found = re.findall(r'href="(/en/[^"#]*)', answer.text)
        left += [one.replace("&amp;", "&") for one in found if one.count("&amp;") < 2]
    assert len(seen) == 150


@pytest.mark.parametrize("view", [*MENU, "hearing"])
def test_views_are_data_too(client: TestClient, view: str) -> None:
    whole = json.loads(client.get(f"/en/{view}?as=json").content)
    rows = list(csv.reader(io.StringIO(client.get(f"/en/{view}?as=csv").content.decode("utf-8-sig"))))
    assert len(rows) > 1 or view == "contradictions"
    if whole.get("rows"):
        assert rows[0] == list(whole["rows"][0])
        assert len(rows) == len(whole["rows"]) + 1


def test_queues_are_what_waits(client: TestClient, events: list[queries.EventLine]) -> None:
    rows = json.loads(client.get("/en/review?status=planned&as=json").content)["rows"]
    assert {row["id"] for row in rows} == {event.id for event in events if event.status == "planned"}
    said = json.loads(client.get("/en/hearing?stance=denies&as=json").content)["rows"]
    assert said == json.loads(client.get("/en/statements?stance=denies&as=json").content)["rows"]


def test_the_filters_are_the_rows(client: TestClient, events: list[queries.EventLine]) -> None:
    def ids(query: str) -> set[str]:
        return {row["id"] for row in json.loads(client.get(f"/en/events?{query}&as=json").content)["rows"]}

    assert ids("") == {event.id for event in events}
    assert ids("type=CONSULT&type=AGREE") == {e.id for e in events if e.type in ("CONSULT", "AGREE")}
    assert ids("status=planned") == {e.id for e in events if e.status == "planned"}
    raisi = {e.id for e in events if "per-ebrahim-raisi" in {p.id for p in (*e.actors, *e.recipients)}}
    assert ids("actor=per-ebrahim-raisi") == raisi
    assert raisi <= ids("who=رئيسي")
    assert ids("from=2023-05-03&to=2023-05-03") == {
        e.id for e in events
        if (e.date.latest or "9") >= "2023-05-03" and (e.date.earliest or "0") <= "2023-05-03"
    }  # fmt: skip
    assert ids("type=CONSULT&status=planned") == ids("type=CONSULT") & ids("status=planned")


def test_facets_count_what_they_lead_to(client: TestClient) -> None:
    text = client.get("/en/events?lang=fa").text
    pattern = r'<a href="([^"]+)"><span class="label"><bdi>[^<]*</bdi></span> <span class="count">(\d+)<'
    found = re.findall(pattern, text)
    assert len(found) > 20
    for address, count in found[:25]:
        address = address.replace("&amp;", "&")
        rows = json.loads(client.get(f"{address}&as=json").content)["rows"]
        assert len(rows) == int(count), address


def test_a_part_leads_to_its_whole_and_back(client: TestClient, events: list[queries.EventLine], built: Path) -> None:
    with open_case(built) as case:
        part, whole = case.db.execute("SELECT event, whole FROM event_part ORDER BY 1 LIMIT 1").fetchone()
    assert f"/en/event/{whole}" in client.get(f"/en/event/{part}").text
    assert f"/en/event/{part}" in client.get(f"/en/event/{whole}").text


def test_the_timeline_keeps_to_the_days_asked_for(client: TestClient) -> None:
    text = client.get("/fa/timeline?from=2023-04&to=2023-05").text
    ticks = re.findall(r'<text x="[\d.]+" y="32">([^<]+)</text>', text)
    assert ticks
    assert {tick[:4] for tick in ticks} <= {"۲۰۲۳"}


def test_what_is_not_there(client: TestClient) -> None:
    for address in ("/en/event/ffffffff", "/fa/page/none", "/ar/actor/nobody", "/en/compare/x"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "<h1>" in answer.text
    for address in ("/de/events", "/en/nothing", "/en/events/../../etc", "/static/../app.py", "/static/%2e%2e/app.py"):
        assert client.get(address).status_code == 404
    assert client.get("/en/events?page=99999999999&from=x&lang=%00").status_code == 200


def test_the_first_page_speaks_the_browsers_language(client: TestClient) -> None:
    answer = client.get("/", headers={"accept-language": "fa-IR,en;q=0.5"}, follow_redirects=False)
    assert answer.headers["location"] == "/fa/events"


@pytest.mark.parametrize("page", ["script", "bidi", "nested", "ansi"])
def test_hostile_pages_are_text(client: TestClient, page: str) -> None:
    text = client.get(f"/en/page/{page}").text
    assert "<script>document" not in text
    assert "<img src=x" not in text
    assert page != "script" or "{{ 7*7 }} ${7*7} &lt;b&gt;" in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b\x07\x9b]", text)
    assert text.count("<div>") < 500


def test_no_cell_is_a_formula(client: TestClient) -> None:
    from rasad.web.render import Shown, as_csv

    assert "'=1+1" in as_csv(Shown("", {}, [{"a": "=1+1"}]))
    rows: list[dict[str, Any]] = [{"a": -1, "b": ["x", "y"]}]
    assert as_csv(Shown("", {}, rows)).splitlines()[1] == "-1,x; y"


def found_by(client: TestClient, words: str) -> set[str]:
    answer = client.get("/en/search", params={"q": words, "as": "json"})
    return {row["page_id"] for row in json.loads(answer.content)["rows"]}


def test_a_search_in_one_script_finds_the_others(client: TestClient) -> None:
    both = {"04-fa-raisi-damascus", "05-ar-raisi-damascus"}
    for words in ("Raisi Damascus", "Raeisi Damascus", "ابراهیم رئیسی دمشق", "إبراهيم رئيسي دمشق"):
        assert both <= found_by(client, words), words
    assert "14-ar-erbil" in found_by(client, "سپاه پاسداران")


def test_an_article_makes_another_word_of_a_name(client: TestClient) -> None:
    """«إلى المحتوى الرئيسي» in a menu does not name Raisi."""
    assert "06-ar-arab-league" not in found_by(client, "Raisi")


def test_a_search_finds_events_by_what_they_are(client: TestClient, events: list[queries.EventLine]) -> None:
    def ids(words: str) -> set[str]:
        answer = client.get("/en/events", params={"q": words, "as": "json"})
        return {row["id"] for row in json.loads(answer.content)["rows"]}

    raisi = {e.id for e in events if "per-ebrahim-raisi" in {p.id for p in (*e.actors, *e.recipients)}}
    visits = {e.id for e in events if e.mode == "visit" and e.place == "Damascus"} & raisi
    assert visits
    assert ids("Raisi visit Damascus") == ids("سفر ابراهیم رئیسی دمشق") == visits
    assert ids("Raisi quidditch") == set()
    text = client.get("/fa/search", params={"q": "Raisi visit Damascus"}).text
    assert f"/fa/event/{min(visits)}" in text
    assert "ابراهیم رئیسی" in text


def test_a_cluster_of_the_map_leads_to_its_part(client: TestClient) -> None:
    text = client.get("/fa/map").text
    assert len(re.findall(r'<circle class="dot', text)) >= 3
    near = client.get("/fa/map", params={"near": "35,33,37,35", "status": "actual"}).text
    (whole,) = re.findall(r'href="([^"]*)">همهٔ نقشه', near)
    assert whole == "/fa/map?status=actual"
    assert "دمشق" in near
    assert "همهٔ نقشه" not in client.get("/fa/map", params={"near": "x"}).text


def test_an_actor_is_not_named_by_verbs_and_pronouns(client: TestClient, built: Path) -> None:
    from rasad.store.often import names_of

    with open_case(built) as case:
        query = """SELECT w.entity, w.quote FROM statement_party w JOIN statement s ON s.id = w.statement
                   WHERE w.side = 'speaker' AND w.quote = s.verb_quote"""
        found = case.db.execute(query).fetchall()
        assert found
        for entity, verb in found:
            assert verb not in {name for name, _, _ in names_of(case.db, entity)}
        kept = {name for name, _, _ in names_of(case.db, "per-bashar-al-assad")}
    assert any("الأسد" in name for name in kept)


def test_names_of_outlets_and_offices_are_told_in_the_language() -> None:
    from rasad.web.names import translated

    assert translated("Presidency of Syria", "fa") == "نهاد ریاست جمهوری (سوریه)"
    assert translated("Prime Minister's Office of Iraq", "ar").endswith("(العراق)")
    assert translated("Reuters", "ar") == "رويترز"
    assert translated("Sahand Khabar", "fa") == "Sahand Khabar"
    assert translated("Bank of Nowhere", "fa") == "Bank of Nowhere"


def test_every_stance_has_a_word() -> None:
    columns = tomllib.loads(Path(str(files("rasad.packs").joinpath("tables.toml"))).read_text("utf-8"))
    stances = columns["speech"]["stance"].removeprefix("one ").split()
    assert "praises" in stances
    for lang in LANGS:
        assert {stance for stance in stances if f"stance.{stance}" not in desk_words.words(lang).of} == set()


def test_sources_count_the_events_of_pages_without_an_outlet(client: TestClient, built: Path) -> None:
    rows = json.loads(client.get("/en/sources?as=json").content)["rows"]
    counted = {row["outlet"]: row["events"] for row in rows}
    with open_case(built) as case:
        told = "SELECT m.event FROM event_report m JOIN page p ON p.sha256 = m.page WHERE coalesce(p.outlet, '') = ?"
        for outlet in counted:
            assert counted[outlet] == len(set(case.db.execute(told, (outlet,)))), outlet
    assert counted[""] > 10
