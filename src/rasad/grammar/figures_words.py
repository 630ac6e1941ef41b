"""The words around a number: units, bounds, what befell people, and what makes a number no count."""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.figures_numbers import Number
from rasad.grammar.view import View
from rasad.model import Mark
from rasad.packs import lexicon
from rasad.packs.lexicon import Lexicon
from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ, fold

_DIGIT = re.compile(r"\d")
_SPACE = re.compile(rf"[ {ZWNJ}]*")
_TABLES = (("bound", "bounds"), ("unit", "units"))


@cache
def figure_words(lang: str) -> Lexicon:
    """Build the automaton of the words around numbers, once for a language."""
    rows = ((kind, row) for kind, table in _TABLES for row in read_rows(f"{lang}/{table}.tsv"))
    return lexicon.small(((row.cells.get("kind", kind), row) for kind, row in rows), lang)


def marks_in(folded: str, reading: str, start: int, end: int, lang: str) -> list[Mark]:
    """Give the marks of [start, end) in the coordinates of the whole text, the longest first where several begin."""
    # Without its digits, so that a unit written onto its number («17دستگاه») is a word.
    found = lexicon.find(figure_words(lang), _DIGIT.sub(" ", folded[start:end]), reading[start:end])
    many = _plurals(lang)
    singular = (m for m in found if m.kind in ("fate", "toll") or not m.suffix or m.suffix.strip() not in many)
    return [
        replace(m, start=m.start + start, end=m.end + start, core=(m.core[0] + start, m.core[1] + start))
        for m in singular
    ]


@cache
def _plurals(lang: str) -> frozenset[str]:
    """Give the plural endings of a language that counts its nouns in the singular («سه تن», and «تنها» is no «تن»)."""
    rows = read_rows(f"{lang}/affixes.tsv") if lang == "fa" else ()
    return frozenset(fold(row["form"]) for row in rows if row["morph"] == "noun" and row["feature"] == "plural")


class Around(Struct, frozen=True):
    """A sentence with its numbers and the words that stand around them."""

    view: View
    lang: str
    numbers: list[Number]
    marks: list[Mark]

    def after(self, at: int, kinds: tuple[str, ...]) -> list[Mark]:
        """Give the marks of some kinds that begin right after a place, spaces apart, the longest first."""
        start = self.skip_space(at)
        found = [m for m in self.marks if m.core[0] == start and m.kind in kinds]
        return sorted(found, key=lambda m: (m.core[0] - m.core[1], kinds.index(m.kind)))

    def before(self, at: int, kinds: tuple[str, ...]) -> list[Mark]:
        """Give the marks of some kinds that end right before a place, spaces apart, the longest first."""
        found = [m for m in self.marks if m.end <= at == self.skip_space(m.end) and m.kind in kinds]
        return sorted(found, key=lambda m: m.start)

    def skip_space(self, at: int) -> int:
        """Give the place after the spaces and half-spaces that begin at a place."""
        m = _SPACE.match(self.view.doc.folded, at)
        return m.end() if m else at
