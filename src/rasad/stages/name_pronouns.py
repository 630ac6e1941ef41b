"""Name whom a pronoun means that opens a sentence: who spoke last, now that the statements are known."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from rasad.grammar.view import sentence_at
from rasad.model import Document, Heard, Mention
from rasad.packs import Packs
from rasad.within import Cover, beginning

_REACH = 3
"""Paragraphs behind a statement in which «he» at the head of a sentence is still its speaker."""
_PEOPLE = frozenset({"person", "office"})
"""Heads of those whom the page itself may have told of since."""
_EDGE = 1
"""Code points before the first word of a sentence."""


def name_pronouns(doc: Document, packs: Packs) -> Document:
    """Give pronouns at the head of a sentence the person who spoke last, whoever was named inside what they said.

    "Araghchi said: the minister of Iraq was right. He met ...": it was Araghchi who met.
    """
    if not any(m.head == "pronoun" for m in doc.mentions):
        return doc
    quoted = Cover((h.content, h) for h in doc.heard)  # who is told of in what somebody else said spoke before
    told = [h for h in doc.heard if h.speaker.kind == "person" and not quoted.around(h.verb_span, h)]
    last = _Last(told)
    return replace(doc, mentions=tuple(_meant(doc, m, last) for m in doc.mentions))


class _Last:
    """Who spoke last before a sentence, of statements in their order."""

    def __init__(self, told: Sequence[Heard]) -> None:
        order = sorted(range(len(told)), key=lambda n: told[n].sentence)
        self.told = told
        self.sentences = [told[n].sentence for n in order]
        self.places = list(accumulate(order, max))

    def before(self, sentence: int) -> Heard | None:
        """Give the last statement of the sentences before one."""
        at = bisect_left(self.sentences, sentence)
        return self.told[self.places[at - 1]] if at else None


def _meant(doc: Document, mention: Mention, told: _Last) -> Mention:
    """Give a pronoun that opens its sentence to the last speaker before it; any other mention as it is."""
    if mention.head != "pronoun":
        return mention
    number = sentence_at(doc, mention.start)
    if number < 0 or mention.start - doc.sentences[number].start > _EDGE:
        return mention
    last = told.before(number)
    if last is None or doc.sentences[number].paragraph - doc.sentences[last.sentence].paragraph > _REACH:
        return mention
    said = max(last.content[1], last.verb_span[1])
    since = any(m.head in _PEOPLE for m in beginning(doc.mentions, said, mention.start))
    return mention if since else replace(mention, entity=last.speaker)
