"""The commands that read a case: lists, timeline, one event, search, checks, exports."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from rasad.cli.blocks import around, event_line, hit_line, report_block, stated_lines, statement_lines
from rasad.cli.screen import give_json, safe
from rasad.errors import CaseError
from rasad.ledger import book
from rasad.relations import Origin
from rasad.sharing.words import day
from rasad.store import evidence, judgements, queries, searching
from rasad.store.db import Case, open_case
from rasad.store.queries import Filters
from rasad.store.records import entries
from rasad.store.statements import statements
from rasad.store.verify import Wrong, verify

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SOURCES = ("author", "credit", "origin")
"""What a page states of where it comes from; the rest is in `read --json`."""
Keep = Mapping[str, str | None]


def list_events(path: Path, keep: Keep, as_json: bool) -> None:
    """List events, each with its pages and origins."""
    with open_case(path) as case:
        for event in queries.events(case.db, filters_of(keep)):
            if as_json:
                give_json(event_data(case, event))
                continue
            click.echo(event_line(event))
            for telling in evidence.tellings(case.db, event.id):
                click.echo(f"    {_page_line(case, telling.page)}  {day(telling.date)}")
            for origin in evidence.origins(case.db, event.id):
                click.echo(f"    origin {safe(origin.name)} ({origin.kind}): {_counted(origin)}")


def show_timeline(path: Path, keep: Keep, as_json: bool) -> None:
    """Show events by day, one a line."""
    with open_case(path) as case:
        for event in queries.events(case.db, filters_of(keep)):
            give_json(event) if as_json else click.echo(event_line(event))


def list_statements(path: Path, keep: Keep, as_json: bool) -> None:
    """List statements by the day of their page."""
    with open_case(path) as case:
        for said in statements(case.db, filters_of(keep)):
            give_json(said) if as_json else click.echo("\n".join(statement_lines(said)))


def show_event(path: Path, prefix: str, as_json: bool) -> None:
    """Show an event's reports side by side, with the words they rest on."""
    with open_case(path) as case:
        event = queries.event(case.db, prefix)
        if as_json:
            give_json(event_data(case, event))
            return
        click.echo("\n".join([event_line(event), *judged_lines(case.db, event.id)]))
        for one in evidence.told(case.db, event.id):
            click.echo(f"\n{_page_line(case, one.telling.page)}  [{one.telling.report}]")
            sources = [fact for fact in one.entry.record.stated if fact.field in _SOURCES]
            click.echo("".join(f"{line}\n" for line in stated_lines(sources)), nl=False)
            click.echo("\n".join(report_block(one.entry.page.text, one.report)))
            if one.telling.date.basis == "other_report":
                click.echo(f"    {'day':10} {day(one.telling.date)}, from other reports")
        for recall, span in evidence.recalls(case.db, event.id):
            (entry,) = entries(case.db, [recall.page])
            click.echo(f"\nnamed in passing  {_page_line(case, recall.page)}\n    {around(entry.page.text, span)}")
        for origin in evidence.origins(case.db, event.id):
            click.echo(f"\norigin: {safe(origin.name)} ({origin.kind}): {_counted(origin)}")
        for row in evidence.contradictions(case.db, event.id):
            click.echo(f"\n{row.kind} on {safe(row.field)}: {safe(row.why)}")
        for line in occasion_lines(case.db, event.id):
            click.echo(f"\n{line}")


def occasion_lines(db: sqlite3.Connection, event_id: str) -> Iterator[str]:
    """Show the occasion of an event, and what happened on it."""
    whole = evidence.part_of(db, event_id)
    if whole:
        yield f"part of: {event_line(queries.event(db, whole.whole))}\n    {safe('; '.join(whole.reasons))}"
    for part in evidence.parts(db, event_id):
        yield f"its part: {event_line(queries.event(db, part.event))}\n    {safe('; '.join(part.reasons))}"


