"""A row of a file of many pages: the fields that it may hold, and the page they make."""

from msgspec import Struct

from rasad.capture import dated, page_of
from rasad.errors import PageError
from rasad.markup import page_of_html
from rasad.model import Outside, Page, Range


class Paragraph(Struct):
    """A paragraph of a text that came cut into pieces."""

    text: str | None = None


class Fields(Struct):
    """What a row may hold. Other keys are passed over."""

    id: str | int | None = None
    url: str | None = None
    retrieved_at: str | None = None
    published: str | None = None
    date: str | None = None
    title: str | None = None
    subtitle: str | None = None
    lang: str | None = None
    publisher: str | None = None
    origin: str | None = None
    text: str | None = None
    html: str | None = None
    content: list[Paragraph] = []


def page_of_fields(fields: Fields, default_id: str, form: str) -> Page:
    """Make the page of a row. `form` is the reader's name, for the rules."""
    outside = Outside(
        str(fields.id) if fields.id is not None else default_id,
        fields.url, fields.retrieved_at, fields.published, fields.title, fields.lang, fields.publisher, fields.origin,
    )  # fmt: skip
    if fields.html is not None:
        return page_of_html(fields.html, outside)
    key, written = ("published", fields.published) if fields.published else ("date", fields.date or "")
    return dated(_plain(fields, outside, form), [("published", written, f"{form}:{key}")])


def titled(title: str | None, parts: list[str], outside: Outside, form: str) -> Page:
    """Make the page of a title and the pieces of its text, with an empty line between them."""
    parts = [part for part in (title, *parts) if part and part.strip()]
    text = "\n\n".join(parts)
    if not title or len(parts) == 1:
        return page_of(text, outside, "text/plain")
    end = len(title)
    ranges = (Range(0, end, "title", f"{form}:title"), Range(end + 2, len(text), "body", f"{form}:content"))
    return page_of(text, outside, "text/plain", ranges)


def _plain(fields: Fields, outside: Outside, form: str) -> Page:
    """Make the page of a row with plain text, or with a text cut into title, subtitle and paragraphs."""
    if fields.text is not None:
        return page_of(fields.text, outside, "text/plain")
    parts = [part for part in (fields.subtitle, *(p.text for p in fields.content)) if part]
    if not parts and not fields.title:
        raise PageError("the line has neither text nor html", "put the page under the key `text` or `html`")
    return titled(fields.title, parts, outside, form)
