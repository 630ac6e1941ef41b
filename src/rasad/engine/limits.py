"""How long one page may take in this process. Nothing here asks the clock: the system is told to interrupt."""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rasad.errors import PageError
from rasad.model import Page
from rasad.readers import SetAside

PAGE_SECONDS = 60.0
"""The largest page that is read takes a third of this on a slow machine."""
TODO = "look at the page, or read it alone"


def too_slow(seconds: float) -> str:
    """Say why a page was set aside."""
    return f"was not read after {seconds:.0f} seconds"


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer with a `PageError`, where the system can: not on Windows, not in a thread.

    A parser written in C ends its call first; what hangs in there is stopped by `--workers 2`, which ends the process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise PageError(too_slow(seconds), TODO)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def timed(pages: Iterable[Page | SetAside], name: str, seconds: float = PAGE_SECONDS) -> Iterator[Page | SetAside]:
    """Give each page its time to be read. Readers set the slow one aside and go on; else the rest of the input ends."""
    stream = iter(pages)
    while True:
        try:
            with limited(seconds):
                page = next(stream, None)
        except PageError as fault:
            page = SetAside(name, None, str(fault.args[0]), TODO)
        if page is None:
            return
        yield page
