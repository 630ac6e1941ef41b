"""The answers for the example pages, whole. `make golden` rewrites them; the diff is the review."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rasad.model import Page

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FILES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".txt", ".html", ".jsonl"})
WRITE = os.environ.get("RASAD_GOLDEN") == "write"


@cache
def packs() -> Any:
    from rasad.packs import load

    return load()


def answers(path: Path) -> str:
    """The records of one file, in JSON made for reading."""
    from rasad.pipeline import analyse
    from rasad.readers import read_pages

    parts = []
    for page in read_pages(path):
        assert isinstance(page, Page), page
        record = readable(msgspec.to_builtins(analyse(page, packs()).record), page.text)
        parts.append(msgspec.json.format(msgspec.json.encode(record), indent=1))
    return b"\n".join(parts).decode() + "\n"


def readable(value: Any, text: str, key: str = "") -> Any:
    """Write spans with their words, and rules without the line: a row put in above is no change of an answer."""
    if isinstance(value, dict):
        return {name: readable(one, text, key if key == "rule" else name) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        if len(value) == 2 and all(type(one) is int for one in value):
            return f"{value[0]}:{value[1]} {text[slice(*value)]}"
        return [readable(one, text, key) for one in value]
    return (value.rpartition(":")[0] or value) if key == "rule" and isinstance(value, str) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_answers_stand(path: Path) -> None:
    golden = HERE / f"{path.name}.json"
    found = answers(path)
    if WRITE:
        golden.write_text(found, encoding="utf-8", newline="\n")
    if not golden.is_file():
        pytest.skip(f"NO ANSWER WRITTEN for {path.name}: run `make golden` and read the file")
    assert found == golden.read_text(encoding="utf-8"), (
        f"{path.name} reads otherwise now; `make golden`, then read the diff"
    )


def test_no_answer_without_its_page() -> None:
    assert {p.stem for p in HERE.glob("*.json")} <= {p.name for p in FILES}
