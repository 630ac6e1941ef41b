"""Where the places of the register lie: GeoNames' own by their number, ours where its country has such a town.

A province, a region, a sea or a river has no point: it is not put on its chief town. Neither is a country.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract import _BRACKETS, LANGS, _table, key, latin
from rasad.tokens import INVISIBLE

_WITH_POINT = frozenset({"city", "town", "village"})
_DISPUTED = ""
"""The country of a place that two states claim: our rows leave it empty, and GeoNames may have it in either."""
_FAR_AHEAD = 5
"""Of two towns of one name the one so many times larger is meant; else the place has no point."""


def point_lines(cities: Iterable[Mapping[str, Any]], codes: Mapping[str, str], packs: Path) -> list[str]:
    """Give the lines of the table of points, by the place's id. `codes` are of countries, by two letters."""
    named = _names(packs)
    listed = {row["id"] for row in _table(packs / "actors/places_geonames.tsv")}
    lines: dict[str, str] = {}
    claims: dict[str, list[tuple[bool, Mapping[str, Any]]]] = defaultdict(list)
    for city in cities:
        if (made := f"plc-gn-{city['geonameid']}") in listed:
            lines[made] = _line(made, city)
        lands = (codes.get(city["countrycode"], "-"), _DISPUTED)
        for n, name in enumerate((city["name"], *city["alternatenames"])):
            for ours in {id_ for land in lands for id_ in named.get((land, _folded(name)), ())}:
                claims[ours].append((n == 0, city))
    for ours, some in claims.items():
        if meant := _meant([city for usual, city in some if usual] or [city for _, city in some]):
            lines[ours] = _line(ours, meant)
    return [lines[place] for place in sorted(lines)]


def _meant(some: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Choose among towns of one name: the one far larger than the rest, or none."""
    once = {city["geonameid"]: city for city in some}
    first, *others = sorted(once.values(), key=lambda city: (-city["population"], city["geonameid"]))
    ahead = not others or first["population"] >= _FAR_AHEAD * max(others[0]["population"], 1)
    return first if ahead else None


def _line(place: str, city: Mapping[str, Any]) -> str:
    return f"{place}\t{city['geonameid']}\t{city['latitude']:.4f}\t{city['longitude']:.4f}"


def _folded(name: str) -> str:
    return key(latin(_BRACKETS.sub("", INVISIBLE.sub("", name)))).strip().lower()


def _names(packs: Path) -> dict[tuple[str, str], set[str]]:
    """Give the towns of our own rows by country and name, in Latin and in both languages."""
    towns = {row["id"]: row for row in _table(packs / "actors/places.tsv") if row["kind"] in _WITH_POINT}
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id_, row in towns.items():
        named[row["country"], _folded(row["english"])].add(id_)
    for row in _table(packs / "actors/place_names.tsv"):
        if row["id"] in towns and row["lang"] in LANGS:
            named[towns[row["id"]]["country"], _folded(row["form"])].add(row["id"])
    return named
