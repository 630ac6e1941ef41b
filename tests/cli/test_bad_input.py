"""Bad input, with the real reader: each a clear line, and nothing else lost."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main

GOOD = """وزیر خارجه ایران با همتای سوری خود در دمشق دیدار کرد.

به گزارش ایرنا، عباس عراقچی گفت: ایران از سوریه حمایت می‌کند.
"""


def run(*args: object, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD, "utf-8")
    return pages


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("binary.bin", bytes(range(256)) * 40),
        ("nul.txt", b"abc\x00\x00\x00" * 200),
        ("broken.jsonl", b'{"text": "abc"\n'),
    ],
)
def test_bad_pages_are_set_aside_and_the_rest_is_kept(folder: Path, tmp_path: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    result = run("build", folder, "-o", tmp_path / "a.rasad")
    assert result.exit_code == 1, result.stderr
    assert "1 new pages, 0 known, 1 set aside" in result.stderr
    asides = run("asides", tmp_path / "a.rasad").stdout
    assert name in asides
    assert asides.count("\n") == 1
    assert run("verify", tmp_path / "a.rasad").exit_code == 0


def test_a_folder_without_pages(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    result = run("read", tmp_path / "none")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "no pages" in result.stderr


def test_the_day_of_retrieval_reaches_the_record(folder: Path) -> None:
    result = run("read", folder / "good.txt", "--json", "--retrieved", "2024-12-05")
    assert json.loads(result.stdout)["retrieved"] == "2024-12-05"
    assert run("read", folder / "good.txt", "--retrieved", "soon").exit_code == 2


def test_standard_input_is_read(folder: Path) -> None:
    result = run("read", "-", "--json", data=GOOD.encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["lang"] == "fa"


def test_control_characters_do_not_reach_the_terminal(folder: Path) -> None:
    (folder / "evil.txt").write_text(GOOD.replace("دمشق", "\x1b[31mدمشق\u202e"), "utf-8")
    shown = run("read", folder / "evil.txt").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_what_is_built_can_be_searched_and_explained(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.rasad"
    run("build", folder, "-o", case)
    assert "good" in run("search", case, "إيران").stdout
    for line in run("timeline", case, "--json").stdout.splitlines():
        event = json.loads(line)["id"]
        assert run("show", case, event).exit_code == 0
        assert "packs/" in run("explain", case, event).stdout
