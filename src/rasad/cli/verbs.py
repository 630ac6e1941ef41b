"""The verbs of `rasad`, each a thin shell around a function of the house."""

from pathlib import Path
from typing import Any

import click

from rasad.cli.screen import give_json, plain_errors, progress, say, stop

CASE = click.argument("case", type=click.Path(dir_okay=False, path_type=Path))
PAGES = click.argument("pages", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
JSON = click.option("--json", "as_json", is_flag=True, help="Data for programs, on standard output.")
MORE = click.option(
    "--packs", "more", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="A folder of your own rows, such as `rasad actors import` writes.",
)  # fmt: skip
RETRIEVED = click.option(
    "--retrieved", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day the pages were captured, where the capture itself does not say.",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rasad")
def main() -> None:
    """Read Persian and Arabic news: who did what to whom, when and where, according to whom, and in which words."""


@main.command()
@PAGES
@RETRIEVED
@MORE
@JSON
def read(pages: tuple[Path, ...], retrieved: Any, more: Path | None, as_json: bool) -> None:
    """Read PAGES and show what they say; no case is made. `-` reads standard input."""
    with plain_errors():
        from rasad.cli.reading import read_results, show_result

        code = 0
        for result in read_results(pages, retrieved, more):
            code = max(code, show_result(result, as_json))
    stop(code)


@main.command()
@PAGES
@JSON
def names(pages: tuple[Path, ...], as_json: bool) -> None:
    """List every person, organisation and place that PAGES name, also those of no event."""
    with plain_errors():
        from rasad.cli.naming import show_names
        from rasad.cli.reading import inputs

        code = show_names(inputs(pages), as_json)
    stop(code)


@main.command()
@PAGES
@click.option("-o", "--output", "case", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="CASE")
@RETRIEVED
@MORE
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), metavar="N",
              help="Processes that read pages; with several, a page that takes too long is set aside.")  # fmt: skip
@JSON
def build(pages: tuple[Path, ...], case: Path, retrieved: Any, more: Path | None, workers: int, as_json: bool) -> None:
    """Put PAGES into CASE, and make the events of all its pages anew. Pages that are in it already change nothing."""
    with plain_errors():
        from rasad.cli.packing import load_packs
        from rasad.cli.reading import engine, inputs
        from rasad.engine.case import Rules, add_pages, fuse_case
        from rasad.engine.collector import FEW, let_go
        from rasad.store.db import create

        packs = load_packs(more)
        with create(case) as opened:
            with progress("reading") as tell:
                found, run = inputs(pages, retrieved), engine(more, workers)
                tally = add_pages(opened, found, packs, lambda so_far: tell(so_far.seen), run)
            rules = Rules(packs.version)
            del packs
            if opened.page_count() > FEW:
                let_go()
            tally += fuse_case(opened, rules)
        if as_json:
            give_json(tally)
        say(
            f"{case}: {tally.new} new pages, {tally.known} known, {tally.set_aside} set aside; "
            f"{tally.reports} reports, {tally.statements} statements; {tally.events} events in the case"
        )
        if tally.set_aside:
            say(f"Why pages were set aside: rasad asides {case}")
        if tally.lines_refused:
            say(f"{tally.lines_refused} lines of the ledger were set aside: rasad ledger {case} --state refused")
    stop(1 if tally.set_aside else 0)


def filters(command: Any) -> Any:
    """Add the filters that `events`, `statements` and `timeline` share."""
    for option in (
        click.option("--lang", type=click.Choice(["fa", "ar"]), help="Told by a page in this language."),
        click.option("--to", "until", metavar="DATE", help="Not after this day, month or year."),
        click.option("--from", "since", metavar="DATE", help="Not before this day, month or year."),
        click.option("--type", "type_", metavar="TYPE", help="PLOVER type; for statements, the stance."),
        click.option("--actor", metavar="WHO", help="Part of a name in any script, an id, or a country code."),
    ):
        command = option(command)
    return command


@main.command()
@CASE
@filters
@JSON
def events(case: Path, as_json: bool, **keep: str | None) -> None:
    """List the events of CASE with their reports' pages, days and origins."""
    with plain_errors():
        from rasad.cli.views import list_events

        list_events(case, keep, as_json)


@main.command()
@CASE
@filters
@JSON
def timeline(case: Path, as_json: bool, **keep: str | None) -> None:
    """Show the events of CASE by day, one a line."""
    with plain_errors():
        from rasad.cli.views import show_timeline

        show_timeline(case, keep, as_json)


@main.command()
@CASE
@filters
@JSON
def statements(case: Path, as_json: bool, **keep: str | None) -> None:
    """List who said what. A statement's day is its page's own."""
    with plain_errors():
        from rasad.cli.views import list_statements

        list_statements(case, keep, as_json)


@main.command()
@CASE
@click.argument("event")
@JSON
def show(case: Path, event: str, as_json: bool) -> None:
    """Show the reports of EVENT side by side, each with the words that it rests on. The first letters of an id do."""
    with plain_errors():
        from rasad.cli.views import show_event

        show_event(case, event, as_json)


