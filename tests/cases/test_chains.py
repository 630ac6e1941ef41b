"""The case files of chains, who carries a statement or an event, outermost first, and of sites, where it was."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.model import Document, Link, Outside, Page
from rasad.packs import load
from rasad.pipeline import analyse

CASES = Path(__file__).parent


def lines(kind: str) -> Iterator[tuple[str, str, list[str]]]:
    """Give each case: the page, what is looked at, and the names expected of it."""
    for name in (f"{kind}.fa.txt", f"{kind}.ar.txt"):
        for line in (CASES / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                page, _, expected = line.partition(" => ")
                what, _, chain = expected.partition("|")
                yield page.replace(" / ", "\n\n"), what.strip(), [n.strip() for n in chain.split(";") if n.strip()]


def read(text: str) -> Document:
    return analyse(Page(Outside("case"), text + "\n", hashlib.sha256(text.encode()).hexdigest()), load())


def named(links: tuple[Link, ...]) -> list[str]:
    return [link.entity.name for link in links]


@pytest.mark.parametrize(("page", "what", "chain"), list(lines("chains")))
def test_chain(page: str, what: str, chain: list[str]) -> None:
    doc = read(page)
    if what.startswith("said "):
        found = [named(h.via) for h in doc.heard if h.speaker.name == what.removeprefix("said ")]
    else:
        found = [named(t.attribution) for t in doc.told if t.type == what]
    assert found
    assert found[-1] == chain


@pytest.mark.parametrize(("page", "what", "place"), list(lines("sites")))
def test_site(page: str, what: str, place: list[str]) -> None:
    found = [t.place_name for t in read(page).told if t.type == what]
    assert found
    assert ([found[-1].name] if found[-1] else []) == place


def test_the_page_of_the_reference() -> None:
    text = (CASES.parents[1] / "docs" / "reference" / "chains.md").read_text(encoding="utf-8")
    doc = read(text.split("```")[1].strip())
    rows = [line.strip("| ").split(" | ") for line in text.split("| said by | via |")[1].splitlines() if "|" in line]
    assert [[h.speaker.name, " → ".join(named(h.via))] for h in doc.heard] == rows[1:]
    assert [named(t.attribution) for t in doc.told] == [["Reuters", "Foreign minister of Oman"]]
