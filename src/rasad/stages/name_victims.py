"""Name those whom an attack befell by its toll, where the page names nobody else."""

from msgspec.structs import replace

from rasad.grammar.tolls import counted_victims
from rasad.model import Document
from rasad.packs import Packs


def name_victims(doc: Document, packs: Packs) -> Document:
    """Give every attack upon nobody named those whom its dead and wounded are counted of."""
    return replace(doc, told=tuple(counted_victims(doc, packs))) if doc.figures else doc
