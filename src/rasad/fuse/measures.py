"""What deeds, days, places, names and words of two reports say of their being one event: evidence with its amounts.

What is shared was counted already: reports are measured alike whether they are held as values or as numbers.
"""

from msgspec import Struct

from rasad.fuse.company import NARROW, SLIP
from rasad.fuse.days import Days, gap
from rasad.fuse.events import PlaceKey
from rasad.fuse.places import lies_in
from rasad.fuse.profile import Profile
from rasad.fuse.rarity import BIT
from rasad.fuse.weights import families, settlements

WIDE, YEAR, MONTHS = 45, 366, 60
"""Days: a wider interval says little when a day is inside it; one up to a year still does when it lies months away."""
SAID = frozenset({"stated", "weekday", "relative", "other_report"})
WEEK = 7
"""Days between two reports: what may still be the day of another deed in the sentence."""
PAGE_STEPS = ((1, "pages_same_day"), (3, "pages_near"), (14, "pages_fortnight"), (60, "pages_months"))
"""Days between two pages at most, and what they are evidence of."""
FORTNIGHT, BANNER = 14, 0.5
"""What it counts that pages lie further apart than so many days, when a day was read off a page: it may be a clock."""
NO_TYPE = 0.6
"""What it counts that neither deed has a type: PLOVER has none for deaths, votes, accidents."""
MANY_WORDS, MANY_NAMES, MANY_SOUNDS, ONE_PLACE = (n * BIT for n in (40, 20, 20, 8))
MANY_PAGE_NAMES, MANY_PAGE_SOUNDS = 40 * BIT, 40 * BIT
"""Bits of a full amount: about six rare words, three rare names, one rare town."""
HALF = 0.5
"""Share of the words that is a full amount for whole pages: more of it is copying."""
FEW_WORDS, FEW_NAMES, FEW_PAGE_NAMES = (n * BIT for n in (6, 5, 8))
"""Bits added below a share, so that two bare sentences that share their only name are not all alike."""
NIGHT, DAYS = 0.4, 7
"""What it counts that two weekdays are neighbours: a night has two, and a telling slips by a day. Days of a week."""
RARE = 3 * BIT
"""What sentences must share to share anything."""
BOTH = 2

Found = list[tuple[str, float]]
"""Kinds of evidence, each with its amount."""
WORDLESS: Found = [("wordless", 1.0)]
OF_NAMES = ("names", "names_bits", "page_names", "page_names_bits", "core", "two_languages", "across")
OF_WORDS = ("no_words", "words", "words_bits", "page_words")
OF_SOUNDS = ("sounds", "page_sounds")
"""Kinds of evidence in the order of their amounts; the last two of names are of two languages alone."""


class When(Struct, frozen=True, gc=False):
    """The days of a report and of its page; `read_off`: they rest on what the page says, and not on who was in office.

    The page's day is `declared` where the capture gave it, and it was not read off the page.
    """

    days: Days
    width: int
    weekday: int | None
    page_day: int
    declared: bool
    read_off: bool


def when(a: Profile) -> When:
    """Give the days of a report."""
    date = a.report.date
    read_off = date is not None and date.basis in SAID
    return When(a.days, a.width, a.weekday, a.page_day, a.report.day_declared, read_off)


def undated(a: When, b: When) -> bool:
    """Tell whether nothing says when one of two reports may be of: no day of its own, and a page without one.

    Deeds of one kind, by the same parties, at the same place, come again and again: then all these say little.
    """
    return max(a.width, b.width) > WIDE and not (a.page_day and b.page_day)


def deed_amounts(kind: str, mode: str | None, other: str, other_mode: str | None) -> Found:
    """Compare types and modes."""
    if kind == other:
        found = [("same_type", 1.0 if kind else NO_TYPE)]
    else:
        found = [("same_family" if families(kind) & families(other) else "other_type", 1.0)]
    if mode and other_mode:
        found.append(("same_mode" if mode == other_mode else "other_mode", 1.0))
    return found


