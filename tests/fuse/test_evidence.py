"""What fusion takes from the words of a page, and that what it takes says the same in both languages."""

import pytest
from msgspec.structs import replace
from test_fuse import ASSAD, KHAMENEI, RAISI, days, report

from rasad.fuse.compare import amounts, compare, points
from rasad.fuse.contradictions import contradictions
from rasad.fuse.events import FigureKey
from rasad.fuse.evidence import figure_unit, names, weekday, window
from rasad.fuse.profile import profile
from rasad.fuse.rarity import BIT, name_bits, word_bits
from rasad.fuse.stems import skeleton, stem
from rasad.fuse.weights import families, weights


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("موشک\u200cهای", "موشکها", "fa"),
        ("والانفجار", "انفجار", "ar"),
        ("بالسفاره", "السفاره", "ar"),
        ("کشته\u200cشدگان", "کشته", "fa"),
    ],
)
def test_stems(one: str, other: str, lang: str) -> None:
    assert stem(one, lang) == stem(other, lang)


@pytest.mark.parametrize("word", ["در", "12", "به"])
def test_what_has_no_stem(word: str) -> None:
    assert stem(word, "fa") is None


@pytest.mark.parametrize(("persian", "arabic"), [("کاسترو", "کاسترو"), ("اینترپل", "انتربول"), ("قندهار", "قندهار")])
def test_consonants_cross_scripts(persian: str, arabic: str) -> None:
    assert skeleton(persian) == skeleton(arabic)


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert word_bits("ar")["علی"] < BIT < word_bits("ar")["قندهار"]
    assert name_bits()["IRN"] < name_bits()["per-fidel-castro"]


def test_names_and_concepts_are_the_same_in_both_languages() -> None:
    persian = names("حمله با کامیون به یک بازار در برلین", "fa")
    arabic = names("اقتحام شاحنة سوقا في العاصمة الألمانية برلين", "ar")
    assert {"plc-berlin", "c:truck", "c:market"} <= persian & arabic


def test_agencies_are_no_evidence() -> None:
    assert not {name for name in names("به گزارش خبرگزاری فارس از تهران", "fa") if "fars" in name}


@pytest.mark.parametrize(
    ("told", "lang", "day"),
    [
        ("روز سه\u200cشنبه، ۲ اردیبهشت", "fa", 1),
        ("مساء اليوم الإثنين", "ar", 0),
        ("شنبه", "fa", 5),
        ("دوشنبه و سه شنبه", "fa", None),
        ("سال گذشته", "fa", None),
        ("", "ar", None),
    ],
)
def test_weekday(told: str, lang: str, day: int | None) -> None:
    assert weekday(told, lang) == day


def test_the_window_stays_in_the_paragraph() -> None:
    text = "عنوان\nمتن حمله پایان\nدیگر"
    at = text.index("حمله")
    assert text[slice(*window(text, (at, at + 4)))] == "متن حمله پایان"


@pytest.mark.parametrize(
    ("unit", "lang", "read"),
    [
        ("مسلحين", "ar", "attackers"),
        ("fighters", "fa", "attackers"),
        ("مرشحا", "ar", "c:candidate"),
        ("Percent", "fa", "percent"),
    ],
)
def test_units_of_counts(unit: str, lang: str, read: str) -> None:
    assert figure_unit(unit, lang) == read


def test_every_reason_has_its_points() -> None:
    like = compare(report(1), report(2))
    assert like is not None
    found = points(profile(report(1)), profile(report(2)))
    assert sum(float(reason.split()[0]) for reason in like.reasons) == pytest.approx(found, abs=0.05)
    assert any("same place" in reason or "one place" in reason for reason in like.reasons)


def test_points_do_not_depend_on_the_side() -> None:
    one, two = profile(report(1)), profile(report(2, lang="ar", place=None, actors=(ASSAD, RAISI)))
    assert points(one, two) == points(two, one)


def test_another_guest_makes_another_meeting() -> None:
    same, other = report(2), report(2, actors=(ASSAD, RAISI))
    first = profile(report(1, actors=(ASSAD, KHAMENEI)))
    assert points(first, profile(same)) > 0 > points(first, profile(other)) - weights()["wordless"]


def test_a_meeting_and_support_are_two_events() -> None:
    assert families("CONSULT") & families("AGREE")
    assert not families("CONSULT") & families("SUPPORT")


def test_a_later_least_count_below_an_earlier_toll_takes_it_back() -> None:
    early = report(1, day="2022-05-08", figures=(FigureKey(27, "exact", "people wounded"),))
    late = replace(
        early, id="r002", page="p2", day="2022-05-09", figures=(FigureKey(24, "at_least", "people wounded"),)
    )
    assert [row.kind for row in contradictions([early, late])] == ["conflict"]


def test_a_meeting_has_its_day_and_an_attack_may_fill_a_night() -> None:
    evening, dawn = (report(n, date=days(f"2022-05-{7 + n:02}"), day="2022-05-12") for n in (1, 2))
    assert [row.kind for row in contradictions([evening, dawn])] == ["conflict"]
    attacks = [replace(one, type="ASSAULT", mode=None) for one in (evening, dawn)]
    assert [row.kind for row in contradictions(attacks)] == ["detail"]


def test_what_was_told_before_a_day_did_not_happen_on_it() -> None:
    attack = report(1, type="ASSAULT", mode=None, date=days("2022-05-08"), day="2022-05-08")
    search = replace(attack, id="r002", page="p2", date=days("2022-05-11"), day="2022-05-13")
    assert [row.kind for row in contradictions([attack, search])] == ["detail"]
    undated = replace(attack, day=None)
    assert [row.kind for row in contradictions([undated, search])] == ["conflict"]


def test_attackers_do_not_become_more_with_the_hours() -> None:
    two = report(1, day="2022-05-08", figures=(FigureKey(2, "exact", "attackers"),))
    three = replace(two, id="r002", page="p2", day="2022-05-09", figures=(FigureKey(3, "exact", "attackers"),))
    assert [row.kind for row in contradictions([two, three])] == ["conflict"]


def test_two_pages_with_news_of_their_own_days_tell_two_events() -> None:
    first = report(1, day="2025-11-19", date=days("2025-11-19"))
    later = report(2, day="2025-11-22", date=days("2025-11-22"))
    late = report(2, day="2025-11-22", date=days("2025-11-19"))
    told = [{name for name, _ in amounts(profile(first), profile(other))} for other in (later, late)]
    assert ["own_days" in names for names in told] == [True, False]
    assert points(profile(first), profile(later)) < 0
