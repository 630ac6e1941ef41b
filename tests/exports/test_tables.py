"""Tables: pandas and Polars read them, keys hold, and no cell is a formula."""

import csv
import json
import re
from pathlib import Path
from shutil import copyfile
from typing import Any

import pandas as pd
import polars as pl
import pyarrow.parquet
import pytest

from exports.case import demo, exported, only, run, texts
from rasad.exports import gdelt_mentions, petrarch, polecat
from rasad.packs.rows import read_rows
from rasad.sharing.tidy import tables

TYPES = {"string": "str", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "str"}


def read(name: str) -> pd.DataFrame:
    kinds = {column.name: TYPES[column.type] for column in tables()[name].columns}
    return pd.read_csv(exported("tidy") / f"{name}.csv", dtype=kinds, keep_default_na=False, na_values=[""])


@pytest.mark.parametrize("name", tables())
def test_pandas_reads_each_table_as_it_is_described(name: str) -> None:
    frame, table = read(name), tables()[name]
    assert list(frame.columns) == [column.name for column in table.columns]
    assert not frame.duplicated(list(table.key)).any()
    for column in table.columns:
        assert not (column.required and frame[column.name].isna().any()), column.name
    for name_there, other in table.of.items():
        assert set(frame[name_there].dropna()) <= set(read(other)[name_there]), name_there


@pytest.mark.parametrize("name", tables())
def test_parquet_and_csv_say_the_same(name: str) -> None:
    packed = pl.read_parquet(exported("parquet") / f"{name}.parquet")
    written = pl.read_csv(exported("tidy") / f"{name}.csv", schema_overrides=packed.schema)
    assert packed.equals(written)
    described = pyarrow.parquet.read_schema(exported("parquet") / f"{name}.parquet")
    assert described.metadata[b"description"].decode() == tables()[name].about


def test_quotes_are_the_words_at_their_places() -> None:
    pages = texts()
    for name in ("reports", "parties", "evidence", "statements", "skipped"):
        for row in read(name).to_dict("records"):
            cut = pages[row["page"]][row["start"] : row["end"]]
            assert row["quote"] == cut or row["quote"] == f"'{cut}" or (not cut and pd.isna(row["quote"]))


