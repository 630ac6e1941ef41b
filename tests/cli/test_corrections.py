"""People put a case right: every verb, what it changes, and that pages and ledger give the same case again."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
HOMS = ("09-ar-homs-attack", "10-fa-homs-attack")
PRIVATE = "حسن الغباش"
"""A minister, whom the packs do not know; here he stands for a private person."""
WHY = ("--reason", "so it is")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def done(*args: object) -> Result:
    result = run(*args)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "examples.rasad"
    done("build", *PAGES, "-o", path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "a.rasad"))


def events(case: Path, *keep: object) -> dict[str, dict[str, Any]]:
    rows = map(json.loads, done("timeline", case, "--json", *keep).stdout.splitlines())
    return {row["id"]: row for row in rows}


def attack(case: Path) -> str:
    """The attack in Homs that two pages tell."""
    return next(i for i, e in events(case, "--type", "ASSAULT").items() if e["place"] == "Homs" and e["pages"] == 2)


def raisi(case: Path) -> tuple[str, str]:
    """Two events of one visit, both told by two pages."""
    found = events(case, "--type", "CONSULT", "--from", "2023-05-03", "--to", "2023-05-03", "--actor", "Raisi")
    one, two, *_ = sorted(event["id"] for event in found.values() if event["pages"] == 2)
    return one, two


def told(case: Path, reports: set[str]) -> list[set[str]]:
    """Give the pages of the reports, event by event."""
    found: dict[str, set[str]] = {}
    with sqlite3.connect(case) as db:
        for event, report, page in db.execute("SELECT event, report, id FROM event_report JOIN page ON sha256 = page"):
            if report in reports:
                found.setdefault(event, set()).add(page)
    return sorted(found.values(), key=sorted)


def reports_of(case: Path, event: str) -> set[str]:
    data = json.loads(done("show", case, event, "--json").stdout)
    return {report["telling"]["report"] for report in data["reports"]}


def states(case: Path) -> list[str]:
    return [json.loads(line)["state"] for line in done("ledger", case, "--json").stdout.splitlines()]


def rows(case: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(case) as db:
        names = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [n for n in names if not n.startswith(("search", "sqlite"))]
        return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in kept}


@pytest.mark.parametrize(
    ("field", "text", "path", "value"),
    [
        ("date", "2023-10-04", ("date", "earliest"), "2023-10-04"),
        ("date", "2023-10", ("date", "latest"), "2023-10-31"),
        ("date", "2023-10-04/..", ("date", "latest"), None),
        ("date", "unknown", ("date", "precision"), "unknown"),
        ("type", "coerce", ("type",), "COERCE"),
        ("mode", "none", ("mode",), None),
        ("status", "denied", ("status",), "denied"),
        ("place", "Tehran", ("country",), "IRN"),
        ("place", "none", ("place",), None),
        ("actors", "Iran; per-bashar-al-assad", ("actors", 1, "id"), "per-bashar-al-assad"),
        ("recipients", "none", ("recipients",), []),
    ],
)
def test_a_field_is_corrected(case: Path, field: str, text: str, path: tuple[str | int, ...], value: object) -> None:
    event = attack(case)
    done("correct", case, f"{event}.{field}", text, *WHY, "--who", "me", "--when", "2026-11-22")
    found: Any = events(case)[event]
    for step in path:
        found = found[step]
    assert found == value
    assert (found_line := events(case)[event])["ledger"] == [1]
    assert found_line["corrected"] == [field]
    assert f"ledger:1  [{event}]" in done("timeline", case).stdout
    assert f"ledger:1  {field}: " in done("show", case, event).stdout
    reasons = [json.loads(line) for line in done("explain", case, f"{event}.{field}", "--json").stdout.splitlines()]
    assert (reasons[0]["rule"], reasons[0]["steps"][1:]) == ("ledger:1", ["me", "so it is"])
    assert done("verify", case).stdout.endswith(": 0 wrong\n")


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("date", "yesterday", 1), ("date", "2023-13", 1), ("date", "2024/2023", 1), ("type", "QUARREL", 1),
        ("status", "sure", 1), ("mode", "by hand", 1), ("actors", "Nobody At All", 1), ("colour", "red", 2),
        ("pages", "3", 2),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused_and_leaves_no_line(case: Path, field: str, text: str, code: int) -> None:
    assert run("correct", case, f"{attack(case)}.{field}", text, *WHY).exit_code == code
    assert not case.with_name("a.rasad.ledger.jsonl").exists()


def test_a_reason_is_asked_for(case: Path) -> None:
    assert run("reject", case, attack(case)).exit_code == 2
    assert run("correct", case, f"{attack(case)}.type", "COERCE").exit_code == 2


def test_merge_split_and_undo(case: Path) -> None:
    before = rows(case)
    one, two = raisi(case)
    reports = reports_of(case, one) | reports_of(case, two)
    done("merge", case, one, two, *WHY)
    (merged,) = {one, two} & events(case).keys()
    for event in (one, two):
        assert done("show", case, event).stdout.splitlines()[0].endswith(f"[{merged}]")
    assert "nothing to merge" in run("merge", case, one, two, *WHY).stderr
    done("split", case, one, "05-ar-raisi-damascus", *WHY)
    assert told(case, reports) == [{"04-fa-raisi-damascus"}, {"05-ar-raisi-damascus"}]
    assert states(case) == ["overruled", "holds"]
    done("undo", case, 2, *WHY)
    assert len(told(case, reports)) == 1
    done("undo", case, 1, *WHY)
    assert states(case) == ["undone", "undone", "holds", "holds"]
    after = rows(case)
    assert {name for name in after if after[name] != before[name]} == {"judgement"}
    done("undo", case, 4, *WHY)
    assert len(told(case, reports)) == 1


def test_split_needs_a_report_and_a_rest(case: Path) -> None:
    event = attack(case)
    assert run("split", case, event, *HOMS, *WHY).exit_code == 1
    assert run("split", case, event, "05-ar-raisi-damascus", *WHY).exit_code == 1
    done("split", case, event, HOMS[1], *WHY)
    assert event in events(case)
    assert events(case)[event]["contradictions"] == 0


def test_reject_leaves_reports_out(case: Path) -> None:
    event = attack(case)
    done("reject", case, event, HOMS[1], *WHY)
    assert events(case)[event]["pages"] == 1
    done("reject", case, event, *WHY)
    assert event not in events(case)
    assert run("show", case, event).exit_code == 1


def test_actors_are_one_or_two(case: Path) -> None:
    done("same-actor", case, "Iran", "Syria", *WHY)
    assert events(case, "--actor", "country:SYR") == {}
    assert "are one actor already" in run("same-actor", case, "Iran", "IRN", *WHY).stderr
    done("not-same-actor", case, "Iran", "Syria", *WHY)
    assert states(case) == ["overruled", "holds"]
    assert events(case, "--actor", "country:SYR")
    assert run("same-actor", case, "Iran", "Denmark", *WHY).exit_code == 1


def test_accepting_and_noting_change_no_event(case: Path) -> None:
    def unjudged() -> list[dict[str, Any]]:
        return [{**event, "ledger": []} for event in events(case).values()]

    before = unjudged()
    done("accept", case, attack(case))
    done("note", case, attack(case), "look at the second page again", "--who", "me")
    assert unjudged() == before
    assert "note holds  me  look at the second page again" in done("show", case, attack(case)).stdout


def everything(case: Path) -> list[str]:
    """What every command shows of a case, for people and for programs."""
    ids = events(case)
    asked: list[tuple[object, ...]] = [(verb, case, id_) for verb in ("show", "explain", "origins") for id_ in ids]
    asked += [(verb, case) for verb in ("timeline", "events", "statements", "contradictions", "copies", "ledger")]
    asked += [("search", case, "الغباش"), ("search", case, "وزير الصحة")]
    forms = [json.loads(line)["format"] for line in done("export", case, "--json").stdout.splitlines()]
    shown = [done(*command, *more).stdout for command in asked for more in ((), ("--json",))]
    for form in forms:
        folder = case.parent / "exported" / form
        done("export", case, form, "-o", folder, "--unmask", "a test")
        shown += [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.iterdir())]
    return shown


def test_a_masked_name_is_shown_nowhere(case: Path) -> None:
    assert any("غباش" in text for text in everything(case))
    done("mask", case, PRIVATE, "--name", "an official", *WHY)
    shown = everything(case)
    assert not any("غباش" in text for text in shown)
    assert any("an official" in text for text in shown)
    assert any("█" in text for text in shown)
    assert done("verify", case).stdout.endswith(": 0 wrong\n")
    assert done("statements", case, "--actor", PRIVATE).stdout  # who knows the name still finds him
    done("undo", case, 1, *WHY)
    assert any("غباش" in text for text in everything(case))


def test_who_is_the_same_as_somebody_masked_is_masked(case: Path) -> None:
    done("same-actor", case, "Ali Khamenei", PRIVATE, *WHY)
    done("mask", case, PRIVATE, *WHY)
    assert not any("Khamenei" in text for text in everything(case))


def statements(case: Path, *keep: object) -> dict[str, dict[str, Any]]:
    rows = map(json.loads, done("statements", case, "--json", *keep).stdout.splitlines())
    return {row["id"]: row for row in rows}


def said(case: Path) -> str:
    """The id of one statement, always the same."""
    return min(statements(case))


@pytest.mark.parametrize(
    ("field", "text", "path", "value"),
    [
        ("speaker", "per-bashar-al-assad", ("speaker", "id"), "per-bashar-al-assad"),
        ("speaker", PRIVATE, ("speaker", "name"), "Hassan al-Ghabash"),
        ("stance", "denies", ("stance",), "denies"),
        ("form", "direct", ("form",), "direct"),
    ],
)
def test_a_field_of_a_statement_is_corrected(
    case: Path, field: str, text: str, path: tuple[str, ...], value: object
) -> None:
    before = rows(case)
    shown = done("correct", case, f"{said(case)[:10]}.{field}", text, *WHY, "--who", "me")
    assert "ledger:1  edit" in shown.stdout
    found: Any = statements(case)[said(case)]
    assert (found["ledger"], found["corrected"]) == ([1], [field])
    for step in path:
        found = found[step]
    assert found == value
    assert "ledger:1" in done("statements", case).stdout
    after = rows(case)
    changed = {"judgement", "statement_judgement", "statement_edit"}
    assert {name for name in after if after[name] != before[name]} == changed  # what was read stays
    assert done("verify", case).stdout.endswith(": 0 wrong\n")
    done("undo", case, 1, *WHY)
    assert {name for name in rows(case) if rows(case)[name] != before[name]} == {"judgement"}


def test_a_corrected_speaker_is_found_and_the_old_one_is_not(case: Path) -> None:
    one = said(case)
    old = statements(case)[one]["speaker"]["id"]
    done("correct", case, f"{one}.speaker", "per-bashar-al-assad", *WHY)
    assert one in statements(case, "--actor", "per-bashar-al-assad")
    assert one not in statements(case, "--actor", old)


def test_statements_are_accepted_noted_and_rejected(case: Path) -> None:
    one = said(case)
    done("accept", case, one)
    done("note", case, one, "look at it again")
    assert statements(case)[one]["ledger"] == [1, 2]
    done("reject", case, one, *WHY)
    assert one not in statements(case)
    done("undo", case, 3, *WHY)
    assert one in statements(case)


def test_of_two_corrections_of_a_field_the_later_holds(case: Path) -> None:
    one = said(case)
    done("correct", case, f"{one}.stance", "denies", *WHY)
    done("correct", case, f"{one}.stance", "demands", *WHY)
    done("correct", case, f"{one}.addressee", "none", *WHY)
    assert states(case) == ["overruled", "holds", "holds"]
    assert statements(case)[one]["stance"] == "demands"
    done("undo", case, 2, *WHY)
    assert states(case) == ["holds", "undone", "holds", "holds"]
    assert statements(case)[one]["stance"] == "denies"


@pytest.mark.parametrize(
    ("asked", "text"), [("stance", "shouts"), ("form", "sung"), ("speaker", "none"), ("speaker", "Nobody At All")]
)
def test_what_is_no_value_of_a_statement_is_refused(case: Path, asked: str, text: str) -> None:
    assert run("correct", case, f"{said(case)}.{asked}", text, *WHY).exit_code == 1
    assert run("correct", case, f"ffffffffffff.{asked}", "denies", *WHY).exit_code == 1
    assert not case.with_name("a.rasad.ledger.jsonl").exists()


def test_a_judged_statement_waits_for_its_page(case: Path) -> None:
    one = said(case)
    page = statements(case)[one]["page_id"]
    done("correct", case, f"{one}.stance", "denies", *WHY)
    done("forget", case, page)
    assert states(case) == ["orphan"]
    assert "no statement at [" in done("ledger", case, "--state", "orphan").stdout
    done("build", *PAGES, "-o", case)
    assert (states(case), statements(case)[one]["stance"]) == (["holds"], "denies")


def judged(case: Path) -> None:
    """A judgement of every kind."""
    one, two = raisi(case)
    done("merge", case, one, two, *WHY)
    done("correct", case, f"{one}.date", "2023-05-04", *WHY)
    done("split", case, attack(case), HOMS[1], *WHY)
    done("same-actor", case, "Syria", "Syrian army", *WHY)
    done("not-same-actor", case, "Syria", "Iran", *WHY)
    done("note", case, one, "read twice")
    done("mask", case, PRIVATE, *WHY)
    last = max(events(case, "--type", "AGREE"))
    done("reject", case, last, *WHY)
    done("accept", case, one)
    done("undo", case, 8, *WHY)
    for field, text in (("speaker", "per-bashar-al-assad"), ("stance", "denies")):
        done("correct", case, f"{said(case)}.{field}", text, *WHY)
    done("reject", case, max(statements(case)), *WHY)


def test_pages_and_ledger_give_the_same_case_again(case: Path, tmp_path: Path) -> None:
    judged(case)
    again = tmp_path / "again.rasad"
    shutil.copy(f"{case}.ledger.jsonl", f"{again}.ledger.jsonl")
    for page in PAGES:  # in one run, sorted, as the first case was
        assert page.exists()
    done("build", *PAGES, "-o", again)
    assert rows(again) == rows(case)
    for form in ("jsonl", "csv"):
        assert done("export", again, form).stdout_bytes == done("export", case, form).stdout_bytes
    assert done("diff", case, again).stdout == ""
    assert done("ledger", again, "--verify").stdout == "13 lines in the case: 0 wrong\n"


def test_judgements_come_with_their_pages(case: Path, tmp_path: Path) -> None:
    """Pages that come one by one, or are forgotten and come again, find what was judged on them."""
    judged(case)
    wanted = done("timeline", case, "--json").stdout
    done("forget", case, HOMS[1], "04-fa-raisi-damascus")
    assert "orphan" in states(case)
    assert done("verify", case).exit_code == 0
    done("build", *PAGES, "-o", case)
    assert "orphan" not in states(case)
    assert done("timeline", case, "--json").stdout == wanted


def test_orphans_are_listed(case: Path) -> None:
    done("split", case, attack(case), HOMS[1], *WHY)
    done("forget", case, HOMS[1])
    (line,) = done("ledger", case, "--state", "orphan").stdout.splitlines()
    assert "split" in line
    assert "no report at [" in line
    done("accept", case, max(events(case)))
    assert len(done("ledger", case, "--state", "orphan").stdout.splitlines()) == 1


def test_diff_names_the_ledger(built: Path, case: Path) -> None:
    done("correct", case, f"{attack(case)}.status", "denied", *WHY)
    (row,) = map(json.loads, done("diff", built, case, "--json").stdout.splitlines())
    assert {"field": "status", "before": "actual", "after": "denied"} in row["differences"]
    assert row["causes"][0].startswith("ledger: edit ")


@pytest.mark.parametrize("harm", ["changed", "shortened", "gone", "rewritten"])
def test_tampering_is_found(case: Path, harm: str) -> None:
    done("accept", case, attack(case), "--who", "me")
    done("correct", case, f"{attack(case)}.status", "denied", *WHY)
    ledger = case.with_name("a.rasad.ledger.jsonl")
    text = ledger.read_text("utf-8")
    if harm == "changed":
        ledger.write_text(text.replace("denied", "planned"), "utf-8")
    elif harm == "shortened":
        ledger.write_text(text.splitlines(keepends=True)[0], "utf-8")
    else:
        ledger.unlink()
    if harm == "rewritten":
        other = case.with_name("b.rasad")
        shutil.copy(case, other)
        with sqlite3.connect(other) as db:
            db.execute("DELETE FROM judgement")
        done("accept", other, attack(other), "--who", "somebody else")
        other.with_name("b.rasad.ledger.jsonl").rename(ledger)
    for command in (("verify", case), ("ledger", case, "--verify")):
        result = run(*command)
        assert result.exit_code == 1
        assert "line" in result.stdout
    before = rows(case)
    refused = run("accept", case, max(events(case)))
    assert refused.exit_code == 1
    assert "Put the ledger back" in refused.stderr
    page = case.with_name("new.txt")
    page.write_text("دمشق، 5 مايو (سانا) التقى الرئيس السوري بشار الأسد وزيرا في دمشق.", "utf-8")
    assert run("build", *PAGES, page, "-o", case).exit_code == 1
    assert rows(case) == before
    ledger.write_text(text, "utf-8")
    assert done("verify", case).stdout.endswith(": 0 wrong\n")


def test_tampering_with_the_copy_in_the_case_is_found(case: Path) -> None:
    done("correct", case, f"{attack(case)}.status", "denied", *WHY)
    with sqlite3.connect(case) as db:
        db.execute("UPDATE judgement SET line = replace(line, 'so it is', 'so it is not')")
    assert "was changed" in run("verify", case).stdout
    with sqlite3.connect(case) as db:
        db.execute("UPDATE judgement SET state = 'undone'")
    assert "which does not hold" in run("verify", case).stdout


def test_a_ledger_from_elsewhere_is_taken_up(built: Path, case: Path, tmp_path: Path) -> None:
    done("correct", case, f"{attack(case)}.status", "denied", *WHY)
    other = Path(shutil.copy(built, tmp_path / "other.rasad"))
    shutil.copy(f"{case}.ledger.jsonl", f"{other}.ledger.jsonl")
    assert "not in the case yet" in run("ledger", other, "--verify").stdout
    done("ledger", other, "--replay")
    assert rows(other) == rows(case)


def test_a_lost_ledger_is_written_from_the_case(case: Path) -> None:
    assert "it has no line" in run("ledger", case, "--restore").stderr
    done("accept", case, attack(case))
    done("correct", case, f"{attack(case)}.status", "denied", *WHY)
    ledger = case.with_name("a.rasad.ledger.jsonl")
    before = ledger.read_bytes()
    assert "is there already" in run("ledger", case, "--restore").stderr
    ledger.unlink()
    done("ledger", case, "--restore")
    assert ledger.read_bytes() == before
    with sqlite3.connect(case) as db:
        db.execute("UPDATE judgement SET line = replace(line, 'denied', 'planned')")
    ledger.unlink()
    assert run("ledger", case, "--restore").exit_code == 1
    assert not ledger.exists()


def test_no_case_no_judgement(tmp_path: Path) -> None:
    for command in (("accept", tmp_path / "none.rasad", "x"), ("ledger", tmp_path / "none.rasad")):
        assert run(*command).exit_code == 1
    assert list(tmp_path.iterdir()) == []
