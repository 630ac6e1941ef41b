"""Whom a Persian verb befalls where «را» stands far off, and who did what a noun names behind a list of places."""

from itertools import pairwise

from rasad.grammar.fa.belongs import NEAR
from rasad.grammar.fa.cases import case, own
from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.places import broken, joined, punctuated
from rasad.grammar.shapes import PARTIES, Trigger
from rasad.grammar.view import View
from rasad.model import Mention

_AND = "و"
_FIGHTING = frozenset({"MIL", "REB", "UAF", "PRM", "SPY"})
_BY = 24
"""Words of a noun and its places between it and who did it («بازداشت X در قم، تهران و ری توسط [Y]»)."""


def object_phrase(view: View, trigger: Trigger, clause: Clause, acting: Mention | None) -> tuple[Mention, int] | None:
    """Give whose thing the object is and where «را» ends it: «حمله [آمریکا] به سوریه را محکوم کرد» blames America."""
    if not trigger.verbal:
        return None
    ends = [m.start for m in view.of("marker") if m.cells["marker"] == "obj" and m.end <= trigger.mark.start]
    ends = [e for e in ends if clause.holds(e)]
    if not ends:
        return None
    left = max(view.doc.folded.rfind("،", clause.start, ends[-1]), acting.end if acting is not None else clause.start)
    struck = trigger.mark.cells["type"] == "ASSAULT"  # «شهرک [عیتا الشعب] واقع در جنوب را هدف قرار داد»
    heads = PARTIES | {"place"} if struck else PARTIES
    bare = [m for m in own(view, clause) if left < m.start and m.end <= ends[-1] and m.head in heads]
    if any(m.marker == "obj" for m in bare):
        bare = [m for m in bare if m.head != "adjective" or m.marker == "obj"]
    bare = [m for m in bare if acting is None or m.marker == "obj" or not _unit_of(view, acting, m)]
    first = next((m for m in bare if case(view, m) in ("", "obj") and not (acting and joined(view, acting, m))), None)
    return (first, ends[-1]) if first is not None else None


def _unit_of(view: View, acting: Mention, mention: Mention) -> bool:
    """Tell whether somebody only says whose the subject is: «نیروهای تیپ ۱۶ [حشد شعبی] دو مهاجم را دستگیر کردند»."""
    if acting.head not in ("group", "organ") or mention.head != "org" or punctuated(view, acting.end, mention.start):
        return False
    return 1 <= len(view.words(acting.end, mention.start)) <= NEAR and " و " not in view.text(acting.end, mention.start)


def struck_there(trigger: Trigger, acting: Mention | None, slots: set[str]) -> bool:
    """Tell whether forces struck what no row knows in a town: its people suffer («خانه‌ای را در [صور] هدف قرار داد»)."""
    armed = acting is not None and (acting.head == "country" or acting.entity.sector in _FIGHTING)
    wants = trigger.mark.cells["type"] == "ASSAULT" and trigger.mark.cells["need"] == "verb:recipient"
    return wants and trigger.verbal and not trigger.passive and armed and not slots & {"obj", "to", "on", "against"}


def by_whom(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether «توسط X» completes a noun from far off, with nothing but a list of places between."""
    if mention.start < trigger.mark.end or case(view, mention) != "by":
        return False
    near = len(view.words(trigger.mark.end, mention.start)) <= _BY
    return near and not broken(view, trigger.mark.end, mention.start) and not _two_things(view, trigger, mention)


def _two_things(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether «و» joins another thing to a noun before «توسط»: «عملیات در X و [سقوط هواپیما] توسط Y»."""
    words = view.words(trigger.mark.end, mention.start)
    starts = {m.start for m in view.mentions}
    return any(view.text(*w) == _AND and after[0] not in starts for w, after in pairwise(words))
