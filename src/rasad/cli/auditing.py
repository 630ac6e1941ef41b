"""`rasad packs audit`: how often each row of the packs fires on real pages, where, and which rows never do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from heapq import nsmallest
from pathlib import Path

import click
from msgspec import Struct, field

from rasad.cli.blocks import AROUND
from rasad.cli.reading import inputs
from rasad.cli.screen import give_json, progress, safe, say
from rasad.model import Document, Page, PageRecord, Span
from rasad.packs import LANGS, load
from rasad.packs.rows import Row, read_rows
from rasad.pipeline import analyse

Sample = tuple[bytes, str]
"""A hit with the number that draws it, the same for the same seed, row, page and place."""


class Firing(Struct):
    """How often one row fired: `hits` are places where its words stand.

    `used` counts the times a record names the row: a verb of saying may carry several statements, a carrier the page.
    """

    row: Row
    hits: int = 0
    used: int = 0
    samples: list[Sample] = field(default_factory=list)


def audit(paths: Iterable[Path], tables: Iterable[str], keep: int, seed: str, as_json: bool) -> None:
    """Read the pages and show every row of the tables, by hits; samples are drawn by hash, whatever the order."""
    rows = [row for table in tables for lang in LANGS for row in read_rows(f"{lang}/{table}.tsv")]
    if not rows:
        raise click.UsageError(f"no rows in {', '.join(tables)}; name a table of the languages, such as triggers")
    firings = {row.rule: Firing(row) for row in rows}
    packs, seen = load(), 0
    with progress("auditing") as tell:
        for page in inputs(paths):
            if isinstance(page, Page):
                _count(analyse(page, packs), firings, keep, seed)
            tell(seen := seen + 1)
    ordered = sorted(firings.values(), key=lambda one: -one.hits)
    _show(ordered, keep, as_json)
    silent = sum(not one.hits for one in ordered)
    say(f"{seen} pages; {len(ordered)} rows, {silent} never fired")


def _count(doc: Document, firings: dict[str, Firing], keep: int, seed: str) -> None:
    for rule, span in _hits(doc):
        firing = firings.get(rule)
        if firing is None:
            continue
        firing.hits += 1
        lot = blake2b(f"{seed}\t{rule}\t{doc.page.sha256}\t{span}".encode(), digest_size=8).digest()
        if len(firing.samples) < keep or (keep and lot < firing.samples[-1][0]):
            sample = (lot, f"{doc.page.outside.id}: {_around(doc.reading, span)}")
            firing.samples = nsmallest(keep, [*firing.samples, sample])
    if doc.record is not None:
        for rule, number in Counter(_rules(doc.record)).items():
            if rule in firings:
                firings[rule].used += number


def _hits(doc: Document) -> Iterator[tuple[str, Span]]:
    """Give every place where a row's words stand; words of contexts are looked for around reports alone."""
    for mark in doc.marks:
        yield mark.rule, mark.core
    for span, rule in dict.fromkeys((c.span, c.rule) for told in doc.told for c in told.contexts):
        yield rule, span


def _rules(record: PageRecord) -> Iterator[str]:
    for event in record.events:
        yield from dict.fromkeys(event.rule.values())
        yield from (party.rule for party in (*event.actors, *event.recipients))
        yield from (link.rule for link in event.attribution)
        yield from (context.rule for context in event.contexts)
    for said in record.statements:
        yield said.rule
        yield from (link.rule for link in said.via)
    for figure in record.figures:
        yield figure.rule


def _around(text: str, span: Span) -> str:
    start, end = span
    return safe(f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}")


def _show(ordered: list[Firing], keep: int, as_json: bool) -> None:
    if not as_json:
        click.echo("\t".join(["hits", "used", "rule", "row", "form", *(f"sample {n + 1}" for n in range(keep))]))
    for firing in ordered:
        cells = firing.row.cells
        samples = [text for _, text in firing.samples]
        if as_json:
            give_json({"hits": firing.hits, "used": firing.used, "rule": firing.row.rule, "row": cells,
                       "samples": samples})  # fmt: skip
            continue
        what = " ".join(cell for column, cell in cells.items() if column != "form" and cell)
        line = [str(firing.hits), str(firing.used), firing.row.rule, what, cells.get("form", ""), *samples]
        click.echo("\t".join(line))
