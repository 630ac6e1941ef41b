"""Wars and crises that are called so many years old: they tell the year of the page."""

from rasad.dates.constraints import Constraint, era_constraint
from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ, fold

_WIDEST = 16
"""Code points that the number of years may take."""


def find_era(folded: str, lang: str) -> Constraint | None:
    """Read «the eleven-year war in Syria» as the eleventh year from the one in which it began."""
    spaced = folded.replace(ZWNJ, " ")
    numbers = {_plain(r["form"]): int(r["value"]) for r in read_rows(f"{lang}/numbers.tsv") if r["value"].isdigit()}
    for row in read_rows(f"{lang}/eras.tsv"):
        before, after = (_plain(part) for part in row["form"].split("{n}"))
        at = spaced.find(before)
        while at >= 0:
            stop = spaced.find(after, at + len(before), at + len(before) + _WIDEST)
            word = spaced[at + len(before) : stop].strip() if stop > 0 else ""
            count = int(word) if word.isascii() and word.isdigit() else numbers.get(word)
            if count:
                return era_constraint(int(row["first_year"]) + count, row["english"], count, (at, stop + len(after)))
            at = spaced.find(before, at + 1)
    return None


def _plain(form: str) -> str:
    return fold(form).replace(ZWNJ, " ")
