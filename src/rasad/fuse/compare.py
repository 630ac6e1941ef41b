"""How alike two reports are: kinds of evidence, each with its amount, weight and reason. The weights are rows."""

from collections.abc import Iterator
from math import exp

from rasad.fuse.days import Days, days_of, gap, ordinal, width
from rasad.fuse.events import Likeness, PlaceKey, ReportKey
from rasad.fuse.parties import match, other_actor, other_persons, same_parties, share
from rasad.fuse.rarity import Keys, names_bits, sounds_bits, words_bits
from rasad.fuse.weights import families, reasons, venues, weights

SAME_EVENT = 0.5
"""Likeness of one event: the table's points are then above 0."""
NARROW = 7
"""Days: an interval no wider dates an event as well as a day does, slips of the day included."""
WIDE = 45
"""Days: a wider interval says little when a day is inside it."""
SLIP, WEEK, FORTNIGHT, MONTHS = 2, 7, 14, 60
"""Days between two reports, or their pages."""
MANY_WORDS, MANY_NAMES, MANY_SOUNDS, MANY_PAGE_SOUNDS, ONE_PLACE = 40.0, 20.0, 20.0, 40.0, 8.0
"""Bits of a full amount: about six rare words, three rare names, one rare town."""
HALF = 0.5
"""Share of the words that is a full amount for whole pages: more of it is copying."""
FEW_WORDS, FEW_NAMES, FEW_PAGE_NAMES = 6.0, 5.0, 8.0
"""Bits added below a share, so that two bare sentences that share their only name are not all alike."""
RARE = 3.0
"""Bits: what sentences must share to share anything."""
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE", "SUPPORT"})
OWNED = SPEECH | {"SANCTION", "AID", "COOPERATE"}
"""Types in which another actor makes another event; who attacked may be told in two ways."""
UNLIKE_STATUS = frozenset({"planned", "hypothetical", "denied"})

Amounts = Iterator[tuple[str, float]]


def compare(a: ReportKey, b: ReportKey, copied: bool = False) -> Likeness | None:
    """Give the likeness of two reports with its reasons; None for reports of one page.

    Those are never one event: the page's reader has already told them apart.
    """
    if a.page == b.page:
        return None
    table, words = weights(), reasons()
    found = [(table[name] * amount, words[name]) for name, amount in amounts(a, b, copied) if amount]
    found.insert(0, (table["threshold"], words["threshold"]))
    points = sum(value for value, _ in found)
    return Likeness(likeness(points), tuple(f"{value:+.2f} {why}" for value, why in found))


def points(a: ReportKey, b: ReportKey, copied: bool = False) -> float:
    """Give the points of two reports, without the reasons: more than 0 for one event."""
    table = weights()
    return table["threshold"] + sum(table[name] * amount for name, amount in amounts(a, b, copied))


