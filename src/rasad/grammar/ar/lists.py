"""Phrases that Arabic «and» joins into one list."""

from rasad.grammar.view import View
from rasad.model import Mention


def first_joined(view: View, before: list[Mention]) -> Mention:
    """Give the first of the phrases that «and» joins to the last one («السعودية ومصر والإمارات أعلنت»)."""
    first = before[-1]
    for mention in reversed(before[:-1]):
        if not joined(view, mention, first):
            break
        first = mention
    return first


def joined(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether «and» joins two phrases, also «and especially»."""
    gap = view.text(previous.end, mention.start).strip(" «»\"'()")
    conjoined = mention.name[0] > mention.start and view.text(mention.start, mention.start + 1) == "و"
    return (gap == "" and conjoined and mention.start > previous.end) or gap == "و" or mention.marker == "including"


def paused(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether «and» joins two bodies or states behind a comma («قطعت السعودية، ودول أخرى، علاقاتها»)."""
    named = mention.head in ("country", "org", "organ") and previous.head in ("country", "org", "organ")
    return named and "".join(view.text(previous.end, mention.start + 1).split()) == "،و"
