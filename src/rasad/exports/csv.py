"""Events as CSV, for spreadsheets and statistics."""

import sqlite3
from collections.abc import Sequence
from typing import BinaryIO

from rasad.dates.solver import edtf
from rasad.sharing.cells import Cell, csv_rows, harmless
from rasad.store.queries import EventLine, PartyLine, events

DESCRIPTION = "one line an event: day, type, who to whom, place, counts of pages, outlets and origins, contexts"
EXTENSION = "csv"

COLUMNS = (
    "event", "type", "mode", "status", "edtf", "earliest", "latest", "precision", "basis", "place", "country",
    "actors", "actor_ids", "recipients", "recipient_ids", "pages", "outlets", "origins", "contradictions",
    "contexts", "ledger", "corrected", "part_of",
)  # fmt: skip


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write every event, by day; several parties in one cell are parted by semicolons."""
    with csv_rows(out) as rows:
        rows.writerow(COLUMNS)
        for event in events(db):
            rows.writerow(map(harmless, _cells(event)))


def _cells(event: EventLine) -> tuple[Cell, ...]:
    date = event.date
    return (
        event.id, event.type, event.mode or "", event.status, edtf(date), date.earliest or "", date.latest or "",
        date.precision, date.basis, event.place or "", event.country or "",
        *_names(event.actors), *_names(event.recipients),
        event.pages, event.outlets, event.origins, event.contradictions,
        "; ".join(event.contexts),
        "; ".join(map(str, event.ledger)), "; ".join(event.corrected), event.part_of or "",
    )  # fmt: skip


def _names(parties: Sequence[PartyLine]) -> tuple[str, str]:
    return "; ".join(p.name for p in parties), "; ".join(p.id for p in parties)
