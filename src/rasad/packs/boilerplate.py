"""The rows of boilerplate, ready to be held against a line."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from rasad.errors import PackError
from rasad.model import Span
from rasad.packs.rows import Row, read_rows
from rasad.tokens import INVISIBLE, WORD, ZWNJ, fold

MATCHES = (
    "line", "start", "byline", "contains", "closing", "holds", "end", "inline", "prefix", "rest", "block", "date",
)  # fmt: skip

# The longest line that a row may take away whole, in squeezed letters. A paragraph of news is longer; a caption may be
# as long as one, but then its form stands at the end, within the reach.
_LONGEST = {"line": 200, "start": 130, "contains": 90, "closing": 400, "holds": 600}
_LONGEST_CREDIT = 60
# A byline is a label and a name; what is longer, or ends in a stop, is a sentence that begins with the same words.
_LONGEST_BYLINE = 36
_STOPS = tuple(".!?؟…،,")
# What stands around the name of an agency that signs on a line of its own («-رويترز-»).
_AROUND = "-–—*/|•()[]."
_REACH = 45

_GAPS = re.compile(rf"(?:\s|{ZWNJ}|{INVISIBLE.pattern})+")
_NUMBER = re.compile(r"\d+")


class LineRule(Struct, frozen=True):
    """One row: the kind of range it makes, its squeezed form, and its place."""

    kind: str
    form: str
    rule: str


class Boilerplate(Struct, frozen=True):
    """The rows of one language by the way they match, and the words that a line of date and clock may hold."""

    by_line: dict[str, LineRule]
    by_match: dict[str, tuple[LineRule, ...]]
    by_form: dict[str, dict[str, LineRule]]
    date_words: frozenset[str]

    def whole(self, key: str) -> LineRule | None:
        """Give the row that takes away the whole line with this key."""
        if key in self.by_line:
            return self.by_line[key]
        signed = self.by_line.get(key.strip(_AROUND))
        if signed is not None and signed.kind == "credit":
            return signed
        if len(key) <= _LONGEST_BYLINE and not key.endswith(_STOPS):
            for rule in self.by_match["byline"]:
                if key.startswith(rule.form) and key != rule.form:
                    return rule
        tests = {
            "start": key.startswith,
            "contains": key.__contains__,
            "closing": key[-_REACH:].__contains__,
            "holds": key.__contains__,
        }
        for match, test in tests.items():
            if len(key) <= _LONGEST[match]:
                for rule in self.by_match[match]:
                    if test(rule.form) and (rule.kind != "credit" or len(key) <= _LONGEST_CREDIT):
                        return rule
        return None

    def after(self, match: str, key: str) -> LineRule | None:
        """Give the row of `rest` or `block` that is the line with this key."""
        return self.by_form[match].get(key)

    def pieces(self, line: str, key: str) -> Iterator[tuple[Span, LineRule]]:
        """Give the parts of a line that are boilerplate though the line is not."""
        for rule in self.by_match["prefix"]:
            if key.startswith(rule.form):
                yield _found(line, rule.form, 0), rule
        for rule in self.by_match["inline"]:
            at = key.find(rule.form)
            while at >= 0:
                yield _found(line, rule.form, at), rule
                at = key.find(rule.form, at + len(rule.form))
        for rule in self.by_match["end"]:
            at = key.rfind(rule.form)
            if at > 0 and len(key) - at <= _REACH:
                yield (_found(line, rule.form, at)[0], len(line)), rule


def squeeze(text: str) -> str:
    """Give the letters of a line of one shape, without blanks, every number as `#`.

    >>> squeeze("کد خبر: ۵۳۶۳")
    'کدخبر:#'
    """
    return squeezed(fold(text))


def squeezed(folded: str) -> str:
    """Squeeze a line whose letters are folded already."""
    return _NUMBER.sub("#", _GAPS.sub("", folded).lower())


@cache
def boilerplate(langs: tuple[str, ...]) -> Boilerplate:
    """Read the rows of the languages."""
    rows = [row for lang in langs for row in read_rows(f"{lang}/boilerplate.tsv")]
    grouped: dict[str, list[LineRule]] = {match: [] for match in MATCHES}
    for row in rows:
        if row["match"] not in grouped:
            raise PackError(f"{row.rule}: match {row['match']!r} is unknown; use one of {', '.join(MATCHES)}")
        grouped[row["match"]].append(_line_rule(row))
    by_line = {rule.form: rule for match in ("line", "rest", "block") for rule in reversed(grouped[match])}
    by_form = {match: {rule.form: rule for rule in reversed(found)} for match, found in grouped.items()}
    by_match = {match: tuple(found) for match, found in grouped.items()}
    return Boilerplate(by_line, by_match, by_form, _date_words(langs, rows))


def _line_rule(row: Row) -> LineRule:
    kind = row["why"] if row["why"] in ("caption", "credit") else "boilerplate"
    return LineRule(kind, squeeze(row["form"]), row.rule)


def _date_words(langs: tuple[str, ...], rows: list[Row]) -> frozenset[str]:
    """Collect the words of months and weekdays and of the rows with match `date`."""
    tables = [row for lang in langs for name in ("months", "weekdays") for row in read_rows(f"{lang}/{name}.tsv")]
    forms = [row["form"] for row in tables] + [row["form"] for row in rows if row["match"] == "date"]
    return frozenset(word for form in forms for word in WORD.findall(fold(form).replace(ZWNJ, " ").lower()))


def _found(line: str, form: str, at: int) -> Span:
    """Give the span in the line of the squeezed letters that begin at `at`."""
    places = [index for index, key in _places(line)]
    return (places[at], places[at + len(form) - 1] + _number_length(line, places[at + len(form) - 1]))


def _places(line: str) -> Iterator[tuple[int, str]]:
    """Give the place in the line of each letter of its key."""
    folded = fold(line)
    for index, letter in enumerate(folded):
        if _GAPS.match(letter) or (letter.isdecimal() and index and folded[index - 1].isdecimal()):
            continue
        yield index, letter


def _number_length(line: str, at: int) -> int:
    digits = _NUMBER.match(fold(line), at)
    return digits.end() - at if digits else 1
