"""A case of an older schema, made anew from its own pages and ledger; the old file is kept under another name."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from rasad.engine import Tally
from rasad.engine.case import Run, Tell, add_pages, fuse_case
from rasad.errors import CaseError
from rasad.ledger import book
from rasad.packs import Packs
from rasad.store.db import Batch, Case, create
from rasad.store.judgements import applied
from rasad.store.older import asides_of, captures_of, open_older, pages_of
from rasad.store.verify import verify

_BESIDE = ("", "-wal", "-shm", "-journal")
"""The files of a database."""


class Renewed(Struct, frozen=True):
    """What was done: the schema that the case had, where it is kept, and what was read."""

    schema: int
    kept: str
    tally: Tally


def renew(path: Path, packs: Packs, tell: Tell, run: Run | None = None) -> Renewed:
    """Read the pages of an older case again, check what comes out, and put it in the place of the old file.

    Until that last step the case stays as it is, whatever happens.
    """
    old, schema = open_older(path)
    kept = path.with_name(f"{path.stem}.schema{schema}{path.suffix}")
    fresh = path.with_name(f".{path.name}.renewed")
    with closing(old):
        if kept.exists():
            raise CaseError(f"{kept}: is there already; the old case would be kept there. Move it away first.")
        # A ledger that does not go with the case stops all before anything is written.
        book.read(path, applied(old))
        _remove(fresh)
        try:
            tally = _built(fresh, path, old, packs, tell, run)
            _keep(path, kept)
        except BaseException:
            _remove(fresh)
            raise
        old.execute("ROLLBACK")
        old.execute("PRAGMA journal_mode = DELETE")
    os.replace(fresh, path)
    return Renewed(schema, str(kept), tally)


def _built(fresh: Path, path: Path, old: sqlite3.Connection, packs: Packs, tell: Tell, run: Run | None) -> Tally:
    """Build the new file, with the ledger that lies beside the case."""
    with create(fresh) as opened:
        case = Case(opened.db, path)
        asides = asides_of(old)
        tally = add_pages(case, pages_of(old), packs, tell, run)
        add_pages(case, captures_of(old), packs, lambda _: None)
        case.add(Batch(asides=asides), packs.version)
        tally += fuse_case(case, packs)
        if wrong := verify(case.db).wrong:
            raise CaseError(f"{path}: what was read anew does not hold: {wrong[0]}. Nothing was changed; report this.")
        if tally.set_aside:
            raise CaseError(f"{path}: {tally.set_aside} pages cannot be read again. Nothing was changed; report this.")
        case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return tally


def _keep(path: Path, kept: Path) -> None:
    """Copy the old case, with what still stands in its journal, and give the copy its name when it is whole.

    By a connection of its own: one that holds the writers' lock would wait for itself.
    """
    half = kept.with_name(f".{kept.name}.half")
    _remove(half)
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(half)) as copy:
        old.backup(copy)
    os.replace(half, kept)


def _remove(path: Path) -> None:
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
