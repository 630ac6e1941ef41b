"""The bars of half-spaces, on sentences with careful ones: taken away, made spaces of, and left as they are."""

import gzip
import hashlib
import json
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.stages.repair_text import repair_text
from rasad.tokens import INVISIBLE, ZWNJ

DATA = Path(__file__).parents[3] / "shared" / "data" / "zwnj-fa-perdt-dev.jsonl.gz"
PRECISION = 0.97
RECALL = {"": 0.85, " ": 0.80}
SPEED = 1_000_000
"""Bytes a second."""


@cache
def sentences() -> tuple[str, ...]:
    if not DATA.is_file():
        pytest.skip(f"needs {DATA}, which is not here")
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line)["text"] for line in lines)


def repaired(text: str) -> str:
    page = Page(Outside("x"), text, hashlib.sha256(text.encode()).hexdigest())
    return repair_text(Document(page, lang="fa", paragraph_langs=("fa",) * (text.count("\n") + 1)), load()).reading


def places(text: str) -> set[int]:
    """Give the places of half-spaces, counted in letters."""
    found, at = set(), 0
    for letter in INVISIBLE.sub("", text):
        if letter == ZWNJ:
            found.add(at)
        at += letter != ZWNJ and not letter.isspace()
    return found


@pytest.mark.parametrize("damage", ["", " "], ids=["deleted", "spaced"])
def test_half_spaces_come_back(damage: str) -> None:
    right = made = wanted = 0
    for sentence in sentences():
        gold, mine = places(sentence), places(repaired(sentence.replace(ZWNJ, damage)))
        right, made, wanted = right + len(gold & mine), made + len(mine), wanted + len(gold)
    print(f"P {right / made:.4f} R {right / wanted:.4f}")
    assert right >= PRECISION * made
    assert right >= RECALL[damage] * wanted


def test_half_spaces_that_are_there_stay() -> None:
    for sentence in sentences():
        assert places(sentence) - places(repaired(sentence)) == set(), sentence


def test_words_of_careful_text_stay() -> None:
    """What is changed is what the text itself wrote without care («بانکهای»); one word in 500 at most."""
    words = changed = 0
    for sentence in sentences():
        before = Counter(INVISIBLE.sub("", sentence).split())
        words += before.total()
        changed += (before - Counter(repaired(sentence).split())).total()
    assert changed <= words / 500


def test_speed() -> None:
    text = "\n".join(sentences())
    started = time.perf_counter()
    repaired(text)
    assert len(text.encode()) / (time.perf_counter() - started) > SPEED
