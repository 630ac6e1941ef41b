"""Deeds named in passing, given to the event that they speak of: if one matches, and no other one as well."""

from collections.abc import Iterable, Iterator, Sequence

from rasad.fuse.blocking import Meetings, keys, meeting, rarest
from rasad.fuse.blocks import Entries, Key, Numbers, shared
from rasad.fuse.compare import explain, points
from rasad.fuse.measures import undated, when
from rasad.fuse.profile import Profile
from rasad.fuse.weights import families, weights
from rasad.relations import Recall

CROWD = 32
"""Reports of a block above which it says nothing of a single event."""
BLOWS = "ASSAULT"
"""The type whose words name one deed, and no lasting state as «sanctions» and «talks» do."""


class Told:
    """The reports of all pages and their events, among which some deeds after the other are looked for.

    `owners` are the events of reports, by their places.
    """

    def __init__(self, reports: Sequence[Profile], owners: Sequence[str]) -> None:
        self.reports, self.owners = reports, owners
        self.numbers, self.meetings = Numbers(), Meetings()
        self.entries = Entries(self.numbers)
        for one in reports:
            self.meetings.add(meeting(one))
            self.entries.add(blocks(one))

    def recalled(self, named: Sequence[Profile]) -> Iterator[Recall]:
        """Give for every deed named in passing its event, where it has one."""
        for deed, near in zip(named, self.candidates(named), strict=True):
            found = recall(deed, [(self.reports[n], self.owners[n]) for n in near])
            if found is not None:
                yield found

    def candidates(self, named: Iterable[Profile]) -> Iterator[list[int]]:
        """Give for every deed the reports worth a comparison, those it shares most blocks with."""
        deeds = Entries(self.numbers)
        for one in named:
            self.meetings.add(meeting(one))
            deeds.add(blocks(one))
        for at, found in enumerate(shared(deeds, self.entries, CROWD), start=len(self.reports)):
            yield self.meetings.best(at, found)
        self.meetings.forget(len(self.reports))


def recall(deed: Profile, near: Iterable[tuple[Profile, str]]) -> Recall | None:
    """Tell which event a deed is of, by the reports near to it; none where another event fits about as well."""
    best: dict[str, tuple[float, str, Profile]] = {}
    for report, event in near:
        mine = (fit(deed, report), report.report.id, report)
        best[event] = max(best.get(event, mine), mine, key=lambda one: one[:2])
    ranked = sorted(best.items(), key=lambda one: (-one[1][0], one[0]))
    if not ranked or ranked[0][1][0] <= 0:
        return None
    event, (most, _, like) = ranked[0]
    if len(ranked) > 1 and most - ranked[1][1][0] < weights()["passing_margin"]:
        return None
    found = explain(deed, like)
    reasons = (f"likest: {like.report.page_id}", *found.reasons)
    return Recall(event, deed.report.page, int(deed.report.id), like.report.id, found.score, reasons)


def blocks(one: Profile) -> set[Key]:
    """Give the blocks of a deed or report: those of fusion, apart for each family of types."""
    own = tuple(keys(one, rarest(one)))
    return {(f"{family} {key[0]}", *key[1:]) for family in families(one.report.type) for key in own}


def fit(deed: Profile, report: Profile) -> float:
    """Give the points of a deed and a report above what is asked for; a lasting thing needs more, and another type."""
    table = weights(undated=undated(when(deed), when(report)))
    asked = table["passing"] if deed.report.type == BLOWS else table["passing_other"]
    if deed.report.type != report.report.type:
        asked += table["passing_type"]
    return points(deed, report) - asked
