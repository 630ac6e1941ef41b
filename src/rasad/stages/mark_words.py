"""Mark every known word of the article's sentences."""

from msgspec.structs import replace

from rasad.grammar.atoms import unshadowed
from rasad.model import Document, Mark
from rasad.packs import Packs
from rasad.packs.lexicon import find


def mark_words(doc: Document, packs: Packs) -> Document:
    """Find every word of the packs in the sentences of the article, shadowed ones left out."""
    lexicon = packs.lexicons.get(doc.lang)
    if lexicon is None:
        return doc
    found: list[Mark] = []
    hits = find(lexicon, doc.folded, doc.reading)
    at = 0
    for sentence in doc.sentences:
        while at < len(hits) and hits[at].start < sentence.start:
            at += 1
        inside: list[Mark] = []
        while at < len(hits) and hits[at].start < sentence.end:
            if hits[at].end <= sentence.end:
                inside.append(hits[at])
            at += 1
        found.extend(sorted(unshadowed(inside), key=lambda m: (m.start, -m.end, m.rule)))
    return replace(doc, marks=tuple(found))
