"""The desk offers a search by meaning where a case has vectors, and shows whole sentences with what is read in them."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rasad.engine.meaning import embed
from rasad.web.app import make_app
from rasad.web.desk import Desk
from rasad.web.words import LANGS

HERE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client(built: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("near") / built.name
    path.write_bytes(built.read_bytes())
    embed(path, 1, lambda _: None)
    return TestClient(make_app(Desk(path)), base_url=HERE)


def test_without_vectors_it_is_not_offered(built: Path) -> None:
    plain = TestClient(make_app(Desk(built)), base_url=HERE)
    assert "by=meaning" not in plain.get("/en/search", params={"q": "Damascus"}).text
    answer = plain.get("/en/search", params={"q": "Damascus", "by": "meaning"})
    assert answer.status_code == 404
    assert "rasad embed" in answer.text


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_offered_and_leads_to_what_is_read(client: TestClient, lang: str) -> None:
    words = "the rivals reopen their embassies"
    text = client.get(f"/{lang}/search", params={"q": words}).text
    (offered,) = set(re.findall(r'href="([^"]*by=meaning[^"]*)"', text))
    text = client.get(offered.replace("&amp;", "&")).text
    assert "01-fa-beijing-statement" in text
    assert "02-ar-beijing-statement" in text
    links = re.findall(rf'href="(/{lang}/(?:event|statement|page)/[^"#]+)', text)
    assert {link.split("/")[2] for link in links} == {"event", "statement", "page"}
    assert all(client.get(link).status_code == 200 for link in sorted(set(links))[:9])


def test_it_is_data_too(client: TestClient) -> None:
    asked = {"q": "انفجار در شهر", "by": "meaning"}
    rows = json.loads(client.get("/fa/search", params={**asked, "as": "json"}).content)["rows"]
    assert len(rows) == 20
    assert [row["nearness"] for row in rows] == sorted((row["nearness"] for row in rows), reverse=True)
    assert all(row["statements"] or row["events"] for row in rows)
    page = client.get("/api/page", params={"sha256": rows[0]["page"]}).json()["rows"][0]
    assert page["text"][rows[0]["start"] : rows[0]["end"]] == rows[0]["words"]
    csv = client.get("/fa/search", params={**asked, "as": "csv"}).content.decode("utf-8-sig")
    assert csv.startswith("page,page_id,lang,outlet,start,end,words,nearness,statements,events,elsewhere\r\n")
