"""Tellings of one event on one page, and of several: `tellings.txt`."""

from collections import Counter
from pathlib import Path

import pytest

from rasad.capture import page_of
from rasad.model import Outside
from rasad.packs import load
from rasad.pipeline import analyse

LINES = Path(__file__).with_name("tellings.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" => ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_as_many_events_as_are_told(text: str, expected: str) -> None:
    page = page_of(text.replace(" ¶ ", "\n\n"), Outside("case", published="2025-07-16"), "text/plain")
    found = Counter(report.type for report in analyse(page, load()).told)
    for told in expected.split(" ; "):
        count, kind = told.split()
        assert found[kind] == int(count), found
