"""The figures on the gold pages do not fall under the floors of floors.toml. `make raise` raises the floors."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from rasad.model import Page

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
CASES = [(name, measure) for name, floors in FLOORS.items() for measure in floors]


@cache
def figures(name: str) -> dict[str, Any]:
    """Read the pages of one gold file and score them; «NAME captured» hands over the URL and day the gold lists."""
    from rasad.packs import load
    from rasad.pipeline import analyse
    from rasad.readers import read_pages
    from rasad.scoring import score

    stem, _, captured = name.partition(" ")
    gold_file = SHARED / "gold" / f"{stem}.jsonl"
    if not gold_file.is_file():
        pytest.skip(f"NOT SCORED: no gold at {gold_file}; the floors of {name} were not tested")
    records = []
    gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    for known in gold:
        for page in read_pages(SHARED / "pages" / f"{known['id']}.txt"):
            assert isinstance(page, Page), page
            seen = with_capture(page, known) if captured else page
            records.append(msgspec.to_builtins(analyse(seen, load()).record))
    return dict(score(gold, records))


def with_capture(page: Page, known: dict[str, Any]) -> Page:
    return replace(page, outside=replace(page.outside, url=known.get("url"), published=known.get("published")))


def rate(figure: dict[str, Any]) -> float:
    """F1 where there is one, else the share; a measure with nothing to measure is 0."""
    return float(figure["f1"] if "f1" in figure else figure["share"] or 0.0)


@pytest.mark.parametrize(("name", "measure"), CASES, ids=lambda value: str(value))
def test_figure_is_not_under_its_floor(name: str, measure: str) -> None:
    result = figures(name)
    assert measure in result, f"floors.toml names {measure} of {name}; the scorer knows {sorted(result)}"
    reached, floor = rate(result[measure]), FLOORS[name][measure]
    assert reached >= floor, (
        f"{measure} of {name} is {reached:.4f}, under its floor {floor:.4f}; `make score` tells more"
    )


def test_floors_are_shares() -> None:
    assert all(0.0 <= floor <= 1.0 for floors in FLOORS.values() for floor in floors.values())
