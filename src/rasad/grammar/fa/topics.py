"""Phrases of a Persian clause that only look like sides of its deed, or stand in a clause behind it and are one."""

from collections.abc import Sequence

from rasad.grammar.fa.belongs import NEAR
from rasad.grammar.fa.cases import case, own
from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.places import governors, punctuated, right_before
from rasad.grammar.fa.verbs import read_verbs
from rasad.grammar.shapes import Trigger
from rasad.grammar.view import View
from rasad.model import Mark, Mention


def offered(view: View, trigger: Trigger, clauses: Sequence[Clause], number: int) -> list[Mention]:
    """Give with whom readiness is to do something: «آماده است با [آمریکا] مذاکره کند»."""
    behind = clauses[number + 1 : number + 2] if trigger.frame == "ready" and trigger.verbal else []
    wished = [c for c in behind if c.verb is not None and c.verb.tense == "subjunctive"]
    return [m for c in wished for m in own(view, c) if case(view, m) in ("with", "to")]


def talked_with(view: View, noun: Mark, mention: Mention) -> bool:
    """Tell whether «با X» hangs on earlier talks that are only spoken of: «درباره [مذاکرات] اخیر با آمریکا»."""
    about = [m for m in view.of("marker") if m.cells["marker"] in ("about", "for") and m.end <= noun.start]
    told = any(not any(about[-1].end <= v.start < noun.start for v in read_verbs(view)) for _ in about[:1])
    if noun.cells["type"] != "CONSULT" or mention.marker != "with" or not told:
        return False
    return len(view.words(noun.end, mention.start)) <= NEAR and not punctuated(view, noun.end, mention.start)


def to_go(view: View, mention: Mention) -> bool:
    """Tell whether a crowd wants somebody out of office: «خواستار استعفای [نخست‌وزیر] شدند»."""
    nouns = [m for m in right_before(view, mention.start, "grammar") if m.cells["use"] == "ouster"]
    if mention.head not in ("person", "office", "organ") or not nouns:
        return False
    wants = any(m.cells["verb"] == "demand" and m.end <= nouns[0].start for m in view.of("speech"))
    return wants or "for" in governors(view, nouns[0].start)
