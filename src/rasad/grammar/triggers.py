"""Triggers of a sentence: one a place, with the grammar words that stand before them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from msgspec.structs import replace

from rasad.grammar.shapes import Trigger
from rasad.grammar.view import View, tight
from rasad.model import Mark
from rasad.packs.lexicon import spellings
from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ

Reader = Callable[[View, Mark, Sequence[Mark]], Trigger | None]


def find_triggers(view: View, read_trigger: Reader) -> list[Trigger]:
    """Find the triggers of a sentence in order; one a place, the longest."""
    states = {m.core for m in view.of("country") if m.cells["use"] == "hostile"}  # «رئيس وزراء الاحتلال»
    marks = _longest([m for m in view.of("trigger") if m.core not in states])
    found: list[Trigger] = []
    for mark in marks:
        trigger = read_trigger(view, mark, marks)
        if trigger is None:
            shorter = _shorter(view, mark)
            trigger = read_trigger(view, shorter, marks) if shorter is not None else None
        if trigger is not None:
            uses = _words_before(view, trigger.start)
            found.append(
                replace(
                    trigger,
                    anaphoric=trigger.anaphoric or "demonstrative" in uses or _aforesaid(view, mark),
                    relative="relative" in uses and "result" not in uses,  # «الأمر الذي أدى إلى»
                    needed=trigger.needed or "necessity" in uses,
                )
            )
    return found


def _aforesaid(view: View, mark: Mark) -> bool:
    """Tell whether «the said» stands right behind a noun: «انفجار [مزبور]» is the explosion told before."""
    said = (m for m in view.of("grammar") if m.cells["use"] == "aforesaid")
    return any(tight(view.doc.folded, mark.end, m.start) for m in said)


def _shorter(view: View, mark: Mark) -> Mark | None:
    """Give the noun at the end of words that make a verb only («به [سفر] رفت»), for where they make none.

    «به [سفر] او اشاره کرد» names a journey.
    """
    if mark.cells["need"] != "verb" or mark.morph != "noun":
        return None
    inside = [m for m in view.of("trigger") if m.core[1] == mark.core[1] and m.core[0] > mark.core[0]]
    return next((m for m in inside if m.morph == "noun" and m.cells["need"] in ("any", "parties")), None)


def _words_before(view: View, at: int) -> set[str]:
    """Give the uses of the grammar word that stands right before a trigger."""
    return {
        m.cells["use"]
        for m in view.marks
        if m.kind == "grammar"
        and m.end <= at
        and view.text(m.end, at).strip(' \u200c«"') == ""
        and not any(o.start < m.start and o.end == m.end for o in view.of("marker"))  # «على الرغم من»
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


def negated_before(view: View, at: int) -> bool:
    """Tell whether the word right before is a negation."""
    words = view.words(max(view.start, at - 12), at)
    if not words:
        return False
    start, end = words[-1]
    return any(m.kind == "word" and m.cells["use"] == "negation" and m.core == (start, end) for m in view.marks)


_TURN_REACH = 90
"""Code points behind a trigger in which its object may turn its meaning («opposition to harming Syria's unity»)."""


_BOUND = frozenset({"agree", "sign"})
"""Frames of agreements reached, which no object turns."""


def turned(view: View, trigger: Trigger) -> Trigger | None:
    """Give a trigger the type its object turns it to: who rejects harm to a state's unity supports that state.

    None where its object makes it no event: a squad that «undertakes the investigation» promises nothing.
    """
    behind = view.text(trigger.mark.end, min(view.end, trigger.mark.end + _TURN_REACH)).replace(ZWNJ, " ")
    turns = _turns(view.doc.lang).get(trigger.mark.cells["type"], ()) if trigger.frame not in _BOUND else ()
    to = next((to for forms, to in turns if any(form in behind for form in forms)), trigger.mark.cells["type"])
    if to == "none":
        return None
    if to == trigger.mark.cells["type"]:
        return trigger
    cells = {**trigger.mark.cells, "type": to, "frame": to.lower(), "mode": ""}
    return replace(trigger, mark=replace(trigger.mark, cells=cells))


@cache
def _turns(lang: str) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """Give for each type the words that turn it, in the order of their rows, with the type they turn it to."""
    found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for row in read_rows(f"{lang}/turns.tsv"):
        found[row["type"]].append((frozenset(spellings(row["form"])), row["to"]))
    return {kind: tuple(rows) for kind, rows in found.items()}
