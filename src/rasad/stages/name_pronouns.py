"""Name whom a pronoun means that opens a sentence: who spoke last, now that the statements are known."""

from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar.view import sentence_at
from rasad.model import Document, Heard, Mention
from rasad.packs import Packs

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
    told = [h for h in doc.heard if h.speaker.kind == "person" and not _quoted(h, doc.heard)]
    return replace(doc, mentions=tuple(_meant(doc, m, told) for m in doc.mentions))


def _meant(doc: Document, mention: Mention, told: Sequence[Heard]) -> Mention:
    """Give a pronoun that opens its sentence to the last speaker before it; any other mention as it is."""
    if mention.head != "pronoun":
        return mention
    number = sentence_at(doc, mention.start)
    if number < 0 or mention.start - doc.sentences[number].start > _EDGE:
        return mention
    last = next((h for h in reversed(told) if h.sentence < number), None)
    if last is None or doc.sentences[number].paragraph - doc.sentences[last.sentence].paragraph > _REACH:
        return mention
    said = max(last.content[1], last.verb_span[1])
    since = (m for m in doc.mentions if said <= m.start < mention.start and m.head in _PEOPLE)
    return mention if any(since) else replace(mention, entity=last.speaker)


def _quoted(heard: Heard, others: Sequence[Heard]) -> bool:
    """Tell whether somebody else quotes a statement: who is told of in it spoke before."""
    start, end = heard.verb_span
    return any(o.content[0] <= start and end <= o.content[1] and o is not heard for o in others)
