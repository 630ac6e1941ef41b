"""What bounds the cost of one page: no text of any shape may hold up the others."""

import hashlib
import time

import pytest

from rasad.capture import MAX_TEXT, page_of
from rasad.errors import PageError
from rasad.model import Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

CLAUSE = "رئیس‌جمهور ایران با وزیر خارجه سوریه در دمشق دیدار کرد و "
LETTERS = 40_000
SECONDS = 20  # of the processor; it takes one, machines that run tests are slow, and what is unbounded takes minutes


def page(text: str) -> Page:
    return Page(Outside("long"), text, hashlib.sha256(text.encode()).hexdigest())


@pytest.mark.parametrize(
    "unit",
    [
        CLAUSE, "التقى الرئيس السوري وزير الخارجية الإيراني في دمشق و", "دیدار ", "قال ", "«", "((((", "۱۴۰۳/۹/۱۱ ",
        "ایران", "به گزارش ایرنا به نقل از تسنیم، ", "\u200c\u200c", "...", "؛ ", "-\n", "1 2 ",
    ],
)  # fmt: skip
def test_a_text_without_stops_is_read_in_time(unit: str) -> None:
    text = (unit * (LETTERS // len(unit) + 1))[:LETTERS]
    packs = load()
    started = time.process_time()
    doc = analyse(page(text), packs)
    assert time.process_time() - started < SECONDS
    assert doc.record is not None
    assert all(sentence.end - sentence.start <= 1_000 for sentence in doc.sentences)


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(PageError, match="longer than 1,000,000 characters"):
        page_of("ا" * (MAX_TEXT + 1), Outside("long"), "text/plain")
