"""What people have judged, as the case keeps it: lines with their states, and corrections of events."""

import sqlite3
from collections.abc import Collection, Iterable

from msgspec import Struct
from msgspec.structs import replace

from rasad.errors import CaseError
from rasad.ledger.lines import Actor, Anchor
from rasad.store.veil import veil_of

SHORTEST = 4
"""Letters of an id that may stand for it."""
_PARTIES = ("report_party", "statement_party", "report_link", "statement_via")


class JudgementLine(Struct, frozen=True):
    """A line of the ledger as the case has taken it up; `line` is its JSON."""

    n: int
    kind: str
    state: str
    why: str
    who: str
    reason: str
    happened: str | None
    hash: str
    line: str


class EditLine(Struct, frozen=True):
    """A field of an event that a person has set."""

    field: str
    was: str
    now: str
    rule: str
    who: str
    reason: str


def applied(db: sqlite3.Connection) -> dict[int, str]:
    """Give the lines of the ledger that the case has taken up, each with its hash."""
    return dict(db.execute("SELECT n, hash FROM judgement ORDER BY n"))


def copied(db: sqlite3.Connection) -> list[str]:
    """Give the case's copy of the ledger, line by line as the file has them."""
    return [line for (line,) in db.execute("SELECT line FROM judgement ORDER BY n")]


def judgements(db: sqlite3.Connection, one: str | None = None, what: str = "event") -> list[JudgementLine]:
    """Give the lines of the ledger, or those on one event or `statement`."""
    where = "" if one is None else f"WHERE n IN (SELECT judgement FROM {what}_judgement WHERE {what} = ?)"
    query = f"SELECT n, kind, state, why, who, reason, happened, hash, line FROM judgement {where} ORDER BY n"
    rows, veil = db.execute(query, () if one is None else (one,)), veil_of(db)
    found = (JudgementLine(*row) for row in rows)
    return [
        replace(row, why=veil.words(row.why), reason=veil.words(row.reason), line=veil.words(row.line)) for row in found
    ]


def edits(db: sqlite3.Connection, one: str, what: str = "event") -> list[EditLine]:
    """Give the corrections of an event or a `statement`, in the order in which they were made."""
    query = f"""SELECT e.field, e.was, e.now, e.rule, j.who, j.reason FROM {what}_edit e
                JOIN judgement j ON j.n = e.judgement WHERE e.{what} = ? ORDER BY j.n"""
    veil = veil_of(db)
    return [EditLine(*veil.lines(row)) for row in db.execute(query, (one,))]


def events_of(db: sqlite3.Connection, number: int) -> list[str]:
    """Give the events that a line of the ledger is about."""
    rows = db.execute("SELECT event FROM event_judgement WHERE judgement = ? ORDER BY 1", (number,))
    return [event for (event,) in rows]


def actor_ids(db: sqlite3.Connection, asked: Iterable[str], gone: Collection[str] = ()) -> set[str]:
    """Give those of the ids that a page of the case names, pages that are to be forgotten left out."""
    where = f"entity = ? AND page NOT IN ({','.join('?' * len(gone))})"
    tables = [f"SELECT 1 FROM {table} WHERE {where} LIMIT 1" for table in _PARTIES]
    tables.append(f"SELECT 1 FROM actor_sighting WHERE {where.replace('entity', 'id', 1)} LIMIT 1")
    return {actor for actor in asked if any(db.execute(query, (actor, *gone)).fetchone() for query in tables)}


def parties(db: sqlite3.Connection, text: str) -> list[Actor]:
    """Give the parties with this id or name (English, or all that a page writes), each once, as most pages have it.

    Whom only pages know is given as the actor that these pages name; an id `page:…` stands for all of that name.
    """
    found: dict[str, Actor] = {}
    for table in ("report_party", "statement_party"):
        query = f"""SELECT CASE WHEN entity = ? THEN entity ELSE coalesce(actor, entity) END AS one, name, kind,
                           p.country, sector
                    FROM {table} p LEFT JOIN actor_sighting s USING (page, entity)
                    WHERE entity = ? OR actor = ? OR id = ? OR lower(name) = lower(?) OR folded(quote) = folded(?)
                    GROUP BY 1, 2, 3, 4, 5 ORDER BY count(*) DESC, 1, 2, 3, 4, 5"""
        for row in db.execute(query, (text,) * 6):
            found.setdefault(row[0], Actor(*row))
    return list(found.values())


def anchors(db: sqlite3.Connection, event_id: str) -> dict[str, Anchor]:
    """Give what a judgement on an event holds on to: its reports, each by the span of its trigger."""
    query = """SELECT r.id, r.page, t.start, t."end", r.type, r.mode FROM event_report m
               JOIN report r ON r.id = m.report JOIN trigger t ON t.page = r.page AND t.report = r.id AND t.n = -1
               WHERE m.event = ? ORDER BY r.page, t.start, r.id"""
    return {row[0]: Anchor(*row[1:]) for row in db.execute(query, (event_id,))}


def reports_named(db: sqlite3.Connection, event_id: str, name: str) -> list[str]:
    """Give the reports of an event with this id, or whose id begins so, or that stand on the page with this id."""
    query = """SELECT m.report FROM event_report m JOIN page p ON p.sha256 = m.page
               WHERE m.event = ? AND (p.id = ? OR substr(m.report, 1, ?) = ? OR substr(m.page, 1, ?) = ?)
               ORDER BY m.report"""
    long = max(len(name), SHORTEST)
    found = [report for (report,) in db.execute(query, (event_id, name, long, name.lower(), long, name.lower()))]
    if not found:
        raise CaseError(f"{name}: the event {event_id} has no such report. `rasad show` names its pages and reports.")
    return found
