"""What an event rests on: its reports with their pages, its origins, its contradictions, and the copies among pages."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.model import DateInterval, PublicEvent, Span
from rasad.relations import Contradiction, Copy, Origin, Part, Recall
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
    return tellings_of(db, [event_id])[event_id]


def tellings_of(db: sqlite3.Connection, events: Sequence[str]) -> defaultdict[str, list[Telling]]:
    """Give the reports of each of some events, by page."""
    found, veil = defaultdict[str, list[Telling]](list), veil_of(db)
    columns = "report, page, score, reasons, earliest, latest, precision, basis, derivation"
    for event, report, page, score, reasons, *date in _of_events(db, columns, "event_report", events, "page, report"):
        reason = veil.lines(_LINES.decode(reasons))
        found[event].append(Telling(report, page, score, reason, veil.date(interval(date))))
    return found


def told(db: sqlite3.Connection, event_id: str, first: int = 0, most: int | None = None) -> Iterator[Told]:
    """Give the reports of an event with their pages, by page; of a great event `most` of them after the `first`."""
    for telling in tellings(db, event_id)[first : None if most is None else first + most]:
        entry = next(entries(db, [telling.page]))
        yield Told(telling, entry, entry.record.events[report_ids(entry.record).index(telling.report)])


def recalls(db: sqlite3.Connection, event_id: str) -> list[tuple[Recall, Span]]:
    """Give the pages that name an event in passing, each with the place of the word."""
    veil = veil_of(db)
    query = """SELECT e.event, e.page, e.n, e.report, e.score, e.reasons, p.start, p."end" FROM event_passing AS e
               JOIN passing AS p ON p.page = e.page AND p.n = e.n WHERE e.event = ? ORDER BY e.page, e.n"""
    return [
        (Recall(event, page, n, report, score, veil.lines(_LINES.decode(reasons))), (start, end))
        for event, page, n, report, score, reasons, start, end in db.execute(query, (event_id,))
    ]


def origins(db: sqlite3.Connection, event_id: str) -> list[Origin]:
    """Give the origins of an event."""
    return origins_of(db, [event_id])[event_id]


def origins_of(db: sqlite3.Connection, events: Sequence[str]) -> defaultdict[str, list[Origin]]:
    """Give the origins of each of some events."""
    found, veil = defaultdict[str, list[Origin]](list), veil_of(db)
    for event, *row in _of_events(db, "entity, name, kind, counted, why, reports", "origin", events, "n"):
        one = Origin(*(*row[:3], bool(row[3]), row[4], _LINES.decode(row[5])))
        shown = replace(one, id=veil.words(one.id), name=veil.words(one.name), why=veil.words(one.why))
        found[event].append(shown)
    return found


def contradictions(db: sqlite3.Connection, event_id: str) -> list[Contradiction]:
    """Give what the reports of an event disagree on."""
    return contradictions_of(db, [event_id])[event_id]


def contradictions_of(db: sqlite3.Connection, events: Sequence[str]) -> defaultdict[str, list[Contradiction]]:
    """Give what the reports of each of some events disagree on."""
    found, veil = defaultdict[str, list[Contradiction]](list), veil_of(db)
    columns = "field, kind, report, value, other_report, other_value, why"
    for event, *row in _of_events(db, columns, "contradiction", events, "n"):
        found[event].append(Contradiction(*veil.lines(row)))
    return found


def _of_events(
    db: sqlite3.Connection, columns: str, table: str, events: Sequence[str], order: str
) -> sqlite3.Cursor:  # fmt: skip
    marks = ",".join("?" * len(events))
    query = f"SELECT event, {columns} FROM {table} WHERE event IN ({marks}) ORDER BY event, {order}"
    return db.execute(query, events)


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
