"""Who takes part in an event, with what its reports know of each: posts, and the words that name them."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from msgspec import Struct

from rasad.model import PublicParty
from rasad.store.queries import EventLine, PartyLine
from rasad.store.stories import Story


def role(story: Story, entity: str) -> str:
    """Give the post that a report names for an actor; nothing where none does."""
    return next((one.role for one in _told(story) if one.id == entity and one.role), "")


def _told(story: Story) -> Iterator[PublicParty]:
    for one in story.told:
        yield from (*one.report.actors, *one.report.recipients)


class Dyad(Struct, frozen=True):
    """One who acts and one who is acted upon; `mutual` where all parties stand on one side, as in a meeting."""

    source: PartyLine
    target: PartyLine
    mutual: bool


def dyads(event: EventLine) -> list[Dyad]:
    """Give the pairs of an event: each actor with each recipient, or the actors with one another, both ways."""
    sides = _once(event.actors), _once(event.recipients)
    if sides[1]:
        return [Dyad(a, b, False) for a in sides[0] for b in sides[1] if a.id != b.id]
    return [Dyad(a, b, True) for a, b in permutations(sides[0], 2)]


def _once(some: Sequence[PartyLine]) -> list[PartyLine]:
    return list({one.id: one for one in some}.values())
