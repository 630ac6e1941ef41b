"""The verbs for builds on a cluster."""

from pathlib import Path

import click

from rasad.cli.screen import plain_errors, stop
from rasad.cli.verbs import JSON, MORE


@click.group()
def spark() -> None:
    """The same work on Apache Spark, where one machine is not enough (needs the extra `spark`, and Java)."""


@spark.command(name="build")
@click.argument("pages", nargs=-1, required=True, metavar="PAGES...")
@click.option("-o", "--output", "out", required=True, metavar="DIR", help="A folder here, on HDFS or on S3.")
@click.option("--master", metavar="URL", help="Such as spark://HOST:7077; without it, all cores of this machine.")
@MORE
@JSON
def spark_build(pages: tuple[str, ...], out: str, master: str | None, more: Path | None, as_json: bool) -> None:
    """Read PAGES (files and folders here, on HDFS or on S3) and write the tables of a case as Parquet into DIR.

    A run that was stopped goes on where it was. `rasad load` makes a case file of the tables.
    """
    with plain_errors():
        from rasad.cli.spreading import build_tables

        tally = build_tables(pages, out, master, more, as_json)
    stop(1 if tally.set_aside else 0)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("-o", "--output", "case", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="CASE")
@click.option("--lang", type=click.Choice(["fa", "ar"]), help="Pages in this language.")
@click.option("--outlet", metavar="NAME", help="Pages of this outlet, as the table `page` names it.")
@click.option("--from", "since", metavar="DATE", help="Pages published, else retrieved, on this day or later.")
@click.option("--to", "until", metavar="DATE", help="Not after this day, month or year.")
@MORE
@JSON
def load(
    folder: Path, case: Path, lang: str | None, outlet: str | None, since: str | None, until: str | None,
    more: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Make CASE of the tables that `rasad spark build` wrote into DIR, or of some pages, with events of these alone."""
    with plain_errors():
        from rasad.cli.spreading import load_case

        load_case(folder, case, (lang, outlet, since, until), more, as_json)


VERBS = (spark, load)
