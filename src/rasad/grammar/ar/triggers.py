"""Arabic triggers: a verb, a noun that a helper verb lifts, or a bare noun; the clause ends at the next verb."""

from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar.ar.clauses import circumstance, clause
from rasad.grammar.ar.gaps import genitive
from rasad.grammar.ar.links import bond, object_of
from rasad.grammar.ar.lists import first_joined
from rasad.grammar.ar.meant import came_before, has_sides, in_terms, only_meant, recalls
from rasad.grammar.ar.senses import denied, is_topic, misread, no_deed
from rasad.grammar.ar.silent import DEMANDING
from rasad.grammar.ar.subjects import issuer
from rasad.grammar.ar.voices import charged, doubled, vocalised
from rasad.grammar.shapes import PARTIES, Trigger
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View
from rasad.model import VERBAL, Mark, Mention
from rasad.tokens import fold

_HELPER_WORDS = 3
"""Words between an Arabic helper verb and the noun it lifts («تم مساء توقيع»), its subject and dates not counted."""
_CLASS_WORDS = 12
"""The same where the noun needs just that verb («قدمت ... 200 مليون دولار لمساعدة»)."""
_LIFTING = frozenset({"active", "passive", "receiving", "aspect", "scene"})
"""Voices of helper verbs that make a deed of a noun; «حاول» and «فشل في» do not."""
VERBS = frozenset({"past", "present", "participle"})
"""Classes of words that are verbs or act as one."""
FORCE = frozenset({"attack", "explode", "clash", "kill"})
"""Frames of the deeds that have a toll."""
VICTIMS = frozenset({"group", "organ", "org"})
"""Heads of the phrases behind a toll that are taken for the victims of the attack told beside it."""
_PARTY_WORDS, _TOLL_WORDS = 5, 3
"""Words from an attack to its party, and from a toll («مقتل») to its victims, at the most."""
_WORD_BEFORE = 15
"""Code points before a word in which the preposition that governs it stands."""
_FUTURE = ("سی", "ست")
"""How verbs of the future begin: «سيعقد اجتماعا»."""
_OF_TIME = frozenset({"after", "before", "during", "because", "until", "despite"})
"""Prepositions that no helper verb asks for («اندلعت بعد مداهمة»)."""
_SPOKEN_OF = frozenset({"meet", "call"})
"""Frames of what people tell of themselves."""
_WHEN = frozenset({"after", "before", "during"})
_SAID_OF = frozenset(
    {("about", "utter"), ("about", "express"), ("on", "sign"), ("to", "commit"), ("on", "commit"), ("in", "enter")}
)
"""Prepositions that a helper verb asks for: «عبرت عن دعمها», «أعلنت عن اعتقال», «صادق على اتفاقية»."""
_OWNERS = frozenset(
    {"ه", "ها", "هم", "هما", "ته", "تها", "تهم", "تهما", "اته", "اتها", "اتهم", "اتهما"}
)  # fmt: skip
_OVER = ("علی", "الی", "فی", "من")
"""How prepositions begin that have a pronoun at the end of a row: «الحكم عليه» befell him."""
_OWNING = ("ه", "ها", "هم")
_PREPOSITION = 3
"""Letters of the longest preposition that ends a row («اعتداء على»); a pronoun behind it is no owner."""
_CONDUCTED = frozenset({"test", "drill"})
"""Frames of what is conducted: «كوريا الشمالية تجري تجربة»."""
_CONDUCTING = ("country", "organ", "org", "person")
_DOING = ("speech", "trigger", "helper")
_CLASS = "verb:"
"""A row that needs `verb:blame` tells an event only with a helper verb of that class («حمل واشنطن مسؤولية»)."""


