"""The commands that change a case: pages are forgotten, events and actors judged."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from msgspec import Struct

from rasad.cli.blocks import event_line, statement_lines
from rasad.cli.screen import give_json, safe, say
from rasad.engine import said as said_of
from rasad.engine.case import fuse_case
from rasad.engine.judging import write_down
from rasad.engine.values import FIELDS, actor, field_value
from rasad.errors import CaseError
from rasad.ledger import book
from rasad.ledger.lines import Actor, Anchor, Judgement, Target, Value, about, decode
from rasad.packs import load
from rasad.store import judgements, queries, statements
from rasad.store.db import Case, create, open_case
from rasad.store.judgements import JudgementLine


class Said(Struct, frozen=True):
    """What every judgement is asked for: who judges, why, and when, all in the person's own words."""

    who: str
    reason: str
    when: str | None
    as_json: bool


Make = Callable[[Case], tuple[Target, Value | None]]


def forget_named(path: Path, names: Sequence[str], as_json: bool) -> None:
    """Take pages out of the case, and make its events anew."""
    with open_case(path) as case:
        hashes = sorted({queries.page(case.db, name) for name in names})
    with create(path) as case:
        tally = fuse_case(case, load(), forget=hashes)
        left = case.page_count()
    if as_json:
        give_json({"forgotten": hashes, "pages": left, "events": tally.events})
    say(f"{path}: {len(hashes)} pages forgotten, {left} left; {tally.events} events in the case")


def judge(path: Path, kind: str, said: Said, make: Make) -> None:
    """Write a judgement into the ledger, make the events anew, and show what became of it."""
    with open_case(path) as case:
        target, value = make(case)
    judged = Judgement(kind, target, value, said.who, said.reason, said.when)
    with create(path) as case:
        line = write_down(case, judged)
        fuse_case(case, load())
        row = next(row for row in judgements.judgements(case.db) if row.n == line.n)
        events = [queries.event(case.db, found) for found in judgements.events_of(case.db, line.n)]
        told = list(statements.statements_judged(case.db, line.n))
    if said.as_json:
        give_json({"judgement": row, "events": events, "statements": told})
        return
    shown = [event_line(event) for event in events] + [text for one in told for text in statement_lines(one)]
    click.echo("\n".join([_line(row), *(f"    {text}" for text in shown)]))


def judge_event(path: Path, kind: str, event: str, said: Said) -> None:
    """Judge an event or a statement as a whole: accept it, or note something on it."""
    judge(path, kind, said, lambda case: (_target(case, event), None))


def correct_field(path: Path, asked: str, text: str, said: Said) -> None:
    """Set a field of an event (`ID.date`) or of a statement (`ID.speaker`)."""
    prefix, _, field = asked.partition(".")
    if field not in (*FIELDS, *said_of.FIELDS):
        raise click.UsageError(
            f"{asked!r}: no field to correct; write EVENT.FIELD, FIELD one of {', '.join(FIELDS)}; "
            f"or STATEMENT.FIELD, one of {', '.join(said_of.FIELDS)}"
        )

    def make(case: Case) -> tuple[Target, Value | None]:
        value = field_value(field, text, case.db, load().register)
        if field in said_of.FIELDS:
            found = statements.statement(case.db, prefix)
            if found is None:
                raise CaseError(f"{prefix}: the id of no statement, or of several; `rasad statements` lists them.")
            return Target(field=field, said=said_of.anchor_of(case.db, found)), value
        return Target(tuple(_anchors(case, prefix).values()), field=field), value

    judge(path, "edit", said, make)


def reject_reports(path: Path, event: str, reports: Sequence[str], said: Said) -> None:
    """Leave out reports of an event, or all of them; or a statement."""

    def make(case: Case) -> tuple[Target, None]:
        whole = _target(case, event)
        if whole.said and not reports:
            return whole, None
        anchors = _anchors(case, event)
        chosen = _chosen(case, event, reports) if reports else list(anchors)
        return Target(tuple(anchors[report] for report in chosen)), None

    judge(path, "reject", said, make)


def merge_events(path: Path, first: str, others: Sequence[str], said: Said) -> None:
    """Make one event of several."""

    def make(case: Case) -> tuple[Target, None]:
        mine = _anchors(case, first)
        theirs = {report: anchor for other in others for report, anchor in _anchors(case, other).items()}
        if mine.keys() & theirs.keys():
            raise CaseError(f"{first} and {' '.join(others)}: are one event already; there is nothing to merge.")
        return Target(tuple(mine.values()), tuple(theirs.values())), None

    judge(path, "merge", said, make)


