"""What happens to many documents: their reports become events, in these steps and in this order."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from rasad.fuse.assemble import assemble
from rasad.fuse.blocking import candidates
from rasad.fuse.cluster import Compare, cluster
from rasad.fuse.compare import compare
from rasad.fuse.copies import Prints
from rasad.fuse.copies import find_copies as copies_among
from rasad.fuse.events import Copy, Event, Likeness, ReportKey


class Corpus(Struct, frozen=True):
    """Many pages as they are being fused. Every step takes one and gives a new one."""

    reports: tuple[ReportKey, ...]
    prints: Mapping[str, Prints] = {}
    copies: tuple[Copy, ...] = ()
    candidates: tuple[tuple[int, int], ...] = ()
    likenesses: Mapping[tuple[int, int], Likeness] = {}
    groups: tuple[tuple[int, ...], ...] = ()
    events: tuple[Event, ...] = ()


def order_reports(corpus: Corpus) -> Corpus:
    """Sort the reports by id, so that their order of arrival never shows."""
    return replace(corpus, reports=tuple(sorted(corpus.reports, key=lambda report: report.id)))


def find_copies(corpus: Corpus) -> Corpus:
    """Find pages that share their wording."""
    return replace(corpus, copies=copies_among(corpus.prints))


def find_candidates(corpus: Corpus) -> Corpus:
    """Find the pairs of reports that are worth a comparison."""
    return replace(corpus, candidates=candidates(corpus.reports))


def compare_reports(corpus: Corpus) -> Corpus:
    """Compare each pair; those that cannot be one event fall away."""
    judge = _judge(corpus)
    found = ((pair, judge(corpus.reports[pair[0]], corpus.reports[pair[1]])) for pair in corpus.candidates)
    return replace(corpus, likenesses={pair: like for pair, like in found if like})


def group_reports(corpus: Corpus) -> Corpus:
    """Put reports of one event together."""
    groups = cluster(corpus.reports, corpus.likenesses, _judge(corpus))
    return replace(corpus, groups=tuple(map(tuple, groups)))


def make_events(corpus: Corpus) -> Corpus:
    """Make an event of every group: its day, parties, origins and contradictions."""
    copied = {(copy.page, copy.other) for copy in corpus.copies}
    make = partial(assemble, compare=_judge(corpus), copied=copied)
    events = tuple(make([corpus.reports[n] for n in group]) for group in corpus.groups)
    return replace(corpus, events=tuple(sorted(events, key=lambda event: event.id)))


STEPS = (order_reports, find_copies, find_candidates, compare_reports, group_reports, make_events)


def fuse(reports: Sequence[ReportKey], prints: Mapping[str, Prints] | None = None) -> Corpus:
    """Take all steps. `prints` are the pages' runs of words, by sha256; without them no page is known for a copy."""
    corpus = Corpus(tuple(reports), prints or {})
    for step in STEPS:
        corpus = step(corpus)
    return corpus


def _judge(corpus: Corpus) -> Compare:
    """Give a comparison of two reports that knows which pages are copies."""
    copied = {(copy.page, copy.other) for copy in corpus.copies}

    def judge(a: ReportKey, b: ReportKey) -> Likeness | None:
        pair = (a.page, b.page) if a.page < b.page else (b.page, a.page)
        return compare(a, b, copied=pair in copied)

    return judge
