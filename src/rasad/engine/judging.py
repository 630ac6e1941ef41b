"""The ledger of a case taken up: its lines become what fusion heeds, and rows that say what became of each."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from rasad.corpus import Corpus
from rasad.engine import said
from rasad.fuse.actors import ActorBond
from rasad.fuse.events import PartyKey, PlaceKey
from rasad.fuse.judged import Bond, Edit, FieldValue, Judged
from rasad.fuse.knowing import Known
from rasad.ledger import book
from rasad.ledger.lines import Anchor, Judgement, Line, Value, encode, undone
from rasad.ledger.values import refused, sound, told
from rasad.model import DateInterval
from rasad.store.db import Case
from rasad.store.judgements import actor_ids, applied
from rasad.store.rows import Rows
from rasad.store.veil import mask_rows

HOLDS, UNDONE, OVERRULED, ORPHAN, REFUSED = "holds", "undone", "overruled", "orphan", "refused"
ON_EVENTS = ("accept", "edit", "merge", "split", "note")
SAME_OR_NOT = ("same", "not_same")
MASKED = "masked"
"""What stands in the place of a name when the person gave nothing else."""


class Standing(Struct, frozen=True):
    """A line, what became of it and why; `reports`, `others`, `statement` are those of the case that it is about."""

    line: Line
    state: str
    why: str
    reports: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    statement: str | None = None


class Heeded(Struct, frozen=True):
    """The ledger as fusion takes it, and how each of its lines stands."""

    judged: Judged
    standings: tuple[Standing, ...]

    @property
    def refused(self) -> int:
        """Lines that say what cannot be, and were set aside."""
        return sum(one.state == REFUSED for one in self.standings)


def heed(
    db: sqlite3.Connection, path: Path, gone: Collection[str] = (), seen: Iterable[str] = ()
) -> Heeded:  # fmt: skip
    """Read the ledger beside the case, and find in the case what its lines are about.

    `gone` are pages to forget, `seen` the ids of unknown actors on the others. A line that says what cannot be is set
    aside with its reason.
    """
    every = book.read(path, applied(db))
    aside = refused(every)
    lines = sound(every, aside)
    taken_back = undone(lines)
    find = _finder(db, lines, gone)
    asked = {actor for line in lines for actor in line.target.actors}
    present = actor_ids(db, asked, gone) | asked.intersection(seen if asked else ())
    where = book.path_of(path)
    standings = tuple(
        Standing(line, REFUSED, told(where, line.n, aside[line.n])) if line.n in aside and line.n not in taken_back
        else _on_statement(db, line, gone) if line.target.said and line.n not in taken_back
        else _standing(line, taken_back, find, present) for line in every
    )  # fmt: skip
    latest = {_only_one(one): one.line.n for one in standings if one.state == HOLDS}
    standings = tuple(_latest(one, latest) for one in standings)
    return Heeded(_judged([one for one in standings if one.state == HOLDS]), standings)


def write_down(case: Case, judged: Judgement) -> Line:
    """Write a judgement at the end of the ledger and give its line; the events wait for the next fusion."""
    with case.alone():
        return book.append(case.path, book.read(case.path, applied(case.db)), judged)


def judgement_rows(
    db: sqlite3.Connection, corpus: Corpus, heeded: Heeded, version: str, gone: Collection[str] = ()
) -> Rows:
    """Give the rows of the ledger, now that the events are made."""
    rows: Rows = defaultdict(list)
    asked = {report for one in heeded.standings for report in (*one.reports, *one.others)}
    events = corpus.events if asked else ()
    holder = {member.report: event.id for event in events for member in event.members if member.report in asked}
    for one in heeded.standings:
        line, (state, why) = one.line, _outcome(one, corpus, holder)
        cells = (line.n, line.kind, state, why, line.who, line.reason, line.when, line.hash, encode(line))
        rows["judgement"].append(cells)
        if state in (HOLDS, OVERRULED) and line.kind in ON_EVENTS:
            on = sorted({holder[report] for report in (*one.reports, *one.others) if report in holder})
            rows["event_judgement"].extend((event, line.n) for event in on)
        if one.statement:
            rows["statement_judgement"].append((one.statement, line.n))
            if state == HOLDS and line.kind == "edit":
                rows["statement_edit"].append(said.edit_row(db, one.statement, line, version))
    return {**rows, **mask_rows(db, _masks(heeded, corpus), gone)}


def _masks(heeded: Heeded, corpus: Corpus) -> dict[str, tuple[str, int]]:
    """Give name and line of every mask; who is the same as somebody masked is masked too, under every name."""
    known = Known(corpus.actors, heeded.judged)
    names: dict[str, set[str]] = defaultdict(set)
    for own in corpus.actors:
        names[known.said(own.party).id] |= {own.id, *(seen.entity for seen in own.sightings)}
    for other, party in heeded.judged.actors.items():
        names[known.said(party).id].add(other)
    found: dict[str, tuple[str, int]] = {}
    for one in heeded.standings:
        if one.state == HOLDS and one.line.kind == "mask":
            for actor in one.line.target.actors:
                same = {name for party in known.ids(actor) for name in (party, *names[party])}
                name = one.line.value.text if one.line.value else MASKED
                found.update(dict.fromkeys({actor, *same}, (name, one.line.n)))
    return found


def field_value(field: str, value: Value | None, line: int) -> FieldValue:
    """Give a correction as fusion takes it."""
    if value is None:
        return None
    if field == "date":
        told = (f"ledger:{line} sets {value.text}",)
        return DateInterval(value.earliest, value.latest, value.precision or "interval", "ledger", told)
    if field == "place":
        return PlaceKey(value.place_id or "", value.text, value.country) if value.text else None
    if field in ("actors", "recipients"):
        return tuple(PartyKey(a.id, a.name, a.kind, a.country, a.sector) for a in value.actors)
    return value.text or None


Find = Callable[[Iterable[Anchor]], tuple[str, ...]]


def _finder(db: sqlite3.Connection, lines: Sequence[Line], gone: Collection[str]) -> Find:
    """Give what finds reports of the case by their anchors: the same trigger, else one that overlaps it."""
    pages = {a.page for line in lines for a in (*line.target.reports, *line.target.others)} - set(gone)
    told: dict[str, list[tuple[int, int, int, str, str | None, str]]] = defaultdict(list)
    query = """SELECT t.start, t."end", t.n, r.type, r.mode, r.id FROM report r
               JOIN trigger t ON t.page = r.page AND t.report = r.id WHERE r.page = ? ORDER BY r.n, t.n"""
    for page in sorted(pages):
        told[page] = db.execute(query, (page,)).fetchall()

    def report(anchor: Anchor) -> str | None:
        span = (anchor.start, anchor.end)
        ranked = [
            ((start, end) != span, kind != anchor.type, mode != anchor.mode, main >= 0, at, identity)
            for at, (start, end, main, kind, mode, identity) in enumerate(told[anchor.page])
            if start < anchor.end and anchor.start < end
        ]
        return min(ranked)[-1] if ranked else None

    return lambda anchors: tuple(dict.fromkeys(found for anchor in anchors if (found := report(anchor))))


def _standing(line: Line, taken_back: dict[int, int], find: Find, present: Collection[str]) -> Standing:
    target = line.target
    if line.n in taken_back:
        return Standing(line, UNDONE, f"by line {taken_back[line.n]}")
    if line.kind == "undo":
        return Standing(line, HOLDS, f"takes back line {target.line}")
    if target.actors:
        missing = [actor for actor in target.actors if actor not in present]
        return Standing(line, ORPHAN if missing else HOLDS, f"not in the case: {', '.join(missing)}" if missing else "")
    reports, others = find(target.reports), find(target.others)
    asked, found = len(target.reports) + len(target.others), len(reports) + len(others)
    if not reports or (target.others and not others):
        return Standing(line, ORPHAN, _missing(target.reports, find) or _missing(target.others, find))
    why = "" if found == asked else f"{found} of {asked} reports are in the case"
    return Standing(line, HOLDS, why, reports, others)


def _on_statement(db: sqlite3.Connection, line: Line, gone: Collection[str]) -> Standing:
    anchor = line.target.said
    found = said.find(db, anchor, gone) if anchor else None
    if anchor and found is None:
        return Standing(line, ORPHAN, f"no statement at [{anchor.start}, {anchor.end}) of the page {anchor.page[:12]}")
    return Standing(line, HOLDS, "", statement=found)


def _only_one(one: Standing) -> Hashable:
    """Give that of which only one line can hold: whether two actors are one, what a field of a statement is."""
    if one.line.kind in SAME_OR_NOT:
        return frozenset(one.line.target.actors)
    return (one.statement, one.line.target.field) if one.statement and one.line.kind == "edit" else one.line.n


def _latest(one: Standing, latest: Mapping[Hashable, int]) -> Standing:
    """Of two lines of which only one can hold, the later does."""
    later = latest.get(_only_one(one), 0)
    return Standing(one.line, OVERRULED, f"by line {later}") if one.state == HOLDS and later > one.line.n else one


def _missing(anchors: Sequence[Anchor], find: Find) -> str:
    lost = [anchor for anchor in anchors if not find((anchor,))]
    told = (f"no report at [{a.start}, {a.end}) of the page {a.page[:12]}" for a in lost[:1])
    return "; ".join(told)


def _judged(standings: Sequence[Standing]) -> Judged:
    bonds, edits = [], []
    for one in standings:
        line = one.line
        if one.statement:
            continue
        if line.kind in ("accept", "merge"):
            bonds.append(Bond(line.n, True, one.reports, one.others))
        elif line.kind == "split":
            bonds += [Bond(line.n, False, one.reports, one.others), Bond(line.n, True, one.reports)]
        elif line.kind == "edit" and line.target.field:
            value = field_value(line.target.field, line.value, line.n)
            edits.append(Edit(line.n, one.reports, line.target.field, value))
    rejected = frozenset(report for one in standings if one.line.kind == "reject" for report in one.reports)
    told = [one.line for one in standings if one.line.kind in SAME_OR_NOT]
    actors, apart = _actors(told)
    return Judged(rejected, actors, apart, tuple(map(_who, told)), tuple(bonds), tuple(edits))


def _actors(lines: Iterable[Line]) -> tuple[dict[str, PartyKey], dict[str, frozenset[str]]]:
    """Give who each actor is, and who it is not."""
    known: dict[str, PartyKey] = {}
    apart: dict[str, frozenset[str]] = defaultdict(frozenset)
    for line in sorted(lines, key=lambda line: line.n):
        ids = set(line.target.actors)
        if line.kind == "same" and line.value:
            own = line.value.actors[0]
            before = {known[actor].id for actor in ids if actor in known}
            ids |= {actor for actor, party in known.items() if party.id in before}
            known.update(dict.fromkeys(ids, PartyKey(own.id, own.name, own.kind, own.country, own.sector)))
        else:
            for actor in ids:
                apart[actor] |= ids - {actor}
    return known, apart


def _who(line: Line) -> ActorBond:
    """Give what a line says of actors whom only pages know."""
    own = line.value.actors[0] if line.kind == "same" and line.value else None
    called = PartyKey(own.id, own.name, own.kind, own.country, own.sector) if own else None
    return ActorBond(line.n, line.kind == "same", line.target.actors, called)


def _outcome(one: Standing, corpus: Corpus, holder: dict[str, str]) -> tuple[str, str]:
    """Say what became of a line: a later judgement may have overruled it."""
    if one.state != HOLDS or one.line.kind not in ("accept", "merge", "split"):
        return one.state, one.why
    mine = {holder[report] for report in one.reports if report in holder}
    theirs = {holder[report] for report in one.others if report in holder}
    split = one.line.kind == "split"
    if (split and mine & theirs) or (not split and len(mine | theirs) > 1):
        return OVERRULED, "by a later line"
    return one.state, one.why
