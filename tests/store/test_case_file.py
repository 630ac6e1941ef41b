"""The case file: what goes in comes out, nothing goes in twice, and what cannot be written is said clearly."""

import multiprocessing
import os
import signal
import sqlite3
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gold_records import entry_of, gold_entries
from rasad.errors import CaseError
from rasad.store import db as store
from rasad.store.db import SCHEMA_VERSION, Aside, Batch, create, open_case
from rasad.store.records import entries
from rasad.store.rows import Entry, report_ids
from rasad.store.verify import verify

ALL_GOLD = ("seeds", "dev-fa", "dev-ar")


def plain(number: int) -> Entry:
    """A page with one meeting, one statement and one figure."""
    text = f"دیدار الف با ب در تهران {number}"
    party = {"name": "A", "kind": "person", "country": "IRN", "span": [6, 9]}
    event = {
        "type": "CONSULT", "mode": "meeting", "status": "actual", "date": "2024-12-01", "date_span": [0, 5],
        "place": {"name": "Tehran", "country": "IRN", "span": [18, 23]}, "actors": [party], "recipients": [],
        "trigger": [0, 5], "attribution": [{"name": "IRNA", "kind": "agency", "span": [0, 5]}], "main": True,
    }  # fmt: skip
    said = {"speaker": party, "form": "direct", "content": [0, 12], "via": [{"name": "IRNA", "span": [0, 5]}]}
    figure = {"value": number, "bound": "exact", "unit": "people", "span": [18, 23]}
    return entry_of(
        {"id": f"page-{number}", "lang": "fa", "kind": "political", "boilerplate": [[0, 2]], "events": [event],
         "statements": [said], "figures": [figure]}, text,
    )  # fmt: skip


def all_rows(path: Path) -> list[str]:
    """Everything in a case, as SQL."""
    with sqlite3.connect(path) as db:
        return list(db.iterdump())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.rasad"


@pytest.fixture(scope="module")
def gold() -> list[Entry]:
    return [entry for name in ALL_GOLD for entry in gold_entries(name)]


def test_what_goes_in_comes_out(path: Path, gold: list[Entry]) -> None:
    with create(path) as case:
        assert case.add(Batch(gold), "v1") == len(gold)
        back = {entry.record.sha256: entry for entry in entries(case.db)}
    for entry in gold:
        assert back[entry.record.sha256].record == entry.record
        assert back[entry.record.sha256].page.text == entry.page.text
        assert back[entry.record.sha256].page.outside == entry.page.outside


def test_a_page_twice_changes_nothing(path: Path) -> None:
    some = [plain(1), plain(2), plain(1)]
    with create(path) as case:
        assert case.add(Batch(some), "v1") == 2
        case.note_run("0.1", "v1")
    before = all_rows(path)
    with create(path) as case:
        assert case.add(Batch(some, again=[some[0].page]), "v1") == 0
        case.note_run("0.1", "v1")
    assert all_rows(path) == before


def test_a_second_capture_adds_itself_alone(path: Path) -> None:
    from msgspec.structs import replace

    first = plain(1)
    second = replace(first.page, outside=replace(first.page.outside, id="again", url="https://example.org/2"))
    with create(path) as case:
        case.add(Batch([first]), "v1")
        case.add(Batch(again=[second]), "v1")
        assert case.page_count() == 1
        assert [i for (i,) in case.db.execute("SELECT id FROM capture ORDER BY id")] == ["again", "page-1"]
        assert next(entries(case.db)).record == first.record


def test_every_row_says_page_rule_and_version(path: Path) -> None:
    with create(path) as case:
        case.add(Batch([plain(1)]), "v7")
        sha = plain(1).record.sha256
        parts = ("report_party", "report_link", "trigger", "statement_party", "statement_via")
        for table in (*parts, "report", "statement", "figure", "boilerplate"):
            found = case.db.execute(f"SELECT page, rule, rule_version FROM {table}").fetchall()
            assert found, table
            assert all(page == sha and rule and version == "v7" for page, rule, version in found), table


def test_asides_are_kept_once(path: Path) -> None:
    aside = Aside("x.txt", 0, "empty", "leave it out")
    with create(path) as case:
        case.add(Batch(asides=[aside]), "v1")
        case.add(Batch(asides=[aside]), "v1")
        assert case.db.execute("SELECT path, line, why FROM set_aside").fetchall() == [("x.txt", 0, "empty")]


def test_the_case_is_marked_as_one(path: Path) -> None:
    create(path).db.close()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == 0x52534144
        assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


@pytest.mark.parametrize("open_it", [create, open_case])
def test_a_file_that_is_no_case_is_refused_and_kept(path: Path, open_it: object) -> None:
    path.write_bytes(b"just some notes, long enough to be looked at " * 40)
    before = path.read_bytes()
    with pytest.raises(CaseError, match="not a case"):
        open_it(path)  # type: ignore[operator]
    assert path.read_bytes() == before


