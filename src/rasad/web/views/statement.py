"""One statement: who said it to whom, by which way it came, and its words on their page."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rasad.engine.said import FIELDS
from rasad.model import PublicStatement
from rasad.store import judgements, statements
from rasad.store.queries import PartyLine
from rasad.store.records import entries
from rasad.store.rows import Entry
from rasad.store.statements import Held
from rasad.web.ask import Ask, missing
from rasad.web.lit import blocks
from rasad.web.reading import Field, lights, statement_fields
from rasad.web.render import Shown
from rasad.web.views.event import outcome


class Row(Struct, frozen=True):
    """A field of the statement as it holds, and where the page says it; a person may have set it."""

    name: str
    value: str
    field: Field | None
    party: PartyLine | None = None


def view(ask: Ask) -> Shown:
    """Show a statement."""
    found = statements.statement(ask.db, ask.ident)
    if found is None:
        raise missing("statement", ask.ident)
    data = bench(ask, found) | {"back": "statement", **outcome(ask)}
    return Shown(ask.words.say("statement"), data, _flat(data["entry"], data["fields"]))


def bench(ask: Ask, identity: str) -> dict[str, Any]:
    """Give all that is shown of a statement."""
    page, n = statements.place(ask.db, identity)
    entry = next(entries(ask.db, [page]))
    said = entry.record.statements[n]
    fields = statement_fields(said, n)
    held = statements.held(ask.db, [identity]).get(identity)
    return {
        "statement": identity, "said": said, "entry": entry, "fields": fields, "held": held,
        "rows": list(_rows(said, held, fields)), "blocks": blocks(entry.page.text, lights(fields), entry.record.ranges),
        "edits": judgements.edits(ask.db, identity, "statement"), "token": ask.desk.token,
        "judgements": judgements.judgements(ask.db, identity, "statement"), "judged_fields": FIELDS,
    }  # fmt: skip


def _rows(said: PublicStatement, held: Held | None, fields: list[Field]) -> Iterator[Row]:
    by_layer = {field.layer: field for field in fields}
    speaker, addressee = (held.speaker, held.addressee) if held else (_line(said.speaker), None)
    yield Row("speaker", "", by_layer["speaker"], speaker)
    if addressee:
        yield Row("addressee", "", by_layer.get("addressee"), addressee)
    yield Row("said", "", by_layer["statement"])
    yield Row("verb", "", by_layer["verb"])
    yield Row("stance", held.stance if held else said.stance, by_layer["verb"])
    yield Row("form", held.form if held else said.form, by_layer["statement"])
    for field in fields:
        if field.layer == "attribution" and field.party:
            yield Row("attribution", field.party.name, field)


def _line(party: Any) -> PartyLine:
    return PartyLine(party.id, party.name, party.kind, party.country, "")


def _flat(entry: Entry, fields: list[Field]) -> Iterator[dict[str, Any]]:
    """Give the fields with their words and places: the columns of the tables."""
    for field in fields:
        for start, end in field.spans:
            yield {
                "page": entry.record.sha256, "page_id": entry.record.id, "field": field.layer,
                "name": field.party.name if field.party else "", "start": start, "end": end,
                "quote": entry.page.text[start:end], "rule": field.rule,
            }  # fmt: skip
