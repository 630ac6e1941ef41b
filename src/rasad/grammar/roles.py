"""Roles: which noun phrase around a trigger is its actor, which its recipient, by the frame's row for each marker."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from rasad.grammar.view import View, tight
from rasad.model import Mark, Mention, Span

Frames = Mapping[tuple[str, str, str], str]

# Heads that can be a party; places only as the target of force.
_PARTIES = frozenset({"person", "office", "organ", "org", "group", "country", "pronoun", "both", "adjective"})
_LINKS = ("و", "،", "، و", ",", "")


class Trigger(Struct, frozen=True):
    """A trigger in its clause: [start, end) with its light verb, `window` the clause, and how it is used."""

    mark: Mark
    start: int
    end: int
    window: Span
    verbal: bool
    passive: bool
    planned: bool
    negated: bool
    infinitive: bool = False
    anaphoric: bool = False
    relative: bool = False
    needed: bool = False
    subjunctive: bool = False
    tense: str = ""

    @property
    def nominal(self) -> bool:
        """Whether the trigger is a noun without a verb of its own."""
        return not self.verbal

    @property
    def frame(self) -> str:
        return self.mark.cells["frame"]


class Cast(Struct, frozen=True):
    """The parties of one trigger, in order, and the subject among them."""

    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    rules: tuple[str, ...] = ()


def role_of(frames: Frames, frame: str, lang: str, marker: str) -> str:
    """Give the role a marker carries in a frame, or ""."""
    return frames.get((frame, lang, marker)) or frames.get((frame, "*", marker), "")


def cast(view: View, trigger: Trigger, frames: Frames) -> Cast:
    """Give every party in the trigger's clause its role."""
    slots = _persian_slots(view, trigger) if view.doc.lang == "fa" else _arabic_slots(view, trigger)
    actors: list[Mention] = []
    recipients: list[Mention] = []
    adjectives: list[tuple[Mention, str]] = []
    for mention, slot in slots:
        if mention.entity.kind in ("agency", "outlet"):
            continue  # who reports is never who acts
        role = role_of(frames, trigger.frame, view.doc.lang, slot)
        if trigger.passive and slot == "subj":
            role = "recipient"
        if trigger.passive and slot == "gen" and trigger.frame == "attack":
            role = "actor"
        if not role or (mention.head == "place" and not (role == "recipient" and trigger.frame in ("attack", "seize", "kill"))):
            continue
        if mention.head == "adjective":
            adjectives.append((mention, role))
        else:
            (actors if role == "actor" else recipients).append(mention)
    for mention, role in adjectives:
        if role == "actor" and not actors:
            actors.append(mention)
        elif role == "recipient" and not recipients:
            recipients.append(mention)
    return Cast(_members(actors), _members([r for r in recipients if r.entity.id not in {a.entity.id for a in actors}]))


