"""What runs on blocks of reports: the functions of `fuse/`, fed by batches that Spark has sorted."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import msgspec
import pyarrow as pa
from msgspec.structs import replace

from rasad.corpus import Corpus, group_reports, make_events
from rasad.engine.actor_rows import actor_rows
from rasad.engine.event_rows import event_rows
from rasad.engine.keys import whole
from rasad.engine.spark.reading import KEPT, Batches, batches_of
from rasad.fuse.actors import Actor, who_is_who
from rasad.fuse.blocking import Meeting, keys, meeting, met, rarest
from rasad.fuse.compare import points
from rasad.fuse.copies import copy_of
from rasad.fuse.events import Event, ReportKey
from rasad.fuse.judged import Judged
from rasad.fuse.kin import CREDIT, kinship
from rasad.fuse.kin import tellings as _tellings
from rasad.fuse.knowing import known
from rasad.fuse.occasions import Fit, best_part, fits_on
from rasad.fuse.passing import blocks as deed_blocks
from rasad.fuse.passing import recall
from rasad.fuse.profile import Profile, profile
from rasad.fuse.sightings import Sighting
from rasad.relations import Copy
from rasad.store.rows import Rows

ACTORS = pa.schema([("page", pa.string()), ("actor", pa.binary()), ("tbl", pa.string()), ("cells", pa.binary())])
PRINTS = pa.schema([("page", pa.string()), ("size", pa.int32()), ("run", pa.int64())])
REPORTS = pa.schema([
    ("id", pa.string()), ("page", pa.string()), ("about", pa.int32()), ("first", pa.int32()), ("last", pa.int32()),
    ("blocks", pa.list_(pa.list_(pa.string()))), ("rarest", pa.list_(pa.string())), ("data", pa.binary()),
])  # fmt: skip
PAIRS = pa.schema([("a", pa.string()), ("b", pa.string())])
POINTS = pa.schema([("a", pa.string()), ("b", pa.string()), ("points", pa.float64())])
_PAIR = [("page", pa.string()), ("other", pa.string())]
COPIES = pa.schema([*_PAIR, ("share", pa.float64()), ("why", pa.string()), ("kind", pa.string())])
_PAIRS = pa.list_(pa.list_(pa.string()))
GROUPS = pa.schema([
    ("id", pa.string()), ("pages", pa.list_(pa.string())), ("copied", _PAIRS), ("reports", pa.binary()),
])  # fmt: skip
TELLINGS = pa.schema([*_PAIR, ("group", pa.string()), ("mine", pa.binary()), ("theirs", pa.binary())])
EVENTS = pa.schema([("event_id", pa.string()), ("id", pa.string()), ("event", pa.binary())])
TOLD = pa.schema([("page", pa.string()), ("event", pa.binary()), ("report", pa.binary())])
FITS = pa.schema([("deed", pa.string()), ("occasion", pa.string()), ("fit", pa.binary())])
_DEED = [("page", pa.string()), ("n", pa.int32())]
_PLACED = [("block", pa.string()), ("first", pa.int32()), ("last", pa.int32())]
DEEDS = pa.schema([*_DEED, *_PLACED, ("data", pa.binary())])
MET = pa.schema([("id", pa.string()), ("own", pa.string()), *_PLACED])
OWNERS = pa.schema([("id", pa.string()), ("event", pa.string())])
CELLS = pa.schema([("tbl", pa.string()), ("cells", pa.binary())])

_NEIGHBOURS = 4_096
"""Profiles that are kept while pairs are compared: pairs come in the order of their first report."""

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_REPORT = msgspec.msgpack.Decoder(ReportKey)
_REPORTS = msgspec.msgpack.Decoder(list[ReportKey])
_EVENT = msgspec.msgpack.Decoder(Event)
_FIT = msgspec.msgpack.Decoder(Fit)
_SIGHTING = msgspec.msgpack.Decoder(Sighting)
_ACTOR = msgspec.msgpack.Decoder(Actor)


def prints(batches: Batches) -> Batches:
    """Give the runs of words of each page."""
    for row in _rows(batches):
        runs = whole(row["data"]).prints
        yield from batches_of(((row["page"], len(runs), run) for run in sorted(runs)), PRINTS)


def sightings(batches: Batches) -> Batches:
    """Give the unknown actors of each page."""
    for row in _rows(batches):
        yield from batches_of(((row["page"], _ENCODE(one)) for one in whole(row["data"]).sightings), KEPT)


def actors(batches: Batches, version: str) -> Batches:
    """Tell who is who among all sightings, which must come in one part; give each page its actors, and their rows."""
    found = who_is_who([_SIGHTING.decode(row["data"]) for row in _rows(batches)])
    yield from batches_of(_by_page(found), ACTORS)
    told = _told(actor_rows(found, version))
    yield from batches_of(((None, None, *cells) for cells in told), ACTORS)


def reports(batches: Batches) -> Batches:
    """Give the reports of each page with the blocks they belong to; `actors` are the page's unknown ones."""
    for row in _rows(batches):
        told = whole(row["data"]).keys
        with_names = known(told, [_ACTOR.decode(one) for one in row["actors"] or ()], Judged())
        yield from batches_of(map(_report, map(profile, with_names)), REPORTS)


