"""The case files of figures, and what the stage does with a page: once each, the body before the title."""

from pathlib import Path

import pytest

from rasad.model import Document, Figure, Outside, Page, Sentence
from rasad.offsets import identity
from rasad.packs import load
from rasad.stages.find_dates import find_dates
from rasad.stages.find_figures import find_figures
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges
from rasad.stages.mark_words import mark_words
from rasad.stages.repair_text import repair_text
from rasad.stages.split_sentences import split_sentences
from rasad.tokens import fold

CASES = Path(__file__).parent.parent / "cases"
REPAIRS = (find_language, find_ranges, repair_text, split_sentences)
FINDS = (mark_words, find_dates, find_figures)


def read(text: str) -> Document:
    """Read a whole page."""
    doc = Document(Page(Outside("page"), text, ""))
    for stage in (*REPAIRS, *FINDS):
        doc = stage(doc, load())
    return doc


def read_case(text: str, lang: str) -> Document:
    """Read one sentence of a body, however short."""
    doc = Document(Page(Outside("case"), text, ""), lang=lang, reading=text, folded=fold(text), map=identity(len(text)),
                   sentences=(Sentence(0, len(text), 0, "body"),), paragraph_langs=(lang,))  # fmt: skip
    for stage in FINDS:
        doc = stage(doc, load())
    return doc


def cases(lang: str) -> list[tuple[str, str, str]]:
    lines = (CASES / f"figures.{lang}.txt").read_text(encoding="utf-8").splitlines()
    parts = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(lang, text, expected) for text, expected in parts]


def told(doc: Document, figure: Figure) -> str:
    assert doc.map is not None
    start, end = doc.map.back(*figure.span)
    return f"{doc.page.text[start:end]} | {figure.value:.12g} {figure.bound} {figure.unit}"


@pytest.mark.parametrize(("lang", "text", "expected"), cases("fa") + cases("ar"))
def test_case(lang: str, text: str, expected: str) -> None:
    doc = read_case(text, lang)
    assert (" ; ".join(told(doc, f) for f in doc.figures) or "nothing") == expected


PAGE = """مقتل 17 شخصا وإصابة 50 في هجوم على العاصمة

أعلنت وزارة الداخلية اليوم مقتل أكثر من 17 شخصا في الهجوم الذي وقع صباحا وسط المدينة.

وقالت الوزارة في بيان لاحق إن 17 شخصا قتلوا وأصيب 40 شخصا بجروح.
"""


def test_a_count_is_told_once_and_where_the_body_tells_it() -> None:
    doc = read(PAGE)
    assert [told(doc, f) for f in doc.figures] == [
        "50 | 50 exact people wounded",
        "أكثر من 17 شخصا | 17 at_least people killed",
        "40 شخصا | 40 exact people wounded",
    ]


def test_every_figure_names_its_rule() -> None:
    for figure in read(PAGE).figures:
        assert figure.rule.startswith(("packs/", "figures:"))


def test_a_page_in_another_language_has_no_figures() -> None:
    assert find_figures(Document(Page(Outside("x"), "17 people", "")), load()).figures == ()
