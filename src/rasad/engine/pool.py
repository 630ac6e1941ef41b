"""Several processes of this machine. What a page does to its process costs that page and no other.

Pages travel in parts, a few at a time. A part whose process dies, or that takes too long, is tried again page by page;
the page at fault is then set aside with its reason.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import get_context

import msgspec
from pebble import ProcessExpired, ProcessPool

from rasad.engine import Result, serial
from rasad.engine.keys import with_keys
from rasad.engine.limits import PAGE_SECONDS, TODO, too_slow
from rasad.model import Page
from rasad.packs import Packs
from rasad.readers import SetAside
from rasad.store.db import Aside
from rasad.store.rows import Entry

PART_PAGES = 25
PART_CHARACTERS = 100_000
"""A part is a fraction of a second of work: small beside the run, large beside the cost of sending it."""
AHEAD = 3
"""Parts that wait for each process: enough that none is idle, few enough that memory stays the same on any corpus."""
PAGE_BYTES = 2_000_000_000
"""Memory that a process may take for its data; it needs 200 MB, and reading the largest page a few hundred."""

Load = Callable[[], Packs]
Input = Page | SetAside
Part = list[Input]

_ENCODE = msgspec.msgpack.Encoder().encode
_PAGES = msgspec.msgpack.Decoder(list[Page])
_RESULTS = msgspec.msgpack.Decoder(list[tuple[Entry | None, Aside | None]])
_loaded: list[Packs] = []


def run(pages: Iterable[Input], load: Load, workers: int) -> Iterator[Result]:
    """Analyse the pages in `workers` processes, each of which loads the packs; see the contract of the folder."""
    pool = ProcessPool(workers, initializer=_begin, initargs=(load,), context=get_context("spawn"))
    waiting: deque[tuple[Part, Future[bytes]]] = deque()
    parts = _parts(pages)
    try:
        for part in parts:
            waiting.append((part, _sent(pool, part)))
            if len(waiting) >= workers * AHEAD:
                yield from _results(pool, *waiting.popleft())
        while waiting:
            yield from _results(pool, *waiting.popleft())
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _parts(pages: Iterable[Input]) -> Iterator[Part]:
    """Cut the stream into parts of some pages and some characters."""
    part: Part = []
    size = 0
    for page in pages:
        part.append(page)
        size += len(page.text) if isinstance(page, Page) else 0
        if len(part) >= PART_PAGES or size >= PART_CHARACTERS:
            yield part
            part, size = [], 0
    if part:
        yield part


def _sent(pool: ProcessPool, part: Sequence[Input]) -> "Future[bytes]":
    pages = [page for page in part if isinstance(page, Page)]
    sent: Future[bytes] = pool.schedule(_analysed, args=(_ENCODE(pages),), timeout=PAGE_SECONDS)
    return sent


def _results(pool: ProcessPool, part: Part, sent: "Future[bytes]") -> Iterator[Result]:
    """Give the results of a part in the order of its pages; what came set aside needs no process."""
    try:
        found = iter(_results_in(sent.result()))
    except (TimeoutError, ProcessExpired, MemoryError) as fault:
        pages = [page for page in part if isinstance(page, Page)]
        # The pool asks the wall clock: one that was set meanwhile, or a machine that slept, is not the page's fault.
        again = len(pages) > 1 or isinstance(fault, TimeoutError)
        found = (_alone(pool, page) for page in pages) if again else iter([_fault(pages[0], fault)])
    for page in part:
        yield serial.as_aside(page) if isinstance(page, SetAside) else next(found)


def _alone(pool: ProcessPool, page: Page) -> Result:
    """Analyse a page of a part that failed in a part of its own."""
    try:
        return _results_in(_sent(pool, [page]).result())[0]
    except (TimeoutError, ProcessExpired, MemoryError) as fault:
        return _fault(page, fault)


def _fault(page: Page, fault: Exception) -> Aside:
    place = page.outside.url or page.outside.id
    if isinstance(fault, TimeoutError):
        return Aside(place, 0, too_slow(PAGE_SECONDS), TODO)
    why = f"ended the process that read it ({type(fault).__name__})"
    return Aside(place, 0, why, "this is a fault of Rasad: report it with the page")


def _begin(load: Load) -> None:
    """Load the packs once for all parts of this process, and bound its memory where the system can."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (PAGE_BYTES, PAGE_BYTES))
    _loaded[:] = [load()]


def _analysed(pages: bytes) -> bytes:
    (packs,) = _loaded
    found = (with_keys(result) for result in serial.run(_PAGES.decode(pages), packs))
    return _ENCODE([(result, None) if isinstance(result, Entry) else (None, result) for result in found])


def _results_in(data: bytes) -> list[Result]:
    return [result for pair in _RESULTS.decode(data) for result in pair if result]
