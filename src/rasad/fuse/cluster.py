"""From points of pairs to groups in which reports are alike on the whole: no chain of unlike reports."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from rasad.fuse.compare import may_be_one, may_be_split, other_time
from rasad.fuse.days import gap
from rasad.fuse.profile import Profile
from rasad.fuse.weights import weights

LOOKED_AT = 5
"""Members of a group that stand for it in a comparison, so that a group of hundreds costs no more than one of five."""
CLOSE = 0.5
"""Points within which two matches are equally good."""
WIDE = 45
"""Days: a report with a wider interval may fit several dated events."""
APART = 7
"""Days between two events: with less, it may be one event and a slip of the reader."""

Pair = tuple[int, int]
Score = Callable[[int, int], float]
Same = Callable[[Profile, Profile], bool]


def cluster(reports: Sequence[Profile], pairs: Mapping[Pair, float], score: Score) -> list[list[int]]:
    """Group reports, the most alike groups first; give the groups as sorted places in the sequence.

    The sequence is in the order of the reports' ids. What no likeness ties together is looked at one after the other.

    Two groups become one if two of their members are alike, the members that stand for them are so on the whole
    (`join_mean`), and no two are unlike (`join_least`) or name other weekdays or hours. Two reports of one page only if
    nothing that they say differs.
    """
    strong = [pair for pair, points in pairs.items() if points > 0]
    found: list[list[int]] = []
    tied = bytearray(len(reports))
    for some in _components(strong):
        held = {n: reports[n] for pair in some for n in pair}
        groups = _Groups(held, score)
        for a, b in _without_torn(held, {pair: pairs[pair] for pair in some}):
            groups.near(a, b)
        groups.join()
        found.extend(map(sorted, groups.members.values()))
        for n in held:
            tied[n] = True
    return sorted([*found, *([n] for n, one in enumerate(tied) if not one)])


def _components(pairs: Sequence[Pair]) -> Iterable[list[Pair]]:
    """Put together the pairs that hang together."""
    root: dict[int, int] = {}

    def top(n: int) -> int:
        while (above := root.setdefault(n, n)) != n:
            root[n] = root[above]
            n = above
        return n

    for a, b in pairs:
        root[top(a)] = top(b)
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[top(pair[0])].append(pair)
    return found.values()


class _Groups:
    """Groups while they grow: their members, which of them are near, and the pairs waiting to be joined, best first."""

    def __init__(self, reports: Mapping[int, Profile], score: Score) -> None:
        self.reports = reports
        self.score = score
        self.members: dict[int, list[int]] = {n: [n] for n in sorted(reports)}
        self.neighbours: dict[int, set[int]] = defaultdict(set)
        self.waiting: list[tuple[float, int, int, int, int]] = []
        self.next = max(reports) + 1

    def near(self, a: int, b: int) -> None:
        """Note that two groups have members that are alike, and let them wait if they fit as a whole."""
        self.neighbours[a].add(b)
        self.neighbours[b].add(a)
        mean = self._mean(self.members[a], self.members[b])
        if mean is not None:
            first, second = sorted((self.members[a][0], self.members[b][0]))
            heappush(self.waiting, (-mean, first, second, a, b))

    def join(self) -> None:
        """Join the best pair that waits, until none does; a group that has grown waits anew."""
        while self.waiting:
            *_, a, b = heappop(self.waiting)
            if a not in self.members or b not in self.members:
                continue
            new, self.next = self.next, self.next + 1
            both = self.members.pop(a) + self.members.pop(b)
            self.members[new] = sorted(both)
            around = (self.neighbours.pop(a) | self.neighbours.pop(b)) - {a, b}
            for other in sorted(around):
                if other in self.members:
                    self.near(new, other)

    def _mean(self, some: Sequence[int], others: Sequence[int]) -> float | None:
        """Give the mean points of two groups; None where they must not be joined."""
        reports, table = self.reports, weights()
        pages = {reports[n].report.page for n in some} & {reports[n].report.page for n in others}
        once = self._told_twice(may_be_one, pages, some, others)
        if not once and not self._told_twice(may_be_split, pages, some, others):
            return None
        pairs = [
            (a, b)
            for a in some[:LOOKED_AT] for b in others[:LOOKED_AT]
            if not pages or reports[a].report.page != reports[b].report.page
        ]  # fmt: skip
        if not pairs or any(other_time(reports[a], reports[b]) for a, b in pairs):
            return None
        found = [self.score(a, b) for a, b in pairs]
        mean = sum(found) / len(found)
        return mean if min(found) > table["join_least"] and mean > table["join_mean" if once else "join_torn"] else None

    def _told_twice(self, one: Same, pages: set[str], some: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether the reports of one page on both sides may be one event that the page tells twice."""
        for page in pages:
            mine = [self.reports[n] for n in some if self.reports[n].report.page == page]
            theirs = [self.reports[n] for n in others if self.reports[n].report.page == page]
            if not all(one(a, b) for a in mine for b in theirs):
                return False
        return True


def _without_torn(reports: Mapping[int, Profile], pairs: Mapping[Pair, float]) -> Iterable[Pair]:
    """Give the pairs, best first, without those of an undated report that fits two reports equally well which are two.

    "Assad met Araghchi", without a day, must not be given the day of one of their meetings; nor may it hold together
    those who tell of a Thursday and of a Friday.
    """
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), points in pairs.items():
        partners[a].append((-points, b))
        partners[b].append((-points, a))
    torn = {n for n, some in partners.items() if reports[n].width > WIDE and _is_torn(reports, sorted(some))}
    kept = (pair for pair in pairs if not torn & set(pair))
    return sorted(kept, key=lambda pair: (-pairs[pair], *sorted(pair)))


def _is_torn(reports: Mapping[int, Profile], partners: Sequence[tuple[float, int]]) -> bool:
    best = [reports[other] for points, other in partners[:LOOKED_AT] if points <= partners[0][0] + CLOSE]
    return any(gap(a.days, b.days) > APART or other_time(a, b) for at, a in enumerate(best) for b in best[at + 1 :])