def read_trigger(view: View, mark: Mark, marks: Sequence[Mark]) -> Trigger | None:
    """Read one mark as a trigger in its clause, or as nothing."""
    mark = as_noun(view, mark, marks)
    verb = mark.morph in VERBS or _whole(mark)
    helper = None if verb else helper_of(view, mark, marks)
    if _no_event(view, mark, marks, helper):
        return None
    tie = None if verb else bond(view, mark)
    if tie is not None and mark.cells["need"] == "verb":
        mark = replace(mark, cells={**mark.cells, "need": "parties"})  # its relative clause is the verb it needs
    if mark.cells["need"] == "verb" and helper is None and _by_nation(view, mark):
        mark = replace(mark, cells={**mark.cells, "need": "parties"})
    if mark.morph in VERBS and mark.cells["need"] == "parties" and _by_blow(view, mark):
        mark = replace(mark, cells={**mark.cells, "need": "any"})
    left, right = clause(view, mark, tie.end if tie is not None else mark.end)
    passive = bool(helper is not None and helper.cells["voice"] in ("passive", "receiving"))
    passive = passive and not (mark.cells["frame"] in _CONDUCTED and _has_subject(view, helper, mark))
    passive = passive or (verb and (charged(view, mark) or vocalised(view, mark)))
    planned = mark.morph == "present" and any(mark.prefix.startswith(p) for p in ("س", "وس", "فس", "لی", "لت"))
    planned = planned or (helper is not None and view.text(*helper.core).startswith(_FUTURE))
    if helper is not None and _only_names(helper, mark):
        helper = None
    start = helper.start if helper is not None else mark.start
    tense = "present" if mark.morph == "present" and not planned and issuer(view, mark) is None else ""
    return Trigger(
        mark, start, mark.end, (min(left, start), right), verb or helper is not None, passive, planned,
        negated_before(view, start) or (mark.cells["type"] not in VERBAL and denied(view, mark)),
        subjunctive=(mark.morph == "present" and _may(view, mark)) or _until(view, helper or mark), tense=tense,
        anaphoric=helper is None and tie is None and (recalls(view, mark) or is_topic(view, mark)),
        tied=(tie is not None and tie.slot == "by") or _own_will(mark) or has_sides(view, mark)
        or came_before(view, mark),
        needed=not verb and helper is None and _also_needed(view, mark),
        first=_of_speaker(view, mark),
    )  # fmt: skip


def _of_speaker(view: View, mark: Mark) -> str:
    """Tell by «one» that a weak verb is of the first person: «التقيت», where «she» would be «التقت»."""
    weak = mark.morph == "past" and mark.cells["frame"] in _SPOKEN_OF and mark.cells["form"].split(" ")[0].endswith("ى")
    return "one" if weak and view.text(mark.core[0], mark.end).split(" ")[0].endswith("یت") else ""


def _by_nation(view: View, noun: Mark) -> bool:
    """Tell whether a noun without article has a nation right behind it, whose deed it is («في [عدوان] إسرائيلي»)."""
    blow = any(m.cells["use"] == "by_nation" and m.core[0] == noun.core[0] for m in view.of("grammar"))
    nation = any(m.start == noun.end + 1 and m.cells["use"] == "demonym" for m in view.of("country"))
    return blow and nation and not noun.prefix.endswith("ال")


def _by_blow(view: View, mark: Mark) -> bool:
    """Tell whether an attack is the subject right behind a verb of attack: «استهدف [انفجار] كنيسة»."""
    return mark.cells["frame"] == "attack" and any(
        m.cells["frame"] in FORCE and m.start == mark.end + 1 and m.morph not in VERBS for m in view.of("trigger")
    )


def _has_subject(view: View, helper: Mark | None, noun: Mark) -> bool:
    """Tell «كوريا تجري تجربة», who conducts one, from «تجري المفاوضات», which take place."""
    if helper is None or helper.cells["verb"] != "take_place" or helper.prefix:
        return False
    return any(
        (m.end == helper.start - 1 or helper.end < m.start < noun.start)
        and not genitive(view, m)
        and m.marker == ""
        and m.head in _CONDUCTING
        for m in view.mentions
    )


def _only_names(helper: Mark, mark: Mark) -> bool:
    """Tell whether a verb has a noun for its subject («تتواصل المفاوضات»), or only speaks of talks («أكد لقاء»)."""
    subject = helper.cells["voice"] == "aspect" and mark.prefix.endswith("ال")
    return subject or (helper.cells["verb"] == "express" and mark.cells["type"] == "CONSULT")


