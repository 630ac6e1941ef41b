"""Where the tellings of an event begin, and how many beginnings are independent."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from rasad.fuse.events import LinkKey, ReportKey
from rasad.relations import Origin

NAMELESS = "anonymous"


def origins(reports: Sequence[ReportKey], copied: Collection[tuple[str, str]]) -> tuple[Origin, ...]:
    """Give the innermost stated link of every chain, each once, those that count first.

    Unknown origins give no row. A nameless source is kept but not counted, since two of them cannot be told apart; nor
    is an origin all of whose pages only repeat the wording of pages that have another origin already.
    """
    told: dict[str, list[ReportKey]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.id):
        if report.chain:
            told[report.chain[-1].id].append(report)
    found: list[Origin] = []
    counted_pages: list[set[str]] = []
    # The best attested first: copies are then counted to it.
    for _, some in sorted(told.items(), key=lambda item: (-len({r.page for r in item[1]}), item[0])):
        pages = {report.page for report in some}
        why = _why_not(some[0].chain[-1], pages, counted_pages, copied)
        if not why:
            counted_pages.append(pages)
        found.append(_origin(some, why))
    return tuple(sorted(found, key=lambda origin: (not origin.counted, origin.id)))


def _why_not(link: LinkKey, pages: set[str], counted: Sequence[set[str]], copied: Collection[tuple[str, str]]) -> str:
    """Say why an origin is not counted; nothing when it is."""
    if link.kind == NAMELESS:
        return "nameless: cannot be told from another source"
    for others in counted:
        if all(page not in others and any(_pair(page, other) in copied for other in others) for page in pages):
            return "its pages repeat the wording of pages with another origin"
    return ""


def _pair(page: str, other: str) -> tuple[str, str]:
    return (page, other) if page < other else (other, page)


def _origin(reports: Sequence[ReportKey], why_not: str) -> Origin:
    link = reports[0].chain[-1]
    pages = len({report.page for report in reports})
    why = why_not or f"innermost link of {pages} page{'s' if pages > 1 else ''}"
    return Origin(link.id, link.name, link.kind, not why_not, why, tuple(report.id for report in reports))
