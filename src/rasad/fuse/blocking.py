"""Which reports are worth a comparison: those that share rare keys. Work grows with reports, not with pairs."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop
from itertools import combinations

from msgspec import Struct

from rasad.fuse.blocks import BOUND, Entries, Kept, Key, Numbers, Pairs
from rasad.fuse.days import FIRST, LAST
from rasad.fuse.events import ReportKey
from rasad.fuse.profile import Profile
from rasad.fuse.rarity import BIT, Bits, Keys, name_bits, sound_bits, word_bits
from rasad.fuse.weights import families

PARTNERS = 8
"""Reports that one report is compared with at most: those it shares most keys with."""
APART = 10
"""Days: two dated reports further apart are not compared."""
WIDE = 45
"""Days: a report with a wider interval may be of any day inside it."""
PLACE, MASK = 32, (1 << 32) - 1
"""Bits of a report's place."""
WORDS, NAMES, SOUNDS, PAGE_NAMES = 6, 5, 3, 3
"""The rarest of each kind that make keys."""
RARE_WORD, RARE_NAME, RARE_SOUND = 4 * BIT, 2 * BIT, 6 * BIT


class Meeting(Struct, frozen=True, gc=False):
    """What a report brings to its blocks: the day it is sorted by, the days it may be of, and its page."""

    about: int
    first: int
    last: int
    page: str


def candidates(reports: Iterable[Profile]) -> Pairs:
    """Give the pairs of reports (by their places) that are worth a comparison, each once, in the order of their days.

    The reports come in the order of their ids, so that places decide between equals. A report keeps the partners
    it shares most blocks with; a pair is kept if either of the two keeps it.
    """
    meetings, entries = Meetings(), Entries(Numbers())
    for report in reports:
        meetings.add(meeting(report))
        rare = rarest(report)
        entries.add(keys(report, rare), rare.in_crowds)
    kept = Kept(meetings.about)
    for n, shared in enumerate(entries.neighbours(meetings.about)):
        for other in meetings.best(n, shared):
            kept.add(n, other)
    return kept.pairs()


class Meetings:
    """What reports bring to their blocks, a number each."""

    def __init__(self) -> None:
        self.about, self.first, self.last, self.page = (array("I") for _ in range(4))
        self.pages: dict[str, int] = {}

    def add(self, one: Meeting) -> None:
        """Note what the next report brings."""
        self.about.append(one.about)
        self.first.append(max(0, one.first))
        self.last.append(one.last)
        self.page.append(self.pages.setdefault(one.page, len(self.pages)))

    def forget(self, first: int) -> None:
        """Forget those from a place on."""
        for column in (self.about, self.first, self.last, self.page):
            del column[first:]

    def best(self, n: int, shared: Mapping[int, int]) -> list[int]:
        """Give whom a report may be one with by days and pages, `PARTNERS` at most.

        Those it shares most blocks with come first, else in the order of the reports. Most share one block by chance.
        """
        found: list[int] = []
        often = [other - (count << PLACE) for other, count in shared.items() if count > 1]
        self._take(n, often, found)
        if len(found) < PARTNERS:
            self._take(n, [other for other, count in shared.items() if count == 1], found)
        return found

    def _take(self, n: int, ranks: list[int], found: list[int]) -> None:
        """Take the first that may be one event with a report by its days, and are of another page."""
        pages, firsts, lasts = self.page, self.first, self.last
        page, first, last = pages[n], firsts[n], lasts[n]
        heapify(ranks)
        while ranks and len(found) < PARTNERS:
            other = heappop(ranks) & MASK
            if first <= lasts[other] and firsts[other] <= last and pages[other] != page:
                found.append(other)


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


class Rare(Struct, frozen=True, gc=False):
    """The rarest names and words of a report, the rarest first."""

    names: list[str]
    words: list[str]

    @property
    def in_crowds(self) -> list[str]:
        """The one name and the one word by which the report is found in a crowd."""
        return self.names[:1] + self.words[:1]


def rarest(profile: Profile) -> Rare:
    """Give the rarest names and words of a report."""
    report = profile.report
    words = _top(report.words, word_bits(report.lang), WORDS, RARE_WORD)
    return Rare(_rare_names(report.names, NAMES), words)


def keys(profile: Profile, rare: Rare) -> list[Key]:
    """Give the blocks of a report: rare words, pairs of rare names, rare sounds, who took part, and where."""
    report = profile.report
    found: list[Key] = [("word", report.lang, word) for word in rare.words]
    found += [("names", one, other) for one, other in combinations(sorted(rare.names), 2)]
    found += [("name", name) for name in _rare_names(report.core, 2)]
    on_page = sorted(_rare_names(report.page_names, PAGE_NAMES))
    found += [("page", one, other) for one, other in combinations(on_page, 2)]
    found += [("sound", sound) for sound in _top(report.sounds, sound_bits(), SOUNDS, RARE_SOUND)]
    blocks = list(_of_parties(report))
    found += [(family, *block) for family in families(report.type) for block in blocks]
    return found


def _of_parties(report: ReportKey) -> Iterator[Key]:
    """Give the blocks by country, by pair of countries, by party, by all parties at once, and by place."""
    countries = sorted({p.country for p in report.parties if p.country})
    yield from ((country,) for country in countries)
    yield from combinations(countries, 2)
    parties = sorted({p.id for p in report.parties})
    yield from (("party", party) for party in parties)
    if len(parties) > 1:
        # A small block, in which even undated reports meet the dated ones.
        yield ("parties", *parties)
    if report.place:
        yield ("place", report.place.id)
        if report.place.country:
            yield (report.place.country,)


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
