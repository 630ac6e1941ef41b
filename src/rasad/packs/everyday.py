"""Everyday words: what stands in a dictionary of the language is rather no name."""

from functools import cache, lru_cache

from rasad.packs.rows import read_rows

# A page has a few hundred candidates; a day's pages have some ten thousand.
_REMEMBERED = 1 << 15


@lru_cache(_REMEMBERED)
def is_everyday(word: str, lang: str) -> bool:
    """Tell whether a word, as read and not folded, stands in the dictionary of its language.

    >>> is_everyday("خواننده", "fa"), is_everyday("پسکوف", "fa")
    (True, False)
    """
    if word.startswith(_prefixes(lang)) or word.endswith(_suffixes(lang)) or word in _names(lang):
        return False
    return _is_known(word, lang)


@lru_cache(_REMEMBERED)
def is_strange(word: str, lang: str) -> bool:
    """Tell whether no dictionary of the language knows a word, and no affix makes it one."""
    return word.isalpha() and not word.startswith(_articles(lang)) and not _is_known(word, lang)


def _is_known(word: str, lang: str) -> bool:
    """Ask the dictionary. It is imported when the first word is asked for: that takes a tenth of a second."""
    from simplemma import is_known

    return is_known(word, lang=lang)


def bare(word: str, lang: str) -> str:
    """Take the article off a word, with what is written to it («والوكالة»)."""
    ends = (len(article) for article in _articles(lang) if word.startswith(article) and len(word) - len(article) > 2)
    return word[max(ends, default=0) :]


@cache
def _suffixes(lang: str) -> tuple[str, ...]:
    """Give the endings by which a family name is known though the word is in the dictionary («رجایی»)."""
    return tuple(r["form"] for r in read_rows(f"{lang}/surnames.tsv") if r["side"] == "suffix")


@cache
def _names(lang: str) -> frozenset[str]:
    """Give family names that the dictionary knows as words («تابش»)."""
    return frozenset(r["form"] for r in read_rows(f"{lang}/surnames.tsv") if r["side"] == "name")


@cache
def _prefixes(lang: str) -> tuple[str, ...]:
    return tuple(r["form"] for r in read_rows(f"{lang}/surnames.tsv") if r["side"] == "prefix")


@cache
def _articles(lang: str) -> tuple[str, ...]:
    return tuple(r["form"] for r in read_rows(f"{lang}/surnames.tsv") if r["side"] == "article")
