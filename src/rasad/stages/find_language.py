"""Find the language of a page, of its paragraphs and of its quotations, by letters and function words."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document, Quote, Span
from rasad.packs import Packs
from rasad.packs.languages import OTHER, added, counts, language_of, languages, named
from rasad.quotes import quotes

# A page is judged by its beginning; a page of news is shorter, and a long one does not change its language.
_SAMPLE = 100
_FEWEST_WORDS = 5
"""Shorter quotations are mostly names; they are of the language around them."""


def find_language(doc: Document, packs: Packs) -> Document:
    """Name the language of the page, of each paragraph and quotation: a pack's code, or `other`."""
    text = doc.page.text
    paragraphs = lines(text)
    found = counts(text, paragraphs)
    declared = doc.page.outside.lang
    lang = named(added(found[:_SAMPLE]), declared if declared in languages() else OTHER)
    langs = tuple(named(paragraph, lang) for paragraph in found)
    return replace(doc, lang=lang, paragraph_langs=langs, quotes=_quotes(text, paragraphs, langs))


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
