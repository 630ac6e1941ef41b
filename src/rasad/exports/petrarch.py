"""Events as PETRARCH writes them: a day, two actors in codes of CAMEO, and a code of CAMEO, one line a pair."""

import sqlite3
from typing import BinaryIO

from rasad.sharing.cells import tab_line
from rasad.sharing.facts import code
from rasad.sharing.parties import dyads
from rasad.sharing.words import single_day
from rasad.store.queries import PartyLine
from rasad.store.stories import Story, stories

DESCRIPTION = "the columns of PETRARCH, without a header: actual events of one day, in codes of CAMEO, one line a pair"
EXTENSION = "tsv"

COLUMNS = ("date", "source", "target", "code", "issues", "ids", "url", "outlet")
_NOBODY = "---"
"""What PETRARCH writes for an actor that it does not know."""


def write(db: sqlite3.Connection, out: BinaryIO) -> tuple[str, ...]:
    """Write the pairs of every event that was, on a day that is known."""
    left = 0
    for story in stories(db):
        on = single_day(story.event.date)
        if story.event.status != "actual" or on is None:
            left += 1
            continue
        for source, target in _pairs(story):
            out.write(tab_line([on.replace("-", ""), source, target, *_rest(story)]))
    return (f"{left} events are left out: not actual, or of no single day",) if left else ()


def _pairs(story: Story) -> list[tuple[str, str]]:
    pairs = [(_code(dyad.source), _code(dyad.target)) for dyad in dyads(story.event)]
    return list(dict.fromkeys(pairs)) or [(_code(one), _NOBODY) for one in story.event.actors[:1]]


def _code(party: PartyLine) -> str:
    """Write country and sector as CAMEO does; a body without a state by its sector alone."""
    return f"{party.country or ''}{party.sector or ''}" or _NOBODY


def _rest(story: Story) -> tuple[str, ...]:
    event, pages = story.event, [one.entry.record for one in story.told]
    issues = ";".join(f"{context},1" for context in event.contexts)
    ids = ";".join(dict.fromkeys(f"{page.id}_{event.id}" for page in pages))
    urls = ";".join(dict.fromkeys(page.url for page in pages if page.url))
    outlets = ";".join(dict.fromkeys(page.publisher for page in pages if page.publisher))
    return (code(event.type, event.mode).cameo, issues, ids, urls, outlets or "NULL")
