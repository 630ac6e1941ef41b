"""Fusion of made reports in one process, from a case file and into it: seconds, the most memory, and how both grow.

Seconds are those of the processor, once for all that is done and once without reading the case and writing into it.

    fusion.py [SIZE…] [--seed N]

Reports are drawn as real ones are: how many words, names, parties and days they have, how common each is, how many
pages tell an event. Every size runs in a process of its own; the ratios say how cost grows against the first size.
The exit code is 1 if 100,000 take more than 60 seconds, memory goes over the bound, or cost grows too fast.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, groupby, islice
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import Generic, ParamSpec, TypeVar
from unittest.mock import patch

from msgspec import Struct
from msgspec.structs import replace

from rasad.corpus import fuse
from rasad.engine.case import fuse_case
from rasad.engine.keys import FusionInput, Kept, fusion_input, keys_version, packed
from rasad.fuse.copies import Prints
from rasad.fuse.events import FigureKey, LinkKey, PartyKey, PlaceKey, ReportKey
from rasad.fuse.stems import skeleton
from rasad.model import DateInterval
from rasad.packs import load
from rasad.packs.rows import read_rows
from rasad.store.db import create

P = ParamSpec("P")
T = TypeVar("T")

SECONDS, AT = 60, 100_000
GROWTH = 1.3
BOUND = 1_500_000_000  # bytes
SIZES = (25_000, 100_000)
TYPES = {"ASSAULT": 33, "CONSULT": 13, "COERCE": 12, "REQUEST": 7, "ACCUSE": 7, "SANCTION": 6, "AGREE": 6, "SUPPORT": 3,
         "REJECT": 3, "PROTEST": 2, "RETREAT": 2, "THREATEN": 2}  # fmt: skip
"""Parts of a hundred, as in pages of news."""
PAGES_OF_EVENT = {1: 80, 2: 13, 3: 4, 4: 2, 8: 1}
REPORTS_OF_PAGE = 3
SHUFFLED = 500
"""Tellings that wait for a page: news of the same weeks stands on the same pages."""
DAYS = 3650
"""Ten years of news."""
RUNS = 86
"""Runs of words kept of a page."""
BATCH = 1000
WORDS, TOPIC, PAGE_WORDS, PAGE_NAMES, NAMES = 32, 9, 57, 18, 7


class World(Struct, frozen=True):
    """What reports are drawn from: stems, names and how common they are."""

    words: dict[str, tuple[list[str], list[int]]]
    names: tuple[list[str], list[int]]
    countries: list[str]
    towns: list[tuple[str, str]]


class Happening(Struct, frozen=True):
    """An event of the made world: what all its reports share."""

    kind: str
    day: int
    parties: tuple[PartyKey, ...]
    place: PlaceKey
    words: dict[str, tuple[str, ...]]
    names: tuple[str, ...]


def world() -> World:
    """Read the words and names that the packs count."""
    words = {
        lang: _weighed((r["form"], int(r["pages"])) for r in read_rows(f"{lang}/frequency.tsv"))
        for lang in ("fa", "ar")
    }
    names = _weighed((r["id"], int(r["pages"])) for r in read_rows("plover/name_frequency.tsv"))
    towns = [(row["id"], row["country"]) for row in read_rows("actors/places.tsv") if row["kind"] == "city"]
    return World(words, names, [row["iso3"] for row in read_rows("actors/countries.tsv")], towns)


def _weighed(rows: Iterator[tuple[str, int]]) -> tuple[list[str], list[int]]:
    found = [(key, max(1, pages)) for key, pages in rows]
    return [key for key, _ in found], list(accumulate(pages for _, pages in found))


def reports(size: int, seed: int, known: World) -> Iterator[ReportKey]:
    """Draw reports; some pages tell several events, as pages do."""
    draw = Random(seed)
    made = page = 0
    waiting: list[Happening] = []
    while made < size:
        waiting.extend([_happening(draw, known)] * _one_of(draw, PAGES_OF_EVENT))
        if len(waiting) < SHUFFLED:
            continue
        draw.shuffle(waiting)
        while waiting and made < size:
            told, waiting = waiting[:REPORTS_OF_PAGE], waiting[REPORTS_OF_PAGE:]
            yield from _page(draw, known, page, told)
            made += len(told)
            page += 1


def _one_of(draw: Random, weighed: dict[int, int]) -> int:
    return draw.choices(list(weighed), list(weighed.values()))[0]


def _happening(draw: Random, known: World) -> Happening:
    kind = draw.choices(list(TYPES), list(TYPES.values()))[0]
    town, country = known.towns[min(int(draw.paretovariate(0.6)) - 1, len(known.towns) - 1)]
    lands = [known.countries[min(int(draw.paretovariate(0.7)) - 1, len(known.countries) - 1)] for _ in range(2)]
    parties = tuple(_party(draw, land) for land in lands[: draw.randint(1, 2)])
    rare = {lang: tuple(draw.sample(known.words[lang][0], TOPIC)) for lang in known.words}
    names = tuple(draw.choices(known.names[0], cum_weights=known.names[1], k=NAMES - 3))
    return Happening(kind, draw.randint(0, DAYS), parties, PlaceKey(town, town, country), rare, (*names, town))


def _party(draw: Random, land: str) -> PartyKey:
    if draw.random() < 0.4:
        return PartyKey(f"country:{land}", land, "government", land)
    if draw.random() < 0.5:
        number = int(draw.paretovariate(0.5))
        return PartyKey(f"per-{land}-{number}", f"{land} {number}", "person", land, native=f"{land}{number}")
    return PartyKey(f"group:{draw.randint(1, 40)}:{land}", "group", "group", land)


def _page(draw: Random, known: World, number: int, told: list[Happening]) -> Iterator[ReportKey]:
    """Draw a page and its reports: common words as news has them, and some of the events' own."""
    lang = draw.choice(("fa", "ar", "ar"))
    stems, weights = known.words[lang]
    words = frozenset(draw.choices(stems, cum_weights=weights, k=PAGE_WORDS - TOPIC)) | set(told[0].words[lang])
    names = frozenset(draw.choices(known.names[0], cum_weights=known.names[1], k=PAGE_NAMES)) | set(told[0].names)
    sounds = _sounds(sorted(words)[:24])
    for event in told:
        own = draw.sample(event.words[lang], TOPIC - 3)
        around = frozenset(draw.choices(stems, cum_weights=weights, k=WORDS - TOPIC)) | set(own)
        report = _report(draw, event, lang, around)
        page = {"page": f"{number:064x}", "page_id": f"page-{number}"}
        yield replace(report, **page, page_words=words, page_names=names, page_sounds=sounds)


