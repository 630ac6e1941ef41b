"""Give every report the days it can mean, and tell in words how they were found."""

from bisect import bisect_left
from datetime import date

from msgspec.structs import replace

from rasad.dates import dayset
from rasad.dates.constraints import (
    Constraint,
    coming_constraint,
    news_constraint,
    seen_constraint,
    told_by_constraint,
    unresolved,
)
from rasad.dates.dayset import DaySet
from rasad.dates.occasions import Shared, share_days
from rasad.dates.page_time import PageTime, coming, lead_days, page_time, says_since
from rasad.dates.solver import full_days, iso, solve
from rasad.grammar.narrative import in_background
from rasad.model import VERBAL, DateInterval, DateMention, Document, Told
from rasad.packs import Packs

CURRENT_DAYS = 31
"""What a page tells as news, not as background, happened within about a month of it (DESIGN 2, status)."""
_HISTORICAL_DAYS = 30
_RECURRING = ("day_month", "month")
_LAST = -1
_NARROW = 366
"""Days: what the parties' own offices bound to a year needs no bound by the offices of others."""
_SAID = frozenset({"THREATEN", "REJECT", "ACCUSE"})
_FIXED = ("day", "month_year", "year")


def solve_dates(doc: Document, packs: Packs) -> Document:
    """Solve the date of every report from what is written, the page's own time and the offices of the people named.

    Two rounds: a page whose own day is unknown is seen in the second from the latest day its news states in the first.
    """
    doc = replace(doc, told=tuple(map(_done_by_saying, doc.told)))
    shared = share_days(doc)
    reasons = sorted(m.start for m in doc.marks if m.kind == "grammar" and m.cells["use"] == "reason")
    page = replace(page_time(doc, [s.told for s in shared], packs), reasons=tuple(reasons))
    told = [_solved(doc, s, page) for s in shared]
    if page.anchor is None:
        page = replace(page, days=_since_newest(doc, page.days, told))
        told = [_solved(doc, s, page) for s in shared]
    told = [_with_status(t, page, doc) for t in told]
    over = in_background(doc, told)
    past = [replace(s, told=_as(s.told, "historical", "background")) if n in over else s for n, s in enumerate(shared)]
    told = [_solved(doc, s, page) if n in over else told[n] for n, s in enumerate(past)]
    return replace(doc, told=tuple(told), passing=tuple(_solved(doc, Shared(one), page) for one in doc.passing))


def _done_by_saying(report: Told) -> Told:
    """Call a threat, refusal or accusation actual: it is done by saying it, the future is that of its content."""
    if report.type in _SAID and report.status == "planned":
        return _as(report, "actual", "done_by_saying")
    return report


def _as(report: Told, status: str, why: str) -> Told:
    """Give a report with the status that a construction shows."""
    return replace(report, status=status, rules={**report.rules, "status": why})


def _solved(doc: Document, shared: Shared, page: PageTime) -> Told:
    report = shared.told
    ahead = report.status in ("planned", "hypothetical")
    mention = doc.dates[report.date_mention] if report.date_mention is not None else None
    said, lost = _said(shared, mention, page, ahead)
    reasons = [*said, *_offices(report, mention, page)]
    if page.order is not None and not ahead:
        reasons.append(page.order)
    if page.era is not None and report.status == "actual" and (mention is None or mention.kind not in _FIXED):
        reasons.append(page.era)
    if not said:
        reasons += [] if _is_reason(doc, report, page) else _undated(report, page, reasons)
    interval = solve(reasons)
    return replace(report, date=replace(interval, derivation=(*lost, *interval.derivation)))


Said = tuple[list[Constraint], tuple[str, ...]]
"""What is written as reasons, and what of it cannot be resolved, in words."""


def _said(shared: Shared, mention: DateMention | None, page: PageTime, ahead: bool) -> Said:
    """Give what is written as a reason, else the words that it cannot be resolved."""
    if mention is None:
        return [], ()
    found = seen_constraint(mention, page.days, ahead)
    if shared.told.past and found is not None and _is_ahead(found, page):
        if shared.told.type in VERBAL:
            return [], ()  # «دعت إلى الاحتفال [في 28 جويلية]»: the day of what is called for
        if mention.kind in _RECURRING and mention.offset is None:
            found = seen_constraint(replace(mention, offset=_LAST), page.days)
    if found is None:
        return [], (unresolved(mention),)
    if shared.by:
        return [told_by_constraint(found, CURRENT_DAYS)], ()
    return [replace(found, words=f"{found.words}, {shared.why}") if shared.why else found], ()


