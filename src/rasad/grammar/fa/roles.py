"""Slots of the noun phrases of a Persian clause: markers before them, «را» behind, the subject bare and first."""

from collections.abc import Sequence

from rasad.grammar.fa.belongs import FORCE, NEAR, befalls, counted, of_somebody, related
from rasad.grammar.fa.cases import case, list_goes_on, own, subject
from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.doers import acting_subject, fellows, throws
from rasad.grammar.fa.objects import by_whom, object_phrase, struck_there
from rasad.grammar.fa.places import broken, dated, governors, joined, only_and, punctuated, right_before
from rasad.grammar.fa.sides import alone, half_read, on_occasion, owned
from rasad.grammar.fa.topics import offered, talked_with, to_go
from rasad.grammar.fa.triggers import PERFORMED
from rasad.grammar.shapes import JOINT, PARTIES, Slots, Trigger
from rasad.grammar.sites import town_behind
from rasad.grammar.view import View, tight
from rasad.grammar.window import attached
from rasad.model import VERBAL, Mark, Mention

_PARTING = frozenset({"marker", "light", "speech", "trigger", "modality"})
"""Kinds of marks that part a noun from what follows."""
_GUESTS = frozenset({"person", "office", "pronoun", "group"})
"""Heads of those with whom somebody travels."""
_OFFICIAL = frozenset({"coerce", "ban"})
"""Frames whose noun is followed by whom it befalls, but by the officers who do it, too («سرکوب [مأموران]»)."""
_OFFICERS = frozenset({"COP", "MIL", "SPY", "JUD", "LEG"})
_DEEDS = FORCE | {"SANCTION"}
_BLAMES = frozenset({"condemn", "accuse"})
_OF_THE_BLAMED = frozenset({"against", "to", "from", "on"})
"""Slots that tell of the deed of whom «را» marks: «ایران را به حمله به [سوریه] متهم کرد»."""
_NO_GOALS = frozenset({"group", "organ", "adjective", "person", "office", "pronoun"})
"""Heads of those to whom a message goes, or who were shot at: a journey goes to a place."""
_AIMED = frozenset({"against", "to", "with", "for", "on"})
"""Markers of those against whom a charge says something was done: «به اتهام کمک به [حماس] تحریم شد»."""
_SIDES_OF_FIGHTS = frozenset({"subj", "gen", "between", "with", "by"})
_WHOLE = frozenset({"country", "org"})
"""Heads of those behind whom a noun has no further complement."""
_OF = 4
"""Words between sanctions and the state that they are «related to»: «تحریم‌های جدیدی مرتبط با [ایران]»."""
_SIDE = frozenset({"between", "with"})
"""Slots of a side."""
_BODIES = frozenset({"org", "organ", "group"})
_CROWDED = frozenset({"protest", "strike"})


Slotted = tuple[Mention, str] | None
"""A phrase with its slot."""


def slots(view: View, trigger: Trigger) -> Slots:
    """Give each phrase of a trigger's clause its slot: a marker, `gen` behind a noun, or `subj` bare before it."""
    clauses = read_clauses(view)
    number = clause_at(clauses, trigger.mark.core[0])
    acting = acting_subject(view, trigger, clauses, number)
    suffers = trigger.passive or trigger.frame == "killed"
    if acting is not None and suffers and _is_spared(view, trigger, acting):
        acting = None
    found: Slots = [(acting, "subj")] if acting is not None else []
    previous: Slotted = None
    side: Slotted = None
    within = object_phrase(view, trigger, clauses[number], acting)
    more = (*_told_of(view, trigger, clauses), *offered(view, trigger, clauses, number))
    for mention in [*own(view, clauses[number]), *more]:
        if mention.head not in PARTIES and mention.head != "place":
            continue
        if of_somebody(view, trigger, mention):
            continue
        slot = "subj" if mention is acting else _slot(view, trigger, mention, previous)
        if side is not None and previous is not None and _posted(view, side, previous, mention):
            slot = side[1]  # «میان نیروهای X مستقر در تورخم و [نیروهای Y]»
        if within and mention is not acting and within[0].start <= mention.start < within[1]:
            slot = "obj" if mention is within[0] or joined(view, within[0], mention) else ""
        sides = _SIDE | {"gen"} if trigger.frame == "clash" else _SIDE
        side = previous if previous is not None and previous[1] in sides else side
        previous = (mention, slot)
        if slot and mention is not acting:
            found.append((mention, slot))
    if acting is not None and suffers:
        found += [(m, "subj") for m in fellows(view, trigger, clauses[number], acting)]
    elif acting is not None and trigger.frame in JOINT and not clauses[number].holds(acting.start):
        said = clauses[clause_at(clauses, acting.start)]  # «X و [Y] اعلام کردند که به توافق رسیده‌اند»
        found += [(m, "subj") for m in fellows(view, trigger, said, acting)]
    found = _with_subject(view, trigger, found, clauses, number)
    return _settled(view, trigger, clauses[number], acting, found)


