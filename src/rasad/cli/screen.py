"""Writing to people: text that cannot harm a terminal, progress, errors, and the end of a command."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import click

FSI, PDI = "\u2068", "\u2069"
"""First strong isolate and its end: native text between them cannot turn the line around it."""
EVERY = 500
"""Pages between two lines of progress when nobody watches."""


def safe(text: str) -> str:
    """Make one line of text, without control characters, escape codes or direction marks.

    >>> safe("a\\x1b[31mb\\u202ec\\nd")
    'a[31mbc d'
    """
    line = " ".join(text.split())
    return "".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cs") and not _turns(c))


def native(text: str) -> str:
    """Give text of a page for a line of ours: safe, and kept from turning what stands around it."""
    return f"{FSI}{safe(text)}{PDI}"


def say(text: str) -> None:
    """Talk to the person, on standard error."""
    click.echo(text, err=True)


def give_json(value: Any) -> None:
    """Give one line of JSON on standard output."""
    import msgspec

    click.echo(msgspec.json.encode(value, order="deterministic"))


def stop(code: int) -> NoReturn:
    """End the command with an exit code."""
    raise click.exceptions.Exit(code)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what Rasad raises on purpose, and what the disk refuses, into one clear line and exit code 1."""
    from rasad.errors import RasadError

    try:
        yield
    except RasadError as error:
        say(f"rasad: {safe(': '.join(map(str, error.args)))}")
        stop(1)
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"rasad: {safe(str(error))}. Check the path, your rights and the room on the disk, then run it again.")
        stop(1)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int], None]]:
    """Show how many pages are done: a bar on a terminal, else a line every so many pages."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,.0f} pages"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done: bar.update(task, completed=done)
    else:
        yield _lines(what)


def _lines(what: str) -> Callable[[int], None]:
    told = 0

    def tell(done: int) -> None:
        nonlocal told
        if done // EVERY > told:
            told = done // EVERY
            say(f"{what}: {done:,} pages")

    return tell


def _turns(char: str) -> bool:
    return char in "\u200e\u200f\u061c" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
