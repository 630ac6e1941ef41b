"""Date words and numbers of a text, put together where they are one thing, in runs with nothing else between them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rasad.dates.patterns import Classes
from rasad.dates.vocabulary import BREAK, STROKES, Meaning, Vocabulary, number_classes
from rasad.model import Span
from rasad.tokens import ZWNJ

# What may stand between two date words: a join and its spaces, never a line's end.
_WIDEST_GAP = 8
_LONGEST_RUN = 200
"""Date words that are read as one run; the longest of 18,000 pages of news has 36. Patterns go back over a run."""
_BEFORE = 3
"""Letters before a month that make it a part of another word: articles and what is written to a word are shorter."""
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


def runs(folded: str, words: Vocabulary, stretch: Span) -> Iterator[list[Token]]:
    """Give the runs of date words of a stretch that hold at least one that no date goes without."""
    found = _with_months(_with_numbers(_tokens(folded, words, stretch), folded, words), folded, words)
    run: list[Token] = []
    for token in found:
        gap = _gap(folded, run[-1], token, words) if run and len(run) < _LONGEST_RUN else None
        if gap is None:
            yield from _worthy(run, words)
            run = []
        elif gap:
            run.append(Token(run[-1].end, token.start, (), words.join_classes[gap]))
        run.append(token)
    yield from _worthy(run, words)


def number_of(text: str, words: Vocabulary) -> int | None:
    """Give the number that a text is, in digits or in words."""
    found = _with_numbers(_tokens(text, words, (0, len(text))), text, words)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
    return found[0].number or None if whole else None


def meaning(token: Token, cls: str | tuple[str, ...]) -> Meaning | None:
    """Give what a token means as a word of a class, or of a class whose name begins so."""
    for known in token.meanings:
        if known.cls.startswith(cls):
            return known
    return None


def dated_lines(folded: str, words: Vocabulary, stretch: Span) -> Iterator[Span]:
    """Give the lines of a stretch that may hold a whole date: a month as a word, or a digit and a stroke behind it."""
    at, end = stretch
    for last, length in words.whole_dates.iter(folded, *stretch):
        before = folded[max(0, last - length + 1 - _BEFORE) : last - length + 1]
        inside = (len(before) == _BEFORE and before.isalpha()) or folded[last + 1 : last + 2].isalpha()
        if last >= at and (folded[last] in STROKES or not inside):
            stop = folded.find(BREAK, last, end)
            start, at = max(at, folded.rfind(BREAK, 0, last) + 1), end if stop < 0 else stop
            yield (start, at)


def _tokens(folded: str, words: Vocabulary, stretch: Span) -> list[Token]:
    found = [_token(folded, m, words) for m in words.scan.finditer(folded, *stretch)]
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
    if m["short"]:
        year, month, day = (int(part) for part in _NUMBER_PARTS.findall(m["short"]))
        return Token(m.start(), m.end(), (), frozenset({"shortdate"}), date=(year, month, day))
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
    if folded[token.end : token.end + 1] == ZWNJ and (at + 1 == len(tokens) or tokens[at + 1].start > token.end + 3):
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


def _numeral_kind(token: Token) -> str:
    """Give cardinal, ordinal, scale, tens or teen for a number in words, else nothing."""
    for known in token.meanings:
        if known.cls.startswith("word_"):
            return known.cls[5:]
    return ""


def _with_numbers(tokens: Sequence[Token], folded: str, words: Vocabulary) -> list[Token]:
    """Put number words together: twenty and third is the 23rd."""
    out: list[Token] = []
    for token in tokens:
        kind = _numeral_kind(token)
        if not kind:
            out.append(token)
            continue
        last = out[-1] if out else None
        value = _sum(last, token, kind, _gap(folded, last, token, words), words) if last else None
        if last and value is not None:
            out[-1] = _in_words(value, last.ordinal or kind == "ordinal", kind, last.start, token.end)
        else:
            out.append(_in_words(token.number, kind == "ordinal", kind, token.start, token.end, token.meanings))
    return out


def _in_words(value: int, ordinal: bool, kind: str, start: int, end: int, meanings: tuple[Meaning, ...] = ()) -> Token:
    others = {meaning.cls for meaning in meanings if not meaning.cls.startswith("word_")}
    kept = meanings or (Meaning(f"word_{kind}", value, "", ""),)
    return Token(start, end, kept, number_classes(value, 0, ordinal, False) | others, value, ordinal)


def _sum(left: Token, right: Token, kind: str, gap: str | None, words: Vocabulary) -> int | None:
    """Give the number that two number words side by side make, None if they are two numbers."""
    if gap is None or not (left.digits or _numeral_kind(left)) or (left.ordinal and kind not in ("tens", "teen")):
        return None
    a, b = left.number, right.number
    if gap == "" and kind == "scale":
        return a * b if 0 < a < b else None
    if gap == "" and kind == "teen":
        return a + b if 0 < a % 100 < 10 else None
    if gap != words.joins_and or left.digits:
        return None
    if kind == "tens" and 0 < a % 100 < 10:
        return a + b
    return a + b if a >= 20 and b < roundness(a) else None


def roundness(number: float) -> int:
    """Give the lowest power of ten in a number: 10 of 20, 100 of 1300, 1 of 23."""
    power = 1
    while number % (power * 10) == 0:
        power *= 10
    return power


def _with_months(tokens: Sequence[Token], folded: str, words: Vocabulary) -> list[Token]:
    """Join the two names of one month that some papers give: one / the other, or one (the other)."""
    out: list[Token] = []
    for token in tokens:
        month, last = meaning(token, "month"), out[-1] if out else None
        before = meaning(last, "month") if last else None
        if last and month and before and (month.value, month.unit) == (before.value, before.unit):
            gap = _gap(folded, last, token, words)
            if gap is not None and gap in words.aliases:
                end = token.end + (folded[token.end : token.end + 1] == ")" and "(" in folded[last.end : token.start])
                out[-1] = Token(last.start, end, last.meanings, frozenset({"month_yes"}))
                continue
        out.append(token)
    return out


def _worthy(run: list[Token], words: Vocabulary) -> Iterator[list[Token]]:
    if any(words.codes[token.classes] in words.anchors for token in run):
        yield run
