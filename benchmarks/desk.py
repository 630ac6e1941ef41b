"""How long each view of the desk takes on a case of many reports.

    desk.py [--reports 100000] [--times N] [--case FILE] [--rounds N]

The case is made up, the same for the same number, and kept if FILE is named: pages of a few sentences, each with two
reports and two statements; about two events for three reports. The time is that of a whole answer, as the server gives
it, without the network and the browser: the first one after the desk has opened, the middle of the others, and the
work of the processor in these, which tells what a machine that has nothing else to do would need. With `--times` the
case is copied so many times into one, each copy with ids of its own: a million reports are made in minutes.
"""

import argparse
import random
import statistics
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, islice, pairwise
from pathlib import Path

from rasad.model import (
    DateInterval,
    Outside,
    Page,
    PageRecord,
    PublicEvent,
    PublicLink,
    PublicParty,
    PublicPlace,
    PublicStatement,
    Range,
    Span,
)
from rasad.packs.rows import read_rows
from rasad.store.db import Batch, Case, create
from rasad.store.rows import Entry, Rows, json_text, report_ids
from rasad.store.words import search_words
from rasad.web.app import make_app
from rasad.web.desk import Desk

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

Named = tuple[str, str, str | None, str]
"""Somebody or some place: id, English name, country, Persian name."""
BATCH = 500
VERSION = "made-up"
FIRST = date(2015, 1, 1)
DAYS = 3400
STATUSES = ("actual",) * 16 + ("planned", "planned", "denied", "historical")
SAID, SPEECH = " گفت ", "که این گفت‌وگوها ادامه خواهد داشت و نتیجهٔ آن اعلام می‌شود.\n"
STANCES = ("asserts", "asserts", "asserts", "demands", "condemns", "denies")
LIMIT = 100.0
"""Milliseconds within which a page is to open."""


class World:
    """Names to make pages of: real ones from the register, drawn so that a few are common and most are rare."""

    def __init__(self) -> None:
        self.lot = random.Random(20261122)
        people = {row["id"]: row for row in read_rows("actors/people.tsv")}
        self.people = [
            (row["id"], people[row["id"]]["english"], people[row["id"]]["country"] or None, row["form"])
            for row in read_rows("actors/person_names.tsv") if row["use"] == "full" and row["lang"] == "fa"
        ]  # fmt: skip
        names = {row["id"]: row["form"] for row in read_rows("actors/place_names.tsv") if row["lang"] == "fa"}
        self.places = [(r["id"], r["english"], r["country"] or None, names[r["id"]])
                       for r in read_rows("actors/places.tsv") if r["id"] in names]  # fmt: skip
        self.deeds = [(row["type"], row["mode"] or None) for row in read_rows("plover/modes.tsv")]

    def some(self, of: Sequence[Named]) -> Named:
        """Draw one; the first ones come most often."""
        return of[min(int(self.lot.expovariate(1 / (len(of) / 8))), len(of) - 1)]


def entry(world: World, number: int) -> Entry:
    """Make a page with two reports and two statements."""
    day = FIRST + timedelta(days=world.lot.randrange(DAYS))
    text = f"صفحهٔ {number}\n"
    events: list[PublicEvent] = []
    said: list[PublicStatement] = []
    for _ in range(2):
        text, event, statement = telling(world, text, day, main=not events)
        events.append(event)
        said.append(statement)
    sha = sha256(text.encode()).hexdigest()
    outlet = f"رسانهٔ {number % 60}"
    page = Page(Outside(f"page-{number}", published=day.isoformat(), publisher=outlet), text, sha)
    return Entry(page, PageRecord(
        page.outside.id, sha, "fa" if number % 3 else "ar", "political", None, outlet, day.isoformat(), None, (), (),
        (Range(0, len(text), "body", "made up"),), tuple(events), tuple(said), (), (),
    ))  # fmt: skip


