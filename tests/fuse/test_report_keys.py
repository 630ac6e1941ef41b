"""What fusion takes of a page."""

import pytest

from gold_records import entry_of
from rasad.fuse.events import ReportKey
from rasad.fuse.reports import report_keys
from rasad.store.rows import report_ids

TEXT = "انفجار در دمشق ۱۲ کشته داشت. " + "متن " * 200 + "حمله در حلب ۳ کشته داشت."


def key(**page: object) -> ReportKey:
    second = TEXT.index("حمله")
    figures = [
        {"value": 12, "bound": "exact", "unit": "people killed", "span": [15, 22]},
        {"value": 3, "bound": "exact", "unit": "people killed", "span": [second + 12, second + 18]},
        {"value": 7, "bound": "exact", "unit": "wagons", "span": [420, 425]},
    ]
    event = {
        "type": "ASSAULT", "mode": None, "status": "actual", "date": None, "date_span": None, "place": None,
        "actors": [], "recipients": [], "trigger": [0, 6], "attribution": [], "main": True,
    }  # fmt: skip
    other = {**event, "trigger": [second, second + 4]}
    gold = {"id": "p", "lang": "fa", "kind": "political", "boilerplate": [], "figures": figures}
    record = entry_of({**gold, "events": [event, other], **page}, TEXT).record
    return report_keys(TEXT, record, report_ids(record))[0]


def test_a_count_belongs_to_the_nearest_event_of_its_paragraph() -> None:
    assert [figure.value for figure in key().figures] == [12]


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        ({"publisher": "Fars", "url": "https://www.example.org/1"}, "Fars"),
        ({"url": "https://www.example.org/1"}, "example.org"),
        ({"url": "not an address"}, None),
        ({}, None),
    ],
)
def test_outlet(page: dict[str, object], outlet: str | None) -> None:
    assert key(**page).outlet == outlet


@pytest.mark.parametrize(
    ("day", "read"),
    [("2017-01-20T21:43:00+01:00", "2017-01-20"), ("17/05/2015", None), ("2015-02-31", None), (None, None)],
)
def test_the_day_of_the_page_is_a_day_or_nothing(day: str | None, read: str | None) -> None:
    assert key(published=day).day == read


def test_words_are_folded_and_short_ones_left_out() -> None:
    assert "انفجار" in key().words
    assert "در" not in key().words
