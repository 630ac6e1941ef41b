"""What fusion needs of a page, worked out once and kept in the case: a new page costs its own keys and no others'."""

from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.engine import Result
from rasad.fuse.copies import Prints, prints
from rasad.fuse.events import ReportKey
from rasad.fuse.reports import report_keys
from rasad.model import Span
from rasad.packs import Packs
from rasad.store.db import Case
from rasad.store.records import entries
from rasad.store.rows import Entry, report_ids

KEYS = 1
"""Raise it when `report_keys` or `prints` give something else for the same page and packs: kept keys are then old."""
AT_ONCE = 500
"""Pages whose keys are written together: a killed run loses no more."""
_NONE: frozenset[str] = frozenset()


class _Kept(Struct, frozen=True, array_like=True):
    """The keys of a page, what they all share of the page once, and its runs of words."""

    keys: tuple[ReportKey, ...]
    words: frozenset[str]
    names: frozenset[str]
    sounds: frozenset[str]
    prints: frozenset[int]


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(_Kept)


def keys_version(packs: Packs) -> str:
    """Name the code and the packs that keys were made with."""
    return f"{KEYS}.{packs.version}"


def with_keys(result: Result) -> Result:
    """Work out what fusion needs of a page where the page was analysed, so that no other process has to."""
    return replace(result, keys=keys_of(result)) if isinstance(result, Entry) else result


def fusion_input(case: Case, packs: Packs, gone: Collection[str] = ()) -> tuple[list[ReportKey], dict[str, Prints]]:
    """Give the keys of all reports, and the runs of words of all pages, but for the pages that are `gone`."""
    version = keys_version(packs)
    missing = [sha for sha in case.without_keys(version) if sha not in gone]
    for at in range(0, len(missing), AT_ONCE):
        some = entries(case.db, missing[at : at + AT_ONCE], veiled=False)
        case.keep_keys([(entry.record.sha256, version, keys_of(entry)) for entry in some])
    keys: list[ReportKey] = []
    texts: dict[str, Prints] = {}
    for page, data in case.db.execute("SELECT page, data FROM fusion_key ORDER BY page"):
        if page not in gone:
            kept = _DECODER.decode(data)
            keys.extend(_whole(kept.keys, kept))
            texts[page] = kept.prints
    return keys, texts


def keys_of(entry: Entry) -> bytes:
    """Work out what fusion needs of a page, the same bytes for the same page."""
    keys = report_keys(entry.page.text, entry.record, report_ids(entry.record))
    shared = (keys[0].page_words, keys[0].page_names, keys[0].page_sounds) if keys else (_NONE, _NONE, _NONE)
    bare = tuple(replace(key, page_words=_NONE, page_names=_NONE, page_sounds=_NONE) for key in keys)
    return _ENCODER.encode(_Kept(bare, *shared, prints(entry.page.text, not_article(entry))))


def not_article(entry: Entry) -> tuple[Span, ...]:
    """Give the stretches whose wording says nothing about copying: boilerplate and doubled paragraphs."""
    doubled = ((r.start, r.end) for r in entry.record.ranges if r.kind == "duplicate")
    return (*entry.record.boilerplate, *doubled)


def _whole(keys: Sequence[ReportKey], kept: _Kept) -> Iterable[ReportKey]:
    return (replace(key, page_words=kept.words, page_names=kept.names, page_sounds=kept.sounds) for key in keys)
