"""The verbs that write a case for others: export and brief."""

import sys
from pathlib import Path

import click

from rasad.cli.screen import give_json, plain_errors, safe, say
from rasad.cli.verbs import CASE, JSON, filters

OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"), metavar="PATH",
    help="A folder, or a file with the format's ending; standard output when left out.",
)  # fmt: skip
UNMASK = click.option(
    "--unmask", metavar="REASON", help="Name private people too; the manifest keeps the reason. Masked without it."
)


@click.command()
@CASE
@click.argument("form", metavar="FORMAT", required=False)
@OUTPUT
@UNMASK
@filters
@JSON
def export(case: Path, form: str | None, output: Path, unmask: str | None, as_json: bool, **keep: str | None) -> None:
    """Write CASE in another FORMAT; without one, list the formats.

    The filters keep events and statements, and the pages that tell them. A manifest with hashes, filters and rule
    version is written beside the file or into the folder. People who are not in public life are masked.
    """
    with plain_errors():
        from rasad.engine.exporting import Wish, export_files, export_stream, formats

        if form is None:
            _list_formats(as_json)
            return
        if form not in formats():
            raise click.UsageError(f"no format {form!r}; there are: {', '.join(formats())}")
        from rasad.cli.views import filters_of
        from rasad.store.db import open_case

        with open_case(case) as opened:
            wish = Wish(form, filters_of(keep), unmask)
            if output == Path("-"):
                notes = export_stream(opened, wish, sys.stdout.buffer)
            else:
                manifest = export_files(opened, wish, output)
                notes = manifest.notes
                if as_json:
                    give_json(manifest)
                say(f"{output}: {manifest.events} events on {manifest.pages} pages, files: {len(manifest.files)}")
        for note in notes:
            say(safe(note))


def _list_formats(as_json: bool) -> None:
    """List the exporters of the folder."""
    from rasad.engine.exporting import exporter, formats

    for name in formats():
        about = exporter(name)
        data = {"format": name, "extension": about.EXTENSION, "description": about.DESCRIPTION}
        give_json(data) if as_json else click.echo(f"{name:12} {about.DESCRIPTION}")


VERBS = (export,)
