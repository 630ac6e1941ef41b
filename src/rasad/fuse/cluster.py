"""From likenesses of pairs to groups in which every two are alike: no chain of unlike reports."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rasad.fuse.blocking import SLACK
from rasad.fuse.compare import SAME_EVENT
from rasad.fuse.days import days_of, gap, width
from rasad.fuse.events import Likeness, ReportKey

LOOKED_AT = 6
"""Members of a group that stand for it in a comparison, so that a group of hundreds costs no more than one of six."""
WEAKEST = 0.4
"""Points that every pair inside a group must have; the mean must reach SAME_EVENT."""
CLOSE = 0.05
"""Points within which two matches are equally good."""
WIDE = 31
"""Days: a report with a wider interval may fit several dated events."""

Pair = tuple[int, int]
Compare = Callable[[ReportKey, ReportKey], Likeness | None]


def cluster(reports: Sequence[ReportKey], pairs: Mapping[Pair, Likeness], compare: Compare) -> list[list[int]]:
    """Group reports, the most alike first; give the groups as sorted places in the sequence.

    Two groups become one only if the members that stand for them are alike on the whole and no two are unlike.
    """
    group = list(range(len(reports)))
    members: dict[int, list[int]] = {n: [n] for n in group}
    strong = {pair: like for pair, like in pairs.items() if like.score >= SAME_EVENT}
    for a, b in _without_torn(reports, strong):
        first, second = sorted((group[a], group[b]))
        if first != second and _fits(reports, members[first], members[second], compare):
            members[first] = sorted(members[first] + members.pop(second), key=lambda n: reports[n].id)
            for n in members[first]:
                group[n] = first
    return sorted(members.values(), key=lambda some: reports[some[0]].id)


def _fits(reports: Sequence[ReportKey], some: Sequence[int], others: Sequence[int], compare: Compare) -> bool:
    if {reports[n].page for n in some} & {reports[n].page for n in others}:
        return False
    total, count = 0.0, 0
    for a in some[:LOOKED_AT]:
        for b in others[:LOOKED_AT]:
            like = compare(reports[a], reports[b])
            if like is None or like.score < WEAKEST:
                return False
            total += like.score
            count += 1
    return total / count >= SAME_EVENT


def _without_torn(reports: Sequence[ReportKey], pairs: Mapping[Pair, Likeness]) -> Iterable[Pair]:
    """Give the pairs, best first, without those of a report that fits two different dated events equally well.

    "Assad met Araghchi", without a day, must not be given the day of one of their meetings.
    """
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), like in pairs.items():
        partners[a].append((-like.score, b))
        partners[b].append((-like.score, a))
    torn = {n for n, some in partners.items() if _is_torn(reports, n, sorted(some))}
    kept = (pair for pair in pairs if not torn & set(pair))
    return sorted(kept, key=lambda p: (-pairs[p].score, *sorted((reports[p[0]].id, reports[p[1]].id))))


def _is_torn(reports: Sequence[ReportKey], n: int, partners: Sequence[tuple[float, int]]) -> bool:
    if width(days_of(reports[n].date)) <= WIDE:
        return False
    best = [other for score, other in partners[:LOOKED_AT] if score <= partners[0][0] + CLOSE]
    dated = [days for days in (days_of(reports[other].date) for other in best) if width(days) <= WIDE]
    return any(gap(a, b) > SLACK for at, a in enumerate(dated) for b in dated[at + 1 :])
