"""The commands, with the gold's own records in place of the reader's, so that only the commands are tested here."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gold_records import SHARED, gold_entries, need_shared
from rasad.cli import main
from rasad.engine import serial
from rasad.model import Document, Page
from rasad.packs import Packs

Run = Callable[..., Result]
GOLD = ("seeds", "dev-fa", "dev-ar")


def run(*args: object, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=data)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the gold's record be what is read on each page."""
    records = {e.record.sha256: e.record for name in GOLD for e in gold_entries(name)}

    def analyse(page: Page, packs: Packs) -> Document:
        return Document(page, record=records[page.sha256])

    monkeypatch.setattr(serial, "analyse", analyse)


def seeds() -> list[Path]:
    return [need_shared() / "pages" / f"seed-00{n}.txt" for n in range(5)]


@pytest.fixture
def case(reader: None, tmp_path: Path) -> Path:
    path = tmp_path / "seeds.rasad"
    assert run("build", *seeds(), "-o", path).exit_code == 0
    return path


def test_build_says_what_it_did(reader: None, tmp_path: Path) -> None:
    result = run("build", *seeds(), tmp_path / "none.txt", "-o", tmp_path / "a.rasad", "--json")
    assert result.exit_code == 1
    # 39 gold reports in 33 events: six clusters of the gold hold two pages each.
    assert json.loads(result.stdout) == {
        "new": 5, "known": 0, "set_aside": 1, "reports": 39, "statements": 54, "events": 33,
        "lines_refused": 0,
    }  # fmt: skip
    assert "1 set aside" in result.stderr
    again = run("build", *seeds(), "-o", tmp_path / "a.rasad")
    assert again.exit_code == 0
    assert again.stdout == ""
    assert "0 new pages, 5 known" in again.stderr
    asides = run("asides", tmp_path / "a.rasad")
    assert "none.txt" in asides.stdout


def test_two_builds_give_the_same_bytes(reader: None, tmp_path: Path) -> None:
    one, two = tmp_path / "one.rasad", tmp_path / "two.rasad"
    run("build", *seeds(), "-o", one)
    for page in reversed(seeds()):  # another order, in five runs
        assert run("build", page, "-o", two).exit_code == 0
    for form in ("jsonl", "csv"):
        assert run("export", one, form).stdout_bytes == run("export", two, form).stdout_bytes
    assert run("timeline", one).stdout == run("timeline", two).stdout


def test_timeline_shows_the_call_once(case: Path) -> None:
    lines = run("timeline", case, "--type", "consult", "--actor", "پزشکیان").stdout.splitlines()
    calls = [line for line in lines if "Bashar al-Assad" in line]
    assert len(calls) == 1
    assert calls[0].startswith("2024-07-28/2024-12-08  CONSULT/phone  Bashar al-Assad \u2068بشار اسد\u2069 + ")
    assert "actual  (2 pages, 2 outlets, 1 origin)" in calls[0]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--from", "2024-12-01", "--to", "2024-12-01", "--actor", "TUR"], 1),
        (["--to", "2016"], 2),
        (["--lang", "ar", "--type", "ASSAULT"], 6),
        (["--actor", "nobody"], 0),
        (["--actor", "عراقچي"], 0),
        (["--actor", "عراقجي", "--type", "CONSULT"], 3),
    ],
)
def test_filters(case: Path, filters: list[str], count: int) -> None:
    lines = run("timeline", case, *filters, "--json").stdout.splitlines()
    events = [json.loads(line) for line in lines]
    assert len(events) >= count if "--to" in filters and count else len(events) == count


def test_a_bad_filter_is_usage(case: Path) -> None:
    assert run("timeline", case, "--from", "yesterday").exit_code == 2
    assert run("timeline", case, "--lang", "en").exit_code == 2


def call(case: Path) -> dict[str, object]:
    lines = run("timeline", case, "--type", "consult", "--actor", "Pezeshkian", "--json").stdout.splitlines()
    found: dict[str, object] = next(e for line in lines if "Assad" in line and (e := json.loads(line)))
    return found