def _whole(mark: Mark) -> bool:
    """Tell whether a row is a verb with its negation or its object («لن تلتزم», «سيدفع الثمن»)."""
    return mark.morph == "fixed" and " " in mark.cells["form"]


def owned(mark: Mark) -> bool:
    """Tell whether a noun has the pronoun of who did it: as its ending, or in a row of its own («رفضه»)."""
    words = mark.cells["form"].split()
    if mark.suffix and len(words) > 1 and len(words[-1]) <= _PREPOSITION:
        return False  # «الاعتداء عليهم»: whom it hit
    if len(words) > 1 and fold(words[-1]).startswith(_OVER):
        return False
    return mark.suffix in _OWNERS or (mark.suffix == "" and mark.cells["form"].endswith(_OWNING))


def _also_needed(view: View, mark: Mark) -> bool:
    """Tell whether «and» joins a noun to others that ought to be done («ضرورة تشجيع المعارض ... ومقاطعة المنتجات»)."""
    if mark.prefix != "و":
        return False
    ought = [m for m in view.of("grammar") if m.cells["use"] == "ought" and m.end <= mark.start]
    if not ought or any(c in view.text(ought[-1].end, mark.start) for c in ".:؛،\n"):
        return False
    between = (m for m in view.marks if ought[-1].end <= m.start < mark.start)
    return not any(m.kind in _DOING and m.morph in VERBS | {"fixed"} for m in between)


def _own_will(mark: Mark) -> bool:
    """Tell whether a row says that somebody's own country is willing («رغبة بلاده»)."""
    return mark.cells["frame"] == "ready" and " " in mark.cells["form"] and owned(mark)


def _until(view: View, verb: Mark) -> bool:
    """Tell whether «until» stands right before a verb of the present: «حتى [يتم] إطلاق سراحه»."""
    present = view.text(verb.core[0], verb.end).startswith(("ی", "ت")) and verb.cells.get("voice") == "passive"
    return present and any(m.cells["marker"] == "until" and m.end == verb.start - 1 for m in view.of("marker"))


def _may(view: View, mark: Mark) -> bool:
    """Tell whether «قد» stands before a present verb: then it may happen; before a past verb it did."""
    return any(
        m.cells["use"] == "may" and m.end <= mark.start and view.text(m.end, mark.start).strip() == ""
        for m in view.of("grammar")
    )


def _no_event(view: View, mark: Mark, marks: Sequence[Mark], helper: Mark | None) -> bool:
    """Tell whether a mark tells nothing by itself: an adjective, a noun without its verb, the toll of an attack."""
    need = mark.cells["need"]
    if doubled(view, mark):
        return True
    if mark.morph == "participle" and not circumstance(view, mark) and mark.cells["frame"] != "ready":
        return True
    if need == "never" or (
        need.startswith(_CLASS) and (helper is None or helper.cells["verb"] != need.removeprefix(_CLASS))
    ):
        return True
    if (
        no_deed(view, mark, helper is not None)
        or misread(view, mark)
        or _means(view, mark, marks)
        or _tells_target(view, mark, marks)
    ):
        return True
    if mark.morph not in VERBS and helper is None and (_for(mark) or only_meant(view, mark, marks)):
        return True
    if helper is None and in_terms(view, mark):
        return True
    if mark.morph in VERBS and _never(view, mark):
        return True
    if mark.cells["frame"] == "toll":
        return any(m.cells["frame"] in FORCE and m.end <= mark.start for m in marks)
    if mark.cells["frame"] != "killed":
        return False
    return any(
        m.cells["type"] == "ASSAULT"
        and m.cells["frame"] in FORCE
        and not _in_trait(view, mark, m)
        and _has_party(view, m, mark)
        for m in marks
    )


def _in_trait(view: View, toll: Mark, deed: Mark) -> bool:
    """Tell whether a deed stands in what is said of the dead man («مقتل العقيد، الذي شارك في [حرب] سوريا»)."""
    between = (m for m in view.of("grammar") if toll.end <= m.start and m.end <= deed.start)
    return any(m.cells["use"] == "relative" for m in between)


