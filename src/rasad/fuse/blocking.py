"""Which reports are worth a comparison: those that share rare keys. The work grows with the reports and not with their pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rasad.fuse.days import FIRST, LAST, gap
from rasad.fuse.profile import Profile
from rasad.fuse.rarity import BIT, Bits, Keys, name_bits, sound_bits, word_bits
from rasad.fuse.weights import families

BOUND = 24
"""Reports of a block that are all compared with one another; in a larger one each meets so many neighbours in time."""
CROWD = 400
"""Reports of a block above which it is cut by a finer key; a key that so many share is not rare."""
PARTNERS = 24
"""Reports that one report is compared with at most: those it shares most keys with."""
SURE = 1
"""Keys that a pair must share."""
APART = 10
"""Days: two dated reports further apart are not compared."""
WIDE = 45
"""Days: a report with a wider interval may be of any day inside it."""
WORDS, NAMES, SOUNDS, PAGE_NAMES = 8, 6, 4, 4
"""The rarest of each kind that make keys."""
RARE_WORD, RARE_NAME, RARE_SOUND = 4 * BIT, 2 * BIT, 6 * BIT

Key = tuple[str, ...]


def candidates(reports: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """Give the pairs of reports (by their places in the sequence) that are worth a comparison, each once, in order."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, report in enumerate(reports):
        for key in set(_keys(report)):
            blocks[key].append(n)
    about = [(_about(report), report.report.id) for report in reports]
    size = len(reports)
    shared: Counter[int] = Counter()
    for members in _cut(reports, blocks):
        members.sort(key=about.__getitem__)
        for at, n in enumerate(members):
            for other in members[at + 1 : at + 1 + BOUND]:
                if _may(reports[n], reports[other]):
                    shared[min(n, other) * size + max(n, other)] += 1
    return _best(reports, shared, size)


def _best(reports: Sequence[Profile], shared: Counter[int], size: int) -> tuple[tuple[int, int], ...]:
    """Keep for every report the partners it shares most keys with; a pair is kept if either of the two keeps it."""
    partners: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for code, count in shared.items():
        if count >= SURE:
            a, b = divmod(code, size)
            partners[a].append((-count, reports[b].report.id, code))
            partners[b].append((-count, reports[a].report.id, code))
    kept = {code for some in partners.values() for _, _, code in (some if len(some) <= PARTNERS else sorted(some)[:PARTNERS])}
    return tuple(divmod(code, size) for code in sorted(kept))


def _cut(reports: Sequence[Profile], blocks: dict[Key, list[int]]) -> Iterator[list[int]]:
    """Give every block; one that is crowded also by the rarest words and names of its members."""
    for members in blocks.values():
        if len(members) > 1:
            yield members
        if len(members) > CROWD:
            finer: dict[str, list[int]] = defaultdict(list)
            for n in members:
                for key in _rare_names(reports[n].report.names, 2) + _rare_words(reports[n], 2):
                    finer[key].append(n)
            yield from (some for some in finer.values() if 1 < len(some) < len(members))


def _may(a: Profile, b: Profile) -> bool:
    """Tell whether two reports can be of one event: of different pages, and no more than days apart."""
    if a.report.page == b.report.page:
        return False
    return a.width > WIDE or b.width > WIDE or gap(a.days, b.days) <= APART


def _keys(profile: Profile) -> Iterator[Key]:
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
    return sorted((key for key in keys if bits[key] >= least), key=lambda key: (-bits[key], key))[:most]


def _about(profile: Profile) -> int:
    """Give one day to sort by: news lie close to the last day they can mean; else the day of the page."""
    if profile.days[1] != LAST:
        return profile.days[1]
    return profile.days[0] if profile.days[0] != FIRST else profile.page_day or LAST
