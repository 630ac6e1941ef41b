"""Slots of the noun phrases of a Persian clause: markers before them, «را» behind, the subject bare and first."""

from collections.abc import Sequence

from rasad.grammar.fa.cases import case, own, signs, subject
from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.triggers import PERFORMED
from rasad.grammar.shapes import JOINT, PARTIES, Slots, Trigger
from rasad.grammar.view import View, tight
from rasad.grammar.window import attached
from rasad.model import Mark, Mention

_GENITIVE = 2
"""Words that may stand between a noun and the phrase that completes it («حمله گسترده نیروهای ارتش»)."""
_LINKS = ("و", "،", "، و", ",")


def slots(view: View, trigger: Trigger) -> Slots:
    """Give each phrase of a trigger's clause its slot: a marker, `gen` right behind the trigger, or `subj` bare before it."""
    clauses = read_clauses(view)
    number = clause_at(clauses, trigger.mark.core[0])
    clause = clauses[number]
    found: Slots = []
    subject_slot = _subject(view, trigger, clauses, number)
    if subject_slot is not None:
        found.append((subject_slot, "subj"))
    previous: tuple[Mention, str] | None = None
    for mention in [*own(view, clause), *_told_of(view, trigger, clauses)]:
        if mention.head not in PARTIES and mention.head != "place":
            continue
        slot = "subj" if mention is subject_slot else _slot(view, trigger, mention, previous)
        previous = (mention, slot)
        if slot and mention is not subject_slot:
            found.append((mention, slot))
    if trigger.nominal and trigger.mark.morph == "noun" and any(slot == "gen" for _, slot in found):
        alone = not any(slot in ("with", "between") for _, slot in found)
        if not (alone and trigger.frame in JOINT and _behind_in(view, trigger)):
            found = [(m, slot) for m, slot in found if slot != "subj"]
    return found


def _slot(view: View, trigger: Trigger, mention: Mention, previous: tuple[Mention, str] | None) -> str:
    """Give the slot of a phrase that is not the subject."""
    if trigger.nominal and trigger.frame not in JOINT and not attached(view, trigger, mention):
        return ""
    if previous is not None and _joined(view, previous[0], mention) and mention.marker in ("", previous[0].marker):
        return previous[1]
    if mention.start >= trigger.mark.end and trigger.mark.morph == "noun" and _genitive(view, trigger, mention):
        return "gen"
    if _taken(view, trigger, mention):
        return ""
    return case(view, mention)


def _behind_in(view: View, trigger: Trigger) -> bool:
    """Tell whether «در» stands right before the noun: «X در دیدار Y» names one side before and the other behind."""
    return any(m.cells["marker"] == "in" and m.end <= trigger.mark.start and tight(view.doc.folded, m.end, trigger.mark.start) for m in view.of("marker"))


def _told_of(view: View, trigger: Trigger, clauses: Sequence[Clause]) -> list[Mention]:
    """Give the phrases of the relative clause that tells a noun's deed: «حمله‌ای [که به مسجد انجام شد]»."""
    for clause in clauses:
        verb = clause.verb
        if clause.opener is None or not clause.inner or verb is None or verb.light is None or verb.light.cells["verb"] not in PERFORMED:
            continue
        if trigger.nominal and 0 <= clause.opener[0] - trigger.mark.end and len(view.words(trigger.mark.end, clause.opener[0])) <= 1:
            return own(view, clause)
    return []


def _genitive(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a phrase is the complement of a noun right before it («حمله اسرائیل», «حمله گسترده اسرائیل»)."""
    gap = view.words(trigger.mark.end, mention.start)
    if mention.marker not in ("", "obj") or len(gap) > _GENITIVE:
        return False
    if not gap:
        return tight(view.doc.folded, trigger.mark.end, mention.start)
    known = [m for m in view.marks if m.start < gap[-1][1] and gap[0][0] < m.end and m.kind in ("marker", "light", "speech", "trigger", "modality")]
    punctuated = any(c in "،,.:؛" for c in view.text(trigger.mark.end, mention.start))
    return not known and not punctuated and not any(
        m.kind == "word" and m.cells["use"] in ("conjunction", "adverb") and gap[0][0] <= m.start < gap[-1][1] for m in view.marks
    )


def _subject(view: View, trigger: Trigger, clauses: Sequence[Clause], number: int) -> Mention | None:
    """Give the subject of the trigger's clause where the trigger can have one."""
    if trigger.infinitive or (trigger.nominal and trigger.frame not in JOINT and not _by_means(view, trigger)):
        return None
    found = subject(view, clauses, number, trigger.mark.core[0], free=False)
    return found if found is None or not signs(view, found) else None


def _by_means(view: View, trigger: Trigger) -> bool:
    """Tell whether the subject of the clause does what the noun names: «با [حمله] به X», «با برگزاری [تظاهرات]»."""
    return any(
        m.cells["marker"] == "with" and m.end <= trigger.mark.start and len(view.words(m.end, trigger.mark.start)) <= 1
        and not any(m.end <= other.start < trigger.mark.start for other in view.of("marker"))
        for m in view.of("marker")
    )  # fmt: skip


def _taken(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether another trigger noun nearer before a phrase governs it («با اشاره به [حمله] X به Y، ... محکوم کرد»)."""
    if mention.start > trigger.mark.start:
        return False
    nearer = [t for t in view.of("trigger") if t.morph == "noun" and t.end <= mention.start and t.core != trigger.mark.core and _reaches(view, t, mention)]
    return any(_adjunct(view, t) and not any(m.start < t.start < m.end for m in view.of("marker")) for t in nearer)


def _adjunct(view: View, noun: Mark) -> bool:
    """Tell whether a preposition stands right before a noun: its phrases are its own, not the verb's."""
    return any(tight(view.doc.folded, m.end, noun.start) for m in view.of("marker") if m.end <= noun.start)


def _reaches(view: View, noun: Mark, mention: Mention) -> bool:
    gap = view.text(noun.end, mention.start)
    return len(gap.split()) <= 1 and not any(c in "،,.:؛" for c in gap)


def _joined(view: View, previous: Mention, mention: Mention) -> bool:
    return view.text(previous.end, mention.start).replace("\u200c", " ").strip(" «»\"'()") in _LINKS