def _posted(view: View, side: tuple[Mention, str], place: tuple[Mention, str], mention: Mention) -> bool:
    """Tell whether a body is joined to a side of a fight or talks over the place where that side stands."""
    if place[1] != "in" or mention.head not in _BODIES or side[0].head not in _BODIES:
        return False
    near = len(view.words(side[0].end, place[0].start)) <= NEAR + 1
    return near and place[0].place is not None and only_and(view, place[0].end, mention.start)


def _settled(view: View, trigger: Trigger, clause: Clause, acting: Mention | None, found: Slots) -> Slots:
    """Take away what the sides of a noun rule out: all where they are half read, a subject that is none of them."""
    names = {slot for _, slot in found}
    if alone(view, trigger, found) or half_read(view, trigger, clause, names):
        return []
    if trigger.frame == "host" and trigger.passive and (acting is None or acting.head == "country"):
        return []  # «نمایشگاه ... [مورد استقبال] هنرمندان قرار گرفت»
    others = owned(view, trigger, names)
    if others and trigger.frame == "visit":
        found = [(m, slot) for m, slot in found if slot != "subj"]
    if on_occasion(view, trigger, {slot for _, slot in found}):
        return [(m, slot) for m, slot in found if slot in ("subj", "gen", "between", "to", "into")]
    if trigger.nominal and {"gen", "by"} <= names and trigger.frame not in JOINT and not befalls(trigger.frame):
        found = [(m, slot) for m, slot in found if slot != "by"]  # «محکومیت [حمله] X از سوی Y»: Y condemned it
    if trigger.frame == "call" and names & {"with", "between"}:
        found = [(m, slot) for m, slot in found if slot != "to"]  # «در تماس با X به [مردم] تبریک گفت»
    if struck_there(trigger, acting, names):
        return [(m, "obj" if (slot, m.head) == ("in", "place") else slot) for m, slot in found]
    if trigger.frame in _BLAMES and any(slot == "obj" for _, slot in found):
        return [(m, slot) for m, slot in found if slot not in _OF_THE_BLAMED]
    return [(m, slot) for m, slot in found if slot != "subj"] if others else found


def _with_subject(view: View, trigger: Trigger, found: Slots, clauses: Sequence[Clause], number: int) -> Slots:
    """Give the subject of the clause for the pronoun of whom somebody meets: «X در [دیدار] Y با وی گفت».

    Who fights with somebody whom alone a noun names is the subject, too: «ارتش پس از [درگیری] با داعش عقب نشست».
    """
    if trigger.nominal and trigger.frame == "clash" and {slot for _, slot in found} & _SIDES_OF_FIGHTS == {"with"}:
        fighting = subject(view, clauses, number, trigger.mark.core[0], free=False)
        return found if fighting is None else [(fighting, "subj"), *found]
    if not trigger.nominal or trigger.frame not in JOINT:
        return found
    named = {m.entity.id for m, slot in found if slot == "gen"}
    at = next((n for n, (m, slot) in enumerate(found) if m.head == "pronoun" and slot == "with"), None)
    if at is None or found[at][0].entity.id not in named:
        return found
    other = subject(view, clauses, number, trigger.mark.core[0], free=False)
    if other is None or other.entity.id in named:
        return found
    return [*found[:at], (other, "with"), *found[at + 1 :]]


def _is_spared(view: View, trigger: Trigger, acting: Mention) -> bool:
    """Tell whether a deed does not befall the subject: who says it, who is not counted, the land where it happened.

    «دیده‌بان گفت که ۱۱۲ نفر کشته شدند»: who says it is not among the dead.
    """
    if acting.start < trigger.floor or counted(view, trigger, acting):
        return True
    return acting.head == "country" and trigger.frame in ("kill", "killed")