def pairs(batches: Batches) -> Batches:
    """Give the pairs of each block; rows come by block, and in it in the order of their days.

    A `guest` is of the stretch that follows, and is paired with those before it alone.
    """
    for _, members in groupby(_rows(batches), key=itemgetter("block", "stretch")):
        held = list(members)
        some = [Meeting(one["about"], one["first"], one["last"], one["page"]) for one in held]
        found = ((held[at], held[other]) for at, other in met(some) if not held[at]["guest"])
        yield from batches_of((tuple(sorted((one["id"], other["id"]))) for one, other in found), PAIRS)


def score(batches: Batches) -> Batches:
    """Give every pair its points; those that speak against are left out."""

    @lru_cache(_NEIGHBOURS)
    def read(data: bytes) -> Profile:
        return profile(_REPORT.decode(data))

    found = ((r["a"], r["b"], points(read(r["data_a"]), read(r["data_b"]), r["copied"])) for r in _rows(batches))
    yield from batches_of((row for row in found if row[2] > 0), POINTS)


def copies(batches: Batches) -> Batches:
    """Judge pairs of pages by the runs that they share."""
    judged = (copy_of(r["page"], r["other"], r["shared"], r["size"], r["other_size"]) for r in _rows(batches))
    yield from batches_of(((c.page, c.other, c.share, c.why, c.kind) for c in judged if c), COPIES)


def groups(batches: Batches) -> Batches:
    """Group the reports of each component; rows come by component: its reports, its pairs, and copies among its pages.

    A group is called by its first report; `copied` are pairs of its pages.
    """
    for _, some in groupby(_rows(batches), key=itemgetter("component")):
        corpus = group_reports(_corpus(list(some)))
        pairs = sorted((copy.page, copy.other) for copy in corpus.copies)
        told = ([corpus.profiles[n].report for n in group] for group in corpus.groups)
        yield from batches_of((_group(reports, pairs) for reports in told), GROUPS)


def tellings(batches: Batches) -> Batches:
    """Give what two pages of a group tell, pair by pair."""
    for row in _rows(batches):
        copied = frozenset(map(tuple, row["copied"]))
        found = _tellings(_REPORTS.decode(row["reports"]), copied)
        yield from batches_of(((a.page, b.page, row["id"], _ENCODE(a), _ENCODE(b)) for a, b in found), TELLINGS)


def kin(batches: Batches) -> Batches:
    """Judge pairs of pages by what both tell; rows come by pair, and in it in the order of their groups."""
    for _, some in groupby(_rows(batches), key=itemgetter("page", "other")):
        told = [(_REPORT.decode(row["mine"]), _REPORT.decode(row["theirs"])) for row in some]
        yield from batches_of(((c.page, c.other, c.share, c.why, c.kind) for c in kinship(told)), COPIES)


def made(batches: Batches) -> Batches:
    """Make the event of each group; `kin` are those pairs of its pages that repeat each other."""
    for row in _rows(batches):
        reports = tuple(_REPORTS.decode(row["reports"]))
        copies, related = (_pairs(row[name]) for name in ("copied", "kin"))
        corpus = make_events(Corpus(
            (), copies=tuple(copies), kin=tuple(replace(one, kind=CREDIT) for one in related),
            profiles=tuple(map(profile, reports)), groups=(tuple(range(len(reports))),),
        ))  # fmt: skip
        (event,) = corpus.events
        yield from batches_of([(event.id, row["id"], _ENCODE(event))], EVENTS)


def events(batches: Batches, version: str) -> Batches:
    """Give the rows of events."""
    for row in _rows(batches):
        yield from batches_of(_told(*event_rows(Corpus((), events=(_EVENT.decode(row["event"]),)), version)), CELLS)


def by_page(batches: Batches) -> Batches:
    """Give each event to every page that tells it, with the page's own report."""
    for row in _rows(batches):
        told = {report.id: report for report in _REPORTS.decode(row["reports"])}
        members = _EVENT.decode(row["event"]).members
        yield from batches_of(((m.page, row["event"], _ENCODE(told[m.report])) for m in members), TOLD)


