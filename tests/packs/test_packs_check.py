"""`rasad packs check`: our own rows are sound, and each kind of fault is named at its place."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from rasad.cli import main
from rasad.packs import LANGS
from rasad.packs import columns as columns_room
from rasad.packs import rows as rows_room
from rasad.packs.check import check, coverage
from rasad.packs.columns import columns
from rasad.packs.rows import tables

REAL = Path(str(rows_room.root()))
TABLES = (REAL / "tables.toml").read_text("utf-8")

Write = Callable[..., None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Give a function that writes a table of a small pack of its own."""
    (tmp_path / "tables.toml").write_text(TABLES, "utf-8")
    for room in (rows_room, columns_room):
        monkeypatch.setattr(room, "root", lambda: tmp_path)

    def put(name: str, *rows: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes("".join(row + "\n" for row in rows).encode())

    return put


def test_our_rows_are_sound() -> None:
    assert check() == []


def test_every_language_tells_every_type_of_event() -> None:
    types: dict[str, dict[str, int]] = {}
    for kind, counts in coverage().items():
        for lang, count in counts.items():
            types.setdefault(kind.split("/")[0], dict.fromkeys(LANGS, 0))[lang] += count
    assert len(types) == 16
    assert {(kind, lang) for kind, counts in types.items() for lang, count in counts.items() if not count} == set()


def test_listed_tables_exist() -> None:
    """A table that tables.toml describes and nobody wrote is a name spelt wrong."""
    import tomllib

    listed = tomllib.loads(TABLES)
    folders = ("actors", "markup", "plover")
    named = {f"{folder}/{name}" for folder in folders for name in listed[folder]}
    named |= {name for name in listed if name not in folders}
    there = {name.removesuffix(".tsv") for name in tables()} | {Path(name).stem for name in tables()}
    assert named <= there


TRIGGERS = "type\tmode\tframe\tneed\tmorph\tform"
PLOVER = {
    "plover/modes.tsv": ("type\tmode", "CONSULT\t", "CONSULT\tphone", "AID\t"),
    "plover/frames.tsv": ("frame\tlang\tmarker\trole", "meet\t*\tsubj\tactor"),
}
PEOPLE = ("id\tenglish\tcountry\tsector", "per-a\tA\t\t", "per-b\tB\t\t")
TENURES = "person\toffice\tcountry\tfrom\tto\tsure\torganisation"
NAMES = "id\tlang\tuse\tform"

FAULTS = {
    "a row of the wrong width": ("fa/titles.tsv", ("title\tform", "mr"), ":2: 1 cells; the header has 2"),
    "a form that is not NFC": ("fa/titles.tsv", ("title\tform", "mr\tا\u0653قا"), ":2: not NFC"),
    "a direction mark": ("fa/titles.tsv", ("title\tform", "mr\tآقا\u200f"), ":2: holds a direction mark"),
    "a line end of another system": ("fa/titles.tsv", ("title\tform", "mr\tآقا\r"), ":2: ends with CR"),
    "an empty form": ("fa/titles.tsv", ("title\tform", "mr\t"), ":2: form is empty"),
    "a blank at the edge": ("fa/titles.tsv", ("title\tform", "mr\tآقا "), ":2: form 'آقا ' has blanks"),
    "a half-space beside a blank": ("fa/titles.tsv", ("title\tform", "mr\tآقا\u200c ی"), "has blanks or half-spaces"),
    "an Arabic letter in Persian": ("fa/titles.tsv", ("title\tform", "mr\tآقاي"), "holds U+064A"),
    "a Persian letter in Arabic": ("ar/titles.tsv", ("title\tform", "mr\tسید"), "holds U+06CC"),
    "a vowel sign": ("ar/titles.tsv", ("title\tform", "mr\tسيّد"), "holds U+0651"),
    "the same row twice": (
        "fa/titles.tsv",
        ("title\tform", "mr\tآقا", "mr\tآقا"),
        ":3: says the same as packs/fa/titles.tsv:2",
    ),
    "a spelling that the loader makes": (
        "fa/titles.tsv",
        ("title\tform", "mr\tمأمور", "mr\tمامور"),
        "the loader makes «مامور»",
    ),
    "an unknown column": ("fa/titles.tsv", ("titel\tform", "mr\tآقا"), "the column titel is unknown"),
    "a key that is none": ("fa/titles.tsv", ("title\tform", "آقا\tآقا"), "title 'آقا' is not a Latin key"),
    "an unknown word of a list": ("fa/bounds.tsv", ("bound\tside\tform", "abuot\tbefore\tحدود"), "is it 'about'"),
    "an unknown type": (
        "fa/triggers.tsv",
        (TRIGGERS, "CONSLT\t\tmeet\tany\tfixed\tدیدار"),
        "type 'CONSLT' does not exist",
    ),
    "a mode of another type": ("fa/triggers.tsv", (TRIGGERS, "AID\tphone\tmeet\tany\tfixed\tدیدار"), "with type 'AID'"),
    "an unknown frame": ("fa/triggers.tsv", (TRIGGERS, "AID\t\tmeat\tany\tfixed\tکمک"), "is it 'meet'"),
    "an unknown class of affixes": (
        "fa/triggers.tsv",
        (TRIGGERS, "AID\t\tmeet\tany\tnown\tکمک"),
        "morph 'nown' is unknown",
    ),
    "a name of nobody": ("actors/person_names.tsv", (NAMES, "per-c\tfa\tfull\tعلی"), "id 'per-c' does not exist"),
    "a name of two": (
        "actors/person_names.tsv",
        (NAMES, "per-a\tfa\tfull\tعلی", "per-b\tfa\tshort\tعلی"),
        "is per-b here and per-a at",
    ),
    "an id twice": (
        "actors/places.tsv",
        ("id\tenglish\tcountry\tkind", "plc-a\tA\t\tcity", "plc-a\tB\t\tcity"),
        "is taken by",
    ),
    "a day that is none": (
        "actors/tenures.tsv",
        (TENURES, "per-a\tking\t\t2001-02-30\t\tday\t"),
        "from '2001-02-30' is no ISO day",
    ),
    "a tenure that ends before it begins": (
        "actors/tenures.tsv",
        (TENURES, "per-a\tking\t\t2002-01-01\t2001-01-01\tday\t"),
        "before it begins",
    ),
    "two holders of one office": (
        "actors/tenures.tsv",
        (TENURES, "per-a\tking\t\t2001-01-01\t2003-01-01\tday\t", "per-b\tking\t\t2002-01-01\t\tday\t"),
        ":3: begins 2002-01-01, while per-a (packs/actors/tenures.tsv:2) holds it until 2003-01-01",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_at_its_place(write: Write, fault: str) -> None:
    for name, rows in {**PLOVER, "actors/people.tsv": PEOPLE}.items():
        write(name, *rows)
    assert check() == []
    name, rows, told = FAULTS[fault]
    write(name, *rows)
    found = check()
    assert len(found) == 1, found
    assert found[0].startswith(f"packs/{name}:")
    assert told in found[0]


def test_a_file_that_is_not_utf_8(write: Write, tmp_path: Path) -> None:
    write("fa/titles.tsv", "title\tform")
    (tmp_path / "fa/titles.tsv").write_bytes("title\tform\nmr\tآقا\n".encode("windows-1256"))
    assert [fault.split(";")[0] for fault in check()] == ["packs/fa/titles.tsv: not UTF-8 at byte 14"]


def test_the_day_of_the_change_belongs_to_both(write: Write) -> None:
    write("actors/people.tsv", *PEOPLE)
    first, second = "per-a\tking\t\t2001-01-01\t2003-01-01\tday\t", "per-b\tking\t\t2003-01-01\t\tday\t"
    write("actors/tenures.tsv", TENURES, first, second)
    assert check() == []
    write("actors/tenures.tsv", TENURES, first, second.replace("2003-01-01", "2002-12-15").replace("day", "month"))
    assert len(check()) == 1


def test_offices_of_many_may_overlap(write: Write) -> None:
    write("actors/people.tsv", *PEOPLE)
    rows = ("per-a\tspecial_envoy\t\t2001-01-01\t\tday\t", "per-b\tspecial_envoy\t\t2002-01-01\t\tday\t")
    write("actors/tenures.tsv", TENURES, *rows)
    assert len(check()) == 1
    write("actors/shared_offices.tsv", "office\twhy", "special_envoy\tone for each conflict")
    assert check() == []


def test_the_command(write: Write) -> None:
    write("plover/modes.tsv", *PLOVER["plover/modes.tsv"])
    write("plover/frames.tsv", *PLOVER["plover/frames.tsv"])
    write("fa/triggers.tsv", TRIGGERS, "CONSULT\tphone\tmeet\tany\tfixed\tتماس")
    shown = CliRunner().invoke(main, ["packs", "check"])
    assert shown.exit_code == 0
    assert [line.split() for line in shown.stdout.splitlines()] == [
        ["triggers", "fa"], ["CONSULT", "-"], ["CONSULT/phone", "1"], ["AID", "-"],
    ]  # fmt: skip
    assert shown.stderr == "every row is sound\n"
    write("fa/titles.tsv", "title\tform", "mr")
    faulty = CliRunner().invoke(main, ["packs", "check", "--json"])
    assert faulty.exit_code == 1
    told = json.loads(faulty.stdout)
    assert [fault.split(": ")[0] for fault in told["wrong"]] == ["packs/fa/titles.tsv:2"]
    assert told["coverage"]["CONSULT/phone"] == {"fa": 1}


def test_columns_of_a_table_that_is_not_listed() -> None:
    assert columns("fa/nothing_of_this_name.tsv") == ()
