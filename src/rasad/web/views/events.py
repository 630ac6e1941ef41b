"""The table of events: facets, months, pages."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rasad.store import browse, queries
from rasad.store.queries import EventLine
from rasad.web.ask import FREE, PER_PAGE, Ask, Sieve
from rasad.web.desk import EVENT_COLUMNS
from rasad.web.render import Shown

FACETS = (
    "type", "mode", "status", "actor", "country", "place", "where", "lang", "outlet", "origin", "precision", "basis",
    "contested",
)  # fmt: skip
AT_ONCE = 500
"""Events that are read together for a whole list: far below what SQLite takes."""
MOST_BARS = 48
"""Bars of the histogram; a longer span of months is drawn in years."""


FEW = 0.01
"""Of all events, those that may lie outside of each end of a histogram whose months do not fit."""


class Bar(Struct, frozen=True):
    """A month or a year: its events, those whose days are sure among them, and where it leads.

    `edge` is `before` or `after` for all that lies beyond what is drawn; `name` is then the last month or year of it.
    """

    name: str
    count: int
    sure: int
    href: str | None
    on: bool
    edge: str = ""


def view(ask: Ask) -> Shown:
    """Show the events that the filters keep, the newest first."""
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    paging, first = sieve.paging()
    newest = ask.one("sort", "newest") != "oldest"
    ids = ordered(sieve, first, PER_PAGE, newest)
    data = {
        "events": queries.events_named(ask.db, ids), "paging": paging, "facets": sieve.facets(FACETS),
        "bars": bars(ask, sieve), "asked": asked(ask), "newest": newest, "snippets": browse.snippets(ask.db, ids),
    }  # fmt: skip
    return Shown(ask.words.say("events"), data, rows(ask, sieve))


def ordered(sieve: Sieve, first: int, count: int, newest: bool) -> list[str]:
    """Give the ids of a page of the list; rows without any day come last, whichever way it runs."""
    if not newest:
        return sieve.index.page(sieve.chosen, first, count)
    undated = sieve.chosen & sieve.index.bits("month", "")
    dated = sieve.chosen - undated
    total = len(dated)
    ids = sieve.index.page(dated, first, count, backwards=True) if first < total else []
    return ids + sieve.index.page(undated, max(0, first - total), count - len(ids))


def asked(ask: Ask) -> dict[str, str]:
    """Give what the fields of the form hold."""
    return {name: ask.one(name) for name in FREE}


def bars(ask: Ask, sieve: Sieve) -> list[Bar]:
    """Count events by the month in which they begin at the earliest."""
    index = sieve.index
    chosen = sieve.without("month")
    months = {m: n for m, n in index.counts("month", chosen, len(index.ids) + 1) if m}
    sure = dict(index.counts("month", chosen & index.bits("sure", "yes"), len(index.ids) + 1))
    names = _spread(months)
    found = []
    for name in names:
        count, certain = (sum(n for m, n in some.items() if m.startswith(name)) for some in (months, sure))
        on = any(m.startswith(name) for m in ask.query.get("month", ())) or ask.one("from")[: len(name)] == name
        href = ask.links.changed(**{"from": name, "to": name, "month": None}) if count else None
        found.append(Bar(name, count, certain, href, on))
    return [*_beyond(ask, months, sure, names, "before"), *found, *_beyond(ask, months, sure, names, "after")]


def _beyond(ask: Ask, months: dict[str, int], sure: dict[str, int], names: list[str], edge: str) -> Iterator[Bar]:
    """Give one bar for all that lies before, or after, the months or years that are drawn."""
    long = len(names[0]) if names else 0
    away = [m for m in months if (m[:long] < names[0] if edge == "before" else m[:long] > names[-1])]
    if away:
        name = max(away)[:long] if edge == "before" else min(away)[:long]
        days = {"from": None, "to": name} if edge == "before" else {"from": name, "to": None}
        href = ask.links.changed(**days, month=None)
        yield Bar(name, sum(months[m] for m in away), sum(sure.get(m, 0) for m in away), href, False, edge)


def rows(ask: Ask, sieve: Sieve) -> Iterator[dict[str, Any]]:
    """Give all chosen events as flat rows, by day."""
    ids = sieve.index.page(sieve.chosen, 0, len(sieve.chosen))
    for at in range(0, len(ids), AT_ONCE):
        yield from map(row, queries.events_named(ask.db, ids[at : at + AT_ONCE]))


def row(event: EventLine) -> dict[str, Any]:
    """Give an event as a flat row, under the names of the tables."""
    return {
        "id": event.id, "type": event.type, "mode": event.mode, "status": event.status,
        "earliest": event.date.earliest, "latest": event.date.latest, "precision": event.date.precision,
        "basis": event.date.basis, "place": event.place, "place_country": event.country,
        "actors": [one.name for one in event.actors], "actor_ids": [one.id for one in event.actors],
        "recipients": [one.name for one in event.recipients], "recipient_ids": [one.id for one in event.recipients],
        "pages": event.pages, "outlets": event.outlets, "origins": event.origins,
        "contradictions": event.contradictions, "contexts": event.contexts, "ledger": event.ledger,
    }  # fmt: skip


def _spread(months: dict[str, int]) -> list[str]:
    """Give the names of all bars, the empty ones between too; a long span is cut where hardly an event is, or in years.

    >>> _spread({"2016-11": 1, "2017-01": 2})
    ['2016-11', '2016-12', '2017-01']
    """
    if not months:
        return []
    first, last = min(months), max(months)
    if len(_between(first, last)) > MOST_BARS:
        first, last = _crowd(months)
    names = _between(first, last)
    if len(names) <= MOST_BARS:
        return names
    return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)][-MOST_BARS:]


def _crowd(months: dict[str, int]) -> tuple[str, str]:
    """Give the months between which all events but a few at each end lie: one far off would press all together."""
    ordered = sorted(months)
    few = sum(months.values()) * FEW
    first, last, gone = 0, len(ordered) - 1, months[ordered[0]]
    while gone <= few and first < last:
        first += 1
        gone += months[ordered[first]]
    gone = months[ordered[last]]
    while gone <= few and first < last:
        last -= 1
        gone += months[ordered[last]]
    return ordered[first], ordered[last]


def _between(first: str, last: str) -> list[str]:
    """Give all months from one to another.

    >>> _between("2016-11", "2017-01")
    ['2016-11', '2016-12', '2017-01']
    """
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]
