"""What fusion needs of a page, worked out once and kept in the case: a new page costs its own keys and no others'."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.engine import Result
from rasad.fuse.copies import Prints, prints
from rasad.fuse.events import ReportKey
from rasad.fuse.evidence import page_evidence
from rasad.fuse.reports import passing_keys, report_keys
from rasad.fuse.sightings import Sighting, sightings
from rasad.model import Span
from rasad.store.db import Case
from rasad.store.records import entries
from rasad.store.rows import Entry, report_ids

KEYS = 8
"""Raise it when fusion would be given something else for a page by this code: kept keys are then old."""
AT_ONCE = 500
"""Pages whose keys are written together: a killed run loses no more."""
_NONE: frozenset[str] = frozenset()
_NOBODY = msgspec.Raw(msgspec.msgpack.encode(()))


class Versioned(Protocol):
    """What has the version of the packs."""

    @property
    def version(self) -> str:
        """The hash of every row."""


class Kept(Struct, frozen=True, array_like=True):
    """The keys of a page, its unknown actors, what they all share of the page once, and its runs of words."""

    keys: tuple[ReportKey, ...]
    sightings: tuple[Sighting, ...]
    words: frozenset[str]
    names: frozenset[str]
    sounds: frozenset[str]
    prints: frozenset[int]
    passing: tuple[ReportKey, ...] = ()


class Parts(Struct, frozen=True, array_like=True):
    """The same, of which only what is asked for is read."""

    keys: msgspec.Raw
    sightings: msgspec.Raw
    words: msgspec.Raw
    names: msgspec.Raw
    sounds: msgspec.Raw
    prints: msgspec.Raw
    passing: msgspec.Raw


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Kept)
_PARTS = msgspec.msgpack.Decoder(Parts)
_KEYS = msgspec.msgpack.Decoder(tuple[ReportKey, ...])
_WORDS = msgspec.msgpack.Decoder(frozenset[str])
_PRINTS = msgspec.msgpack.Decoder(frozenset[int])


def keys_version(packs: Versioned) -> str:
    """Name the code and the packs that keys were made with."""
    return f"{KEYS}.{packs.version}"


def with_keys(result: Result) -> Result:
    """Work out what fusion needs of a page where the page was analysed, so that no other process has to."""
    return replace(result, keys=keys_of(result)) if isinstance(result, Entry) else result


class FusionInput:
    """What fusion needs of all pages but for those that are `gone`, read from the case page by page when asked for."""

    def __init__(self, db: sqlite3.Connection, gone: Collection[str]) -> None:
        self.db = db
        self.gone = gone

    def keys(self) -> Iterator[ReportKey]:
        """Give the keys of all reports."""
        return (key for _, parts in self._pages() for key in _with_page(parts.keys, parts))

    def passing(self) -> Iterator[ReportKey]:
        """Give the keys of all deeds named in passing."""
        return (key for _, parts in self._pages() for key in _with_page(parts.passing, parts))

    def prints(self) -> Iterator[tuple[str, Prints]]:
        """Give each page's runs of words."""
        return ((page, _PRINTS.decode(parts.prints)) for page, parts in self._pages())

    def sightings(self) -> Iterator[Sighting]:
        """Give the unknown actors of all pages."""
        named = (data for _, data in self._rows() if _PARTS.decode(data).sightings != _NOBODY)
        return (one for data in named for one in whole(data).sightings)

    def _pages(self) -> Iterator[tuple[str, Parts]]:
        return ((page, _PARTS.decode(data)) for page, data in self._rows())

    def _rows(self) -> Iterator[tuple[str, bytes]]:
        rows = self.db.execute("SELECT page, data FROM fusion_key ORDER BY page")
        return (row for row in rows if row[0] not in self.gone)


def fusion_input(case: Case, packs: Versioned, gone: Collection[str] = ()) -> FusionInput:
    """Give what fusion needs of all pages but for those that are `gone`; what is not kept yet is worked out first."""
    version = keys_version(packs)
    missing = [sha for sha in case.without_keys(version) if sha not in gone]
    for at in range(0, len(missing), AT_ONCE):
        some = entries(case.db, missing[at : at + AT_ONCE], veiled=False)
        case.keep_keys([(entry.record.sha256, version, keys_of(entry)) for entry in some])
    return FusionInput(case.db, gone)


def whole(data: bytes) -> Kept:
    """Give the keys and sightings of a page, each with what they share of it."""
    kept = _DECODER.decode(data)
    of_page = {"page_words": kept.words, "page_names": kept.names, "page_sounds": kept.sounds}
    keys, passing = (tuple(replace(key, **of_page) for key in some) for some in (kept.keys, kept.passing))
    seen = tuple(replace(one, names=kept.names, words=kept.words) for one in kept.sightings)
    return replace(kept, keys=keys, sightings=seen, passing=passing)


def _with_page(some: msgspec.Raw, parts: Parts) -> tuple[ReportKey, ...]:
    keys = _KEYS.decode(some)
    words, names, sounds = (_WORDS.decode(raw) if keys else _NONE for raw in (parts.words, parts.names, parts.sounds))
    return tuple(replace(key, page_words=words, page_names=names, page_sounds=sounds) for key in keys)


def keys_of(entry: Entry) -> bytes:
    """Work out what fusion needs of a page, the same bytes for the same page."""
    text, record = entry.page.text, entry.record
    keys, seen = report_keys(text, record, report_ids(record)), sightings(text, record)
    passing = passing_keys(text, record)
    shared = (_NONE, _NONE, _NONE)
    if keys or passing:
        first = (keys or passing)[0]
        shared = (first.page_words, first.page_names, first.page_sounds)
    elif seen:
        page = page_evidence(text, record.lang, record.boilerplate)
        shared = (page.words, page.names, page.sounds)
    return packed(Kept(keys, seen, *shared, prints(text, not_article(entry)), passing))


def packed(kept: Kept) -> bytes:
    """Write down what is kept of a page; what its keys share is written once."""
    return _ENCODER.encode(replace(kept, keys=_bare(kept.keys), passing=_bare(kept.passing)))


def _bare(keys: Sequence[ReportKey]) -> tuple[ReportKey, ...]:
    return tuple(replace(key, page_words=_NONE, page_names=_NONE, page_sounds=_NONE) for key in keys)


def not_article(entry: Entry) -> tuple[Span, ...]:
    """Give the stretches whose wording says nothing about copying: boilerplate and doubled paragraphs."""
    doubled = ((r.start, r.end) for r in entry.record.ranges if r.kind == "duplicate")
    return (*entry.record.boilerplate, *doubled)
