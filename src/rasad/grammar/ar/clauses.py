"""The clause of an Arabic trigger, and the participles of circumstance that open one of their own."""

from rasad.grammar.view import View
from rasad.model import Mark, Span

_WORD_BEFORE = 15
"""Code points before a word in which the word before it stands."""
_FINITE = ("past", "present")
_PERFORM = "perform"
"""The helper verb «تم», which tells a deed of its own behind another verb."""
_PAUSES = tuple('،,؛»"”)')


def clause(view: View, mark: Mark, after: int) -> Span:
    """Give the clause of a trigger: between complementisers, cues of saying, other verbs, relatives and hard stops.

    `after` is where it can end at the earliest: behind the verb of a noun's own relative clause.
    """
    folded = view.doc.folded
    left, right = view.start, view.end
    for other in view.marks:
        use = other.cells["use"] if other.kind == "grammar" else ""
        opens = use in ("complementiser", "saying", "but") or (
            other.kind == "speech" and other.morph == "participle" and circumstance(view, other)
        )
        verb = other.kind in ("speech", "trigger") and other.morph in ("past", "present") and other.core != mark.core
        verb = (
            verb
            and not (_names(view, other) or _brings(view, other))
            and not (other.suffix == "ا" and _describes(view, other))
        )
        verb = verb or (mark.morph in _FINITE and other.kind == "helper" and other.cells["verb"] == _PERFORM)
        if other.start >= after and (opens or verb or (_leaves(other, use) and view.text(after, other.start).strip())):
            right = min(right, other.start)
        elif other.end <= mark.start and (opens or (verb and mark.morph in ("past", "present") and _conjoined(mark))):
            left = max(left, other.end)
    for at in range(after, right):
        if folded[at] in "؛:" or (folded[at] == "." and at > after):
            right = at
            break
    return left, right


def circumstance(view: View, mark: Mark) -> bool:
    """Tell whether a participle says how the subject acts («محذرا»), and is no noun or adjective («المتهمين»)."""
    word = view.text(mark.core[0], mark.end).split(" ")[0]
    if mark.prefix not in ("", "و", "ف"):
        return False
    # A feminine or plural participle may be an adjective or a noun («بحق متهمين»), unless a pause stands before it.
    paused = view.text(max(view.start, mark.start - 2), mark.start).strip()[-1:] in _PAUSES
    paused = paused or any(0 <= mark.start - d.end <= 1 for _, d in view.dates) or _says_that(view, mark)
    if word.endswith("ا") and not paused and mark.prefix == "" and _describes(view, mark):
        return False
    return word.endswith("ا") or (word.endswith(("ه", "ین")) and (paused or mark.prefix != ""))


def _says_that(view: View, mark: Mark) -> bool:
    """Tell whether «that» stands right behind a participle of saying («مضيفة [أن] ...»)."""
    behind = (m for m in view.of("grammar") if m.cells["use"] == "complementiser" and m.start >= mark.end)
    return mark.kind == "speech" and any(not view.text(mark.end, m.start).strip() for m in behind)


def _describes(view: View, mark: Mark) -> bool:
    """Tell whether a common noun with the same ending stands right before a participle («مكتبا تابعا للجيش»)."""
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)[-1:]
    if not before or not view.text(*before[0]).endswith("ا") or view.text(before[0][1], mark.start).strip():
        return False
    start, end = before[0]
    marked = any(m.start <= start and end <= m.end and m.kind != "word" for m in view.marks)
    return not marked and not any(m.start <= start and end <= m.end for m in view.mentions)


def _names(view: View, verb: Mark) -> bool:
    """Tell whether a verb only gives a thing its name («ما اعتبرته تدخلا»), and opens no clause."""
    return verb.kind == "speech" and any(
        m.cells["use"] == "naming" and m.end == verb.start - 1 for m in view.of("grammar")
    )


def _brings(view: View, verb: Mark) -> bool:
    """Tell whether a verb only says who carried a statement («في بيان [نقلته] وكالة سانا»), and opens no clause."""
    return any(
        m.cells["cue"] in ("report", "statement") and m.start <= verb.start and verb.end == m.end
        for m in view.of("attribution")
    )


def _leaves(mark: Mark, use: str) -> bool:
    """Tell whether a word leaves the clause behind it: «الذي», «بعد أن», «بينما»."""
    return (use == "relative" and mark.cells["form"].startswith("ال")) or (
        use == "subordinate" and mark.cells.get("form", "") != "" and _clausal(mark)
    )


def _clausal(mark: Mark) -> bool:
    """Tell whether a subordinator opens a clause with a verb of its own and no mere noun («بعد لقاء»)."""
    form = mark.cells["form"]
    return form.endswith((" أن", "ما")) or form.startswith("في الوقت")


def _conjoined(mark: Mark) -> bool:
    return mark.prefix[:1] in ("و", "ف")
