"""`rasad explain`: where every field of an event comes from."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct

from rasad.cli.blocks import SILENT
from rasad.cli.screen import give_json, native, safe
from rasad.errors import CaseError
from rasad.model import PublicEvent, Span
from rasad.packs.rows import row_at
from rasad.sharing.words import day
from rasad.store import evidence, judgements, queries
from rasad.store.db import Case, open_case
from rasad.store.rows import Entry, rule_of

FIELDS = ("type", "mode", "status", "date", "time", "actors", "recipients", "place", "attribution", "contexts",
          "trigger", "reports", "page", "origins", "contradictions")  # fmt: skip


class Reason(Struct, frozen=True):
    """Why a field is as it is: what it says, the page and span it was read from, the rule, and steps in words."""

    field: str
    value: str
    page_id: str | None = None
    span: Span | None = None
    quote: str | None = None
    rule: str | None = None
    steps: tuple[str, ...] = ()


def explain_event(path: Path, asked: str, as_json: bool) -> None:
    """Explain an event, or one field of it (`ID.date`)."""
    prefix, _, field = asked.partition(".")
    if field and field not in FIELDS:
        raise click.UsageError(f"no field {field!r}; there are: {', '.join(FIELDS)}")
    with open_case(path) as case:
        event = queries.event(case.db, prefix)
        reasons = [reason for reason in _reasons(case, event) if not field or reason.field == field]
    if not reasons:
        raise CaseError(f"{asked}: nothing in the case tells of this field; no page gave it.")
    for reason in reasons:
        give_json(reason) if as_json else click.echo("\n".join(_lines(reason)))


def _reasons(case: Case, event: queries.EventLine) -> Iterator[Reason]:
    for edit in judgements.edits(case.db, event.id):
        said = (part for part in (edit.who, edit.reason) if part)
        yield Reason(edit.field, edit.now, rule=edit.rule, steps=(f"was: {edit.was or 'nothing'}", *said))
    yield Reason("date", day(event.date), steps=(f"basis: {event.date.basis}", *event.date.derivation))
    for told in evidence.told(case.db, event.id):
        entry, telling = told.entry, told.telling
        source = _Source(entry.record.id, entry.page.text, told.report)
        yield from _report_reasons(source)
        steps = (f"basis: {telling.date.basis}", *telling.date.derivation)
        yield source.read("date", day(telling.date), source.report.date_span, steps)
        yield Reason("reports", f"likeness {telling.score:g}", source.page_id, steps=telling.reasons)
        yield from _page_reasons(entry)
    for origin in evidence.origins(case.db, event.id):
        counted = "counted" if origin.counted else "not counted"
        yield Reason("origins", f"{origin.name} ({origin.kind}), {counted}", steps=(origin.why,))
    for row in evidence.contradictions(case.db, event.id):
        value = f"{row.field}: {row.value} against {row.other_value}"
        yield Reason("contradictions", value, steps=(f"{row.kind}: {row.why}",))


class _Source(Struct, frozen=True):
    """A report and the page it was read on."""

    page_id: str
    text: str
    report: PublicEvent

    def read(self, field: str, value: str, span: Span | None, steps: Sequence[str] = ()) -> Reason:
        """Say where a field of the report was read, and by which rule."""
        quote = self.text[slice(*span)] if span else None
        rule = rule_of(self.report, field, field.removesuffix("s"))
        return Reason(field, value, self.page_id, span, quote, rule, tuple(steps))


def _report_reasons(source: _Source) -> Iterator[Reason]:
    report, text = source.report, source.text
    yield source.read("type", f"{report.type}/{report.mode}" if report.mode else report.type, report.trigger)
    yield source.read("status", report.status, None)
    for span in dict.fromkeys((report.trigger, *report.triggers)):
        yield source.read("trigger", text[slice(*span)], span)
    for field, parties in (("actors", report.actors), ("recipients", report.recipients)):
        for party in parties:
            value, quote = f"{party.name} ({party.id})", text[slice(*party.span)]
            known = (f"named by {_told_by(party.named_by)}",) if party.named_by else ()
            yield Reason(field, value, source.page_id, party.span, quote, party.rule, known)
    if report.time:
        yield source.read("time", f"{report.time.clock} {report.time.zone or ''}".strip(), report.time.span)
    if report.place:
        yield source.read("place", report.place.name, report.place.span)
    for link in report.attribution:
        yield Reason("attribution", link.name, source.page_id, link.span, text[slice(*link.span)], link.rule)
    for context in report.contexts:
        quote = text[slice(*context.span)]
        yield Reason("contexts", context.name, source.page_id, context.span, quote, context.rule)


def _page_reasons(entry: Entry) -> Iterator[Reason]:
    """Say what the page states of itself, and which of its own days were taken and which were not, and why."""
    record, text = entry.record, entry.page.text
    for fact in record.stated:
        value = f"{fact.field}: {fact.value}{f' ({fact.id})' if fact.id else ''}"
        yield Reason("page", value, record.id, fact.span, text[slice(*fact.span)] if fact.span else None, fact.rule)
    for known in record.page_dates:
        quote = text[slice(*known.span)] if known.span else None
        yield Reason("page", f"{known.kind} {known.day}", record.id, known.span, quote, known.rule)
    for note in (n for n in record.skipped if n.why not in SILENT):
        yield Reason("page", f"left out: {note.why}", record.id, (note.start, note.end) if note.end else None)


def _told_by(rule: str) -> str:
    """Give a rule with what its row says; what no table tells stands alone."""
    row = row_at(rule)
    return f"{rule} ({', '.join(filter(None, row.cells.values()))})" if row is not None else rule


def _lines(reason: Reason) -> Iterator[str]:
    value = native(reason.value) if reason.field == "trigger" else safe(reason.value)
    page = f"  {safe(reason.page_id)}" if reason.page_id else ""
    where = f" [{reason.span[0]}, {reason.span[1]})" if reason.span else ""
    quote = f"  {native(reason.quote)}" if reason.quote and reason.field != "trigger" else ""
    rule = f"  by {safe(_told_by(reason.rule))}" if reason.rule else ""
    yield f"{reason.field:14} {value}{page}{where}{quote}{rule}"
    for step in reason.steps:
        yield f"{'':14}   {safe(step)}"
