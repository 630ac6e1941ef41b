"""The words of a page that each field of a report rests on."""

from collections.abc import Iterator, Sequence

from rasad.dates.solver import edtf
from rasad.model import PublicEvent, PublicParty
from rasad.sharing.cells import Cell
from rasad.store.rows import Entry, rule_of

Row = tuple[Cell, ...]


def event_evidence(entry: Entry, event: PublicEvent) -> Iterator[Row]:
    """Give field, place in the list, page, value, entity, span, words and rule of all that a report rests on."""
    told = rule_of(event, "trigger")
    for n, span in enumerate(dict.fromkeys((event.trigger, *event.triggers))):
        yield "trigger", n, *_words(entry, event.type, None, span), told
    if event.date and event.date_span:
        yield "date", 0, *_words(entry, edtf(event.date), None, event.date_span), rule_of(event, "date")
    if event.time:
        yield "time", 0, *_words(entry, event.time.clock, None, event.time.span), rule_of(event, "time")
    if event.place:
        where = event.place
        yield "place", 0, *_words(entry, where.name, where.id, where.span), rule_of(event, "place")
    for n, context in enumerate(event.contexts):
        yield "context", n, *_words(entry, context.name, None, context.span), context.rule
    for n, link in enumerate(event.attribution):
        yield "attribution", n, *_words(entry, link.name, link.id, link.span), link.rule


def parties(entry: Entry, **sides: Sequence[PublicParty]) -> Iterator[Row]:
    """Give side, place in the list, page, entity with what is known of it, span, words and rules of parties."""
    text = entry.page.text
    for side, some in sides.items():
        for n, one in enumerate(some):
            known = (one.id, one.name, one.kind, one.country, one.sector, one.role)
            rules = (one.rule or None, one.named_by or None)
            yield side, n, entry.record.sha256, *known, *one.span, text[slice(*one.span)], *rules


def _words(entry: Entry, value: str, entity: str | None, span: tuple[int, int]) -> Row:
    return (entry.record.sha256, value or None, entity, *span, entry.page.text[slice(*span)])
