"""Attacks by files of many parts: archives, saved pages, exports, feeds, tables, and the paths that they name."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator

import pyarrow
import pyarrow.parquet

from hostile.attack import MARK, Attack, line, told

NEWS = told("وزیر")
HTML = f"<html><head><title>خبر</title></head><body><p>{NEWS}</p></body></html>".encode()
TODAY = (
    "وزیر خارجه ایران امروز با بشار اسد در دمشق دیدار کرد.\nوزیر خارجه عراق فردا به تهران سفر می‌کند.\n"
    "سال گذشته روسیه به حلب حمله کرد.\nزار الرئيس التركي بغداد أمس. سيزور الرئيس العراقي طهران العام المقبل.\n"
)
"""Days that hang on the day of the page."""
UP = f"../../../../../../tmp/{MARK}"
PATHS = (UP, f"/tmp/{MARK}", "..\\..\\" + MARK, f"C:\\{MARK}.txt", "CON", ".", "..", "a\0b", "%2e%2e%2f" + MARK, "a" * 5000, "=cmd|x!A0", "\u202etxt.exe", "")
"""Names that lead elsewhere, or nowhere."""


def attacks() -> Iterator[Attack]:
    """Give them all."""
    for number, path in enumerate(PATHS, start=1):
        named = f"file:///{path}"
        yield Attack(f"warc-path-{number}", f"warc-path-{number:02}.warc", record(uri=named))
        yield Attack(f"mhtml-path-{number}", f"mhtml-path-{number:02}.mhtml", mhtml(where=path.replace("\0", "")))
        row = {"id": path, "text": NEWS, "url": named}
        yield Attack(f"line-path-{number}", f"line-path-{number:02}.jsonl", json.dumps(row).encode())
    for some in (_warcs(), _mhtmls(), _zips(), _lines(), _feeds(), _telegrams(), _tables()):
        yield from some


def record(body: bytes = HTML, *, uri: str = "https://example.org/", http: str = "", **head: str) -> bytes:
    """Make a WARC record of one response."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{http}\r\n".encode() + body
    fields = {
        "WARC-Type": "response", "WARC-Target-URI": uri, "WARC-Date": "2024-12-04T10:00:00Z",
        "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in head.items()}  # fmt: skip
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode("utf-8", "surrogatepass") + block + b"\r\n\r\n"


def _warcs() -> Iterator[Attack]:
    made = {
        "length-long": record(Content_Length="99999999999"), "length-huge": record(Content_Length="9" * 40),
        "length-below": record(Content_Length="-5"), "length-word": record(Content_Length="many"), "length-short": record(Content_Length="9") + record(),
        "cut": record()[:-300], "twice": record(record()), "version": record().replace(b"WARC/1.1", b"WARC/999"),
        "no-type": record().replace(b"WARC-Type", b"X-Type"), "no-end": b"WARC/1.1\r\nWARC-Type: response", "heads": b"WARC/1.1\r\n" + b"a: b\r\n" * 50_000,
        "head-long": record(X_Long="x" * 2_000_000), "date": record(WARC_Date="99999-99-99"), "date-formula": record(WARC_Date=f"=cmd|{MARK}"),
        "chunk": record(b"FFFFFFFFFFFFFFFF\r\n" + HTML, http="Transfer-Encoding: chunked\r\n"), "chunk-below": record(b"-1\r\n" + HTML, http="Transfer-Encoding: chunked\r\n"),
        "deflate": record(zlib.compress(bytes(40_000_000)), http="Content-Encoding: deflate\r\n"), "gzip": record(gzip.compress(bytes(40_000_000), mtime=0), http="Content-Encoding: gzip\r\n"),
        "gzip-lie": record(HTML, http="Content-Encoding: gzip\r\n"), "brotli-lie": record(HTML, http="Content-Encoding: br\r\n"), "unknown": record(HTML, http="Content-Encoding: zzevil\r\n"),
        "charset": record().replace(b"charset=utf-8", b"charset=undefined"), "charset-idna": record(b"\xff" + HTML).replace(b"charset=utf-8", b"charset=idna"),
        "charset-nul": record(b"\xff\xfe" * 99 + HTML).replace(b"charset=utf-8", b"charset=a\0b"), "status": record().replace(b"200 OK", b"99999999999999 OK"), "inject": record(uri=f"https://x/\r\nWARC-Type: {MARK}"), "script": record(uri=f"javascript:{MARK}()"),
        "packed-twice": gzip.compress(record(), mtime=0) + gzip.compress(record(), mtime=0)[:-9], "noise-between": record() + b"\xff\x00" * 999 + record(), "empty-body": record(b""),
    }  # fmt: skip
    for name, data in made.items():
        yield Attack(f"warc-{name}", f"warc-{name}.warc", data)
    flood = gzip.compress(record(bytes(30_000_000)), mtime=0)
    yield Attack("warc-bomb", "warc-bomb.warc.gz", flood + gzip.compress(record(), mtime=0))


def mhtml(body: bytes = HTML, *, where: str = "https://example.org/", head: str = "", part: str = "") -> bytes:
    """Make a saved page."""
    start = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {where}\r\nSubject: {where}\r\n{head}MIME-Version: 1.0\r\n"
    parts = f'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: {where}\r\n{part}\r\n'
    return (start + parts).encode("utf-8", "surrogatepass") + body + b"\r\n--b--\r\n"


def _mhtmls() -> Iterator[Attack]:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(400))
    head = b"Content-Type: multipart/related; boundary=b\r\n\r\n"
    made = {
        "deep": deep.replace("mixed", "related", 1).encode(), "no-boundary": b"Content-Type: multipart/related\r\n\r\n" + HTML, "no-part": head,
        "base64": mhtml(b"!!!!" * 999, part="Content-Transfer-Encoding: base64\r\n"), "quoted": mhtml(b"=ZZ=" * 9999, part="Content-Transfer-Encoding: quoted-printable\r\n"),
        "uu": mhtml(b"begin 666 ../../zzevil\nM9999", part="Content-Transfer-Encoding: x-uuencode\r\n"), "encoding": mhtml(part="Content-Transfer-Encoding: zzevil\r\n"),
        "charset": mhtml(b"\xff" + HTML).replace(b"text/html", b"text/html; charset=undefined"), "charset-idna": mhtml(b"\xff" + HTML).replace(b"text/html", b"text/html; charset=idna"),
        "charset-nul": mhtml(b"\xff\xfe" * 99 + HTML).replace(b"text/html", b"text/html; charset=a\0b"), "word": mhtml(head="Subject: =?undefined?b?zz?= =?utf-8?q?=ZZ?=\r\n"), "subject": mhtml(where="=?utf-8?b?PHNjcmlwdD56emV2aWwoKTwvc2NyaXB0Pg==?="), "subject-raw": mhtml(where=f"<script>{MARK}()"),
        "date": mhtml(head="Date: Mon, 99 Foo 99999999999999 99:99:99 +99999999\r\n"), "heads": b"A: b\r\n" * 50_000 + mhtml(), "boundary": head.replace(b"=b", b"=" + b"b" * 90_000) + HTML,
        "parts": head + b"--b\r\n\r\nx\r\n" * 9000 + b"--b--", "name": mhtml(part=f'Content-Disposition: attachment; filename="{UP}"\r\n'), "params": mhtml(part="Content-Type: text/html; " + "a*0=x; " * 3000 + "\r\n"),
    }  # fmt: skip
    for name, data in made.items():
        yield Attack(f"mhtml-{name}", f"mhtml-{name}.mhtml", data)