def day_amounts(a: When, b: When) -> Found:
    """Compare the days of two reports, and those of their pages."""
    found: Found = []
    narrow = (a.width <= NARROW) + (b.width <= NARROW)
    apart, widest = gap(a.days, b.days), max(a.width, b.width)
    if narrow == BOTH and apart <= WEEK:
        if apart > SLIP:
            found.append(("week_apart", (apart - SLIP) / SLIP))
        else:
            found.append(("near_day" if apart else "same_day", 1.0))
        if apart > 1 and _is_news(a) and _is_news(b):
            found.append(("own_days", 1.0))
    elif apart > WEEK and (widest <= WIDE or (apart > MONTHS and widest <= YEAR and a.read_off and b.read_off)):
        found.append(("days_apart", 1.0))
    elif apart > SLIP:
        found.append(("day_outside", 1.0))
    elif narrow and widest <= WIDE and abs(a.days[1] - b.days[1]) <= WEEK:
        found.append(("day_inside", 1.0))
    if narrow < BOTH and a.weekday is not None and b.weekday is not None:
        far = days_between(a.weekday, b.weekday)
        found.append(("other_weekday", 1.0 if far > 1 else NIGHT) if far else ("same_weekday", 1.0))
    if a.page_day and b.page_day:
        far = abs(a.page_day - b.page_day)
        sure = (a.declared and b.declared) or far <= FORTNIGHT
        step = next((name for most, name in PAGE_STEPS if far <= most), "pages_apart")
        found.append((step, 1.0 if sure else BANNER))
    return found


def _is_news(one: When) -> bool:
    """Tell whether a page tells in so many words what happened on its own day, or on the day before."""
    fresh = bool(one.page_day) and 0 <= one.page_day - one.days[1] <= 1
    return fresh and one.width <= 1 and one.read_off and one.declared


def days_between(one: int, other: int) -> int:
    """Count the days between two weekdays, the shorter way round."""
    apart = abs(one - other)
    return min(apart, DAYS - apart)


def place_amounts(mine: PlaceKey | None, theirs: PlaceKey | None) -> Found:
    """Compare the places of two reports."""
    if not mine or not theirs:
        return []
    if mine.id == theirs.id or mine.name == theirs.name:
        return [("same_place", 1.0)]
    if lies_in(mine, theirs):
        return [("place_inside", 1.0)]
    if mine.country == theirs.country and (is_wide(mine) or is_wide(theirs) or not mine.country):
        return []
    towns = mine.id in settlements() and theirs.id in settlements()
    return [("other_place", 1.0), ("other_town", 1.0)] if towns else [("other_place", 1.0)]


def name_amounts(shared: int, core: int, pages: int, least: tuple[int, int], one_tongue: bool) -> tuple[float, ...]:
    """Measure the bits of names shared around the triggers, close to them, and on the pages: amounts of `OF_NAMES`.

    `least` are the bits of the side that has fewer, around the triggers and on the page.
    """
    near, far = shared / (least[0] + FEW_NAMES), pages / (least[1] + FEW_PAGE_NAMES)
    many = (min(1.0, shared / MANY_NAMES), min(1.0, pages / MANY_PAGE_NAMES))
    found = (near, many[0], far, many[1], min(1.0, core / ONE_PLACE))
    return found if one_tongue else (*found, 1.0, (near + far) / 2)


def word_amounts(shared: int, pages: int, least: tuple[int, int]) -> tuple[float, ...]:
    """Measure the bits of words shared around the triggers, and on the pages: amounts of `OF_WORDS`."""
    near, far = shared / (least[0] + FEW_WORDS), pages / (least[1] + FEW_WORDS)
    return (float(shared <= RARE), near, min(1.0, shared / MANY_WORDS), min(1.0, far / HALF))


def sound_amounts(shared: int, pages: int) -> tuple[float, ...]:
    """Measure the bits of consonants shared around the triggers, and on the pages: amounts of `OF_SOUNDS`."""
    return (min(1.0, shared / MANY_SOUNDS), min(1.0, pages / MANY_PAGE_SOUNDS))


def is_wide(place: PlaceKey) -> bool:
    """Tell whether a place is a country or a city's wide surroundings."""
    return place.id == place.country or place.id.startswith(("country:", "cty-"))
