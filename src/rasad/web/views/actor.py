"""One actor: the names that pages give it, its offices over time, whom it deals with, and when."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rasad.packs.rows import read_rows
from rasad.store import browse, lines, often, queries
from rasad.web.ask import Ask, Sieve, missing
from rasad.web.desk import EVENT_COLUMNS
from rasad.web.facets import Rows
from rasad.web.render import Shown
from rasad.web.views.events import Bar, bars, ordered, row

LATEST = 12
PARTNERS = 16


class Term(Struct, frozen=True):
    """A term of office, and the row that states it."""

    office: str
    of: str
    first: str
    last: str
    rule: str


class Partner(Struct, frozen=True):
    """Another actor, how many events both take part in, and of which types."""

    id: str
    label: str
    count: int
    types: tuple[tuple[str, int], ...]
    href: str | None


def view(ask: Ask) -> Shown:
    """Show an actor."""
    held = ask.held
    who = held.parties.get(ask.ident)
    if who is None:
        raise missing("actor", ask.ident)
    mine = held.events.bits("actor", who.id)
    said = held.statements.bits("speaker", who.id)
    sieve = Sieve(ask, held.events, EVENT_COLUMNS)
    sieve.chosen = mine
    ids = ordered(sieve, 0, LATEST, True)
    latest = lines.said_named(ask.db, held.statements.page(said, 0, LATEST, backwards=True))
    data = {
        "who": who, "names": often.names_of(ask.db, who.id), "terms": list(_terms(who.id)),
        "events": queries.events_named(ask.db, ids), "snippets": browse.snippets(ask.db, ids),
        "count": len(mine),
        "said": latest, "said_count": len(said), "partners": _partners(ask, who.id, mine),
        "bars": _bars(ask, who.id, mine), "types": held.events.counts("type", mine, 16),
        "roles": often.roles_of(ask.db, who.id),
    }  # fmt: skip
    return Shown(who.name, data, _rows(ask, mine))


def _terms(entity: str) -> Iterator[Term]:
    for found in read_rows("actors/tenures.tsv"):
        if found["person"] == entity:
            of = found["country"] or found["organisation"]
            yield Term(found["office"].replace("_", " "), of, found["from"], found["to"], found.rule)


def _partners(ask: Ask, entity: str, mine: Rows) -> list[Partner]:
    events, found = ask.held.events, []
    for other, count in events.counts("actor", mine, PARTNERS + 1):
        if other != entity:
            both = mine & events.bits("actor", other)
            types = tuple(events.counts("type", both, 3))
            party = ask.held.parties[other]
            href = ask.links.to("actor", other)
            found.append(Partner(other, ask.name_of(party), count, types, href))
    return found[:PARTNERS]


def _bars(ask: Ask, entity: str, mine: Rows) -> list[Bar]:
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    sieve.free &= mine
    made = bars(ask, sieve)
    found = []
    for bar in made:
        since = {"from": bar.name} if bar.edge != "before" else {}
        until = {"to": bar.name} if bar.edge != "after" else {}
        href = ask.links.to("events", actor=entity, **since, **until)
        found.append(Bar(bar.name, bar.count, bar.sure, href, False, bar.edge))
    return found


def _rows(ask: Ask, mine: Rows) -> Iterator[dict[str, Any]]:
    ids = ask.held.events.page(mine, 0, len(mine))
    for at in range(0, len(ids), 500):
        yield from map(row, queries.events_named(ask.db, ids[at : at + 500]))
