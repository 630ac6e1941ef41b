"""Blocks of reports as numbers: who stands beside whom, in the memory of a few dozen numbers for each report."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import overload

BOUND = 8
"""Neighbours in time that a report meets inside a block: what keeps the work linear in the reports."""
HALF, AFTER = 4, 15
"""Two numbers up to `BOUND` in one byte: bits of the second, and their mask."""
CROWD = 200
"""Reports of a block above which each also meets those that share its rarest word or name: time says little there."""
PARTS = 127
"""Blocks are made in so many parts, one after the other; a prime, so that the parts are alike in size."""
ROOM = 1 << 26
"""Words that are told apart in a key."""
PLAIN = 2
"""Words of the keys whose blocks may be crowded: a family of types and a country are."""

Key = tuple[str, ...]


class Numbers:
    """Keys as numbers: of their first word, of their second, and of the others as one."""

    def __init__(self) -> None:
        self.first: dict[str, int] = {}
        self.words: dict[str, int] = {"": 0}

    def of(self, keys: Iterable[Key]) -> set[int]:
        """Give the numbers of keys."""
        firsts, words = self.first, self.words
        found = set()
        for key in keys:
            first, word = firsts.get(key[0]), words.get(key[1])
            if first is None:
                first = firsts[key[0]] = len(firsts)
            if word is None:
                word = words[key[1]] = len(words)
            number = (first * ROOM + word) * ROOM
            if len(key) > PLAIN:
                other = key[PLAIN] if len(key) == PLAIN + 1 else "\x1f".join(key[PLAIN:])
                rest = words.get(other)
                if rest is None:
                    rest = words[other] = len(words)
                number += rest
            found.add(number)
        return found

    def word(self, word: str) -> int:
        """Give the number of a word."""
        return self.words.setdefault(word, len(self.words))


class Entries:
    """Which reports hold which keys."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.keys = [array("Q") for _ in range(PARTS)]
        self.holders = [array("I") for _ in range(PARTS)]
        self.rarest = array("I")
        self.rarest_from = array("Q", [0])

    def add(self, keys: Iterable[Key], rarest: Iterable[str] = ()) -> None:
        """Note the keys of the next report, and the words by which it is found in a crowd."""
        n = len(self.rarest_from) - 1
        for key in self.numbers.of(keys):
            self.keys[key % PARTS].append(key)
            self.holders[key % PARTS].append(n)
        self.rarest.extend(map(self.numbers.word, rarest))
        self.rarest_from.append(len(self.rarest))

    def neighbours(self, about: Sequence[int]) -> Iterator[Mapping[int, int]]:
        """Give for every report its neighbours in time, on both sides, and in how many blocks it has them.

        The keys are forgotten on the way. `about` gives the day by which each report is sorted.
        """
        self.numbers = Numbers()  # nothing is asked of it any more, and it is large
        row, around = array("I"), array("B")
        for members in self._blocks():
            members.sort(key=about.__getitem__)
            row.extend(members)
            around.frombytes(_edges(len(members)))
        places, starts = _places(row, len(about))
        for start, end in pairwise(starts):
            own = places[start:end]
            yield Counter(
                chain.from_iterable(row[at - (around[at] >> HALF) : at + (around[at] & AFTER) + 1] for at in own)
            )

    def _blocks(self) -> Iterator[list[int]]:
        """Give every block of more than one report; a crowded one also cut by its members' rarest word and name."""
        for part in range(PARTS):
            blocks: dict[int, list[int]] = defaultdict(list)
            for key, n in zip(self.keys[part], self.holders[part], strict=True):
                blocks[key].append(n)
            self.keys[part], self.holders[part] = array("Q"), array("I")
            for key, members in blocks.items():
                if len(members) > 1:
                    yield members
                if len(members) > CROWD and not key % ROOM:
                    yield from self._finer(members)

    def _finer(self, members: Iterable[int]) -> Iterator[list[int]]:
        finer: dict[int, list[int]] = defaultdict(list)
        for n in members:
            for rare in self.rarest[self.rarest_from[n] : self.rarest_from[n + 1]]:
                finer[rare].append(n)
        yield from (some for some in finer.values() if len(some) > 1)


def shared(some: Entries, others: Entries, most: int) -> Iterator[Mapping[int, int]]:
    """Give for each of some with which of the others, and how often, it shares a key that at most so many hold."""
    row, ends, blocks, holders = array("I"), array("I", [0]), array("I"), array("I")
    for part in range(PARTS):
        members: dict[int, list[int]] = defaultdict(list)
        for key, n in zip(some.keys[part], some.holders[part], strict=True):
            members[key].append(n)
        found: dict[int, list[int]] = {key: [] for key in members}
        for key, n in zip(others.keys[part], others.holders[part], strict=True):
            if key in found and len(found[key]) <= most:
                found[key].append(n)
        for key, held in found.items():
            if 0 < len(held) <= most:
                holders.extend(members[key])
                blocks.extend([len(ends) - 1] * len(members[key]))
                row.extend(held)
                ends.append(len(row))
    places, starts = _places(holders, len(some.rarest_from) - 1)
    for start, end in pairwise(starts):
        own = (blocks[at] for at in places[start:end])
        yield Counter(chain.from_iterable(row[ends[block] : ends[block + 1]] for block in own))


def _edges(size: int) -> bytes:
    """Give for each member of a block, in a byte, how many it meets before and behind it."""
    before = [min(at, BOUND) for at in range(min(size, BOUND))] + [BOUND] * (size - BOUND)
    return bytes(b << HALF | a for b, a in zip(before, reversed(before), strict=True))


def _places(row: Sequence[int], size: int) -> tuple["array[int]", "array[int]"]:
    """Give the places of every report in a row: all places, those of the first report first, and where each's begin."""
    counts = array("Q", bytes(8 * size))
    for n in row:
        counts[n] += 1
    starts = array("Q", accumulate(counts, initial=0))
    places, nexts = array("I", bytes(4 * len(row))), starts[:]
    for at, n in enumerate(row):
        places[nexts[n]] = at
        nexts[n] += 1
    return places, starts


class Pairs(Sequence[tuple[int, int]]):
    """Pairs of reports by their places, the smaller first, held as numbers: made of the ranks of both."""

    def __init__(self, order: Sequence[int], codes: Sequence[int]) -> None:
        self.order = order
        self.codes = codes

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, at: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, at: slice) -> "Pairs": ...
    def __getitem__(self, at: int | slice) -> "tuple[int, int] | Pairs":
        if isinstance(at, slice):
            return Pairs(self.order, self.codes[at])
        one, other = (self.order[rank] for rank in divmod(self.codes[at], len(self.order)))
        return (one, other) if one < other else (other, one)


class Kept:
    """Pairs that some report keeps, in the order of their days; a pair that both keep counts once."""

    def __init__(self, about: Sequence[int]) -> None:
        self.order = array("I", sorted(range(len(about)), key=lambda n: (about[n], n)))
        self.rank = array("I", bytes(4 * len(about)))
        for rank, n in enumerate(self.order):
            self.rank[n] = rank
        self.codes = [array("Q") for _ in range(PARTS)]

    def add(self, n: int, other: int) -> None:
        """Keep a pair."""
        low, high = self.rank[n], self.rank[other]
        if low > high:
            low, high = high, low
        self.codes[low * PARTS // len(self.order)].append(low * len(self.order) + high)

    def pairs(self) -> Pairs:
        """Give the pairs that were kept."""
        codes = array("Q")
        for part in self.codes:
            codes.extend(sorted(set(part)))
        return Pairs(self.order, codes)
