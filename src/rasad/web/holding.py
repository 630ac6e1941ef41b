"""The events that pages tell which hold words; what was asked for a while ago is kept."""

import sqlite3
from array import array
from collections.abc import Sequence
from itertools import accumulate
from threading import Lock

from rasad.packs.meanings import Term
from rasad.store import searching
from rasad.web.facets import Rows

KEPT = 200
"""Common words whose pages are kept: 60 KB each in a case of a million reports, at most."""


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
        self._words: dict[Term, Rows] = {}
        self._lock = Lock()

    def events(self, db: sqlite3.Connection, terms: Sequence[Term]) -> Rows:
        """Give the events that pages tell which hold all terms."""
        if not all(searching.is_common(db, term) for term in terms):
            return self._told_on(Rows(searching.pages_holding(db, terms)))
        first, *others = (self._pages(db, term) for term in terms)
        return self._told_on(first.intersection(*others))

    def _pages(self, db: sqlite3.Connection, term: Term) -> Rows:
        with self._lock:
            found = self._words.pop(term, None)
        if found is None:
            found = Rows(searching.pages_holding(db, [term]))
        with self._lock:
            self._words[term] = found
            while len(self._words) > KEPT:
                self._words.pop(next(iter(self._words)))
        return found

    def _told_on(self, pages: Rows) -> Rows:
        starts, told, found = self._starts, self._told, array("I")
        last = len(starts) - 1
        for page in pages:
            if page < last:  # a page that came after the desk was opened tells nothing yet
                found += told[starts[page] : starts[page + 1]]
        return Rows(found)
