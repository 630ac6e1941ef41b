"""How large the blocks of fusion become with very many reports, and whether those of one event still meet: simulated.

    block_sizes.py CASE [--reports N…] [--days D] [--seed S]

From a case it takes what real news are like: which share of the reports each block holds (types, countries, actors,
places, words), how fast new blocks come with more reports, and the days and blocks that two reports of one event have
in common. Then it draws the blocks of N reports of D days. A block that several reports hold keeps its share; those
held once stand for a tail without end, as steep as new blocks are frequent (Heaps and Zipf). Two reports of one event
meet in a block if fewer than `BOUND` others lie between them. Measured is only what is taken from the case.
"""

import argparse
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import ceil, exp, log
from pathlib import Path
from random import Random

from msgspec import Struct

from rasad.engine.keys import FusionInput
from rasad.engine.spark.fusing import FAMILY_AND_COUNTRY, STRETCH
from rasad.fuse.blocking import keys, meeting, rarest
from rasad.fuse.blocks import BOUND, CROWD, Key
from rasad.fuse.profile import Profile, profile
from rasad.store.db import open_case

SIZES = (10**4, 10**5, 10**6, 10**7, 10**8, 10**9)
YEAR = 365
STEP, RAREST = 1.15, 0.02
"""A tail is drawn in bands of ranks, down to where a block of two is not to be expected in fifty."""
MOST_GROWTH = 0.95
"""At 1 every report would bring as many new blocks as the first did, and no tail could hold them."""
OWN = ("word", "names", "name", "page", "sound")
"""Kinds of blocks that no family of types is part of."""
DRAWS = 20
"""Times that each pair of one event is laid among the others, and blocks that stand for a band of a tail."""


class Held(Struct, frozen=True):
    """What a report brings: its blocks, its day, and the word and the name by which it is found in a crowd."""

    keys: frozenset[Key]
    about: int
    in_crowds: tuple[str, ...]


class Blocks(Struct, frozen=True):
    """The blocks of a kind: shares of those held by several reports, and the tail of the others.

    The tail begins behind the rank `head` with the share `first`, and falls by the power `fall`.
    """

    shares: tuple[float, ...]
    head: int
    first: float
    fall: float

    def at(self, rank: float) -> float:
        """Give the share of a block of the tail."""
        return self.first * (rank / self.head) ** -self.fall if self.head else 0.0

    def rare(self, draw: Random) -> float:
        """Draw the share of a block of the tail, as often as it is held."""
        return self.at(self.head * (1 - draw.random()) ** (-1 / (self.fall - 1))) if self.head else 0.0


class Pair(Struct, frozen=True):
    """Two reports of one event: the days between them, and the blocks that hold both.

    Of each block: its kind, the share of all reports that hold it besides them, whether it is one that is cut finer.
    `words` are the same of the words that cut it.
    """

    apart: int
    blocks: tuple[tuple[str, float, bool], ...]
    words: tuple[tuple[str, float], ...]


def kind(key: Key) -> str:
    """Name the kind of a block."""
    if key[0] in OWN:
        return key[0]
    if key[1] in ("party", "parties", "place"):
        return f"family {key[1]}"
    return "family country" if len(key) == FAMILY_AND_COUNTRY else "family two countries"


def read(path: Path) -> tuple[dict[str, Held], list[Pair]]:
    """Read the blocks of all reports, and the pairs that fusion has put into one event."""
    with open_case(path) as case:
        reports = FusionInput(case.db, ()).keys()
        held = {report.id: _held(profile(report)) for report in reports}
        pairs = [(a, b) for a, b in _together(case.db) if a in held and b in held]
    share = {key: (n - 2) / len(held) for key, n in Counter(k for one in held.values() for k in one.keys).items()}
    rare = {word: (n - 2) / len(held) for word, n in Counter(w for one in held.values() for w in one.in_crowds).items()}
    return held, [_pair(held[a], held[b], share, rare) for a, b in pairs]


def _held(report: Profile) -> Held:
    rare = rarest(report)
    return Held(frozenset(keys(report, rare)), meeting(report).about, tuple(rare.in_crowds))


