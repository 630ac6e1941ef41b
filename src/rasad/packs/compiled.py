"""The loaded packs kept in a folder of the user's, so that the next run need not make them again.

One folder per content: its name is a hash of every table, of the code that reads them and of the libraries that wrote
the files. Each file's own hash is checked before it is used; whatever is missing, broken or cannot be written is made
anew and changes nothing but the time. A folder appears at once, complete, by its renaming, so that two runs cannot
disturb each other.
"""

import hashlib
import io
import pickle
import platform
import shutil
import sys
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from itertools import accumulate, pairwise
from pathlib import Path
from typing import overload

import ahocorasick
import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.packs.lexicon import Affixes, Entry, Lexicon
from rasad.packs.register import Register
from rasad.packs.rows import root

_SUMS = "sums"
_FACTS = "facts"
_KEPT = 3
"""Folders of other contents that stay: enough to go between two checkouts; each has some 20 MB."""
_LIBRARIES = ("pyahocorasick", "msgspec")


class Words(Struct, frozen=True):
    """A lexicon without its automaton and its entries; `starts` tells where each entry begins in their file."""

    starts: bytes
    patterns: tuple[tuple[int, tuple[int, ...]], ...]
    classes: bytes
    affixes: tuple[Affixes, ...]


class Facts(Struct, frozen=True):
    """All of the packs but the entries and automata, which stand beside it."""

    register: Register
    frames: dict[tuple[str, str, str], tuple[str, str]]
    counted: dict[str, frozenset[str]]
    constructions: dict[str, str]
    posts: frozenset[str]
    words: dict[str, Words] = {}


class OnlyAutomata(pickle.Unpickler):
    """Reads automata and nothing else: a pickle may name any function of the machine, and these name one class."""

    def find_class(self, module: str, name: str) -> type:
        """Give the class of automata; every other name is refused."""
        if (module, name) != ("ahocorasick", "Automaton"):
            raise pickle.UnpicklingError(f"{module}.{name} is no automaton")
        found: type = ahocorasick.Automaton
        return found


class KeptEntries(Sequence[Entry]):
    """Entries that are decoded one by one, when a word of theirs is met."""

    def __init__(self, data: bytes, starts: bytes) -> None:
        self._data = memoryview(data)
        self._starts = array("I", starts)
        self._known: dict[int, Entry] = {}
        self._decode = msgspec.msgpack.Decoder(Entry).decode

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Entry]: ...
    def __getitem__(self, number: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        found = self._known.get(number)
        if found is None:
            found = self._decode(self._data[self._starts[number] : self._starts[number + 1]])
            self._known[number] = found
        return found

    def __iter__(self) -> Iterator[Entry]:
        return (self._decode(self._data[start:end]) for start, end in pairwise(self._starts))


def content_key(rows: str) -> str:
    """Name the content: the hash of the rows, the code of this room and below, and who wrote the files."""
    digest = hashlib.sha256(rows.encode())
    code = [path for path in root().iterdir() if path.name.endswith(".py")]
    for name in ("tokens.py", "model.py"):
        code.append(root().joinpath("..", name))
    for path in sorted(code, key=lambda p: p.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    system = (sys.version, sys.byteorder, str(sys.maxsize), platform.machine(), *map(version, _LIBRARIES))
    digest.update("\0".join(system).encode())
    return f"packs-{digest.hexdigest()[:32]}"


def read(cache: Path, key: str) -> tuple[Facts, dict[str, Lexicon]] | None:
    """Give what was kept under a key, or nothing if it is not there whole."""
    folder = cache / key
    try:
        sums = msgspec.json.decode((folder / _SUMS).read_bytes(), type=dict[str, str])
        files = {name: (folder / name).read_bytes() for name in sums}
        if any(hashlib.sha256(data).hexdigest() != sums[name] for name, data in files.items()):
            return None
        facts = msgspec.msgpack.decode(files[_FACTS], type=Facts)
        return facts, {
            lang: _lexicon(words, files[f"{lang}.entries"], files[f"{lang}.automaton"])
            for lang, words in facts.words.items()
        }
    except (OSError, KeyError, msgspec.MsgspecError, pickle.UnpicklingError):
        return None


def write(cache: Path, key: str, facts: Facts, lexicons: dict[str, Lexicon]) -> None:
    """Keep the packs under a key. A folder that cannot be written is no fault: the next run makes them again."""
    facts = replace(facts, words={lang: _words(found) for lang, found in lexicons.items()})
    with suppress(OSError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(prefix="half-", dir=cache))
        try:
            (half / _FACTS).write_bytes(msgspec.msgpack.encode(facts))
            for lang, found in lexicons.items():
                (half / f"{lang}.entries").write_bytes(b"".join(_encoded(found)))
                (half / f"{lang}.automaton").write_bytes(pickle.dumps(found.automaton, 5))
            sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in half.iterdir()}
            (half / _SUMS).write_bytes(msgspec.json.encode(sums, order="deterministic"))
            if (cache / key).exists() and read(cache, key) is None:
                shutil.rmtree(cache / key)
            half.rename(cache / key)
        finally:
            shutil.rmtree(half, ignore_errors=True)
        _tidy(cache, key)


def _words(lexicon: Lexicon) -> Words:
    """Give what is kept of a lexicon beside its entries and its automaton."""
    starts = array("I", accumulate(map(len, _encoded(lexicon)), initial=0))
    return Words(starts.tobytes(), tuple(lexicon.patterns), lexicon.classes, lexicon.affixes)


def _encoded(lexicon: Lexicon) -> list[bytes]:
    return [msgspec.msgpack.encode(entry) for entry in lexicon.entries]


def _lexicon(words: Words, entries: bytes, automaton: bytes) -> Lexicon:
    found = OnlyAutomata(io.BytesIO(automaton)).load()
    return Lexicon(KeptEntries(entries, words.starts), words.patterns, words.classes, words.affixes, found)


def _tidy(cache: Path, key: str) -> None:
    """Delete what was kept of contents long gone."""
    others = [path for path in cache.glob("packs-*") if path.name != key]
    for path in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
