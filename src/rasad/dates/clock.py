"""Times of the clock in running text: the hour and minute of a day, and whose time it is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from rasad.dates.vocabulary import trie
from rasad.model import ClockTime, Span
from rasad.packs.rows import Row, read_rows
from rasad.tokens import ZWNJ, fold

_NOON = 12
_HOURS = 24
_EVENING = 6
"""From this hour on «at night» is before midnight."""
_LATEST_NOON = 4
"""«One to three o'clock at noon» is after it."""
_AFTER_NOON = frozenset({"afternoon", "evening"})
_SPACE = rf"[ {ZWNJ}]*+"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"


class _Words(Struct, frozen=True):
    """What the rows of a language know: one expression, and what hours, minutes, parts of the day and zones mean."""

    pattern: re.Pattern[str]
    numbers: Mapping[str, int]
    parts: Mapping[str, str]
    zones: Mapping[str, str]
    hour: Row


def read_clocks(folded: str, lang: str, stretches: Iterable[Span]) -> tuple[ClockTime, ...]:
    """Find the times of the clock in stretches; one that may be morning or evening and does not say is left out."""
    words = _words(lang)
    return tuple(clock for stretch in stretches for clock in _clocks(folded, stretch, words)) if words else ()


def _clocks(folded: str, stretch: Span, words: _Words) -> Iterator[ClockTime]:
    for m in words.pattern.finditer(folded, *stretch):
        part = words.parts.get(m["part"] or "")
        clock = _clock(m, words.numbers, part)
        if clock:
            zone = words.zones.get(m["zone"] or "")
            yield ClockTime(m.start(), m.end(), clock, zone, words.hour.rule)


def _clock(m: re.Match[str], numbers: Mapping[str, int], part: str | None) -> str | None:
    """Give HH:MM, None where it is no time of a day or may be either half of it."""
    if m["turned"]:
        # Columns of digits turned round by copying from right to left: «30/17» is 17:30.
        minute, hour = (int(n) for n in re.split(r"\D+", m["turned"]))
        return _written(hour, minute) if minute < 60 and _NOON < hour < _HOURS else None
    hour = _value(m["hour"] or m["digits"], numbers)
    digits = m["minute"] or m["more"]
    minute = _value(digits or m["minutes"], numbers)
    # Hours and minutes in figures are counted to 24; in words, or without minutes, to 12.
    exact = hour > _NOON or digits is not None or ((m["hour"] or "").isdigit() and (m["minutes"] or "").isdigit())
    if part is None and not exact:
        return None
    if m["to"]:
        hour, minute = hour - 1, 60 - minute
    return _written(_of_day(hour, part), minute) if hour <= _HOURS and 0 <= minute < 60 else None


def _value(text: str | None, numbers: Mapping[str, int]) -> int:
    if text is None:
        return 0
    return int(text) if text.isdigit() else numbers[text]


def _of_day(hour: int, part: str | None) -> int:
    """Give the hour of the day that an hour of one of its parts is."""
    if part in ("dawn", "morning", "before_noon") or hour > _NOON:
        return 0 if hour == _NOON and part == "dawn" else hour % _HOURS
    if part == "night":
        return hour + _NOON if _EVENING <= hour < _NOON else hour % _NOON
    late = part in _AFTER_NOON or (part == "noon" and hour < _LATEST_NOON)
    return hour + _NOON if late and hour < _NOON else hour


def _written(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


@cache
def _words(lang: str) -> _Words | None:
    """Read and compile the rows of a language, once; None where it has none."""
    rows = read_rows(f"{lang}/clock.tsv")
    if not rows:
        return None
    by_use: dict[str, dict[str, str]] = {use: {} for use in ("hour", "name", "minutes", "unit", "to", "zone", "ending")}
    for row in rows:
        by_use[row["use"]].setdefault(fold(row["form"]), row["value"])
    parts = dict(_parts(lang))
    numbers = {form: int(value) for use in ("name", "minutes") for form, value in by_use[use].items()}
    hour = next(row for row in rows if row["use"] == "hour")
    return _Words(re.compile(_expression(by_use, parts)), numbers, parts, by_use["zone"], hour)


def _parts(lang: str) -> Iterator[tuple[str, str]]:
    """Give the parts of the day with every shape that they take beside an hour: the article, the adverb's ending."""
    articles = [fold(row["form"]) for row in read_rows(f"{lang}/date_words.tsv") if row["use"] == "article"]
    endings = [fold(row["form"]) for row in read_rows(f"{lang}/clock.tsv") if row["use"] == "ending"]
    for row in read_rows(f"{lang}/dayparts.tsv"):
        first, _, last = fold(row["form"]).replace(ZWNJ, " ").rpartition(" ")
        heads = [f"{first} "] if first else [""]
        for shape in (last, *(article + last for article in articles), *(last + ending for ending in endings)):
            yield heads[0] + shape, row["part"]


def _expression(by_use: Mapping[str, Mapping[str, str]], parts: Mapping[str, str]) -> str:
    hours, names, minutes = trie(by_use["hour"]), trie(by_use["name"]), trie(by_use["minutes"])
    unit, to = trie(by_use["unit"]), trie(by_use["to"])
    joined = rf"{_SPACE}(?:و|(?P<to>{to})){_SPACE}"
    number = r"[0-9]{1,2}(?![0-9])"
    exact = rf"{_SPACE}:{_SPACE}(?P<minute>[0-5][0-9])(?![0-9:])"
    more = rf"{joined}(?P<minutes>{number}|{minutes}{_NO_LETTER_AFTER})(?:{_SPACE}{unit}{_NO_LETTER_AFTER})?"
    worded = (
        rf"{_NO_LETTER_BEFORE}[وبلف]?{hours}{_SPACE}(?:الـ?|ال)?{_SPACE}(?:(?P<turned>[0-5][0-9]/[12][0-9](?![0-9/]))"
        rf"|(?P<hour>{number}|{names}{_NO_LETTER_AFTER})(?:{exact}|{more})?)"
    )
    plain = r"(?<![0-9:/.-])(?P<digits>[0-2]?[0-9]):(?P<more>[0-5][0-9])(?![0-9:])"
    part = rf"(?:[ ,،]*(?:من )?(?P<part>{trie(parts)}){_NO_LETTER_AFTER})?"
    zone = rf"(?:[ ,،(]*(?P<zone>{trie(by_use['zone'])}){_NO_LETTER_AFTER})?"
    return rf"(?:{worded}|{plain}){part}{zone}"
