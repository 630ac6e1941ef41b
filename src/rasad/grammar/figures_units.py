"""What a number counts: a unit the pack knows, a sign, the noun behind it, or people by what befell them."""

from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar.figures_numbers import Number
from rasad.grammar.figures_words import Around
from rasad.grammar.view import View
from rasad.model import Mark, Span
from rasad.tokens import WORD, ZWNJ

UNITS = ("casualty", "person", "money", "share", "measure", "thing", "counter", "pair")
_AMOUNTS = ("money", "share", "measure", "casualty", "counter")
# Marks of the page that are no thing to count: function words, verbs, names.
_NO_NOUN = frozenset(
    {"word", "grammar", "marker", "helper", "light", "speech", "modality", "attribution", "person", "place", "country"}
)
# Uses of grammar words that are nouns all the same, and can be counted («ستة مواقع»).
_NOUNS = frozenset({"goal", "text", "necessity"})
# What befell people is told this near them.
_FATE_REACH = 45
# A noun for all whom it befell has a name or two between it and its number.
_TOLL_REACH = 70
# Words between such a noun, or «to», and the number: «عدد ضحايا الحادث 7», «بلغ حتى الآن 107».
_BESIDE = 2
# Fewer of a thing that may be people or tonnes («تن») are people.
_FEW = 100
_NATIVE = "native_noun"


class Unit(Struct, frozen=True):
    """What a number counts: its English name (or the native noun), its kind and its place."""

    name: str
    kind: str
    span: Span
    rule: str


def unit_of(around: Around, place: int) -> Unit | None:
    """Give what a number counts, None if it is not said; the surest reading first."""
    number = around.numbers[place]
    return (
        _sign(around, number) or _listed(around, place) or _shared(around, place) or _noun_before(around, number)
        or _risen(around, place) or _native(around, number) or _only_fate(around, number)
    )  # fmt: skip


def _sign(around: Around, number: Number) -> Unit | None:
    marks = around.after(number.end, ("sign",)) or around.before(number.start, ("sign",))
    return Unit(marks[0].cells["unit"], "sign", marks[0].core, marks[0].rule) if marks else None


def _listed(around: Around, place: int) -> Unit | None:
    """Read a unit that the pack knows."""
    number = around.numbers[place]
    marks = around.after(number.end, UNITS)
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
    if not noun:
        return counter
    return replace(counter, name=around.view.doc.reading[slice(*noun)], span=(counter.span[0], noun[1]))


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
    head = _head(around, floor, start)
    if head:
        return head
    fates = [m for m in around.marks if m.kind == "fate"]
    left = [m for m in fates if max(floor, start - _FATE_REACH) <= m.start and m.end <= start][::-1]
    right = [m for m in fates if end <= m.start and m.end <= min(ceiling, end + _FATE_REACH)]
    near = right + left if around.lang == "fa" else left + right
    if near or not place or not _listed_on(around, place):
        return next(iter(near), None)
    return _fate(around, place - 1, around.numbers[place - 1].end)


def _head(around: Around, floor: int, start: int) -> Mark | None:
    """Find the noun for all whom it befell whose number this is: «شمار کشته‌شدگان ... به 14 نفر»."""
    folded = around.view.doc.folded
    heads = [
        m for m in around.marks if m.kind == "toll" and max(floor, start - _TOLL_REACH) <= m.start and m.end <= start
    ]
    head = max(heads, key=lambda m: m.start, default=None)
    if head is None or len(folded[head.end : start].split()) <= _BESIDE:
        return head
    reached = (m for m in around.marks if m.kind == "reach" and head.end <= m.start and m.end <= start)
    return head if any(len(folded[m.end : start].split()) <= _BESIDE for m in reached) else None


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
    if not word or (not word[0].isalpha() and ZWNJ not in word[0]) or word[0].isascii() or len(word[0]) < 3:
        return None
    marks = _marks_at(view, start)
    if any(
        m.kind in _NO_NOUN and m.cells.get("use") not in _NOUNS and not m.cells.get("use", "").startswith("demonym")
        for m in marks
    ):
        return None
    return (start, word.end()) if not _has_article(around, word[0]) else None


def _marks_at(view: View, start: int) -> list[Mark]:
    first = bisect_left([m.start for m in view.marks], start)
    return [m for m in view.marks[first : first + 12] if m.start == start]


def _has_article(around: Around, word: str) -> bool:
    return around.lang == "ar" and word.startswith(("ال", "لل", "بال", "وال", "و"))


def _risen(around: Around, place: int) -> Unit | None:
    """Read a bare number that a toll rose to: «ارتفع عدد القتلى إلى 14»; Persian says behind it that it did."""
    number = around.numbers[place]
    start = _with_bound(around, number.start)
    floor = around.numbers[place - 1].end if place else around.view.start
    head = _head(around, floor, start)
    if not head or number.value < 2 or not around.before(start, ("reach",)):
        return None
    said = around.after(number.end, ("risen",)) if around.lang == "fa" else not _noun(around, number.end)
    return Unit(f"people {head.cells['unit']}", "casualty", (number.start, number.end), head.rule) if said else None


def _only_fate(around: Around, number: Number) -> Unit | None:
    """Read a bare number behind what befell people: «مقتل 29»."""
    fates = around.before(_with_bound(around, number.start), ("fate",))
    if not fates or around.lang != "ar" or number.value < 2:
        return None
    return Unit(f"people {fates[0].cells['unit']}", "casualty", (number.start, number.end), fates[0].rule)
