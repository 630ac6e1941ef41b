"""The case files of Persian reading: sentences with the events and statements they must, and must not, give."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.model import Document, Outside, Page, Party
from rasad.packs import load
from rasad.pipeline import analyse

CASES = Path(__file__).parent
STATUSES = frozenset({"actual", "planned", "denied", "hypothetical", "historical"})


def lines(name: str) -> Iterator[tuple[bool, str, str]]:
    """Give each case: whether it must fire, the sentence, and what is expected of it."""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, expected = line.removeprefix("!").partition(" => ")
            yield not line.startswith("!"), sentence.strip(), expected.strip()


def read(sentence: str) -> Document:
    """Read one sentence as a page of its own."""
    return analyse(Page(Outside("case"), sentence + "\n", hashlib.sha256(sentence.encode()).hexdigest()), load())


def names(parties: tuple[Party, ...]) -> set[str]:
    return {p.entity.name for p in parties}


def listed(cell: str) -> set[str]:
    return {name.strip() for name in cell.split(";") if name.strip()}


def wanted(head: str) -> tuple[str, set[str], set[str]]:
    """Take «TYPE/mode/status» apart: the type, the modes and the statuses it names."""
    kind, *rest = head.strip().split("/")
    return kind, {r for r in rest if r not in STATUSES}, {r for r in rest if r in STATUSES}


@pytest.mark.parametrize(("fires", "sentence", "expected"), list(lines("reports.fa.txt")))
def test_report(fires: bool, sentence: str, expected: str) -> None:
    head, *cells = expected.split("|")
    kind, modes, statuses = wanted(head)
    alike = [
        t for t in read(sentence).told
        if t.type == kind and (not modes or t.mode in modes) and (not statuses or t.status in statuses)
    ]  # fmt: skip
    if not fires:
        assert alike == []
        return
    actors, recipients = (listed(cell) for cell in cells)
    assert [(names(t.actors), names(t.recipients)) for t in alike] == [(actors, recipients)]


@pytest.mark.parametrize(("fires", "sentence", "expected"), list(lines("statements.fa.txt")))
def test_statement(fires: bool, sentence: str, expected: str) -> None:
    doc = read(sentence)
    found = [f"{h.speaker.name} | {h.form} | {doc.reading[slice(*h.content)]}" for h in doc.heard]
    found += [f"{plain} | {heard.stance}" for plain, heard in zip(found, doc.heard, strict=True)]
    if fires:
        assert expected in found
    else:
        assert found == []