def _means(view: View, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether a noun only says by what an attack was made: «هجوم بسيارة مفخخة» is one deed."""
    if mark.prefix not in ("ب", "بال") or mark.cells["type"] != "ASSAULT":
        return False
    return any(
        m.cells["type"] == "ASSAULT" and m.end <= mark.start and view.text(m.end, mark.start).strip() == ""
        for m in marks
    )


def _for(mark: Mark) -> bool:
    """Tell whether a masdar says what something is for («لاستعادة المدينة»); a death is no aim («الثأر لمقتله»)."""
    if mark.cells["frame"] == "killed":
        return False
    whole = mark.morph == "noun" and " " in mark.cells["form"]
    return (mark.morph == "masdar" or whole) and mark.prefix in ("ل", "ول")


def _never(view: View, mark: Mark) -> bool:
    """Tell whether a verb is denied for good («لا يمنع», «لا تقصف»): a rule or a habit, and no deed."""
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)[-1:]
    return mark.morph == "present" and any(
        m.kind == "grammar" and m.cells["use"] == "never" and before and m.end == before[0][1] for m in view.marks
    )


def _tells_target(view: View, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether a verb only says whom the attack named before it hit: «هجوم استهدف» is one deed."""
    if mark.morph not in VERBS or mark.cells["type"] != "ASSAULT":
        return False
    deeds = (m for m in marks if m.end <= mark.start and m.morph not in VERBS and m.cells["frame"] in FORCE)
    return any(tie is not None and tie.start == mark.start for tie in (bond(view, m) for m in deeds))


def _has_party(view: View, deed: Mark, toll: Mark) -> bool:
    """Tell whether an attack will be told by itself: it is a verb, or somebody known did or suffered it."""
    if deed.morph in VERBS:
        return True
    for mention in view.mentions:
        near = mention.start >= deed.end and len(view.text(deed.end, mention.start).split()) <= _PARTY_WORDS
        victim = mention.start >= toll.end and len(view.text(toll.end, mention.start).split()) <= _TOLL_WORDS
        victim = victim and deed.cells["frame"] != "clash" and mention.marker == "" and mention.head in VICTIMS
        if victim or (near and mention.head in PARTIES):
            return True
    return False


def as_noun(view: View, mark: Mark, marks: Sequence[Mark]) -> Mark:
    """Read a form that is both verb and masdar («دعم», «رفضا») as the masdar where no verb can stand, else as verb."""
    alike = [m for m in view.of("trigger") if m.core == mark.core and m.cells["type"] == mark.cells["type"]]
    passive = next((m for m in alike if vocalised(view, m)), None)
    if passive is not None:
        return passive
    if mark.suffix not in ("", "ا") or mark.prefix not in ("", "و", "ف"):
        noun = next((m for m in alike if m.morph in ("masdar", "noun") and mark.prefix == ""), None)
        if noun is None or mark.suffix.startswith("ت"):
            return mark
        if not (_in_genitive(view, mark) or _lifted(view, mark) or _gone_on(view, noun, marks)):
            return mark
        return noun  # «لا يمكن تجاهلها», «تم حجزها»
    verb = next((m for m in alike if m.morph == "past"), None)
    twin = next((m for m in alike if m.morph in ("masdar", "noun")), None)
    if verb is None or twin is None:
        return mark
    mark = verb
    if _may(view, mark):
        return mark  # «قد خطف»
    if _in_genitive(view, mark) or _second_masdar(view, mark) or _of_owner(view, mark) or _also_meant(view, mark):
        return twin
    if in_terms(view, twin):
        return twin
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)
    governed = bool(before) and any(m.kind == "marker" and m.end == before[-1][1] for m in view.marks)
    return twin if mark.suffix or governed or (mark.prefix == "" and helper_of(view, twin, marks) is not None) else mark


def _lifted(view: View, mark: Mark) -> bool:
    """Tell whether a helper verb stands right before a form («تم حجزها»)."""
    return any(h.cells["voice"] == "passive" and h.end == mark.start - 1 for h in view.of("helper"))