def telling(world: World, text: str, day: date, main: bool) -> tuple[str, PublicEvent, PublicStatement]:
    """Write a sentence at the end of a text, and give it with the report and the statement in it."""
    one, other, place = world.some(world.people), world.some(world.people), world.some(world.places)
    agency = f"خبرگزاری {world.lot.randrange(40)}"
    told = (agency, " گزارش داد که ", one[3], " با ", other[3], " در ", place[3], " دیدار", " کرد. ")
    parts = (*told, one[3], SAID, SPEECH)
    ends = list(accumulate((len(part) for part in parts), initial=len(text)))
    spans = list(pairwise(ends))
    sure = world.lot.random() < 0.5
    last = (day - timedelta(days=world.lot.randrange(3))).isoformat()
    first = last if sure else (day - timedelta(days=40)).isoformat()
    when = DateInterval(first, last, "day" if sure else "interval", "stated" if sure else "relative", ("made up",))
    kind, mode = world.deeds[min(int(world.lot.expovariate(0.08)), len(world.deeds) - 1)]
    who, whom, speaker = (party(p, spans[n]) for p, n in ((one, 2), (other, 4), (one, 9)))
    link = PublicLink(agency, "agency", spans[0], f"page:{agency}", rule="made up:1")
    event = PublicEvent(
        kind, mode, world.lot.choice(STATUSES), when, spans[7] if sure else None,
        PublicPlace(place[1], place[2], spans[6], place[0]), (who,), (whom,), spans[7], (spans[7],), (link,), main,
        {"event": "made up:2"},
    )  # fmt: skip
    stance = world.lot.choice(STANCES)
    said = PublicStatement(speaker, "indirect", spans[11], spans[10], stance, (link,), None, "made up:3")
    return text + "".join(parts), event, said


def party(one: Named, span: Span) -> PublicParty:
    """Name somebody at a place of the page."""
    return PublicParty(one[1], "person", one[2], span, one[0], mentions=(span,))


