"""Who does what a Persian trigger tells: the subject of its clause, where the trigger can have one."""

from collections.abc import Sequence

from rasad.grammar.entities import unnamed
from rasad.grammar.fa.belongs import FORCE, NEAR, befalls, is_object, its_own, somebody_elses
from rasad.grammar.fa.cases import bare_subject, case, own, signs, subject
from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.places import doer, governors, punctuated, right_before
from rasad.grammar.shapes import JOINT, Trigger
from rasad.grammar.view import View, tight
from rasad.model import Entity, Mention

_MANY = "ند"
"""Ending of verbs of several."""
_LINK = 4
"""Code points before a name in which the comma or «و» of a list stands."""
_LINKS = ("،", " و")
_TELLERS = frozenset({"source", "journalist", "eyewitness", "analyst"})
"""Posts of those who only tell of blows."""
_AGENT = 16
"""Code points between a noun of attack and whose it is: «حمله هوایی از سوی [X]»."""
_OWED = 3
"""Words between «responsibility» and the blow that it is taken for."""
_NOT = ("ن", "نمی")
"""How a verb that denies begins."""
_CROWD = 3
"""Words of the name of a crowd."""
_PEOPLE = ("ان", "ین")
"""Endings of plurals of people."""
_PARTING = frozenset({"marker", "light", "speech", "trigger", "modality", "grammar", "helper"})
"""Kinds of marks before which the name of a crowd ends."""
_QUOTED = (":", "«", '"', "“")
"""Marks before the words of a speaker."""
_INDEFINITE = "\u200cای"
"""Ending of an indefinite noun, whose phrase no other noun completes («بیانیه‌ای»)."""


def acting_subject(view: View, trigger: Trigger, clauses: Sequence[Clause], number: int) -> Mention | None:
    """Give the subject of the trigger's clause where the trigger can have one."""
    if trigger.nominal and (owner := doer(view, trigger.mark.start)) is not None:
        return owner
    opening = _opening_deed(view, trigger, clauses[number])
    if opening is not None:
        return opening
    if owns_up(view, trigger, clauses[number]):
        return bare_subject(view, clauses[number], clauses[number].end, free=False)
    does = trigger.frame in JOINT or by_means(view, trigger) or its_own(view, trigger)
    does = does or _carried_on(view, trigger, clauses[number]) or _takes_part(view, trigger, clauses[number])
    alone = trigger.nominal and (not does or somebody_elses(view, trigger))
    if trigger.infinitive or trigger.first or alone:
        return None
    if is_object(view, trigger, clauses[number]) and not throws(view, trigger):
        return None
    if trigger.subjunctive and clauses[number].before is not None:
        found = bare_subject(view, clauses[number], trigger.mark.core[0], free=False)
    else:
        found = subject(view, clauses, number, trigger.mark.core[0], free=False)
        several = found is not None and (
            _is_several(view, found) or bool(fellows(view, trigger, clauses[number], found))
        )
        if found is not None and _of_several(view, trigger) and not several:
            found = None
    if found is not None and found.start < trigger.floor and _only_says(view, trigger, found):
        found = None
    tells = found is not None and found.office in _TELLERS and not clauses[number].holds(found.start)
    if tells and trigger.mark.cells["type"] in FORCE and not trigger.passive:
        found = None  # «منابع محلی اعلام کردند که ... را هدف قرار داد»
    if found is None:
        found = _by_deed(view, trigger, clauses[number])
    if found is None and trigger.mark.cells["type"] in FORCE:
        found = _weapon(view, clauses[number], trigger)
    if found is None and trigger.mark.cells["type"] == "PROTEST" and not trigger.nominal:
        found = _some(view, clauses[number], trigger)
    return found if found is None or not signs(view, found) else None


def owns_up(view: View, trigger: Trigger, clause: Clause) -> bool:
    """Tell whether a clause says who took responsibility for a blow: «مسئولیت این [حمله] را داعش بر عهده گرفت»."""
    if trigger.verbal or trigger.mark.cells["type"] != "ASSAULT" or clause.verb is None:
        return False
    said = [m for m in view.of("grammar") if clause.holds(m.start)]
    owed = [m for m in said if m.cells["use"] == "owed" and m.end <= trigger.mark.start]
    near = bool(owed) and len(view.words(owed[-1].end, trigger.mark.start)) <= _OWED
    taken = any(m.cells["use"] == "taken" and m.start >= trigger.mark.end for m in said)
    return near and taken and not view.text(*clause.verb.span).startswith(_NOT)


