"""Arabic nouns of deeds that tell no new deed: what is only threatened or demanded, what the reader knows of."""

from collections.abc import Sequence

from rasad.grammar.shapes import PARTIES
from rasad.grammar.view import View
from rasad.model import VERBAL, Mark

_INTENTS = frozenset({"threaten", "warn", "request", "urge", "reject", "refuse", "ready", "promise", "accuse", "agree"})
"""Frames of verbs whose content has not happened, or is only alleged («هدد بضرب», «طالب بوقف القصف»)."""
_OCCASIONS = frozenset({"during", "after", "before", "because"})
"""Prepositions that lead out of such a content."""
_CONTENT = 12
"""Words from such a verb to a noun of its content at the most."""
_NOUNS = frozenset({"noun", "masdar", "definite", "bound", "bound_phrase"})
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})
"""Types whose masdar with both sides tells words that were said; «دعم قطر للإرهاب» is what somebody says of Qatar."""
_TERMS = frozenset({"CONCEDE", "RETREAT", "COOPERATE"})
_PRESUMING = frozenset({"after", "despite"})
_STATING = frozenset({"country", "org", "organ", "person", "office"})
_ARTICLE = ("ال", "لل")
_RECALLED = frozenset({"ASSAULT", "PROTEST"})
_BEHIND = 6
"""Words behind a noun with the article in which whose deed it was, or where, makes it a telling of its own."""


def only_meant(view: View, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether a noun stands in what somebody threatens, demands, refuses or charges, with no day or place."""
    if mark.cells["type"] in VERBAL:
        return False
    before = [m for m in marks if m.end <= mark.start and (m.morph not in _NOUNS or m.cells["frame"] in _INTENTS)]
    if not before or before[-1].cells["frame"] not in _INTENTS:
        return False
    intent = before[-1]
    if intent.cells["frame"] == "request" and intent.prefix == "ل" and intent.morph in _NOUNS | {"participle"}:
        return len(view.text(intent.end, mark.start).split()) <= _CONTENT  # «تظاهروا لمطالبة النظام بالإفراج عنهم»
    if mark.prefix.endswith(_ARTICLE) and any(
        m.head in PARTIES and m.start >= mark.end and len(view.text(mark.end, m.start).split()) <= 1
        for m in view.mentions
    ):
        return False  # «طالب بوقف الضربات الأمريكية»: a deed that everybody knows of
    gap = view.text(intent.end, mark.start)
    if any(m.cells["marker"] in _OCCASIONS and m.end == mark.start - 1 for m in view.of("marker")):
        return False  # «أعرب عن استعداده ... خلال لقاء»
    if len(gap.split()) > _CONTENT or any(c in gap for c in ".:؛\n"):
        return False
    if any(intent.end <= m.start < mark.start and _opens(m) for m in view.marks):
        return False
    return intent.cells["frame"] != "accuse" or not _fixed(view, mark)


def in_terms(view: View, mark: Mark) -> bool:
    """Tell whether a noun is one of the terms of a paper: «اتفاق يتضمن وقفا للنار و[فك الحصار]»."""
    words = [m for m in view.of("grammar") if m.cells["use"] == "contains" and m.end <= mark.start]
    if not words or mark.cells["type"] not in _TERMS or mark.morph == "present":
        return False
    gap = view.text(words[-1].end, mark.start)
    if mark.morph not in _NOUNS and mark.prefix != "و":
        return False
    between = [m for m in view.marks if words[-1].end <= m.start < mark.start]
    verbs = any(_opens(m) or m.cells.get("use") == "complementiser" for m in between)
    return not verbs and len(gap.split()) <= _CONTENT and not any(c in gap for c in ".:؛\n")


def _opens(mark: Mark) -> bool:
    return mark.kind == "speech" and mark.morph in ("past", "present")


def _fixed(view: View, mark: Mark) -> bool:
    """Tell whether a day or a place is named close behind a noun."""
    return any(
        d.start >= mark.end and len(view.text(mark.end, d.start).split()) <= _BEHIND for _, d in view.dates
    ) or any(
        m.place is not None and m.marker in ("in", "bi") and 0 <= len(view.text(mark.end, m.start).split()) <= _BEHIND
        for m in view.mentions
        if m.start >= mark.end
    )


def recalls(view: View, mark: Mark) -> bool:
    """Tell whether a noun with the article only recalls an attack or protest: nobody and no place hangs on it."""
    if mark.cells["type"] not in _RECALLED or not mark.prefix.endswith(_ARTICLE):
        return False
    told = min((m.start for m in view.of("trigger") if m.start >= mark.end), default=view.end)
    return not _fixed(view, mark) and not any(
        mark.end <= m.start < told
        and (m.head in PARTIES or m.head == "place")
        and len(view.text(mark.end, m.start).split()) <= _BEHIND
        for m in view.mentions
    )


def came_before(view: View, mark: Mark) -> bool:
    """Tell whether «after» governs a masdar whose doer stands right behind it: «بعد [تهديد] طهران بتعليق التعاون»."""
    if mark.cells["type"] not in VERBAL or mark.morph != "masdar" or mark.prefix or mark.suffix:
        return False
    after = any(m.end == mark.start - 1 and m.cells["marker"] in _PRESUMING for m in view.of("marker"))
    return after and any(m.start == mark.end + 1 and m.marker == "" and m.head in _STATING for m in view.mentions)


def has_sides(view: View, mark: Mark) -> bool:
    """Tell whether a masdar names both who spoke and to whom («مناشدة إسرائيل للولايات المتحدة»): then it was said."""
    if mark.cells["type"] not in _SPOKEN or mark.morph not in ("masdar", "noun"):
        return False
    behind = [m for m in view.mentions if m.start >= mark.end and m.head in PARTIES and m.head != "adjective"][:2]
    if len(behind) < 2 or behind[0].marker or view.text(mark.end, behind[0].start).strip():
        return False
    near = len(view.text(behind[0].end, behind[1].start).split()) <= 1
    return near and behind[1].marker in ("to", "against") and behind[1].entity.kind != "population"
