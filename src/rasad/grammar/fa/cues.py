"""Persian cues of saying: a simple verb, or a nominal part with its light verb."""

import re
from collections.abc import Iterator, Sequence

from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.verbs import Verb, as_verb, read_verbs
from rasad.grammar.shapes import Cue, cue_of
from rasad.grammar.view import View
from rasad.model import Mark, Span

_LIGHT_REACH = 26
"""Code points between a nominal part and its light verb («تاکید و اعلام کردند»); more is another clause."""
_BREAK = re.compile("[:؛.!?؟«»\"\n]|،")
_NEGATED = "-neg"
_MOVING = frozenset({"raft", "amad", "bud", "bord", "gozard"})
_BECOMING = frozenset({"shod", "bud", "gardid"})
_PLACED = frozenset({"gharar_gereft", "gharar_dad"})
"""Light verbs that a nominal part may wait for, however much stands between."""


def read_cues(view: View) -> Iterator[Cue]:
    """Find the cues of a sentence; negated ones and passives without an agent say nothing."""
    clauses = read_clauses(view)
    first = {v.end for v in read_verbs(view) if not v.third}
    yield from (cue for cue in _cues(view, clauses) if cue.end not in first and not (cue.mark.cells["verb"] == "continue" and not _goes_on(view, cue)))


def _goes_on(view: View, cue: Cue) -> bool:
    """Tell whether «ادامه داد» is said of speaking: a colon, «که» or a quotation follows."""
    return view.text(cue.end, cue.end + 4).strip(" \u200c،")[:1] in (":", "«", '"') or view.text(cue.end, cue.end + 4).strip() == "که"


def _cues(view: View, clauses: Sequence[Clause]) -> Iterator[Cue]:
    agents = {m.core for m in view.marks if m.kind == "grammar" and m.cells["use"] == "agent"}
    covered = [m.core for m in view.marks if m.kind == "attribution" and m.cells["side"] == "after"]
    for mark in view.of("speech"):
        if any(s <= mark.core[0] and mark.core[1] <= e for s, e in covered):
            continue
        if mark.morph in ("past", "present"):
            if not (mark.suffix in ("ن", "نی") or "ن" in mark.prefix.split()[:1] or _adjectival(view, mark)):
                yield cue_of(mark, mark.end)
            continue
        if _cries(view, mark):
            yield cue_of(mark, mark.end)
            continue
        light = light_verb(view, mark, clauses)
        if light is not None and light.cells["tense"].endswith(_NEGATED):
            continue
        if light is None:
            yield from _without_light(view, mark, agents)
        elif light.cells["voice"] != "passive" or mark.core in agents or _by_somebody(view, mark, clauses):
            yield cue_of(mark, mark.end if _shares(view, mark) else light.end)


def _shares(view: View, mark: Mark) -> bool:
    """Tell whether «و» joins the next part of speaking to this one: «بر X تاکید و اعلام کردند که Y»."""
    return any(m.start > mark.end and view.text(mark.end, m.start).replace("\u200c", " ").strip() == "و" for m in view.of("speech"))


def _without_light(view: View, mark: Mark, agents: set[Span]) -> Iterator[Cue]:
    """Give the cue of words that hold their own verb («معتقد است»), need none («با بیان اینکه»), or say it («سخن گفت»)."""
    saying = next((m for m in view.of("speech") if m.cells["verb"] == "say" and 0 <= m.start - mark.end <= 2), None)
    if saying is not None and mark.morph == "noun":
        yield cue_of(mark, saying.end)
    elif mark.morph == "fixed" and mark.core not in agents:
        apart = mark.cells["form"].startswith(("با ", "ضمن "))
        if apart or any(mark.start <= v.start and v.end <= mark.end for v in read_verbs(view)):
            yield cue_of(mark, mark.end, finite=not apart)


def _by_somebody(view: View, mark: Mark, clauses: Sequence[Clause]) -> bool:
    """Tell whether a passive names who says so («از سوی X متهم شد»)."""
    clause = clauses[clause_at(clauses, mark.core[0])]
    return any(m.marker == "by" and clause.holds(m.start) and m.end <= mark.start for m in view.mentions)


