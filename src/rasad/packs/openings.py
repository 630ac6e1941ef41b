"""Rows of a verb with its object, by the verb that opens them: the subject may stand between the two."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from rasad.packs.lexicon import matchable
from rasad.packs.rows import Row, read_rows
from rasad.tokens import fold

OPENING = "opening"
"""Kind of the marks of such verbs."""
FINITE = frozenset({"past", "present"})
"""Classes of verbs that may stand before their subject."""
_TOLLS = frozenset({"killed", "toll"})
"""Frames whose subject is a deed, told by its own words: «أسفر القصف عن مقتل عشرة»."""
PREPOSITION = 4
"""Letters of the longest preposition; a verb that has a row of its own needs none."""
_OWN = "ه"
"""The pronoun of a row's object, which agrees with the subject: «سحبت روسيا قواتها»."""


class Opened(Struct, frozen=True):
    """What stands behind the verb of a row, and the row; `letters` are in every text that holds the rest."""

    letters: str
    rest: re.Pattern[str]
    length: int
    row: Row


def openings(lang: str) -> Iterator[Row]:
    """Give the verbs that open rows, each once, as rows of their own."""
    for (form, morph), opened in opened_by(lang).items():
        yield Row(opened[0].row.rule, {"form": form, "morph": morph})


@cache
def opened_by(lang: str) -> dict[tuple[str, str], tuple[Opened, ...]]:
    """Give the rows of a verb with more words, by the verb and its class; the longest first."""
    verbs = (row for row in read_rows(f"{lang}/triggers.tsv") if row["morph"] in FINITE and row["need"] != "never")
    rows = [row for row in verbs if row["frame"] not in _TOLLS]
    alone = {row["form"] for row in rows if " " not in row["form"]}
    found: dict[tuple[str, str], list[Opened]] = defaultdict(list)
    for row in rows:
        verb, _, rest = row["form"].partition(" ")
        word = matchable(fold(rest)).strip()
        if len(word) > 1 and not (verb in alone and len(word) <= PREPOSITION):
            letters = word.removesuffix(_OWN)
            own = f"{re.escape(letters)}(?:ه|ها|هم)" if word.endswith(_OWN) else re.escape(word)
            found[verb, row["morph"]].append(Opened(letters, re.compile(rf"(?<!\w){own}(?!\w)"), len(word), row))
    return {verb: tuple(sorted(some, key=lambda one: (-one.length, one.row.rule))) for verb, some in found.items()}
