"""Pages that hold what is asked for, in any spelling and either language, with the place where it stands."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from rasad.errors import CaseError
from rasad.packs.meanings import Term, meanings
from rasad.store.veil import spans_of, veil_of
from rasad.store.words import places_of, search_query

READ = ("title", "body")
"""Parts of a page that tell something; a word in a menu finds the page, too, but after all others."""
COMMON = 2_000
"""Pages up to which a term tells pages apart; to weigh what more of them hold takes the longer the more there are."""


class Hit(Struct, frozen=True):
    """A page that holds what was asked for; `start` and `end` are the best place of it."""

    page: str
    page_id: str
    lang: str
    outlet: str | None
    text: str
    start: int
    end: int


def terms_of(words: str) -> tuple[Term, ...]:
    """Give what is asked for; nothing at all is a `CaseError`."""
    terms = meanings(words)
    if not terms:
        raise CaseError(f"{words!r}: holds no word to look for. Give one or more words.")
    return terms


def search(db: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """Give the pages that hold all terms: first those that write one as it was asked for, then the best by bm25.

    A term on more than `COMMON` pages ranks none; where all are, the pages that came last are given.
    """
    terms = terms_of(words)
    rare = [term for term in terms if not is_common(db, term)]
    if not rare:
        numbers = _pages(db, terms, limit, "ORDER BY rowid DESC")
    elif len(rare) == len(terms):
        numbers = _ranked(db, terms)[:limit]
    else:
        all_of_them = set(_pages(db, terms, COMMON))
        numbers = [number for number in _ranked(db, rare) if number in all_of_them][:limit]
    query = "SELECT sha256, id, lang, outlet, text FROM page WHERE n = ?"
    rows = [db.execute(query, (number,)).fetchone() for number in numbers]
    read = _read(db, [row[0] for row in rows])
    veil, ranked = veil_of(db), []
    for row in rows:
        text = veil.text(row[4], spans_of(db, row[0])) if veil.masks else row[4]
        places = [
            (not any(first <= place.start < last for first, last in read[row[0]]), place)
            for place in places_of(text, row[2], terms)
        ]
        if places:
            away, place = min(places)
            hit = Hit(*(*row[:4], text, place.start, place.end))
            ranked.append(((away, place.other), hit))
    return [hit for _, hit in sorted(ranked, key=lambda one: one[0])]


def _pages(db: sqlite3.Connection, terms: Sequence[Term], most: int, order: str = "") -> list[int]:
    """Give the numbers of pages that hold all terms, so many at most."""
    query = f"SELECT rowid FROM search WHERE search MATCH ? {order} LIMIT ?"
    return [number for (number,) in db.execute(query, (search_query(terms), most))]


def _ranked(db: sqlite3.Connection, terms: Sequence[Term]) -> list[int]:
    """Give the numbers of the pages that hold all terms, the best first."""
    query = """SELECT search.rowid FROM search JOIN page ON n = search.rowid
               WHERE search MATCH ? ORDER BY bm25(search), sha256"""
    return [number for (number,) in db.execute(query, (search_query(terms),))]


def is_common(db: sqlite3.Connection, term: Term) -> bool:
    """Tell whether a term stands on more than `COMMON` pages."""
    return len(_pages(db, [term], COMMON + 1)) > COMMON


def pages_holding(db: sqlite3.Connection, terms: Sequence[Term]) -> "array[int]":
    """Give the numbers of all pages that hold all terms."""
    query = "SELECT rowid FROM search WHERE search MATCH ?"
    return array("I", (number for (number,) in db.execute(query, (search_query(terms),))))


def _read(db: sqlite3.Connection, pages: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Give the ranges of some pages that tell something."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    marks, kinds = ",".join("?" * len(pages)), ",".join("?" * len(READ))
    query = f'SELECT page, start, "end" FROM range WHERE page IN ({marks}) AND kind IN ({kinds}) ORDER BY 1, 2'
    for page, start, end in db.execute(query, (*pages, *READ)):
        found[page].append((start, end))
    return found
