"""What other data sets call our types, countries and places: read from the packs."""

from functools import cache

from msgspec import Struct

from rasad.packs.rows import read_rows

OUR_MODES = frozenset({"meeting"})
"""Modes that PLOVER does not have."""


class Code(Struct, frozen=True):
    """PLOVER's quad class and score of a type and mode, and the nearest code of CAMEO."""

    quad: int
    intensity: float
    cameo: str


class Point(Struct, frozen=True):
    """Where a town lies, by GeoNames."""

    geonames: str
    latitude: float
    longitude: float


class Place(Struct, frozen=True):
    """A place of the register: its kind (city, province, crossing ...) and its country, three letters."""

    name: str
    kind: str
    country: str | None


@cache
def _codes() -> dict[tuple[str, str], Code]:
    rows = read_rows("plover/codes.tsv")
    return {(r["type"], r["mode"]): Code(int(r["quad"]), float(r["intensity"]), r["cameo"]) for r in rows}


def code(type_: str, mode: str | None) -> Code:
    """Give the codes of a type and mode; a mode without its own has those of its type."""
    return _codes().get((type_, mode or "")) or _codes()[type_, ""]


@cache
def _countries() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = {}
    for table in ("countries", "country_codes", "country_cow"):
        for row in read_rows(f"actors/{table}.tsv"):
            known.setdefault(row["iso3"], {}).update(row.cells)
    return known


def country(iso3: str | None, what: str = "english") -> str:
    """Give the name of a country, its two letters (`iso2`) or its number (`cow`); nothing where there is none."""
    return _countries().get(iso3 or "", {}).get(what, "")


@cache
def _places() -> dict[str, Place]:
    rows = (*read_rows("actors/places.tsv"), *read_rows("actors/places_geonames.tsv"))
    return {r["id"]: Place(r["english"], r["kind"], r["country"] or None) for r in rows}


def place(id_: str | None) -> Place | None:
    """Give what the register knows of a place."""
    return _places().get(id_ or "")


@cache
def _points() -> dict[str, Point]:
    rows = read_rows("actors/place_points_geonames.tsv")
    return {r["id"]: Point(r["geonames"], float(r["latitude"]), float(r["longitude"])) for r in rows}


def point(id_: str | None) -> Point | None:
    """Give where a town lies. A country, a province or a sea has no point: it is not put on its chief town."""
    return _points().get(id_ or "")