def occasions(batches: Batches) -> Batches:
    """Find what is part of what on each page; rows come by page."""
    for _, some in groupby(_rows(batches), key=itemgetter("page")):
        told = [(_EVENT.decode(row["event"]), _REPORT.decode(row["report"])) for row in some]
        yield from batches_of(((deed, occasion, _ENCODE(fit)) for deed, occasion, fit in fits_on(told)), FITS)


def parts(batches: Batches, version: str) -> Batches:
    """Choose the occasion of each deed; rows come by deed."""
    for deed, some in groupby(_rows(batches), key=itemgetter("deed")):
        part = best_part(deed, [(row["occasion"], _FIT.decode(row["fit"])) for row in some])
        yield from batches_of(_told(*event_rows(Corpus((), parts=(part,)), version)), CELLS)


def deeds(batches: Batches) -> Batches:
    """Give the deeds that each page names in passing, once for each of their blocks."""
    for row in _rows(batches):
        for deed in map(profile, whole(row["data"]).passing):
            data = _ENCODE(deed.report)
            placed = ((row["page"], int(deed.report.id), *place, data) for place in _placed(deed))
            yield from batches_of(placed, DEEDS)


def met_by_deeds(batches: Batches) -> Batches:
    """Give the reports once for each of the blocks in which deeds may meet them."""
    for row in _rows(batches):
        report = profile(_REPORT.decode(row["data"]))
        yield from batches_of(((row["id"], row["page"], *place) for place in _placed(report)), MET)


def owners(batches: Batches) -> Batches:
    """Give the event of each report."""
    for row in _rows(batches):
        event = _EVENT.decode(row["event"])
        yield from batches_of(((member.report, event.id) for member in event.members), OWNERS)


def recalls(batches: Batches, version: str) -> Batches:
    """Tell which events the deeds are of; rows come by deed, one for each report near to it."""
    for _, some in groupby(_rows(batches), key=itemgetter("page", "n")):
        held = list(some)
        near = [(profile(_REPORT.decode(row["report"])), row["event"]) for row in held]
        found = recall(profile(_REPORT.decode(held[0]["data"])), near)
        if found is not None:
            yield from batches_of(_told(*event_rows(Corpus((), recalls=(found,)), version)), CELLS)


def copy_rows(batches: Batches, version: str) -> Batches:
    """Give the rows of copies."""
    for row in _rows(batches):
        one = Copy(row["page"], row["other"], row["share"], row["why"], row["kind"])
        yield from batches_of(_told(*event_rows(Corpus((), copies=(one,)), version)), CELLS)


def _pairs(some: Sequence[tuple[str, str]] | None) -> list[Copy]:
    return [Copy(page, other, 1.0, "") for page, other in some or ()]


def _group(reports: Sequence[ReportKey], copied: Sequence[tuple[str, str]]) -> tuple[object, ...]:
    pages = {report.page for report in reports}
    among = [list(pair) for pair in copied if pages.issuperset(pair)]
    return reports[0].id, sorted(pages), among, _ENCODE(reports)


def _corpus(rows: list[dict[str, Any]]) -> Corpus:
    told = [_REPORT.decode(row["data"]) for row in rows if row["kind"] == "report"]
    told.sort(key=lambda report: report.id)
    places = {report.id: n for n, report in enumerate(told)}
    likes = {(places[r["a"]], places[r["b"]]): r["points"] for r in rows if r["kind"] == "pair"}
    copied = tuple(Copy(r["a"], r["b"], 1.0, "") for r in rows if r["kind"] == "copy")
    return Corpus((), copies=copied, profiles=tuple(map(profile, told)), points=likes)


def _report(report: Profile) -> tuple[object, ...]:
    place, rare, key = meeting(report), rarest(report), report.report
    blocks = sorted(map(list, set(keys(report, rare))))
    return (key.id, key.page, place.about, place.first, place.last, blocks, rare.in_crowds, _ENCODE(key))


def _placed(one: Profile) -> list[tuple[str, int, int]]:
    place = meeting(one)
    return sorted(("\t".join(key), place.first, place.last) for key in deed_blocks(one))


def _by_page(found: Iterable[Actor]) -> Iterator[tuple[object, ...]]:
    """Give each page's part of every actor: what is needed to know the page's reports by it."""
    for actor in found:
        ordered = sorted(actor.sightings, key=attrgetter("page", "entity"))
        for page, seen in groupby(ordered, key=attrgetter("page")):
            mine = replace(actor, sightings=tuple(seen), links=())
            yield (page, _ENCODE(mine), None, None)


def _told(*rows: Rows) -> Iterator[tuple[str, bytes]]:
    return ((table, _ENCODE(cells)) for told in rows for table, some in told.items() for cells in some)


def _rows(batches: Batches) -> Iterator[dict[str, Any]]:
    return (row for batch in batches for row in batch.to_pylist())
