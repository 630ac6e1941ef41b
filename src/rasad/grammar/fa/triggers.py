"""Persian triggers: a simple verb, a noun with its light verb, or a bare noun."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.cues import light_verb
from rasad.grammar.fa.denials import disowned, lifted
from rasad.grammar.fa.grounds import founded, only_named
from rasad.grammar.fa.places import followed, governors, punctuated, right_before, right_behind, uses_before
from rasad.grammar.fa.senses import is_other_sense
from rasad.grammar.fa.verbs import Verb, read_verbs
from rasad.grammar.shapes import Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View, tight
from rasad.model import VERBAL, Mark

_FUTURE = ("خواه", "نخواه")
_PRESENT = ("می", "نمی")
_STATES = frozenset({"ready"})
"""Frames that the present tense tells as well as the past («ایران آماده است»)."""
PERFORMED = frozenset({
    "anjam_dad", "anjam_shod", "anjam_yaft", "anjam_gereft", "surat_dad", "surat_gereft", "bargozar_kard",
    "bargozar_shod", "bargozar_gardid", "barpa_kard", "barpa_shod", "be_amal_avard", "be_amal_amad",
    "be_rah_andakht", "vagheh_shod",
})  # fmt: skip
"""Light verbs that only say that the deed of a noun was done."""
_ENVOYS = frozenset({"ambassador", "deputy_ambassador", "charge_d_affaires", "envoy"})
_DECLARED = frozenset({"announce", "express"})
"""Verbs of saying that perform what their object names («آمادگی خود را اعلام کرد»)."""
_NOT_DECLARED = frozenset({"ASSAULT", "PROTEST", "CONSULT"})
"""Types that nobody does by declaring them («پلیس [حمله] را انتحاری اعلام کرد»)."""
_I, _WE = "م", "یم"
"""Endings of the first person."""
_GUEST = 24
"""Code points between a guest and the welcome."""
_RALLY = 6
"""Words between a gathering and what it says of where or why it is held."""
_OBJECT = 12
"""Words that may stand between the noun that opens an object and its «را»."""


class Use(Struct, frozen=True):
    """How a trigger is used: by which light verb, or by the verb it is itself."""

    light: Mark | None
    simple: bool
    own: tuple[Verb, ...]
    """Finite verbs inside the words of a row («بیکار نخواهد نشست»)."""
    deemed: bool

    @property
    def verbal(self) -> bool:
        return self.simple or self.light is not None or bool(self.own) or self.deemed


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    """Read a trigger with its verb, tense and clause; nothing if it is only named: denied, asked for, or a purpose."""
    if mark.cells["need"] == "never":
        return None
    clauses = read_clauses(view)
    clause = clauses[clause_at(clauses, mark.core[0])]
    if is_other_sense(view, mark, clause) or lifted(view, mark, clause):
        return None
    mark = _killing(view, _received(view, _rallied(view, mark)))
    mark = _executed(view, mark, clause)
    mark = _sentenced(view, _by_phone(view, _recall(view, _toured(view, mark, clause), clause), clause), clause)
    use = _use(view, mark, clauses, clause)
    tense = use.light.cells["tense"] if use.light is not None else ("present" if mark.morph == "present" else "")
    if _denied(view, mark, use, tense, clause.verb) or not founded(view, mark, clause, use.verbal):
        return None
    if not use.verbal and only_named(view, mark, clause):
        return None
    subjunctive = _subjunctive(mark, use, tense)
    if subjunctive and _managed(view, mark, clause):
        subjunctive, tense = False, "past"
    if subjunctive and not _planned(view, mark):
        return None
    states = bool(use.own) or (mark.cells["frame"] in _STATES and tense == "present")
    end = max(mark.end, use.light.end) if use.light is not None else mark.end
    return Trigger(
        mark, mark.start, end, (_stretch(clause, mark), max(clause.end, end)),
        verbal=use.verbal,
        passive=_passive(view, mark, use.light),
        planned=_future(mark, use, tense) or _scheduled(mark, use, tense) or _on_the_way(view, mark, use, clause),
        negated=disowned(view, mark, clause),
        infinitive=use.simple and mark.suffix.startswith("ن") and not mark.suffix.startswith("ند"),
        subjunctive=subjunctive,
        tense="" if states else tense,
        means=_by_the_way(view, mark),
        first=_first(view, mark, use),
        tied=followed(view, mark),
    )  # fmt: skip


def _first(view: View, mark: Mark, use: Use) -> str:
    """Tell whether a verb is of the first person: «دیدار کردم», «به توافق رسیدیم»."""
    if use.own:
        return "" if any(v.third for v in use.own) else "one"
    if not (use.simple or use.light is not None):
        return ""
    verb = view.text(mark.start, mark.end) if use.light is None else view.text(use.light.start, use.light.end)
    if not verb.endswith(_I):
        return ""
    return "many" if verb.endswith(_WE) else "one"


def _recall(view: View, mark: Mark, clause: Clause) -> Mark:
    """Give «فراخواند» with an envoy for its object as the recall it is: «سفیر خود را از X [فراخواند]»."""
    if mark.cells["frame"] != "urge":
        return mark
    envoys = [m for m in view.mentions if m.office in _ENVOYS and m.marker == "obj" and clause.holds(m.start)]
    if not any(m.end <= mark.start for m in envoys):
        return mark
    return replace(mark, cells={**mark.cells, "type": "SANCTION", "mode": "withdraw", "frame": "recall"})


def _executed(view: View, mark: Mark, clause: Clause) -> Mark:
    """Give a sentence of death that is carried out as the deed it is: «[حکم اعدام] دو زندانی اجرا شد»."""
    deadly = any(m.core == mark.core for m in _uses(view, "death"))
    if mark.cells["mode"] != "convict" or clause.verb is None or not deadly:
        return mark
    if not any(m.cells["use"] == "carried_out" for m in right_before(view, clause.verb.start, "grammar")):
        return mark
    return replace(mark, cells={**mark.cells, "type": "ASSAULT", "mode": "targeted", "frame": "kill"})


def _killing(view: View, mark: Mark) -> Mark:
    """Give «کشته» behind «را» as the deed of who kills: «سربازان را [کشته] و پایگاه را تصرف کردند»."""
    if mark.cells["frame"] != "killed" or "obj" not in governors(view, mark.start):
        return mark
    return replace(mark, cells={**mark.cells, "frame": "kill"})


def _sentenced(view: View, mark: Mark, clause: Clause) -> Mark:
    """Give a verdict with its punishment as the sentence it is («به پرداخت جریمه [محکوم] شد»)."""
    if mark.cells["frame"] != "condemn" or mark.morph != "fixed":
        return mark
    named = [m for m in view.of("grammar") if m.cells["use"] == "sentence" and clause.holds(m.start)]
    if not any(m.end <= mark.start and len(view.words(m.end, mark.start)) <= _OBJECT for m in named):
        return mark
    return replace(mark, cells={**mark.cells, "type": "SANCTION", "mode": "convict", "frame": "sanction"})


def _received(view: View, mark: Mark) -> Mark:
    """Give the welcome of somebody as the visit it is: «از نخست‌وزیر اسرائیل [استقبال] کرد»; of a plan it is support."""
    if mark.cells["frame"] != "praise" or not any(m.core == mark.core for m in _uses(view, "welcome")):
        return mark
    links = [m for m in view.of("marker") if m.cells["marker"] == "from"]
    guests = [m for m in view.mentions if m.head in ("person", "office", "pronoun") and m.marker == "from"]
    near = (g for g in guests if any(tight(view.doc.folded, m.end, g.start) for m in links))
    if not any(abs(g.end - mark.start) <= _GUEST or abs(g.start - mark.end) <= _GUEST for g in near):
        return mark
    return replace(mark, cells={**mark.cells, "type": "CONSULT", "mode": "visit", "frame": "host"})


def _uses(view: View, use: str) -> list[Mark]:
    return [m for m in view.of("grammar") if m.cells["use"] == use]


def _rallied(view: View, mark: Mark) -> Mark:
    """Give a gathering as the protest it is by where or why it is held: «با [تجمع] مقابل مجلس»."""
    if mark.cells["frame"] != "protest" or mark.cells["need"] != "verb" or mark.morph != "noun":
        return mark
    links = [m for m in view.of("marker") if m.cells["marker"] in ("facing", "protesting") and m.start >= mark.end]
    if not links or len(view.words(mark.end, links[0].start)) > _RALLY or punctuated(view, mark.end, links[0].start):
        return mark
    return replace(mark, cells={**mark.cells, "need": "parties"})


def _by_phone(view: View, mark: Mark, clause: Clause) -> Mark:
    """Give talks on the telephone their mode («تلفنی با X [گفت‌وگو] کرد»)."""
    if mark.cells["mode"] != "meeting":
        return mark
    phoned = any(m.cells["use"] == "phone" and clause.holds(m.start) for m in view.of("grammar"))
    return replace(mark, cells={**mark.cells, "mode": "phone"}) if phoned else mark


def _toured(view: View, mark: Mark, clause: Clause) -> Mark:
    """Give «از X [دیدار] کرد» as the visit it is: nobody is met."""
    markers = {m.cells["marker"] for m in view.of("marker") if m.end <= mark.start and clause.holds(m.start)}
    verb = any(m.cells["verb"] == "kard" for m in right_behind(view, mark.end, "light"))
    if mark.cells["frame"] != "meet" or not verb or "from" not in markers or "with" in markers:
        return mark
    return replace(mark, cells={**mark.cells, "mode": "visit", "frame": "visit"})


def _by_the_way(view: View, mark: Mark) -> bool:
    """Tell whether «با» or «ضمن» stands right before a noun and «از» right behind it."""
    before = governors(view, mark.start) & {"with", "during"}
    return bool(before) and any(m.cells["marker"] == "from" for m in right_behind(view, mark.end, "marker"))


def _stretch(clause: Clause, mark: Mark) -> int:
    """Give where the stretch that holds the trigger begins: words of a clause inside the clause are not its own."""
    return next((s for s, e in clause.parts if s <= mark.core[0] < e), min(clause.start, mark.start))


def _future(mark: Mark, use: Use, tense: str) -> bool:
    """Tell whether a trigger is of the future tense."""
    return tense.startswith("future") or mark.prefix.startswith(_FUTURE) or any(v.tense == "future" for v in use.own)


def _scheduled(mark: Mark, use: Use, tense: str) -> bool:
    """Tell whether the present tense announces a meeting or a journey: «به تهران [سفر می‌کند]» comes still."""
    present = tense == "present" or any(v.tense == "present" for v in use.own)
    return mark.cells["type"] == "CONSULT" and present


def _on_the_way(view: View, mark: Mark, use: Use, clause: Clause) -> bool:
    """Tell whether talks or a journey are only where something will be done: «در این [سفر] با X دیدار خواهد کرد»."""
    if use.verbal or mark.cells["type"] != "CONSULT" or not governors(view, mark.start) & {"in", "during"}:
        return False
    return clause.verb is not None and clause.verb.tense == "future"


def _use(view: View, mark: Mark, clauses: Sequence[Clause], clause: Clause) -> Use:
    """Tell how a trigger is used in its clause."""
    simple = mark.morph in ("past", "present")
    light = (
        None
        if simple
        else light_verb(view, mark, clauses) or _declared(view, mark, clause) or _done(view, mark, clause)
    )
    if light is not None and light.cells["verb"] not in PERFORMED and _pointed_at(view, mark):
        light = None
    if light is not None and (_owing(view, mark, light) or _hung(view, mark, light)):
        light = None
    own = [v for v in read_verbs(view) if mark.morph == "fixed" and mark.start <= v.start and v.end <= mark.end]
    if mark.morph == "fixed" and (mark.cells["frame"], mark.cells["mode"]) == ("accuse", "disapprove"):
        light = None  # a verdict is passed by «دانست» alone
    judged = any(m.cells["verb"] in ("deem", "call") for m in right_behind(view, mark.end, "speech"))
    deemed = mark.morph == "fixed" and judged
    return Use(light, simple, tuple(own), deemed)


def _owing(view: View, mark: Mark, light: Mark) -> bool:
    """Tell whether «است» makes a duty of a demand («شرکت‌ها [موظف] به ثبت‌اند»): nobody asks it now."""
    far = any(m.cells["use"] == "far" and m.core[0] == mark.core[0] for m in view.of("grammar"))
    return mark.cells["frame"] == "request" and mark.morph == "fixed" and light.cells["verb"] == "bud" and not far


def _hung(view: View, mark: Mark, light: Mark) -> bool:
    """Tell whether a noun only hangs on an object by «از» («معافیت از [تحریم‌ها] را تمدید کرد»), or tells a purpose."""
    if "for" in governors(view, mark.start) and len(view.words(mark.end, light.start)) > 1:
        return True  # «به دستاویزی برای [زیر سؤال] بردن دولت تبدیل شد»
    objects = [m for m in view.of("marker") if m.cells["marker"] == "obj" and mark.end <= m.start < light.start]
    return bool(objects) and "from" in governors(view, mark.start) and not _of_series(view, mark)


def _denied(view: View, mark: Mark, use: Use, tense: str, closing: Verb | None) -> bool:
    """Tell whether a trigger is negated, describes («کشته‌شده در سوریه») or is part of a source («از قول X»)."""
    if tense.endswith("-neg") or (use.simple and mark.prefix.startswith("ن")) or negated_before(view, mark.start):
        return True
    starts = {mark.start} if use.simple else {use.light.start} if use.light is not None else set()
    if any(v.start in starts and v.bare and v is not closing for v in read_verbs(view)):
        return True
    return any(a.start <= mark.core[0] and mark.core[1] <= a.end for a in view.of("attribution"))


def _subjunctive(mark: Mark, use: Use, tense: str) -> bool:
    if tense.startswith("subjunctive") or any(v.tense == "subjunctive" for v in use.own):
        return True
    return mark.morph == "present" and not mark.prefix.startswith(_PRESENT)


def _declared(view: View, mark: Mark, clause: Clause) -> Mark | None:
    """Give the verb of «[حمایت] خود را از X اعلام کرد»: to declare it is to do it."""
    verb = clause.verb
    if verb is None or verb.light is None or mark.morph != "noun" or verb.light.cells["voice"] != "active":
        return None
    if mark.cells["type"] in _NOT_DECLARED:
        return None
    said = any(
        m.cells["verb"] in _DECLARED and mark.end <= m.core[0]
        for m in view.of("speech")
        if 0 <= verb.start - m.end <= 2
    )
    objects = [
        m for m in view.of("marker") if m.cells["marker"] == "obj" and m.start >= mark.end and clause.holds(m.start)
    ]
    if not said or not objects or governors(view, mark.start):
        return None
    return verb.light if len(view.words(mark.end, objects[0].start)) <= _OBJECT else None


def _done(view: View, mark: Mark, clause: Clause) -> Mark | None:
    """Give the verb that only says that a noun's deed was done: «اقدام به [حمله] کرد», «[تحریم‌هایی] را وضع کرد»."""
    verb = clause.verb
    if verb is None or verb.light is None or mark.morph != "noun" or verb.start < mark.end:
        return None
    if any(m.cells["use"] == "undertake" and clause.holds(m.start) for m in right_before(view, mark.start, "grammar")):
        return verb.light
    adopted = {"perform", "adopt"} if mark.cells["type"] == "SANCTION" else {"perform"}
    done = any(m.cells["use"] in adopted and mark.end <= m.start for m in right_before(view, verb.start, "grammar"))
    if not done and verb.light.cells["verb"] not in PERFORMED:
        return None
    others = [t for t in view.of("trigger") if t.morph == "noun" and t.core != mark.core]
    between = [t for t in others if t.core[0] >= mark.end and t.end <= verb.start]
    owner = any(not governors(view, t.start) for t in between)
    return None if owner or (governors(view, mark.start) and not _of_series(view, mark)) else verb.light


