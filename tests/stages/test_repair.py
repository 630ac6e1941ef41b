"""Laws of the repair: spans lead home, and a second repair changes nothing."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.stages.find_language import find_language
from rasad.stages.repair_text import repair_text

# The first call reads the packs, which takes longer than any repair.
unhurried = settings(deadline=None)

ZWNJ = "\u200c"
PIECES = [
    "می", "نمی", "بر", " ،", "؛", " ؟", "( ", " )", ":", "۱2", "٣۴",
    "Ø³Ù„Ø§Ù…", "ط³ظ„ط§ظ…", "a\u0301\u0301\u0301\u0301", "\u202e", "کند", "کنم", "میکند", "نمیشود",
    "ها", "های", "هایی", "رسانه", "رسانههای", "منطقهای", "حرفهایها",
    "شده", "اند", "شدهاند", "شده است", "ای", "اش", "تر", "ترین", "بزرگ", "بزرگترین", "گفت", "و", "گو", "گفتوگو", "بی",
    "بیبیسی", "سی", "آتش", "بس", "آتشبس", "پیشبینیهای", "رییسجمهوری", "ي", "ك", "ى", "ئ", "ا\u0653", "ي\u0654",
    "ﻻ", "ﷲ", "ﻣﻴﻜﻨﺪ", "ً", "ـ", "\u200f", "\ufeff", "¬", "ﹰ", ".", "؟", "!", "،", "«", "»", "\u00a0", "  ", "\t",
    "\r\n", "\n", "۱۲", "3.5", "م.ب", "قال", "الرئيس", "إن", "https://a.ir/b", "abc", ZWNJ, " ", " ", " ", "",
]  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
texts = soup | anything | st.tuples(soup, anything, soup).map("".join)


def repaired(text: str, lang: str = "fa") -> Document:
    """Repair a text as if it were wholly of the language."""
    page = Page(Outside("x"), text, hashlib.sha256(text.encode()).hexdigest())
    doc = find_language(Document(page), load())
    doc = Document(page, lang=lang, paragraph_langs=tuple(lang for _ in doc.paragraph_langs))
    return repair_text(doc, load())


@unhurried
@given(texts, st.sampled_from(["fa", "ar", "other"]))
def test_second_repair_changes_nothing(text: str, lang: str) -> None:
    once = repaired(text, lang).reading
    assert repaired(once, lang).reading == once


@unhurried
@given(texts)
def test_every_span_leads_home_and_back(text: str) -> None:
    doc = repaired(text)
    assert doc.map is not None
    for at, letter in enumerate(doc.reading):
        start, end = doc.map.back(at, at + 1)
        assert 0 <= start <= end <= len(text)
        if end - start == 1 and letter.isascii() and letter.isalpha():
            assert text[start] == letter
    for at, letter in enumerate(text):
        start, end = doc.map.forth(at, at + 1)
        assert 0 <= start <= end <= len(doc.reading)
        if letter.isascii() and letter.isalpha():
            assert doc.reading[start:end] == letter


@unhurried
@given(texts)
def test_the_folded_text_has_the_same_places(text: str) -> None:
    doc = repaired(text)
    assert len(doc.folded) == len(doc.reading)


def test_lines_stay_lines() -> None:
    assert repaired("یک\r\nدو\n\n سه ").reading == "یک\nدو\n\n سه "


def test_half_space_inside_a_ligature_and_after_a_changed_letter() -> None:
    doc = repaired("ﻣﻴﻜﻨﺪ و رسانههاي")
    assert doc.reading.startswith(f"می{ZWNJ}کند")
    assert doc.reading.endswith(f"رسانه{ZWNJ}های")
    start = doc.reading.rindex("رسانه")
    assert doc.map is not None
    assert doc.map.back(start, len(doc.reading)) == (8, 16)


def test_unreadable_bytes_are_noted() -> None:
    doc = repaired("سلام \ufffd\ufffd دنیا")
    assert [(note.start, note.end) for note in doc.notes] == [(5, 7)]


@pytest.mark.parametrize("word", ["میدان", "تنها", "شانگهای", "بهتر", "دکترین", "کشورهای", "نهادهای", "میلیون"])
def test_whole_words_stay_whole(word: str) -> None:
    assert repaired(word).reading == word
