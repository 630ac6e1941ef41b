"""What words selected on a page mean as the value of a field: what was read there, else what the register calls so."""

import sqlite3
from collections.abc import Iterator

from msgspec import Struct

from rasad.dates.calendars import iso
from rasad.dates.written import day_written
from rasad.engine.said import PARTIES
from rasad.engine.values import days, field_value
from rasad.errors import CaseError
from rasad.ledger.lines import Actor, Value
from rasad.model import PageRecord, PublicLink, PublicParty, Span
from rasad.packs import load
from rasad.packs.rows import read_rows
from rasad.store import queries
from rasad.store.records import entries
from rasad.tokens import search_key

_SIDES = ("actors", "recipients")
_NAMED = (
    ("actors/person_names.tsv", "id"), ("actors/organisation_names.tsv", "id"), ("actors/country_names.tsv", "iso3"),
)  # fmt: skip
_PLACES = ("actors/place_names.tsv", "actors/place_names_geonames.tsv")


class Selection(Struct, frozen=True):
    """What a person put in: words, and, where they were selected, their page and span."""

    text: str
    page: str = ""
    start: int = 0
    end: int = 0

    def meets(self, span: Span) -> bool:
        """Tell whether a span of the page shares a character with what was selected."""
        return span[0] < self.end and self.start < span[1]


def chosen_value(db: sqlite3.Connection, event: str, field: str, asked: Selection, keep: bool) -> Value:
    """Give the value of a field: what was read at the selected place, else what the words are a name or a date of."""
    record = _record(db, asked)
    if field in _SIDES:
        return _parties(db, event, field, asked, record, keep)
    if field == "date":
        return _day(asked, record)
    if field == "place":
        return _place(db, asked, record)
    return field_value(field, asked.text, db, load().register)


def said_value(db: sqlite3.Connection, field: str, asked: Selection) -> Value:
    """Give the value of a field of a statement: who was read at the selected place, else whom the words name."""
    if field in PARTIES:
        record = _record(db, asked)
        if found := _on_page(asked, record) or _by_name(asked.text):
            return Value(found.name, actors=(found,))
    return field_value(field, asked.text, db, load().register)


def _record(db: sqlite3.Connection, asked: Selection) -> PageRecord | None:
    return next((entry.record for entry in entries(db, [asked.page])), None) if asked.end > asked.start else None


def _parties(
    db: sqlite3.Connection, event: str, field: str, asked: Selection, record: PageRecord | None, keep: bool
) -> Value:
    found = _on_page(asked, record) or _by_name(asked.text)
    value = Value(found.name, actors=(found,)) if found else field_value(field, asked.text, db, load().register)
    if not keep:
        return value
    line = queries.event(db, event)
    there = field_value(field, "; ".join(one.id for one in getattr(line, field)) or "none", db, load().register)
    actors = {one.id: one for one in (*there.actors, *value.actors)}
    return Value("; ".join(one.name for one in actors.values()), actors=tuple(actors.values()))


def _on_page(asked: Selection, record: PageRecord | None) -> Actor | None:
    """Give the party that was read where the words stand; of several the one that fills the selection best."""
    if record is None:
        return None
    met = [(span, who) for span, who in _mentions(record) if asked.meets(span)]
    best = min(met, key=lambda one: abs(one[0][0] - asked.start) + abs(one[0][1] - asked.end), default=None)
    if best is None:
        return None
    who = best[1]
    return Actor(who.id, who.name, who.kind, who.country, getattr(who, "sector", None))


def _mentions(record: PageRecord) -> Iterator[tuple[Span, PublicParty | PublicLink]]:
    for event in record.events:
        for party in (*event.actors, *event.recipients):
            yield from ((span, party) for span in (party.span, *party.mentions))
        yield from ((link.span, link) for link in event.attribution)
    for said in record.statements:
        for party in (said.speaker, *((said.addressee,) if said.addressee else ())):
            yield from ((span, party) for span in (party.span, *party.mentions))


def _by_name(text: str) -> Actor | None:
    """Give whom the register calls so, in Persian or Arabic."""
    register, asked = load().register, search_key(text).strip()
    for table, key in _NAMED:
        for row in read_rows(table):
            if asked and search_key(row["form"]) == asked:
                known = (register.people, register.organisations, register.countries)
                one = next((some[row[key]] for some in known if row[key] in some), None)
                if one:
                    return Actor(one.id, one.name, one.kind, one.country, one.sector)
    return None


def _day(asked: Selection, record: PageRecord | None) -> Value:
    """Give the day that was read at the selected place; else the words must be a whole date."""
    for event in record.events if record else ():
        date = event.date
        if date and event.date_span and asked.meets(event.date_span):
            text = f"{date.earliest or '..'}/{date.latest or '..'}" if date.earliest != date.latest else date.earliest
            return Value(text or "", earliest=date.earliest, latest=date.latest, precision=date.precision)
    written = day_written(asked.text)
    return days(iso(written)) if written else days(asked.text)


def _place(db: sqlite3.Connection, asked: Selection, record: PageRecord | None) -> Value:
    for event in record.events if record else ():
        if event.place and asked.meets(event.place.span):
            return Value(event.place.name, place_id=event.place.id, country=event.place.country)
    key = search_key(asked.text).strip()
    for table in _PLACES:
        for row in read_rows(table):
            if key and search_key(row["form"]) == key and row["id"] in load().register.places:
                place = load().register.places[row["id"]]
                return Value(place.name, place_id=place.id, country=place.country)
    if not asked.text:
        raise CaseError("Select the words that name the place, or write its name.")
    return field_value("place", asked.text, db, load().register)