def split_event(path: Path, event: str, reports: Sequence[str], said: Said) -> None:
    """Put some reports of an event into an event of their own."""

    def make(case: Case) -> tuple[Target, None]:
        anchors = _anchors(case, event)
        chosen = _chosen(case, event, reports)
        rest = tuple(anchor for report, anchor in anchors.items() if report not in chosen)
        if not rest:
            raise CaseError(f"{event}: these are all its reports; leave at least one where it is.")
        return Target(tuple(anchors[report] for report in chosen), rest), None

    judge(path, "split", said, make)


def judge_actors(path: Path, kind: str, names: Sequence[str], said: Said, shown: str | None = None) -> None:
    """Say that two actors are one, or are not, or that the name of one is not to be shown."""

    def make(case: Case) -> tuple[Target, Value | None]:
        found = [_actor(case, name) for name in names]
        ids = tuple(dict.fromkeys(one.id for one in found))
        if len(ids) < len(names):
            raise CaseError(f"{' and '.join(names)}: are one actor already, {ids[0]}.")
        value = Value(found[0].name, actors=(found[0],)) if kind == "same" else Value(shown) if shown else None
        return Target(actors=ids), value

    judge(path, kind, said, make)


def undo_line(path: Path, number: int, said: Said) -> None:
    """Take back a line of the ledger."""

    def make(case: Case) -> tuple[Target, None]:
        if number not in judgements.applied(case.db):
            raise CaseError(f"{number}: the ledger has no such line. `rasad ledger {path}` lists them.")
        return Target(line=number), None

    judge(path, "undo", said, make)


def show_ledger(path: Path, state: str | None, as_json: bool) -> None:
    """List the lines of the ledger and what became of each."""
    with open_case(path) as case:
        for row in judgements.judgements(case.db):
            if state in (None, row.state):
                give_json(row) if as_json else click.echo(_line(row))


def check_ledger(path: Path, as_json: bool) -> bool:
    """Check the seals of the ledger, and that it is the one that the case has taken up; tell whether all is right."""
    with open_case(path) as case:
        held = judgements.applied(case.db)
    wrong = book.check(path, held)
    if as_json:
        give_json({"lines": len(held), "wrong": wrong})
    else:
        click.echo("\n".join([*map(safe, wrong), f"{len(held)} lines in the case: {len(wrong)} wrong"]))
    return not wrong


def replay(path: Path) -> None:
    """Take the ledger up again."""
    open_case(path).db.close()
    with create(path) as case:
        tally = fuse_case(case, load())
        taken = f"{len(judgements.applied(case.db))} lines taken up, {tally.lines_refused} of them set aside"
        say(f"{path}: {taken}; {tally.events} events in the case")


def restore(path: Path) -> None:
    """Write the ledger anew from the copy in the case."""
    with open_case(path) as case:
        texts = judgements.copied(case.db)
    book.restore(path, texts)
    say(f"{book.path_of(path)}: {len(texts)} lines written")


def _anchors(case: Case, prefix: str) -> dict[str, Anchor]:
    return judgements.anchors(case.db, queries.event(case.db, prefix).id)


def _target(case: Case, prefix: str) -> Target:
    """Give what is judged by its id: an event, else a statement."""
    found = None if queries.is_event(case.db, prefix) else statements.statement(case.db, prefix)
    if found is not None:
        return Target(said=said_of.anchor_of(case.db, found))
    return Target(tuple(_anchors(case, prefix).values()))


def _chosen(case: Case, prefix: str, names: Sequence[str]) -> list[str]:
    event = queries.event(case.db, prefix).id
    return list(dict.fromkeys(found for name in names for found in judgements.reports_named(case.db, event, name)))


def _actor(case: Case, name: str) -> Actor:
    found = actor(name, case.db, load().register)
    if not judgements.actor_ids(case.db, [found.id]):
        raise CaseError(f"{name}: no page of the case names this actor.")
    return found


def _line(row: JudgementLine) -> str:
    parts = [f"ledger:{row.n}", row.kind, safe(about(decode(row.line))), row.state]
    parts += [f"({safe(row.why)})"] if row.why else []
    parts += [safe(part) for part in (row.who, row.happened, row.reason) if part]
    return "  ".join(parts)
