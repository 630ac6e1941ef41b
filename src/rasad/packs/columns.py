"""What the columns of the tables hold, as `tables.toml` says it, and the test of a cell."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from msgspec import Struct

from rasad.packs.rows import Row, root
from rasad.tokens import ZWNJ

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
# Letters and marks that a careful spelling does not have, by language, and what is meant.
_UNTIDY = {
    "fa": re.compile("[\u064a\u0643\u0640\u064c-\u0652]"),
    "ar": re.compile(f"[\u06cc\u06a9\u0640\u064b-\u0652{ZWNJ}]"),
}
_BLANKS = re.compile(rf"^[\s{ZWNJ}]|[\s{ZWNJ}]$|[\s{ZWNJ}]{{2}}|[^\S ]")


class Known:
    """The values that stand in the columns of all tables, gathered when first asked for."""

    def __init__(self, rows: Mapping[str, tuple[Row, ...]]) -> None:
        self._rows = rows
        self._values: dict[tuple[str, ...], set[tuple[str, ...]]] = {}

    def values(self, *places: str) -> set[tuple[str, ...]]:
        """Give the cells of columns such as `offices.office`; of two columns of one table, the pairs."""
        if places not in self._values:
            table = places[0].split(".")[0]
            names = [name for name in self._rows if name.removesuffix(".tsv") == table or name.endswith(f"/{table}.tsv")]
            asked = [place.split(".")[-1] for place in places]
            self._values[places] = {tuple(row[c] for c in asked) for name in names for row in self._rows[name]}
        return self._values[places]
