"""Slots of the noun phrases of an Arabic clause: prepositions before them, subject and object bare, by their order."""

from rasad.grammar.ar.agreement import agrees
from rasad.grammar.ar.apposition import holder
from rasad.grammar.ar.blows import (
    aimed_at,
    befallen,
    doers,
    doing,
    in_trigger,
    killers,
    men_of,
    striking,
    taken,
    with_victims,
)
from rasad.grammar.ar.gaps import clear, genitive
from rasad.grammar.ar.links import bond
from rasad.grammar.ar.lists import belongs, joined, of_bodies, of_two_nations, paused, sent_by, told_of
from rasad.grammar.ar.nationals import as_people
from rasad.grammar.ar.nouns import around_noun, capital, far_pair, near
from rasad.grammar.ar.subjects import is_kin, is_seat, main_subject, right_before, subject_of, tail, unread
from rasad.grammar.ar.triggers import FORCE, VERBS, by_fitness, gained, owned
from rasad.grammar.parties import new_clause
from rasad.grammar.shapes import SPEAKERS, Slots, Trigger
from rasad.grammar.view import View
from rasad.grammar.window import inside
from rasad.model import VERBAL, Mark, Mention, Span
from rasad.tokens import fold

_DEMANDS = frozenset({"request", "urge", "warn", "threaten", "accuse", "condemn"})
"""Frames whose object is the party addressed; what follows behind a preposition is then the matter."""
_ASKING = frozenset({"request", "urge", "accuse"})
"""Frames whose noun has whom it is put to for its genitive, where a verb with a subject lifts it."""
_DEEDS = frozenset({"support", "praise", "condemn"})
"""Frames whose object may be a deed of the party they are about."""
_TAKING = frozenset({"kill", "seize", "arrest", "ban"})
"""Frames of verbs whose active and passive are written alike."""
_BODILY = frozenset({"kill", "killed", "arrest", "release", "toll"})
"""Frames that befall the men of a body: «اعتقال عنصرين بارزين من [تنظيم X]»."""
_TREATIES = frozenset({"agree", "sign"})
_SUFFERING = {"arrest": "obj", "kill": "obj", "attack": "obj", "release": "obj", "ban": "obj"}
"""Slots of those among whom somebody is named behind the subject of a deed."""
_PASSING = frozenset({"during", "after", "before"})
_UNNAMED = frozenset({"killed", "toll", "explode", "protest", "strike", "obstruct", "clash"})
"""Frames of deeds that are told though nobody knows who did them."""
_IMPERSONAL = frozenset({"perform", "take_place", "complete", "decide", "issue"})
"""Passive helper verbs whose subject is the deed itself («أكدت الوزارة أنه تم إيقاف خمسة»)."""
_HITTING = FORCE | {"seize"}
_HOUSED = frozenset({"org", "organ"})
"""Heads of bodies that are hit in their house: «هاجم مكتب [القناة]»."""
_NOUNS = frozenset({"noun", "masdar"})
_OF_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_KILLING = frozenset({"kill", "killed", "toll"})
_VICTIM_WORDS = 5
"""Words from a verb of killing to who died, some of them unread."""
_CROWDS = frozenset({"group", "office"})
_CLOSE = {
    "coerce": ("on", "against"), "arrest": ("on",), "kill": ("to",), "attack": ("to",), "meet": ("to",),
    "visit": ("to",), "support": ("bi",), "ban": ("to",),
}  # fmt: skip
"""Prepositions that carry a party only right behind the deed: «إقالة المحسوب [على الاتحاد]», «قتل أب [لطفلين]»."""
_HELD = frozenset({"seize", "arrest"})
"""Frames of which «to» tells nobody they befell, but right behind their noun."""
_OF_DEEDS = _DEEDS | {"reject", "refuse", "complain"}
"""Frames whose object may be a deed or a word of the party they are about."""
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM"})
_OBSERVERS = frozenset({"NGO", "SOC", "IGO", "JRN", "CVL", "MED", "EDU", "LEG"})
"""Sectors of those who tell of arrests, and make none."""
_ROOM = "organ:office"
_DEED_OF = 2
"""Words of a deed that is condemned, before whose it was."""
_MATTER = 4
"""Words of what an agreement is on, before its sides."""
_REACH = 8
"""Words from the verb, its subject or its object to the last phrase that can still hang on it."""


