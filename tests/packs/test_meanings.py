"""A search means the same in Persian, Arabic and English letters."""

import pytest

from rasad.packs.meanings import meanings, spellings, written


def owners(words: str) -> list[set[str]]:
    return [set(term.owners) for term in meanings(words)]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Damascus", "plc-damascus"), ("دمشق", "plc-damascus"),
        ("Hezbollah", "org-hezbollah"), ("حزب‌الله لبنان", "org-hezbollah"), ("حزب الله اللبناني", "org-hezbollah"),
        ("IRGC", "org-irgc"), ("الحرس الثوري", "org-irgc"), ("UAE", "ARE"), ("امارات", "ARE"), ("الإمارات", "ARE"),
        ("Ghalibaf", "per-mohammad-bagher-ghalibaf"), ("Qalibaf", "per-mohammad-bagher-ghalibaf"),
        ("Zelenskyy", "per-volodymyr-zelensky"), ("president", "office:president"),
        ("visit", "deed:CONSULT/visit"), ("زيارة", "deed:CONSULT/visit"), ("explosions", "deed:ASSAULT/explosives"),
    ],
)  # fmt: skip
def test_a_word_means_the_same_in_every_script(words: str, owner: str) -> None:
    (found,) = owners(words)
    assert owner in found


def test_a_search_is_cut_into_its_names_the_longest_first() -> None:
    terms = meanings("foreign minister of Iraq in the Green Zone")
    assert [term.asked for term in terms][:2] == ["foreign minister", "iraq"]
    assert "وزیر الخارجیه" in terms[0].forms
    assert "of" not in [term.asked for term in terms]


def test_a_word_that_no_row_has_means_itself() -> None:
    (term,) = meanings("xyzzyq")
    assert (term.owners, term.forms) == ((), ("xyzzyq",))
    assert len(meanings("of the")) == 2, "a search of such words alone is still one"
    assert meanings("؟!") == ()


def test_who_shares_a_name_with_many_is_not_spelled_out() -> None:
    (term,) = meanings("محمد")
    assert term.forms == ("محمد",)


def test_spellings_are_of_both_languages_and_can_be_shown_as_written() -> None:
    forms = spellings("per-ebrahim-raisi")
    assert {"ابراهیم رییسی"} <= set(forms)
    assert written("ابراهیم رییسی") == "ابراهیم رئیسی"
    assert written("unknown") == "unknown"
