"""WARC and WARC.gz: one page an HTML response, record by record, with the memory of one."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from rasad.charset import decode
from rasad.errors import PageError
from rasad.markup import declared_charset, page_of_html
from rasad.model import Outside, Page
from rasad.readers import HTML_TYPES, MAX_PAGE_BYTES, SetAside, set_aside, stem

DESCRIPTION = "WARC and WARC.gz, one page an HTML response; url and retrieved_at from the record"

_DONE = 200


def recognises(head: bytes, name: str) -> bool:
    """Tell by the first line, or by the name."""
    return head.startswith(b"WARC/") or name.endswith(".warc")


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the responses of a stream. Pictures, scripts, redirects and errors are passed over."""
    seen = False
    number = 0
    records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
    try:
        for number, record in enumerate(records, start=1):
            if not _is_page(record):
                continue
            seen = True
            try:
                yield _page(record, f"{stem(name)}:{number}")
            except PageError as fault:
                yield set_aside(name, number, fault)
    except (OSError, EOFError, ValueError) as fault:
        seen = True
        yield SetAside(name, number + 1, f"the archive is damaged ({fault})", "download it again")
    if not seen:
        yield SetAside(name, None, "the archive holds no HTML response", "leave it out, or capture the pages again")


def _is_page(record: Any) -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    return bool(record.is_http and status == _DONE and (record.http_content_type or "").lower() in HTML_TYPES)


def _page(record: WarcRecord, number: str) -> Page:
    try:
        data = record.reader.read(MAX_PAGE_BYTES + 1)
    except (OSError, ValueError, EOFError) as fault:
        raise PageError(f"the response is damaged ({fault})", "download it again") from fault
    if not data:
        raise PageError("the response is empty", "capture the page again")
    if len(data) > MAX_PAGE_BYTES:
        raise PageError(f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB", "leave it out")
    text, _ = decode(data, record.http_charset or declared_charset(data))
    headers = record.headers
    return page_of_html(text, Outside(number, headers.get("WARC-Target-URI"), headers.get("WARC-Date")))
