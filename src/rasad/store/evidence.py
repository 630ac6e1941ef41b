"""What an event rests on: its reports with their pages, its origins, its contradictions, and the copies among pages."""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.model import DateInterval, PublicEvent
from rasad.relations import Contradiction, Copy, Origin, Part
from rasad.store.records import entries
from rasad.store.rows import Entry, report_ids
from rasad.store.veil import veil_of

_LINES = msgspec.json.Decoder(tuple[str, ...])


class Telling(Struct, frozen=True):
    """A report's membership in an event: its page, why it belongs, and its day once the others are heard."""

    report: str
    page: str
    score: float
    reasons: tuple[str, ...]
    date: DateInterval


class Told(Struct, frozen=True):
    """A telling with its page and its report as the page's record has it."""

    telling: Telling
    entry: Entry
    report: PublicEvent


def interval(row: Sequence[str]) -> DateInterval:
    """Read earliest, latest, precision, basis and derivation, as the columns stand."""
    earliest, latest, precision, basis, derivation = row
    return DateInterval(earliest, latest, precision, basis, _LINES.decode(derivation))


def tellings(db: sqlite3.Connection, event_id: str) -> list[Telling]:
    """Give the reports of an event, by page."""
    query = """SELECT report, page, score, reasons, earliest, latest, precision, basis, derivation
               FROM event_report WHERE event = ? ORDER BY page, report"""
    veil = veil_of(db)
    return [
        Telling(row[0], row[1], row[2], veil.lines(_LINES.decode(row[3])), veil.date(interval(row[4:9])))
        for row in db.execute(query, (event_id,))
    ]


def told(db: sqlite3.Connection, event_id: str, first: int = 0, most: int | None = None) -> Iterator[Told]:
    """Give the reports of an event with their pages, by page; of a great event `most` of them after the `first`."""
    for telling in tellings(db, event_id)[first : None if most is None else first + most]:
        entry = next(entries(db, [telling.page]))
        yield Told(telling, entry, entry.record.events[report_ids(entry.record).index(telling.report)])


def origins(db: sqlite3.Connection, event_id: str) -> list[Origin]:
    """Give the origins of an event."""
    query = "SELECT entity, name, kind, counted, why, reports FROM origin WHERE event = ? ORDER BY n"
    rows, veil = db.execute(query, (event_id,)), veil_of(db)
    found = (Origin(*(*row[:3], bool(row[3]), row[4], _LINES.decode(row[5]))) for row in rows)
    return [replace(o, id=veil.words(o.id), name=veil.words(o.name), why=veil.words(o.why)) for o in found]


def contradictions(db: sqlite3.Connection, event_id: str) -> list[Contradiction]:
    """Give what the reports of an event disagree on."""
    query = """SELECT field, kind, report, value, other_report, other_value, why
               FROM contradiction WHERE event = ? ORDER BY n"""
    veil = veil_of(db)
    return [Contradiction(*veil.lines(row)) for row in db.execute(query, (event_id,))]


def part_of(db: sqlite3.Connection, event_id: str) -> Part | None:
    """Give the event that this one is part of, and why."""
    return next(_parts(db, "event = ?", event_id), None)


def parts(db: sqlite3.Connection, event_id: str) -> list[Part]:
    """Give the events that are parts of this one."""
    return list(_parts(db, "whole = ?", event_id))


def _parts(db: sqlite3.Connection, where: str, event_id: str) -> Iterator[Part]:
    veil = veil_of(db)
    query = f"SELECT event, whole, reasons FROM event_part WHERE {where} ORDER BY event"
    return (Part(event, whole, veil.lines(_LINES.decode(why))) for event, whole, why in db.execute(query, (event_id,)))


def copies(db: sqlite3.Connection) -> list[Copy]:
    """Give the pairs of pages that share their wording, those that share most first."""
    query = "SELECT page, other, share, why, kind FROM page_copy ORDER BY share DESC, page, other"
    return [Copy(*row) for row in db.execute(query)]


def pages_of(db: sqlite3.Connection, event_id: str) -> set[str]:
    """Give the pages (sha256) that tell of an event."""
    return {page for (page,) in db.execute("SELECT page FROM event_report WHERE event = ?", (event_id,))}
