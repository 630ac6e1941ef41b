"""Date expressions in running text: patterns are laid over the classes of the date words."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rasad.dates import mentions
from rasad.dates.mentions import Match
from rasad.dates.scanner import Token, runs
from rasad.dates.vocabulary import Vocabulary, vocabulary
from rasad.model import DateMention


def read_dates(reading: str, folded: str, lang: str) -> tuple[DateMention, ...]:
    """Find the date expressions of a text: not overlapping, of those that begin first the longest.

    `folded` is `tokens.fold(reading)`, of equal length; the spans are those of both.
    """
    words = vocabulary(lang)
    return tuple(chain.from_iterable(_mentions(folded, run, words) for run in runs(folded, words)))


def _mentions(folded: str, run: Sequence[Token], words: Vocabulary) -> Iterator[DateMention]:
    end = 0
    for match in sorted(_matches(run, words), key=lambda match: (match.start, -match.end)):
        mention = mentions.build(match, folded, words.calendars) if match.start >= end else None
        if mention:
            end = match.end
            yield mention


def _matches(run: Sequence[Token], words: Vocabulary) -> Iterator[Match]:
    codes = "".join(words.codes[token.classes] for token in run)
    for pattern in words.patterns:
        for m in pattern.match.finditer(codes):
            kept: dict[str, list[Token]] = {}
            for name, text in m.groupdict().items():
                if text:
                    kept.setdefault(name.partition("__")[0], []).append(run[m.start(name)])
            yield Match(m.start(), m.end(), (run[m.start()].start, run[m.end() - 1].end), pattern, kept)
