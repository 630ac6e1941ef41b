"""What fusion holds: nothing that holds itself, since nothing looks for cycles meanwhile; and no packs."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rasad import packs
from rasad.corpus import STEPS, Corpus
from rasad.engine import serial
from rasad.engine.case import Rules, add_pages, fuse_case
from rasad.engine.collector import let_go
from rasad.fuse.copies import prints
from rasad.fuse.passing import Told
from rasad.fuse.profile import profile
from rasad.fuse.reports import passing_keys, report_keys
from rasad.readers import read_pages
from rasad.store.db import create
from rasad.store.rows import Entry, report_ids

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def still() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def read() -> Corpus:
    """All that the examples tell, deeds named in passing with it."""
    pages = (page for path in sorted(EXAMPLES.glob("*.txt")) for page in read_pages(path))
    found = [one for one in serial.run(pages, packs.load()) if isinstance(one, Entry)]
    told = [(entry.page.text, entry.record) for entry in found]
    keys = [key for text, record in told for key in report_keys(text, record, report_ids(record))]
    passing = [key for text, record in told for key in passing_keys(text, record)]
    runs = {record.sha256: prints(text) for text, record in told}
    return Corpus(keys, runs.items(), passing=passing)


@pytest.mark.usefixtures("still")
def test_no_step_leaves_a_cycle() -> None:
    left = {}
    for _ in range(2):  # the first time also loads tables, which leave some
        corpus = read()
        gc.collect()
        for step in STEPS:
            corpus = step(corpus)
            left[step.__name__] = gc.collect()
    assert len(corpus.events) > 10
    assert left == dict.fromkeys(left, 0)


def test_deeds_looked_for_in_parts_find_the_same_events() -> None:
    corpus = read()
    for step in STEPS[:-1]:
        corpus = step(corpus)
    owners = [str(n) for n in range(len(corpus.profiles))]
    # Reports as deeds too: the examples name few in passing, and a report surely finds its own page's neighbours.
    deeds = [replace(key, id=str(n)) for n, key in enumerate((*corpus.passing, *read().reports))]
    told, named = Told(corpus.profiles, owners), [profile(deed) for deed in deeds]
    whole = list(told.recalled(named))
    assert len(whole) > 3
    for size in (1, 3, 7):
        parts = (named[at : at + size] for at in range(0, len(named), size))
        assert [one for part in parts for one in told.recalled(part)] == whole


def test_fusion_needs_no_packs(tmp_path: Path) -> None:
    """The same rows, whether what reading remembers is still there or not."""
    rows = []
    for gone in (False, True):
        with create(tmp_path / f"{gone}.rasad") as case:
            loaded = packs.load()
            pages = [page for path in sorted(EXAMPLES.glob("*.txt")) for page in read_pages(path)]
            add_pages(case, pages, loaded, lambda _: None)
            rules = Rules(loaded.version)
            if gone:
                del loaded
                let_go()
                assert packs.load.cache_info().currsize == 0
            assert fuse_case(case, rules).events > 5
            rows.append([case.db.execute(f"SELECT * FROM {table}").fetchall() for table in ("event", "event_report")])
            assert not gone or packs.load.cache_info().currsize == 0
    assert rows[0] == rows[1]
