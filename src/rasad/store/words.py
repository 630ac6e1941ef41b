"""Words for full-text search: folded, and Arabic ones once more without their proclitics."""

from collections.abc import Iterator
from functools import cache

from rasad.model import Span
from rasad.packs.rows import read_rows
from rasad.tokens import WORD, fold, search_key

SHORTEST = 3
"""Letters that must be left of a word: two-letter rests are nearly always wrong cuts («كان» is not ك + ان)."""


Proclitics = tuple[tuple[str, str], ...]
"""What is taken off the front of a word, and what stands there instead («للعراق» is ل + العراق)."""


@cache
def arabic_proclitics() -> Proclitics:
    """Give the Arabic proclitics of packs/ar/proclitics.tsv, folded."""
    return tuple((fold(row["form"]), fold(row["leaves"])) for row in read_rows("ar/proclitics.tsv"))


def bare_forms(word: str, proclitics: Proclitics) -> Iterator[str]:
    """Give what is left of a folded word when proclitics are taken off, one after the other.

    >>> list(bare_forms("وقال", (("و", ""), ("ال", ""))))
    ['قال']
    """
    for form, leaves in proclitics:
        rest = leaves + word[len(form) :]
        if word.startswith(form) and len(rest) >= SHORTEST:
            yield rest
            yield from bare_forms(rest, proclitics)


def search_words(text: str, lang: str) -> tuple[str, str]:
    """Give the two columns of the search table: the folded words, and the bare forms of Arabic ones."""
    key = search_key(text)
    if lang != "ar":
        return key, ""
    known = set(WORD.findall(key))
    bare = {form for word in known for form in bare_forms(word, arabic_proclitics())}
    return key, " ".join(sorted(bare - known))


def search_query(words: str) -> str:
    """Give the FTS5 query that asks for all the words; signs of the query language are only letters here."""
    return " ".join(f'"{word}"' for word in WORD.findall(search_key(words)))


def place_of(text: str, words: str) -> Span:
    """Find the first word asked for, as the page writes it: as a word or the end of one (after proclitics)."""
    asked = WORD.findall(search_key(words))
    places = ((m.group(), m.span()) for m in WORD.finditer(text))
    return next((span for word, span in places if any(search_key(word).endswith(w) for w in asked)), (0, 0))
