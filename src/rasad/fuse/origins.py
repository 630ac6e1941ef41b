"""Where the tellings of an event begin, and how many beginnings are independent."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from rasad.fuse.events import LinkKey, ReportKey
from rasad.model import CARRIERS
from rasad.relations import Origin

NAMELESS = "anonymous"

Told = tuple[LinkKey, ReportKey]
"""A report with its origin."""


def origins(reports: Sequence[ReportKey], copied: Collection[tuple[str, str]]) -> tuple[Origin, ...]:
    """Give the innermost stated link of every chain, or whom the page credits; each once, those that count first.

    Unknown origins give no row. A nameless source is kept but not counted, since two of them cannot be told apart; nor
    is an origin all of whose pages only repeat (`copied`) pages that have another origin already.
    """
    told: dict[str, list[Told]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.id):
        if report.origin:
            told[report.origin.id].append((report.origin, report))
    found: list[Origin] = []
    counted_pages: list[set[str]] = []
    # The best attested first, and who knows before who carries: copies are then counted to it.
    for some in sorted(told.values(), key=_rank):
        pages = {report.page for _, report in some}
        why = _why_not(some[0][0], pages, counted_pages, copied)
        if not why:
            counted_pages.append(pages)
        found.append(_origin(some, why))
    return tuple(sorted(found, key=lambda origin: (not origin.counted, origin.id)))


def _rank(told: Sequence[Told]) -> tuple[int, bool, str]:
    link = told[0][0]
    return (-len({report.page for _, report in told}), link.kind in CARRIERS, link.id)


def _why_not(link: LinkKey, pages: set[str], counted: Sequence[set[str]], copied: Collection[tuple[str, str]]) -> str:
    """Say why an origin is not counted; nothing when it is."""
    if link.kind == NAMELESS:
        return "nameless: cannot be told from another source"
    for others in counted:
        if all(page not in others and any(_pair(page, other) in copied for other in others) for page in pages):
            return "its pages repeat pages with another origin"
    return ""


def _pair(page: str, other: str) -> tuple[str, str]:
    return (page, other) if page < other else (other, page)


def _origin(told: Sequence[Told], why_not: str) -> Origin:
    link = told[0][0]
    pages = len({report.page for _, report in told})
    found = "innermost link" if any(report.chain for _, report in told) else "stated credit"
    why = why_not or f"{found} of {pages} page{'s' if pages > 1 else ''}"
    return Origin(link.id, link.name, link.kind, not why_not, why, tuple(report.id for _, report in told))
