"""How alike two reports are: kinds of evidence, each with its amount, weight and reason. The weights are rows."""

from functools import cache
from math import exp

from rasad.fuse.company import NARROW, OWNED, SLIP, Amounts, party_amounts
from rasad.fuse.days import gap
from rasad.fuse.events import Likeness, PlaceKey, ReportKey
from rasad.fuse.parties import match
from rasad.fuse.places import any_inside, lies_in
from rasad.fuse.profile import Profile, profile
from rasad.fuse.rarity import BIT, name_bits, sound_bits, word_bits
from rasad.fuse.weights import families, reasons, settlements, weights

WIDE, YEAR, MONTHS = 45, 366, 60
"""Days: a wider interval says little when a day is inside it; one up to a year still does when it lies months away."""
SAID = frozenset({"stated", "weekday", "relative", "other_report"})
WEEK = 7
"""Days between two reports: what may still be the day of another deed in the sentence."""
PAGE_STEPS = ((1, "pages_same_day"), (3, "pages_near"), (14, "pages_fortnight"), (60, "pages_months"))
"""Days between two pages at most, and what they are evidence of."""
NIGHT = 1
"""Days between two tellings of one page at one place that may be the evening and the morning after."""
FORTNIGHT, BANNER = 14, 0.5
"""What it counts that pages lie further apart than so many days, when a day was read off a page: it may be a clock."""
NO_TYPE = 0.6
"""What it counts that neither deed has a type: PLOVER has none for deaths, votes, accidents."""
TWO = 2
"""Equal numbers of a full amount."""
MANY_WORDS, MANY_NAMES, MANY_SOUNDS, MANY_PAGE_SOUNDS, ONE_PLACE = (n * BIT for n in (40, 20, 20, 40, 8))
"""Bits of a full amount: about six rare words, three rare names, one rare town."""
HALF = 0.5
"""Share of the words that is a full amount for whole pages: more of it is copying."""
FEW_WORDS, FEW_NAMES, FEW_PAGE_NAMES = (n * BIT for n in (6, 5, 8))
"""Bits added below a share, so that two bare sentences that share their only name are not all alike."""
RARE = 3 * BIT
"""What sentences must share to share anything."""
TOLLS = ("killed", "wounded", "injured", "arrested", "attackers")
"""Counts that are of the event itself, and that rise with the hours."""
UNLIKE_STATUS = frozenset({"planned", "hypothetical", "denied"})

OF_PARTIES = ("parties", "two_parties")
OF_WORDS, OF_SOUNDS = ("words", "words_bits", "page_words"), ("sounds", "page_sounds")
OF_SMALL_THINGS = ("figures", "same_numbers", "same_origin")
"""Evidence for one event that is dear to ask for: what it may bring at most is known without asking."""
SLACK = 0.001
"""Points that sums in another order may be off."""


def compare(a: ReportKey, b: ReportKey, copied: bool = False) -> Likeness | None:
    """Give the likeness of two reports with its reasons; None for reports of one page.

    Those are never one event: the page's reader has already told them apart.
    """
    return None if a.page == b.page else explain(profile(a), profile(b), copied)


def explain(a: Profile, b: Profile, copied: bool = False) -> Likeness:
    """Give the likeness of two reports of different pages with its reasons."""
    table, words = weights(), reasons()
    found = [(table[name] * amount, words[name]) for name, amount in amounts(a, b, copied) if amount]
    found.insert(0, (table["threshold"], words["threshold"]))
    return Likeness(likeness(sum(value for value, _ in found)), tuple(f"{value:+.2f} {why}" for value, why in found))


def points(a: Profile, b: Profile, copied: bool = False) -> float:
    """Give the points of two reports, without the reasons: more than 0 for one event."""
    table = weights()
    found = table["threshold"]
    for name, amount in amounts(a, b, copied):
        found += table[name] * amount
    return round(found, 6)


def promising(a: Profile, b: Profile, copied: bool = False) -> float:
    """Give the points of two reports if they are more than 0, else 0: dear evidence is not asked for in vain."""
    if a.report.id > b.report.id:
        a, b = b, a
    one_tongue = a.report.lang == b.report.lang
    table, left = weights(), _at_most(one_tongue, copied)
    found = table["threshold"]
    for some in (_deed_amounts(a.report, b.report), _day_amounts(a, b), _place_amounts(a, b), _name_amounts(a, b)):
        for name, amount in some:
            found += table[name] * amount
    if found + left[0] <= 0:
        return 0.0
    for name, amount in _word_amounts(a, b) if one_tongue else _sound_amounts(a.report, b.report):
        found += table[name] * amount
    return max(0.0, points(a, b, copied)) if found + left[1] > 0 else 0.0


