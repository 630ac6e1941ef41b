"""The case files of date expressions: `text => span | what it says ; ...`, or `text => nothing`."""

from pathlib import Path

import pytest

from rasad.dates.expressions import read_dates
from rasad.dates.telling import describe
from rasad.tokens import fold

CASES = Path(__file__).parent.parent / "cases"


def cases(lang: str) -> list[tuple[str, str, str]]:
    lines = (CASES / f"dates.{lang}.txt").read_text(encoding="utf-8").splitlines()
    parts = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(lang, text, expected) for text, expected in parts]


@pytest.mark.parametrize(("lang", "text", "expected"), cases("fa") + cases("ar"))
def test_case(lang: str, text: str, expected: str) -> None:
    found = [f"{text[m.start : m.end]} | {describe(m)}" for m in read_dates(text, fold(text), lang)]
    assert (" ; ".join(found) or "nothing") == expected
