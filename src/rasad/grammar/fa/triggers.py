"""Persian triggers: a simple verb, a noun with its light verb, or a bare noun."""

from collections.abc import Sequence

from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.cues import light_verb
from rasad.grammar.shapes import Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View
from rasad.model import Mark, Span

_FUTURE = ("خواه", "نخواه")


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    """Read a trigger with its verb, tense and clause."""
    clauses = read_clauses(view)
    clause = clauses[clause_at(clauses, mark.core[0])]
    simple = mark.morph in ("past", "present")
    light = None if simple else light_verb(view, mark, clauses)
    start, end = mark.start, light.end if light is not None else mark.end
    tense = light.cells["tense"] if light is not None else ("present" if mark.morph == "present" else "")
    future = tense.startswith("future") or mark.prefix.startswith(_FUTURE)
    subjunctive = tense.startswith("subjunctive") or (mark.morph == "present" and not mark.prefix.startswith(("می", "نمی")))
    return Trigger(
        mark, start, end, window(clause, mark, end),
        verbal=simple or light is not None,
        passive=_passive(view, mark, light),
        planned=future,
        negated=tense.endswith("-neg") or (simple and mark.prefix.startswith("ن")) or negated_before(view, mark.start),
        infinitive=simple and mark.suffix.startswith("ن") and not mark.suffix.startswith("ند"),
        subjunctive=subjunctive,
        tense=tense,
    )  # fmt: skip


def window(clause: Clause, mark: Mark, end: int) -> Span:
    """Give the bounds of the clause a trigger stands in."""
    return min(clause.start, mark.start), max(clause.end, end)


def _passive(view: View, mark: Mark, light: Mark | None) -> bool:
    """Tell whether the grammatical subject suffers the deed: «بازداشت شد», but not «وارد شد» or «خواستار شد»."""
    if light is None:
        return "ه ش" in mark.suffix
    acts = any(m.kind == "grammar" and m.cells["use"] == "agent" and m.core == mark.core for m in view.marks)
    return light.cells["voice"] == "passive" and not acts
