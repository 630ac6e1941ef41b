"""Reports as numbers, small enough to be held all at once: which pairs may come to more than 0 points.

Most pairs that share a block do not. To tell so it takes the deed, the days, the place, and the bits of the names and
words that both share; all else adds no more than its weights. No report is unpacked for that.
"""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from operator import mul
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from rasad.fuse.events import PlaceKey
from rasad.fuse.measures import (
    OF_NAMES,
    OF_SOUNDS,
    OF_WORDS,
    Found,
    When,
    day_amounts,
    deed_amounts,
    name_amounts,
    place_amounts,
    sound_amounts,
    undated,
    when,
    word_amounts,
)
from rasad.fuse.profile import Profile
from rasad.fuse.rarity import Bits, name_bits, sound_bits, word_bits
from rasad.fuse.weights import weights

T = TypeVar("T", bound=Hashable)
Deed = tuple[str, str | None]
"""Type and mode."""
Numbers = frozenset[int]

NEAR_NAMES = ("same_venue", "places_shared")
"""What names around the triggers may bring besides their bits."""
REST = ("parties", "two_parties", "figures", "same_numbers", "same_clock", "same_origin", "copied")
"""Evidence for one event that is not measured here, a bit of a mask each: it needs that both reports have something."""
PARTIES, TWO_PARTIES, FIGURES, NUMBERS, CLOCK, ORIGIN, COPIED = (1 << n for n in range(len(REST)))
SLACK = 0.001
"""Points that sums in another order may be off."""
HELD = 2_000
"""Sketches, and sets of words, that stay made: pairs come in the order of their days."""
MEASURED = 50_000
"""Pairs of days, or of places, whose points are remembered."""


class Row(Protocol):
    """A number for each report."""

    def __getitem__(self, n: int, /) -> int: ...


class Sketch(Struct, frozen=True, gc=False):
    """A report: the numbers of its values, which marks it `has`, the bits of its names and of its page's, and these."""

    lang: int
    origin: int
    deed: int
    when: int
    place: int
    page: int
    has: int
    bits: tuple[int, int]
    names: Numbers
    core: Numbers
    page_names: Numbers


class Sketches:
    """All reports, by their places."""

    def __init__(self) -> None:
        self.deed, self.when, self.place = Column[Deed](), Column[When](), Column[PlaceKey | None]()
        self.lang, self.page = Column[str](), Column[str]()
        self.origin = Column[str | None]([None])
        self.has = array("B")
        self.names, self.core, self.sounds, self.words = Sets(), Sets(), Sets(), Sets()
        self.page_names, self.page_sounds, self.page_words = Sets(), Sets(), Sets()
        self.bits_of = [array("I") for _ in range(4)]
        parts: tuple[Row, ...] = (self.lang, self.origin, self.deed, self.when, self.place, self.has, *self.bits_of[:2])
        # Of the columns and not of `self`, which would hold itself: nothing looks for cycles while fusion runs.
        self._sketch = lru_cache(HELD)(partial(_made, self.page, parts, (self.names, self.core, self.page_names)))
        self._words_of, self._page_words = (lru_cache(HELD)(some.__getitem__) for some in (self.words, self.page_words))
        self._names, self._sounds = Vocabulary(name_bits()), Vocabulary(sound_bits())
        self._words: dict[str, Vocabulary] = {}
        self._scales = tuple(Scale(self, weights(undated=timeless)) for timeless in (False, True))

    def noted(self, reports: Iterable[Profile]) -> Iterator[Profile]:
        """Note reports as they go by, in the order of their places."""
        for report in reports:
            self.add(report)
            yield report

    def add(self, one: Profile) -> None:
        """Note the next report."""
        report = one.report
        self.deed.add((report.type, report.mode))
        self.when.add(when(one))
        self.place.add(report.place)
        self.lang.add(report.lang)
        self.origin.add(report.chain[-1].id if report.chain else None)
        parties = len(report.parties)
        self.has.append(
            PARTIES * (parties > 0) | TWO_PARTIES * (parties > 1)
            | FIGURES * bool(report.figures) | NUMBERS * bool(report.numbers) | CLOCK * bool(report.clock)
        )  # fmt: skip
        words = self._words.get(report.lang) or self._words.setdefault(report.lang, Vocabulary(word_bits(report.lang)))
        self.names.add(self._names.of(report.names))
        self.core.add(self._names.of(report.core))
        self.sounds.add(self._sounds.of(report.sounds))
        self.words.add(words.of(report.words))
        for bits, total in zip(self.bits_of, (one.names, one.page_names, one.words, one.page_words), strict=True):
            bits.append(total)
        if self.page.add(report.page):
            self.page_names.add(self._names.of(report.page_names))
            self.page_sounds.add(self._sounds.of(report.page_sounds))
            self.page_words.add(words.of(report.page_words))

    def promising_if(self, copied: Collection[tuple[str, str]]) -> Callable[[int, int], bool]:
        """Give what tells of two reports by their places whether they may come to more than 0 points.

        `copied` are pages, by sha256, that share their wording.
        """
        known = self.page.numbers
        pairs = {(known[a], known[b]) for pair in copied if known.keys() >= set(pair) for a, b in (pair, pair[::-1])}
        return lambda a, b: self.promising(a, b, (self.page[a], self.page[b]) in pairs)

    def promising(self, a: int, b: int, copied: bool) -> bool:
        """Tell whether two reports may come to more than 0 points."""
        mine, theirs = self._sketch(a), self._sketch(b)
        one_tongue = mine.lang == theirs.lang
        rest = mine.has & theirs.has | COPIED * copied | ORIGIN * (mine.origin == theirs.origin != 0)
        when_of = self.when.values
        scale = self._scales[undated(when_of[mine.when], when_of[theirs.when])]
        found = scale.rest[rest] + scale.deeds(mine.deed, theirs.deed) + scale.places(mine.place, theirs.place)
        found += scale.days(mine.when, theirs.when)
        bits, least = self._names.shared, (min(mine.bits[0], theirs.bits[0]), min(mine.bits[1], theirs.bits[1]))
        core, pages = bits(mine.core, theirs.core), bits(mine.page_names, theirs.page_names)
        amounts = name_amounts(bits(mine.names, theirs.names), core, pages, least, one_tongue)
        found += _weighed(scale.names, amounts)
        if found + (scale.most_words if one_tongue else scale.most_sounds) <= 0:
            return False
        found += self._word_points(a, b, scale) if one_tongue else self._sound_points(a, b, scale)
        return found > 0

    def _word_points(self, a: int, b: int, scale: "Scale") -> float:
        mine, theirs = self._words_of(a), self._words_of(b)
        if not mine or not theirs:
            return scale.wordless
        words, page_words = self.bits_of[2:]
        least = (min(words[a], words[b]), min(page_words[a], page_words[b]))
        bits = self._words[self.lang.values[self.lang[a]]].shared
        pages = bits(self._page_words(self.page[a]), self._page_words(self.page[b]))
        return _weighed(scale.words, word_amounts(bits(mine, theirs), pages, least))

    def _sound_points(self, a: int, b: int, scale: "Scale") -> float:
        bits = self._sounds.shared
        pages = bits(self.page_sounds[self.page[a]], self.page_sounds[self.page[b]])
        return _weighed(scale.sounds, sound_amounts(bits(self.sounds[a], self.sounds[b]), pages))


