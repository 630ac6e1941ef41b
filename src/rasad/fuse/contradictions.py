"""What reports of one event disagree on: whether it was, when, how many. Rows for people to judge, never averaged."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import inf

from rasad.fuse.compare import TOLLS
from rasad.fuse.days import LAST, days_of, gap, ordinal, shown, width
from rasad.fuse.events import FigureKey, ReportKey
from rasad.fuse.rarity import BIT, word_bits
from rasad.relations import Contradiction

ABOUT = 0.15
"""Part of a count by which "about" may be off before it contradicts another."""
SHARED = 20 * BIT
"""Bits of words around two counts that make them counts of one thing."""
NIGHT = 1
"""Days apart that may be the evening of one and the dawn of the other."""
BY_DAY = frozenset({"CONSULT", "AGREE"})
"""Deeds that have their day: they are not done in the night between two, and nothing follows from them for days."""
DOERS = "attackers"
"""The unit of those who did it: unlike a toll, their number does not rise with the hours."""
DENIAL = "c:denial"


def contradictions(reports: Sequence[ReportKey]) -> tuple[Contradiction, ...]:
    """Give the contradictions among the reports of one event, in a fixed order."""
    ordered = sorted(reports, key=lambda report: report.id)
    return (*_statuses(ordered), *_days(ordered), *_figures(ordered))


def _statuses(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set each denial beside a report that tells the event as done; a denial in words close to it is one too."""
    done = [r for r in reports if r.status in ("actual", "historical") and DENIAL not in r.names]
    said: set[frozenset[str]] = set()
    for report in reports:
        denied = report.status == "denied" or (DENIAL in report.names and not _is_denial(reports))
        again = bool(report.words) and report.words in said  # a copy of a denial is no second one
        said |= {report.words} if denied else set()
        if denied and done and not again:
            why = f"{done[0].page_id} tells it as {done[0].status}, {report.page_id} as denied"
            yield Contradiction("status", "conflict", done[0].id, done[0].status, report.id, "denied", why)


def _is_denial(reports: Sequence[ReportKey]) -> bool:
    """Tell whether the event itself is a denial: then all its reports speak of one."""
    return sum(DENIAL in report.names for report in reports) * 2 > len(reports)


def _days(reports: Sequence[ReportKey]) -> Iterator[Contradiction]:
    """Set different days beside each other, each pair of days once; an interval that was worked out says no day."""
    by_day = {days_of(r.date)[0]: r for r in reversed(reports) if r.date and r.dated and not width(days_of(r.date))}
    for (_, report), (_, other) in combinations(sorted(by_day.items(), key=lambda item: item[1].id), 2):
        mine, theirs = days_of(report.date), days_of(other.date)
        why = f"{report.page_id} says {shown(mine)}, {other.page_id} says {shown(theirs)}"
        night = gap(mine, theirs) <= NIGHT or max(mine, theirs)[0] > _told_by(reports)
        slip = _is_today(report, other) or (report.type not in BY_DAY and night)
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
    for report, other in combinations(reports, 2):
        if report.page == other.page:
            continue
        for mine, theirs in _pairs(report, other):
            low, high = sorted(((mine, report), (theirs, other)), key=lambda told: (told[0].value, told[1].id))
            key = (mine.unit, low[0].value, high[0].value)
            if key not in seen:
                seen.add(key)
                yield _count(mine.unit, low, high)


def _pairs(report: ReportKey, other: ReportKey) -> Iterator[tuple[FigureKey, FigureKey]]:
    """Give for every unit the counts that clash: of a toll those nearest to the triggers, else those in like words."""
    for unit in sorted({f.unit for f in report.figures} & {f.unit for f in other.figures}):
        mine, theirs = _of(report.figures, unit), _of(other.figures, unit)
        if unit.endswith(TOLLS):
            sure = not _is_slip(mine[0], report) and not _is_slip(theirs[0], other)
            if sure and _clash(mine[0], report, theirs[0], other):
                yield mine[0], theirs[0]
            continue
        if {f.value for f in mine} & {f.value for f in theirs}:
            continue  # they agree on the count; the other ones are of parts of it, or of something else
        found = [
            (_shared(f, g, report, other), -f.value, -g.value, f, g)
            for f in mine for g in theirs
            if not _both_hold(f, g)
            and not any(_both_hold(f, x) for x in theirs)
            and not any(_both_hold(g, x) for x in mine)
        ]  # fmt: skip
        if found and (best := max(found, key=lambda item: item[:3]))[0] >= SHARED:
            yield best[3], best[4]


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
    hours = bool(report.day and report.day == other.day) and unit.endswith(TOLLS)
    rising = unit != DOERS and (hours or bool(report.day and other.day and report.day < other.day))
    why = f"{report.page_id} counts {_worded(figure)}, {other.page_id} {_worded(more)}"
    why += (
        f"; the higher count is of {'a later' if report.day != other.day else 'the same'} day ({other.day})"
        if rising
        else ""
    )
    return Contradiction(
        unit, "update" if rising else "conflict", report.id, _worded(figure), other.id, _worded(more), why
    )  # fmt: skip


def _clash(f: FigureKey, report: ReportKey, g: FigureKey, other: ReportKey) -> bool:
    """Tell whether two counts cannot both hold. A later "at least" below an earlier toll takes it back."""
    if not _both_hold(f, g):
        return True
    if not (f.unit.endswith(TOLLS) and report.day and other.day):
        return False
    early, late = (f, g) if report.day < other.day else (g, f)
    return report.day != other.day and late.bound == "at_least" and early.bound == "exact" and late.value < early.value


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
