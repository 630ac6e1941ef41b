"""The name that follows a post behind a comma: «رئيس هيئة شؤون الأسرى في منظمة التحرير، عيسى قراقع»."""

from rasad.grammar.ar.lists import sent_by
from rasad.grammar.view import View
from rasad.model import Mark, Mention

_OPENING, _CLOSING = ('"', "«", "“", "("), ('"', "»", "”", ")")
_ADJECTIVES = 2
"""Adjectives between a post and a name right behind it."""
_PREPOSITIONS = 2
"""Words behind a post among which its body begins: «عن حزب», «بحزب»."""
_BODY_WORDS = 6
"""Words of that body before the name."""
_REACH = 8
"""Words of a post's own complements that may stand before the comma."""


def _adjoined(view: View, post: Mention, person: Mention) -> bool:
    """Tell whether a name follows its post with no more than adjectives between («الناشط السياسي محمود البارودي»)."""
    gap = view.text(_past_alias(view, post), person.start).strip()
    words = gap.split()
    if person.marker or len(words) > _ADJECTIVES or any(c in gap for c in '،,.:؛"«»'):
        return False
    if view.text(person.start, person.name[0] + 1).startswith("و") and person.name[0] > person.start:
        return False
    return all(w.startswith("ال") for w in words) and not any(
        m.start >= post.end and m.end <= person.start and m.kind in ("marker", "speech", "trigger") for m in view.marks
    )


def _past_alias(view: View, post: Mention) -> int:
    """Give where a post ends with the other name of its body in quotation marks: «قائد قوات X "قسد" [الجنرال Y]»."""
    alias = next((m for m in view.mentions if m.start >= post.end and m.head == "org"), None)
    if alias is None or view.text(post.end, alias.start).strip() not in _OPENING:
        return post.end
    close = view.text(alias.end, alias.end + 1)
    return alias.end + 1 if close in _CLOSING else post.end


def _named_behind(view: View, post: Mention, person: Mention) -> bool:
    """Tell whether a name follows a post and its own body without a comma («القيادي بحزب النهضة علي العريض»)."""
    gap = view.text(post.end, person.start)
    if person.marker or not post.entity.id.startswith("office:") or any(c in gap for c in '،,.:؛"«»\n()'):
        return False
    words = view.words(post.end, person.start)[:_PREPOSITIONS]
    body = any(m.start <= start and m.end == end for m in view.marks for start, end in words if _is_body(m))
    return body and len(gap.split()) <= _BODY_WORDS


def _is_body(mark: Mark) -> bool:
    return mark.kind in ("organ", "org") or (mark.kind == "grammar" and mark.cells["use"] == "this_body")


def holder(view: View, post: Mention) -> Mention:
    """Give the person named behind a post's comma, else the post itself."""
    if post.head != "office":
        return post
    people = (m for m in view.mentions if m.start >= post.end and m.head == "person")
    person = next((m for m in people if not sent_by(view, m)), None)
    if person is None:
        return post
    gap = view.text(post.end, person.start)
    if _adjoined(view, post, person) or _named_behind(view, post, person):
        return person
    verb = any(
        m.kind in ("speech", "trigger") and m.morph in ("past", "present") and post.end <= m.start < person.start
        for m in view.marks
    )
    commas = sum(gap.count(c) for c in "،,")
    named = commas == 1 and gap.rstrip(" \u00a0").endswith(("،", ",")) and len(gap.split()) <= _REACH
    return person if named and not verb and not any(c in gap for c in '.:؛\n«»"') else post
