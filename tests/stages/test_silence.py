"""Sentences that tell nothing say why: the case files of both languages, and where no note belongs."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gold_records import need_shared
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


def unexplained(doc: Document) -> list[str]:
    """Give the sentences of the article that yielded nothing public and carry no reason."""
    record = doc.record
    if record is None or doc.map is None or doc.lang not in LANGS:
        return []
    told = [span for event in record.events for span in (event.trigger, *event.triggers)]
    told += [span for statement in record.statements for span in (statement.content, statement.verb)]
    told += [figure.span for figure in record.figures] + [(note.start, note.end) for note in record.skipped]
    body = [doc.map.back(s.start, s.end) for s in doc.sentences if s.part != "title"]
    return [doc.page.text[a:b] for a, b in body if not any(start < b and a < end for start, end in told)]


@pytest.mark.parametrize("path", sorted((CASES.parents[1] / "examples").glob("*-*.txt")), ids=lambda p: p.stem)
def test_every_sentence_of_an_example_tells_something_or_why_not(path: Path) -> None:
    assert unexplained(read(path.read_text(encoding="utf-8"))) == []


def test_every_sentence_of_the_development_pages_tells_something_or_why_not() -> None:
    pages = sorted((need_shared() / "pages").glob("dev-*.txt"))
    assert [(p.stem, found) for p in pages if (found := unexplained(read(p.read_bytes().decode("utf-8"))))] == []


def test_one_note_a_sentence_the_strongest() -> None:
    first, second = "خانه‌ای در شهر تخریب شد و یاد آن حملات ماند.", "هوا آفتابی بود."
    (one, two) = silent(f"{first} {second}")
    assert (one.why, two.why) == (Why.NO_ACTOR, Why.NO_TRIGGER)
    assert (one.start, one.end) == (0, len(first))
    assert STRENGTH[Why.NO_ACTOR] > STRENGTH[Why.NO_TRIGGER]


def test_a_page_in_another_language_has_no_such_note() -> None:
    assert silent("The weather was fine in Paris today, and nobody met anybody.") == []
