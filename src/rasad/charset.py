"""From bytes to text: UTF-8 where it can be, the old Arabic code pages where it must be."""

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding

from rasad.errors import PageError
from rasad.mojibake import mended, mostly_scrambled

MAX_BROKEN = 0.01
"""The share of broken characters a page may have. One bad byte in a hundred leaves every sentence readable, and shows
as U+FFFD in the text layer; with more, words are lost and what is read would be guessed."""

# The code pages of Arabic and Persian pages before UTF-8; the detector sometimes takes one for another of single bytes.
_OLD_CODE_PAGES = ("windows-1256", "iso-8859-6")
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC = re.compile("[\u0620-\u06ff]")
_FOREIGN = re.compile("[\u0080-\u061f\u0700-\uffff]")
_SAMPLE = 65_536


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Give the text of the bytes and the charset it was written in. What is no text is a `PageError`.

    >>> decode("سلام".encode("windows-1256"))
    ('سلام', 'windows-1256')
    """
    for mark, charset in _WIDE_MARKS:
        if data.startswith(mark):
            return data.decode(charset, "replace"), charset
    if b"\0" in data:
        raise PageError(
            "the file is binary (it holds NUL bytes)", "turn it into text, HTML or JSON Lines in UTF-8 first"
        )
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data, declared)
    return (mended(text), "utf-8; written twice") if mostly_scrambled(text) else (text, "utf-8")


def _decode_broken(data: bytes, declared: str | None) -> tuple[str, str]:
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    # As many Arabic letters as broken bytes prove UTF-8: in a page of windows-1256 hardly two bytes make one by chance.
    is_utf8 = 0 < broken <= len(_ARABIC.findall(mended))
    if is_utf8 and broken <= MAX_BROKEN * len(mended):
        return mended, f"utf-8; replaced={broken}"
    tried = (
        [] if is_utf8 else [(charset, text) for charset in _candidates(data, declared) if (text := _try(data, charset))]
    )
    if tried:
        charset, text = max(tried, key=lambda pair: _arabic_excess(pair[1]))
        if _arabic_excess(text) > 0:
            return text, charset
    if broken <= MAX_BROKEN * len(mended):
        return mended, f"utf-8; replaced={broken}"
    raise PageError(f"no charset we know fits the bytes ({broken} are broken as UTF-8)", "save the page as UTF-8")


def _try(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (ValueError, LookupError):  # no such charset, one that refuses, or a name that is none
        return None


def _arabic_excess(text: str) -> int:
    """Tell how many more Arabic letters than other ones a text holds; in the wrong code page it is full of accents."""
    sample = text[:_SAMPLE]
    return len(_ARABIC.findall(sample)) - len(_FOREIGN.findall(sample))


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    if declared:
        yield declared
    yield from _OLD_CODE_PAGES
    yield detect_encoding(data) or _OLD_CODE_PAGES[0]
