"""On the seeds every interval holds the bounds that can be derived, and is wider than a year only where they are."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from rasad.model import DateInterval, Page, PageRecord, PublicEvent, Span
from rasad.packs import load
from rasad.pipeline import analyse
from rasad.readers import read_pages

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = SHARED / "gold" / "seeds.jsonl"
YEAR = 366


class Known(msgspec.Struct):
    """An event of the gold: `date_bounds` is the narrowest interval that page, capture and offices allow."""

    type: str
    trigger: Span
    date_bounds: tuple[str | None, str | None]


def same_event(known: Known, record: PageRecord) -> PublicEvent | None:
    found = [e for e in record.events if e.type == known.type and any(meet(known.trigger, t) for t in e.triggers)]
    return found[0] if found else None


def meet(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def days(found: DateInterval | None) -> tuple[date, date]:
    first, last = (found.earliest, found.latest) if found else (None, None)
    return date.fromisoformat(first or "0001-01-01"), date.fromisoformat(last or "9999-12-31")


def is_narrow(bounds: tuple[date, date]) -> bool:
    return (bounds[1] - bounds[0]).days <= YEAR


def test_bounds_of_the_seeds() -> None:
    if not SEEDS.is_file():
        pytest.skip(f"needs {SEEDS}, which is not here")
    seen, lost = 0, []
    for line in SEEDS.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        (page,) = read_pages(SHARED / "pages" / f"{gold['id']}.txt")
        assert isinstance(page, Page)
        record = analyse(page, load()).record
        assert record is not None
        for known in msgspec.convert([e for e in gold["events"] if "date_bounds" in e], list[Known]):
            event = same_event(known, record)
            if event is None:
                continue
            seen += 1
            first, last = known.date_bounds
            wanted = (date.fromisoformat(first or "0001-01-01"), date.fromisoformat(last or "9999-12-31"))
            ours = days(event.date)
            if not (ours[0] <= wanted[0] and wanted[1] <= ours[1]) or (is_narrow(wanted) and not is_narrow(ours)):
                lost.append(f"{gold['id']} {known.type} {known.trigger}: {wanted} is not in {ours}")
    assert seen >= 20, "too few events of the seeds are found to say anything"
    assert not lost, lost
