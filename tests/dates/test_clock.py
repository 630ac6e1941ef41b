"""The clock cases: `text => HH:MM [zone]`."""

from pathlib import Path

import pytest

from rasad.dates.clock import read_clocks
from rasad.model import Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse
from rasad.tokens import INVISIBLE, fold

CASES = Path(__file__).parent.parent / "cases"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for lang in ("fa", "ar"):
        lines = (CASES / f"clocks.{lang}.txt").read_text(encoding="utf-8").splitlines()
        pairs = (line.split(" => ") for line in lines if line and not line.startswith("#"))
        found += [(lang, text, expected) for text, expected in pairs]
    return found


@pytest.mark.parametrize(("lang", "text", "expected"), cases())
def test_clock(lang: str, text: str, expected: str) -> None:
    folded = fold(INVISIBLE.sub("", text))
    found = (f"{c.clock} {c.zone or ''}".strip() for c in read_clocks(folded, lang, [(0, len(folded))]))
    assert (" ; ".join(found) or "nothing") == expected


def test_a_report_has_the_time_of_its_sentence() -> None:
    text = "حمله هوایی به حلب\n\nارتش سوریه روز یکشنبه ساعت ۵ عصر به وقت دمشق به شهر حلب حمله کرد."
    record = analyse(Page(Outside("p"), text, "0"), load()).record
    assert record is not None
    (event,) = [e for e in record.events if e.type == "ASSAULT"]
    assert event.time is not None
    assert (event.time.clock, event.time.zone) == ("17:00", "Asia/Damascus")
    assert text[slice(*event.time.span)] == "ساعت ۵ عصر به وقت دمشق"
    assert event.rule["time"].startswith("packs/fa/clock.tsv:")
