"""`rasad spark build` and `rasad load`: where one machine is not enough, and the way back to a case file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rasad.cli.packing import load_packs
from rasad.cli.screen import give_json, say
from rasad.engine import Tally
from rasad.engine.case import fuse_case
from rasad.errors import CaseError
from rasad.store.db import create

_NEEDS = "needs the extra `spark`, which is not installed. Run: pip install 'rasad[spark]'; Java 17 must be there too."


def build_tables(inputs: Sequence[str], out: str, master: str | None, more: Path | None, as_json: bool) -> Tally:
    """Build the tables of a case with Spark."""
    try:
        from rasad.engine.spark.run import build
        from rasad.engine.spark.session import session
    except ImportError as fault:
        raise CaseError(f"rasad spark: {_NEEDS}") from fault
    tally = build(session(master), inputs, out, partial(load_packs, more))
    if as_json:
        give_json(tally)
    say(
        f"{out}: {tally.new} pages, {tally.known} captured again, {tally.set_aside} set aside; "
        f"{tally.reports} reports, {tally.statements} statements; {tally.events} events"
    )
    return tally


def load_case(folder: Path, case: Path, wanted: tuple[str | None, ...], more: Path | None, as_json: bool) -> None:
    """Make a case file of the tables in a folder, or of some of their pages."""
    try:
        from rasad.engine.loading import Slice, load, versions
    except ImportError as fault:
        raise CaseError("rasad load: needs the extra `parquet`. Run: pip install 'rasad[parquet]'") from fault
    pages = Slice(*wanted)
    with create(case) as opened:
        new = load(opened, folder, pages)
        opened.note_run(*versions(folder))
        events = None if pages.is_all else fuse_case(opened, load_packs(more)).events
        held = int(opened.db.execute("SELECT count(*) FROM event").fetchone()[0])
    if as_json:
        give_json({"pages": new, "events": held})
    made = "" if events is None else ", made of these pages alone"
    say(f"{case}: {new} pages, {held} events{made}")
