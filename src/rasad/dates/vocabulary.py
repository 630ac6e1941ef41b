"""The date words of a language, from the rows of its pack, as one regular expression and a set of patterns."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

import ahocorasick
from msgspec import Struct
from msgspec.structs import replace

from rasad.dates import calendars
from rasad.dates.patterns import Classes, Pattern, compiled
from rasad.errors import PackError
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ, fold

# Punctuation between two date words, and the class it has in a pattern.
_PUNCTUATION = {
    ",": "comma", "،": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", "(": "open", ")": "close",
}  # fmt: skip
_JOINS = ("and", "to", "or")
# What a number can be: see `number_classes`.
_NUMBERS = (
    {"num_day"}, {"num_day", "num_two"}, {"num_two"}, {"num_short"}, {"num_short", "num_two"}, {"num_ord"},
    {"num_card"}, {"num_year"}, {"num_other"}, {"date"}, {"shortdate"},
)  # fmt: skip
# A number in words up to this counts things (two shots); a larger one before a month's name is a day (eighteen Tir).
_MOST_COUNTED = 12
# Any code point will do for a class; the private ones mean nothing in a regular expression.
_FIRST_CODE = 0xE000
# Half-spaces kept, joined and spaced.
_GAPS = (ZWNJ, "", " ")
BREAK = "\n"
STROKES = "-/.\\"
"""What stands between the numbers of a date."""
_NUMERIC_DATE = (
    r"(?<![\d./\\-])(?:[0-9]{4} ?(?P<s1>[-/.\\]) ?[0-9]{1,2} ?(?P=s1) ?[0-9]{1,2}"
    r"|[0-9]{1,2} ?(?P<s2>[-/.\\]) ?[0-9]{1,2} ?(?P=s2) ?[0-9]{4})(?!\d|[./\\-]\d)"
)
# With a year of two digits, which a pattern asks a weekday or the word for date beside.
_SHORT_DATE = (
    r"(?<![\d./\\-])[0-9]{2} ?(?P<s3>[-/.\\]) ?(?:0?[1-9]|1[0-2]) ?(?P=s3) ?(?:0?[1-9]|[12][0-9]|3[01])"
    r"(?!\d| ?[./\\-] ?\d)"
)
_NUMBER = r"(?<![\d%])(?<!\d[.,/:\u066b\u066c])[0-9]{1,4}(?!\d|[.,/:\u066b\u066c]\d)"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"


_ANCHORS = (
    "month_", "season", "weekday", "name_", "unit", "dual", "date", "era_", "part", "lately", "phase", "ago_since",
)  # fmt: skip
"""Classes of words without one of which nothing is a date."""
_MONTHS = ("month_", "season")
"""Those without one of which nothing is a whole date, unless it is written in numbers."""


class Meaning(Struct, frozen=True):
    """One thing a word can be: its class, its number, its unit or calendar, and the row that says so."""

    cls: str
    value: int
    unit: str
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
    whole_dates: ahocorasick.Automaton
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
        aliases=frozenset(["", *(codes[frozenset([name])] for name in ("slash", "open", "dash"))]),
        patterns=tuple(compiled(read_rows(f"{lang}/date_patterns.tsv"), codes)),
        anchors=frozenset(code for classes, code in codes.items() if any(map(_is_anchor, classes))),
        whole_dates=_whole_dates(words),
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
    """Give the classes of a number: `digits` is how many were written (0 in words), `ends` that no noun follows."""
    if ordinal:
        return frozenset({"num_ord"} if value <= 31 else {"num_other"})
    if digits == 4 or (not digits and value >= 1000):
        return frozenset({"num_year"} if 1000 <= value <= 2200 else {"num_other"})
    if not digits:
        small = "num_card" if value <= _MOST_COUNTED else "num_day" if value <= 31 else "num_short"
        return frozenset({small} if 1 <= value <= 99 else {"num_other"})
    found = {"num_two"} if digits == 2 and ends else set()
    if digits <= 2 and value:
        found.add("num_day" if value <= 31 else "num_short")
    return frozenset(found or {"num_other"})


# Words.


def _words(lang: str) -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, dict[str, Meaning]] = {}
    endings = _endings(read_rows(f"{lang}/date_words.tsv"))
    for row, meaning in _meanings(lang):
        for surface in _surfaces(row, endings["ezafe"], endings["article"]):
            # The first row of a class wins, so that a doubtful reading can stand below the usual one.
            found.setdefault(surface, {}).setdefault(meaning.cls, meaning)
            if meaning.cls.startswith("month_"):
                clear = replace(meaning, cls="month_yes")
                for tail in endings["month_tail"]:
                    found.setdefault(surface + tail, {}).setdefault("month_yes", clear)
    return {surface: tuple(by_class.values()) for surface, by_class in found.items()}


def _endings(little: Iterable[Row]) -> dict[str, list[str]]:
    """Give what may be written onto a word: its article, its link to the next word, the word for month."""
    found: dict[str, list[str]] = {"ezafe": [], "month_tail": [], "article": []}
    for row in little:
        if row["use"] == "article":
            found["article"].append(fold(row["form"]))
        if row["use"] == "month_tail":
            found["month_tail"] += [fold(row["form"]), ZWNJ + fold(row["form"])]
        if row["use"] == "ezafe":
            found["ezafe"] += [fold(row["form"]).replace(ZWNJ, gap) for gap in _GAPS]
    return found


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


def _season(row: Row) -> Meaning:
    number = _number(row, "season")
    if not 1 <= number <= 4:
        raise PackError(f"{row.rule}: season {number}; seasons are 1 (spring) to 4")
    return Meaning("season", calendars.FIRST_SEASON - 1 + number, "", row.rule)


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
    if use in (*_JOINS, "proclitic", "article", "month_tail", "ezafe", "ordinal_tail", "after_year"):
        return None
    calendar = use.removeprefix("era_") if use.startswith("era_") else ""
    return Meaning(use, 0, calendar, row.rule)


_TABLES: dict[str, Callable[[Row], Meaning | None]] = {
    "months": _month,
    "seasons": _season,
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


def _surfaces(row: Row, ezafe: Sequence[str], articles: Sequence[str]) -> Iterator[str]:
    """Give the folded spellings of a form: half-spaces kept, joined, spaced; the article; the link to the next word."""
    form = fold(row["form"])
    starts = ("", *articles) if row.cells.get("morph") == "noun" else ("",)
    for start, gap in product(starts, _GAPS):
        surface = start + form.replace(ZWNJ, gap)
        yield surface
        yield from (surface[:-1] + link for link in ezafe if surface[-1] == link[0])
    # A form that is never without the article still takes its other shape (that after "to").
    for article in articles:
        if form.startswith(article):
            yield from (other + form[len(article) :] for other in articles)


def _scan(words: Iterable[str], little: Iterable[Row]) -> re.Pattern[str]:
    """Make the one expression that finds numeric dates, numbers and words."""
    clitics = "".join(sorted({fold(row["form"]) for row in little if row["use"] == "proclitic"}))
    tails = trie({fold(row["form"]) for row in little if row["use"] == "ordinal_tail"})
    ordinal = rf"(?P<tail>(?<![0-9]{{3}})[ {ZWNJ}]?{tails}{_NO_LETTER_AFTER})?"
    proclitic = f"[{clitics}]{{0,2}}?" if clitics else ""
    word = rf"{_NO_LETTER_BEFORE}{proclitic}(?P<word>{trie(words)}){_NO_LETTER_AFTER}"
    return re.compile(rf"(?P<date>{_NUMERIC_DATE})|(?P<short>{_SHORT_DATE})|(?P<number>{_NUMBER}){ordinal}|{word}")


def trie(words: Iterable[str]) -> str:
    """Write words as one regular expression that shares their beginnings and takes the longest.

    >>> trie(["ab", "abc", "d"])
    '(?:a(?:b(?:c)?)|d)'
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None)
    branches = [re.escape(letter) + (trie(rest) if rest != [""] else "") for letter, rest in by_letter.items()]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "") if branches else "(?!)"


