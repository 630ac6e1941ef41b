"""A brief: what pages tell since a day, event by event, with a numbered note for every page that says it."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rasad.relations import Contradiction
from rasad.sharing.words import counts, day, defanged, quote, title
from rasad.store.evidence import Told
from rasad.store.stories import Story, stories


class Note(Struct, frozen=True):
    """An endnote: a page with the words that tell an event. `chain` is whom the page quotes, outermost first."""

    number: int
    page: str
    outlet: str
    day: str
    address: str
    chain: tuple[str, ...]
    lang: str
    quote: str
    start: int
    end: int


class Item(Struct, frozen=True):
    """An event of the brief; `again` tells that pages from before the day told it too."""

    id: str
    type: str
    title: str
    day: str
    status: str
    told: str
    again: bool
    notes: tuple[int, ...]


class Clash(Struct, frozen=True):
    """What two pages disagree on, with the notes of both."""

    title: str
    field: str
    value: str
    other: str
    note: int
    other_note: int
    why: str


class Brief(Struct, frozen=True):
    """All of a brief: since when, how many pages it rests on and how many have no day, events, disagreements, notes."""

    since: str
    pages: int
    undated: int
    items: tuple[Item, ...]
    clashes: tuple[Clash, ...]
    notes: tuple[Note, ...]

    def by_type(self) -> list[tuple[str, int, int]]:
        """Give for each type how many events are told for the first time, and how many again."""
        first = Counter(item.type for item in self.items if not item.again)
        again = Counter(item.type for item in self.items if item.again)
        return [(type_, first[type_], again[type_]) for type_ in sorted(first.keys() | again.keys())]


def brief(db: sqlite3.Connection, since: str = "") -> Brief:
    """Make a brief of the events that a page published (or else captured) since a day tells; of all without a day."""
    notes: list[Note] = []
    items: list[Item] = []
    clashes: list[Clash] = []
    for story in stories(db):
        if not any(_since(told, since) for told in story.told):
            continue
        numbered = {told.telling.report: _note(told, len(notes) + n) for n, told in enumerate(story.told, start=1)}
        notes += numbered.values()
        items.append(_item(story, since, [note.number for note in numbered.values()]))
        clashes += _clashes(story.contradictions, numbered, items[-1].title)
    days = db.execute("SELECT coalesce(published, retrieved, '') FROM page").fetchall()
    new = sum(one >= since for (one,) in days if one or not since)
    undated = sum(not one for (one,) in days)
    return Brief(since, new, undated, tuple(items), tuple(clashes), tuple(notes))


def _since(told: Told, since: str) -> bool:
    return not since or (_day(told) or "") >= since


def _day(told: Told) -> str | None:
    return told.entry.record.published or told.entry.record.retrieved


def _note(told: Told, number: int) -> Note:
    record, (start, end) = told.entry.record, told.report.trigger
    chain = tuple(link.name for link in told.report.attribution)
    return Note(
        number, record.id, record.publisher or "", _day(told) or "", defanged(record.url or ""), chain, record.lang,
        quote(told), start, end,
    )  # fmt: skip


def _item(story: Story, since: str, numbers: Sequence[int]) -> Item:
    event = story.event
    again = bool(since) and not all(_since(told, since) for told in story.told)
    return Item(event.id, event.type, title(event), day(event.date), event.status, counts(event), again, tuple(numbers))


def _clashes(some: Sequence[Contradiction], notes: dict[str, Note], name: str) -> Iterator[Clash]:
    for one in some:
        if one.report in notes and one.other_report in notes:
            numbers = notes[one.report].number, notes[one.other_report].number
            yield Clash(name, one.field, one.value, one.other_value, *numbers, one.why)