def _is_ahead(found: Constraint, page: PageTime) -> bool:
    """Tell whether what is written, read as it stands, lies ahead of the page."""
    return bool(found.days) and page.days.last is not None and (found.days.first or 0) > page.days.last + 1


def _offices(report: Told, mention: DateMention | None, page: PageTime) -> list[Constraint]:
    """Give the terms of the report's own parties; a plan or a thing of the past is not bound by them."""
    if report.status not in ("actual", "denied") or (mention is not None and mention.kind in _FIXED):
        return []
    parties = dict.fromkeys(p.entity.id for p in (*report.actors, *report.recipients))
    return [page.offices[person] for person in parties if person in page.offices]


def _is_reason(doc: Document, report: Told, page: PageTime) -> bool:
    """Tell whether a report only stands in a reason («because ... was signed»): what is known already, of any time."""
    if len(report.triggers) > 1:
        return False
    start, at = doc.sentences[report.sentence].start, report.triggers[0][0]
    return bisect_left(page.reasons, start) < bisect_left(page.reasons, at)


def _undated(report: Told, page: PageTime, reasons: list[Constraint]) -> list[Constraint]:
    """Bound a report without a date by the page's time: news is recent, plans come."""
    if report.status in ("planned", "hypothetical"):
        found = coming_constraint(page.days)
        return [found] if found else []
    if report.status != "actual" or (page.anchor is None and _is_narrow(solve(reasons))):
        return []
    found = news_constraint(page.days, CURRENT_DAYS)
    return [found] if found else []


def _is_narrow(found: DateInterval) -> bool:
    if found.earliest is None or found.latest is None:
        return False
    return (date.fromisoformat(found.latest) - date.fromisoformat(found.earliest)).days <= _NARROW


def _with_status(report: Told, page: PageTime, doc: Document) -> Told:
    """Judge by its days whether an event is over, or still to come.

    Over is what ended a month before the page's news, or what is told by its bare year; last month's events are not.
    """
    if report.status != "actual" or report.date is None or report.date_mention is None:
        return report
    mention = doc.dates[report.date_mention]
    if mention.kind in ("year", "month_year") and mention.year is not None and page.anchor is None:
        # News of the running year does not name it («امسال», «هذا العام»): a year without its day is background.
        return _as(report, "historical", "bare_year")
    latest, earliest = report.date.latest, report.date.earliest
    if latest and page.days.first is not None and _is_over(latest, page.days.first, mention):
        return _as(report, "historical", "day_over")
    if earliest and page.days.last is not None and date.fromisoformat(earliest).toordinal() > page.days.last + 1:
        return _as(report, "planned", "day_ahead")
    return report


def _is_over(latest: str, news: int, mention: DateMention) -> bool:
    """Tell whether a day lies a month back; the month before the page's own still counts as news."""
    day = date.fromisoformat(latest)
    if mention.kind in ("month", "month_year") or (mention.kind == "relative" and mention.unit == "month"):
        now = date.fromordinal(news)
        return (now.year - day.year) * 12 + now.month - day.month > 1
    return day.toordinal() < news - _HISTORICAL_DAYS


def _since_newest(doc: Document, days: DaySet, told: list[Told]) -> DaySet:
    """Take for the page's day the latest day of its news, or within a month; a banner's clock is no news."""
    ahead = coming(doc, told)
    other = ahead | {n for n, mention in enumerate(doc.dates) if says_since(doc, mention)}
    current = [t for t in told if t.status == "actual" and t.date_mention not in other]
    dates = [t.date for t in current if t.date and t.date.latest == t.date.earliest]
    stated = {d.latest for d in dates if d.basis == "stated"}
    lead = {iso(day) for n in lead_days(doc) if n not in ahead for _, day in full_days([doc.dates[n]])}
    newest = max((date.fromisoformat(day).toordinal() for day in (stated | lead) if day), default=None)
    if newest is None:
        return days
    return days.intersect(dayset.bounds(newest, newest + CURRENT_DAYS)) or days
