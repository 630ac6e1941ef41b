"""Dates of whole pages: what anchors a page, what bounds it, what its reports share, and what is over or to come."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.dates.vocabulary import vocabulary
from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse


def read(text: str, **outside: str) -> Document:
    return analyse(Page(Outside("p", **outside), text, hashlib.sha256(text.encode()).hexdigest()), load())


def dates(doc: Document) -> list[str]:
    found = [told.date for told in doc.told]
    return [f"{d.earliest or ''}/{d.latest or ''}" if d else "" for d in found]


VISIT = "عباس عراقچی در دمشق\n\nعباس عراقچی وزیر امور خارجه ایران {when} با بشار اسد رئیس جمهور سوریه دیدار کرد."


@pytest.mark.parametrize(
    ("when", "outside", "expected"),
    [
        ("", {}, "2024-08-21/2024-12-08"),
        ("", {"published": "2 Dec 2024"}, "2024-11-01/2024-12-02"),
        ("روز یکشنبه", {"published": "02/12/2024"}, "2024-12-01/2024-12-01"),
        ("روز یکشنبه", {"published": "1403-09-12"}, "2024-12-01/2024-12-01"),
        ("دیروز", {"url": "https://example.ir/1403/9/12/a"}, "2024-12-01/2024-12-01"),
        ("دیروز", {"url": "https://www.farsnews.ir/news/14030912000123"}, "2024-12-01/2024-12-01"),
        ("روز ۱۱ آذر", {}, "2024-12-01/2024-12-01"),
        ("امروز یکشنبه ۱۱ آذر ۱۴۰۳", {}, "2024-12-01/2024-12-01"),
        ("روز یکشنبه ۱۱ آذر ۱۴۰۳", {"published": "no day at all"}, "2024-12-01/2024-12-01"),
    ],
)
def test_a_page_and_its_day(when: str, outside: dict[str, str], expected: str) -> None:
    assert expected in dates(read(VISIT.format(when=when), **outside))


def test_metadata_that_nobody_understands_is_noted() -> None:
    doc = read(VISIT.format(when="دیروز"), published="soon enough")
    assert any("no date that can be understood" in note.why for note in doc.notes)


def test_published_after_retrieval_is_noted_and_not_used() -> None:
    doc = read(VISIT.format(when="دیروز"), published="2025-06-01", retrieved_at="2024-12-02")
    assert [d.kind for d in doc.page_dates] == ["retrieved"]
    assert any("lies after the page was seen" in note.why for note in doc.notes)


@pytest.mark.parametrize(
    ("when", "published", "status"),
    [
        ("روز ۱۱ شهریور ۱۴۰۳", "2024-12-02", "historical"),
        ("روز ۱۱ آذر ۱۴۰۳", "2024-12-02", "actual"),
        ("روز ۲۰ آذر ۱۴۰۳", "2024-12-02", "planned"),
        ("ماه گذشته میلادی", "2024-12-31", "actual"),
    ],
)
def test_over_or_to_come(when: str, published: str, status: str) -> None:
    doc = read(VISIT.format(when=when), published=published)
    assert {told.status for told in doc.told if told.date_mention is not None} == {status}


def test_a_reason_is_known_already_and_not_of_these_weeks() -> None:
    told = "بازرسان به تهران می‌آیند{} ایران و ترکیه توافق همکاری امضا کردند."
    news = [d for d in read(told.format("."), published="2024-12-02").told if d.type == "AGREE"]
    reason = [d for d in read(told.format("، زیرا"), published="2024-12-02").told if d.type == "AGREE"]
    assert [d.date.earliest for d in news if d.date] == ["2024-11-01"]
    assert [d.date.earliest for d in reason if d.date] == [None]


def test_a_bare_year_is_not_a_day_of_the_news() -> None:
    lead = "هاجم الجيش السوري مدينة حلب يوم 30 نوفمبر 2024. "
    doc = read(f"هجوم في حلب\n\n{lead}وفي عام 2016 هاجم الجيش السوري مدينة حلب.")
    assert sorted(dates(doc)) == ["2016-01-01/2016-12-31", "2024-11-30/2024-11-30"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*sorted(vocabulary("fa").words)[::9], VISIT, "گفت: «", "»", ".", "\n\n"]), max_size=30),
    st.text(max_size=20) | st.sampled_from(["17/05/2015", "2015-05-17T00:00:00Z", "1394-02-27"]),
)
def test_no_page_breaks_the_stages(parts: list[str], published: str) -> None:
    text = " ".join(["ایران", *parts])
    for told in read(text, published=published, url="https://example.ir/1403/13/41/").told:
        assert told.date is not None


AHEAD = "رضا رضایی نماینده مجلس گفت: عباس عراقچی وزیر امور خارجه ایران با {who} دیدار کرد."


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("محمدجواد ظریف وزیر خارجه سابق", "2024-08-21/"),
        ("ابراهیم رئیسی رئیس‌جمهور شهید ایران", "2024-08-21/"),
        ("بشار اسد رئیس جمهور سوریه", "2024-08-21/2024-12-08"),
    ],
)
def test_who_is_out_of_office_bounds_nothing(who: str, expected: str) -> None:
    assert expected in dates(read(AHEAD.format(who=who)))


def test_a_day_since_when_is_no_day_of_the_news() -> None:
    lead = "دو زندانی سوئدی که از اول فروردین ۱۳۸۵ بازداشت شده بودند، امروز در تهران با حسن روحانی دیدار کردند."
    assert "2006-03-21/2006-04-21" not in dates(read(f"آزادی دو زندانی\n\n{lead}"))


@pytest.mark.parametrize(
    ("text", "status", "days"),
    [
        (
            "وزیر خارجه ایران ۲۷ نوامبر در بیروت با همتای لبنانی خود دیدار کرد.",
            "historical",
            "2024-11-27/2024-11-27",
        ),
        ("وزیر خارجه ایران ۲۷ نوامبر به بیروت سفر می‌کند.", "planned", "2025-11-27/2025-11-27"),
        ("دعا وزير الخارجية الإيراني تركيا إلى المشاركة في مؤتمر يعقد في 27 نوفمبر 2025.", "actual", None),
        ("قصفت إسرائيل دمشق في 27 نوفمبر.", "historical", "2024-11-27/2024-11-27"),
    ],
)
def test_what_a_past_verb_tells_does_not_lie_ahead(text: str, status: str, days: str | None) -> None:
    """A day without its year is the last one; an act of speech has none, for the day is that of what it speaks of."""
    (told,) = read(text, published="2025-10-18").told
    assert told.status == status
    assert told.date is not None
    if days:
        assert f"{told.date.earliest}/{told.date.latest}" == days
    else:
        assert told.date.latest == "2025-10-18"
