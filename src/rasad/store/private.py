"""Who is named on pages and is not in public life: their names stay in the case and are masked in what leaves it.

Private is a person whom the register does not know and to whom no page gives a post. A word that the reader took for a
name by mistake is masked too: rather one name too many than one too few.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from rasad.model import Span
from rasad.store.rows import Cell, json_text
from rasad.store.veil import PAGE_NAME
from rasad.tokens import fold

_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_PARTIES = ("report_party", "statement_party")
_LINKS = ("report_link", "statement_via")
_PEOPLE = ("person", "official", "anonymous")
"""Kinds of parties and links that are people; a link that is no agency, office or body is an official."""


def mask_private(db: sqlite3.Connection) -> int:
    """Lay masks of this connection alone over the case's own, and give the number of private people.

    The tables are temporary: the case file is not written to. People are numbered by page and place
    in the whole case, so that a part of it numbers them alike.
    """
    db.execute("CREATE TEMP TABLE mask AS SELECT * FROM main.mask")
    db.execute("CREATE TEMP TABLE mask_span AS SELECT * FROM main.mask_span")
    masked = {entity for (entity,) in db.execute("SELECT entity FROM main.mask")}
    people = {name: places for name, places in _people(db).items() if name not in masked}
    order = sorted(people, key=lambda name: (min(people[name]), name))
    masks: list[tuple[Cell, ...]] = []
    spans: set[tuple[str, int, int]] = set()
    for n, entity in enumerate(order, start=1):
        masks.append((entity, f"private person {n}", -n, json_text(_forms(entity, people[entity]))))
        spans.update((page, *span) for page, span, _ in people[entity])
    masks += _actors(db, {entity: n for n, entity in enumerate(order, start=1)})
    db.executemany("INSERT INTO temp.mask VALUES (?, ?, ?, ?)", masks)
    db.executemany("INSERT INTO temp.mask_span VALUES (?, ?, ?)", sorted(spans))
    db.execute("CREATE INDEX temp.mask_span_page ON mask_span (page)")
    return len(order)


def _actors(db: sqlite3.Connection, numbers: Mapping[str, int]) -> list[tuple[Cell, ...]]:
    """Give the masks of the actors whom some page names as a private person: events know them by the actor's id."""
    found: dict[str, int] = {}
    for actor, entity in db.execute("SELECT actor, entity FROM main.actor_sighting"):
        if entity in numbers:
            found[actor] = min(numbers[entity], found.get(actor, numbers[entity]))
    return [(actor, f"private person {n}", -n, "[]") for actor, n in sorted(found.items())]


def _people(db: sqlite3.Connection) -> dict[str, set[tuple[str, Span, str]]]:
    """Give the places of every private person, with the name that stands in the row."""
    places: dict[str, set[tuple[str, Span, str]]] = defaultdict(set)
    known: set[str] = set()
    for table in _PARTIES:
        query = f"""SELECT page, entity, name, kind, role, start, "end", mentions FROM main.{table}
                    WHERE instr(entity, '{PAGE_NAME}')"""
        for page, entity, name, kind, role, start, end, mentions in db.execute(query):
            parts = entity.split("&")
            for part in (p for p in parts if p.startswith(PAGE_NAME) and kind in _PEOPLE):
                called = name if len(parts) == 1 else ""
                places[part] |= {(page, span, called) for span in ((start, end), *_SPANS.decode(mentions))}
                if role:
                    known.add(part)
    for table in _LINKS:
        query = f"""SELECT page, entity, name, kind, start, "end" FROM main.{table}
                    WHERE substr(entity, 1, {len(PAGE_NAME)}) = '{PAGE_NAME}'"""
        for page, entity, name, kind, start, end in db.execute(query):
            if kind in _PEOPLE:
                places[entity].add((page, (start, end), name))
    return {entity: some for entity, some in places.items() if entity not in known}


def _forms(entity: str, places: set[tuple[str, Span, str]]) -> list[str]:
    """Give the names of several words, which are looked for in all texts.

    A single word («احمدی») is also part of others' names: it is masked where the page means this person, not elsewhere.
    """
    names = {fold(name).strip() for name in (entity.removeprefix(PAGE_NAME), *(called for _, _, called in places))}
    return sorted((n for n in names if len(n.split()) > 1), key=lambda name: (-len(name), name))
