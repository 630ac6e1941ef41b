"""What happens to many documents: their reports become events, in these steps and in this order."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from rasad.fuse.actors import Actor, who_is_who
from rasad.fuse.alike import Alike
from rasad.fuse.assemble import assemble
from rasad.fuse.blocking import candidates
from rasad.fuse.cluster import Score, cluster
from rasad.fuse.compare import points
from rasad.fuse.copies import Prints
from rasad.fuse.copies import find_copies as copies_among
from rasad.fuse.events import Event, ReportKey
from rasad.fuse.judged import Judged, bound, edited, heard
from rasad.fuse.kin import COMMUNIQUE, kin
from rasad.fuse.knowing import known
from rasad.fuse.occasions import parts
from rasad.fuse.passing import Told
from rasad.fuse.profile import Profile, bare, profiles
from rasad.fuse.shelf import Box, Memory, Shelf, shelf
from rasad.fuse.sightings import Sighting
from rasad.fuse.sketches import Sketches
from rasad.relations import Copy, Part, Recall

SCORED = 100_000
"""Points of pairs that are not alike, and that are asked for once more while groups grow."""


AT_ONCE = 10_000
"""Deeds named in passing that are looked for together, or as many as there are reports: pages name four for each."""
ONE_BY_ONE = 8
"""Deeds named in passing that stay unpacked: each is asked for once, beside others of its page."""


class Corpus(Struct, frozen=True):
    """Many pages as they are being fused. Every step takes one and gives a new one.

    Reports may come one by one: profiles and events lie in the `box`, and everything else is made of their places.
    """

    reports: Iterable[ReportKey]
    prints: Iterable[tuple[str, Prints]] = ()
    judged: Judged = Judged()
    sightings: Iterable[Sighting] = ()
    actors: tuple[Actor, ...] = ()
    copies: tuple[Copy, ...] = ()
    kin: tuple[Copy, ...] = ()
    profiles: Sequence[Profile] = ()
    candidates: Sequence[tuple[int, int]] = ()
    sketches: Sketches = field(default_factory=Sketches)
    points: Mapping[tuple[int, int], float] = {}
    groups: tuple[tuple[int, ...], ...] = ()
    events: Sequence[Event] = ()
    parts: tuple[Part, ...] = ()
    passing: Iterable[ReportKey] = ()
    recalls: tuple[Recall, ...] = ()
    box: Box = field(default_factory=Memory)


def know_actors(corpus: Corpus) -> Corpus:
    """Tell who is who among the actors that the register does not know."""
    return replace(corpus, actors=who_is_who(corpus.sightings, corpus.judged.who, corpus.box), sightings=())


def order_reports(corpus: Corpus) -> Corpus:
    """Sort the reports that people let stand by id, each with its parties as they are known."""
    reports = known(heard(corpus.reports, corpus.judged), corpus.actors, corpus.judged)
    return replace(corpus, reports=(), profiles=profiles(reports, corpus.box))


def find_copies(corpus: Corpus) -> Corpus:
    """Find pages that share their wording."""
    return replace(corpus, copies=copies_among(corpus.prints))


def find_candidates(corpus: Corpus) -> Corpus:
    """Find the pairs of reports that are worth a comparison, and note what tells most of them apart."""
    sketches = Sketches()
    return replace(corpus, candidates=candidates(sketches.noted(corpus.profiles)), sketches=sketches)


def compare_reports(corpus: Corpus) -> Corpus:
    """Give every pair that may be alike its points; those are kept that are."""
    score, promising = _points(corpus), corpus.sketches.promising_if(_copied(corpus))
    found = ((pair, score(*pair)) for pair in corpus.candidates if promising(*pair))
    alike = Alike(((pair, points) for pair, points in found if points > 0), len(corpus.profiles))
    return replace(corpus, points=alike, candidates=(), sketches=Sketches())


def group_reports(corpus: Corpus) -> Corpus:
    """Put reports of one event together."""
    groups = cluster(corpus.profiles, corpus.points, _score(corpus))
    return replace(corpus, groups=tuple(map(tuple, groups)))


def heed_bonds(corpus: Corpus) -> Corpus:
    """Put together and keep apart what people have judged to be one event, or two."""
    if not corpus.judged.bonds:
        return corpus
    groups = bound(corpus.groups, corpus.profiles, corpus.judged, _score(corpus))
    return replace(corpus, groups=tuple(map(tuple, groups)))


def find_kin(corpus: Corpus) -> Corpus:
    """Find pages that tell an event from one source in other words."""
    groups = (group for group in corpus.groups if len(group) > 1)
    return replace(corpus, kin=kin(groups, corpus.profiles, _copied(corpus)))


def make_events(corpus: Corpus) -> Corpus:
    """Make an event of every group: its day, parties, origins and contradictions. Groups follow the events' order."""
    copied = _copied(corpus)
    repeated = copied | {(one.page, one.other) for one in corpus.kin if one.kind != COMMUNIQUE}
    make = partial(assemble, copied=copied, repeated=repeated)
    reports = corpus.profiles
    # An event of one report is made without asking for its words.
    told = (map(reports.__getitem__, group) if len(group) > 1 else [bare(reports, group[0])] for group in corpus.groups)
    made = (make(list(some)) for some in told)
    order, events = shelf(made, Event, corpus.box, lambda event: event.id)
    return replace(corpus, events=events, groups=tuple(corpus.groups[n] for n in order))


