"""Spark gives what one process gives, row for row, whatever happens to its workers."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.dataset as ds
import pytest
from pyspark import TaskContext

from engine.spark_cluster import cluster
from rasad.cli.packing import load_packs
from rasad.engine import pool
from rasad.engine.spark.components import EDGES, contract
from rasad.engine.spark.reading import batches_of
from rasad.engine.spark.tables import ARRIVAL, tables
from rasad.packs import Packs

EXAMPLES = Path(__file__).parents[2] / "examples"
RASAD = (sys.executable, "-m", "rasad")
KILLED = "A_WORKER_WAS_KILLED"
PACKAGE = Path(pool.__file__).parents[2]

# One group: what is built once is built once, also where tests are dealt out to several processes.
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not installed"),
    pytest.mark.xdist_group("spark"),
]


FEW_PARTS = {"PYSPARK_SUBMIT_ARGS": "--conf spark.sql.shuffle.partitions=2 pyspark-shell"}
"""For a few pages every further part costs more than what is done in it."""


def rasad(*args: object, **place: str) -> "subprocess.CompletedProcess[bytes]":
    where = {**os.environ, **FEW_PARTS, **place}
    found = subprocess.run([*RASAD, *map(str, args)], env=where, capture_output=True, check=False)
    assert found.returncode in (0, 1), found.stderr.decode()[-3000:]
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, one page twice under other names, one retold with a sentence added, and a line that is no page."""
    folder = tmp_path_factory.mktemp("pages")
    for path in EXAMPLES.iterdir():
        if path.suffix in (".txt", ".html", ".jsonl"):
            shutil.copy(path, folder)
    text = (EXAMPLES / "10-fa-homs-attack.txt").read_text(encoding="utf-8")
    (folder / "20-copy.txt").write_text(text, encoding="utf-8")
    (folder / "21-retold.txt").write_text(text + "\n\nاین خبر تکمیل می‌شود.\n", encoding="utf-8")
    (folder / "22-bad.jsonl").write_text('{"text": "خبر"}\n{"text"\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def one_process(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("one") / "one.rasad"
    rasad("build", pages, "-o", case)
    return case


@pytest.fixture(scope="module")
def built(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spark") / "tables"
    told = rasad("spark", "build", pages, "-o", folder, "--master", "local[2]", "--json")
    assert json.loads(told.stdout)["set_aside"] == 1
    return folder


def rows_of_case(case: Path) -> Iterator[tuple[str, list[str]]]:
    with sqlite3.connect(case) as db:
        for name, table in tables().items():
            columns = ", ".join(f'"{column}"' for column, _ in table.columns if (name, column) != ARRIVAL)
            yield name, sorted(map(repr, db.execute(f"SELECT {columns} FROM {name}")))


def rows_of_tables(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for name, table in tables().items():
        found = ds.dataset(folder / name, schema=table.schema, format="parquet").to_table().to_pylist()
        yield name, sorted(repr(tuple(row.values())) for row in found)


def same_rows(case: Path, folder: Path) -> None:
    for (name, mine), (other, theirs) in zip(rows_of_case(case), rows_of_tables(folder), strict=True):
        assert (name, mine) == (other, theirs)


def test_tables_equal_those_of_one_process(one_process: Path, built: Path) -> None:
    same_rows(one_process, built)
    counts = {name: len(rows) for name, rows in rows_of_tables(built)}
    # The test would show nothing if no page were a copy, no event had two pages, and nothing were captured twice.
    assert counts["page_copy"]
    assert counts["capture"] > counts["page"]
    assert counts["event"] < counts["report"]
    assert counts["set_aside"] == 1


def test_a_case_of_the_tables_is_the_case_of_one_process(one_process: Path, built: Path, tmp_path: Path) -> None:
    rasad("load", built, "-o", tmp_path / "loaded.rasad")
    rasad("verify", tmp_path / "loaded.rasad")
    for form in ("jsonl", "csv"):
        assert rasad("export", tmp_path / "loaded.rasad", form).stdout == rasad("export", one_process, form).stdout
    assert b"12-ar-tunis-embassies" in rasad("search", tmp_path / "loaded.rasad", "تونس").stdout


def test_a_case_of_some_pages_has_the_events_of_these_alone(pages: Path, built: Path, tmp_path: Path) -> None:
    rasad("load", built, "-o", tmp_path / "some.rasad", "--lang", "ar")
    rasad("build", *sorted(pages.glob("*-ar-*")), *pages.glob("14-*"), "-o", tmp_path / "own.rasad")
    with sqlite3.connect(tmp_path / "some.rasad") as db:
        assert {lang for (lang,) in db.execute("SELECT lang FROM page")} == {"ar"}
        mine = set(db.execute("SELECT id, pages FROM event"))
    with sqlite3.connect(tmp_path / "own.rasad") as db:
        arabic = "SELECT event FROM event_report JOIN page ON page = sha256 GROUP BY event HAVING min(lang) = 'ar'"
        assert mine >= set(db.execute(f"SELECT id, pages FROM event WHERE id IN ({arabic}) AND pages = 1"))
    again = subprocess.run([*RASAD, "load", built, "-o", tmp_path / "some.rasad"], capture_output=True, check=False)
    assert b"has pages already" in again.stderr


def test_a_stopped_run_goes_on(pages: Path, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(built, folder)
    kept = (folder / "checkpoints" / "rows").stat().st_mtime_ns
    shutil.rmtree(folder / "checkpoints" / "points")
    (folder / "event" / "_SUCCESS").unlink()
    rasad("spark", "build", pages, "-o", folder, "--master", "local[2]")
    assert (folder / "checkpoints" / "rows").stat().st_mtime_ns == kept
    for (name, mine), (_, theirs) in zip(rows_of_tables(built), rows_of_tables(folder), strict=True):
        assert (name, mine) == (name, theirs)


def test_a_folder_of_other_pages_is_refused(built: Path) -> None:
    said = subprocess.run(
        [*RASAD, "spark", "build", str(EXAMPLES / "10-fa-homs-attack.txt"), "-o", built, "--master", "local[1]"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert said.returncode == 1
    assert b"holds a build of other pages" in said.stderr


def load_and_kill_once() -> Packs:
    """Load the packs; the first worker of all to do so takes its whole executor down, as a machine that fails does."""
    if TaskContext.get() is None:
        return load_packs()
    try:
        Path(os.environ[KILLED]).touch(exist_ok=False)
    except FileExistsError:
        return load_packs()
    # The parent is the daemon that forks workers; its parent is the executor.
    executor = int(Path(f"/proc/{os.getppid()}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(executor, signal.SIGKILL)
    return load_packs()


CLUSTER = """
import sys
from rasad.engine.spark.run import build
from rasad.engine.spark.session import session
from engine.test_spark import load_and_kill_once
build(session(sys.argv[1]), sys.argv[2:3], sys.argv[3], load_and_kill_once)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the executor in /proc")
def test_a_killed_executor_loses_nothing(
    pages: Path, one_process: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Workers run in folders of their own, so that a path must say where it begins.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (Path(__file__).parents[1], PACKAGE))))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv(*next(iter(FEW_PARTS.items())))
    monkeypatch.setenv(KILLED, str(tmp_path / "killed"))
    with cluster(tmp_path) as address:
        command = [sys.executable, "-c", CLUSTER, address, str(pages), str(tmp_path / "tables")]
        done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    assert (tmp_path / "killed").exists()
    same_rows(one_process, tmp_path / "tables")


def test_components_of_one_part() -> None:
    pairs = [("d", "e"), ("a", "b"), ("c", "b"), ("e", "f"), ("g", "h"), ("h", "a")]
    (found,) = contract(batches_of(pairs, EDGES))
    assert dict(zip(*(found.column(at).to_pylist() for at in (0, 1)), strict=True)) == {
        "a": "a", "b": "a", "c": "a", "g": "a", "h": "a", "d": "d", "e": "d", "f": "d",
    }  # fmt: skip
