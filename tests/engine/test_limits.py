"""A page that takes too long is set aside, also in a run of one process, and those after it are read."""

import re
from collections.abc import Iterator

import pytest

from rasad import pipeline
from rasad.engine import serial
from rasad.engine.limits import timed
from rasad.model import Document, Outside, Page
from rasad.packs import Packs, load
from rasad.readers import SetAside
from rasad.store.db import Aside
from rasad.store.rows import Entry

SLOW = "صفحه‌ای بی‌پایان"


def page(text: str) -> Page:
    return Page(Outside(text), text, text)


def endless() -> None:
    """Backtrack for longer than anybody waits."""
    assert re.match(r"(a+)+b", "a" * 60)


def test_a_page_that_takes_too_long_is_set_aside_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyse(page: Page, packs: Packs) -> Document:
        if page.text == SLOW:
            endless()
        return pipeline.analyse(page, packs)

    monkeypatch.setattr(serial, "analyse", analyse)
    monkeypatch.setattr(serial, "PAGE_SECONDS", 0.3)
    slow = next(serial.run([page(SLOW)], load()))
    assert slow == Aside(SLOW, 0, "was not read after 0 seconds", "look at the page, or read it alone")
    monkeypatch.setattr(serial, "PAGE_SECONDS", 60.0)
    assert isinstance(next(serial.run([page("خبر")], load())), Entry)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    def reader() -> Iterator[Page]:
        yield page("خبر")
        endless()
        yield page("دیگر")

    found = list(timed(reader(), "news.html", 0.3))
    aside = SetAside("news.html", None, "was not read after 0 seconds", "look at the page, or read it alone")
    assert found == [page("خبر"), aside]
