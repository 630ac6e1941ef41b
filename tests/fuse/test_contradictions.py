"""What reports of one event disagree on: denials in words, counts in numbers and without them, days."""

from pathlib import Path
from typing import Any

import pytest
from test_fuse import days, report

from gold_records import entry_of
from rasad.fuse.contradictions import contradictions
from rasad.fuse.denials import denial
from rasad.fuse.events import FigureKey, ReportKey
from rasad.fuse.lesser import TRAIT, lesser_counts, turn
from rasad.fuse.reports import report_keys
from rasad.store.rows import report_ids

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[tuple[str, str, str]]:
    found = []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lang, _, rest = line.partition(" | ")
            text, expected = rest.split(" => ")
            found.append((lang, text, expected))
    return found


@pytest.mark.parametrize(("lang", "text", "expected"), cases("denials.txt"))
def test_a_deed_is_denied_in_words(lang: str, text: str, expected: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    found = denial(text, lang, (start, end))
    assert (text[slice(*found)] if found else "nothing") == expected


@pytest.mark.parametrize(("lang", "text", "expected"), cases("lesser_counts.txt"))
def test_counts_without_a_number(lang: str, text: str, expected: str) -> None:
    found = [f"{count.value:g} {count.bound} {count.unit}" for count in lesser_counts(text, lang, [(0, 5)])]
    assert (" ; ".join(found) or "nothing") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("ارتفع عدد القتلى إلى 14 شخصا", "ar", "rise"),
        ("أصيب 14 شخصا في حصيلة أولية", "ar", "first"),
        ("شمار کشته‌ها به 14 نفر رسید", "fa", "rise"),
        ("قتل 14 شخصا في الهجوم", "ar", ""),
        ("ارتفعت الأسعار\nقتل 14 شخصا", "ar", ""),
    ],
)
def test_a_count_that_has_risen(text: str, lang: str, expected: str) -> None:
    start = text.index("14")
    assert turn(text, lang, (start, start + 2)) == expected


def toll(value: float, **more: Any) -> FigureKey:
    return FigureKey(value, more.pop("bound", "exact"), more.pop("unit", "people killed"), **more)


def kinds(*reports: ReportKey) -> list[str]:
    return [row.kind for row in contradictions(reports)]


def test_what_is_not_done_is_not_denied_by_that() -> None:
    assert kinds(report(1), report(2, status="denied")) == []
    assert kinds(report(1), report(2, denial="نفى")) == ["conflict"]
    assert kinds(report(1, denial="نفى"), report(2, denial="نفت")) == []


def test_a_page_denies_once() -> None:
    denied = (report(n, page="p2", denial="نفى") for n in (2, 3))
    assert kinds(report(1), *denied) == ["conflict"]


def test_two_tellers_of_one_page_disagree() -> None:
    told = [toll(52, teller="Government"), toll(400, teller="Historians")]
    (found,) = contradictions([report(1, figures=tuple(told))])
    assert (found.kind, found.report, found.other_report) == ("conflict", "r001", "r001")
    assert found.why == "page-1 counts 52, according to Government, and 400, according to Historians"
    one_teller = [toll(52, teller="Government"), toll(400, teller="Government")]
    assert kinds(report(1, figures=tuple(one_teller))) == []
    assert kinds(report(1, figures=(*told, toll(348, teller="Historians")))) == []
    risen = [told[0], toll(400, teller="Historians", turn="rise")]
    assert kinds(report(1, figures=tuple(risen))) == []


def test_one_page_counts_attackers_twice() -> None:
    counts = (toll(3, unit="attackers"),)
    attack = {"type": "ASSAULT", "mode": None, "figures": counts, "lesser": (toll(2, unit="attackers"),)}
    assert kinds(report(1, **attack)) == ["conflict"]
    assert kinds(report(1, **{**attack, "type": "ACCUSE"})) == []


def test_words_tell_an_update_where_no_days_do() -> None:
    assert kinds(report(1, figures=(toll(9),)), report(2, figures=(toll(12),))) == ["conflict"]
    assert kinds(report(1, figures=(toll(9),)), report(2, figures=(toll(12, turn="rise"),))) == ["update"]
    assert kinds(report(1, figures=(toll(9, turn="first"),)), report(2, figures=(toll(12),))) == ["update"]
    assert kinds(report(1, figures=(toll(9, turn="rise"),)), report(2, figures=(toll(12),))) == ["conflict"]


def test_a_round_least_count_takes_nothing_back() -> None:
    early = report(1, figures=(toll(69),), day="2022-05-08")
    for late, found in ((60, []), (61, ["conflict"])):
        assert kinds(early, report(2, figures=(toll(late, bound="at_least"),), day="2022-05-09")) == found


def test_a_man_killed_is_one_of_the_many() -> None:
    many = report(1, figures=(toll(5),), lesser=(toll(1),))
    assert kinds(many, report(2, figures=(toll(5),))) == []
    assert kinds(report(1, lesser=(toll(1),)), report(2, lesser=(toll(2),))) == ["conflict"]


def test_a_thing_has_one_count_of_a_trait() -> None:
    unit = f"stages {TRAIT}"
    two, three = toll(2, unit=unit), toll(3, unit=unit)
    assert kinds(report(1, lesser=(two,)), report(2, lesser=(three,), day="2022-05-09")) == ["conflict"]
    assert kinds(report(1, lesser=(two, three)), report(2, lesser=(three,))) == []
    assert kinds(report(1, lesser=(two, three)), report(2, lesser=(toll(4, unit=unit),))) == []


def test_a_visit_lasts_and_a_plan_may_change() -> None:
    one, two = (report(n, date=days(f"2022-05-{7 + n:02}"), day="2022-05-12") for n in (1, 2))
    assert kinds(one, two) == ["conflict"]
    visit = report(1, mode="visit", date=days("2022-05-08"), day="2022-05-12")
    assert kinds(visit, two) == ["detail"]
    planned = report(1, status="planned", date=days("2022-05-08"), day="2022-05-12")
    assert kinds(planned, two) == ["detail"]


TEXT = "توضیح درباره حمله به بازار حلب\n\nسخنگوی ارتش خبر حمله به بازار حلب را تکذیب کرد."


def key(text: str = TEXT, **event: Any) -> ReportKey:
    start = text.index("حمله")
    told = {
        "type": "ASSAULT", "mode": None, "status": "actual", "date": None, "date_span": None, "place": None,
        "actors": [], "recipients": [], "trigger": [start, start + 4], "attribution": [], "main": True, **event,
    }  # fmt: skip
    gold = {"id": "p", "lang": "fa", "kind": "political", "boilerplate": [], "figures": [], "events": [told]}
    record = entry_of(gold, text).record
    return report_keys(text, record, report_ids(record))[0]


def test_the_title_is_denied_in_the_body() -> None:
    assert key().denial == "تکذیب کرد"
    # Without a common name it may be another attack that is denied.
    assert key(TEXT.replace("حلب", "شهر")).denial == ""


def test_who_denies_an_accusation_does_not_deny_that_it_was_said() -> None:
    assert key(type="ACCUSE").denial == ""
