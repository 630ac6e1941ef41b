"""From points of pairs to groups in which reports are alike on the whole: no chain of unlike reports."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rasad.fuse.days import gap
from rasad.fuse.profile import Profile
from rasad.fuse.weights import weights

LOOKED_AT = 6
"""Members of a group that stand for it in a comparison, so that a group of hundreds costs no more than one of six."""
CLOSE = 0.5
"""Points within which two matches are equally good."""
WIDE = 45
"""Days: a report with a wider interval may fit several dated events."""
APART = 7
"""Days between two events: with less, it may be one event and a slip of the reader."""

Pair = tuple[int, int]
Score = Callable[[int, int], float]


def cluster(reports: Sequence[Profile], pairs: Mapping[Pair, float], score: Score) -> list[list[int]]:
    """Group reports, the most alike first; give the groups as sorted places in the sequence.

    Two groups become one if two of their members are alike, the members that stand for them are so on the whole
    (`join_mean`), and no two are unlike (`join_least`). Not two reports of one page.
    """
    group = list(range(len(reports)))
    members: dict[int, list[int]] = {n: [n] for n in group}
    strong = {pair: points for pair, points in pairs.items() if points > 0}
    for a, b in _without_torn(reports, strong):
        first, second = sorted((group[a], group[b]))
        if first != second and _fits(reports, members[first], members[second], score):
            members[first] = sorted(members[first] + members.pop(second), key=lambda n: reports[n].report.id)
            for n in members[first]:
                group[n] = first
    return sorted(members.values(), key=lambda some: reports[some[0]].report.id)


def _fits(reports: Sequence[Profile], some: Sequence[int], others: Sequence[int], score: Score) -> bool:
    if {reports[n].report.page for n in some} & {reports[n].report.page for n in others}:
        return False
    table = weights()
    found = [score(a, b) for a in some[:LOOKED_AT] for b in others[:LOOKED_AT]]
    return min(found) > table["join_least"] and sum(found) / len(found) > table["join_mean"]


def _without_torn(reports: Sequence[Profile], pairs: Mapping[Pair, float]) -> Iterable[Pair]:
    """Give the pairs, best first, without those of a report that fits two different dated events equally well.

    "Assad met Araghchi", without a day, must not be given the day of one of their meetings.
    """
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), points in pairs.items():
        partners[a].append((-points, b))
        partners[b].append((-points, a))
    torn = {n for n, some in partners.items() if reports[n].width > WIDE and _is_torn(reports, sorted(some))}
    kept = (pair for pair in pairs if not torn & set(pair))
    return sorted(kept, key=lambda p: (-pairs[p], *sorted((reports[p[0]].report.id, reports[p[1]].report.id))))


def _is_torn(reports: Sequence[Profile], partners: Sequence[tuple[float, int]]) -> bool:
    best = [other for points, other in partners[:LOOKED_AT] if points <= partners[0][0] + CLOSE]
    dated = [reports[n].days for n in best if reports[n].width <= WIDE]
    return any(gap(a, b) > APART for at, a in enumerate(dated) for b in dated[at + 1 :])