def _by_deed(view: View, trigger: Trigger, clause: Clause) -> Mention | None:
    """Give whose deed it is that the verb tells of: «حمله‌ای از سوی [اسرائیل] شهر را هدف قرار داد»."""
    if trigger.mark.cells["type"] != "ASSAULT" or not trigger.verbal or trigger.passive:
        return None
    nouns = [t for t in view.of("trigger") if t.cells["type"] == "ASSAULT" and t.morph == "noun"]
    nouns = [t for t in nouns if t.end <= trigger.mark.start and not governors(view, t.start)]
    agents = [m for m in own(view, clause) if case(view, m) == "by" and m.end <= trigger.mark.start]
    return next((m for m in agents for t in nouns if 0 <= m.start - t.end <= _AGENT), None)


def _opening_deed(view: View, trigger: Trigger, clause: Clause) -> Mention | None:
    """Give whose deed opens a clause and strikes by its verb: «ده حمله هوایی [اسرائیل] شش محل را هدف قرار داد»."""
    if trigger.mark.cells["type"] != "ASSAULT" or not trigger.verbal or trigger.passive or trigger.nominal:
        return None
    nouns = [t for t in view.of("trigger") if t.cells["type"] == "ASSAULT" and t.morph == "noun"]
    nouns = [t for t in nouns if t.end <= trigger.mark.start and not governors(view, t.start)]
    first = [m for m in own(view, clause) if m.end <= trigger.mark.start][:1]
    start = clause.parts[0][0] if clause.parts else clause.start
    opens = [t for t in nouns if len(view.words(start, t.start)) <= 1]
    return next((m for m in first for t in opens if m.marker == "" and tight(view.doc.folded, t.end, m.start)), None)


def _some(view: View, clause: Clause, trigger: Trigger) -> Mention | None:
    """Give a crowd that no row knows for what it is called: «جمعی از [کتابداران] تجمع کردند»."""
    words = [w for s, e in clause.parts[:1] for w in view.words(s, min(e, trigger.mark.start))]
    parts = [m for m in view.of("marker") if m.cells["marker"] == "part" and clause.holds(m.start)]
    part = next((m for m in parts if words and m.start == words[0][0]), None)
    name = [w for w in words if part is not None and w[0] >= part.end][:_CROWD]
    known = [(m.start, m.end) for m in view.mentions if m.head not in ("adjective", "country", "place")]
    known += [(m.start, m.end) for m in view.marks if m.kind in _PARTING]
    stop = next((n for n, w in enumerate(name) if any(s <= w[0] < e for s, e in known)), len(name))
    while stop and punctuated(view, name[0][0], name[stop - 1][1]):
        stop -= 1
    if not stop or not view.text(*name[0]).endswith(_PEOPLE):
        return None
    start, end = name[0][0], name[stop - 1][1]
    land = next((m.entity.country for m in view.mentions if start < m.start and m.end <= end), None)
    home = view.doc.publisher.country if view.doc.publisher is not None else None
    called = " ".join(view.doc.reading[start:end].split())
    entity = Entity(unnamed(called), called, "group", land or home)
    assert part is not None
    return Mention(part.start, end, (start, end), entity, part.rule, "group")


def _only_says(view: View, trigger: Trigger, speaker: Mention) -> bool:
    """Tell whether who speaks only says what a statement tells: in their own words others act, unless it is «I».

    «پلیس گفت: شماری [کشته] شدند»; a noun deep inside a report of speech is no deed of the speaker either, unless
    it is called their own («اهداف [سفر] خود را ...»).
    """
    if view.text(trigger.floor - 3, trigger.floor).rstrip()[-1:] in _QUOTED:
        return True
    if not view.words(speaker.end, trigger.floor):
        return False  # no verb of saying between: «به گفته سخنگو، [وی] قصد [سفر] دارد»
    inside = len(view.words(trigger.floor, trigger.mark.start)) > 1
    return trigger.nominal and inside and not its_own(view, trigger)


def _of_several(view: View, trigger: Trigger) -> bool:
    """Tell whether what is suffered is told of several («[اخراج] خواهند شد»)."""
    return trigger.passive and view.text(trigger.mark.end, trigger.end).endswith(_MANY)


def fellows(view: View, trigger: Trigger, clause: Clause, first: Mention) -> list[Mention]:
    """Give the others of a list of names, each with its place («X در تهران، Y در قم و [Z] در ری بازداشت شدند»)."""
    if first.head != "person" or not view.text(trigger.mark.end, trigger.end).endswith(_MANY):
        return []
    others = [
        m for m in own(view, clause) if m.head == "person" and first.end <= m.start and m.end <= trigger.mark.start
    ]
    return [m for m in others if case(view, m) == "" and _linked(view, m)]


def _linked(view: View, mention: Mention) -> bool:
    """Tell whether a comma or «و» stands right before a name."""
    before = view.text(max(view.start, mention.start - _LINK), mention.start)
    return before.replace("\u200c", " ").rstrip(' «"').endswith(_LINKS)


