"""Names of actors, countries and places in the language of the desk: from the register, else as pages write them."""

from functools import cache

from rasad.packs.rows import read_rows

COUNTRY = "country:"
"""How the id of a country begins where it is a place or a party."""
_TABLES = (
    ("actors/person_names.tsv", "id", ("full",)),
    ("actors/organisation_names.tsv", "id", ("full",)),
    ("actors/country_names.tsv", "iso3", ("name",)),
)
_PLACES = ("actors/place_names.tsv", "actors/place_names_geonames.tsv")


@cache
def register_names(lang: str) -> dict[str, str]:
    """Give a name in this language for everyone the register knows: the first of the careful ones."""
    found: dict[str, str] = {}
    for table, key, uses in _TABLES:
        for row in read_rows(table):
            if row["lang"] == lang and row["use"] in uses:
                found.setdefault(row[key], row["form"])
    for table in _PLACES:
        for row in read_rows(table):
            if row["lang"] == lang:
                found.setdefault(row["id"], row["form"])
    return found


@cache
def _countries() -> dict[str, str]:
    return {row["iso3"]: row["english"] for row in read_rows("actors/countries.tsv")}


def country(iso3: str | None, lang: str) -> str:
    """Name a country; one that has no row keeps its code."""
    code = (iso3 or "").removeprefix(COUNTRY)
    return (_countries() if lang == "en" else register_names(lang)).get(code, code)


def name(identity: str, english: str, native: str, lang: str) -> str:
    """Name an actor or a place."""
    if lang == "en":
        return english or native
    known = register_names(lang).get(identity.removeprefix(COUNTRY))
    return known or native or english
