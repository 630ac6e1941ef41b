"""Find whose page it is: by address or capture, by the agency that signs the dispatch, or by the credit at its foot."""

import re
from functools import cache

from msgspec.structs import replace

from rasad.model import Document, Entity, Mark
from rasad.packs import Packs
from rasad.packs.register import host
from rasad.packs.rows import read_rows
from rasad.tokens import fold
from rasad.within import beginning

_DATELINE_REACH = 12
"""Code points before the agency in which a city may stand («تهران- ایرنا-»)."""
_FURNITURE = ("boilerplate", "credit")
_ADDRESS = re.compile(r"https?://[^\s/]+/[^\s]+")
_REPORTER = "journalist"
_REPORTER_REACH = 12
"""Code points between a reporter and their outlet («خبرنگار فرهنگی خبرگزاری فارس»)."""
_OPENED_BY = 4
"""Code points of a sentence at which words still open it."""
_LONGEST = 40
"""Code points of an outlet's name before a colon; a longer one is a sentence."""
_HOMES = {"fa": "IRN"}
"""Whose agencies sign dispatches in a language: Persian agencies open with their own name, Arabic outlets do not."""


def find_publisher(doc: Document, packs: Packs) -> Document:
    """Find the outlet of the page. It is never a source of its own page."""
    named = packs.register.of_address(doc.page.outside.url) or _by_statement(doc, packs)
    found = named or _by_dateline(doc, packs) or _by_report(doc, packs) or _by_reporter(doc, packs)
    return replace(doc, publisher=found or _by_credit(doc, packs) or _by_prefix(doc))


def _by_statement(doc: Document, packs: Packs) -> Entity | None:
    """Take the outlet that capture or markup name; the register's own name goes before theirs."""
    named = [fact for fact in doc.stated if fact.field == "publisher" and fact.span is None]
    for fact in named:
        if fact.id:
            return packs.register.organisations[fact.id]
    name = doc.page.outside.publisher
    return Entity(f"outlet:{fold(name)}", name, "outlet") if name else None


def _by_credit(doc: Document, packs: Packs) -> Entity | None:
    """Read the last address of an article in the page's furniture; an outlet we do not know is its domain."""
    furniture = sorted((r.start, r.end) for r in doc.ranges if r.kind in _FURNITURE)
    found = [hit[0] for start, end in furniture for hit in _ADDRESS.finditer(doc.page.text, start, end)]
    for url in reversed(found):
        known, name = packs.register.of_address(url), host(url)
        if known is not None or not name:
            return known
        if not any(name == shared or name.endswith("." + shared) for shared in _shared_hosts()):
            return Entity(f"outlet:{name}", name, "outlet")
    return None


def _by_prefix(doc: Document) -> Entity | None:
    """Read furniture that ends in a colon right before the article («19 دی آنلاین:») as the outlet's name."""
    body = min((r.start for r in doc.ranges if r.kind not in _FURNITURE), default=None)
    for part in doc.ranges:
        name = doc.page.text[part.start : part.end].strip()
        if (
            part.kind in _FURNITURE
            and part.end == body
            and name.endswith(":")
            and "\n" not in name
            and len(name) <= _LONGEST
        ):
            return Entity(f"outlet:{fold(name[:-1].strip())}", name[:-1].strip(), "outlet")
    return None


@cache
def _shared_hosts() -> frozenset[str]:
    return frozenset(row["domain"] for row in read_rows("actors/shared_hosts.tsv"))


def _by_dateline(doc: Document, packs: Packs) -> Entity | None:
    """Read «خبرگزاری فارس:» at the start of the article's text as the agency that signs; a title may quote."""
    first = next((s.start for s in doc.sentences if s.part != "title"), None)
    for mark in doc.marks:
        entity = _carrier(mark, packs)
        if first is None or entity is None or not first <= mark.start <= first + _DATELINE_REACH:
            continue
        home = _HOMES.get(doc.lang, entity.country)  # «Washington Post: ...» heads what it wrote, not its own page
        if entity.country == home and doc.folded[mark.end : mark.end + 2].strip().startswith((":", "-", "–")):
            return entity
    return None


def _by_report(doc: Document, packs: Packs) -> Entity | None:
    """Read the home agency of «به گزارش خبرگزاری X» at the head of a paragraph as the page's own.

    A page that names another agency of the same country beside it, not behind «به نقل از», is nobody's dispatch.
    """
    opens = {s.start for s in doc.sentences if s.part != "title"}
    home = _HOMES.get(doc.lang)
    for cue in doc.marks:
        if (
            cue.kind != "attribution"
            or cue.cells["cue"] != "report"
            or not any(cue.start - passed in opens for passed in range(_OPENED_BY))
        ):
            continue
        near = beginning(doc.marks, cue.end - 14, cue.end + 41)
        entity = next((e for m in near if (e := _carrier(m, packs))), None)
        if entity is not None and entity.country == home and not _rivals(doc, entity, packs):
            return entity
    return None


def _by_reporter(doc: Document, packs: Packs) -> Entity | None:
    """Read whose reporter somebody spoke to as the page's own («در گفت‌وگو با خبرنگار فارس», «لمراسل الجوهرة»).

    Agencies of other countries are quoted by that, too.
    """
    home = _HOMES.get(doc.lang)
    heard = [m.core for m in doc.marks if m.kind == "attribution" and m.cells["cue"] == "interview"]
    for reporter in doc.marks:
        if reporter.kind != "office" or reporter.cells["office"] != _REPORTER:
            continue
        if not any(start <= reporter.core[0] <= end + 1 for start, end in heard):
            continue
        near = beginning(doc.marks, reporter.end, reporter.end + _REPORTER_REACH + 1)
        entity = next((e for m in near if (e := _carrier(m, packs))), None)
        own = entity is not None and (entity.country == home if home else entity.kind == "outlet")
        if entity is not None and own and not _rivals(doc, entity, packs):
            return entity
    return None


def _rivals(doc: Document, own: Entity, packs: Packs) -> bool:
    """Tell whether another agency of the country stands on the page as a source of its own."""
    quoted = {m.end for m in doc.marks if m.kind == "attribution" and m.cells["cue"] == "quote"}
    for mark in doc.marks:
        other = _carrier(mark, packs)
        if other is None or other.id == own.id or other.kind != "agency" or other.country != own.country:
            continue
        if mark.cells["use"] != "weak" and quoted.isdisjoint(range(mark.start - 12, mark.start + 1)):
            return True
    return False


def _carrier(mark: Mark, packs: Packs) -> Entity | None:
    if mark.kind != "org":
        return None
    entity = packs.register.organisations[mark.cells["id"]]
    return entity if entity.is_carrier else None
