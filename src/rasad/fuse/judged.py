"""What people have judged goes before points: reports are held together or apart, actors are one or two, fields set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rasad.fuse.actors import ActorBond
from rasad.fuse.cluster import LOOKED_AT, Score
from rasad.fuse.days import days_of, shown
from rasad.fuse.events import Correction, Event, PartyKey, PlaceKey, ReportKey
from rasad.fuse.profile import Profile
from rasad.model import DateInterval

FieldValue = str | DateInterval | PlaceKey | tuple[PartyKey, ...] | None


class Bond(Struct, frozen=True):
    """Reports that a line of the ledger puts together, or (`together` false) keeps apart: `some` from `others`."""

    line: int
    together: bool
    some: tuple[str, ...]
    others: tuple[str, ...] = ()


class Edit(Struct, frozen=True):
    """A field of `Event` that a line of the ledger sets, in the event that holds most of the reports."""

    line: int
    reports: tuple[str, ...]
    field: str
    value: FieldValue


class Judged(Struct, frozen=True):
    """All that holds of a ledger, as fusion takes it.

    `actors` gives for an id the party that it is; `apart` the ids that it is not; `who` are the same lines where they
    are on actors whom only pages know.
    """

    rejected: frozenset[str] = frozenset()
    actors: Mapping[str, PartyKey] = {}
    apart: Mapping[str, frozenset[str]] = {}
    who: tuple[ActorBond, ...] = ()
    bonds: tuple[Bond, ...] = ()
    edits: tuple[Edit, ...] = ()


def heard(reports: Iterable[ReportKey], judged: Judged) -> Iterator[ReportKey]:
    """Give the reports that were not rejected."""
    return (report for report in reports if report.id not in judged.rejected)


def bound(groups: Sequence[Sequence[int]], reports: Iterable[Profile], judged: Judged, score: Score) -> list[list[int]]:
    """Give the groups with the bonds kept; of two bonds that cannot both be kept, the later one is."""
    named = {report for bond in judged.bonds for report in (*bond.some, *bond.others)}
    places = {one.report.id: n for n, one in enumerate(reports) if one.report.id in named}
    bonds = _Bonds(places, judged.bonds)
    joined: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    for number, group in enumerate(groups):
        at = next((home[bonds.root(n)] for n in group if bonds.root(n) in home), number)
        # A group may tie several groups before it together.
        for other in sorted({home[bonds.root(n)] for n in group if bonds.root(n) in home} - {at}):
            joined[at] += joined.pop(other)
        joined.setdefault(at, []).extend(group)
        home.update((bonds.root(n), at) for n in joined[at] if n in bonds.parent)
    found = (part for group in joined.values() for part in bonds.parted(group, score))
    return sorted(map(sorted, found))


def edited(events: Sequence[Event], judged: Judged) -> dict[int, Event]:
    """Give the events in which people have set fields, by their places; a later line goes before an earlier one."""
    named = {report for edit in judged.edits for report in edit.reports}
    holder = {m.report: n for n, event in enumerate(events) for m in event.members if m.report in named}
    found: dict[int, Event] = {}
    for edit in judged.edits:
        at = [holder[report] for report in edit.reports if report in holder]
        if at:
            best = max(at, key=at.count)
            found[best] = _edited(found.get(best, events[best]), edit)
    return found


class _Bonds:
    """Reports (by place) in classes that are held together, and the classes that are kept apart."""

    def __init__(self, places: Mapping[str, int], bonds: Iterable[Bond]) -> None:
        self.parent: dict[int, int] = {}
        self.enemies: dict[int, set[int]] = {}
        for bond in sorted(bonds, key=lambda bond: -bond.line):
            some, others = (sorted(places[r] for r in side if r in places) for side in (bond.some, bond.others))
            for n in (*some, *others):
                self.parent.setdefault(n, n)
            if bond.together:
                self._tie([*some, *others])
            else:
                self._part(some, others)

    def root(self, n: int) -> int:
        """Give the place that stands for a report's class."""
        while self.parent.get(n, n) != n:
            n = self.parent[n]
        return n

    def parted(self, group: Sequence[int], score: Score) -> list[list[int]]:
        """Part a group if it holds reports that are kept apart; the others go where they are most alike."""
        classes: dict[int, list[int]] = {}
        free = [n for n in sorted(group) if n not in self.parent]
        for n in sorted(group):
            if n in self.parent:
                classes.setdefault(self.root(n), []).append(n)
        if not any(self.enemies.get(root, set()) & classes.keys() for root in classes):
            return [list(group)]
        parts: list[tuple[set[int], list[int]]] = []
        for root, members in classes.items():
            fits = [part for part in parts if not self.enemies.get(root, set()) & part[0]]
            roots, some = max(fits, key=lambda part: _mean(members[0], part[1], score), default=(set(), []))
            if not some:
                parts.append((roots, some))
            roots.add(root)
            some.extend(members)
        for n in free:
            max(parts, key=lambda part: _mean(n, part[1], score))[1].append(n)
        return [some for _, some in parts]

    def _tie(self, some: Sequence[int]) -> None:
        """Hold reports together; where a later bond keeps some of them apart, the others still hold together."""
        for at, n in enumerate(some):
            two = self.root(n)
            friends = (self.root(other) for other in some[:at])
            one = next((root for root in friends if root not in self.enemies.get(two, ())), two)
            if one == two:
                continue
            self.parent[two] = one
            for enemy in self.enemies.pop(two, set()):
                self._foes(one, enemy)
                self.enemies[enemy].discard(two)

    def _part(self, some: Iterable[int], others: Sequence[int]) -> None:
        for n in some:
            for other in others:
                if self.root(n) != self.root(other):
                    self._foes(self.root(n), self.root(other))

    def _foes(self, one: int, two: int) -> None:
        self.enemies.setdefault(one, set()).add(two)
        self.enemies.setdefault(two, set()).add(one)


def _mean(n: int, some: Sequence[int], score: Score) -> float:
    looked_at = some[:LOOKED_AT]
    return sum(score(n, other) for other in looked_at) / len(looked_at) if looked_at else 0.0


def _edited(event: Event, edit: Edit) -> Event:
    value = edit.value
    if isinstance(value, tuple):  # as a page writes the name, where one of the event's does
        native = {party.id: party.native for party in (*event.recipients, *event.actors)}
        value = tuple(replace(party, native=native.get(party.id, party.native)) for party in value)
    correction = Correction(edit.line, edit.field, _told(getattr(event, edit.field)), _told(value))
    return replace(event, **{edit.field: value}, corrections=(*event.corrections, correction))


def _told(value: FieldValue) -> str:
    """Say a field's value for people."""
    match value:
        case DateInterval():
            return shown(days_of(value))
        case PlaceKey():
            return value.name
        case tuple():
            return ", ".join(party.name for party in value)
        case _:
            return value or ""