def _adjectival(view: View, mark: Mark) -> bool:
    """Tell whether a participle of saying stands inside a phrase («[گفته] وی», «[خواسته] مردم»)."""
    return any(v.start == mark.start and v.bare for v in read_verbs(view))


def _cries(view: View, mark: Mark) -> bool:
    """Tell whether a slogan in quotation marks follows its noun right away («شعار «...» سر دادند»)."""
    return mark.cells["verb"] == "shout" and view.text(mark.end, mark.end + 4).strip(" \u200c:")[:1] in ("«", '"')


def light_verb(view: View, mark: Mark, clauses: Sequence[Clause]) -> Mark | None:
    """Give the light verb of a nominal part: the verb of its clause, if that stands near, or far but asked for.

    Parts joined by «و» share their verb («تاکید و اعلام کردند»); «خواستار», «مورد» and their like wait for it however far.
    """
    clause = clauses[clause_at(clauses, mark.core[0])]
    verb = _verb_behind(view, clause, mark)
    if verb is None or any(0 <= m.start - mark.end <= 2 and m.cells["tense"].startswith("infinitive") for m in view.of("light")):
        return None
    if not _compounds(mark, verb):
        return None
    gap = view.text(mark.end, verb.start)
    nearer = [m for m in view.marks if m.kind in ("speech", "trigger") and m.morph in ("noun", "fixed") and m.core[0] >= mark.end and m.end <= verb.start]
    if _owed(view, clause, mark):
        return None
    between = view.text(mark.end, nearer[0].start).replace("\u200c", " ").strip() if nearer else ""
    shared = not nearer or between == "و"
    if nearer and mark.morph == "fixed" and between.startswith("و ") and len(gap) <= 2 * _LIGHT_REACH and not _BREAK.search(gap):
        return verb.light
    if len(gap) <= _LIGHT_REACH and not _BREAK.search(gap) and shared:
        return verb.light
    return verb.light if verb.light is not None and verb.light.cells["verb"] in _waits(view, mark) else None


def _verb_behind(view: View, clause: Clause, mark: Mark) -> Verb | None:
    """Give the verb that closes the clause of a nominal part, or the participle right behind it that closes nothing."""
    for light in view.of("light"):
        if 0 <= light.start - mark.end <= 2 and not light.cells["tense"].startswith("infinitive"):
            return as_verb(view, light)
    return clause.verb if clause.verb is not None and clause.verb.light is not None and clause.verb.start >= mark.end else None


def _compounds(mark: Mark, verb: Verb) -> bool:
    """Tell whether a nominal part can make a verb with this one: nouns do not with «رفت», «آمد» or «بود»."""
    if verb.light is None or mark.morph != "noun" or mark.cells["form"].startswith("به "):
        return True
    return verb.light.cells["verb"] not in _MOVING


def _waits(view: View, mark: Mark) -> frozenset[str]:
    """Give the verbs a nominal part may stand far from: «خواستار ... شد», «مورد ... قرار گرفت»."""
    uses = {m.cells["use"] for m in view.of("grammar") if m.core[0] == mark.core[0]}
    return _BECOMING if "far" in uses else _PLACED if "placed" in uses else frozenset()


def _owed(view: View, clause: Clause, mark: Mark) -> bool:
    """Tell whether an earlier part of the clause still waits for the verb («[خواستار] برگزاری انتخابات آزاد شد»)."""
    waiting = [m for m in view.of("grammar") if m.cells["use"] in ("far", "placed") and m.core[1] <= mark.core[0] and clause.holds(m.core[0])]
    heads = [m for m in view.marks if m.kind in ("speech", "trigger") and any(m.core[0] == w.core[0] for w in waiting)]
    light = clause.verb.light if clause.verb is not None else None
    return light is not None and any(light.cells["verb"] in _waits(view, head) for head in heads)


def verb_ends(view: View) -> list[Span]:
    """Give the spans of finite verbs that can close a clause."""
    return [v.span for v in read_verbs(view)]