def likeness(found: float) -> float:
    """Turn points into a number between 0 and 1."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, found)))), 4)


def amounts(a: ReportKey, b: ReportKey, copied: bool = False) -> Amounts:
    """Give every kind of evidence that two reports of different pages bear, with its amount."""
    yield from _party_amounts(a, b)
    yield from _deed_amounts(a, b)
    yield from _day_amounts(a, b)
    yield from _place_amounts(a, b)
    yield from _name_amounts(a, b)
    yield from _word_amounts(a, b) if a.lang == b.lang else _sound_amounts(a, b)
    yield from _small_amounts(a, b, copied)


def _party_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    if not a.parties or not b.parties:
        return
    pairs = match(a.parties, b.parties)
    if not pairs:
        yield "no_party", 1.0
    else:
        yield "parties", share(a, b, pairs)
        yield "two_parties", float(same_parties(a, b, pairs))
    yield "other_persons", float(other_persons(a, b, pairs))
    if a.type == b.type and a.type in OWNED and other_actor(a, b):
        yield "other_actor", 1.0


def _deed_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    if a.type == b.type:
        yield "same_type", 1.0 if a.type else 0.6
    else:
        yield ("same_family" if families(a.type) & families(b.type) else "other_type"), 1.0
    if a.mode and b.mode:
        yield ("same_mode" if a.mode == b.mode else "other_mode"), 1.0


def _day_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    mine, theirs = days_of(a.date), days_of(b.date)
    narrow = (width(mine) <= NARROW) + (width(theirs) <= NARROW)
    apart, widest = gap(mine, theirs), max(width(mine), width(theirs))
    if narrow == 2 and apart <= WEEK:
        if apart > SLIP:
            yield "week_apart", (apart - SLIP) / SLIP
        else:
            yield ("near_day" if apart else "same_day"), 1.0
    elif apart > WEEK and widest <= WIDE:
        yield "days_apart", 1.0
    elif apart > SLIP:
        yield "day_outside", 1.0
    elif narrow and widest <= WIDE and abs(mine[1] - theirs[1]) <= WEEK:
        yield "day_inside", 1.0
    if narrow < 2:
        first, second = _weekday(a, mine), _weekday(b, theirs)
        if first is not None and second is not None:
            yield ("same_weekday" if first == second else "other_weekday"), 1.0
    yield from _page_day_amounts(a, b)


def _weekday(report: ReportKey, days: Days) -> int | None:
    """Give the weekday a report tells, or that of its day (Monday = 0, as day 1 of the calendar was one)."""
    return (days[0] - 1) % 7 if days[0] == days[1] else report.weekday


def _page_day_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    if a.day and b.day:
        far = abs(ordinal(a.day, 0) - ordinal(b.day, 0))
        steps = ((1, "pages_same_day"), (SLIP + 1, "pages_near"), (FORTNIGHT, "pages_fortnight"), (MONTHS, "pages_months"))
        yield next((name for most, name in steps if far <= most), "pages_apart"), 1.0


def _place_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    if a.place and b.place:
        if a.place.id == b.place.id or a.place.name == b.place.name:
            yield "same_place", 1.0
        elif not (a.place.country == b.place.country and (_is_wide(a.place) or _is_wide(b.place) or not a.place.country)):
            yield "other_place", 1.0
    mine, theirs = _towns(a.names), _towns(b.names)
    if shared := mine & theirs:
        yield "places_shared", min(1.0, names_bits(shared) / ONE_PLACE)
    elif mine and theirs and not (a.place and b.place):
        yield "places_apart", 1.0


def _name_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    shared = names_bits(a.names & b.names)
    near = shared / (min(names_bits(a.names), names_bits(b.names)) + FEW_NAMES)
    least = min(names_bits(a.page_names), names_bits(b.page_names))
    pages = names_bits(a.page_names & b.page_names) / (least + FEW_PAGE_NAMES)
    yield "names", near
    yield "names_bits", min(1.0, shared / MANY_NAMES)
    yield "page_names", pages
    if a.lang != b.lang:
        yield "two_languages", 1.0
        yield "across", (near + pages) / 2
    mine, theirs = a.names & venues(), b.names & venues()
    if mine and theirs:
        yield ("same_venue" if mine & theirs else "other_venue"), 1.0
    mine, theirs = _lands(a.names), _lands(b.names)
    if mine and theirs and not mine & theirs:
        yield "no_country", 1.0


def _word_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    if not a.words or not b.words:
        return
    shared = words_bits(a.words & b.words, a.lang)
    if shared <= RARE:
        yield "no_words", 1.0
    yield "words", _least_share(shared, words_bits(a.words, a.lang), words_bits(b.words, b.lang))
    yield "words_bits", min(1.0, shared / MANY_WORDS)
    pages = words_bits(a.page_words & b.page_words, a.lang)
    whole = _least_share(pages, words_bits(a.page_words, a.lang), words_bits(b.page_words, b.lang))
    yield "page_words", min(1.0, whole / HALF)


def _sound_amounts(a: ReportKey, b: ReportKey) -> Amounts:
    yield "sounds", min(1.0, sounds_bits(a.sounds & b.sounds) / MANY_SOUNDS)
    yield "page_sounds", min(1.0, sounds_bits(a.page_sounds & b.page_sounds) / MANY_PAGE_SOUNDS)


def _small_amounts(a: ReportKey, b: ReportKey, copied: bool) -> Amounts:
    same = {(f.value, f.unit) for f in a.figures} & {(f.value, f.unit) for f in b.figures}
    yield "figures", min(1.0, len(same) / 2)
    if a.numbers and b.numbers:
        yield ("same_numbers", min(1.0, len(a.numbers & b.numbers) / 2)) if a.numbers & b.numbers else ("other_numbers", 1.0)
    if a.chain and b.chain and a.chain[-1].id == b.chain[-1].id:
        yield "same_origin", 1.0
    if a.status != b.status and {a.status, b.status} & UNLIKE_STATUS:
        yield "status", 1.0
    if copied:
        yield "copied", _least_share(len(a.words & b.words), len(a.words), len(b.words), 0.0)


def _least_share(shared: float, some: float, others: float, few: float = FEW_WORDS) -> float:
    least = min(some, others) + few
    return shared / least if least else 0.0


def _is_wide(place: PlaceKey) -> bool:
    return place.id == place.country or place.id.startswith(("country:", "cty-"))


def _towns(names: Keys) -> Keys:
    return frozenset(name for name in names if name.startswith("plc-"))


def _lands(names: Keys) -> Keys:
    return frozenset(name for name in names if name.startswith("plc-") or (len(name) == 3 and name.isupper()))

