"""Arabic cues of saying: finite verbs, participles of circumstance, and the like of «قوله»."""

import re
from collections.abc import Iterator

from rasad.grammar.ar.clauses import circumstance
from rasad.grammar.ar.voices import charged
from rasad.grammar.shapes import Cue, cue_of
from rasad.grammar.view import View
from rasad.model import Mark, Span

_QUOTATION = re.compile('«[^«»]+»|"[^"]+"|“[^“”]+”')
_NAMING = frozenset({"describe", "consider"})
"""Verbs that give a thing its name: «ما وصفه بالجرائم»."""
_NOUNS = ("noun", "masdar", "bound", "bound_phrase", "definite")
_LONG_QUOTE = 3
"""Words from which on a quotation is speech and no name: a verb inside is the speaker's own."""


def read_cues(view: View) -> Iterator[Cue]:
    """Give the cues of a sentence.

    No verb inside a quotation, none of a source phrase («حسب ما أعلنته»), none in the first person.
    """
    closed = [(m.start, m.end) for m in view.of("attribution")] + _quotations(view)
    for mark in view.of("speech"):
        if mark.morph in ("noun", "masdar", "bound", "bound_phrase", "definite") or (
            mark.morph == "participle" and not circumstance(view, mark)
        ):
            continue
        if charged(view, mark) or (mark.morph != "participle" and _unsaid(view, mark)):
            continue
        first_person = mark.morph == "present" and mark.prefix[-1:] in ("ا", "ن")
        if not first_person and not any(start <= mark.core[0] and mark.core[1] <= end for start, end in closed):
            yield cue_of(mark, mark.end, finite=mark.morph != "participle")
    for mark in view.of("grammar"):
        if mark.cells["use"] == "saying":
            cells = {
                "verb": "say",
                "content": "that colon quote",
                "stance": "asserts",
                "form": mark.cells["form"],
                "morph": "fixed",
            }
            said = Mark(mark.start, mark.end, "speech", cells, mark.rule, "fixed", mark.core, mark.prefix, mark.suffix)
            yield cue_of(said, mark.end, finite=False)


def _unsaid(view: View, verb: Mark) -> bool:
    """Tell whether a verb says nothing: behind «لا» or «لم», unless it denies, or where it only names («ما وصفه ب»)."""
    before = [m for m in view.marks if m.end == verb.start - 1 and m.kind in ("word", "grammar")]
    if any(m.kind == "grammar" and m.cells["use"] == "naming" for m in before):
        return verb.cells["verb"] in _NAMING
    return verb.cells["stance"] != "denies" and any(m.kind == "word" and m.cells["use"] == "negation" for m in before)


def _quotations(view: View) -> list[Span]:
    """Give the insides of the quotations that hold speech; of an odd number of marks nobody knows which is which."""
    text = view.text(view.start, view.end)
    if text.count('"') % 2:
        return []
    spans = [(view.start + q.start() + 1, view.start + q.end() - 1) for q in _QUOTATION.finditer(text)]
    return [s for s in spans if len(view.words(*s)) >= _LONG_QUOTE]


def begins_clause(view: View, cue: Cue) -> bool:
    """Tell whether an Arabic cue stands behind a conjunction or comma, or is a participle of circumstance («مشيرا»)."""
    if cue.mark.morph == "fixed":
        return False
    if cue.mark.morph == "participle":
        return True
    before = view.text(max(view.start, cue.start - 2), cue.start).strip()
    aside = any(view.text(d.end, cue.start).strip() in ("،", ",") for _, d in view.dates if d.end <= cue.start)
    return cue.mark.prefix[:1] in ("و", "ف") or (before.endswith(("،", ",", "؛")) and not aside)
