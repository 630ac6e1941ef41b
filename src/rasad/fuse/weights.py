"""The weights of the evidence, and the families of types: rows of `packs/plover`."""

from functools import cache

from rasad.packs.rows import read_rows

EVENTS, ACTORS = "plover/fusion.tsv", "actors/identity.tsv"
"""Evidence that two reports are of one event, and that two names are of one actor."""
SETTLED = ("city", "town", "village", "camp")


@cache
def weights(table: str = EVENTS, undated: bool = False) -> dict[str, float]:
    """Give the points of every kind of evidence at its full amount; some weigh otherwise for `undated` pairs."""
    cells = ((row["evidence"], row["weight"], undated and row["undated"]) for row in read_rows(table))
    return {kind: float(own or weight) for kind, weight, own in cells}


@cache
def reasons(table: str = EVENTS) -> dict[str, str]:
    """Give what every kind of evidence says, in words."""
    return {row["evidence"]: row["why"] for row in read_rows(table)}


@cache
def families(kind: str) -> frozenset[str]:
    """Give the families of a PLOVER type; itself when it is in none."""
    found = {row["family"] for row in read_rows("plover/families.tsv") if row["type"] == kind}
    return frozenset(found or {kind})


@cache
def venues() -> frozenset[str]:
    """Give the concepts that are a kind of place: what happened at a church did not at a market."""
    return frozenset(
        f"c:{row['concept']}"
        for lang in ("fa", "ar")
        for row in read_rows(f"{lang}/concepts.tsv")
        if row["class"] == "venue"
    )


@cache
def settlements() -> frozenset[str]:
    """Give the ids of places in which one stands or does not: what happened in one town did not in another."""
    tables = ("actors/places.tsv", "actors/places_geonames.tsv")
    return frozenset(row["id"] for table in tables for row in read_rows(table) if row["kind"] in SETTLED)
