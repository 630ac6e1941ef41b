"""Crowds that a deed of force names without a country, where it was done in another one than the page lent them."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from rasad.grammar.view import View
from rasad.model import Entity, Party, Told
from rasad.packs import Packs
from rasad.packs.rows import read_rows

_FORCE = frozenset({"ASSAULT", "PROTEST"})
_CROWD = "group:"


def at_home(told: Sequence[Told], every: Sequence[View], packs: Packs) -> Iterator[Told]:
    """Give those who were struck, and those who struck, the country of the place, if their own words name none.

    `every` are the sentences of the page.

    «استشهاد مدنيين في عدوان إسرائيلي على دمشق»: the sentence speaks of Israel last, and the dead are of Damascus.
    """
    for one in told:
        place = one.place_name.country if one.place_name else None
        if one.type not in _FORCE or place is None:
            yield one
            continue
        view = every[one.sentence]
        actors = tuple(_of(party, place, view, packs) for party in one.actors)
        recipients = tuple(_of(party, place, view, packs) for party in one.recipients)
        yield replace(one, actors=actors, recipients=recipients)


def _of(party: Party, place: str, view: View, packs: Packs) -> Party:
    entity = party.entity
    noun = entity.id.removeprefix(_CROWD).partition(":")[0]
    if noun not in _at_home() or entity.country in (None, place) or not view.start <= party.span[0] < view.end:
        return party
    if any(party.span[0] <= mark.start < party.span[1] for mark in view.of("country")):
        return party
    return replace(party, entity=moved(entity, place, packs))


@cache
def _at_home() -> frozenset[str]:
    """Give the crowds that are of the country in which a deed finds them."""
    return frozenset(row["group"] for row in read_rows("actors/at_home.tsv"))


def moved(entity: Entity, country: str, packs: Packs) -> Entity:
    """Give a crowd of another country: `group:civilians:ISR`, «Israeli civilians», as those of Syria."""
    was, now = (packs.register.adjectives.get(code or "", "") for code in (entity.country, country))
    name = entity.name.replace(was, now, 1) if was else entity.name
    return replace(entity, id=f"{entity.id.rpartition(':')[0]}:{country}", name=name, country=country)
