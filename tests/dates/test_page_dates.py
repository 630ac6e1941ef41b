"""The page's own dates: metadata in any form, addresses, and which of several is impossible."""

import pytest

from rasad.dates.addresses import address_day
from rasad.dates.calendars import iso
from rasad.dates.page_dates import captured_dates, judge
from rasad.dates.written import day_written
from rasad.model import Outside, Page, PageDate


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2017-01-20T21:43:00+01:00", "2017-01-20"), ("2024-12-02", "2024-12-02"), ("2024/12/2", "2024-12-02"),
        ("17/05/2015", "2015-05-17"), ("03/04/2015", "2015-04-03"), ("12/31/2024", "2024-12-31"),
        ("02.12.2024", "2024-12-02"), ("1402-08-10", "2023-11-01"), ("1402/8/10 - 12:30", "2023-11-01"),
        ("۱۴۰۲/۰۸/۱۰", "2023-11-01"), ("٢٠١٧/٤/٤", "2017-04-04"), ("10/08/1402", "2023-11-01"),
        ("2 Dec 2024", "2024-12-02"), ("Mon, 02 Dec 2024 10:00:00 +0330", "2024-12-02"),
        ("December 2, 2024", "2024-12-02"), ("Mon Dec 02 10:00:00 UTC 2024", "2024-12-02"),
        ("2nd December 2024", "2024-12-02"), ("2 décembre 2024", "2024-12-02"), ("20241202", "2024-12-02"),
        ("20241202T101500Z", "2024-12-02"), ("1733130000", "2024-12-02"), ("1733130000000", "2024-12-02"),
        ("۱۲ آذر ۱۴۰۳", "2024-12-02"),
        ("الأربعاء، 7 جوان 2017", "2017-06-07"), ("\u200e2024-12-02\u200f", "2024-12-02"),
        ("", None), ("yesterday", None), ("2024", None), ("2024-13-45", None), ("0000-00-00", None), ("9" * 300, None),
        ("30/02/2015", None), ("1403/12/31", None), ("a\x00b 2024-12-02", None),
    ],
)  # fmt: skip
def test_metadata_in_any_form(written: str, expected: str | None) -> None:
    day = day_written(written)
    assert (day and iso(day)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.farsnews.ir/news/8707060255", "2008-09-27"),
        ("https://www.farsnews.ir/news/13930902001005", "2014-11-23"),
        ("https://example.ir/1403/9/12/news", "2024-12-02"),
        ("https://example.com/2024/12/02/a-title", "2024-12-02"),
        ("https://example.com/ar/20241202-title", "2024-12-02"),
        ("https://example.com/a/2024-12-02-title", "2024-12-02"),
        ("https://example.com/a?date=02-12-2024", "2024-12-02"),
        ("https://www.isna.ir/news/1403091208765/x", "2024-12-02"),
        ("https://www.tasnimnews.com/fa/news/1403/09/12/3205555/x", "2024-12-02"),
        ("https://example.com/%DB%B1%DB%B4%DB%B0%DB%B3/%DB%B9/%DB%B1%DB%B2/", "2024-12-02"),
        ("https://example.com/news/798603", None),
        ("https://example.com/8707060255", None),
        ("https://example.com/2024/13/45/", None),
        ("http://[", None),
        ("not an address", None),
        ("", None),
    ],
)
def test_addresses(url: str, expected: str | None) -> None:
    found = address_day(url)
    assert (found and iso(found[0])) == expected
    assert found is None or found[1].startswith("packs/dates/urls.tsv:")


def page(**outside: str) -> Page:
    return Page(Outside("p", **outside), "x", "0")


def test_three_kinds_apart_each_with_its_evidence() -> None:
    found = captured_dates(page(published="17/05/2015", retrieved_at="2024-12-02T10:00:00Z"))
    kinds = [(d.kind, d.day, d.rule) for d in found.dates]
    assert kinds == [
        ("published", "2015-05-17", "outside:published"),
        ("retrieved", "2024-12-02", "outside:retrieved_at"),
    ]


def test_what_cannot_be_understood_is_noted() -> None:
    found = captured_dates(page(published="some day soon"))
    assert found.dates == ()
    assert "no date that can be understood" in found.notes[0].why


def test_published_after_it_was_seen() -> None:
    found = judge(
        [PageDate("published", "2024-12-09", "outside:published"), PageDate("retrieved", "2024-12-02", "x")], ()
    )
    assert [d.kind for d in found.dates] == ["retrieved"]
    assert "lies after the page was seen" in found.notes[0].why


def test_the_text_corrects_an_address_but_not_the_site() -> None:
    today = PageDate("published", "2017-01-23", "packs/ar/months.tsv:1", (0, 9))
    address = PageDate("published", "2016-05-01", "packs/dates/urls.tsv:1")
    assert judge([address], [today]).dates == (today,)
    slip = PageDate("published", "2016-01-23", "packs/ar/months.tsv:1", (0, 9))
    site = PageDate("published", "2017-01-23", "outside:published")
    judged = judge([site], [slip])
    assert judged.dates == (site,)
    assert "contradicts 2017-01-23" in judged.notes[0].why


def test_modified_before_published() -> None:
    found = judge(
        [PageDate("published", "2024-12-02", "html:time"), PageDate("modified", "2024-11-01", "html:time")], ()
    )
    assert [d.kind for d in found.dates] == ["published"]
