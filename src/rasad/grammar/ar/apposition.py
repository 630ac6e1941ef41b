"""The name that follows a post behind a comma: «رئيس هيئة شؤون الأسرى في منظمة التحرير، عيسى قراقع»."""

from rasad.grammar.view import View
from rasad.model import Mention

_ADJECTIVES = 2
"""Adjectives between a post and a name right behind it."""
_REACH = 8
"""Words of a post's own complements that may stand before the comma."""


def _adjoined(view: View, post: Mention, person: Mention) -> bool:
    """Tell whether a name follows its post with no more than adjectives between («الناشط السياسي محمود البارودي»)."""
    gap = view.text(post.end, person.start).strip()
    words = gap.split()
    if person.marker or len(words) > _ADJECTIVES or any(c in gap for c in '،,.:؛"«»'):
        return False
    if view.text(person.start, person.name[0] + 1).startswith("و") and person.name[0] > person.start:
        return False
    return all(w.startswith("ال") for w in words) and not any(
        m.start >= post.end and m.end <= person.start and m.kind in ("marker", "speech", "trigger") for m in view.marks
    )


def holder(view: View, post: Mention) -> Mention:
    """Give the person named behind a post's comma, else the post itself."""
    if post.head != "office":
        return post
    person = next((m for m in view.mentions if m.start >= post.end and m.head == "person"), None)
    if person is None:
        return post
    gap = view.text(post.end, person.start)
    if _adjoined(view, post, person):
        return person
    verb = any(
        m.kind in ("speech", "trigger") and m.morph in ("past", "present") and post.end <= m.start < person.start
        for m in view.marks
    )
    commas = sum(gap.count(c) for c in "،,")
    named = commas == 1 and gap.rstrip(" \u00a0").endswith(("،", ",")) and len(gap.split()) <= _REACH
    return person if named and not verb and not any(c in gap for c in '.:؛\n«»"') else post
