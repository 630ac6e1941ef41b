"""Statements as they hold once people are heard: asked for by whoever lists or judges them."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from rasad.store.queries import (
    BEGINS,
    WHO,
    Filters,
    PartyLine,
    beginning,
    lines_on,
    named,
    told,
    veiled_party,
)
from rasad.store.veil import Veil, spans_of, veil_of, within

_LINES = msgspec.json.Decoder(tuple[str, ...])
_OF_STATEMENT = {
    "id": "s.speaker_id", "country": "s.speaker_country", "name": "s.speaker", "native": "s.speaker_quote",
    "unknown": f"(s.page, s.speaker_id) IN (SELECT page, entity FROM actor_sighting WHERE actor IN ({WHO}))",
}  # fmt: skip
"""What a party is asked for, of a statement; `unknown`: any page names the actor so."""


class StatementLine(Struct, frozen=True):
    """A statement with its page, speaker and chain (outermost first), as it holds once people are heard.

    `ledger` are the lines of the ledger on it, `corrected` the fields they set.
    """

    id: str
    page: str
    page_id: str
    lang: str
    outlet: str | None
    day: str | None
    speaker: PartyLine
    form: str
    stance: str
    quote: str
    start: int
    end: int
    via: tuple[str, ...]
    rule: str
    ledger: tuple[int, ...] = ()
    corrected: tuple[str, ...] = ()


def statements(db: sqlite3.Connection, keep: Filters = Filters()) -> Iterator[StatementLine]:  # noqa: B008 (frozen)
    """Give the statements that pass the filters, by page and place. Their day is the page's own."""
    return _statements(db, *statement_filter(keep))


def _statements(db: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[StatementLine]:
    query = f"""SELECT s.id, s.page, p.id, p.lang, p.outlet, coalesce(p.published, p.retrieved, p.shown_on) AS day,
                       s.speaker_id, s.speaker, s.speaker_kind, s.speaker_country, s.speaker_quote, s.form, s.stance,
                       s.quote, s.start, s."end",
                       (SELECT json_group_array(name) FROM (SELECT name FROM statement_via v
                        WHERE v.page = s.page AND v.statement = s.id ORDER BY n)), s.rule
                FROM statement_now s JOIN page p ON p.sha256 = s.page
                WHERE {where} ORDER BY day IS NULL, day, p.id, s.page, s.n"""
    veil, judged = veil_of(db), lines_on(db, "statement")
    for row in db.execute(query, values):
        speaker, via = veiled_party(PartyLine(*row[6:11]), veil), veil.lines(_LINES.decode(row[16]))
        quote = _said(db, row, veil) if veil.masks else row[13]
        more = judged.get(row[0], ((), ()))
        yield StatementLine(*(*row[:6], speaker, *row[11:13], quote, *row[14:16], via, row[17], *more))


def statements_judged(db: sqlite3.Connection, line: int) -> Iterator[StatementLine]:
    """Give the statement that a line of the ledger is about, unless it was rejected."""
    return _statements(db, "s.id IN (SELECT statement FROM statement_judgement WHERE judgement = ?)", (line,))


class Held(Struct, frozen=True):
    """What holds of a statement once people are heard, where they may correct it."""

    form: str
    stance: str
    speaker: PartyLine
    addressee: PartyLine | None


def held(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Held]:
    """Give what holds of some statements; those that were rejected are not among them."""
    marks, veil = ",".join("?" * len(ids)), veil_of(db)
    query = f"""SELECT id, form, stance, speaker_id, speaker, speaker_kind, speaker_country, speaker_quote,
                       addressee_id, addressee, addressee_quote FROM statement_now WHERE id IN ({marks}) ORDER BY id"""
    found = {}
    for id_, form, stance, *speaker, whom, name, quote in db.execute(query, ids):
        to = veiled_party(PartyLine(whom, name, "", None, quote), veil) if name else None
        found[id_] = Held(form, stance, veiled_party(PartyLine(*speaker), veil), to)
    return found


def place(db: sqlite3.Connection, identity: str) -> tuple[str, int]:
    """Give the page of a statement, and its place among the statements of the page's record."""
    query = """SELECT page, (SELECT count(*) FROM statement other WHERE other.page = s.page AND other.n < s.n)
               FROM statement s WHERE id = ?"""
    page, n = db.execute(query, (identity,)).fetchone()
    return str(page), int(n)


def statement(db: sqlite3.Connection, prefix: str) -> str | None:
    """Give the id of the statement whose id begins so; none, or several, is None."""
    found = db.execute(f"SELECT id FROM statement WHERE {BEGINS} LIMIT 2", beginning(prefix)).fetchall()
    return str(found[0][0]) if len(found) == 1 else None


def _said(db: sqlite3.Connection, row: Sequence[Any], veil: Veil) -> str:
    """Give the words of a statement with masked names blacked out, by name and by place."""
    return veil.text(row[13], within(spans_of(db, row[1]), *row[14:16]))


def statement_filter(keep: Filters) -> tuple[str, list[str]]:
    """Give the condition on rows `s` of `statement_now` with their page `p`, with its values."""
    where, values = ["1"], []
    if keep.type:
        where.append("s.stance = ?")
        values.append(keep.type.lower())
    if keep.actor:
        asked, more = named(keep.actor)
        where.append(asked.format(**_OF_STATEMENT))
        values.extend(more)
    day = "coalesce(p.published, p.retrieved, p.shown_on)"
    more_where, more_values = told(keep, day, day, "p.lang = ?")
    return " AND ".join(where + more_where), values + more_values
