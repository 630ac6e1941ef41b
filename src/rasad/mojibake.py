"""Text that was read in the wrong code page, twice: «Ø³Ù„Ø§Ù…» and «ط³ظ„ط§ظ…» for «سلام», «ÓáÇã» too."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

Mend = tuple[int, int, str]
"""A stretch of the text and the letter that it stands for."""

_WESTERN, _ARABIC = "windows-1252", "windows-1256"
# The first bytes of Arabic letters in UTF-8, of guillemets and spaces, and of half-spaces and dashes.
_TWO, _LATIN_TWO, _THREE = (0xD8, 0xD9, 0xDA, 0xDB), (0xC2,), (0xE2,)
_NEXT = range(0x80, 0xC0)
# Of the Arabic letters only this one has a second byte that is no sign of the Western code page; some programs drop it.
_HALVED = b"\xd9\x81"
# Fewer letters in a row may stand side by side by chance.
_FEWEST = 3
# Three words of Western letters with accents and without any other are no word of a language.
_SINGLE_WORDS = 3
_MOSTLY = 0.5


class _Pages(Struct, frozen=True):
    """How bytes of UTF-8 look in a code page: patterns of a run, a letter and an Arabic one, and each sign's byte."""

    run: re.Pattern[str]
    letter: re.Pattern[str]
    two: re.Pattern[str]
    bytes: dict[str, int]


def mends(text: str) -> list[Mend]:
    """Give every letter that was read wrong, with what it is; sound text costs two searches.

    >>> [mend[2] for mend in mends("Ø³Ù„Ø§Ù…")]
    ['س', 'ل', 'ا', 'م']
    """
    found: list[Mend] = []
    if _hints().search(text):
        for pages in _pages():
            found += _twice(text, pages)
    if not found and "Ç" in text:
        found += _once(text)
    return found


def mended(text: str) -> str:
    """Give the text with every letter as it is."""
    parts: list[str] = []
    at = 0
    for start, end, letter in sorted(mends(text)):
        parts += (text[at:start], letter)
        at = end
    return "".join((*parts, text[at:])) if parts else text


def mostly_scrambled(text: str) -> bool:
    """Tell whether more than half of what is not ASCII was read wrong: then the whole text was."""
    wrong = sum(end - start for start, end, _ in mends(text))
    return wrong > _MOSTLY * (len(text) - len(text.encode("ascii", "ignore"))) if wrong else False


def _twice(text: str, pages: _Pages) -> Iterator[Mend]:
    """Read UTF-8 that was taken for a code page."""
    for run in pages.run.finditer(text):
        if len(pages.two.findall(run[0])) < _FEWEST:
            continue
        for letter in pages.letter.finditer(run[0]):
            data = bytes(pages.bytes[sign] for sign in letter[0])
            data = _HALVED if len(data) == 1 else data
            yield run.start() + letter.start(), run.start() + letter.end(), data.decode("utf-8", "replace")


def _once(text: str) -> Iterator[Mend]:
    """Read the Arabic code page that was taken for the Western one: line by line, since both may stand on a page."""
    high, table = _high(), _single()
    for run in high.finditer(text):
        for at in range(run.start(), run.end()):
            if letter := table.get(text[at]):
                yield at, at + 1, letter


@cache
def _pages() -> tuple[_Pages, ...]:
    return (_page(_WESTERN), _page(_ARABIC))


@cache
def _hints() -> re.Pattern[str]:
    """Find how the commonest letters look, of which no scrambled text of some length lacks all."""
    return re.compile("Ø§|Ù„|Û\u008c|ÛŒ|ط§|ظ„|غŒ")


def _page(charset: str) -> _Pages:
    signs = {value: _signs(value, charset) for value in (*_TWO, *_LATIN_TWO, *_THREE, *_NEXT)}
    after = _class("".join(signs[value] for value in _NEXT))
    starts = _class("".join(signs[value] for value in _TWO))
    two = starts + after
    letters = f"{two}|{_class(signs[0xC2])}{after}|{_class(signs[0xE2])}{after}{after}"
    halved = f"|{signs[_HALVED[0]]}(?={starts}|[ \\n]{starts})" if charset == _WESTERN else ""
    letter = f"(?:{letters}{halved})"
    run = f"(?:{letter}[ \\n]?){{{_FEWEST},}}"
    bytes_of = {sign: value for value, found in signs.items() for sign in found}
    return _Pages(re.compile(run), re.compile(letter), re.compile(two), bytes_of)


def _signs(value: int, charset: str) -> str:
    """Give the signs that a byte may have become: that of the code page, and the control of Latin 1."""
    sign = bytes((value,)).decode(charset, "ignore")
    return sign + chr(value) if charset == _WESTERN and chr(value) != sign else sign


def _class(signs: str) -> str:
    return f"[{re.escape(signs)}]"


@cache
def _single() -> dict[str, str]:
    """Give the Arabic letter for each sign of the Western code page."""
    return {sign: bytes((value,)).decode(_ARABIC) for value in range(0x80, 0x100) for sign in _signs(value, _WESTERN)}


@cache
def _high() -> re.Pattern[str]:
    letters = _class("".join(sign for sign, letter in _single().items() if letter.isalpha()))
    word = f"(?<![A-Za-z]){letters}{{2,}}(?![A-Za-z])"
    gap = "[ \u00a0.¡:()0-9«»\u009d\u009e]{1,4}"
    return re.compile(f"{word}(?:{gap}(?:{letters}(?![A-Za-z]))+){{{_SINGLE_WORDS - 1},}}")
