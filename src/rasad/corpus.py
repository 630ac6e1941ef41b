"""What happens to many documents: their reports become events, in these steps and in this order."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from rasad.fuse.actors import Actor, who_is_who
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
from rasad.fuse.passing import recalled
from rasad.fuse.profile import Profile, profile
from rasad.fuse.sightings import Sighting
from rasad.relations import Copy, Part, Recall


class Corpus(Struct, frozen=True):
    """Many pages as they are being fused. Every step takes one and gives a new one."""

    reports: tuple[ReportKey, ...]
    prints: Mapping[str, Prints] = {}
    judged: Judged = Judged()
    sightings: tuple[Sighting, ...] = ()
    actors: tuple[Actor, ...] = ()
    copies: tuple[Copy, ...] = ()
    kin: tuple[Copy, ...] = ()
    profiles: tuple[Profile, ...] = ()
    candidates: tuple[tuple[int, int], ...] = ()
    points: Mapping[tuple[int, int], float] = {}
    groups: tuple[tuple[int, ...], ...] = ()
    events: tuple[Event, ...] = ()
    parts: tuple[Part, ...] = ()
    passing: tuple[ReportKey, ...] = ()
    recalls: tuple[Recall, ...] = ()


def know_actors(corpus: Corpus) -> Corpus:
    """Tell who is who among the actors that the register does not know."""
    return replace(corpus, actors=who_is_who(corpus.sightings, corpus.judged.who))


def order_reports(corpus: Corpus) -> Corpus:
    """Sort the reports that people let stand by id, each with its parties as they are known."""
    reports = known(heard(corpus.reports, corpus.judged), corpus.actors, corpus.judged)
    ordered = tuple(sorted(reports, key=lambda report: report.id))
    return replace(corpus, reports=ordered, profiles=tuple(map(profile, ordered)))


def find_copies(corpus: Corpus) -> Corpus:
    """Find pages that share their wording."""
    return replace(corpus, copies=copies_among(corpus.prints))


def find_candidates(corpus: Corpus) -> Corpus:
    """Find the pairs of reports that are worth a comparison."""
    return replace(corpus, candidates=candidates(corpus.profiles))


def compare_reports(corpus: Corpus) -> Corpus:
    """Give every pair its points."""
    score = _score(corpus)
    return replace(corpus, points={pair: score(*pair) for pair in corpus.candidates})


def group_reports(corpus: Corpus) -> Corpus:
    """Put reports of one event together."""
    groups = cluster(corpus.profiles, corpus.points, _score(corpus))
    return replace(corpus, groups=tuple(map(tuple, groups)))


def heed_bonds(corpus: Corpus) -> Corpus:
    """Put together and keep apart what people have judged to be one event, or two."""
    if not corpus.judged.bonds:
        return corpus
    groups = bound(corpus.groups, corpus.reports, corpus.judged, _score(corpus))
    return replace(corpus, groups=tuple(map(tuple, groups)))


def find_kin(corpus: Corpus) -> Corpus:
    """Find pages that tell an event from one source in other words."""
    groups = [[corpus.reports[n] for n in group] for group in corpus.groups if len(group) > 1]
    return replace(corpus, kin=kin(groups, _copied(corpus)))


def make_events(corpus: Corpus) -> Corpus:
    """Make an event of every group: its day, parties, origins and contradictions."""
    copied = _copied(corpus)
    repeated = copied | {(one.page, one.other) for one in corpus.kin if one.kind != COMMUNIQUE}
    make = partial(assemble, copied=copied, repeated=repeated)
    events = tuple(make([corpus.profiles[n] for n in group]) for group in corpus.groups)
    return replace(corpus, events=tuple(sorted(events, key=lambda event: event.id)))


def heed_edits(corpus: Corpus) -> Corpus:
    """Set the fields that people have corrected."""
    return replace(corpus, events=edited(corpus.events, corpus.judged))


def link_occasions(corpus: Corpus) -> Corpus:
    """Find the events that are parts of others: what was agreed at a meeting."""
    return replace(corpus, parts=parts(corpus.events, {report.id: report for report in corpus.reports}))


def find_recalls(corpus: Corpus) -> Corpus:
    """Find the events that pages name in passing."""
    owners = {member.report: event.id for event in corpus.events for member in event.members}
    named = tuple(map(profile, sorted(corpus.passing, key=lambda deed: (deed.page, int(deed.id)))))
    return replace(corpus, recalls=tuple(recalled(named, corpus.profiles, owners)))


STEPS = (
    know_actors, order_reports, find_copies, find_candidates, compare_reports, group_reports, heed_bonds, find_kin,
    make_events, heed_edits, link_occasions, find_recalls,
)  # fmt: skip


def fuse(
    reports: Sequence[ReportKey], prints: Mapping[str, Prints] | None = None, judged: Judged | None = None,
    sightings: Sequence[Sighting] = (), passing: Sequence[ReportKey] = (),
) -> Corpus:  # fmt: skip
    """Take all steps. `prints` are the pages' runs of words, by sha256; without them no page is known for a copy.

    What people have `judged` goes before what points say. Without `sightings` unknown actors are told by name alone.
    `passing` are the deeds that pages name without telling them.
    """
    corpus = Corpus(tuple(reports), prints or {}, judged or Judged(), tuple(sightings), passing=tuple(passing))
    for step in STEPS:
        corpus = step(corpus)
    return corpus


def _copied(corpus: Corpus) -> frozenset[tuple[str, str]]:
    return frozenset((copy.page, copy.other) for copy in corpus.copies)


def _score(corpus: Corpus) -> Score:
    """Give the points of two reports by their places; those known already are not worked out again."""
    copied, known = _copied(corpus), dict(corpus.points)

    def score(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in known:
            mine, theirs = corpus.profiles[a], corpus.profiles[b]
            pages = sorted((mine.report.page, theirs.report.page))
            known[pair] = points(mine, theirs, (pages[0], pages[1]) in copied)
        return known[pair]

    return score
