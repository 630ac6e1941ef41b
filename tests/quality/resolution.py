"""How many of the gold parties and speakers get the right person and the right country. Run it to see what is missed.

    PYTHONPATH=src:tests python -m quality.resolution ../shared

A gold party counts for `named` if the register knows its canonical name and the gold span names it: it holds one of the
rows' forms or, of a person, a word that sounds like one of the canonical name's. Else it is `told`: by a post, a
pronoun, or a verb whose subject is dropped.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from rasad.model import Document, Entity, Heard, Mention, Page
from rasad.packs import load
from rasad.packs.lookup import find
from rasad.packs.rows import read_rows
from rasad.packs.sounds import parts, plain, sounds
from rasad.pipeline import analyse
from rasad.readers import read_pages
from rasad.tokens import ZWNJ

PAGES = 25
"""Pages 026-050 are kept for the judgement of others."""
SURE = 0.95
"""A canonical name fits a row of the register at least so."""

Party = dict[str, Any]


def measure(shared: Path, lang: str) -> tuple[Counter[str], list[str]]:
    """Count right and wrong ids and countries on the first gold pages of a language; list what is wrong."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    lines = (shared / "gold" / f"dev-{lang}.jsonl").read_text(encoding="utf-8").splitlines()[:PAGES]
    for gold in map(json.loads, lines):
        doc = _read(shared / "pages" / f"{gold['id']}.txt")
        for kind, party in _parties(gold):
            _judge(doc, gold["id"], kind, party, counts, misses)
    return counts, misses


@cache
def _read(path: Path) -> Document:
    page = next(iter(read_pages(path)))
    assert isinstance(page, Page)
    return analyse(page, load())


def _parties(gold: dict[str, Any]) -> Iterator[tuple[str, Party]]:
    for event in gold["events"]:
        for party in [*event["actors"], *event["recipients"]]:
            if party["span"]:
                yield "party", party
    for said in gold["statements"]:
        if said["speaker"]["span"]:
            yield "speaker", {**said["speaker"], "content": said["content"], "kind": said["speaker"].get("kind")}


def _judge(doc: Document, page: str, kind: str, party: Party, counts: Counter[str], misses: list[str]) -> None:
    text = doc.page.text[slice(*party["span"])]
    found = list(_found(doc, party))
    wanted = known(party["name"], party["kind"])
    if wanted is not None:
        how = "named" if _names(text, party["name"], wanted) else "told"
        right = any(entity.id == wanted for entity in found)
        counts[f"{how} of"] += 1
        counts[f"{how} right"] += right
        if not right:
            misses.append(f"{how} {page} {party['span']} {party['name']} «{text}» -> {[e.id for e in found]}")
    if kind == "party":
        right = any(entity.country == party["country"] for entity in found)
        counts["country of"] += 1
        counts["country right"] += right
        if not right:
            misses.append(
                f"country {page} {party['span']} {party['name']} {party['country']} «{text}» "
                f"-> {[(e.id, e.country) for e in found]}"
            )


@cache
def known(name: str, kind: str | None) -> str | None:
    """Give the id that the register has for a canonical name."""
    register = load().register
    if kind in ("person", None):
        hits = find(name, register, most=1)
        if hits and hits[0].fit >= SURE:
            return hits[0].entity.id
    if kind == "person":
        return None
    return next((e.id for e in register.organisations.values() if plain(e.name) == plain(name)), None)


def _names(text: str, name: str, wanted: str) -> bool:
    """Tell whether a span names its party: it holds a row's form, or of a person a word that sounds like the name's."""
    joined = plain(text).replace(ZWNJ, "").replace(" ", "")
    if any(form in joined for form in _forms(wanted)):
        return True
    heard = {way for word in parts(name) for way in sounds(word) if len(way) > 1}
    return wanted.startswith("per-") and any(way in heard for word in parts(text) for way in sounds(word))


@cache
def _forms(wanted: str) -> tuple[str, ...]:
    rows = (*read_rows("actors/person_names.tsv"), *read_rows("actors/organisation_names.tsv"))
    return tuple(plain(row["form"]).replace(ZWNJ, "").replace(" ", "") for row in rows if row["id"] == wanted)


def _found(doc: Document, party: Party) -> Iterator[Entity]:
    """Give who the mention at a gold span is; of a speaker without a mention, who is heard saying the words."""
    assert doc.map is not None
    mention = max(doc.mentions, key=lambda m: _shared(doc, m, party["span"]), default=None)
    if mention is not None and _shared(doc, mention, party["span"])[0] > 0:
        yield mention.entity
        yield from mention.members
        return
    for heard in doc.heard if "content" in party else ():
        if _meets(doc.map.back(*heard.verb_span), party["span"]) or _same_words(doc, heard, party):
            yield heard.speaker
            return


def _shared(doc: Document, mention: Mention, span: list[int]) -> tuple[int, bool, int]:
    assert doc.map is not None
    start, end = doc.map.back(mention.start, mention.end)
    return min(end, span[1]) - max(start, span[0]), mention.head != "adjective", start - end


def _same_words(doc: Document, heard: Heard, party: Party) -> bool:
    assert doc.map is not None
    return _meets(doc.map.back(*heard.content), party["content"])


def _meets(a: tuple[int, int], b: list[int]) -> bool:
    return max(a[0], b[0]) < min(a[1], b[1])


def share(counts: Counter[str], name: str) -> float:
    """Give the share that is right."""
    return counts[f"{name} right"] / counts[f"{name} of"] if counts[f"{name} of"] else 0.0


if __name__ == "__main__":
    for language in ("fa", "ar"):
        tally, missed = measure(Path(sys.argv[1]), language)
        print(*missed, sep="\n")
        for what in ("named", "told", "country"):
            print(f"{language} {what}: {share(tally, what):.4f} of {tally[f'{what} of']}")
