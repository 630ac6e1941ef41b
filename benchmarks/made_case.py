"""A made-up case of many reports: the same for the same number, and as unevenly spread as news are.

One actor takes part in a fifth of the events, a few places are in most of them and most in few, words come as often as
Zipf says, days run over ten years. A page has two reports and two statements; of a hundred events eighty are told
once, the others up to eight times, one in five thousand 120 times. One page in ten is a copy of the one before.
"""

import pickle
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, islice, pairwise
from pathlib import Path
from tempfile import TemporaryFile

from msgspec import Struct

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
from rasad.store.db import Batch, create
from rasad.store.rows import Entry, Rows, json_text, report_ids, short_hash

Named = tuple[str, str, str | None, str]
"""Somebody or some place: id, English name, country, Persian name."""
BATCH = 500
VERSION = "made-up"
FIRST, DAYS = date(2015, 1, 1), 3650
STATUSES = ("actual",) * 16 + ("planned", "planned", "denied", "historical")
SAID, SPEECH = " گفت ", "که این گفت‌وگوها ادامه خواهد داشت و نتیجهٔ آن اعلام می‌شود.\n"
STANCES = ("asserts", "asserts", "asserts", "demands", "condemns", "denies")
ROLES = (None, None, None, "president", "foreign minister", "spokesperson")
COMMON, SHARE = "per-ebrahim-raisi", 0.2
"""Who takes part in how many of the events."""
UNKNOWN, UNKNOWNS = 0.15, 20_000
"""How many recipients the register does not know, and how many people they are."""
TOLD, WEIGHTS = (1, 2, 3, 4, 8, 120), (800, 130, 40, 20, 9.8, 0.2)
"""How many reports events have, and how many events of a thousand have so many; as benchmarks/fusion.py has them."""
WAITING = 500
"""Tellings that wait for a page: those of one event stand on different pages."""
COPIES = 0.1
WORDS = 50
"""Words of a page beside its reports and statements."""
CACHE = 2_000_000
"""Kilobytes that SQLite may keep while the case is made; what is measured has no more than the store gives it."""


class Deed(Struct):
    """Something that happened, and the reports of it that pages have by now: id and page of each."""

    kind: str
    mode: str | None
    status: str
    date: DateInterval
    actor: Named
    recipient: Named
    place: Named
    sure: bool
    wanted: int
    told: list[tuple[str, str]]


class World:
    """Names and words to make pages of: real ones from the register and the lexicons, a few common and most rare."""

    def __init__(self) -> None:
        self.lot = random.Random(20261122)
        people = {row["id"]: row for row in read_rows("actors/people.tsv")}
        self.people = [
            (row["id"], people[row["id"]]["english"], people[row["id"]]["country"] or None, row["form"])
            for row in read_rows("actors/person_names.tsv") if row["use"] == "full" and row["lang"] == "fa"
        ]  # fmt: skip
        self.common = next(one for one in self.people if one[0] == COMMON)
        names = {row["id"]: row["form"] for row in read_rows("actors/place_names.tsv") if row["lang"] == "fa"}
        self.places = [(r["id"], r["english"], r["country"] or None, names[r["id"]])
                       for r in read_rows("actors/places.tsv") if r["id"] in names]  # fmt: skip
        self.deeds = [(row["type"], row["mode"] or None) for row in read_rows("plover/modes.tsv")]
        self.words, self.weights = {}, {}
        self.nouns: dict[tuple[str, str], list[str]] = defaultdict(list)
        for lang in ("fa", "ar"):
            rows = [*read_rows(f"{lang}/triggers.tsv"), *read_rows(f"{lang}/concepts.tsv")]
            some = sorted({word for row in rows for word in row["form"].split()})
            self.lot.shuffle(some)
            self.words[lang] = some
            self.weights[lang] = list(accumulate(1 / rank for rank in range(1, len(some) + 1)))
            for row in read_rows(f"{lang}/triggers.tsv"):
                self.nouns[lang, row["type"]].append(row["form"])
        self.waiting: list[Deed] = []

    def some(self, of: Sequence[Named]) -> Named:
        """Draw one; the first ones come most often."""
        return of[min(int(self.lot.expovariate(1 / (len(of) / 8))), len(of) - 1)]

    def actor(self) -> Named:
        """Draw who acts."""
        return self.common if self.lot.random() < SHARE else self.some(self.people)

    def recipient(self) -> Named:
        """Draw to whom; some are known to pages alone."""
        if self.lot.random() >= UNKNOWN:
            return self.some(self.people)
        number = min(int(self.lot.expovariate(8 / UNKNOWNS)), UNKNOWNS - 1)
        first, last = self.people[number % 97][3], self.people[number % 1009][3]
        return f"act-{number:05}", f"Unknown {number}", None, f"{first.split()[0]} {last.split()[-1]} {number}"

    def deed(self, day: date) -> Deed:
        """Make something happen on a day."""
        lot = self.lot
        sure = lot.random() < 0.5
        last = day - timedelta(days=lot.randrange(3))
        first = last if sure else day - timedelta(days=40)
        basis = ("day", "stated") if sure else ("interval", "relative")
        when = DateInterval(first.isoformat(), last.isoformat(), *basis, ("made up",))
        kind, mode = self.deeds[min(int(lot.expovariate(0.08)), len(self.deeds) - 1)]
        (wanted,) = lot.choices(TOLD, WEIGHTS)
        who = (self.actor(), self.recipient(), self.some(self.places))
        return Deed(kind, mode, lot.choice(STATUSES), when, *who, sure, wanted, [])

    def telling(self, day: date) -> Deed:
        """Draw which of the deeds of these days a page tells."""
        while len(self.waiting) < WAITING:
            deed = self.deed(day)
            self.waiting += [deed] * deed.wanted
        at = self.lot.randrange(len(self.waiting))
        self.waiting[at], self.waiting[-1] = self.waiting[-1], self.waiting[at]
        return self.waiting.pop()


