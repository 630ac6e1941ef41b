"""Date expressions in running text: patterns are laid over the classes of the date words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rasad.dates import mentions
from rasad.dates.mentions import Match
from rasad.dates.patterns import Pattern
from rasad.dates.scanner import Token, dated_lines, runs
from rasad.dates.vocabulary import BREAK, Vocabulary, vocabulary
from rasad.model import DateMention, Span

_REMEMBERED = 10_000
"""Runs of codes whose patterns are known; a few hundred are nearly all that pages hold."""


def read_dates(reading: str, folded: str, lang: str, article: Sequence[Span] | None = None) -> tuple[DateMention, ...]:
    """Find the date expressions of a text: not overlapping, of those that begin first the longest.

    `folded` is `tokens.fold(reading)`, of equal length; the spans are those of both. With `article`, stretches in
    order, other lines are read only if they may hold a whole date: of a menu nothing else is asked.
    """
    words = vocabulary(lang)
    lines = [(0, len(folded))] if article is None else _worth(folded, words, article)
    return tuple(m for line in lines for run in runs(folded, words, line) for m in _mentions(folded, run, words, lang))


def _worth(folded: str, words: Vocabulary, article: Sequence[Span]) -> Iterator[Span]:
    """Give the lines of an article's stretches, and of the others those that may hold a whole date."""
    at = 0
    for start, end in article:
        if end <= at:
            continue
        first, stop = folded.rfind(BREAK, at, start) + 1, folded.find(BREAK, end)
        first, last = max(at, first), len(folded) if stop < 0 else stop
        yield from dated_lines(folded, words, (at, first))
        yield (first, last)
        at = last
    yield from dated_lines(folded, words, (at, len(folded)))


def _mentions(folded: str, run: Sequence[Token], words: Vocabulary, lang: str) -> Iterator[DateMention]:
    end = 0
    for match in sorted(_matches(run, words, lang), key=lambda match: (match.start, -match.end)):
        mention = mentions.build(match, folded, words.calendars) if match.start >= end else None
        if mention:
            end = match.end
            yield mention


def _matches(run: Sequence[Token], words: Vocabulary, lang: str) -> Iterator[Match]:
    for pattern, start, end, names in _laid("".join(words.codes[token.classes] for token in run), lang):
        kept: dict[str, list[Token]] = {}
        for name, at in names:
            kept.setdefault(name, []).append(run[at])
        yield Match(start, end, (run[start].start, run[end - 1].end), pattern, kept)


@lru_cache(_REMEMBERED)
def _laid(codes: str, lang: str) -> tuple[tuple[Pattern, int, int, tuple[tuple[str, int], ...]], ...]:
    """Give the patterns that lie over the codes of some tokens: where they start and end, and the tokens they name."""
    found = []
    for pattern in vocabulary(lang).patterns:
        for m in pattern.match.finditer(codes):
            names = tuple((name.partition("__")[0], m.start(name)) for name, text in m.groupdict().items() if text)
            found.append((pattern, m.start(), m.end(), names))
    return tuple(found)
