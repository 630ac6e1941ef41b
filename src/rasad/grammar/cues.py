"""Cues of saying: the verb that reports speech, with its light verb, in both languages."""

import re
from collections.abc import Iterator

from msgspec import Struct

from rasad.grammar.view import View
from rasad.model import Mark, Span

_LIGHT_REACH = 26
"""Code points between a nominal part and its light verb («تاکید و اعلام کردند»); more is another clause."""
_BREAK = re.compile("[:؛.!؟?«»\"\n]|،")


class Cue(Struct, frozen=True):
    """A verb of saying: [start, end) with its light verb, and the ways its content may follow."""

    start: int
    end: int
    mark: Mark
    ways: frozenset[str]
    stance: str
    finite: bool
    core: Span


def find_cues(view: View, lang: str) -> list[Cue]:
    """Find the cues of a sentence in order; where two overlap, the longer stays."""
    found = sorted(_persian(view) if lang == "fa" else _arabic(view), key=lambda c: (c.start, -c.end, c.mark.rule))
    kept: list[Cue] = []
    for cue in found:
        if kept and cue.start < kept[-1].end:
            if cue.core == kept[-1].core:
                kept[-1] = _merged(kept[-1], cue)
            continue
        kept.append(cue)
    return kept


def _merged(one: Cue, other: Cue) -> Cue:
    """Join two rows of one word: all their ways count."""
    return Cue(one.start, max(one.end, other.end), one.mark, one.ways | other.ways, one.stance, one.finite, one.core)


def _cue(mark: Mark, end: int, finite: bool = True) -> Cue:
    return Cue(mark.start, end, mark, frozenset(mark.cells["content"].split()), mark.cells["stance"], finite, mark.core)


def _persian(view: View) -> Iterator[Cue]:
    lights = view.of("light")
    agents = {m.core for m in view.marks if m.kind == "grammar" and m.cells["use"] == "agent"}
    covered = [m.core for m in view.marks if m.kind == "attribution"]
    for mark in view.of("speech"):
        if any(s <= mark.core[0] and mark.core[1] <= e for s, e in covered):
            continue
        if mark.morph in ("past", "present"):
            if mark.suffix in ("ن", "نی") or "ن" in mark.prefix.split()[:1]:
                continue
            yield _cue(mark, mark.end)
        elif mark.morph == "fixed":
            yield _cue(mark, mark.end, finite=not mark.cells["form"].startswith(("با ", "ضمن ")))
        else:
            light = light_verb(view, mark, lights)
            if light is None or light.cells["tense"].endswith("-neg"):
                continue
            if light.cells["voice"] == "passive" and mark.core not in agents:
                continue
            yield _cue(mark, light.end)


def light_verb(view: View, mark: Mark, lights: list[Mark]) -> Mark | None:
    """Give the light verb of a nominal part, if one follows in the same clause and no other nominal part is nearer to it.

    Parts joined by «و» share their verb («تاکید و اعلام کردند»).
    """
    for light in lights:
        if light.start < mark.end:
            continue
        gap = view.text(mark.end, light.start)
        if len(gap) > _LIGHT_REACH or _BREAK.search(gap):
            return None
        nearer = [
            m for m in view.marks
            if m.kind in ("speech", "trigger") and m.morph in ("noun", "fixed") and m.core[0] >= mark.end and m.end <= light.start
            and m.start < light.start
        ]  # fmt: skip
        if nearer and view.text(mark.end, nearer[0].start).replace("\u200c", " ").strip() != "و":
            return None
        return light
    return None


def _arabic(view: View) -> Iterator[Cue]:
    for mark in view.of("speech"):
        if mark.morph in ("noun", "masdar"):
            continue
        yield _cue(mark, mark.end, finite=mark.morph != "participle")
    for mark in view.of("grammar"):
        if mark.cells["use"] == "saying":
            cells = {"verb": "say", "content": "that colon quote", "stance": "asserts", "form": mark.cells["form"], "morph": "fixed"}
            said = Mark(mark.start, mark.end, "speech", cells, mark.rule, "fixed", mark.core, mark.prefix, mark.suffix)
            yield _cue(said, mark.end, finite=False)
