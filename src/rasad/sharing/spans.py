"""Labelled stretches of a page, for tools in which people annotate text, and the sentences that such tools show."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rasad.model import PublicEvent, PublicStatement, Span
from rasad.sharing.words import day
from rasad.store.rows import Entry, rule_of

_STOP = re.compile(r"(?<=[.!؟?…])\s+|\n+")


class Labelled(Struct, frozen=True, order=True):
    """A stretch of the text: what it is (`label`), what it says (`value`), whom it names, and what read it.

    `owner` is the place of its report or statement in the page's record: `report:0`.
    """

    start: int
    end: int
    label: str
    value: str
    entity: str
    rule: str
    owner: str


def labelled(entry: Entry) -> list[Labelled]:
    """Give all that reports and statements of a page rest on, in the order of the text, each once."""
    found = [one for n, event in enumerate(entry.record.events) for one in _of_report(event, f"report:{n}")]
    found += [one for n, said in enumerate(entry.record.statements) for one in _of_statement(said, f"statement:{n}")]
    return sorted(set(found))


def _of_report(event: PublicEvent, owner: str) -> Iterator[Labelled]:
    deed = f"{event.type}/{event.mode}" if event.mode else event.type
    for span in dict.fromkeys((event.trigger, *event.triggers)):
        yield Labelled(*span, "TRIGGER", f"{deed} {event.status}", "", rule_of(event, "trigger"), owner)
    for label, some in (("ACTOR", event.actors), ("RECIPIENT", event.recipients)):
        for one in some:
            yield Labelled(*one.span, label, one.name, one.id, one.rule, owner)
    if event.date and event.date_span:
        yield Labelled(*event.date_span, "DATE", day(event.date), "", rule_of(event, "date"), owner)
    if event.time:
        yield Labelled(*event.time.span, "TIME", event.time.clock, "", rule_of(event, "time"), owner)
    if event.place:
        yield Labelled(*event.place.span, "PLACE", event.place.name, event.place.id, rule_of(event, "place"), owner)
    for link in event.attribution:
        yield Labelled(*link.span, "SOURCE", link.name, link.id, link.rule, owner)


def _of_statement(said: PublicStatement, owner: str) -> Iterator[Labelled]:
    yield Labelled(*said.content, "CONTENT", f"{said.form} {said.stance}", "", said.rule, owner)
    yield Labelled(*said.verb, "VERB", said.stance, "", said.rule, owner)
    yield Labelled(*said.speaker.span, "SPEAKER", said.speaker.name, said.speaker.id, said.rule, owner)
    if said.addressee:
        yield Labelled(*said.addressee.span, "ADDRESSEE", said.addressee.name, said.addressee.id, said.rule, owner)
    for link in said.via:
        yield Labelled(*link.span, "SOURCE", link.name, link.id, link.rule, owner)


def sentences(text: str, spans: Sequence[Labelled]) -> list[Span]:
    """Cut a text at stops and line ends, but never inside a labelled stretch; blank pieces are left out."""
    inside: set[int] = set()
    for one in spans:
        inside.update(range(one.start + 1, one.end))
    stops = (found.span() for found in _STOP.finditer(text))
    cuts = [(start, end) for start, end in stops if inside.isdisjoint(range(start, end + 1))]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    pieces = (_stripped(text, start, end) for start, end in zip(starts, ends, strict=True))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
