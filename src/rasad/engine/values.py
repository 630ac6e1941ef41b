"""What a person types as the value of a field, read and checked: PLOVER types, days, places, parties."""

import re
import sqlite3
from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date

from rasad.errors import CaseError
from rasad.ledger.lines import EVENT_FIELDS, Actor, Value
from rasad.ledger.values import choices
from rasad.model import Entity
from rasad.packs.register import Register
from rasad.store.judgements import parties

NONE = "none"
"""What empties a field that may be empty."""
FIELDS = EVENT_FIELDS
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def field_value(field: str, text: str, db: sqlite3.Connection, register: Register) -> Value:
    """Read the value of a field; what cannot be one is a `CaseError` that says what can."""
    match field:
        case "type":
            return Value(_one_of(text.upper(), choices()[field]))
        case "mode":
            return Value("" if text.lower() == NONE else _one_of(text.lower(), choices()[field] - {""}))
        case "status" | "form" | "stance":
            return Value(_one_of(text.lower(), choices()[field]))
        case "date":
            return days(text)
        case "speaker" | "addressee":
            if text.lower() == NONE and field == "addressee":
                return Value("")
            found = actor(text, db, register)
            return Value(found.name, actors=(found,))
        case "place":
            return _place(text, register)
        case _:
            names = [] if text.lower() == NONE else [name.strip() for name in text.split(";") if name.strip()]
            return Value(text, actors=tuple(actor(name, db, register) for name in names))


def days(text: str) -> Value:
    """Read a day, a month, a year, or two of them with a slash between; `..` is an open side.

    >>> days("2024-02").latest
    '2024-02-29'
    """
    if text.lower() == "unknown":
        return Value(text, precision="unknown")
    first, slash, last = text.partition("/")
    earliest, latest = _day(first, text)[0], _day(last if slash else first, text)[1]
    if not earliest and not latest:
        raise CaseError(f"{text!r}: says no day. Write 2024-12-01, 2024-12, 2024, two with a slash, or unknown.")
    if earliest and latest and latest < earliest:
        raise CaseError(f"{text!r}: ends before it begins. Write the earlier day first.")
    whole = {4: "year", 7: "month", 10: "day"}
    precision = "interval" if slash else whole[len(text)]
    return Value(text, earliest=earliest, latest=latest, precision=precision)


def actor(text: str, db: sqlite3.Connection, register: Register) -> Actor:
    """Find a party by its id or its English name, in the case and in the register."""
    found = {known.id: known for known in parties(db, text)} | {one.id: _actor(one) for one in _known(text, register)}
    if not found:
        raise CaseError(f"{text!r}: neither the case nor the register knows this party. `rasad events --json` has ids.")
    if len(found) > 1:
        raise CaseError(f"{text!r}: may be {', '.join(sorted(found))}. Give the id.")
    return next(iter(found.values()))


def _known(text: str, register: Register) -> Iterator[Entity]:
    asked = text.casefold()
    for table in (register.people, register.organisations, register.countries):
        yield from (one for key, one in table.items() if asked in (key.casefold(), one.id, one.name.casefold()))


def _actor(one: Entity) -> Actor:
    return Actor(one.id, one.name, one.kind, one.country, one.sector)


def _place(text: str, register: Register) -> Value:
    if text.lower() == NONE:
        return Value("")
    asked = text.casefold()
    for place in register.places.values():
        if asked in (place.id, place.name.casefold()):
            return Value(place.name, place_id=place.id, country=place.country)
    for iso, country in register.countries.items():
        if asked in (iso.casefold(), country.name.casefold()):
            return Value(country.name, place_id=iso, country=iso)
    return Value(text, place_id=f"place:{text}")


def _day(text: str, whole: str) -> tuple[str | None, str | None]:
    """Give the first and last day of a day, month or year."""
    if text in ("", ".."):
        return (None, None)
    found = _DAY.fullmatch(text)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        first = date(year or 1, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError as error:
        raise CaseError(f"{whole!r}: is no day. Write 2024-12-01, 2024-12, 2024, or two with a slash.") from error
    return (first.isoformat(), last.isoformat())


def _one_of(text: str, known: Collection[str]) -> str:
    if text not in known:
        raise CaseError(f"{text!r}: is not one of {', '.join(sorted(known))}.")
    return text