def _zips() -> Iterator[Attack]:
    """Zip is no kind that is read: whatever lies in it stays there."""
    for name, inner in (("slip", f"{UP}.txt"), ("plain", "page.txt"), ("word.docx", "word/document.xml")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr(inner, NEWS)
        yield Attack(f"zip-{name}", f"zip-{name}" if "." in name else f"zip-{name}.zip", out.getvalue())


def _lines() -> Iterator[Attack]:
    news = json.dumps(NEWS)
    made = {
        "deep": '{"text": ' + "[" * 100_000, "deep-other": '{"text": ' + news + ', "x": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}",
        "double": f'{{"text": "x", "text": {news}, "id": 1, "id": 2}}', "huge": f'{{"text": {news}, "id": {"9" * 5000}}}', "float": f'{{"text": {news}, "id": 1e999}}',
        "nan": f'{{"text": {news}, "id": NaN}}', "types": '{"text": {"a": 1}, "url": [], "published": 5}', "half": '{"text": "\\ud800 \\udfff\\ud800"}', "half-id": f'{{"text": {news}, "id": "\\ud800"}}',
        "half-url": f'{{"text": {news}, "url": "\\udc80", "publisher": "\\udc80", "title": "\\udc80"}}', "nul-url": f'{{"text": {news}, "url": "a\\u0000b", "id": "a\\u0000b"}}', "id-lines": f'{{"text": {news}, "id": "a\\nb\\r\\n\\u2028c"}}',
        "date": f'{{"text": {news}, "published": "9999-12-31", "retrieved_at": "9999-12-31T23:59:59Z"}}', "date-first": f'{{"text": {news}, "published": "0001-01-01", "retrieved_at": "0001-01-01"}}',
        "date-none": f'{{"text": {news}, "published": "99999-99-99", "retrieved_at": "soon"}}', "date-hijri": f'{{"text": {news}, "published": "1699-12-30"}}', "lang": f'{{"text": {news}, "lang": "../../x"}}',
        "url-long": f'{{"text": {news}, "url": "https://x/{"a" * 900_000}"}}', "url-host": f'{{"text": {news}, "url": "https://[::1/%zz@:99999/"}}', "title-long": f'{{"title": "{"ا" * 500_000}", "text": {news}}}',
        "pieces": '{"title": "x", "content": [' + '{"text": "دیدار"},' * 3000 + '{"text": null}]}', "array": "[" + news + "]", "marks": "\ufeff\ufeff{}", "comma": '{"text": "x",}', "single": "{'text': 'x'}", "null": '{"text": null, "html": null}',
        "html": json.dumps({"html": f"<script>{MARK}()</script><p>{NEWS}", "id": f"<script>{MARK}()"}), "same-id": f'{{"text": "{"خبر یک"}", "id": "a"}}\n{{"text": "خبر دو", "id": "a"}}', "tail": f'{{"text": {news}}} zz',
    }  # fmt: skip
    for name, data in made.items():
        yield Attack(f"lines-{name}", f"lines-{name}.jsonl", data.encode("utf-8", "surrogatepass"))
    for day in ("0001-01-01", "0001-01-02", "0622-03-20", "9999-12-31", "9999-12-30", "1925-01-01", "2500-06-06"):
        yield line(f"lines-on-{day}", text=TODAY + NEWS, published=day, retrieved_at=day)
    yield Attack("lines-bad-utf8", "lines-bad-utf8.jsonl", b'{"text": "\xff\xfe", "id": "\xc0\xaf"}')


def _feeds() -> Iterator[Attack]:
    def feed(item: str, head: str = "") -> bytes:
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{item}</channel></rss>'.encode("utf-8", "surrogatepass")

    spaces = " ".join(f"xmlns:n{n}='u{n}'" for n in range(2000))
    story = f"<title>خبر</title><description>{NEWS}</description>"
    made = {
        "script": feed(f"<item><title>&lt;script&gt;{MARK}()&lt;/script&gt;</title><link>javascript:{MARK}()</link><description>&lt;img src=x onerror={MARK}()&gt; {NEWS}</description></item>"),
        "title": feed(f"<item>{story}</item>", f"<title>=cmd|'{MARK}'!A0</title><language>{'x' * 5000}</language>"), "date": feed(f"<item>{story}<pubDate>Mon, 99 Foo 999999999999 99:99:99 +999999</pubDate></item>"),
        "deep": feed("<item>" * 300 + story), "items": feed("<item><title>خبر</title></item>" * 200), "cut": feed(f"<item>{story}")[:-60], "encoding": feed(f"<item>{story}</item>").replace(b'"1.0"', b'"1.0" encoding="zzevil"'),
        "encoding-utf7": feed(f"<item>{story}</item>").replace(b'"1.0"', b'"1.0" encoding="utf-7"'), "base64": b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="application/octet-stream">!!zz' + b"!" * 999 + b"</content></entry></feed>",
        "source": feed(f"<item>{story}<source url='file:///etc/passwd'>&lt;b&gt;{MARK}</source></item>"), "namespaces": feed(f"<item {spaces}>{story}</item>"), "path": b"<rss>" + b"/etc/passwd",
    }  # fmt: skip
    for name, data in made.items():
        yield Attack(f"feed-{name}", f"feed-{name}.xml", data)


def _telegrams() -> Iterator[Attack]:
    def chat(*messages: object, **head: object) -> bytes:
        return json.dumps({"name": f"<script>{MARK}()", "type": "public_channel", "id": UP} | head | {"messages": list(messages)}).encode()

    post = {"id": 1, "type": "message", "date": "2024-12-01T10:00:00", "text": NEWS}
    shown = f'<!DOCTYPE html><html><body class="tgme_body"><div data-post="{UP}"><div class="tgme_widget_message_text">{NEWS}</div><time datetime="99999-99-99"></time></div>'
    export = f'<!DOCTYPE html><html><body><div class="page_header"><div class="text">{MARK}</div></div><div class="message default" id="message{"9" * 9000}"><div class="date details" title="99.99.9999"></div><div class="text">{NEWS}</div></div>'
    made = {
        "path.json": chat(post), "types.json": chat({**post, "id": [1], "date": {"a": 1}, "author": 5, "forwarded_from": [2]}, {**post, "text": [1, None, {"text": [2]}, {"text": {"a": 1}}, NEWS]}, 5, None, []),
        "deep.json": chat(post)[:-2] + b"," + b"[" * 50_000, "cut.json": chat(post)[:-40], "half.json": chat({**post, "text": "\ud800 خبر", "author": "\udfff"}), "date.json": chat({**post, "date": "9" * 999, "edited": "-1"}),
        "id.json": chat({**post, "id": 10**4000}), "private.json": chat(post, type="personal_chat"), "huge.json": chat(post).replace(b'"id": 1,', b'"id": ' + b"9" * 6000 + b","), "shown.html": shown.encode(), "export.html": export.encode(),
    }  # fmt: skip
    for name, data in made.items():
        yield Attack(f"telegram-{name}", f"telegram-{name}", data)


def _tables() -> Iterator[Attack]:
    def table(**columns: list[object]) -> bytes:
        out = io.BytesIO()
        pyarrow.parquet.write_table(pyarrow.table(columns), out)
        return out.getvalue()

    sound = table(text=[NEWS, "\0", None, " "], id=[UP, "=1", None, "x"])
    made = {
        "path": sound, "mark": b"PAR1PAR1", "cut": sound[:-9], "length": sound[:-8] + b"\xff\xff\xff\x7fPAR1", "flipped": sound[:-60] + bytes(b ^ 255 for b in sound[-60:-8]) + sound[-8:],
        "types": table(text=[b"\xff\xfe", b"x"], id=[1.5, None]), "nested": table(text=[["a"], ["b"]]), "numbers": table(text=[1, 2]), "none": table(x=[1]), "empty": table(text=[]), "wide": table(text=["ا" * 1_500_000]),
    }  # fmt: skip
    for name, data in made.items():
        yield Attack(f"table-{name}", f"table-{name}.parquet", data)
