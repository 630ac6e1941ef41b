"""The date words of a language, from the rows of its pack, as one regular expression and a set of patterns."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from msgspec import Struct

from rasad.errors import PackError
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ, fold

Classes = frozenset[str]

# Punctuation between two date words, and the class it has in a pattern.
_PUNCTUATION = {",": "comma", "،": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", "(": "open", ")": "close"}
_JOINS = ("and", "to", "or")
# What a number can be: see `number_classes`.
_NUMBERS = (
    {"num_day"}, {"num_day", "num_two"}, {"num_two"}, {"num_ord"}, {"num_card"}, {"num_year"}, {"num_other"}, {"date"},
)  # fmt: skip
# Any code point will do for a class; the private ones mean nothing in a regular expression.
_FIRST_CODE = 0xE000
BREAK = "\n"
_NUMERIC_DATE = (
    r"(?<![\d./\\-])(?:[0-9]{4} ?(?P<s1>[-/.\\]) ?[0-9]{1,2} ?(?P=s1) ?[0-9]{1,2}"
    r"|[0-9]{1,2} ?(?P<s2>[-/.\\]) ?[0-9]{1,2} ?(?P=s2) ?[0-9]{4})(?!\d|[./\\-]\d)"
)
_NUMBER = r"(?<![\d%])(?<!\d[.,/:\u066b\u066c])[0-9]{1,4}(?!\d|[.,/:\u066b\u066c]\d)"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"


class Meaning(Struct, frozen=True):
    """One thing a word can be: its class, its number, its unit or calendar, and the row that says so."""

    cls: str
    value: int
    unit: str
    rule: str


class Pattern(Struct, frozen=True):
    """A way the words stand together, over the codes of their classes."""

    kind: str
    match: re.Pattern[str]
    rule: str


class YearRange(Struct, frozen=True):
    """The years by which a calendar is known; `pivot` is the earliest year two digits may mean."""

    calendar: str
    first: int
    last: int
    pivot: int | None


class Vocabulary(Struct, frozen=True):
    """Everything the reader of dates knows of a language."""

    scan: re.Pattern[str]
    words: Mapping[str, tuple[Meaning, ...]]
    codes: Mapping[Classes, str]
    joins: Mapping[str, str]
    join_classes: Mapping[str, Classes]
    joins_and: str
    aliases: frozenset[str]
    patterns: tuple[Pattern, ...]
    anchors: frozenset[str]
    calendars: tuple[YearRange, ...]
    after_year: re.Pattern[str]


@cache
def vocabulary(lang: str) -> Vocabulary:
    """Read and compile the date rows of a language, once."""
    words = _words(lang)
    codes = {classes: chr(_FIRST_CODE + at) for at, classes in enumerate(sorted(_class_sets(words), key=sorted))}
    by_code = {code: classes for classes, code in codes.items()}
    little = read_rows(f"{lang}/date_words.tsv")
    return Vocabulary(
        scan=_scan(words, little),
        words=words,
        codes=codes,
        joins=_joins(little, codes),
        join_classes={code: by_code[code] for code in _joins(little, codes).values()},
        joins_and=codes[frozenset(["and"])],
        aliases=frozenset(codes[frozenset([name])] for name in ("slash", "open", "dash")),
        patterns=tuple(_patterns(lang, codes)),
        anchors=frozenset(code for classes, code in codes.items() if any(map(_is_anchor, classes))),
        calendars=tuple(map(_year_range, read_rows(f"{lang}/calendars.tsv"))),
        after_year=_after_year(little),
    )


def _class_sets(words: Mapping[str, tuple[Meaning, ...]]) -> set[Classes]:
    """Give every set of classes that a token can have."""
    numbers = [frozenset(classes) for classes in _NUMBERS]
    sets = {frozenset([name]) for name in ("month_yes", *_JOINS, *_PUNCTUATION.values())} | set(numbers)
    for meanings in words.values():
        classes = frozenset(meaning.cls for meaning in meanings)
        others = frozenset(cls for cls in classes if not cls.startswith("word_"))
        sets |= {others | number for number in numbers} if others != classes else {classes}
    return sets


def number_classes(value: int, digits: int, ordinal: bool, ends: bool) -> Classes:
    """Give the classes of a number: `digits` is how many were written (0 in words), `ends` that no noun seems to follow."""
    if ordinal:
        return frozenset({"num_ord"} if value <= 31 else {"num_other"})
    if digits == 4 or (not digits and 1000 <= value):
        return frozenset({"num_year"} if 1000 <= value <= 2200 else {"num_other"})
    found = {"num_two"} if digits == 2 and ends else set()
    if 1 <= value <= 31 and digits in (0, 1, 2):
        return frozenset(found | {"num_day"}) if digits else frozenset({"num_card"})
    return frozenset(found or {"num_other"})


# Words.


def _words(lang: str) -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, dict[str, Meaning]] = {}
    tails = [row["form"] for row in read_rows(f"{lang}/date_words.tsv") if row["use"] == "month_tail"]
    for row, meaning in _meanings(lang):
        for surface in _surfaces(row, tails if meaning.cls.startswith("month_") else []):
            # The first row of a class wins, so that a doubtful reading can stand below the usual one.
            found.setdefault(surface, {}).setdefault(meaning.cls, meaning)
    return {surface: tuple(by_class.values()) for surface, by_class in found.items()}


def _meanings(lang: str) -> Iterator[tuple[Row, Meaning]]:
    for name, make in _TABLES.items():
        for row in read_rows(f"{lang}/{name}.tsv"):
            meaning = make(row)
            if meaning:
                yield row, meaning


def _month(row: Row) -> Meaning:
    number = _number(row, "month")
    if not 1 <= number <= 12:
        raise PackError(f"{row.rule}: month {number} of {row['calendar']}; months are 1 to 12")
    if row["alone"] not in ("yes", "year", "day"):
        raise PackError(f"{row.rule}: alone is {row['alone']!r}; write yes, year or day")
    return Meaning(f"month_{row['alone']}", number, row["calendar"], row.rule)


def _weekday(row: Row) -> Meaning:
    number = _number(row, "weekday")
    if not 0 <= number <= 6:
        raise PackError(f"{row.rule}: weekday {number}; weekdays are 0 (Monday) to 6")
    return Meaning("weekday", number, "", row.rule)


def _numeral(row: Row) -> Meaning:
    return Meaning(f"word_{row['kind']}", _number(row, "value"), "", row.rule)


def _relative(row: Row) -> Meaning:
    offset = _number(row, "offset") if row["offset"] else 0
    kind = f"{row['use']}_{row['unit']}" if row["unit"] else row["use"]
    return Meaning(kind, offset, row["unit"], row.rule)


def _little_word(row: Row) -> Meaning | None:
    use = row["use"]
    if use in (*_JOINS, "proclitic", "month_tail", "ordinal_tail", "after_year"):
        return None
    calendar = use.removeprefix("era_") if use.startswith("era_") else ""
    return Meaning(use, 0, calendar, row.rule)


_TABLES: dict[str, Callable[[Row], Meaning | None]] = {
    "months": _month,
    "weekdays": _weekday,
    "numbers": _numeral,
    "dayparts": lambda row: Meaning("part", 0, "", row.rule),
    "relative": _relative,
    "date_words": _little_word,
}


def _number(row: Row, column: str) -> int:
    try:
        return int(row[column])
    except ValueError:
        raise PackError(f"{row.rule}: {column} is {row[column]!r}; write a whole number") from None


def _surfaces(row: Row, tails: Iterable[str]) -> Iterator[str]:
    """Give the folded spellings of a form: half-spaces kept, joined, spaced; the article; the word for month."""
    form = fold(row["form"])
    ends = ["", *chain.from_iterable((fold(tail), ZWNJ + fold(tail)) for tail in tails)]
    starts = ("", "ال", "لل") if row.cells.get("morph") == "noun" else ("",)
    for start in starts:
        for end in ends:
            for gap in (ZWNJ, "", " "):
                yield start + form.replace(ZWNJ, gap) + end
    if form.startswith("ال") and "morph" not in row.cells:
        yield "لل" + form[2:]


def _scan(words: Iterable[str], little: Iterable[Row]) -> re.Pattern[str]:
    """Make the one expression that finds numeric dates, numbers and words."""
    clitics = "".join(sorted({fold(row["form"]) for row in little if row["use"] == "proclitic"}))
    tails = "|".join(sorted({fold(row["form"]) for row in little if row["use"] == "ordinal_tail"}, key=len, reverse=True))
    ordinal = rf"(?P<tail>(?<![0-9]{{3}})[ {ZWNJ}]?(?:{tails}){_NO_LETTER_AFTER})?" if tails else "(?P<tail>(?!))?"
    proclitic = f"[{clitics}]{{0,2}}?" if clitics else ""
    word = rf"{_NO_LETTER_BEFORE}{proclitic}(?P<word>{trie(words)}){_NO_LETTER_AFTER}"
    return re.compile(rf"(?P<date>{_NUMERIC_DATE})|(?P<number>{_NUMBER}){ordinal}|{word}")


def trie(words: Iterable[str]) -> str:
    """Write words as one regular expression that shares their beginnings and takes the longest.

    >>> trie(["ab", "abc", "d"])
    '(?:ab(?:c)?|d)'
    """
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = root  # type: ignore[assignment]
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _trie(root)  # type: ignore[arg-type]


def _trie(node: dict[str, object]) -> str:
    branches = []
    for letter in sorted(key for key in node if key):
        text, below = re.escape(letter), node[letter]
        while isinstance(below, dict) and len(below) == 1 and "" not in below:
            ((letter, below),) = below.items()
            text += re.escape(letter)
        branches.append(text + (_trie(below) if isinstance(below, dict) and set(below) != {""} else ""))
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")


def _joins(little: Iterable[Row], codes: Mapping[Classes, str]) -> dict[str, str]:
    named = {fold(row["form"]): row["use"] for row in little if row["use"] in _JOINS}
    return {text: codes[frozenset([name])] for text, name in {**_PUNCTUATION, **named}.items()}


def _after_year(little: Iterable[Row]) -> re.Pattern[str]:
    words = [fold(row["form"]) for row in little if row["use"] == "after_year"]
    follows = rf"|{trie(words)}{_NO_LETTER_AFTER}" if words else ""
    return re.compile(rf"\s*(?:$|[^\w\s]{follows})")


def _is_anchor(name: str) -> bool:
    return name.startswith(("month_", "weekday", "name_", "unit", "dual", "date", "era_"))


def _year_range(row: Row) -> YearRange:
    pivot = _number(row, "pivot") if row["pivot"] else None
    return YearRange(row["calendar"], _number(row, "first"), _number(row, "last"), pivot)


# Patterns.

_SLOT = re.compile(r"(?:(?P<keep>\w+)=)?(?P<name>[a-z_]+)|(?P<sign>[()|?*!-])|\s+|(?P<bad>.)")


def _patterns(lang: str, codes: Mapping[Classes, str]) -> Iterator[Pattern]:
    lets: dict[str, str] = {}
    for row in read_rows(f"{lang}/date_patterns.tsv"):
        if row["kind"] == "let":
            lets[row["why"]] = row["form"]
        else:
            yield Pattern(row["kind"], re.compile(_Writer(row.rule, lets, codes).write(row["form"])), row.rule)


class _Writer:
    """Writes one pattern row as a regular expression over class codes; a name kept twice gets a number."""

    def __init__(self, rule: str, lets: Mapping[str, str], codes: Mapping[Classes, str]) -> None:
        self.rule, self.lets, self.codes = rule, lets, codes
        self.kept: dict[str, int] = {}

    def write(self, form: str) -> str:
        out, pending = [], ""
        for item in _SLOT.finditer(form):
            if item["bad"]:
                raise PackError(f"{self.rule}: {item['bad']!r} in a pattern; use slots and ( ) | ? * ! -")
            sign = item["sign"]
            if sign:
                pending = {"!": "(?!", "-": "(?<!"}.get(sign, "")
                out.append(pending or {"(": "(?:"}.get(sign, sign))
            elif item["name"]:
                out.append(self.slot(item["name"], item["keep"]) + (")" if pending else ""))
                pending = ""
        return "".join(out)

    def slot(self, name: str, keep: str | None) -> str:
        inner = f"(?:{self.write(self.lets[name])})" if name in self.lets else self.letters(name)
        if not keep:
            return inner
        self.kept[keep] = self.kept.get(keep, 0) + 1
        return f"(?P<{keep}__{self.kept[keep]}>{inner})"

    def letters(self, name: str) -> str:
        found = [
            code for classes, code in self.codes.items() if any(c == name or c.startswith(f"{name}_") for c in classes)
        ]
        if not found:
            raise PackError(f"{self.rule}: no row has the class {name!r}; name a class or a `let` above")
        return f"[{''.join(sorted(found))}]"
