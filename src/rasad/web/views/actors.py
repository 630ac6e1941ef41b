"""The actors of the case, those with most events first."""

from collections.abc import Iterator, Sequence
from typing import Any

from rasad.tokens import search_key
from rasad.web.ask import Ask, Paging
from rasad.web.desk import Known
from rasad.web.render import Shown

PER_PAGE = 150


def view(ask: Ask) -> Shown:
    """Show the actors whose names hold the words asked for."""
    found = _known(ask)
    kinds = sorted({one.party.kind for one in found if one.party.kind})
    if kind := ask.one("kind"):
        found = [one for one in found if one.party.kind == kind]
    first = min((max(1, ask.number("page", 1)) - 1) * PER_PAGE, max(0, len(found) - 1) // PER_PAGE * PER_PAGE)
    links, number = ask.links, first // PER_PAGE + 1
    paging = Paging(
        min(first + 1, len(found)), min(first + PER_PAGE, len(found)), len(found),
        links.changed(page=str(number - 1)) if first else None,
        links.changed(page=str(number + 1)) if first + PER_PAGE < len(found) else None,
    )  # fmt: skip
    choices = [
        (one, ask.words.term("kind", one), links.changed(kind=None if one == kind else one), one == kind)
        for one in kinds
    ]
    data = {"known": found[first : first + PER_PAGE], "paging": paging, "kinds": choices, "asked": ask.one("who")}
    return Shown(ask.words.say("actors"), data, _rows(found))


def _known(ask: Ask) -> Sequence[Known]:
    asked = search_key(ask.one("who")).strip()
    if not asked:
        return ask.held.known
    kept = ask.held.called.holding(asked)
    return [one for one in ask.held.known if one.party.id in kept]


def _rows(found: Sequence[Known]) -> Iterator[dict[str, Any]]:
    for one in found:
        yield {
            "entity": one.party.id, "name": one.party.name, "kind": one.party.kind, "country": one.party.country,
            "native": one.party.native, "events": one.events, "statements": one.statements,
        }  # fmt: skip
