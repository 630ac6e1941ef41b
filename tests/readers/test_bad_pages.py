"""Bad input is set aside with its place, its reason and what to do, and nothing else is lost."""

import gzip
import random
from pathlib import Path

import pytest

import rasad.markup
import rasad.readers
from rasad.model import Page
from rasad.readers import MAX_PAGE_BYTES, SetAside, read_pages, read_stream

ARABIC = "قال وزير الخارجية إن المحادثات ستستمر في دمشق.\n" * 20


def aside(path: Path) -> SetAside:
    (found,) = read_pages(path)
    assert isinstance(found, SetAside)
    assert found.path == str(path)
    assert found.what_to_do
    return found


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.html", b"", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("blank.txt", b" \n\n", "no text"),
        ("tags.html", b"<html><body></body></html>", "no text"),
        ("binary.txt", bytes(range(256)), "NUL"),
        ("binary.html", b"<html>\x00\x00", "NUL"),
        ("noise.txt", bytes(random.Random(1).choices(range(128, 256), k=3000)), "no charset"),
        ("broken.txt", ARABIC.encode().replace("و".encode(), b"\xff"), "broken as UTF-8"),
        ("damaged.txt.gz", gzip.compress(ARABIC.encode(), mtime=0)[:-20], "damaged"),
    ],
)
def test_a_bad_file(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert why in aside(path).why


@pytest.mark.parametrize("name", ["large.txt", "large.html"])
def test_a_page_too_large(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"a" * (MAX_PAGE_BYTES + 1))
    assert f"larger than {MAX_PAGE_BYTES // 1_000_000} MB" in aside(path).why


def test_few_broken_bytes_are_read_and_show(tmp_path: Path) -> None:
    data = bytearray(ARABIC.encode())
    data[100] = 0xFF
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    (page,) = read_pages(path)
    assert isinstance(page, Page)
    assert "\ufffd" in page.text
    assert page.media.startswith("text/plain; charset=utf-8; replaced=")


def test_bad_lines_do_not_take_the_good_ones_with_them(tmp_path: Path) -> None:
    bad = [
        b"not json", b'{"text": 5}', b'{"x": 1}', b"[1]", b'{"text": "\xff"}', b'{"text": "a\\u0000"}',
        b'{"text": " "}', b'{"text": "\\ud800"}', b'{"text": "' + b"x" * (MAX_PAGE_BYTES + 100_000) + b'"}',
    ]  # fmt: skip
    path = tmp_path / "pages.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "first"}\n')
        file.write(b"\n".join(bad))
        file.write(b'\n{"text": "last"}')
    found = list(read_pages(path))
    assert [one.text for one in found if isinstance(one, Page)] == ["first", "last"]
    lines = [one.line for one in found if isinstance(one, SetAside)]
    assert lines == list(range(2, 2 + len(bad)))
    assert str(found[1]).startswith(f"{path}:2: the line is no page")


def test_a_damaged_archive_gives_the_pages_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(b'{"text": "%d"}\n' % n for n in range(50_000)))[:-50])
    found = list(read_pages(path))
    assert sum(isinstance(one, Page) for one in found) > 1000
    assert isinstance(found[-1], SetAside)


def test_missing_path_and_folder_without_pages(tmp_path: Path) -> None:
    assert "no such file" in aside(tmp_path / "missing").why
    (tmp_path / "only").mkdir()
    (tmp_path / "only" / ".hidden").write_text("x")
    assert "no pages" in aside(tmp_path / "only").why


@pytest.mark.parametrize(
    ("fault", "why"), [(PermissionError("no"), "may not be read"), (OSError("disk"), "out of reach")]
)
def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, why: str) -> None:
    """Tests may run as root, whom no permission stops: the refusal is simulated."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("متن")
    really_opened = rasad.readers.opened

    def opened(path: Path) -> object:
        if path.name == "a.txt":
            raise fault
        return really_opened(path)

    monkeypatch.setattr(rasad.readers, "opened", opened)
    bad, good = read_pages(tmp_path)
    assert isinstance(bad, SetAside)
    assert why in bad.why
    assert isinstance(good, Page)


def test_markup_nested_without_end_is_not_searched_for_its_article() -> None:
    deep = "<html><body>" + "<div>" * 100_000 + "متن"
    (page,) = read_stream(deep.encode(), "deep.html")
    assert isinstance(page, Page)
    assert page.text == "متن"
    # Searched for its main content, this page takes minutes.
    assert rasad.markup._too_deep(deep)
    assert not rasad.markup._too_deep("<div><p>متن</p></div>" * 10_000)


def test_a_stream_is_judged_like_a_file() -> None:
    (found,) = read_stream(b"", "-")
    assert found == SetAside("-", None, "the file is empty", "leave it out, or capture the page again")
