"""The case as entities of FollowTheMoney, for Aleph, OpenAleph and the tools of OpenSanctions."""

import sqlite3
from hashlib import sha1
from typing import Any, BinaryIO

from rasad.sharing.cells import json_line
from rasad.sharing.facts import country
from rasad.sharing.words import counts, day, title, web_address
from rasad.store.queries import PartyLine
from rasad.store.records import entries
from rasad.store.rows import Entry
from rasad.store.stories import Story, stories

DESCRIPTION = "entities of FollowTheMoney, one a line: pages as Article, actors, and events with who is involved"
EXTENSION = "ftm.json"

_SCHEMA = {
    "person": "Person", "official": "Person", "government": "PublicBody", "office": "PublicBody",
    "organization": "Organization", "agency": "Organization", "outlet": "Organization", "group": "Organization",
}  # fmt: skip
_SHORTEST_DATE = 4


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write pages, then actors by id, then events by day."""
    for entry in entries(db):
        out.write(json_line(_article(entry)))
    parties: dict[str, PartyLine] = {}
    for story in stories(db):
        for party in (*story.event.actors, *story.event.recipients):
            parties.setdefault(party.id, party)
    for id_ in sorted(parties):
        out.write(json_line(_party(parties[id_])))
    for story in stories(db):
        out.write(json_line(_event(story)))


def key(kind: str, id_: str) -> str:
    """Give an id as FollowTheMoney takes it."""
    return f"rasad-{kind}-{sha1(id_.encode()).hexdigest()}"


def _entity(id_: str, schema: str, **properties: Any) -> dict[str, Any]:
    """Give an entity; every property is a list of texts, and an empty one is left out."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    full = {name: [str(one) for one in some if one not in (None, "")] for name, some in lists.items()}
    return {"id": id_, "schema": schema, "properties": {name: some for name, some in sorted(full.items()) if some}}


def _article(entry: Entry) -> dict[str, Any]:
    page, record = entry.page, entry.record
    return _entity(
        key("page", record.sha256), "Article", title=page.outside.title or record.id, fileName=record.id,
        language={"fa": "fas", "ar": "ara"}.get(record.lang), publisher=record.publisher,
        sourceUrl=web_address(record.url), publishedAt=record.published, retrievedAt=record.retrieved,
        mimeType=page.media, notes=f"sha256 {record.sha256}",
    )  # fmt: skip


def _party(party: PartyLine) -> dict[str, Any]:
    where = country(party.country, "iso2").lower()
    return _entity(
        key("party", party.id), _SCHEMA.get(party.kind, "LegalEntity"), name=party.name, country=where,
        alias=party.native if party.native != party.name else "", notes=f"{party.kind}; {party.id}",
    )  # fmt: skip


def _event(story: Story) -> dict[str, Any]:
    event, pages = story.event, [one.entry.record for one in story.told]
    involved = dict.fromkeys(key("party", one.id) for one in (*event.actors, *event.recipients))
    summary = f"{event.status}; date {day(event.date)}; {counts(event)}"
    return _entity(
        key("event", event.id), "Event", name=title(event), recordId=event.id, date=_date(story), summary=summary,
        location=event.place, country=country(event.country, "iso2").lower(), involved=list(involved),
        keywords=[event.type, *event.contexts], proof=[key("page", page.sha256) for page in pages],
        sourceUrl=[web_address(page.url) for page in pages],
        publisher=list(dict.fromkeys(page.publisher for page in pages)),
    )  # fmt: skip


def _date(story: Story) -> str:
    """Give a day, month or year. Its startDate and endDate are when a thing lasted: an interval of doubt is none."""
    written = day(story.event.date)
    return written if written[:_SHORTEST_DATE].isdigit() and "/" not in written else ""