def test_show_gives_reports_side_by_side(case: Path) -> None:
    event = str(call(case)["id"])
    shown = run("show", case, event[:6]).stdout
    assert "seed-001  Spadana Khabar" in shown
    assert "seed-002  19dey" in shown
    assert "⟦گفتوگوی تلفنی⟧" in shown
    data = json.loads(run("show", case, event, "--json").stdout)
    assert [r["page_id"] for r in data["reports"]] == ["seed-002", "seed-001"]
    assert data["origins"][0]["counted"] is True


def test_show_of_no_event_and_of_several(case: Path) -> None:
    assert run("show", case, "zzz").exit_code == 1
    several = run("show", case, "")
    assert several.exit_code == 1
    assert "several events" in several.stderr


def test_explain_a_field(case: Path) -> None:
    lines = run("timeline", case, "--type", "ASSAULT", "--json").stdout.splitlines()
    event = next(e for line in lines if (e := json.loads(line))["pages"] == 2)
    reasons = [json.loads(line) for line in run("explain", case, f"{event['id']}.date", "--json").stdout.splitlines()]
    assert {r["field"] for r in reasons} == {"date"}
    assert any("seed-004: 2024-11-27" in step for r in reasons for step in r["steps"])
    text = run("explain", case, event["id"]).stdout
    assert "by gold:1" in text
    assert "likeness" in text
    assert run("explain", case, f"{event['id']}.colour").exit_code == 2


def test_search(case: Path) -> None:
    assert "⟦وقال⟧" in run("search", case, "قال").stdout
    hits = [json.loads(line)["page_id"] for line in run("search", case, "إيران", "--json").stdout.splitlines()]
    assert set(hits) == {f"seed-00{n}" for n in range(5)}


def test_statements(case: Path) -> None:
    lines = run("statements", case, "--actor", "khamenei", "--json").stdout.splitlines()
    assert len(lines) == 5
    assert all(json.loads(line)["speaker"]["name"] == "Ali Khamenei" for line in lines)
    assert "according to Website of the Supreme Leader" in run("statements", case, "--actor", "khamenei").stdout


def test_verify_and_its_exit_code(case: Path) -> None:
    assert run("verify", case).exit_code == 0
    with sqlite3.connect(case) as db:
        db.execute("UPDATE page SET text = replace(text, 'اسد', 'بسد')")
    wrong = run("verify", case)
    assert wrong.exit_code == 1
    assert "no longer has the hash" in wrong.stdout


def test_export_lists_formats_and_refuses_others(case: Path, tmp_path: Path) -> None:
    assert "jsonl" in run("export", case).stdout
    assert run("export", case, "docx").exit_code == 2
    out = tmp_path / "out.csv"
    assert run("export", case, "csv", "-o", out).exit_code == 0
    assert out.read_text("utf-8").startswith("event,type,mode,status,edtf")


def test_export_of_pages_is_what_read_gives(case: Path) -> None:
    exported = sorted(run("export", case, "jsonl", "--unmask", "a test").stdout.splitlines())
    assert exported == sorted(run("read", *seeds(), "--json").stdout.splitlines())


def test_read_shows_safe_blocks(reader: None) -> None:
    shown = run("read", *seeds()).stdout
    assert "seed-000" in shown
    assert shown.count("\u2068") == shown.count("\u2069") > 100
    assert "\x1b" not in shown


