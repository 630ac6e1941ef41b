"""The subject of an Arabic verb: by word order and agreement, and nobody where a word we cannot read stands for it."""

from rasad.grammar.ar.agreement import agrees, can_be_subject
from rasad.grammar.ar.clauses import circumstance
from rasad.grammar.ar.gaps import READ, clear, finite, genitive, has_own, rooted
from rasad.grammar.ar.lists import first_joined
from rasad.grammar.ar.silent import is_object
from rasad.grammar.shapes import SPEAKERS, Trigger, cue_of
from rasad.grammar.view import View
from rasad.model import Heard, Mark, Mention

_FAR, _CLOSE = 6, 2
"""Words between a subject and the verb behind it: with no other candidate, and with one behind the verb."""
_BEHIND = 12
"""Words between a verb and its subject, all of them adverbs, dates, or behind a preposition of their own."""
_OF_OBJECT = frozenset({"to", "on", "about", "with", "against", "for"})
"""Prepositions of a verb's object: behind one of them no subject follows, as it does behind «in a speech»."""
_WORD_BEFORE = 15
"""Code points before a verb in which the word before it stands."""
_PARTING = frozenset({"meanwhile", "subordinate", "reason"})
"""Words that open a clause with a subject of its own."""
_BETWEEN = frozenset({"speech", "trigger", "helper", "modality"})
"""Marks that part a subject behind أن from a verb far behind it: «طائرات لم يعرف ما إذا كانت روسية»."""
_JOINING = frozenset({"grammar", "modality", "helper", "word", "marker"})
"""Marks of words behind which a verb goes on with the subject of the clause before: «قبل أن», «ثم», «حيث»."""
_STRIKING = frozenset({"attack", "kill", "clash", "seize", "arrest", "explode", "mobilize"})
"""Frames of deeds that a nationality behind an unknown noun tells of a state («الطيران الإسرائيلي قصف»)."""
_POINTING = ("ه", "ها", "هم", "هما")
_STOPS = frozenset('،,؛:.»«"()\n')
_FINITE = frozenset({"past", "present"})
_DOING = frozenset({"trigger", "speech"})
_AND = ("و", "ف")
_SINGLE = frozenset({"person", "office"})
"""Heads of one person: a participle of several is not theirs."""


def subject_of(view: View, trigger: Trigger, verb: Mark, phrases: list[Mention]) -> Mention | None:
    """Give the subject of a verb: of a participle that of the main clause, else who stands before or behind it."""
    bare = [m for m in phrases if (m.marker == "" or 0 <= m.start - verb.end <= 1) and m.head != "place"]
    if verb.morph == "participle" and circumstance(view, verb):
        return main_subject(view, verb, trigger.floor)
    before = [m for m in bare if m.end <= verb.start and not tail(view, m)]
    if trigger.frame not in _STRIKING:
        before = [m for m in before if m.head != "adjective"]  # «وكالة التعاون الألمانية ساعدت»: no state did
    owner = issuer(view, verb) or _been(view, verb)
    if owner is not None:
        return owner
    described = _described(view, verb, phrases)
    if described is not None:
        return described
    headed = _headed(view, verb)
    if headed is not None:
        return headed
    if _alone(view, verb) and has_own(view, verb.start):
        return None  # «بحق ناشط دعا إلى الإضراب»: the clause of a noun that nobody can read
    antecedent = _antecedent(view, verb, before)
    if antecedent is not None:
        return antecedent[0]
    opened = _opened(view, verb)
    if opened is not None:
        return opened[0] or (first_joined(view, before) if before and leads(view, before[-1], verb, None) else None)
    behind = next((m for m in bare if m.start >= verb.end), None)
    if behind is not None and behind.head == "adjective" and behind.start == verb.end + 1:
        behind = None  # «أعلن الفرنسي باسكال»: a Frenchman, and not his state
    if behind is not None and _owns_object(view, verb, behind):
        behind = None
    if behind is not None and (genitive(view, behind) or not _follows(view, verb, behind)):
        behind = None
    if behind is not None and (_asked_next(view, verb, behind) or told_behind(view, verb)):
        behind = None
    if before and leads(view, before[-1], verb, behind):
        first = first_joined(view, before)
        return first if first is not before[-1] or agrees(view, verb, first) else behind
    return behind