def _gone_on(view: View, noun: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether a verb of going on lifts a form with a pronoun («كثفت القوات قصفها»): no verb, but a noun."""
    helper = helper_of(view, noun, [m for m in marks if m.core != noun.core])
    return helper is not None and helper.cells["voice"] == "aspect"


def _second_masdar(view: View, mark: Mark) -> bool:
    """Tell whether «and» joins a form to a masdar right before it («لتمويل ودعم الجماعات»)."""
    return mark.prefix == "و" and any(
        m.end == mark.start - 1 and m.morph == "masdar" and m.suffix == "" for m in view.of("trigger")
    )


def _also_meant(view: View, mark: Mark) -> bool:
    """Tell whether «and» joins a form to what a noun of demand asks for («للمطالبة بالإفراج عنهم [وطرد] X»)."""
    asked = [m for m in view.of("speech") if m.end <= mark.start and m.cells["verb"] in DEMANDING]
    if mark.prefix != "و" or not asked or asked[-1].morph != "masdar":
        return False
    gap = view.text(asked[-1].end, mark.start)
    if len(gap.split()) > _CLASS_WORDS or any(c in gap for c in ".:؛،\n"):
        return False
    verbs = (m for m in view.marks if m.kind in _DOING and asked[-1].end <= m.start < mark.start)
    return not any(m.morph in ("past", "present") and m.core != mark.core for m in verbs)


def _of_owner(view: View, mark: Mark) -> bool:
    """Tell whether a form stands beside its owner: «قرار [الوزير] منع الاجتماع», «منع [السلطات] للمصلين»."""
    if mark.prefix:
        return False
    doer = next((m for m in view.mentions if m.start == mark.end + 1 and m.marker == ""), None)
    if doer is not None and any(m.start == doer.end + 1 and m.marker == "to" for m in view.mentions):
        return True
    before = [m for m in view.mentions if m.end <= mark.start]
    if not before or before[-1].end != mark.start - 1:
        return False
    owner = first_joined(view, before)
    return any(m.end == owner.start - 1 for m in view.of("grammar") if m.cells["use"] == "decision")


def _in_genitive(view: View, mark: Mark) -> bool:
    """Tell whether a form that may be a verb stands right behind a common noun («مؤتمر دعم الاقتصاد»): no verb does."""
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)
    if not before or mark.prefix or view.text(before[-1][1], mark.start).strip():
        return False
    start, end = before[-1]
    known = [m for m in view.marks if m.start <= start and m.end >= end and m.kind != "trigger"]
    known = [m for m in known if m.cells.get("use") not in ("stop", "text", "decision", "document")]
    if any(m.kind == "grammar" and m.cells["use"] == "necessity" for m in known):
        return True
    named = any(m.start <= start and end <= m.end for m in view.mentions)
    dated = any(d.start <= start < d.end for _, d in view.dates)
    return not (known or named or dated or view.text(start, end).startswith("ال"))


def helper_of(view: View, mark: Mark, marks: Sequence[Mark]) -> Mark | None:
    """Give the verb that lifts a noun: near before it, its own subject aside, with no other verb between."""
    helpers = [
        h
        for h in view.of("helper")
        if h.end <= mark.start and h.cells["voice"] in _LIFTING and _governs(h, mark) and gained(view, h, mark)
    ]
    if not helpers:
        return None
    last = max(h.start for h in helpers)
    helper = next(iter(by_fitness([h for h in helpers if h.start == last], mark)))
    if any(m.morph in ("past", "present") and helper.end <= m.start and m.end <= mark.start for m in marks):
        return None
    if any(helper.end <= m.start and m.end <= mark.start and not _aside(view, m) for m in marks) and (
        mark.prefix[:1] != "و"
    ):
        return None  # «أعلن رفضه التعازي»: the second noun hangs on the first one, not on the verb
    if any(
        m.cells["marker"] not in ("part", "including")
        and (m.cells["marker"] != "from" or helper.cells["verb"] == "express")
        and (m.cells["marker"], helper.cells["voice"]) != ("on", "receiving")
        and (m.cells["marker"], helper.cells["verb"]) not in _SAID_OF
        and (helper.end + 1 < m.start or m.cells["marker"] in _OF_TIME)
        and m.end == mark.start - 1
        for m in view.of("marker")
    ):
        return None  # «اعتقل خمسة على خلفية هجمات باريس»: a preposition of its own governs the noun
    if mark.prefix == "ال" and any(m.end == mark.start - 1 and _open_head(view, m) for m in view.mentions):
        return None  # «مع قيادة الإضراب»
    known = [(m.start, m.end) for m in view.mentions] + [(d.start, d.end) for _, d in view.dates]
    gap = [w for w in view.words(helper.end, mark.start) if not any(start <= w[0] < end for start, end in known)]
    between = view.text(helper.end, mark.start)
    wide = mark.cells["need"] == f"{_CLASS}{helper.cells['verb']}" or object_of(view, helper, mark)
    far = _CLASS_WORDS if wide else _HELPER_WORDS
    return helper if len(gap) <= far and not any(c in between for c in ".:؛\n") else None


def _aside(view: View, mark: Mark) -> bool:
    """Tell whether a noun only tells by whom or when: «وقع لبنان وإسرائيل، [بوساطة X]، اتفاقا», «عقد فور [وصوله] X»."""
    timed = mark.cells["frame"] == "visit" and any(
        m.end == mark.start - 1 and m.cells["marker"] in _WHEN for m in view.of("marker")
    )
    if timed:
        return True
    pause = view.doc.folded.rfind("،", view.start, mark.start)
    before = mark.prefix.startswith("ب") and pause >= 0 and view.text(pause + 1, mark.start).strip() == ""
    return mark.cells["frame"] == "mediate" and before and "،" in view.text(mark.end, view.end)


def by_fitness(helpers: Sequence[Mark], noun: Mark) -> list[Mark]:
    """Sort what one verb may mean: «وقعت» signs an agreement, and is where an attack occurred."""
    wanted = {noun.cells["frame"], noun.cells["need"].removeprefix(_CLASS)}
    wanted |= {"sign"} if noun.cells["type"] == "AGREE" else set()
    return sorted(helpers, key=lambda h: h.cells["verb"] not in wanted)


def gained(view: View, helper: Mark, noun: Mark) -> bool:
    """Tell «حصلت تونس على مساعدات», who received, from «حصل هجوم», what occurred."""
    on = any(m.cells["marker"] == "on" and m.end == noun.start - 1 and m.start >= helper.end for m in view.of("marker"))
    if helper.cells["verb"] == "enter":  # «دخل الأطباء في إضراب»
        return noun.cells["type"] == "PROTEST"
    if helper.cells["verb"] == "intend" and noun.cells["type"] == "ASSAULT":
        return False  # «كانت تخطط لإطلاق النار»: a plot
    if helper.cells["verb"] == "gain":
        return on or " " in helper.cells["form"]
    if helper.cells["verb"] == "utter":  # «عبرت تركيا عن استعدادها»
        return any(m.cells["marker"] == "about" and m.end == noun.start - 1 for m in view.of("marker"))
    return not on or helper.cells["verb"] != "occur"


def _open_head(view: View, mention: Mention) -> bool:
    """Tell whether a post or body has no article and no owner yet, so that a noun right behind is its owner."""
    last = view.words(mention.start, mention.end)[-1]
    return mention.head in ("organ", "group", "office") and not view.text(*last).startswith("ال")


def _governs(helper: Mark, noun: Mark) -> bool:
    """Tell whether a noun can be the object of a helper: bare, or behind the preposition the helper asks for."""
    proclitic = noun.prefix.removeprefix("و").removeprefix("ف")[:1]
    if helper.cells["verb"] == "suffer" and proclitic == "ل":
        return True  # «تعرض الوزير لمحاولة اغتيال»: its subject parts the verb from its preposition
    if helper.cells["form"].endswith((" ب", " ل")):
        return proclitic == helper.cells["form"][-1]
    return proclitic not in ("ب", "ل", "ک") or (
        helper.cells["form"].endswith((" ب", " ل")) and helper.cells["form"][-1] == proclitic
    )
