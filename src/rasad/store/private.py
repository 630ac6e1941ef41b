"""Who is named on pages and is not in public life: their names stay in the case and are masked in what leaves it.

Private is a person whom the register does not know and to whom no page gives a post. A word that the reader took for a
name by mistake is masked too: rather one name too many than one too few.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from rasad.model import Span
from rasad.store.rows import Cell, json_text
from rasad.store.seeking import SHORT, Seeker
from rasad.store.veil import PAGE_NAME
from rasad.tokens import fold

Places = set[tuple[str, Span, str]]
"""Page, span and the name that stands in the row."""
ACTOR = "actor:"
"""How the id of somebody begins whom only pages know, once all pages that name him are put together."""
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
    owners = _owners(db, people)
    first: dict[str, tuple[str, Span, str]] = {}
    for entity, owner in sorted(owners.items()):
        if entity in people:
            first[owner] = min(first.get(owner, min(people[entity])), min(people[entity]))
    numbers = {owner: n for n, owner in enumerate(sorted(first, key=lambda one: (first[one], one)), start=1)}
    masks: list[tuple[Cell, ...]] = []
    spans: set[tuple[str, int, int]] = set()
    for entity, owner in sorted(owners.items()):
        places, n = people.get(entity, set()), numbers[owner]
        masks.append((entity, f"private person {n}", -n, json_text(_forms(entity, places) if places else [])))
        spans.update((page, *span) for page, span, _ in places)
    spans.update(_surnames(db, people))
    db.executemany("INSERT INTO temp.mask VALUES (?, ?, ?, ?)", masks)
    db.executemany("INSERT INTO temp.mask_span VALUES (?, ?, ?)", sorted(spans))
    db.execute("CREATE INDEX temp.mask_span_page ON mask_span (page)")
    return len(numbers)


def _owners(db: sqlite3.Connection, people: dict[str, Places]) -> dict[str, str]:
    """Give every id under which private people stand, and who it is: sightings put together are one person."""
    actors: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    query = "SELECT entity, actor, known_as FROM main.actor_sighting JOIN main.actor a ON a.id = actor ORDER BY 1, 2"
    for entity, actor, known_as in db.execute(query):
        if entity in people:
            actors[entity].add(actor)
            names[actor] |= {actor, known_as} if known_as.startswith(ACTOR) else {actor}
    owners = {entity: min(actors[entity], default=entity) for entity in people}
    for entity in sorted(people):
        for actor in sorted(actors[entity]):
            for name in names[actor]:
                owners.setdefault(name, owners[entity])
    return owners


def _surnames(db: sqlite3.Connection, people: dict[str, Places]) -> Iterator[tuple[str, int, int]]:
    """Find the last words of their names on the pages that name them: the page means them there too.

    A name that could not be written in Latin letters is no person's, but a phrase; its last word may be any.
    """
    pages: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for entity, places in people.items():
        if not any(called and called.isascii() for _, _, called in places):
            continue
        lasts = [form.split()[-1] for form in _forms(entity, places)]
        for page in {page for page, _, _ in places}:
            pages[page][entity] = [last for last in lasts if len(last) >= SHORT]
    for page, forms in sorted(pages.items()):
        (text,) = db.execute("SELECT text FROM main.page WHERE sha256 = ?", (page,)).fetchone()
        yield from ((page, found.start, found.end) for found in Seeker(forms).find(text))


def _people(db: sqlite3.Connection) -> dict[str, Places]:
    """Give the places of every private person, with the name that stands in the row."""
    places: dict[str, Places] = defaultdict(set)
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
    posts = "SELECT actor FROM main.actor_sighting WHERE offices <> '[]'"
    known |= {one for (one,) in db.execute(f"SELECT entity FROM main.actor_sighting WHERE actor IN ({posts})")}
    return {entity: some for entity, some in places.items() if entity not in known}


def _forms(entity: str, places: Places) -> list[str]:
    """Give the names of several words, which are looked for in all texts.

    A single word («احمدی») is also part of others' names: it is masked where the page means this person, not elsewhere.
    """
    names = {fold(name).strip() for name in (entity.removeprefix(PAGE_NAME), *(called for _, _, called in places))}
    return sorted((n for n in names if len(n.split()) > 1), key=lambda name: (-len(name), name))
