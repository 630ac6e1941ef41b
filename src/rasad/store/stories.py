"""Whole events, one after the other: each with its reports, their pages, its origins and its contradictions."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rasad.relations import Contradiction, Origin
from rasad.store.evidence import Telling, Told, contradictions_of, origins_of, tellings_of
from rasad.store.queries import EventLine, events
from rasad.store.records import entries
from rasad.store.rows import Entry

EVENTS_AT_ONCE = 100
"""Events whose pages are held together: a few hundred pages at most."""


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
    ids = [line.id for line in lines]
    tellings, origins, against = tellings_of(db, ids), origins_of(db, ids), contradictions_of(db, ids)
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
