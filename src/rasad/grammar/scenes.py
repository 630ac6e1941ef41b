"""Places that reports of one page lend each other: of one journey, of one scene of force."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.tellings import ids, same_day, sides
from rasad.model import Document, Told

_FORCE = frozenset({"ASSAULT", "PROTEST"})
_SCENE_REACH = 2
"""Sentences between deeds of force of one scene."""


def share_places(doc: Document, found: Sequence[Told]) -> Iterator[Told]:
    """Let talks without a place have that of another meeting or visit of the same people on the page.

    What force did to the same people a sentence or two away happened at one place, too.
    """
    for told in found:
        other = _lender(doc, told, found) if told.place is None else None
        yield replace(told, place=other.place, place_name=other.place_name) if other else told


def _lender(doc: Document, told: Told, found: Sequence[Told]) -> Told | None:
    """Give the report whose place is that of another, too."""
    placed = [o for o in found if o.type == told.type and o.place is not None]
    if told.type == "CONSULT":
        return next((o for o in placed if _one_journey(doc, told, o)), None)
    if told.type in _FORCE:
        near = [o for o in placed if _one_scene(told, o)]
        return min(near, key=lambda o: abs(o.sentence - told.sentence), default=None)
    return None


def _one_scene(one: Told, other: Told) -> bool:
    near = abs(one.sentence - other.sentence) <= _SCENE_REACH and one.status == other.status
    mine, theirs = (sides((*t.actors, *t.recipients)) for t in (one, other))
    return near and (bool(mine & theirs) or not mine or not theirs)


def _one_journey(doc: Document, one: Told, other: Told) -> bool:
    return (
        one.status == other.status
        and bool(ids(one.actors) & ids(other.actors))
        and same_day(doc, one.date_mention, other.date_mention)
    )