def _owns_object(view: View, verb: Mark, behind: Mention) -> bool:
    """Tell whether a phrase right behind the object of a row is whose that is: «علقت عضوية [سوريا]»."""
    if verb.kind != "trigger" or behind.start != verb.end + 1 or not verb.cells["form"].endswith("ة"):
        return False
    words = view.text(verb.core[0], verb.end).split()
    return len(words) > 1 and not words[-1].startswith("ال")


def _alone(view: View, verb: Mark) -> bool:
    """Tell whether a finite verb opens without «and» and is no plural, whose subject stands farther before it."""
    single = not view.text(verb.core[0], verb.end).split(" ")[0].endswith("وا")
    return single and verb.prefix[:1] not in _AND and verb.morph in _FINITE


def _described(view: View, verb: Mark, phrases: list[Mention]) -> Mention | None:
    """Give the crowd without article right before a verb, which is its clause («مع [مسلحين] استهدفوهم»)."""
    if verb.prefix[:1] in _AND or verb.morph not in _FINITE:
        return None
    crowd = next((m for m in phrases if m.end == verb.start - 1 and m.head == "group" and m.marker), None)
    return crowd if crowd is not None and not view.text(*crowd.name).startswith("ال") else None


def right_before(view: View, verb: Mark, phrases: list[Mention]) -> Mention | None:
    """Give the phrase right before a verb, a particle between at the most («الأسرى قد تم الإفراج عنهم»)."""
    before = [m for m in phrases if m.end <= verb.start and m.marker == "" and m.head != "place"]
    near_by = bool(before) and len(view.text(before[-1].end, verb.start).split()) <= 1
    return first_joined(view, before) if near_by and leads(view, before[-1], verb, None) else None


def main_subject(view: View, participle: Mark, floor: int) -> Mention | None:
    """Give who speaks or acts in the main clause before a participle: who was heard there, else its first phrase."""
    at = participle.start
    spoke = [
        h
        for h in (*view.doc.heard, *view.doc.asides)
        if h.sentence == view.number and floor <= h.verb_span[0] and h.verb_span[1] <= at and _verbal(view, h)
    ]
    if spoke:
        last = max(spoke, key=lambda h: h.verb_span)
        return Mention(*last.speaker_span, last.speaker_span, last.speaker, last.rule, "person")
    first = next(
        (m for m in view.mentions if m.end <= at and m.marker == "" and m.head in SPEAKERS and m.start >= floor), None
    )
    if first is None or genitive(view, first) or (_of_several(view, participle) and first.head in _SINGLE):
        return None  # «انتقد تراجع رئيس الحكومة، داعيا»; «حملوا رئيس الحكومة المسؤولية، مؤكدين»
    return first


def _verbal(view: View, heard: Heard) -> bool:
    """Tell whether a verb tells what was said, and no noun («سحب [دعوته] للرئيس»)."""
    marks = [m for m in view.of("speech") if m.core[0] < heard.verb_span[1] and heard.verb_span[0] < m.core[1]]
    return not marks or any(m.morph not in ("masdar", "noun", "bound", "bound_phrase") for m in marks)


def _of_several(view: View, participle: Mark) -> bool:
    return view.text(participle.core[0], participle.end).split(" ")[0].endswith("ین")


def tail(view: View, mention: Mention) -> bool:
    """Tell whether a name is only the end of a phrase nobody can read («كتلة حركة مشروع تونس», «بيت فرحات حشاد»)."""
    words = view.words(max(view.start, mention.start - _WORD_BEFORE), mention.start)[-1:]
    if not words or mention.marker or view.text(words[0][1], mention.start).strip() or _definite(view, mention):
        return False
    start, end = words[0]
    text = view.text(start, end)
    marked = any(m.start <= start and end <= m.end and m.kind in READ for m in view.marks)
    return not (finite(text) or marked or text.startswith("ال") or text.isdigit() or clear(view, start, end))


