"""One page: its text with layers, its days apart by what they are, and everything that was read on it or left out."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rasad.model import PublicEvent, PublicStatement
from rasad.store import browse, queries
from rasad.store.queries import PartyLine
from rasad.store.records import entries
from rasad.store.rows import Entry, report_ids
from rasad.web.ask import Ask
from rasad.web.lit import blocks
from rasad.web.reading import page_lights
from rasad.web.render import Shown

LAYERS = ("trigger", "actor", "recipient", "date", "place", "attribution", "statement", "verb", "speaker", "addressee",
          "figure", "context", "stated", "skipped")  # fmt: skip
OPEN = frozenset({"trigger", "actor", "recipient", "date", "place", "attribution", "statement"})
"""Layers that are lit when a page opens; the others wait for a click."""
DAYS = ("published", "shown_on", "retrieved")


class OnPage(Struct, frozen=True):
    """A report or a statement of the page, with its number in the record and where more of it is shown."""

    n: int
    told: PublicEvent | PublicStatement
    quote: str
    who: PartyLine | None
    href: str | None


class Day(Struct, frozen=True):
    """A day of the page: what it is, and where it comes from."""

    kind: str
    day: str
    source: str


def view(ask: Ask) -> Shown:
    """Show a page with all its layers."""
    sha = queries.page(ask.db, ask.ident)
    entry = next(entries(ask.db, [sha]))
    record, text = entry.record, entry.page.text
    data = {
        "entry": entry, "record": record, "blocks": blocks(text, page_lights(record), record.ranges),
        "layers": [(name, name in OPEN) for name in LAYERS], "days": list(_days(ask, sha)),
        "reports": list(_reports(ask, entry)), "statements": list(_statements(ask, entry)),
        "silent": Counter(note.why for note in record.skipped if note.end > note.start).most_common(),
        "notes": [note for note in record.skipped if note.end <= note.start],
        "skipped": list(enumerate(record.skipped)), "parts": Counter(r.kind for r in record.ranges),
        "copies": _copies(ask, sha), "captures": _captures(ask, sha),
    }  # fmt: skip
    title = _title(entry)
    return Shown(title, data | {"page_title": title}, _rows(entry), record)


def _title(entry: Entry) -> str:
    """Give the title as the page states it, else as it stands on the page, else the page's id."""
    stated = (fact.value for fact in entry.record.stated if fact.field == "title")
    stands = (entry.page.text[part.start : part.end] for part in entry.record.ranges if part.kind == "title")
    return next((title.strip() for title in (*stated, *stands) if title.strip()), entry.record.id)


def _reports(ask: Ask, entry: Entry) -> Iterator[OnPage]:
    events = browse.events_on(ask.db, entry.record.sha256)
    for n, (identity, report) in enumerate(zip(report_ids(entry.record), entry.record.events, strict=True)):
        event = events.get(identity)
        href = ask.links.to("event", event, report=identity) if event else None
        yield OnPage(n, report, entry.page.text[slice(*report.trigger)], None, href)


def _statements(ask: Ask, entry: Entry) -> Iterator[OnPage]:
    ids = browse.statements_on(ask.db, entry.record.sha256)
    for n, (identity, said) in enumerate(zip(ids, entry.record.statements, strict=True)):
        text, who = entry.page.text, said.speaker
        named = PartyLine(who.id, who.name, who.kind, who.country, text[slice(*who.span)])
        yield OnPage(n, said, text[slice(*said.content)], named, ask.links.to("statement", identity))


def _days(ask: Ask, sha: str) -> Iterator[Day]:
    columns = "published, published_from, shown_on, shown_from, retrieved, retrieved_from"
    row = ask.db.execute(f"SELECT {columns} FROM page WHERE sha256 = ?", (sha,)).fetchone()
    for n, kind in enumerate(DAYS):
        yield Day(kind, row[2 * n] or "", row[2 * n + 1] or "")


def _copies(ask: Ask, sha: str) -> list[tuple[str, str, float, str | None]]:
    found = []
    for copy in browse.copies_of(ask.db, sha):
        other = copy.other if copy.page == sha else copy.page
        (name,) = ask.db.execute("SELECT id FROM page WHERE sha256 = ?", (other,)).fetchone()
        found.append((copy.kind, name, copy.share, ask.links.to("page", other)))
    return found


def _captures(ask: Ask, sha: str) -> list[tuple[str, str, str]]:
    query = "SELECT id, url, retrieved_at FROM capture WHERE page = ? ORDER BY 1, 2, 3"
    return ask.db.execute(query, (sha,)).fetchall()


def _rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """Give every span of the page that anything was read from."""
    for light in page_lights(entry.record):
        yield {
            "page": entry.record.sha256, "page_id": entry.record.id, "layer": light.layer, "field": light.field,
            "start": light.start, "end": light.end, "quote": entry.page.text[light.start : light.end],
        }  # fmt: skip
