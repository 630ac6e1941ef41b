"""The words around a number: units, bounds, what befell people, and what makes a number no count."""

import re
from functools import cache

from rasad.model import Mark
from rasad.packs import lexicon
from rasad.packs.lexicon import Entry, Lexicon
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_DIGIT = re.compile(r"\d")
_TABLES = (("bound", "bounds"), ("unit", "units"))


@cache
def figure_words(lang: str) -> Lexicon:
    """Build the automaton of the words around numbers, once for a language."""
    entries: list[Entry] = []
    for kind, table in _TABLES:
        for row in read_rows(f"{lang}/{table}.tsv"):
            form, morph = lexicon.bare(row["form"], row["morph"], lang)
            entries.append(Entry(row.cells.get("kind", kind), row, morph, form))
    return lexicon.build(tuple(entries), f"{lang}/affixes.tsv")


def marks_in(folded: str, reading: str, start: int, end: int, lang: str) -> list[Mark]:
    """Give the marks of [start, end) in the coordinates of the whole text, the longest first where several begin."""
    # Without its digits, so that a unit written onto its number («17دستگاه») is a word.
    found = lexicon.find(figure_words(lang), _DIGIT.sub(" ", folded[start:end]), reading[start:end])
    return [
        Mark(m.start + start, m.end + start, m.kind, m.cells, m.rule, m.morph, (m.core[0] + start, m.core[1] + start), m.prefix, m.suffix)
        for m in found if not (m.suffix and m.suffix.strip() in _plurals(lang) and m.kind != "fate")
    ]  # fmt: skip


@cache
def _plurals(lang: str) -> frozenset[str]:
    """Give the plural endings of a language that counts its nouns in the singular («سه تن», and «تنها» is no «تن»)."""
    rows = read_rows(f"{lang}/affixes.tsv") if lang == "fa" else ()
    return frozenset(fold(row["form"]) for row in rows if row["morph"] == "noun" and row["feature"] == "plural")
