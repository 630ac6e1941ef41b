"""Letters of other languages that a language's pages hold by mistake, told by the rows of `letters.tsv`."""

import re
from functools import cache

from msgspec import Struct

from rasad.packs.rows import read_rows

# With a hamza above, the Arabic ye is half of another letter.
_HAMZA = "\u0654"
_NO_HAMZA = f"(?!(?<=\u064a){_HAMZA})"


class Letters(Struct, frozen=True):
    """What finds such a letter, and which is meant by it."""

    pattern: re.Pattern[str]
    right: dict[str, str]


def righted(text: str, lang: str) -> str:
    """Give a text with the letters that are meant; each is one for one, so the length stays.

    A text with a hamza of its own stays as it is: there a letter is not all of what is written.

    >>> righted("كتابي", "fa")
    'کتابی'
    """
    for form, right in letters(lang).right.items() if _HAMZA not in text else ():
        text = text.replace(form, right)
    return text


@cache
def letters(lang: str) -> Letters:
    """Read the letters of a language.

    >>> letters("fa").right["ي"]
    'ی'
    """
    right = {row["form"]: row["right"] for row in read_rows(f"{lang}/letters.tsv")}
    return Letters(re.compile(f"[{''.join(right)}]{_NO_HAMZA}"), right)
