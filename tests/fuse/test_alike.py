"""Pairs held as numbers say what a dictionary of them says."""

from random import Random

import pytest

from rasad.fuse.alike import Alike
from rasad.fuse.blocks import BOUND, Entries, Numbers

SIZE = 1_000


def test_pairs_are_found_again() -> None:
    draw = Random(1)
    pairs = {tuple(sorted(draw.sample(range(SIZE), 2))): draw.uniform(-5, 5) for _ in range(500)}
    plain = {(a, b): value for (a, b), value in pairs.items()}
    held = Alike(plain.items(), SIZE)
    assert dict(held.items()) == plain
    assert len(held) == len(plain)
    assert list(held) == sorted(plain)
    assert all(held[pair] == value for pair, value in plain.items())


@pytest.mark.parametrize("pair", [(0, 0), (3, 999), (998, 999)])
def test_what_is_not_held_is_missing(pair: tuple[int, int]) -> None:
    held = Alike([((1, 2), 0.5)], SIZE)
    assert held.get(pair) is None
    assert pair not in held
    with pytest.raises(KeyError):
        held[pair]
    assert not Alike([], SIZE)


def test_members_of_a_block_meet_those_beside_them() -> None:
    size = 2 * BOUND + 5
    entries = Entries(Numbers())
    for _ in range(size):
        entries.add([("word", "one")])
    beside = [set(found) - {n} for n, found in enumerate(entries.neighbours(range(size)))]
    assert beside == [{m for m in range(size) if m != n and abs(m - n) <= BOUND} for n in range(size)]
