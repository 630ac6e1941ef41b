"""Who said what: a concordance by speaker, addressee, verb and stance."""

from collections.abc import Iterator
from typing import Any

from rasad.store import lines
from rasad.store.lines import Said
from rasad.web.ask import PER_PAGE, Ask, Sieve
from rasad.web.desk import STATEMENT_COLUMNS
from rasad.web.render import Shown
from rasad.web.views.events import ordered

FACETS = ("speaker", "country", "addressee", "verb", "stance", "form", "lang", "outlet")
AT_ONCE = 500


def view(ask: Ask) -> Shown:
    """Show the statements that the filters keep, the latest page first."""
    sieve = Sieve(ask, ask.held.statements, STATEMENT_COLUMNS)
    paging, first = sieve.paging()
    ids = ordered(sieve, first, PER_PAGE, True)
    data = {
        "statements": lines.said_named(ask.db, ids), "paging": paging, "facets": sieve.facets(FACETS), "newest": True,
    }  # fmt: skip
    return Shown(ask.words.say("statements"), data, rows(ask, sieve))


def rows(ask: Ask, sieve: Sieve) -> Iterator[dict[str, Any]]:
    """Give all chosen statements as flat rows, by the day of their page."""
    ids = sieve.index.page(sieve.chosen, 0, len(sieve.chosen))
    for at in range(0, len(ids), AT_ONCE):
        yield from map(row, lines.said_named(ask.db, ids[at : at + AT_ONCE]))


def row(said: Said) -> dict[str, Any]:
    """Give a statement as a flat row, under the names of the tables."""
    return {
        "id": said.id, "page": said.page, "page_id": said.page_id, "lang": said.lang, "outlet": said.outlet,
        "day": said.day, "speaker": said.speaker.name, "speaker_id": said.speaker.id,
        "addressee": said.addressee.name if said.addressee else None,
        "addressee_id": said.addressee.id if said.addressee else None, "form": said.form, "stance": said.stance,
        "verb": said.verb, "quote": said.quote, "start": said.start, "end": said.end, "via": said.via,
        "rule": said.rule,
    }  # fmt: skip
