"""Tie every count to the deed it belongs to and to the statement that tells it."""

from msgspec.structs import replace

from rasad.grammar.counted import deed_of, said_in
from rasad.model import Document
from rasad.packs import Packs


def tie_figures(doc: Document, packs: Packs) -> Document:
    """Give every figure the numbers of its report and of its statement, where the text shows them."""
    figures = []
    for figure in doc.figures:
        deed = deed_of(doc, figure, doc.told, packs.counted)
        number, by = deed if deed is not None else (None, "")
        figures.append(replace(figure, told=number, by=by, heard=said_in(doc, figure.span)))
    return replace(doc, figures=tuple(figures))
