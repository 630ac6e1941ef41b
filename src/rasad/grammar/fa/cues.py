"""Persian cues of saying: a simple verb, or a nominal part with its light verb."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.places import only_and, right_before, right_behind
from rasad.grammar.fa.verbs import Verb, as_verb, read_verbs
from rasad.grammar.shapes import Cue, cue_of
from rasad.grammar.view import View, tight
from rasad.model import Mark, Span
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_LIGHT_REACH = 26
"""Code points between a nominal part and its light verb («تاکید و اعلام کردند»); more is another clause."""
_BREAK = re.compile('[:؛.!?؟«»"\n]|،')
_BEHIND = 5
"""Code points behind a cue in which a colon or quotation mark is looked for."""
_NEGATED = "-neg"
_INFINITIVE = frozenset({"ن", "نی"})
_TIGHT = frozenset({"arrest", "release", "clash", "ban", "killed"})
"""Frames whose predicates stand right before their verb («آزاد شد»); farther off they describe something."""
_SUFFERED = frozenset({"arrest", "killed", "expel", "sanction", "release"})
"""Frames of what may befall somebody before something else does, by one verb for both."""
_SHARED = frozenset({"shod", "gardid", "kard", "nemud"})
_BLOWS = frozenset({"COERCE", "ASSAULT", "SANCTION"})
_SUFFERED_WORDS = 16
_MOVING = frozenset({"raft", "amad", "bud", "bord", "gozard", "sakht", "shenakht", "neshast", "gozasht"})
"""Verbs that nouns make no compounds with («مذاکره رفت», «شرایط مذاکره را دشوار می‌سازد»)."""
_KEEPING = frozenset({"dasht", "bud"})
"""Verbs that tell a state: who «اطمینان دارد» promises nothing."""
_BECOMING = frozenset({"shod", "bud", "gardid"})
_PLACED = frozenset({"gharar_gereft", "gharar_dad"})
"""Light verbs that a nominal part may wait for, however much stands between."""

_PLACING = _PLACED | {"gereft", "vagheh_shod", "dad", "avard"}
"""Light verbs such a nominal part can have at all."""


def read_cues(view: View) -> Iterator[Cue]:
    """Find the cues of a sentence; negated ones and passives without an agent say nothing."""
    clauses = read_clauses(view)
    first = {v.end for v in read_verbs(view) if not v.third}
    for cue in _cues(view, clauses):
        if (
            cue.end not in first
            and not _impersonal(view, cue)
            and (cue.mark.cells["verb"] != "continue" or opens(view, cue))
        ):
            yield cue


def _impersonal(view: View, cue: Cue) -> bool:
    """Tell whether a bare stem behind a word of need tells what one should say («باید [گفت]»): nobody says it."""
    modals = [m for m in view.of("grammar") if m.cells["use"] == "modal" and m.end <= cue.start]
    bare = cue.mark.suffix == "" and cue.mark.prefix == "" and cue.mark.morph in ("past", "noun")
    return bare and any(tight(view.doc.folded, m.end, cue.start) for m in modals) and not _third_person(view, cue)


def _third_person(view: View, cue: Cue) -> bool:
    """Tell whether a cue's light verb is no bare stem («باید اعلام [کند]»)."""
    return any(m.end == cue.end and m.cells["tense"] != "past" for m in view.of("light"))


def opens(view: View, cue: Cue) -> bool:
    """Tell whether a colon, a quotation or «که» stands right behind a cue."""
    behind = view.text(cue.end, min(view.end, cue.end + _BEHIND)).lstrip(" \u200c،")
    return behind.startswith((":", "«", '"')) or any(
        m.cells["use"] == "complementiser" for m in right_behind(view, cue.end, "grammar")
    )


def _cues(view: View, clauses: Sequence[Clause]) -> Iterator[Cue]:
    agents = {m.core for m in view.marks if m.kind == "grammar" and m.cells["use"] == "agent"}
    covered = [m.core for m in view.marks if m.kind == "attribution" and m.cells["side"] == "after"]
    covered += [m.core for m in view.of("marker") if m.cells["marker"] == "as"]  # «به [عنوان] راهبرد»
    for mark in view.of("speech"):
        if any(s <= mark.core[0] and mark.core[1] <= e for s, e in covered):
            continue
        if mark.morph in ("past", "present"):
            unsaid = mark.suffix in _INFINITIVE or "ن" in mark.prefix.split()[:1] or mark.suffix in _passive()
            if not (unsaid or _adjectival(view, mark)):
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


@cache
def _passive() -> frozenset[str]:
    """Give the endings of a passive: what «گفته می‌شود» nobody says."""
    return frozenset(fold(row["form"]) for row in read_rows("fa/affixes.tsv") if row["feature"] == "passive")


def _shares(view: View, mark: Mark) -> bool:
    """Tell whether «و» joins the next part of speaking to this one: «بر X تاکید و اعلام کردند که Y»."""
    return any(m.start > mark.end and only_and(view, mark.end, m.start) for m in view.of("speech"))