def entry(world: World, number: int, pages: int) -> tuple[Entry, tuple[Deed, ...]]:
    """Make a page with two reports and two statements."""
    day = FIRST + timedelta(days=min(number, pages - 1) * DAYS // pages)
    lang = "fa" if number % 3 else "ar"
    words = world.lot.choices(world.words[lang], cum_weights=world.weights[lang], k=WORDS)
    text = f"صفحهٔ {number}\n{' '.join(words)}.\n"
    told = (world.telling(day), world.telling(day))
    events: list[PublicEvent] = []
    said: list[PublicStatement] = []
    for deed in told:
        text, event, statement = telling(world, text, lang, deed, main=not events)
        events.append(event)
        said.append(statement)
    sha = sha256(text.encode()).hexdigest()
    outlet = f"رسانهٔ {min(int(world.lot.expovariate(0.1)), 59)}"
    page = Page(Outside(f"page-{number}", published=day.isoformat(), publisher=outlet), text, sha)
    record = PageRecord(
        page.outside.id, sha, lang, "political", None, outlet, day.isoformat(), None, (), (),
        (Range(0, len(text), "body", "made up"),), tuple(events), tuple(said), (), (),
    )  # fmt: skip
    for deed, report in zip(told, report_ids(record), strict=True):
        deed.told.append((report, sha))
    return Entry(page, record), told


def telling(
    world: World, text: str, lang: str, deed: Deed, main: bool
) -> tuple[str, PublicEvent, PublicStatement]:  # fmt: skip
    """Write a sentence at the end of a text, and give it with the report and the statement in it."""
    lot, (one, other, place) = world.lot, (deed.actor, deed.recipient, deed.place)
    agency = f"خبرگزاری {min(int(lot.expovariate(0.15)), 39)}"
    noun = lot.choice(world.nouns[lang, deed.kind] or world.words[lang])
    told = (agency, " گزارش داد که ", one[3], " با ", other[3], " در ", place[3], " ", noun, " کرد. ")
    parts = (*told, one[3], SAID, SPEECH)
    ends = list(accumulate((len(part) for part in parts), initial=len(text)))
    spans = list(pairwise(ends))
    who, whom, speaker = (party(p, spans[n], lot.choice(ROLES)) for p, n in ((one, 2), (other, 4), (one, 10)))
    link = PublicLink(agency, "agency", spans[0], f"page:{agency}", rule="made up:1")
    event = PublicEvent(
        deed.kind, deed.mode, deed.status, deed.date, spans[8] if deed.sure else None,
        PublicPlace(place[1], place[2], spans[6], place[0]), (who,), (whom,), spans[8], (spans[8],), (link,), main,
        {"event": "made up:2"},
    )  # fmt: skip
    said = PublicStatement(speaker, "indirect", spans[12], spans[11], lot.choice(STANCES), (link,), None, "made up:3")
    return text + "".join(parts), event, said


def party(one: Named, span: Span, role: str | None) -> PublicParty:
    """Name somebody at a place of the page; one of the unknown under the name that the page writes."""
    known = f"page:{one[3]}" if one[0].startswith("act-") else one[0]
    return PublicParty(one[1], "person", one[2], span, known, role=role, mentions=(span,))


def make_case(path: Path, reports: int) -> None:
    """Write the made-up case: the pages by the store's own writer, then the events that they tell."""
    world, pages = World(), reports // 2
    seen: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    made = (entry(world, number, pages) for number in range(pages))
    with create(path) as case, TemporaryFile() as kept:
        case.note_run("benchmark", VERSION)
        case.db.execute(f"PRAGMA cache_size = -{CACHE}")
        while some := list(islice(made, BATCH)):
            case.add(Batch([one for one, _ in some]), VERSION)
            pickle.dump(_made_of(world, [(one.record, told) for one, told in some], seen), kept)
        kept.seek(0)
        case.replace_events(_unpacked(kept, world, seen))


def _unpacked(kept: object, world: World, seen: dict[str, list[tuple[str, str, str]]]) -> Iterator[Rows]:
    try:
        while True:
            yield pickle.load(kept)  # type: ignore[arg-type]
    except EOFError:
        left = {id(deed): deed for deed in world.waiting if deed.told}
        yield event_rows(world, list(left.values()))
        yield actor_rows(seen)


def _made_of(
    world: World, pages: Sequence[tuple[PageRecord, tuple[Deed, ...]]], seen: dict[str, list[tuple[str, str, str]]]
) -> Rows:
    """Give the rows of the events that these pages were the last to tell, and of copies among the pages."""
    whole: dict[int, Deed] = {}
    for record, told in pages:
        for deed in told:
            if len(deed.told) == deed.wanted:
                whole[id(deed)] = deed
            if deed.recipient[0].startswith("act-"):
                seen[deed.recipient[0]].append((record.sha256, record.lang, deed.recipient[3]))
    rows = event_rows(world, list(whole.values()))
    for (one, _), (other, _) in pairwise(pages):
        if world.lot.random() < COPIES:
            pair = sorted((one.sha256, other.sha256))
            rows["page_copy"].append((*pair, 0.8, "made up", "wording", "m:1", VERSION))
    return rows


def event_rows(world: World, deeds: Sequence[Deed]) -> Rows:
    """Give the rows of the events that deeds become."""
    rows: Rows = defaultdict(list)
    for deed in deeds:
        first, many = deed.told[0][0], len(deed.told)
        identity, clashes = short_hash("event", first), int(many > 1 and world.lot.random() < 0.1)
        date = (deed.date.earliest, deed.date.latest, deed.date.precision, deed.date.basis, '["made up"]')
        place = (deed.place[1], deed.place[0], deed.place[2])
        counts = (many, min(many, 20), min(many, 3), clashes)
        rows["event"].append((identity, deed.kind, deed.mode, deed.status, *date, *place, *counts, "m:1", VERSION))
        for side, one in (("actor", deed.actor), ("recipient", deed.recipient)):
            rows["event_party"].append((identity, side, 0, one[0], one[1], "person", one[2], None, one[3]))
        for report, page in deed.told:
            rows["event_report"].append((identity, report, page, 1.0, '["made up"]', *date, "m:1", VERSION))
        rows["event_alias"] += [(short_hash("event", report), identity) for report, _ in deed.told[1:]]
        for n in range(min(many, 3)):
            agency = f"خبرگزاری {min(int(world.lot.expovariate(0.15)), 39)}"
            begun = (identity, n, f"page:{agency}", agency, "agency", 1, "made up", json_text([first]), "m:1", VERSION)
            rows["origin"].append(begun)
        if clashes:
            values = (first, "actual", deed.told[1][0], "denied")
            kind = world.lot.choice(("conflict", "update", "detail"))
            rows["contradiction"].append((identity, 0, "status", kind, *values, "made up", "m:1", VERSION))
    return rows


def actor_rows(seen: dict[str, list[tuple[str, str, str]]]) -> Rows:
    """Give the rows of the actors whom the register does not know, and of the pages that name them."""
    rows: Rows = defaultdict(list)
    for actor, pages in seen.items():
        named = (f"Unknown {int(actor[4:])}", pages[0][2], "person")
        rows["actor"].append((actor, actor, *named, None, len(pages), "m:1", VERSION))
        for page, lang, written in dict.fromkeys(pages):
            cells = (actor, page, f"page:{written}", lang, json_text([written]), "[]", None)
            rows["actor_sighting"].append((short_hash(page, actor), *cells))
    return rows
