"""Find what is counted: people killed and held, money, shares, measures, things."""

from collections.abc import Iterable

from msgspec.structs import replace

from rasad.grammar.figures import figures_in
from rasad.grammar.view import views
from rasad.model import Document, Figure
from rasad.packs import Packs


def find_figures(doc: Document, packs: Packs) -> Document:
    """Find every figure of the article once: where the body tells it, else in the title."""
    if doc.lang not in packs.lexicons:
        return doc
    title: list[Figure] = []
    body: list[Figure] = []
    for view in views(doc):
        (title if view.sentence.part == "title" else body).extend(figures_in(view, doc.lang))
    told = {figure.value for figure in body}
    found = _once([*(f for f in title if f.value not in told), *body])
    return replace(doc, figures=tuple(sorted(found, key=lambda f: f.span)))


def _once(figures: Iterable[Figure]) -> list[Figure]:
    """Keep the first of the figures that tell one count: the same value of the same things."""
    kept: list[Figure] = []
    for figure in figures:
        if not any(f.value == figure.value and _alike(f.unit, figure.unit) for f in kept):
            kept.append(figure)
    return kept


def _alike(one: str, other: str) -> bool:
    """Tell whether two units can be one: «people» is «people killed», «people killed» is not «people wounded».

    >>> _alike("people", "people killed"), _alike("people killed", "people wounded")
    (True, False)
    """
    return one.startswith(other) or other.startswith(one)