def _slot(view: View, trigger: Trigger, mention: Mention, previous: tuple[Mention, str] | None) -> str:
    """Give the slot of a phrase that is not the subject."""
    if trigger.nominal and trigger.frame not in JOINT and not attached(view, trigger, mention):
        theirs = _of_the_verb(view, trigger, mention) or _passed_on(view, trigger, mention)
        return "by" if not theirs and by_whom(view, trigger, mention) else ""
    if (
        previous is not None
        and joined(view, previous[0], mention)
        and not _over(view, previous[0], mention)
        and mention.marker in ("", "in", previous[0].marker)
        and not (previous[1] == "in" and mention.head in ("person", "pronoun"))
    ):
        return previous[1]
    if trigger.frame in _CROWDED and to_go(view, mention):
        return "against"
    if mention.start < trigger.mark.end < mention.end and mention.start >= trigger.mark.start:
        return "gen"  # the noun's own last word begins the phrase: «نشست [وزرای خارجه ناتو]»
    if mention.marker == "obj" and trigger.mark.end <= mention.start and throws(view, trigger):
        return "obj"
    if mention.start >= trigger.mark.end and trigger.mark.morph == "noun" and _genitive(view, trigger, mention):
        uses = {m.cells["use"] for m in view.of("grammar") if m.core[0] == trigger.mark.core[0]}
        if (
            trigger.frame in _OFFICIAL
            and "ouster" not in uses
            and mention.head in ("org", "organ", "group")
            and mention.entity.sector in _OFFICERS
        ):
            return "by"
        if "far" in uses:
            return ""  # «خواستار آزادی [زندانیان]»: theirs is what is asked for
        if trigger.frame == "multilateral" and town_behind(view, trigger, mention):
            return ""
        return "by" if "placed" in uses and trigger.passive else "gen"
    if _does(view, trigger, mention):
        return "by"
    deed = _of_the_deed(view, trigger, mention)
    if deed is not None:
        return deed
    if _taken(view, trigger, mention) or _passed_on(view, trigger, mention):
        return ""
    marker = case(view, mention)
    words = len(view.words(trigger.mark.end, mention.start)) if mention.start >= trigger.mark.end else _OF + 1
    if marker == "related" and words > _OF:
        return ""  # «علیه شرکت‌های مرتبط با [ایران]»: theirs is whose companies they are
    if marker == "with" and trigger.frame == "visit" and trigger.nominal and _far(view, trigger, mention):
        return ""  # «در این [سفر] درباره X با Y گفت‌وگو کرد»
    if marker == "with" and (
        related(view, trigger, mention) or (trigger.frame == "visit" and mention.head not in _GUESTS)
    ):
        return ""  # «برای گسترش روابط با [چین] به تهران سفر کرد»
    if marker == "from" and mention.start >= trigger.mark.end and trigger.frame == "request":
        return ""  # «خواستار خروج نیروها از [عراق]»: of what is asked for
    if marker == "between" and not trigger.verbal and _of_another(view, trigger, mention):
        return ""
    if marker == "between" and trigger.verbal and _of_topic(view, trigger, mention):
        return ""  # «درباره روابط میان [X و Y] گفت‌وگو کردند»
    if marker == "to" and trigger.frame == "visit" and mention.head in _NO_GOALS:
        return ""  # «برای پیگیری تیراندازی به [ماموران] وارد شهر شد»
    if marker == "by" and trigger.nominal and broken(view, trigger.mark.end, mention.start):
        return ""
    if marker == "from" and any(m.cells["use"] == "freeing" for m in view.of("grammar") if m.core == trigger.mark.core):
        return "against"  # «[عملیات آزادسازی] موصل از سیطره داعش»
    if marker == "to" and trigger.frame == "sanction" and trigger.nominal:
        return ""  # «[تمدید تحریم‌ها] این قدرت را به ترامپ می‌دهد»
    if marker in _AIMED and trigger.mark.cells["type"] in ("SANCTION", "COERCE") and _charged(view, mention):
        return ""
    if marker == "to" and trigger.frame == "request" and _written_to(view, mention):
        return "from"  # «در نامه‌ای به [دبیرکل] خواستار ... شد»
    if marker == "to" and trigger.frame == "ban" and mention.head == "country":
        return ""  # «از ورود او به [مصر] جلوگیری شد»
    if marker == "by" and (_of_the_verb(view, trigger, mention) or _of_the_first(view, trigger, mention)):
        return ""
    return "" if marker == "by" and _acts(trigger) else marker



