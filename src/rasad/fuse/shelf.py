"""Values held small: packed as bytes, and unpacked when they are asked for; the last ones asked for stay unpacked.

A million reports are ten gigabytes as values, and one as bytes; the bytes may lie in a file.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar, overload

import msgspec

T = TypeVar("T")

HELD = 1_000
"""Values of a shelf that stay unpacked: some 10 MB of reports. Those compared with each other lie near in time; ten
times as many take 150 MB more and a twentieth of the time of fusion less."""

_ENCODE = msgspec.msgpack.Encoder().encode


class Box(Protocol):
    """Where packed values lie: in memory, or in a file that the engine gives."""

    def put(self, data: bytes) -> int:
        """Keep some bytes and give the place by which they are found: one more than the last one."""

    def get(self, place: int) -> bytes:
        """Give the bytes of a place."""


class Memory:
    """A box in memory."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def put(self, data: bytes) -> int:
        """Keep some bytes and give the place by which they are found."""
        self.kept.append(data)
        return len(self.kept) - 1

    def get(self, place: int) -> bytes:
        """Give the bytes of a place."""
        return self.kept[place]


class Shelf(Sequence[T]):
    """A sequence whose values are made by their place, each time anew unless they were asked for lately."""

    def __init__(self, size: int, unpack: Callable[[int], T], held: int = HELD) -> None:
        self.size = size
        self._unpacked = lru_cache(held)(unpack)

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self.size))]
        if 0 <= at < self.size:
            return self._unpacked(at)
        raise IndexError(at)


def shelf(values: Iterable[T], kind: type[T], box: Box, rank: Callable[[T], str]) -> tuple[Sequence[int], Shelf[T]]:
    """Put values into a box and give them in order of rank, and the number that each had before."""
    ranks: list[str] = []
    places = array("Q")
    for value in values:
        ranks.append(rank(value))
        places.append(box.put(_ENCODE(value)))
    order = array("I", sorted(range(len(ranks)), key=ranks.__getitem__))
    decode = msgspec.msgpack.Decoder(kind).decode
    return order, Shelf(len(order), lambda n: decode(box.get(places[order[n]])))
