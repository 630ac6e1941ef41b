"""`rasad actors import`: rows of one's own from the registers of others, with what clashes."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click

from rasad.cli.screen import give_json, safe, say
from rasad.packs.importing.joining import unique
from rasad.packs.importing.merge import Merged, merge
from rasad.packs.importing.sources import read_entries
from rasad.packs.importing.writing import add_rows


def import_files(files: Sequence[Path], folder: Path, dry_run: bool, as_json: bool) -> None:
    """Add the entries of the files to the rows of a folder, and tell what became of them."""
    merged = merge(unique(chain.from_iterable(map(read_entries, files))), folder)
    if not dry_run:
        add_rows(folder, merged.rows)
    if as_json:
        give_json(merged)
    else:
        _tell(merged)
    say(f"{'nothing written; ' if dry_run else ''}{_counted(merged)}")
    if not dry_run:
        say(f"Read with them: rasad build PAGES -o CASE --packs {folder}")


def _tell(merged: Merged) -> None:
    """Show each clash with its two places, each entry that was known, and why lines gave nothing, counted."""
    for clash in merged.clashes:
        click.echo(safe(f"clash    {clash.kind}: {clash.what}  [{clash.place}; {clash.rule}]"))
    for one in merged.joined:
        click.echo(safe(f"known    {one.english} is {one.id}  [{one.place}]"))
    for why, count in sorted(Counter(one.why for one in merged.skipped).items()):
        click.echo(safe(f"skipped  {why}: {count}"))


def _counted(merged: Merged) -> str:
    rows = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in merged.counts.items() if name != "read")
    told = f"{merged.counts.get('read', 0)} entries read; {rows or 'no rows'}"
    return f"{told}; {len(merged.joined)} known already, {len(merged.clashes)} clashes, {len(merged.skipped)} skipped"
