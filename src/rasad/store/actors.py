"""Reading the unknown actors of a case: how pages name them, and why these pages name one."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from rasad.store.veil import Veil, veil_of
from rasad.tokens import search_key

_LINES = msgspec.json.Decoder(tuple[str, ...])
ASKED = """(SELECT actor FROM actor_sighting WHERE id = :who OR entity = :who OR instr(folded(entity), :key)
            UNION SELECT id FROM actor WHERE known_as = :who OR instr(lower(name), :lower))"""
"""The actors that are asked for by an id, or by part of a name in any spelling."""


class SightingLine(Struct, frozen=True):
    """A page that names the actor; `day` is the page's."""

    id: str
    page: str
    page_id: str
    day: str | None
    lang: str
    written: tuple[str, ...]
    offices: tuple[str, ...]
    country: str | None


class LinkLine(Struct, frozen=True):
    """Why two sightings are of one actor."""

    sighting: str
    other: str
    points: float
    reasons: tuple[str, ...]
    rule: str


class ActorLine(Struct, frozen=True):
    """An unknown actor; `forms` are the spellings, each with the number of its pages."""

    id: str
    known_as: str
    name: str
    native: str
    kind: str
    country: str | None
    pages: int
    langs: tuple[str, ...]
    offices: tuple[str, ...]
    forms: dict[str, int]
    sightings: tuple[SightingLine, ...]
    links: tuple[LinkLine, ...]


def actors(db: sqlite3.Connection, who: str | None = None, least: int = 1) -> Iterator[ActorLine]:
    """Give the unknown actors on `least` pages or more, those on most pages first; `who` is an id or part of a name."""
    where = f"pages >= :least AND id IN {ASKED}" if who else "pages >= :least"
    query = f"""SELECT id, known_as, name, native, kind, country, pages FROM actor WHERE {where}
                ORDER BY pages DESC, native, id"""
    values = {"least": least, "who": who, "key": search_key(who or ""), "lower": (who or "").lower()}
    veil = veil_of(db)
    for row in db.execute(query, values).fetchall():
        yield _line(db, row, veil)


def _line(db: sqlite3.Connection, row: tuple[str, str, str, str, str, str | None, int], veil: Veil) -> ActorLine:
    query = """SELECT s.id, s.page, p.id, coalesce(p.published, p.retrieved, p.shown_on), s.lang, s.written, s.offices,
                      s.country FROM actor_sighting s JOIN page p ON p.sha256 = s.page WHERE s.actor = ?
               ORDER BY 4, 2"""
    mask = veil.of(row[0])
    seen = []
    for id_, page, page_id, day, lang, written, offices, country in db.execute(query, (row[0],)):
        forms = () if mask else tuple(map(veil.text, _LINES.decode(written)))
        seen.append(SightingLine(id_, page, page_id, day, lang, forms, _LINES.decode(offices), country))
    links = db.execute(
        "SELECT sighting, other, points, reasons, rule FROM actor_link WHERE actor = ? ORDER BY points, 1, 2", (row[0],)
    )
    counts = Counter(one.written[0] for one in seen if one.written)
    named = (mask.id, mask.id, mask.name, "") if mask else (*row[:2], veil.words(row[2]), veil.text(row[3]))
    return ActorLine(
        *named, *row[4:], tuple(sorted({one.lang for one in seen})),
        tuple(sorted({office for one in seen for office in one.offices})),
        dict(sorted(counts.items(), key=lambda form: (-form[1], form[0]))), tuple(seen),
        tuple(LinkLine(a, b, bits, veil.lines(_LINES.decode(why)), rule) for a, b, bits, why, rule in links),
    )  # fmt: skip
