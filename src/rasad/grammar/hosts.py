"""The state in which a deed between states is done: the host of a journey, the one whose consulate is closed."""

from msgspec.structs import replace

from rasad.model import Party, Told
from rasad.packs.register import Register

_OWN_HOUSES = ("organ:embassy:", "organ:consulate:", "organ:diplomatic_mission:")
"""How the ids of a state's houses abroad begin."""


def with_state(told: Told, register: Register) -> Told:
    """Give a report with the state of its place, where that is a party which only the place names.

    «وزیر خارجه روسیه به اصفهان سفر کرد» is a guest of Iran; who closes their consulate in Benghazi does it to Libya.
    """
    land = told.place_name.country if told.place_name else None
    state = register.countries.get(land or "")
    if state is None or told.place is None:
        return told
    lands = {p.entity.country for p in told.actors}
    party = Party(state, told.place.name, (), None, "host_state", told.place.rule)
    if told.mode == "visit" and None not in lands and land not in lands:
        return replace(told, actors=(*told.actors, party))
    houses = [p for p in told.recipients if p.entity.id.startswith(_OWN_HOUSES) and p.entity.country in lands]
    if told.type == "SANCTION" and houses and len(houses) == len(told.recipients) and land not in lands:
        return replace(told, recipients=(party,))
    return told
