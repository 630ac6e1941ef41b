"""Reasons are told in the language of the desk: each that the reader and fusion give has its row."""

import json
import re
from pathlib import Path

import pytest

from rasad.grammar.reasons import Why
from rasad.packs.rows import read_rows
from rasad.store.db import open_case
from rasad.web.reasons import told
from rasad.web.rules import said_by
from rasad.web.words import words

LISTED = ("event.derivation", "event_report.derivation", "event_report.reasons", "event_part.reasons",
          "actor_link.reasons")  # fmt: skip
PLAIN = ("origin.why", "contradiction.why", "page_copy.why", "skipped.why", "set_aside.why", "set_aside.what_to_do")
ENGLISH = re.compile(r"\b[a-z]{3,} [a-z]{3,}\b")
"""Two words of English; names of pages and people are none of these."""


def given(path: Path) -> set[str]:
    """Give all reasons of a case."""
    found = set()
    with open_case(path) as case:
        for place in (*LISTED, *PLAIN):
            table, column = place.split(".")
            for (value,) in case.db.execute(f"SELECT {column} FROM {table}"):
                found |= set(json.loads(value or "[]") if place in LISTED else [value])
    return found - {None}


def plain(line: str, lang: str) -> str:
    return re.sub(r"<[^>]+>", "", str(told(line, words(lang))))


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_no_reason_of_the_examples_stays_english(built: Path, lang: str) -> None:
    lines = given(built)
    assert len(lines) > 100
    assert [line for line in sorted(lines) if ENGLISH.search(plain(line, lang))] == []


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_every_reason_of_a_table_has_its_row(lang: str) -> None:
    weighed = [row["why"] for name in ("plover/fusion.tsv", "actors/identity.tsv") for row in read_rows(name)]
    lines = [*map(str, Why), *weighed]
    assert [line for line in lines if 'lang="en"' in told(line, words(lang))] == []


@pytest.mark.parametrize(
    ("line", "fa"),
    [
        ("before the page was published, 2023-05-03: agrees and adds nothing",
         "پیش از انتشار صفحه، ۱۳ اردیبهشت ۱۴۰۲: موافق است و چیزی نمی‌افزاید"),
        ("Ebrahim Raisi was president 2021-08-03 to ...: leaves 2021-08-03 to 2023-05-03",
         "ابراهیم رئیسی از ۱۲ مرداد ۱۴۰۰ تا … رئیس‌جمهور بود: می‌ماند ۱۲ مرداد ۱۴۰۰ تا ۱۳ اردیبهشت ۱۴۰۲"),
        ("Wednesday 13 Ordibehesht last such, seen from 2023-05-03, the day of the meeting: leaves 2023-05-03",
         "چهارشنبه ۱۳ اردیبهشت گذشته، از دید ۱۳ اردیبهشت ۱۴۰۲، روز دیدار: می‌ماند ۱۳ اردیبهشت ۱۴۰۲"),
        ("a-1 counts 80, b-2 at least 112", "a-1 شمار را ۸۰ می‌گوید و b-2 دست‌کم ۱۱۲"),
        ("+1.20 both are of one mode", "+۱.۲۰ هر دو به یک شیوه‌اند"),
    ],
)  # fmt: skip
def test_parts_of_a_reason_are_told_in_their_turn(line: str, fa: str) -> None:
    assert plain(line, "fa") == fa


def test_what_no_row_tells_is_marked_as_english_and_is_no_markup() -> None:
    line = "something <b>new</b> happened"
    assert told(line, words("ar")) == '<span lang="en" dir="ltr">something &lt;b&gt;new&lt;/b&gt; happened</span>'
    assert told(line, words("en")) == "something &lt;b&gt;new&lt;/b&gt; happened"
    assert "<b>" not in told("likest: <b>x</b>", words("fa"))


@pytest.mark.parametrize("lang", ["en", "fa", "ar"])
def test_rows_of_the_examples_are_told_in_plain_words(built: Path, lang: str) -> None:
    """Every row that gives a party its role, tells a deed or reports speech; and every construction."""
    with open_case(built) as case:
        tables = ("report_party", "trigger", "statement", "report_link")
        rules = {rule for table in tables for (rule,) in case.db.execute(f"SELECT rule FROM {table}")}
    rules |= {row.rule for name in ("constructions", "frames") for row in read_rows(f"plover/{name}.tsv")}
    for rule in rules:
        if rule.startswith("packs/"):
            said = said_by(rule, words(lang))
            assert said, rule
            assert lang == "en" or not ENGLISH.search(re.sub(r"<[^>]+>", "", said)), said
    assert said_by("find_ranges:body", words(lang)) is None
    assert said_by("ledger:3", words(lang)) is None
