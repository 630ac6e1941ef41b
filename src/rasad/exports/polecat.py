"""Events in the columns of POLECAT, for the tools of its users."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rasad.sharing.cells import Cell, tab_line
from rasad.sharing.facts import OUR_MODES, code, country, place, point
from rasad.sharing.parties import role
from rasad.sharing.words import single_day
from rasad.store.stories import Story, stories

DESCRIPTION = "the 40 columns of POLECAT; only what is actual, and what is planned as PLOVER writes it"
EXTENSION = "tsv"

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
PLANNED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "AGREE": "AGREE",
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE",
}  # fmt: skip
"""What PLOVER calls a thing that is still to come; other types it knows only as done."""
_CITIES = ("city", "town", "village")


def write(db: sqlite3.Connection, out: BinaryIO) -> tuple[str, ...]:
    """Write a header and one line an event; several parties stand in one cell, parted by semicolons."""
    versions = [row[0] for row in db.execute("SELECT DISTINCT rule_version FROM page ORDER BY 1")]
    out.write(tab_line(COLUMNS))
    left: Counter[str] = Counter()
    undated = 0
    for story in stories(db):
        written = _type(story)
        if written is None:
            left[story.event.status] += 1
            continue
        undated += single_day(story.event.date) is None
        cells = (*_deed(story, *written), *_parties(story), *_place(story), *_source(story))
        out.write(tab_line([*cells, *versions[-1:]]))
    return tuple(_notes(left, undated))


def _notes(left: Counter[str], undated: int) -> Iterator[str]:
    for status, count in sorted(left.items()):
        yield f"{count} events are left out: POLECAT has no place for what is {status}"
    if undated:
        yield f"{undated} events have no Event Date: no single day is known"


def _type(story: Story) -> tuple[str, str] | None:
    event = story.event
    mode = "" if event.mode in OUR_MODES else event.mode or ""
    if event.status == "actual":
        return event.type, mode
    return (PLANNED[event.type], "") if event.status == "planned" and event.type in PLANNED else None


def _deed(story: Story, type_: str, mode: str) -> Iterator[Cell]:
    coded = code(type_, mode)
    yield from (story.event.id, single_day(story.event.date), type_, mode, coded.intensity, coded.quad)
    yield ";".join(story.event.contexts)


def _parties(story: Story) -> Iterator[Cell]:
    for some in (story.event.actors, story.event.recipients):
        sectors = [sector for one in some if (sector := one.sector)]
        yield _listed([one.name for one in some])
        yield _listed([one.country or "" for one in some])
        yield _listed([country(one.country, "cow") for one in some])
        yield sectors[0] if sectors else ""
        yield ";".join(dict.fromkeys(sectors))
        yield _listed([role(story, one.id) for one in some])
        yield _listed([one.native for one in some])
        yield ""


def _listed(some: Sequence[str]) -> str:
    """Put the cells of several parties into one, each at its place; nothing where all are empty."""
    return ";".join(one.replace(";", ",") for one in some) if any(some) else ""


def _place(story: Story) -> Iterator[Cell]:
    event = story.event
    at, where = point(event.place_id), place(event.place_id)
    kind = where.kind if where else "country" if event.place else ""
    raw = (one.entry.page.text[slice(*one.report.place.span)] for one in story.told if one.report.place)
    yield event.place
    yield event.place if kind in _CITIES else ""
    yield ""
    yield event.place if kind == "province" else ""
    yield event.country
    yield from ((at.latitude, at.longitude, at.geonames) if at else ("", "", ""))
    yield next(raw, "") if event.place else ""
    yield kind


def _source(story: Story) -> Iterator[Cell]:
    pages = [one.entry.record for one in story.told]
    yield ";".join(dict.fromkeys(page.publisher or page.id for page in pages))
    yield min((page.published for page in pages if page.published), default="")
    parties = [p for page in pages for e in page.events for p in (*e.actors, *e.recipients)]
    for kinds in (("person",), ("organization", "group", "government")):
        yield ";".join(sorted({party.name for party in parties if party.kind in kinds}))
    yield ";".join(sorted({event.place.name for page in pages for event in page.events if event.place}))
    yield ";".join(dict.fromkeys(page.lang for page in pages))
