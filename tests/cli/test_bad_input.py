"""Bad input, with the real reader: each a clear line, and nothing else lost."""

import json
from itertools import pairwise
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
        ("nul.jsonl", b'{"text": "abc \\u0000"}\n'),
        ("broken.jsonl", b'{"text": "abc"\n'),
        ("broken.txt", GOOD.encode().replace("ر".encode(), b"\xff\xfe")),
        ("long_line.txt", "ایران ".encode() * 5_000_000),
        ("long_line.jsonl", b'{"text": "' + b"abc " * 12_500_000 + b'"}\n'),
        ("long_text.jsonl", b'{"text": "' + b"abc " * 300_000 + b'"}\n'),
        ("no_text.html", b"<html><body><img src='a.png'>"),
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
    (aside,) = [json.loads(line) for line in run("asides", tmp_path / "a.rasad", "--json").stdout.splitlines()]
    assert aside["why"]
    assert aside["what_to_do"]
    assert run("verify", tmp_path / "a.rasad").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("unclosed.html", "<html><title>خبر</title><body><div><p>" + GOOD.replace("\n", "<p>") + "<table><tr><td>"),
        ("cut.txt", GOOD.encode()[:-2]),
        ("one_bad_byte.txt", GOOD.encode() + b"\xff"),
    ],
)
def test_pages_that_can_still_be_read_are_read(folder: Path, tmp_path: Path, name: str, content: str | bytes) -> None:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    result = run("build", folder, "-o", tmp_path / "a.rasad")
    assert result.exit_code == 0, result.stderr
    assert "2 new pages, 0 known, 0 set aside" in result.stderr
    assert run("verify", tmp_path / "a.rasad").exit_code == 0


def test_a_file_that_may_not_be_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, whom no permission stops: the refusal is simulated."""
    import rasad.readers

    (folder / "secret.txt").write_text(GOOD, "utf-8")
    really_opened = rasad.readers.opened

    def opened(path: Path) -> object:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return really_opened(path)

    monkeypatch.setattr(rasad.readers, "opened", opened)
    result = run("build", folder, "-o", tmp_path / "a.rasad")
    assert result.exit_code == 1
    assert "1 new pages, 0 known, 1 set aside" in result.stderr
    assert "may not be read" in run("asides", tmp_path / "a.rasad").stdout


def test_every_command_has_json() -> None:
    def leaves(command: object) -> list[object]:
        inner = getattr(command, "commands", {})
        return [leaf for one in inner.values() for leaf in leaves(one)] if inner else [command]

    without = [c.name for c in leaves(main) if "--json" not in [o for p in c.params for o in p.opts]]  # type: ignore[attr-defined]
    assert without == []


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
        told = run("explain", case, event).stdout.splitlines()
        parties = [(line, below) for line, below in pairwise(told) if line.startswith(("actors ", "recipients "))]
        assert parties
        assert all("by packs/plover/" in line and "named by packs/" in below for line, below in parties)
