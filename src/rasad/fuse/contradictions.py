"""What reports of one event disagree on: whether it was, when, how many. Rows for people to judge, never averaged."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import inf

from rasad.fuse.compare import TOLLS
from rasad.fuse.days import LAST, days_of, gap, ordinal, shown, width
from rasad.fuse.events import FigureKey, ReportKey
from rasad.fuse.lesser import TRAIT
from rasad.fuse.rarity import BIT, word_bits
from rasad.relations import Contradiction

ABOUT = 0.15
"""Part of a count by which "about" may be off before it contradicts another."""
SHARED = 20 * BIT
"""Bits of words around two counts that make them counts of one thing."""
ROUND = 10
"""«More than 60» is no count: only an odd number is a toll as it stood at an hour."""
TWO = 2
"""Values of one toll on a page that can be two accounts of it."""
NIGHT = 1
"""Days apart that may be the evening of one and the dawn of the other."""
VISIT = "visit"
"""The mode of what lasts for days."""
BY_DAY = frozenset({"CONSULT", "AGREE"})
"""Deeds that have their day: they are not done in the night between two, and nothing follows from them for days."""
DOERS = "attackers"
"""The unit of those who did it: unlike a toll, their number does not rise with the hours."""


def contradictions(reports: Sequence[ReportKey]) -> tuple[Contradiction, ...]:
    """Give the contradictions among the reports of one event, in a fixed order."""
    if len(reports) < 2 and not any(report.figures or report.lesser for report in reports):
        return ()
    ordered = sorted(reports, key=lambda report: report.id)
    return (*_statuses(ordered), *_days(ordered), *_figures(ordered))


def _statuses(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set each denial in words beside a report that tells the event as done; «did not» alone may be of a part of it."""
    done = [r for r in reports if r.status in ("actual", "historical") and not r.denial]
    said: set[frozenset[str] | str] = set()
    for report in reports:
        # Neither a copy of a denial nor the same page is a second one.
        again = (bool(report.words) and report.words in said) or report.page in said
        if report.denial:
            said |= {report.words, report.page}
        if report.denial and done and not again:
            why = f"{done[0].page_id} tells it as {done[0].status}, {report.page_id} denies it («{report.denial}»)"
            yield Contradiction("status", "conflict", done[0].id, done[0].status, report.id, "denied", why)


