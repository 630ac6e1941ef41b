"""Cases of older schemas: their pages as they were read, from what every schema has kept of them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from msgspec.structs import replace

from rasad.capture import DATES, dated
from rasad.errors import CaseError
from rasad.model import Outside, Page, PageDate, Range, Stated
from rasad.store.db import APPLICATION_ID, SCHEMA_VERSION, Aside

_CAPTURE = "outside:"
"""Rules of what the capture said; other facts without a place in the text come from markup."""
_MARKUP = "packs/markup/"
_JUDGED = ("find_", "packs/")
"""Rules of ranges that are judged from the text, and will be judged anew; the others come from the reader."""


def open_older(path: Path) -> tuple[sqlite3.Connection, int]:
    """Open a case of an older schema and keep other writers out; give it with the number of its schema."""
    if not path.is_file():
        raise CaseError(f"{path}: there is no such case.")
    db = sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, isolation_level=None, timeout=1)
    try:
        mark, schema = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        if mark != APPLICATION_ID:
            raise CaseError(f"{path}: is no case of Rasad. Nothing was changed.")
        if schema == SCHEMA_VERSION:
            raise CaseError(f"{path}: has schema {schema}, as this program writes it. Nothing needs to be done.")
        if schema > SCHEMA_VERSION:
            raise CaseError(f"{path}: has schema {schema}, this program {SCHEMA_VERSION}. Install a newer Rasad.")
        db.execute("BEGIN IMMEDIATE")
    except (CaseError, sqlite3.Error) as error:
        db.close()
        if isinstance(error, CaseError):
            raise
        raise CaseError(f"{path}: cannot be renewed: {error}. Close what uses it, then try again.") from error
    db.row_factory = sqlite3.Row
    return db, schema


def pages_of(db: sqlite3.Connection) -> Iterator[Page]:
    """Give the pages in the order of their arrival, as their readers made them."""
    return (_page(db, row) for row in db.execute("SELECT * FROM page ORDER BY n"))


def captures_of(db: sqlite3.Connection) -> Iterator[Page]:
    """Give every page once for each of its captures."""
    for row in db.execute("SELECT * FROM page ORDER BY n"):
        page = _page(db, row)
        for one in _rows(db, "capture", row["sha256"], "id, url, retrieved_at"):
            outside = Outside(
                one["id"], one["url"] or None, one["retrieved_at"] or None, one["published"], one["title"],
                publisher=one["outlet"],
            )  # fmt: skip
            yield replace(page, outside=outside)


def asides_of(db: sqlite3.Connection) -> list[Aside]:
    """Give what was set aside."""
    return [Aside(*row) for row in db.execute("SELECT path, line, why, what_to_do FROM set_aside ORDER BY 1, 2, 3")]


def _page(db: sqlite3.Connection, row: sqlite3.Row) -> Page:
    sha = row["sha256"]
    facts = [one for one in _rows(db, "stated", sha, "n") if one["start"] is None]
    told = {one["field"]: one["value"] for one in reversed(facts)}
    captures = _rows(db, "capture", sha, "id, url, retrieved_at")
    first = next((one for one in captures if one["id"] == row["id"]), captures[0])
    dates = (one for one in _rows(db, "page_date", sha, "n") if one["start"] is None)
    page = Page(
        Outside(
            row["id"], row["url"], first["retrieved_at"] or None, first["published"], row["title"], told.get("lang"),
            first["outlet"], told.get("origin"),
        ),
        row["text"], sha, row["media"],
        tuple(
            Range(one["start"], one["end"], one["kind"], one["rule"])
            for one in _rows(db, "range", sha, "n")
            if one["rule"].startswith(_MARKUP) or not one["rule"].startswith(_JUDGED)
        ),
        tuple(PageDate(one["kind"], one["day"], one["rule"]) for one in dates if not _is_captured(one["rule"])),
        tuple(Stated(one["field"], one["value"], one["rule"]) for one in facts if not _is_captured(one["rule"])),
    )  # fmt: skip
    # Of several that give one day a case keeps the first; what else states it stands among the facts.
    return dated(page, ((fact.field, fact.value, fact.rule) for fact in page.stated if fact.field in DATES))


def _is_captured(rule: str) -> bool:
    """Tell what the capture says, or the address: both are read anew."""
    return rule.startswith((_CAPTURE, "packs/dates/"))


def _rows(db: sqlite3.Connection, table: str, sha: str, order: str) -> list[sqlite3.Row]:
    """Give the rows of a page; a table that the schema does not have yet holds none."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return []
    return db.execute(f"SELECT * FROM {table} WHERE page = ? ORDER BY {order}", (sha,)).fetchall()
