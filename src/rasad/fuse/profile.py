"""A report as it is compared: what would be worked out again at every comparison, worked out once."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from operator import attrgetter

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.dates.calendars import weekday
from rasad.fuse.days import Days, days_of, ordinal, width
from rasad.fuse.events import ReportKey
from rasad.fuse.rarity import Keys, name_bits, word_bits
from rasad.fuse.shelf import HELD, Box, Shelf
from rasad.fuse.weights import venues

_ISO3 = 3
_NONE: Keys = frozenset()


class Profile(Struct, frozen=True, gc=False, array_like=True):
    """A report, the bits of its words and names, and its days as numbers; `lands` are countries and towns."""

    report: ReportKey
    words: int
    page_words: int
    names: int
    page_names: int
    towns: Keys
    lands: Keys
    venues: Keys
    days: Days
    width: int
    weekday: int | None
    page_day: int


Words = tuple[Keys, Keys, Keys, Keys]
"""Words, names, those close to the trigger, and sounds of a report."""
OfPage = tuple[Keys, Keys, Keys]
"""Words, names and sounds that all reports of a page share."""

_ENCODE = msgspec.msgpack.Encoder().encode
_PROFILE = msgspec.msgpack.Decoder(Profile)
_WORDS = msgspec.msgpack.Decoder(Words)
_OF_PAGE = msgspec.msgpack.Decoder(OfPage)


class Profiles(Shelf[Profile]):
    """Profiles in a box, in three pieces each: what a report says, its words and names, and those of its page.

    None of the three holds this object, or it would hold itself: nothing looks for cycles while fusion runs.
    """

    def __init__(self, box: Box, places: Sequence[int], pages: Sequence[int], held: int = HELD) -> None:
        of_page = lru_cache(held)(lambda place: _OF_PAGE.decode(box.get(place)))
        self.bare = partial(_said, box, places)
        super().__init__(len(places), lambda at: _whole(box, places[at], of_page(pages[at])), held)


def _said(box: Box, places: Sequence[int], at: int) -> Profile:
    """Give what a report says, without its words and names: less than half of the work."""
    return _PROFILE.decode(box.get(places[at]))


def _whole(box: Box, place: int, of_page: OfPage) -> Profile:
    bare = _PROFILE.decode(box.get(place))
    words, names, core, sounds = _WORDS.decode(box.get(place + 1))  # put there right behind
    page_words, page_names, page_sounds = of_page
    report = replace(
        bare.report, words=words, names=names, core=core, sounds=sounds,
        page_words=page_words, page_names=page_names, page_sounds=page_sounds,
    )  # fmt: skip
    return replace(bare, report=report)


def bare(reports: Sequence[Profile], at: int) -> Profile:
    """Give a report of which no words or names are asked."""
    return reports.bare(at) if isinstance(reports, Profiles) else reports[at]


def profile(report: ReportKey) -> Profile:
    """Work out what a report is compared by."""
    words, names = word_bits(report.lang), name_bits()
    days = days_of(report.date)
    towns = frozenset(name for name in report.names if name.startswith("plc-"))
    return Profile(
        report, words.of(report.words), words.of(report.page_words),
        names.of(report.names), names.of(report.page_names),
        towns, towns | frozenset(name for name in report.names if len(name) == _ISO3 and name.isupper()),
        report.names & venues(), days, width(days),
        weekday(days[0]) if days[0] == days[1] else report.weekday, ordinal(report.day, 0),
    )  # fmt: skip


def profiles(
    reports: Iterable[ReportKey], box: Box, rank: Callable[[ReportKey], str] = attrgetter("id"), held: int = HELD
) -> Profiles:
    """Put the profiles of reports into a box and give them in the order of their rank, which is their id.

    Reports of a page that come one after the other share what is of the page there too. So many stay unpacked as are
    `held`.
    """
    ranks: list[str] = []
    places, pages = array("Q"), array("Q")
    shared: OfPage | None = None
    for report in reports:
        own = (report.page_words, report.page_names, report.page_sounds)
        if own != shared:
            shared, page = own, box.put(_ENCODE(own))
        bare = replace(
            report, words=_NONE, names=_NONE, core=_NONE, sounds=_NONE,
            page_words=_NONE, page_names=_NONE, page_sounds=_NONE,
        )  # fmt: skip
        places.append(box.put(_ENCODE(replace(profile(report), report=bare))))
        box.put(_ENCODE((report.words, report.names, report.core, report.sounds)))
        pages.append(page)
        ranks.append(rank(report))
    order = sorted(range(len(ranks)), key=ranks.__getitem__)
    its_own, its_page = (array("Q", map(some.__getitem__, order)) for some in (places, pages))
    return Profiles(box, its_own, its_page, held)
