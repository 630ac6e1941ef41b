"""One statement at a time, to be judged: the next that nobody has judged among those that the filters keep."""

from rasad.store import statements
from rasad.web.ask import Ask, Sieve
from rasad.web.desk import STATEMENT_COLUMNS
from rasad.web.facets import Rows, last
from rasad.web.render import Shown
from rasad.web.views import statement as one_statement
from rasad.web.views.review import queue, waiting_rows
from rasad.web.views.statements import rows


def view(ask: Ask) -> Shown:
    """Show the statement that is to be judged, and where judging it, or skipping it, leads; as data, all that wait."""
    sieve = Sieve(ask, ask.held.statements, STATEMENT_COLUMNS)
    left = sieve.chosen - ask.held.heard - sieve.index.set_of(waiting_rows(ask, sieve))
    now = _now(ask, sieve, left)
    data = queue(ask, sieve, left, now) | {"back": "hearing"}
    title = ask.words.say("hearing")
    sieve.chosen = left
    if now is None:
        return Shown(title, data | {"statement": None}, rows(ask, sieve))
    return Shown(title, one_statement.bench(ask, sieve.index.ids[now]) | data, rows(ask, sieve))


def _now(ask: Ask, sieve: Sieve, left: Rows) -> int | None:
    """Give the row asked for, else that of the latest page; a judged one is shown when it is asked for."""
    found = statements.statement(ask.db, ask.one("at")) if ask.one("at") else None
    if found in sieve.index.row:
        return sieve.index.row[found]
    return last(left)
