"""The date of a dateline is the page's own, where nothing better is known; where it contradicts, both are named."""

import hashlib

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

RIYADH = "انعقاد اجتماع المجلس\nالرياض 12 ربيع الأول 1445 هـ الموافق 27 سبتمبر 2023 م واس\nعقد المجلس اجتماعا اليوم."
DAMASCUS = "انعقاد اجتماع المجلس\nدمشق، 3 كانون الأول 2024 (سانا) - عقد المجلس اجتماعا اليوم وبحث العلاقات."
TEHRAN = "دیدار وزیران\nتهران - ۳ آذر ۱۴۰۳ - ایرنا: وزیران دو کشور امروز با هم دیدار کردند و سخن گفتند."
CLAUSE = "دیدار وزیران\nوزیران دو کشور در تهران ۳ آذر ۱۴۰۳ - روز پس از انتخابات - با هم دیدار کردند و سخن گفتند."
LIST = "برنامج المباريات\nأعلن الاتحاد برنامج المباريات اليوم.\nالسبت 4 فيفري 2017 : الفريق الأول - الفريق الثاني"


def read(text: str, **outside: str) -> Document:
    return analyse(Page(Outside("x", **outside), text, hashlib.sha256(text.encode()).hexdigest()), load())


@pytest.mark.parametrize(
    ("text", "day"),
    [(RIYADH, "2023-09-27"), (DAMASCUS, "2024-12-03"), (TEHRAN, "2024-11-23"), (CLAUSE, None), (LIST, None)],
)
def test_a_dateline_is_the_day_of_the_page(text: str, day: str | None) -> None:
    assert [known.day for known in read(text).page_dates] == ([day] if day else [])


def test_a_dateline_that_contradicts_is_noted_with_both_evidences() -> None:
    doc = read(DAMASCUS, published="2020-01-01")
    assert [known.day for known in doc.page_dates] == ["2020-01-01"]
    note = doc.notes[0]  # before those on silent sentences
    assert doc.reading[note.start : note.end] == "3 كانون الأول 2024"
    assert "contradicts published 2020-01-01 (outside:published)" in note.why
    assert "packs/ar/months.tsv" in note.why


def test_a_dateline_after_the_capture_is_noted() -> None:
    doc = read(TEHRAN, retrieved_at="2024-11-01")
    assert [known.kind for known in doc.page_dates] == ["retrieved"]
    assert "lies after the page was seen, 2024-11-01 (outside:retrieved_at)" in doc.notes[0].why


def test_a_banner_after_the_capture_is_noted() -> None:
    doc = read(f"یکشنبه ۴ آذر ۱۴۰۳ تهران ۱۱:۰۰\n{TEHRAN}", retrieved_at="2020-01-01")
    assert [(known.kind, known.day) for known in doc.page_dates] == [("retrieved", "2020-01-01")]
    assert sum("lies after the page was seen, 2020-01-01" in note.why for note in doc.notes) == 2
