"""The circumstances of an event: its status, place, date and the chain it came by."""

from msgspec.structs import replace

from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, tight
from rasad.model import VERBAL, ClockTime, DateMention, Entity, Heard, Link, Mention, Span

_SINCE_REACH = 45
"""Code points between «since the beginning of» and the date it governs."""
_OPENERS = frozenset({"subordinate", "reason"})
"""Words that open a clause of another time."""
_PLACE_MARKERS = frozenset({"in", "bi", "at", "jail"})


def status(view: View, trigger: Trigger) -> str:
    """Give the status of an event from tense, modality words and negation."""
    if trigger.negated:
        return "denied"
    if trigger.planned:
        return "planned"
    best: str | None = None
    for mark in view.of("modality"):
        side, status = mark.cells["side"], mark.cells["status"]
        if status == "denied" or not _applies(view, trigger, side):
            continue
        # «من الممكن أن» stands before the clause that its own last word opens.
        opens = mark.start if status == "historical" else mark.end
        before = trigger.window[0] <= opens and mark.end <= trigger.mark.start
        after = trigger.mark.end <= mark.start and mark.end <= trigger.window[1]
        close = mark.end <= trigger.mark.start and trigger.mark.start - mark.end <= 40
        if (
            (side.startswith("before") and before and (close or status == "historical"))
            or (side == "after" and after)
            or (side == "any" and (before or after))
        ):
            best = status if best in (None, "historical") else best
    if trigger.subjunctive and best != "planned":
        return "hypothetical"
    return best or "actual"


def _applies(view: View, trigger: Trigger, side: str) -> bool:
    """Tell whether words of modality fit the trigger: some govern nouns alone, some need a pluperfect or a departure.

    «متهم کرد به [تلاش برای] X» governs a noun, and the verb has a tense of its own; who set out «[برای شرکت در] X» is
    not there yet, who has come is.
    """
    if side == "before_noun":
        return not (trigger.verbal and trigger.tense)
    if side == "before_pluperfect":
        return trigger.tense.startswith(("pluperfect", "perfect"))
    if side == "before_bound":
        return any(m.cells["use"] == "bound_for" for m in view.of("grammar"))
    return True


def place(view: View, trigger: Trigger, parties: Cast, kind: str) -> Mention | None:
    """Give where it happened: behind a preposition in the clause, else what was struck or visited, else nearby."""
    taken = {m.name for m in (*parties.actors, *parties.recipients)} if kind != "CONSULT" else set()
    named = [m if m.place is not None else _as_place(m) for m in view.mentions]
    inside = [m for m in named if m.place is not None and trigger.window[0] <= m.start and m.end <= trigger.window[1]]
    found = [
        m
        for m in inside
        if _located(view, m, trigger)
        and (m.name not in taken or m.head == "place" or m.marker in ("in", "jail") or kind in _STRIKING)
    ]
    if not found and kind in _STRIKING:
        found = [
            m
            for m in inside
            if m.head == "place" or (m.marker in ("to", "on", "obj") and (_is_town(m) or m.start >= trigger.mark.end))
        ] or _witness(view, trigger, inside)
    if not found:
        found = [m for m in view.mentions if m.head == "place" and m.marker in ("in", "bi") and m.name not in taken]
    return min(found, key=lambda m: (_parted(view, m, trigger), *_farness(m, trigger)), default=None)


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
    """Give the place that «saw» what happened («خیابان‌های مصر [شاهد] تظاهرات بود»)."""
    words = [m for m in view.of("grammar") if m.cells["use"] == "witness" and m.end <= trigger.mark.start]
    return [m for m in inside for w in words if m.end <= w.start and m.head in ("country", "place")]


_STRIKING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "RETREAT"})
"""Types that happen where their target is."""


def _located(view: View, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether a mention stands where a place stands: behind «in» or «at», of a journey also behind «to».

    A town right behind the noun names it by its place: «مذاکرات [وین]», «انفجار [بیروت]».
    """
    if mention.marker in ("to", "into", "obj", ""):
        if trigger.frame in _NAMED_BY_TOWN and town_behind(view, trigger, mention):
            return True
        return trigger.frame == "visit" and mention.head in ("country", "place")
    return mention.marker in _PLACE_MARKERS


_NAMED_BY_TOWN = frozenset({"multilateral", "meet", "explode", "attack", "protest"})
"""Frames whose nouns are known by the town where it was."""


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


def date(view: View, trigger: Trigger) -> int | None:
    """Give the number of the clause's date expression, else the only one of the sentence with no clause between."""
    usable = [(n, d) for n, d in view.dates if not _since(view, d.start)]
    inside = [
        (abs(d.start - trigger.mark.start), n)
        for n, d in usable
        if trigger.window[0] <= d.start and d.end <= trigger.window[1]
    ]
    inside = [(far, n) for far, n in inside if not _clause_between(view, trigger, view.doc.dates[n])] or inside[:0]
    if inside:
        return min(inside)[1]
    if len(usable) == 1 and not _clause_between(view, trigger, usable[0][1]):
        return usable[0][0]
    return None


def clock(view: View, trigger: Trigger) -> ClockTime | None:
    """Give the time of the clock that a sentence names, where it names one and no other clause stands between."""
    named = [c for c in view.doc.clocks if view.start <= c.start < view.end]
    return named[0] if len(named) == 1 and not _clause_between(view, trigger, named[0]) else None


def _since(view: View, at: int) -> bool:
    """Tell whether a date only says since when («از زمان آغاز جنگ در سال ۲۰۱۱»)."""
    return any(
        m.kind == "grammar" and m.cells["use"] == "since" and m.end <= at and at - m.end <= _SINCE_REACH
        for m in view.marks
    )


def _clause_between(view: View, trigger: Trigger, date: DateMention | ClockTime) -> bool:
    """Tell whether a subordinate clause («after ...», «because ...») begins between a date and a trigger."""
    low, high = min(date.end, trigger.end), max(date.start, trigger.mark.start)
    return any(m.kind == "grammar" and m.cells["use"] in _OPENERS and low <= m.start < high for m in view.marks)


def attribution(view: View, trigger: Trigger, inside: Heard | None, parties: Cast, kind: str) -> tuple[Link, ...]:
    """Give the chain an event came by: the statement's chain and its speaker, else the carriers in force."""
    carriers = view.doc.carriers[view.number] if view.number < len(view.doc.carriers) else ()
    if inside is None:
        return carriers
    named = {m.entity.id for m in (*parties.actors, *parties.recipients)}
    own = view.doc.publisher is not None and view.doc.publisher.id == inside.speaker.id
    if own or (inside.speaker.id in named and kind in VERBAL):
        return inside.via
    return (*inside.via, Link(inside.speaker, _named_at(view, inside), inside.rule))


def _named_at(view: View, heard: Heard) -> Span:
    """Give where a speaker was last named; «he said» and a verb alone name nobody."""
    here = [m for m in view.doc.mentions if m.entity.id == heard.speaker.id and m.head != "pronoun"]
    if any(m.name == heard.speaker_span for m in here):
        return heard.speaker_span
    before = [m.name for m in here if m.start < heard.verb_span[0]]
    return before[-1] if before else heard.speaker_span