def heed_edits(corpus: Corpus) -> Corpus:
    """Set the fields that people have corrected."""
    if not corpus.judged.edits:
        return corpus
    events, changed = corpus.events, edited(corpus.events, corpus.judged)
    return replace(corpus, events=Shelf(len(events), lambda n: changed.get(n) or events[n]))


def link_occasions(corpus: Corpus) -> Corpus:
    """Find the events that are parts of others: what was agreed at a meeting."""
    return replace(corpus, parts=parts(corpus.events, corpus.groups, corpus.profiles))


def find_recalls(corpus: Corpus) -> Corpus:
    """Find the events that pages name in passing."""
    named, reports = iter(corpus.passing), corpus.profiles
    by_page = partial(profiles, box=corpus.box, rank=lambda deed: f"{deed.page} {int(deed.id):05}", held=ONE_BY_ONE)
    told, found = None, list[Recall]()
    while some := by_page(islice(named, max(AT_ONCE, len(reports)))):
        told = told or Told(reports, _owners(corpus))
        found += told.recalled(some)
    return replace(corpus, passing=(), recalls=tuple(sorted(found, key=lambda one: (one.page, one.n))))


def _owners(corpus: Corpus) -> list[str]:
    """Give the event of each report, by its place."""
    owners = [""] * len(corpus.profiles)
    for event, group in zip(corpus.events, corpus.groups, strict=True):
        for n in group:
            owners[n] = event.id
    return owners


STEPS = (
    know_actors, order_reports, find_copies, find_candidates, compare_reports, group_reports, heed_bonds, find_kin,
    make_events, heed_edits, link_occasions, find_recalls,
)  # fmt: skip


def fuse(
    reports: Iterable[ReportKey], prints: Iterable[tuple[str, Prints]] = (), judged: Judged | None = None,
    sightings: Iterable[Sighting] = (), passing: Iterable[ReportKey] = (), box: Box | None = None,
) -> Corpus:  # fmt: skip
    """Take all steps. `prints` are the pages, by sha256, with their runs of words; without them no copy is known.

    What people have `judged` goes before what points say. Without `sightings` unknown actors are told by name alone.
    `passing` are the deeds that pages name without telling them. What is worked on lies in the `box`; without one, in
    memory.
    """
    corpus = Corpus(reports, prints, judged or Judged(), sightings, passing=passing, box=box or Memory())
    for step in STEPS:
        corpus = step(corpus)
    return corpus


def _copied(corpus: Corpus) -> frozenset[tuple[str, str]]:
    return frozenset((copy.page, copy.other) for copy in corpus.copies)


def _points(corpus: Corpus) -> Score:
    """Give the points of two reports by their places."""
    copied, reports = _copied(corpus), corpus.profiles

    def score(a: int, b: int) -> float:
        mine, theirs = reports[a], reports[b]
        one, other = mine.report.page, theirs.report.page
        return points(mine, theirs, ((one, other) if one < other else (other, one)) in copied)

    return score


def _score(corpus: Corpus) -> Score:
    """Give the points of two reports; those known already, or worked out lately, are not worked out again."""
    work_out = lru_cache(SCORED)(_points(corpus))

    def score(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        return work_out(*pair) if (known := corpus.points.get(pair)) is None else known

    return score
