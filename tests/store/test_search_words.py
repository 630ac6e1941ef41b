"""Full-text search finds words however their letters are written and whatever is joined to them."""

from pathlib import Path

import pytest

from gold_records import entry_of
from rasad.errors import CaseError
from rasad.store.db import Batch, Case, create
from rasad.store.searching import search
from rasad.store.words import arabic_proclitics, bare_forms, search_words

PAGES = {
    "ar-1": ("ar", "وقال الرئيس إن إيران والسعودية ستوقعان الاتفاق للعراق"),
    "ar-2": ("ar", "فقالت الوزارة إنّ الوفد بالعاصمة"),
    "fa-1": ("fa", "رئیس‌جمهور ایران گفت که بازار باز است"),
    "fa-2": ("fa", "وزير خارجه ايران در تهران"),
}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    opened = create(tmp_path / "a.rasad")
    empty = {"kind": "none", "boilerplate": [], "events": []}
    opened.add(Batch([entry_of({"id": i, "lang": lang, **empty}, text) for i, (lang, text) in PAGES.items()]), "v1")
    return opened


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ایران", {"ar-1", "fa-1", "fa-2"}),
        ("إيران", {"ar-1", "fa-1", "fa-2"}),
        ("قال", {"ar-1"}),
        ("قالت", {"ar-2"}),
        ("سعودية", {"ar-1"}),
        ("العراق", {"ar-1"}),
        ("عراق", {"ar-1"}),
        ("عاصمة", {"ar-2"}),
        ("رئیس جمهور", {"fa-1", "ar-1"}),
        ("رئیس‌جمهور", {"fa-1", "ar-1"}),
        ("ازار", set()),
        ("ایران تهران", {"fa-2"}),
        ('ایران" OR "تهران', {"fa-2"}),
        ("president", {"fa-1", "ar-1"}),
        ("Tehran", {"fa-2"}),
        ("Saudi Arabia", {"ar-1"}),
        ("NEAR(ایران)", set()),
    ],
)
def test_search(case: Case, words: str, found: set[str]) -> None:
    assert {hit.page_id for hit in search(case.db, words, 10)} == found


@pytest.mark.parametrize(
    ("words", "limit", "found"),
    [
        ("ایران", 1, ["fa-2"]),
        ("ایران", 10, ["fa-2", "fa-1", "ar-1"]),
        ("ایران تهران", 10, ["fa-2"]),
        ("ایران العراق", 10, ["ar-1"]),
        ("ایران عاصمة", 10, []),
    ],
)
def test_words_of_many_pages_rank_none(
    case: Case, words: str, limit: int, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rasad.store.searching.COMMON", 1)
    assert [hit.page_id for hit in search(case.db, words, limit)] == found


def test_no_word_is_said(case: Case) -> None:
    with pytest.raises(CaseError, match="holds no word"):
        search(case.db, "«»!", 10)


def test_proclitics_come_from_rows() -> None:
    assert {form for form, _ in arabic_proclitics()} == {"و", "ف", "ب", "ل", "لل", "ک", "ال"}


def test_bare_forms_stop_at_short_rests() -> None:
    assert not list(bare_forms("کان", arabic_proclitics()))
    assert "عراق" in set(bare_forms("وبالعراق", arabic_proclitics()))


def test_a_word_of_proclitics_without_end_is_read_in_time() -> None:
    assert list(bare_forms("وال" * 5_000, arabic_proclitics()))
    assert search_words("وبالعراق " + "ولل" * 5_000, "ar")[1]


def test_persian_words_keep_their_first_letter() -> None:
    assert search_words("بازار", "fa")[1] == ""
