"""A town is in its province and not in another; a town and the province that bears its name are two places."""

import pytest
from msgspec.structs import replace
from test_fuse import report

from rasad.fuse.compare import amounts
from rasad.fuse.events import PlaceKey
from rasad.fuse.places import any_inside, lies_in
from rasad.fuse.profile import profile
from rasad.packs.rows import read_rows

TABLES = ("actors/places.tsv", "actors/places_geonames.tsv")
NAMES = {row["id"]: row["english"] for table in TABLES for row in read_rows(table)}


def place(id_: str) -> PlaceKey:
    return PlaceKey(id_, NAMES[id_], "SYR")


@pytest.mark.parametrize(
    ("one", "other", "inside"),
    [
        ("plc-azaz", "plc-aleppo-countryside", True),
        ("plc-ahvaz", "plc-khuzestan", True),
        ("plc-fallujah", "plc-anbar", True),
        ("plc-shiraz", "plc-fars-province", True),
        ("plc-aleppo", "plc-aleppo-countryside", False),  # the town, and the province of that name
        ("plc-homs", "plc-homs-governorate", False),
        ("plc-azaz", "plc-idlib-governorate", False),
        ("plc-azaz", "plc-aleppo", False),  # two towns of one province
        ("plc-khuzestan", "plc-fars-province", False),
    ],
)
def test_towns_and_provinces(one: str, other: str, inside: bool) -> None:
    for some, others in ((one, other), (other, one)):
        assert lies_in(place(some), place(others)) is inside
        found = dict(amounts(profile(report(1, place=place(some))), profile(report(2, place=place(others)))))
        assert ("place_inside" in found, "other_place" in found) == (inside, not inside)


def test_towns_around_the_triggers() -> None:
    azaz, aleppo = frozenset({"plc-azaz"}), frozenset({"plc-aleppo-countryside"})
    assert any_inside(azaz, aleppo)
    assert any_inside(aleppo, azaz)
    assert not any_inside(azaz, frozenset({"plc-homs", "plc-idlib-governorate"}))
    told = [profile(replace(report(n, place=None), names=names)) for n, names in enumerate((azaz, aleppo), start=1)]
    assert not dict(amounts(told[0], told[1]))["places_apart"]
    told[1] = profile(replace(report(2, place=None), names=frozenset({"plc-homs"})))
    assert dict(amounts(told[0], told[1]))["places_apart"]
