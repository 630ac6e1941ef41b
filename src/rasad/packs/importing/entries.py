"""What an entry of another register says, in our words, and the codes of kinds and countries."""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from rasad.packs.rows import read_rows


class Term(Struct, frozen=True):
    """An office that somebody holds or held: its key, its country or organisation, first and last day.

    `sure` tells how exact the days are: day, month or year.
    """

    office: str
    of: str
    first: str
    last: str
    sure: str = "day"


class Held(Struct, frozen=True):
    """A post that somebody holds or held, before it is known which: its id or name, the days as given, the status."""

    post: str
    first: str | None = None
    last: str | None = None
    status: str = ""


class Post(Struct, frozen=True):
    """An entry that is a post: how it is called in English, and its country."""

    id: str
    label: str
    country: str | None


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
    held: tuple["Held", ...] = ()
    """Posts by the id that their own entry has, elsewhere in the files."""
    key: str = ""
    """The id in the file, where it is another."""


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
