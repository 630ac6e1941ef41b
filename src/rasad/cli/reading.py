"""`rasad read`, and the input that it shares with `rasad build` and `rasad score`."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import click
from msgspec.structs import replace

from rasad.cli.blocks import page_block
from rasad.cli.packing import load_packs
from rasad.cli.screen import give_json, safe, say
from rasad.engine import Result, serial
from rasad.engine.limits import timed
from rasad.model import Page
from rasad.readers import SetAside, read_pages, read_stream, readers
from rasad.store.rows import Entry

STDIN = "-"


def inputs(paths: Iterable[Path], retrieved: date | None = None) -> Iterator[Page | SetAside]:
    """Read the pages of all paths; `-` is standard input. A capture's own day goes before the one given here."""
    for path in paths:
        found = read_stream(sys.stdin.buffer.read(), "stdin") if str(path) == STDIN else read_pages(path)
        for page in timed(found, str(path)):
            yield page if isinstance(page, SetAside) or not retrieved else _captured_on(page, retrieved)


def read_results(paths: Iterable[Path], retrieved: date | None, more: Path | None = None) -> Iterator[Result]:
    """Read and analyse the pages; `more` is a folder of one's own rows."""
    return serial.run(inputs(paths, retrieved), load_packs(more))


def engine(more: Path | None, workers: int) -> Callable[[Iterable[Page | SetAside]], Iterator[Result]] | None:
    """Give what analyses pages in several processes; None for one, which is this."""
    if workers == 1:
        return None
    from rasad.engine import pool

    return partial(pool.run, load=partial(load_packs, more), workers=workers)


def show_result(result: Result, as_json: bool) -> int:
    """Show a page, or say why it was set aside; give the exit code for it."""
    if not isinstance(result, Entry):
        place = f"{result.path}:{result.line}" if result.line else result.path
        say(safe(f"{place}: {result.why}; {result.what_to_do}"))
        return 1
    if as_json:
        give_json(result.record)
    else:
        click.echo("\n".join(page_block(result)))
    return 0


def list_readers(as_json: bool) -> None:
    """List the readers by name, with what each reads."""
    known = {name: reader.DESCRIPTION for name, reader in readers().items()}
    if as_json:
        give_json(known)
        return
    for name, description in known.items():
        click.echo(f"{name:15}{description}")


def _captured_on(page: Page, retrieved: date) -> Page:
    if page.outside.retrieved_at:
        return page
    return replace(page, outside=replace(page.outside, retrieved_at=f"{retrieved:%Y-%m-%d}"))
