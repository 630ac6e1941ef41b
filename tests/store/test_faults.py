"""Full and read-only disks, other writers, readers meanwhile: nothing that was kept is lost, and all is said."""

import multiprocessing
import sqlite3
import time
from itertools import count
from pathlib import Path

import pytest

from rasad.engine.case import add_pages, fuse_case
from rasad.errors import CaseError
from rasad.packs import load
from rasad.readers import read_pages
from rasad.store import db as store
from rasad.store.db import Batch, create, open_case
from rasad.store.verify import verify
from store.test_case_file import plain

resource = pytest.importorskip("resource")
EXAMPLES = Path(__file__).parents[2] / "examples"
LIMIT = 3_000_000
"""Bytes that a file may have in the test of a full disk: the schema and some pages fit."""


def fill(path: Path, said: "multiprocessing.Queue[tuple[int, str]]") -> None:
    """Add pages until the system refuses to let the file grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    kept = 0
    with create(path) as case:
        try:
            for number in range(100_000):
                kept += case.add(Batch([plain(n) for n in range(number * 40, number * 40 + 40)]), "v1")
        except CaseError as error:
            said.put((kept, str(error)))


def test_a_file_that_may_not_grow_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "a.rasad"
    context = multiprocessing.get_context("fork")
    said: multiprocessing.Queue[tuple[int, str]] = context.Queue()
    process = context.Process(target=fill, args=(path, said))
    process.start()
    kept, why = said.get(timeout=120)
    process.join()
    assert "Make room on the disk" in why
    assert kept > 0
    with create(path) as case:
        assert case.page_count() == kept
        assert verify(case.db).wrong == ()
        assert case.add(Batch([plain(10**6)]), "v1") == 1


def test_a_read_only_case_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.rasad"
    create(path).db.close()
    with open_case(path) as case, pytest.raises(CaseError, match="read-only"):
        case.add(Batch([plain(1)]), "v1")


def test_a_reader_sees_the_last_whole_batch_while_another_one_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.rasad"
    with create(path) as writer, open_case(path) as reader:
        writer.add(Batch([plain(1)]), "v1")
        with writer.alone():
            writer.db.execute("DELETE FROM set_aside")
            writer.db.execute("INSERT INTO set_aside VALUES ('x', 0, 'y', 'z')")
            assert reader.page_count() == 1
            assert reader.db.execute("SELECT count(*) FROM set_aside").fetchone() == (0,)
        assert reader.db.execute("SELECT count(*) FROM set_aside").fetchone() == (1,)


def test_a_second_builder_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    with create(tmp_path / "a.rasad") as one, create(tmp_path / "a.rasad") as two, one.alone():
        with pytest.raises(CaseError, match="another program writes"):
            two.add(Batch([plain(1)]), "v1")
        assert two.page_count() == 0


def test_a_clock_that_runs_backwards_during_a_build_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading, storing and fusing, with a clock that goes an hour back at every look."""
    pages = [page for path in sorted(EXAMPLES.glob("0*.txt")) for page in read_pages(path)][:4]
    found = []
    for name in ("a", "b"):
        with create(tmp_path / name) as case:
            add_pages(case, pages, load(), lambda _: None)
            fuse_case(case, load())
        with sqlite3.connect(tmp_path / name) as db:
            found.append(list(db.iterdump()))
        db.close()
        for clock in ("time", "monotonic", "perf_counter"):
            monkeypatch.setattr(time, clock, count(4e9, -3600.0).__next__)
    assert found[0] == found[1]


def test_a_clock_that_jumps_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = []
    for name, now in (("a", 4e9), ("b", 1.0)):
        monkeypatch.setattr(time, "time", lambda now=now: now)
        with create(tmp_path / name) as case:
            case.add(Batch([plain(1), plain(2)]), "v1")
        with sqlite3.connect(tmp_path / name) as db:
            rows.append(list(db.iterdump()))
    assert rows[0] == rows[1]
