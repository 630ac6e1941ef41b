"""The commands on what pages are to each other, over the example pages."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "examples.rasad"
    assert run("build", *PAGES, "-o", path).exit_code == 0
    return path


def attack(case: Path) -> str:
    rows = [json.loads(line) for line in run("timeline", case, "--type", "ASSAULT", "--json").stdout.splitlines()]
    return str(next(row["id"] for row in rows if row["place"] == "Homs" and row["pages"] == 2))


def test_origins_are_a_tree(case: Path) -> None:
    lines = run("origins", case, attack(case)[:8]).stdout.splitlines()
    assert lines[0].endswith(f"[{attack(case)}]")
    assert "Syrian Observatory for Human Rights (organization): counted, innermost link of 1 page" in lines
    assert "└─ 09-ar-homs-attack  outlet unknown  ar  published 2023-10-05" in lines


def test_an_event_without_a_stated_origin_counts_none(case: Path) -> None:
    rows = [json.loads(line) for line in run("timeline", case, "--json").stdout.splitlines()]
    bare = next(row["id"] for row in rows if row["origins"] == 0)
    assert "no origin is stated: counts 0" in run("origins", case, bare).stdout.splitlines()


def test_origins_as_data(case: Path) -> None:
    data = json.loads(run("origins", case, attack(case), "--json").stdout)
    counted = [b["origin"]["counted"] for b in data["origins"] if b["origin"]]
    assert counted == [True, True]
    assert {way["told_on"]["page_id"] for b in data["origins"] for way in b["ways"]} == {
        "09-ar-homs-attack", "10-fa-homs-attack",
    }  # fmt: skip
    assert run("origins", case, "zzz").exit_code == 1


def test_an_occasion_shows_its_parts(case: Path) -> None:
    rows = {row["id"]: row for row in map(json.loads, run("timeline", case, "--json").stdout.splitlines())}
    part = next(row for row in rows.values() if row["part_of"] and row["mode"] == "meeting" and row["pages"] == 2)
    whole = rows[part["part_of"]]
    assert (whole["type"], whole["mode"]) == ("CONSULT", "visit")
    for verb in ("show", "origins"):
        of = [line for line in run(verb, case, part["id"]).stdout.splitlines() if line.startswith("part of: ")]
        assert [line.endswith(f"[{whole['id']}]") for line in of] == [True]
        assert f"[{part['id']}]" in run(verb, case, whole["id"]).stdout
    data = json.loads(run("show", case, part["id"], "--json").stdout)
    assert data["part_of"]["whole"] == whole["id"]
    assert "is the guest" in data["part_of"]["reasons"][1]
    header, *lines = run("export", case, "csv").stdout.splitlines()
    assert header.endswith(",part_of")
    assert sum(line.endswith(f",{whole['id']}") for line in lines) >= 1


def test_contradictions_and_their_filters(case: Path) -> None:
    rows = [json.loads(line) for line in run("contradictions", case, "--json").stdout.splitlines()]
    assert [row["row"]["kind"] for row in rows] == ["update"]
    assert run("contradictions", case, "--kind", "conflict").stdout == ""
    updates = run("contradictions", case, "--kind", "update").stdout
    assert "update on people killed: 80 against at least 112" in updates
    assert "conflict" not in updates
    assert run("contradictions", case, "--kind", "update", "--to", "2022").stdout == ""
    assert run("contradictions", case, "--kind", "quarrel").exit_code == 2
    assert run("contradictions", case, "--from", "soon").exit_code == 2


def test_both_sides_of_a_contradiction_are_quoted(case: Path) -> None:
    event, clash, *sides, origins = run("contradictions", case).stdout.splitlines()
    assert event.endswith(f"[{attack(case)}]")
    assert clash.strip().startswith(
        "update on people killed: 80 against at least 112; the higher count is of a later day"
    )
    assert [side.strip().partition(": ")[0] for side in sides[::2]] == ["80", "at least 112"]
    assert ["⟦ثمانون قتيلا⟧" in sides[1], "⟦دست‌کم ۱۱۲ نفر⟧" in sides[3]] == [True, True]
    assert sides[0].endswith("according to Hassan al-Ghabash")
    assert origins.strip() == "two origins"


def test_a_denial_and_one_page_with_two_tellers(tmp_path: Path) -> None:
    told = (
        "انفجار في سوق مدينة كركوك\n\nقال المتحدث باسم وزارة الداخلية العراقية سعد معن إن انفجار سيارة مفخخة في كركوك "
        "يوم 4 مايو 2017 أدى إلى مقتل 12 شخصا. وقال محافظ كركوك نجم الدين كريم إن الانفجار أدى إلى مقتل 19 شخصا.\n"
    )
    denied = (
        "وزارة الداخلية العراقية تنفي وقوع انفجار سيارة مفخخة في مدينة كركوك\n\n"
        "نفت وزارة الداخلية العراقية وقوع انفجار سيارة مفخخة في مدينة كركوك يوم 4 مايو 2017.\n"
    )
    for name, text in (("told.txt", told), ("denied.txt", denied)):
        (tmp_path / name).write_text(text, "utf-8")
    path = tmp_path / "two.rasad"
    assert run("build", tmp_path / "told.txt", tmp_path / "denied.txt", "-o", path).exit_code == 0
    status, count = (json.loads(line) for line in run("contradictions", path, "--json").stdout.splitlines())
    assert (status["row"]["value"], status["row"]["other_value"]) == ("actual", "denied")
    assert "⟦نفت⟧" in status["other_words"]
    assert (count["row"]["value"], count["row"]["other_value"], count["same_origin"]) == ("12", "19", False)
    assert [count["origin"], count["other_origin"]] == ["Interior ministry spokesperson of Iraq", "Najmaldin Karim"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A case in which one page repeats another one with a line of its own."""
    whole = (EXAMPLES / "09-ar-homs-attack.txt").read_text("utf-8")
    (tmp_path / "copy.txt").write_text(f"{whole}\nنقلا عن وكالة أخرى\n", "utf-8")
    path = tmp_path / "copied.rasad"
    assert run("build", EXAMPLES / "09-ar-homs-attack.txt", tmp_path / "copy.txt", "-o", path).exit_code == 0
    return path


