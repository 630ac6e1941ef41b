"""Who struck and whom it hit, where an Arabic verb or the words beside it leave that to the reader."""

from collections.abc import Sequence

from rasad.grammar.ar.agreement import points_back
from rasad.grammar.ar.lists import of_bodies
from rasad.grammar.ar.nouns import around_noun, capital, near
from rasad.grammar.ar.triggers import FORCE, VERBS, VICTIMS
from rasad.grammar.shapes import Slots, Trigger
from rasad.grammar.view import View
from rasad.grammar.window import inside
from rasad.model import Mention, Span

_OWN_DEEDS = frozenset({"attack", "explode"})
"""Frames whose noun has who did it as its genitive («قصف إسرائيل»), and not whom it hit («اعتقال المعارضين»)."""
_DEED_WORDS, _DEAD_WORDS = 8, 2
"""Words from praise or blame to the deed meant, and from somebody named to the verb of their death."""


_BLAMED = FORCE | {"seize", "mobilize"}
"""Frames of the deeds that are praised or condemned."""
_HOLDING = frozenset({"GOV", "COP", "SPY", "JUD"})
"""Sectors of the bodies that arrest, and are not arrested."""
_STORMING = frozenset({"REB", "UAF", "PRM", "OPP", "CVL"})
"""Sectors of the crowds that storm a house: «اقتحام [محتجين] السفارة»."""
_MEN_OF, _OBJECT_ENDS = 2, ("ا", "ین")
"""Words from «members of» to the body, and how its first word ends as an object."""
_MEN = 5
"""Words from a deed to the body whose men it befell: «three prominent members of»."""
_FORCES = frozenset({"MIL", "COP", "REB", "UAF", "PRM"})
"""Sectors of the bodies that storm towns: «اقتحام [الجيش] مدينة X»."""
_AIMED = ("on", "obj", "against")
_AIMING = frozenset({"on", "about", "against"})
"""Prepositions from a blow to whom it hit, or to what it cost."""
_OF_PEOPLE = frozenset({"kill", "toll", "arrest", "release"})
"""Frames that befall nobody but people, and forces for their men."""
_MANNED = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "OPP", "PTY"})
"""Sectors whose bodies stand for their men."""


def victims(view: View, found: Slots) -> Slots:
    """Give the toll told beside an attack («مقتل تسعين مدنيا في قصف»), where the attack has no target but a town."""
    if any(slot in ("obj", "on", "against") and not _is_town(m) for m, slot in found):
        return []
    known = {m.entity.id for m, _ in found}
    for mark in view.of("trigger"):
        if mark.cells["frame"] != "killed":
            continue
        for mention in of_bodies(view, view.mentions):
            if (
                mention.start >= mark.end
                and mention.marker == ""
                and not in_trigger(view, mention)
                and mention.head in VICTIMS
            ):
                if near(view, mark.end, mention.start, 3) and mention.entity.id not in known:
                    return [(mention, "obj")]
                break
    return []


def with_victims(view: View, found: Slots) -> Slots:
    """Add the toll told beside an attack; a town is then where it was («قتل ثلاثة في غارة على [دمشق]»)."""
    dead = victims(view, found)
    kept = [(m, slot) for m, slot in found if not (dead and slot in ("obj", "on", "against") and capital(m))]
    return [*kept, *dead]


def _is_town(mention: Mention) -> bool:
    return mention.head == "place" or capital(mention)


