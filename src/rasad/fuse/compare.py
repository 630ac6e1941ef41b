"""How alike two reports are: kinds of evidence, each with its amount, weight and reason. The weights are rows."""

from collections.abc import Iterable
from math import exp

from rasad.fuse.company import NARROW, OWNED, SLIP, Amounts, party_amounts
from rasad.fuse.days import gap
from rasad.fuse.events import ClockKey, Likeness, ReportKey
from rasad.fuse.measures import (
    OF_NAMES,
    OF_SOUNDS,
    OF_WORDS,
    ONE_PLACE,
    WORDLESS,
    day_amounts,
    days_between,
    deed_amounts,
    is_wide,
    name_amounts,
    place_amounts,
    sound_amounts,
    undated,
    when,
    word_amounts,
)
from rasad.fuse.parties import may_be_same
from rasad.fuse.places import any_inside
from rasad.fuse.profile import Profile, profile
from rasad.fuse.rarity import name_bits, sound_bits, word_bits
from rasad.fuse.weights import families, reasons, weights

NIGHT = 1
"""Days between two tellings of one page at one place that may be the evening and the morning after."""
TWO = 2
"""Equal numbers of a full amount."""
TOLLS = ("killed", "wounded", "injured", "arrested", "attackers")
"""Counts that are of the event itself, and that rise with the hours."""
HOUR, DAY = 60, 24 * 60
"""Minutes."""
UNLIKE_STATUS = frozenset({"planned", "hypothetical", "denied"})


def compare(a: ReportKey, b: ReportKey, copied: bool = False) -> Likeness | None:
    """Give the likeness of two reports with its reasons; None for reports of one page.

    Those are never one event: the page's reader has already told them apart.
    """
    return None if a.page == b.page else explain(profile(a), profile(b), copied)


def explain(a: Profile, b: Profile, copied: bool = False) -> Likeness:
    """Give the likeness of two reports of different pages with its reasons."""
    table, words = weights(undated=undated(when(a), when(b))), reasons()
    found = [(table[name] * amount, words[name]) for name, amount in amounts(a, b, copied) if amount]
    found.insert(0, (table["threshold"], words["threshold"]))
    return Likeness(likeness(sum(value for value, _ in found)), tuple(f"{value:+.2f} {why}" for value, why in found))


def points(a: Profile, b: Profile, copied: bool = False) -> float:
    """Give the points of two reports, without the reasons: more than 0 for one event."""
    table = weights(undated=undated(when(a), when(b)))
    found = table["threshold"]
    for name, amount in amounts(a, b, copied):
        found += table[name] * amount
    return round(found, 6)


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
    return may_be_same(mine.actors, theirs.actors)


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
    return may_be_same(mine.actors, theirs.actors)


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
    mine, theirs = a.report, b.report
    yield from party_amounts(a, b)
    yield from deed_amounts(mine.type, mine.mode, theirs.type, theirs.mode)
    yield from day_amounts(when(a), when(b))
    yield from place_amounts(mine.place, theirs.place)
    yield from _town_amounts(a, b)
    yield from _name_amounts(a, b)
    yield from _word_amounts(a, b) if mine.lang == theirs.lang else _sound_amounts(mine, theirs)
    yield from _small_amounts(mine, theirs, copied)


def _town_amounts(a: Profile, b: Profile) -> Amounts:
    mine, theirs = a.report.place, b.report.place
    if shared := a.towns & b.towns:
        yield "places_shared", min(1.0, name_bits().of(shared) / ONE_PLACE)
    elif a.towns and b.towns and not (mine and theirs and not is_wide(mine) and not is_wide(theirs)):
        yield "places_apart", float(not any_inside(a.towns, b.towns))


def _name_amounts(a: Profile, b: Profile) -> Amounts:
    bits, mine, theirs = name_bits(), a.report, b.report
    shared, core = bits.of(mine.names & theirs.names), bits.of(mine.core & theirs.core)
    pages = bits.of(mine.page_names & theirs.page_names)
    least = (min(a.names, b.names), min(a.page_names, b.page_names))
    yield from zip(OF_NAMES, name_amounts(shared, core, pages, least, mine.lang == theirs.lang), strict=False)
    if a.venues and b.venues:
        yield ("same_venue" if a.venues & b.venues else "other_venue"), 1.0
    if a.lands and b.lands and not a.lands & b.lands:
        yield "no_country", 1.0


def _word_amounts(a: Profile, b: Profile) -> Iterable[tuple[str, float]]:
    mine, theirs = a.report, b.report
    if not mine.words or not theirs.words:
        return WORDLESS
    bits = word_bits(mine.lang)
    shared, pages = bits.of(mine.words & theirs.words), bits.of(mine.page_words & theirs.page_words)
    least = (min(a.words, b.words), min(a.page_words, b.page_words))
    return zip(OF_WORDS, word_amounts(shared, pages, least), strict=True)


def _sound_amounts(a: ReportKey, b: ReportKey) -> Iterable[tuple[str, float]]:
    bits = sound_bits()
    found = sound_amounts(bits.of(a.sounds & b.sounds), bits.of(a.page_sounds & b.page_sounds))
    return zip(OF_SOUNDS, found, strict=True)


def _small_amounts(a: ReportKey, b: ReportKey, copied: bool) -> Amounts:
    if a.figures and b.figures:
        yield "figures", min(1.0, len(_counts(a) & _counts(b)) / TWO)
        if _other_figures(a, b):
            yield "other_figures", 1.0
        if _other_tolls(a, b):
            yield "other_tolls", 1.0
    if a.clock and b.clock and (kind := _clocks(a.clock, b.clock)):
        yield kind, 1.0
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


def _other_tolls(a: ReportKey, b: ReportKey) -> bool:
    """Tell whether both count the dead, the wounded or the arrested, and agree on nothing that they count."""
    units = {f.unit for f in a.figures} & {f.unit for f in b.figures}
    return any(unit.endswith(TOLLS) for unit in units) and not _counts(a) & _counts(b)


def other_time(a: Profile, b: Profile) -> bool:
    """Tell whether two reports name different weekdays, where they have no days, or different times of the day."""
    if a.weekday is None or b.weekday is None or max(a.width, b.width) <= NARROW:
        far = 0
    else:
        far = days_between(a.weekday, b.weekday)
    mine, theirs = a.report.clock, b.report.clock
    return far > 1 or (mine is not None and theirs is not None and _clocks(mine, theirs) == "other_clock")


def _clocks(one: ClockKey, other: ClockKey) -> str | None:
    """Compare two times of the day; those of two zones tell apart nothing, nor do some minutes: most are «about»."""
    if one.minutes == other.minutes:
        return "same_clock"
    apart = abs(one.minutes - other.minutes)
    return "other_clock" if one.zone == other.zone and min(apart, DAY - apart) > HOUR else None


def _other_figures(a: ReportKey, b: ReportKey) -> bool:
    """Tell whether a unit that both count in, and that does not rise with the hours, has no value on both sides."""
    units = {f.unit for f in a.figures} & {f.unit for f in b.figures}
    same = {unit for _, unit in _counts(a) & _counts(b)}
    return any(unit not in same and not unit.endswith(TOLLS) for unit in units)
