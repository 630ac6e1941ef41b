"""Names that are not shown: the case keeps all as it is; what leaves it, on a screen or as a file, is veiled."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

import ahocorasick
import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rasad.model import DateInterval, PageRecord, PublicLink, PublicParty, Span
from rasad.packs.rows import read_rows
from rasad.store.rows import Entry, Rows, json_text
from rasad.store.seeking import Found, Seeker, apart
from rasad.tokens import fold

BLACK = "█"
"""Stands for every letter of a name in a text, so that all spans of the text stay right."""
PAGE_NAME = "page:"
"""How the id of an actor begins whom only pages know; the rest of it is the name as they write it."""
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_FORMS = msgspec.json.Decoder(tuple[str, ...])
_MENTIONED = ("report_party", "statement_party")
_LINKED = ("report_link", "statement_via")
Named = TypeVar("Named", PublicParty, PublicLink)


class Mask(Struct, frozen=True):
    """An actor who is not named: what stands in the place of id and name, and how texts write the name."""

    entity: str
    id: str
    name: str
    forms: tuple[str, ...]


class Veil(Struct, frozen=True, dict=True):
    """All masks of a case; without any, every text and record is given back as it is."""

    masks: Mapping[str, Mask]

    @cached_property
    def _names(self) -> Seeker:
        return Seeker({entity: mask.forms for entity, mask in self.masks.items()})

    @cached_property
    def _ids(self) -> ahocorasick.Automaton:
        ids = ahocorasick.Automaton()
        for entity in self.masks:
            ids.add_word(entity, entity)
        ids.make_automaton()
        return ids

    def of(self, entity: str) -> Mask | None:
        """Give the mask of an actor; two people named as one are masked if either is."""
        return next((self.masks[part] for part in entity.split("&") if part in self.masks), None)

    def words(self, text: str) -> str:
        """Put the masks' names into words of ours or of a person: names, reasons, ids."""
        if not self.masks:
            return text
        ids = (Found(end - len(one) + 1, end + 1, one) for end, one in self._ids.iter(text))
        for found in reversed(apart(ids)):
            text = text[: found.start] + self.masks[found.owner].id + text[found.end :]
        for found in reversed(apart(self._names.find(text))):
            text = text[: found.start] + self.masks[found.owner].name + text[found.end :]
        return text

    def lines(self, some: Sequence[str]) -> tuple[str, ...]:
        """Put the masks' names into lines."""
        return tuple(map(self.words, some))

    def text(self, text: str, spans: Sequence[Span] = ()) -> str:
        """Black out names in words of a page, and the spans given; the length stays."""
        found = [*spans, *((one.start, one.end) for one in self._names.find(text))] if self.masks else spans
        for start, end in found:
            text = text[:start] + BLACK * (end - start) + text[end:]
        return text

    def date(self, date: DateInterval) -> DateInterval:
        """Veil the reasons of a date: terms of office name their holders."""
        return replace(date, derivation=self.lines(date.derivation)) if self.masks else date

    def named(self, some: Sequence[Named]) -> tuple[Named, ...]:
        """Veil parties or links of a record."""
        return tuple(self._named(one) for one in some)

    def _named(self, one: Named) -> Named:
        mask = self.of(one.id)
        return replace(one, id=mask.id, name=mask.name) if mask else replace(one, name=self.words(one.name))


NO_VEIL = Veil({})


def veil_of(db: sqlite3.Connection) -> Veil:
    """Give the masks that hold in a case."""
    rows = db.execute("SELECT entity, name, judgement, forms FROM mask ORDER BY entity")
    return _veil(tuple(rows))


@lru_cache(maxsize=4)
def _veil(rows: tuple[tuple[str, str, int, str], ...]) -> Veil:
    """Make a veil once for the same rows: many questions are asked of one case. Numbers below 0 are no lines."""
    ids = {entity: f"masked:{line}" if line > 0 else f"private:{-line}" for entity, _, line, _ in rows}
    return Veil({e: Mask(e, ids[e], name, _FORMS.decode(forms)) for e, name, _, forms in rows})


def veiled(db: sqlite3.Connection, entry: Entry, veil: Veil) -> Entry:
    """Give a page and its record without the names that are masked; all spans stay."""
    if not veil.masks:
        return entry
    page = replace(entry.page, text=veil.text(entry.page.text, spans_of(db, entry.record.sha256)))
    outside = replace(page.outside, title=veil.words(page.outside.title)) if page.outside.title else page.outside
    return Entry(replace(page, outside=outside), _record(entry.record, veil))


def spans_of(db: sqlite3.Connection, page: str) -> list[Span]:
    """Give the places of a page where masked actors are mentioned, under whatever name."""
    return db.execute('SELECT start, "end" FROM mask_span WHERE page = ? ORDER BY 1, 2', (page,)).fetchall()


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Give what of some spans of a page lies in [start, end), counted from `start`."""
    return [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and start < b]


def mask_rows(db: sqlite3.Connection, masks: Mapping[str, tuple[str, int]], gone: Collection[str]) -> Rows:
    """Give the rows of masks, (name, line) by actor: how the name is written, and where; pages `gone` left out."""
    rows: Rows = defaultdict(list)
    spans: set[tuple[str, int, int]] = set()
    for entity, (name, line) in sorted(masks.items()):
        forms = {row["form"] for row in read_rows("actors/person_names.tsv") if row["id"] == entity}
        forms |= {entity.removeprefix(PAGE_NAME)} if entity.startswith(PAGE_NAME) else set()
        for page, called, some in _mentions(db, entity):
            forms |= {called} if called else set()
            spans.update((page, *span) for span in some if page not in gone)
        written = sorted({fold(form).strip() for form in forms} - {""}, key=lambda form: (-len(form), form))
        rows["mask"].append((entity, name, line, json_text(written)))
    rows["mask_span"].extend(sorted(spans))
    return rows


def _mentions(db: sqlite3.Connection, entity: str) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """Give page, name and spans of every row that names an actor, alone or together with another."""
    for table in _MENTIONED:
        query = f"""SELECT page, entity, name, start, "end", mentions FROM {table} WHERE entity = ?
                    UNION ALL SELECT page, entity, name, start, "end", mentions FROM {table}
                    WHERE instr(entity, '&') AND instr('&' || entity || '&', '&' || ? || '&')"""
        for page, whole, name, start, end, mentions in db.execute(query, (entity, entity)):
            yield page, name if whole == entity else "", ((start, end), *_SPANS.decode(mentions))
    for table in _LINKED:
        query = f'SELECT page, name, start, "end" FROM {table} WHERE entity = ?'
        for page, name, start, end in db.execute(query, (entity,)):
            yield page, name, ((start, end),)


def _record(record: PageRecord, veil: Veil) -> PageRecord:
    return replace(
        record,
        events=tuple(
            replace(
                event, actors=veil.named(event.actors), recipients=veil.named(event.recipients),
                attribution=veil.named(event.attribution), date=veil.date(event.date) if event.date else None,
            ) for event in record.events
        ),
        statements=tuple(
            replace(
                said, speaker=veil.named((said.speaker,))[0], via=veil.named(said.via),
                addressee=veil.named((said.addressee,))[0] if said.addressee else None,
            ) for said in record.statements
        ),
        skipped=tuple(replace(note, why=veil.words(note.why)) for note in record.skipped),
        stated=tuple(replace(fact, value=veil.words(fact.value)) for fact in record.stated),
        passing=tuple(replace(one, date=veil.date(one.date) if one.date else None) for one in record.passing),
    )  # fmt: skip
