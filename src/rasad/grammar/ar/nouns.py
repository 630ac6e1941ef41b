"""Slots around an Arabic noun that tells a deed: genitive, object, prepositions, who did it by its relative clause."""

from rasad.grammar.ar.apposition import holder
from rasad.grammar.ar.links import Bond, bond, claimed
from rasad.grammar.ar.lists import first_joined, joined
from rasad.grammar.ar.triggers import FORCE, owned
from rasad.grammar.shapes import JOINT, PARTIES, SPEAKERS, Slots, Trigger
from rasad.grammar.view import View
from rasad.model import VERBAL, Mention

_BYSTANDERS = frozenset({"source", "journalist", "reporter", "correspondent", "expert", "analyst"})
"""Posts of those who tell of an occasion and take no part in it."""
_AFTERWARDS = frozenset({"after", "according", "during"})
"""Prepositions before an agreement that the subject of the sentence is a side of («رحب بالاتفاق» is none)."""
_TRANSITIVE = frozenset(
    {
        "meet", "visit", "request", "urge", "accuse", "condemn", "threaten", "reject", "refuse", "support", "praise",
        "warn",
    }
)  # fmt: skip
"""Frames whose masdar takes an object behind its subject: «زيارة روحاني العراق», «اتهامه واشنطن»."""
_OCCASIONS = frozenset({"during", "after", "before", "because", "according", "in", "bi", "through", "with"})
"""Prepositions before a noun of an occasion that the subject of the sentence takes part in («خلال لقاء مع X»)."""
_BODILY = frozenset({"arrest", "kill", "release", "coerce", "seize", "expel"})
"""Frames whose masdar has for its pronoun whom it befell («إيقافهم»): no ministry."""
_TOLD = frozenset({"ASSAULT", "PROTEST", "CONSULT"})
"""Types of deeds that others make known: who confirms a killing has not killed."""
_LOCAL = frozenset({"meet", "multilateral", "agree", "sign"})
"""Frames whose noun takes a town's name for where it happened: «لقاء باريس», «اتفاق الرياض»."""
_OWNING = frozenset({"person", "government", "organization", "group"})
"""Kinds of those whom a pronoun on a noun means; crowds own their protests."""
_BOTH_WORDS = 2
"""Words from talks to «between the two countries» at the most."""
_HANGS = 8
"""Words from a noun, or from the last phrase on it, to the next phrase that still hangs on it."""
_BEFORE = 15
"""Code points before a noun in which the preposition that governs it stands."""


def around_noun(view: View, trigger: Trigger, phrases: list[Mention]) -> Slots:
    """Read the phrases that hang on a bare noun, each by its preposition or its place."""
    tie = bond(view, trigger.mark)
    found: Slots = []
    owner = _owner(view, trigger)
    if owner is not None:
        found.append((owner, "gen"))
    bound, previous = trigger.mark.end, None
    for mention in phrases:
        if mention.start < trigger.mark.end:
            continue
        if len(view.text(bound, mention.start).split()) > _HANGS:
            break
        slot = _slot(view, trigger, mention, previous, tie, found)
        if slot == "between" and mention.head == "both" and len(view.text(bound, mention.start).split()) > _BOTH_WORDS:
            slot = ""  # «شهد اللقاء استعراض العلاقات بين البلدين»
        previous = (mention, slot)
        bound = max(bound, mention.end)
        if slot:
            found.append((mention, slot))
    claim = claimed(view, trigger.mark) if trigger.frame in FORCE else None
    if claim is not None:
        claimant = [m for m in view.mentions if m.start >= claim.end and near(view, claim.end, m.start, 1)][:1]
        found = [(m, slot) for m, slot in found if m not in claimant] + [(m, "by") for m in claimant]
    answering = _claimant(view, trigger) if trigger.frame in FORCE else None
    if answering is not None and not any(slot == "by" for _, slot in found):
        found.insert(0, (answering, "by"))
    if not any(slot in ("subj", "by") for _, slot in found):
        found = [*((m, "by") for m in _deciders(view, trigger)), *found]
    if trigger.frame == "visit":
        found += [
            (m, m.marker)
            for m in view.mentions
            if m.marker in ("to", "into") and m.end <= trigger.mark.start and near(view, m.end, trigger.mark.start, 2)
        ][-1:]  # «وصل إلى دمشق في زيارة رسمية»
    own = tie is not None and tie.slot == "by" and not _has_actor(found)
    if own or (trigger.frame in JOINT and not any(slot in ("gen", "subj", "between", "by") for _, slot in found)):
        subject = _main_subject(view, trigger, own)
        if subject is not None:
            found.insert(0, (subject, "subj"))
    return found