def _definite(view: View, mention: Mention) -> bool:
    """Tell whether a phrase opens with «and», or is no bare name."""
    return mention.head not in ("country", "place", "person") or view.text(mention.start, mention.end).startswith("و")


def is_kin(view: View, mention: Mention) -> bool:
    """Tell whether only somebody of a person's family or house is meant: «ابن شقيقة الرئيس», «محامي الوزير»."""
    return mention.head in ("person", "office") and any(
        m.cells["use"] == "kin" and m.end == mention.start - 1 for m in view.of("grammar")
    )


def is_seat(view: View, mention: Mention) -> bool:
    """Tell whether an organ is named by the house where talks take place («بقصر قرطاج»)."""
    return (
        mention.head == "organ"
        and mention.marker in ("in", "bi")
        and any(m.cells["use"] == "seat" and m.core == mention.name for m in view.of("country"))
    )


def unread(view: View, verb: Mark, phrases: list[Mention], until: int) -> bool:
    """Tell whether words that name nobody we know stand where the subject of a finite verb belongs.

    «طالبت جمعية الأولياء البرلمان»: the parliament is asked, and who asks is not read. `until` is where the noun
    begins that a helper verb lifts («أبرمت الشركة [اتفاقية]»).
    """
    helps = verb.kind == "helper" and verb.cells["voice"] == "active"
    if verb.morph not in ("past", "present") and not helps:
        return False
    words = view.words(max(view.start, verb.start - _WORD_BEFORE), verb.start)[-1:]
    if words and verb.prefix[:1] not in ("و", "ف") and not view.text(words[0][1], verb.start).strip():
        start, end = words[0]
        verbal = any(m.start <= start and end <= m.end and m.kind in ("speech", "trigger") for m in view.marks)
        if not verbal and not clear(view, start, end):
            return True
    bare = next((m for m in phrases if m.start >= verb.end and m.marker == ""), None)
    stop = next((at for at in range(verb.end, view.end) if view.doc.folded[at] in _STOPS), view.end)
    stop = min([stop, *(m.end for m in view.of("marker") if m.start >= verb.end)])
    return not clear(view, verb.end, min(bare.start if bare is not None else stop, stop, until))


def _antecedent(view: View, verb: Mark, before: list[Mention]) -> tuple[Mention | None] | None:
    """Give what a relative clause is about, which its verb has for subject: «الجيش الذي قصف المدينة».

    None if no relative stands right before the verb, or if the verb points back to it («البلد الذي زاره الوزير»).
    """
    relatives = [m for m in view.of("grammar") if m.cells["use"] == "relative" and m.end == verb.start - 1]
    if not relatives or not view.text(relatives[0].start, relatives[0].end).startswith("ال"):
        return None
    if view.text(verb.core[0], verb.end).endswith(_POINTING):
        return None
    near_by = bool(before) and _adjectives(view, before[-1], relatives[0].start)
    return (first_joined(view, before) if near_by else None,)


def _adjectives(view: View, mention: Mention, end: int) -> bool:
    """Tell whether nothing stands behind a phrase but an adjective, which no name has."""
    words = view.text(mention.end, end).split()
    described = mention.head in ("organ", "group", "office") and len(words) <= 1
    return not words or (described and all(word.startswith("ال") for word in words))


def issuer(view: View, verb: Mark) -> Mention | None:
    """Give whose a resolution or communiqué is that a verb right behind it belongs to («قرار يدين الاستيطان»)."""
    texts = [m for m in view.of("grammar") if m.cells["use"] == "text" and m.end == verb.start - 1]
    if verb.morph == "present" and verb.prefix[:1] == "و" and not texts:
        texts = _told_on(view, verb)
    if not texts or verb.morph != "present":
        return None
    owners = [m for m in view.mentions if m.end <= texts[0].start and m.head in ("org", "organ", "country")]
    return owners[-1] if owners else None


