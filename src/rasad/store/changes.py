"""What differs between two cases, event by event, and why: pages, rules or judgements."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from rasad.store.queries import EventLine, Filters, PartyLine, events

Anchor = tuple[str, int, int]
"""A page and the span of a trigger: what stays the same when rules give a report another type and so another id."""
SAME_TYPE = 0.5
"""What an equal type counts among shared triggers, when several events share one."""


class Difference(Struct, frozen=True):
    """A field of an event before and after."""

    field: str
    before: str
    after: str


class Change(Struct, frozen=True):
    """An event that was added, lost or changed, and the causes in words.

    `joined` are the events of the other case that tell what this one told: a lost event may have become part of them.
    """

    what: str
    before: EventLine | None
    after: EventLine | None
    differences: tuple[Difference, ...]
    joined: tuple[str, ...]
    causes: tuple[str, ...]

    @property
    def shown(self) -> EventLine:
        """The event as it is, or as it was before it was lost."""
        found = self.after or self.before
        assert found is not None
        return found


class _Side(Struct, frozen=True):
    """One of the two cases: its pages, its events and what each rests on."""

    pages: Mapping[str, str]
    packs: tuple[str, ...]
    ledger: tuple[str, ...]
    lines: Mapping[str, EventLine]
    kept: frozenset[str]
    anchors: Mapping[str, frozenset[Anchor]]
    versions: Mapping[str, str]
    judged: Mapping[str, tuple[str, ...]]

    def told_by(self, *some: EventLine) -> set[str]:
        """Give the pages that tell of events."""
        return {page for event in some for page, *_ in self.anchors[event.id]}

    def judgements(self, *some: EventLine) -> tuple[str, ...]:
        """Give the judgements on events."""
        return tuple(line for event in some for line in self.judged.get(event.id, ()))


def changes(db: sqlite3.Connection, other: sqlite3.Connection, keep: Filters = Filters()) -> Iterator[Change]:  # noqa: B008 (frozen)
    """Give what changed from one case to the other: first what was lost, then what changed, then what is new.

    An event is the same one in both cases if they share triggers: the best pairs are taken first.
    """
    one, two = _side(db, keep), _side(other, keep)
    pairs = dict(_pairs(one, two))
    back = {after: before for before, after in pairs.items()}
    for name, line in one.lines.items():
        if name not in pairs and name in one.kept:
            yield _change("lost", one, two, line, None)
    for name, after in pairs.items():
        before, now = one.lines[name], two.lines[after]
        if (name in one.kept or after in two.kept) and _differences(one, two, before, now):
            yield _change("changed", one, two, before, now)
    for name, line in two.lines.items():
        if name not in back and name in two.kept:
            yield _change("added", one, two, None, line)


def _side(db: sqlite3.Connection, keep: Filters) -> _Side:
    query = """SELECT m.event, m.page, t.start, t."end" FROM event_report m
               JOIN trigger t ON t.page = m.page AND t.report = m.report AND t.n = -1"""
    anchors: dict[str, set[Anchor]] = defaultdict(set)
    for event, *anchor in db.execute(query):
        anchors[event].add(tuple(anchor))
    judged: dict[str, tuple[str, ...]] = {}
    for event, line in db.execute("""SELECT event, kind || ' ' || substr(hash, 1, 8) FROM event_judgement
                                     JOIN judgement ON n = judgement WHERE state = 'holds' ORDER BY event, n"""):
        judged[event] = (*judged.get(event, ()), line)
    return _Side(
        ledger=tuple(line for (line,) in db.execute("SELECT hash || state FROM judgement ORDER BY n")),
        pages=dict(db.execute("SELECT sha256, id FROM page")),
        packs=tuple(packs for (packs,) in db.execute("SELECT packs FROM run ORDER BY n")),
        lines={line.id: line for line in events(db)},
        kept=frozenset(line.id for line in events(db, keep)),
        anchors={event: frozenset(some) for event, some in anchors.items()},
        versions=dict(db.execute("SELECT sha256, rule_version FROM page")),
        judged=judged,
    )  # fmt: skip


def _pairs(one: _Side, two: _Side) -> Iterator[tuple[str, str]]:
    """Pair the events that share most, each once."""
    holders: dict[Anchor, list[str]] = defaultdict(list)
    for event, anchors in two.anchors.items():
        for anchor in anchors:
            holders[anchor].append(event)
    shared: Counter[tuple[str, str]] = Counter()
    for event, anchors in one.anchors.items():
        for anchor in anchors:
            shared.update((event, other) for other in holders[anchor])

    def rank(pair: tuple[str, str]) -> tuple[float, bool, str, str]:
        alike = SAME_TYPE * (one.lines[pair[0]].type == two.lines[pair[1]].type)
        return (-shared[pair] - alike, pair[0] != pair[1], *pair)

    taken: set[str] = set()
    done: set[str] = set()
    for before, after in sorted(shared, key=rank):
        if before not in taken and after not in done:
            taken.add(before)
            done.add(after)
            yield before, after


def _change(what: str, one: _Side, two: _Side, before: EventLine | None, after: EventLine | None) -> Change:
    found = _differences(one, two, before, after) if before and after else ()
    mine, theirs = (one, two) if after is None else (two, one)
    alone = before if after is None else after if before is None else None
    joined = _holding(mine.anchors[alone.id], theirs) if alone else ()
    return Change(what, before, after, tuple(found), joined, tuple(_causes(one, two, before, after, joined)))


def _holding(anchors: frozenset[Anchor], side: _Side) -> tuple[str, ...]:
    return tuple(sorted(event for event, some in side.anchors.items() if some & anchors))


def _differences(one: _Side, two: _Side, before: EventLine, after: EventLine) -> list[Difference]:
    rows = zip(_fields(one, before), _fields(two, after), strict=True)
    return [Difference(name, old, new) for (name, old), (_, new) in rows if old != new]


def _fields(side: _Side, event: EventLine) -> Iterator[tuple[str, str]]:
    yield from (("type", event.type), ("mode", event.mode or ""), ("status", event.status))
    yield "date", f"{event.date.earliest or '…'}/{event.date.latest or '…'}"
    yield "place", ", ".join(part for part in (event.place, event.country) if part)
    yield from (("actors", _names(event.actors)), ("recipients", _names(event.recipients)))
    yield "pages", ", ".join(sorted(side.pages[page] for page in side.told_by(event)))
    yield from (("outlets", str(event.outlets)), ("origins", str(event.origins)))
    yield "contradictions", str(event.contradictions)
    yield "judgements", ", ".join(side.judgements(event))


def _names(parties: Iterable[PartyLine]) -> str:
    return ", ".join(sorted(f"{party.name} ({party.id})" for party in parties))


def _causes(
    one: _Side, two: _Side, before: EventLine | None, after: EventLine | None, joined: tuple[str, ...]
) -> Iterator[str]:
    """Say why: pages that only one case holds, judgements, rules; else what other pages of the case have changed."""
    mine = [before] if before else [one.lines[event] for event in joined]
    theirs = [after] if after else [two.lines[event] for event in joined]
    told, tells = one.told_by(*mine), two.told_by(*theirs)
    causes = []
    if new := sorted(two.pages[page] for page in tells - one.pages.keys()):
        causes.append(f"pages added: {', '.join(new)}")
    if gone := sorted(one.pages[page] for page in told - two.pages.keys()):
        causes.append(f"pages removed: {', '.join(gone)}")
    if judged := set(one.judgements(*mine)) ^ set(two.judgements(*theirs)):
        causes.append(f"ledger: {', '.join(sorted(judged))}")
    common = (told | tells) & one.pages.keys() & two.pages.keys()
    if any(one.versions[page] != two.versions[page] for page in common):
        causes.append(_rules(one, two))
    yield from causes or [_elsewhere(one, two)]


def _rules(one: _Side, two: _Side) -> str:
    return f"rules: packs {', '.join(one.packs)} then {', '.join(two.packs)}"


def _elsewhere(one: _Side, two: _Side) -> str:
    """Say what else differs between the cases, when nothing that the event rests on does."""
    if one.ledger != two.ledger:
        return "ledger"
    if one.pages.keys() != two.pages.keys():
        return "other pages were added or removed"
    return _rules(one, two) if one.packs != two.packs else "the program"
