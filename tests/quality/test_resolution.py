"""Names of the gold pages lead to the right people of the register, and parties to the right country."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from quality.resolution import measure, share

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "resolution.toml").read_text(encoding="utf-8"))


@cache
def figures(lang: str) -> tuple[dict[str, float], list[str]]:
    if not (SHARED / "gold" / f"dev-{lang}.jsonl").is_file():
        pytest.skip(f"NOT MEASURED: no gold in {SHARED}; resolution in {lang} was not tested")
    counts, misses = measure(SHARED, lang)
    return {name: share(counts, name) for name in ("named", "told", "country")}, misses


@pytest.mark.parametrize(("lang", "what"), [(lang, what) for lang, floors in FLOORS.items() for what in floors])
def test_share_is_not_under_its_floor(lang: str, what: str) -> None:
    found, misses = figures(lang)
    wrong = "\n".join(miss for miss in misses if miss.startswith(what))
    assert found[what] >= FLOORS[lang][what], f"{what} of {lang} is {found[what]:.4f}; wrong are\n{wrong}"
