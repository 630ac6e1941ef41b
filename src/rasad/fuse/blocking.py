"""Which reports are worth a comparison: those that share rare keys. Work grows with reports, not with pairs."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, islice

from msgspec import Struct

from rasad.fuse.days import FIRST, LAST
from rasad.fuse.profile import Profile
from rasad.fuse.rarity import BIT, Bits, Keys, name_bits, sound_bits, word_bits
from rasad.fuse.weights import families

BOUND = 8
"""Neighbours in time that a report meets inside a block: what keeps the work linear in the reports."""
CROWD = 200
"""Reports of a block above which each also meets those that share its rarest word or name: time says little there."""
PARTNERS = 8
"""Reports that one report is compared with at most: those it shares most keys with."""
APART = 10
"""Days: two dated reports further apart are not compared."""
WIDE = 45
"""Days: a report with a wider interval may be of any day inside it."""
WORDS, NAMES, SOUNDS, PAGE_NAMES = 6, 5, 3, 3
"""The rarest of each kind that make keys."""
RARE_WORD, RARE_NAME, RARE_SOUND = 4 * BIT, 2 * BIT, 6 * BIT

NOBODY = -1
"""What stands between two blocks."""

Key = tuple[str, ...]


class Meeting(Struct, frozen=True, gc=False):
    """What a report brings to its blocks: the day it is sorted by, the days it may be of, and its page."""

    about: int
    first: int
    last: int
    page: str


def candidates(reports: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """Give the pairs of reports (by their places in the sequence) that are worth a comparison, each once, in order.

    The sequence is in the order of the reports' ids, so that places decide between equals. A report keeps the partners
    it shares most blocks with; a pair is kept if either of the two keeps it.
    """
    kept: set[int] = set()
    size = len(reports)
    meetings = [meeting(report) for report in reports]
    for n, shared in enumerate(_shared(reports, meetings)):
        for other in islice(_best(meetings[n], shared, meetings), PARTNERS):
            kept.add(n * size + other if n < other else other * size + n)
    return tuple(divmod(code, size) for code in sorted(kept))


def _best(one: Meeting, shared: Mapping[int, int], meetings: Sequence[Meeting]) -> Iterator[int]:
    """Give whom a report may be one with, those it shares most blocks with first, else in the order of the reports."""
    by_count: dict[int, list[int]] = defaultdict(list)
    for other, count in shared.items():
        by_count[count].append(other)
    for count in sorted(by_count, reverse=True):
        yield from (other for other in sorted(by_count[count]) if _may_meet(one, meetings[other]))


def _shared(reports: Sequence[Profile], meetings: Sequence[Meeting]) -> Iterator[dict[int, int]]:
    """Give for every report its neighbours in time, on both sides, and in how many blocks it has them.

    Counted one report after the other: memory holds the blocks, and the neighbours of one report.
    """
    # All blocks one behind the other, and for every report its places in them; between two blocks nobody stands.
    row, places = array("i", [NOBODY] * BOUND), [array("I") for _ in reports]
    for members in _blocks(reports):
        members.sort(key=lambda n: meetings[n].about)
        for at, n in enumerate(members, start=len(row)):
            places[n].append(at)
        row.extend(members)
        row.extend([NOBODY] * BOUND)
    for own in places:
        shared = Counter(chain.from_iterable(row[at - BOUND : at + BOUND + 1] for at in own))
        del shared[NOBODY]
        yield shared


def meeting(report: Profile) -> Meeting:
    """Work out what a report brings to its blocks. One without a day of its own may be of any day."""
    wide = report.width > WIDE
    first, last = (FIRST, LAST) if wide else (report.days[0] - APART, report.days[1])
    return Meeting(_about(report), first, last, report.report.page)


def met(members: Sequence[Meeting]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a block, by place, that may be one event; `members` are in the order of their days."""
    for at, one in enumerate(members):
        for place in range(at + 1, min(at + 1 + BOUND, len(members))):
            if _may_meet(one, members[place]):
                yield at, place


def _may_meet(one: Meeting, other: Meeting) -> bool:
    return one.first <= other.last and other.first <= one.last and one.page != other.page


def _blocks(reports: Sequence[Profile]) -> Iterator[list[int]]:
    """Give every block of more than one report; one that is crowded also cut by its members' rarest word and name."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, report in enumerate(reports):
        for key in set(keys(report)):
            blocks[key].append(n)
    for key, members in blocks.items():
        if len(members) > 1:
            yield members
        if crowded(key, len(members)):
            finer: dict[str, list[int]] = defaultdict(list)
            for n in members:
                for rare in rarest(reports[n]):
                    finer[rare].append(n)
            yield from (some for some in finer.values() if len(some) > 1)


def crowded(key: Key, size: int) -> bool:
    """Tell whether a block is so large that its members also meet by `rarest`: a family of types and a country are."""
    return size > CROWD and len(key) == len(("family", "country"))


def rarest(report: Profile) -> list[str]:
    """Give the rarest name and the rarest word of a report."""
    return _rare_names(report.report.names, 1) + _rare_words(report, 1)


def keys(profile: Profile) -> Iterator[Key]:
    """Give the blocks of a report: rare words, pairs of rare names, rare sounds, who took part, and where."""
    report = profile.report
    for word in _rare_words(profile, WORDS):
        yield ("word", report.lang, word)
    rare = _rare_names(report.names, NAMES)
    yield from (("names", *pair) for pair in combinations(sorted(rare), 2))
    yield from (("name", name) for name in _rare_names(report.core, 2))
    yield from (("page", *pair) for pair in combinations(sorted(_rare_names(report.page_names, PAGE_NAMES)), 2))
    for sound in _top(report.sounds, sound_bits(), SOUNDS, RARE_SOUND):
        yield ("sound", sound)
    for family in families(report.type):
        yield from _party_keys(profile, family)


def _party_keys(profile: Profile, family: str) -> Iterator[Key]:
    """Give the blocks by country, by pair of countries, by party, by all parties at once, and by place."""
    report = profile.report
    countries = sorted({p.country for p in report.parties if p.country})
    yield from ((family, country) for country in countries)
    yield from ((family, *pair) for pair in combinations(countries, 2))
    parties = sorted({p.id for p in report.parties})
    yield from ((family, "party", party) for party in parties)
    if len(parties) > 1:
        # A small block, in which even undated reports meet the dated ones.
        yield (family, "parties", *parties)
    if report.place:
        yield (family, "place", report.place.id)
        if report.place.country:
            yield (family, report.place.country)


def _rare_words(profile: Profile, most: int) -> list[str]:
    return _top(profile.report.words, word_bits(profile.report.lang), most, RARE_WORD)


def _rare_names(names: Keys, most: int) -> list[str]:
    return _top(names, name_bits(), most, RARE_NAME)


def _top(keys: Iterable[str], bits: Bits, most: int, least: int) -> list[str]:
    rare = sorted([(-value, key) for key in keys if (value := bits[key]) >= least])
    return [key for _, key in rare[:most]]


def _about(profile: Profile) -> int:
    """Give one day to sort by: news lie close to the last day they can mean; else the day of the page."""
    if profile.days[1] != LAST:
        return profile.days[1]
    return profile.days[0] if profile.days[0] != FIRST else profile.page_day or LAST
