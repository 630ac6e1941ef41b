"""A page's record as rows of the case, in the order of the columns of schema.sql."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from rasad.model import (
    DateInterval,
    Page,
    PageRecord,
    Passing,
    PublicEvent,
    PublicLink,
    PublicParty,
    PublicStatement,
    Span,
)

Cell = str | int | float | None
Rows = dict[str, list[tuple[Cell, ...]]]

MAIN_TRIGGER = -1
"""The place in `trigger` of the span that tells the event most fully; the other spans count from 0."""


class Entry(Struct, frozen=True):
    """A page and its record: what one batch is made of; `keys` is what fusion needs of it, if that is known already."""

    page: Page
    record: PageRecord
    keys: bytes = b""


def json_text(value: object) -> str:
    """Write plain values as JSON text, the same for the same values."""
    return msgspec.json.encode(value, order="deterministic").decode()


def short_hash(*parts: object) -> str:
    """Give an id made from content: sixteen hexadecimal digits."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def report_ids(record: PageRecord) -> tuple[str, ...]:
    """Give the ids of a record's reports, in their order.

    An id hangs on the page, the type, the mode and the trigger; reports alike in all of these are told apart by number.
    """
    return _told_apart(short_hash(record.sha256, e.type, e.mode, e.trigger) for e in record.events)


def statement_ids(record: PageRecord) -> tuple[str, ...]:
    """Give the ids of a record's statements, in their order."""
    return _told_apart(short_hash(record.sha256, "statement", s.content, s.verb) for s in record.statements)


def _told_apart(plain: Iterable[str]) -> tuple[str, ...]:
    """Number the ids that come again."""
    seen: Counter[str] = Counter()
    ids = []
    for one in plain:
        ids.append(short_hash(one, seen[one]) if seen[one] else one)
        seen[one] += 1
    return tuple(ids)


def page_rows(entry: Entry, number: int, version: str) -> Rows:
    """Give every row of one page, table by table; `number` is the page's rowid."""
    rows: Rows = defaultdict(list)
    _add_page(rows, entry, number, version)
    _add_ranges(rows, entry, version)
    reports, said = report_ids(entry.record), statement_ids(entry.record)
    for n, (identity, event) in enumerate(zip(reports, entry.record.events, strict=True)):
        _add_report(rows, _Writer(entry, identity, version), n, event)
    for n, (identity, one) in enumerate(zip(said, entry.record.statements, strict=True)):
        _add_statement(rows, _Writer(entry, identity, version), n, one)
    sha, text = entry.record.sha256, entry.page.text
    for n, figure in enumerate(entry.record.figures):
        value = (figure.value, figure.bound, figure.unit, *_quoted(text, figure.span))
        tied = (_of(reports, figure.event), _of(said, figure.statement), figure.tied_by or None)
        rows["figure"].append((sha, n, *value, *tied, figure.rule, version))
    for n, named in enumerate(entry.record.passing):
        rows["passing"].append((sha, n, *_passing(text, named), named.why, named.rule, version))
    for n, note in enumerate(entry.record.skipped):
        rows["skipped"].append((sha, n, note.start, note.end, note.why, version))
    return rows


def capture_row(page: Page, version: str) -> tuple[Cell, ...]:
    """Give the row that says how this text was captured."""
    out = page.outside
    return (
        page.sha256, out.id, out.url or "", out.publisher, out.retrieved_at or "", out.published, out.title, version,
    )  # fmt: skip


def _of(ids: Sequence[str], number: int | None) -> str | None:
    return None if number is None else ids[number]


class _Writer(Struct, frozen=True):
    """What every row of one report or statement shares."""

    entry: Entry
    id: str
    version: str

    @property
    def sha(self) -> str:
        return self.entry.record.sha256

    def party(self, party: PublicParty) -> tuple[Cell, ...]:
        return (
            party.id, party.name, party.kind, party.country, party.sector, party.role,
            *_quoted(self.entry.page.text, party.span), json_text(party.mentions),
            party.rule, party.named_by, self.version,
        )  # fmt: skip

    def link(self, n: int, link: PublicLink) -> tuple[Cell, ...]:
        where = _quoted(self.entry.page.text, link.span)
        return (self.sha, self.id, n, link.id, link.name, link.kind, link.country, *where, link.rule, self.version)


def _quoted(text: str, span: Span | None) -> tuple[Cell, ...]:
    return (span[0], span[1], text[span[0] : span[1]]) if span else (None, None, None)


def _day(record: PageRecord, kind: str, day: str | None, outside: str | None) -> tuple[Cell, ...]:
    """Give a day of the page and where it comes from."""
    if day is None:
        return (None, None)
    found = (d.rule for d in record.page_dates if d.kind == kind and d.day == day)
    return (day, "outside" if outside and outside.startswith(day) else next(found, "read"))


