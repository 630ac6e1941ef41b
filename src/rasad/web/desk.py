"""What the desk holds between two requests: the path of the case, its indexes, and the ledger's pending lines."""

import gc
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from rasad.engine.nearness import Meanings
from rasad.ledger.book import path_of
from rasad.packs import Packs, load
from rasad.packs.meanings import spellings
from rasad.store import browse, lines
from rasad.store.db import Case, open_case
from rasad.store.lines import Outlet
from rasad.store.veil import Veil, veil_of
from rasad.tokens import search_key
from rasad.web.called import Called
from rasad.web.facets import Days, Index, Rows
from rasad.web.holding import Holding
from rasad.web.taking_up import TakingUp

SHORTEST = 4
"""Letters of a name: what is shorter is a pronoun, or nothing, where the verb alone tells who speaks."""
SETTLES = ("accept", "edit", "reject")
"""Judgements after which an event or a statement is no longer to be reviewed."""
SURE = frozenset({"stated", "weekday", "ledger"})
"""Bases of a day that a page itself states, or a person."""
Columns = dict[str, defaultdict[str, "array[int]"]]
"""Of each column for every value the rows that have it; one may stand there twice."""


class Party(Struct, frozen=True):
    """An actor of the case: its English name, kind, country, and a name as a page writes it."""

    id: str
    name: str
    kind: str
    country: str | None
    native: str


class Known(Struct, frozen=True):
    """An actor with how many events it takes part in, and how many statements it makes."""

    party: Party
    events: int
    statements: int


class Holdings(Struct, frozen=True):
    """What the desk knows of a case as it stands now."""

    events: Index
    days: Days
    holding: Holding
    statements: Index
    parties: dict[str, Party]
    places: dict[str, tuple[str, str | None]]
    origins: dict[str, str]
    judged: Rows
    heard: Rows
    """Statements that people have judged."""
    outlets: tuple[Outlet, ...]
    no_outlet: int
    """Events told by pages that name no outlet."""
    called: Called
    known: tuple[Known, ...]
    """The actors, those with most events first."""


class Desk:
    """A case on the desk. `token` must come with every form; it is new each time that the desk is opened."""

    def __init__(self, path: Path, packs: Callable[[], Packs] = load) -> None:
        self.path = path
        self.token = token_urlsafe(24)
        self.meanings = Meanings(path)
        self.taking_up = TakingUp(path, packs, self._taken_up)
        self._waiting: dict[int, str] = {}
        self._lock = Lock()
        self._seen: object = None
        self._held: Holdings | None = None

    @contextmanager
    def case(self) -> Iterator[Case]:
        """Open the case to read it."""
        with open_case(self.path) as case:
            yield case

    def holdings(self, db: sqlite3.Connection) -> Holdings:
        """Give what is known of the case; made anew when the case has changed."""
        with self._lock:
            state = [(f.stat().st_mtime_ns, f.stat().st_size) for f in self._files if f.exists()]
            if self._held is None or state != self._seen:
                with _no_searching_for_waste():
                    self._seen, self._held = state, take_stock(db)
            return self._held

    def pending(self, db: sqlite3.Connection) -> int:
        """Give how many lines of the ledger the case has not taken up yet."""
        return max(0, self.last_line(db) - self._applied(db))

    def last_line(self, db: sqlite3.Connection) -> int:
        """Give the number of the ledger's last line, whether the case has taken it up or not."""
        ledger = path_of(self.path)
        return ledger.read_bytes().count(b"\n") if ledger.exists() else self._applied(db)

    def waiting(self) -> set[str]:
        """Give the events and statements judged on this desk whose judgement the case has not taken up yet."""
        return set(self._waiting.values())

    def judged(self, line: int, kind: str, identity: str, undoes: int | None) -> None:
        """Note that an event or a statement was judged, and have the events made anew."""
        if kind in SETTLES:
            self._waiting[line] = identity
        if undoes:
            self._waiting.pop(undoes, None)
        self.taking_up.ask()

    def _taken_up(self) -> None:
        """Forget what the case itself knows now."""
        with self.case() as case:
            applied = self._applied(case.db)
        for line in [line for line in self._waiting if line <= applied]:
            self._waiting.pop(line, None)

    @staticmethod
    def _applied(db: sqlite3.Connection) -> int:
        return int(db.execute("SELECT coalesce(max(n), 0) FROM judgement").fetchone()[0])

    @cached_property
    def _files(self) -> tuple[Path, Path]:
        return self.path, self.path.with_name(self.path.name + "-wal")


