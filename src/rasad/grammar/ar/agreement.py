"""Agreement of an Arabic verb with what follows it: few countries are masculine, the others need a feminine verb."""

from rasad.grammar.view import View
from rasad.model import Mark, Mention

_BODIES = frozenset({"organ", "org"})
_OF_MANY = ("وا", "ون")
_FEMININE_ENDS = ("ت", "تا", "ته", "تها", "تهم", "تهما")


def feminine(view: View, verb: Mark) -> bool:
    """Tell whether a finite verb is feminine: «دعت», «تطالب»."""
    if verb.morph == "present":
        return verb.prefix.endswith("ت")
    word = view.text(verb.core[0], verb.end)
    return word.endswith("ت") or verb.suffix in _FEMININE_ENDS


def _is_feminine(view: View, mention: Mention) -> bool:
    """Tell whether the noun that heads a body is feminine by its ending: «وزارة», «سلطات»."""
    return view.text(mention.start, mention.end).split(" ")[0].endswith(("ه", "ات"))


def can_be_subject(view: View, verb: Mark, mention: Mention) -> bool:
    """Tell whether a phrase behind a verb can be its subject; in «دعا أنقرة» the state is called upon.

    A verb in the plural has its subject before it: «حملوا رئيس الحكومة المسؤولية» blames him. «كما دعا السلطات» calls
    upon them, since a feminine noun right behind its verb makes it feminine.
    """
    if verb.morph in ("past", "present") and view.text(verb.core[0], verb.end).split(" ")[0].endswith(_OF_MANY):
        return False
    if mention.head in _BODIES and verb.morph in ("past", "present") and not feminine(view, verb):
        return not (_is_feminine(view, mention) and len(view.text(verb.end, mention.start).split()) == 0)
    if mention.head != "country" or verb.morph not in ("past", "present") or feminine(view, verb):
        return True
    start, end = mention.name
    return any(
        m.kind == "grammar" and m.cells["use"] == "masculine" and m.core[0] < end and start < m.core[1]
        for m in view.marks
    )
