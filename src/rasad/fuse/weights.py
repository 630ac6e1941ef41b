"""The weights of the evidence, and the families of types: rows of `packs/plover`."""

from functools import cache

from rasad.packs.rows import read_rows


@cache
def weights() -> dict[str, float]:
    """Give the points of every kind of evidence at its full amount."""
    return {row["evidence"]: float(row["weight"]) for row in read_rows("plover/fusion.tsv")}


@cache
def reasons() -> dict[str, str]:
    """Give what every kind of evidence says, in words."""
    return {row["evidence"]: row["why"] for row in read_rows("plover/fusion.tsv")}


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
