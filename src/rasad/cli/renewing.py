"""The verb that brings a case of an older Rasad forward."""

from pathlib import Path

import click

from rasad.cli.screen import give_json, plain_errors, progress, say
from rasad.cli.verbs import CASE, JSON, MORE


@click.command()
@CASE
@MORE
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), metavar="N",
              help="Processes that read pages.")  # fmt: skip
@JSON
def renew(case: Path, more: Path | None, workers: int, as_json: bool) -> None:
    """Bring CASE, of an older schema, forward: its own pages are read again by the rules of today, its ledger heeded.

    The old file is kept beside it. The new one is verified before it takes the place of the old.
    """
    with plain_errors():
        from rasad.cli.packing import load_packs
        from rasad.cli.reading import engine
        from rasad.engine.renewing import renew as renewed

        packs = load_packs(more)
        with progress("reading") as tell:
            done = renewed(case, packs, lambda so_far: tell(so_far.seen), engine(more, workers))
        if as_json:
            give_json(done)
        tally = done.tally
        say(
            f"{case}: schema {done.schema} made anew: {tally.new} pages, {tally.reports} reports, "
            f"{tally.statements} statements, {tally.events} events; verified. The old case is {done.kept}"
        )


VERBS = (renew,)
