"""Who is who among the actors that the register does not know: sightings of all pages become actors, with reasons."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from rasad.fuse.events import PartyKey
from rasad.fuse.identity import Face, conflict, face, namesakes, points, reasons
from rasad.fuse.shelf import Box, Memory, shelf
from rasad.fuse.sightings import Sighting, is_unknown

BOUND = 40
"""Neighbours that a sighting meets among those of one family name: what keeps the work linear in the sightings."""
CLOSE = 3.0
"""Bits within which a short name fits two longer ones equally well."""
UNDATED = "9999"
"""Pages without a day come after all others, as for events: news arrives in order, so that new pages change few ids."""

Pair = tuple[int, int]


class ActorBond(Struct, frozen=True):
    """A line of the ledger on who is who: `some` are ids of sightings or entities; `called` is what all are to be."""

    line: int
    together: bool
    some: tuple[str, ...]
    called: PartyKey | None = None


class ActorLink(Struct, frozen=True):
    """Why two sightings are of one actor."""

    one: str
    other: str
    points: float
    reasons: tuple[str, ...]


class Actor(Struct, frozen=True):
    """An actor whom the register does not know: all sightings, by day, and the links that hold them together.

    The id is that of the first sighting. `party` is how the actor is called in events; a person may have said so.
    """

    id: str
    party: PartyKey
    native: str
    sightings: tuple[Sighting, ...]
    links: tuple[ActorLink, ...] = ()


def who_is_who(some: Iterable[Sighting], bonds: Sequence[ActorBond] = (), box: Box | None = None) -> tuple[Actor, ...]:
    """Put sightings of one actor together; what people have judged goes before points.

    Sightings may come one by one: what they are compared by lies in the `box`, or else in memory.
    """
    _, faces = shelf(map(face, some), Face, box or Memory(), lambda one: one.sighting.id)
    groups = _Groups(faces, bonds)
    likes = {pair: found for pair in _candidates(faces) if (found := points(faces[pair[0]], faces[pair[1]])) > 0}
    for a, b in _without_torn(faces, likes):
        groups.join(a, b, likes[a, b])
    return tuple(sorted((_actor(*group) for group in groups.all()), key=lambda actor: actor.id))


class _Groups:
    """Sightings (by place) in groups, the links that made them, and the groups that people keep apart."""

    def __init__(self, faces: Sequence[Face], bonds: Sequence[ActorBond]) -> None:
        self.faces = faces
        self.root = array("I", range(len(faces)))
        self.several: dict[int, list[int]] = {}
        self.enemies: dict[int, set[int]] = defaultdict(set)
        self.links: dict[int, list[ActorLink]] = defaultdict(list)
        self.called: dict[int, tuple[int, PartyKey]] = {}
        named: dict[str, list[int]] = {name: [] for bond in bonds for name in bond.some}
        for n, one in enumerate(faces) if named else ():
            for name in named.keys() & {one.sighting.id, one.sighting.entity}:
                named[name].append(n)
        for bond in sorted(bonds, key=lambda bond: -bond.line):
            self._heed(bond, [named[name] for name in bond.some if named[name]])

    def all(self) -> Iterator[tuple[list[Sighting], list[ActorLink], PartyKey | None]]:
        """Give every group."""
        for n, root in enumerate(self.root):
            if n == root:
                called, links = self.called.get(root), self.links.get(root, [])
                yield [self.faces[n].sighting for n in self.members(root)], links, called[1] if called else None

    def members(self, root: int) -> list[int]:
        """Give the sightings of a group."""
        return self.several.get(root) or [root]

    def join(self, a: int, b: int, found: float) -> None:
        """Make one group of two unless that puts together what people, or the pages, tell apart."""
        one, two = self.root[a], self.root[b]
        if one == two or two in self.enemies[one] or self._conflict(one, two):
            return
        why = reasons(self.faces[a], self.faces[b])
        self._tie(one, two, ActorLink(self.faces[a].sighting.id, self.faces[b].sighting.id, found, why))

    def _conflict(self, one: int, two: int) -> bool:
        mine, theirs = ([self.faces[n] for n in self.members(root)] for root in (one, two))
        return any(conflict(a, b) is not None for a in mine for b in theirs)

    def _tie(self, one: int, two: int, link: ActorLink) -> None:
        if len(self.members(one)) < len(self.members(two)):
            one, two = two, one
        for n in self.members(two):
            self.root[n] = one
        self.several[one] = [*self.members(one), *self.members(two)]
        self.several.pop(two, None)
        self.links[one] += [*self.links.pop(two, ()), link]
        for enemy in self.enemies.pop(two, set()):
            self.enemies[enemy].discard(two)
            self.enemies[enemy].add(one)
            self.enemies[one].add(enemy)
        said = [self.called.pop(root) for root in (one, two) if root in self.called]
        if said:
            self.called[one] = max(said, key=lambda each: each[0])

    def _heed(self, bond: ActorBond, sides: Sequence[Sequence[int]]) -> None:
        """Hold together or apart what a line says; lines come latest first, so that the last word counts."""
        if not bond.together:
            for some, others in combinations(sides, 2):
                for one, two in ((self.root[a], self.root[b]) for a in some for b in others):
                    if one != two:
                        self.enemies[one].add(two)
                        self.enemies[two].add(one)
            return
        places = [n for side in sides for n in side]
        for n in places:
            one, two = self.root[places[0]], self.root[n]
            if one != two and two not in self.enemies[one]:
                ids = (self.faces[places[0]].sighting.id, self.faces[n].sighting.id)
                self._tie(one, two, ActorLink(*ids, 0.0, (f"ledger:{bond.line} says so",)))
        if bond.called is not None:
            for root in sorted({self.root[n] for n in places}):
                self.called.setdefault(root, (bond.line, bond.called))


def _candidates(faces: Sequence[Face]) -> Iterator[Pair]:
    """Give pairs of sightings whose last names sound alike: neighbours by name, then by day.

    A pair that sounds alike in two ways may come twice; it does not where a small block has given it already.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(faces):
        for heard in sorted(one.heard[-1]) if one.words else ():
            blocks[heard].append(n)
    for heard, members in blocks.items():
        if len(members) == 1:
            continue
        members.sort(key=lambda n: (tuple(min(h, default="") for h in reversed(faces[n].heard)), faces[n].day, n))
        for at, n in enumerate(members):
            for other in members[at + 1 : at + 1 + BOUND]:
                both = faces[n].heard[-1] & faces[other].heard[-1]
                if not any(way < heard and len(blocks[way]) <= BOUND for way in both):
                    yield (n, other) if n < other else (other, n)


