"""HTML: one page a file."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from rasad.charset import decode
from rasad.errors import PageError
from rasad.markup import declared_charset, page_of_html
from rasad.model import Outside, Page
from rasad.readers import SetAside, set_aside, stem, whole

DESCRIPTION = "HTML, one page a file; menus stay in the text layer, marked as boilerplate"

_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|table)\b", re.IGNORECASE)


def recognises(head: bytes, name: str) -> bool:
    """Tell by the first tags, or by the name."""
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return (opening.startswith(b"<") and bool(_TAG.search(opening))) or name.endswith((".html", ".htm", ".xhtml"))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the page of a stream. Markup that is not closed is read as a browser would."""
    try:
        data = whole(stream)
        text, _ = decode(data, declared_charset(data))
        yield page_of_html(text, Outside(stem(name)))
    except PageError as fault:
        yield set_aside(name, None, fault)
