"""Where an event happened: behind a preposition of its clause, else what was struck or visited, else nearby."""

from msgspec.structs import replace

from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, tight
from rasad.model import VERBAL, Entity, Mention
from rasad.packs.register import Register

_PLACE_MARKERS = frozenset({"in", "bi", "at", "jail"})
_STRIKING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "RETREAT"})
"""Types that happen where their target is."""
_WIDE = ("province", "region", "sea", "mountain", "river")
"""Kinds of places that have towns in them."""
_BLOWS = frozenset({"attack", "explode"})
_BESIDE = 3
"""Words between a noun and the town that it struck: «حمله به شهر [X]»."""
_NEAR = 80
"""Code points between a deed and a place outside its clause; in longer sentences it belongs to another deed."""
_DEEDS = frozenset({"agree", "sign"})
"""Frames of acts of speech that are done somewhere: a treaty is signed in a town."""
_NAMED_BY_TOWN = frozenset({"multilateral", "meet", "explode", "attack", "protest"})
"""Frames whose nouns are known by the town where it was."""


def place(view: View, trigger: Trigger, parties: Cast, kind: str, register: Register) -> Mention | None:
    """Give where it happened; nobody telephones, and few speak, at a place that the sentence tells."""
    if trigger.mark.cells["mode"] == "phone":
        return None
    if kind in VERBAL and trigger.frame not in _DEEDS:
        return _spoken_at(view, trigger, parties)
    taken = {m.name for m in (*parties.actors, *parties.recipients)} if kind != "CONSULT" else set()
    hostile = {m.core for m in view.of("country") if m.cells["use"] == "hostile"}  # «سجون الاحتلال»: whose, not where
    named = [m if m.place is not None or m.name in hostile else _as_place(m) for m in view.mentions]
    if kind in VERBAL:
        named = [m for m in named if not _of_matter(view, trigger, m)]
    inside = [m for m in named if m.place is not None and trigger.window[0] <= m.start and m.end <= trigger.window[1]]
    found = [
        m
        for m in inside
        if _located(view, m, trigger)
        and (m.name not in taken or m.head == "place" or m.marker in ("in", "jail") or kind in _STRIKING)
    ]
    struck: list[Mention] = []
    if kind in _STRIKING:
        struck = [
            m
            for m in inside
            if m.head == "place" or (m.marker in ("to", "on", "obj") and (_is_town(m) or m.start >= trigger.mark.end))
        ] or _witness(view, trigger, inside)
    beside = [m for m in struck if trigger.nominal and m.marker == "to" and _right_behind(view, m, trigger)]
    found = beside or found  # «شاهد تظاهرات از بابت [حمله] به پنجشیر بود»
    if all(_parted(view, m, trigger) for m in found):
        found = [m for m in struck if not _parted(view, m, trigger)] or found or struck
    if not found:
        around = [m for m in named if m.place is not None and m.name not in taken and _near(m, trigger)]
        towns = [m for m in around if _is_town(m) and m.marker in ("in", "bi")]
        found = towns or [m for m in around if m.marker == "in" and kind in _STRIKING]
    best = min(found, key=lambda m: (_parted(view, m, trigger), *_farness(m, trigger)), default=None)
    return _finer(view, trigger, best, (*found, *struck), register)


