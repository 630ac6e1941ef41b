"""Triggers in their clauses: which words of a sentence tell an event, and how (verb, passive, planned, denied)."""

from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar.cues import light_verb
from rasad.grammar.roles import Trigger
from rasad.grammar.spoken import verb_ends
from rasad.grammar.view import View
from rasad.model import Mark, Span

_HELPER_WORDS = 3
"""Words that may stand between an Arabic helper verb and the noun it lifts («تم أمس توقيع»)."""


def find_triggers(view: View) -> list[Trigger]:
    """Find the triggers of a sentence in order; one a place, the longest."""
    marks = _longest([m for m in view.marks if m.kind == "trigger"])
    verbs = verb_ends(view, view.doc.lang)
    found: list[Trigger] = []
    for mark in marks:
        trigger = _persian(view, mark, verbs) if view.doc.lang == "fa" else _arabic(view, mark, marks)
        if trigger is not None:
            before = _words_before(view, trigger.start)
            found.append(
                replace(
                    trigger, anaphoric="demonstrative" in before, relative="relative" in before, needed="necessity" in before
                )
            )
    return found


def _words_before(view: View, at: int) -> set[str]:
    """Give the uses of the grammar word that stands right before a trigger."""
    return {
        m.cells["use"]
        for m in view.marks
        if m.kind == "grammar" and m.end <= at and view.text(m.end, at).strip(" \u200c«\"") == ""
    }


def _longest(marks: Sequence[Mark]) -> list[Mark]:
    """Keep the longest mark at each place; of the same span, the row that asks least."""
    order = {"any": 0, "parties": 1, "verb": 2}
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.core[0] - m.core[1], m.core[0], order.get(m.cells["need"], 3), m.rule)):
        clash = [k for k in kept if mark.core[0] < k.core[1] and k.core[0] < mark.core[1]]
        if not clash:
            kept.append(mark)
    return sorted(kept, key=lambda m: m.core)


def _persian(view: View, mark: Mark, verbs: Sequence[Span]) -> Trigger | None:
    simple = mark.morph in ("past", "present")
    light = None if simple else light_verb(view, mark, view.of("light"))
    infinitive = simple and mark.suffix.startswith("ن")
    start, end = mark.start, light.end if light is not None else mark.end
    left = max((e for _, e in verbs if e <= mark.core[0]), default=view.start)
    right = end if simple or light is not None else min((s for s, e in verbs if s >= mark.core[1]), default=view.end)
    tense = light.cells["tense"] if light is not None else ""
    passive = bool(light is not None and light.cells["voice"] == "passive") or "ه ش" in mark.suffix
    planned = tense.startswith("future") or mark.prefix.startswith("خواه")
    subjunctive = tense.startswith("subjunctive") or (mark.morph == "present" and not mark.prefix.startswith(("می", "نمی")))
    tense = tense or ("present" if mark.morph == "present" else "")
    negated = tense.endswith("-neg") or (simple and mark.prefix.startswith("ن")) or _negated(view, mark.start)
    return Trigger(mark, start, end, (left, max(right, end)), simple or light is not None, passive, planned, negated, infinitive, subjunctive=subjunctive, tense=tense)


def _arabic(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    verb = mark.morph in ("past", "present", "participle")
    helper = None if verb else _helper(view, mark)
    left, right = _clause(view, mark, marks)
    passive = bool(helper is not None and helper.cells["voice"] == "passive")
    planned = mark.morph == "present" and any(mark.prefix.startswith(p) for p in ("س", "وس", "فس", "لی", "لت"))
    start = helper.start if helper is not None else mark.start
    tense = "present" if mark.morph == "present" and not planned else ""
    return Trigger(mark, start, mark.end, (min(left, start), right), verb or helper is not None, passive, planned, _negated(view, start), tense=tense)


def _helper(view: View, mark: Mark) -> Mark | None:
    for helper in reversed(view.of("helper")):
        if helper.end <= mark.start:
            gap = view.text(helper.end, mark.start).split()
            return helper if len(gap) <= _HELPER_WORDS and not any(w[-1] in ".،:" for w in gap) else None
    return None


def _clause(view: View, mark: Mark, marks: Sequence[Mark]) -> Span:
    """Give the clause of an Arabic trigger: between complementisers, cues of saying, other verbs and hard stops."""
    folded = view.doc.folded
    left, right = view.start, view.end
    for other in view.marks:
        opens = other.kind == "grammar" and other.cells["use"] in ("complementiser", "saying")
        verb = other.kind in ("speech", "trigger") and other.morph in ("past", "present") and other.core != mark.core
        if not (opens or verb):
            continue
        if other.end <= mark.start and opens:
            left = max(left, other.end)
        elif other.end <= mark.start and verb:
            left = max(left, other.end if mark.morph in ("past", "present") and _conjoined(mark) else left)
        elif other.start >= mark.end:
            right = min(right, other.start)
    for at in range(mark.end, right):
        if folded[at] in "؛:" or (folded[at] == "." and at > mark.end):
            right = at
            break
    return left, right


def _conjoined(mark: Mark) -> bool:
    return mark.prefix[:1] in ("و", "ف")


def _negated(view: View, at: int) -> bool:
    """Tell whether the word right before is a negation."""
    words = view.words(max(view.start, at - 12), at)
    if not words:
        return False
    start, end = words[-1]
    return any(m.kind == "word" and m.cells["use"] == "negation" and m.core == (start, end) for m in view.marks)
