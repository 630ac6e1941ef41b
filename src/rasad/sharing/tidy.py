"""The tidy tables of a case: rows, and what `tidy.toml` says of their columns."""

import sqlite3
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from rasad.dates.solver import edtf
from rasad.model import DateInterval, PublicStatement
from rasad.sharing.cells import Cell
from rasad.sharing.evidence import event_evidence, parties
from rasad.sharing.facts import code, point
from rasad.store.queries import EventLine, PartyLine, events
from rasad.store.records import entries
from rasad.store.rows import Entry, rule_of
from rasad.store.statements import Held, held, statements
from rasad.store.stories import memberships, report_places, statement_places, stories

Row = tuple[Cell, ...]
PAGES_AT_ONCE = 200


class Column(Struct, frozen=True):
    """A column: its name, its type, whether it is never empty, and what it holds."""

    name: str
    type: str
    required: bool
    meaning: str


class Table(Struct, frozen=True):
    """A table: what it holds, its columns, the columns that tell rows apart, and those that point to other tables."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    of: dict[str, str]


@cache
def tables() -> dict[str, Table]:
    """Give the tables by name."""
    told = tomllib.loads(files("rasad.sharing").joinpath("tidy.toml").read_text(encoding="utf-8"))
    return {name: _table(name, one) for name, one in told.items()}


def _table(name: str, told: dict[str, Any]) -> Table:
    columns = tuple(_column(*column) for column in told["columns"].items())
    return Table(name, told["about"], columns, tuple(told["key"]), told["of"])


def _column(name: str, told: str) -> Column:
    type_, _, meaning = told.partition(" | ")
    return Column(name, type_.removesuffix("!"), type_.endswith("!"), meaning)


def rows(db: sqlite3.Connection, wanted: Collection[str]) -> Iterator[tuple[str, Row]]:
    """Give the rows of the tables that are wanted, each with its table's name; of one table in its own order."""
    if {"events", "actors"} & set(wanted):
        lines = events(db)
        if "events" in wanted:
            yield from (("events", _event(line)) for line in lines)
        if "actors" in wanted:
            yield from (("actors", row) for row in _actors(db, lines))
    if {"origins", "contradictions"} & set(wanted):
        yield from (row for row in _of_events(db) if row[0] in wanted)
    if set(wanted) - {"events", "actors", "origins", "contradictions"}:
        yield from (row for row in _of_pages(db) if row[0] in wanted)


def _dated(date: DateInterval | None) -> Row:
    if date is None:
        return (None,) * 5
    return (edtf(date) or None, date.earliest, date.latest, date.precision, date.basis)


def _joined(some: Collection[str]) -> str | None:
    return "; ".join(some) or None


def _event(line: EventLine) -> Row:
    at, coded = point(line.place_id), code(line.type, line.mode)
    return (
        line.id, line.type, line.mode, line.status, *_dated(line.date), line.place, line.place_id, line.country,
        at.latitude if at else None, at.longitude if at else None,
        _joined([p.name for p in line.actors]), _joined([p.name for p in line.recipients]),
        line.pages, line.outlets, line.origins, line.contradictions, coded.quad, coded.intensity,
        _joined(line.contexts), _joined(line.corrected), line.part_of,
    )  # fmt: skip


def _actors(db: sqlite3.Connection, lines: list[EventLine]) -> Iterator[Row]:
    known: dict[str, PartyLine] = {}
    counts: dict[str, list[int]] = {}
    for line in lines:
        for n, side in enumerate((line.actors, line.recipients)):
            for party in {one.id: one for one in side}.values():
                known.setdefault(party.id, party)
                counts.setdefault(party.id, [0, 0, 0])[n] += 1
    for said in statements(db):
        known.setdefault(said.speaker.id, said.speaker)
        counts.setdefault(said.speaker.id, [0, 0, 0])[2] += 1
    for entity in sorted(known):
        party = known[entity]
        yield (entity, party.name, party.kind, party.country, party.sector, *counts[entity])