def _claimant(view: View, trigger: Trigger) -> Mention | None:
    """Give who answers for an attack told right behind the claim («تبنى تنظيم X هجوم باريس», «مسؤوليته عن الهجوم»)."""
    claims = [m for m in view.of("grammar") if m.cells["use"] == "claim" and m.end <= trigger.mark.start]
    if not claims:
        return None
    behind = [m for m in view.mentions if claims[-1].end <= m.start and m.end <= trigger.mark.start and m.marker == ""]
    before = [m for m in view.mentions if m.end <= claims[-1].start and m.marker == "" and m.head in SPEAKERS]
    chosen = behind[:1] or (before[:1] if claims[-1].morph == "participle" else before[-1:])
    start = chosen[0].end if behind and chosen else claims[-1].end  # «أعلن داعش أن X ...، متبنيا الهجوم»
    return chosen[0] if chosen and near(view, start, trigger.mark.start, 1) else None


def _deciders(view: View, trigger: Trigger) -> list[Mention]:
    """Give who decided or confirmed a deed of theirs right before it («قرار رئيس الحكومة أمس إقالة الوزير»)."""
    before = [m for m in view.mentions if m.end <= trigger.mark.start]
    if trigger.mark.morph not in ("masdar", "noun") or trigger.mark.prefix or not before:
        return []
    if before[-1].head not in SPEAKERS or trigger.mark.cells["type"] in _TOLD:
        return []
    first = first_joined(view, before)
    decisions = [m for m in view.of("grammar") if m.cells["use"] == "decision" and m.end <= first.start]
    if not decisions or not near(view, before[-1].end, trigger.mark.start, 1):
        return []
    return [m for m in before if m.start >= first.start] if near(view, decisions[-1].end, first.start, 0) else []


def _has_actor(found: Slots) -> bool:
    return any(slot in ("gen", "subj", "by") for _, slot in found)


def _slot(
    view: View, trigger: Trigger, mention: Mention, previous: tuple[Mention, str] | None, tie: Bond | None, found: Slots
) -> str:
    """Give the slot of one phrase behind the noun."""
    if previous is not None and joined(view, previous[0], mention):
        return previous[1]
    if far_pair(view, mention, found):
        return "between"
    if trigger.frame in FORCE and mention.marker in ("in", "bi") and _goal(view, mention):
        return "on"
    if mention.marker == "from" and mention.head == "adjective":
        return ""  # «من أصل تونسي»
    if mention.marker:
        return "" if mention.marker == "on" and _must(view, mention) else mention.marker
    if tie is not None and mention.start >= tie.end:
        first = not any(m.start >= tie.end and m.marker == "" for m, _ in found)
        return tie.slot if first and near(view, tie.end, mention.start, 3) else ""
    if trigger.mark.prefix.endswith("ال") and not _attributive(view, mention):
        return ""  # no genitive follows a noun with the article
    if mention.head == "adjective" and _of_something_else(view, trigger, mention):
        return ""
    if not _hangs(view, trigger.mark.end, mention.start):
        last = previous[0] if previous is not None and previous[1] == "gen" else None
        follows = last is not None and view.text(last.end, mention.start).strip() == ""
        return "obj" if follows and trigger.frame in _TRANSITIVE else ""
    if any(slot == "gen" for _, slot in found):
        return "obj" if trigger.frame in _TRANSITIVE else ""
    if trigger.frame in FORCE and (mention.head == "place" or capital(mention)):
        return "obj"  # «هجمات باريس» struck Paris
    return "in" if capital(mention) and trigger.frame in _LOCAL else "gen"


def _attributive(view: View, mention: Mention) -> bool:
    """Tell whether a phrase may stand beside a noun with the article: «الإسرائيلي», «البحرية الإيرانية», a capital."""
    organ = mention.head in ("organ", "org") and view.text(mention.start, mention.end).startswith("ال")
    return organ or mention.head == "adjective" or capital(mention)