def _days(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set different days beside each other, each pair of days once; an interval that was worked out says no day."""
    by_day = {days_of(r.date)[0]: r for r in reversed(reports) if r.date and r.dated and not width(days_of(r.date))}
    for (_, report), (_, other) in combinations(sorted(by_day.items(), key=lambda item: item[1].id), 2):
        mine, theirs = days_of(report.date), days_of(other.date)
        why = f"{report.page_id} says {shown(mine)}, {other.page_id} says {shown(theirs)}"
        night = gap(mine, theirs) <= NIGHT or max(mine, theirs)[0] > _told_by(reports)
        sole = {report.type, other.type} <= BY_DAY and VISIT not in (report.mode, other.mode)
        slip = _is_today(report, other) or report.status != other.status or (not sole and night)
        kind = "detail" if slip else "conflict"
        yield Contradiction("date", kind, report.id, shown(mine), other.id, shown(theirs), why)


def _told_by(reports: Sequence[ReportKey]) -> int:
    """Give the day by which the event was told as done; a later day is that of what came of it (a search, a claim)."""
    told = (ordinal(r.day, LAST) for r in reports if r.status == "actual" and r.day_declared)
    return min(told, default=LAST)


def _is_today(report: ReportKey, other: ReportKey) -> bool:
    """Tell whether the later day is that of its own page: the day of the telling is easily taken for the deed's."""
    later = max((report, other), key=lambda r: days_of(r.date))
    return later.day == shown(days_of(later.date))


Told = tuple[FigureKey, ReportKey]


def _figures(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set counts of one thing beside each other when no reading lets both hold, each pair of values once."""
    seen: set[tuple[str, float, float]] = set()
    pairs = ((r, r) if n == m else (r, reports[m]) for n, r in enumerate(reports) for m in range(n, len(reports)))
    for report, other in pairs:
        if report.page == other.page and report is not other:
            continue
        for mine, theirs in _within(report) if report is other else _pairs(report, other):
            low, high = sorted(((mine, report), (theirs, other)), key=lambda told: (told[0].value, told[1].id))
            key = (mine.unit, low[0].value, high[0].value)
            if key not in seen:
                seen.add(key)
                yield _count(mine.unit, low, high)


def _within(report: ReportKey) -> Iterator[tuple[FigureKey, FigureKey]]:
    """Give the counts of one page that clash: two tolls of two tellers, two numbers of those who did it.

    Two tolls of one teller are mostly a whole and its part, or a toll and the one that it has risen to.
    """
    counts = _counts(report)
    for unit in sorted({f.unit for f in counts}):
        mine = _of(counts, unit)
        if len({f.value for f in mine}) != TWO or (unit == DOERS and report.type != "ASSAULT"):
            continue  # a whole and its parts; the accused of a court
        for f, g in combinations(mine, 2):
            tellers = f.teller and g.teller and f.teller != g.teller
            if (
                not _both_hold(f, g)
                and (unit == DOERS or (unit.endswith(TOLLS) and tellers))
                and not (f.turn or g.turn)
            ):
                yield f, g


def _pairs(report: ReportKey, other: ReportKey) -> Iterator[tuple[FigureKey, FigureKey]]:
    """Give for every unit the counts that clash: of a toll those nearest to the triggers, else those in like words."""
    counts, others = _counts(report), _counts(other)
    for unit in sorted({f.unit for f in counts} & {f.unit for f in others}):
        mine, theirs = _of(counts, unit), _of(others, unit)
        if unit.endswith(TOLLS):
            sure = not _is_slip(mine[0], report) and not _is_slip(theirs[0], other)
            if sure and _clash(mine[0], report, theirs[0], other):
                yield mine[0], theirs[0]
            continue
        if {f.value for f in mine} & {f.value for f in theirs}:
            continue  # they agree on the count; the other ones are of parts of it, or of something else
        if unit.endswith(TRAIT):
            if len(mine) == len(theirs) == 1:
                yield mine[0], theirs[0]
            continue
        found = [
            (_shared(f, g, report, other), -f.value, -g.value, f, g)
            for f in mine for g in theirs
            if not _both_hold(f, g)
            and not any(_both_hold(f, x) for x in theirs)
            and not any(_both_hold(g, x) for x in mine)
        ]  # fmt: skip
        if found and (best := max(found, key=lambda item: item[:3]))[0] >= SHARED:
            yield best[3], best[4]


def _counts(report: ReportKey) -> list[FigureKey]:
    """Give the counts of a report, those in numbers first; beside a number, «a man killed» is one of the many."""
    fates = {_fate(f.unit) for f in report.figures}
    return [
        *report.figures,
        *(f for f in report.lesser if f.unit != f"people {_fate(f.unit)}" or _fate(f.unit) not in fates),
    ]


def _fate(unit: str) -> str:
    return unit.rpartition(" ")[2]


def _is_slip(figure: FigureKey, report: ReportKey) -> bool:
    """Tell whether a page counts as many dead as wounded: one of the two was not read where it stands."""
    return any(f.value == figure.value and f.unit != figure.unit and f.unit.endswith(TOLLS) for f in report.figures)


def _of(figures: Iterable[FigureKey], unit: str) -> list[FigureKey]:
    return list({(f.value, f.bound): f for f in figures if f.unit == unit}.values())


def _shared(f: FigureKey, g: FigureKey, report: ReportKey, other: ReportKey) -> int:
    return word_bits(report.lang).of(f.words & g.words) if report.lang == other.lang else 0


def _count(unit: str, low: Told, high: Told) -> Contradiction:
    """Write a row. A toll that is higher on a later page, or on the same day, may have risen: an update."""
    (figure, report), (more, other) = low, high
    risen = _risen(unit, low, high)
    why = f"{report.page_id} counts {_worded(figure)}, {other.page_id} {_worded(more)}"
    if report is other:
        why = f"{report.page_id} counts {_said(figure)}, and {_said(more)}"
    why += f"; {risen}" if risen else ""
    return Contradiction(
        unit, "update" if risen else "conflict", report.id, _worded(figure), other.id, _worded(more), why
    )  # fmt: skip


def _risen(unit: str, low: Told, high: Told) -> str:
    """Say why the higher count may be a later one: by the days of the pages, or in their words; empty if it is not."""
    (figure, report), (more, other) = low, high
    if unit == DOERS or unit.endswith(TRAIT) or report is other:
        return ""
    if report.day and other.day:
        if report.day == other.day and unit.endswith(TOLLS):
            return f"the higher count is of the same day ({other.day})"
        return f"the higher count is of a later day ({other.day})" if report.day < other.day else ""
    if not unit.endswith(TOLLS):
        return ""
    if more.turn == "rise":
        return f"{other.page_id} says that it has risen"
    return f"{report.page_id} says that it is not the last" if figure.turn == "first" else ""


def _clash(f: FigureKey, report: ReportKey, g: FigureKey, other: ReportKey) -> bool:
    """Tell if two counts cannot both hold; a later "at least" below an earlier toll takes it back, unless round."""
    if not _both_hold(f, g):
        return True
    if not (f.unit.endswith(TOLLS) and report.day and other.day):
        return False
    early, late = (f, g) if report.day < other.day else (g, f)
    exact = late.bound == "at_least" and late.value % ROUND and early.bound == "exact"
    return report.day != other.day and bool(exact) and late.value < early.value


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


def _said(figure: FigureKey) -> str:
    return f"{_worded(figure)}, according to {figure.teller}" if figure.teller else _worded(figure)


def _worded(figure: FigureKey) -> str:
    bound = "" if figure.bound == "exact" else figure.bound.replace("_", " ") + " "
    return f"{bound}{figure.value:,.15g}"
