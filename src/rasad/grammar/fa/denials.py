"""What a Persian clause takes back: news that is denied, a journey or a meeting that is called off."""

from rasad.grammar.fa.clauses import Clause
from rasad.grammar.view import View
from rasad.model import Mark

_REACH = 12
"""Words between a noun and the verb that takes it back."""


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