def _of_events(db: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    for story in stories(db):
        event = story.event.id
        for n, one in enumerate(story.origins):
            row = (event, n, one.id, one.name, one.kind, one.counted, one.why, "; ".join(one.reports))
            yield "origins", row
        for n, two in enumerate(story.contradictions):
            yield "contradictions", (
                event, n, two.field, two.kind, two.report, two.value, two.other_report, two.other_value, two.why,
            )  # fmt: skip


def _of_pages(db: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    hashes = [sha for (sha,) in db.execute("SELECT sha256 FROM page ORDER BY sha256")]
    for at in range(0, len(hashes), PAGES_AT_ONCE):
        some = hashes[at : at + PAGES_AT_ONCE]
        places = report_places(db, some)
        reports, said = _by_page(places), _by_page(statement_places(db, some))
        of, holds = memberships(db, list(places)), held(db, [one for page in said.values() for one in page])
        for entry in entries(db, some):
            sha = entry.record.sha256
            yield from page_rows(entry, reports.get(sha, []), said.get(sha, []), of, holds)


def _by_page(places: dict[str, tuple[str, int]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_, (page, _) in places.items():
        found.setdefault(page, []).append(id_)
    return found


def page_rows(
    entry: Entry,
    reports: list[str],
    said: list[str],
    of: dict[str, tuple[str, float]],
    holds: Mapping[str, Held] | None = None,
) -> Iterator[tuple[str, Row]]:
    """Give the rows of one page, with the ids of its reports and statements, and the events that reports belong to.

    `holds` says what people left of statements; a rejected one is not in it. Without it all stand as they were read.
    """
    record, page, sha = entry.record, entry.page, entry.record.sha256
    head = (sha, record.id, record.lang)
    yield "pages", (
        *head, record.kind, page.media, record.url, record.publisher, page.outside.title, record.published,
        record.retrieved, len(page.text), len(record.events), len(record.statements),
    )  # fmt: skip
    for report, event in zip(reports, record.events, strict=True):
        start, end = event.trigger
        place = event.place
        yield "reports", (
            report, of.get(report, (None, None))[0], *head, record.publisher, event.type, event.mode, event.status,
            event.main, *_dated(event.date), *((place.name, place.id, place.country) if place else (None,) * 3),
            *((event.time.clock, event.time.zone) if event.time else (None, None)),
            start, end, page.text[start:end], rule_of(event), of.get(report, (None, None))[1],
            _joined(dict.fromkeys(c.name for c in event.contexts)),
        )  # fmt: skip
        yield from (("evidence", (report, *row)) for row in event_evidence(entry, event))
        both = parties(entry, actor=event.actors, recipient=event.recipients)
        yield from (("parties", (report, "report", *row)) for row in both)
    for statement, one in zip(said, record.statements, strict=True):
        if holds is not None and statement not in holds:
            continue
        yield "statements", _statement(entry, statement, one, (holds or {}).get(statement) or _as_read(one))
        sides = {"speaker": (one.speaker,), "addressee": (one.addressee,) if one.addressee else ()}
        yield from (("parties", (statement, "statement", *row)) for row in parties(entry, **sides))
    shown = None if holds is None else set(holds)
    for n, figure in enumerate(record.figures):
        of_report = None if figure.event is None else reports[figure.event]
        of_said = None if figure.statement is None else said[figure.statement]
        yield "figures", (
            sha, n, of_report, of_said if shown is None or of_said in shown else None, figure.value, figure.bound,
            figure.unit, *figure.span, page.text[slice(*figure.span)], figure.tied_by or None, figure.rule,
        )  # fmt: skip
    for n, note in enumerate(record.skipped):
        yield "skipped", (sha, n, note.start, note.end, page.text[note.start : note.end] or None, note.why)


def _as_read(one: PublicStatement) -> Held:
    who, whom = one.speaker, one.addressee
    to = PartyLine(whom.id, whom.name, whom.kind, whom.country, "") if whom else None
    return Held(one.form, one.stance, PartyLine(who.id, who.name, who.kind, who.country, ""), to)


def _statement(entry: Entry, id_: str, one: PublicStatement, now: Held) -> Row:
    record, text, who, to = entry.record, entry.page.text, now.speaker, now.addressee
    return (
        id_, record.sha256, record.id, record.lang, record.publisher, record.published or record.retrieved,
        who.name, who.id, who.country, one.speaker.role if who.id == one.speaker.id else None,
        to.name if to else None, to.id if to else None, now.form, now.stance, _joined([v.name for v in one.via]),
        *one.content, text[slice(*one.content)], *one.verb, text[slice(*one.verb)], one.rule,
    )  # fmt: skip
