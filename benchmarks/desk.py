"""The work of the processor for each view of the desk, and for each page added, on cases of several sizes.

    desk.py [--reports N …] [--rounds N] [--keep FOLDER] [--only WORD]

The cases are made up (made_case.py), one after the other, and deleted unless FOLDER is named, where they are found
again. The work is that of a whole answer, as the server gives it, without the network and the browser: the first one
after the desk has opened, the middle of the others, and what 19 of 20 of them take at most. A kind of view is asked for
in several ways: by what is common, by what is rare, by both. Time by the clock says nothing where other programs run.
"""

import argparse
import resource
import sqlite3
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from made_case import BATCH, COMMON, VERSION, World, entry, make_case

from rasad.store.db import Batch, create
from rasad.web.app import make_app
from rasad.web.desk import Desk

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

SIZES = (10_000, 100_000, 1_000_000)
LIMIT = 50.0
"""Milliseconds of the processor that 19 of 20 answers are to stay within."""
ADDED = 2
"""Batches of pages that are added to say what a page costs."""


def addresses(db: sqlite3.Connection) -> Iterator[str]:
    """Give the addresses that are asked for: every view, plain and filtered, by what is common and by what is rare."""
    events = "SELECT id FROM event ORDER BY pages {}, id LIMIT 1"
    great, small = (_one(db, events.format(order)) for order in ("DESC", "ASC"))
    by_parties = """SELECT entity FROM event_party WHERE entity LIKE '{}%' GROUP BY 1
                    ORDER BY count(*) {}, 1 LIMIT 1 OFFSET {}"""
    often, rare, unknown = (
        _one(db, by_parties.format(*how)) for how in (("per-", "DESC", 9), ("per-", "ASC", 0), ("act-", "DESC", 0))
    )
    by_places = "SELECT place_id FROM event GROUP BY 1 ORDER BY count(*) {}, 1 LIMIT 1"
    place, far = (_one(db, by_places.format(order)) for order in ("DESC", "ASC"))
    page, last = (_one(db, f"SELECT sha256 FROM page ORDER BY n {order} LIMIT 1") for order in ("ASC", "DESC"))
    copy = _one(db, "SELECT page FROM page_copy ORDER BY 1 LIMIT 1")
    said = _one(db, "SELECT id FROM statement ORDER BY 1 LIMIT 1")
    filters = (
        "", "page=90", "page=9000", "sort=oldest", "status=actual", "status=denied", "lang=ar&type=CONSULT",
        "type=CONSULT&status=actual&lang=fa", f"actor={COMMON}", f"actor={often}", f"actor={rare}",
        f"actor={COMMON}&actor={often}", f"actor={COMMON}&status=actual&type=CONSULT", f"place={place}",
        f"place={far}", f"actor={COMMON}&place={place}", "from=2018-01&to=2018-06", "from=2016&to=2022",
        f"from=2018&to=2020&actor={COMMON}", "month=2019-03", "who=raisi", "who=ali", f"actor={COMMON}&with={often}",
        "country=IRN", "where=IRN", "outlet=رسانهٔ 3", "origin=page:خبرگزاری 2", "contested=yes", "precision=day",
    )  # fmt: skip
    yield from (f"/en/events?{some}" for some in filters)
    words = (
        "دیدار", "گفت", "دیدار گفت", "رئیسی", "رئیسی دیدار", "ابراهیم رئیسی تهران", "Raisi", "attack Kabul",
        "visit Damascus", "کامیون", "تریلی", "دیدار کامیون", "گزارش کامیون", "صفحهٔ 4321", "کامیون تریلی", "اجتماع",
    )  # fmt: skip
    yield from (f"/en/{view}?q={some}" for view in ("events", "search") for some in words)
    yield from (f"/fa/{view}" for view in ("events", "statements", "actors", "search?q=رئیسی"))
    yield from (f"/en/{view}/{one}" for view in ("event", "compare") for one in (great, small))
    yield from (f"/en/event/{great}?first=13", f"/en/event/{small[:8]}", f"/en/statement/{said}")
    yield from (f"/en/page/{one}" for one in (page, last, copy, "page-77", last[:9]))
    some = ("", "page=90", "page=9000", "stance=demands", f"speaker={COMMON}", f"speaker={rare}", "lang=fa",
            f"speaker={COMMON}&stance=denies", "outlet=رسانهٔ 3", "month=2019-03")  # fmt: skip
    yield from (f"/en/statements?{one}" for one in some)
    yield from ("/en/actors", "/en/actors?page=40", "/en/actors?who=ali", "/en/actors?kind=person")
    yield from (f"/en/actor/{one}" for one in (COMMON, often, rare, unknown))
    drawn = ("", "status=actual", f"actor={COMMON}", "from=2018-01&to=2018-06", "type=CONSULT&lang=fa", f"actor={rare}")
    yield from (f"/en/{view}?{one}" for view in ("timeline", "network", "map") for one in drawn)
    yield from ("/en/contradictions", "/en/contradictions?kind=update", "/en/contradictions?page=90")
    yield from ("/en/review", f"/en/review?actor={COMMON}", f"/en/review?at={small}", "/en/hearing")
    yield from (f"/en/hearing?speaker={COMMON}", f"/en/hearing?at={said}", "/en/sources", "/en/runs")
    yield from (f"/api/{table}?limit=100" for table in ("event", "report", "page", "statement", "event_party"))
    yield from (f"/api/event?id={great}", "/api/event?limit=100&offset=7000", f"/api/report?page={page}")
    yield from (f"/api/report_party?entity={COMMON}", f"/api/event_report?event={great}", "/api/openapi.json")