def slots(view: View, trigger: Trigger) -> Slots:
    """Give each phrase of an Arabic clause its slot; a bare phrase is subject or object by where it stands."""
    meets = trigger.mark.cells["type"] == "CONSULT"
    near_by = of_two_nations(view, inside(view, _reach_back(view, trigger)))
    phrases = [as_people(view, m) for m in near_by if not in_trigger(view, m)]
    phrases = [m for m in phrases if not is_kin(view, m) and not (meets and is_seat(view, m))]
    if trigger.mark.morph in _NOUNS:  # «الهجمات الأخيرة هي رسائل»: no genitive is a pronoun by itself
        phrases = [m for m in phrases if m.head != "pronoun" or m.marker or m.start < trigger.mark.end]
    phrases = [m for m in phrases if not (told_of(view, m) or sent_by(view, m) or belongs(view, m))]
    phrases = of_bodies(view, [m for m in phrases if not _is_alias(view, m)])
    tie = bond(view, trigger.mark) if trigger.mark.morph not in VERBS else None
    if trigger.nominal:
        found = around_noun(view, trigger, phrases)
    elif tie is not None:  # «شن التحالف غارة استهدفت X»: its verb has its own subject
        lifted = [(m, slot) for m, slot in _around_verb(view, trigger, phrases) if m.end <= tie.start]
        tied = [(m, slot) for m, slot in around_noun(view, trigger, phrases) if m.end > tie.start or not lifted]
        found = [*lifted, *tied]
    else:
        found = _one_object(trigger, _around_verb(view, trigger, phrases))
    if trigger.frame == "toll":
        found = [(m, slot) for m, slot in found if m.start >= trigger.mark.end or slot == "by"]
    if trigger.frame in _DEEDS:
        found = doers(view, trigger, found)
    if trigger.frame == "visit" and trigger.mark.morph in VERBS and not _travels(found):
        return []
    if trigger.frame in _TAKING and trigger.mark.morph == "past":
        found = taken(view, trigger, found)
    if trigger.frame == "killed":
        found = killers(view, trigger, found)
    if trigger.frame in _TAKING and trigger.mark.morph not in VERBS:
        found = doing(view, trigger, found)
    if trigger.verbal and trigger.mark.morph in _NOUNS and _announced(view, trigger):
        others = any(slot == "by" and m.start > trigger.mark.end for m, slot in found)
        found = [(m, slot) for m, slot in found if not (others and slot == "subj")]
    if trigger.frame in _BODILY:
        found = men_of(view, trigger, found)
    if trigger.frame == "attack" and trigger.mark.morph not in VERBS:
        found = aimed_at(view, trigger, found)
    if trigger.frame == "attack" and trigger.nominal:
        found = striking(view, trigger, found)
    if trigger.frame in ("protest", "strike") and trigger.mark.morph not in VERBS:
        found = [(m, "by" if slot == "to" and _protests(view, trigger, m) else slot) for m, slot in found]
    if trigger.frame in _TREATIES:
        found = _sides(view, trigger, found)
    found = [(m, slot) for m, slot in befallen(trigger, found) if not _beside(view, trigger, m, slot)]
    if trigger.frame not in _HITTING:
        # «بتمويل من قبل منظمات هولندية»: whose they are is no state's deed
        found = [(m, slot) for m, slot in found if m.head != "adjective" or slot != "by"]
    return with_victims(view, found) if trigger.frame in FORCE - {"clash"} else found


def _beside(view: View, trigger: Trigger, mention: Mention, slot: str) -> bool:
    """Tell whether a phrase only stands near a noun: a house of talks, who did what somebody else's act is about.

    «اجتماع لجنة بمجلس النواب» is held there; «رفضه التبريرات المقدمة من طرف الوزير» is refused to him.
    """
    if slot == "to" and trigger.frame in _HELD and view.text(trigger.mark.end, mention.start).split():
        return True  # «تمت مداهمة منزله وحجز راية [لتنظيم داعش]»
    loose = (slot != "to" or mention.head in _CROWDS) and not _is_parted(view, trigger)
    if loose and slot in _CLOSE.get(trigger.frame, ()) and not _right_behind(view, trigger, mention):
        return True
    if trigger.mark.cells["type"] == "CONSULT" and slot in ("bi", "in") and mention.entity.id.startswith(_ROOM):
        return True  # «استقبله بمكتبه»
    if trigger.mark.morph in VERBS:
        return False
    if trigger.mark.cells["type"] == "CONSULT" and slot in ("bi", "in"):
        return mention.head in ("organ", "org")
    return slot == "by" and owned(trigger.mark) and trigger.mark.cells["type"] in VERBAL


