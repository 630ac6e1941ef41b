"""Who makes a thing an event of politics: states, those who act for them, and foreigners; not a town's officials."""

from rasad.grammar.shapes import Cast
from rasad.model import VERBAL, Document, Mention

_STATE = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "PRM", "UAF", "OPP"})
"""Sectors whose bodies and crowds count at home too; police, courts and schools are news of the town."""
_SPOKEN = VERBAL | {"COOPERATE", "AID"}
"""Types that an actor of weight must do: anybody demands, promises and praises."""


def notable(doc: Document, parties: Cast, kind: str, placed: Mention | None, posts: frozenset[str]) -> bool:
    """Tell whether somebody of weight takes part, or a page of foreign news tells what befell its people.

    Domestic news is full of demands, meetings and arrests of experts, members and heads of this and that: no acts of
    states. A crowd that protests is one anywhere.
    """
    home = doc.publisher.country if doc.publisher is not None else None
    everybody = (*parties.actors, *parties.recipients)
    if kind in _SPOKEN:
        return any(_speaks_for(m, home, posts) for m in everybody)
    if kind == "PROTEST" or home is None or any(_counts(m, home, posts) for m in everybody):
        return True
    if placed is not None and placed.place is not None and placed.place.country not in (home, None):
        return True
    return _abroad(doc, home)


def _speaks_for(mention: Mention, home: str | None, posts: frozenset[str]) -> bool:
    """Tell whether a party is a state, a body, somebody of the register or a holder of a state's post."""
    if mention.entity.id.startswith(("page:", "office:")):
        return mention.office in posts
    if mention.entity.kind == "population":
        return False
    return home is None or _counts(mention, home, posts)


def _counts(mention: Mention, home: str, posts: frozenset[str]) -> bool:
    """Tell whether a party is foreign, or of weight at home."""
    entity = mention.entity
    if entity.country not in (home, None):
        return True
    if entity.id.startswith(("page:", "office:")):
        return mention.office in posts
    if mention.head in ("organ", "group"):
        return entity.country is not None and entity.sector in _STATE
    return True


def _abroad(doc: Document, home: str) -> bool:
    """Tell whether a page names other countries at least as often as its own."""
    named = [m.entity.country for m in doc.mentions if m.entity.country is not None]
    return len(named) > 0 and sum(country != home for country in named) * 2 >= len(named)
