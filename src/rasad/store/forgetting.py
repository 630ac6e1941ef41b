"""Taking pages out of a case, so that nothing of them is left in the file."""

import sqlite3
from collections.abc import Sequence

from rasad.store.words import search_words

OF_PAGES = (
    "figure", "statement_via", "statement_party", "statement", "trigger", "report_link", "report_party", "report_rule",
    "report_context", "report",
    "passing", "skipped", "stated", "page_date", "boilerplate", "range", "capture",
    "fusion_key",
)  # fmt: skip
"""The tables that hold rows of a page, those that others point to last."""


def drop_pages(db: sqlite3.Connection, hashes: Sequence[str]) -> None:
    """Delete pages with all that was read on them, inside a transaction; events must be gone already."""
    db.execute("PRAGMA secure_delete = ON")
    keys = [(sha,) for sha in hashes]
    for table in OF_PAGES:
        db.executemany(f"DELETE FROM {table} WHERE page = ?", keys)
    db.executemany("DELETE FROM page WHERE sha256 = ?", keys)
    # Without its text a contentless index cannot let go of a page for sure (rows may have changed since): made anew.
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    pages = db.execute("SELECT n, text, lang FROM page ORDER BY n")
    words = ((n, *search_words(text, lang)) for n, text, lang in pages)
    db.executemany("INSERT INTO search (rowid, words, bare) VALUES (?, ?, ?)", words)


def wipe(db: sqlite3.Connection) -> None:
    """Empty the journal, which still holds the old pages of the file, as far as no reader needs it."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
