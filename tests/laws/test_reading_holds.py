"""Nothing that comes in breaks the readers or the first stages: broken files, bombs, depths, floods; in time."""

import gzip
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasad.model import Document, Page
from rasad.packs import load
from rasad.pipeline import analyse
from rasad.readers import SetAside, read_pages, read_stream, readers
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges
from rasad.stages.repair_text import repair_text
from rasad.stages.split_sentences import split_sentences
from readers.test_special_readers import ATOM, EXPORT, HTML, RSS, SHOWN, mhtml, warc

STAGES = (find_language, find_ranges, repair_text, split_sentences)
SIZE = 200_000
SECONDS = 2 * SIZE / 100_000
"""Of this process alone: twice what is allowed, since machines that run tests are slow."""
SEEDS = [
    RSS.encode(), ATOM.encode(), EXPORT.encode(), HTML.encode(), SHOWN.encode(), mhtml(), warc(),
    b'{"name": "c", "type": "public_channel", "id": 1, "messages": [{"id": 2, "text": ["a", {"text": "b"}]}]}',
    b'{"text": "\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85", "url": "u"}\n{"html": "<p>x</p>"}', "متن ساده.\n«دو»".encode(),
    b"PAR1\x15\x00", gzip.compress(b"text"),
]  # fmt: skip
PIECES = [
    b"<", b">", b"{", b"}", b'"', b"\x00", b"\xff", b"\r\n", b"[", b"]", b"\\u", b"</", b"<!--", b"&#0;", b"WARC/1.1",
    b"--b",
]  # fmt: skip
long = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A file of any kind with some of its bytes gone, doubled or replaced."""
    data: bytes = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        put = draw(st.sampled_from([b"", data[start:end] * 2, *PIECES]) | st.binary(max_size=6))
        data = data[:start] + put + data[end:]
    return data


def staged(page: Page) -> Document:
    doc = Document(page)
    for stage in STAGES:
        doc = stage(doc, load())
    return doc


@long
@given(broken(), st.sampled_from(["x", *(f"a.{name}" for name in ("html", "xml", "json", "warc", "mhtml", "parquet"))]))
def test_broken_files_are_pages_or_set_aside(data: bytes, name: str) -> None:
    for found in read_stream(data, name):
        if isinstance(found, SetAside):
            assert found.why
            assert found.what_to_do
        else:
            staged(found)


@long
@given(broken())
def test_every_reader_takes_what_is_not_its_own(data: bytes) -> None:
    for reader in readers().values():
        for found in reader.read_from(io.BytesIO(data), "x"):
            assert isinstance(found, Page | SetAside)


@pytest.mark.parametrize(
    "unit",
    [
        "...", "؟؟", "ها ", "می", "««", '" ', "‘", " ،", "\u200c", "\u202e", "a\u0301\u0301", "\u064b", "Ø§", "ط§ظ„",
        "Ç ",
        "12۳", "۱/", ":: ", "م.", "خانه‌های ", "گفت: ", "قال ", "\n", "x", "<", "https://", "ـ", "\u2067", "(((", "A ",
    ],
)  # fmt: skip
def test_floods_are_read_in_time(unit: str) -> None:
    text = ("متن. " + unit * SIZE)[:SIZE]
    started = time.process_time()
    for found in read_stream(text.encode(), "x.txt"):
        if isinstance(found, Page):
            doc = staged(found)
            for note in doc.notes:
                assert 0 <= note.start <= note.end <= len(doc.reading)
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    ("head", "unit", "tail"),
    [
        ("<html><body>", "<div>", "متن"), ("<html><body>", "<b><i>", "متن"), ("<html><body>", "<table><tr><td>", "متن"),
        ("<html><head>", '<meta name="a" content="b">', "</head><body>متن"),
        ("<html><body>", '<p class="share related">x', ""),
        ("<html><body>", "<h1>a</h1>", "<p>متن"), ("<html><body>", "<article>", "متن"),
        ("<html><body>", "<a href=x>y</a>", "z"),
        ('<html><script type="application/ld+json">', '{"@graph":[', "</script><body>متن"),
        ("<html><body>", "<time datetime=x>", "z"),
        ('{"text": ', "[", ""), ('{"text": ', '{"a":', ""),
        ('{"name":"c","type":"public_channel","messages":[', "[", ""),
        ("<rss><channel>", "<item><title>x</title></item>", ""), ("<rss><channel>", "<item>", ""), ("<rss>", "<a>", ""),
        ('<!DOCTYPE html><div class="history">', '<div class="message default"><div class="text">x</div></div>', ""),
        ("From: x\nContent-Type: multipart/related; boundary=b\n\n",
         "--b\nContent-Type: multipart/mixed; boundary=b\n\n", ""),
    ],
)  # fmt: skip
def test_depths_and_crowds_are_read_in_time(head: str, unit: str, tail: str) -> None:
    data = (head + unit * (SIZE // len(unit)) + tail).encode()
    started = time.process_time()
    for _ in read_stream(data, "x"):
        pass
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.html.gz", "a.warc.gz", "a.xml.gz"])
def test_bombs_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    start = {"a.jsonl.gz": b'{"text": "', "a.html.gz": b"<html>", "a.warc.gz": b"WARC/1.1\r\n", "a.xml.gz": b"<rss>"}
    with gzip.open(path, "wb") as file:
        file.write(start.get(name, b""))
        for _ in range(150):
            file.write(b"a" * 1_000_000)
    found = list(read_pages(path))
    assert [one for one in found if isinstance(one, Page)] == []
    assert found
    assert all(isinstance(one, SetAside) and one.why for one in found)


def test_entities_of_a_feed_do_not_explode() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    feed = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss><channel><item><title>&l12;</title></item></channel></rss>'
    started = time.process_time()
    for found in read_stream(feed.encode(), "x.rss"):
        assert isinstance(found, SetAside) or len(found.text) < SIZE
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_a_line_of_ten_megabytes_is_refused(name: str) -> None:
    line = "الف " * 1_450_000
    data = {"a.txt": line, "a.html": f"<html><body><p>{line}", "a.jsonl": f'{{"text": "{line}"}}'}[name].encode()
    for whole in (data, data[: len(data) // 2].decode("utf-8", "ignore").encode()):
        (found,) = read_stream(whole, name)
        assert isinstance(found, SetAside)
        assert found.why.startswith(("the page is larger", "the line is", "the text is longer")), found.why


@pytest.mark.parametrize("unit", ["گفت: ", "گفت که ", "قال إن "])
def test_a_list_of_cues_says_nothing(unit: str) -> None:
    """A sentence has few words of saying; to weigh hundreds against each other took hours."""
    (page,) = read_stream((f"این متن از وزیر است. {unit}" + unit * 300).encode(), "x.txt")
    assert isinstance(page, Page)
    assert analyse(page, load()).heard == ()


@pytest.mark.parametrize("unit", ["ال", "ﷲ", "سیدعلی"])
def test_a_word_without_end_is_read_in_time(unit: str) -> None:
    (page,) = read_stream((f"قال الرئيس {unit}" + unit * (SIZE // 4)).encode(), "x.txt")
    assert isinstance(page, Page)
    started = time.process_time()
    analyse(page, load())
    assert time.process_time() - started < SECONDS
