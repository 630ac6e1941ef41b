"""The files to read, wherever Spark reaches them, and the pages of one of them."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct
from pyarrow import fs

from rasad.model import Page
from rasad.readers import SetAside, read_open, read_pages, worth_reading

_SCHEMES = {"s3a": "s3", "s3n": "s3"}
"""Hadoop's names for what Arrow calls otherwise."""


class Source(Struct, frozen=True):
    """A file to read. `number` orders the pages of a run; `name` is what messages and ids call it."""

    number: int
    uri: str
    name: str
    size: int

    @property
    def is_there(self) -> bool:
        return self.size >= 0


def listed(inputs: Sequence[str]) -> list[Source]:
    """List the files of all inputs in the order in which one process would read them; folders with all in them."""
    found: list[Source] = []
    for given in inputs:
        for uri, name, size in _files(given):
            found.append(Source(len(found), uri, name, size))
    return found


def pages_of(source: Source) -> Iterator[Page | SetAside]:
    """Read the pages of a file. What cannot be opened is set aside, as a page would be."""
    if not source.is_there:
        yield from read_pages(Path(source.name))
        return
    system, path = _place(source.uri)
    try:
        with system.open_input_file(path) as file, io.BufferedReader(file) as stream:
            yield from read_open(stream, source.name)
    except OSError as fault:
        yield SetAside(source.name, None, f"the file is out of reach ({fault})", "check the address and your rights")


def encoded(source: Source) -> str:
    """Write a source as a line of text."""
    return msgspec.json.encode(source).decode()


def decoded(line: str) -> Source:
    """Read what `encoded` wrote."""
    return msgspec.json.decode(line, type=Source)


def _files(given: str) -> Iterator[tuple[str, str, int]]:
    """Give address, name and size of every file of an input; a size of -1 for what is not there."""
    local = "://" not in given
    system, path = _place(str(Path(given).absolute()) if local else given)
    head = "" if local else given.partition("://")[0] + "://"
    info = system.get_file_info(path)
    if info.type == fs.FileType.File:
        yield head + path, given, info.size
        return
    inside = system.get_file_info(fs.FileSelector(path, allow_not_found=True, recursive=True))
    sizes = {one.path[len(path) :].lstrip("/"): one.size for one in inside if one.type == fs.FileType.File}
    wanted = worth_reading(map(PurePosixPath, sizes))
    for name in wanted:
        shown = str(Path(given) / name) if local else f"{given}/{name}"
        yield f"{head}{path.rstrip('/')}/{name}", shown, sizes[str(name)]
    if not wanted:
        yield head + path, given, -1


def _place(uri: str) -> tuple[fs.FileSystem, str]:
    if "://" not in uri:
        return fs.LocalFileSystem(), uri
    scheme, _, rest = uri.partition("://")
    system, path = fs.FileSystem.from_uri(f"{_SCHEMES.get(scheme, scheme)}://{rest}")
    return system, path