def _told_on(view: View, verb: Mark) -> list[Mark]:
    """Give the resolution that a second verb goes on with («قرار يدين الاستيطان [ويطالب] بوقفه»)."""
    before = [m for m in view.marks if m.kind in _DOING and m.morph in _FINITE and m.end <= verb.start]
    if not before or before[-1].morph != "present" or any(c in view.text(before[-1].end, verb.start) for c in ".:؛،"):
        return []
    return [m for m in view.of("grammar") if m.cells["use"] == "text" and m.end == before[-1].start - 1]


def _headed(view: View, verb: Mark) -> Mention | None:
    """Give the state or body that opens a sentence before a colon and the verb: «الكويت : استدعت سفيرها»."""
    first = next((m for m in view.mentions if m.marker == "" and m.head in ("country", "organ", "org")), None)
    if first is None or view.text(view.start, first.start).strip() or verb.morph not in _FINITE:
        return None
    near = view.text(first.end, verb.start).strip() == ":" and not first.entity.is_carrier
    return first if near and agrees(view, verb, first) else None


def _asked_next(view: View, verb: Mark, behind: Mention) -> bool:
    """Tell whether a second demand of a sentence has whom it asks behind it («دعت X إلى كذا، وطالبت [الحكومة]»)."""
    speech = next((m for m in view.of("speech") if m.core == verb.core), None)
    return speech is not None and is_object(view, cue_of(speech, speech.end), behind)


def told_behind(view: View, verb: Mark) -> bool:
    """Tell whether a present verb follows a noun that nobody can read, its subject: «تيار المحبة [يدعو] الرئيس»."""
    before = view.words(max(view.start, verb.start - _WORD_BEFORE), verb.start)[-1:]
    if verb.morph != "present" or verb.prefix[:1] in (*_AND, "ل") or not before:
        return False
    start, end = before[0]
    if view.text(end, verb.start).strip() or not view.text(start, end).startswith("ال"):
        return False
    verbal = any(m.start <= start and end <= m.end and m.kind in _BETWEEN for m in view.marks)
    return not verbal and not clear(view, start, end)


def _been(view: View, verb: Mark) -> Mention | None:
    """Give whom «was» has behind it, where «had» stands before the verb («وكانت [السويد]، ...، قد نشرت قوات»)."""
    had = [m for m in view.of("grammar") if m.cells["use"] == "may" and m.end == verb.start - 1]
    was = [m for m in view.of("helper") if m.cells["verb"] == "be" and m.end <= verb.start]
    if not had or not was or any(c in view.text(was[-1].end, verb.start) for c in ".:؛"):
        return None
    subject = next((m for m in view.mentions if m.start == was[-1].end + 1 and m.head in SPEAKERS), None)
    return subject if subject is not None and agrees(view, verb, subject) else None


def _opened(view: View, verb: Mark) -> tuple[Mention | None] | None:
    """Tell whether أن with a subject of its own stands before a verb, so that none follows it.

    In «أن رجلا هاجم» it is unknown; the pronoun of «إنها اعتقلت» means who speaks.
    """
    ways = [(m.start, m.end) for m in view.of("modality")]  # «سبق وأن»
    words = [m for m in view.of("grammar") if m.cells["use"] == "complementiser" and m.end <= verb.start]
    turns = [m for m in view.of("grammar") if m.cells["use"] == "but" and m.end == verb.start - 1]
    if any(view.text(m.start, m.end).endswith(_POINTING) for m in turns):
        return (None,)  # «لكنها ستطلب»: whom the pronoun means is not known
    words = [m for m in words if not any(start < m.start and m.end <= end for start, end in ways)]
    if not words:
        return None
    last = max(words, key=lambda m: (m.end, -m.start))
    told_of = next((m for m in view.mentions if 0 <= m.start - last.end <= 1), None)
    if told_of is not None and told_of.marker == "" and told_of.head in SPEAKERS and _no_verb(view, told_of, verb):
        return (told_of,)
    gap = view.text(last.end, verb.start)
    if len(gap.split()) > _FAR or any(c in gap for c in ".:؛،"):
        return None
    if view.text(last.start, last.end).endswith(("ه", "ها", "هم", "هما")):
        return (
            next((m for m in view.mentions if m.end <= last.start and m.marker == "" and m.head in SPEAKERS), None),
        )
    return (None,) if _noun_between(view, last.end, verb.start) else None


