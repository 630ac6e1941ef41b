"""The gold of fusion: read, made into reports (so that fusion is scored alone), and found again among our own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from rasad.corpus import Corpus, fuse
from rasad.engine import serial
from rasad.engine.keys import not_article
from rasad.errors import PageError
from rasad.fuse.contradictions import contradictions
from rasad.fuse.copies import Prints, prints
from rasad.fuse.events import ReportKey
from rasad.fuse.reports import passing_keys, report_keys
from rasad.fuse.scoring import Clash, Figures, FusionGold, Group, Item, score_clashes, score_fusion, score_pairs
from rasad.fuse.spans import apart
from rasad.grammar.view import View, views
from rasad.model import VERBAL, Document, Mention, Page, PageRecord, Party, Span, Told
from rasad.packs import Packs
from rasad.pipeline import STAGES
from rasad.readers import read_pages
from rasad.relations import Recall
from rasad.store.rows import Entry, report_ids

NEAR = 80
"""Characters between a trigger of the gold and one of ours that still tell the same."""
REACH = 100
"""Characters around a trigger in which the names are taken as parties, where our reader has no report."""
PARTIES = 3
_KINDS = ("person", "government", "organization", "group", "population")
_SORTS = {
    "denial": "status", "claim": "status", "date": "date", "place": "place", "weapon": "means", "method": "means",
    "perpetrator": "doer", "seized_by": "doer", "shooter": "doer", "shot_by": "doer", "violator": "doer",
}  # fmt: skip
"""Sorts of contradictions by what the gold says they are of; counts are told by their values."""
_COUNT = re.compile(r"(?:more than |about )?(\d+(?:\.\d+)?)\b")
_PLACE_MARKERS = ("in", "bi", "on", "at")

Row = dict[str, Any]


class Telling(msgspec.Struct, frozen=True):
    """A trigger of the gold with its type and mode; not `sure`: the gold gives none, ours are preferred."""

    trigger: Span
    type: str | None
    mode: str | None
    sure: bool = True


class FusionFiles(msgspec.Struct, frozen=True):
    """The gold and what stands beside it: copies, contradictions by group, what each page's capture knows."""

    gold: FusionGold
    copies: tuple[frozenset[str], ...]
    contradictions: tuple[tuple[str, Row], ...]
    pages: Mapping[str, str | None]


def read_gold(path: Path) -> FusionFiles:
    """Read `fusion.jsonl` and its two neighbours, `fusion-negatives.jsonl` and `fusion-pages.jsonl`."""
    rows = _lines(path)
    pages = _lines(path.with_name(f"{path.stem}-pages.jsonl"))
    negatives = _lines(path.with_name(f"{path.stem}-negatives.jsonl"))
    groups = tuple(
        Group(row["group"], row["type"], row["mode"], tuple(_item(d) for d in row["documents"])) for row in rows
    )
    gold = FusionGold(
        groups,
        tuple((_item(row["a"]), _item(row["b"])) for row in negatives),
        {row["page"]: row["lang"] for row in pages},
    )
    told = [d for row in rows for d in row["documents"]]
    return FusionFiles(
        gold, tuple(frozenset((d["page"], d["copy_of"])) for d in told if d["copy_of"]),
        tuple((row["group"], found) for row in rows for found in row["contradictions"]),
        {row["page"]: row["published"] for row in pages},
    )  # fmt: skip


def read_page(folder: Path, name: str, published: str | None) -> Page:
    """Read one page as its capture gave it."""
    page = next(iter(read_pages(folder / f"{name}.txt")), None)
    if not isinstance(page, Page):
        raise PageError(f"{folder / name}.txt: cannot be read. Give the folder that holds the pages of the gold.")
    return replace(page, outside=replace(page.outside, published=published))


def told_by_gold(page: Page, items: Sequence[Telling], packs: Packs) -> Entry:
    """Analyse a page with the gold's triggers in the place of our own reports; parties, dates and places stay ours."""
    doc = Document(page)
    for stage in STAGES:
        doc = stage(doc, packs)
        if stage.__name__ == "find_reports":
            doc = replace(doc, told=tuple(_told(doc, item) for item in items))
    if doc.record is None:
        raise PageError(f"{page.outside.id}: no record was made. This is a fault of Rasad: report it with the page.")
    return Entry(page, doc.record)


def gold_keys(entry: Entry, items: Sequence[Item]) -> dict[Item, ReportKey]:
    """Give the keys of a page told by the gold, each with its item."""
    keys = report_keys(entry.page.text, entry.record, report_ids(entry.record))
    return dict(zip(items, keys, strict=True))