def _members(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Take out repeated entities."""
    return tuple({m.entity.id: m for m in reversed(mentions)}.values())[::-1]


def _inside(view: View, window: Span) -> list[Mention]:
    return [m for m in view.mentions if m.start >= window[0] and m.end <= window[1] and (m.head in _PARTIES or m.head == "place")]


def _persian_slots(view: View, trigger: Trigger) -> list[tuple[Mention, str]]:
    """Give each phrase of a Persian clause its slot: a marker, `gen` right behind the trigger, or `subj` bare before it."""
    slots: list[tuple[Mention, str]] = []
    previous: tuple[Mention, str] | None = None
    subject = False
    for mention in _inside(view, trigger.window):
        if trigger.nominal and trigger.frame not in _JOINT and not _attached(view, trigger, mention):
            continue
        slot = mention.marker
        if previous is not None and _joined(view, previous[0], mention) and mention.marker in ("", previous[0].marker):
            slot = previous[1]
        elif mention.start >= trigger.mark.end and tight(view.doc.folded, trigger.mark.end, mention.start) and trigger.mark.morph == "noun":
            slot = "gen"
        elif slot == "" and not subject and not (trigger.mark.morph == "noun" and not trigger.verbal):
            slot, subject = "subj", True
        elif slot == "" and not subject and mention.end <= trigger.start:
            slot, subject = "subj", True
        previous = (mention, slot)
        if slot:
            slots.append((mention, slot))
    if trigger.verbal and not trigger.infinitive and not any(slot in ("subj", "by") for _, slot in slots):
        first = next((m for m in view.mentions if m.end <= trigger.window[0] and m.marker == "" and m.head in _PARTIES), None)
        if first is not None:
            slots.insert(0, (first, "subj"))
    if trigger.mark.morph == "noun" and not trigger.verbal and any(slot == "gen" for _, slot in slots):
        slots = [(m, slot) for m, slot in slots if slot != "subj" or trigger.frame in _JOINT]
    return slots


_JOINT = frozenset({"meet", "call", "visit", "agree", "sign", "ready", "promise", "multilateral", "host", "drill"})
"""Frames whose noun takes the subject of its sentence («در دیدار با X»)."""
_ATTACHED_WORDS = 8


def _attached(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a phrase can hang on a noun: it follows within a few words."""
    return mention.start >= trigger.mark.end and len(view.text(trigger.mark.end, mention.start).split()) <= _ATTACHED_WORDS


def _joined(view: View, previous: Mention, mention: Mention) -> bool:
    return view.text(previous.end, mention.start).replace("\u200c", " ").strip(" «»\"'()") in _LINKS[:4]


def _arabic_slots(view: View, trigger: Trigger) -> list[tuple[Mention, str]]:
    """Give each phrase of an Arabic clause its slot; a bare phrase is subject or object by where it stands."""
    inside = _inside(view, trigger.window)
    verb = trigger.mark.morph in ("past", "present", "participle")
    before = [m for m in inside if m.end <= trigger.start and m.marker == "" and m.head != "place"]
    slots: list[tuple[Mention, str]] = []
    previous: tuple[Mention, str] | None = None
    bare = 0
    led = bool(before) and verb and _leads(view, before[-1], trigger)
    for mention in inside:
        if trigger.nominal and trigger.frame not in _JOINT and not _attached(view, trigger, mention):
            continue
        slot = mention.marker
        if previous is not None and _arabic_joined(view, previous[0], mention):
            slot = previous[1]
        elif mention.end <= trigger.start:
            slot = ("subj" if verb and mention is before[-1:][0] else "") if slot == "" and before else ""
        elif slot == "" and not verb:
            slot = "gen" if _near(view, trigger.mark.end, mention.start, 1) else ""
        elif slot == "":
            slot = "obj" if led or bare else "subj"
            bare += 1
        previous = (mention, slot)
        if slot:
            slots.append((mention, slot))
    owner = _owner(view, trigger)
    if owner is not None:
        slots.insert(0, (owner, "gen"))
    if trigger.mark.morph == "past" and bare >= 1 and not led:
        slots = [(m, s) for m, s in slots if not (s == "subj" and m.end <= trigger.start)] if any(s == "subj" and m.start >= trigger.end for m, s in slots) else slots
    return slots


_OWNERS = frozenset({"ه", "ها", "هم", "هما", "ته", "تها", "تهم", "تهما"})


def _owner(view: View, trigger: Trigger) -> Mention | None:
    """Give whom the pronoun on an Arabic noun means («لقائه», «زيارتها»): who was named before it, else who follows."""
    if trigger.mark.morph not in ("noun", "masdar") or trigger.mark.suffix not in _OWNERS:
        return None
    people = [m for m in view.mentions if m.head in _PARTIES and m.head != "adjective" and m.entity.kind in ("person", "government", "organization", "group")]
    before = [m for m in people if m.end <= trigger.start]
    plain = [m for m in before if m.marker == ""] or before
    if plain:
        return plain[0]
    return next((m for m in people if m.start >= trigger.end and m.marker == ""), None)


def _leads(view: View, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether a phrase before an Arabic verb is its subject: near it, and not cut off by a stop."""
    gap = view.text(mention.end, trigger.start)
    return len(gap.split()) <= 6 and not any(c in gap for c in ".:؛")


def _near(view: View, end: int, start: int, words: int) -> bool:
    return len(view.text(end, start).split()) <= words and not any(c in view.text(end, start) for c in "،,.:")


def _arabic_joined(view: View, previous: Mention, mention: Mention) -> bool:
    gap = view.text(previous.end, mention.start).strip(" «»\"'()")
    word = view.text(mention.start, mention.start + 1)
    return (gap == "" and word == "و" and mention.start > previous.end) or gap == "و"