@main.command()
@click.argument("path", metavar="PAGE|CASE", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("event", metavar="[EVENT[.FIELD]]", required=False)
@click.option("--sentence", type=click.IntRange(0), metavar="N", help="Of a page, this sentence alone.")
@JSON
def explain(path: Path, event: str | None, sentence: int | None, as_json: bool) -> None:
    """Tell why Rasad says what it says.

    Of an EVENT in a CASE: where every field comes from, with spans and rules (file:line), and how its day was found.

    Of a PAGE: each sentence with its known words, the triggers and verbs of saying that were tried, and what came of
    each, or why nothing did.
    """
    with plain_errors():
        if event is None:
            from rasad.cli.tracing import explain_pages

            stop(explain_pages(path, sentence, as_json))
        from rasad.cli.explaining import explain_event

        explain_event(path, event, as_json)


@main.command()
@CASE
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Pages or sentences at most.")
@click.option("--meaning", is_flag=True, help="Find sentences that mean what WORDS say, in any language.")
@JSON
def search(case: Path, words: tuple[str, ...], limit: int, meaning: bool, as_json: bool) -> None:
    """Find pages that hold all WORDS, however their letters are written and whatever is joined to them.

    With --meaning, after `rasad embed CASE`, find sentences by what they mean: Persian, Arabic or English WORDS find
    Persian and Arabic sentences.
    """
    with plain_errors():
        if meaning:
            from rasad.cli.meaning import show_near

            show_near(case, " ".join(words), limit, as_json)
        else:
            from rasad.cli.views import show_hits

            show_hits(case, " ".join(words), limit, as_json)


@main.command()
@CASE
@JSON
def asides(case: Path, as_json: bool) -> None:
    """List the input that was set aside: where, why, and what to do."""
    with plain_errors():
        from rasad.cli.views import list_asides

        list_asides(case, as_json)


@main.command()
@CASE
@JSON
def verify(case: Path, as_json: bool) -> None:
    """Cut every quote of CASE from its page again and check every hash. Exit code 1 if anything is wrong."""
    with plain_errors():
        from rasad.cli.views import show_check

        right = show_check(case, as_json)
    stop(0 if right else 1)


@main.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("pages", type=click.Path(exists=True, path_type=Path))
@click.option("--misses", default=0, metavar="N", help="Show the first N misses with their words.")
@click.option("--captured", is_flag=True, help="Give each page the URL and publication day that GOLD lists for it.")
@click.option("--without-published", is_flag=True, help="Give each page the URL that GOLD lists, and no day.")
@JSON
def score(gold: Path, pages: Path, misses: int, captured: bool, without_published: bool, as_json: bool) -> None:
    """Score against GOLD (JSON Lines). PAGES is a folder with ID.txt, or a JSON Lines file of predicted records.

    Without --captured or --without-published a page is its text alone: nothing that GOLD lists of it is handed over.
    """
    with plain_errors():
        from rasad.cli.scores import handed_over, show_scores

        absent = show_scores(gold, pages, misses, handed_over(captured, without_published), as_json)
    stop(1 if absent else 0)


@main.command("score-fusion")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("pages", type=click.Path(exists=True, file_okay=False, path_type=Path))
@JSON
def score_fusion(gold: Path, pages: Path, as_json: bool) -> None:
    """Score events against GOLD, a `fusion.jsonl` with its neighbours `-negatives` and `-pages`. PAGES holds ID.txt."""
    with plain_errors():
        from rasad.cli.scores import show_fusion_scores

        show_fusion_scores(gold, pages, as_json)


@main.command()
@JSON
def readers(as_json: bool) -> None:
    """List what can be read: the readers, in the order in which they are asked."""
    with plain_errors():
        from rasad.cli.reading import list_readers

        list_readers(as_json)


@main.group()
def packs() -> None:
    """The tables that Rasad knows its languages by."""


@packs.command()
@MORE
@JSON
def check(more: Path | None, as_json: bool) -> None:
    """Check every row of the packs, and show which events each language can tell. Exit code 1 if a row is wrong."""
    with plain_errors():
        from rasad.cli.tables import show_packs_check

        sound = show_packs_check(as_json, more)
    stop(0 if sound else 1)


@packs.command()
@PAGES
@click.option("--table", "tables", multiple=True, default=["triggers"], show_default=True, metavar="NAME",
              help="A table of the languages: triggers, speech, attribution ... May be given again.")  # fmt: skip
@click.option("--sample", default=3, show_default=True, type=click.IntRange(0), help="Hits of each row to show.")
@click.option("--seed", default="1", show_default=True, help="Another seed draws other hits.")
@JSON
def audit(pages: tuple[Path, ...], tables: tuple[str, ...], sample: int, seed: str, as_json: bool) -> None:
    """Count on PAGES how often each row fires, with a drawn sample of hits; rows that never fire come last.

    Tab-separated: hits, how many the records rest on, the row's place, its cells, its form, the samples.
    """
    with plain_errors():
        from rasad.cli.auditing import audit as run_audit

        run_audit(pages, tables, sample, seed, as_json)
