"""The events that pages tell which hold words; what was asked for a while ago is kept."""

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from threading import Lock

from rasad.packs.meanings import Term
from rasad.store import searching
from rasad.web.facets import Rows

KEPT = 100
"""Common words, and searches of such, that are kept: some 150 KB each in a case of a million reports, at most."""


class Holding:
    """Which events each page tells, and which pages hold the common words that were asked for."""

    def __init__(self, pages: Sequence[int], told: Sequence[int]) -> None:
        """Take the numbers of pages, and beside each an event that it tells."""
        counts = [0] * (max(pages, default=0) + 2)
        for page in pages:
            counts[page + 1] += 1
        self._starts = array("I", accumulate(counts))
        free = array("I", self._starts)
        self._told = array("I", bytes(4 * len(pages)))
        for page, row in zip(pages, told, strict=True):
            self._told[free[page]] = row
            free[page] += 1
        self._kept: dict[tuple[str, ...], Rows] = {}
        self._lock = Lock()

    def events(self, db: sqlite3.Connection, terms: Sequence[Term]) -> Rows:
        """Give the events that pages tell which hold all terms."""
        if not all(searching.is_common(db, term) for term in terms):
            return self._told_on(Rows(searching.pages_holding(db, terms)))
        return self._keep(("events", *sorted(term.asked for term in terms)), lambda: self._on_pages(db, terms))

    def _on_pages(self, db: sqlite3.Connection, terms: Sequence[Term]) -> Rows:
        """Give the events that pages tell which hold all of several common terms."""
        first, *others = (
            self._keep(("pages", term.asked), partial(_pages, db, term)) for term in terms
        )  # fmt: skip
        return self._told_on(first.intersection(*others))

    def _keep(self, key: tuple[str, ...], make: Callable[[], Rows]) -> Rows:
        """Give what was made before, or make it; what was not asked for longest is let go."""
        with self._lock:
            found = self._kept.pop(key, None)
        if found is None:
            found = make()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept)))
        return found

    def _told_on(self, pages: Rows) -> Rows:
        starts, told, found = self._starts, self._told, array("I")
        last = len(starts) - 1
        for page in pages:
            if page < last:  # a page that came after the desk was opened tells nothing yet
                found += told[starts[page] : starts[page + 1]]
        return Rows(found)


def _pages(db: sqlite3.Connection, term: Term) -> Rows:
    return Rows(searching.pages_holding(db, [term]))
