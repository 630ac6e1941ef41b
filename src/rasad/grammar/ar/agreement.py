"""Agreement of an Arabic verb with what follows it: few countries are masculine, the others need a feminine verb."""

from rasad.grammar.view import View
from rasad.model import Mark, Mention

_BODIES = frozenset({"organ", "org"})
_OF_MANY = ("وا", "ون")
_FINITE = ("past", "present")
_DEMANDS = frozenset({"request", "urge", "warn", "call_for", "demand"})
"""Frames and verbs of speech by which somebody is asked for something."""
_THEM = "هم"
_ONE = frozenset({"person", "country"})
_OF_MANY_HOLDERS = ("ه", "ات", "اء", "ین", "ون")
"""Ends of posts that may be of several: «قضاة», «سفراء»."""
_OBJECTS = ("ه", "ها", "هم", "هما")
"""Pronouns on a verb that are its object."""
_SOUND_PLURAL, _OBLIQUE = "ون", "ین"
"""Ends of masculine plurals: as a subject, and as an object or behind a preposition."""
_OF_HIM = ("ی", "سی")
_FEMININE_ENDS = ("ت", "تا", "ته", "تها", "تهم", "تهما")


def feminine(view: View, verb: Mark) -> bool:
    """Tell whether a finite verb is feminine: «دعت», «تطالب»."""
    if verb.morph == "present":
        return verb.prefix.endswith("ت") or (verb.prefix == "" and verb.cells["form"].startswith("ت"))
    if any(m.cells["use"] == "ends_in_t" and m.core[0] == verb.core[0] for m in view.of("grammar")):
        return verb.suffix in _FEMININE_ENDS or _word(view, verb).endswith("تت")
    return _word(view, verb).endswith("ت") or verb.suffix in _FEMININE_ENDS


def _gender_of(view: View, verb: Mark) -> str:
    """Give the gender of a verb; a helper such as «تعرض» may be a past of «he» or a present of «she»."""
    if verb.morph in _FINITE:
        return "f" if feminine(view, verb) else "m"
    word = _word(view, verb)
    return "f" if word.endswith("ت") else "m" if word.startswith(_OF_HIM) else ""


def _word(view: View, verb: Mark) -> str:
    return view.text(verb.core[0], verb.end).split(" ")[0]


def _is_feminine(view: View, mention: Mention) -> bool:
    """Tell whether the noun that heads a body is feminine by its ending: «وزارة», «سلطات»."""
    return view.text(mention.start, mention.end).split(" ")[0].endswith(("ه", "ات"))


def can_be_subject(view: View, verb: Mark, mention: Mention) -> bool:
    """Tell whether a phrase behind a verb can be its subject; in «دعا أنقرة» the state is called upon.

    A verb in the plural has its subject before it: «حملوا رئيس الحكومة المسؤولية» blames him. «كما دعا السلطات» calls
    upon them, since a feminine noun right behind its verb makes it feminine; «دعا المحتجين», too, by the case.
    """
    if _several(view, verb) or _in_object_case(view, verb, mention) or _all_asked(view, verb, mention):
        return False
    if feminine(view, verb) and verb.morph in _FINITE and gender(view, mention) == "m":
        return False
    if mention.head in _BODIES and verb.morph in _FINITE and not feminine(view, verb):
        return not (_is_feminine(view, mention) and len(view.text(verb.end, mention.start).split()) == 0)
    if mention.head != "country" or verb.morph not in _FINITE or feminine(view, verb):
        return True
    return _is_masculine_state(view, mention)


def points_back(verb: Mark) -> bool:
    """Tell whether a finite verb has a pronoun for its object: «توعدت القوات، وطالبت[ها] بالانسحاب»."""
    return verb.morph in _FINITE and verb.suffix.endswith(_OBJECTS)


def _in_object_case(view: View, verb: Mark, mention: Mention) -> bool:
    """Tell whether a sound plural right behind a finite verb has the ending of an object: «دعا [المحتجين]»."""
    plural = mention.head in ("group", "org", "both") and _first(view, mention).endswith(_OBLIQUE)
    return plural and verb.morph in _FINITE and not view.text(verb.end, mention.start).split()


def _all_asked(view: View, verb: Mark, mention: Mention) -> bool:
    """Tell whether all of a crowd stand behind a verb of demand: they are asked («دعا جميع [التونسيين] إلى»)."""
    demands = _DEMANDS & {verb.cells.get("frame"), verb.cells.get("verb")}
    return bool(demands) and any(m.cells["use"] == "all" and m.end == mention.start - 1 for m in view.of("grammar"))


def _is_masculine_state(view: View, mention: Mention) -> bool:
    start, end = mention.name
    return any(
        m.kind == "grammar" and m.cells["use"] == "masculine" and m.core[0] < end and start < m.core[1]
        for m in view.marks
    )


def _first(view: View, mention: Mention) -> str:
    return view.text(*mention.name).split(" ")[0]


def _several(view: View, verb: Mark) -> bool:
    return verb.morph in (*_FINITE, "fixed") and _word(view, verb).endswith(_OF_MANY)


def gender(view: View, mention: Mention) -> str:
    """Give `f` or `m` where the word that heads a phrase tells it, else "": of people's names nobody knows."""
    if mention.head == "country":
        return "m" if _is_masculine_state(view, mention) else "f"
    first = _first(view, mention)
    if mention.head in _BODIES:
        return "f" if first.endswith(("ه", "ات")) else ""
    single = mention.head == "office" and not mention.members and not (mention.office or "s").endswith("s")
    return "m" if single and not first.endswith(_OF_MANY_HOLDERS) else ""


def agrees(view: View, verb: Mark, mention: Mention) -> bool:
    """Tell whether a verb agrees with a subject that stands before it: «السعودية ... ومنع العبور» has another one."""
    if verb.morph not in (*_FINITE, "fixed") or mention.members:
        return True
    if mention.head == "group" and verb.suffix.endswith(_THEM):
        return False  # «استقطاب الشباب وحثوهم على القتال»: they are urged
    if _several(view, verb):
        one = mention.head in _BODIES and not _first(view, mention).endswith((_SOUND_PLURAL, _OBLIQUE))
        return mention.head not in _ONE and not one  # «الحكومة ... دانوا»: others did; «الحوثيون ... أعلنوا»
    if mention.head == "group" and _first(view, mention).endswith((_SOUND_PLURAL, _OBLIQUE)):
        return False
    return {gender(view, mention), _gender_of(view, verb)} != {"f", "m"}
