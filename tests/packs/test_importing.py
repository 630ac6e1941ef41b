"""`rasad actors import`: small files in each form, what they add and what clashes; the new people are invented."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rasad.cli import main
from rasad.errors import PackError
from rasad.packs import load
from rasad.packs.check import check
from rasad.packs.importing.joining import unique
from rasad.packs.importing.merge import Merged, merge
from rasad.packs.importing.names import careful, languages, safe
from rasad.packs.importing.offices import post_called
from rasad.packs.importing.sources import read_entries
from rasad.packs.importing.writing import add_rows

CSV = """kind,english,fa,ar,country,office,from,to,sector,domain
person,Zohreh Tangsirnia,زهره تنگسیرنیا,زهره تنكسيرنيا,IR,mayor,2021-05-01,2023-04-30,GOV,
person,Zohreh Tangsirnia,,,IR,governor,2023-05-01,,GOV,
outlet,Sobhgah Daily,روزنامه صبحگاه نو,صحيفة صبحكاه نو,IRN,,,,,sobhgah.example
town,Darreh Zanbagh,دره زنبقان,,IRN,,,,,
"""


def item(id_: str, kind: str, english: str, fa: str, land: str, *aliases: str) -> dict[str, Any]:
    """Make an item as Wikidata's dump has it."""

    def claim(code: str) -> list[dict[str, Any]]:
        return [{"mainsnak": {"datavalue": {"value": {"id": code}}}, "rank": "normal"}]

    return {
        "type": "item", "id": id_,
        "labels": {"en": {"language": "en", "value": english}, "fa": {"language": "fa", "value": fa}},
        "aliases": {"fa": [{"language": "fa", "value": one} for one in aliases]},
        "claims": {"P31": claim(kind), "P27": claim(land), "P39": claim("Q1")},
    }  # fmt: skip


def entity(id_: str, schema: str, names: list[str], country: str) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "caption": names[0], "properties": {"name": names, "country": [country]}}


def held_against(tmp_path: Path, name: str, text: str) -> Merged:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return merge(unique(read_entries(path)), tmp_path / "mine")


def test_csv(tmp_path: Path) -> None:
    merged = held_against(tmp_path, "own.csv", CSV)
    assert merged.rows["people"] == (("own-zohreh-tangsirnia", "Zohreh Tangsirnia", "IRN", "GOV", ""),)
    assert merged.rows["person_names"] == (
        ("own-zohreh-tangsirnia", "ar", "full", "زهره تنكسيرنيا"),
        ("own-zohreh-tangsirnia", "fa", "full", "زهره تنگسیرنیا"),
    )
    assert [row[1:5] for row in merged.rows["tenures"]] == [
        ("governor", "IRN", "2023-05-01", ""),
        ("mayor", "IRN", "2021-05-01", "2023-04-30"),
    ]
    assert merged.rows["organisations"][0][6] == "sobhgah.example"
    assert merged.rows["places"] == (("own-darreh-zanbagh", "Darreh Zanbagh", "IRN", "town", ""),)
    assert (merged.clashes, merged.skipped) == ((), ())


@pytest.mark.parametrize("form", ["{}\n", "{},\n"])
def test_wikidata_lines(tmp_path: Path, form: str) -> None:
    lines = [
        item("Q990001", "Q5", "Behzad Golpurian", "بهزاد گلپوریان", "Q794", "گلپوریان"),
        item("Q990002", "Q99", "Some Painting", "تابلوی ناشناس", "Q794"),
    ]
    merged = held_against(
        tmp_path,
        "dump.json",
        "[\n" + "".join(form.format(json.dumps(line, ensure_ascii=False)) for line in lines) + "]",
    )
    assert merged.rows["people"] == (("wd-Q990001", "Behzad Golpurian", "IRN", "", "Q990001"),)
    assert {row[2:] for row in merged.rows["person_names"]} == {("full", "بهزاد گلپوریان"), ("weak", "گلپوریان")}
    assert [one.why for one in merged.skipped] == ["kind not taken", "a post that is not in the files"]


KATRIN = item("Q990011", "Q5", "Katrín Jakobsdóttir", "کاترین یاکوبسدوتیر", "Q189")
BJARNI = item("Q990012", "Q5", "Bjarni Benediktsson", "بیارنی بندیکتسون", "Q189")
PREMIER = {"id": "Q990013", "labels": {"en": {"value": "Prime Minister of Iceland"}}, "claims": {"P31": [], "P17": []}}


