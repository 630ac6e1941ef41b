"""`rasad explain PAGE`: what was found in each sentence, what was tried, and why it came to something or not."""

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from rasad.cli.blocks import deed
from rasad.cli.reading import inputs
from rasad.cli.screen import give_json, native, safe, say
from rasad.engine import serial
from rasad.grammar.cues import in_order
from rasad.grammar.languages import GRAMMARS
from rasad.grammar.reasons import Why, unread
from rasad.grammar.shapes import Cue, Trigger
from rasad.grammar.triggers import find_triggers
from rasad.grammar.view import View, views
from rasad.model import Document, Heard, Mark, Page, Span, Told
from rasad.offsets import identity
from rasad.packs import Packs, load
from rasad.pipeline import analyse

_SQLITE = b"SQLite format 3\0"
_SHOWN = ("id", "office", "organ", "group", "iso3", "english", "verb", "marker", "use", "status", "topic", "cue",
          "title")  # fmt: skip
"""Columns whose cell says in Latin letters what a mark is; the first that its row has."""
_APART = ("trigger", "speech")
"""Kinds of marks that have lines of their own."""
_PACKS = "packs/"


class Known(Struct, frozen=True):
    """A known word: what it is by each row that lists it."""

    quote: str
    rows: tuple[tuple[str, str, str], ...]


class Slot(Struct, frozen=True):
    """A noun phrase of a trigger's clause: the slot it stands in, and whom it names."""

    slot: str
    name: str
    quote: str


class Tried(Struct, frozen=True):
    """A trigger or a cue that was tried: what it could tell, how it is used, and what came of it."""

    kind: str
    what: str
    quote: str
    span: Span
    rule: str
    use: str
    slots: tuple[Slot, ...]
    came_of_it: str


class Line(Struct, frozen=True):
    """A sentence with its known words and everything that was tried; `silent` says why it tells nothing at all."""

    number: int
    part: str
    span: Span
    text: str
    known: tuple[Known, ...]
    tried: tuple[Tried, ...]
    figures: tuple[str, ...]
    silent: str | None


def explain_pages(path: Path, only: int | None, as_json: bool) -> int:
    """Explain the pages of a path, all sentences or one; give the exit code."""
    if path.is_file() and path.read_bytes()[: len(_SQLITE)] == _SQLITE:
        raise click.UsageError(f"{path} is a case: name one of its events, too. `rasad timeline {path}` lists them.")
    code, packs = 0, load()
    for page in inputs([path]):
        if not isinstance(page, Page):
            aside = serial.as_aside(page)
            say(safe(f"{aside.path}: {aside.why}; {aside.what_to_do}"))
            code = 1
            continue
        doc = analyse(page, packs)
        lines = [line for line in trace(doc, packs) if only is None or line.number == only]
        if as_json:
            give_json({"page": page.outside.id, "lang": doc.lang, "sentences": lines})
        else:
            click.echo("\n".join(_page_lines(doc, lines)))
    return code


def trace(doc: Document, packs: Packs) -> Iterator[Line]:
    """Give every sentence with what was found and tried in it."""
    if doc.lang not in packs.lexicons:
        return
    way = doc.map or identity(len(doc.page.text))
    silent = {note.start: note.why for note in doc.notes if note.why in set(Why)}
    for view in views(doc):
        tried = sorted((*_triggers(view), *_cues(view)), key=lambda one: one.span)
        figures = tuple(
            f"{f.bound} {f.value:,.15g} {f.unit}" for f in doc.figures if view.start <= f.span[0] < view.end
        )
        yield Line(
            view.number, view.sentence.part, way.back(view.start, view.end), doc.reading[view.start : view.end],
            tuple(_known(view)), tuple(tried), figures, silent.get(view.start),
        )  # fmt: skip


def _known(view: View) -> Iterator[Known]:
    """Give the known words in their order, each once, without those that are only no names."""
    rows: dict[Span, list[tuple[str, str, str]]] = {}
    for mark in view.marks:
        what = next((mark.cells[column] for column in _SHOWN if mark.cells.get(column)), "")
        if mark.kind not in _APART and (mark.kind, what) != ("word", "stop"):
            rows.setdefault((mark.start, mark.end), []).append((mark.kind, what, mark.rule.removeprefix(_PACKS)))
    for span, some in rows.items():
        yield Known(view.doc.reading[slice(*span)], tuple(some))


def _triggers(view: View) -> Iterator[Tried]:
    """Give every trigger of a sentence: those that the grammar reads with their slots, the others with the reason."""
    grammar = GRAMMARS[view.doc.lang]
    read = {trigger.mark.core: trigger for trigger in find_triggers(view, grammar.read_trigger)}
    for trigger in read.values():
        found = ((m, slot) for m, slot in grammar.slots(view, trigger))
        slots = tuple(Slot(slot, m.entity.name, view.doc.reading[slice(*m.name)]) for m, slot in found)
        yield _tried(view, trigger.mark, _use(trigger), slots, _outcome(view.doc, trigger.mark.core))
    covered = [*read]
    for mark in sorted(view.of("trigger"), key=lambda m: (m.core[0] - m.core[1], m.core)):
        if not any(mark.core[0] < end and start < mark.core[1] for start, end in covered):
            covered.append(mark.core)
            yield _tried(view, mark, "", (), f"not read: {unread(view, mark)}")


