"""What fusion needs of a page, worked out once and kept in the case: a new page costs its own keys and no others'."""

from collections.abc import Collection, Sequence

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
from rasad.packs import Packs
from rasad.store.db import Case
from rasad.store.records import entries
from rasad.store.rows import Entry, report_ids

KEYS = 5
"""Raise it when fusion would be given something else for a page by this code: kept keys are then old."""
AT_ONCE = 500
"""Pages whose keys are written together: a killed run loses no more."""
_NONE: frozenset[str] = frozenset()


class Kept(Struct, frozen=True, array_like=True):
    """The keys of a page, its unknown actors, what they all share of the page once, and its runs of words."""

    keys: tuple[ReportKey, ...]
    sightings: tuple[Sighting, ...]
    words: frozenset[str]
    names: frozenset[str]
    sounds: frozenset[str]
    prints: frozenset[int]
    passing: tuple[ReportKey, ...] = ()


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Kept)


def keys_version(packs: Packs) -> str:
    """Name the code and the packs that keys were made with."""
    return f"{KEYS}.{packs.version}"


def with_keys(result: Result) -> Result:
    """Work out what fusion needs of a page where the page was analysed, so that no other process has to."""
    return replace(result, keys=keys_of(result)) if isinstance(result, Entry) else result


class FusionInput(Struct, frozen=True):
    """The keys of all reports, the unknown actors of all pages, and the runs of words of each page."""

    keys: list[ReportKey]
    sightings: list[Sighting]
    prints: dict[str, Prints]
    passing: list[ReportKey]


def fusion_input(case: Case, packs: Packs, gone: Collection[str] = ()) -> FusionInput:
    """Give what fusion needs of all pages but for those that are `gone`."""
    version = keys_version(packs)
    missing = [sha for sha in case.without_keys(version) if sha not in gone]
    for at in range(0, len(missing), AT_ONCE):
        some = entries(case.db, missing[at : at + AT_ONCE], veiled=False)
        case.keep_keys([(entry.record.sha256, version, keys_of(entry)) for entry in some])
    found = FusionInput([], [], {}, [])
    for page, data in case.db.execute("SELECT page, data FROM fusion_key ORDER BY page"):
        if page not in gone:
            kept = whole(data)
            found.keys.extend(kept.keys)
            found.sightings.extend(kept.sightings)
            found.passing.extend(kept.passing)
            found.prints[page] = kept.prints
    return found


def whole(data: bytes) -> Kept:
    """Give the keys and sightings of a page, each with what they share of it."""
    kept = _DECODER.decode(data)
    of_page = {"page_words": kept.words, "page_names": kept.names, "page_sounds": kept.sounds}
    keys = tuple(replace(key, **of_page) for key in kept.keys)
    seen = tuple(replace(one, names=kept.names, words=kept.words) for one in kept.sightings)
    return replace(kept, keys=keys, sightings=seen, passing=tuple(replace(key, **of_page) for key in kept.passing))


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
    return _ENCODER.encode(Kept(_bare(keys), seen, *shared, prints(text, not_article(entry)), _bare(passing)))


def _bare(keys: Sequence[ReportKey]) -> tuple[ReportKey, ...]:
    return tuple(replace(key, page_words=_NONE, page_names=_NONE, page_sounds=_NONE) for key in keys)


def not_article(entry: Entry) -> tuple[Span, ...]:
    """Give the stretches whose wording says nothing about copying: boilerplate and doubled paragraphs."""
    doubled = ((r.start, r.end) for r in entry.record.ranges if r.kind == "duplicate")
    return (*entry.record.boilerplate, *doubled)
