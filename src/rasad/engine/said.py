"""Judgements on statements: the statement that a line is about, and the rows of what was put right in it."""

import sqlite3
from collections.abc import Collection

from rasad.ledger.lines import STATEMENT_FIELDS, Line, SaidAnchor
from rasad.store.rows import Cell

FIELDS = STATEMENT_FIELDS
PARTIES = FIELDS[:2]


def find(db: sqlite3.Connection, anchor: SaidAnchor, gone: Collection[str] = ()) -> str | None:
    """Give the statement of the case that a line holds on to: the same words, else those of the same verb, else some
    that overlap them."""
    if anchor.page in gone:
        return None
    query = """SELECT id FROM statement WHERE page = :page AND start < :end AND "end" > :start
               ORDER BY (start, "end") <> (:start, :end), (verb_start, verb_end) <> (:verb_start, :verb_end), n
               LIMIT 1"""
    spans = {name: getattr(anchor, name) for name in anchor.__struct_fields__}
    found = db.execute(query, spans).fetchone()
    return str(found[0]) if found else None


def anchor_of(db: sqlite3.Connection, statement: str) -> SaidAnchor:
    """Give what a judgement on a statement holds on to."""
    query = 'SELECT page, start, "end", verb_start, verb_end FROM statement WHERE id = ?'
    return SaidAnchor(*db.execute(query, (statement,)).fetchone())


def edit_row(db: sqlite3.Connection, statement: str, line: Line, version: str) -> tuple[Cell, ...]:
    """Give the row of a field that a person has set, with what was read."""
    field, value = line.target.field or "", line.value
    if field in PARTIES:
        query = "SELECT name FROM statement_party WHERE statement = ? AND side = ?"
        was = db.execute(query, (statement, field)).fetchone()
    else:
        was = db.execute(f"SELECT {field} FROM statement WHERE id = ?", (statement,)).fetchone()
    actor = value.actors[0] if value and value.actors else None
    now = actor.name if actor else value.text if value else ""
    party = (actor.id, actor.kind, actor.country) if actor else (None, None, None)
    return (statement, field, line.n, was[0] if was else "", now, *party, f"ledger:{line.n}", version)
