"""Words that look like a Persian trigger and tell no deed: in a name, of a wish, called so, done by nobody named."""

from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.denials import IMPOSED
from rasad.grammar.fa.places import right_before, right_behind, uses_before
from rasad.grammar.view import View
from rasad.model import VERBAL, Mark

_REACH = 8
"""Words before «مبنی بر» in which the noun stands that it tells the content of."""
_OPENS = 4
"""Words of a clause in which «some» is its subject."""


def is_other_sense(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether words of a trigger mean something else where they stand."""
    if mark.cells["type"] in IMPOSED and "ended" in uses_before(view, mark.start):
        return True  # «پایان [تحریم تسلیحاتی]»
    if mark.morph == "noun" and (_in_name(view, mark) or _wished(view, mark) or _called_so(view, mark, clause)):
        return True
    return mark.cells["type"] in VERBAL and _by_some(view, mark, clause)


def _in_name(view: View, mark: Mark) -> bool:
    """Tell whether a noun is part of a name: «شورای [گفت‌وگو]», «تالارهای بتهوون و [گفتگو]», «سپاه و [بسیج]»."""
    start, end = mark.core
    if any(m.head == "org" and m.name[0] <= start and end <= m.name[1] for m in view.mentions):
        return True
    if mark.cells["type"] != "CONSULT":
        return False
    before = view.words(max(view.start, start - 40), start)[-3:]
    halls = [m for m in view.of("grammar") if m.cells["use"] == "hall" and any(w[0] == m.start for w in before)]
    return "council" in uses_before(view, start) or bool(halls)


def _wished(view: View, mark: Mark) -> bool:
    """Tell whether a noun is only what a slogan or proposal is about: «شعار او مبنی بر [گفت‌وگو] با X»."""
    links = [m for m in right_before(view, mark.start, "grammar") if m.cells["use"] == "content"]
    nouns = [m for m in view.of("grammar") if m.cells["use"] == "unreal"]
    return any(n.end <= link.start and len(view.words(n.end, link.start)) <= _REACH for link in links for n in nouns)


def _called_so(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether something is only called so: «انتقال بدهی را [گروگان‌گیری] می‌نامند»."""
    if right_behind(view, mark.end, "light"):
        return False
    verbs = [m for m in view.of("grammar") if m.cells["use"] == "naming" and clause.holds(m.start)]
    objects = [m for m in view.of("marker") if m.cells["marker"] == "obj" and clause.holds(m.start)]
    return any(o.end <= mark.start and mark.end <= v.start for v in verbs for o in objects)


def _by_some(view: View, mark: Mark, clause: Clause) -> bool:
    """Tell whether «some» without a noun are the subject of an act of speech: «برخی نیز [مخالف] بودند»."""
    words = [w for s, e in clause.parts for w in view.words(s, min(e, mark.start))][-_REACH:]
    for start, end in words[:_OPENS]:
        if any(m.start <= start < m.end for m in view.mentions):
            return False
        uses = {m.cells["use"] for m in view.of("grammar") if m.core == (start, end)}
        if "some_people" in uses:
            return True
        if "some" in uses:
            return _is_bare(view, end)
    return False


def _is_bare(view: View, end: int) -> bool:
    """Tell whether no noun follows «some»: «also», an adverb or a preposition other than «of» does."""
    also = any(m.cells["use"] == "also" for m in right_behind(view, end, "grammar"))
    marked = any(m.cells["marker"] != "from" for m in right_behind(view, end, "marker"))
    return also or marked or any(m.cells["use"] == "adverb" for m in right_behind(view, end, "word"))