def _of_matter(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a place belongs to what was agreed: behind «that», in Arabic also behind «on»."""
    opened = any(
        m.cells["use"] == "complementiser" and trigger.mark.end <= m.start < mention.start for m in view.of("grammar")
    )
    on = (m for m in view.of("marker") if m.cells["marker"] == "on" and trigger.mark.end <= m.start < mention.start)
    return opened or (view.doc.lang == "ar" and trigger.verbal and any(on))


def recalled_at(view: View, trigger: Trigger, where: Mention | None) -> Mention | None:
    """Give the place of a clause that recalls an event, unless it tells who spoke of it («in Oslo he condemned it»).

    A place beyond another deed is that one's.
    """
    low, high = trigger.window
    marks = [m for m in view.marks if low <= m.start and m.end <= high]
    spoken = any(m.kind == "speech" or (m.kind == "trigger" and m.cells["type"] in VERBAL) for m in marks)
    return None if spoken or where is None or _parted(view, where, trigger) else where


def _right_behind(view: View, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether a town behind «to» follows a noun within a word or two: there it happened."""
    near = len(view.words(trigger.mark.end, mention.start)) <= _BESIDE
    return mention.head == "place" and mention.start >= trigger.mark.end and near


def _near(mention: Mention, trigger: Trigger) -> bool:
    """Tell whether a place outside the clause stands near enough to be that of the deed."""
    return max(mention.start - trigger.mark.end, trigger.mark.start - mention.end) <= _NEAR


def _finer(
    view: View, trigger: Trigger, best: Mention | None, others: tuple[Mention, ...], register: Register
) -> Mention | None:
    """Give the town for the country or province around it, where the clause names both as places of the deed."""
    if best is None or best.place is None or not is_wide(best, register):
        return best
    within = [
        m
        for m in others
        if m.place is not None
        and m.place.country == best.place.country
        and not is_wide(m, register)
        and m.marker not in ("from", "source", "by")
        and _parted(view, m, trigger) <= _parted(view, best, trigger)
    ]
    return min(within, key=lambda m: _farness(m, trigger), default=best)


def is_wide(mention: Mention, register: Register) -> bool:
    """Tell whether a place is a country, a province, a sea: wider than a town."""
    return not _is_town(mention) or (mention.place is not None and register.place_kinds.get(mention.place.id) in _WIDE)


def _spoken_at(view: View, trigger: Trigger, parties: Cast) -> Mention | None:
    """Give where somebody speaks: a place behind «in» that stands free, right behind the speaker, a date or a pause.

    Other places belong to what is said or to whom it is said of («از حضور نظامیان [در سوریه] انتقاد کرد»).
    """
    low, high = trigger.window
    ends = {d.end for _, d in view.dates} | {m.end for m in parties.actors} | {low, trigger.mark.end}
    inside = [m for m in view.mentions if m.marker == "in" and m.place is not None and low <= m.start and m.end <= high]
    for mention in inside:
        starts = [m.start for m in view.of("marker") if m.end <= mention.start and m.cells["marker"] == "in"]
        if starts and any(view.text(end, starts[-1]).strip(" \u200c،") == "" for end in ends if end <= starts[-1]):
            return mention
    return None


def _parted(view: View, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether another deed stands between a place and a trigger: the place is rather that one's."""
    return any(trigger.mark.end <= m.start and m.end <= mention.start for m in view.of("trigger"))


def _as_place(mention: Mention) -> Mention:
    """Give a country that «this country» means as a place."""
    entity = mention.entity
    if mention.head != "country":
        return mention
    return replace(mention, place=Entity(entity.id, entity.name, "place", entity.country))


def _is_town(mention: Mention) -> bool:
    """Tell whether a mention names a town, be it one that stands for its state."""
    return mention.place is not None and (mention.head == "place" or mention.place.id != mention.entity.id)


def _witness(view: View, trigger: Trigger, inside: list[Mention]) -> list[Mention]:
    """Give the place that «saw» what happened («خیابان‌های مصر [شاهد] تظاهرات بود», «[شهدت] بغداد مظاهرات»)."""
    words = [m for m in view.of("grammar") if m.cells["use"] == "witness" and m.start <= trigger.mark.start]
    seen = [m for m in inside for w in words if m.head in ("country", "place")]
    return seen if view.doc.lang == "ar" else [m for m in seen if any(m.end <= w.start for w in words)]


def _located(view: View, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether a mention stands where a place stands: behind «in» or «at», of a journey also behind «to».

    A town right behind the noun names it by its place: «مذاکرات [وین]», «انفجار [بیروت]».
    """
    if mention.marker in ("to", "into", "obj", ""):
        if trigger.frame in _NAMED_BY_TOWN and (town_behind(view, trigger, mention) or _shaken(view, trigger, mention)):
            return True
        return trigger.frame == "visit" and mention.head in ("country", "place")
    return mention.marker in _PLACE_MARKERS


def _shaken(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a blow hit or shook a town, in so many words: «انفجار هز العاصمة السورية [دمشق]»."""
    if trigger.frame not in _BLOWS or not _is_town(mention):
        return False
    verbs = (m for m in view.of("grammar") if m.cells["use"] == "target" and trigger.mark.end <= m.start)
    return any(v.end <= mention.start and len(view.words(v.end, mention.start)) < _BESIDE for v in verbs)


def town_behind(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a town, and no pair of capitals that stand for their states, follows a noun right away."""
    if not _is_town(mention):
        return False
    if mention.start > trigger.mark.start and mention.end == trigger.mark.end:
        return True
    behind = view.text(mention.end, min(view.end, mention.end + 3)).split()
    return (
        mention.marker == ""
        and trigger.mark.morph in ("noun", "masdar")
        and tight(view.doc.folded, trigger.mark.end, mention.start)
        and behind[:1] != ["و"]
    )


def _farness(mention: Mention, trigger: Trigger) -> tuple[int, int, int]:
    """Order places: behind the trigger before others, towns before countries, near before far."""
    behind = mention.start - trigger.mark.end >= 0
    return (0 if behind else 1, 0 if _is_town(mention) else 1, abs(mention.start - trigger.mark.start))