def test_read_standard_input(reader: None) -> None:
    result = run("read", "-", "--json", data=seeds()[3].read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["events"]


def test_a_fault_on_one_page_costs_that_page_alone(reader: None, tmp_path: Path) -> None:
    strange = tmp_path / "strange.txt"
    strange.write_text("متن ناشناس", "utf-8")  # the gold knows no such page, so that `analyse` raises
    result = run("build", *seeds(), strange, "-o", tmp_path / "a.rasad")
    assert result.exit_code == 1
    assert "5 new pages, 0 known, 1 set aside" in result.stderr
    assert "KeyError" in run("asides", tmp_path / "a.rasad").stdout


def test_score_gives_the_figures_of_the_shared_tool(reader: None, tmp_path: Path) -> None:
    gold = need_shared() / "gold" / "dev-fa.jsonl"
    predicted = tmp_path / "p.jsonl"
    predicted.write_text("\n".join(_spoiled(gold)), "utf-8")
    tool = [sys.executable, str(SHARED / "tools" / "score.py"), str(gold), str(predicted), "--json"]
    theirs = subprocess.run(tool, capture_output=True, text=True, check=False)
    ours = run("score", gold, predicted, "--json")
    assert json.loads(ours.stdout) == json.loads(theirs.stdout)
    assert ours.exit_code == theirs.returncode == 1


def _spoiled(gold: Path) -> Iterator[str]:
    """Every second event moved, every third retyped, and one page left out."""
    for number, line in enumerate(gold.read_text("utf-8").splitlines()[1:]):
        record = json.loads(line)
        for n, event in enumerate(record["events"]):
            event["trigger"] = [place + 40 * (n % 2) for place in event["trigger"]]
            event["type"] = "CONSULT" if n % 3 == 0 else event["type"]
            event["date"] = {"earliest": "2011-01-01", "latest": None} if n % 2 else event["date"]
        record["statements"] = record["statements"][number % 2 :]
        yield json.dumps(record)


def test_score_of_a_folder(reader: None) -> None:
    result = run("score", need_shared() / "gold" / "seeds.jsonl", SHARED / "pages", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["events"]["f1"] == 1.0


def test_a_file_that_is_no_case(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("not a case, only notes " * 60)
    for command in (["timeline", notes], ["verify", notes], ["search", notes, "x"], ["build", notes, "-o", notes]):
        result = run(*command)
        assert result.exit_code == 1
        assert "not a case" in result.stderr
        assert "Traceback" not in result.stderr
    assert notes.read_text().startswith("not a case")


def test_usage_errors() -> None:
    assert run("build", "x.txt").exit_code == 2
    assert run("read").exit_code == 2
    assert run("nothing").exit_code == 2


def test_a_full_disk_says_how_to_go_on(reader: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rasad.engine import case as engine_case
    from rasad.store import db as store

    connect = store._connect

    def small(uri: str, path: Path) -> sqlite3.Connection:
        opened = connect(uri, path)
        opened.execute("PRAGMA max_page_count = 150")
        return opened

    path = tmp_path / "full.rasad"
    dev = sorted((need_shared() / "pages").glob("dev-*.txt"))
    monkeypatch.setattr(engine_case, "BATCH", 4)
    monkeypatch.setattr(store, "_connect", small)
    result = run("build", *dev, "-o", path)
    assert result.exit_code == 1
    assert "pages are kept" in result.stderr
    assert "run the same command again" in result.stderr
    monkeypatch.setattr(store, "_connect", connect)
    whole = run("build", *dev, "-o", path, "--json")
    assert whole.exit_code == 0
    tally = json.loads(whole.stdout)
    assert tally["known"] > 0
    assert tally["new"] + tally["known"] == len(dev)
    assert run("verify", path).exit_code == 0


def test_help_is_quick() -> None:
    """`rasad --help` must not import the reader or the store."""
    script = "import sys; from rasad.cli import main; print([m for m in sys.modules if m.startswith('rasad.')])"
    known = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "rasad.pipeline" not in known
    assert "rasad.store" not in known


@pytest.mark.parametrize("args", [("build", "--help"), ("timeline", "none.rasad")])
def test_python_m_rasad_is_rasad(args: tuple[str, ...], tmp_path: Path) -> None:
    called = subprocess.run(
        [sys.executable, "-m", "rasad", *args], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    same = run(*args)
    assert called.returncode == same.exit_code
    for said, wanted in ((called.stdout, same.stdout), (called.stderr, same.stderr)):  # lines are broken elsewhere
        assert said.split() == wanted.replace("Usage: main", "Usage: python -m rasad").split()