def _report(draw: Random, event: Happening, lang: str, words: frozenset[str]) -> ReportKey:
    day = date(2012, 1, 1) + timedelta(event.day)
    return ReportKey(
        id=f"{draw.getrandbits(64):016x}", page="", page_id="", lang=lang,
        type=event.kind, mode=None, status="actual", actors=event.parties[:1], recipients=event.parties[1:],
        date=_told_on(draw, day), place=event.place if draw.random() < 0.43 else None,
        chain=(LinkKey(f"org-{draw.randint(1, 60)}", "agency", "agency"),) if draw.random() < 0.5 else (),
        figures=(FigureKey(draw.randint(1, 60), "exact", "people killed"),) if draw.random() < 0.2 else (),
        words=words, outlet=f"outlet-{draw.randint(1, 80)}",
        day=(day + timedelta(draw.randint(0, 2))).isoformat() if draw.random() < 0.42 else None,
        names=frozenset(event.names), core=frozenset(event.names[-2:]), sounds=_sounds(sorted(words)[:9]),
        weekday=day.weekday() if draw.random() < 0.33 else None,
        numbers=frozenset(str(draw.randint(1, 99)) for _ in range(draw.randint(0, 1))),
    )  # fmt: skip


def _told_on(draw: Random, day: date) -> DateInterval | None:
    """Draw what a page says of the day: the day itself, the month, or nothing."""
    kept = draw.random()
    if kept < 0.25:
        return DateInterval(day.isoformat(), day.isoformat(), "day", "stated")
    first, last = day - timedelta(20), day + timedelta(10)
    return DateInterval(first.isoformat(), last.isoformat(), "interval", "stated") if kept < 0.45 else None


