"""Date expressions in running text: date words are found, numbers put together, and patterns laid over their classes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from rasad.dates import calendars
from rasad.dates.vocabulary import BREAK, Classes, Meaning, Pattern, Vocabulary, number_classes, vocabulary
from rasad.model import DateMention
from rasad.tokens import ZWNJ

# What may stand between two date words: a join and its spaces, never a line's end.
_WIDEST_GAP = 6
_NUMBER_PARTS = re.compile(r"[0-9]+")


class Token(Struct, frozen=True):
    """A date word or number in the text and what it can be; for a numeric date, the date."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    classes: Classes
    number: int = 0
    ordinal: bool = False
    digits: int = 0
    date: tuple[int, int, int] | None = None


class Match(Struct, frozen=True):
    """A pattern found over the tokens, with what it kept."""

    start: int
    end: int
    pattern: Pattern
    kept: dict[str, list[Token]]


def read_dates(reading: str, folded: str, lang: str) -> tuple[DateMention, ...]:
    """Find the date expressions of a text: not overlapping, of those that begin first the longest.

    `folded` is `tokens.fold(reading)`, of equal length; the spans are those of both.
    """
    words = vocabulary(lang)
    tokens = _with_months(_with_numbers(_tokens(folded, words), folded, words), folded, words)
    return tuple(chain.from_iterable(_mentions(folded, run, words) for run in _runs(tokens, folded, words)))


# Tokens.


def _tokens(folded: str, words: Vocabulary) -> list[Token]:
    found = [_token(folded, m, words) for m in words.scan.finditer(folded)]
    return [token for at, token in enumerate(found) if _is_whole(folded, found, at)]


def _token(folded: str, m: re.Match[str], words: Vocabulary) -> Token:
    if m["word"]:
        meanings = words.words[m["word"]]
        numeral = next((meaning for meaning in meanings if meaning.cls.startswith("word_")), None)
        classes = frozenset(meaning.cls for meaning in meanings)
        return Token(m.start("word"), m.end(), meanings, classes, numeral.value if numeral else 0)
    if m["number"]:
        text, ordinal = m["number"], bool(m["tail"])
        ends = len(text) == 2 and words.after_year.match(folded, m.end()) is not None
        classes = number_classes(int(text), len(text), ordinal, ends)
        return Token(m.start(), m.end(), (), classes, int(text), ordinal, len(text))
    return Token(m.start(), m.end(), (), frozenset({"date"}), date=_numeric(m["date"]))


def _numeric(text: str) -> tuple[int, int, int] | None:
    """Give year, month and day of a numeric date: year first or last, day before month unless that cannot be."""
    a, b, c = (int(part) for part in _NUMBER_PARTS.findall(text))
    year, month, day = (a, b, c) if a > 31 else (c, b, a)
    if month > 12:
        month, day = day, month
    return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _is_whole(folded: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is a word of its own: a half-space beside it must lead to another date word."""
    token = tokens[at]
    if folded[token.end : token.end + 1] == ZWNJ and (
        at + 1 == len(tokens) or tokens[at + 1].start > token.end + 3
    ):
        return False
    before = folded[token.start - 1 : token.start]
    return before != ZWNJ or (at > 0 and tokens[at - 1].end >= token.start - 3)


def _gap(folded: str, left: Token, right: Token, words: Vocabulary) -> str | None:
    """Give the class code of what stands between two tokens: nothing, a join, or None for anything else."""
    if right.start - left.end > _WIDEST_GAP:
        return None
    between = folded[left.end : right.start]
    if BREAK in between:
        return None
    between = between.strip(" " + ZWNJ)
    return words.joins.get(between) if between else ""


def _with_numbers(tokens: Sequence[Token], folded: str, words: Vocabulary) -> list[Token]:
    """Put number words together: بیست و سوم is 23."""
    joined_by_and = words.joins_and
    out: list[Token] = []
    for token in tokens:
        kind = _numeral_kind(token)
        last = out[-1] if out else None
        if kind and last and (_numeral_kind(last) or last.digits):
            gap = _gap(folded, last, token, words)
            value = None if gap is None else _sum(last, token, kind, gap == joined_by_and, gap == "")
            if value is not None:
                out[-1] = _number_token(last.start, token.end, value, last.ordinal or kind == "ordinal")
                continue
        out.append(_number_token(token.start, token.end, token.number, kind == "ordinal", token) if kind else token)
    return out
