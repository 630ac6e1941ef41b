"""Plain text: one page a file."""

from collections.abc import Iterator
from typing import BinaryIO

from rasad.capture import page_of
from rasad.charset import decode
from rasad.errors import PageError
from rasad.model import Outside, Page
from rasad.readers import SetAside, set_aside, stem, whole

DESCRIPTION = "plain text, one page a file (UTF-8, UTF-16 with its mark, or windows-1256)"


def recognises(head: bytes, name: str) -> bool:
    """Tell by the name; plain text has no mark of its own."""
    return name.endswith((".txt", ".text", ".md"))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the page of a stream."""
    try:
        text, charset = decode(whole(stream))
        media = "text/plain" if charset == "utf-8" else f"text/plain; charset={charset}"
        yield page_of(text, Outside(stem(name)), media)
    except PageError as fault:
        yield set_aside(name, None, fault)
