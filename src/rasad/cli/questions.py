"""The verbs on events and what they rest on: origins, contradictions, copies, diff."""

from pathlib import Path

import click

from rasad.cli.screen import plain_errors
from rasad.cli.verbs import CASE, JSON, filters


@click.command()
@CASE
@click.argument("event")
@JSON
def origins(case: Path, event: str, as_json: bool) -> None:
    """Show where the tellings of EVENT begin: origin, agencies, outlets and pages as a tree, and what is counted."""
    with plain_errors():
        from rasad.cli.relating import show_origins

        show_origins(case, event, as_json)


@click.command()
@CASE
@click.option("--kind", type=click.Choice(["conflict", "update", "detail"]), help="Only contradictions of this kind.")
@filters
@JSON
def contradictions(case: Path, kind: str | None, as_json: bool, **keep: str | None) -> None:
    """List what reports of one event disagree on, with their pages and origins."""
    with plain_errors():
        from rasad.cli.relating import list_contradictions

        list_contradictions(case, kind, keep, as_json)


@click.command()
@CASE
@filters
@JSON
def copies(case: Path, as_json: bool, **keep: str | None) -> None:
    """List pairs of pages of which one repeats the other, and why; with filters, of the events left by them."""
    with plain_errors():
        from rasad.cli.relating import list_copies

        list_copies(case, keep, as_json)


@click.command()
@click.argument("case", metavar="CASE1", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("other", metavar="CASE2", type=click.Path(dir_okay=False, path_type=Path))
@filters
@JSON
def diff(case: Path, other: Path, as_json: bool, **keep: str | None) -> None:
    """Show which events CASE2 lost, changed and added against CASE1, and why: pages, rules, ledger."""
    with plain_errors():
        from rasad.cli.relating import show_changes

        show_changes(case, other, keep, as_json)


VERBS = (origins, contradictions, copies, diff)
