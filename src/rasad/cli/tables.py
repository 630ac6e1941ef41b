"""`rasad packs check`: the faults of the rows, and what each language can tell."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from rasad.cli.screen import give_json, say
from rasad.packs.check import check, coverage


def show_packs_check(as_json: bool, more: Path | None = None) -> bool:
    """Show what is wrong, then the table of events by language; tell whether all rows are sound."""
    wrong, table = check(more), coverage()
    if as_json:
        give_json({"wrong": wrong, "coverage": table})
        return not wrong
    for line in (*wrong, *_lines(table)):
        click.echo(line)
    say(f"{len(wrong)} rows are wrong" if wrong else "every row is sound")
    return not wrong


def _lines(table: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Give the table: triggers of each event type and mode in each language, `-` for none."""
    langs = sorted({lang for counts in table.values() for lang in counts})
    yield f"{'triggers':24}" + "".join(f"{lang:>8}" for lang in langs)
    for kind, counts in table.items():
        yield f"{kind:24}" + "".join(f"{counts.get(lang) or '-':>8}" for lang in langs)
