"""Building a case: pages are read, analysed and stored in batches; then the reports of the whole case are fused."""

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import islice

from rasad.corpus import fuse
from rasad.engine import Tally, serial
from rasad.engine.event_rows import event_rows
from rasad.engine.judging import heed, judgement_rows
from rasad.engine.keys import fusion_input
from rasad.ledger import book
from rasad.model import Page
from rasad.packs import Packs
from rasad.readers import SetAside
from rasad.store.db import Aside, Batch, Case
from rasad.store.judgements import applied
from rasad.store.rows import Entry

BATCH = 100
"""Pages of one transaction: what a killed run loses at most; larger ones are hardly faster."""

Input = Page | SetAside
Tell = Callable[[Tally], None]


def add_pages(case: Case, pages: Iterable[Input], packs: Packs, tell: Tell) -> Tally:
    """Put the pages into the case, batch by batch; a page that is known already is not read again.

    A ledger that was tampered with stops it before anything is written.
    """
    book.read(case.path, applied(case.db))
    case.note_run(program_version(), packs.version)
    tally = Tally()
    stream = iter(pages)
    while some := list(islice(stream, BATCH)):
        tally += _add_batch(case, some, packs)
        tell(tally)
    return tally


def fuse_case(case: Case, packs: Packs, forget: Sequence[str] = ()) -> Tally:
    """Make the events of the case anew from all its reports and its ledger; pages to `forget` are taken out of it."""
    heeded = heed(case.db, case.path, forget)
    keys, texts = fusion_input(case, packs, forget)
    corpus = fuse(keys, texts, heeded.judged)
    judged = judgement_rows(case.db, corpus, heeded, forget)
    case.replace_events({**event_rows(corpus, packs.version), **judged}, forget)
    return Tally(events=len(corpus.events))


def program_version() -> str:
    """Give the version of this program; `unknown` when it runs without being installed."""
    try:
        return version("rasad")
    except PackageNotFoundError:
        return "unknown"


def _add_batch(case: Case, some: list[Input], packs: Packs) -> Tally:
    held = case.known([page.sha256 for page in some if isinstance(page, Page)])
    again: list[Page] = []
    rest: list[Input] = []
    for page in some:
        if isinstance(page, SetAside):
            rest.append(page)
        elif page.sha256 in held:
            again.append(page)
        else:
            held.add(page.sha256)
            rest.append(page)
    results = list(serial.run(rest, packs))
    found = [result for result in results if isinstance(result, Entry)]
    asides = [result for result in results if isinstance(result, Aside)]
    new = case.add(Batch(found, again, asides), packs.version)
    return Tally(
        new=new, known=len(again), set_aside=len(asides),
        reports=sum(len(entry.record.events) for entry in found),
        statements=sum(len(entry.record.statements) for entry in found),
    )  # fmt: skip
