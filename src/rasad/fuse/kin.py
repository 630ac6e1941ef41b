"""Pages that tell one event from one source in other words: one credits the other, a communiqué, a translation."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from rasad.fuse.events import LinkKey, ReportKey
from rasad.fuse.profile import Profile, bare
from rasad.model import CARRIERS
from rasad.relations import Copy

WORDING, CREDIT, COMMUNIQUE, TRANSLATION = "wording", "credit", "communique", "translation"
BODIES = ("office", "organization")
"""Who gives out communiqués; the words of a person may be said on two occasions."""
SAME_FIGURES, SAME_EVENTS = 2, 2
"""Counts and numbers, or events in one order, that make two tellings renderings of one text."""
PAGES = 30
"""Pages of an event that are compared with each other; an event of hundreds has enough that is alike."""

HELD = 1_000
"""Reports that stay unpacked: the first of two pages meets several others."""

Pair = tuple[ReportKey, ReportKey]


def kin(
    groups: Iterable[Sequence[int]], reports: Sequence[Profile], copied: Collection[tuple[str, str]]
) -> tuple[Copy, ...]:
    """Give the pairs of pages that tell the same events from one source; copies of wording are known already.

    Groups are of places in `reports`. Only the places are held until all that two pages tell is known.
    """
    shared: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for group in groups:
        told = [bare(reports, n).report for n in group]
        place = {report.id: n for n, report in zip(group, told, strict=True)}
        for mine, theirs in tellings(told, copied):
            shared[mine.page, theirs.page].append((place[mine.id], place[theirs.id]))
    report = lru_cache(HELD)(lambda n: bare(reports, n).report)
    found = (kinship([(report(a), report(b)) for a, b in shared[pages]]) for pages in sorted(shared))
    return tuple(one for some in found for one in some)


def tellings(group: Sequence[ReportKey], copied: Collection[tuple[str, str]]) -> Iterator[Pair]:
    """Give for every two pages of a group, that are no copies, what each tells first."""
    first: dict[str, ReportKey] = {}
    for report in sorted(group, key=lambda r: (r.page, r.at, r.id)):
        first.setdefault(report.page, report)
    for pair in combinations(sorted(first)[:PAGES], 2):
        if pair not in copied:
            yield first[pair[0]], first[pair[1]]


def kinship(told: Sequence[Pair]) -> Iterator[Copy]:
    """Judge two pages by what both tell, event by event in the order of the events' first reports."""
    mine, theirs = told[0]
    yield from (Copy(mine.page, theirs.page, 0.0, why, kind) for kind, why in _judged(told))


def _judged(told: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Give the kind of kinship and its evidence, the strongest alone."""
    mine, theirs = told[0]
    credit = _credit(mine, theirs) or _credit(theirs, mine)
    common = _common_source(mine, theirs)
    rendered = _rendered(told)
    if mine.lang != theirs.lang and (credit or common) and rendered:
        yield TRANSLATION, f"two languages; {credit or common}; {rendered}"
    elif credit and any(_rests_on(*pair) or _rests_on(*pair[::-1]) for pair in told):
        yield CREDIT, credit
    elif body := _same_body(told):
        yield COMMUNIQUE, body


def _credit(page: ReportKey, other: ReportKey) -> str:
    """Say that a page credits the other one's outlet, and is not the older of the two."""
    if other.outlet is None or other.outlet == page.outlet or (page.day and other.day and page.day < other.day):
        return ""
    carriers = [link for link in (*page.credits, *page.chain) if link.kind in CARRIERS]
    named = any(link.name == other.outlet for link in carriers)
    return f"{page.page_id} credits {other.outlet}, which is the outlet of {other.page_id}" if named else ""


def _rests_on(page: ReportKey, other: ReportKey) -> bool:
    """Tell whether nothing but the other one's outlet stands behind a telling."""
    return page.origin is not None and page.origin.name == other.outlet


def _common_source(mine: ReportKey, theirs: ReportKey) -> str:
    """Say that both pages credit one agency or outlet."""
    some, others = ({c.id: c.name for c in (*r.credits, *r.chain) if c.kind in CARRIERS} for r in (mine, theirs))
    same = sorted(some.keys() & others.keys())
    return f"both credit {some[same[0]]}" if same else ""


def _rendered(told: Sequence[Pair]) -> str:
    """Say that two pages tell the same events in one order, or the same counts."""
    order = [theirs.at for _, theirs in sorted(told, key=lambda pair: pair[0].at)]
    if len(told) >= SAME_EVENTS and order == sorted(order):
        return f"the same {len(told)} events in one order"
    mine, theirs = (frozenset().union(*(_counts(pair[n]) for pair in told)) for n in (0, 1))
    same = sorted(mine & theirs)
    return f"the same counts: {', '.join(same)}" if len(same) >= SAME_FIGURES else ""


def _counts(report: ReportKey) -> frozenset[str]:
    return report.numbers | {f"{figure.value:,.15g}" for figure in report.figures}


def _same_body(told: Sequence[Pair]) -> str:
    """Say that both pages give the word of one body: on several events, or on one with the same counts."""
    bodies = [_body(pair) for pair in told]
    body = next((link for link in bodies if link is not None), None)
    if body is None:
        return ""
    events = sum(link is not None and link.id == body.id for link in bodies)
    rendered = _rendered(told)
    if events < SAME_EVENTS and not rendered:
        return ""
    return f"both give the word of {body.name} on {events} event{'s' if events > 1 else ''}" + (
        f"; {rendered}" if rendered else ""
    )


def _body(pair: Pair) -> LinkKey | None:
    mine, theirs = pair
    if not mine.chain or not theirs.chain or mine.chain[-1].id != theirs.chain[-1].id:
        return None
    return mine.chain[-1] if mine.chain[-1].kind in BODIES else None
