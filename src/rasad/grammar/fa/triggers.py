"""Persian triggers: a simple verb, a noun with its light verb, or a bare noun."""

from collections.abc import Sequence

from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.cues import light_verb
from rasad.grammar.fa.verbs import read_verbs
from rasad.grammar.shapes import Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View
from rasad.model import Mark, Span

_FUTURE = ("خواه", "نخواه")
_STATES = frozenset({"ready"})
"""Frames that the present tense tells as well as the past («ایران آماده است»)."""
_DECLARED = frozenset({"announce", "express"})
"""Verbs of saying that perform what their object names («آمادگی خود را اعلام کرد»)."""


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    """Read a trigger with its verb, tense and clause; nothing if it is only named: denied, asked for, or a purpose."""
    clauses = read_clauses(view)
    clause = clauses[clause_at(clauses, mark.core[0])]
    simple = mark.morph in ("past", "present")
    light = None if simple else light_verb(view, mark, clauses) or _declared(view, mark, clause)
    tense = light.cells["tense"] if light is not None else ("present" if mark.morph == "present" else "")
    negated = tense.endswith("-neg") or (simple and mark.prefix.startswith("ن")) or negated_before(view, mark.start)
    verbal = simple or light is not None
    if negated or (simple and _adjectival(view, mark)) or (not verbal and (_purpose(view, mark) or _asked_for(view, mark, clause))):
        return None
    subjunctive = tense.startswith("subjunctive") or (mark.morph == "present" and not mark.prefix.startswith(("می", "نمی")))
    end = max(mark.end, light.end) if light is not None else mark.end
    return Trigger(
        mark, mark.start, end, window(clause, mark, end),
        verbal=verbal,
        passive=_passive(view, mark, light),
        planned=tense.startswith("future") or mark.prefix.startswith(_FUTURE),
        negated=False,
        infinitive=simple and mark.suffix.startswith("ن") and not mark.suffix.startswith("ند"),
        subjunctive=subjunctive,
        tense="" if mark.cells["frame"] in _STATES and tense == "present" else tense,
    )  # fmt: skip


def window(clause: Clause, mark: Mark, end: int) -> Span:
    """Give the bounds of the clause a trigger stands in."""
    return min(clause.start, mark.start), max(clause.end, end)


def _declared(view: View, mark: Mark, clause: Clause) -> Mark | None:
    """Give the verb of «[حمایت] خود را از X اعلام کرد»: to declare it is to do it."""
    verb = clause.verb
    if verb is None or verb.light is None or mark.morph != "noun" or verb.light.cells["voice"] != "active":
        return None
    said = [m for m in view.of("speech") if m.cells["verb"] in _DECLARED and mark.end <= m.core[0] and 0 <= verb.start - m.end <= 2]
    objects = [m for m in view.of("marker") if m.cells["marker"] == "obj" and clause.holds(m.start) and m.start >= mark.end]
    if not said or not objects or not _opens_object(view, mark, objects[0].start):
        return None
    return verb.light


def _opens_object(view: View, mark: Mark, obj: int) -> bool:
    """Tell whether no preposition governs the noun: it is the object itself."""
    before = [m for m in view.of("marker") if m.end <= mark.start and view.text(m.end, mark.start).strip(" \u200c«\"") == ""]
    return not before and len(view.words(mark.end, obj)) <= 12


def _adjectival(view: View, mark: Mark) -> bool:
    """Tell whether a participle only describes («ایرانیان [کشته‌شده] در سوریه»)."""
    return any(v.start == mark.start and v.bare for v in read_verbs(view))


def _purpose(view: View, mark: Mark) -> bool:
    """Tell whether a noun is what something is done for («برای [عزل] رئیس‌جمهور»)."""
    return any(m.cells["marker"] == "for" and m.end <= mark.start and len(view.words(m.end, mark.start)) == 0 for m in view.of("marker"))


def _asked_for(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether a noun stands between «خواستار» and its verb."""
    return any(m.cells["verb"] == "demand" and m.morph == "fixed" and m.end <= mark.start and clause.holds(m.start) for m in view.of("speech"))


def _passive(view: View, mark: Mark, light: Mark | None) -> bool:
    """Tell whether the grammatical subject suffers the deed: «بازداشت شد», but not «وارد شد» or «خواستار شد»."""
    if light is None:
        return "ه ش" in mark.suffix
    acts = any(m.kind == "grammar" and m.cells["use"] == "agent" and m.core == mark.core for m in view.marks)
    return light.cells["voice"] == "passive" and not acts
