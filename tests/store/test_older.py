"""A case of an older schema is refused, renewed from its own pages on demand, and kept beside the new one."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main
from rasad.store.db import SCHEMA_VERSION, open_case
from rasad.store.older import captures_of, pages_of
from rasad.store.verify import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
OLDER = Path(__file__).parent / "older"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that Rasad wrote with schema 5, and its ledger."""
    path = tmp_path / "old.rasad"
    with sqlite3.connect(path) as db:
        db.executescript(f"BEGIN; {(OLDER / 'schema5.sql').read_text('utf-8')} COMMIT;")
    db.close()
    shutil.copy(OLDER / "schema5.ledger.jsonl", tmp_path / "old.rasad.ledger.jsonl")
    return path


def content(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        return [line for line in db.iterdump() if "search" not in line]
    finally:
        db.close()


@pytest.mark.parametrize("verb", [("timeline",), ("verify",), ("serve",), ("export", "csv")])
def test_an_older_case_is_refused_with_what_to_do(case: Path, verb: tuple[str, ...]) -> None:
    before = content(case)
    result = run(verb[0], case, *verb[1:])
    assert result.exit_code == 1
    assert f"has schema 5, this program {SCHEMA_VERSION}" in result.stderr
    assert "rasad renew" in result.stderr
    assert "schema 5" in run("build", EXAMPLES / "01-fa-beijing-statement.txt", "-o", case).stderr
    assert content(case) == before


def test_it_is_made_anew_and_the_old_one_kept(case: Path) -> None:
    before = content(case)
    result = run("renew", case)
    assert result.exit_code == 0, result.stderr
    assert "schema 5 made anew: 4 pages" in result.stderr
    assert "verified" in result.stderr
    assert content(case.with_name("old.schema5.rasad")) == before
    with open_case(case) as opened:
        assert verify(opened.db).wrong == ()
        assert opened.db.execute("SELECT count(*) FROM set_aside").fetchone() == (1,)
        assert opened.db.execute("SELECT count(*) FROM event").fetchone()[0] > 10
        assert opened.db.execute("SELECT count(*) FROM report_party WHERE named_by = ''").fetchone() == (0,)
        assert opened.db.execute("SELECT count(*) FROM judgement").fetchone() == (1,)
    assert run("verify", case).exit_code == 0
    assert sorted(path.name for path in case.parent.iterdir() if path.name.startswith(".")) == []
    again = run("renew", case)
    assert again.exit_code == 1
    assert "Nothing needs to be done" in again.stderr


def test_what_is_made_anew_is_what_the_pages_themselves_give(case: Path, tmp_path: Path) -> None:
    assert run("renew", case).exit_code == 0
    pages = [next(EXAMPLES.glob(f"{number}-*")) for number in ("04", "05", "12", "03")]
    run("build", *pages, "-o", tmp_path / "new.rasad")
    tables = ("page", "capture", "range", "page_date", "stated", "report", "report_party", "trigger", "statement")
    with open_case(case) as one, open_case(tmp_path / "new.rasad") as two:
        for table in tables:
            rows = [sorted(map(repr, opened.db.execute(f"SELECT * FROM {table}"))) for opened in (one, two)]
            assert rows[0] == rows[1], table


def test_pages_come_back_from_a_case_as_they_were_read(tmp_path: Path) -> None:
    from rasad.model import Page
    from rasad.readers import read_pages

    paths = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".html", ".jsonl"))
    run("build", *paths, "-o", tmp_path / "new.rasad")
    read = {one.sha256: one for path in paths for one in read_pages(path) if isinstance(one, Page)}
    db = sqlite3.connect(tmp_path / "new.rasad")
    db.row_factory = sqlite3.Row
    for page in pages_of(db):
        asked = read[page.sha256]
        assert (page.outside.id, page.outside.url, page.text) == (asked.outside.id, asked.outside.url, asked.text)
        assert set(page.stated) == set(asked.stated)
        assert {d for d in asked.dates if d.rule.startswith("html:")} <= set(page.dates) <= set(asked.dates)
    assert {page.sha256 for page in captures_of(db)} == set(read)
    db.close()


def test_nothing_changes_when_it_cannot_be_done(case: Path) -> None:
    before = content(case)
    kept = case.with_name("old.schema5.rasad")
    kept.write_text("mine", encoding="utf-8")
    assert "is there already" in run("renew", case).stderr
    kept.unlink()
    case.with_name("old.rasad.ledger.jsonl").write_text("{}\n", encoding="utf-8")
    refused = run("renew", case)
    assert refused.exit_code == 1
    assert "ledger" in refused.stderr
    writer = sqlite3.connect(case, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert "cannot be renewed" in run("renew", case).stderr
    writer.close()
    assert content(case) == before
    assert not kept.exists()


def test_a_newer_case_is_left_alone(case: Path) -> None:
    with sqlite3.connect(case) as db:
        db.execute("PRAGMA user_version = 99")
    for args in (("renew", case), ("timeline", case)):
        assert "newer Rasad" in run(*args).stderr
