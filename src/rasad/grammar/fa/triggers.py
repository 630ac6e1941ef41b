"""Persian triggers: a simple verb, a noun with its light verb, or a bare noun."""

from collections.abc import Sequence

from rasad.grammar.fa.cases import case
from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.cues import light_verb
from rasad.grammar.fa.verbs import read_verbs
from rasad.grammar.shapes import Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View, tight
from rasad.model import Mark, Mention, Span

_FUTURE = ("خواه", "نخواه")
_STATES = frozenset({"ready"})
"""Frames that the present tense tells as well as the past («ایران آماده است»)."""
PERFORMED = frozenset({
    "anjam_dad", "anjam_shod", "anjam_yaft", "anjam_gereft", "surat_dad", "surat_gereft", "bargozar_kard", "bargozar_shod", "bargozar_gardid",
    "barpa_kard", "barpa_shod", "be_amal_avard", "be_amal_amad", "be_rah_andakht", "vagheh_shod",
})  # fmt: skip
"""Light verbs that only say that the deed of a noun was done."""
_DAYS = frozenset({"day", "day_month", "weekday", "relative"})
_VOICED = frozenset({"ready", "promise", "support", "praise", "condemn", "accuse", "recognise"})
"""Frames of acts that are done by naming them («بر [حمایت] از X تأکید کرد»)."""
_NEAR = 6
_SIDES = frozenset({"", "between", "with", "with_of", "obj", "by"})
"""Markers of the sides of an agreement, within a few words behind its noun."""
_HOLDING = frozenset({"seize", "ban"})
"""Frames whose noun behind «در» tells a state («در [اشغال] نیروهای بیگانه»)."""
_DECLARED = frozenset({"announce", "express"})
"""Verbs of saying that perform what their object names («آمادگی خود را اعلام کرد»)."""


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    """Read a trigger with its verb, tense and clause; nothing if it is only named: denied, asked for, or a purpose."""
    clauses = read_clauses(view)
    clause = clauses[clause_at(clauses, mark.core[0])]
    simple = mark.morph in ("past", "present")
    light = None if simple else light_verb(view, mark, clauses) or _declared(view, mark, clause) or performed(view, mark, clause)
    if light is not None and light.cells["verb"] not in PERFORMED and _pointed_at(view, mark):
        light = None
    tense = light.cells["tense"] if light is not None else ("present" if mark.morph == "present" else "")
    negated = tense.endswith("-neg") or (simple and mark.prefix.startswith("ن")) or negated_before(view, mark.start)
    own = [v for v in read_verbs(view) if mark.morph == "fixed" and mark.start <= v.start and v.end <= mark.end]
    verbal = simple or light is not None or bool(own) or _deemed(view, mark)
    if negated or (simple and _adjectival(view, mark)) or not _founded(view, mark, clause, verbal):
        return None
    if not verbal and (_topic(view, mark) or _asked_for(view, mark, clause)):
        return None
    subjunctive = tense.startswith("subjunctive") or any(v.tense == "subjunctive" for v in own) or (mark.morph == "present" and not mark.prefix.startswith(("می", "نمی")))
    if subjunctive and _managed(view, mark, clause):
        subjunctive, tense = False, "past"
    end = max(mark.end, light.end) if light is not None else mark.end
    return Trigger(
        mark, mark.start, end, window(clause, mark, end),
        verbal=verbal,
        passive=_passive(view, mark, light),
        planned=tense.startswith("future") or mark.prefix.startswith(_FUTURE),
        negated=False,
        infinitive=simple and mark.suffix.startswith("ن") and not mark.suffix.startswith("ند"),
        subjunctive=subjunctive,
        tense="" if own or (mark.cells["frame"] in _STATES and tense == "present") else tense,
    )  # fmt: skip


def window(clause: Clause, mark: Mark, end: int) -> Span:
    """Give the bounds of the clause a trigger stands in."""
    return min(clause.start, mark.start), max(clause.end, end)


def _declared(view: View, mark: Mark, clause: Clause) -> Mark | None:
    """Give the verb of «[حمایت] خود را از X اعلام کرد»: to declare it is to do it."""
    verb = clause.verb
    if verb is None or verb.light is None or mark.morph != "noun" or verb.light.cells["voice"] != "active":
        return None
    said = [m for m in view.of("speech") if m.cells["verb"] in _DECLARED and mark.end <= m.core[0] and 0 <= verb.start - m.end <= 2]
    objects = [m for m in view.of("marker") if m.cells["marker"] == "obj" and clause.holds(m.start) and m.start >= mark.end]
    if not said or not objects or not _opens_object(view, mark, objects[0].start):
        return None
    return verb.light


def _deemed(view: View, mark: Mark) -> bool:
    """Tell whether a verdict is passed: «تصمیم کنگره را [مضحک] دانست»."""
    return mark.morph == "fixed" and any(m.cells["verb"] == "deem" and 0 <= m.start - mark.end <= 2 for m in view.of("speech"))


def _opens_object(view: View, mark: Mark, obj: int) -> bool:
    """Tell whether no preposition governs the noun: it is the object itself."""
    before = [m for m in view.of("marker") if m.end <= mark.start and view.text(m.end, mark.start).strip(" \u200c«\"") == ""]
    return not before and len(view.words(mark.end, obj)) <= 12


def _adjectival(view: View, mark: Mark) -> bool:
    """Tell whether a participle only describes («ایرانیان [کشته‌شده] در سوریه»)."""
    return any(v.start == mark.start and v.bare for v in read_verbs(view))


