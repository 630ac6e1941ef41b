"""HTML to a page: the text of the whole document, where its article stands, and what its markup says of it."""

import re

from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser

from rasad.capture import page_of, stating
from rasad.errors import PageError
from rasad.markup.head import stated
from rasad.markup.marks import MARK, Marked, marked
from rasad.markup.places import places
from rasad.markup.ranges import ranges
from rasad.markup.selectors import Selectors
from rasad.model import Outside, Page

MEDIA = "text/html"

# A page of news holds 2,000 elements, the longest one seen 9,000. What has more is a dump or an attack, and each costs
# 10 microseconds.
_MOST_TAGS = 400_000
# The parser and the search take a time that grows with the depth of a tag. Pages of news are some 40 deep.
_DEEPEST = 3_000
# Tags but those of elements that hold nothing, or that the next of their kind closes.
_TAG = re.compile(
    r"<(/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|path|source|t[dhr]|tbody|tfoot"
    r"|thead|track|wbr)\b)[a-z]",
    re.IGNORECASE,
)


# Without the texts of images the extraction leaves out whole figures, captions and all; as plain blocks they stay.
_FIGURE = re.compile(r"<(/?)fig(?:ure|caption)\b", re.IGNORECASE)
# The extraction sets lists inside of lists further and further in: 36,000 of them, 9 letters each, are 4 GB of blanks.
_DEEPEST_LIST = 30
_LIST = re.compile(r"<(/?)[uo]l\b", re.IGNORECASE)


def page_of_html(html: str, outside: Outside) -> Page:
    """Make the page of a document. What `outside` already knows is kept; the markup fills the rest."""
    if html.count("<") > _MOST_TAGS:
        raise PageError(f"the document has more than {_MOST_TAGS:,} tags", "split it into single pages")
    html = html.replace(MARK, "\ufffd")
    if _too_deep(html):
        return page_of(_text(html), outside, MEDIA)
    tree = LexborHTMLParser(html)
    selectors = Selectors(tree)
    facts = stated(tree, html, selectors)
    found = places(tree.body, selectors, facts)
    told = marked(tree, found) if found.body else Marked(_text(html), {})
    if found.body:
        told = told.read(_text(told.text))
    return stating(page_of(told.text, outside, MEDIA, ranges(told, found)), facts)


def text_of_html(html: str) -> str:
    """Give the text of a piece of HTML, with its line breaks and half-spaces.

    >>> text_of_html("<p>a<br>b</p>")
    'a\\nb'
    """
    return _text(html)


def declared_charset(data: bytes) -> str | None:
    """Give the charset that a document names in its first bytes.

    >>> declared_charset(b'<meta charset="windows-1256">')
    'windows-1256'
    """
    found = re.search(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""", data[:4096], re.IGNORECASE)
    return found[1].decode("ascii").lower() if found else None


def _text(html: str) -> str:
    """Give the text with its line breaks and half-spaces; bullets and texts of images are no text of the page."""
    plain = _FIGURE.sub(r"<\1div", html)
    if _depth(plain, _LIST, _DEEPEST_LIST) > _DEEPEST_LIST:
        plain = _LIST.sub(r"<\1div", plain)
    return str(
        extract_plain_text(plain, preserve_formatting=True, main_content=False, list_bullets=False, alt_texts=False)
    )


def _too_deep(html: str) -> bool:
    return html.count("<") > _DEEPEST and _depth(html, _TAG, _DEEPEST) > _DEEPEST


def _depth(html: str, tags: re.Pattern[str], most: int) -> int:
    """Count how deep tags lie in each other, up to one more than `most`."""
    depth = deepest = 0
    for tag in tags.finditer(html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
        if deepest > most:
            break
    return deepest
