"""The case files of names: every person, organisation and place that sentences name, and what is no name."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.grammar.naming import names
from rasad.model import Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

CASES = Path(__file__).parent


def lines() -> Iterator[tuple[bool, str, str]]:
    for lang in ("fa", "ar"):
        for line in (CASES / f"names.{lang}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                sentence, _, expected = line.removeprefix("!").partition(" => ")
                yield not line.startswith("!"), sentence.strip(), expected.strip()


@pytest.mark.parametrize(("found", "sentence", "expected"), list(lines()))
def test_names(found: bool, sentence: str, expected: str) -> None:
    page = Page(Outside("case"), sentence + "\n", hashlib.sha256(sentence.encode()).hexdigest())
    doc = analyse(page, load())
    told = {f"{name.kind} {doc.reading[name.start : name.end]}" for name in names(doc)}
    for name in expected.split(";"):
        assert (name.strip() in told) is found, sorted(told)
