"""`rasad explain PAGE`: every sentence, what was tried, and why."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main

TEXT = (
    "رئیس‌جمهور ایران با وزیر خارجه ترکیه دیدار کرد.\n"
    "وزیر خارجه ترکیه گفت: همکاری‌ها ادامه دارد.\n"
    "هوا آفتابی بود. خانه‌ای در شهر تخریب شد.\n"
)


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_page_is_explained_sentence_by_sentence(page: Path) -> None:
    shown = run("explain", page)
    assert shown.exit_code == 0
    told, said, nothing, fallen = shown.stdout.split("\n\n")[1:]
    assert "=> report 0: CONSULT/meeting President of Iran + Foreign minister of Turkey" in told
    assert "fa/triggers.tsv:" in told
    assert "=> statement of Foreign minister of Turkey: direct, asserts" in said
    assert "tells nothing: no trigger" in nothing
    assert "=> no report: trigger but no actor" in fallen
    assert "tells nothing: trigger but no actor" in fallen


def test_spans_lead_to_the_page(page: Path) -> None:
    data = json.loads(run("explain", page, "--json").stdout)
    quotes = [(tried["span"], tried["quote"]) for line in data["sentences"] for tried in line["tried"]]
    assert quotes
    assert all(TEXT[start:end] == quote for (start, end), quote in quotes)


def test_one_sentence_alone(page: Path) -> None:
    data = json.loads(run("explain", page, "--sentence", 2, "--json").stdout)
    assert [line["number"] for line in data["sentences"]] == [2]


def test_direction_marks_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("ترکیه عراق را \u202eمتهم\u202c کرد.\n", encoding="utf-8")
    shown = run("explain", path).stdout
    assert "\u202e" not in shown
    assert shown.count("\u2068") == shown.count("\u2069") > 0


def test_a_case_without_an_event_is_wrong_usage(page: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.rasad"
    assert run("build", page, "-o", case).exit_code == 0
    asked = run("explain", case)
    assert asked.exit_code == 2
    assert "name one of its events" in asked.stderr


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    asked = run("explain", empty)
    assert asked.exit_code == 1
    assert "empty.txt" in asked.stderr
