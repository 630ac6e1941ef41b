"""Letters folded and text cut into words: what both languages share before any pack is asked."""

import re

WORD = re.compile(r"[^\W_]+(?:[\u200c\u064b-\u0652\u0670][^\W_]+)*")
"""A word: letters and digits, with half-spaces inside."""

ZWNJ = "\u200c"

# Pairs of equal length, so that a span of the folded text is a span of the text. Chained `replace` on purpose: it is
# forty times faster than `translate` on Arabic script.
_LETTERS = (
    ("ي", "ی"), ("ى", "ی"), ("ئ", "ی"), ("ې", "ی"), ("ك", "ک"), ("ة", "ه"), ("ۀ", "ه"), ("ە", "ه"), ("ہ", "ه"),
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ؤ", "و"), ("\u00a0", " "), ("\u202f", " "), ("\t", " "),
)  # fmt: skip
_DIGITS = tuple((chr(base + n), str(n)) for base in (0x06F0, 0x0660) for n in range(10))


def fold(text: str) -> str:
    """Make letters and digits of one shape; the length stays, so spans stay.

    >>> fold("إيران ١٤٠٣") == fold("ایران ۱۴۰۳")
    True
    """
    for old, new in _LETTERS:
        text = text.replace(old, new)
    if not text.isascii():
        for old, new in _DIGITS:
            text = text.replace(old, new)
    return text


INVISIBLE = re.compile(
    "[\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0640\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)
"""Vowel signs, also of the Koran, tatweel, direction marks: kept in the text layer, left out of the reading text."""


def search_key(text: str) -> str:
    """Fold for full-text search: letters of one shape, no vowel signs, half-spaces as spaces, lower case."""
    return INVISIBLE.sub("", fold(text)).replace(ZWNJ, " ").lower()
