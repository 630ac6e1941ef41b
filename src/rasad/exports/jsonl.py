"""Pages as JSON Lines, in the public schema."""

import sqlite3
from typing import BinaryIO

import msgspec

from rasad.store.records import entries

DESCRIPTION = "one line a page: its record in the public schema, as `rasad read --json` gives it"
EXTENSION = "jsonl"


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write every page's record, by sha256."""
    for entry in entries(db):
        out.write(msgspec.json.encode(entry.record, order="deterministic") + b"\n")