def held(person: dict[str, Any], post: str, first: str, last: str | None, precision: int = 11) -> dict[str, Any]:
    """Let an item hold a post as Wikidata says it: P39 with its qualifiers."""

    def day(text: str) -> list[dict[str, Any]]:
        return [{"datavalue": {"value": {"time": f"+{text}T00:00:00Z", "precision": precision}}}]

    qualifiers = {"P580": day(first)} | ({"P582": day(last)} if last is not None else {})
    claim = {"mainsnak": {"datavalue": {"value": {"id": post}}}, "qualifiers": qualifiers, "rank": "normal"}
    return {**person, "claims": {**person["claims"], "P39": [claim]}}


def lines(*told: dict[str, Any]) -> str:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in told)


def test_positions_of_wikidata_become_terms(tmp_path: Path) -> None:
    """The post stands behind its holders, as it may in a dump."""
    told = (held(KATRIN, "Q990013", "2017-11-30", "2024-04-09"), held(BJARNI, "Q990013", "2024-04-09", None))
    merged = held_against(tmp_path, "dump.json", lines(*told, PREMIER))
    assert merged.rows["tenures"] == (
        ("wd-Q990011", "prime_minister", "ISL", "2017-11-30", "2024-04-09", "day", ""),
        ("wd-Q990012", "prime_minister", "ISL", "2024-04-09", "", "day", ""),
    )
    assert (merged.clashes, merged.skipped) == ((), ())


@pytest.mark.parametrize(
    ("first", "last", "precision", "row"),
    [
        ("2017-00-00", "2024-00-00", 9, ("2017-01-01", "2024-01-01", "year")),
        ("2017-11-00", "2024-04-00", 10, ("2017-11-01", "2024-04-01", "month")),
        ("2017-11-30", "", 11, None),  # it is over, nobody says when
        ("1500-00-00", "1600-00-00", 7, None),  # a century is no day
    ],
)
def test_days_are_as_exact_as_they_are_given(
    tmp_path: Path, first: str, last: str, precision: int, row: tuple[str, ...] | None
) -> None:
    told = held(KATRIN, "Q990013", first, last, precision)
    if not last:
        told["claims"]["P39"][0]["qualifiers"]["P582"] = [{"snaktype": "somevalue"}]
    merged = held_against(tmp_path, "dump.json", lines(PREMIER, told))
    assert [one[3:6] for one in merged.rows.get("tenures", ())] == ([row] if row else [])
    assert len(merged.skipped) == (0 if row else 1)


def test_two_holders_of_one_post_clash_and_years_that_meet_do_not(tmp_path: Path) -> None:
    first = held(KATRIN, "Q990013", "2017-00-00", "2024-00-00", 9)
    merged = held_against(tmp_path, "dump.json", lines(PREMIER, first, held(BJARNI, "Q990013", "2024-04-09", None)))
    assert merged.clashes == ()
    merged = held_against(tmp_path, "dump.json", lines(PREMIER, first, held(BJARNI, "Q990013", "2022-04-09", None)))
    (clash,) = merged.clashes
    assert clash.kind == "one office, two holders"
    assert clash.what == (
        "Bjarni Benediktsson was prime_minister of ISL from 2022-04-09 to now, "
        "while wd-Q990011 was from 2017-01-01 to 2024-01-01"
    )


def test_what_the_register_knows_of_an_office_is_not_said_twice(tmp_path: Path) -> None:
    post = {**PREMIER, "labels": {"en": {"value": "Supreme Leader of Iran"}}}
    line = item("Q990014", "Q5", "Ali Khamenei", "علی خامنه‌ای", "Q794")
    merged = held_against(tmp_path, "dump.json", lines(post, held(line, "Q990013", "1989-06-00", None, 10)))
    assert "tenures" not in merged.rows
    assert [one.why for one in merged.skipped] == ["supreme_leader from 1989-06-04 is known"]


def ftm(id_: str, schema: str, **told: Any) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "properties": {field: [value] for field, value in told.items()}}


POST = ftm("NK-post", "Position", name="Prime Minister of Iceland", country="is")
PERSON = {**ftm("NK-katrin", "Person", nationality="is"), "caption": "Katrín Jakobsdóttir"}
PERSON["properties"]["name"] = ["Katrin Jakobsdottir", "کاترین یاکوبسدوتیر"]