@cache
def _at_most(one_tongue: bool, copied: bool) -> tuple[float, float]:
    """Give the most points that words, parties and small things may still bring, and these without words."""
    table = weights()
    rest = sum(table[name] for name in (*OF_PARTIES, *OF_SMALL_THINGS)) + table["copied"] * copied
    words = max(table["wordless"], sum(table[name] for name in (OF_WORDS if one_tongue else OF_SOUNDS)))
    return rest + words + SLACK, rest + SLACK


def may_be_one(a: Profile, b: Profile) -> bool:
    """Tell whether two reports of one page may be one event told twice: same deed, and nothing in which they differ.

    The page's reader kept them apart, so a third report, of another page, must hold them together.
    """
    mine, theirs = a.report, b.report
    if not mine.type or mine.status != theirs.status or not _one_deed(mine, theirs):
        return False
    places = (mine.place.id if mine.place else None, theirs.place.id if theirs.place else None)
    night = bool(places[0]) and places[0] == places[1] and not max(a.width, b.width) and gap(a.days, b.days) <= NIGHT
    own_days = max(a.width, b.width) <= NARROW and a.days != b.days and not night
    if own_days or gap(a.days, b.days) > SLIP or _differ(*places) or (a.towns and b.towns and not a.towns & b.towns):
        return False
    if mine.type in OWNED:  # pages list who else condemned, cut ties, agreed
        return False
    struck = [{p.country for p in some.recipients if p.country} for some in (mine, theirs)]
    if struck[0] and struck[1] and not struck[0] & struck[1]:
        return False
    # Whom it struck is named in many ways: the dead, the officers, the city; but they are of one country.
    return not mine.actors or not theirs.actors or bool(match(mine.actors, theirs.actors))


def may_be_split(a: Profile, b: Profile) -> bool:
    """Tell whether two reports of one page may be one deed that its reader has split: by its means, or whom it struck.

    Then the other pages decide, which must agree all the more.
    """
    mine, theirs = a.report, b.report
    if not mine.type or mine.type != theirs.type or mine.status != theirs.status:
        return False
    if mine.type in OWNED or mine.type == "CONSULT":  # a summit, and who met on its margins
        return False
    if gap(a.days, b.days) > SLIP or (a.towns and b.towns and not a.towns & b.towns):
        return False
    return not mine.actors or not theirs.actors or bool(match(mine.actors, theirs.actors))


