"""What a document says of itself beside its text: head, linked data, times, bylines; each with its rule."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rasad.markup.selectors import Selectors
from rasad.model import Stated
from rasad.packs.rows import read_rows

# Of each kind, so many elements are asked; what comes after tells of other pages.
_MOST = 200
_LONGEST = 500
"""Letters of a value that are kept; a description is shorter."""
_DEPTH = 6
"""How deep the article may lie in linked data: graph, page, main entity."""
_LINKED_DATE = re.compile(r'"date(Published|Modified)"\s*:\s*"([^"]+)"')
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*(\w{3} \w{3} \d{2} \d{4})")
_SAVED_DAY = "%a %b %d %Y"
_HEAD = 8_192
_LANGUAGE = re.compile(r"[-_]")
_ADDRESS = re.compile(r"(?:https?:)?//|file:", re.IGNORECASE)


def stated(tree: LexborHTMLParser, html: str, selectors: Selectors) -> tuple[Stated, ...]:
    """Give all that a document states, the most trusted of each field first."""
    found = [*_saved(html[:_HEAD]), *_linked(tree), *_metas(tree), *_elements(tree, selectors)]
    kept: dict[tuple[str, str, str], Stated] = {}
    for field, value, rule in found:
        value = _tidy(field, " ".join(unescape(value).split())[:_LONGEST])
        if value:
            kept.setdefault((field, value, rule), Stated(field, value, rule))
    return tuple(kept.values())


def _tidy(field: str, value: str) -> str:
    """Give a value as its field wants it, or nothing: languages without countries, whole addresses, authors by name."""
    if field == "lang":
        return _LANGUAGE.split(value)[0].lower()
    if field == "url" and not _ADDRESS.match(value):
        return ""
    return "" if field == "author" and (_ADDRESS.match(value) or value.startswith("@")) else value


def _saved(head: str) -> Iterator[tuple[str, str, str]]:
    """Read what a browser wrote when it saved the page."""
    if saved := _SAVED.search(head):
        yield "url", saved[1], "html:saved_from"
    if saved := _SINGLE_FILE.search(head):
        yield "url", saved[1], "html:singlefile"
        yield "retrieved_at", _saved_day(saved[2]), "html:singlefile"


def _saved_day(written: str) -> str:
    try:
        return datetime.strptime(written, _SAVED_DAY).date().isoformat()
    except ValueError:
        return ""


def _linked(tree: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    """Read the article of linked data; what is no JSON still gives its days."""
    for script in tree.css('script[type="application/ld+json"]')[:_MOST]:
        text = script.text() or ""
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            for which, written in _LINKED_DATE.findall(text):
                yield which.lower(), written, f"html:json-ld:date{which}"
            continue
        for article in _articles(data, _DEPTH):
            for field, path in _paths():
                yield from ((field, value, f"html:json-ld:{path}") for value in _values(article, path.split(".")))


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Give the nodes that tell of the article itself; lists of other pages are not entered."""
    if isinstance(data, list) and depth:
        for one in data[:_MOST]:
            yield from _articles(one, depth - 1)
    elif isinstance(data, dict) and depth:
        kinds = data.get("@type", ())
        if (
            _kinds() & {kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if isinstance(kind, str)}
            or "datePublished" in data
        ):
            yield data
        for key in ("@graph", "mainEntity"):
            yield from _articles(data.get(key), depth - 1)


def _values(node: Any, path: list[str]) -> Iterator[str]:
    """Give what stands at the end of a path; a list gives its first few."""
    if isinstance(node, list):
        for one in node[:3]:
            yield from _values(one, path)
    elif path and isinstance(node, dict):
        yield from _values(node.get(path[0]), path[1:])
    elif not path and isinstance(node, str):
        yield node


def _metas(tree: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    """Read the <meta> elements; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:_MOST]:
        name = _attribute(node, "property") or _attribute(node, "name") or _attribute(node, "itemprop")
        if name and (content := _attribute(node, "content")):
            found.setdefault(name.lower(), content)
    for field, name in _names():
        if name in found:
            yield field, found[name], f"html:meta:{name}"


def _elements(tree: LexborHTMLParser, selectors: Selectors) -> Iterator[tuple[str, str, str]]:
    """Read links, times and bylines."""
    for link in tree.css('link[rel="canonical"][href], link[rel="amphtml"][href]')[:_MOST]:
        rel = _attribute(link, "rel")
        yield ("url" if rel == "canonical" else "amp_url"), _attribute(link, "href"), f"html:link:{rel}"
    for root in tree.css("html[lang]")[:1]:
        yield "lang", _attribute(root, "lang"), "html:lang"
    for title in tree.css("head title")[:1]:
        yield "title", title.text(), "html:title"
    yield from _times(tree, selectors)
    for kind in ("author", "credit"):
        yield from _named(tree, kind, selectors)


def _times(tree: LexborHTMLParser, selectors: Selectors) -> Iterator[tuple[str, str, str]]:
    """Read the times that say what they are, and a single time, which is the page's."""
    for kind, place in (("published", "time"), ("modified", "retold")):
        for rule, node in _placed(tree, place, selectors):
            yield kind, _attribute(node, "datetime") or _attribute(node, "content"), rule
    times = tree.css("time[datetime]")
    if len(times) == 1:
        yield "published", _attribute(times[0], "datetime"), "html:time"


def _named(tree: LexborHTMLParser, kind: str, selectors: Selectors) -> Iterator[tuple[str, str, str]]:
    for rule, node in _placed(tree, kind, selectors):
        text = node.text(separator=" ")
        # A line; what is longer holds the author and more.
        if len(text) <= _LONGEST // 4:
            yield kind, text, rule


def _placed(tree: LexborHTMLParser, place: str, selectors: Selectors) -> Iterator[tuple[str, LexborNode]]:
    """Give the elements of the rows of one place, in the order of the rows; a few of each."""
    for row in selectors.rows(place):
        for node in tree.css(row["selector"])[:3]:
            yield row.rule, node


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple((row["field"], row["name"]) for row in read_rows("markup/metas.tsv"))


@cache
def _paths() -> tuple[tuple[str, str], ...]:
    return tuple((row["field"], row["path"]) for row in read_rows("markup/linked.tsv"))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["kind"] for row in read_rows("markup/kinds.tsv"))
