"""The events that a search means: words become actors, places and types, whatever the language they are written in."""

import sqlite3

from rasad.packs.meanings import DEED, Term, meanings
from rasad.store.searching import events_holding
from rasad.web.desk import Holdings
from rasad.web.names import COUNTRY

ANY = ("office:", "organ:", "group:")
"""Beginnings of ids that hold a post or a kind and a country: «minister» means those of all countries."""
ISO = 3


def events_meant(held: Holdings, db: sqlite3.Connection, words: str) -> int:
    """Give the events of which everything asked for is said; what is no party, place or type must stand on a page."""
    index, found, left = held.events, held.events.everything, []
    for term in meanings(words):
        if bits := coded(held, term):
            found &= bits
        else:
            left.append(term)
    if left and found:
        found &= index.set_of(index.row[one] for one in events_holding(db, left) if one in index.row)
    return found


def coded(held: Holdings, term: Term) -> int:
    """Give the events that have one of what a term means as a party, a place or a type."""
    index, found = held.events, 0
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
