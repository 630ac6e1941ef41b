"""Mark every known word of the article's sentences."""

from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar.atoms import unshadowed
from rasad.grammar.parted import join_parted
from rasad.model import Document, Mark, Sentence, Span
from rasad.packs import Packs
from rasad.packs.lexicon import find, matchable

_GAP = 40
"""Code points between sentences that are looked at with them: beginning anew would cost more."""


def mark_words(doc: Document, packs: Packs) -> Document:
    """Find every word of the packs in the sentences of the article, shadowed ones left out."""
    lexicon = packs.lexicons.get(doc.lang)
    if lexicon is None:
        return doc
    found: list[Mark] = []
    text = matchable(doc.folded)
    hits = find(lexicon, doc.folded, doc.reading, _stretches(doc.sentences))
    at = 0
    for sentence in doc.sentences:
        while at < len(hits) and hits[at].start < sentence.start:
            at += 1
        inside: list[Mark] = []
        while at < len(hits) and hits[at].start < sentence.end:
            if hits[at].end <= sentence.end:
                inside.append(hits[at])
            at += 1
        inside = join_parted(unshadowed(inside), text, sentence.end, doc.lang)
        found.extend(sorted(inside, key=lambda m: (m.start, -m.end, m.rule)))
    return replace(doc, marks=tuple(found))


def _stretches(sentences: Sequence[Sentence]) -> list[Span]:
    """Give the stretches that hold the sentences: menus, which may be most of a page, are not looked at."""
    found: list[Span] = []
    for sentence in sentences:
        if found and sentence.start - found[-1][1] <= _GAP:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
    return found
