"""Find whose page it is: by its address, by what was declared outside, else by the agency that signs the dispatch."""

from urllib.parse import urlsplit

from msgspec.structs import replace

from rasad.model import Document, Entity, Mark
from rasad.packs import Packs

_CARRIERS = ("agency", "outlet")


def find_publisher(doc: Document, packs: Packs) -> Document:
    """Find the outlet of the page. It is never a source of its own page."""
    return replace(doc, publisher=_by_address(doc, packs) or _by_dateline(doc, packs) or _by_report(doc, packs))


def _by_address(doc: Document, packs: Packs) -> Entity | None:
    """Look the domain up, then its parents («ar.farsnews.ir» -> «farsnews.ir»)."""
    host = urlsplit(doc.page.outside.url or "").hostname or ""
    labels = host.removeprefix("www.").split(".")
    for first in range(len(labels) - 1):
        organisation = packs.register.domains.get(".".join(labels[first:]))
        if organisation:
            return packs.register.organisations[organisation]
    return None


def _by_dateline(doc: Document, packs: Packs) -> Entity | None:
    """Read «خبرگزاری فارس:» at the start of a paragraph as the agency whose dispatch it is."""
    starts = {s.start for s in doc.sentences}
    for mark in doc.marks:
        entity = _carrier(mark, packs)
        if entity is None or not any(start <= mark.start <= start + 12 for start in starts):
            continue
        if doc.folded[mark.end : mark.end + 2].strip().startswith((":", "-", "ـ", "–")):
            return entity
    return None


def _by_report(doc: Document, packs: Packs) -> Entity | None:
    """Read the agency of «به گزارش خبرگزاری X» as the page's own if it is the only one the page reports by."""
    found: dict[str, Entity] = {}
    first: tuple[int, Entity] | None = None
    for cue in doc.marks:
        if cue.kind != "attribution" or cue.cells["cue"] != "report" or cue.cells["side"] != "after":
            continue
        entity = next((e for m in doc.marks if cue.end <= m.start <= cue.end + 30 and (e := _carrier(m, packs))), None)
        if entity is not None:
            found[entity.id] = entity
            first = first or (cue.start, entity)
    quoted = {m.end for m in doc.marks if m.kind == "attribution" and m.cells["cue"] == "quote"}
    others = {
        e.id
        for m in doc.marks
        if (e := _carrier(m, packs)) and e.kind == "agency" and not any(m.start - 12 <= end <= m.start for end in quoted)
    } - set(found)
    if first is None or len(found) != 1 or others:
        return None
    opens = {s.start for s in doc.sentences if s.part != "title"}
    return first[1] if any(start <= first[0] <= start + 3 for start in opens) else None


def _carrier(mark: Mark, packs: Packs) -> Entity | None:
    if mark.kind != "org":
        return None
    entity = packs.register.organisations[mark.cells["id"]]
    return entity if entity.kind in _CARRIERS else None