def _of_another(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether «میان» belongs to a later noun («[دیدار] او گامی به سوی حل بحران میان X و Y است»)."""
    starts = [m.start for m in view.of("marker") if m.cells["marker"] == "between" and m.end <= mention.start]
    links = [m for m in view.of("marker") if trigger.mark.end <= m.start and m.cells["marker"] != "part"]
    towns = [m.start for m in view.mentions if m.marker == "in" and m.place is not None]
    links = [m for m in links if not any(tight(view.doc.folded, m.end, at) for at in towns)]  # «درگیری در [تورخم] میان»
    return bool(starts) and any(m.end <= max(starts) for m in links)


def _charged(view: View, mention: Mention) -> bool:
    """Tell whether somebody stands in what another is charged with: «به اتهام تبلیغ علیه [نظام] محکوم شد»."""
    charges = [m for m in view.of("grammar") if m.cells["use"] == "charge" and m.end <= mention.start]
    return any(not any(m.marker == "obj" and c.end <= m.start < mention.start for m in view.mentions) for c in charges)


def _far(view: View, trigger: Trigger, mention: Mention) -> bool:
    return mention.start >= trigger.mark.end and len(view.words(trigger.mark.end, mention.start)) > NEAR + 1


def _written_to(view: View, mention: Mention) -> bool:
    """Tell whether a letter or a message is to somebody."""
    links = [m for m in view.of("marker") if m.cells["marker"] == "to" and m.end <= mention.start]
    return bool(links) and any(m.cells["use"] == "message" for m in right_before(view, links[-1].start, "grammar"))


def _of_topic(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether what is talked about holds «میان X»."""
    about = [m for m in view.of("marker") if m.cells["marker"] == "about" and m.end <= mention.start]
    return any(trigger.window[0] <= m.start for m in about) and mention.end <= trigger.mark.start


def _of_the_verb(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether «از سوی X» belongs to the verb behind: «به دنبال [حمله] به شبکه از سوی پلیس دستگیر شدند»."""
    if not trigger.nominal or mention.start < trigger.mark.end or not governors(view, trigger.mark.start):
        return False
    verbs = [m for m in view.of("light") if m.cells["voice"] == "passive" and m.start >= mention.end]
    return bool(verbs) and any(mention.end <= t.start < verbs[0].end for t in view.of("trigger"))


def _of_the_first(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether who held somebody is not who judged: «توسط [مأموران] بازداشت و به سه سال حبس محکوم شد»."""
    if trigger.mark.cells["type"] != "SANCTION" or mention.start >= trigger.mark.start:
        return False
    held = [
        t for t in view.of("trigger") if t.cells["type"] == "COERCE" and mention.end <= t.start < trigger.mark.start
    ]
    return mention.entity.sector in _OFFICERS - {"JUD", "LEG"} and bool(held)


def _acts(trigger: Trigger) -> bool:
    """Tell whether a verb is active, so that «به دست X» before it completes a noun («کشتار مردم به دست [X]»)."""
    return trigger.verbal and not trigger.passive and trigger.frame not in ("killed", "explode")


def _passed_on(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a later noun has taken over («[سفر] به چین و نشستی با [دبیرکل]»): the phrase completes that one."""
    nouns = [t for t in view.of("trigger") if t.morph == "noun" and trigger.end <= t.core[0] and t.end <= mention.start]
    if not nouns or mention.start < trigger.mark.end:
        return False
    between = any(trigger.end <= m.start and m.end <= nouns[-1].start for m in view.mentions)
    return between and len(view.words(nouns[-1].end, mention.start)) <= NEAR


def _does(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether somebody does what befalls the subject: «در عملیات [ارتش] بازداشت شد», «در حمله [X] کشته شد»."""
    suffered = trigger.passive or trigger.frame == "killed"
    if not suffered or mention.start > trigger.mark.start or mention.marker not in ("", "in", "during"):
        return False
    deeds = [m for m in view.of("grammar") if m.cells["use"] == "deed"]
    deeds += [
        t
        for t in view.of("trigger")
        if t.morph == "noun" and t.cells["type"] == "ASSAULT" and not befalls(t.cells["frame"])
    ]  # «به اتهام کشتار [مردم] محکوم شدند»: the people did not sentence them
    return any(
        d.end <= mention.start
        and len(view.words(d.end, mention.start)) <= NEAR
        and not punctuated(view, d.end, mention.start)
        and governors(view, d.start) - {"obj"}
        for d in deeds
    )



def _told_of(view: View, trigger: Trigger, clauses: Sequence[Clause]) -> list[Mention]:
    """Give the phrases of the relative clause that tells a noun's deed: «حمله‌ای [که به مسجد انجام شد]»."""
    if not trigger.nominal:
        return []
    for clause in clauses:
        light = clause.verb.light if clause.verb is not None else None
        if clause.opener is None or not clause.inner or light is None or light.cells["verb"] not in PERFORMED:
            continue
        if clause.opener[0] >= trigger.mark.end and len(view.words(trigger.mark.end, clause.opener[0])) <= 1:
            return own(view, clause)
    return []


def _genitive(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a phrase is the complement of a noun right before it («حمله اسرائیل», «حمله گسترده اسرائیل»)."""
    some = [
        m.start
        for m in view.of("marker")
        if m.cells["marker"] == "part" and tight(view.doc.folded, m.end, mention.start)
    ]
    start = min([mention.start, *(s for s in some if s >= trigger.mark.end)])
    gap = [w for w in view.words(trigger.mark.end, start) if not dated(view, w)]  # «حمله ظهر امروز [اسرائیل]»
    if not (mention.marker in ("", "obj", "part") or _held(view, trigger, mention)) or len(gap) > NEAR:
        return False
    if not gap:
        return not punctuated(view, trigger.mark.end, start)
    if any(trigger.mark.end <= m.start and m.end <= start and m.head in _WHOLE for m in view.mentions):
        return False  # «حملات روسیه مواضع [داعش] را هدف قرار داد»
    inside = [m for m in view.marks if m.start < gap[-1][1] and gap[0][0] < m.end]
    inside = [m for m in inside if m.kind != "trigger" or m.start >= trigger.mark.end]  # «تمدید [تحریم] نفتی ایران»
    known = any(
        (m.kind in _PARTING and m.cells.get("side") != "behind")
        or (m.kind == "word" and m.cells["use"] in ("conjunction", "adverb"))
        for m in inside
    )
    return not known and not punctuated(view, trigger.mark.end, mention.start)


def _held(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a noun of arrest is what looks like a jail before whom it befalls: «از [بازداشت] X خبر دادند»."""
    jails = [m for m in view.of("marker") if m.cells["marker"] == "jail" and m.end == trigger.mark.end]
    return mention.marker == "jail" and bool(jails)


def _of_the_deed(view: View, trigger: Trigger, mention: Mention) -> str | None:
    """Give the slot of who did what an act of speech is about, and none to whom it befell.

    «از حملات [اوکراین] به روسیه دفاع کرد»: it stands up for Ukraine.
    """
    if trigger.mark.cells["type"] not in VERBAL or not trigger.verbal or mention.end > trigger.mark.start:
        return None
    deeds = [
        t for t in view.of("trigger") if t.morph == "noun" and t.cells["type"] in _DEEDS and t.end <= mention.start
    ]
    if not deeds or "from" not in governors(view, deeds[-1].start) or _in_marker(view, deeds[-1]):
        return None
    if punctuated(view, deeds[-1].start, trigger.mark.start):
        return None
    others = [m for m in view.mentions if deeds[-1].end <= m.start < mention.start]
    if others:
        return ""
    return "from" if _reaches(view, deeds[-1], mention) and not mention.marker else None


def _taken(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a trigger noun nearer before a phrase governs it («با اشاره به [حمله] X به Y، ... محکوم کرد»)."""
    if mention.start > trigger.mark.start:
        return False
    nouns = [
        t for t in view.of("trigger") if t.morph == "noun" and t.end <= mention.start and t.core != trigger.mark.core
    ]
    return any(
        (_reaches(view, t, mention) and governors(view, t.start) and not _in_marker(view, t))
        or talked_with(view, t, mention)
        for t in nouns
    )



def _reaches(view: View, noun: Mark, mention: Mention) -> bool:
    return len(view.words(noun.end, mention.start)) <= 1 and not punctuated(view, noun.end, mention.start)


def _in_marker(view: View, noun: Mark) -> bool:
    """Tell whether a noun is part of a preposition («با تضمین ترکیه»)."""
    return any(m.start < noun.start < m.end for m in view.of("marker"))


def _over(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether a comma ends a list of which no «و» follows («از جانب آمریکا و ناتو، [دولت] ... حمایت کرد»)."""
    comma = view.text(previous.end, mention.start).strip(' \u200c»"') in ("،", ",")
    return comma and not list_goes_on(view, mention)