def _without_torn(faces: Sequence[Face], likes: Mapping[Pair, float]) -> list[Pair]:
    """Give the pairs, best first, without those of a short name that fits two other names equally well."""
    longer: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), found in likes.items():
        for short in _short(faces, (a, b)):
            longer[short].append((-found, b if short == a else a))
    torn = {short for short, some in longer.items() if _is_torn(faces, sorted(some))}
    kept = (pair for pair in likes if not torn & _short(faces, pair))
    return sorted(kept, key=lambda pair: (-likes[pair], pair))


def _short(faces: Sequence[Face], pair: Pair) -> set[int]:
    """Give the place of the shorter name of a pair; of two of one length, none."""
    a, b = sorted(pair, key=lambda n: len(faces[n].words))
    return {a} if len(faces[a].words) < len(faces[b].words) else set()


def _is_torn(faces: Sequence[Face], some: Sequence[tuple[float, int]]) -> bool:
    best = [faces[n] for found, n in some if found <= some[0][0] + CLOSE]
    return any(namesakes(best[0], other) is None for other in best[1:])


def _actor(some: list[Sighting], links: list[ActorLink], called: PartyKey | None) -> Actor:
    """Make the actor of a group, named as most of its pages name him most fully."""
    ordered = sorted(some, key=lambda one: (one.day or UNDATED, one.page, one.entity))
    names = [one for one in ordered if len(one.name.split()) > 1] or ordered
    counts: dict[str, int] = defaultdict(int)
    for one in names:
        counts[one.entity] += 1
    best = min(names, key=lambda one: (-counts[one.entity], -len(one.name), one.entity, one.page))
    native = best.written[0] if best.written else best.name
    country = next((one.country for one in ordered if one.country), None)
    own = PartyKey(ordered[0].id, best.english, best.kind, country, None, native)
    party = own if called is None else replace(called, id=own.id) if is_unknown(called.id) else called
    bare = tuple(replace(one, names=frozenset(), words=frozenset()) for one in ordered)
    return Actor(own.id, party, native, bare, tuple(sorted(links, key=lambda link: (link.one, link.other))))
