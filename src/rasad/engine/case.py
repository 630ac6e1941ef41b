"""Building a case: pages are read, analysed and stored in batches; then the reports of the whole case are fused."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from platform import python_version_tuple

from msgspec import Struct

from rasad.corpus import fuse
from rasad.engine import Result, Tally, serial
from rasad.engine.actor_rows import actor_rows
from rasad.engine.collector import resting
from rasad.engine.event_rows import event_rows
from rasad.engine.filed import filed
from rasad.engine.judging import heed, judgement_rows
from rasad.engine.keys import Versioned, fusion_input, keys_version
from rasad.ledger import book
from rasad.model import Page
from rasad.packs import Packs
from rasad.readers import SetAside
from rasad.store.db import Aside, Batch, Case
from rasad.store.judgements import applied
from rasad.store.rows import Entry
from rasad.store.vectors import forget as forget_vectors

BATCH = 100
"""Pages of one transaction: what a killed run loses at most; larger ones are hardly faster."""

READS_WITH = (
    "fastwarc", "feedparser", "hijridate", "msgspec", "persiantools", "pyahocorasick", "resiliparse", "selectolax",
    "simplemma",
)  # fmt: skip
Input = Page | SetAside
Tell = Callable[[Tally], None]
Run = Callable[[Iterable[Input]], Iterator[Result]]


def add_pages(case: Case, pages: Iterable[Input], packs: Packs, tell: Tell, run: Run | None = None) -> Tally:
    """Put the pages into the case, batch by batch; a page that is known already is not read again.

    `run` is an engine; without one, pages are analysed one after the other in this process. A ledger that was tampered
    with stops it before anything is written.
    """
    book.read(case.path, applied(case.db))
    case.note_run(program_version(), packs.version)
    tally, stream = Tally(), iter(pages)

    def fresh() -> Iterator[Input]:
        nonlocal tally
        while some := list(islice(stream, BATCH)):
            held = case.known([page.sha256 for page in some if isinstance(page, Page)])
            again = [page for page in some if isinstance(page, Page) and page.sha256 in held]
            if again:
                case.add(Batch(again=again), packs.version)
                tally += Tally(known=len(again))
                tell(tally)
            yield from (page for page in some if isinstance(page, SetAside) or page.sha256 not in held)

    results = run(fresh()) if run else serial.run(fresh(), packs)
    while some := list(islice(results, BATCH)):
        tally += _add_batch(case, some, packs)
        tell(tally)
    return tally


class Rules(Struct, frozen=True):
    """The packs' version: all that fusion asks of them."""

    version: str


def fuse_case(case: Case, packs: Versioned, forget: Sequence[str] = ()) -> Tally:
    """Make the events of the case anew from all its reports and its ledger; pages to `forget` are taken out of it."""
    with resting(), filed(case.path.parent) as box:
        found = fusion_input(case, packs, forget)
        heeded = heed(case.db, case.path, forget, (one.id for one in found.sightings()))
        corpus = fuse(found.keys(), found.prints(), heeded.judged, found.sightings(), found.passing(), box)
        judged = judgement_rows(case.db, corpus, heeded, packs.version, forget)
        rows = {**actor_rows(corpus.actors, packs.version), **judged}
        case.replace_events(chain([rows], event_rows(corpus, packs.version)), forget)
    if forget:
        forget_vectors(case.path, forget)
    return Tally(events=len(corpus.events), lines_refused=heeded.refused)


def program_version() -> str:
    """Give the version of this program, and of what it reads with, by which the same pages may be read otherwise.

    `0.1.0 (fastwarc 2.0.1, ..., python 3.11)`; `unknown` for what is not installed as a package.
    """
    python = "python " + ".".join(python_version_tuple()[:2])
    return f"{_installed('rasad')} ({', '.join((*(f'{name} {_installed(name)}' for name in READS_WITH), python))})"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _add_batch(case: Case, results: Sequence[Result], packs: Packs) -> Tally:
    read = [result for result in results if isinstance(result, Entry)]
    asides = [result for result in results if isinstance(result, Aside)]
    # A page that came twice within a moment is read twice, and written once.
    held = case.known([entry.page.sha256 for entry in read])
    new = {entry.page.sha256: entry for entry in reversed(read) if entry.page.sha256 not in held}.values()
    case.add(Batch(read, (), asides), packs.version)
    version = keys_version(packs)
    case.keep_keys([(entry.page.sha256, version, entry.keys) for entry in new if entry.keys])
    return Tally(
        new=len(new), known=len(read) - len(new), set_aside=len(asides),
        reports=sum(len(entry.record.events) for entry in new),
        statements=sum(len(entry.record.statements) for entry in new),
    )  # fmt: skip
