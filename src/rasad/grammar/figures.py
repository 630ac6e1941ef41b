"""Figures of a sentence: a number with its bound word before it and what it counts behind it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.figures_numbers import Number, numbers
from rasad.grammar.figures_words import marks_in
from rasad.grammar.view import View
from rasad.model import Figure, Mark, Span
from rasad.tokens import WORD, ZWNJ

_UNITS = ("casualty", "person", "money", "share", "measure", "thing", "counter", "pair")
_AMOUNTS = ("money", "share", "measure", "casualty", "counter")
# Marks of the page that are no thing to count: function words, verbs, names.
_NO_NOUN = frozenset({"word", "grammar", "marker", "helper", "light", "speech", "modality", "attribution", "person", "place", "country"})
_SPACE = re.compile(rf"[ {ZWNJ}]*")
# What befell people is told this near them.
_FATE_REACH = 45
# «and» with a space on each side.
_CONJUNCTION = 3
# Fewer of a thing that may be people or tonnes («تن») are people.
_FEW = 100
_NATIVE = "figures:native_noun"


class Unit(Struct, frozen=True):
    """What a number counts: its English name (or the native noun), its kind and its place."""

    name: str
    kind: str
    span: Span
    rule: str


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


def figures_in(view: View, lang: str) -> Iterator[Figure]:
    """Give the figures of a sentence in their order.

    «بیش از 30 نفر کشته» is at least 30, of people killed; a date, an age or a score is no figure.
    """
    folded, reading = view.doc.folded, view.doc.reading
    found = numbers(folded, reading, view.start, view.end, lang)
    if not found:
        return
    around = Around(view, lang, found, marks_in(folded, reading, view.start, view.end, lang))
    for place, number in enumerate(found):
        if not _counts_nothing(around, place):
            unit = _unit(around, place)
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
    return Figure(number.value, bound, unit.name, (start, end), unit.rule)


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
    skips, units = around.after(at, ("skip",)), around.after(at, _UNITS)
    return bool(skips) and (not units or skips[0].core[1] > units[0].core[1])


def _closes_range(around: Around, place: int) -> bool:
    """Tell whether only «to» or «or» stands between the number and the one before it, or «and» in «between 5 and 7»."""
    if not place:
        return False
    start = around.skip_space(around.numbers[place - 1].end)
    end = around.numbers[place].start
    if end - start <= _CONJUNCTION and around.before(around.numbers[place - 1].start, ("range",)):
        return True
    return any(m.start == start and around.skip_space(m.end) == end for m in around.marks if m.kind in ("skip", "bound"))


# What a number counts.


def _unit(around: Around, place: int) -> Unit | None:
    number = around.numbers[place]
    return (
        _sign(around, number) or _listed(around, place) or _shared(around, place) or _noun_before(around, number)
        or _native(around, number) or _only_fate(around, number)
    )  # fmt: skip


def _sign(around: Around, number: Number) -> Unit | None:
    marks = around.after(number.end, ("sign",)) or around.before(number.start, ("sign",))
    return Unit(marks[0].cells["unit"], "sign", marks[0].core, marks[0].rule) if marks else None


def _listed(around: Around, place: int) -> Unit | None:
    """Read a unit that the pack knows."""
    number = around.numbers[place]
    marks = around.after(number.end, _UNITS)
    one_of = number.doubtful and number.value == 1 and around.lang == "ar"
    if not marks or one_of or (number.value == 2 and any(m.kind == "pair" for m in marks)):
        return None
    mark = _weighed(around, place, marks)
    unit = Unit(mark.cells["unit"], mark.kind, (mark.core[0], mark.end), mark.rule)
    if mark.kind == "counter":
        unit = _counted(around, unit)
    if mark.kind == "person":
        unit = _befallen(around, place, unit)
    if not unit.name:
        return None
    certain = number.digits or mark.kind in _AMOUNTS or unit.name != mark.cells["unit"]
    return unit if number.value != 1 or certain else None


def _weighed(around: Around, place: int, marks: list[Mark]) -> Mark:
    """Choose the longest unit; many of «تن» are tonnes unless something befell them or they are some of others."""
    first, weights = marks[0], [m for m in marks if m.kind == "measure" and m.core == marks[0].core]
    if not weights or around.numbers[place].value < _FEW or _fate(around, place, first.end):
        return first
    behind = _marks_at(around.view, around.skip_space(first.end))
    return first if any(m.cells.get("marker") == "from" for m in behind) else weights[0]


def _counted(around: Around, counter: Unit) -> Unit:
    """Name what a counting word counts: the noun behind it."""
    marks = around.after(counter.span[1], ("thing", "person", "casualty"))
    if marks:
        return Unit(marks[0].cells["unit"], counter.kind, (counter.span[0], marks[0].end), marks[0].rule)
    noun = _noun(around, counter.span[1])
    return replace(counter, name=around.view.doc.reading[slice(*noun)], span=(counter.span[0], noun[1])) if noun else counter


def _befallen(around: Around, place: int, unit: Unit) -> Unit:
    """Add what befell the people: killed, wounded, arrested."""
    fate = _fate(around, place, unit.span[1])
    return replace(unit, name=f"{unit.name} {fate.cells['unit']}") if fate else unit


def _fate(around: Around, place: int, end: int) -> Mark | None:
    """Find what befell people: right before the number, else behind them in Persian, before them in Arabic."""
    start = _with_bound(around, around.numbers[place].start)
    beside = around.before(start, ("fate",))
    if beside:
        return beside[0]
    floor = around.numbers[place - 1].end if place else around.view.start
    ceiling = around.numbers[place + 1].start if place + 1 < len(around.numbers) else around.view.end
    fates = [m for m in around.marks if m.kind == "fate"]
    left = [m for m in fates if max(floor, start - _FATE_REACH) <= m.start and m.end <= start][::-1]
    right = [m for m in fates if end <= m.start and m.end <= min(ceiling, end + _FATE_REACH)]
    near = right + left if around.lang == "fa" else left + right
    if near or not place or not _listed_on(around, place):
        return next(iter(near), None)
    return _fate(around, place - 1, around.numbers[place - 1].end)


def _listed_on(around: Around, place: int) -> bool:
    """Tell whether «and» stands right before a number: «يك سرباز و يك غيرنظامي»."""
    number = around.numbers[place]
    return number.joined or around.view.doc.folded.endswith(" و ", 0, number.start)


def _with_bound(around: Around, start: int) -> int:
    bounds = around.before(start, ("bound",))
    return bounds[0].start if bounds else start


def _shared(around: Around, place: int) -> Unit | None:
    """Read the unit that stands once behind two amounts: «3.8 و 2.8 ریشتر»."""
    if place + 1 == len(around.numbers):
        return None
    left, right = around.numbers[place], around.numbers[place + 1]
    between = around.view.doc.folded[left.end : right.start].replace(ZWNJ, "")
    units = around.after(right.end, ("money", "share", "measure"))
    if between != " و " or not units:
        return None
    return Unit(units[0].cells["unit"], units[0].kind, (left.start, left.end), units[0].rule)


def _noun_before(around: Around, number: Number) -> Unit | None:
    """Read a number that stands behind its noun as an adjective: «شخص واحد»."""
    marks = around.before(number.start, ("person", "casualty")) if number.doubtful and around.lang == "ar" else []
    if not marks or number.value > 2:
        return None
    return Unit(marks[0].cells["unit"], marks[0].kind, (marks[0].core[0], marks[0].end), marks[0].rule)


def _native(around: Around, number: Number) -> Unit | None:
    """Take the noun behind the number for its unit, in the words of the page."""
    pair = number.value == 2 and around.after(number.end, ("pair",))
    if number.doubtful or pair or _is_year(around, number) or number.value < 2:
        return None
    noun = _noun(around, number.end)
    return Unit(around.view.doc.reading[slice(*noun)], "native", noun, number.rule or _NATIVE) if noun else None


def _is_year(around: Around, number: Number) -> bool:
    text = around.view.doc.folded[number.start : number.end]
    return text.isdigit() and len(text) == 4 and (1300 <= number.value <= 1450 or 1900 <= number.value <= 2100)


def _noun(around: Around, at: int) -> Span | None:
    """Give the word right behind a place if it can be a noun: no function word, no verb, no name, no article."""
    view, start = around.view, around.skip_space(at)
    word = WORD.match(view.doc.folded, start, view.end)
    if not word or not word[0].isalpha() and ZWNJ not in word[0] or word[0].isascii() or len(word[0]) < 3:
        return None
    marks = _marks_at(view, start)
    if any(m.kind in _NO_NOUN and not m.cells.get("use", "").startswith("demonym") for m in marks):
        return None
    return (start, word.end()) if not _has_article(around, word[0]) else None


def _marks_at(view: View, start: int) -> list[Mark]:
    first = bisect_left([m.start for m in view.marks], start)
    return [m for m in view.marks[first : first + 12] if m.start == start]


def _has_article(around: Around, word: str) -> bool:
    return around.lang == "ar" and word.startswith(("ال", "لل", "بال", "وال", "و"))


def _only_fate(around: Around, number: Number) -> Unit | None:
    """Read a bare number behind what befell people: «مقتل 29»."""
    fates = around.before(_with_bound(around, number.start), ("fate",))
    if not fates or around.lang != "ar" or number.value < 2:
        return None
    return Unit(f"people {fates[0].cells['unit']}", "casualty", (number.start, number.end), fates[0].rule)
