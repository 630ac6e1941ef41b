"""What a Persian clause takes back: news that is denied, a journey or a meeting that is called off."""

from rasad.grammar.fa.clauses import Clause
from rasad.grammar.view import View
from rasad.model import Mark

IMPOSED = frozenset({"COERCE", "SANCTION", "MOBILIZE"})
_NEAR = 4
"""Words between a noun and the «را» of the object that it ends."""
_REACH = 12
"""Words between a noun and the verb that takes it back."""


def lifted(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether what was imposed is taken back: «قانون [حالت فوق‌العاده] را لغو کرد» imposes nothing."""
    imposed = mark.cells["type"] in IMPOSED or mark.cells["mode"] == "targeted"
    if mark.morph != "noun" or not imposed or clause.verb is None:
        return False
    ends = [
        m for m in view.of("marker") if m.cells["marker"] == "obj" and mark.end <= m.start and clause.holds(m.start)
    ]
    lifts = [m for m in view.of("grammar") if m.cells["use"] == "lifts" and m.end <= clause.verb.start]
    return any(end.end <= m.start and len(view.words(mark.end, end.start)) <= _NEAR for end in ends for m in lifts)


def disowned(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether the deed of a noun is denied («خبر [دیدار] با X را تکذیب کرد») or called off («[سفر] X لغو شد»)."""
    if mark.morph != "noun" or clause.verb is None or clause.verb.light is None:
        return False
    if clause.verb.light.cells["tense"].endswith("-neg"):
        return False
    for word in view.of("grammar"):
        use = word.cells["use"]
        if use not in ("denies", "calls_off") or not mark.end <= word.start < clause.verb.start:
            continue
        if clause.holds(word.start) and len(view.words(mark.end, word.start)) <= _REACH:
            return use == "denies" or mark.cells["type"] == "CONSULT"
    return False
