"""The file beside a case in which its sentences lie as vectors: made anew at any time, read by a search for meaning.

It holds no text: a vector is known by a hash of the words that it stands for, as they are shown, and of their language.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from rasad.errors import CaseError

ENDING = ".vectors"
APPLICATION_ID = 0x52535643
"""RSVC: how the file is told from any other SQLite file."""
_SCHEMA = f"""
PRAGMA application_id = {APPLICATION_ID};
-- What made the vectors, and the last file of the case that they were made of.
CREATE TABLE maker (name TEXT NOT NULL);
-- Pages that have been gone through; `state` changes with the rules that read them and with the masks.
CREATE TABLE page (sha256 TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
-- Where the words stand: code points of the page's text, `end` not included.
CREATE TABLE sentence (page TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words BLOB NOT NULL,
                       PRIMARY KEY (page, start)) WITHOUT ROWID;
CREATE INDEX sentence_by_words ON sentence (words, page);
-- `data`: a number (float32) by which the 384 that follow (int8) are multiplied, all little-endian.
CREATE TABLE vector (words BLOB PRIMARY KEY, lang TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
"""


class Sentence(Struct, frozen=True):
    """A stretch of a page: `words` is the hash of what it says."""

    page: str
    start: int
    end: int
    words: bytes


def path_of(case: Path) -> Path:
    """Give the place of a case's vectors."""
    return case.with_name(case.name + ENDING)


def key_of(text: str, lang: str) -> bytes:
    """Give the hash by which the vector of some words is known: 16 bytes."""
    return sha256(f"{lang}\n{text}".encode()).digest()[:16]


class Vectors:
    """An open file of vectors. Use it as a context manager."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __enter__(self) -> "Vectors":
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    @property
    def maker(self) -> str:
        """What made the vectors; empty before the first one."""
        row = self.db.execute("SELECT name FROM maker").fetchone()
        return str(row[0]) if row else ""

    def claim(self, maker: str) -> None:
        """Say what makes the vectors from here on; those of another maker go, since they cannot be compared."""
        if self.maker == maker:
            return
        with self._writing():
            for table in ("maker", "page", "sentence", "vector"):
                self.db.execute(f"DELETE FROM {table}")
            self.db.execute("INSERT INTO maker VALUES (?)", (maker,))

    def states(self) -> dict[str, str]:
        """Give the state in which each page was gone through."""
        return dict(self.db.execute("SELECT sha256, state FROM page"))

    def known(self, words: Sequence[bytes]) -> set[bytes]:
        """Give those of some words that have a vector."""
        query = "SELECT words FROM vector WHERE words = ?"
        return {one for one in words if self.db.execute(query, (one,)).fetchone()}

    def put(
        self, pages: Iterable[tuple[str, str]], found: Iterable[Sentence], made: Iterable[tuple[bytes, str, bytes]]
    ) -> None:
        """Write pages with their states, their sentences and the vectors that are new, in one transaction."""
        pages = list(pages)
        with self._writing():
            self.db.executemany("DELETE FROM sentence WHERE page = ?", [(page,) for page, _ in pages])
            self.db.executemany("INSERT OR REPLACE INTO page VALUES (?, ?)", pages)
            rows = [(one.page, one.start, one.end, one.words) for one in found]
            self.db.executemany("INSERT INTO sentence VALUES (?, ?, ?, ?)", rows)
            self.db.executemany("INSERT OR IGNORE INTO vector VALUES (?, ?, ?)", made)

    def drop(self, pages: Collection[str]) -> None:
        """Forget pages, and every vector that stands for no sentence any more."""
        with self._writing():
            self.db.execute("PRAGMA secure_delete = ON")
            keys = [(page,) for page in pages]
            self.db.executemany("DELETE FROM sentence WHERE page = ?", keys)
            self.db.executemany("DELETE FROM page WHERE sha256 = ?", keys)
            self.db.execute("DELETE FROM vector WHERE words NOT IN (SELECT words FROM sentence)")

    def counts(self) -> tuple[int, int]:
        """Give how many sentences and how many different vectors there are."""
        sentences, vectors = "SELECT count(*) FROM sentence", "SELECT count(*) FROM vector"
        return tuple(int(self.db.execute(query).fetchone()[0]) for query in (sentences, vectors))  # type: ignore[return-value]

    def rows(self) -> Iterator[tuple[bytes, str, bytes]]:
        """Give all vectors: words, language, data; in the order of the hashes."""
        return self.db.execute("SELECT words, lang, data FROM vector ORDER BY words")

    def places(self, words: bytes) -> list[Sentence]:
        """Give where some words stand."""
        query = 'SELECT page, start, "end", words FROM sentence WHERE words = ? ORDER BY page, start'
        return [Sentence(*row) for row in self.db.execute(query, (words,))]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")


def create(case: Path) -> Vectors:
    """Open the vectors of a case to write them; make the file when there is none."""
    path = path_of(case)
    db = _connect(f"file:{quote(str(path))}", path)
    try:
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
    except sqlite3.Error as error:
        db.close()
        raise CaseError(f"{path}: cannot be written: {error}. Check the disk and your rights.") from error
    return _checked(db, path)


def open_vectors(case: Path) -> Vectors:
    """Open the vectors of a case to read them."""
    path = path_of(case)
    if not path.is_file():
        raise CaseError(f"{case}: its sentences have no vectors yet. Make them: rasad embed {case}")
    return _checked(_connect(f"file:{quote(str(path))}?mode=ro", path), path)


def forget(case: Path, pages: Collection[str]) -> None:
    """Take pages out of the vectors of a case, if it has any."""
    if path_of(case).is_file():
        with create(case) as held:
            held.drop(pages)


def _connect(uri: str, path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=30)
    except sqlite3.Error as error:
        raise CaseError(f"{path}: cannot be opened: {error}. Check the folder and your rights to it.") from error


def _checked(db: sqlite3.Connection, path: Path) -> Vectors:
    try:
        mark = db.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error as error:
        db.close()
        raise CaseError(f"{path}: is damaged ({error}). Delete it and run `rasad embed` again.") from error
    if mark != APPLICATION_ID:
        db.close()
        raise CaseError(f"{path}: is no file of vectors. Nothing was changed; move it away.")
    return Vectors(db)
