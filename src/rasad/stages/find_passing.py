"""Find the deeds that a page names in passing: words that make no report, by which it may still speak of an event."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from rasad.grammar.reasons import Why
from rasad.grammar.view import View, views
from rasad.model import VERBAL, Document, Mark, Told, Trial
from rasad.packs import Packs

_NAMED = frozenset({
    Why.ONLY_NAMED, Why.BACKGROUND, Why.RECALLED, Why.CRIME, Why.NO_WEIGHT, Why.HYPOTHETICAL, Why.NO_RECIPIENT,
    Why.NO_ACTOR, Why.TITLE, Why.OPINION,
})  # fmt: skip
"""Reasons for which words make no report though the deed may be real: it lacks a party, or is known already."""


def find_passing(doc: Document, packs: Packs) -> Document:
    """Find the deeds named in passing. Acts of speech are none: of whose words they speak would have to be guessed."""
    if doc.lang not in packs.lexicons or not doc.trials:
        return doc
    tried: dict[int, list[Trial]] = defaultdict(list)
    for trial in doc.trials:
        if trial.why in _NAMED:
            tried[trial.sentence].append(trial)
    told = {span for report in doc.told for span in report.triggers}
    found = (one for view in views(doc) for one in _named(view, tried[view.number]))
    return replace(doc, passing=tuple(one for one in found if one.triggers[0] not in told))


def _named(view: View, tried: list[Trial]) -> Iterator[Told]:
    """Give the deeds that a sentence names, each once."""
    marks: dict[tuple[int, int], Mark] = {}
    for mark in view.of("trigger"):
        marks.setdefault(mark.core, mark)
    for span, why in {trial.span: trial.why for trial in tried}.items():
        if span not in marks or marks[span].cells["type"] in VERBAL:
            continue
        mark = marks[span]
        near = min(((_gap(date.start, date.end, mark), n) for n, date in view.dates), default=(0, None))
        yield Told(
            type=mark.cells["type"], mode=mark.cells["mode"] or None, status="actual", actors=(), recipients=(),
            triggers=(span,), attribution=(), rule=mark.rule, sentence=view.number, date_mention=near[1],
            rules={"why": why}, weight="passing",
        )  # fmt: skip


def _gap(start: int, end: int, mark: Mark) -> int:
    return max(start - mark.end, mark.start - end)
