"""Quotations: nested, of several marks, forgotten halves; and laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.lines import lines
from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.quotes import CLOSING, closing, quotes
from rasad.stages.find_language import find_language
from rasad.stages.repair_text import repair_text

CASES = [
    ("«الف» و «ب «ج» د»", [("«", "الف", 0, True), ("«", "ب «ج» د", 0, True), ("«", "ج", 1, True)]),
    ('قال "نعم لا نريد" ثم قال "كلا"', [('"', "نعم لا نريد", 0, True), ('"', "كلا", 0, True)]),
    ("گفت: “ما «نیز» آمدیم”", [("“", "ما «نیز» آمدیم", 0, True), ("«", "نیز", 1, True)]),
    ('«"فارس" و ایرنا» گفت', [("«", '"فارس" و ایرنا', 0, True), ('"', "فارس", 1, True)]),
    ("وی گفت: «ما آمدیم\nبند دوم", [("«", "ما آمدیم", 0, False)]),
    ("سلام» گفت او", [("»", "سلام", 0, False)]),
    ("“یک «دو” سه", [("“", "یک «دو", 0, True), ("«", "دو", 1, False)]),
    ("»سلام دنیا« گفت", [("»", "سلام دنیا", 0, True)]),
    ("don’t ‘say that’", [("‘", "say that", 0, True)]),
    ("متن بی نقل قول", []),
]
soup = st.text(st.sampled_from('«»“”"‘’:\n  اب.،'), max_size=60)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotes(text: str, expected: list[tuple[str, str, int, bool]]) -> None:
    assert [(q.kind, text[slice(*q.inner)], q.depth, q.sound) for q in quotes(text, lines(text))] == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("وی گفت: «إن الله مع الصابرين في كل وقت» و رفت", "ar"),
        ("وی گفت: «ما این کار را نمی\u200cکنیم» و رفت", "fa"),
        ("وقال: «ما این کار را هرگز نخواهیم کرد» أمام الصحفيين في دمشق", "fa"),
        ("وی گفت: «we will not be there today» و از آنجا رفت", "en"),
        ("شبکه «المیادین» گزارش داد که این", "fa"),
    ],
)
def test_a_quotation_has_its_own_language(text: str, lang: str) -> None:
    assert [quote.lang for quote in find_language(Document(Page(Outside("x"), text, "")), load()).quotes] == [lang]


def test_a_quotation_in_another_language_keeps_its_letters() -> None:
    text = "وي گفت: «إن الله مع الصابرين في كل وقت» و رفت و اين را مي گويد"
    doc = repair_text(find_language(Document(Page(Outside("x"), text, "")), load()), load())
    assert doc.reading == "وی گفت: «إن الله مع الصابرين في كل وقت» و رفت و این را می\u200cگوید"


@given(soup)
def test_a_quotation_closes_with_its_mark(text: str) -> None:
    for at, mark in enumerate(text):
        if mark in CLOSING:
            stop = closing(text, at, len(text))
            assert stop == -1 or (stop > at and text[stop] == CLOSING[mark])


@given(soup)
def test_quotes_lie_in_their_paragraph_and_in_each_other(text: str) -> None:
    found = quotes(text, lines(text))
    for quote in found:
        assert 0 <= quote.start <= quote.inner[0] <= quote.inner[1] <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
    sound = [quote for quote in found if quote.sound]
    for one in sound:
        for other in sound:
            apart = one.end <= other.start or other.end <= one.start
            inside = one.start >= other.start and one.end <= other.end
            around = one.start <= other.start and one.end >= other.end
            assert apart or inside or around