def own_reports(record: PageRecord, items: Iterable[tuple[Item, str | None]]) -> dict[Item, str]:
    """Find our own report of every item of a page: the nearest, of the right type first; each serves one item."""
    ids = report_ids(record)
    scored = [
        (gap, event.type != kind, item, n)
        for item, kind in items
        for n, event in enumerate(record.events)
        if (gap := min(apart(item[1], span) for span in (event.trigger, *event.triggers))) <= NEAR
    ]
    found: dict[Item, str] = {}
    for _, _, item, n in sorted(scored, key=lambda row: (row[0] > 0, row[1], row[0], row[2], row[3])):
        if item not in found and ids[n] not in found.values():
            found[item] = ids[n]
    return found


def own_recalls(record: PageRecord, items: Iterable[Item], recalls: Sequence[Recall]) -> dict[Item, str]:
    """Find the event that the words of an item name in passing; unlike a report, it is of these words alone."""
    mine = [(recall, record.passing[recall.n].trigger) for recall in recalls if recall.page == record.sha256]
    found: dict[Item, str] = {}
    for item in items:
        fits = [(-recall.score, recall.n, recall.event) for recall, span in mine if not apart(item[1], span)]
        if fits:
            found[item] = min(fits)[-1]
    return found


def score_alone(files: FusionFiles, folder: Path, packs: Packs) -> dict[str, Figures]:
    """Score fusion by itself: the gold's triggers as reports.

    `odd` was tuned on, `even` was not; `conflicts` are found in the gold's own groups.
    """
    kinds, others = types(files.gold), borrowed(files.gold)
    keys: dict[Item, ReportKey] = {}
    texts: dict[str, Prints] = {}
    for name, items in by_page(files.gold.items()).items():
        tellings = [
            Telling(item[1], *kinds[item]) if item in kinds else Telling(item[1], *others[item], sure=False)
            for item in items
        ]
        entry = told_by_gold(read_page(folder, name, files.pages[name]), tellings, packs)
        keys.update(gold_keys(entry, items))
        texts[entry.record.sha256] = copy_prints(entry)
    owner = _owners(fuse(_once(keys.values()), texts.items()))
    scores = _halves(files.gold, {item: owner[key.id] for item, key in keys.items()})
    scores["all"]["conflicts"] = score_clashes(_gold_clashes(files), _found_clashes(files.gold, keys))
    return scores


def score_whole(files: FusionFiles, folder: Path, packs: Packs) -> dict[str, Figures]:
    """Score reading and fusion together: every telling of the gold is found again among our own reports."""
    pages = (read_page(folder, name, day) for name, day in files.pages.items())
    entries = [result for result in serial.run(pages, packs) if isinstance(result, Entry)]
    keys = [key for e in entries for key in report_keys(e.page.text, e.record, report_ids(e.record))]
    named = {e.record.sha256: passing_keys(e.page.text, e.record) for e in entries}
    texts = {e.record.sha256: copy_prints(e) for e in entries}
    corpus = fuse(_once(keys), texts.items(), passing=[key for some in named.values() for key in some])
    owner, kinds = _owners(corpus), types(files.gold)
    told = by_page(kinds)
    placed: dict[Item, str] = {}
    for entry in entries:
        found = own_reports(entry.record, [(item, kinds[item][0]) for item in told.get(entry.record.id, ())])
        placed.update({item: owner[report] for item, report in found.items()})
        missed = [item for item in told.get(entry.record.id, ()) if item not in found]
        placed.update(own_recalls(entry.record, missed, corpus.recalls))
    scores = _halves(files.gold, placed)
    names = {entry.record.sha256: entry.record.id for entry in entries}
    copies = (frozenset((names[copy.page], names[copy.other])) for copy in corpus.copies)
    # Pages of one and the same text are one page of a case: they are copies without being compared.
    same = _same_text(entries)
    scores["all"]["copies"] = score_pairs(files.copies, [*copies, *same])
    scores["all"]["read"] = {"share": round(len(placed) / len(kinds), 4), "of": len(kinds)}
    return scores


def _once(keys: Iterable[ReportKey]) -> list[ReportKey]:
    """Give every report once: pages of one and the same text are one page of a case, and have the same reports."""
    return list({key.id: key for key in keys}.values())


def _halves(gold: FusionGold, placed: Mapping[Item, str]) -> dict[str, Figures]:
    parts = {"odd": gold.half(odd=True), "even": gold.half(odd=False), "all": gold}
    return {name: score_fusion(part, placed) for name, part in parts.items()}


def _owners(corpus: Corpus) -> dict[str, str]:
    return {member.report: event.id for event in corpus.events for member in event.members}


def _same_text(entries: Sequence[Entry]) -> Iterator[frozenset[str]]:
    by_text: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_text[entry.record.sha256].append(entry.record.id)
    return (frozenset(pair) for names in by_text.values() for pair in combinations(names, 2))


