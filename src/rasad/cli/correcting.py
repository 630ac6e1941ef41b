"""The commands that change a case: pages are forgotten, events judged."""

from collections.abc import Sequence
from pathlib import Path

from rasad.cli.screen import give_json, say
from rasad.engine.case import fuse_case
from rasad.packs import load
from rasad.store import queries
from rasad.store.db import create, open_case


def forget_named(path: Path, names: Sequence[str], as_json: bool) -> None:
    """Take pages out of the case, and make its events anew."""
    with open_case(path) as case:
        hashes = sorted({queries.page(case.db, name) for name in names})
    with create(path) as case:
        tally = fuse_case(case, load(), forget=hashes)
        left = case.page_count()
    if as_json:
        give_json({"forgotten": hashes, "pages": left, "events": tally.events})
    say(f"{path}: {len(hashes)} pages forgotten, {left} left; {tally.events} events in the case")
