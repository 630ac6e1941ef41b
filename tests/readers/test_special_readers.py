"""Feeds, archives, exports, saved pages and tables: what the readers of special kinds make of them."""

import gzip
import json
import re
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from rasad.model import Page
from rasad.readers import SetAside, read_pages, read_stream, reader_of, readers

ARTICLE = (
    "قال وزير الخارجية إن المحادثات التي جرت في العاصمة أمس كانت مثمرة وإن الطرفين اتفقا على مواصلتها الأسبوع المقبل."
)
HTML = f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>محادثات</title></head><body><p>{ARTICLE}</p>'
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>خبرگزاری نمونه</title>
<language>fa-IR</language><item><title>دیدار وزیران</title><link>https://example.ir/1</link><category>سیاست</category>
<description>&lt;p&gt;وزیران &lt;b&gt;می‌گویند&lt;/b&gt;&lt;/p&gt;&lt;p&gt;دو&lt;/p&gt;</description>
<pubDate>Sun, 01 Dec 2024 23:30:00 +0330</pubDate></item>
<item><title>تنها عنوان</title></item><item/></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>موقع</title><entry><title>خبر</title><id>x</id>
<link href="https://example.com/2"/><updated>2024-12-02T00:00:00Z</updated><published>2024-12-01T00:00:00Z</published>
<content type="html">&lt;p&gt;قال الوزير&lt;/p&gt;</content><author><name>كاتب</name></author></entry></feed>"""
CHANNEL = {
    "name": "کانال نمونه", "type": "public_channel", "id": 77, "messages": [
        {"id": 1, "type": "service", "text": ""},
        {"id": 2, "type": "message", "date": "2024-12-01T10:00:00", "edited": "2024-12-02T10:00:00",
         "forwarded_from": "خبرگزاری دیگر", "text": ["متن ", {"type": "bold", "text": "می‌رود"}, " پایان"]},
        {"id": 3, "type": "message", "date": "2024-12-01T11:00:00", "photo": "a.jpg", "text": ""},
        {"id": 4, "type": "message", "date": "2024-12-03T11:00:00", "text": "ساده"},
    ],
}  # fmt: skip
EXPORT = """<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">کانال نمونه</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">1 December 2024</div></div>
<div class="message default clearfix" id="message5"><div class="body"><div class="pull_right date details"
title="01.12.2024 10:11:12 UTC+03:30">10:11</div><div class="from_name">کانال نمونه</div><div class="forwarded body">
<div class="from_name">خبرگزاری دیگر <span class="date details" title="30.11.2024 01:00:00">01</span></div>
<div class="text">خط یک<br>می‌رود</div></div></div></div></div></div></div></body></html>"""
SHOWN = """<!DOCTYPE html><html><head></head><body class="tgme_body">
<div class="tgme_channel_info_header_title">کانال</div>
<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="kanal/12"><div
class="tgme_widget_message_text js-message_text">متن پیام</div><time datetime="2024-12-01T06:00:00+00:00">9:30</time>
</div></div></body></html>"""


def pages(data: bytes | str, name: str = "x") -> list[Page]:
    found = list(read_stream(data.encode() if isinstance(data, str) else data, name))
    assert not [one for one in found if isinstance(one, SetAside)], found
    return [one for one in found if isinstance(one, Page)]


def asides(data: bytes | str, name: str = "x") -> list[SetAside]:
    found = read_stream(data.encode() if isinstance(data, str) else data, name)
    return [one for one in found if isinstance(one, SetAside)]


def mhtml() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.com/3"
    message["Subject"] = "محادثات مثمرة"
    message["Date"] = "Mon, 2 Dec 2024 10:00:00 -0000"
    message.make_related()
    message.add_related(HTML.encode(), "text", "html", cid="<a@mhtml>")
    message.add_related(b"\x89PNG\x00", "image", "png")
    return message.as_bytes()


def warc(gz: bool = False) -> bytes:
    records = b""
    for status, media, content in (
        ("200 OK", "text/html; charset=utf-8", HTML), ("200 OK", "image/png", "x"),
        ("404 Not Found", "text/html", HTML),
    ):  # fmt: skip
        block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n{content}".encode()
        head = (
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/4\r\n"
            "WARC-Date: 2024-12-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        records += gzip.compress(record) if gz else record
    return records


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (RSS, "feed"), (ATOM, "feed"), (json.dumps(CHANNEL), "telegram"), (EXPORT, "telegram_html"),
        (SHOWN, "telegram_html"), (mhtml(), "mhtml"), (warc(), "warc"), (b"PAR1....", "parquet"), (HTML, "html"),
        ('{"text": "x"}', "jsonl"), ("<?xml version='1.0'?><html><body>x", "html"), ("متن ساده", "text"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_content(data: bytes | str, reader: str) -> None:
    head = data.encode() if isinstance(data, str) else data
    assert reader_of(head[:4096], "no.name") is readers()[reader]


def test_rss() -> None:
    found = list(read_stream(RSS.encode(), "feed.xml"))
    first, second, third = found
    assert isinstance(first, Page)
    assert first.text == "دیدار وزیران\n\nوزیران می\u200cگویند\n\nدو"
    assert [part.kind for part in first.ranges] == ["title", "body"]
    out = first.outside
    assert (out.url, out.title, out.publisher) == ("https://example.ir/1", "دیدار وزیران", "خبرگزاری نمونه")
    assert (out.published, out.lang) == ("2024-12-01", "fa"), "the day as it was written, in its own zone"
    assert ("section", "سیاست", "feed:category") in {(f.field, f.value, f.rule) for f in first.stated}
    assert isinstance(second, Page)
    assert second.text == "تنها عنوان"
    assert isinstance(third, SetAside)
    assert third.line == 3


def test_atom() -> None:
    (page,) = pages(ATOM)
    assert (page.text, page.outside.published) == ("خبر\n\nقال الوزير", "2024-12-01")
    assert {(found.kind, found.day) for found in page.dates} == {
        ("published", "2024-12-01"),
        ("modified", "2024-12-02"),
    }


@pytest.mark.parametrize("gz", [False, True])
def test_warc(tmp_path: Path, gz: bool) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(gz=gz))
    (page,) = read_pages(path)
    assert isinstance(page, Page)
    assert (page.outside.url, page.outside.retrieved_at) == ("https://example.com/4", "2024-12-04T10:00:00Z")
    assert ARTICLE in page.text


def test_a_damaged_warc_is_set_aside() -> None:
    assert asides(b"WARC/1.1\r\nbroken")
    found = list(read_stream(gzip.compress(warc())[:-40], "a.warc.gz"))
    assert isinstance(found[-1], SetAside)


def test_a_bomb_in_a_warc_leaves_the_other_pages_alone() -> None:
    """A record that unpacks to 60 MB, a thousand times its size, before one that is sound."""
    one = warc(gz=True)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"a" * 60_000_000
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/5\r\n"
        "WARC-Date: 2024-12-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789013>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    bomb = gzip.compress(head.encode() + block + b"\r\n\r\n")
    refused, page = read_stream(bomb + one, "a.warc.gz")
    assert isinstance(refused, SetAside)
    assert "larger than 10 MB" in refused.why
    assert isinstance(page, Page)


def test_telegram() -> None:
    forwarded, plain = pages(json.dumps(CHANNEL, ensure_ascii=False, indent=1), "result.json")
    assert (forwarded.text, forwarded.outside.id) == ("متن می\u200cرود پایان", "telegram:77:2")
    assert (forwarded.outside.origin, forwarded.outside.publisher) == ("خبرگزاری دیگر", "کانال نمونه")
    assert {(d.kind, d.day) for d in forwarded.dates} == {("published", "2024-12-01"), ("modified", "2024-12-02")}
    assert (plain.text, plain.outside.origin) == ("ساده", None)


def test_telegram_account_leaves_private_chats_alone() -> None:
    chat = {"name": "A", "type": "personal_chat", "id": 1, "messages": [{"id": 1, "type": "message", "text": "x"}]}
    whole = {"about": "", "personal_information": {"name": "me"}, "chats": {"about": "", "list": [chat, CHANNEL]}}
    found = list(read_stream(json.dumps(whole).encode(), "result.json"))
    assert [one.text for one in found if isinstance(one, Page)] == ["متن می\u200cرود پایان", "ساده"]
    (aside,) = (one for one in found if isinstance(one, SetAside))
    assert "no channel" in aside.why


def test_telegram_that_is_cut_off_gives_what_is_there() -> None:
    data = json.dumps(CHANNEL, ensure_ascii=False).encode()[:-30]
    found = list(read_stream(data, "result.json"))
    assert isinstance(found[0], Page)
    assert isinstance(found[-1], SetAside)
    assert "cut off" in found[-1].why


def test_telegram_with_broken_names_and_halves_of_letters() -> None:
    for name, number in ((r"\uc", "1"), (r"\ud800x", "007"), ("x", "9" * 5_000)):
        head = f'{{"name": "{name}", "type": "public_channel", "id": {number}, '
        (page,) = pages(head + r'"messages": [{"id": 2, "text": "متن \ud800 دو"}]}', "result.json")
        assert page.text == "متن \ufffd دو"
        assert "\ud800" not in (page.outside.publisher or "")


def test_telegram_html() -> None:
    (page,) = pages(EXPORT, "messages.html")
    assert (page.text, page.outside.published) == ("خط یک\nمی\u200cرود", "2024-12-01")
    assert (page.outside.publisher, page.outside.origin) == ("کانال نمونه", "خبرگزاری دیگر")
    (page,) = pages(SHOWN)
    assert (page.outside.url, page.outside.publisher) == ("https://t.me/kanal/12", "کانال")


def test_mhtml() -> None:
    (page,) = pages(mhtml(), "saved.mhtml")
    assert ARTICLE in page.text
    out = page.outside
    assert (out.url, out.title, out.retrieved_at) == ("https://example.com/3", "محادثات مثمرة", "2024-12-02")
    assert asides("From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nx\n--b--")


def test_mhtml_with_a_broken_subject_is_read() -> None:
    (page,) = pages(re.sub(rb"(?m)^Subject:.*$", b"Subject: =?utf-8?B?abcde?=", mhtml()), "a.mhtml")
    assert page.text


def test_the_folder_of_a_saved_page_is_no_page(tmp_path: Path) -> None:
    saved = f"<!-- saved from url=(0024)https://example.com/5 -->{HTML}"
    (tmp_path / "page.html").write_text(saved)
    for name in ("page_files/frame.html", "page_files/style.css", "other_files/note.txt", "photo.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HTML)
    found = [page for page in read_pages(tmp_path) if isinstance(page, Page)]
    assert [page.outside.id for page in found] == ["note", "page"]
    assert found[1].outside.url == "https://example.com/5"


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: Parquet was NOT tested")
    import pyarrow.parquet as parquet

    days = ["1402-08-10", None, None]
    table = pyarrow.table({"text": ["متن", None, "دو"], "url": ["u", None, None], "date": days, "n": [1, 2, 3]})
    path = tmp_path / "pages.parquet"
    parquet.write_table(table, path)
    one, two, three = read_pages(path)
    assert isinstance(one, Page)
    assert (one.text, one.outside.id, one.outside.published) == ("متن", "pages:1", "2023-11-01")
    assert isinstance(two, SetAside)
    assert isinstance(three, Page)
    parquet.write_table(pyarrow.table({"n": [1]}), path)
    (aside,) = read_pages(path)
    assert isinstance(aside, SetAside)
    assert "no column" in aside.why
    path.write_bytes(b"PAR1 broken")
    (aside,) = read_pages(path)
    assert isinstance(aside, SetAside)


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (aside,) = asides(b"PAR1")
    assert "pip install 'rasad[parquet]'" in aside.what_to_do


def test_text_written_twice_is_read_once() -> None:
    text = "وزیر امور خارجه گفت که می‌رود."
    (page,) = pages(text.encode().decode("latin-1"))
    assert page.text == text
