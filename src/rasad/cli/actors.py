"""The verbs on actors: rows of one's own, who a name is, and whom only the pages of a case know."""

from pathlib import Path

import click

from rasad.cli.screen import plain_errors, stop
from rasad.cli.verbs import CASE, JSON


@click.group()
def actors() -> None:
    """Who is who: the register of people, organisations and places, and those whom only pages know."""


@actors.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@JSON
def import_(files: tuple[Path, ...], folder: Path, dry_run: bool, as_json: bool) -> None:
    """Add the entries of FILES to the rows in DIR, for `rasad build --packs DIR`.

    A file is Wikidata's JSON dump (or lines of it), entities of FollowTheMoney as OpenSanctions gives them, or CSV with
    the columns kind and english; .gz and .bz2 too. What clashes with the register is told and left out.
    """
    with plain_errors():
        from rasad.cli.importing import import_files

        import_files(files, folder, dry_run, as_json)


@actors.command(name="find")
@click.argument("wanted", nargs=-1, required=True, metavar="NAME...")
@JSON
def find_actors(wanted: tuple[str, ...], as_json: bool) -> None:
    """Find people by a NAME in Persian, Arabic or Latin letters. Exit code 1 if a name is nobody's."""
    with plain_errors():
        from rasad.cli.naming import show_people

        known = show_people(wanted, as_json)
    stop(0 if known else 1)


@actors.command(name="list")
@CASE
@click.argument("who", required=False)
@click.option("--pages", "least", default=2, show_default=True, type=click.IntRange(1),
              help="On so many pages or more.")  # fmt: skip
@JSON
def list_actors(case: Path, who: str | None, least: int, as_json: bool) -> None:
    """List the actors of CASE whom the register does not know: how pages write them, and on how many.

    With WHO, an id or part of a name in any spelling, on any number of pages, and why its pages name one actor.
    """
    with plain_errors():
        from rasad.cli.naming import list_actors as show_list

        show_list(case, who, 1 if who else least, as_json)


VERBS = (actors,)
