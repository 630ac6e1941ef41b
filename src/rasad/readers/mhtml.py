"""MHTML: a page that a browser saved with everything on it, in one file. Its HTML is read, the rest is passed over."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import BinaryIO

from rasad.capture import sent_day
from rasad.charset import decode
from rasad.errors import PageError
from rasad.markup import declared_charset, page_of_html
from rasad.model import Outside, Page
from rasad.readers import HTML_TYPES, MAX_PAGE_BYTES, SetAside, set_aside, stem, whole

DESCRIPTION = "MHTML, as browsers save a page; url, title and retrieved_at from its head"

MAX_BYTES = 100_000_000
"""The largest file that is read: a page with its pictures has 1 to 20 MB."""

_HEAD = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"[\w-]+:")


def recognises(head: bytes, name: str) -> bool:
    """Tell by the head of a message that holds related parts, or by the name."""
    by_head = bool(_FIELD.match(head.lstrip()) and _HEAD.search(head))
    return by_head or name.endswith((".mhtml", ".mht"))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the page of a stream: the first part that is HTML."""
    try:
        message = message_from_bytes(whole(stream, MAX_BYTES))
        part = next((part for part in message.walk() if part.get_content_type() in HTML_TYPES), None)
        if part is None:
            raise PageError("the file holds no HTML", "save the page again, as MHTML or HTML")
        yield _page(message, part, Outside(stem(name)))
    except PageError as fault:
        yield set_aside(name, None, fault)
    except RecursionError:
        yield SetAside(name, None, "the parts of the file are nested without end", "save the page again")


def _page(message: Message, part: Message, outside: Outside) -> Page:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data:
        raise PageError("the page in the file is empty", "save the page again")
    if len(data) > MAX_PAGE_BYTES:
        raise PageError(f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB", "split it into single pages")
    text, _ = decode(data, part.get_content_charset() or declared_charset(data))
    url = _field(message, "Snapshot-Content-Location") or _field(part, "Content-Location")
    saved = Outside(outside.id, url, sent_day(str(message.get("Date") or "")), title=_field(message, "Subject"))
    return page_of_html(text, saved)


def _field(message: Message, name: str) -> str | None:
    """Give a field of the head as text; browsers write other letters than ASCII in code words."""
    try:
        return str(make_header(decode_header(str(message.get(name) or "")))).strip() or None
    except (LookupError, ValueError, MessageError):
        return None
