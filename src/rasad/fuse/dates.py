"""The day of an event: what all its reports allow, and the day each report gets from the others."""

from collections.abc import Sequence

from rasad.fuse.days import FIRST, LAST, Days, days_of, is_dated, iso, shown, width
from rasad.fuse.events import ReportKey
from rasad.model import DateInterval

UNKNOWN = DateInterval(None, None, "unknown", "unknown", ("no report of the event gives a day",))


def event_date(reports: Sequence[ReportKey]) -> DateInterval:
    """Give the days that all reports allow, beginning with the narrowest.

    A report whose days do not meet those found so far is left out, and the derivation says so.
    """
    dated = sorted((r for r in reports if is_dated(r)), key=lambda r: (width(days_of(r.date)), r.id))
    if not dated or dated[0].date is None:
        return UNKNOWN
    best = dated[0].date
    found = days_of(best)
    lines = [f"{dated[0].page_id}: {shown(found)} ({best.basis})", *best.derivation]
    for report in dated[1:]:
        days = days_of(report.date)
        met = (max(found[0], days[0]), min(found[1], days[1]))
        if met[0] > met[1]:
            lines.append(f"{report.page_id}: {shown(days)} does not meet {shown(found)}: left out, a contradiction")
        elif met != found:
            lines.append(f"{report.page_id}: {shown(days)} leaves {shown(met)}")
            found = met
        else:
            lines.append(f"{report.page_id}: {shown(days)} agrees")
    if found == days_of(best):
        return DateInterval(best.earliest, best.latest, best.precision, best.basis, tuple(lines))
    return DateInterval(iso(found[0]), iso(found[1]), _precision(found), "other_report", tuple(lines))


def report_date(report: ReportKey, event: DateInterval, reports: Sequence[ReportKey]) -> DateInterval:
    """Give a report's day once the others are heard: its own if nothing narrows it.

    A day that comes from other pages has the basis `other_report`, and its derivation names them.
    """
    own, whole = days_of(report.date), days_of(event)
    if report.date and (own == whole or own[0] > whole[1] or whole[0] > own[1]):
        return report.date
    if not report.date and event.precision == "unknown":
        return DateInterval(None, None, "unknown", "unknown", ("the page gives no day, nor does another page",))
    if own == whole:
        return report.date or event
    pages = sorted({r.page_id for r in reports if r.id != report.id and width(days_of(r.date)) < width(own)})
    alone = f"this page alone allows {shown(own)}" if is_dated(report) else "this page gives no day"
    lines = (*(report.date.derivation if report.date else ()), alone, f"{', '.join(pages)}: {shown(whole)}")
    return DateInterval(event.earliest, event.latest, event.precision, "other_report", lines)


def _precision(days: Days) -> str:
    return "day" if days[0] == days[1] and days[0] not in (FIRST, LAST) else "interval"
