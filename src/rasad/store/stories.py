"""Whole events, one after the other: each with its reports, their pages, its origins and its contradictions."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.relations import Contradiction, Origin
from rasad.store.evidence import Telling, Told, interval
from rasad.store.queries import EventLine, events
from rasad.store.records import entries
from rasad.store.rows import Entry
from rasad.store.veil import Veil, veil_of

EVENTS_AT_ONCE = 100
"""Events whose pages are held together: a few hundred pages at most."""
_LINES = msgspec.json.Decoder(tuple[str, ...])


class Story(Struct, frozen=True):
    """An event with all that tells it, pages in the order of their publication."""

    event: EventLine
    told: tuple[Told, ...]
    origins: tuple[Origin, ...]
    contradictions: tuple[Contradiction, ...]


def stories(db: sqlite3.Connection) -> Iterator[Story]:
    """Give every event with what it rests on, by day, then id; undated ones last."""
    lines = events(db)
    for at in range(0, len(lines), EVENTS_AT_ONCE):
        yield from _some(db, lines[at : at + EVENTS_AT_ONCE])


def report_places(db: sqlite3.Connection, hashes: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Give for every report of some pages its page and its place among the reports of the page's record."""
    return _places(db, "report", hashes)


def statement_places(db: sqlite3.Connection, hashes: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Give for every statement of some pages its page and its place among the statements of the page's record."""
    return _places(db, "statement", hashes)


def _places(db: sqlite3.Connection, table: str, hashes: Sequence[str]) -> dict[str, tuple[str, int]]:
    places: dict[str, tuple[str, int]] = {}
    seen: dict[str, int] = defaultdict(int)
    marks = ",".join("?" * len(hashes))
    query = f"SELECT id, page FROM {table} WHERE page IN ({marks}) ORDER BY page, n"
    for id_, page in db.execute(query, hashes):
        places[id_] = (page, seen[page])
        seen[page] += 1
    return places


def memberships(db: sqlite3.Connection, reports: Sequence[str]) -> dict[str, tuple[str, float]]:
    """Give the event that each of some reports belongs to, and how well."""
    marks = ",".join("?" * len(reports))
    query = f"SELECT report, event, score FROM event_report WHERE report IN ({marks}) ORDER BY event, report"
    return {report: (event, score) for report, event, score in db.execute(query, reports)}


def _some(db: sqlite3.Connection, lines: Sequence[EventLine]) -> Iterator[Story]:
    veil, ids = veil_of(db), [line.id for line in lines]
    tellings, origins, against = _tellings(db, ids, veil), _origins(db, ids, veil), _contradictions(db, ids, veil)
    hashes = sorted({telling.page for some in tellings.values() for telling in some})
    pages = {entry.record.sha256: entry for entry in entries(db, hashes)}
    places = report_places(db, hashes)
    for line in lines:
        told = (_told(telling, pages, places) for telling in tellings[line.id])
        in_order = sorted(told, key=lambda one: (*_age(one.entry), one.telling.report))
        yield Story(line, tuple(in_order), tuple(origins[line.id]), tuple(against[line.id]))


def _told(telling: Telling, pages: dict[str, Entry], places: dict[str, tuple[str, int]]) -> Told:
    entry = pages[telling.page]
    return Told(telling, entry, entry.record.events[places[telling.report][1]])


def _age(entry: Entry) -> tuple[str, str]:
    return (entry.record.published or entry.record.retrieved or "9999", entry.record.sha256)


def _rows(db: sqlite3.Connection, columns: str, table: str, ids: Sequence[str], order: str) -> sqlite3.Cursor:
    marks = ",".join("?" * len(ids))
    return db.execute(f"SELECT {columns} FROM {table} WHERE event IN ({marks}) ORDER BY event, {order}", ids)


def _tellings(db: sqlite3.Connection, ids: Sequence[str], veil: Veil) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = defaultdict(list)
    columns = "event, report, page, score, reasons, earliest, latest, precision, basis, derivation"
    for event, report, page, score, reasons, *date in _rows(db, columns, "event_report", ids, "page, report"):
        reason = veil.lines(_LINES.decode(reasons))
        found[event].append(Telling(report, page, score, reason, veil.date(interval(date))))
    return found


def _origins(db: sqlite3.Connection, ids: Sequence[str], veil: Veil) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = defaultdict(list)
    for event, *row in _rows(db, "event, entity, name, kind, counted, why, reports", "origin", ids, "n"):
        origin = Origin(row[0], row[1], row[2], bool(row[3]), row[4], _LINES.decode(row[5]))
        named = {field: veil.words(getattr(origin, field)) for field in ("id", "name", "why")}
        found[event].append(replace(origin, **named))
    return found


def _contradictions(db: sqlite3.Connection, ids: Sequence[str], veil: Veil) -> dict[str, list[Contradiction]]:
    found: dict[str, list[Contradiction]] = defaultdict(list)
    columns = "event, field, kind, report, value, other_report, other_value, why"
    for event, *row in _rows(db, columns, "contradiction", ids, "n"):
        found[event].append(Contradiction(*veil.lines(row)))
    return found