def test_the_package_describes_what_is_there() -> None:
    package = json.loads((exported("tidy") / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in package["resources"]] == list(tables())
    for one in package["resources"]:
        with (exported("tidy") / one["path"]).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == [field["name"] for field in one["schema"]["fields"]]
        assert one["rows"] == len(rows)
    book = (exported("tidy") / "CODEBOOK.md").read_text("utf-8")
    for name, table in tables().items():
        assert f"## {name}.csv" in book
        assert all(f"`{column.name}`" in book for column in table.columns)


def test_an_interval_is_no_day() -> None:
    events = read("events")
    intervals = events[events["edtf"].str.contains("/", na=False)]
    assert len(intervals) > 5
    assert (intervals["earliest"] != intervals["latest"]).all()


def test_polecat_has_its_forty_columns() -> None:
    frame = pd.read_csv(only("polecat"), sep="\t", dtype=str, quoting=csv.QUOTE_NONE, keep_default_na=False)
    assert tuple(frame.columns) == polecat.COLUMNS
    assert len(frame.columns) == 40
    assert frame["Event ID"].is_unique
    assert frame["Event Date"].str.fullmatch(r"(\d{4}-\d\d-\d\d)?").all()
    raisi = frame[frame["Actor Name"].str.contains("Ebrahim Raisi") & (frame["Event Mode"] == "visit")].iloc[0]
    assert (raisi["Event Type"], raisi["Quad Code"], raisi["Intensity"]) == ("CONSULT", "1", "4.0")
    assert {"meeting"}.isdisjoint(frame["Event Mode"])
    damascus = frame[frame["City"] == "Damascus"].iloc[0]
    assert (damascus["Country"], damascus["GeoNames ID"], damascus["Feature Type"]) == ("SYR", "170654", "city")


def test_what_is_planned_is_agreed_in_polecat() -> None:
    lines = [json.loads(line) for line in run("timeline", demo(), "--json").stdout.splitlines()]
    frame = pd.read_csv(only("polecat"), sep="\t", dtype=str, quoting=csv.QUOTE_NONE, keep_default_na=False)
    types = dict(zip(frame["Event ID"], frame["Event Type"], strict=True))
    planned = [line for line in lines if line["status"] == "planned" and line["type"] == "CONSULT"]
    assert planned
    assert all(types[line["id"]] == "AGREE" for line in planned)
    assert not {line["id"] for line in lines if line["status"] == "historical"} & types.keys()


def test_gdelt_mentions_point_into_the_text() -> None:
    names = list(gdelt_mentions.COLUMNS)
    assert len(names) == 16
    whole = ["GlobalEventID", "MentionType", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset"]
    frame = pd.read_csv(
        only("gdelt_mentions"), sep="\t", names=names, header=None, quoting=csv.QUOTE_NONE,
        dtype={**dict.fromkeys(names, "str"), **dict.fromkeys(whole, "int64")},
    )  # fmt: skip
    reports = read("reports").set_index("report")
    for row in frame.to_dict("records"):
        report = reports.loc[row["Extras"].split(";")[0].removeprefix("report=")]
        assert row["ActionCharOffset"] == report["start"]
        assert row["GlobalEventID"] == int(report["event"], 16)
        assert int(row["MentionDocLen"]) == len(texts()[report["page"]])
        assert row["SentenceID"] >= 1


def test_petrarch_has_a_day_two_actors_and_a_code() -> None:
    lines = [line.split("\t") for line in only("petrarch").read_text("utf-8").splitlines()]
    assert lines
    for line in lines:
        cells: dict[str, Any] = dict(zip(petrarch.COLUMNS, line, strict=True))
        assert len(cells["date"]) == 8
        assert cells["date"].isdigit()
        assert cells["code"].isdigit()
        assert cells["source"] != "---" or cells["target"] != "---"
        for side in ("source", "target"):
            assert cells[side] == "---" or re.fullmatch(r"[A-Z]{3}(?:[A-Z]{3})?", cells[side]), line
    assert ("IRNGOV", "SYRGOV") in {(line[1], line[2]) for line in lines}
    assert any(line[2] == "---" for line in lines)


def test_codes_are_codes_of_their_lists() -> None:
    """CAMEO has 20 roots, each code begins with its root; COW numbers are of states, from 2 (USA) to 990 (Samoa)."""
    codes = [row["cameo"] for row in read_rows("plover/codes.tsv")]
    assert len(codes) > 60
    assert [code for code in codes if not re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", code)] == []
    numbers = {row["iso3"]: int(row["cow"]) for row in read_rows("actors/country_cow.tsv")}
    assert len(set(numbers.values())) == len(numbers)
    assert {2 <= number <= 990 for number in numbers.values()} == {True}
    known = {"IRN": 630, "IRQ": 645, "SYR": 652, "USA": 2, "YEM": 679, "SSD": 626, "PRK": 731, "KOR": 732, "SRB": 345}
    assert {iso3: numbers[iso3] for iso3 in known} == known
    assert not {"PSE", "ESH", "HKG", "VAT"} & numbers.keys(), "COW lists them as no state"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    page = {
        "id": "=HYPERLINK(1)", "title": "+1", "publisher": "@outlet", "url": "https://a.example.org/1",
        "text": "وزارت خارجه ایران\n- محمد جواد ظریف گفت: «=1+1 را نمی‌پذیریم.»\nایران و عراق در بغداد دیدار کردند.\n",
    }  # fmt: skip
    (tmp_path / "p.jsonl").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    case = tmp_path / "c.rasad"
    assert run("build", tmp_path / "p.jsonl", "-o", case).exit_code == 0
    for form in ("tidy", "csv", "polecat", "gdelt_mentions", "petrarch"):
        assert run("export", case, form, "-o", tmp_path / form).exit_code == 0
        for path in (tmp_path / form).glob("*.?sv"):
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file, delimiter="\t" if path.suffix == ".tsv" else ",")
                wild = [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
            numbers = [cell for cell in wild if cell.removeprefix("-").replace(".", "").isdigit()]
            assert set(wild) - set(numbers) <= {"---"}
    assert "'=HYPERLINK(1)" in (tmp_path / "tidy/pages.csv").read_text("utf-8")


def test_tables_say_what_people_have_put_right(tmp_path: Path) -> None:
    case = tmp_path / "c.rasad"
    copyfile(demo(), case)
    one, two = sorted(read("statements")["statement"])[:2]
    why = ("--reason", "a test", "--who", "me")
    assert run("correct", case, f"{one}.speaker", "per-bashar-al-assad", *why).exit_code == 0
    assert run("correct", case, f"{one}.stance", "denies", *why).exit_code == 0
    assert run("reject", case, two, *why).exit_code == 0
    assert run("export", case, "tidy", "-o", tmp_path / "t").exit_code == 0
    frame = pd.read_csv(tmp_path / "t" / "statements.csv", dtype=str).set_index("statement")
    assert (frame.loc[one]["speaker_id"], frame.loc[one]["stance"]) == ("per-bashar-al-assad", "denies")
    assert two not in frame.index
    assert len(frame) == len(read("statements")) - 1
    assert two not in set(pd.read_csv(tmp_path / "t" / "parties.csv", dtype=str)["owner"])
