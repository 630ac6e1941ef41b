"""The verbs by which people put a case right: every judgement is a line of the ledger beside the case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from rasad.cli.screen import plain_errors, stop
from rasad.cli.verbs import CASE, JSON

Command = TypeVar("Command", bound=Callable[..., Any])
EVENT = click.argument("event")
REPORTS = click.argument("reports", metavar="REPORT...", nargs=-1, required=True)


def said(reason_needed: bool = True) -> Callable[[Command], Command]:
    """Add what every judgement is asked for."""

    def add(command: Command) -> Command:
        for option in (
            JSON,
            click.option("--when", metavar="DAY", help="When this was judged; no clock is asked."),
            click.option("--who", default="", envvar="RASAD_WHO", show_envvar=True, help="Who judges."),
            click.option("--reason", required=True, help="Why; it is kept in the ledger.")
            if reason_needed
            else click.option("--reason", default="", help="Why; it is kept in the ledger."),
        ):
            command = option(command)
        return command

    return add


@click.command()
@CASE
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
@JSON
def forget(case: Path, pages: tuple[str, ...], as_json: bool) -> None:
    """Take pages out of CASE with all that was read on them. PAGE is an id, or the beginning of a sha256."""
    with plain_errors():
        from rasad.cli.correcting import forget_named

        forget_named(case, pages, as_json)


@click.command()
@CASE
@click.argument("field", metavar="ID.FIELD")
@click.argument("value")
@said()
def correct(case: Path, field: str, value: str, **how: Any) -> None:
    """Set a FIELD of an event: type, mode, status, date, place, actors or recipients.

    Or of a statement: speaker, addressee, stance or form. ID is an id of `rasad timeline` or `rasad statements`.

    A date is 2024-12-01, 2024-12, 2024, two of them with a slash, or unknown. Parties are ids or English names with
    semicolons between. `none` empties mode, place, actors, recipients or addressee.
    """
    with plain_errors():
        from rasad.cli.correcting import Said, correct_field

        correct_field(case, field, value, Said(**how))


@click.command()
@CASE
@EVENT
@said(reason_needed=False)
def accept(case: Path, event: str, **how: Any) -> None:
    """Say that EVENT, or a statement, is right as it is. Reports of an event stay together from now on."""
    with plain_errors():
        from rasad.cli.correcting import Said, judge_event

        judge_event(case, "accept", event, Said(**how))


@click.command()
@CASE
@EVENT
@click.argument("reports", metavar="[REPORT]...", nargs=-1)
@said()
def reject(case: Path, event: str, reports: tuple[str, ...], **how: Any) -> None:
    """Leave REPORTs of EVENT out of all events; without REPORT, the whole event, or a statement."""
    with plain_errors():
        from rasad.cli.correcting import Said, reject_reports

        reject_reports(case, event, reports, Said(**how))


@click.command()
@CASE
@EVENT
@click.argument("others", metavar="EVENT...", nargs=-1, required=True)
@said()
def merge(case: Path, event: str, others: tuple[str, ...], **how: Any) -> None:
    """Say that EVENTs are one."""
    with plain_errors():
        from rasad.cli.correcting import Said, merge_events

        merge_events(case, event, others, Said(**how))


@click.command()
@CASE
@EVENT
@REPORTS
@said()
def split(case: Path, event: str, reports: tuple[str, ...], **how: Any) -> None:
    """Put REPORTs of EVENT into an event of their own. REPORT is an id, or the id of a page that tells EVENT."""
    with plain_errors():
        from rasad.cli.correcting import Said, split_event

        split_event(case, event, reports, Said(**how))


@click.command("same-actor")
@CASE
@click.argument("actor")
@click.argument("other")
@said()
def same_actor(case: Path, actor: str, other: str, **how: Any) -> None:
    """Say that OTHER is ACTOR: an id or an English name each. From now on both are called ACTOR."""
    with plain_errors():
        from rasad.cli.correcting import Said, judge_actors

        judge_actors(case, "same", (actor, other), Said(**how))


@click.command("not-same-actor")
@CASE
@click.argument("actor")
@click.argument("other")
@said()
def not_same_actor(case: Path, actor: str, other: str, **how: Any) -> None:
    """Say that OTHER is not ACTOR, however alike they look."""
    with plain_errors():
        from rasad.cli.correcting import Said, judge_actors

        judge_actors(case, "not_same", (actor, other), Said(**how))


@click.command()
@CASE
@click.argument("actor")
@click.option("--name", metavar="WORDS", help="What stands in the place of the name; `masked` when left out.")
@said()
def mask(case: Path, actor: str, name: str | None, **how: Any) -> None:
    """Show the name of ACTOR no more, on screens and in exports. The case file itself keeps what its pages say."""
    with plain_errors():
        from rasad.cli.correcting import Said, judge_actors

        judge_actors(case, "mask", (actor,), Said(**how), name)


@click.command()
@CASE
@EVENT
@click.argument("text")
@click.option("--who", default="", envvar="RASAD_WHO", show_envvar=True, help="Who writes.")
@click.option("--when", metavar="DAY", help="When this was written; no clock is asked.")
@JSON
def note(case: Path, event: str, text: str, **how: Any) -> None:
    """Write TEXT down on EVENT, or on a statement; nothing else changes."""
    with plain_errors():
        from rasad.cli.correcting import Said, judge_event

        judge_event(case, "note", event, Said(reason=text, **how))


@click.command()
@CASE
@click.argument("line", type=click.IntRange(1))
@said()
def undo(case: Path, line: int, **how: Any) -> None:
    """Take back a LINE of the ledger, by a new line. To undo an undo brings the line back."""
    with plain_errors():
        from rasad.cli.correcting import Said, undo_line

        undo_line(case, line, Said(**how))


@click.command()
@CASE
@click.option("--state", type=click.Choice(["holds", "undone", "overruled", "orphan", "refused"]),
              help="Only lines that are so.")  # fmt: skip
@click.option("--verify", is_flag=True, help="Check that no line was changed, put in or taken out; exit code 1 if so.")
@click.option("--replay", is_flag=True, help="Take up the ledger again: after it was put back, or came from elsewhere.")
@click.option("--restore", is_flag=True, help="Write a ledger that was lost from the copy in CASE.")
@JSON
def ledger(case: Path, state: str | None, verify: bool, replay: bool, restore: bool, as_json: bool) -> None:
    """List what was judged on CASE, line by line, and what became of it. The ledger is CASE.ledger.jsonl."""
    right = True
    with plain_errors():
        from rasad.cli import correcting

        if restore:
            correcting.restore(case)
        elif replay:
            correcting.replay(case)
        elif verify:
            right = correcting.check_ledger(case, as_json)
        else:
            correcting.show_ledger(case, state, as_json)
    stop(0 if right else 1)


VERBS = (
    correct, accept, reject, merge, split, same_actor, not_same_actor, mask, note, undo, ledger, forget,
)  # fmt: skip