def _made(pages: "Column[str]", parts: Sequence[Row], sets: "tuple[Sets, Sets, Sets]", n: int) -> Sketch:
    """Put the sketch of a report together."""
    page, (names, core, page_names) = pages[n], sets
    lang, origin, deed, when_of, place, has, name_total, page_total = (part[n] for part in parts)
    bits = (name_total, page_total)
    return Sketch(lang, origin, deed, when_of, place, page, has, bits, names[n], core[n], page_names[page])


class Scale:
    """What the evidence of two reports weighs: one table for most, one for those that no day holds together."""

    def __init__(self, reports: Sketches, table: Mapping[str, float]) -> None:
        def most(names: Iterable[str]) -> float:
            return sum(max(0.0, table[name]) for name in names)

        def measured(measure: Callable[[T, T], Found], values: Sequence[T]) -> Callable[[int, int], float]:
            return lru_cache(MEASURED)(lambda a, b: _points(measure(values[a], values[b]), table))

        self.deeds = measured(lambda a, b: deed_amounts(*a, *b), reports.deed.values)
        self.places = measured(place_amounts, reports.place.values)
        self.days = measured(day_amounts, reports.when.values)
        least = table["threshold"] + SLACK + most(NEAR_NAMES)
        masks = range(1 << len(REST))
        self.rest = [least + most(name for at, name in enumerate(REST) if mask >> at & 1) for mask in masks]
        self.names, self.words, self.sounds = (
            tuple(table[name] for name in kinds) for kinds in (OF_NAMES, OF_WORDS, OF_SOUNDS)
        )
        self.wordless = table["wordless"]
        self.most_words, self.most_sounds = max(self.wordless, most(OF_WORDS)), most(OF_SOUNDS)


class Column(Generic[T]):
    """A value for each report, each value held once."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        self.values: list[T] = list(values)
        self.numbers: dict[T, int] = {value: n for n, value in enumerate(self.values)}
        self.row = array("I")

    def __getitem__(self, n: int) -> int:
        return self.row[n]

    def add(self, value: T) -> bool:
        """Add the value of the next report, and tell whether it is a new one."""
        number = self.numbers.setdefault(value, len(self.values))
        self.row.append(number)
        if new := number == len(self.values):
            self.values.append(value)
        return new


class Vocabulary:
    """Words or names as numbers, and the bits of each."""

    def __init__(self, bits: Bits) -> None:
        self.numbers: dict[str, int] = {}
        self.bits = array("H")
        self._bits = bits

    def of(self, keys: Collection[str]) -> list[int]:
        """Give the numbers of some keys."""
        try:
            return [self.numbers[key] for key in keys]
        except KeyError:
            return [self.numbers[key] if key in self.numbers else self._new(key) for key in keys]

    def shared(self, some: Numbers, others: Numbers) -> int:
        """Add up the bits of what both hold."""
        return sum(map(self.bits.__getitem__, some & others))

    def _new(self, key: str) -> int:
        number = self.numbers[key] = len(self.bits)
        self.bits.append(self._bits[key])
        return number


class Sets:
    """A set of numbers for each report, or page."""

    def __init__(self) -> None:
        self.row = array("I")
        self.ends = array("I", [0])

    def __getitem__(self, n: int) -> Numbers:
        return frozenset(self.row[self.ends[n] : self.ends[n + 1]])

    def add(self, numbers: Iterable[int]) -> None:
        """Add the next set."""
        self.row.extend(numbers)
        self.ends.append(len(self.row))


def _weighed(points: tuple[float, ...], amounts: tuple[float, ...]) -> float:
    return float(sum(map(mul, points, amounts)))


def _points(found: Found, table: Mapping[str, float]) -> float:
    points = 0.0
    for name, amount in found:
        points += table[name] * amount
    return points
