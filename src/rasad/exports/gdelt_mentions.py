"""Reports in the columns of GDELT's mentions table: one line a page that tells an event."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import BinaryIO
from urllib.parse import urlsplit

from rasad.model import PublicParty
from rasad.sharing.cells import Cell, tab_line
from rasad.sharing.words import day, single_day
from rasad.store.evidence import Told
from rasad.store.queries import EventLine
from rasad.store.stories import stories

DESCRIPTION = "the 16 columns of GDELT's mentions, without a header; offsets count characters of the original text"
EXTENSION = "tsv"

COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_WEB, _CITATION = 1, 2
"""GDELT's types of mentions: a page that has an address, and a text that is only cited."""
_NONE = -1
"""GDELT's offset of an actor that is not named."""
_STOP = re.compile(r"[.!؟?…]\s|\n+")
"""Where a sentence ends, for the number of a sentence; GDELT counts them from 1."""


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write one line a report; what no page says (confidence, tone) stays empty."""
    for story in stories(db):
        for told in story.told:
            out.write(tab_line(list(_mention(story.event, told))))


def _mention(event: EventLine, told: Told) -> Iterator[Cell]:
    page, record, report = told.entry.page, told.entry.record, told.report
    yield int(event.id, 16)
    yield _moment(single_day(event.date))
    yield _moment(record.published or record.retrieved)
    yield _WEB if record.url else _CITATION
    yield record.publisher or (urlsplit(record.url).hostname if record.url else None) or record.id
    yield record.url or f"urn:sha256:{record.sha256}"
    yield len(_STOP.findall(page.text, 0, report.trigger[0])) + 1
    yield from (_first(report.actors), _first(report.recipients), report.trigger[0])
    yield from (1, "", len(page.text), "", "")
    yield f"report={told.telling.report};status={report.status};type={event.type};date={day(event.date)}"


def _first(some: Sequence[PublicParty]) -> int:
    return some[0].span[0] if some else _NONE


def _moment(iso: str | None) -> str:
    """Write a day as GDELT does, at midnight; nothing where no single day is known."""
    return f"{iso[:10].replace('-', '')}000000" if iso else ""
