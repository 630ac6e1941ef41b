"""Figures of a sentence: a number with its bound word before it and what it counts behind it."""

from collections.abc import Iterator

from rasad.grammar.figures_numbers import Number, numbers
from rasad.grammar.figures_units import UNITS, Unit, unit_of
from rasad.grammar.figures_words import Around, marks_in
from rasad.grammar.view import View
from rasad.model import Figure
from rasad.tokens import ZWNJ

# «and» with a space on each side.
_CONJUNCTION = 3


def figures_in(view: View, lang: str) -> Iterator[Figure]:
    """Give the figures of a sentence in their order.

    «بیش از 30 نفر کشته» is at least 30, of people killed; a date, an age or a score is no figure.
    """
    folded, reading = view.doc.folded, view.doc.reading
    found = numbers(folded, reading, view.start, view.end, lang)
    if not found:
        return
    marks = marks_in(folded, reading, view.start, view.end, lang)
    # The hundred of «per hundred» is no number.
    apart = [n for n in found if not any(m.kind in UNITS and m.start < n.start and n.end <= m.end for m in marks)]
    around = Around(view, lang, apart, marks)
    for place, number in enumerate(apart):
        if not _counts_nothing(around, place):
            unit = unit_of(around, place)
            if unit:
                yield _figure(around, number, unit)


def _figure(around: Around, number: Number, unit: Unit) -> Figure:
    """Put the bound word to the number and its unit."""
    start, end = min(number.start, unit.span[0]), max(number.end, unit.span[1])
    marks = [m for m in around.before(start, ("bound",)) if m.cells["side"] == "before"][:1]
    marks = marks or [m for m in around.after(end, ("bound",)) if m.cells["side"] == "after"][:1]
    for mark in marks:
        start, end = min(start, mark.core[0]), max(end, mark.end)
    bound = marks[0].cells["bound"] if marks else "exact"
    return Figure(number.value, bound, unit.name, (start, end), unit.rule, unit.kind)


# What a number is not.


def _counts_nothing(around: Around, place: int) -> bool:
    """Tell whether a number belongs to a date, a name, a range, or what counts no things."""
    number = around.numbers[place]
    folded = around.view.doc.folded
    if number.definite or any(d.start < number.end and number.start < d.end for _, d in around.view.dates):
        return True
    if ZWNJ in (folded[number.start - 1 : number.start], folded[number.end : number.end + 1]):
        return True
    if around.before(number.start, ("vague", "range")):
        return True
    labelled = around.before(number.start, ("label",)) and not around.after(number.end, ("money", "share", "measure"))
    return bool(labelled) or _skipped(around, number.end) or _closes_range(around, place)


def _skipped(around: Around, at: int) -> bool:
    skips, units = around.after(at, ("skip",)), around.after(at, UNITS)
    return bool(skips) and (not units or skips[0].core[1] > units[0].core[1])


def _closes_range(around: Around, place: int) -> bool:
    """Tell whether only «to» or «or» stands between the number and the one before it, or «and» in «between 5 and 7»."""
    if not place:
        return False
    start = around.skip_space(around.numbers[place - 1].end)
    end = around.numbers[place].start
    if end - start <= _CONJUNCTION and around.before(around.numbers[place - 1].start, ("range",)):
        return True
    joins = (m for m in around.marks if m.kind in ("skip", "bound"))
    return any(m.start == start and around.skip_space(m.end) == end for m in joins)