def _tried(view: View, mark: Mark, use: str, slots: tuple[Slot, ...], outcome: str) -> Tried:
    what = f"{deed(mark.cells['type'], mark.cells['mode'])} by frame {mark.cells['frame']}"
    quote = view.doc.reading[slice(*mark.core)]
    return Tried("trigger", what, quote, _back(view.doc, mark.core), mark.rule, use, slots, outcome)


def _use(trigger: Trigger) -> str:
    flags = ("passive", "planned", "negated", "infinitive", "anaphoric", "relative", "needed", "subjunctive")
    how = ["verb" if trigger.verbal else "noun", *(flag for flag in flags if getattr(trigger, flag))]
    return ", ".join([*how, *([trigger.tense] if trigger.tense else [])])


def _outcome(doc: Document, core: Span) -> str:
    """Say what came of a trigger: a report, a part of one, or nothing, and why."""
    for number, told in enumerate(doc.told):
        if core == told.triggers[0]:
            return f"report {number}: {_summary(told)}"
        if core in told.triggers:
            return f"one more telling of report {number}: {_summary(told)}"
    why = next((trial.why for trial in doc.trials if trial.span == core), "left out of all reports")
    return f"no report: {why}"


def _summary(told: Told) -> str:
    who = " + ".join(p.entity.name for p in told.actors) or "?"
    whom = f" -> {' + '.join(p.entity.name for p in told.recipients)}" if told.recipients else ""
    return f"{deed(told.type, told.mode)}  {who}{whom}  {told.status}"


def _cues(view: View) -> Iterator[Tried]:
    """Give every verb of saying of a sentence, with the statement it opens."""
    doc = view.doc
    cues = {cue.core: cue for cue in in_order(GRAMMARS[doc.lang].read_cues(view))}
    for core, cue in cues.items():
        heard = next((h for h in (*doc.heard, *doc.asides) if h.verb_span == core), None)
        outcome = f"{_said(doc, heard)}" if heard else "no statement: no speaker or no content"
        yield _cue(view, cue.mark, f"{cue.stance}; content {' '.join(sorted(cue.ways))}", outcome, cue)
    known = [(cue.start, cue.end) for cue in cues.values()]
    for mark in view.of("speech"):
        if not any(mark.core[0] < end and start < mark.core[1] for start, end in known):
            known.append(mark.core)
            yield _cue(view, mark, "", "not read: not used as a verb of saying", None)


def _cue(view: View, mark: Mark, use: str, outcome: str, cue: Cue | None) -> Tried:
    core = cue.core if cue else mark.core
    quote = view.doc.reading[slice(*core)]
    return Tried("cue", mark.cells["verb"], quote, _back(view.doc, core), mark.rule, use, (), outcome)


def _said(doc: Document, heard: Heard) -> str:
    via = f" according to {' < '.join(link.entity.name for link in heard.via)}" if heard.via else ""
    content = _back(doc, heard.content)
    return f"statement of {heard.speaker.name}{via}: {heard.form}, {heard.stance} [{content[0]}, {content[1]})"


def _back(doc: Document, span: Span) -> Span:
    return (doc.map or identity(len(doc.page.text))).back(*span)


def _page_lines(doc: Document, lines: list[Line]) -> Iterator[str]:
    counts = f"{len(doc.told)} reports, {len(doc.heard)} statements, {len(doc.figures)} figures"
    yield f"{safe(doc.page.outside.id)}  {doc.lang}  {counts}"
    for line in lines:
        yield ""
        yield f"{line.number}  {line.part}  [{line.span[0]}, {line.span[1]})"
        yield f"   {native(line.text)}"
        for known in line.known:
            yield f"     {native(known.quote)}  {'; '.join(safe(' '.join(row)) for row in known.rows)}"
        for figure in line.figures:
            yield f"     {'figure':11} {safe(figure)}"
        for tried in line.tried:
            yield from _tried_lines(tried)
        if line.silent:
            yield f"   tells nothing: {safe(line.silent)}"


def _tried_lines(tried: Tried) -> Iterator[str]:
    use = f"  ({safe(tried.use)})" if tried.use else ""
    where = f"[{tried.span[0]}, {tried.span[1]})  {safe(tried.rule.removeprefix(_PACKS))}"
    yield f"   {tried.kind} {native(f'⟦{tried.quote}⟧')} {safe(tried.what)}{use}  {where}"
    for slot in tried.slots:
        yield f"     {safe(slot.slot):11} {native(slot.quote)} {safe(slot.name)}"
    yield f"     => {safe(tried.came_of_it)}"
