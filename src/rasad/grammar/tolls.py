"""Whom an attack befell where the page only counts them: «14 killed and 42 wounded» are people of the place."""

from collections.abc import Iterator

from msgspec.structs import replace

from rasad.grammar.victims import moved
from rasad.model import Document, Entity, Figure, Mention, Party, Told
from rasad.packs import Packs

_FATES = {"ASSAULT": ("killed", "wounded", "bodies"), "COERCE": ("arrested",)}
"""What befell those whom a deed struck, by its type: the last word of the unit."""
_TIES = frozenset({"count_in_clause", "toll_behind"})
"""Constructions that tie a count to its deed closely enough to say whom it befell."""
_CROWDS = frozenset({"group", "organ", "adjective"})
_TOWNS = ("plc-", "page-place:")
"""How the ids of places begin."""
_OF = 4
"""Code points of «از» or «من» with its spaces."""
_ONE = 1
"""Attackers of one side: who falls in a fight of two is on either."""


def counted_victims(doc: Document, packs: Packs) -> Iterator[Told]:
    """Give each report, an attack upon nobody named with those whom its toll counts."""
    for number, told in enumerate(doc.told):
        fates = _FATES.get(told.type)
        if fates is None or len(told.actors) > _ONE or not all(map(_is_town, told.recipients)):
            yield told
            continue
        tolls = [f for f in doc.figures if f.told == number and f.by in _TIES and f.unit.endswith(fates)]
        found: dict[str, Party] = {}
        for party in (_party(doc, told, figure, packs) for figure in tolls):
            if party is not None:
                found.setdefault(party.entity.id, party)
        yield replace(told, recipients=_fewest(tuple(found.values()))) if found else told


def _is_town(party: Party) -> bool:
    """Tell whether a party is only the place that was struck."""
    return party.entity.id.startswith(_TOWNS)


def _fewest(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out people who are only counted where others are named, too («12 soldiers and 27 more»)."""
    named = tuple(p for p in parties if not p.entity.id.startswith("group:crowd:"))
    return named or parties


def _party(doc: Document, told: Told, figure: Figure, packs: Packs) -> Party | None:
    """Give those whom a count counts: who stands behind the number, else people of the country where it was."""
    place = told.place_name.country if told.place_name else None
    counted = next((m for m in doc.mentions if m.head in _CROWDS and _over(m, figure)), None)
    if counted is not None and counted.head != "adjective":
        entity = counted.entity
        if entity.kind == "population" and entity.country is None and place is not None:
            entity = moved(entity, place, packs)
        return Party(entity, counted.name, (), None, "tolled", figure.rule)
    land = counted.entity.country if counted is not None else place
    if told.type == "COERCE":
        land = counted.entity.country if counted is not None else None  # whom the police of a state hold may be anybody
    elif land is None:
        return None
    people = Entity(f"group:crowd:{land or ''}", "People", "population", land, "CVL")
    return Party(people, figure.span, (), None, "tolled", figure.rule)


def _over(mention: Mention, figure: Figure) -> bool:
    """Tell whether a name begins within a count, right behind it, or behind «of» («10 of the [diplomats]»)."""
    reach = _OF if mention.marker == "from" else 1
    return figure.span[0] <= mention.start <= figure.span[1] + reach
