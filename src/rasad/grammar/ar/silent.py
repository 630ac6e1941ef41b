"""Phrases and verbs that only look like speech in Arabic: who is asked, what became known, what describes a noun."""

from collections.abc import Sequence

from rasad.grammar.shapes import SPEAKERS, Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention

DEMANDING = frozenset({"demand", "call_for", "urge", "accuse"})
_ASKED = frozenset({"organ", "org", "group", "country"})
"""Heads of phrases that are asked for something more often than they ask."""
_ARTICLES = ("ال", "وال")


def is_object(view: View, cue: Cue, mention: Mention) -> bool:
    """Tell whether whom a demand is put to stands alone behind its verb: «دانت X كذا و[طالبت] Y بكذا».

    The sentence has a subject before, the verb goes on with «و», and no other phrase could be asked.
    """
    if cue.mark.cells["verb"] not in DEMANDING or cue.mark.prefix != "و" or mention.entity.kind == "person":
        return False
    before: Sequence[Mention | Mark] = [
        m for m in view.mentions if m.marker == "" and m.head in SPEAKERS and m.end <= cue.start
    ]
    # «دعت منظمة الدفاع عن المستهلك إلى كذا، وطالبت الحكومة»: its subject is not read, but there is one
    before = before or [m for m in view.of("speech") if m.end <= cue.start and m.morph in ("past", "present")]
    paused = view.text(view.start, cue.start).rstrip().endswith((".", "؛"))
    behind = [m for m in view.mentions if m.marker == "" and mention.end <= m.start and m.start - mention.end <= 2]
    return bool(before) and not paused and not behind and mention.head in _ASKED


def related(view: View, cue: Cue) -> Mention | None:
    """Give whom a relative clause is about whose verb speaks («وفقا للناطق باسم النقابة، الذي [أهاب] ب»)."""
    relatives = [m for m in view.of("grammar") if m.cells["use"] == "relative" and m.end == cue.start - 1]
    if not cue.finite or not relatives:
        return None
    before = [m for m in view.mentions if m.end <= relatives[0].start and m.head in SPEAKERS]
    near = before and view.text(before[-1].end, relatives[0].start).strip(" ،") == ""
    return before[-1] if near else None


def deed_between(view: View, start: int, end: int) -> bool:
    """Tell whether the noun of a deed stands between a verb and a phrase, which is then its genitive."""
    return any(
        m.kind in ("trigger", "speech") and m.morph in ("noun", "masdar") and start <= m.start and m.end <= end
        for m in view.marks
    )


def became_known(view: View, cue: Cue) -> bool:
    """Tell whether a deed stands right behind a verb in a clause of time («بعدما أعلن [مقتل] X»): it was announced."""
    near = view.words(cue.end, view.end)[:1]
    return bool(near) and subordinated(view, cue.start - 2, cue.start) and deed_between(view, cue.end, near[0][1])


def describing(view: View, cue: Cue) -> bool:
    """Tell whether a verb of the present stands right behind a bare noun, which it describes («قرار [يطالب] بكذا»)."""
    if cue.mark.morph != "present" or cue.mark.prefix[:1] in ("و", "ف"):
        return False
    before = view.words(view.start, cue.start)[-1:]
    if not before or view.text(before[0][1], cue.start).strip() or view.text(*before[0]).startswith(_ARTICLES):
        return False
    at, end = before[0]
    named = any(m.start <= at and end <= m.end for m in view.mentions)
    return not named and not any(m.start <= at and end <= m.end and _is_small(m) for m in view.marks)


def _is_small(mark: Mark) -> bool:
    """Tell whether a word is no noun: a conjunction, an adverb, a verb."""
    return mark.kind in ("word", "helper", "speech", "modality") and mark.cells.get("use") != "stop"


def subordinated(view: View, start: int, end: int) -> bool:
    """Tell whether a conjunction of time or reason ends in [start, end)."""
    return any(m.cells["use"] == "subordinate" and start <= m.end <= end for m in view.of("grammar"))
