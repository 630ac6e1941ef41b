"""Who makes a thing an event of politics: states, those who act for them, and foreigners; not a town's officials."""

from rasad.grammar.shapes import Cast, Trigger
from rasad.model import VERBAL, Document, Mention

_BODIES = frozenset({"GOV", "MIL", "LEG", "SPY"})
"""Sectors whose bodies count at home too; police, courts and schools are news of the town."""
_CROWDS = frozenset({"REB", "PRM", "UAF", "OPP"})
"""Sectors whose crowds count at home too."""
_ORDINARY = frozenset({
    "", "advisor", "analyst", "chairman", "chief_of_office", "cleric", "counterpart", "deputy", "doctor", "eyewitness",
    "friday_imam", "head", "journalist", "lawyer", "leader", "mayor", "member", "official", "source",
})  # fmt: skip
"""Posts that every town, school and company has: their holders are of no weight at home."""
_UNKNOWN = ("page:", "office:", "organ:", "group:")
"""How the ids of those begin whom no register holds."""
_PART = 4
"""Of so many countries named one must be foreign on a page that is not of the town alone."""
_SPOKEN = VERBAL | {"COOPERATE", "AID"}
"""Types that an actor of weight must do: anybody demands, promises and praises."""


def notable(doc: Document, parties: Cast, trigger: Trigger, placed: Mention | None, posts: frozenset[str]) -> bool:
    """Tell whether somebody of weight takes part, or a page that names other countries tells it.

    Domestic news is full of demands, meetings and arrests of experts, members and heads of this and that: no acts of
    states. A crowd that protests is one anywhere.
    """
    home = doc.publisher.country if doc.publisher is not None else None
    everybody = (*parties.actors, *parties.recipients)
    kind = trigger.mark.cells["type"]
    if trigger.frame == "mobilize" and trigger.verbal and everybody and not any(_armed(m) for m in everybody):
        return False
    abroad = placed is not None and placed.place is not None and placed.place.country not in (home, None)
    if trigger.frame == "multilateral" and home and not abroad and all(_at_home(m, home) for m in everybody):
        return False
    if trigger.frame == "multilateral" and everybody and not any(_speaks_for(m, None, posts) for m in everybody):
        return False  # «در کنفرانس ... پذیرفته شد»: private people at a congress
    if kind in _SPOKEN:
        if home is None or _abroad(doc, home):
            return any(_speaks_for(m, None, posts) for m in everybody)
        return any(_counts(m, home) for m in parties.actors or everybody) or any(
            _is_foreign(m, home) and _speaks_for(m, home, posts) for m in parties.recipients
        )
    if kind == "PROTEST" or home is None or any(_counts(m, home) for m in everybody):
        return True
    return abroad or _abroad(doc, home)


def _speaks_for(mention: Mention, home: str | None, posts: frozenset[str]) -> bool:
    """Tell whether a party is a state, a body, somebody of the register or a holder of a state's post."""
    if mention.entity.id.startswith(("page:", "office:")):
        return mention.office in posts
    if mention.entity.kind == "population":
        return False
    return home is None or _counts(mention, home)


def _counts(mention: Mention, home: str) -> bool:
    """Tell whether a party is foreign, or of weight at home."""
    entity = mention.entity
    if _is_foreign(mention, home):
        return True
    if entity.id.startswith(("page:", "office:")):
        return (mention.office or "") not in _ORDINARY
    if mention.head in ("organ", "group"):
        return entity.country is not None and entity.sector in (_BODIES if mention.head == "organ" else _CROWDS)
    return True


def _armed(mention: Mention) -> bool:
    """Tell whether a party may have forces to send: no crowd of people, and nobody of an ordinary post."""
    if mention.entity.id.startswith(("page:", "office:")):
        return (mention.office or "") not in _ORDINARY
    return mention.entity.kind != "population"


def _at_home(mention: Mention, home: str | None) -> bool:
    """Tell whether a party is of the page's country, or of none and in no register."""
    if mention.entity.country is None:
        return mention.entity.id.startswith(_UNKNOWN)
    return mention.entity.country == home


def _is_foreign(mention: Mention, home: str | None) -> bool:
    return mention.entity.country not in (home, None)


def _abroad(doc: Document, home: str) -> bool:
    """Tell whether a page names other countries and bodies of states too, in one mention of four at least."""
    named = [m.entity.country for m in doc.mentions if m.entity.country is not None or m.entity.sector == "IGO"]
    return len(named) > 0 and sum(country != home for country in named) * _PART >= len(named)