def goes_on(view: View, trigger: Trigger, subject: Mention) -> bool:
    """Tell whether a verb can have the subject of the clause before: by agreement, and joined to it by a particle.

    In «رفض البيت الأبيض ...، وقالت الإدارة إن الحظر سيمنع» another noun stands right before the verb.
    """
    helpers = [m for m in view.of("helper") if m.start == trigger.start and trigger.start < trigger.mark.start]
    verb = helpers[0] if helpers else trigger.mark
    if verb.morph == "participle":
        return True
    if not agrees(view, verb, subject):
        return False
    before = view.words(max(view.start, verb.start - _WORD_BEFORE), verb.start)[-1:]
    if verb.prefix[:1] in _AND or not before or any(c in _STOPS for c in view.text(before[0][1], verb.start)):
        return True
    return any(m.start <= before[0][0] and before[0][1] <= m.end and m.kind in _JOINING for m in view.marks)


def _no_verb(view: View, mention: Mention, verb: Mark) -> bool:
    """Tell whether no other verb, and nobody else's clause, stands between a subject and its verb."""
    gap = view.text(mention.end, verb.start)
    return not any(c in gap for c in ".:؛") and not any(
        m.kind in _BETWEEN and m.end <= verb.start and m.start >= mention.end for m in view.marks
    )


def _noun_between(view: View, start: int, end: int) -> bool:
    """Tell whether a word stands there that is no particle («قد», «لم») and no verb."""
    known = [
        m
        for m in view.marks
        if start <= m.start and m.end <= end and m.kind in ("grammar", "word", "modality", "helper")
    ]
    return any(
        not any(m.start <= s and e <= m.end for m in known if m.cells.get("use") != "stop")
        for s, e in view.words(start, end)
    )


def _follows(view: View, verb: Mark, behind: Mention) -> bool:
    """Tell whether a phrase behind a verb can be its subject: in agreement, no other head or object between."""
    governed = any(
        verb.end <= m.start < behind.start
        and m.cells["marker"] in _OF_OBJECT
        and not view.text(m.end + 1, m.end + 2).isdigit()  # «تجمع نحو 500 متظاهر»
        for m in view.of("marker")
    )
    governed = governed or any(
        view.text(*word).startswith(("بال", "لل")) or (view.text(*word)[0] in "بل" and not rooted(view, word[0]))
        for word in view.words(verb.end, behind.start)
    )
    gap = view.text(verb.end, behind.start)
    close = len(gap.split()) <= _BEHIND and not any(c in gap for c in ".:؛")
    return close and not governed and can_be_subject(view, verb, behind) and clear(view, verb.end, behind.start)


def leads(view: View, mention: Mention, verb: Mark, behind: Mention | None) -> bool:
    """Tell whether a phrase before an Arabic verb is its subject: near, without a stop, the verb without «and»."""
    gap = view.text(mention.end, verb.start)
    words = _FAR if behind is None else _CLOSE
    if behind is not None and "،" in gap:
        return False  # «وفي ردها على واشنطن، أعلن الوزير»: the phrase before the comma is no subject
    if any(m.cells["use"] in _PARTING and mention.end <= m.start < verb.start for m in view.of("grammar")):
        return False  # «اعتقل الجيش مهاجرين فيما حجزت الشرطة»
    return verb.prefix[:1] not in ("و", "ف") and len(gap.split()) <= words and not any(c in gap for c in ".:؛/")
