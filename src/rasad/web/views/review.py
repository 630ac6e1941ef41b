"""One event at a time, to be judged: the next that nobody has judged among those that the filters keep."""

from typing import Any

from rasad.errors import CaseError
from rasad.store import queries
from rasad.web.ask import Ask, Sieve
from rasad.web.desk import EVENT_COLUMNS
from rasad.web.facets import Rows, last
from rasad.web.render import Shown
from rasad.web.views import event as one_event
from rasad.web.views.events import rows

OWN = ("at", "done", "line", "wrong", "report", "first")
"""What stands in the address beside the filters."""


def view(ask: Ask) -> Shown:
    """Show the event that is to be judged, and where judging it, or skipping it, leads; as data, all that wait."""
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    left = sieve.chosen - ask.held.judged - sieve.index.set_of(waiting_rows(ask, sieve))
    now = _now(ask, sieve, left)
    data = queue(ask, sieve, left, now) | {"back": "review"}
    title = ask.words.say("review")
    sieve.chosen = left
    if now is None:
        return Shown(title, data | {"event": None}, rows(ask, sieve))
    return Shown(title, one_event.bench(ask, queries.event(ask.db, sieve.index.ids[now])) | data, rows(ask, sieve))


def queue(ask: Ask, sieve: Sieve, left: Rows, now: int | None) -> dict[str, Any]:
    """Give what a queue says of itself: how many wait behind which filters, and which comes next."""
    after = next_row(left, now) if now is not None else None
    filters = {name: some for name, some in ask.query.items() if name not in OWN}
    return {
        "count": len(left), "filters": [(name, value) for name, some in filters.items() for value in some],
        "skip": ask.links.changed(at=chosen_id(sieve, after), done=None, line=None, wrong=None, report=None),
        "next": chosen_id(sieve, after) or "", **one_event.outcome(ask),
    }  # fmt: skip


def waiting_rows(ask: Ask, sieve: Sieve) -> list[int]:
    """Give the rows that were judged and whose judgement the case has not taken up yet."""
    return [sieve.index.row[one] for one in ask.desk.waiting() if one in sieve.index.row]


def _now(ask: Ask, sieve: Sieve, left: Rows) -> int | None:
    """Give the row asked for, else the newest that is left; a judged one is shown when it is asked for."""
    if asked := ask.one("at"):
        try:
            row = sieve.index.row.get(queries.event(ask.db, asked).id)
        except CaseError:
            row = None
        if row is not None:
            return row
    return last(left)


def next_row(left: Rows, now: int) -> int | None:
    """Give the next row that is left: the one before in time, else from the newest again."""
    older = last(left, now)
    newest = last(left)
    return older if older is not None else newest if newest != now else None


def chosen_id(sieve: Sieve, row: int | None) -> str | None:
    """Give the id of a row; None where none is left."""
    return sieve.index.ids[row] if row is not None else None
