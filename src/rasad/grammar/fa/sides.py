"""Whether a Persian noun of talks, journeys or blows has its sides: behind it, in its subject, or not all of them."""

from rasad.grammar.fa.belongs import befalls
from rasad.grammar.fa.cases import unnamed_subject
from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.doers import by_means
from rasad.grammar.fa.places import governors
from rasad.grammar.fa.triggers import PERFORMED
from rasad.grammar.shapes import JOINT, Slots, Trigger
from rasad.grammar.view import View

_WORD = 16
"""Letters of the longest word that may stand between a preposition and its noun."""


def on_occasion(view: View, trigger: Trigger, slots: set[str]) -> bool:
    """Tell whether a summit or journey is only the occasion: «در [سفر] به X با Y دیدار کرد» meets Y by its verb."""
    there = {"in", "during"} & _held_by(view, trigger)
    where = {"multilateral": "gen", "visit": "to"}.get(trigger.frame)
    return trigger.nominal and bool(there) and where in slots


def _held_by(view: View, trigger: Trigger) -> set[str]:
    """Give the prepositions before a noun, also over one word («در حاشیه پانزدهمین [اجلاس]»)."""
    words = view.words(max(view.start, trigger.mark.start - _WORD), trigger.mark.start)
    return governors(view, trigger.mark.start) | (governors(view, words[-1][0]) if words else set())


def alone(view: View, trigger: Trigger, found: Slots) -> bool:
    """Tell whether talks have a single side, which is not their subject («تماس‌ها با وزیران در حال انجام است»)."""
    sides = [(m, slot) for m, slot in found if slot in ("subj", "gen", "with", "between", "with_of", "by")]
    lone = len(sides) == 1 and not sides[0][0].members and sides[0][1] in ("with", "with_of")
    verbs = {m.cells["verb"] for m in view.of("light") if m.end == trigger.end and m.start >= trigger.mark.end}
    return lone and trigger.frame in ("meet", "call") and (trigger.nominal or bool(verbs & (PERFORMED | {"bud"})))


def half_read(view: View, trigger: Trigger, clause: Clause, slots: set[str]) -> bool:
    """Tell whether the one who meets opens the clause by a name that nobody knows («[X] در دیدار رئیس‌جمهور گفت»)."""
    lone = trigger.nominal and trigger.frame == "meet" and "gen" in slots and not slots & {"subj", "with", "between"}
    return lone and bool({"in", "during"} & _held_by(view, trigger)) and unnamed_subject(view, clause, trigger.start)


def owned(view: View, trigger: Trigger, slots: set[str]) -> bool:
    """Tell whether a noun has its parties behind it, so that the subject of the clause is none of them.

    «X در دیدار Y» names one side before and the other behind; «X از دیدار Y با Z خبر داد» names both behind.
    """
    if not trigger.nominal or trigger.mark.morph != "noun" or not slots & {"gen", "between"}:
        return False
    if trigger.frame == "visit":
        return True  # «وزیر گفت: در [سفر] هیئت دولت به X ...»: whose journey it is stands behind
    if by_means(view, trigger) and "gen" in slots and befalls(trigger.frame):
        return False  # «با [تصرف] تلویزیون دولتی برنامه‌ها را قطع کرد»
    one_side = not slots & {"with", "between"} and bool({"in", "during"} & _held_by(view, trigger))
    return not (one_side and trigger.frame in JOINT)
