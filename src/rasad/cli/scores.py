"""`rasad score`: the figures and the misses, for people and programs."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec.structs import replace

from rasad.cli.blocks import around
from rasad.cli.packing import load_packs
from rasad.cli.reading import inputs
from rasad.cli.screen import give_json, safe, say
from rasad.engine import serial
from rasad.errors import PageError
from rasad.model import Page
from rasad.readers import SetAside
from rasad.scoring import Miss, score_fully
from rasad.store.rows import Entry

Record = dict[str, Any]
Known = tuple[str, ...]
"""Fields of the gold that are handed over with a page."""


def handed_over(captured: bool, without_published: bool) -> Known:
    """Give the fields of the gold that a page is handed: what its capture would know, never what the text says."""
    if without_published:
        return ("url",)
    return ("url", "published") if captured else ()


def show_scores(gold_path: Path, pages: Path, misses: int, known: Known, as_json: bool) -> bool:
    """Show the figures; tell whether pages of the gold are absent."""
    gold = _json_lines(gold_path)
    predicted = list(_predicted(gold, pages, known)) if pages.is_dir() else _json_lines(pages)
    scores = score_fully(gold, predicted)
    if as_json:
        give_json({"pages": scores.pages, "absent": len(scores.absent), **scores.figures})
    else:
        if scores.absent:
            say(f"{len(scores.absent)} pages of the gold were not predicted: {safe(', '.join(scores.absent[:5]))}")
        click.echo(f"{scores.pages} pages")
        for name, figure in scores.figures.items():
            click.echo(_figure(name, figure))
    for miss in scores.misses[:misses]:
        say(_missed(miss, pages))
    return bool(scores.absent)


def _predicted(gold: Iterable[Record], folder: Path, known: Known) -> Iterator[Record]:
    """Read and analyse ID.txt for every page of the gold; what is set aside counts as not predicted."""
    for result in serial.run(_pages(gold, folder, known), load_packs()):
        if isinstance(result, Entry):
            yield msgspec.to_builtins(result.record)
        else:
            say(safe(f"{result.path}: {result.why}; {result.what_to_do}"))


def _pages(gold: Iterable[Record], folder: Path, known: Known) -> Iterator[Page | SetAside]:
    for record in gold:
        told = {field: record.get(field) for field in known}
        for page in inputs([folder / f"{record['id']}.txt"]):
            yield replace(page, outside=replace(page.outside, **told)) if isinstance(page, Page) else page


def _json_lines(path: Path) -> list[Record]:
    decoder = msgspec.json.Decoder(dict[str, Any])
    found = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            raise PageError(f"{path}:{number}: not a JSON record: {error}. Give a file of records.") from error
        if "id" not in found[-1]:
            raise PageError(f"{path}:{number}: the record has no `id`. Records are joined on it; add one.")
    return found


def _figure(name: str, figure: Mapping[str, float | int | None]) -> str:
    if "f1" in figure:
        shares = "  ".join(f"{label} {figure[key]:.3f}" for label, key in (("F1", "f1"), ("P", "p"), ("R", "r")))
        return f"{name:16} {shares}   gold {figure['gold']}, predicted {figure['guess']}"
    return f"{name:16} right {figure['share']:.3f} of {figure['of']}"


def _missed(miss: Miss, pages: Path) -> str:
    text = ""
    path = pages / f"{miss.page}.txt"
    if miss.span and path.is_file():
        text = around(path.read_bytes().decode("utf-8", "replace"), miss.span)
    return f"{miss.kind:8} {safe(miss.page)} {miss.what} {miss.span or ''} {text}"


def show_fusion_scores(gold_path: Path, pages: Path, as_json: bool) -> None:
    """Show how well reports are put together: fusion alone, then with our own reading."""
    from rasad.engine.fusion_gold import read_gold, score_alone, score_whole

    files, packs = read_gold(gold_path), load_packs()
    scores = {"alone": score_alone(files, pages, packs), "whole": score_whole(files, pages, packs)}
    if as_json:
        give_json(scores)
        return
    for way, parts in scores.items():
        for part, figures in parts.items():
            click.echo(f"== {way}, {part}")
            for name, figure in figures.items():
                click.echo(_figure(name, figure))
