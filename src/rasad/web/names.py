"""Names of actors, countries and places in the language of the desk: from the register, else as pages write them."""

from functools import cache

from rasad.packs.rows import read_rows
from rasad.web.words import words

COUNTRY = "country:"
"""How the id of a country begins where it is a place or a party."""
_TABLES = (
    ("actors/person_names.tsv", "id", ("full",)),
    ("actors/organisation_names.tsv", "id", ("full",)),
    ("actors/country_names.tsv", "iso3", ("name",)),
)
_ENGLISH = (
    ("actors/people.tsv", "id"), ("actors/organisations.tsv", "id"), ("actors/countries.tsv", "iso3"),
    ("actors/places.tsv", "id"),
)  # fmt: skip
TOGETHER = "&"
"""What stands between the ids of those who act as one."""
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
    """Name an actor or a place: who holds a post, or is of a kind, by the post and its country."""
    if lang == "en":
        return english or native
    known = register_names(lang).get(identity.removeprefix(COUNTRY))
    return known or _joined(identity, lang) or native or english


def _joined(identity: str, lang: str) -> str:
    """Name several by each, a post or a kind by its word; nothing if one of them has no name in the language."""
    found = [_kind_named(one, lang) for one in identity.split(TOGETHER)]
    return words(lang).of["and"].replace("_", " ").join(found) if all(found) else ""


def _kind_named(identity: str, lang: str) -> str:
    if identity.startswith(COUNTRY):
        return register_names(lang).get(identity.removeprefix(COUNTRY), "")
    kind, _, rest = identity.partition(":")
    key, _, of = rest.partition(":")
    word = post(kind, key, lang)
    where = country(of.partition(":")[0], lang)
    return f"{word} ({where})" if word and where else word


def post(kind: str, key: str, lang: str) -> str:
    """Give the usual word for a post, an organ or a group; nothing for what the language has no row for."""
    return words(lang).of.get(f"{kind}.{key}") or _kinds(lang).get((kind, key), "")


@cache
def _kinds(lang: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind in ("office", "organ", "group"):
        for row in read_rows(f"{lang}/{kind}s.tsv"):
            found.setdefault((kind, row[kind]), row["form"])
    return found


@cache
def _by_english(lang: str) -> dict[str, str]:
    """Give the names of the register by the English one."""
    known = register_names(lang)
    found: dict[str, str] = {}
    for table, key in _ENGLISH:
        for row in read_rows(table):
            if row[key] in known:
                found.setdefault(row["english"], known[row[key]])
    return found


def translated(english: str, lang: str) -> str:
    """Give the name of whom or what the register calls so, or the word of a post; else the words themselves."""
    known = _by_english(lang).get(english) or post("office", english.lower().replace(" ", "_"), lang)
    return known or _of_country(english, lang) or english


def _of_country(english: str, lang: str) -> str:
    """Name what is called «Presidency of Syria» by its word and its country, where the language has both."""
    for before, after, word in _patterns(lang):
        if english.startswith(before) and english.endswith(after):
            where = _by_english(lang).get(english[len(before) : len(english) - len(after)])
            if where:
                return f"{word} ({where})"
    return ""


@cache
def _patterns(lang: str) -> tuple[tuple[str, str, str], ...]:
    """Give how organs are called in English, before and behind the country, each with its word in the language."""
    found: dict[tuple[str, str], str] = {}
    for row in read_rows(f"{lang}/organs.tsv") if lang != "en" else ():
        before, _, after = row["english"].partition("{country}")
        found.setdefault((before, after), post("organ", row["organ"], lang))
    return tuple((*ends, word) for ends, word in found.items() if word and any(ends))
