"""Arabic cues of saying: finite verbs, participles of circumstance, and the like of «قوله»."""

from collections.abc import Iterator

from rasad.grammar.ar.triggers import circumstance
from rasad.grammar.shapes import Cue, cue_of
from rasad.grammar.view import View
from rasad.model import Mark


def read_cues(view: View) -> Iterator[Cue]:
    for mark in view.of("speech"):
        if mark.morph in ("noun", "masdar") or (mark.morph == "participle" and not circumstance(view, mark)):
            continue
        yield cue_of(mark, mark.end, finite=mark.morph != "participle")
    for mark in view.of("grammar"):
        if mark.cells["use"] == "saying":
            cells = {"verb": "say", "content": "that colon quote", "stance": "asserts", "form": mark.cells["form"], "morph": "fixed"}
            said = Mark(mark.start, mark.end, "speech", cells, mark.rule, "fixed", mark.core, mark.prefix, mark.suffix)
            yield cue_of(said, mark.end, finite=False)


def begins_clause(view: View, cue: Cue) -> bool:
    """Tell whether an Arabic cue stands behind a conjunction or comma, or is a participle of circumstance («مشيرا»)."""
    if cue.mark.morph == "fixed":
        return False
    if cue.mark.morph == "participle":
        return True
    before = view.text(max(view.start, cue.start - 2), cue.start).strip()
    return cue.mark.prefix[:1] in ("و", "ف") or before.endswith(("،", ",", "؛"))
