"""The way back: records of pages from the rows of the case, equal to those that were written."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from rasad.model import (
    Context,
    DateInterval,
    Note,
    Outside,
    Page,
    PageDate,
    PageRecord,
    Passing,
    PublicEvent,
    PublicFigure,
    PublicLink,
    PublicParty,
    PublicPlace,
    PublicStatement,
    PublicTime,
    Range,
    Span,
    Stated,
)
from rasad.store.rows import MAIN_TRIGGER, Entry
from rasad.store.veil import NO_VEIL, veil_of
from rasad.store.veil import veiled as under

Grouped = dict[str, list[sqlite3.Row]]
PAGES_AT_ONCE = 200
"""Pages whose rows are read together: enough that the questions cost nothing, few enough to stay small in memory."""
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_LINES = msgspec.json.Decoder(tuple[str, ...])


def entries(db: sqlite3.Connection, hashes: Sequence[str] | None = None, veiled: bool = True) -> Iterator[Entry]:
    """Give pages with their records, by sha256 never by arrival; all of them, or those named.

    They are `veiled` for whoever reads them; only what works on pages, and shows nothing, takes them as they are.
    """
    if hashes is None:
        hashes = [sha for (sha,) in db.execute("SELECT sha256 FROM page ORDER BY sha256")]
    veil = veil_of(db) if veiled else NO_VEIL
    for at in range(0, len(hashes), PAGES_AT_ONCE):
        some = _some(db, hashes[at : at + PAGES_AT_ONCE])
        yield from (under(db, entry, veil) for entry in some) if veil.masks else some


class _Rows:
    """Rows of some pages, table by table, grouped by the owner they belong to."""

    def __init__(self, db: sqlite3.Connection, hashes: Sequence[str]) -> None:
        self.cursor = db.cursor()
        self.cursor.row_factory = sqlite3.Row
        self.hashes = hashes
        self.marks = ",".join("?" * len(hashes))

    def by(self, table: str, owner: str, order: str = "n") -> Grouped:
        query = f"SELECT * FROM {table} WHERE page IN ({self.marks}) ORDER BY {owner}, {order}"
        found: Grouped = defaultdict(list)
        for row in self.cursor.execute(query, self.hashes):
            found[row[owner]].append(row)
        return found

    def pages(self) -> list[sqlite3.Row]:
        # The capture that the page was first read with is the one whose id and URL the page bears.
        query = f"SELECT * FROM page WHERE sha256 IN ({self.marks}) ORDER BY sha256"
        return self.cursor.execute(query, self.hashes).fetchall()


def _some(db: sqlite3.Connection, hashes: Sequence[str]) -> Iterator[Entry]:
    rows = _Rows(db, hashes)
    reports, said = rows.by("report", "page"), rows.by("statement", "page")
    events, statements = _events(rows, reports), _statements(rows, said)
    # A part of a case lacks some of a page's reports: what is left is counted anew.
    numbers = {r["id"]: n for some in (*reports.values(), *said.values()) for n, r in enumerate(some)}
    tables = ("range", "boilerplate", "page_date", "figure", "skipped", "stated", "passing")
    parts = {table: rows.by(table, "page") for table in tables}
    captures = rows.by("capture", "page", "id, url, retrieved_at")
    for row in rows.pages():
        sha = row["sha256"]
        record = PageRecord(
            id=row["id"], sha256=sha, lang=row["lang"], kind=row["kind"], url=row["url"], publisher=row["outlet"],
            published=row["published"], retrieved=row["retrieved"],
            page_dates=tuple(PageDate(r["kind"], r["day"], r["rule"], _span(r)) for r in parts["page_date"][sha]),
            boilerplate=tuple((r["start"], r["end"]) for r in parts["boilerplate"][sha]),
            ranges=tuple(_range(r) for r in parts["range"][sha]),
            events=tuple(events[sha]), statements=tuple(statements[sha]),
            figures=tuple(_figure(r, numbers) for r in parts["figure"][sha]),
            skipped=tuple(Note(r["start"], r["end"], r["why"]) for r in parts["skipped"][sha]),
            stated=tuple(_stated(r) for r in parts["stated"][sha]),
            passing=tuple(_passing(r) for r in parts["passing"][sha]),
        )  # fmt: skip
        yield Entry(_page(row, captures[sha]), record)


def _page(row: sqlite3.Row, captures: Sequence[sqlite3.Row]) -> Page:
    first = next((c for c in captures if c["id"] == row["id"]), captures[0])
    outside = Outside(
        id=row["id"], url=row["url"], retrieved_at=first["retrieved_at"] or None, published=first["published"],
        title=row["title"], publisher=first["outlet"],
    )  # fmt: skip
    return Page(outside, row["text"], row["sha256"], row["media"])


def _events(rows: _Rows, reports: Grouped) -> dict[str, list[PublicEvent]]:
    parties, links = rows.by("report_party", "report", "side, n"), rows.by("report_link", "report")
    triggers, rules = rows.by("trigger", "report"), rows.by("report_rule", "report", "field")
    contexts = rows.by("report_context", "report")
    found: dict[str, list[PublicEvent]] = defaultdict(list)
    for row in (r for some in reports.values() for r in some):
        spans = {t["n"]: (t["start"], t["end"]) for t in triggers[row["id"]]}
        event = PublicEvent(
            type=row["type"], mode=row["mode"], status=row["status"], date=_date(row),
            date_span=_span(row, "date_"), place=_place(row),
            actors=tuple(_party(p) for p in parties[row["id"]] if p["side"] == "actor"),
            recipients=tuple(_party(p) for p in parties[row["id"]] if p["side"] == "recipient"),
            trigger=spans.pop(MAIN_TRIGGER), triggers=tuple(spans.values()),
            attribution=tuple(_link(r) for r in links[row["id"]]),
            main=bool(row["main"]), rule={r["field"]: r["rule"] for r in rules[row["id"]]}, time=_time(row),
            contexts=tuple(Context(c["context"], (c["start"], c["end"]), c["rule"]) for c in contexts[row["id"]]),
        )  # fmt: skip
        found[row["page"]].append(event)
    return found


def _statements(rows: _Rows, statements: Grouped) -> dict[str, list[PublicStatement]]:
    parties, vias = rows.by("statement_party", "statement", "side"), rows.by("statement_via", "statement")
    found: dict[str, list[PublicStatement]] = defaultdict(list)
    for row in (r for some in statements.values() for r in some):
        sides = {p["side"]: _party(p) for p in parties[row["id"]]}
        said = PublicStatement(
            speaker=sides["speaker"], form=row["form"], content=(row["start"], row["end"]),
            verb=(row["verb_start"], row["verb_end"]), stance=row["stance"],
            via=tuple(_link(r) for r in vias[row["id"]]), addressee=sides.get("addressee"), rule=row["rule"],
        )  # fmt: skip
        found[row["page"]].append(said)
    return found


def _span(row: sqlite3.Row, prefix: str = "") -> Span | None:
    start: Any = row[f"{prefix}start"]
    return None if start is None else (start, row[f"{prefix}end"])


def _range(row: sqlite3.Row) -> Range:
    return Range(row["start"], row["end"], row["kind"], row["rule"], _span(row, "same_"))


def _stated(row: sqlite3.Row) -> Stated:
    return Stated(row["field"], row["value"], row["rule"], _span(row), row["entity"])


def _passing(row: sqlite3.Row) -> Passing:
    where = (row["start"], row["end"])
    return Passing(row["type"], row["mode"], _date(row), _span(row, "date_"), where, row["why"], row["rule"])


def _figure(row: sqlite3.Row, numbers: dict[str, int]) -> PublicFigure:
    return PublicFigure(
        row["value"], row["bound"], row["unit"], (row["start"], row["end"]), row["rule"],
        numbers.get(row["report"]), numbers.get(row["statement"]), row["tied_by"] or "",
    )  # fmt: skip


def _date(row: sqlite3.Row) -> DateInterval | None:
    if row["precision"] is None:
        return None
    lines = _LINES.decode(row["derivation"])
    return DateInterval(row["earliest"], row["latest"], row["precision"], row["basis"], lines)


def _time(row: sqlite3.Row) -> PublicTime | None:
    span = _span(row, "time_")
    return PublicTime(row["clock"], row["zone"], span) if span else None


def _place(row: sqlite3.Row) -> PublicPlace | None:
    span = _span(row, "place_")
    return PublicPlace(row["place"], row["place_country"], span, row["place_id"]) if span else None


def _party(row: sqlite3.Row) -> PublicParty:
    return PublicParty(
        row["name"], row["kind"], row["country"], (row["start"], row["end"]), row["entity"],
        row["role"], row["sector"], _SPANS.decode(row["mentions"]), row["rule"], row["named_by"],
    )  # fmt: skip


def _link(row: sqlite3.Row) -> PublicLink:
    return PublicLink(row["name"], row["kind"], (row["start"], row["end"]), row["entity"], row["country"], row["rule"])
