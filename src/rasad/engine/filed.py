"""A box for what fusion sets down: a file without a name, which goes when the program does."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from rasad.errors import CaseError

AT_ONCE = 1_000_000
"""Bytes that are written together."""


class Filed:
    """Bytes one behind the other in a file; the last ones wait in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.waiting = bytearray()
        self.written = 0
        self.starts = array("Q", [0])

    def put(self, data: bytes) -> int:
        """Keep some bytes and give the place by which they are found."""
        self.waiting += data
        self.starts.append(self.starts[-1] + len(data))
        if len(self.waiting) >= AT_ONCE:
            self._write()
        return len(self.starts) - 2

    def get(self, place: int) -> bytes:
        """Give the bytes of a place."""
        start, end = self.starts[place], self.starts[place + 1]
        if start >= self.written:
            return bytes(self.waiting[start - self.written : end - self.written])
        self.file.seek(start)
        return self.file.read(end - start)

    def _write(self) -> None:
        self.file.seek(self.written)
        while self.waiting:
            done = self.file.write(self.waiting)
            self.written += done
            del self.waiting[:done]


@contextmanager
def filed(folder: Path) -> Iterator[Filed]:
    """Open a box in a folder, where a program that is killed leaves nothing behind."""
    try:
        with TemporaryFile(dir=folder, buffering=0) as file:
            yield Filed(file)
    except OSError as error:
        raise CaseError(f"{folder}: fusion cannot write beside the case: {error}. Make room on the disk.") from error