def _joins(little: Iterable[Row], codes: Mapping[Classes, str]) -> dict[str, str]:
    named = {fold(row["form"]): row["use"] for row in little if row["use"] in _JOINS}
    return {text: codes[frozenset([name])] for text, name in {**_PUNCTUATION, **named}.items()}


def _after_year(little: Iterable[Row]) -> re.Pattern[str]:
    words = [fold(row["form"]) for row in little if row["use"] == "after_year"]
    follows = rf"|{trie(words)}{_NO_LETTER_AFTER}" if words else ""
    return re.compile(rf"\s*(?:$|[^\w\s]{follows})")


def _whole_dates(words: Mapping[str, tuple[Meaning, ...]]) -> ahocorasick.Automaton:
    """Make a search for what a whole date cannot go without: a month, or a digit and a stroke."""
    found = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    months = (word for word, some in words.items() if any(one.cls.startswith(_MONTHS) for one in some))
    for sign in (*months, *map("".join, product("0123456789", ("", " "), STROKES))):
        found.add_word(sign)
    found.make_automaton()
    return found


def _is_anchor(name: str) -> bool:
    return name.startswith(_ANCHORS)


def _year_range(row: Row) -> YearRange:
    pivot = _number(row, "pivot") if row["pivot"] else None
    return YearRange(row["calendar"], _number(row, "first"), _number(row, "last"), pivot)
