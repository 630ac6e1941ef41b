"""Note of every sentence of the article that told nothing why it did not."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from rasad.grammar.reasons import STRENGTH, Why, unread
from rasad.grammar.topics import sports_page
from rasad.grammar.view import View, views
from rasad.model import Document, Note, Span
from rasad.packs import Packs


def note_silence(doc: Document, packs: Packs) -> Document:
    """Give each sentence without a report, a statement or a figure the strongest reason, one note a sentence."""
    if doc.lang not in packs.lexicons or sports_page(doc):
        return doc  # the note on a page of sport speaks for all its sentences
    telling, tried = _telling(doc), _tried(doc)
    notes = [
        Note(view.start, view.end, _reason(view, tried.get(view.number, {})))
        for view in views(doc)
        if view.number not in telling and view.sentence.part != "title"
    ]
    return replace(doc, notes=(*doc.notes, *notes))


def _telling(doc: Document) -> set[int]:
    """Give the sentences that a report, a statement or a figure stands in."""
    starts = [sentence.start for sentence in doc.sentences]
    spans: list[Span] = [span for told in doc.told for span in told.triggers]
    spans += [span for heard in (*doc.heard, *doc.asides) for span in (heard.content, heard.verb_span)]
    spans += [figure.span for figure in doc.figures]
    return {n for s, e in spans for n in range(bisect_right(starts, s) - 1, bisect_right(starts, e - 1))}


def _tried(doc: Document) -> dict[int, dict[Span, Why]]:
    """Give what was tried in each sentence, and why it came to nothing."""
    found: dict[int, dict[Span, Why]] = defaultdict(dict)
    for trial in doc.trials:
        found[trial.sentence][trial.span] = Why(trial.why)
    return found


def _reason(view: View, tried: dict[Span, Why]) -> Why:
    return max(_reasons(view, tried), key=STRENGTH.__getitem__, default=Why.NO_TRIGGER)


def _reasons(view: View, tried: dict[Span, Why]) -> Iterator[Why]:
    yield from tried.values()
    for mark in view.of("trigger"):
        if mark.core not in tried:
            yield unread(view, mark)
