"""What bounds the cost of one page: no text of any shape may hold up the others."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rasad.capture import MAX_TEXT, page_of
from rasad.errors import PageError
from rasad.markup import page_of_html
from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.pipeline import STAGES, analyse

CLAUSE = "رئیس‌جمهور ایران با وزیر خارجه سوریه در دمشق دیدار کرد و "
LETTERS = 40_000
FLOODS = Path(__file__).with_name("floods.py")
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


@pytest.mark.parametrize("what", ["patterns", "pages"])
def test_no_flood_takes_the_square_of_its_length(what: str) -> None:
    """Each pattern and page has a bound of processor time of its own, a thousand times what it takes; see floods.py."""
    found = subprocess.run([sys.executable, FLOODS, what], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, ""), found.stderr


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(PageError, match="longer than 1,000,000 characters"):
        page_of("ا" * (MAX_TEXT + 1), Outside("long"), "text/plain")


def test_lists_inside_of_lists_are_no_bomb() -> None:
    """Each was set further in than the one around it: the blanks grew with the square of their number."""
    found = page_of_html("<p>خبر</p>" + "<ul><li>ا" * 9_000, Outside("lists"))
    assert len(found.text) < 40_000
    assert found.text.count("ا") == 9_000


class Counted(tuple[Any, ...]):
    """A tuple that counts how often one of its items is looked at by going through it."""

    looked = 0

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            Counted.looked += 1
            yield one


def looks(unit: str, letters: int) -> dict[str, int]:
    """Give how many items each stage looks at on a page of one unit, again and again."""
    packs, found = load(), {}
    doc = Document(page((unit * letters)[:letters]))
    for stage in STAGES:
        some = {name: getattr(doc, name) for name in doc.__struct_fields__}
        doc = replace(doc, **{name: Counted(value) for name, value in some.items() if type(value) is tuple})
        Counted.looked = 0
        doc = stage(doc, packs)
        found[stage.__name__] = Counted.looked
    return found


@pytest.mark.parametrize("unit", ["دیدار ", "التقى ", CLAUSE, "گفت «وزیر» ", "روز ۱۲ آذر "])
def test_twice_the_text_is_twice_the_looks(unit: str) -> None:
    """Whoever goes through all marks for each report has all pages wait for a long one. Steps are counted, not time."""
    short, long = looks(unit, 4_000), looks(unit, 8_000)
    assert {name: (short[name], long[name]) for name in short if long[name] > 2.6 * short[name] + 200} == {}
    assert sum(short.values()) > 1_000
