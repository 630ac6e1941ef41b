"""Name who held a post when a deed was done, where the page names the post alone: days are known only once solved."""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace

from rasad.model import Document, Entity, Party, Told
from rasad.packs import Packs

_POST = "office:"
_PARTS = 3
"""An id of a post is `office:KEY:OWNER`; a longer one is of any holder («a president of Iran»)."""


def name_holders(doc: Document, packs: Packs) -> Document:
    """Give posts the names of their holders, if one person held the post on all days that the deed can be of.

    "The president of Iran" met somebody on 2017-01-26: that was Hassan Rouhani.
    """
    return replace(doc, told=tuple(_named(report, packs) for report in doc.told))


def _named(report: Told, packs: Packs) -> Told:
    days = report.date
    if days is None or days.earliest is None or days.latest is None:
        return report
    name = partial(_party, first=days.earliest, last=days.latest, packs=packs)
    return replace(report, actors=_once(map(name, report.actors)), recipients=_once(map(name, report.recipients)))


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Leave out who is there already by name."""
    return tuple({party.entity.id: party for party in reversed(tuple(parties))}.values())[::-1]


def _party(party: Party, first: str, last: str, packs: Packs) -> Party:
    holder = _holder(party.entity, first, last, packs)
    return party if holder is None else replace(party, entity=holder)


def _holder(post: Entity, first: str, last: str, packs: Packs) -> Entity | None:
    parts = post.id.split(":")
    if not post.id.startswith(_POST) or len(parts) != _PARTS:
        return None
    held = packs.register.in_office(parts[1], parts[2], first, last)
    throughout = all(t.first <= first and (t.last is None or last <= t.last) for t in held)
    if len({t.person for t in held}) != 1 or not throughout:
        return None
    return replace(packs.register.people[held[0].person], role=post.role)
