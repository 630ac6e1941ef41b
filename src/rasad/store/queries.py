"""Typed reading of a case: the questions that commands and exporters ask."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.errors import CaseError
from rasad.model import DateInterval
from rasad.store.db import Aside
from rasad.store.evidence import interval
from rasad.store.veil import Veil, veil_of
from rasad.tokens import search_key

SHORTEST_HASH = 6
"""Letters of a sha256 that may stand for it; fewer are a slip of the finger."""
_LINES = msgspec.json.Decoder(tuple[str, ...])


WHO = "SELECT actor FROM actor_sighting WHERE id = ? OR entity = ? OR instr(folded(entity), ?)"
"""The unknown actors that an id, or a name in any spelling, means."""
_OF_EVENT = {
    "id": "entity", "country": "country", "name": "name", "native": "native",
    "unknown": f"entity IN (SELECT known_as FROM actor WHERE id IN ({WHO}))",
}  # fmt: skip
"""What a party of an event is asked for; `unknown`: any page names the actor so, in any spelling."""
_EVENT_IDS = ("event", "event_alias")
BEGINS = "id >= ? AND id < ?"
"""That an id begins so; it is looked up in the order of ids, which `substr` would not do."""
SHA_BEGINS = BEGINS.replace("id", "sha256")


class Filters(Struct, frozen=True):
    """What to keep: `actor` is an id, a country or part of a name in any script; days are ISO."""

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    lang: str | None = None


class PartyLine(Struct, frozen=True):
    """A party as an event or statement names it; `native` is its name as a page writes it."""

    id: str
    name: str
    kind: str
    country: str | None
    native: str
    sector: str | None = None


class EventLine(Struct, frozen=True):
    """An event as a timeline shows it.

    `contexts` are those of all its reports, `ledger` the lines of the ledger on it, `corrected` the fields they set,
    `part_of` the event of which it is a part.
    """

    id: str
    type: str
    mode: str | None
    status: str
    date: DateInterval
    place: str | None
    country: str | None
    actors: tuple[PartyLine, ...]
    recipients: tuple[PartyLine, ...]
    pages: int
    outlets: int
    origins: int
    contradictions: int
    contexts: tuple[str, ...] = ()
    ledger: tuple[int, ...] = ()
    corrected: tuple[str, ...] = ()
    place_id: str | None = None
    part_of: str | None = None


def events(db: sqlite3.Connection, keep: Filters = Filters()) -> list[EventLine]:  # noqa: B008 (frozen)
    """Give the events that pass the filters, by day, then id; undated ones last."""
    return _events(db, *event_filter(keep))


def events_named(db: sqlite3.Connection, ids: Sequence[str]) -> list[EventLine]:
    """Give the events with these ids, in their order."""
    found = {line.id: line for line in _events(db, f"id IN ({','.join('?' * len(ids))})", ids)}
    return [found[one] for one in ids if one in found]


def event(db: sqlite3.Connection, prefix: str) -> EventLine:
    """Give the event whose id, or else one of whose older ids, begins so; none or several are a `CaseError`."""
    asked = beginning(prefix)
    ids = [found for (found,) in db.execute(f"SELECT id FROM event WHERE {BEGINS} LIMIT 9", asked)]
    if not ids:
        older = f"SELECT DISTINCT event FROM event_alias WHERE {BEGINS} ORDER BY 1 LIMIT 9"
        ids = [found for (found,) in db.execute(older, asked)]
    if not ids:
        raise CaseError(f"{prefix}: no event has this id. `rasad timeline` lists the ids.")
    if len(ids) > 1:
        raise CaseError(f"{prefix}: several events begin so: {' '.join(ids)}. Give more letters.")
    return _events(db, "id = ?", ids)[0]


def page(db: sqlite3.Connection, name: str) -> str:
    """Give the sha256 of the page with this id, or whose sha256 begins so; none or several are a `CaseError`."""
    found = [sha for (sha,) in db.execute("SELECT sha256 FROM page WHERE id = ? ORDER BY 1 LIMIT 9", (name,))]
    if not found and len(name) >= SHORTEST_HASH:
        query = f"SELECT sha256 FROM page WHERE {SHA_BEGINS} ORDER BY 1 LIMIT 9"
        found = [sha for (sha,) in db.execute(query, beginning(name))]
    if not found:
        raise CaseError(f"{name}: no page has this id or sha256. Give one as `rasad show` or `rasad search` name it.")
    if len(found) > 1:
        raise CaseError(f"{name}: several pages are called so. Give more of the sha256: {' '.join(found)}")
    return str(found[0])


def is_event(db: sqlite3.Connection, prefix: str) -> bool:
    """Tell whether the id of an event, now or before, begins so."""
    query = f"SELECT 1 FROM {{}} WHERE {BEGINS} LIMIT 1"
    return any(db.execute(query.format(table), beginning(prefix)).fetchone() for table in _EVENT_IDS)


def beginning(prefix: str) -> tuple[str, str]:
    """Give the values for `BEGINS`: ids are small letters and digits, below the last of all letters."""
    return prefix.lower(), prefix.lower() + "\U0010ffff"


def asides(db: sqlite3.Connection) -> list[Aside]:
    """Give the input that was set aside, by place."""
    return [Aside(*row) for row in db.execute("SELECT path, line, why, what_to_do FROM set_aside ORDER BY 1, 2, 3")]


def _events(db: sqlite3.Connection, where: str, values: Sequence[str]) -> list[EventLine]:
    query = f"""SELECT id, type, mode, status, earliest, latest, precision, basis, derivation, place, place_country,
                       pages, outlets, origins, contradictions, place_id FROM event WHERE {where}
                ORDER BY earliest IS NULL AND latest IS NULL, coalesce(earliest, latest), latest, id"""
    rows = db.execute(query, values).fetchall()
    veil = veil_of(db)
    parties, contexts = _event_parties(db, where, values, veil), _event_contexts(db, where, values)
    inside = f"IN (SELECT id FROM event WHERE {where})"
    judged = lines_on(db, "event", inside, values)
    wholes = dict(db.execute(f"SELECT event, whole FROM event_part WHERE event {inside}", values))
    found = []
    for row in rows:
        date = veil.date(interval(row[4:9]))
        sides = (tuple(parties[row[0], "actor"]), tuple(parties[row[0], "recipient"]))
        more = (contexts.get(row[0], ()), *judged.get(row[0], ((), ())))
        line = (*row[:4], date, *row[9:11], *sides, *row[11:15], *more, row[15], wholes.get(row[0]))
        found.append(EventLine(*line))
    return found


def lines_on(
    db: sqlite3.Connection, what: str, inside: str = "IS NOT NULL", values: Sequence[str] = ()
) -> dict[str, tuple[tuple[int, ...], tuple[str, ...]]]:
    """Give for every judged `event` or `statement` the lines that hold on it, and the fields that were set.

    `inside` is the condition that keeps some of them.
    """
    lines, fields = defaultdict(list), defaultdict(set)
    query = f"""SELECT {what}, n FROM {what}_judgement JOIN judgement ON n = judgement
                WHERE state = 'holds' AND {what} {inside} ORDER BY 1, 2"""
    for one, n in db.execute(query, values):
        lines[one].append(n)
    for one, field in db.execute(f"SELECT {what}, field FROM {what}_edit WHERE {what} {inside}", values):
        fields[one].add(field)
    return {one: (tuple(some), tuple(sorted(fields[one]))) for one, some in lines.items()}


def _event_parties(
    db: sqlite3.Connection, where: str, values: Sequence[str], veil: Veil
) -> defaultdict[tuple[str, str], list[PartyLine]]:
    found: defaultdict[tuple[str, str], list[PartyLine]] = defaultdict(list)
    query = f"""SELECT event, side, entity, name, kind, country, native, sector FROM event_party
                WHERE event IN (SELECT id FROM event WHERE {where}) ORDER BY event, side, n"""
    for owner, side, *rest in db.execute(query, values):
        found[owner, side].append(veiled_party(PartyLine(*rest), veil))
    return found


def _event_contexts(db: sqlite3.Connection, where: str, values: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    query = f"""SELECT DISTINCT e.event, c.context FROM event_report e
                JOIN report_context c ON c.page = e.page AND c.report = e.report
                WHERE e.event IN (SELECT id FROM event WHERE {where}) ORDER BY 1, 2"""
    for owner, context in db.execute(query, values):
        found[owner] = (*found.get(owner, ()), context)
    return found


def veiled_party(party: PartyLine, veil: Veil) -> PartyLine:
    """Give a party without a name that is masked."""
    if not veil.masks:
        return party
    mask = veil.of(party.id)
    name, native = (mask.name, "") if mask else (veil.words(party.name), veil.text(party.native))
    return replace(party, id=mask.id if mask else party.id, name=name, native=native)


def named(actor: str) -> tuple[str, Sequence[str]]:
    """Give the condition that a party row is the actor asked for."""
    key = search_key(actor)
    asked = "({id} = ? OR {country} = ? OR instr(lower({name}), ?) OR instr(folded({native}), ?) OR {unknown})"
    return asked, (actor, actor.upper(), actor.lower(), key, actor, actor, key)


def event_filter(keep: Filters) -> tuple[str, list[str]]:
    """Give the condition on rows of `event`, with its values."""
    where, values = ["1"], []
    if keep.type:
        where.append("type = ?")
        values.append(keep.type.upper())
    if keep.actor:
        asked, more = named(keep.actor)
        where.append(f"id IN (SELECT event FROM event_party WHERE {asked.format(**_OF_EVENT)})")
        values.extend(more)
    told_in = "id IN (SELECT event FROM event_report r JOIN page ON sha256 = r.page WHERE lang = ?)"
    more_where, more_values = told(keep, "coalesce(latest, '9999')", "coalesce(earliest, '0000')", told_in)
    return " AND ".join(where + more_where), values + more_values


def told(keep: Filters, last: str, first: str, told_in: str) -> tuple[list[str], list[str]]:
    """Give the conditions on the last and first day of something and on its language, with their values."""
    # 2024-12 takes the whole month in: `~` sorts after digits and the hyphen.
    until = keep.until and f"{keep.until}~"
    asked = ((f"{last} >= ?", keep.since), (f"{first} <= ?", until), (told_in, keep.lang))
    kept = [(test, value) for test, value in asked if value]
    return [test for test, _ in kept], [value for _, value in kept]
