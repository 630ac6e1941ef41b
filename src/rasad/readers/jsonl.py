"""JSON Lines: one page a line, read one line at a time; a bad line is set aside and the others survive."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from rasad.errors import PageError
from rasad.model import Page
from rasad.page_fields import Fields, page_of_fields
from rasad.readers import MAX_PAGE_BYTES, SetAside, set_aside, stem

DESCRIPTION = "JSON Lines, one page a line: text or html, and id, url, retrieved_at, published, title, lang, publisher"

_OBJECT = re.compile(rb"\s*\{\s*\"")
_decoder = msgspec.json.Decoder(Fields)


def recognises(head: bytes, name: str) -> bool:
    """Tell by an object at the beginning, or by the name."""
    return bool(_OBJECT.match(head.removeprefix(b"\xef\xbb\xbf"))) or name.endswith((".jsonl", ".ndjson", ".json"))


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
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise PageError(f"the line is no page ({fault})", "write one JSON object a line, in UTF-8") from fault
    return page_of_fields(fields, default_id, "jsonl")
