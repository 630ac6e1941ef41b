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
PAGES = (".html", ".htm")
"""Endings of files that are pages, whether one asks for a page or not."""
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


@click.command()
@CASE
@click.option("--since", "told_since", metavar="DATE", help="Only what pages of this day or later tell.")
@click.option("--html", "as_html", is_flag=True, help="A page that needs nothing else; so is FILE.html. Else Markdown.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), default=Path("-"),
              metavar="FILE", help="A file; standard output when left out.")  # fmt: skip
@UNMASK
@filters
@JSON
def brief(case: Path, told_since: str | None, as_html: bool, output: Path, unmask: str | None, as_json: bool,
          **keep: str | None) -> None:  # fmt: skip
    """Tell what pages since a day say: what is new, a chronology, disagreements, and notes with the words.

    A page's day is that of its publication, or else of its capture. People who are not in public life are masked.
    """
    with plain_errors():
        from rasad.cli.views import a_day, filters_of
        from rasad.engine.exporting import Wish, make_brief
        from rasad.sharing.brief_pages import markdown, page
        from rasad.store.db import open_case

        with open_case(case) as opened:
            made = make_brief(opened, Wish("brief", filters_of(keep), unmask), a_day(told_since or ""))
        if as_json:
            give_json(made)
            return
        text = page(made) if as_html or output.suffix.lower() in PAGES else markdown(made)
        if output == Path("-"):
            click.echo(text, nl=False)
        else:
            output.write_text(text, encoding="utf-8", newline="\n")
            say(f"{output}: {len(made.items)} events, {len(made.notes)} notes")


def _list_formats(as_json: bool) -> None:
    """List the exporters of the folder."""
    from rasad.engine.exporting import exporter, formats

    for name in formats():
        about = exporter(name)
        data = {"format": name, "extension": about.EXTENSION, "description": about.DESCRIPTION}
        give_json(data) if as_json else click.echo(f"{name:15} {about.DESCRIPTION}")


VERBS = (export, brief)
