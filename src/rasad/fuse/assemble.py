"""An event made from the group of its reports."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256

from rasad.fuse.cluster import LOOKED_AT
from rasad.fuse.compare import explain, points
from rasad.fuse.contradictions import contradictions
from rasad.fuse.dates import event_date, report_date
from rasad.fuse.events import Event, Member, PartyKey, PlaceKey, ReportKey
from rasad.fuse.origins import origins
from rasad.fuse.parties import SAME, STATE_AND_ITS_OWN, alike
from rasad.fuse.profile import Profile
from rasad.model import DateInterval

STATUSES = ("actual", "historical", "denied", "planned", "hypothetical")
"""When reports are divided evenly, the first of these; a denial beside it is a contradiction of its own."""
KINDS = ("person", "organization", "group", "population", "government")
"""Of two names for one party the more exact is kept: Assad rather than Syria."""
UNDATED = "9999"
"""Pages without a day come after all others: most news arrives in order, so that new pages seldom change an id."""

ALONE = ("stands alone",)

Sides = tuple[list[PartyKey], list[PartyKey]]


def assemble(
    profiles: Sequence[Profile], copied: Collection[tuple[str, str]], repeated: Collection[tuple[str, str]]
) -> Event:
    """Make the event of a group of reports. Its id hangs on its first report alone.

    `copied` are pages that share their wording, `repeated` those and others that have one source.
    """
    profiles = sorted(profiles, key=lambda profile: profile.report.id)
    ordered = [profile.report for profile in profiles]
    ids = [event_id(report) for report in sorted(ordered, key=lambda r: (r.day or UNDATED, r.id))]
    date = event_date(ordered)
    actors, recipients = _parties(ordered)
    kind = _most(report.type for report in ordered) or ""
    status = min(Counter(r.status for r in ordered).items(), key=lambda item: (-item[1], _rank(item[0], STATUSES)))[0]
    return Event(
        id=ids[0],
        type=kind, mode=_most(r.mode for r in ordered if r.type == kind), status=status,  # a mode that its type has
        date=date, place=_place(ordered), actors=actors, recipients=recipients,
        members=tuple(_members(profiles, copied, [report_date(report, date, ordered) for report in ordered])),
        pages=len({r.page for r in ordered}), outlets=len({r.outlet for r in ordered if r.outlet}),
        origins=origins(ordered, repeated), contradictions=contradictions(ordered),
        supersedes=tuple(ids[1:]),
    )  # fmt: skip


def event_id(report: ReportKey) -> str:
    """Give the id of an event that begins with this report."""
    return sha256(f"event {report.id}".encode()).hexdigest()[:12]


def _members(
    profiles: Sequence[Profile], copied: Collection[tuple[str, str]], dates: Sequence[DateInterval]
) -> Iterator[Member]:
    """Give the reports as parts of the event, each with the reasons of its likeness to the member it is most like.

    What two members have in common is worked out once for both.
    """
    if len(profiles) == 1:
        yield Member(profiles[0].report.id, profiles[0].report.page, 1.0, ALONE, dates[0])
        return
    told = cache(lambda a, b: explain(profiles[a], profiles[b], _is_copy(profiles[a], profiles[b], copied)))
    score = cache(lambda a, b: points(profiles[a], profiles[b], _is_copy(profiles[a], profiles[b], copied)))
    for n, (own, date) in enumerate(zip(profiles, dates, strict=True)):
        report = own.report
        others = [m for m, p in enumerate(profiles) if m != n and p.report.page != report.page][:LOOKED_AT]
        if not others:
            yield Member(report.id, report.page, 1.0, ALONE, date)
            continue
        ranked = ((score(min(n, m), max(n, m)), m) for m in others) if len(others) > 1 else [(0.0, others[0])]
        likest = max(ranked)[1]
        like = told(min(n, likest), max(n, likest))
        why = (f"likest: {profiles[likest].report.page_id}", *like.reasons)
        yield Member(report.id, report.page, like.score, why, date)


def _is_copy(a: Profile, b: Profile, copied: Collection[tuple[str, str]]) -> bool:
    first, second = sorted((a.report.page, b.report.page))
    return (first, second) in copied


def _most(values: Iterable[str | None]) -> str | None:
    """Give the commonest value; of equally common ones the first of the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _rank(value: str, order: Sequence[str]) -> int:
    return order.index(value) if value in order else len(order)


def _place(reports: Sequence[ReportKey]) -> PlaceKey | None:
    """Give the place that most reports name; a town before its country."""
    counts = Counter(r.place for r in reports if r.place)
    return min(counts, key=lambda p: (p.id == p.country, -counts[p], p.id), default=None)


def _parties(reports: Sequence[ReportKey]) -> tuple[tuple[PartyKey, ...], tuple[PartyKey, ...]]:
    """Join the parties of all reports, the fullest first, each party once under its most exact name.

    Within one report nothing is joined: who is named twice there was told apart by the reader.
    """
    joined: Sides = ([], [])
    for report in sorted(reports, key=lambda r: (-len(r.parties), r.id)):
        taken: set[int] = set()
        for side, parties in enumerate((report.actors, report.recipients)):
            for party in parties:
                _join(joined, side, party, taken, free=report.type == "CONSULT")
    return tuple(joined[0]), tuple(joined[1])


def _join(joined: Sides, side: int, party: PartyKey, taken: set[int], free: bool) -> None:
    """Put one party to the one that it is, or at the end; who meets whom may stand on either side (`free`)."""
    for at in (0, 1) if free else (side,):
        free_slots = [(n, p) for n, p in enumerate(joined[at]) if _slot(at, n) not in taken]
        likes = [(SAME if p.id == party.id else alike(party, p), -n) for n, p in free_slots]
        value, place = max(likes, default=(0.0, 0))
        if value >= STATE_AND_ITS_OWN:
            old = joined[at][-place]
            joined[at][-place] = min(old, party, key=lambda p: (_rank(p.kind, KINDS), p is not old))
            taken.add(_slot(at, -place))
            return
    if not free and any(party.id == p.id for p in joined[1 - side]):
        return  # nobody does a thing to themselves: one report took for the target who acts in another
    joined[side].append(party)
    taken.add(_slot(side, len(joined[side]) - 1))


def _slot(side: int, n: int) -> int:
    return 2 * n + side
