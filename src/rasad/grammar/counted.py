"""Which deed a count belongs to: the one told in its clause, or the attack whose toll is told a sentence later."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from rasad.grammar.view import sentence_at
from rasad.model import Document, Figure, Mark, Span, Told

Counted = Mapping[str, frozenset[str]]
"""Types of deeds by what is counted."""

CASUALTIES = ("killed", "wounded", "bodies", "missing")
"""What an attack leaves behind, so that a later sentence can count it."""
_TOLLS = frozenset({"killed", "toll", "kill"})
"""Frames that tell an attack by its dead alone."""
_FAR = {"person": 10}
_NEAR = 6
"""Words between a count and the words of its deed: of people, and of money and things."""
_PARTING = frozenset({"subordinate", "reason", "meanwhile", "since"})
"""Words that open another clause."""
_STOPS = frozenset(".؛;:!؟?\n")
_START = attrgetter("start")


def deed_of(doc: Document, figure: Figure, told: Sequence[Told], counted: Counted) -> tuple[int, str] | None:
    """Give the number of the report that a count belongs to, and the construction that says so."""
    fate = figure.unit.rsplit(" ", 1)[-1]
    types = counted.get(fate) or counted.get(figure.kind, frozenset())
    fitting = [n for n, one in enumerate(told) if one.type in types]
    here = sentence_at(doc, figure.span[0])
    near = [
        (_words(doc, figure.span, span), n)
        for n in fitting
        for span in told[n].triggers
        if sentence_at(doc, span[0]) == here and (fate in counted or not _parted(doc, told, figure.span, span, n))
    ]
    if near and (fate in counted or min(near)[0] <= _FAR.get(figure.kind, _NEAR)):
        return min(near)[1], "count_in_clause"
    return _toll(doc, here, [(n, told[n]) for n in fitting]) if fate in CASUALTIES else None


def _toll(doc: Document, here: int, told: Sequence[tuple[int, Told]]) -> tuple[int, str] | None:
    """Give the attack whose dead a sentence counts that names none: the one right before it, or the only one so far."""
    if any(m.cells["type"] == "ASSAULT" and m.cells["frame"] not in _TOLLS for m in _triggers(doc, here)):
        return None
    attacks = [(n, {sentence_at(doc, span[0]) for span in one.triggers}) for n, one in told if one.type == "ASSAULT"]
    attacks = [(n, places) for n, places in attacks if min(places) <= here] or attacks
    before = [n for n, places in attacks if here - 1 in places]
    if len(before) == 1:
        return before[0], "toll_behind"
    return (attacks[0][0], "only_attack") if len(attacks) == 1 else None


def _triggers(doc: Document, number: int) -> list[Mark]:
    """Give the words of deeds in a sentence, told or not."""
    sentence = doc.sentences[number]
    return [m for m in doc.marks if m.kind == "trigger" and sentence.start <= m.start < sentence.end]


def said_in(doc: Document, span: Span) -> int | None:
    """Give the number of the innermost statement whose content holds a span."""
    around = [(h.content[1] - h.content[0], n) for n, h in enumerate(doc.heard) if _inside(span, h.content)]
    return min(around)[1] if around else None


def _inside(span: Span, content: Span) -> bool:
    return content[0] <= span[0] and span[1] <= content[1]


def _words(doc: Document, one: Span, other: Span) -> int:
    low, high = sorted((one, other))
    return len(doc.reading[low[1] : high[0]].split())


def _parted(doc: Document, told: Sequence[Told], one: Span, other: Span, own: int) -> bool:
    """Tell whether a stop, a word that opens a clause, or the words of another deed stand between two spans."""
    low, high = sorted((one, other))
    gap = (low[1], high[0])
    if _STOPS & set(doc.reading[gap[0] : gap[1]]):
        return True
    if any(_inside(t, gap) for n, report in enumerate(told) if n != own for t in report.triggers):
        return True
    first = bisect_right(doc.marks, gap[0] - 1, key=_START)
    return any(m.kind == "grammar" and m.cells["use"] in _PARTING for m in doc.marks[first:] if m.start < gap[1])
