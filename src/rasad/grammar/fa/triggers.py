"""Persian triggers: a simple verb, a noun with its light verb, or a bare noun."""

from collections.abc import Sequence

from rasad.grammar.fa.clauses import read_clauses
from rasad.grammar.fa.cues import light_verb, verb_ends
from rasad.grammar.shapes import Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View
from rasad.model import Mark


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    verbs = verb_ends(view)
    simple = mark.morph in ("past", "present")
    light = None if simple else light_verb(view, mark, read_clauses(view))
    infinitive = simple and mark.suffix.startswith("ن")
    start, end = mark.start, light.end if light is not None else mark.end
    left = max((e for _, e in verbs if e <= mark.core[0]), default=view.start)
    right = end if simple or light is not None else min((s for s, e in verbs if s >= mark.core[1]), default=view.end)
    tense = light.cells["tense"] if light is not None else ""
    passive = bool(light is not None and light.cells["voice"] == "passive") or "ه ش" in mark.suffix
    planned = tense.startswith("future") or mark.prefix.startswith("خواه")
    subjunctive = tense.startswith("subjunctive") or (mark.morph == "present" and not mark.prefix.startswith(("می", "نمی")))
    tense = tense or ("present" if mark.morph == "present" else "")
    negated = tense.endswith("-neg") or (simple and mark.prefix.startswith("ن")) or negated_before(view, mark.start)
    return Trigger(mark, start, end, (left, max(right, end)), simple or light is not None, passive, planned, negated, infinitive, subjunctive=subjunctive, tense=tense)
