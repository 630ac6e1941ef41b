"""Arabic triggers: a verb, a noun that a helper verb lifts, or a bare noun; the clause ends at the next verb of its own."""

from collections.abc import Sequence

from rasad.grammar.shapes import Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View
from rasad.model import Mark, Span

_HELPER_WORDS = 3
"""Words that may stand between an Arabic helper verb and the noun it lifts («تم أمس توقيع»)."""


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    verb = mark.morph in ("past", "present", "participle")
    helper = None if verb else _helper(view, mark)
    left, right = _clause(view, mark, marks)
    passive = bool(helper is not None and helper.cells["voice"] == "passive")
    planned = mark.morph == "present" and any(mark.prefix.startswith(p) for p in ("س", "وس", "فس", "لی", "لت"))
    start = helper.start if helper is not None else mark.start
    tense = "present" if mark.morph == "present" and not planned else ""
    return Trigger(mark, start, mark.end, (min(left, start), right), verb or helper is not None, passive, planned, negated_before(view, start), tense=tense)


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
