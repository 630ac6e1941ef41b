"""Find the language of a page and of its paragraphs, by letters and function words."""

from msgspec.structs import replace

from rasad.lines import lines
from rasad.model import Document
from rasad.packs import Packs
from rasad.packs.languages import OTHER, added, count, languages, named

# A page is judged by its beginning; a page of news is shorter, and a long one does not change its language.
_SAMPLE = 100


def find_language(doc: Document, packs: Packs) -> Document:
    """Name the language of the page and of each of its paragraphs: a pack's code, or `other`."""
    text = doc.page.text
    counts = [count(text[start:end]) for start, end in lines(text)]
    declared = doc.page.outside.lang
    lang = named(added(counts[:_SAMPLE]), declared if declared in languages() else OTHER)
    return replace(doc, lang=lang, paragraph_langs=tuple(named(paragraph, lang) for paragraph in counts))
