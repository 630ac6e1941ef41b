"""What an entry of another register says, in our words, and the codes of kinds and countries."""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from rasad.packs.rows import read_rows


class Term(Struct, frozen=True):
    """An office that somebody holds or held: its key, its country or organisation, first and last day."""

    office: str
    of: str
    first: str
    last: str


class Found(Struct, frozen=True):
    """An entry as it was read from `source`.

    `names` are (language, name); the language is empty where the letters must tell it.
    """

    place: str
    source: str
    id: str
    kind: str
    english: str
    country: str | None
    names: tuple[tuple[str, str], ...]
    sector: str = ""
    domain: str = ""
    wikidata: str = ""
    terms: tuple[Term, ...] = ()
    left_out: tuple[str, ...] = ()
    """What the entry says that we do not take, such as `position`."""


class Skipped(Struct, frozen=True):
    """A line that gives no entry, and why."""

    place: str
    why: str


@cache
def kinds(source: str) -> Mapping[str, Mapping[str, str]]:
    """Give what the kinds of a source are in our tables: the cells of `imported_kinds.tsv` by code."""
    return {row["code"]: row.cells for row in read_rows("actors/imported_kinds.tsv") if row["source"] == source}


@cache
def countries(scheme: str) -> Mapping[str, str]:
    """Give ISO 3166 alpha-3 codes by `iso2` or `wikidata`."""
    return {row[scheme]: row["iso3"] for row in read_rows("actors/country_codes.tsv") if row[scheme]}


def country_of(codes: Iterable[str]) -> str | None:
    """Give the one country that codes of two or three letters mean; of several none can be chosen."""
    known = {row["iso3"] for row in read_rows("actors/countries.tsv")}
    found = {countries("iso2").get(code.upper(), code.upper()) for code in codes} & known
    return found.pop() if len(found) == 1 else None
