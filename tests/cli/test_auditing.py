"""`rasad packs audit`: hits, what records rest on, samples that do not hang on the order of pages."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main

PAGES = {
    "one": "رئیس‌جمهور ایران با وزیر خارجه ترکیه دیدار کرد.\n",
    "two": "ترکیه عراق را به غنی‌سازی اورانیوم متهم کرد.\n",
    "three": "وزیر خارجه ترکیه با وزیر خارجه عراق دیدار کرد. دیدار آنان کوتاه بود.\n",
}


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["packs", "audit", *map(str, args)])


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [tmp_path / f"{name}.txt" for name in PAGES]


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_rows_are_counted_and_the_silent_ones_come_last(pages: list[Path]) -> None:
    found = rows(run(*pages, "--json"))
    meet = next(row for row in found if row["row"]["form"] == "دیدار" and row["hits"])
    assert meet["hits"] == 3
    assert 2 <= meet["used"] <= 3
    assert len(meet["samples"]) == 3
    assert "⟦دیدار⟧" in meet["samples"][0]
    assert [row["hits"] for row in found] == sorted((row["hits"] for row in found), reverse=True)
    assert found[-1]["hits"] == 0


def test_the_order_of_pages_changes_nothing(pages: list[Path]) -> None:
    there = run(*pages, "--sample", 1, "--table", "triggers", "--table", "speech").stdout
    assert run(*reversed(pages), "--sample", 1, "--table", "triggers", "--table", "speech").stdout == there
    assert all(line.count("\t") in (4, 5) for line in there.splitlines())


def test_words_of_contexts_are_counted_too(pages: list[Path]) -> None:
    assert any(row["hits"] and row["row"]["context"] == "cbrn" for row in rows(
        run(*pages, "--table", "contexts", "--json")))  # fmt: skip


def test_a_table_that_is_not_there_is_wrong_usage(pages: list[Path]) -> None:
    assert run(*pages, "--table", "trigers").exit_code == 2
