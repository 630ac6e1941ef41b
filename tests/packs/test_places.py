"""Places: enough of them, in both languages, each with its country; and no word of the language among their names."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from extract import latin, names_of, rules
from rasad.grammar.atoms import choose, unshadowed
from rasad.packs import LANGS, load
from rasad.packs.lexicon import find
from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ, fold

CASES = Path(__file__).parents[1] / "cases"
OF_THE_REGION = re.compile(
    "IRN|SYR|IRQ|LBN|PSE|ISR|YEM|SAU|ARE|QAT|BHR|KWT|OMN|JOR|EGY|TUR|AFG|PAK|LBY|TUN|DZA|MAR|SDN"
)
MADE = read_rows("actors/place_names_geonames.tsv")


def test_the_tables_were_made() -> None:
    assert MADE, "no places from GeoNames: run `make`, or `python tools/places/geonames.py`"


def test_three_thousand_places_of_the_region_have_both_languages() -> None:
    langs: dict[str, set[str]] = defaultdict(set)
    for row in (*read_rows("actors/place_names.tsv"), *MADE):
        langs[row["id"]].add(row["lang"])
    places = load().register.places
    both = [
        id_ for id_, some in langs.items() if some == set(LANGS) and OF_THE_REGION.fullmatch(places[id_].country or "")
    ]
    assert len(both) >= 3000


def test_every_place_of_geonames_has_a_country() -> None:
    countries = load().register.countries
    assert all(row["country"] in countries for row in read_rows("actors/places_geonames.tsv"))


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_is_a_place(lang: str) -> None:
    """A frequent word, a function word or a given name needs a noun before it, unless `choices.tsv` names the town."""
    tables = ("words", "given_names", "markers", "triggers", "speech")
    words = {fold(row["form"]).replace(ZWNJ, " ") for table in tables for row in read_rows(f"{lang}/{table}.tsv")}
    assert [r["form"] for r in MADE if r["lang"] == lang and fold(r["form"]).replace(ZWNJ, " ") in words] == []


def cases() -> list[tuple[str, str, str]]:
    lines = [(lang, line) for lang in LANGS for line in (CASES / f"places.{lang}.txt").read_text("utf-8").splitlines()]
    return [(lang, *map(str.strip, line.split("|"))) for lang, line in lines if not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("lang", "sentence", "places"), cases())
def test_places_of_a_sentence(lang: str, sentence: str, places: str) -> None:
    packs = load()
    atoms, beside = choose(unshadowed(find(packs.lexicons[lang], fold(sentence), sentence)))
    found = [beside.get(atom.core, atom) for atom in atoms if atom.kind == "place" or atom.core in beside]
    names = "; ".join(packs.register.places[mark.cells["id"]].name for mark in found)
    assert names == places


@pytest.mark.parametrize(
    ("country", "written", "fa", "ar"),
    [
        ("SY", "الحسكة", ("الحسکه",), ("الحسكة",)),
        ("LY", "البيضاء", ("البیضا",), ("البيضاء",)),
        ("IR", "دزفول", ("دزفول",), ("دزفول",)),
        ("IR", "نجف آباد", ("نجف\u200cآباد",), ("نجف آباد",)),
        ("IR", "گرگان", ("گرگان",), ()),
        ("TR", "چانقری", ("چانقری",), ()),
        ("PK", "کوئٹہ", (), ()),
    ],
)
def test_one_language_is_told_from_the_other(
    country: str, written: str, fa: tuple[str, ...], ar: tuple[str, ...]
) -> None:
    assert names_of((written,), country, rules()) == {"fa": fa, "ar": ar}


def test_latin_names_lose_their_signs() -> None:
    assert latin("‘Abdolābād") == "Abdolabad"


def test_towns_lie_where_they_are_and_lands_nowhere() -> None:
    points = {row["id"]: row for row in read_rows("actors/place_points_geonames.tsv")}
    tehran = points["plc-tehran"]
    assert (round(float(tehran["latitude"]), 1), round(float(tehran["longitude"]), 1)) == (35.7, 51.4)
    made = {row["id"] for row in read_rows("actors/places_geonames.tsv")}
    assert made <= points.keys()
    assert "plc-tehran-province" not in points
    for row in points.values():
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
