"""Persian cues of saying: a simple verb, or a nominal part with its light verb."""

import re
from collections.abc import Iterator

from rasad.grammar.shapes import Cue, cue_of
from rasad.grammar.view import View
from rasad.model import Mark, Span

_LIGHT_REACH = 26
"""Code points between a nominal part and its light verb («تاکید و اعلام کردند»); more is another clause."""
_IMPERFECT = re.compile("(?<!\\w)ن?می[\u200c ]\\w+")
_BREAK = re.compile("[:؛.!؟?«»\"\n]|،")


def read_cues(view: View) -> Iterator[Cue]:
    lights = view.of("light")
    agents = {m.core for m in view.marks if m.kind == "grammar" and m.cells["use"] == "agent"}
    covered = [m.core for m in view.marks if m.kind == "attribution"]
    for mark in view.of("speech"):
        if any(s <= mark.core[0] and mark.core[1] <= e for s, e in covered):
            continue
        if mark.morph in ("past", "present"):
            if mark.suffix in ("ن", "نی") or "ن" in mark.prefix.split()[:1]:
                continue
            yield cue_of(mark, mark.end)
        elif mark.morph == "fixed":
            yield cue_of(mark, mark.end, finite=not mark.cells["form"].startswith(("با ", "ضمن ")))
        else:
            light = light_verb(view, mark, lights)
            if light is None or light.cells["tense"].endswith("-neg"):
                continue
            if light.cells["voice"] == "passive" and mark.core not in agents:
                continue
            yield cue_of(mark, light.end)


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


def verb_ends(view: View) -> list[Span]:
    """Give the spans of finite verbs that can close a clause."""
    spans = {(m.start, m.end) for m in view.of("light")}
    spans |= {(m.start, m.end) for m in view.marks if m.kind in ("speech", "trigger") and m.morph in ("past", "present")}
    spans |= {(view.start + m.start(), view.start + m.end()) for m in _IMPERFECT.finditer(view.text(view.start, view.end))}
    return sorted(spans)