def _is_alias(view: View, mention: Mention) -> bool:
    """Tell whether brackets only give a body's other name: «قوات سوريا الديمقراطية (قسد)»."""
    before = [m for m in view.mentions if m.end <= mention.start and m.entity.id == mention.entity.id]
    return bool(before) and view.text(before[-1].end, mention.start).strip() in ("(", '"', "«", "“", '("')


def _announced(view: View, trigger: Trigger) -> bool:
    """Tell whether a verb only makes the deed of a noun known: «أعلنت الوزارة اعتقال [الشرطة] خمسة»."""
    helper = _helper(view, trigger)
    return helper is not None and helper.cells["verb"] == "express"


def _is_parted(view: View, trigger: Trigger) -> bool:
    """Tell whether the subject stands inside the words of a trigger: «ألقت [الشرطة] القبض على»."""
    return " " in trigger.mark.cells["form"] and " " not in view.text(*trigger.mark.core)


def _right_behind(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether nothing stands between a deed and a phrase but «one of»: «القبض على [عنصر من] تنظيم X»."""
    parts = [m for m in view.of("marker") if m.cells["marker"] == "part"]
    looked = [p for p in parts if p.start >= trigger.mark.end]
    counts = [f.span for f in view.doc.figures if f.span[0] < mention.start and trigger.mark.end <= f.span[1]]
    words = [w for w in view.words(trigger.mark.end, mention.start) if not view.text(*w).isdigit()]
    words = [w for w in words if not any(low <= w[0] < high for low, high in counts)]
    gap = [w for w in words if not any(p.start <= w[0] < p.end for p in looked)]
    return not gap or (bool(looked) and len(gap) == 1 and looked[-1].end == gap[0][0] - 1)


def _sides(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Leave out what a place lies between («فتح المعبر بين تركيا وسوريا»), and all matter of who agreed to it."""
    acting = any(slot == "subj" for _, slot in found)
    agreed = trigger.mark.morph in VERBS and acting
    words = [m for m in view.of("marker") if m.cells["marker"] == "between"]
    places = {m.end for m in view.mentions if m.head == "place"}
    places |= {m.end for m in view.of("grammar") if m.cells["use"] == "place_noun"}
    parted = any(m.start - 1 in places for m in words)
    if any(_sides_follow(view, trigger, m) for m in words) and any(
        m.end <= trigger.mark.start for m in view.of("speech")
    ):
        return [(m, slot) for m, slot in found if slot != "subj"]  # «أعلنت قطر التوصل إلى اتفاق بين X وY»
    return [
        (m, slot) for m, slot in found if slot != "between" or not (agreed or parted or (acting and m.head == "both"))
    ]


def _sides_follow(view: View, trigger: Trigger, between: Mark) -> bool:
    """Tell whether «between» opens the sides of an agreement, right behind it or what it is on («اتفاق لهدنة بين»)."""
    if between.start - 1 == trigger.mark.end:
        return True
    gap = view.text(trigger.mark.end, between.start)
    low = trigger.mark.end
    named = any(low <= m.start and (m.end <= between.start or m.head == "both") for m in view.mentions)
    return between.start > trigger.mark.end and len(gap.split()) <= _MATTER and not named and "،" not in gap


def _reach_back(view: View, trigger: Trigger) -> Span:
    """Let the clause of a lifted noun begin before its helper verb, also where a statement begins with the noun."""
    left, right = trigger.window
    if trigger.start >= left:
        return left, right
    opened = [m.end for m in view.of("grammar") if m.cells["use"] == "complementiser" and m.end <= trigger.start]
    return max(opened, default=view.start), right


def _travels(found: Slots) -> bool:
    """Tell whether someone who can visit is named: no ship known by its flag alone, no crowd of migrants."""
    return any(
        slot == "subj" and m.head not in ("adjective", "place") and m.entity.kind != "population" for m, slot in found
    )


def _around_verb(view: View, trigger: Trigger, phrases: list[Mention]) -> Slots:
    """Read the phrases around a verb, or around a noun with the helper verb that lifts it."""
    helper = _helper(view, trigger)
    verb = helper or trigger.mark
    here = [m for m in view.of("helper") if helper is not None and m.start == helper.start]
    named = verb.cells.get("verb") == "take_place"
    named = named and any(verb.end < m.start and m.end < trigger.mark.start and _acts(m) for m in phrases)
    passive = all(m.cells["voice"] == "passive" and m.cells["verb"] in _IMPERSONAL for m in here)
    impersonal = bool(here) and passive and not named
    subject = right_before(view, verb, phrases) if impersonal else subject_of(view, trigger, verb, phrases)
    if subject is None and helper is None and trigger.frame in FORCE:
        subject = _striker(view, verb)
    if (
        subject is None
        and trigger.frame not in _UNNAMED
        and unread(view, verb, phrases, trigger.mark.start if helper is not None else view.end)
    ):
        return []
    if subject is not None and trigger.frame not in _UNNAMED and _describes(view, verb, subject):
        return []  # «أبرمت الشركة التونسية»: who acts is no state
    if helper is not None and subject is not None and _blamed(view, trigger, helper, subject, phrases):
        subject = None
    post = subject
    subject = holder(view, subject) if subject is not None else None
    found: Slots = []
    previous: tuple[Mention, str] | None = None
    bound = max(trigger.mark.end, subject.end if subject is not None else 0)
    seen: set[str] = {"subj"} if subject is not None else set()
    for mention in phrases:
        slot = mention.marker
        if mention is subject:
            slot = "subj"
        elif mention is post:
            slot = ""  # «تعهد وزير الفلاحة، سعد الصديق»: the post of the subject
        elif previous is not None and joined(view, previous[0], mention):
            slot = previous[1] if not _among_others(view, trigger, previous, mention) else _SUFFERING[trigger.frame]
        elif previous is not None and previous[1] == "subj" and paused(view, previous[0], mention):
            slot = "subj"
        elif far_pair(view, mention, found):
            slot = "between"
        elif mention.start < verb.end:
            slot = ""
        elif genitive(view, mention) and not _meant(view, trigger, mention, bound):
            slot = ""
            seen.add("obj")  # «انتقد تراجع الحكومة عن القانون»: the object is not read, and no later phrase is it
        elif _of_other_deed(view, verb, trigger, mention):
            slot = ""
        else:
            slot = _object(view, trigger, helper, mention, bound) if slot == "" else slot
            if (slot in seen and slot != "between") or len(view.text(bound, mention.start).split()) > _REACH:
                slot = ""
        previous = (mention, slot)
        if slot:
            seen.add(slot)
            found.append((mention, slot))
            bound = max(bound, mention.end)
    if subject is not None and subject not in phrases:
        found.insert(0, (subject, "subj"))
    if helper is not None and helper.cells["voice"] == "receiving":
        found = [(m, "by" if s == "from" else s) for m, s in found]
        if subject is None:
            found += [
                (m, "subj") for m in view.mentions if m.end <= verb.start and m.marker == "" and m.head in SPEAKERS
            ][:1]
    if helper is not None and _only_tells(view, trigger, helper, subject):
        found = [(m, s) for m, s in found if s != "subj"]
    return _with_host(view, trigger, found) if trigger.frame == "meet" and helper is None else found


def _with_host(view: View, trigger: Trigger, found: Slots) -> Slots:
    """Give a verb of meeting that goes on with «and» the subject of its sentence, where it names one side alone.

    «استقبل الرئيس وفدا، كما التقى [رئيس الوزراء]»: nobody meets alone.
    """
    sides = [m for m, slot in found if slot in ("subj", "obj", "with", "bi", "gen")]
    verb = trigger.mark
    goes_on = verb.prefix[:1] in ("و", "ف") or any(
        m.cells["use"] == "conjunction" and m.end == verb.start - 1 for m in view.of("word")
    )
    if len(sides) != 1 or sides[0].members or sides[0].start < verb.end or not goes_on:
        return found
    host = main_subject(view, verb, trigger.floor)
    if host is None or host.entity.id == sides[0].entity.id or not agrees(view, verb, host):
        return found
    return [(host, "subj"), *((m, "obj" if m is sides[0] else slot) for m, slot in found)]


def _acts(mention: Mention) -> bool:
    """Tell whether a bare phrase names somebody who can conduct talks: «يجري [وفد حماس] اجتماعات»."""
    return mention.marker == "" and mention.head in SPEAKERS


def _of_other_deed(view: View, verb: Mark, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a preposition right behind the noun of another deed leads to a phrase: «في العدوان على [اليمن]»."""
    nouns = [m for m in view.of("trigger") if m.start >= max(verb.end, trigger.end) and m.morph in _NOUNS]
    if mention.marker == "" and _in_aside(view, mention, nouns):
        return True
    if mention.marker == "" and trigger.frame not in _OF_DEEDS | _DEMANDS:
        # «قطعت العلاقات عقب اقتحام [محتجين] السفارة»: who stands right behind another noun is of that one
        return any(m.end == mention.start - 1 and not m.prefix.endswith("ال") for m in nouns)
    if mention.marker not in ("on", "against") or trigger.frame in FORCE:
        return False
    return any(
        m.end <= mention.start and m.cells["type"] in _OF_FORCE and len(view.text(m.end, mention.start).split()) <= 1
        for m in nouns
    )


def _among_others(view: View, trigger: Trigger, previous: tuple[Mention, str], mention: Mention) -> bool:
    """Tell whether «among them» means those a deed befell, and not its subject («اعتقل X سبعة، بينهم [أجانب]»)."""
    behind = mention.marker == "including" and previous[1] == "subj" and mention.start > trigger.mark.start
    return behind and trigger.frame in _SUFFERING and bool(view.text(previous[0].end, mention.start).strip(" ،"))


def _in_aside(view: View, mention: Mention, nouns: list[Mark]) -> bool:
    """Tell whether a phrase is the object of an occasion told in passing («دعا، خلال استقباله [السفير]، الدول إلى»)."""
    noun = next((m for m in nouns if m.end == mention.start - 1 and owned(m)), None)
    timed = (m for m in view.of("marker") if m.cells["marker"] in _PASSING)
    return noun is not None and any(m.end == noun.start - 1 for m in timed)


def _meant(view: View, trigger: Trigger, mention: Mention, bound: int) -> bool:
    """Tell whether whose the object is counts for the object: «هاجم مكتب [القناة]», «انتقد قرار [الحكومة]»."""
    if trigger.frame in _HITTING:
        return mention.head in _HOUSED
    if trigger.frame == "sanction" and _is_parted(view, trigger):
        last = fold(trigger.mark.cells["form"]).split()[-1]  # «علقت الجامعة عضوية [سوريا]»
        return view.text(bound, mention.start).split()[-1:] == [last]
    if trigger.frame == "condemn" and mention.head == "adjective":  # «دانت، بشدة، استمرار الانتهاكات [الإسرائيلية]»
        return len(view.text(bound, mention.start).split("،")[-1].split()) <= _DEED_OF
    return trigger.frame in _OF_DEEDS and len(view.text(bound, mention.start).split()) <= 1


def _striker(view: View, verb: Mark) -> Mention | None:
    """Give the state whose blow is the subject right behind a verb: «استهدف صاروخ [إسرائيلي] موقعا»."""
    blows = (m for m in view.of("trigger") if m.cells["frame"] in FORCE and m.start == verb.end + 1)
    ends = {m.end + 1 for m in blows if m.morph in _NOUNS}
    return next((m for m in view.mentions if m.start in ends and m.head == "adjective"), None)


def _describes(view: View, verb: Mark, subject: Mention) -> bool:
    """Tell whether a nationality stands behind a noun that nobody can read, and not right beside its verb.

    Blows are read: «استهدف صاروخ [إسرائيلي] موقعا».
    """
    if subject.head != "adjective" or subject.start <= verb.end + 1:
        return False
    blows = (m for m in view.of("trigger") if m.cells["frame"] in FORCE and verb.end <= m.start)
    return not any(m.end == subject.start - 1 and len(view.words(verb.end, m.end)) <= 1 for m in blows)


def _blamed(view: View, trigger: Trigger, helper: Mark, subject: Mention, phrases: list[Mention]) -> bool:
    """Tell whether the lone phrase between a verb of blaming and its noun is who is blamed («حملت [وزارة] مسؤولية»)."""
    if helper.cells["verb"] != "blame" or subject.start < helper.end:
        return False
    return not any(subject.end <= m.start and m.end <= trigger.mark.start and m.marker == "" for m in phrases)


def _protests(view: View, trigger: Trigger, crowd: Mention) -> bool:
    """Tell whether «of» behind a protest leads to whose it is: «احتجاجات عارمة [لعمال] المصانع»."""
    led = view.text(crowd.start, crowd.start + 1) == "ل"
    return led and crowd.head == "group" and near(view, trigger.mark.end, crowd.start, 1)


def _own_deed(view: View, trigger: Trigger, subject: Mention | None) -> bool:
    """Tell whether armed men make known what they did: «أعلن الحوثيون [تنفيذ] هجوم», «[استهداف] سفينة»."""
    if subject is None or subject.entity.sector not in _ARMED or trigger.frame != "attack":
        return False
    beside = [m for m in view.of("grammar") if m.end == trigger.mark.start - 1 or m.core == trigger.mark.core]
    uses = {m.cells["use"] for m in beside}
    nobody = not any(m.start == trigger.mark.end + 1 and m.marker == "" and m.head != "place" for m in view.mentions)
    return nobody and bool(uses & {"doing", "blow"})


def _arrests(subject: Mention | None) -> bool:
    """Tell whether who made an arrest known may have made it: a state, its forces, armed men; no observers."""
    return subject is None or subject.entity.sector not in _OBSERVERS


def _only_tells(view: View, trigger: Trigger, helper: Mark, subject: Mention | None) -> bool:
    """Tell whether the subject of a helper is no party: «شهدت بغداد» is where, «أعلن المرصد مقتل» who made it known."""
    told = helper.cells["verb"] == "express" and trigger.frame in FORCE | {"killed", "seize"}
    told = told and not _own_deed(view, trigger, subject)
    told = told or (helper.cells["verb"] == "express" and trigger.frame in _TAKING and not _arrests(subject))
    return told or helper.cells["voice"] == "scene" or (trigger.frame == "killed" and helper.cells["voice"] == "active")


def _object(view: View, trigger: Trigger, helper: Mark | None, mention: Mention, bound: int) -> str:
    """Give the slot of a bare phrase that is not the subject: the object of a verb, the genitive of a lifted noun."""
    if trigger.mark.cells["type"] == "CONSULT" and tail(view, mention):
        return ""  # «زار بيت فرحات حشاد»
    if mention.entity.is_carrier and trigger.frame in _DEMANDS:
        return ""  # «اتهم الجيش في بيان نقلته وكالة سانا تنظيمات إرهابية»
    if helper is None:
        if new_clause(view, bound, mention):
            return ""
        if trigger.frame in _KILLING and _other_victim(view, bound, mention.start):
            return ""
        return "obj" if len(view.text(bound, mention.start).split()) <= _REACH else ""
    if helper.cells["verb"] == "blame" and mention.end <= trigger.mark.start:
        return "obj"  # «حمل الرئيس واشنطن مسؤولية»: who is blamed stands before the noun
    if mention.start < trigger.end or not near(view, trigger.mark.end, mention.start, 1):
        return ""
    if owned(trigger.mark) or (trigger.frame in FORCE and capital(mention)):
        return "obj"
    asked = trigger.frame in _ASKING and helper.cells["voice"] == "active" and mention.start == trigger.mark.end + 1
    return "obj" if asked else "gen"  # «جدد الوزير مطالبة [إيران] بكذا»


def _other_victim(view: View, start: int, end: int) -> bool:
    """Tell whether words that nobody can read stand for who died, and a pause or many words part them from a name.

    In «قتلت 4 أشخاص، نعاهم [حزب الله]» the party mourns them.
    """
    gap = view.text(start, end)
    return ("،" in gap or len(gap.split()) > _VICTIM_WORDS) and not clear(view, start, end)


def _helper(view: View, trigger: Trigger) -> Mark | None:
    """Give the helper verb a noun was lifted by."""
    if trigger.mark.start == trigger.start or trigger.mark.morph in VERBS:
        return None
    here = by_fitness([m for m in view.of("helper") if m.start == trigger.start], trigger.mark)
    return next((m for m in here if gained(view, m, trigger.mark)), None) or next(iter(here), None)


def _one_object(trigger: Trigger, found: Slots) -> Slots:
    """Where a demand or a charge has its object, leave out the phrases of its matter."""
    if trigger.frame == "condemn" and any(slot == "by" for _, slot in found):
        # «أدانت تونس احتلال السفارة من قبل الحوثيين»: who did it is condemned, not what it was done to.
        return [(m, slot) for m, slot in found if slot in ("subj", "by")]
    if trigger.frame in _DEMANDS and any(slot == "obj" for _, slot in found):
        return [(m, slot) for m, slot in found if slot in ("subj", "obj", "by")]
    return found
