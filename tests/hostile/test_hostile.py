"""Hostile pages through readers, store, each export, desk and site: counted, escaped, kept inside."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from hostile.attack import MARK
from hostile.corpus import attacks
from rasad.cli import main
from rasad.engine.exporting import formats
from rasad.model import Page
from rasad.readers import SetAside, read_pages, readers
from rasad.store.db import open_case
from rasad.web.app import MENU, make_app
from rasad.web.desk import Desk

pytestmark = pytest.mark.xdist_group("hostile")

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]")
LEADING = ("href", "src", "action", "formaction", "data", "xlink:href")
AWAY = re.compile(rf"[\x00-\x20]*((javascript|data|vbscript|file):|//|https?://{MARK})")
FORBIDDEN = ("iframe", "object", "embed", "base", "math", "plaintext", "template", "noscript", "textarea", "frameset")
IN_SITE = ("text-markup", "line-", "text-sign-0")
RESTS = (".rasad", ".rasad-wal", ".rasad-shm")


def run(*args: object) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the hostile pages in `pages` and the case built of them."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "pages").mkdir()
    for attack in attacks():
        (home / "pages" / attack.file).write_bytes(attack.data)
    built = run("build", home / "pages", "-o", home / "case.rasad")
    assert built.exit_code == 1, built.output
    return home


@pytest.fixture(scope="module")
def case(home: Path) -> Path:
    return home / "case.rasad"


def under(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_there_are_many_and_every_reader_has_its_share() -> None:
    found = attacks()
    assert len(found) >= 500
    endings = {one.file.rpartition(".")[2] for one in found}
    assert endings >= {"txt", "html", "jsonl", "json", "xml", "warc", "mhtml", "parquet", "gz", "zip"}
    assert len(readers()) == 9, "a new reader wants its own attacks"


def test_every_file_is_read_or_set_aside_and_nothing_is_lost(home: Path, case: Path) -> None:
    texts, asides, silent = set(), set(), []
    for path in sorted((home / "pages").iterdir()):
        found = list(read_pages(path))
        silent += [] if found else [path.name]
        texts |= {one.sha256 for one in found if isinstance(one, Page)}
        asides |= {(one.path, one.line or 0, one.why) for one in found if isinstance(one, SetAside)}
        assert all(one.why and one.what_to_do for one in found if isinstance(one, SetAside))
    assert silent == []
    with open_case(case) as opened:
        assert {sha for (sha,) in opened.db.execute("SELECT sha256 FROM page")} == texts
        assert set(opened.db.execute("SELECT path, line, why FROM set_aside")) == asides
        reached = opened.db.execute("SELECT count(*) FROM event_report").fetchone()[0]
    assert reached > 200, "hostile words must reach events, or the rest of this file tests nothing"
    assert not [why for _, _, why in asides if "cannot be analysed" in why]


def test_what_was_built_is_sound_and_building_again_changes_nothing(home: Path, case: Path) -> None:
    assert run("verify", case).exit_code == 0
    with open_case(case) as opened:
        before = list(opened.db.iterdump())
    assert "0 new pages" in run("build", home / "pages", "-o", case).stderr
    with open_case(case) as opened:
        assert list(opened.db.iterdump()) == before


@pytest.mark.parametrize("form", formats())
def test_an_export_is_sound_and_stays_in_its_folder(form: str, home: Path, case: Path) -> None:
    out, around = home / "out" / form, under(home)
    assert run("export", case, form, "-o", out).exit_code == 0
    new = {name for name in under(home) - around if not name.endswith(RESTS)}
    assert all(name == "out" or name.startswith(f"out/{form}") for name in new), new
    for path in out.rglob("*"):
        check_file(path)


def test_a_brief_is_sound(home: Path, case: Path) -> None:
    assert run("brief", case, "--html", "-o", home / "brief.html").exit_code == 0
    check_html((home / "brief.html").read_text("utf-8"), "brief.html")
    plain = run("brief", case).stdout
    assert not re.search(r"(?<!\\)\]\(", plain)
    assert not re.search(rf"(?<!\\)<\w+[^>]*{MARK}", plain)


def test_a_site_is_sound_and_stays_in_its_folder(home: Path) -> None:
    few = [home / "pages" / one.file for one in attacks() if one.name.startswith(IN_SITE) and len(one.data) < 5_000]
    run("build", *few, "-o", home / "few.rasad")
    around = under(home)
    assert run("site", home / "few.rasad", home / "site", "--lang", "en").exit_code == 0
    assert all(name.startswith("site") or name.endswith(RESTS) for name in under(home) - around)
    files = [path for path in (home / "site" / "en").rglob("*") if path.is_file()]
    assert len(files) > 500
    for path in files:
        check_file(path)


def test_the_desk_shows_them_escaped(case: Path) -> None:
    desk = TestClient(make_app(Desk(case)), base_url="http://127.0.0.1")
    for lang in ("en", "fa", "ar"):
        for address in addresses(case):
            answer = desk.get(f"/{lang}/{address}")
            assert answer.status_code == 200, address
            check_html(answer.text, address, sent_by_us=True)
    for view in ("events", "statements", "actors"):
        check_csv(desk.get(f"/en/{view}", params={"as": "csv"}).text.removeprefix("\ufeff"), view)
    for word in (one.data.decode("utf-8", "replace")[:200] for one in attacks() if one.name.startswith("text-")):
        found = desk.get("/en/search", params={"words": word, "q": word})
        assert found.status_code in (200, 404), word
        check_html(found.text, "search", sent_by_us=True)


def test_the_terminal_gets_lines_alone(case: Path) -> None:
    for verb in ("timeline", "events", "statements", "asides", "contradictions", "copies"):
        result = run(verb, case)
        assert result.exit_code == 0, result.output
        found = TERMINAL.search(result.stdout.replace("\t", " "))
        assert not found, (verb, result.stdout[max(0, found.start() - 80) : found.end() + 20])


def test_nothing_was_written_elsewhere(home: Path) -> None:
    for folder in (home, home.parent, Path("/tmp"), Path.cwd()):
        assert not [path.name for path in folder.iterdir() if path.name.startswith(MARK)], folder


def addresses(case: Path) -> Iterator[str]:
    """Give every list, the pages of all kinds of attack, and the events told most."""
    yield from MENU
    with open_case(case) as opened:
        for number, (sha,) in enumerate(opened.db.execute("SELECT sha256 FROM page ORDER BY id")):
            if number % 25 == 0:
                yield f"page/{sha}"
        top = "SELECT event FROM event_report GROUP BY event ORDER BY count(*) DESC, event LIMIT 3"
        for (event,) in opened.db.execute(top):
            yield from (f"event/{event}", f"compare/{event}")


def check_file(path: Path) -> None:
    """Look at a file as the program would that it is for."""
    match path.suffix:
        case ".html":
            check_html(path.read_text("utf-8"), path.name)
        case ".csv":
            check_csv(path.read_text("utf-8").removeprefix("\ufeff"), path.name)
        case ".tsv" if not path.read_bytes().startswith(b"#FORMAT"):
            lines = path.read_text("utf-8").split("\n")
            assert len({line.count("\t") for line in lines if line}) <= 1, path
            cells = [cell for line in lines for cell in line.split("\t")]
            assert not [cell for cell in cells if runs(cell)], path
        case ".gexf" | ".atom" | ".xml":
            ElementTree.fromstring(path.read_bytes())
        case ".json" if path.parent.name == "ftm" and "manifest" not in path.name:
            for line in path.read_bytes().splitlines():
                json.loads(line)
        case ".json" | ".jsonld" | ".geojson":
            check_json(json.loads(path.read_text("utf-8")), path.name)
        case ".jsonl":
            for line in path.read_bytes().splitlines():
                json.loads(line)
        case ".ics":
            lines = path.read_bytes().decode().split("\r\n")
            assert not [line for line in lines if "\n" in line or "\r" in line], path
            assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == sum(x.startswith("UID") for x in lines)


def check_json(value: Any, where: str) -> None:
    """What TimelineJS gets is markup; what is in other JSON is text, whatever it looks like."""
    for slide in value.get("events", ()) if isinstance(value, dict) and "scale" in value else ():
        for text in slide["text"].values():
            check_html(f"<body>{text}</body>", where)


def runs(cell: str) -> bool:
    """Tell whether a spreadsheet would run a cell; numbers and hyphens alone are no harm."""
    return cell.startswith(FORMULA) and bool(cell.strip("-")) and not NUMBER.fullmatch(cell)


def check_csv(text: str, where: str) -> None:
    """No cell is a formula, and every row has all its cells."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows if row}) <= 1, where
    assert not [cell for row in rows for cell in row if runs(cell)], where


def check_html(html: str, where: str, *, sent_by_us: bool = False) -> None:
    """No element, attribute or address of the attacker's is alive in a page."""
    for node in LexborHTMLParser(html).css("*"):
        given = {name.lower(): (value or "").strip().lower() for name, value in node.attributes.items()}
        wrong = list(alive(str(node.tag), given, node.text() if node.tag in ("script", "style") else "", sent_by_us))
        assert wrong == [], (where, node.tag, given)


def alive(tag: str, given: dict[str, str], inside: str, sent_by_us: bool) -> Iterator[str]:
    """Give what an element has that no page of ours has."""
    if tag in FORBIDDEN or MARK in tag or MARK in inside:
        yield "element"
    yield from (name for name in given if name.startswith("on") or MARK in name or name in ("srcdoc", "style"))
    yield from (name for name in LEADING if AWAY.match(given.get(name, "")))
    if tag == "script" and (inside or not given.get("src", "").endswith("static/desk.js")):
        yield "script"
    if tag == "form" and not (sent_by_us and re.fullmatch("(/.*)?", given.get("action", "-"))):
        yield "form"
    if tag == "meta" and given.get("http-equiv", "content-security-policy") != "content-security-policy":
        yield "meta"