def _of_something_else(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a nationality without article stands behind a word with one: «منفذ هجوم الشانزليزيه [فرنسي]»."""
    gap = view.words(trigger.mark.end, mention.start)
    return not view.text(*mention.name).startswith("ال") and any(view.text(*w).startswith("ال") for w in gap)


def _goal(view: View, mention: Mention) -> bool:
    """Tell whether the targets of a blow stand right before where they are («أهداف بسوريا»): that state is struck."""
    return mention.head == "country" and any(
        m.cells["use"] == "goal" and mention.start - m.end >= 0 and len(view.text(m.end, mention.start).split()) <= 2
        for m in view.of("grammar")
    )


def _must(view: View, mention: Mention) -> bool:
    """Tell whether somebody ought to do something («كان يجب على أوباما»), and nothing is done to them."""
    on = [m.start for m in view.of("marker") if m.cells["marker"] == "on" and m.end <= mention.start]
    return bool(on) and any(m.cells["use"] == "necessity" and m.end == on[-1] - 1 for m in view.of("grammar"))


def _hangs(view: View, end: int, start: int) -> bool:
    """Tell whether a phrase can be the genitive of a noun: with an adjective between at the most, and no «and»."""
    return near(view, end, start, 1) and not view.text(end, start).strip().startswith("و")


def capital(mention: Mention) -> bool:
    """Tell whether a town that can stand for its state is named: «باريس», not «فرنسا»."""
    return mention.head == "country" and mention.place is not None and mention.place.id != mention.entity.id


def far_pair(view: View, mention: Mention, found: Slots) -> bool:
    """Tell whether «and» opens the second side of «between», though the first side has a tail of its own."""
    sides = [m for m, slot in found if slot == "between"]
    if len(sides) != 1:
        return False
    before = view.words(max(view.start, mention.start - 4), mention.start)[-1:]
    lone = bool(before) and view.text(*before[0]) == "و"
    return lone or view.text(mention.start, mention.name[0]).startswith("و")


def _main_subject(view: View, trigger: Trigger, own: bool) -> Mention | None:
    """Give the subject of the sentence, who takes part in an occasion it only names («قال X بعد لقاء مع Y»).

    With `own` the relative clause of the noun has that subject, too («بدأ X الزيارة التي يؤديها إلى Y»).
    """
    words = view.words(max(view.start, trigger.mark.start - _BEFORE), trigger.mark.start)
    meets = trigger.mark.cells["type"] == "CONSULT"
    occasions = _OCCASIONS if meets else _AFTERWARDS
    governed = (meets and trigger.mark.prefix in ("ب", "بال", "وب")) or any(
        m.kind == "marker" and m.cells["marker"] in occasions and words and m.end == words[-1][1] for m in view.marks
    )
    if not (governed or own) or (not own and _of_others(view, trigger)):
        return None
    bare = [
        m
        for m in view.mentions
        if m.end <= trigger.mark.start
        and m.marker == ""
        and m.head in SPEAKERS
        and m.start >= trigger.floor
        and m.office not in _BYSTANDERS
    ]
    verbs = [
        m for m in view.marks if m.end <= trigger.mark.start and m.kind in ("speech", "trigger") and m.morph == "past"
    ]
    behind = [m for m in bare if verbs and m.start >= verbs[-1].end]
    before = [m for m in bare if verbs and m.end <= verbs[-1].start]
    subject = next(iter(behind), None) or next(iter(before[-1:] or bare), None)
    return holder(view, subject) if subject is not None else None


def _of_others(view: View, trigger: Trigger) -> bool:
    """Tell whether an occasion belongs to somebody nobody can read («عقب اجتماع اللجنة»), or to whom «of» leads.

    «قبل زيارة مقررة [لوزير الخارجية]» is his, whoever does what is told before it.
    """
    of = next((m for m in view.mentions if m.start >= trigger.mark.end), None)
    if trigger.frame == "visit" and of is not None and of.marker == "to" and of.head in ("person", "office", "organ"):
        own = view.text(of.start, of.start + 1) == "ل" and near(view, trigger.mark.end, of.start, 1)
        if own:
            return True
    behind = view.words(trigger.mark.end, min(view.end, trigger.mark.end + _BEFORE))[:1]
    if not behind or trigger.mark.prefix.endswith("ال") or owned(trigger.mark):
        return False
    start, end = behind[0]
    heads = any(m.start == start and m.kind == "grammar" and m.cells["use"] == "this_body" for m in view.marks)
    spans = [(m.start, m.end) for m in view.mentions] + [(m.start, m.end) for m in view.of("marker")]
    known = any(low <= start and end <= high for low, high in spans)
    dated = any(d.start <= start < d.end for _, d in view.dates)
    return heads or (view.text(start, end).startswith("ال") and not known and not dated)


def _owner(view: View, trigger: Trigger) -> Mention | None:
    """Give whom the pronoun on an Arabic noun means («لقائه», «زيارتها»): who was named before it, else who follows."""
    if trigger.mark.morph not in ("noun", "masdar") or not owned(trigger.mark) or trigger.passive:
        return None
    bodily = trigger.frame in _BODILY
    people = [
        m
        for m in view.mentions
        if m.head in PARTIES
        and m.head != "adjective"
        and not (bodily and m.head in ("organ", "org", "country"))
        and (m.entity.kind in _OWNING or (trigger.mark.cells["type"] == "PROTEST" and m.head == "group"))
    ]
    before = [m for m in people if m.end <= trigger.start and m.start >= trigger.floor]
    if trigger.floor and [m.start for m in before] == [trigger.floor] and trigger.mark.cells["type"] in VERBAL:
        return None  # «أبلغت واشنطن [إيران] رفضها»: it is of who says so
    before = before or [m for m in people if m.end <= trigger.start]
    if trigger.mark.suffix.endswith("ها"):
        before = [m for m in before if m.head not in ("person", "office")] or before
    if trigger.mark.suffix.endswith("هم"):
        crowd = [m for m in before if m.head == "group"]
        if crowd:
            return crowd[-1]  # «مساندتهم للطلبة في احتجاجاتهم»: nearest
    plain = [m for m in before if m.marker == ""] or before
    if plain:
        return holder(view, plain[0])
    return next((m for m in people if m.start >= trigger.end and m.marker == ""), None)


def near(view: View, end: int, start: int, words: int) -> bool:
    """Tell whether no pause and no more than so many words, those of dates not counted, stand between two places."""
    between = [w for w in view.words(end, start) if not any(d.start <= w[0] < d.end for _, d in view.dates)]
    return len(between) <= words and not any(c in view.text(end, start) for c in "،,.:")
