"""Which reports are worth comparing: those that share a kind of event, a party and about a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rasad.fuse.days import FIRST, LAST, Days, days_of, gap, ordinal
from rasad.fuse.events import ReportKey

WINDOW = 24
"""Neighbours in time that a report is compared with inside a block: what keeps the work linear in the reports."""
SLACK = 2
"""Days that two intervals may lie apart and still be one event told with a slip of the day."""

FAMILIES = {
    "ASSAULT": "force", "COERCE": "force", "MOBILIZE": "force",
    "RETREAT": "yield", "CONCEDE": "yield",
    "AGREE": "help", "COOPERATE": "help", "SUPPORT": "help", "AID": "help",
    "ACCUSE": "refuse", "REJECT": "refuse", "THREATEN": "refuse", "REQUEST": "refuse",
}  # fmt: skip
"""PLOVER types that coders and readers take for each other; a type that is not here is a family of its own."""

Key = tuple[str, ...]


def candidates(reports: Sequence[ReportKey]) -> tuple[tuple[int, int], ...]:
    """Give the pairs of reports (by their places in the sequence) that are worth a comparison, each once, in order."""
    days = [days_of(report.date) for report in reports]
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, report in enumerate(reports):
        for key in set(_keys(report)):
            blocks[key].append(n)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        ordered = sorted(members, key=lambda n: (_about(reports[n], days[n]), reports[n].id))
        for at, n in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + WINDOW]:
                if reports[n].page != reports[other].page and gap(days[n], days[other]) <= SLACK:
                    pairs.add((min(n, other), max(n, other)))
    return tuple(sorted(pairs))


def _keys(report: ReportKey) -> Iterator[Key]:
    """Give the blocks of a report: by country, by pair of countries, by party, by place."""
    family = FAMILIES.get(report.type, report.type)
    countries = sorted({p.country for p in report.parties if p.country})
    for at, country in enumerate(countries):
        yield (family, country)
        for other in countries[at + 1 :]:
            yield (family, country, other)
    for party in report.parties:
        yield (family, "party", party.id)
    # All parties at once: a small block, in which even undated reports meet the dated ones.
    yield (family, "parties", *sorted({p.id for p in report.parties}))
    if report.place:
        yield (family, "place", report.place.id)
        if report.place.country:
            yield (family, report.place.country)


def _about(report: ReportKey, days: Days) -> int:
    """Give one day to sort by: news lie close to the last day they can mean; else the day of the page."""
    if days[1] != LAST:
        return days[1]
    return days[0] if days[0] != FIRST else ordinal(report.day, LAST)