def _topic(view: View, mark: Mark) -> bool:
    """Tell whether a noun is what something is done for or talked about («برای [عزل] رئیس‌جمهور», «درباره [استرداد] او»)."""
    return any(m.cells["marker"] in ("for", "about") and m.end <= mark.start and len(view.words(m.end, mark.start)) == 0 for m in view.of("marker"))


def _pointed_at(view: View, mark: Mark) -> bool:
    """Tell whether a demonstrative stands before a noun: it was told before («این [انفجار]»)."""
    return mark.morph == "noun" and any(
        m.cells["use"] == "demonstrative" and m.end <= mark.start and tight(view.doc.folded, m.end, mark.start) for m in view.of("grammar")
    )


def _managed(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether «توانست» before a subjunctive makes it a thing done."""
    return any(m.cells["use"] == "managed" and m.end <= mark.start and clause.holds(m.start) for m in view.of("grammar"))


def performed(view: View, mark: Mark, clause: Clause) -> Mark | None:
    """Give the verb of a deed that is told by its noun: «اقدام به [حمله] به مواضع ارتش کردند», «تحریم‌هایی را علیه ایران [وضع کرد]»."""
    verb = clause.verb
    if verb is None or verb.light is None or mark.morph != "noun" or verb.start < mark.end:
        return None
    uses = view.of("grammar")
    if any(m.cells["use"] == "undertake" and clause.holds(m.start) and tight(view.doc.folded, m.end, mark.start) for m in uses):
        return verb.light
    done = [m for m in uses if m.cells["use"] == "perform" and mark.end <= m.start and tight(view.doc.folded, m.end, verb.start)]
    if not done and verb.light.cells["verb"] not in PERFORMED:
        return None
    governed = any(tight(view.doc.folded, m.end, mark.start) for m in view.of("marker") if m.end <= mark.start)
    owner = any(t.core[0] >= mark.end and t.end <= verb.start for t in view.of("trigger") if t.morph == "noun" and t.core != mark.core)
    return None if governed or owner else verb.light


def _founded(view: View, mark: Mark, clause: Clause, verbal: bool) -> bool:
    """Tell whether a trigger has what its frame needs in its clause: a destination, a signed paper, somebody asked."""
    frame = mark.cells["frame"]
    words = {m.cells["use"] for m in view.of("grammar") if clause.holds(m.start)}
    if not verbal and mark.cells["need"] == "verb" and (frame not in _VOICED or mark.cells["mode"] == "investigate"):
        return False
    if frame == "request" and _crowd(view, mark):
        return False
    if frame == "sign" and mark.cells["need"] == "verb":
        return any(m.cells["use"] == "pact" and m.end <= mark.start for m in view.of("grammar"))
    if frame == "killed" and mark.morph == "past" and any(v.start == mark.start and v.tense == "perfect" for v in read_verbs(view)):
        return any(d.kind in _DAYS for _, d in view.dates)
    if not verbal and clause.verb is not None and clause.verb.light is not None and clause.verb.light.cells["tense"].endswith("-neg"):
        return False
    if frame == "agree" and not verbal:
        return any(m.start >= mark.end and len(view.words(mark.end, m.start)) <= _NEAR and m.marker in _SIDES for m in view.mentions)
    if frame in _HOLDING:
        return not any(m.cells["marker"] == "in" and m.end <= mark.start and tight(view.doc.folded, m.end, mark.start) for m in view.of("marker"))
    if mark.cells["type"] == "REJECT" and verbal:
        return "claim" not in words
    if frame == "visit" and verbal and mark.cells["need"] in ("verb", "parties"):
        return any(clause.holds(m.start) and _destination(view, mark, m) for m in view.mentions)
    if frame == "request" and mark.morph == "past":
        asked = any(case(view, m) == "from" and clause.holds(m.start) and m.end <= mark.start for m in view.mentions)
        return asked or any(m.cells["use"] == "complementiser" and 0 <= m.start - mark.end <= 2 for m in view.of("grammar"))
    return True


def _asked_for(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether a noun is what is asked: it stands between «خواستار» and its verb, or right behind «درخواست»."""
    return any(
        m.cells["verb"] == "demand" and m.end <= mark.start and clause.holds(m.start)
        and (m.morph == "fixed" or tight(view.doc.folded, m.end, mark.start))
        for m in view.of("speech")
    )  # fmt: skip


def _passive(view: View, mark: Mark, light: Mark | None) -> bool:
    """Tell whether the grammatical subject suffers the deed: «بازداشت شد», but not «وارد شد» or «خواستار شد»."""
    if light is None:
        return "ه ش" in mark.suffix
    acts = any(m.kind == "grammar" and m.cells["use"] == "agent" and m.core == mark.core for m in view.marks)
    return light.cells["voice"] == "passive" and not acts


def _crowd(view: View, mark: Mark) -> bool:
    """Tell whether a demand is that of a demonstration, put to nobody: it belongs to the protest."""
    protest = any(t.cells["type"] == "PROTEST" and t.morph == "noun" and t.end <= mark.start for t in view.of("trigger"))
    return protest and not any(case(view, m) == "from" and m.end <= mark.start for m in view.mentions)


def _destination(view: View, mark: Mark, mention: Mention) -> bool:
    """Tell whether a phrase is where a visit goes: a place behind «به», or right behind «وارد»."""
    if mention.place is None and mention.head not in ("country", "place"):
        return False
    behind = mention.start >= mark.end and len(view.words(mark.end, mention.start)) <= 3
    return behind or case(view, mention) in ("to", "into")
