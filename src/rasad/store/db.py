"""The case file: opened, created, and written in batches, by one writer at a time."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from rasad.errors import CaseError
from rasad.model import Page
from rasad.store.forgetting import drop_pages, wipe
from rasad.store.often import count_often
from rasad.store.rows import Cell, Entry, Rows, capture_row, page_rows
from rasad.store.words import search_words
from rasad.tokens import search_key

APPLICATION_ID = 0x52534144
"""RSAD: how a case is told from any other SQLite file."""
SCHEMA_VERSION = 9
WAIT_SECONDS = 30.0
"""How long a writer waits for another one; a batch takes well under a second."""
MAY_REPEAT = ("capture", "set_aside")
"""The same capture and the same complaint come again with every build; any other repeated row is a fault."""
OF_EVENTS = (
    "judgement", "mask", "mask_span", "actor", "actor_sighting", "actor_link", "event", "event_alias", "event_party",
    "event_report", "event_passing", "event_part", "event_edit", "event_judgement", "statement_judgement",
    "statement_edit", "origin", "contradiction", "page_copy",
)  # fmt: skip
"""What fusion writes; first what the other tables point to."""
_SEARCH = "search (rowid, words, bare)"
_FULL = ("full", "disk i/o error")


class Aside(Struct, frozen=True):
    """Input that was set aside; `line` is 0 when the whole file is meant."""

    path: str
    line: int
    why: str
    what_to_do: str


class Batch(Struct, frozen=True):
    """What is written at once: pages with their records, pages that are known already, and what could not be read."""

    entries: Sequence[Entry] = ()
    again: Sequence[Page] = ()
    asides: Sequence[Aside] = ()


class Case:
    """An open case file. Use it as a context manager; only its methods write."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db = db
        self.path = path

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def known(self, hashes: Sequence[str]) -> set[str]:
        """Give those of the hashes whose page is in the case."""
        marks = ",".join("?" * len(hashes))
        return {sha for (sha,) in self.db.execute(f"SELECT sha256 FROM page WHERE sha256 IN ({marks})", hashes)}

    def page_count(self) -> int:
        """Give the number of pages in the case."""
        return int(self.db.execute("SELECT count(*) FROM page").fetchone()[0])

    def add(self, batch: "Batch", version: str) -> int:
        """Write a batch in one transaction and give the number of new pages; a known page adds its capture only."""
        with self._writing():
            number = int(self.db.execute("SELECT coalesce(max(n), 0) FROM page").fetchone()[0])
            held = self.known([entry.page.sha256 for entry in batch.entries])
            rows: Rows = {"capture": [capture_row(page, version) for page in batch.again], "set_aside": []}
            new = 0
            for entry in batch.entries:
                if entry.page.sha256 in held:
                    rows["capture"].append(capture_row(entry.page, version))
                    continue
                held.add(entry.page.sha256)
                new += 1
                for table, some in page_rows(entry, number + new, version).items():
                    rows.setdefault(table, []).extend(some)
                key = (number + new, *search_words(entry.page.text, entry.record.lang))
                rows.setdefault(_SEARCH, []).append(key)
            rows["set_aside"].extend((a.path, a.line, a.why, a.what_to_do) for a in batch.asides)
            # The page first, since the other tables point to it.
            for table in sorted(rows, key=lambda name: name != "page"):
                self._insert(table, rows[table])
        return new

    def take(self, tables: Iterable[tuple[str, Iterable[list[tuple[Cell, ...]]]]]) -> None:
        """Write whole tables in one transaction, batch by batch, and the words that the pages are searched by."""
        with self._writing():
            for name, batches in tables:
                for rows in batches:
                    self._insert(name, rows)
            # One page at a time: all texts together may be more than the memory.
            pages = self.db.execute("SELECT n, text, lang FROM page ORDER BY n")
            words = ((number, *search_words(text, lang)) for number, text, lang in pages)
            self.db.executemany(f"INSERT INTO {_SEARCH} VALUES (?, ?, ?)", words)
            count_often(self.db)

    def note_run(self, program: str, packs: str) -> None:
        """Write down which versions write from here on; the same versions once."""
        with self._writing():
            self.db.execute("INSERT OR IGNORE INTO run (program, packs) VALUES (?, ?)", (program, packs))

    def without_keys(self, version: str) -> list[str]:
        """Give the pages for which fusion has kept nothing of this version."""
        query = "SELECT sha256 FROM page WHERE sha256 NOT IN (SELECT page FROM fusion_key WHERE version = ?) ORDER BY 1"
        return [sha for (sha,) in self.db.execute(query, (version,))]

    def keep_keys(self, rows: Sequence[tuple[str, str, bytes]]) -> None:
        """Keep what fusion needs of pages, in one transaction."""
        with self._writing():
            self.db.executemany("INSERT OR REPLACE INTO fusion_key VALUES (?, ?, ?)", rows)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other writers out while something beside the case is written."""
        with self._writing():
            yield

    def replace_events(self, batches: Iterable[Rows], forget: Sequence[str] = ()) -> None:
        """Put new events in the place of the old ones, in one transaction, in which pages are also forgotten."""
        with self._writing():
            for table in reversed(OF_EVENTS):
                self.db.execute(f"DELETE FROM {table}")
            if forget:
                drop_pages(self.db, forget)
            for rows in batches:
                for table in OF_EVENTS:
                    self._insert(table, rows.get(table, []))
            count_often(self.db)
        if forget:
            wipe(self.db)

    def _insert(self, table: str, rows: Sequence[tuple[Cell, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            doubled = "OR IGNORE" if table in MAY_REPEAT else ""
            self.db.executemany(f"INSERT {doubled} INTO {table} VALUES ({marks})", rows)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep all of what is done inside, or nothing of it."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield
            self.db.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            self._undo()
            raise self._explained(error) from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        """Take the open transaction back; SQLite may have done so itself."""
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    def _explained(self, error: sqlite3.Error | OSError) -> CaseError:
        said = str(error).lower()
        if isinstance(error, OSError) or any(word in said for word in _FULL):
            return CaseError(
                f"{self.path}: cannot be written: {error}. {self._kept()}. Make room on the disk, "
                "then run the same command again: it goes on where it stopped."
            )
        if "readonly" in said:
            return CaseError(f"{self.path}: the file, its folder or the disk is read-only. Copy the case elsewhere.")
        if "locked" in said:
            return CaseError(f"{self.path}: another program writes to this case. Wait, then run the command again.")
        return CaseError(f"{self.path}: {error}. Run `rasad verify {self.path}`; if that fails, build the case again.")

    def _kept(self) -> str:
        """Say how many pages are safe; on a full disk even that question may fail."""
        try:
            return f"{self.page_count()} pages are kept"
        except sqlite3.Error:
            return "Every batch written before is kept"


def create(path: Path) -> Case:
    """Open a case for writing; make it when there is none. A file that is no case is refused."""
    if path.is_dir():
        raise CaseError(f"{path}: is a folder. Name a file for the case, such as {path / 'case.rasad'}.")
    if not path.parent.is_dir():
        raise CaseError(f"{path}: the folder {path.parent} does not exist. Make it first, or name another place.")
    db = _connect(f"file:{quote(str(path))}", path)
    if _is_empty(db):
        _set_up(db, path)
    return _checked(db, path)


def open_case(path: Path) -> Case:
    """Open a case for reading only."""
    if not path.is_file():
        raise CaseError(f"{path}: there is no such case. Build one: rasad build PAGES -o {path}")
    return _checked(_connect(f"file:{quote(str(path))}?mode=ro", path), path)


def _connect(uri: str, path: Path) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT_SECONDS)
    except sqlite3.Error as error:
        raise CaseError(f"{path}: cannot be opened: {error}. Check the folder and your rights to it.") from error
    db.create_function("folded", 1, lambda text: search_key(text or ""), deterministic=True)
    return db


def _is_empty(db: sqlite3.Connection) -> bool:
    """Tell whether nobody has written into the file, not even a build killed at its very beginning."""
    try:
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return not tables and not db.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error:
        return False


def _set_up(db: sqlite3.Connection, path: Path) -> None:
    try:
        db.execute("PRAGMA journal_mode = WAL")
        schema = files("rasad.store").joinpath("schema.sql").read_text(encoding="utf-8")
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        db.executescript(f"BEGIN IMMEDIATE; {marks} {schema} COMMIT;")
    except sqlite3.Error as error:
        db.close()
        raise CaseError(f"{path}: the case cannot be made: {error}. Make room or choose another place.") from error


def _checked(db: sqlite3.Connection, path: Path) -> Case:
    """Refuse what is not a case, or a case of another schema."""
    try:
        mark = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        db.close()
        raise CaseError(f"{path}: is not a case file ({error}). Nothing was changed; choose another name.") from error
    if mark != APPLICATION_ID:
        db.close()
        raise CaseError(f"{path}: is a database, but not a case of Rasad. Nothing was changed; choose another name.")
    if version != SCHEMA_VERSION:
        db.close()
        older = f"Run `rasad renew {path}`: it keeps the old file"
        todo = older if version < SCHEMA_VERSION else "Install a newer Rasad"
        raise CaseError(f"{path}: has schema {version}, this program {SCHEMA_VERSION}. Nothing was changed. {todo}.")
    # Safe after a crash of the program; after a power cut the last batch may be missing, never half there.
    db.execute("PRAGMA synchronous = NORMAL")
    return Case(db, path)
