"""Where a view stands: its address on the desk, or its file in a site. All that is filtered is in the address."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote, urlencode

from msgspec import Struct

Query = tuple[tuple[str, str], ...]


class Place(Struct, frozen=True):
    """A view in a language, of one thing or of a list as it is filtered."""

    lang: str
    view: str
    ident: str = ""
    query: Query = ()


Address = Callable[[Place], str | None]
"""Gives the address of a place; None where there is nothing to go to."""


class Links:
    """Makes the addresses that a view shows. `here` is its own place."""

    def __init__(self, here: Place, address: Address, static: str) -> None:
        self.here = here
        self.address = address
        self.static = static

    def to(self, view: str, ident: str = "", **query: str | None) -> str | None:
        """Give the address of a view in the same language."""
        return self.address(Place(self.here.lang, view, ident, tuple((k, v) for k, v in query.items() if v)))

    def changed(self, **query: str | None) -> str | None:
        """Give this view with other values; None takes one out, and every change goes back to the first page."""
        gone = {*query, "page"}
        kept = tuple((name, value) for name, value in self.here.query if name not in gone)
        return self._here((*kept, *((k, v) for k, v in query.items() if v)))

    def toggled(self, name: str, value: str) -> str | None:
        """Give this view with one value of a filter added, or taken out if it is there."""
        kept = tuple(pair for pair in self.here.query if pair[0] != "page")
        pair = (name, value)
        return self._here(tuple(p for p in kept if p != pair) if pair in kept else (*kept, pair))

    def elsewhere(self, view: str) -> str | None:
        """Give another view with the filters of this one."""
        return self.address(Place(self.here.lang, view, "", tuple(p for p in self.here.query if p[0] != "page")))

    def in_language(self, lang: str) -> str | None:
        """Give this view in another language."""
        return self.address(Place(lang, self.here.view, self.here.ident, self.here.query))

    def _here(self, query: Query) -> str | None:
        return self.address(Place(self.here.lang, self.here.view, self.here.ident, query))


def live(place: Place) -> str:
    """Give the address of a place on the desk.

    >>> live(Place("fa", "events", query=(("type", "AID"),)))
    '/fa/events?type=AID'
    """
    ident = f"/{quote(place.ident, safe='')}" if place.ident else ""
    return f"/{place.lang}/{place.view}{ident}{'?' + urlencode(place.query) if place.query else ''}"


def query_of(pairs: Iterable[tuple[str, str]]) -> Query:
    """Give what stands in an address, without empty values: a form sends all of its fields."""
    return tuple((name, value) for name, value in pairs if value.strip())


def values(query: Query) -> Mapping[str, tuple[str, ...]]:
    """Give the values of each name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in query:
        found[name] = (*found.get(name, ()), value)
    return found
