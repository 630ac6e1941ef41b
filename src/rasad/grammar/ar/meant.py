"""Arabic nouns of deeds that tell no new deed: what is only threatened or demanded, what the reader knows of."""

from collections.abc import Sequence

from rasad.grammar.shapes import PARTIES
from rasad.grammar.view import View
from rasad.model import VERBAL, Mark

_INTENTS = frozenset({"threaten", "warn", "request", "urge", "reject", "refuse", "ready", "promise", "accuse", "agree"})
"""Frames of verbs whose content has not happened, or is only alleged («هدد بضرب», «طالب بوقف القصف»)."""
_CONTENT = 12
"""Words from such a verb to a noun of its content at the most."""
_ARTICLE = ("ال", "لل")
_RECALLED = frozenset({"ASSAULT", "PROTEST"})
_BEHIND = 6
"""Words behind a noun with the article in which whose deed it was, or where, makes it a telling of its own."""


def only_meant(view: View, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether a noun stands in what somebody threatens, demands, refuses or charges, with no day or place."""
    if mark.cells["type"] in VERBAL:
        return False
    before = [m for m in marks if m.end <= mark.start]
    if not before or before[-1].cells["frame"] not in _INTENTS:
        return False
    intent = before[-1]
    gap = view.text(intent.end, mark.start)
    if len(gap.split()) > _CONTENT or any(c in gap for c in ".:؛\n"):
        return False
    if any(intent.end <= m.start < mark.start and _opens(m) for m in view.marks):
        return False
    return intent.cells["frame"] != "accuse" or not _fixed(view, mark)


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
        mark.end <= m.start < told and m.head in PARTIES and len(view.text(mark.end, m.start).split()) <= _BEHIND
        for m in view.mentions
    )