def _add_page(rows: Rows, entry: Entry, number: int, version: str) -> None:
    page, record = entry.page, entry.record
    shown = next((d for d in record.page_dates if d.kind == "retrieved" and d.span), None)
    rows["page"].append((
        number, record.sha256, record.id, page.text, record.lang, record.kind, page.media, record.url,
        record.publisher, page.outside.title,
        *_day(record, "published", record.published, page.outside.published),
        *_day(record, "retrieved", record.retrieved, page.outside.retrieved_at),
        *((shown.day, shown.rule) if shown else (None, None)), version,
    ))  # fmt: skip
    rows["capture"].append(capture_row(page, version))
    for n, date in enumerate(record.page_dates):
        where = _quoted(page.text, date.span)
        rows["page_date"].append((record.sha256, n, date.kind, date.day, *where, date.rule, version))
    for n, fact in enumerate(record.stated):
        value = (fact.field, fact.value, fact.id, *_quoted(page.text, fact.span), fact.rule, version)
        rows["stated"].append((record.sha256, n, *value))


def _add_ranges(rows: Rows, entry: Entry, version: str) -> None:
    sha = entry.record.sha256
    for n, part in enumerate(entry.record.ranges):
        same = part.same_as or (None, None)
        rows["range"].append((sha, n, part.start, part.end, part.kind, *same, part.rule, version))
    rules = {(part.start, part.end): part.rule for part in entry.record.ranges}
    for n, (start, end) in enumerate(entry.record.boilerplate):
        rows["boilerplate"].append((sha, n, start, end, rules.get((start, end), "ranges joined"), version))


def rule_of(event: PublicEvent, *fields: str) -> str:
    """Give the rule that read a field of a report; a field without its own rule was read by the report's."""
    for field in (*fields, "event", "trigger", "type"):
        if field in event.rule:
            return event.rule[field]
    return next(iter(event.rule.values()), "")


def _add_report(rows: Rows, to: _Writer, n: int, event: PublicEvent) -> None:
    text, place = to.entry.page.text, event.place
    time = event.time
    timed = (time.clock, time.zone, *_quoted(text, time.span)) if time else (None,) * 5
    placed = (place.name, place.id, place.country, *_quoted(text, place.span)) if place else (None,) * 6
    rows["report"].append((
        to.id, to.sha, n, event.type, event.mode, event.status, int(event.main), *_dated(event.date),
        *_quoted(text, event.date_span), *timed, *placed, rule_of(event), to.version,
    ))  # fmt: skip
    for field, rule in sorted(event.rule.items()):
        rows["report_rule"].append((to.sha, to.id, field, rule, to.version))
    _add_parties(rows, to, "actor", event.actors)
    _add_parties(rows, to, "recipient", event.recipients)
    rows["report_link"].extend(to.link(i, link) for i, link in enumerate(event.attribution))
    for i, span in enumerate((event.trigger, *event.triggers), start=MAIN_TRIGGER):
        value = (*_quoted(text, span), rule_of(event, "trigger"), to.version)
        rows["trigger"].append((to.sha, to.id, i, *value))
    for i, shown in enumerate(event.contexts):
        value = (shown.name, *_quoted(text, shown.span), shown.rule, to.version)
        rows["report_context"].append((to.sha, to.id, i, *value))


def _passing(text: str, named: Passing) -> tuple[Cell, ...]:
    where = (*_quoted(text, named.date_span), *_quoted(text, named.trigger))
    return (named.type, named.mode, *_dated(named.date), *where)


def _dated(date: DateInterval | None) -> tuple[Cell, ...]:
    if date is None:
        return (None,) * 5
    return (date.earliest, date.latest, date.precision, date.basis, json_text(date.derivation))


def _add_parties(rows: Rows, to: _Writer, side: str, parties: Sequence[PublicParty]) -> None:
    rows["report_party"].extend((to.sha, to.id, side, n, *to.party(party)) for n, party in enumerate(parties))


def _add_statement(rows: Rows, to: _Writer, n: int, said: PublicStatement) -> None:
    text = to.entry.page.text
    spans = (*_quoted(text, said.content), *_quoted(text, said.verb))
    rows["statement"].append((to.id, to.sha, n, said.form, said.stance, *spans, said.rule, to.version))
    for side, party in (("speaker", said.speaker), ("addressee", said.addressee)):
        if party:
            rows["statement_party"].append((to.sha, to.id, side, *to.party(party)))
    rows["statement_via"].extend(to.link(i, link) for i, link in enumerate(said.via))
