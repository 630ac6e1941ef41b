"""A short run of every target of the fuzzer, the same every time: what once broke it, and inputs changed at random."""

from random import Random

import pytest

from fuzz.guided import kept
from fuzz.targets import TARGETS, Fuzzed

RUNS = {"statements": 60, "offsets": 2000, "ledger": 2000}
USUAL = 200
"""Changed inputs of a target; of a whole page fewer. `make fuzz` tries more, and is told what reaches new code."""
LONGEST = 20_000


def changed(data: bytes, target: Fuzzed, seeds: list[bytes], random: Random) -> bytes:
    """Change an input at some places: bytes, pieces taken out, doubled, put in from another one or from the words."""
    words = [*target.words(), b"\0", b"\xff", b"\n", b" "]
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        at, length = random.randint(0, len(data)), random.choice((1, 2, 8, 64, 500))
        other = random.choice(seeds)
        piece = random.randint(0, len(other))
        new = random.choice((
            bytes([random.randrange(256)]), b"", data[at : at + length] * random.choice((2, 2, 30)),
            other[piece : piece + length], random.choice(words) * random.choice((1, 1, 3, 40)),
        ))  # fmt: skip
        data = data[:at] + new + data[at + random.choice((0, length)) :]
    return data[:LONGEST]


@pytest.mark.parametrize("name", TARGETS)
def test_what_once_broke_it_holds(name: str) -> None:
    for data in (b"", *kept(name)):
        TARGETS[name].run(data)


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_changed_at_random_hold(name: str) -> None:
    target, random = TARGETS[name], Random(name)
    seeds = list(target.seeds())
    assert seeds
    for _ in range(RUNS.get(name, USUAL)):
        target.run(changed(random.choice(seeds), target, seeds, random))