@contextmanager
def _no_searching_for_waste() -> Iterator[None]:
    """Keep Python from going through all that is held here, which has no circles, again and again.

    Of a million reports these are millions of values: it would take a second, in the middle of an answer.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def take_stock(db: sqlite3.Connection) -> Holdings:
    """Read the columns that lists are filtered by."""
    veil = veil_of(db)
    columns = _columns(EVENT_COLUMNS)
    place_of: dict[str, int] = {}
    ids, days, places = [], [], {}
    for n, row in enumerate(browse.rows(db, browse.EVENTS)):
        place_of[row[0]] = n
        ids.append(row[0])
        days.append((row[4] or "0000", row[5] or "9999"))
        if row[8]:
            places[row[8]] = (row[9], row[10])
        for column, value in _event_values(row):
            columns[column][value].append(n)
    parties = _add_parties(db, veil, columns, place_of)
    holding = _add_pages(db, columns, place_of)
    origins = _add_origins(db, veil, columns, place_of)
    judged = [place_of[event] for (event,) in browse.rows(db, browse.JUDGED)]
    events, statements = Index(ids, columns), _statements(db, veil, parties)
    heard = [statements.row[one] for (one,) in browse.rows(db, browse.HEARD) if one in statements.row]
    keys = {(search_key(" ".join((p.name, p.native, *spellings(p.id)))), p.id) for p in parties.values()}
    return Holdings(
        events, Days(days), holding, statements, parties, places, origins, events.set_of(judged),
        statements.set_of(heard), tuple(lines.outlets(db)), lines.events_of_no_outlet(db), Called(sorted(keys)),
        tuple(_known(parties, events, statements)),
    )  # fmt: skip


def _known(parties: Mapping[str, Party], events: Index, statements: Index) -> Iterator[Known]:
    told = dict(events.counts("actor", events.everything, len(parties)))
    said = dict(statements.counts("speaker", statements.everything, len(parties)))
    for one in sorted(parties, key=lambda one: (-told.get(one, 0), -said.get(one, 0), one)):
        yield Known(parties[one], told.get(one, 0), said.get(one, 0))


def _columns(names: Sequence[str]) -> Columns:
    return {name: defaultdict(lambda: array("I")) for name in names}


EVENT_COLUMNS = (
    "type", "mode", "status", "precision", "basis", "place", "where", "contested", "month", "sure", "actor", "country",
    "lang", "outlet", "origin",
)  # fmt: skip
STATEMENT_COLUMNS = ("speaker", "addressee", "country", "verb", "stance", "form", "lang", "outlet", "month")


def _event_values(row: browse.Row) -> Iterator[tuple[str, str]]:
    _, kind, mode, status, earliest, latest, precision, basis, place, _, country, clashes, *_ = row
    yield from (("type", kind), ("status", status), ("precision", precision), ("basis", basis))
    if mode:
        yield "mode", f"{kind}/{mode}"
    if place:
        yield "place", place
    if country:
        yield "where", country
    if clashes:
        yield "contested", "yes"
    yield "month", (earliest or latest or "")[:7]
    if earliest and earliest[:7] == (latest or "")[:7] and basis in SURE:
        yield "sure", "yes"


def _add_parties(
    db: sqlite3.Connection, veil: Veil, columns: Columns, place_of: dict[str, int]
) -> dict[str, Party]:
    parties: dict[str, Party] = {}
    written: dict[str, Counter[str]] = defaultdict(Counter)
    actors, countries = columns["actor"], columns["country"]
    for event, _, entity, name, country, kind, native in browse.rows(db, browse.PARTIES):
        written[entity][native] += 1
        one = parties.get(entity) or parties.setdefault(entity, _party(veil, entity, name, kind, country, native))
        row = place_of[event]
        actors[one.id].append(row)
        if country:
            countries[country].append(row)
    return {one.id: _usually(veil, one, written[entity]) for entity, one in parties.items()}


def _usually(veil: Veil, one: Party, written: Counter[str]) -> Party:
    """Give a party the name that pages give it most often, and of equal ones the longest."""
    best = min(written, key=lambda native: (-written[native], -len(native), native), default="")
    return replace(one, native=veil.text(best) if one.native else "")


def _party(veil: Veil, entity: str, name: str, kind: str, country: str | None, native: str) -> Party:
    mask = veil.of(entity) if veil.masks else None
    if mask:
        return Party(mask.id, mask.name, kind, country, "")
    return Party(entity, veil.words(name), kind, country, veil.text(native))


def _add_pages(db: sqlite3.Connection, columns: Columns, place_of: dict[str, int]) -> Holding:
    """Add the languages and outlets of pages, and give which events each page tells."""
    langs, outlets = columns["lang"], columns["outlet"]
    pages, told = array("I"), array("I")
    for event, page, lang, outlet in browse.rows(db, browse.PAGES):
        row = place_of[event]
        pages.append(page)
        told.append(row)
        langs[lang].append(row)
        if outlet:
            outlets[outlet].append(row)
    return Holding(pages, told)


def _add_origins(
    db: sqlite3.Connection, veil: Veil, columns: Columns, place_of: dict[str, int]
) -> dict[str, str]:  # fmt: skip
    origins: dict[str, str] = {}
    for event, entity, name in browse.rows(db, browse.ORIGINS):
        known = veil.words(entity)
        origins[known] = veil.words(name)
        columns["origin"][known].append(place_of[event])
    return origins


def _statements(db: sqlite3.Connection, veil: Veil, parties: dict[str, Party]) -> Index:
    """Index the statements; their speakers and addressees are added to the parties of the case."""
    columns = _columns(STATEMENT_COLUMNS)
    ids = []
    raw: dict[str, Party] = {}
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for n, row in enumerate(browse.statements(db)):
        identity, form, stance, verb, lang, outlet, day, who, name, country, native, whom, whom_name, whom_native = row
        ids.append(identity)
        speaker = raw.get(who) or raw.setdefault(who, _party(veil, who, name, "", country, native))
        if native != verb and len(native) >= SHORTEST:
            written[who][native] += 1
        values = [("form", form), ("stance", stance), ("verb", verb), ("lang", lang), ("outlet", outlet)]
        values += [("speaker", speaker.id), ("country", country)]
        if whom:
            addressee = raw.get(whom) or raw.setdefault(whom, _party(veil, whom, whom_name, "", None, whom_native))
            written[whom][whom_native] += 1
            values.append(("addressee", addressee.id))
        for column, value in values:
            if value:
                columns[column][value].append(n)
        columns["month"][(day or "")[:7]].append(n)
    for entity, one in raw.items():
        parties.setdefault(one.id, _usually(veil, one, written[entity]))
    return Index(ids, columns)
