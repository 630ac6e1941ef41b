"""Several processes give what one gives, and a page that ruins its process costs that page alone."""

import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from rasad import pipeline
from rasad.cli.packing import load_packs
from rasad.engine import Result, pool, serial
from rasad.engine.case import add_pages
from rasad.model import Document, Page
from rasad.packs import Packs
from rasad.readers import SetAside, read_pages, read_stream
from rasad.store.db import Aside, create
from rasad.store.rows import Entry

EXAMPLES = Path(__file__).parents[2] / "examples"
SLOW, DEADLY, LONG = "a page without end", "a page that kills", "a page that takes a while"


def pages() -> list[Page | SetAside]:
    found = [page for path in sorted(EXAMPLES.glob("*.txt")) for page in read_pages(path)]
    return [*found[:3], SetAside("none.txt", None, "no such file", "check the path"), *found[3:]]


def page(text: str) -> Page:
    (found,) = read_stream(text.encode(), text)
    assert isinstance(found, Page)
    return found


def load_with_traps() -> Packs:
    """Load the packs in a process in which two texts are traps."""

    def trapped(page: Page, packs: Packs) -> Document:
        if page.text == SLOW:
            time.sleep(60)
        if page.text == LONG:
            time.sleep(3)
        if page.text == DEADLY:
            os._exit(3)
        return pipeline.analyse(page, packs)

    vars(serial)["analyse"] = trapped
    return load_packs()


def records(results: Iterator[Result]) -> list[object]:
    return [result.record if isinstance(result, Entry) else result for result in results]


def test_two_processes_give_what_one_gives() -> None:
    assert records(pool.run(pages(), load_packs, 2)) == records(serial.run(pages(), load_packs()))


def test_a_page_that_ends_its_process_is_set_aside_alone() -> None:
    sound = pages()
    results = list(pool.run([*sound, page(DEADLY)], load_with_traps, 2))
    assert records(iter(results[:-1])) == records(serial.run(sound, load_packs()))
    deadly = results[-1]
    assert isinstance(deadly, Aside)
    assert (deadly.path, deadly.why) == (DEADLY, "ended the process that read it (ProcessExpired)")


def test_a_page_that_takes_too_long_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PAGE_SECONDS", 2.0)
    (slow,) = pool.run([page(SLOW)], load_with_traps, 1)
    assert isinstance(slow, Aside)
    assert (slow.path, slow.why) == (SLOW, "was not read after 2 seconds")


@pytest.mark.parametrize("jump", [1e6, -1e6])
def test_a_clock_that_is_set_while_a_page_is_read_is_not_the_page_s_fault(
    jump: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = time.time

    def now() -> float:
        """Jump when the pool asks for the first time how long a page has been at work."""
        asked.extend([True] if sys._getframe(1).f_code.co_name == "timeout" else [])
        return real() + (jump if asked else 0)

    monkeypatch.setattr(time, "time", now)
    (read,) = pool.run([page(LONG)], load_with_traps, 1)
    assert asked
    assert isinstance(read, Entry)


def test_the_same_page_twice_in_one_run_is_one_page(tmp_path: Path) -> None:
    twice = [page("الرئيس في دمشق"), page("الرئيس في دمشق")]
    packs = load_packs()
    with create(tmp_path / "a.rasad") as case:
        # The pool asks for pages ahead of what is written, so that the second is read before the first is kept.
        run = partial(pool.run, load=load_packs, workers=2)
        tally = add_pages(case, [*twice, *pages(), *twice], packs, lambda _: None, run)
        assert (tally.new, tally.known, tally.set_aside) == (len(pages()), 3, 1)
        assert case.without_keys("") == case.without_keys("another version")
        assert case.page_count() == len(pages())


def test_a_run_that_is_left_leaves_no_process() -> None:
    results = pool.run(pages() * 50, load_packs, 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
