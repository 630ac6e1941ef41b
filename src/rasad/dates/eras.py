"""Wars and crises that are called so many years old: they tell the year of the page."""

from functools import cache

from rasad.dates.constraints import Constraint, era_constraint
from rasad.dates.scanner import number_of
from rasad.dates.vocabulary import vocabulary
from rasad.model import Span
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ, fold

_WIDEST = 24
"""Code points that the number of years may take."""
_MOST_WORDS = 3


def find_era(folded: str, lang: str) -> Constraint | None:
    """Read «the eleven-year war in Syria», or its twelfth year, by the year in which it began."""
    spaced = folded.replace(ZWNJ, " ")
    for row in read_rows(f"{lang}/eras.tsv"):
        found = _count(spaced, row, lang)
        if found:
            count, span = found
            ordinal = row["counts"] == "ordinal"
            return era_constraint(int(row["first_year"]), row["english"], count, ordinal, span)
    return None


def _count(text: str, row: Row, lang: str) -> tuple[int, Span] | None:
    """Give the number that stands in a row's form, with the span of the whole."""
    before, after = _around(row["form"])
    sought = before or after
    at = text.find(sought)
    while at >= 0:
        start, end = at + len(before), at
        if before:
            end = text.find(after, start, start + _WIDEST) if after else min(len(text), start + _WIDEST)
        between = text[start : max(end, start)] if before else text[max(0, at - _WIDEST) : at]
        found = _number(between, bool(before), bool(after), lang)
        if found:
            return found, (at if before else max(0, at - _WIDEST), end + len(after))
        at = text.find(sought, at + 1)
    return None


@cache
def _around(form: str) -> tuple[str, str]:
    """Give what stands before and behind the number in a row's form."""
    before, after = (fold(part).replace(ZWNJ, " ") for part in form.split("{n}"))
    return before, after


def _number(text: str, begins: bool, ends: bool, lang: str) -> int | None:
    """Read a number that fills a stretch, or begins or ends it where one side of it is open."""
    words = text.split()
    if begins and ends:
        return number_of(" ".join(words), vocabulary(lang))
    for many in range(min(_MOST_WORDS, len(words)), 0, -1):
        found = number_of(" ".join(words[:many] if begins else words[-many:]), vocabulary(lang))
        if found:
            return found
    return None
