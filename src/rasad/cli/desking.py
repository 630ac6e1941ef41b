"""The verbs that show a case in a browser: on this machine, or as files that open from disk."""

from pathlib import Path

import click

from rasad.cli.screen import give_json, plain_errors, say
from rasad.cli.verbs import CASE, JSON


@click.command()
@CASE
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="Where to listen.")
@JSON
def serve(case: Path, port: int, as_json: bool) -> None:
    """Show CASE in a browser, to this machine alone. Ctrl-C ends it."""
    with plain_errors():
        from rasad.cli.packing import load_packs
        from rasad.web.app import serve as run

        def ready(url: str) -> None:
            give_json({"url": url}) if as_json else say(f"{case}: {url}  (Ctrl-C ends it)")

        run(case, port, load_packs, ready)


@click.command()
@CASE
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--lang", "langs", multiple=True, type=click.Choice(["en", "fa", "ar"]), default=["en", "fa", "ar"],
              help="A language of the site; may be given again. All three when left out.")  # fmt: skip
@JSON
def site(case: Path, folder: Path, langs: tuple[str, ...], as_json: bool) -> None:
    """Write the desk of CASE into DIR as files that open from disk; names that are masked are masked in them."""
    with plain_errors():
        from rasad.web.site import write_site

        written = write_site(case, folder, langs)
        if as_json:
            give_json({"files": written.files, "index": str(folder / "index.html")})
        say(f"{folder}: {written.files} files; open {folder / 'index.html'}")


VERBS = (serve, site)
