"""HTML to a page: the text of the whole document, where its article stands, and what its head says of it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec.structs import replace
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from rasad.capture import dated, page_of
from rasad.model import Outside, Page, Range

MEDIA = "text/html"

# A line of an article's text, and not of a menu: this long with a stop at its end, or this long without.
_SENTENCE = 60
_PARAGRAPH = 150
_LINE = re.compile(r"\S[^\n]*")
_STOPPED = re.compile(r"[.!?؟…][»\"”’)\]]*$")
_WORDS = re.compile(r"[^\W_]+")
# The search for the main content takes a time that grows with the square of the depth: 0.1 s at this one, 2 s at four
# times as much. Pages of news are some 40 deep. Fewer tags than this cannot nest deeper.
_DEEPEST = 3_000
# Tags but those of elements that hold nothing, or that the next of their kind closes.
_TAG = re.compile(
    r"<(/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|path|source|t[dhr]|tbody|tfoot"
    r"|thead|track|wbr)\b)[a-z]",
    re.IGNORECASE,
)
_LINKED_DATE = re.compile(r'"date(Published|Modified)"\s*:\s*"([^"]+)"')
# Name of a <meta>, by property, name or itemprop -> kind of date.
_DATE_NAMES = {
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date.issued": "published",
    "publishdate": "published",
    "publish-date": "published",
    "pubdate": "published",
    "dc.date": "published",
    "date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
}


def page_of_html(html: str, outside: Outside) -> Page:
    """Make the page of a document. What `outside` already knows is kept; the head fills the rest."""
    tree = HTMLTree.parse(html)
    metas = _metas(tree)
    text = _text(tree, main_content=False)
    titles = {_key(title) for title in (metas.get("og:title"), *_texts(tree, "h1")) if title}
    main = "" if _too_deep(html) else _text(tree, main_content=True)
    ranges = _ranges(text, main, titles - {""})
    page = page_of(text, _outside(tree, metas, outside), MEDIA, ranges)
    return dated(page, _dates(tree, metas))


def declared_charset(data: bytes) -> str | None:
    """Give the charset that a document names in its first bytes.

    >>> declared_charset(b'<meta charset="windows-1256">')
    'windows-1256'
    """
    found = re.search(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""", data[:4096], re.IGNORECASE)
    return found[1].decode("ascii").lower() if found else None


def _text(tree: HTMLTree, main_content: bool) -> str:
    """Give the text with its line breaks and half-spaces; bullets and texts of images are no text of the page."""
    return str(
        extract_plain_text(
            tree, preserve_formatting=True, main_content=main_content, list_bullets=False, alt_texts=False
        )
    )


def _too_deep(html: str) -> bool:
    if html.count("<") <= _DEEPEST:
        return False
    depth = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag[1] else 1
        if depth > _DEEPEST:
            return True
    return False


def _ranges(text: str, main: str, titles: set[str]) -> tuple[Range, ...]:
    """Tell which lines of the text are title and body; what is neither is boilerplate.

    The body goes from the title to the last line that looks like an article's: what the main content holds before and
    after are menus. Without a main content nothing is told, and the lines are judged by their words alone.
    """
    spans = [line.span() for line in _LINE.finditer(text)]
    keys = [_key(text[start:end]) for start, end in spans]
    body = _lines_of(main, keys)
    told = [number for number in body if _is_told(text[slice(*spans[number])])]
    if not told:
        return ()
    # A title stands in the page's bar, in menus and over the article: the last before the text is the article's.
    title = max((number for number in range(min(told)) if keys[number] in titles), default=None)
    first = min(told) if title is None else title + 1
    inside = {number for number in body if first <= number <= max(told)}
    return tuple(Range(start, end, *_kind(number, inside, title)) for number, (start, end) in enumerate(spans))


def _kind(number: int, body: set[int], title: int | None) -> tuple[str, str]:
    if number == title:
        return "title", "html:title"
    if number in body:
        return "body", "html:main_content"
    return "boilerplate", "html:not_main_content"


def _lines_of(main: str, keys: list[str]) -> list[int]:
    """Find the lines of the main content again among those of the whole text, in their order."""
    main_keys = [_key(line[0]) for line in _LINE.finditer(main)]
    blocks = SequenceMatcher(None, keys, main_keys).get_matching_blocks()
    return [number for block in blocks for number in range(block.a, block.a + block.size)]


def _is_told(line: str) -> bool:
    return len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and bool(_STOPPED.search(line)))


def _key(line: str) -> str:
    return " ".join(_WORDS.findall(line))


def _metas(tree: HTMLTree) -> dict[str, str]:
    """Give the contents of the <meta> elements by their names; the first of a name counts."""
    found: dict[str, str] = {}
    for node in _all(tree, "meta[content]"):
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        if name:
            found.setdefault(str(name).lower(), str(node.getattr("content")).strip())
    return found


def _outside(tree: HTMLTree, metas: dict[str, str], outside: Outside) -> Outside:
    """Fill what is not known from outside with what the head says."""
    canonical = (str(link.getattr("href")) for link in _all(tree, 'link[rel="canonical"][href]'))
    langs = (str(root.getattr("lang")).split("-")[0].lower() for root in _all(tree, "html[lang]"))
    return replace(
        outside,
        url=outside.url or next(canonical, None) or metas.get("og:url") or None,
        title=outside.title or metas.get("og:title") or next(_texts(tree, "title"), None),
        lang=outside.lang or next(langs, None) or None,
        publisher=outside.publisher or metas.get("og:site_name") or None,
    )


def _dates(tree: HTMLTree, metas: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give the dates the document states of itself: kind, what is written, rule."""
    for script in _all(tree, 'script[type="application/ld+json"]'):
        for which, written in _LINKED_DATE.findall(script.text or ""):
            yield which.lower(), written, f"html:json-ld:date{which}"
    for name, kind in _DATE_NAMES.items():
        if name in metas:
            yield kind, metas[name], f"html:meta:{name}"
    times = list(_all(tree, "time[datetime]"))
    if len(times) == 1:
        yield "published", str(times[0].getattr("datetime")), "html:time"


def _texts(tree: HTMLTree, selector: str) -> Iterator[str]:
    for node in _all(tree, selector):
        if text := " ".join((node.text or "").split()):
            yield text


def _all(tree: HTMLTree, selector: str) -> Iterator[ElementNode]:
    if tree.document is not None:
        yield from tree.document.query_selector_all(selector)
