"""RSS and Atom: one page an entry, of what the feed itself holds of it. Addresses are metadata; nothing is fetched."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from rasad.capture import sent_day, stating
from rasad.errors import PageError
from rasad.markup import text_of_html
from rasad.model import Outside, Page, Stated
from rasad.page_fields import titled
from rasad.readers import HTML_TYPES, SetAside, set_aside, stem, whole

DESCRIPTION = "RSS and Atom, one page an entry: title and text, with url, published, title and author as metadata"

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&\w+;")
# A feed holds tens of entries; an archive of one some thousands.
_MOST_ENTRIES = 20_000


def recognises(head: bytes, name: str) -> bool:
    """Tell by the root element, or by the name."""
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return (opening.startswith(b"<") and bool(_ROOT.search(opening))) or name.endswith((".rss", ".atom", ".rdf"))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the entries of a stream. What is no sound XML is read as far as it can be."""
    try:
        feed = _parsed(whole(stream))
        if not feed.entries:
            raise PageError("the feed holds no entries", "leave it out, or download the feed again")
    except PageError as fault:
        yield set_aside(name, None, fault)
        return
    for number, entry in enumerate(feed.entries[:_MOST_ENTRIES], start=1):
        try:
            yield _page(entry, feed.feed, f"{stem(name)}:{number}")
        except PageError as fault:
            yield set_aside(name, number, fault)


def _parsed(data: bytes) -> Any:
    # Imported here, since it takes as long as all the other readers together.
    import feedparser

    try:
        # From a stream: given a string, it would open what looks like a path or an address.
        return feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError) as fault:
        raise PageError(f"the feed is damaged ({fault})", "download the feed again") from fault


def _page(entry: Any, feed: Any, number: str) -> Page:
    """Make the page of an entry: its content if the feed holds it, else its summary."""
    title = _plain(entry.get("title_detail") or {"value": entry.get("title", "")})
    contents = [_plain(content) for content in entry.get("content", ())]
    summary = _plain(entry.get("summary_detail") or {"value": entry.get("summary", "")})
    body = max(contents, key=len, default="") or summary
    parts = [body] if body != title else []
    page = titled(" ".join(title.split()) or None, parts, Outside(number), "feed")
    return stating(page, tuple(_facts(entry, feed, title)))


def _plain(detail: Any) -> str:
    """Give the text of a part; feeds often hold HTML under the name of plain text."""
    value = str(detail.get("value") or "")
    if detail.get("type") in HTML_TYPES or _MARKUP.search(value):
        value = text_of_html(value)
    return value.strip()


def _facts(entry: Any, feed: Any, title: str) -> Iterator[Stated]:
    """Give what the feed states of an entry, each with its rule."""
    for kind, key in (("published", "published"), ("modified", "updated")):
        # Asked as a plain dict: as its own kind it gives the day of publication for that of a change that is not there.
        written = str(dict.get(entry, key) or "")
        if written:
            yield Stated(kind, sent_day(written) or written, f"feed:{key}")
    source = entry.get("source") or {}
    values = (
        ("url", entry.get("link"), "feed:link"), ("title", title, "feed:title"),
        ("publisher", feed.get("title"), "feed:feed.title"), ("author", entry.get("author"), "feed:author"),
        ("lang", str(feed.get("language") or "").split("-")[0].lower(), "feed:language"),
        ("credit", source.get("title"), "feed:source"), ("origin", source.get("title"), "feed:source"),
    )  # fmt: skip
    for field, value, rule in values:
        if value and isinstance(value, str):
            yield Stated(field, value, rule)
    for tag in entry.get("tags", ())[:20]:
        if tag.get("term"):
            yield Stated("section", str(tag["term"]), "feed:category")
