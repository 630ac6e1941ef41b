"""Counts and the deeds they belong to, page by page."""

import hashlib
from pathlib import Path

import pytest

from rasad.model import Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

CASES = Path(__file__).parents[1] / "cases" / "counted.txt"


def cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    found = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(text, expected) for text, expected in found]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_count_belongs_to_its_deed(text: str, expected: str) -> None:
    text = text.replace("¶", "\n\n")
    page = Page(Outside("case"), text, hashlib.sha256(text.encode()).hexdigest())
    record = analyse(page, load()).record
    assert record is not None
    found = []
    for figure in record.figures:
        deed = record.events[figure.event].type if figure.event is not None else "nothing"
        assert bool(figure.tied_by) == (figure.event is not None)
        said = " said" if figure.statement is not None else ""
        found.append(f"{text[slice(*figure.span)]} of {deed}{said}")
    assert " ; ".join(found) == expected
