"""One event: its fields, the page that tells them, its reports side by side, and all that is known of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from rasad.model import DateInterval, PublicEvent
from rasad.store import browse, evidence, judgements, queries
from rasad.store.evidence import Told
from rasad.store.queries import EventLine, PartyLine
from rasad.web import names
from rasad.web.ask import Ask
from rasad.web.lit import Block, blocks
from rasad.web.reading import Field, lights, report_fields
from rasad.web.render import Shown

MOST_REPORTS = 12
"""Reports that are read and shown side by side at once; the rest is one link away."""


class Side(Struct, frozen=True):
    """A report of the event as a column of the comparison."""

    told: Told
    fields: tuple[Field, ...]
    origin: str | None
    href: str | None
    on: bool

    @property
    def report(self) -> PublicEvent:
        """The report."""
        return self.told.report

    def of(self, layer: str) -> list[Field]:
        """Give the fields of a layer."""
        return [field for field in self.fields if field.layer == layer]

    def cut(self, field: Field) -> str:
        """Give the words of the page that fill a field."""
        start, end = field.spans[0]
        return self.told.entry.page.text[start:end]


class Row(Struct, frozen=True):
    """A field of the event on the left: its label, what fills it, and the field of the open report that says so."""

    name: str
    value: str
    field: Field | None
    party: PartyLine | None = None
    date: DateInterval | None = None
    elsewhere: str | None = None


def view(ask: Ask) -> Shown:
    """Show an event in the page of one of its reports: the one asked for, else the first."""
    event = queries.event(ask.db, ask.ident)
    data = bench(ask, event) | {"back": "event", **outcome(ask)}
    return Shown(f"{ask.words.term('type', event.type)} · {event.id}", data, _flat(data["sides"]), _whole(event, data))


def bench(ask: Ask, event: EventLine) -> dict[str, Any]:
    """Give all that is shown of an event."""
    tellings = evidence.tellings(ask.db, event.id)
    first = max(0, ask.number("first", 1) - 1)
    sides = sides_of(ask, event, first)
    open_side = next((side for side in sides if side.on), sides[0])
    after = str(first + 1 + MOST_REPORTS)
    page_names = browse.ids_of(ask.db, sorted({telling.page for telling in tellings}))
    return {
        "event": event, "sides": sides, "open": open_side, "rows": list(_rows(event, open_side, sides)),
        "blocks": _blocks(open_side), "origins": evidence.origins(ask.db, event.id),
        "clashes": evidence.contradictions(ask.db, event.id), "tellings": tellings,
        "copies": browse.copies_among(ask.db, [t.page for t in tellings]),
        "edits": judgements.edits(ask.db, event.id), "judgements": judgements.judgements(ask.db, event.id),
        "page_ids": {telling.report: page_names[telling.page] for telling in tellings}, "page_names": page_names,
        "more": ask.links.changed(first=after) if len(tellings) > first + MOST_REPORTS else None,
        "token": ask.desk.token, "kin": kin(ask, event.id),
    }  # fmt: skip


def kin(ask: Ask, event_id: str) -> list[tuple[str, EventLine, tuple[str, ...]]]:
    """Give the event that this one is part of, and those that are parts of it, each with the reasons."""
    whole = evidence.part_of(ask.db, event_id)
    found = [("part_of", whole.whole, whole.reasons)] if whole else []
    found += [("parts", part.event, part.reasons) for part in evidence.parts(ask.db, event_id)]
    lines = {line.id: line for line in queries.events_named(ask.db, [other for _, other, _ in found])}
    return [(how, lines[other], why) for how, other, why in found if other in lines]


def outcome(ask: Ask) -> dict[str, object]:
    """Give what became of the judgement made before: its line, to be undone, or what was wrong with it."""
    line = ask.number("line", 0)
    return {"done": ask.one("done"), "undo": line, "wrong": ask.one("wrong"), "pending": ask.desk.pending(ask.db)}


def sides_of(ask: Ask, event: EventLine, first: int) -> list[Side]:
    """Give the reports of an event with their fields, those after the `first`."""
    told = list(evidence.told(ask.db, event.id, first, MOST_REPORTS))
    lang = ask.words.lang
    begun = evidence.origins(ask.db, event.id)
    origins = {report: names.name(one.id, one.name, "", lang) for one in begun for report in one.reports}
    wanted = ask.one("report") or told[0].telling.report
    return [
        Side(
            one, tuple(report_fields(one.report, one.entry.record)), origins.get(one.telling.report),
            ask.links.changed(report=one.telling.report), one.telling.report == wanted,
        ) for one in told
    ]  # fmt: skip


def _rows(event: EventLine, open_side: Side, sides: Sequence[Side]) -> Iterator[Row]:
    """Give the fields of the event, each with the field of the open report that says it, or the report that does."""
    told = {field.key: field for field in open_side.fields}
    yield Row("type", event.type, told["type"])
    yield Row("status", event.status, told["type"])
    yield Row("date", "", told.get("date"), date=event.date, elsewhere=_other("date", sides))
    for name, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties:
            field = _of_party(open_side, party.id, name)
            elsewhere = None if field else next((s.href for s in sides if _of_party(s, party.id, name)), None)
            yield Row(name, party.name, field, party, elsewhere=elsewhere)
    if event.place:
        yield Row("place", event.place, told.get("place"), elsewhere=_other("place", sides))
    for field in open_side.fields:
        if field.layer in ("attribution", "figure", "context") or field.key == "time":
            yield Row(field.layer if field.key != "time" else "time", field.text, field)


def _of_party(side: Side, identity: str, name: str) -> Field | None:
    """Give the field of a report that names a party, on its own side first."""
    named = [field for field in side.fields if field.layer in ("actor", "recipient") and field.party]
    same = [field for field in named if field.party and field.party.id == identity]
    return min(same, key=lambda field: field.layer != name, default=None)


def _other(key: str, sides: Sequence[Side]) -> str | None:
    return next((side.href for side in sides if any(field.key == key for field in side.fields)), None)


def _blocks(side: Side) -> list[Block]:
    entry = side.told.entry
    return blocks(entry.page.text, lights(side.fields), entry.record.ranges)


def _flat(sides: Sequence[Side]) -> Iterator[dict[str, Any]]:
    """Give the fields of all reports, each with its words and place: the columns of the tables."""
    for side in sides:
        telling, record = side.told.telling, side.told.entry.record
        for field in side.fields:
            for start, end in field.spans:
                yield {
                    "report": telling.report, "page": telling.page, "page_id": record.id, "field": field.key,
                    "name": field.party.name if field.party else field.text, "start": start, "end": end,
                    "quote": side.told.entry.page.text[start:end], "rule": field.rule,
                }  # fmt: skip


def _whole(event: EventLine, data: dict[str, Any]) -> dict[str, Any]:
    sides: list[Side] = data["sides"]
    told = [{"page_id": s.told.entry.record.id, "telling": s.told.telling, "report": s.report} for s in sides]
    return {
        "event": event, "reports": told, "origins": data["origins"], "contradictions": data["clashes"],
        "edits": data["edits"], "judgements": data["judgements"],
    }  # fmt: skip
