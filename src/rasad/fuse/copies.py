"""Pages that share their wording: found by runs of words, exactly equal once folded."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations
from zlib import crc32

from rasad.fuse.spans import without
from rasad.model import Span
from rasad.relations import Copy
from rasad.tokens import INVISIBLE, WORD, ZWNJ, fold

RUN = 8
"""Words of a run: shorter ones are shared by chance (titles of offices), longer ones break at every small edit."""
KEEP = 2
"""One run of so many is kept, by its hash: enough for short news, half the memory."""
SHARED_BY = 30
"""Pages a run may be on; what more pages share is boilerplate and tells nothing."""
SHARE = 0.3
"""Of the shorter page's runs, to be called a copy; copies of the development gold lie above, rewritten news below."""
FEWEST = 4
"""Runs kept that must be shared; fewer may be one quotation."""

PARTS = 61
"""Runs are looked at in so many parts, one after the other."""

Prints = frozenset[int]


def prints(text: str, leave_out: Iterable[Span] = ()) -> Prints:
    """Give the hashes of a page's runs of words, what is not article text left out."""
    clean = INVISIBLE.sub("", fold(without(text, leave_out))).replace(ZWNJ, "")
    words = [word.encode() for word in WORD.findall(clean)]
    joined = b" ".join(words)
    ends = list(accumulate((len(word) + 1 for word in words), initial=0))
    hashes = [crc32(joined[start : stop - 1]) for start, stop in zip(ends, ends[RUN:], strict=False)]
    return frozenset([value for value in hashes if value % KEEP == 0])


def find_copies(pages: Iterable[tuple[str, Prints]]) -> tuple[Copy, ...]:
    """Give the pairs of pages (by sha256, each with its runs) that share their wording, in the order of their hashes.

    Work grows with what is shared: only pages that hold the same run are ever looked at together. Runs are held as
    numbers, and looked at in parts.
    """
    names: list[str] = []
    sizes = array("I")
    runs, holders = ([array("I") for _ in range(PARTS)] for _ in range(2))
    for n, (page, some) in enumerate(pages):
        names.append(page)
        sizes.append(len(some))
        for value in some:
            runs[value % PARTS].append(value)
            holders[value % PARTS].append(n)
    shared: Counter[int] = Counter()
    for part in range(PARTS):
        for held in _again(runs[part], holders[part]):
            if len(held) <= SHARED_BY:
                shared.update(one * len(names) + other for one, other in combinations(held, 2))
        runs[part], holders[part] = array("I"), array("I")
    judged = (_judged(*divmod(pair, len(names)), count, names, sizes) for pair, count in shared.items())
    return tuple(sorted(filter(None, judged), key=lambda copy: (copy.page, copy.other)))


def _again(runs: Iterable[int], holders: Iterable[int]) -> Iterable[list[int]]:
    """Give the pages of every run that is on several; nearly all runs are on one page alone."""
    first: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for value, n in zip(runs, holders, strict=True):
        if (before := first.setdefault(value, n)) != n:
            found.setdefault(value, [before]).append(n)
    return found.values()


def _judged(one: int, other: int, count: int, names: Sequence[str], sizes: Sequence[int]) -> Copy | None:
    first, second = sorted((one, other), key=names.__getitem__)
    return copy_of(names[first], names[second], count, sizes[first], sizes[second])


def copy_of(page: str, other: str, count: int, size: int, other_size: int) -> Copy | None:
    """Judge two pages by the number of runs that they share, and that each has."""
    share = count / min(size, other_size)
    if count < FEWEST or share < SHARE:
        return None
    why = f"{share:.0%} of the shorter page's runs of {RUN} words are the other's too"
    return Copy(page, other, round(share, 3), why)