@pytest.mark.parametrize("nested", [False, True])
def test_occupancies_of_follow_the_money_become_terms(tmp_path: Path, nested: bool) -> None:
    days = {"startDate": "2017-11-30", "endDate": "2024-04-09", "status": "ended"}
    if nested:
        inside = ftm("NK-held", "Occupancy", post=POST, **days)
        told = [{**PERSON, "properties": {**PERSON["properties"], "positionOccupancies": [inside]}}]
    else:
        told = [ftm("NK-held", "Occupancy", holder="NK-katrin", post="NK-post", **days), PERSON, POST]
    merged = held_against(tmp_path, "entities.ftm.json", lines(*told))
    (row,) = merged.rows["tenures"]
    assert row == ("ftm-nk-katrin", "prime_minister", "ISL", "2017-11-30", "2024-04-09", "day", "")
    assert merged.skipped == ()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"post": "NK-post"}, "prime_minister of ISL: no first day"),
        ({"post": "NK-post", "startDate": "2017", "status": "ended"},
         "prime_minister of ISL: it ended, but no last day is given"),
        ({"post": "NK-post", "holder": "NK-else"}, "an occupancy of somebody who is not in the files"),
        ({"post": "NK-else"}, "a post that is not in the files"),
        ({}, "an occupancy without holder or post"),
    ],
)  # fmt: skip
def test_occupancies_that_give_no_term_say_why(tmp_path: Path, told: dict[str, str], why: str) -> None:
    occupancy = ftm("NK-h", "Occupancy", **{"holder": "NK-katrin", **told})
    merged = held_against(tmp_path, "entities.ftm.json", lines(PERSON, POST, occupancy))
    assert "tenures" not in merged.rows
    assert [one.why for one in merged.skipped] == [why]


@pytest.mark.parametrize(
    ("label", "country", "post"),
    [
        ("Minister of Foreign Affairs of Iran", None, ("foreign_minister", "IRN")),
        ("Iranian Minister of Defence", None, ("defence_minister", "IRN")),
        ("Minister for Foreign Affairs and Expatriates", "SYR", ("foreign_minister", "SYR")),
        ("President of the Syrian Arab Republic", "SYR", ("president", "SYR")),
        ("Prime Minister of the Hashemite Kingdom of Jordan", None, ("prime_minister", "JOR")),
        ("President of Iran", "SYR", None),  # two states
        ("Deputy Minister of Foreign Affairs of Iran", "IRN", None),
        ("President of Tehran University", "IRN", None),
        ("Governor of Aleppo", "SYR", None),
        ("Prime Minister", None, None),
        ("Minister of Magic of Iran", "IRN", None),
    ],
)
def test_posts_by_their_english_names(label: str, country: str | None, post: tuple[str, str] | None) -> None:
    assert post_called(label, country) == post


def test_follow_the_money(tmp_path: Path) -> None:
    entities = [
        entity("NK-1x", "Person", ["Qasim Barzaniya", "قاسم برزانیا", "Касим"], "ir"),
        entity("NK-2", "Vessel", ["Sea Star"], "ir"),
    ]
    merged = held_against(tmp_path, "entities.ftm.json", "\n".join(json.dumps(one) for one in entities))
    assert merged.rows["people"] == (("ftm-nk-1x", "Qasim Barzaniya", "IRN", "", ""),)
    assert [row[1:] for row in merged.rows["person_names"]] == [("fa", "full", "قاسم برزانیا")]
    assert [one.why for one in merged.skipped] == ["kind not taken"]


def test_who_is_known_gets_only_the_new_names(tmp_path: Path) -> None:
    line = item("Q3", "Q5", "Ali Khamenei", "علی خامنه‌ای", "Q794", "سید علی حسینی خامنه‌ای نو")
    merged = held_against(tmp_path, "one.json", json.dumps(line))
    assert [one.id for one in merged.joined] == ["per-ali-khamenei"]
    assert list(merged.rows) == ["person_names"]
    assert merged.rows["person_names"] == (("per-ali-khamenei", "fa", "full", "سید علی حسینی خامنه‌ای نو"),)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("person,Ali Khamenei,علی خامنه‌ای,,EG,,,", "same name, other country"),
        ("person,Tom Nobody,علی خامنه‌ای,,IR,,,", "same name, other Latin name"),
        ("town,Ali Khamenei,علی خامنه‌ای,,IR,,,", "same name, another kind"),
        ("person,Ali Khamenei,علی خامنه‌ای;حسن روحانی,,IR,,,", "same name, several ids"),
        ("person,Behzad Golpurian,بهزاد گلپوریان,,IR,president,2015-01-01,2016-01-01", "one office, two holders"),
    ],
)
def test_clashes(tmp_path: Path, line: str, kind: str) -> None:
    merged = held_against(tmp_path, "own.csv", f"kind,english,fa,ar,country,office,from,to\n{line}\n")
    assert [clash.kind for clash in merged.clashes] == [kind]
    assert all(clash.rule.startswith("packs/actors/") and clash.place == "own.csv:2" for clash in merged.clashes)
    assert "tenures" not in merged.rows
    assert "خامنه" not in str(merged.rows)