def _sounds(words: list[str]) -> frozenset[str]:
    return frozenset(form for word in words if (form := skeleton(word)))


def kept(some: Iterable[ReportKey], seed: int) -> Iterator[tuple[str, bytes]]:
    """Give what a case keeps of each page: its reports, and runs of words; one page of twenty takes those before."""
    draw = Random(seed)
    last: Prints = frozenset()
    for page, told in groupby(some, key=attrgetter("page")):
        last = last if draw.random() < 0.05 else frozenset(draw.getrandbits(32) for _ in range(RUNS))
        keys = tuple(told)
        shared = (keys[0].page_words, keys[0].page_names, keys[0].page_sounds)
        yield page, packed(Kept(keys, (), *shared, last))


def make(path: Path, size: int, seed: int) -> None:
    """Write a case that holds nothing but what fusion reads."""
    pages = kept(reports(size, seed, world()), seed)
    version = keys_version(load())
    with create(path) as case:
        while some := list(islice(pages, BATCH)):
            case.keep_keys([(page, version, data) for page, data in some])


def measure(path: Path) -> None:
    """Fuse a case; print seconds of processor time (all, and without the case) and bytes of memory, and what came."""
    packs = load()
    unit = 1 if sys.platform == "darwin" else 1024  # Linux counts in kilobytes
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    with create(path) as case:
        reading, fusing = Clock(read_all), Clock(fuse)
        reading(fusion_input(case, packs))
        whole = Clock(fuse_case)
        with patch("rasad.engine.case.fuse", fusing):
            tally = whole(case, packs)
        (joined,) = case.db.execute("SELECT count(*) FROM event WHERE pages > 1").fetchone()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    print(f"{whole.seconds:.1f} {fusing.seconds - reading.seconds:.1f}", memory, made, tally.events, joined)


class Clock(Generic[P, T]):
    """A function, and the seconds of processor time that it took."""

    def __init__(self, function: Callable[P, T]) -> None:
        self.function = function
        self.seconds = 0.0

    def __call__(self, *args: P.args, **more: P.kwargs) -> T:
        started = time.process_time()
        found = self.function(*args, **more)
        self.seconds += time.process_time() - started
        return found


def read_all(found: FusionInput) -> None:
    """Read what fusion reads while it works."""
    for some in (found.keys(), found.prints(), found.sightings(), found.passing()):
        deque(some, maxlen=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--make", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.make:
        make(args.case, args.sizes[0], args.seed)
    elif args.case:
        measure(args.case)
    else:
        sys.exit(0 if all([*compared(args.sizes, args.seed)]) else 1)


def compared(sizes: list[int], seed: int) -> Iterator[bool]:
    """Measure every size in a process of its own, and tell whether it keeps within bounds."""
    first = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            common = [sys.executable, __file__, str(size), "--seed", str(seed), "--case", f"{folder}/made.rasad"]
            subprocess.run([*common, "--make"], check=True)
            told = subprocess.run(common, capture_output=True, check=True, text=True).stdout.split()
        seconds, alone, memory, made = *map(float, told[:2]), int(told[2]), int(told[3])
        first = first or seconds / size
        growth = seconds / size / first
        print(f"{size:,} reports: {seconds:.1f} s of processor time ({alone:.1f} s without the case file), "
              f"{growth:.2f} x linear; {memory / 1e6:.0f} MB, {made / 1e6:.0f} before; "
              f"{told[4]} events, {told[5]} of several pages", flush=True)  # fmt: skip
        yield growth <= GROWTH and memory <= BOUND and (size != AT or seconds <= SECONDS)


if __name__ == "__main__":
    main()
