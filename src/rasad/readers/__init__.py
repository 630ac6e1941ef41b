"""Readers: from files to pages. The folder is the registry: a reader is a module here with three names.

`DESCRIPTION` says what it reads, `recognises(head, name)` whether the first bytes, or the name, are of its kind, and
`read_from(stream, name)` yields pages. A page that cannot be read becomes a `SetAside`, and the pages after it are
still read.
"""

import gzip
import io
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from pkgutil import iter_modules
from typing import Any, BinaryIO, Protocol, cast

from msgspec import Struct

from rasad.errors import PageError
from rasad.model import Page

MAX_PAGE_BYTES = 10_000_000
"""The largest page that is read. A long news page has 1 MB of markup; what is larger is a dump of many pages, and
reading it as one would take a worker's memory (parsed HTML is about ten times its bytes)."""

GENERAL = ("html", "jsonl", "text")
"""Asked last, in this order: others read a special kind of what they read; the last reads what none recognises."""

HTML_TYPES = ("text/html", "application/xhtml+xml")
"""The media types of an HTML page inside a file of many parts."""

MOST_UNPACKED = 200
"""How many times its packed size a file may unpack to: text packs to a tenth or a twentieth, a bomb to a thousandth."""
_SURELY_NO_BOMB = 50_000_000

_HEAD = 16_384
_GZIP = b"\x1f\x8b"
_ARCHIVE = b"WARC/"
# What lies about in the folders of saved pages and exports.
_FURNITURE = frozenset(
    (".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".avif", ".mp4", ".mp3", ".ogg", ".webm",
     ".woff", ".woff2", ".ttf", ".tgs", ".pdf")
)  # fmt: skip
_SAVED = "_files"
_PAGES = (".html", ".htm")


class SetAside(Struct, frozen=True):
    """Input that could not be read: where, why, and what to do. `line` counts from 1 in files of many pages."""

    path: str
    line: int | None
    why: str
    what_to_do: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.why}; {self.what_to_do}"


class Reader(Protocol):
    """What every module of this folder offers."""

    DESCRIPTION: str

    def recognises(self, head: bytes, name: str) -> bool: ...

    def read_from(self, stream: BinaryIO, name: str) -> Iterator[Page | SetAside]: ...


@cache
def readers() -> dict[str, Reader]:
    """Give the readers by name, in the order in which they are asked."""
    names = sorted(m.name for m in iter_modules(__path__) if m.name not in GENERAL)
    return {name: cast(Reader, import_module(f"{__name__}.{name}")) for name in (*names, *GENERAL)}


def reader_of(head: bytes, name: str) -> Reader:
    """Choose the reader by what the first bytes show, then by the name, then plain text."""
    by_content = (r for r in readers().values() if r.recognises(head, ""))
    by_name = (r for r in readers().values() if r.recognises(b"", name.lower().removesuffix(".gz")))
    return next(by_content, None) or next(by_name, None) or readers()[GENERAL[-1]]


def read_pages(path: Path) -> Iterator[Page | SetAside]:
    """Read every page of a file, or of a folder and the folders in it. Hidden files are passed over."""
    if path.is_dir():
        yield from _read_folder(path)
    elif path.exists():
        yield from _read_file(path)
    else:
        yield SetAside(str(path), None, "no such file or folder", "check the path")


def read_stream(data: bytes, name: str) -> Iterator[Page | SetAside]:
    """Read the pages of bytes that came without a file, such as standard input."""
    yield from read_open(io.BytesIO(data), name)


def opened(path: Path) -> BinaryIO:
    """Open a file for reading bytes."""
    return path.open("rb")


def stem(name: str) -> str:
    """Give the name of a file without folder and endings: `a/b.jsonl.gz` is `b`."""
    base = Path(name).name
    return Path(base.removesuffix(".gz")).stem or base


def set_aside(name: str, line: int | None, fault: PageError) -> SetAside:
    """Report a page that a helper refused."""
    why, what_to_do = (*fault.args, "look at the page")[:2]
    return SetAside(name, line, str(why), str(what_to_do))


