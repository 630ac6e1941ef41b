"""The verbs by which people put a case right."""

from pathlib import Path

import click

from rasad.cli.screen import plain_errors
from rasad.cli.verbs import CASE, JSON


@click.command()
@CASE
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
@JSON
def forget(case: Path, pages: tuple[str, ...], as_json: bool) -> None:
    """Take pages out of CASE with all that was read on them. PAGE is an id, or the beginning of a sha256."""
    with plain_errors():
        from rasad.cli.correcting import forget_named

        forget_named(case, pages, as_json)


VERBS = (forget,)
