"""Sentences that tell nothing say why: the case files of both languages, and where no note belongs."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.grammar.reasons import STRENGTH, Why
from rasad.model import Document, Note, Outside, Page
from rasad.packs import LANGS, load
from rasad.pipeline import analyse

CASES = Path(__file__).parents[1] / "cases"


def read(text: str) -> Document:
    return analyse(Page(Outside("case"), text + "\n", hashlib.sha256(text.encode()).hexdigest()), load())


def silent(text: str) -> list[Note]:
    record = read(text).record
    assert record is not None
    return [note for note in record.skipped if note.why in set(Why)]


def lines() -> Iterator[tuple[bool, str, str]]:
    for lang in LANGS:
        for line in (CASES / f"silence.{lang}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                sentence, _, why = line.removeprefix("!").partition(" => ")
                yield not line.startswith("!"), sentence.strip(), why.strip()


@pytest.mark.parametrize(("is_silent", "sentence", "why"), list(lines()))
def test_reason(is_silent: bool, sentence: str, why: str) -> None:
    assert [note.why for note in silent(sentence)] == ([why] if is_silent else [])


def test_one_note_a_sentence_the_strongest() -> None:
    first, second = "خانه‌ای در شهر تخریب شد و یاد آن حملات ماند.", "هوا آفتابی بود."
    (one, two) = silent(f"{first} {second}")
    assert (one.why, two.why) == (Why.NO_ACTOR, Why.NO_TRIGGER)
    assert (one.start, one.end) == (0, len(first))
    assert STRENGTH[Why.NO_ACTOR] > STRENGTH[Why.NO_TRIGGER]


def test_a_page_in_another_language_has_no_such_note() -> None:
    assert silent("The weather was fine in Paris today, and nobody met anybody.") == []
