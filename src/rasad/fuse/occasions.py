"""Events that are parts of others: what was agreed or voiced at a meeting, a meeting during a visit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rasad.fuse.days import FIRST, LAST, days_of, gap, shown
from rasad.fuse.events import Event, PartyKey, ReportKey
from rasad.fuse.parties import STATE_AND_ITS_OWN, alike
from rasad.fuse.profile import Profile, bare
from rasad.relations import Part

VOICED = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "AID"})
"""Deeds that those who meet do to each other there. Who asks, accuses or threatens often does it elsewhere."""
MET = frozenset({"meeting", "phone", "third-party", "multilateral"})
NEAR = 600
"""Characters between deed and occasion on a page: news tells both in the same few paragraphs."""
BOTH = 2

Told = tuple[Event, ReportKey]
Fit = tuple[int, str, tuple[str, ...]]
"""How near, on which page, and why."""


def parts(events: Sequence[Event], groups: Sequence[Sequence[int]], reports: Sequence[Profile]) -> tuple[Part, ...]:
    """Give for every event that is part of another one the nearest of those that most pages tell it with.

    Each event's members are the reports at the places of its group.
    """
    fits: dict[str, list[tuple[str, Fit]]] = defaultdict(list)
    for places in _by_page(events, groups):
        told = [(events[n], bare(reports, at).report) for n, at in places]
        for deed, occasion, fit in fits_on(told):
            fits[deed].append((occasion, fit))
    return tuple(best_part(deed, fits[deed]) for deed in sorted(fits))


def fits_on(told: Sequence[Told]) -> Iterator[tuple[str, str, Fit]]:
    """Give the ids of a deed and of an occasion that one page tells, and how they fit."""
    for deed, report in told:
        for occasion, other in told:
            why = _why(deed, report, occasion, other)
            if why:
                yield deed.id, occasion.id, (abs(report.at - other.at), report.page_id, why)


def best_part(deed: str, fits: Sequence[tuple[str, Fit]]) -> Part:
    """Choose the occasion of a deed: that of most pages, of these the nearest."""
    by_occasion: dict[str, list[Fit]] = defaultdict(list)
    for occasion, fit in fits:
        by_occasion[occasion].append(fit)
    ranked = ((-len({page for _, page, _ in some}), min(some)[0], occasion) for occasion, some in by_occasion.items())
    occasion = min(ranked)[-1]
    return _part(deed, occasion, by_occasion[occasion])


def _by_page(events: Sequence[Event], groups: Sequence[Sequence[int]]) -> Iterable[list[tuple[int, int]]]:
    """Give for every page that tells an occasion the places of its events and of its reports."""
    pages: dict[str, list[tuple[int, int]]] = {
        member.page: [] for event in events if event.type == "CONSULT" for member in event.members
    }
    for n, event in enumerate(events):
        for member, at in zip(event.members, groups[n], strict=True):
            if member.page in pages:
                pages[member.page].append((n, at))
    return pages.values()


def _part(event: str, whole: str, fits: Sequence[Fit]) -> Part:
    far, page, why = min(fits)
    pages = len({page for _, page, _ in fits})
    told = f"{page} tells both, {far} characters apart" + (f"; {pages} pages do" if pages > 1 else "")
    return Part(event, whole, (told, *why))


def _why(deed: Event, report: ReportKey, occasion: Event, other: ReportKey) -> tuple[str, ...]:
    """Say why a deed belongs to an occasion; nothing where it does not."""
    if deed.id == occasion.id or occasion.type != "CONSULT" or deed.status != occasion.status:
        return ()
    if abs(report.at - other.at) > NEAR or gap(days_of(deed.date), days_of(occasion.date)):
        return ()
    if deed.type in VOICED:
        return _between(deed, occasion)
    visit = occasion.mode == "visit" and deed.type == "CONSULT" and deed.mode in MET
    return _during(deed, occasion) if visit else ()


def _between(deed: Event, occasion: Event) -> tuple[str, ...]:
    """Tell whether all who did or received it met each other there."""
    parties = (*deed.actors, *deed.recipients)
    found = [_participant(party, occasion) for party in parties]
    present = {p.id for p in found if p is not None}
    # States meet and agree all the time: a person ties the deed to this meeting.
    seen = any(party.kind == "person" and party.id in present for party in parties)
    if not deed.actors or None in found or len(present) < BOTH or not seen:
        return ()
    names = " and ".join(party.name for party in parties)
    return (f"{names} took part in it", *_days(deed, occasion))


def _during(meeting: Event, visit: Event) -> tuple[str, ...]:
    """Tell whether a guest of the visit met somebody in the country visited."""
    lands = {visit.place.country} if visit.place and visit.place.country else set()
    guests = [p for p in visit.actors if p.kind == "person" and p.country not in lands]
    seen = [p for p in guests if any(p.id == other.id for other in meeting.actors)]
    hosts = [p for p in meeting.actors if p.country in lands] if lands else []
    if not seen or not hosts:
        return ()
    return (f"{seen[0].name} is the guest, {hosts[0].name} a host", *_days(meeting, visit))


def _days(one: Event, other: Event) -> tuple[str, ...]:
    """Say that the days agree, where they are known."""
    mine, theirs = days_of(one.date), days_of(other.date)
    met = (max(mine[0], theirs[0]), min(mine[1], theirs[1]))
    return (f"the days of both meet: {shown(met)}",) if (FIRST, LAST) not in (mine, theirs) else ()


def _participant(party: PartyKey, occasion: Event) -> PartyKey | None:
    """Give whom of an occasion a party is, or whose state it is."""
    some = (*occasion.actors, *occasion.recipients)
    value, n = max(((alike(party, other), -n) for n, other in enumerate(some)), default=(0.0, 0))
    return some[-n] if value >= STATE_AND_ITS_OWN else None