def _one(db: sqlite3.Connection, query: str) -> str:
    return str(db.execute(query).fetchone()[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="the folder where cases are kept")
    parser.add_argument("--only", default="", help="ask only for addresses that hold this")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for reports in args.reports:
            path = (args.keep or Path(folder)) / f"{reports}.rasad"
            if not path.exists():
                begun = time.process_time()
                make_case(path, reports)
                print(f"made in {time.process_time() - begun:.0f} s of the processor")
            measure(path, args.rounds, args.only)
            add(path, reports)
            if not args.keep:
                path.unlink()


def measure(path: Path, rounds: int, only: str) -> None:
    """Print the size of a case and the work for each view."""
    desk = Desk(path)
    with desk.case() as case:
        begun = time.process_time()
        held = desk.holdings(case.db)
        took = time.process_time() - begun
        (reports,) = case.db.execute("SELECT count(*) FROM report").fetchone()
        asked = [address for address in addresses(case.db) if only in address]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    size = path.stat().st_size
    print(f"\n{reports:,} reports, {len(held.events.ids):,} events, {len(held.statements.ids):,} statements")
    print(f"on disk {size / 1e6:,.0f} MB, {size / reports / 1e3:.1f} kB a report")
    print(f"the desk opens in {took:.1f} s of the processor, with {most:,.0f} MB of memory at most")
    client = TestClient(make_app(desk), base_url="http://127.0.0.1")
    print("first    p50    p95  view (ms of the processor)")
    firsts, works = [], []
    for address in asked:
        first, *work = (_work(client, address) for _ in range(rounds + 1))
        firsts.append(first)
        works += work
        most = _nearly_most(work)
        print(f"{first:5.0f} {median(work):6.1f} {most:6.1f}  {address}{'  OVER' if most > LIMIT else ''}")
    print(f"19 of 20 answers: {_nearly_most(works):.0f} ms; of the first ones: {_nearly_most(firsts):.0f} ms")


def _work(client: TestClient, address: str) -> float:
    begun = time.process_time()
    assert client.get(address).status_code == 200, address
    return (time.process_time() - begun) * 1000


def _nearly_most(work: Sequence[float]) -> float:
    """Give what 19 of 20 are at most."""
    return quantiles(work, n=20, method="inclusive")[-1] if len(work) > 1 else work[0]


def add(path: Path, reports: int) -> None:
    """Print what a page costs that is added to the case; such pages stay in it, and no event is made of them."""
    with create(path) as case:
        world, count = World(), case.page_count()
        pages = (entry(world, count + number, reports // 2)[0] for number in range(ADDED * BATCH))
        work = 0.0
        while some := list(islice(pages, BATCH)):
            begun = time.process_time()
            case.add(Batch(some), VERSION)
            work += time.process_time() - begun
    print(f"a page added: {work / ADDED / BATCH * 1000:.2f} ms")


if __name__ == "__main__":
    main()