def event_data(case: Case, event: queries.EventLine) -> dict[str, Any]:
    """Give an event with all that belongs to it, for programs."""
    told = evidence.told(case.db, event.id)
    return {
        "event": event,
        "reports": [{"page_id": t.entry.record.id, "telling": t.telling, "report": t.report} for t in told],
        "origins": evidence.origins(case.db, event.id),
        "contradictions": evidence.contradictions(case.db, event.id),
        "part_of": evidence.part_of(case.db, event.id),
        "parts": evidence.parts(case.db, event.id),
        "named_in_passing": [{"recall": one, "span": span} for one, span in evidence.recalls(case.db, event.id)],
        "edits": judgements.edits(case.db, event.id),
        "judgements": judgements.judgements(case.db, event.id),
    }


def show_hits(path: Path, words: str, limit: int, as_json: bool) -> None:
    """Show the pages that hold the words."""
    with open_case(path) as case:
        for hit in searching.search(case.db, words, limit):
            give_json(hit) if as_json else click.echo(hit_line(hit))


def judged_lines(db: sqlite3.Connection, event_id: str) -> Iterator[str]:
    """Show what people have said of an event."""
    for edit in judgements.edits(db, event_id):
        yield f"    {edit.rule}  {edit.field}: {safe(edit.was) or 'nothing'} → {safe(edit.now) or 'nothing'}"
    for row in judgements.judgements(db, event_id):
        said = "  ".join(safe(part) for part in (row.who, row.happened, row.reason) if part)
        yield f"    ledger:{row.n}  {row.kind} {row.state}{f'  {said}' if said else ''}"


def list_asides(path: Path, as_json: bool) -> None:
    """List input that was set aside."""
    with open_case(path) as case:
        for aside in queries.asides(case.db):
            place = f"{aside.path}:{aside.line}" if aside.line else aside.path
            give_json(aside) if as_json else click.echo(safe(f"{place}: {aside.why}; {aside.what_to_do}"))


def show_check(path: Path, as_json: bool) -> bool:
    """Check the case, show what is wrong, and tell whether all is right."""
    with open_case(path) as case:
        checked = verify(case.db)
        faults = [Wrong("ledger", "", what) for what in book.check(path, judgements.applied(case.db))]
        checked = replace(checked, wrong=(*checked.wrong, *faults))
    if as_json:
        give_json(checked)
    else:
        for wrong in checked.wrong:
            click.echo(safe(f"{wrong.table} {wrong.page}: {wrong.what}"))
        click.echo(f"{checked.pages} pages, {checked.quotes} quotes: {len(checked.wrong)} wrong")
    return not checked.wrong


def filters_of(keep: Keep) -> Filters:
    """Give the filters as the store takes them; a day that is none is wrong usage."""
    for name in ("since", "until"):
        a_day(keep[name] or "")
    return Filters(keep["actor"], keep["type_"], keep["since"], keep["until"], keep["lang"])


def a_day(text: str) -> str:
    """Give a day, month, year or nothing as it is; all else is wrong usage."""
    if text and not _DAY.fullmatch(text):
        raise click.UsageError(f"{text!r} is no day, month or year; write 2024-12-01, 2024-12 or 2024")
    return text


def _counted(origin: Origin) -> str:
    return safe(origin.why if origin.counted else f"not counted, {origin.why}")


def _page_line(case: Case, sha: str) -> str:
    """Name a page by its id, outlet, language, days and other captures."""
    found: Iterable[Any] = case.db.execute(
        """SELECT id, coalesce(outlet, 'outlet unknown'), lang, 'published ' || published, 'retrieved ' || retrieved,
                  'also captured as ' || (SELECT group_concat(c.id, ', ') FROM
                  (SELECT DISTINCT id FROM capture WHERE page = p.sha256 AND id <> p.id ORDER BY id) c)
           FROM page p WHERE sha256 = ?""",
        (sha,),
    )
    for parts in found:
        return "  ".join(safe(part) for part in parts if part)
    raise CaseError(f"{case.path}: the page {sha} is missing. Run `rasad verify {case.path}`.")
