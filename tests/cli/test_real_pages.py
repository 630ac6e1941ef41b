"""The seeds and all pages of the shared folder, read for real, through every command that a person would use."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gold_records import need_shared
from rasad.cli import main


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "all.rasad"
    assert run("build", need_shared() / "pages", "-o", path).exit_code == 0
    return path


def test_nothing_is_wrong(case: Path) -> None:
    result = run("verify", case)
    assert result.exit_code == 0, result.stdout


def test_what_is_stored_is_what_is_read(case: Path) -> None:
    read = run("read", need_shared() / "pages", "--json").stdout.splitlines()
    exported = run("export", case, "jsonl", "--unmask", "a test").stdout.splitlines()
    kept = {json.loads(line)["sha256"]: line for line in exported}
    first: dict[str, str] = {}
    for line in read:
        first.setdefault(json.loads(line)["sha256"], line)
    assert kept == first


def test_a_second_build_changes_nothing(case: Path, tmp_path: Path) -> None:
    before = [run("export", case, form).stdout_bytes for form in ("jsonl", "csv")]
    again = run("build", need_shared() / "pages", "-o", case, "--json")
    assert json.loads(again.stdout)["new"] == 0
    assert [run("export", case, form).stdout_bytes for form in ("jsonl", "csv")] == before


def test_neither_order_nor_parts_show(case: Path, tmp_path: Path) -> None:
    """Pages of one text but two captures are kept under the first that came, so each text comes once here."""
    texts = {path.read_bytes(): path for path in sorted((need_shared() / "pages").glob("*.txt"), reverse=True)}
    other = tmp_path / "other.rasad"
    pages = list(texts.values())
    assert run("build", *pages[:200], "-o", other).exit_code == 0
    assert run("build", *pages[150:], "-o", other).exit_code == 0
    for form in ("jsonl", "csv"):
        assert run("export", other, form).stdout_bytes == run("export", case, form).stdout_bytes


def test_the_call_of_the_seeds_is_one_event(tmp_path: Path) -> None:
    path = tmp_path / "seeds.rasad"
    run("build", *sorted((need_shared() / "pages").glob("seed-*.txt")), "-o", path)
    lines = run("timeline", path, "--type", "CONSULT", "--actor", "پزشکیان", "--json").stdout.splitlines()
    calls = [e for e in map(json.loads, lines) if e["mode"] == "phone" and "Assad" in json.dumps(e["actors"])]
    assert [(e["pages"], e["origins"]) for e in calls] == [(2, 1)]
    assert calls[0]["date"]["earliest"] >= "2024-07-28"
    assert calls[0]["date"]["latest"] <= "2024-12-08"


def test_a_second_capture_is_named(tmp_path: Path) -> None:
    path = tmp_path / "two.rasad"
    run("build", need_shared() / "pages" / "seed-004.txt", "-o", path)
    again = tmp_path / "again.txt"
    again.write_bytes((need_shared() / "pages" / "seed-004.txt").read_bytes())
    assert run("build", again, "-o", path).exit_code == 0
    assert "seed-004  " in run("events", path).stdout
    assert "also captured as again" in run("events", path).stdout
