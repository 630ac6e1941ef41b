"""The Persian words that the packs know, and the names in them that no repair may touch."""

from collections.abc import Iterator
from functools import cache

from rasad.packs.rows import rows_once
from rasad.tokens import WORD, ZWNJ, fold

_TABLES = ("words", "lightverbs", "offices", "organs", "groups", "titles", "triggers", "topics", "concepts", "units")
_NAMES = ("person_names", "organisation_names", "country_names", "place_names")


@cache
def known_words() -> frozenset[str]:
    """Give every word, folded, that stands in a row of the language; of compounds the parts, too."""
    forms = (row["form"] for table in _TABLES for row in rows_once(f"fa/{table}.tsv"))
    repairs = (row["form"] for row in rows_once("fa/repair.tsv") if row["kind"] in ("heh", "adjective"))
    # Folded together and not one by one: 20,000 forms would take a fifth of the time to the first page.
    parts = WORD.findall(fold("\n".join((*forms, *repairs))).replace(ZWNJ, " "))
    frequent = fold("\n".join(row["form"] for row in rows_once("fa/frequency.tsv"))).split("\n")
    return frozenset((*parts, *frequent))


@cache
def names() -> tuple[str, ...]:
    """Give every name of the register, folded."""
    return tuple(dict.fromkeys(_names()))


def _names() -> Iterator[str]:
    for table in _NAMES:
        for row in rows_once(f"actors/{table}.tsv"):
            if row["lang"] == "fa":
                yield fold(row["form"])