def _one_deed(mine: ReportKey, theirs: ReportKey) -> bool:
    """Tell whether type and mode may be of one deed: a building stormed may be told as an attack, and as taken."""
    if mine.type == theirs.type:
        return not _differ(mine.mode, theirs.mode)
    struck = {p.id for p in mine.recipients if p.id != f"country:{p.country}"} & {p.id for p in theirs.recipients}
    return bool(struck and families(mine.type) & families(theirs.type))


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def likeness(found: float) -> float:
    """Turn points into a number between 0 and 1."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, found)))), 4)


def amounts(a: Profile, b: Profile, copied: bool = False) -> Amounts:
    """Give every kind of evidence that two reports of different pages bear, with its amount. The order says nothing."""
    if a.report.id > b.report.id:
        a, b = b, a
    yield from party_amounts(a, b)
    yield from _deed_amounts(a.report, b.report)
    yield from _day_amounts(a, b)
    yield from _place_amounts(a, b)
    yield from _name_amounts(a, b)
    yield from _word_amounts(a, b) if a.report.lang == b.report.lang else _sound_amounts(a.report, b.report)
    yield from _small_amounts(a.report, b.report, copied)


def _deed_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    if a.type == b.type:
        yield "same_type", 1.0 if a.type else NO_TYPE
    else:
        yield ("same_family" if families(a.type) & families(b.type) else "other_type"), 1.0
    if a.mode and b.mode:
        yield ("same_mode" if a.mode == b.mode else "other_mode"), 1.0


def _day_amounts(a: Profile, b: Profile) -> Amounts:
    narrow = (a.width <= NARROW) + (b.width <= NARROW)
    apart, widest = gap(a.days, b.days), max(a.width, b.width)
    if narrow == 2 and apart <= WEEK:
        if apart > SLIP:
            yield "week_apart", (apart - SLIP) / SLIP
        else:
            yield ("near_day" if apart else "same_day"), 1.0
    elif apart > WEEK and (widest <= WIDE or (apart > MONTHS and widest <= YEAR and _read_off(a, b))):
        yield "days_apart", 1.0
    elif apart > SLIP:
        yield "day_outside", 1.0
    elif narrow and widest <= WIDE and abs(a.days[1] - b.days[1]) <= WEEK:
        yield "day_inside", 1.0
    if narrow < 2 and a.weekday is not None and b.weekday is not None:
        yield ("same_weekday" if a.weekday == b.weekday else "other_weekday"), 1.0
    if a.page_day and b.page_day:
        far = abs(a.page_day - b.page_day)
        sure = (a.report.day_declared and b.report.day_declared) or far <= FORTNIGHT
        yield next((name for most, name in PAGE_STEPS if far <= most), "pages_apart"), 1.0 if sure else BANNER


def _read_off(a: Profile, b: Profile) -> bool:
    """Tell whether both days rest on what the page says, and not on who was in office."""
    return all(p.report.date is not None and p.report.date.basis in SAID for p in (a, b))


def _place_amounts(a: Profile, b: Profile) -> Amounts:
    mine, theirs = a.report.place, b.report.place
    if mine and theirs:
        if mine.id == theirs.id or mine.name == theirs.name:
            yield "same_place", 1.0
        elif lies_in(mine, theirs):
            yield "place_inside", 1.0
        elif not (mine.country == theirs.country and (_is_wide(mine) or _is_wide(theirs) or not mine.country)):
            yield "other_place", 1.0
            if mine.id in settlements() and theirs.id in settlements():
                yield "other_town", 1.0
    if shared := a.towns & b.towns:
        yield "places_shared", min(1.0, name_bits().of(shared) / ONE_PLACE)
    elif a.towns and b.towns and not (mine and theirs and not _is_wide(mine) and not _is_wide(theirs)):
        yield "places_apart", float(not any_inside(a.towns, b.towns))


def _name_amounts(a: Profile, b: Profile) -> Amounts:
    bits, mine, theirs = name_bits(), a.report, b.report
    shared = bits.of(mine.names & theirs.names)
    near = shared / (min(a.names, b.names) + FEW_NAMES)
    pages = bits.of(mine.page_names & theirs.page_names) / (min(a.page_names, b.page_names) + FEW_PAGE_NAMES)
    yield "names", near
    yield "names_bits", min(1.0, shared / MANY_NAMES)
    yield "page_names", pages
    yield "core", min(1.0, bits.of(mine.core & theirs.core) / ONE_PLACE)
    if mine.lang != theirs.lang:
        yield "two_languages", 1.0
        yield "across", (near + pages) / 2
    if a.venues and b.venues:
        yield ("same_venue" if a.venues & b.venues else "other_venue"), 1.0
    if a.lands and b.lands and not a.lands & b.lands:
        yield "no_country", 1.0


def _word_amounts(a: Profile, b: Profile) -> Amounts:
    mine, theirs = a.report, b.report
    if not mine.words or not theirs.words:
        yield "wordless", 1.0
        return
    bits = word_bits(mine.lang)
    shared = bits.of(mine.words & theirs.words)
    if shared <= RARE:
        yield "no_words", 1.0
    yield "words", shared / (min(a.words, b.words) + FEW_WORDS)
    yield "words_bits", min(1.0, shared / MANY_WORDS)
    pages = bits.of(mine.page_words & theirs.page_words) / (min(a.page_words, b.page_words) + FEW_WORDS)
    yield "page_words", min(1.0, pages / HALF)


def _sound_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    bits = sound_bits()
    yield "sounds", min(1.0, bits.of(a.sounds & b.sounds) / MANY_SOUNDS)
    yield "page_sounds", min(1.0, bits.of(a.page_sounds & b.page_sounds) / MANY_PAGE_SOUNDS)


def _small_amounts(a: ReportKey, b: ReportKey, copied: bool) -> Amounts:
    if a.figures and b.figures:
        yield "figures", min(1.0, len(_counts(a) & _counts(b)) / TWO)
        if _other_figures(a, b):
            yield "other_figures", 1.0
    if a.numbers and b.numbers:
        shared = len(a.numbers & b.numbers)
        yield ("same_numbers", min(1.0, shared / TWO)) if shared else ("other_numbers", 1.0)
    if a.chain and b.chain and a.chain[-1].id == b.chain[-1].id:
        yield "same_origin", 1.0
    if a.status != b.status and (a.status in UNLIKE_STATUS or b.status in UNLIKE_STATUS):
        yield "status", 1.0
    if copied and a.words and b.words:
        yield "copied", len(a.words & b.words) / min(len(a.words), len(b.words))


def _counts(report: ReportKey) -> set[tuple[float, str]]:
    return {(f.value, f.unit) for f in report.figures}


def _other_figures(a: ReportKey, b: ReportKey) -> bool:
    """Tell whether a unit that both count in, and that does not rise with the hours, has no value on both sides."""
    units = {f.unit for f in a.figures} & {f.unit for f in b.figures}
    same = {unit for _, unit in _counts(a) & _counts(b)}
    return any(unit not in same and not unit.endswith(TOLLS) for unit in units)


def _is_wide(place: PlaceKey) -> bool:
    return place.id == place.country or place.id.startswith(("country:", "cty-"))
