"""Tie every count to the deed it belongs to and to the statement that tells it."""

from msgspec.structs import replace

from rasad.grammar.counted import Deeds, deed_of, said_in
from rasad.grammar.view import reaching, sentence_at
from rasad.model import Document
from rasad.packs import Packs


def tie_figures(doc: Document, packs: Packs) -> Document:
    """Give every figure the numbers of its report and of its statement, where the text shows them."""
    if not doc.figures:
        return doc
    figures = []
    deeds, said = Deeds(doc), reaching(doc, (heard.content for heard in doc.heard))
    for figure in doc.figures:
        deed = deed_of(doc, figure, deeds, packs.counted)
        number, by = deed if deed is not None else (None, "")
        heard = said_in(doc, figure.span, said[sentence_at(doc, figure.span[0])])
        figures.append(replace(figure, told=number, by=by, heard=heard))
    return replace(doc, figures=tuple(figures))
