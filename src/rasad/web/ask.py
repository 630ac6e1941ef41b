"""What a view is asked: the case, the language, the thing or the filters; and how filters choose rows."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from rasad.errors import CaseError
from rasad.model import PublicLink, PublicParty
from rasad.store.queries import EventLine, PartyLine
from rasad.tokens import search_key
from rasad.web import names
from rasad.web.desk import Desk, Holdings, Party
from rasad.web.facets import Index, Rows
from rasad.web.links import Links, values
from rasad.web.meant import events_meant
from rasad.web.words import Words

PER_PAGE = 50
"""Lines of a list: two screens."""
LONGEST_FACET = 12
FREE = ("who", "q", "from", "to")
"""Filters of events that are no columns: part of a name, a search, days; `with` names another actor who takes part."""


class Ask:
    """One request for a view."""

    def __init__(self, desk: Desk, db: sqlite3.Connection, words: Words, links: Links) -> None:
        self.desk = desk
        self.db = db
        self.words = words
        self.links = links
        self.query: Mapping[str, tuple[str, ...]] = values(links.here.query)
        self.held: Holdings = desk.holdings(db)

    @property
    def ident(self) -> str:
        """What is asked for: the id of an event, a page, an actor."""
        return self.links.here.ident

    def one(self, name: str, default: str = "") -> str:
        """Give the last value of a filter."""
        return self.query.get(name, (default,))[-1]

    def number(self, name: str, default: int) -> int:
        """Give a filter that is a whole number."""
        text = self.one(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default

    def name_of(self, who: Party | PartyLine | PublicParty | PublicLink) -> str:
        """Name an actor in the language of the desk."""
        known: Any = self.held.parties.get(who.id, who)
        return names.name(known.id, known.name, getattr(known, "native", ""), self.words.lang)

    def label(self, column: str, value: str) -> str:
        """Name a value of a column in the language of the desk."""
        return label(self, column, value)

    def place_name(self, event: EventLine) -> str:
        """Name the place of an event in the language of the desk."""
        events = self.held.events
        keys = events.of("place", events.row[event.id]) if event.id in events.row else ()
        return names.name(keys[0] if keys else "", event.place or "", "", self.words.lang)


class Choice(Struct, frozen=True):
    """A value that a list may be filtered by, and how many rows would stay."""

    value: str
    label: str
    count: int
    href: str | None
    on: bool


class Facet(Struct, frozen=True):
    """A column with its commonest values."""

    name: str
    choices: tuple[Choice, ...]
    rest: int


class Paging(Struct, frozen=True):
    """Where in a list a page of it is."""

    first: int
    last: int
    total: int
    before: str | None
    after: str | None


class Sieve:
    """The rows of an index that the filters of a request keep."""

    def __init__(self, ask: Ask, index: Index, columns: Sequence[str]) -> None:
        self.ask = ask
        self.index = index
        self.asked = {name: some for name, some in ask.query.items() if name in columns}
        self.free = self._free() if "actor" in columns else index.everything
        self.chosen = self.without()

    def without(self, column: str = "") -> Rows:
        """Give the rows that all filters but one keep."""
        found = self.free
        for name, some in self.asked.items():
            if name != column:
                found &= self.index.any_of(name, some)
        return found

    def facets(self, columns: Sequence[str]) -> list[Facet]:
        """Give the columns with the values that occur among the rows, those asked for first."""
        made = (self._facet(name) for name in columns)
        return [facet for facet in made if facet.choices]

    def paging(self, size: int = PER_PAGE) -> tuple[Paging, int]:
        """Give where the page asked for is, and how many rows come before it."""
        total = len(self.chosen)
        number = min(max(1, self.ask.number("page", 1)), max(1, -(-total // size)))
        first, links = (number - 1) * size, self.ask.links
        before = links.changed(page=str(number - 1)) if number > 1 else None
        after = links.changed(page=str(number + 1)) if number * size < total else None
        return Paging(min(first + 1, total), min(first + size, total), total, before, after), first

    def _facet(self, column: str) -> Facet:
        chosen = self.without(column)
        counts = dict(self.index.counts(column, chosen, LONGEST_FACET + 1))
        rest = max(0, len(counts) - LONGEST_FACET)
        asked = self.asked.get(column, ())
        shown = [*asked, *(value for value in counts if value not in asked)][: max(LONGEST_FACET, len(asked))]
        choices = tuple(
            Choice(
                value, label(self.ask, column, value),
                counts[value] if value in counts else chosen.intersection_cardinality(self.index.bits(column, value)),
                self.ask.links.toggled(column, value), value in asked,
            ) for value in shown
        )  # fmt: skip
        return Facet(column, choices, rest)

    def _free(self) -> Rows:
        found = self.index.everything
        held = self.ask.held
        if who := search_key(self.ask.one("who")).strip():
            found &= self.index.any_of("actor", held.called.holding(who))
        if words := self.ask.one("q").strip():
            found &= events_meant(held, self.ask.db, words)
        for other in self.ask.query.get("with", ()):
            found &= self.index.bits("actor", other)
        since, until = self.ask.one("from"), self.ask.one("to")
        if since or until:
            until = f"{until}~" if until else "~"  # `~` sorts after digits: 2024-12 takes the whole month in
            found &= held.days.within(since, until)
        return found


def label(ask: Ask, column: str, value: str) -> str:
    """Name a value of a column in the language of the desk."""
    lang, held = ask.words.lang, ask.held
    if column in ("actor", "speaker", "addressee"):
        one = held.parties.get(value)
        return names.name(one.id, one.name, one.native, lang) if one else value
    if column == "place":
        return names.name(value, held.places.get(value, (value, None))[0], "", lang)
    if column in ("country", "where"):
        return names.country(value, lang)
    if column == "origin":
        return names.name(value, held.origins.get(value, value), "", lang)
    if column == "outlet":
        return names.translated(value, lang)
    if column == "month":
        return ask.words.digits(value)
    if column == "mode":
        kind, _, mode = value.partition("/")
        return f"{ask.words.term('type', kind)}: {ask.words.term('mode', mode)}"
    return ask.words.term(column, value)


def missing(what: str, asked: str) -> CaseError:
    """Say that the case holds no such thing."""
    return CaseError(f"{asked}: the case holds no such {what}.")
