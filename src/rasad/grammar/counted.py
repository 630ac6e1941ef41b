"""Which deed a count belongs to: the one told in its clause, or the attack whose toll is told a sentence later."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rasad.grammar.view import sentence_at
from rasad.model import Document, Figure, Mark, Span
from rasad.within import beginning

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


class Deeds:
    """The reports of a page by the sentences that tell them."""

    def __init__(self, doc: Document) -> None:
        self.told = doc.told
        self.inside: dict[int, list[tuple[int, Span]]] = defaultdict(list)
        """For each sentence the reports that it tells, by number, each with the words of its deed."""
        for n, one in enumerate(doc.told):
            for span in one.triggers:
                self.inside[sentence_at(doc, span[0])].append((n, span))
        first: dict[int, int] = {}
        for number in sorted(self.inside):
            for n in self.attacks(number):
                first.setdefault(n, number)
        self._order, self._firsts = list(first), list(first.values())

    def attacks(self, number: int) -> list[int]:
        """Give the attacks that a sentence tells."""
        return list(dict.fromkeys(n for n, _ in self.inside.get(number, ()) if self.told[n].type == "ASSAULT"))

    def only_attack(self, number: int) -> int | None:
        """Give the attack that is the only one told up to a sentence, or on all the page."""
        some = bisect_right(self._firsts, number) or len(self._firsts)
        return self._order[0] if some == 1 else None


def deed_of(doc: Document, figure: Figure, deeds: Deeds, counted: Counted) -> tuple[int, str] | None:
    """Give the number of the report that a count belongs to, and the construction that says so."""
    fate = figure.unit.rsplit(" ", 1)[-1]
    types = counted.get(fate) or counted.get(figure.kind, frozenset())
    here = sentence_at(doc, figure.span[0])
    told = deeds.inside.get(here, [])
    near = [
        (_words(doc, figure.span, span), n)
        for n, span in told
        if deeds.told[n].type in types and (fate in counted or not _parted(doc, told, figure.span, span, n))
    ]
    if near and (fate in counted or min(near)[0] <= _FAR.get(figure.kind, _NEAR)):
        return min(near)[1], "count_in_clause"
    return _toll(doc, here, deeds) if fate in CASUALTIES and "ASSAULT" in types else None


def _toll(doc: Document, here: int, deeds: Deeds) -> tuple[int, str] | None:
    """Give the attack whose dead a sentence counts that names none: the one right before it, or the only one so far."""
    if any(m.cells["type"] == "ASSAULT" and m.cells["frame"] not in _TOLLS for m in _triggers(doc, here)):
        return None
    before, only = deeds.attacks(here - 1), deeds.only_attack(here)
    if len(before) == 1:
        return before[0], "toll_behind"
    return None if only is None else (only, "only_attack")


def _triggers(doc: Document, number: int) -> list[Mark]:
    """Give the words of deeds in a sentence, told or not."""
    sentence = doc.sentences[number]
    return [m for m in beginning(doc.marks, sentence.start, sentence.end) if m.kind == "trigger"]


def said_in(doc: Document, span: Span, near: Sequence[int]) -> int | None:
    """Give the number of the innermost statement whose content holds a span, of those near to it."""
    contents = [(doc.heard[n].content, n) for n in near]
    around = [(content[1] - content[0], n) for content, n in contents if _inside(span, content)]
    return min(around)[1] if around else None


def _inside(span: Span, content: Span) -> bool:
    return content[0] <= span[0] and span[1] <= content[1]


def _words(doc: Document, one: Span, other: Span) -> int:
    low, high = sorted((one, other))
    return len(doc.reading[low[1] : high[0]].split())


def _parted(doc: Document, told: Sequence[tuple[int, Span]], one: Span, other: Span, own: int) -> bool:
    """Tell whether a stop, a word that opens a clause, or the words of another deed stand between two spans."""
    low, high = sorted((one, other))
    gap = (low[1], high[0])
    if _STOPS & set(doc.reading[gap[0] : gap[1]]):
        return True
    if any(_inside(span, gap) for n, span in told if n != own):
        return True
    marks = beginning(doc.marks, *gap)
    return any(m.kind == "grammar" and m.cells["use"] in _PARTING for m in marks)
