"""Counts that a page tells without a number, or as a trait: «مقتل شرطيين», «the two attackers», «سه مرحله‌ای»."""

from collections.abc import Iterator, Sequence
from functools import cache

from rasad.fuse.events import FigureKey
from rasad.fuse.evidence import TELLINGS, window
from rasad.grammar.figures_numbers import numbers
from rasad.model import Mark, Span
from rasad.packs import lexicon
from rasad.packs.lexicon import Lexicon
from rasad.packs.rows import read_rows
from rasad.tokens import INVISIBLE, fold

TURN = 60
"""Characters on both sides of a count in which it is said to have risen, or to be the first."""
TRAIT = "of it"
"""The end of units that are traits of the thing itself: stages, days, members. It has one such count."""


def lesser_counts(text: str, lang: str, triggers: Sequence[Span]) -> tuple[FigureKey, ...]:
    """Give what the sentences around the triggers count without a number, in the order of the triggers, each once."""
    found: dict[FigureKey, None] = {}
    for trigger in sorted(set(triggers))[:TELLINGS]:
        around = text[slice(*window(text, trigger))]
        found.update(dict.fromkeys(_counts(around, lang)))
    return tuple(found)


def turn(text: str, lang: str, count: Span) -> str:
    """Tell whether a count is said to have risen («ارتفع عدد القتلى إلى»: rise) or not to be the last (first)."""
    line = (text.rfind("\n", 0, count[0]) + 1, text.find("\n", count[1]))
    start, end = max(line[0], count[0] - TURN), min(line[1] if line[1] >= 0 else len(text), count[1] + TURN)
    around = text[start:end]
    kinds = {m.kind for m in lexicon.find(_words(lang), fold(around), around)}
    return next((kind for kind in ("rise", "first") if kind in kinds), "")


def _counts(text: str, lang: str) -> Iterator[FigureKey]:
    folded = INVISIBLE.sub("", fold(text))
    marks = lexicon.find(_words(lang), folded)
    covered = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.kind not in ("one", "whole") or mark.start < covered:
            continue
        unit = _unit(mark, marks, folded)
        if unit:
            covered = mark.end
            least = any(m.kind == "least" and m.start == mark.end + 1 for m in marks)
            yield FigureKey(float(mark.cells["value"]), "at_least" if least else "exact", unit)
    yield from _traits(folded, lang)


def _unit(mark: Mark, marks: Sequence[Mark], folded: str) -> str:
    """Give what a word counts: by itself, or those whose fate is told right before it; empty if it counts nobody."""
    if mark.kind == "whole":
        return mark.cells["unit"]
    for fate in marks:
        if fate.kind in ("fate", "verb") and fate.end < mark.start and not folded[fate.end : mark.start].strip():
            passive = any(m.kind == "behind" and m.start == mark.end + 1 for m in marks)
            if fate.kind == "fate" or passive or not folded[mark.end : mark.end + 1].isspace():
                return f"{mark.cells['unit']} {fate.cells['unit']}"
    return ""


def _traits(folded: str, lang: str) -> Iterator[FigureKey]:
    traits = _trait_words(lang)
    spaced = lexicon.matchable(folded)
    for number in numbers(folded, folded, 0, len(folded), lang) if any(form in spaced for form in traits) else ():
        behind = spaced[number.end :].lstrip()
        unit = next(
            (u for form, u in traits.items() if behind.startswith(form) and not behind[len(form) :][:1].isalnum()), ""
        )
        if unit:
            yield FigureKey(number.value, "exact", f"{unit} {TRAIT}")


@cache
def _trait_words(lang: str) -> dict[str, str]:
    """Give the units of the adjectives that a language puts behind a number, by their spellings."""
    rows = [row for row in read_rows(f"{lang}/lesser_counts.tsv") if row["kind"] == "attribute"]
    return {form: row["unit"] for row in rows for form in sorted(lexicon.spellings(row["form"]))}


@cache
def _words(lang: str) -> Lexicon:
    rows = read_rows(f"{lang}/lesser_counts.tsv")
    return lexicon.small(((row["kind"], row) for row in rows if row["kind"] != "attribute"), lang)
