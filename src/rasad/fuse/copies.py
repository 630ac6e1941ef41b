"""Pages that share their wording: found by runs of words, exactly equal once folded."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
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

Prints = frozenset[int]


def prints(text: str, leave_out: Iterable[Span] = ()) -> Prints:
    """Give the hashes of a page's runs of words, what is not article text left out."""
    clean = INVISIBLE.sub("", fold(without(text, leave_out))).replace(ZWNJ, "")
    words = [word.encode() for word in WORD.findall(clean)]
    hashes = (crc32(b" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1))
    return frozenset(value for value in hashes if value % KEEP == 0)


def find_copies(pages: Mapping[str, Prints]) -> tuple[Copy, ...]:
    """Give the pairs of pages (by sha256) that share their wording, in the order of their hashes.

    Work grows with what is shared: only pages that hold the same run are ever looked at together.
    """
    once: set[int] = set()
    again: set[int] = set()
    for some in pages.values():
        again |= once & some
        once |= some
    # Only runs that come again are remembered with their pages: nearly all runs are on one page alone.
    holders: dict[int, list[str]] = defaultdict(list)
    for page in sorted(pages):
        for value in pages[page] & again:
            holders[value].append(page)
    shared: Counter[tuple[str, str]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= SHARED_BY:
            shared.update(combinations(held, 2))
    judged = (copy_of(*pair, count, *(len(pages[page]) for page in pair)) for pair, count in shared.items())
    return tuple(sorted(filter(None, judged), key=lambda copy: (copy.page, copy.other)))


def copy_of(page: str, other: str, count: int, size: int, other_size: int) -> Copy | None:
    """Judge two pages by the number of runs that they share, and that each has."""
    share = count / min(size, other_size)
    if count < FEWEST or share < SHARE:
        return None
    why = f"{share:.0%} of the shorter page's runs of {RUN} words are the other's too"
    return Copy(page, other, round(share, 3), why)
