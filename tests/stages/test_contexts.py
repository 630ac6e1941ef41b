"""Contexts of PLOVER: the case files of both languages, and rows that point at something."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import LANGS, load
from rasad.packs.rows import read_rows
from rasad.pipeline import analyse

CASES = Path(__file__).parents[1] / "cases"


def read(text: str) -> Document:
    return analyse(Page(Outside("case"), text + "\n", hashlib.sha256(text.encode()).hexdigest()), load())


def lines() -> Iterator[tuple[bool, str, str]]:
    """Each case: whether the contexts are expected, the paragraph, and the contexts."""
    for lang in LANGS:
        for line in (CASES / f"contexts.{lang}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                paragraph, _, expected = line.removeprefix("!").partition("=>")
                yield not line.startswith("!"), paragraph.strip(), expected.strip()


@pytest.mark.parametrize(("has", "paragraph", "expected"), list(lines()))
def test_context(has: bool, paragraph: str, expected: str) -> None:
    told = read(paragraph).told
    assert told, "the case needs a report"
    if has:
        assert sorted({context.name for context in told[0].contexts}) == expected.split()
    else:
        assert expected not in {context.name for report in told for context in report.contexts}


def test_a_context_points_at_the_words_that_show_it() -> None:
    text = "ترکیه عراق را به غنی‌سازی متهم کرد."
    record = read(text).record
    assert record is not None
    (context,) = record.events[0].contexts
    assert (context.name, text[slice(*context.span)]) == ("cbrn", "غنی‌سازی")
    assert context.rule.startswith("packs/fa/contexts.tsv:")


def test_words_far_from_the_deed_tell_nothing_of_it() -> None:
    far = "هوا خوب است. " * 5
    told = read(f"ترکیه عراق را متهم کرد. {far}غنی‌سازی مهم است.").told
    assert "cbrn" not in {context.name for report in told for context in report.contexts}


def test_signs_name_what_there_is() -> None:
    modes = {f"{row['type']}/{row['mode']}" for row in read_rows("plover/modes.tsv")}
    sectors = {row["sector"] for row in read_rows("plover/sectors.tsv")}
    tables = (("offices", "office"), ("organs", "organ"), ("groups", "group"))
    keys = {row[column] for lang in LANGS for table, column in tables for row in read_rows(f"{lang}/{table}.tsv")}
    entities = {row["id"] for row in read_rows("actors/organisations.tsv")}
    known = {"mode": modes, "sector": sectors, "key": keys, "entity": entities}
    assert [row.rule for row in read_rows("plover/context_signs.tsv") if row["value"] not in known[row["sign"]]] == []


def test_every_context_has_words_in_both_languages() -> None:
    for lang in LANGS:
        told = {row["context"] for row in read_rows(f"{lang}/contexts.tsv")}
        assert told >= {row["context"] for row in read_rows("plover/contexts.tsv")}