def test_copies_are_listed_and_marked(copied: Path) -> None:
    (row,) = [json.loads(line) for line in run("copies", copied, "--json").stdout.splitlines()]
    assert {row["page"]["page_id"], row["other"]["page_id"]} == {"copy", "09-ar-homs-attack"}
    assert row["share"] > 0.9
    assert row["kind"] == "wording"
    assert "runs of 8 words" in run("copies", copied, "--type", "ASSAULT").stdout
    assert run("copies", copied, "--type", "SANCTION").stdout == ""
    assert "[repeats, or is repeated by, " in run("origins", copied, attack(copied)).stdout


def test_diff_of_a_case_and_itself(case: Path) -> None:
    result = run("diff", case, case)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 events lost, 0 changed, 0 added" in result.stderr


def test_diff_names_pages(case: Path, tmp_path: Path) -> None:
    fewer = tmp_path / "fewer.rasad"
    assert run("build", *(p for p in PAGES if not p.name.startswith("10-")), "-o", fewer).exit_code == 0
    rows = [json.loads(line) for line in run("diff", fewer, case, "--json").stdout.splitlines()]
    assert {"added", "changed"} <= {row["what"] for row in rows}
    assert all(row["joined"] for row in rows if row["what"] == "lost")  # the new page made one event of two
    assert {cause for row in rows for cause in row["causes"]} == {"pages added: 10-fa-homs-attack"}
    homs = next(row for row in rows if row["after"] and row["after"]["id"] == attack(case))
    assert {"field": "contradictions", "before": "0", "after": "1"} in homs["differences"]
    back = run("diff", case, fewer).stdout
    assert "because: pages removed: 10-fa-homs-attack" in back
    assert run("diff", fewer, case, "--type", "MOBILIZE").stdout == ""


def test_diff_names_rules(case: Path, tmp_path: Path) -> None:
    import sqlite3

    other = tmp_path / "other.rasad"
    shutil.copy(case, other)
    with sqlite3.connect(other) as db:
        db.execute("UPDATE page SET rule_version = 'new'")
        db.execute("UPDATE run SET packs = 'new'")
        db.execute("UPDATE event SET status = 'planned' WHERE id = ?", (attack(case),))
    (row,) = [json.loads(line) for line in run("diff", case, other, "--json").stdout.splitlines()]
    assert row["differences"] == [{"field": "status", "before": "actual", "after": "planned"}]
    assert row["causes"][0].startswith("rules: packs ")
    assert row["causes"][0].endswith(" then new")
