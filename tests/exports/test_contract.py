"""What holds for every exporter: two names, the same bytes, a manifest, masks, filters, and all or nothing."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from exports.case import LATIN, SURNAME, demo, exported, run, texts
from rasad.engine.exporting import Wish, export_files, exporter, formats
from rasad.store.db import open_case
from rasad.store.queries import Filters

ALL = """
import sys
from rasad.cli import main
from rasad.engine.exporting import formats
for form in formats():
    main(["export", sys.argv[1], form, "-o", f"{sys.argv[2]}/{form}"], standalone_mode=False)
"""


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_formats_are_all_there() -> None:
    assert set(formats()) >= {
        "annotations", "atom", "csv", "ftm", "gdelt_mentions", "geojson", "gexf", "ical", "jsonl", "parquet",
        "petrarch", "polecat", "prodigy", "tidy", "timelinejs", "webanno",
    }  # fmt: skip


@pytest.mark.parametrize("form", formats())
def test_an_exporter_has_its_names(form: str) -> None:
    about = exporter(form)
    assert about.DESCRIPTION
    assert isinstance(about.EXTENSION, str)
    assert about.write.__doc__


@pytest.mark.parametrize("form", formats())
def test_the_manifest_tells_what_was_written(form: str) -> None:
    folder = exported(form)
    manifest = json.loads((folder / f"{form}.manifest.json").read_text("utf-8"))
    there = {name: data for name, data in everything(folder).items() if name != f"{form}.manifest.json"}
    assert {one["path"]: one["sha256"] for one in manifest["files"]} == {
        name: sha256(data).hexdigest() for name, data in there.items()
    }
    assert manifest["rule_version"]
    assert manifest["filters"] == {}
    assert "masked" in manifest["private_people"]


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed, zone, lang in (("one", "1", "UTC", "C.UTF-8"), ("two", "98765", "Asia/Tehran", "C")):
        here = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": lang}
        subprocess.run([sys.executable, "-c", ALL, demo(), tmp_path / name], env=here, check=True, capture_output=True)
    one, two = everything(tmp_path / "one"), everything(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def shown(form: str, *options: str) -> str:
    """Everything that an export says, also in packed files."""
    found = []
    for path in sorted(exported(form, *options).iterdir()):
        if path.suffix == ".parquet":
            found.append(json.dumps(pyarrow.parquet.read_table(path).to_pylist(), default=str, ensure_ascii=False))
        else:
            found.append(path.read_text("utf-8").replace("\r\n ", ""))
    return "\n".join(found)


@pytest.mark.parametrize("form", formats())
def test_private_people_are_masked(form: str) -> None:
    assert SURNAME not in shown(form)
    assert LATIN not in shown(form)


@pytest.mark.parametrize("form", ["tidy", "parquet", "jsonl", "prodigy", "polecat"])
def test_a_reason_unmasks_them(form: str) -> None:
    assert LATIN in shown(form, "--unmask", "he asked for it")
    manifest = exported(form, "--unmask", "he asked for it") / f"{form}.manifest.json"
    assert "he asked for it" in manifest.read_text("utf-8")


def test_who_has_a_post_is_not_private() -> None:
    assert "Hassan al-Ghabash" in shown("tidy")


def test_the_numbers_of_private_people_do_not_hang_on_the_filters() -> None:
    part = shown("tidy", "--lang", "ar")
    named = {word for word in part.replace(",", " ").split() if word.startswith("private:")}
    assert named
    assert named <= set(shown("tidy").replace(",", " ").split())


@pytest.mark.parametrize("form", formats())
def test_filters_keep_a_part(form: str) -> None:
    manifest = json.loads((exported(form, "--actor", "IRQ") / f"{form}.manifest.json").read_text("utf-8"))
    assert manifest["filters"] == {"actor": "IRQ"}
    assert 0 < manifest["pages"] < 16
    assert 0 < manifest["events"] < 59


def test_what_is_filtered_is_what_the_timeline_shows(tmp_path: Path) -> None:
    keep = ("--actor", "SYR", "--from", "2023-05", "--lang", "ar")
    lines = run("timeline", demo(), *keep, "--json").stdout.splitlines()
    rows = run("export", demo(), "csv", *keep).stdout.splitlines()[1:]
    assert [json.loads(line)["id"] for line in lines] == [row.partition(",")[0] for row in rows]


def test_a_wrong_wish_is_wrong_usage(tmp_path: Path) -> None:
    assert run("export", demo(), "docx").exit_code == 2
    assert run("export", demo(), "csv", "--from", "yesterday").exit_code == 2
    refused = run("export", demo(), "tidy")
    assert refused.exit_code == 1
    assert "-o FOLDER" in refused.stderr


def test_a_file_is_a_file_and_a_name_without_ending_a_folder(tmp_path: Path) -> None:
    assert run("export", demo(), "csv", "-o", tmp_path / "mine.csv").exit_code == 0
    assert run("export", demo(), "csv", "-o", tmp_path / "mine").exit_code == 0
    assert sorted(everything(tmp_path)) == [
        "mine.csv", "mine.csv.manifest.json", "mine/csv.manifest.json", "mine/demo.csv",
    ]  # fmt: skip


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("export", demo(), "tidy", "-o", tmp_path).exit_code == 0
    before = everything(tmp_path)

    def broken(db: Any, out: Path) -> None:
        (out / "events.csv").write_text("half of it")
        raise OSError("No space left on device")

    monkeypatch.setattr(exporter("tidy"), "write", broken)
    assert run("export", demo(), "tidy", "-o", tmp_path).exit_code == 1
    assert everything(tmp_path) == before


def test_files_of_pages_that_went_are_taken_away(tmp_path: Path) -> None:
    def names() -> set[str]:
        return {path.name for path in tmp_path.iterdir()}

    (tmp_path / "mine.txt").write_text("not Rasad's")
    for keep, there in ((Filters(), True), (Filters(lang="fa"), False)):
        with open_case(demo()) as case:
            export_files(case, Wish("webanno", keep), tmp_path)
        assert any(name.startswith("12-ar-tunis") for name in names()) == there
    assert "mine.txt" in names()


def test_no_id_leads_to_a_private_person() -> None:
    """Sightings of all pages are put together under ids of their own: these are masked too, with the same number."""
    with open_case(demo()) as case:
        actors = {a for (a,) in case.db.execute("SELECT id FROM actor WHERE native LIKE '%الحلواني%'")}
    assert actors
    for form in ("tidy", "jsonl", "parquet"):
        assert not any(actor in shown(form) for actor in actors)
    (page,) = (sha for sha, text in texts(masked=False).items() if SURNAME in text)
    rows = [line.split(",") for line in (exported("tidy") / "parties.csv").read_text("utf-8").splitlines()]
    assert len({row[5] for row in rows if row[4] == page and row[5].startswith("private:")}) == 1


def test_the_last_word_of_a_phrase_is_not_masked() -> None:
    """«… جمهوری اسلامی ایران», taken for a speaker, must not hide the name of the country on the page."""
    assert any("برچسب ها: ایران • روسیه • ترکیه" in text for text in texts().values())


@pytest.mark.parametrize("form", formats())
def test_an_empty_case_can_be_exported(form: str, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("nothing to read here", encoding="utf-8")
    run("build", tmp_path / "p.txt", "-o", tmp_path / "c.rasad")
    result = run("export", tmp_path / "c.rasad", form, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    for path in (tmp_path / "out").glob("*.*json*"):
        if path.suffix in (".json", ".jsonld", ".geojson") and path.stat().st_size:
            json.loads(path.read_text("utf-8"))
