"""A report as it is compared: what would be worked out again at every comparison, worked out once."""

from msgspec import Struct

from rasad.dates.calendars import weekday
from rasad.fuse.days import Days, days_of, ordinal, width
from rasad.fuse.events import ReportKey
from rasad.fuse.rarity import Keys, name_bits, word_bits
from rasad.fuse.weights import venues

_ISO3 = 3


class Profile(Struct, frozen=True, gc=False):
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
