"""The events that a search means: words become actors, places and types, whatever the language they are written in."""

import sqlite3

from rasad.packs.meanings import DEED, Term, meanings
from rasad.web.desk import Holdings
from rasad.web.facets import Rows
from rasad.web.names import COUNTRY

ANY = ("office:", "organ:", "group:")
"""Beginnings of ids that hold a post or a kind and a country: «minister» means those of all countries."""
ISO = 3


def events_meant(held: Holdings, db: sqlite3.Connection, words: str) -> Rows:
    """Give the events of which everything asked for is said; what is no party, place or type must stand on a page."""
    found, left = held.events.everything, []
    for term in meanings(words):
        if bits := coded(held, term):
            found &= bits
        else:
            left.append(term)
    if left and found:
        found &= held.holding.events(db, left)
    return found


def coded(held: Holdings, term: Term) -> Rows:
    """Give the events that have one of what a term means as a party, a place or a type."""
    index, found = held.events, held.events.nothing
    for owner in term.owners:
        if owner.startswith(DEED):
            kind = owner.removeprefix(DEED)
            found |= index.bits("mode" if "/" in kind else "type", kind)
        elif owner.startswith(ANY):
            found |= index.any_of("actor", (one for one in index.values("actor") if f"{owner}:" in one))
        elif len(owner) == ISO:
            found |= (
                index.bits("actor", f"{COUNTRY}{owner}") | index.bits("country", owner) | index.bits("where", owner)
            )
        else:
            found |= index.bits("actor", owner) | index.bits("place", owner)
    return found
