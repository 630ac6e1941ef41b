"""Which towns lie in which province, by the division that GeoNames gives them both: places with a point only."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract import _table


def within_lines(cities: Iterable[Mapping[str, Any]], packs: Path) -> list[str]:
    """Give the lines of the table of towns with their provinces. A province is known by one of its towns."""
    points = {row["id"]: row["geonames"] for row in _table(packs / "actors/place_points_geonames.tsv")}
    wanted = set(points.values())
    regions = {
        str(city["geonameid"]): (city["countrycode"], city["admin1code"])
        for city in cities
        if str(city["geonameid"]) in wanted and city["admin1code"] not in ("", "00")
    }
    provinces: dict[tuple[str, str], str] = {}
    for row in _table(packs / "actors/province_towns.tsv"):
        region = regions[points[row["town"]]]
        if provinces.setdefault(region, row["province"]) != row["province"]:
            raise ValueError(f"{row['province']} and {provinces[region]} have one code in GeoNames, {region}")
    found = {place: provinces.get(regions.get(number, ("", ""))) for place, number in points.items()}
    return [f"{place}\t{province}" for place, province in sorted(found.items()) if province]
