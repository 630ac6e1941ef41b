"""JSON Lines: one page a line, read one line at a time; a bad line is set aside and the others survive."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from rasad.capture import dated, page_of
from rasad.errors import PageError
from rasad.markup import page_of_html
from rasad.model import Outside, Page, Range
from rasad.readers import MAX_PAGE_BYTES, SetAside, opened, set_aside, stem

DESCRIPTION = "JSON Lines, one page a line: text or html, and id, url, retrieved_at, published, title, lang, publisher"

_OBJECT = re.compile(rb"\s*\{\s*\"")


class _Paragraph(Struct):
    text: str | None = None


class _Line(Struct):
    """What a line may hold. Other keys are passed over."""

    id: str | int | None = None
    url: str | None = None
    retrieved_at: str | None = None
    published: str | None = None
    date: str | None = None
    title: str | None = None
    subtitle: str | None = None
    lang: str | None = None
    publisher: str | None = None
    text: str | None = None
    html: str | None = None
    content: list[_Paragraph] = []


_decoder = msgspec.json.Decoder(_Line)


def recognises(head: bytes, name: str) -> bool:
    """Tell by an object at the beginning, or by the name."""
    return bool(_OBJECT.match(head.removeprefix(b"\xef\xbb\xbf"))) or name.endswith((".jsonl", ".ndjson", ".json"))


def read(path: Path) -> Iterator[Page | SetAside]:
    """Read the pages of a file."""
    with opened(path) as stream:
        yield from read_from(stream, str(path))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the pages of a stream, with the memory of one line."""
    seen = False
    for number, line in enumerate(_lines(stream), start=1):
        if line is not None and not line.strip():
            continue
        seen = True
        try:
            yield _page(line, f"{stem(name)}:{number}")
        except PageError as fault:
            yield set_aside(name, number, fault)
    if not seen:
        yield SetAside(name, None, "the file is empty", "leave it out, or capture the pages again")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines; None stands for one that is too long to keep."""
    while line := stream.readline(MAX_PAGE_BYTES):
        if len(line) < MAX_PAGE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(MAX_PAGE_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def _page(line: bytes | None, default_id: str) -> Page:
    if line is None:
        raise PageError(
            f"the line is larger than {MAX_PAGE_BYTES // 1_000_000} MB", "give every page a line of its own"
        )
    try:
        fields = _decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise PageError(f"the line is no page ({fault})", "write one JSON object a line, in UTF-8") from fault
    outside = Outside(
        str(fields.id) if fields.id is not None else default_id,
        fields.url, fields.retrieved_at, fields.published, fields.title, fields.lang, fields.publisher,
    )  # fmt: skip
    page = page_of_html(fields.html, outside) if fields.html is not None else _plain(fields, outside)
    key, written = ("published", fields.published) if fields.published else ("date", fields.date or "")
    return dated(page, [("published", written, f"jsonl:{key}")]) if fields.html is None else page


def _plain(fields: _Line, outside: Outside) -> Page:
    """Make the page of a line with plain text, or with a text cut into title, subtitle and paragraphs."""
    if fields.text is not None:
        return page_of(fields.text, outside, "text/plain")
    paragraphs = [p.text for p in fields.content if p.text]
    parts = [part for part in (fields.title, fields.subtitle, *paragraphs) if part]
    if not parts:
        raise PageError("the line has neither text nor html", "put the page under the key `text` or `html`")
    text = "\n\n".join(parts)
    if not fields.title or len(parts) == 1:
        return page_of(text, outside, "text/plain")
    end = len(fields.title)
    ranges = (Range(0, end, "title", "jsonl:title"), Range(end + 2, len(text), "body", "jsonl:content"))
    return page_of(text, outside, "text/plain", ranges)
