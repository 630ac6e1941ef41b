"""The table of people: whatever script and spelling a name comes in, the right person stands first."""

from pathlib import Path

import pytest

from rasad.packs import load
from rasad.packs.lookup import find
from rasad.packs.romanise import romanise
from rasad.tokens import fold

TABLE = Path(__file__).parents[1] / "cases" / "people.tsv"
RIGHT = 0.98
"""Of all spellings; more than one in fifty wrong is a fault of the rows or the rules."""


def spelled() -> list[tuple[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = (line.split("\t") for line in lines[1:])
    return list(dict.fromkeys((f"per-{row[0]}", name) for row in rows for cell in row[1:] for name in cell.split(";")))


@pytest.fixture(scope="module")
def wrong() -> list[str]:
    register = load().register
    told = []
    for person, name in spelled():
        hits = find(name, register, most=1)
        if not hits or hits[0].entity.id != person:
            told.append(f"{name}: {hits[0].entity.id if hits else 'nobody'}, not {person}")
    return told


def test_the_table_holds_150_people() -> None:
    assert len({person for person, _ in spelled()}) >= 150


def test_the_right_person_is_first(wrong: list[str]) -> None:
    assert len(wrong) <= (1 - RIGHT) * len(spelled()), "\n".join(wrong)


def test_nobody_is_found_for_no_name() -> None:
    assert find("", load().register) == ()
    assert find("123 ...", load().register) == ()


@pytest.mark.parametrize(
    ("native", "lang", "latin"),
    [
        ("محمد رضایی", "fa", "Mohammad Rezaei"),
        ("مرلین پسکوف", "fa", "Maralin Peskov"),
        ("كريم العبادي", "ar", "Karim al-Abadi"),
        ("ژیلا خاکپور", "fa", "Zhila Khakapur"),
    ],
)
def test_an_unknown_name_is_written_in_latin_letters(native: str, lang: str, latin: str) -> None:
    assert romanise(fold(native), lang) == latin
