"""Slots of the noun phrases of an Arabic clause: prepositions before them, subject and object bare, by their order."""

from rasad.grammar.shapes import JOINT, PARTIES, Slots, Trigger
from rasad.grammar.view import View
from rasad.grammar.window import attached, inside
from rasad.model import Mention

_OWNERS = frozenset({"ه", "ها", "هم", "هما", "ته", "تها", "تهم", "تهما"})


def slots(view: View, trigger: Trigger) -> Slots:
    """Give each phrase of an Arabic clause its slot; a bare phrase is subject or object by where it stands."""
    phrases = inside(view, trigger.window)
    verb = trigger.mark.morph in ("past", "present", "participle")
    before = [m for m in phrases if m.end <= trigger.start and m.marker == "" and m.head != "place"]
    slots: list[tuple[Mention, str]] = []
    previous: tuple[Mention, str] | None = None
    bare = 0
    led = bool(before) and verb and _leads(view, before[-1], trigger)
    for mention in phrases:
        if trigger.nominal and trigger.frame not in JOINT and not attached(view, trigger, mention):
            continue
        slot = mention.marker
        if previous is not None and _joined(view, previous[0], mention):
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


def _owner(view: View, trigger: Trigger) -> Mention | None:
    """Give whom the pronoun on an Arabic noun means («لقائه», «زيارتها»): who was named before it, else who follows."""
    if trigger.mark.morph not in ("noun", "masdar") or trigger.mark.suffix not in _OWNERS:
        return None
    people = [m for m in view.mentions if m.head in PARTIES and m.head != "adjective" and m.entity.kind in ("person", "government", "organization", "group")]
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


def _joined(view: View, previous: Mention, mention: Mention) -> bool:
    gap = view.text(previous.end, mention.start).strip(" «»\"'()")
    word = view.text(mention.start, mention.start + 1)
    return (gap == "" and word == "و" and mention.start > previous.end) or gap == "و"
