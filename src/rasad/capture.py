"""From what a reader took out of a file to a page."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from email.utils import parsedate

from msgspec.structs import asdict, replace
from persiantools.jdatetime import JalaliDate

from rasad.errors import PageError
from rasad.model import Outside, Page, PageDate, Range, Stated

_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
# No Gregorian year of a web page lies below; a solar Hijri one will not reach it before the Gregorian year 2321.
_LAST_HIJRI_YEAR = 1700
_HALF = re.compile("[\ud800-\udfff]")
DATES = ("published", "modified")
"""Facts of a page that are days."""
_FIELDS = ("url", "retrieved_at", "published", "title", "lang", "publisher", "origin")

MAX_TEXT = 1_000_000
"""The longest text layer that is read. A long report has 100,000 characters; what is longer is an archive in one file,
and reading it as one page would hold up the others for minutes."""

MAX_FIELD = 4_000
"""The longest title, name, id or address. It stands in every table and on every screen that names the page; those of
real pages have some hundred characters."""


def page_of(text: str, outside: Outside, media: str, ranges: tuple[Range, ...] = ()) -> Page:
    """Make the page of a text layer. A text that cannot be read by anyone is a `PageError`."""
    text = sound(text)
    outside = replace(outside, **{field: bounded(field, value) for field, value in asdict(outside).items() if value})
    if not text.strip():
        raise PageError("the page holds no text", "leave it out, or capture it again")
    if len(text) > MAX_TEXT:
        raise PageError(f"the text is longer than {MAX_TEXT:,} characters", "split it into single pages")
    if "\0" in text:
        raise PageError("the text holds NUL characters", "find out what wrote them; they are no text")
    return Page(outside, text, hashlib.sha256(text.encode()).hexdigest(), media, ranges)


def bounded(field: str, value: str) -> str | None:
    """Give what is known of a page, cut where it goes on without end; an address that was cut would lead elsewhere.

    >>> bounded("title", "a" * 5000) == "a" * 4000, bounded("url", "a" * 5000)
    (True, None)
    """
    if field == "url" and len(value) > MAX_FIELD:
        return None
    return sound(value[:MAX_FIELD])


def sound(text: str) -> str:
    """Give a text without halves of letters, which JSON can name and no file can hold.

    >>> sound("a\\ud800b")
    'a\ufffdb'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)
    return text


def dated(page: Page, found: Iterable[tuple[str, str, str]]) -> Page:
    """Note the page's own dates, given as kind, what was written, and rule; the first published one is the page's."""
    dates = [PageDate(kind, day, rule) for kind, written, rule in found if (day := day_of(written))]
    published = page.outside.published or next((d.day for d in dates if d.kind == "published"), None)
    outside = replace(page.outside, published=published)
    return replace(page, outside=outside, dates=tuple(dict.fromkeys((*page.dates, *dates))))


def stating(page: Page, facts: Sequence[Stated]) -> Page:
    """Note what the capture or the markup states of a page; what is known from outside goes before it."""
    facts = [replace(fact, value=value) for fact in facts if (value := bounded(fact.field, fact.value))]
    first: dict[str, str] = {}
    for fact in facts:
        first.setdefault(fact.field, fact.value)
    known = {field: getattr(page.outside, field) or first.get(field) for field in _FIELDS if field not in DATES}
    page = replace(page, outside=replace(page.outside, **known), stated=(*page.stated, *facts))
    return dated(page, ((fact.field, fact.value, fact.rule) for fact in facts if fact.field in DATES))


def day_of(written: str) -> str | None:
    """Give the Gregorian day of a written date; years before 1700 are solar Hijri.

    >>> day_of("1402-08-10"), day_of("2017-01-20T21:43:00+01:00"), day_of("yesterday")
    ('2023-11-01', '2017-01-20', None)
    """
    found = _DAY.match(written.strip())
    if not found:
        return None
    year, month, day = map(int, found.groups())
    try:
        if year < _LAST_HIJRI_YEAR:
            return str(JalaliDate(year, month, day).to_gregorian().isoformat())  # type: ignore[no-untyped-call]
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def sent_day(written: str) -> str | None:
    """Give the day of a date written as ISO or as mail writes it, in the zone it was written in.

    >>> sent_day("Sun, 01 Dec 2024 23:00:00 +0330"), sent_day("2024-12-01"), sent_day("now")
    ('2024-12-01', '2024-12-01', None)
    """
    if day := day_of(written):
        return day
    parts = parsedate(written)
    return day_of("{}-{}-{}".format(*parts[:3])) if parts else None
