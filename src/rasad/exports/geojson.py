"""Events as GeoJSON (RFC 7946), for maps."""

import sqlite3
from typing import BinaryIO

from rasad.sharing.cells import bare, json_line
from rasad.sharing.facts import place, point
from rasad.sharing.words import counts, day, deed, title
from rasad.store.queries import EventLine, events

DESCRIPTION = "events for maps; what is told of a country or a province has no point, and is not put on a capital"
EXTENSION = "geojson"


def write(db: sqlite3.Connection, out: BinaryIO) -> tuple[str, ...]:
    """Write a collection of features, one an event."""
    found = events(db)
    out.write(b'{"type":"FeatureCollection","features":[\n')
    for n, event in enumerate(found):
        out.write((b"," if n else b"") + json_line(_feature(event)))
    out.write(b"]}\n")
    without = sum(point(event.place_id) is None for event in found)
    return (f"{without} of {len(found)} events have no point: no place is told, or one that is no town",)


def _feature(event: EventLine) -> dict[str, object]:
    at, where = point(event.place_id), place(event.place_id)
    properties = {
        "title": title(event), "deed": deed(event), "type": event.type, "mode": event.mode, "status": event.status,
        "date": day(event.date), "earliest": event.date.earliest, "latest": event.date.latest,
        "place": event.place, "place_kind": where.kind if where else None, "country": event.country,
        "actors": [one.name for one in event.actors], "recipients": [one.name for one in event.recipients],
        "told": counts(event), "pages": event.pages, "outlets": event.outlets, "origins": event.origins,
    }  # fmt: skip
    geometry = {"type": "Point", "coordinates": [at.longitude, at.latitude]} if at else None
    return {"type": "Feature", "id": event.id, "geometry": geometry, "properties": bare(properties)}
