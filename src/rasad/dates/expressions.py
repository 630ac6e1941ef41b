"""Date expressions in running text: patterns are laid over the classes of the date words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from rasad.dates import mentions
from rasad.dates.mentions import Match
from rasad.dates.patterns import Pattern
from rasad.dates.scanner import Token, runs
from rasad.dates.vocabulary import Vocabulary, vocabulary
from rasad.model import DateMention

_REMEMBERED = 10_000
"""Runs of codes whose patterns are known; a few hundred are nearly all that pages hold."""


def read_dates(reading: str, folded: str, lang: str) -> tuple[DateMention, ...]:
    """Find the date expressions of a text: not overlapping, of those that begin first the longest.

    `folded` is `tokens.fold(reading)`, of equal length; the spans are those of both.
    """
    words = vocabulary(lang)
    return tuple(chain.from_iterable(_mentions(folded, run, words, lang) for run in runs(folded, words)))


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