def doers(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Where a deed is praised or condemned, give who did it for the party meant («أيد الضربة التي وجهتها X إلى Y»)."""
    deed = next(
        (
            m
            for m in view.of("trigger")
            if m.start >= trigger.mark.end and m.morph in ("noun", "masdar") and m.cells["frame"] in _BLAMED
        ),
        None,
    )
    if (
        deed is None
        or deed.start > trigger.window[1]
        or len(view.text(trigger.mark.end, deed.start).split()) > _DEED_WORDS
    ):
        return found
    told = Trigger(deed, deed.start, deed.end, (deed.start, view.end), False, False, False, False)
    inner = around_noun(view, told, inside(view, told.window))
    acting = ("gen", "subj", "by") if deed.cells["frame"] in _OWN_DEEDS else ("subj", "by")
    doers: Slots = [(m, "obj") for m, slot in inner if slot in acting]
    return [(m, slot) for m, slot in found if m.start < deed.start] + doers if doers else found


def taken(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Read a verb that names only a person, or unarmed people, as passive: «أعدم العالم», «اعتقل مئات المحتجين»."""
    bare = [(m, slot) for m, slot in found if slot in ("subj", "obj")]
    if len(bare) != 1 or not (_is_seized(trigger, bare[0][0]) or _counted(view, trigger, bare[0][0])):
        return found
    return [(m, "obj" if slot == "subj" else slot) for m, slot in found]


def _counted(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether men of a body are counted right behind a verb of arrest: «اعتقلت 20 [عنصرا من] تنظيم X»."""
    behind = [m for m in view.of("marker") if trigger.mark.end <= m.start < mention.start]
    parts = [m for m in behind if m.cells["marker"] == "part"]
    if trigger.frame != "arrest" or not parts or len(view.text(parts[-1].end, mention.start).split()) > _MEN_OF:
        return False
    return view.text(parts[-1].start, parts[-1].end).split()[0].endswith(_OBJECT_ENDS)


def _is_seized(trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a lone phrase is whom the verb befell; gunmen do not arrest, they are arrested."""
    carried_off = trigger.mark.cells["mode"] == "abduct" and mention.entity.sector == "CVL"
    carried_off = carried_off and not points_back(trigger.mark)  # «اختطفها قراصنة»
    held = (trigger.frame == "arrest" or carried_off) and mention.head == "group"
    return held or mention.head in ("person", "office") or mention.entity.kind == "population"


def doing(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Read the genitive of a noun of force as who does it, where «to» leads to whom it befell.

    «منع [الرئاسة] للصحفيين», «اعتقال [إسرائيل] لعشرات الفلسطينيين»; so do police, with nobody else named.
    """
    owner = next((m for m, slot in found if slot == "gen" and near(view, trigger.mark.end, m.start, 0)), None)
    if owner is None:
        return found
    whom = next((m for m, slot in found if slot == "to" and near(view, owner.end, m.start, 2)), None)
    if whom is not None:
        return [(m, {owner: "by", whom: "obj"}.get(m, slot)) for m, slot in found]
    police = trigger.frame == "arrest" and owner.head == "organ" and owner.entity.sector in _HOLDING
    storming = trigger.frame == "seize" and trigger.mark.cells["mode"] != "abduct"  # «اختطاف الطفلة»
    crowd = storming and owner.head == "group" and owner.entity.sector in _STORMING
    forces = trigger.frame == "seize" and owner.head in ("org", "organ") and owner.entity.sector in _FORCES
    return [(m, "by" if m is owner else slot) for m, slot in found] if police or crowd or forces else found


def striking(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Read «of» behind a noun of attack as who made it: «هجوم [لتنظيم داعش]», «غارات [للتحالف]».

    Whom such a noun hits stands behind «on»; others have their object there («استهداف لموقع», «ضربة لطالبان»).
    """
    if any(slot in ("gen", "subj", "by") for _, slot in found) or trigger.mark.prefix.endswith("ال"):
        return found
    of = next((m for m, slot in found if slot == "to" and near(view, trigger.mark.end, m.start, 1)), None)
    if of is None or of.entity.sector not in _MANNED or trigger.mark.cells["need"] != "any":
        return found
    first = view.words(trigger.mark.end, of.name[1])[0]
    blow = any(m.cells["use"] == "blow" and m.core[0] == trigger.mark.core[0] for m in view.of("grammar"))
    if blow or not view.text(*first).startswith("ل"):
        return found  # «قصف مواقع لحزب الله»; «إلى» leads to whom it hits
    return [(m, "by" if m is of else slot) for m, slot in found]


def aimed_at(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Give the body whose men a blow is on for whom it hit: «هجوما على عنصر [من حزب الله]», «استهدفت "قياديا" من X».

    So is one whose men a blow cost: «أسفرت الغارات عن سقوط خمسة [من قوات الأمن]».
    """
    leading = [m for m in view.of("marker") if m.cells["marker"] in _AIMING and m.start >= trigger.mark.end]
    aims = [m.end for m in leading]
    aims += [m.end for m in view.of("grammar") if m.cells["use"] == "target" and m.start >= trigger.mark.end]
    posts = [m for m, slot in found if slot in _AIMED and m.head == "office"]
    bodies = [m for m, slot in found if slot == "from" and any(_leads(view, p, m) for p in posts)]
    found = [(m, "obj" if m in bodies else slot) for m, slot in found if m not in posts or not bodies]
    return [(m, "obj" if slot == "from" and _of_target(view, aims, m) else slot) for m, slot in found]


def _leads(view: View, post: Mention, body: Mention) -> bool:
    """Tell whether a leader of a body is told by it alone: «على "قيادي" [من حزب الله]»."""
    return body.entity.sector in _MANNED and body.start >= post.end and len(view.words(post.end, body.start)) <= 1


def _of_target(view: View, aims: Sequence[int], body: Mention) -> bool:
    """Tell whether a word or three stand between an aim and «of» a body, and nobody else is named there."""
    ends = [at for at in aims if at <= body.start]
    if not ends or body.entity.sector not in _MANNED:
        return False
    between = any(max(ends) <= m.start and m.end <= body.start for m in view.mentions)
    return not between and 0 < len(view.text(max(ends), body.start).split()) <= _DEAD_WORDS + 2


def killers(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Read a verb of killing with a subject and an object as active («قتل الجيش ثلاثة مدنيين»); else find who died."""
    found = [(m, slot) for m, slot in found if slot not in ("subj", "obj") or not _past_blow(view, trigger, m)]
    bare = [slot for _, slot in found if slot in ("subj", "obj")]
    if trigger.passive or _one_body(found):
        return [(m, slot) for m, slot in found if slot != "obj"] if "subj" in bare else found
    if "subj" in bare and "obj" in bare and trigger.mark.morph in VERBS:
        return [(m, {"subj": "by", "obj": "subj"}.get(slot, slot)) for m, slot in found]
    of = next((m for m, slot in found if slot == "to" and m.entity.sector in _MANNED), None)
    if not bare and of is not None and len(_undated(view, trigger.mark.end, of.start)) <= 1:
        return [(m, "subj" if m is of else slot) for m, slot in found]  # «قتل عنصر [لقوات النظام]»
    if bare or trigger.mark.prefix[:1] not in ("و", "ف") or trigger.mark.morph not in VERBS:
        return found
    before = [m for m in view.mentions if m.end <= trigger.start and m.head in ("person", "group", "office")]
    reached = before and len(view.text(before[-1].end, trigger.start).split()) <= _DEAD_WORDS
    return [(before[-1], "subj"), *found] if reached else found


def _past_blow(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether the noun of another deed parts a phrase from a verb: «قتل عنصران في هجوم نفذه [مسلحون]»."""
    nouns = [m for m in view.of("trigger") if trigger.mark.end <= m.start and m.end <= mention.start]
    ends = [m.end for m in nouns if m.cells["frame"] in _OWN_DEEDS and m.morph in ("noun", "masdar")]
    verbs = [m.start for m in view.of("helper") if m.cells["voice"] == "active" and m.start < mention.start]
    return bool(ends and verbs) and ends[0] <= verbs[-1]


def _undated(view: View, start: int, end: int) -> list[Span]:
    """Give the words of a stretch that belong to no date."""
    return [w for w in view.words(start, end) if not any(d.start <= w[0] < d.end for _, d in view.dates)]


def _one_body(found: Slots) -> bool:
    """Tell whether subject and object are one body under two names: «قوات سوريا الديمقراطية "قسد"»."""
    ids = {slot: m.entity.id for m, slot in found if slot in ("subj", "obj")}
    return len(ids) > 1 and len(set(ids.values())) == 1


def men_of(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Give a body behind «of» for its men whom a deed befell, where no word for them is read."""
    told = [slot for m, slot in found if m.start > trigger.mark.end]
    if not {"obj", "gen", "on", "about", "subj"}.isdisjoint(told):
        return found
    of = next((m for m, slot in found if slot == "from" and m.start > trigger.mark.end), None)
    if of is None or of.entity.sector not in _MANNED or of.head not in ("org", "organ"):
        return found
    gap = _undated(view, max(trigger.mark.end, *(m.end for m, slot in found if slot == "subj"), 0), of.start)
    whom = "subj" if trigger.frame == "killed" else "obj"
    near_by = 1 < len(gap) <= _MEN and not any(c in view.text(gap[0][0], of.start) for c in "،,.:")
    return [(m, whom if m is of else slot) for m, slot in found] if near_by else found


def befallen(trigger: Trigger, found: Slots) -> Slots:
    """Leave out bodies that cannot be held or killed: no ministry is arrested («بعد الإحالة على النيابة»)."""
    if trigger.frame not in _OF_PEOPLE and (trigger.frame != "killed" or trigger.verbal):
        return found
    return [(m, slot) for m, slot in found if slot in ("subj", "by") or _can_suffer(m)]


def _can_suffer(mention: Mention) -> bool:
    body = mention.head in ("organ", "org") and not mention.entity.is_carrier  # a reporter is held in its name
    return not body or mention.entity.sector in _MANNED


def in_trigger(view: View, mention: Mention) -> bool:
    """Tell whether a phrase is only a word of a trigger: «انتحاري» in «هجوم انتحاري» names nobody."""
    if mention.head in ("country", "adjective") and any(m.core == mention.name for m in view.of("trigger")):
        return False  # «الاحتلال»: a name of a state
    return any(m.core[0] <= mention.name[0] and mention.name[1] <= m.core[1] for m in view.of("trigger"))
