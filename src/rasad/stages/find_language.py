"""Find the language of a page, of its paragraphs and of its quotations, by letters and function words."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress

from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document, Page, Quote, Span
from rasad.packs import Packs
from rasad.packs.languages import OTHER, added, counts, language_of, languages, named
from rasad.quotes import quotes
from rasad.within import Cover

# A page is judged by its beginning; a page of news is shorter, and a long one does not change its language.
_SAMPLE = 100
FURNITURE = ""
"""In place of a language, of a line that is not read."""
_FEWEST_WORDS = 5
"""Shorter quotations are mostly names; they are of the language around them."""


def find_language(doc: Document, packs: Packs) -> Document:
    """Name the language of the page, of each paragraph and quotation: a pack's code, or `other`.

    The lines that the markup calls furniture are asked for none, if there are others: a menu may be in the language of
    the site, and is read by nobody.
    """
    text = doc.page.text
    paragraphs = lines(text)
    read = _read(doc.page, paragraphs)
    if not any(read):
        read = [True] * len(paragraphs)
    asked = list(compress(paragraphs, read))
    found = counts(text, asked)
    declared = doc.page.outside.lang
    lang = named(added(found[:_SAMPLE]), declared if declared in languages() else OTHER)
    told = iter([named(paragraph, lang) for paragraph in found])
    langs = tuple(next(told) if one else FURNITURE for one in read)
    return replace(doc, lang=lang, paragraph_langs=langs, quotes=_quotes(text, asked, list(filter(None, langs))))


def _read(page: Page, paragraphs: Sequence[Span]) -> list[bool]:
    """Tell of each paragraph whether it is more than furniture of the markup."""
    furniture = Cover(((known.start, known.end), None) for known in page.ranges if known.kind == "boilerplate")
    return [not furniture.around(paragraph) for paragraph in paragraphs]


def _quotes(text: str, paragraphs: Sequence[Span], langs: Sequence[str]) -> tuple[Quote, ...]:
    """Find the quotations and name their languages."""
    starts = [start for start, _ in paragraphs]
    found = []
    for quote in quotes(text, paragraphs):
        around = langs[bisect_right(starts, quote.start) - 1]
        inner = text[slice(*quote.inner)]
        long = quote.sound and len(inner.split()) >= _FEWEST_WORDS
        found.append(replace(quote, lang=language_of(inner, around) if long else around))
    return tuple(found)
