"""Spaces around punctuation, digits of two scripts in one number, and signs that nobody sees: as edits and notes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from rasad.model import Span
from rasad.offsets import Edit

LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06fc"
"""The letters of Arabic script, for a class of a pattern."""

_GLUED = re.compile(rf"[.!؟?](?<![.!؟?].)[.!؟?]*(?=([{LETTERS}]{{2,}})((?: ?[؟!]|[.?])?))")
# This letter ends a word, always; two letters behind it are another one («وزارةالصحة»).
_WORD_END = re.compile(rf"ة(?=[{LETTERS}]{{2}})")
_LETTERS_BEFORE = re.compile(rf"[{LETTERS}]*$")
# Words are shorter; what is longer is none.
_LONGEST_WORD = 50
_SHORTEST_WORD = 2
# «بی.بی.سی»: between stops, so few letters are a part of an abbreviation.
_ABBREVIATED = 3
# Each begins with the sign that it looks for, which is what makes it quick. A space before what closes goes, if nothing
# but a space or what closes too comes after it, or after a stop the next sentence, after a colon the speech.
_END = r"(?=[\s»)\].،؛:]|$)"
_BEFORE = re.compile(
    rf"[،؛؟!.:»)\]](?<=[{LETTERS}»)\]] .)"
    rf"(?:(?<=[،؛؟!])|(?<=\.)(?=[{LETTERS}]{{2}})|(?<=:)(?=[«\"“])|(?<=\.)(?!\.){_END}|(?<=[:»)\]]){_END})"
)
_INSIDE = re.compile(r" (?<=[«(\[] )(?=\S)")
_AFTER = re.compile(rf"[،؛:](?=[{LETTERS}«])(?:(?<=[{LETTERS}»)].)|(?<=[{LETTERS}»)] [،؛]))")
_AFTER_COLON = re.compile(rf":(?=[\"“]\S)(?<=[{LETTERS}»)]:)")
_AFTER_COMMA = re.compile(rf"[،؛](?=[0-9٠-٩۰-۹])(?<=[{LETTERS}»)].)")
# What closes ends a word; what is shorter behind it, or a plural, may be the ending of the word in it.
_AFTER_CLOSE = re.compile(rf"[»)](?=(?!ها)[{LETTERS}]{{3}})(?<=[{LETTERS}0-9A-Za-z٠-٩۰-۹.!؟].)")
# One letter before a guillemet is a proclitic («و«داعش»»).
_BEFORE_QUOTE = re.compile(rf"«(?=[{LETTERS}])(?<=[{LETTERS}]{{2}}«)")
_DIGITS = ("0-9", "\u0660-\u0669", "\u06f0-\u06f9")
_ONE_DIGIT = tuple(re.compile(f"[{digits}]") for digits in _DIGITS)
_NUMBER = re.compile(f"[{''.join(_DIGITS)}]{{2,}}")
_ZEROS = (0x30, 0x660, 0x6F0)
_RARE = re.compile("[\u0300-\u036f\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_HEAP = re.compile("[\u064b-\u065f\u0670]{5}")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FLOOD = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]{8,}|[\u0300-\u036f\u064b-\u065f\u0670]{5,}")
_COMBINING = re.compile("[\u0300-\u036f]{3,}")
_BORNE = 2
"""Accents that a letter may bear, as in Vietnamese."""


def glued_edits(text: str) -> Iterator[Edit]:
    """Put a space between a sentence and the next one that is glued to it («کردند.این»)."""
    for found in _GLUED.finditer(text):
        after, stop_after = found.groups()
        # A space before these marks goes, so it is as if it were not there.
        end = found.start() - (text[found.start() - 1 : found.start()] == " " and found[0][0] in "؟!")
        before = _LETTERS_BEFORE.search(text, max(0, end - _LONGEST_WORD), end)
        start = before.start() if before else end
        if end - start < _SHORTEST_WORD:
            continue
        stop_before = text[start - 1 : start] in (*".!؟?",)
        short_before = end - start <= _ABBREVIATED
        dotted = found[0][0] == "."  # abbreviations have full stops
        if dotted and ((stop_before and short_before) or (stop_after and len(after) <= _ABBREVIATED)):
            continue
        yield Edit(found.end(), found.end(), " ", "glued_sentence")


def word_edits(text: str, stretches: Sequence[Span]) -> Iterator[Edit]:
    """Put a space between Arabic words that are glued together («المتحدةوإيران»); Persian joins some for good."""
    for start, end in stretches:
        for found in _WORD_END.finditer(text, start, end):
            yield Edit(found.end(), found.end(), " ", "glued_word")


def spacing_edits(text: str, paragraphs: Sequence[Span]) -> Iterator[Edit]:
    """Mend the spaces around punctuation in the paragraphs of Arabic script («گفت ،ما» -> «گفت، ما»)."""
    for start, end in paragraphs:
        for found in _BEFORE.finditer(text, start, end):
            yield Edit(found.start() - 1, found.start(), "", "space_at_punctuation")
        for found in _INSIDE.finditer(text, start, end):
            yield Edit(found.start(), found.end(), "", "space_at_punctuation")
        for pattern in (_AFTER, _AFTER_COLON, _AFTER_COMMA, _AFTER_CLOSE):
            for found in pattern.finditer(text, start, end):
                yield Edit(found.end(), found.end(), " ", "space_at_punctuation")
        for found in _BEFORE_QUOTE.finditer(text, start, end):
            yield Edit(found.start(), found.start(), " ", "space_at_punctuation")


def digit_edits(text: str) -> Iterator[Edit]:
    """Write a number in the digits it begins with, if it holds those of two scripts («۱۴0۳»)."""
    if sum(1 for digit in _ONE_DIGIT if digit.search(text)) == 1:
        return
    for found in _NUMBER.finditer(text):
        zeros = [_zero(digit) for digit in found[0]]
        if len(set(zeros)) == 1:
            continue
        for at, zero in enumerate(zeros):
            if zero != zeros[0]:
                place = found.start() + at
                yield Edit(place, place + 1, chr(zeros[0] + unicodedata.digit(found[0][at])), "mixed_digits")


def combining_edits(text: str) -> Iterator[Edit]:
    """Take away the accents that are heaped upon a letter, but for two of them."""
    for found in _COMBINING.finditer(text):
        yield Edit(found.start() + _BORNE, found.end(), "", "heaped_accents")


def unseen(text: str) -> Iterator[tuple[Span, str]]:
    """Tell where signs stand that turn the direction of the text, or that flood it unseen; one line a kind."""
    if not _RARE.search(text) and not _HEAP.search(text):
        return
    turning = list(_TURNING.finditer(text))
    for sign, count in Counter(found[0] for found in turning).items():
        first = next(found for found in turning if found[0] == sign)
        yield (
            first.span(),
            f"direction control U+{ord(sign):04X} ({unicodedata.name(sign).lower()}), {count} on the page",
        )
    floods = list(_FLOOD.finditer(text))
    if floods:
        yield floods[0].span(), f"{len(floods)} runs of signs that nobody sees or that are heaped upon a letter"


def _zero(digit: str) -> int:
    return next(zero for zero in reversed(_ZEROS) if ord(digit) >= zero)