def _is_several(view: View, mention: Mention) -> bool:
    """Tell whether a party can be meant by «they»: no single person whom a name tells, unless others are listed."""
    listed = view.text(mention.end, mention.end + 3).strip(' \u200c»"')[:1] in ("و", "،")
    return bool(mention.members) or mention.head not in ("person", "country") or listed


def _weapon(view: View, clause: Clause, trigger: Trigger) -> Mention | None:
    """Give whose weapon or people open the clause («[پهپاد] آمریکایی», «[هزاران] سودانی»)."""
    first = next((m for m in own(view, clause)), None)
    if first is None or first.head != "adjective" or first.marker or first.end > trigger.mark.start:
        return None
    start = next(s for s, e in clause.parts if s <= first.start < e)
    start = max(start, view.doc.folded.rfind("،", start, first.start) + 1)  # «در همین حال، [پهپادهای] پاکستانی»
    return first if 1 <= len(view.words(start, first.start)) <= NEAR else None


def _carried_on(view: View, trigger: Trigger, clause: Clause) -> bool:
    """Tell whether the subject goes on with what a noun names, or sets about it: «به [حملات] خود ادامه داد»."""
    if clause.verb is None or "to" not in governors(view, trigger.mark.start):
        return False
    return any(
        m.cells["use"] == "carry" and m.start >= trigger.end for m in right_before(view, clause.verb.start, "grammar")
    )


def _takes_part(view: View, trigger: Trigger, clause: Clause) -> bool:
    """Tell whether the subject takes part in a protest or is at it: «در [تجمع] شرکت کردند», «در [اعتصاب غذا] است»."""
    if (
        trigger.mark.cells["type"] != "PROTEST"
        or clause.verb is None
        or "in" not in governors(view, trigger.mark.start)
    ):
        return False
    if clause.verb.light is not None and clause.verb.light.cells["verb"] == "bud":
        return len(view.words(trigger.mark.end, clause.verb.start)) == 0
    words = right_before(view, clause.verb.start, "grammar")
    return any(m.cells["use"] == "part" and m.start >= trigger.end for m in words)


def throws(view: View, trigger: Trigger) -> bool:
    """Tell whether whom «را» marks stands right behind the means: «با پرتاب [گاز] معترضان را هدف قرار دادند»."""
    hit = any(m.marker == "obj" and tight(view.doc.folded, trigger.mark.end, m.start) for m in view.mentions)
    return trigger.nominal and hit and by_means(view, trigger)


def by_means(view: View, trigger: Trigger) -> bool:
    """Tell whether the subject of the clause does what the noun names: «با [حمله] به X», «با برگزاری [تظاهرات]».

    Of whom something befalls it is done, too: «با [ضرب و شتم] بازداشت شد».
    """
    if befalls(trigger.frame) and _suffers(view, trigger):
        return False
    before = [m for m in view.of("marker") if m.end <= trigger.mark.start]
    if any(m.cells["use"] == "along" and m.start >= trigger.mark.end for m in view.of("grammar")):
        return False  # «تجمع مردم با [سرکوب] پلیس همراه بود»
    return any(
        m.cells["marker"] in ("with", "during")
        and _bare_gap(view, m.end, trigger.mark.start)
        and (trigger.mark.cells["type"] == "SANCTION" or not _only_told(view, m.end, trigger.mark.start))
        and not any(m.end <= other.start for other in before)
        for m in before
    )


def _suffers(view: View, trigger: Trigger) -> bool:
    """Tell whether the next verb behind a noun befalls its subject («بازداشت شد»)."""
    lights = [m for m in view.of("light") if m.start >= trigger.mark.end]
    if not lights or lights[0].cells["voice"] != "passive":
        return False
    return any(
        t.cells["type"] in FORCE and befalls(t.cells["frame"]) for t in right_before(view, lights[0].start, "trigger")
    )


def _only_told(view: View, start: int, end: int) -> bool:
    """Tell whether a noun in [start, end) tells of a deed that others did: «با تأیید [حمله]», «با محکومیت [حمله]»."""
    said = any("obj" in m.cells["content"].split() for m in view.of("speech") if start <= m.start < end)
    return said or any(m.cells["type"] not in FORCE for m in view.of("trigger") if start <= m.start < end)


def _bare_gap(view: View, start: int, end: int) -> bool:
    """Tell whether at most one word stands in [start, end), and no indefinite one («طی بیانیه‌ای [حمله] را ...»)."""
    words = view.words(start, end)
    return len(words) <= 1 and not any(view.text(*w).endswith(_INDEFINITE) for w in words)
