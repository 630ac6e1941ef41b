"""The plural of a nationality that stands as a noun: «مقتل أربعة فلسطينيين», «آلاف السوريين»."""

from msgspec.structs import replace

from rasad.grammar.view import View
from rasad.model import Entity, Mention

_PLURALS = ("ین", "ون", "یین", "یون")
_BEFORE = 15
"""Code points before a word in which the word before it stands."""


def as_people(view: View, mention: Mention) -> Mention:
    """Give the people for the plural of their adjective, where no noun stands before it that it describes."""
    if mention.head != "adjective" or mention.entity.country is None:
        return mention
    mark = next((m for m in view.of("country") if m.core == mention.name), None)
    if mark is None or mark.suffix not in _PLURALS or _describes(view, mention):
        return mention
    people = Entity(
        f"people:{mention.entity.country}", f"People of {mention.entity.name}", "population", mention.entity.country
    )
    return replace(mention, entity=people, head="group", place=None)


def _describes(view: View, mention: Mention) -> bool:
    """Tell whether a noun stands right before the plural; a verb, a preposition, a number or «and» is none."""
    before = view.words(max(view.start, mention.start - _BEFORE), mention.start)
    if not before or view.text(mention.start, mention.name[0]).startswith(("و", "ب", "ل")):
        return False
    start, end = before[-1]
    counted = any(f.span[0] <= start and mention.start <= f.span[1] for f in view.doc.figures)
    if counted or view.text(start, end).isdigit() or view.text(end, mention.start).strip():
        return False
    return not any(m.start <= start and m.end == end and m.kind in _GOVERNING for m in view.marks)


_GOVERNING = frozenset({"marker", "trigger", "speech"})