def make_case(path: Path, reports: int) -> None:
    """Write the made-up case: the pages by the store's own writer, then events of one to three of their reports."""
    world = World()
    held: list[tuple[str, str, PublicEvent]] = []
    made = (entry(world, number) for number in range(reports // 2))
    with create(path) as case:
        case.note_run("benchmark", VERSION)
        while some := list(islice(made, BATCH)):
            case.add(Batch(some), VERSION)
            for one in some:
                told = zip(report_ids(one.record), one.record.events, strict=True)
                held += ((identity, one.record.sha256, event) for identity, event in told)
        case.replace_events([event_rows(world, held)])


def make_copies(path: Path, single: Path, times: int) -> None:
    """Write a case several times over into a new one, each copy under ids of its own."""
    with create(path) as case:
        db = case.db
        case.note_run("benchmark", VERSION)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("ATTACH ? AS one", (str(single),))
        (pages,) = db.execute("SELECT count(*) FROM one.page").fetchone()
        query = "SELECT name FROM one.sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name <> 'run'"
        names = [name for (name,) in db.execute(query)]
        tables = {name: db.execute(f"PRAGMA table_info('{name}')").fetchall() for name in names}
        db.execute("BEGIN")
        for copy in range(times):
            letter = chr(ord("f") + copy) if copy else ""  # the others begin as no hash does
            for table, columns in tables.items():
                cells = ", ".join(_column(table, name, letter, copy * pages) for _, name, *_ in columns)
                db.execute(f"INSERT INTO main.{table} SELECT {cells} FROM one.{table}")
        texts = db.execute("SELECT n, text, lang FROM main.page")
        words = ((n, *search_words(text, lang)) for n, text, lang in texts)
        db.executemany("INSERT INTO search (rowid, words, bare) VALUES (?, ?, ?)", words)
        db.execute("COMMIT")
        db.execute("DETACH one")


def _column(table: str, name: str, letter: str, pages: int) -> str:
    """Write how a column is copied: ids begin with the letter of the copy, pages get numbers of their own."""
    if (table, name) == ("page", "n"):
        return f"n + {pages}"
    own = name in ("sha256", "page", "report", "other_report", "event", "statement") or (
        name == "id" and table in ("report", "event", "statement")
    )
    return f"'{letter}' || substr({name}, 2)" if own and letter else f'"{name}"'


def event_rows(world: World, held: Sequence[tuple[str, str, PublicEvent]]) -> Rows:
    """Give the rows of made-up events."""
    rows: Rows = defaultdict(list)
    left = iter(held)
    while some := list(islice(left, world.lot.choice((1, 1, 1, 2, 2, 3)))):
        first, _, told = some[0]
        identity, date_cells = first[:12], _date(told)
        place = told.place
        where = (place.name, place.id, place.country) if place else (None, None, None)
        clashes = int(len(some) > 1 and world.lot.random() < 0.1)
        rows["event"].append((
            identity, told.type, told.mode, told.status, *date_cells, *where, len(some), len(some), 1, clashes, "m:1",
            VERSION,
        ))  # fmt: skip
        for side, parties in (("actor", told.actors), ("recipient", told.recipients)):
            rows["event_party"] += [(identity, side, n, p.id, p.name, p.kind, p.country, None, p.name)
                                    for n, p in enumerate(parties)]  # fmt: skip
        for report, page, one in some:
            rows["event_report"].append((identity, report, page, 1.0, '["made up"]', *_date(one), "m:1", VERSION))
        link = told.attribution[0]
        begun = (identity, 0, link.id, link.name, link.kind, 1, "made up", json_text([first]), "m:1", VERSION)
        rows["origin"].append(begun)
        if clashes:
            values = (first, "actual", some[1][0], "denied")
            rows["contradiction"].append((identity, 0, "status", "conflict", *values, "made up", "m:1", VERSION))
    return rows


def _date(told: PublicEvent) -> tuple[str | None, ...]:
    date = told.date or DateInterval(None, None, "unknown", "unknown")
    return (date.earliest, date.latest, date.precision, date.basis, json_text(date.derivation))


def addresses(case: Case) -> Iterator[str]:
    """Give the addresses that are timed: every view, plain and filtered."""
    (event,) = case.db.execute("SELECT id FROM event ORDER BY pages DESC, id LIMIT 1").fetchone()
    (page,) = case.db.execute("SELECT sha256 FROM page ORDER BY n LIMIT 1").fetchone()
    actor, _ = case.db.execute("SELECT entity, count(*) FROM event_party GROUP BY 1 ORDER BY 2 DESC LIMIT 1").fetchone()
    (place,) = case.db.execute("SELECT place_id FROM event ORDER BY id LIMIT 1").fetchone()
    yield from ("/en/events", "/fa/events?page=900", "/en/events?status=actual", "/en/events?lang=ar&type=CONSULT")
    yield from (f"/en/events?actor={actor}", f"/en/events?place={place}", "/en/events?from=2018-01&to=2018-06")
    yield from ("/en/events?who=raisi", f"/en/event/{event}", f"/en/page/{page}", "/en/statements")
    yield from ("/en/statements?stance=demands", f"/en/statements?speaker={actor}", "/en/actors", f"/en/actor/{actor}")
    yield from ("/en/timeline", "/en/network", "/en/network?status=actual", "/en/map", "/en/contradictions")
    yield from (f"/en/compare/{event}", "/en/review", "/en/search?q=دیدار", "/en/search?q=رئیسی", "/en/sources")
    yield from ("/en/search?q=Raisi", "/en/search?q=attack Kabul", "/en/events?q=visit Damascus", "/en/hearing")
    yield from ("/en/runs", "/api/event?limit=100", f"/api/report_party?entity={actor}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=1, help="copies of these reports, each under ids of its own")
    parser.add_argument("--case", type=Path, help="where the case is kept; made when it is not there")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.case or Path(folder) / "made-up.rasad"
        if not path.exists():
            started = time.perf_counter()
            single = Path(folder) / "single.rasad" if args.times > 1 else path
            make_case(single, args.reports)
            if args.times > 1:
                make_copies(path, single, args.times)
            print(f"made {path.stat().st_size / 1e6:,.0f} MB in {time.perf_counter() - started:.0f} s")
        measure(path, args.rounds)


def measure(path: Path, rounds: int) -> None:
    """Print the time of each view."""
    desk = Desk(path)
    with desk.case() as case:
        started, begun = time.perf_counter(), time.process_time()
        held = desk.holdings(case.db)
        took = f"{time.perf_counter() - started:.1f} s ({time.process_time() - begun:.1f} s of the processor)"
        asked = list(addresses(case))
    print(f"{len(held.events.ids):,} events, {len(held.statements.ids):,} statements; the desk opens in {took}")
    client = TestClient(make_app(desk), base_url="http://127.0.0.1")
    print(f"{'first ms':>9} {'ms':>7} {'cpu ms':>7}  view")
    slow, works = 0, []
    for address in asked:
        times, work = [], []
        for _ in range(rounds + 1):
            started, begun = time.perf_counter(), time.process_time()
            status = client.get(address).status_code
            times.append((time.perf_counter() - started) * 1000)
            work.append((time.process_time() - begun) * 1000)
            assert status == 200, address
        middle, busy = statistics.median(times[1:]), statistics.median(work[1:])
        slow += middle > LIMIT
        works.append(busy)
        print(f"{times[0]:9.0f} {middle:7.0f} {busy:7.0f}  {address}{'  SLOW' if middle > LIMIT else ''}")
    print(f"{slow} of {len(asked)} views take more than {LIMIT:.0f} ms; "
          f"of the processor, 19 of 20 take {statistics.quantiles(works, n=20)[-1]:.0f} ms at most")  # fmt: skip


if __name__ == "__main__":
    main()
