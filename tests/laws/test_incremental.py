"""A new page changes only what it touches, and what was worked out for the others is not worked out again."""

import json
import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main
from rasad.engine import keys
from rasad.store.rows import Entry

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html"))
WHY = ("--reason", "so it is")


def run(*args: object) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    return result


def shown(case: Path) -> tuple[str, bytes, bytes]:
    exported = (run("export", case, form).stdout_bytes for form in ("jsonl", "csv"))
    return (run("events", case, "--json").stdout, *exported)  # type: ignore[return-value]


def test_a_page_changes_only_its_own_events(tmp_path: Path) -> None:
    fewer, more = tmp_path / "fewer.rasad", tmp_path / "more.rasad"
    run("build", *PAGES[:-1], "-o", fewer)
    shutil.copy(fewer, more)
    run("build", PAGES[-1], "-o", more)
    for line in run("diff", fewer, more, "--json").stdout.splitlines():
        assert json.loads(line)["causes"] == [f"pages added: {PAGES[-1].stem}"]


def test_pages_are_read_for_fusion_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: list[str] = []
    whole = keys.keys_of

    def counted(entry: Entry) -> bytes:
        worked_out.append(entry.record.id)
        return whole(entry)

    monkeypatch.setattr(keys, "keys_of", counted)
    case = tmp_path / "a.rasad"
    run("build", *PAGES[:3], "-o", case)
    assert len(worked_out) == 3
    run("build", *PAGES[:4], "-o", case)
    assert worked_out[3:] == [PAGES[3].stem]
    run("forget", case, PAGES[0].stem)
    assert len(worked_out) == 4


def test_what_is_kept_may_be_lost_or_old(tmp_path: Path) -> None:
    case = tmp_path / "a.rasad"
    run("build", *PAGES, "-o", case)
    before = shown(case)
    with sqlite3.connect(case) as db:
        kept = db.execute("SELECT * FROM fusion_key ORDER BY page").fetchall()
        db.execute("DELETE FROM fusion_key WHERE page IN (SELECT page FROM fusion_key LIMIT 3)")
        db.execute("UPDATE fusion_key SET version = 'old', data = x'00' WHERE page > '8'")
    run("build", PAGES[0], "-o", case)
    assert shown(case) == before
    with sqlite3.connect(case) as db:
        assert db.execute("SELECT * FROM fusion_key ORDER BY page").fetchall() == kept


def test_judgements_hold_in_any_order_of_arrival(tmp_path: Path) -> None:
    first = tmp_path / "first.rasad"
    run("build", *PAGES, "-o", first)
    rows = [json.loads(line) for line in run("timeline", first, "--json").stdout.splitlines()]
    two, *others = sorted((r["id"] for r in rows if r["pages"] == 2), reverse=True)
    alone = [r["id"] for r in rows if r["pages"] == 1]
    page = json.loads(run("show", first, two, "--json").stdout)["reports"][0]["page_id"]
    run("split", first, two, page, *WHY)
    run("merge", first, alone[0], alone[1], *WHY)
    run("merge", first, alone[1], alone[2], *WHY)
    run("correct", first, f"{others[0]}.date", "2001", *WHY)
    run("reject", first, alone[3], *WHY)
    wanted = shown(first)
    for seed in (1, 2):
        again = tmp_path / f"{seed}.rasad"
        shutil.copy(f"{first}.ledger.jsonl", f"{again}.ledger.jsonl")
        shuffled = random.Random(seed).sample(PAGES, len(PAGES))
        run("build", *shuffled[:6], "-o", again)
        run("build", *shuffled[6:], "-o", again)
        assert shown(again) == wanted
