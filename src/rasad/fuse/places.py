"""Which places lie one in the other: a town in its province; a town and the province named after it are two places."""

from collections.abc import Collection, Mapping
from functools import cache

from rasad.fuse.events import PlaceKey
from rasad.packs.rows import read_rows


def lies_in(one: PlaceKey, other: PlaceKey) -> bool:
    """Tell whether one of two places is a town of the other, whichever of them.

    >>> aleppo, azaz = PlaceKey("plc-aleppo", "Aleppo"), PlaceKey("plc-azaz", "Azaz")
    >>> province = PlaceKey("plc-aleppo-countryside", "Aleppo countryside")
    >>> lies_in(azaz, province), lies_in(aleppo, province)
    (True, False)
    """
    town, province = (one, other) if _provinces().get(one.id) == other.id else (other, one)
    return _provinces().get(town.id) == province.id and town.name not in province.name


def any_inside(some: Collection[str], others: Collection[str]) -> bool:
    """Tell whether a town on one side is of a province on the other, by their ids."""
    mine, theirs = ({_provinces().get(town) for town in towns} for towns in (some, others))
    return not mine.isdisjoint(others) or not theirs.isdisjoint(some)


@cache
def _provinces() -> Mapping[str, str]:
    return {row["id"]: row["province"] for row in read_rows("actors/place_within_geonames.tsv")}
