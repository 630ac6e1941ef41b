"""Checking a case against its own pages: every hash, every quote."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct

from rasad.ledger.lines import faults

_QUOTED = (
    ("page_date", "start", "end", "quote"),
    ("stated", "start", "end", "quote"),
    ("report", "date_start", "date_end", "date_quote"),
    ("report", "time_start", "time_end", "time_quote"),
    ("report", "place_start", "place_end", "place_quote"),
    ("report_party", "start", "end", "quote"),
    ("report_link", "start", "end", "quote"),
    ("trigger", "start", "end", "quote"),
    ("report_context", "start", "end", "quote"),
    ("statement", "start", "end", "quote"),
    ("statement", "verb_start", "verb_end", "verb_quote"),
    ("statement_party", "start", "end", "quote"),
    ("statement_via", "start", "end", "quote"),
    ("figure", "start", "end", "quote"),
    ("passing", "start", "end", "quote"),
    ("passing", "date_start", "date_end", "date_quote"),
)
_UNQUOTED = ("range", "boilerplate", "skipped")


class Wrong(Struct, frozen=True):
    """Something that does not hold: the table, the page (its id) and what was found."""

    table: str
    page: str
    what: str


class Checked(Struct, frozen=True):
    """How much was checked, and what is wrong."""

    pages: int
    quotes: int
    wrong: tuple[Wrong, ...]


def verify(db: sqlite3.Connection) -> Checked:
    """Cut every quote again and compare; hash every page again; ask SQLite for damage and rows without owners."""
    wrong = [*_damage(db), *_ledger(db)]
    pages = quotes = 0
    for sha, page_id, text in db.execute("SELECT sha256, id, text FROM page ORDER BY sha256"):
        pages += 1
        if sha256(text.encode()).hexdigest() != sha:
            wrong.append(Wrong("page", page_id, f"the text no longer has the hash {sha}"))
        for table, start, end, quote in _QUOTED:
            query = f'SELECT {start}, "{end}", {quote} FROM {table} WHERE page = ? AND {start} IS NOT NULL'
            for first, last, said in db.execute(query, (sha,)):
                quotes += 1
                if not _holds(text, first, last) or text[first:last] != said:
                    wrong.append(Wrong(table, page_id, f"[{first}, {last}) is {text[first:last]!r}, not {said!r}"))
        wrong.extend(_outside(db, sha, page_id, text))
    return Checked(pages, quotes, tuple(wrong))


def _outside(db: sqlite3.Connection, sha: str, page_id: str, text: str) -> Iterator[Wrong]:
    for table in _UNQUOTED:
        for first, last in db.execute(f'SELECT start, "end" FROM {table} WHERE page = ?', (sha,)):
            if not _holds(text, first, last):
                yield Wrong(table, page_id, f"[{first}, {last}) is outside the text of {len(text)} characters")


def _ledger(db: sqlite3.Connection) -> Iterator[Wrong]:
    """Check the copy of the ledger, and that every correction rests on a line of it."""
    rows = db.execute("SELECT n, hash, line FROM judgement ORDER BY n").fetchall()
    yield from (Wrong("judgement", "", what) for what in faults([line for _, _, line in rows]))
    for n, sealed, line in rows:
        if f'"hash":"{sealed}"' not in line:
            yield Wrong("judgement", "", f"line {n} has the hash {sealed} in one column and another one in its JSON")
    query = "SELECT event, field, judgement FROM event_edit JOIN judgement ON n = judgement WHERE state <> 'holds'"
    for event, field, n in db.execute(query):
        yield Wrong("event_edit", "", f"{event}.{field} was set by line {n}, which does not hold")


def _holds(text: str, start: int, end: int) -> bool:
    return 0 <= start <= end <= len(text)


def _damage(db: sqlite3.Connection) -> Iterator[Wrong]:
    for (said,) in db.execute("PRAGMA quick_check"):
        if said != "ok":
            yield Wrong("file", "", said)
    for table, _, owner, _ in db.execute("PRAGMA foreign_key_check"):
        yield Wrong(table, "", f"a row points to no row of {owner}")