def whole(stream: BinaryIO, most: int = MAX_PAGE_BYTES) -> bytes:
    """Read the bytes of a one-page file; an empty or overlong one is a `PageError`."""
    data = stream.read(most + 1)
    if not data:
        raise PageError("the file is empty", "leave it out, or capture the page again")
    if len(data) > most:
        raise PageError(f"the page is larger than {most // 1_000_000} MB", "split it into single pages")
    return data


def worth_reading(inside: Iterable[PurePath]) -> list[PurePath]:
    """Choose the files of a folder to read, in order: none hidden, no picture, nothing that belongs to a saved page.

    Paths are as seen from the folder.
    """
    there = set(inside)
    return sorted(path for path in there if not _passed_over(path, there))


def read_open(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the pages of an open file that can be sought in, unpacked if it is gzip; `name` is its path."""
    try:
        with _unpacked(stream) as inner:
            yield from reader_of(_head(inner), Path(name).name).read_from(inner, name)
    except (OSError, EOFError, zlib.error) as fault:
        yield _damaged(name, fault)


def _read_folder(folder: Path) -> Iterator[Page | SetAside]:
    wanted = worth_reading(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    for path in wanted:
        yield from _read_file(folder / path)
    if not wanted:
        yield SetAside(
            str(folder), None, "the folder holds no pages", "name a folder with text, HTML or JSON Lines files"
        )


def _passed_over(path: PurePath, there: Collection[PurePath]) -> bool:
    """Tell hidden files, pictures and scripts, and the folder with what belongs to a page that a browser saved."""
    if any(part.startswith(".") for part in path.parts) or path.suffix.lower() in _FURNITURE:
        return True
    beside = (parent for parent in path.parents if parent.name.endswith(_SAVED))
    pages = (one.with_name(one.name.removesuffix(_SAVED) + end) for one in beside for end in _PAGES)
    return any(page in there for page in pages)


def _read_file(path: Path) -> Iterator[Page | SetAside]:
    try:
        with opened(path) as stream:
            yield from read_open(stream, str(path))
    except PermissionError:
        yield SetAside(str(path), None, "the file may not be read", "change its permissions")
    except OSError as fault:
        yield _damaged(str(path), fault)


def _damaged(name: str, fault: BaseException) -> SetAside:
    return SetAside(name, None, f"the file is damaged or out of reach ({fault})", "copy or download it again")


@contextmanager
def _unpacked(stream: BinaryIO) -> Iterator[BinaryIO]:
    packed = stream.read(2) == _GZIP
    stream.seek(0)
    if not packed:
        yield stream
        return
    with gzip.open(stream, "rb") as inner:
        # An archive's records are held to the size of a page one by one; a bomb among them is passed over unread.
        if inner.peek(len(_ARCHIVE)).startswith(_ARCHIVE):
            yield cast(BinaryIO, inner)
        else:
            yield cast(BinaryIO, io.BufferedReader(_NoBomb(cast(BinaryIO, inner), stream)))


class _NoBomb(io.RawIOBase):
    """The bytes of an unpacked stream, up to where it has become too large to be text."""

    def __init__(self, inner: BinaryIO, packed: BinaryIO) -> None:
        self._inner, self._packed, self._given = inner, packed, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, at: int, whence: int = 0) -> int:
        self._given = self._inner.seek(at, whence)
        return self._given

    def tell(self) -> int:
        return self._inner.tell()

    def readinto(self, into: Any) -> int:
        data = self._inner.read(len(into))
        into[: len(data)] = data
        self._given += len(data)
        if self._given > _SURELY_NO_BOMB and self._given > MOST_UNPACKED * self._packed.tell():
            raise OSError(f"unpacks to more than {MOST_UNPACKED} times its size: a bomb and no text")
        return len(data)


def _head(stream: BinaryIO) -> bytes:
    """Look at the first bytes and go back to the start."""
    head = stream.read(_HEAD)
    stream.seek(0)
    return head
