"""What the reports of one event disagree on: status, day, counts. Rows for people to judge, never averaged."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import inf

from rasad.fuse.days import days_of, gap, is_dated, shown
from rasad.fuse.events import Contradiction, FigureKey, ReportKey

ABOUT = 0.15
"""Part of a count by which "about" may be off before it contradicts another."""


def contradictions(reports: Sequence[ReportKey]) -> tuple[Contradiction, ...]:
    """Give the contradictions among the reports of one event, in a fixed order."""
    ordered = sorted(reports, key=lambda report: report.id)
    return (*_statuses(ordered), *_days(ordered), *_figures(ordered))


def _statuses(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set each denial beside one report that tells the event as done."""
    done = [r for r in reports if r.status in ("actual", "historical")]
    for report in (r for r in reports if r.status == "denied" and done):
        why = f"{done[0].page_id} tells it as {done[0].status}, {report.page_id} as denied"
        yield Contradiction("status", "conflict", done[0].id, done[0].status, report.id, "denied", why)


def _days(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set the different days beside each other, each pair of days once."""
    by_days = {days_of(r.date): r for r in reversed(reports) if is_dated(r)}
    for (days, report), (others, other) in combinations(sorted(by_days.items(), key=lambda item: item[1].id), 2):
        if gap(days, others):
            why = f"{report.page_id} says {shown(days)}, {other.page_id} says {shown(others)}"
            yield Contradiction("date", "conflict", report.id, shown(days), other.id, shown(others), why)


def _figures(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set counts of one unit beside each other when no reading of their bounds lets both hold."""
    by_unit: dict[str, list[tuple[FigureKey, ReportKey]]] = defaultdict(list)
    for report in reports:
        for figure in report.figures:
            by_unit[" ".join(figure.unit.casefold().split())].append((figure, report))
    for unit, told in sorted(by_unit.items()):
        # One telling of each value, and each value beside the next: three counts make two rows, not three.
        values = {(figure.value, figure.bound): (figure, report) for figure, report in reversed(told)}
        for (figure, report), (more, other) in pairwise(values[key] for key in sorted(values)):
            if report.page != other.page and not _both_hold(figure, more):
                yield _count(unit, (figure, report), (more, other))


def _count(unit: str, low: tuple[FigureKey, ReportKey], high: tuple[FigureKey, ReportKey]) -> Contradiction:
    (figure, report), (more, other) = low, high
    later = bool(report.day and other.day and report.day < other.day)
    why = f"{report.page_id} counts {_worded(figure)}, {other.page_id} {_worded(more)}"
    why += f"; the higher count is of a later day ({other.day})" if later else ""
    kind = "update" if later else "conflict"
    return Contradiction(unit, kind, report.id, _worded(figure), other.id, _worded(more), why)


def _both_hold(a: FigureKey, b: FigureKey) -> bool:
    (low, high), (least, most) = _bounds(a), _bounds(b)
    return low <= most and least <= high


def _bounds(figure: FigureKey) -> tuple[float, float]:
    match figure.bound:
        case "about":
            return (figure.value * (1 - ABOUT), figure.value * (1 + ABOUT))
        case "at_least":
            return (figure.value, inf)
        case "at_most":
            return (0.0, figure.value)
        case _:
            return (figure.value, figure.value)


def _worded(figure: FigureKey) -> str:
    bound = "" if figure.bound == "exact" else figure.bound.replace("_", " ") + " "
    return f"{bound}{figure.value:,.15g}"
