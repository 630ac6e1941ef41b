"""Find the contexts of every report: what PLOVER says it is about, by its words, its mode and its parties."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rasad.model import Context, Document, Mark, Party, Span, Told
from rasad.packs import Packs
from rasad.packs.lexicon import find
from rasad.packs.rows import read_rows

_REACH = 2
"""Sentences of one paragraph, before and behind, whose words count: some pages are one paragraph."""

Words = dict[int, list[Mark]]
Shown = tuple[Context, ...]
"""What shows one context: one sign, or two hints."""


def find_contexts(doc: Document, packs: Packs) -> Document:
    """Give every report its contexts: one word that says so, or two that hint at it, its mode, or who takes part."""
    if not doc.told:
        return doc
    starts = [sentence.start for sentence in doc.sentences]
    words: Words = {}
    told = []
    for report in doc.told:
        near = {bisect_right(starts, start) - 1 for start, _ in report.triggers}
        shown = [*_signs(report), *(c for n in sorted(near) for c in _spoken(_around(doc, n), doc, words, packs))]
        told.append(replace(report, contexts=_each_once(shown)))
    return replace(doc, told=tuple(told))


def _around(doc: Document, number: int) -> range:
    """Give the sentences of the paragraph that stand near one."""
    paragraph = doc.sentences[number].paragraph
    first = last = number
    while first > max(0, number - _REACH) and doc.sentences[first - 1].paragraph == paragraph:
        first -= 1
    while last < min(len(doc.sentences) - 1, number + _REACH) and doc.sentences[last + 1].paragraph == paragraph:
        last += 1
    return range(first, last + 1)


def _spoken(numbers: Iterable[int], doc: Document, words: Words, packs: Packs) -> Iterator[Shown]:
    """Give the contexts that the words of some sentences show: a strong one, else two different weak ones."""
    strong: dict[str, Mark] = {}
    weak: dict[str, dict[str, Mark]] = {}
    for number in numbers:
        if number not in words:
            words[number] = _words(doc, number, packs)
        for mark in words[number]:
            name = mark.cells["context"]
            if mark.cells["strength"] == "strong":
                strong.setdefault(name, mark)
            elif name:
                weak.setdefault(name, {}).setdefault(mark.cells["form"], mark)
    for mark in strong.values():
        yield (_context(mark),)
    for name, marks in weak.items():
        if name not in strong and len(marks) > 1:
            first, second = list(marks.values())[:2]
            yield (_context(first), _context(second))


def _context(mark: Mark) -> Context:
    return Context(mark.cells["context"], (mark.start, mark.end), mark.rule)


def _words(doc: Document, number: int, packs: Packs) -> list[Mark]:
    """Find the words of contexts in a sentence, without those that stand inside a longer one."""
    start, end = doc.sentences[number].start, doc.sentences[number].end
    found = find(packs.contexts[doc.lang], doc.folded[start:end], doc.reading[start:end])
    kept: list[Mark] = []
    covered = 0
    for mark in sorted(found, key=lambda m: (m.core[0], -m.core[1], m.rule)):
        same = bool(kept) and kept[-1].core == mark.core
        if mark.core[1] > covered or same:
            kept.append(mark)
            covered = mark.core[1]
    return [replace(mark, start=mark.start + start, end=mark.end + start) for mark in kept]


def _signs(report: Told) -> Iterator[Shown]:
    """Give the contexts that the mode of a report or one of its parties brings with it."""
    rows = read_rows("plover/context_signs.tsv")
    known: dict[tuple[str, str], Span] = {}
    if report.mode:
        known["mode", f"{report.type}/{report.mode}"] = report.triggers[0]
    for party in (*report.actors, *report.recipients):
        for sign in _of_party(party):
            known.setdefault(sign, party.span)
    for row in rows:
        span = known.get((row["sign"], row["value"]))
        if span is not None:
            yield (Context(row["context"], span, row.rule),)


def _of_party(party: Party) -> Iterator[tuple[str, str]]:
    entity = party.entity
    yield "entity", entity.id
    yield "sector", entity.sector or ""
    kind, _, rest = entity.id.partition(":")
    if kind in ("organ", "office", "group"):
        yield "key", rest.partition(":")[0]
    role = party.role or entity.role
    if role:
        yield "key", role.lower().replace(" ", "_")


def _each_once(shown: Iterable[Shown]) -> tuple[Context, ...]:
    """Keep what shows a context first; by name."""
    first: dict[str, Shown] = {}
    for signs in shown:
        first.setdefault(signs[0].name, signs)
    return tuple(sign for name in sorted(first) for sign in first[name])
