"""Crowds and bodies that a deed of force names without a country, where the page lent them another than its place."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from rasad.grammar.entities import organ_entity
from rasad.grammar.view import View
from rasad.model import Entity, Party, Told
from rasad.packs import Packs
from rasad.packs.rows import read_rows

_FORCE = frozenset({"ASSAULT", "PROTEST"})
_CROWD = "group:"
_BODY = "organ:"


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
        foes = {party.entity.country for party in actors} - {place}
        recipients = tuple(_not_their_own(party, foes, place, view, packs) for party in recipients)
        yield replace(one, actors=actors, recipients=recipients)


def _of(party: Party, place: str, view: View, packs: Packs) -> Party:
    entity = party.entity
    noun = entity.id.removeprefix(_CROWD).partition(":")[0]
    if noun not in _at_home() or entity.country in (None, place) or not view.start <= party.span[0] < view.end:
        return party
    if _names_a_country(party, view):
        return party
    return replace(party, entity=moved(entity, place, packs))


def _not_their_own(party: Party, foes: Collection[str | None], place: str, view: View, packs: Packs) -> Party:
    """Give a body of the state, whose country no word tells, that of the place if it would else be the attacker's.

    «غارة إسرائيلية استهدفت [وزارة الدفاع] في العاصمة»: nobody strikes their own ministry abroad.
    """
    if party.entity.country not in foes or not party.entity.id.startswith(_BODY):
        return party
    if not view.start <= party.span[0] < view.end or _names_a_country(party, view):
        return party
    head = next((mark for mark in view.of("organ") if mark.core[0] == party.span[0]), None)
    return party if head is None else replace(party, entity=organ_entity(head, place, packs))


def _names_a_country(party: Party, view: View) -> bool:
    return any(party.span[0] <= mark.start < party.span[1] for mark in view.of("country"))


@cache
def _at_home() -> frozenset[str]:
    """Give the crowds that are of the country in which a deed finds them."""
    return frozenset(row["group"] for row in read_rows("actors/at_home.tsv"))


def moved(entity: Entity, country: str, packs: Packs) -> Entity:
    """Give a crowd of another country: `group:civilians:ISR`, «Israeli civilians», as those of Syria."""
    was, now = (packs.register.adjectives.get(code or "", "") for code in (entity.country, country))
    name = entity.name.replace(was, now, 1) if was else entity.name
    return replace(entity, id=f"{entity.id.rpartition(':')[0]}:{country}", name=name, country=country)
