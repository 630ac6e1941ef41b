"""Letters of other languages that a language's pages hold by mistake, told by the rows of `letters.tsv`."""

import re
from functools import cache

from msgspec import Struct

from rasad.packs.rows import read_rows

# With a hamza above, the Arabic ye is half of another letter.
_NO_HAMZA = "(?!(?<=\u064a)\u0654)"


class Letters(Struct, frozen=True):
    """What finds such a letter, and which is meant by it."""

    pattern: re.Pattern[str]
    right: dict[str, str]


@cache
def letters(lang: str) -> Letters:
    """Read the letters of a language.

    >>> letters("fa").right["ي"]
    'ی'
    """
    right = {row["form"]: row["right"] for row in read_rows(f"{lang}/letters.tsv")}
    return Letters(re.compile(f"[{''.join(right)}]{_NO_HAMZA}"), right)
