"""A report as it is compared: what would be worked out again at every comparison, worked out once."""

from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
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


OfPage = tuple[Keys, Keys, Keys]
"""Words, names and sounds that all reports of a page share."""

_ENCODE = msgspec.msgpack.Encoder().encode
_PROFILE = msgspec.msgpack.Decoder(Profile)
_OF_PAGE = msgspec.msgpack.Decoder(OfPage)


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
    reports: Iterable[ReportKey], box: Box, rank: Callable[[ReportKey], str] = attrgetter("id")
) -> Shelf[Profile]:
    """Put the profiles of reports into a box and give them in the order of their rank, which is their id.

    Reports of a page that come one after the other share what is of the page there too.
    """
    ranks: list[str] = []
    places, pages = array("Q"), array("Q")
    shared: OfPage | None = None
    for report in reports:
        own = (report.page_words, report.page_names, report.page_sounds)
        if own != shared:
            shared, page = own, box.put(_ENCODE(own))
        bare = replace(report, page_words=_NONE, page_names=_NONE, page_sounds=_NONE)
        places.append(box.put(_ENCODE(replace(profile(report), report=bare))))
        pages.append(page)
        ranks.append(rank(report))
    order = array("Q", sorted(range(len(ranks)), key=ranks.__getitem__))
    of_page = lru_cache(HELD)(lambda place: _OF_PAGE.decode(box.get(place)))
    return Shelf(len(order), lambda n: _whole(_PROFILE.decode(box.get(places[order[n]])), of_page(pages[order[n]])))


def _whole(bare: Profile, of_page: OfPage) -> Profile:
    words, names, sounds = of_page
    return replace(bare, report=replace(bare.report, page_words=words, page_names=names, page_sounds=sounds))