def _of_series(view: View, mark: Mark) -> bool:
    """Tell whether «a wave of» or «a series of» stands before a noun: «موج جدیدی از [حملات] را آغاز کرد»."""
    links = [m for m in right_before(view, mark.start, "marker") if m.cells["marker"] in ("from", "part")]
    nouns = [m for m in view.of("grammar") if m.cells["use"] == "series" and links and m.end <= links[-1].end]
    return any(len(view.words(m.end, links[-1].start)) <= 1 for m in nouns)


def _pointed_at(view: View, mark: Mark) -> bool:
    """Tell whether a demonstrative stands before a noun: it was told before («این [انفجار]»)."""
    return mark.morph == "noun" and "demonstrative" in uses_before(view, mark.start)


def _managed(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether «توانست» before a subjunctive makes it a thing done; who tried to speak up for somebody did."""
    wanted = {"managed", "tried"} if mark.cells["type"] in VERBAL else {"managed"}
    return any(m.cells["use"] in wanted and m.end <= mark.start and clause.holds(m.start) for m in view.of("grammar"))


def _planned(view: View, mark: Mark) -> bool:
    return any(m.cells["status"] == "planned" and m.end <= mark.start for m in view.of("modality"))


def _passive(view: View, mark: Mark, light: Mark | None) -> bool:
    """Tell whether the grammatical subject suffers the deed: «بازداشت شد», but not «وارد شد» or «خواستار شد»."""
    if light is None:
        participle = mark.morph == "past" and mark.suffix == "ه"
        return "ه ش" in mark.suffix or (participle and bool(right_behind(view, mark.end, "light")))
    if mark.cells["frame"] == "agree" and light.cells["verb"] == "rasid":
        return False  # «به توافق رسید»
    charged = (mark.cells["frame"], mark.cells["mode"], mark.morph) == ("accuse", "allege", "fixed")
    if charged and light.cells["verb"] == "bud":
        return True  # «از سوی X به Y [متهم] است»
    acts = any(m.cells["use"] == "agent" and m.core[0] == mark.core[0] for m in view.of("grammar"))
    return light.cells["voice"] == "passive" and not acts
