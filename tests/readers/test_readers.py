"""What the readers make of good input."""

import gzip
import hashlib
import io
import json
from pathlib import Path

import pytest

from rasad.model import Page, PageDate
from rasad.readers import SetAside, read_pages, read_stream, reader_of, readers

FA = "رئیس‌جمهور ایران با همتای خود گفت‌وگو کرد.\r\nسطر دوم\n"
ARTICLE = (
    "قال وزير الخارجية إن المحادثات التي جرت في العاصمة أمس كانت مثمرة وإن الطرفين اتفقا على مواصلتها الأسبوع المقبل."
)
HTML = f"""<!DOCTYPE html><html lang="ar-LB"><head><meta charset="utf-8"><title>محادثات مثمرة | موقع</title>
<meta property="og:title" content="محادثات مثمرة"><meta property="og:site_name" content="موقع">
<link rel="canonical" href="https://example.com/1">
<meta property="article:published_time" content="2024-12-01T23:00:00Z">
<meta itemprop="dateModified" content="2024-12-02"><script type="application/ld+json">{{"datePublished": "2024-12-01"}}
</script></head><body><nav><ul><li>الرئيسية<li>رياضة</ul></nav><article><h1>محادثات مثمرة</h1><p>{ARTICLE}</p>
<p>{ARTICLE} مرة ثانية.</p></article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def pages(path: Path) -> list[Page]:
    """Read a path that holds nothing bad."""
    found = list(read_pages(path))
    assert not [one for one in found if isinstance(one, SetAside)]
    return [one for one in found if isinstance(one, Page)]


def test_every_reader_has_what_a_reader_offers() -> None:
    known = set(readers())
    assert known >= {"feed", "html", "jsonl", "mhtml", "parquet", "telegram", "telegram_html", "text", "warc"}
    assert list(readers())[-1] == "text", "plain text takes what no other reader knows"
    for reader in readers().values():
        assert reader.DESCRIPTION
        assert not reader.recognises(b"", "")


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"<!DOCTYPE html>", "a.txt", "html"),
        (b"\xef\xbb\xbf \n<html>", "a", "html"),
        (b'{"text": 1}', "a.txt", "jsonl"),
        (b"not json", "a.jsonl.gz", "jsonl"),
        (b"words", "A.HTML", "html"),
        (b"words", "a.unknown", "text"),
        (b"<3 words", "a.txt", "text"),
    ],
)
def test_content_goes_before_the_name(head: bytes, name: str, expected: str) -> None:
    assert reader_of(head, name) is readers()[expected]


def test_plain_text_is_its_own_text_layer(tmp_path: Path) -> None:
    path = tmp_path / "page.one.txt"
    path.write_bytes(FA.encode())
    (page,) = pages(path)
    assert (page.text, page.outside.id, page.media) == (FA, "page.one", "text/plain")
    assert page.sha256 == hashlib.sha256(FA.encode()).hexdigest()


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_charsets(tmp_path: Path, charset: str) -> None:
    text = f"{ARTICLE}\n" * 3
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(charset))
    assert pages(path)[0].text == text


def test_persian_in_windows_1256_keeps_its_half_spaces(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes((FA.replace("ی", "ي") * 4).encode("windows-1256"))
    assert pages(path)[0].text == FA.replace("ی", "ي") * 4


def test_gzip_and_folders(tmp_path: Path) -> None:
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(FA.encode()))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text(FA)
    (tmp_path / "a.jsonl").write_text('{"text": "x", "id": "j"}')
    (tmp_path / ".hidden").write_text(FA)
    assert [page.outside.id for page in pages(tmp_path)] == ["j", "b", "c"]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "text": "متن", "url": "u", "retrieved_at": "2024-11-24", "published": "2017-01-20T21:43:00+01:00"},
        {"text": "متن", "date": "1402-08-10", "title": "عنوان", "lang": "fa", "publisher": "p", "tags": ["x"]},
        {"title": "عنوان", "subtitle": "چکیده", "content": [{"type": "p", "text": "بند"}, {"type": "img"}]},
        {"html": HTML, "url": "mine"},
    ]
    path = tmp_path / "all.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in rows))
    one, two, three, four = pages(path)
    assert (one.outside.id, one.outside.url, one.outside.retrieved_at) == ("7", "u", "2024-11-24")
    assert one.dates == (PageDate("published", "2017-01-20", "jsonl:published"),)
    assert (two.outside.id, two.outside.published, two.outside.title) == ("all:3", "2023-11-01", "عنوان")
    assert three.text == "عنوان\n\nچکیده\n\nبند"
    assert [(part.kind, three.text[part.start : part.end]) for part in three.ranges] == [
        ("title", "عنوان"),
        ("body", "چکیده\n\nبند"),
    ]
    assert (four.outside.url, four.outside.lang, four.media) == ("mine", "ar", "text/html")


def test_html_keeps_the_menus_and_marks_the_article(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HTML)
    (page,) = pages(path)
    told = [(part.kind, page.text[part.start : part.end]) for part in page.ranges]
    assert told[-4:] == [
        ("title", "محادثات مثمرة"),
        ("body", ARTICLE),
        ("body", f"{ARTICLE} مرة ثانية."),
        ("boilerplate", "جميع الحقوق محفوظة"),
    ]
    assert "الرئيسية" in page.text
    assert (page.outside.url, page.outside.title, page.outside.publisher) == (
        "https://example.com/1",
        "محادثات مثمرة",
        "موقع",
    )
    assert (page.outside.published, page.outside.lang) == ("2024-12-01", "ar")
    assert {(found.kind, found.day, found.rule) for found in page.dates} >= {
        ("published", "2024-12-01", "html:json-ld:datePublished"),
        ("published", "2024-12-01", "html:meta:article:published_time"),
        ("modified", "2024-12-02", "html:meta:datemodified"),
    }
    days = {(found.kind, found.day) for found in page.dates}
    assert days == {("published", "2024-12-01"), ("modified", "2024-12-02")}


def test_html_keeps_half_spaces_and_reads_what_is_not_closed() -> None:
    (page,) = read_stream("<html><body><div><p>می\u200cرود خانه&zwnj;ها <b>دو<p>سه".encode(), "-")
    assert isinstance(page, Page)
    assert page.text == "می\u200cرود خانه\u200cها دو\n\nسه"
    assert page.outside.id == "-"


def test_html_in_windows_1256() -> None:
    data = HTML.replace("utf-8", "windows-1256").encode("windows-1256")
    (page,) = read_stream(data, "page.html")
    assert isinstance(page, Page)
    assert ARTICLE in page.text


def test_lines_are_read_one_at_a_time() -> None:
    """A reader that reads ahead would need the memory of the file."""

    class Counting(io.BytesIO):
        asked = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.asked += 1
            return super().readline(size)

    stream = Counting(b'{"text": "x"}\n' * 100)
    found = readers()["jsonl"].read_from(stream, "many.jsonl")
    next(found)
    assert stream.asked == 1