def _without_light(view: View, mark: Mark, agents: set[Span]) -> Iterator[Cue]:
    """Give the cue of words that hold a verb («معتقد است»), need none («با بیان اینکه») or lean on one («سخن گفت»)."""
    saying = next((m for m in right_behind(view, mark.end, "speech") if m.cells["verb"] == "say"), None)
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

    Parts joined by «و» share their verb («تاکید و اعلام کردند»); «خواستار», «مورد» and their like wait however far.
    """
    clause = clauses[clause_at(clauses, mark.core[0])]
    verb = _verb_behind(view, clause, mark)
    if verb is None or verb.light is None or not _compounds(mark, verb.light) or _owed(view, clause, mark):
        return None
    waits = _waits(view, mark)
    if waits is _PLACED and mark.cells.get("frame") == "kill" and verb.light.cells["verb"] not in _PLACING:
        return None  # «در راستای این هدف ... حاصل شد»: no «هدف قرار گرفت»
    return verb.light if verb.light.cells["verb"] in waits or _reaches(view, mark, verb) else None


def _reaches(view: View, mark: Mark, verb: Verb) -> bool:
    """Tell whether a nominal part reaches its verb: nothing but parts that share it stands between."""
    gap = view.text(mark.end, verb.start)
    if _BREAK.search(gap) or (mark.morph == "fixed" and mark.cells.get("frame") in _TIGHT and not _close_by(gap)):
        return False
    if _befell(view, mark, verb):
        return True
    parts = [m for m in view.marks if m.kind in ("speech", "trigger") and m.morph in ("noun", "fixed")]
    nearer = next((m for m in parts if m.core[0] >= mark.end and m.end <= verb.start), None)
    if nearer is None or only_and(view, mark.end, nearer.start):
        return len(gap) <= _LIGHT_REACH and not _owned(view, mark, verb)
    joined = view.text(mark.end, nearer.start).replace("\u200c", " ").strip().startswith("و ")
    return mark.morph == "fixed" and joined and len(gap) <= 2 * _LIGHT_REACH


def _befell(view: View, mark: Mark, verb: Verb) -> bool:
    """Tell whether things that befell somebody share one verb: «[بازداشت] و به زندان منتقل و به حبس محکوم شد»."""
    if mark.cells.get("frame") not in _SUFFERED or verb.light is None or verb.light.cells["verb"] not in _SHARED:
        return False
    joined = view.text(mark.end, verb.start).replace("\u200c", " ").lstrip().startswith("و ")
    last = right_before(view, verb.start, "trigger")
    told = any(t.cells["type"] in _BLOWS for t in last) or any(
        m.cells["use"] == "moved" for m in right_before(view, verb.start, "grammar")
    )
    return joined and told and len(view.words(mark.end, verb.start)) <= _SUFFERED_WORDS


def _owned(view: View, mark: Mark, verb: Verb) -> bool:
    """Tell whether a word of its own stands right before the verb: «در [دفاع] از نظام فداکاری کرد» defends nobody."""
    words = view.words(mark.end, verb.start)
    if mark.kind != "trigger" or not words or view.text(words[-1][1], verb.start).strip(" ‌"):
        return False
    if not any(mark.end <= m.start and m.end <= words[-1][0] for m in view.of("marker")):
        return False
    start, end = words[-1]
    known = any(m.start <= start and end <= m.end for m in view.marks)
    return not known and not any(m.start <= start < m.end for m in view.mentions)


def _close_by(gap: str) -> bool:
    """Tell whether a predicate can lean on a verb over so much: a word, or a second one with «و»."""
    words = gap.replace("\u200c", " ").split()
    return len(words) <= 1 or "و" in words[:2]


def _verb_behind(view: View, clause: Clause, mark: Mark) -> Verb | None:
    """Give the verb that closes the clause of a nominal part, or the participle right behind it that closes nothing.

    An infinitive right behind it takes it for itself («مسترد نکردن او»).
    """
    lights = right_behind(view, mark.end, "light")
    if lights:
        infinitive = any(m.cells["tense"].startswith("infinitive") for m in lights)
        return None if infinitive else as_verb(view, lights[0])
    return clause.verb if clause.verb is not None and clause.verb.start >= mark.end else None


def _compounds(mark: Mark, light: Mark) -> bool:
    """Tell whether a nominal part can make a verb with this one: nouns do not with «رفت», «آمد» or «بود»."""
    verb, formed = light.cells["verb"], mark.cells["form"].startswith("به ")
    if mark.cells.get("frame") == "promise" and verb in _KEEPING:
        return False
    if mark.morph == "fixed" and verb == "rasid" and not formed:
        return False
    return mark.morph != "noun" or formed or verb not in _MOVING


def _waits(view: View, mark: Mark) -> frozenset[str]:
    """Give the verbs a nominal part may stand far from: «خواستار ... شد», «مورد ... قرار گرفت»."""
    uses = {m.cells["use"] for m in view.of("grammar") if m.core[0] == mark.core[0]}
    return _BECOMING if "far" in uses else _PLACED if "placed" in uses else frozenset()


def _owed(view: View, clause: Clause, mark: Mark) -> bool:
    """Tell whether an earlier part of the clause still waits for the verb («[خواستار] برگزاری انتخابات آزاد شد»)."""
    earlier = [m for m in view.of("grammar") if m.core[1] <= mark.core[0] and clause.holds(m.core[0])]
    waiting = {m.core[0] for m in earlier if m.cells["use"] in ("far", "placed")}
    heads = [m for m in view.marks if m.kind in ("speech", "trigger") and m.core[0] in waiting]
    light = clause.verb.light if clause.verb is not None else None
    return light is not None and any(light.cells["verb"] in _waits(view, head) for head in heads)
