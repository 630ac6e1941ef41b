"""Write the public record of a page: the one place that carries reading spans back to the text layer."""

from msgspec import Struct
from msgspec.structs import replace

from rasad.model import (
    MOST_SPANS,
    Document,
    Entity,
    Figure,
    Heard,
    Link,
    Note,
    PageDate,
    PageRecord,
    Party,
    Passing,
    PublicEvent,
    PublicFigure,
    PublicLink,
    PublicParty,
    PublicPlace,
    PublicStatement,
    PublicTime,
    Span,
    Told,
)  # fmt: skip
from rasad.offsets import OffsetMap, identity
from rasad.packs import Packs

_FURNITURE = ("boilerplate", "caption", "credit")
_CARRIER_KINDS = {"person": "official", "government": "office", "group": "organization", "population": "anonymous"}


class _Rows(Struct, frozen=True):
    """The rows that constructions and named spans come from."""

    constructions: dict[str, str]
    names: dict[Span, str]

    def of(self, rule: str) -> str:
        """Give the row of a construction; what is a row already stays."""
        return self.constructions.get(rule, rule)

    def heard(self, entity: Entity, span: Span, heard: Heard) -> Party:
        """Give a party of a statement: its role is that of the verb of saying, which also means who is not named."""
        return Party(entity, span, by=self.of(heard.rule), named_by=self.names.get(span, heard.rule))


def write_record(doc: Document, packs: Packs) -> Document:
    """Write the record, every span in code points of the text layer."""
    way = doc.map or identity(len(doc.page.text))
    outside = doc.page.outside
    days = {kind: next((d.day for d in doc.page_dates if d.kind == kind), None) for kind in ("published", "retrieved")}
    spans = _speaker_spans(doc, way)
    rows = _Rows(packs.constructions, {m.name: m.rule for m in reversed(doc.mentions)})
    record = PageRecord(
        id=outside.id, sha256=doc.page.sha256, lang=doc.lang, kind="political" if doc.told else "none", url=outside.url,
        publisher=doc.publisher.name if doc.publisher else None, published=days["published"],
        retrieved=days["retrieved"], page_dates=tuple(_page_date(known, way) for known in doc.page_dates),
        boilerplate=tuple((r.start, r.end) for r in doc.ranges if r.kind in _FURNITURE), ranges=doc.ranges,
        events=tuple(_event(doc, t, way, rows) for t in doc.told),
        statements=tuple(_statement(h, way, spans, rows) for h in doc.heard),
        figures=tuple(_figure(f, way, rows) for f in doc.figures),
        skipped=tuple(_note(note, way) for note in doc.notes), stated=doc.stated,
        passing=tuple(_passing(doc, t, way, rows) for t in doc.passing),
    )  # fmt: skip
    return replace(doc, record=record)


def _page_date(known: PageDate, way: OffsetMap) -> PageDate:
    return replace(known, span=way.back(*known.span)) if known.span else known


def _note(note: Note, way: OffsetMap) -> Note:
    start, end = way.back(note.start, note.end) if note.start < note.end else (0, 0)
    return replace(note, start=start, end=end)


def _event(doc: Document, told: Told, way: OffsetMap, rows: _Rows) -> PublicEvent:
    mention = doc.dates[told.date_mention] if told.date_mention is not None else None
    place = None
    if told.place is not None and told.place_name is not None:
        place = PublicPlace(
            told.place_name.name, told.place_name.country, way.back(*told.place.name), told.place_name.id
        )
    rules = {field: rows.of(rule) for field, rule in told.rules.items()}
    if place is not None and told.place is not None:
        rules["place"] = told.place.rule
    if mention is not None:
        rules["date"] = mention.rule
    time = None
    if told.clock is not None:
        time = PublicTime(told.clock.clock, told.clock.zone, way.back(told.clock.start, told.clock.end))
        rules["time"] = told.clock.rule
    return PublicEvent(
        type=told.type, mode=told.mode, status=told.status, date=told.date,
        date_span=way.back(mention.start, mention.end) if mention else None, place=place,
        actors=tuple(_party(p, way, rows) for p in told.actors),
        recipients=tuple(_party(p, way, rows) for p in told.recipients),
        trigger=way.back(*told.triggers[0]), triggers=tuple(way.back(*t) for t in told.triggers),
        attribution=tuple(_link(link, way, rows) for link in told.attribution), main=told.main, rule=rules, time=time,
        contexts=tuple(replace(c, span=way.back(*c.span)) for c in told.contexts),
    )  # fmt: skip


def _passing(doc: Document, told: Told, way: OffsetMap, rows: _Rows) -> Passing:
    mention = doc.dates[told.date_mention] if told.date_mention is not None else None
    return Passing(
        type=told.type, mode=told.mode, date=told.date,
        date_span=way.back(mention.start, mention.end) if mention else None, trigger=way.back(*told.triggers[0]),
        why=told.rules["why"], rule=rows.of(told.rule),
    )  # fmt: skip


def _party(party: Party, way: OffsetMap, rows: _Rows) -> PublicParty:
    entity = party.entity
    return PublicParty(
        entity.name, entity.kind, entity.country, way.back(*party.span), entity.id, party.role or entity.role,
        entity.sector, tuple(way.back(*m) for m in party.mentions), rows.of(party.by), rows.of(party.named_by),
    )  # fmt: skip


def _link(link: Link, way: OffsetMap, rows: _Rows) -> PublicLink:
    kind = _CARRIER_KINDS.get(link.entity.kind, link.entity.kind)
    if link.entity.id.startswith("organ:"):
        kind = "office"
    where, rule = way.back(*link.span), rows.of(link.rule)
    return PublicLink(link.entity.name, kind, where, link.entity.id, link.entity.country, rule)


def _figure(figure: Figure, way: OffsetMap, rows: _Rows) -> PublicFigure:
    return PublicFigure(
        figure.value, figure.bound, figure.unit, way.back(*figure.span), rows.of(figure.rule), figure.told,
        figure.heard, rows.of(figure.by),
    )  # fmt: skip


def _speaker_spans(doc: Document, way: OffsetMap) -> dict[str, tuple[Span, ...]]:
    """Give the spans of the text layer that name a speaker, by entity."""
    found: dict[str, dict[Span, None]] = {}
    for mention in doc.mentions:
        found.setdefault(mention.entity.id, {})[mention.name] = None
    for heard in doc.heard:
        found.setdefault(heard.speaker.id, {})[heard.speaker_span] = None
    return {key: tuple(way.back(*span) for span in sorted(spans)[:MOST_SPANS]) for key, spans in found.items()}


def _statement(heard: Heard, way: OffsetMap, spans: dict[str, tuple[Span, ...]], rows: _Rows) -> PublicStatement:
    addressee = None
    if heard.addressee is not None and heard.addressee_span is not None:
        addressee = _party(rows.heard(heard.addressee, heard.addressee_span, heard), way, rows)
    speaker = _party(rows.heard(heard.speaker, heard.speaker_span, heard), way, rows)
    return PublicStatement(
        speaker=replace(speaker, mentions=spans[heard.speaker.id]), form=heard.form,
        content=way.back(*heard.content), verb=way.back(*heard.verb_span), stance=heard.stance,
        via=tuple(_link(v, way, rows) for v in heard.via), addressee=addressee, rule=rows.of(heard.rule),
    )  # fmt: skip
