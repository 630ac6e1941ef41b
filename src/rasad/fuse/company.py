"""Who took part: what the parties of two reports say of their being one event."""

from collections.abc import Iterator

from rasad.fuse.days import gap
from rasad.fuse.events import ReportKey
from rasad.fuse.parties import match, other_actor, other_persons, same_parties, share
from rasad.fuse.profile import Profile
from rasad.model import VERBAL

NARROW = 7
"""Days: an interval no wider dates an event as well as a day does, slips of the day included."""
SLIP = 2
"""Days between two reports that are a slip of the day."""
OWNED = VERBAL | {"SANCTION", "AID", "COOPERATE"}
"""Types in which another actor makes another event; who attacked may be told in two ways."""
POST = "office:"
"""What ids begin with that name a post and not a person."""
MANY = "multilateral"
"""The mode of talks in which each report names whom it cares for."""

Amounts = Iterator[tuple[str, float]]
"""Kinds of evidence, each with its amount."""


def party_amounts(one: Profile, other: Profile) -> Amounts:
    """Give the evidence of who took part."""
    a, b = one.report, other.report
    if _other_members(one, other):
        yield "other_members", 1.0
    if not a.parties or not b.parties:
        return
    pairs = match(a.parties, b.parties)
    if not pairs:
        yield "no_party", 1.0
    else:
        yield "parties", share(a, b, pairs)
        yield "two_parties", float(same_parties(a, pairs))
    if other_persons(a, b, pairs):
        yield ("other_guest" if a.type == b.type == "CONSULT" and pairs else "other_persons"), 1.0
    if a.type == b.type and a.type in OWNED and other_actor(a, b):
        yield "other_actor", 1.0
    elif a.type == b.type and a.type in VERBAL and _other_speakers(a, b):
        yield "other_speaker", 1.0


def _other_members(a: Profile, b: Profile) -> bool:
    """Tell whether two gatherings had members of other states each, and neither day nor place says that they are one.

    Those who talk at Astana and those who meet in Jeddah both speak of Syria.
    """
    mine, theirs = a.report, b.report
    if mine.type != "CONSULT" or theirs.type != "CONSULT" or MANY not in (mine.mode, theirs.mode):
        return False
    if max(a.width, b.width) <= NARROW and gap(a.days, b.days) <= SLIP:
        return False
    if mine.place and theirs.place and mine.place.id == theirs.place.id:
        return False
    states = [{party.country for party in one.parties if party.country} for one in (mine, theirs)]
    return bool(states[0] - states[1] and states[1] - states[0])


def _other_speakers(a: ReportKey, b: ReportKey) -> bool:
    """Tell whether each report names people as its actors, and no two of them are one; a post may be anybody's."""
    mine, theirs = ([p for p in one.actors if p.kind == "person" and not p.id.startswith(POST)] for one in (a, b))
    return bool(mine and theirs) and not match(mine, theirs) and not {p.id for p in a.actors} & {p.id for p in b.actors}
