"""The name that follows a post behind a comma: «رئيس هيئة شؤون الأسرى في منظمة التحرير، عيسى قراقع»."""

from rasad.grammar.view import View
from rasad.model import Mention

_REACH = 8
"""Words of a post's own complements that may stand before the comma."""


def holder(view: View, post: Mention) -> Mention:
    """Give the person named behind a post's comma, else the post itself."""
    if post.head != "office":
        return post
    person = next((m for m in view.mentions if m.start >= post.end and m.head == "person"), None)
    if person is None:
        return post
    gap = view.text(post.end, person.start)
    verb = any(
        m.kind in ("speech", "trigger") and m.morph in ("past", "present") and post.end <= m.start < person.start
        for m in view.marks
    )
    commas = sum(gap.count(c) for c in "،,")
    named = commas == 1 and gap.rstrip(" \u00a0").endswith(("،", ",")) and len(gap.split()) <= _REACH
    return person if named and not verb and not any(c in gap for c in '.:؛\n«»"') else post