def _gold_clashes(files: FusionFiles) -> list[Clash]:
    found = []
    for group, row in files.contradictions:
        if row["kind"] == "conflict":
            values = frozenset(float(m[1]) for v in row["values"] if (m := _COUNT.match(str(v["value"]))))
            sort = _SORTS.get(row["field"], "count" if values else "other")
            found.append(Clash(group, sort, frozenset(v["page"] for v in row["values"]), values))
    return found


def _found_clashes(gold: FusionGold, keys: Mapping[Item, ReportKey]) -> list[Clash]:
    found: dict[Clash, None] = {}
    for group in gold.groups:
        reports = {keys[item].id: keys[item] for item in group.items}
        for row in contradictions(list(reports.values())):
            if row.kind == "conflict":
                sort = row.field if row.field in _SORTS.values() else "count"
                pages = frozenset((reports[row.report].page_id, reports[row.other_report].page_id))
                values = frozenset(map(_number, (row.value, row.other_value))) if sort == "count" else frozenset()
                found[Clash(group.id, sort, pages, values)] = None
    return list(found)


def _number(worded: str) -> float:
    return float(worded.split()[-1].replace(",", ""))


def copy_prints(entry: Entry) -> Prints:
    """Give a page's runs of words."""
    return prints(entry.page.text, not_article(entry))


def by_page(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Sort items by their page."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item[0]].append(item)
    return found


def types(gold: FusionGold) -> dict[Item, tuple[str | None, str | None]]:
    """Give type and mode of every item of a group; look-alikes outside the groups have none (see `borrowed`)."""
    return {item: (group.type, group.mode) for group in gold.groups for item in group.items}


def borrowed(gold: FusionGold) -> dict[Item, tuple[str | None, str | None]]:
    """Give a look-alike outside the groups the type of its other end, for where we read none: the hardest case."""
    known = types(gold)
    found: dict[Item, tuple[str | None, str | None]] = {}
    for a, b in (*gold.apart, *((b, a) for a, b in gold.apart)):
        if a not in known:
            found.setdefault(a, known.get(b, (None, None)))
    return found


def _told(doc: Document, telling: Telling) -> Told:
    """Make a report of a trigger: ours where one stands there, else of the names, place and date of its sentence."""
    span = doc.map.forth(*telling.trigger) if doc.map else telling.trigger
    kind, mode = telling.type, telling.mode
    near = [(min(apart(t, span) for t in own.triggers), own.type != kind, n) for n, own in enumerate(doc.told)]
    near = [(gap, other, n) for gap, other, n in near if not gap or (gap <= NEAR and not other)]
    if near:
        own = doc.told[min(near)[2]]
        return (
            replace(own, type=kind or "", mode=mode, triggers=(span,))
            if telling.sure
            else replace(own, triggers=(span,))
        )
    view = next((v for v in views(doc) if v.start <= span[0] < v.end), None)
    if view is None:
        return Told(kind or "", mode, "actual", (), (), (span,), (), "gold", 0)
    dates = sorted((apart((d.start, d.end), span), n) for n, d in view.dates)
    placed = [m for m in view.mentions if m.place is not None and m.marker in _PLACE_MARKERS]
    place = min(placed, key=lambda m: apart(m.name, span), default=None)
    parties = list(_parties(view, span))
    speakers = {h.speaker.id for h in doc.heard if h.sentence == view.number} if kind in VERBAL else set()
    actors = [p for p in parties if p.entity.id in speakers] or parties
    return Told(
        kind or "", mode, "actual", tuple(actors), tuple(p for p in parties if p not in actors),
        (span,), (), "gold", view.number,
        place=place, place_name=place.place if place else None, date_mention=dates[0][1] if dates else None,
    )  # fmt: skip


def _parties(view: View, span: Span) -> Iterator[Party]:
    """Give the actors named nearest to a trigger, each once."""
    fit = [m for m in view.mentions if m.head != "pronoun" and m.entity.kind in _KINDS and apart(m.name, span) <= REACH]
    nearest: dict[str, Mention] = {}
    for mention in sorted(fit, key=lambda m: apart(m.name, span)):
        nearest.setdefault(mention.entity.id, mention)
    for mention in list(nearest.values())[:PARTIES]:
        yield Party(mention.entity, mention.name)


def _item(row: Row) -> Item:
    return (row["page"], (row["trigger"][0], row["trigger"][1]))


def _lines(path: Path) -> list[Row]:
    if not path.is_file():
        raise PageError(f"{path}: there is no such file. The gold of fusion is three files side by side.")
    decoder = msgspec.json.Decoder(dict[str, Any])
    return [decoder.decode(line) for line in path.read_bytes().split(b"\n") if line.strip()]
