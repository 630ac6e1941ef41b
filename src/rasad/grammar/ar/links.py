"""The relative clause of an Arabic noun: «الهجوم الذي شنته X على Y», «غارات استهدفت Y», «صدامات جدت بين X وY»."""

from msgspec import Struct

from rasad.grammar.view import View
from rasad.model import Mark

_REACH = 6
"""Words between a noun and the verb of its relative clause: adjectives, a place («الهجوم الدامي في حلب الذي»)."""
_OBJECT = ("ه", "ها", "هم", "هما")
_VERBS = frozenset({"past", "present"})
_PERFORMING = frozenset({"conduct", "carry_out", "launch", "do", "begin", "manage", "commit", "enter"})
"""Helper verbs whose object a crowd's protest is."""
_WORD_BEFORE = 15
"""Code points before a noun in which the preposition that governs it stands."""


class Bond(Struct, frozen=True):
    """The verb that ties a noun to its party: [start, end), and the slot of the bare phrase behind it."""

    start: int
    end: int
    slot: str


def bond(view: View, noun: Mark) -> Bond | None:
    """Give the verb of a noun's own relative clause, if it tells who did it, whom it hit, or that it took place."""
    for mark in view.marks:
        if mark.start < noun.end:
            continue
        slot = _tie(view, mark)
        if slot is not None:
            gap = view.text(noun.end, mark.start)
            if len(gap.split()) > _REACH or any(c in gap for c in '.:؛"«»\n') or _broken(view, noun.end, mark.start):
                return None
            relative = any(m.cells["use"] == "relative" and m.end == mark.start - 1 for m in view.of("grammar"))
            aside = mark.kind == "grammar" and gap.rstrip().endswith("،") and gap.count("،") == 1
            return Bond(mark.start, mark.end, slot) if relative or aside or "،" not in gap else None
    return None


def _tie(view: View, mark: Mark) -> str | None:
    """Give the slot of the phrase behind a verb that can tie: «استهدف» an object, «شنها» a subject, «جرى» neither."""
    if mark.kind == "grammar" and mark.cells["use"] == "target":
        if mark.prefix[:1] in ("و", "ف"):
            return None
        return "" if mark.suffix.endswith(_OBJECT) else "obj"
    if mark.kind != "helper":
        return None
    if mark.cells["voice"] == "active":
        participle = mark.cells["form"].endswith("ة")  # «قائمة» is folded like «قائمه»
        return "by" if view.text(mark.start, mark.end).endswith(_OBJECT) and not participle else None
    return "" if mark.cells["voice"] in ("passive", "receiving") and " " not in mark.cells["form"] else None


def _broken(view: View, start: int, end: int) -> bool:
    """Tell whether another verb or clause begins between a noun and a verb."""
    return any(
        start <= m.start < end
        and m.end <= end
        and (
            (m.kind in ("speech", "trigger") and m.morph in _VERBS) or (m.kind == "grammar" and m.cells["use"] in _OPEN)
        )
        for m in view.marks
    )


_OPEN = frozenset({"complementiser", "saying", "subordinate"})


def claimed(view: View, noun: Mark) -> Mark | None:
    """Give the verb by which somebody answers for a deed told before («هجوم ... تبناه تنظيم X»)."""
    return next((m for m in view.of("grammar") if m.cells["use"] == "claim" and m.start >= noun.end), None)


def object_of(view: View, helper: Mark, noun: Mark) -> bool:
    """Tell whether a protest without article or preposition can be the object of a verb of doing far before it.

    «نفذ عدد من العمال في القطاع السياحي اليوم وقفة احتجاجية»: verb, its subject with all that hangs on it, object.
    """
    if noun.cells["type"] != "PROTEST" or noun.prefix or helper.cells["verb"] not in _PERFORMING:
        return helper.cells["verb"] == "commit"
    if helper.cells["verb"] in ("commit", "enter"):
        return True
    before = view.words(max(view.start, noun.start - _WORD_BEFORE), noun.start)[-1:]
    return not before or not any(m.kind == "marker" and m.end == before[0][1] for m in view.marks)