def test_another_database_is_refused_and_kept(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE mine (x)")
    with pytest.raises(CaseError, match="not a case of Rasad"):
        create(path)
    with sqlite3.connect(path) as db:
        assert [name for (name,) in db.execute("SELECT name FROM sqlite_master")] == ["mine"]


def test_another_schema_is_refused(path: Path) -> None:
    create(path).db.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseError, match="schema 99"):
        open_case(path)


def test_missing_case_and_folder(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="rasad build"):
        open_case(tmp_path / "none.rasad")
    with pytest.raises(CaseError, match="does not exist"):
        create(tmp_path / "no" / "where.rasad")
    with pytest.raises(CaseError, match="is a folder"):
        create(tmp_path)


def test_an_empty_file_becomes_a_case(path: Path) -> None:
    path.touch()
    with create(path) as case:
        assert case.add(Batch([plain(1)]), "v1") == 1


def test_a_full_disk_keeps_what_was_committed(path: Path) -> None:
    with create(path) as case:
        case.add(Batch([plain(n) for n in range(10)]), "v1")
        pages = case.db.execute("PRAGMA page_count").fetchone()[0]
        case.db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(CaseError, match=r"10 pages are kept.*run the same command again"):
            case.add(Batch([plain(n) for n in range(10, 900)]), "v1")
    with create(path) as case:
        assert case.page_count() == 10
        assert case.add(Batch([plain(n) for n in range(900)]), "v1") == 890
        assert not verify(case.db).wrong


def test_an_interrupted_batch_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with create(path) as case:
        monkeypatch.setattr(store, "search_words", interrupted)
        with pytest.raises(KeyboardInterrupt):
            case.add(Batch([plain(1)]), "v1")
        monkeypatch.undo()
        assert case.page_count() == 0
        assert case.add(Batch([plain(1)]), "v1") == 1


def _fill(path: Path) -> None:
    with create(path) as case:
        for number in range(100_000):
            case.add(Batch([plain(number)]), "v1")


def test_a_killed_run_resumes(path: Path) -> None:
    worker = multiprocessing.get_context("spawn").Process(target=_fill, args=(path,))
    worker.start()
    for _ in range(200):
        time.sleep(0.1)
        if path.exists() and _count(path) > 20:
            break
    os.kill(worker.pid or 0, signal.SIGKILL)
    worker.join()
    with create(path) as case:
        kept = case.page_count()
        assert kept > 20
        assert not verify(case.db).wrong
        assert case.add(Batch([plain(number) for number in range(kept + 5)]), "v1") == 5


def _count(path: Path) -> int:
    try:
        with open_case(path) as case:
            return case.page_count()
    except CaseError:
        return 0


def test_verify_finds_a_changed_text_and_a_changed_quote(path: Path) -> None:
    with create(path) as case:
        case.add(Batch([plain(1), plain(2)]), "v1")
        assert verify(case.db).quotes >= 10
        assert not verify(case.db).wrong
        case.db.execute("UPDATE page SET text = replace(text, 'دیدار', 'نشست') WHERE id = 'page-1'")
        case.db.execute("UPDATE report_party SET start = 9999 WHERE page = ?", (plain(2).record.sha256,))
        wrong = {(w.table, w.page) for w in verify(case.db).wrong}
    assert {("page", "page-1"), ("trigger", "page-1"), ("report_party", "page-2")} <= wrong


def test_gold_verifies(path: Path, gold: list[Entry]) -> None:
    with create(path) as case:
        case.add(Batch(gold), "v1")
        checked = verify(case.db)
    assert checked.pages == len(gold)
    assert not checked.wrong


def test_report_ids_are_distinct_and_stable() -> None:
    from msgspec.structs import replace

    entry = plain(1)
    doubled = replace(entry.record, events=entry.record.events * 3)
    ids = report_ids(doubled)
    assert len(set(ids)) == 3
    assert ids[0] == report_ids(entry.record)[0]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_text_goes_through(text: str, a: int, b: int) -> None:
    text += "ل"
    start, end = sorted((a % len(text), b % len(text)))
    figure = {"value": 1, "bound": "exact", "unit": text, "span": [start, end]}
    entry = entry_of(
        {"id": "any", "lang": "ar", "kind": "political", "boilerplate": [], "events": [], "figures": [figure]}, text
    )
    with _in_memory() as case:
        case.add(Batch([entry]), "v1")
        back = next(entries(case.db))
        assert (back.record, back.page.text) == (entry.record, text)
        assert back.page.sha256 == sha256(text.encode()).hexdigest()
        assert not verify(case.db).wrong


class _in_memory:
    def __enter__(self) -> store.Case:
        db = store._connect("file::memory:", Path("memory"))
        store._set_up(db, Path("memory"))
        self.case = store.Case(db, Path("memory"))
        return self.case

    def __exit__(self, *_: object) -> None:
        self.case.db.close()


def test_two_writers_do_not_lose_pages(path: Path) -> None:
    with create(path) as one, create(path) as two:
        one.add(Batch([plain(1)]), "v1")
        two.add(Batch([plain(2), plain(1)]), "v1")
        one.add(Batch([plain(3)]), "v1")
        assert two.page_count() == 3