def test_what_was_added_is_sound_and_read(tmp_path: Path) -> None:
    source, mine = tmp_path / "own.csv.gz", tmp_path / "mine"
    source.write_bytes(gzip.compress(CSV.encode()))
    add_rows(mine, merge(unique(read_entries(source)), mine).rows)
    assert check(mine) == []
    packs = load(mine)
    assert packs.register.people["own-zohreh-tangsirnia"].country == "IRN"
    assert packs.register.domains["sobhgah.example"] == "own-sobhgah-daily"
    assert [t.office for t in packs.register.tenures["own-zohreh-tangsirnia"]] == ["mayor", "governor"]


def test_a_second_import_adds_nothing(tmp_path: Path) -> None:
    source, mine = tmp_path / "own.csv", tmp_path / "mine"
    source.write_text(CSV, "utf-8")
    add_rows(mine, merge(unique(read_entries(source)), mine).rows)
    before = {path.name: path.read_bytes() for path in (mine / "actors").iterdir()}
    again = merge(unique(read_entries(source)), mine)
    add_rows(mine, again.rows)
    assert again.rows == {}
    assert {path.name: path.read_bytes() for path in (mine / "actors").iterdir()} == before


def test_a_build_reads_with_them(tmp_path: Path) -> None:
    """The case knows the person by the own row; without the folder it does not."""
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    page = tmp_path / "page.txt"
    page.write_text("زهره تنگسیرنیا با وزیر خارجه عراق دیدار کرد.\n", "utf-8")
    run = CliRunner()
    mine = str(tmp_path / "mine")
    told = run.invoke(main, ["actors", "import", str(tmp_path / "own.csv"), "--into", mine])
    assert told.exit_code == 0
    with_rows = run.invoke(main, ["read", str(page), "--packs", mine, "--json"])
    assert "own-zohreh-tangsirnia" in with_rows.output
    assert "own-zohreh-tangsirnia" not in run.invoke(main, ["read", str(page), "--json"]).output
    built = run.invoke(main, ["build", str(page), "-o", str(tmp_path / "a.rasad"), "--packs", mine])
    assert built.exit_code == 0
    assert "Zohreh Tangsirnia" in run.invoke(main, ["events", str(tmp_path / "a.rasad")]).output


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    command = ["actors", "import", str(tmp_path / "own.csv"), "--into", str(tmp_path / "mine"), "--dry-run", "--json"]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert not (tmp_path / "mine").exists()


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("a list\nof names\n", "utf-8")
    with pytest.raises(PackError, match="columns"):
        list(read_entries(path))


def test_broken_lines_are_told(tmp_path: Path) -> None:
    merged = held_against(tmp_path, "dump.json", '{"type":"item"\n{"type":"item","id":"Q7"}\n')
    assert [one.place for one in merged.skipped] == ["dump.json:1", "dump.json:2"]


@pytest.mark.parametrize(
    ("name", "langs"),
    [("گلپوریان", ("fa",)), ("الأسدي", ("ar",)), ("دمشق", ("fa", "ar")), ("ہندوستان", ()), ("Omar", ())],
)
def test_the_letters_tell_the_language(name: str, langs: tuple[str, ...]) -> None:
    assert languages(name) == langs


def test_names_are_spelt_with_care() -> None:
    assert careful("علي  كريمي", "fa") == "علی کریمی"
    assert careful("Ali", "fa") is None


@pytest.mark.parametrize(("name", "alone"), [("امید", False), ("بهزاد گلپوریان", True), ("نو", False)])
def test_common_words_do_not_stand_alone(name: str, alone: bool) -> None:
    assert safe(name, "fa") is alone


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("person,,بهزاد گلپوریان,,IR", "no English name"),
        ("wizard,Behzad Golpurian,بهزاد گلپوریان,,IR", "kind 'wizard'"),
        ("person,Behzad Golpurian,بهزاد گلپوریان,,Narnia", "country 'Narnia'"),
        ("person,Behzad Golpurian,Behzad,,IR", "a name that is not written in the letters of fa"),
        ("town,Noor,نو,,IR", "no name of its own"),
    ],
)
def test_lines_that_give_nothing_are_told(tmp_path: Path, line: str, why: str) -> None:
    merged = held_against(tmp_path, "own.csv", f"kind,english,fa,ar,country\n{line}\n")
    assert merged.rows == {}
    assert merged.skipped[0].why.startswith(why)
    assert merged.skipped[0].place == "own.csv:2"


def test_empty_maps_of_wikidata_are_lists(tmp_path: Path) -> None:
    line = {"type": "item", "id": "Q9", "labels": [], "aliases": [], "claims": []}
    assert [one.why for one in held_against(tmp_path, "x.json", json.dumps(line)).skipped] == ["kind not taken"]


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("kind,english,fa\nperson,A,علی\n".encode("cp1256", "replace"))
    with pytest.raises(PackError, match="UTF-8"):
        list(read_entries(path))
