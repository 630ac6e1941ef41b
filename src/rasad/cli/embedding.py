"""The verb that makes the vectors by which a case is searched for what is meant."""

from pathlib import Path

import click

from rasad.cli.screen import give_json, plain_errors, progress, say
from rasad.cli.verbs import CASE, JSON


@click.command()
@CASE
@click.option("--threads", default=1, show_default=True, type=click.IntRange(1, 64), help="Cores the model may use.")
@JSON
def embed(case: Path, threads: int, as_json: bool) -> None:
    """Make vectors of the sentences of CASE, for search by meaning; those that are there already are kept.

    They lie beside the case, in CASE.vectors, and may be deleted at any time. A run that was stopped goes on where it
    was. About 30 sentences a second on one core. Needs the extra `embed`.
    """
    with plain_errors():
        from rasad.engine.meaning import embed as run

        with progress("reading") as tell:
            made = run(case, threads, tell)
        if as_json:
            give_json(made)
        say(f"{case}: {made.pages} pages gone through, {made.made} vectors made; {made.sentences} sentences have one")


VERBS = (embed,)
"""The commands."""
