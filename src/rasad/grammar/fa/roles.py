"""Slots of the noun phrases of a Persian clause: markers before them, «را» behind, the subject bare and first."""

from rasad.grammar.shapes import JOINT, PARTIES, Slots, Trigger
from rasad.grammar.view import View, tight
from rasad.grammar.window import attached, inside
from rasad.model import Mention

_LINKS = ("و", "،", "، و", ",")


def slots(view: View, trigger: Trigger) -> Slots:
    """Give each phrase of a Persian clause its slot: a marker, `gen` right behind the trigger, or `subj` bare before it."""
    slots: list[tuple[Mention, str]] = []
    previous: tuple[Mention, str] | None = None
    subject = False
    for mention in inside(view, trigger.window):
        if trigger.nominal and trigger.frame not in JOINT and not attached(view, trigger, mention):
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
        first = next((m for m in view.mentions if trigger.floor <= m.start and m.end <= trigger.window[0] and m.marker == "" and m.head in PARTIES), None)
        if first is not None:
            slots.insert(0, (first, "subj"))
    if trigger.mark.morph == "noun" and not trigger.verbal and any(slot == "gen" for _, slot in slots):
        slots = [(m, slot) for m, slot in slots if slot != "subj" or trigger.frame in JOINT]
    return slots


def _joined(view: View, previous: Mention, mention: Mention) -> bool:
    return view.text(previous.end, mention.start).replace("\u200c", " ").strip(" «»\"'()") in _LINKS
