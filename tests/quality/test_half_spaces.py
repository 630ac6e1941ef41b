"""The bars of half-spaces, on sentences with careful ones: taken away, made spaces of, and left as they are."""

import gzip
import hashlib
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page
from rasad.packs import load
from rasad.stages.repair_text import repair_text
from rasad.tokens import INVISIBLE, ZWNJ

DATA = Path(__file__).parents[3] / "shared" / "data" / "zwnj-fa-perdt-dev.jsonl.gz"
PRECISION = 0.99
RECALL = {"": 0.89, " ": 0.835}
JOINED = 6
"""Words that the sentences themselves write without the half-space that their verbs and plurals have elsewhere."""
# A verb or a plural that is written as one word.
JOINED_WORD = re.compile(".*می\\w{3,}|\\w{3,}ها")


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


def changed(before: str) -> tuple[int, Counter[str]]:
    """Give the number of words, and those that the repair changes."""
    words = Counter(INVISIBLE.sub("", before).split())
    return words.total(), words - Counter(repaired(before).split())


def test_words_of_careful_text_stay() -> None:
    """One word in 10,000 at most changes, but for what the sentences wrote by mistake.

    Those are four verbs («میجستند», «میجوشیدند», «میجنباند», «برمیجهد») and a plural («صهیونیستها») in sentences that
    hold no other half-space or hardly one. What remains is «آتش نشانی», once.
    """
    found = [changed(sentence) for sentence in sentences()]
    lost = Counter(word for _, words in found for word in words.elements())
    joined = sum(count for word, count in lost.items() if JOINED_WORD.fullmatch(word.rstrip(".،")))
    assert joined <= JOINED, lost
    assert lost.total() - joined <= 2, lost
    assert sum(count for count, _ in found) >= 20_000


def test_pages_of_careful_text_stay() -> None:
    """The same sentences as pages: their half-spaces speak for them, and the verbs alone are mended."""
    pages = ["\n".join(sentences()[at : at + 30]) for at in range(0, len(sentences()), 30)]
    lost = Counter(word for page in pages for word in changed(page)[1].elements())
    assert all(word.startswith(("می", "برمی")) for word in lost), lost
    assert lost.total() <= JOINED - 1