def _together(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for event, report in db.execute("SELECT event, report FROM event_report ORDER BY 1, 2"):
        groups[event].append(report)
    return (pair for some in groups.values() for pair in combinations(some[:5], 2))


def _pair(one: Held, other: Held, share: Mapping[Key, float], rare: Mapping[str, float]) -> Pair:
    blocks = ((kind(key), share[key], len(key) == FAMILY_AND_COUNTRY and kind(key) not in OWN)
              for key in sorted(one.keys & other.keys))  # fmt: skip
    words = sorted(set(one.in_crowds) & set(other.in_crowds))
    return Pair(abs(one.about - other.about), tuple(blocks), tuple(("word", rare[word]) for word in words))


def blocks_of(held: Mapping[str, Held]) -> dict[str, Blocks]:
    """Give the blocks of each kind. Ids are hashes: the first half of the reports is one of chance."""
    whole, half = (_counts(list(held.values())[:some]) for some in (len(held), len(held) // 2))
    return {name: _blocks(whole[name], len(half[name]), len(held)) for name in sorted(whole)}


def _counts(some: Sequence[Held]) -> dict[str, list[int]]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for key, count in Counter(key for one in some for key in one.keys).items():
        by_kind[kind(key)].append(count)
    return by_kind


def _blocks(counts: Sequence[int], of_half: int, reports: int) -> Blocks:
    shares = tuple(sorted((count / reports for count in counts if count > 1), reverse=True))
    once = len(counts) - len(shares)
    growth = min(MOST_GROWTH, log(len(counts) / of_half, 2)) if once and shares else 0.0
    if growth <= 0:
        return Blocks(shares, 0, 0.0, 0.0)
    fall = 1 / growth
    return Blocks(shares, len(shares), once / reports * (fall - 1) / len(shares), fall)


def drawn(draw: Random, mean: float) -> int:
    """Draw a count whose mean is known: Poisson's, by its normal shadow where it is large."""
    if mean > 50:
        return max(0, round(draw.gauss(mean, mean**0.5)))
    count, left = 0, exp(-mean)
    chance = draw.random()
    while chance > left:
        count += 1
        chance *= draw.random()
    return count


def sizes(draw: Random, of: Blocks, reports: int) -> list[tuple[int, float]]:
    """Draw the sizes of all blocks of two and more, each with how many blocks it stands for."""
    found = [(size, 1.0) for share in of.shares if (size := drawn(draw, share * reports)) > 1]
    rank = float(of.head)
    while of.head and of.at(rank) * reports > RAREST:
        wide = rank * (STEP - 1)
        some = [drawn(draw, of.at(rank + wide * draw.random()) * reports) for _ in range(DRAWS)]
        found += [(size, wide / DRAWS) for size in some if size > 1]
        rank *= STEP
    return sorted(found)


def meets(draw: Random, share: float, apart: int, reports: float, days: int) -> bool:
    """Lay two reports among the others of a block and tell whether fewer than `BOUND` lie between them."""
    span = apart + draw.random() - draw.random()
    return drawn(draw, share * reports / days * abs(span)) < BOUND


def met(draw: Random, pairs: Sequence[Pair], known: Mapping[str, Blocks], reports: int, days: int) -> list[float]:
    """Give the parts that meet: in family and country, in any block, with these cut finer, with all cut."""
    tally = [0, 0, 0, 0]
    for pair in pairs:
        for _ in range(DRAWS):
            crowds = plain = finer = everywhere = False
            words = [share or known[name].rare(draw) for name, share in pair.words]
            for name, held, crowd in pair.blocks:
                share = held or known[name].rare(draw)
                here = meets(draw, share, pair.apart, reports, days)
                plain |= here
                crowds |= here and crowd
                cut = any(meets(draw, share * word, pair.apart, reports, days) for word in words)
                finer |= cut and crowd
                everywhere |= cut
            for n, found in enumerate((crowds, plain, plain or finer, plain or everywhere)):
                tally[n] += found
    return [count / len(pairs) / DRAWS for count in tally]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--reports", type=int, nargs="*", default=SIZES)
    parser.add_argument("--days", type=int, default=YEAR)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    held, pairs = read(args.case)
    known = blocks_of(held)
    print(f"{len(held):,} reports, {sum(len(one.keys) for one in held.values()) / len(held):.1f} blocks each; "
          f"{len(pairs):,} pairs of one event", flush=True)  # fmt: skip
    for name, some in known.items():
        growth = f"; grow by the power {1 / some.fall:.2f}" if some.head else ""
        print(f"  {name:22} the largest hold {', '.join(f'{share:.1%}' for share in some.shares[:3])}{growth}")
    for reports in args.reports:
        draw = Random(args.seed)
        print(f"\n{reports:,} reports in {args.days:,} days")
        told({name: sizes(draw, some, reports) for name, some in known.items()}, reports)
        crowds, plain, finer, everywhere = met(draw, pairs, known, reports, args.days)
        print(f"  two reports of one event: {crowds:.0%} meet in a family and country, {plain:.0%} in any block, "
              f"{finer:.0%} with the finer ones, {everywhere:.0%} if all blocks were cut so", flush=True)  # fmt: skip


def told(drawn: Mapping[str, Sequence[tuple[int, float]]], reports: int) -> None:
    """Print how large the blocks of each kind are; `entries` are those of reports in blocks of several."""
    print(f"  {'kind':22} {'blocks':>13} {'median':>7} {'99 %':>9} {'largest':>12} {f'in >{CROWD}':>8} {'parts':>8}"
          f" {'pairs a report':>15}")  # fmt: skip
    total = 0.0
    for name, found in drawn.items():
        entries = sum(size * many for size, many in found)
        if not entries:
            continue
        pairs = sum(size * min(BOUND, (size - 1) / 2) * many for size, many in found) / reports
        total += pairs
        over = sum(size * many for size, many in found if size > CROWD) / entries
        parts = sum(ceil(size / STRETCH) * many for size, many in found if size > STRETCH)
        print(f"  {name:22} {sum(many for _, many in found):13,.0f} {_quantile(found, 0.5):7,} "
              f"{_quantile(found, 0.99):9,} {found[-1][0]:12,} {over:8.0%} {parts:8,.0f} {pairs:15.1f}")  # fmt: skip
    largest = max(found[-1][0] for found in drawn.values() if found)
    print(f"  {total:.0f} pairs a report; the largest part of work: {largest:,} reports whole, "
          f"{min(largest, STRETCH + BOUND):,} cut into stretches")  # fmt: skip


def _quantile(found: Sequence[tuple[int, float]], part: float) -> int:
    left = part * sum(many for _, many in found)
    for size, many in found:
        left -= many
        if left <= 0:
            return size
    return found[-1][0]


if __name__ == "__main__":
    main()
