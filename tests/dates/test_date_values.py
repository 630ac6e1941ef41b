"""The value cases: `day of publication | expression => the days it can mean`."""

from datetime import date
from pathlib import Path

import pytest

from rasad.dates import dayset
from rasad.dates.calendars import iso
from rasad.dates.dayset import DaySet
from rasad.dates.expressions import read_dates
from rasad.dates.resolve import days_of
from rasad.tokens import fold

CASES = Path(__file__).parent.parent / "cases"


def cases(lang: str) -> list[tuple[str, str, str, str]]:
    lines = (CASES / f"dates-values.{lang}.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for given, expected in (line.split(" => ") for line in lines if line and not line.startswith("#")):
        anchor, written = given.split(" | ", 1)
        found.append((lang, anchor, written, expected))
    return found


def shown(days: DaySet | None) -> str:
    if days is None:
        return "unresolved"
    return ", ".join(map(run_shown, days.runs)) or "no such day"


def run_shown(run: tuple[int, int]) -> str:
    first = "" if run[0] <= dayset.FIRST_DAY else iso(run[0])
    last = "" if run[1] >= dayset.LAST_DAY else iso(run[1])
    return first if run[0] == run[1] else f"{first}/{last}"


@pytest.mark.parametrize(("lang", "anchor", "text", "expected"), cases("fa") + cases("ar"))
def test_value(lang: str, anchor: str, text: str, expected: str) -> None:
    day = None if anchor == "-" else date.fromisoformat(anchor.rstrip("+")).toordinal()
    found = [
        shown(days_of(mention, day, (day, day), anchor.endswith("+"))) for mention in read_dates(text, fold(text), lang)
    ]
    assert (" ; ".join(found) or "nothing") == expected


def test_there_are_enough() -> None:
    assert len(cases("fa")) + len(cases("ar")) >= 300
