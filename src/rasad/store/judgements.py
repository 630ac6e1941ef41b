"""What people have judged, as the case keeps it: lines with their states, and corrections of events."""

import sqlite3
from collections.abc import Collection, Iterable

from msgspec import Struct

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


def judgements(db: sqlite3.Connection, event_id: str | None = None) -> list[JudgementLine]:
    """Give the lines of the ledger, or those on one event."""
    where = "" if event_id is None else "WHERE n IN (SELECT judgement FROM event_judgement WHERE event = ?)"
    query = f"SELECT n, kind, state, why, who, reason, happened, hash, line FROM judgement {where} ORDER BY n"
    return [JudgementLine(*row) for row in db.execute(query, () if event_id is None else (event_id,))]


def edits(db: sqlite3.Connection, event_id: str) -> list[EditLine]:
    """Give the corrections of an event, in the order in which they were made."""
    query = """SELECT e.field, e.was, e.now, e.rule, j.who, j.reason FROM event_edit e
               JOIN judgement j ON j.n = e.judgement WHERE e.event = ? ORDER BY j.n"""
    return [EditLine(*row) for row in db.execute(query, (event_id,))]


def actor_ids(db: sqlite3.Connection, asked: Iterable[str], gone: Collection[str] = ()) -> set[str]:
    """Give those of the ids that a page of the case names, pages that are to be forgotten left out."""
    where = f"entity = ? AND page NOT IN ({','.join('?' * len(gone))})"
    tables = [f"SELECT 1 FROM {table} WHERE {where} LIMIT 1" for table in _PARTIES]
    return {actor for actor in asked if any(db.execute(query, (actor, *gone)).fetchone() for query in tables)}
