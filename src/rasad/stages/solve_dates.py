"""Give every report the days it can mean, and tell in words how they were found."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from rasad.dates import dayset
from rasad.dates.solver import Constraint, mention_constraint, solve, tenure_constraint, unresolved
from rasad.model import Document, Told
from rasad.packs import Packs
from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ, fold

CURRENT_DAYS = 31
"""What a page tells as news, not as background, happened within about a month of it (DESIGN 2, status)."""
_HISTORICAL_DAYS = 30
_LOWEST = date(1979, 1, 1).toordinal()


def solve_dates(doc: Document, packs: Packs) -> Document:
    """Solve the date of every report from what is written, the page's own dates and the offices of the people named.

    Two rounds: a page whose own day is unknown is anchored in the second by the latest day its news states in the first.
    """
    told = _shared_days(doc.told)
    page = PageTime(_day(doc, "published"), _day(doc, "published", "modified", "retrieved"), _eras(doc), _offices(doc, told, packs))
    first = [_solved(doc, t, page) for t in told]
    if page.anchor is None:
        page = replace(page, anchor=_newest(first))
        first = [_solved(doc, t, page) for t in told]
    earliest = page.offices.days.first if page.offices else None
    return replace(doc, told=tuple(_with_status(t, page.anchor or earliest, doc) for t in first))


class PageTime(Struct, frozen=True):
    """What the whole page tells of its time: its day (or its news'), its last possible day, eras and offices named."""

    anchor: int | None
    upper: int | None
    eras: list[Constraint]
    offices: Constraint | None


def _shared_days(told: tuple[Told, ...]) -> list[Told]:
    """Let a day serve the undated reports behind it that share an actor: they are of the same occasion."""
    found: list[Told] = []
    last: Told | None = None
    for report in told:
        if report.date_mention is None and report.status == "actual" and last is not None and _share(report, last):
            report = replace(report, date_mention=last.date_mention)
        elif report.date_mention is not None and report.status == "actual":
            last = report
        found.append(report)
    return found


def _share(one: Told, other: Told) -> bool:
    ids = {p.entity.id for p in (*other.actors, *other.recipients)}
    return any(p.entity.id in ids for p in one.actors)


def _day(doc: Document, *kinds: str) -> int | None:
    day = next((d.day for kind in kinds for d in doc.page_dates if d.kind == kind), None)
    return date.fromisoformat(day).toordinal() if day else None


def _solved(doc: Document, report: Told, page: PageTime) -> Told:
    planned = report.status in ("planned", "hypothetical")
    constraints = _order(page.upper, planned)
    mention = doc.dates[report.date_mention] if report.date_mention is not None else None
    lost: tuple[str, ...] = ()
    if mention is not None:
        stated = mention_constraint(mention, page.anchor, (None, None if planned else page.upper), planned)
        if stated is None:
            lost = (unresolved(mention),)
        else:
            constraints.append(stated)
    if report.status != "historical" and (mention is None or mention.kind in ("day_month", "weekday", "month", "relative")):
        constraints += [page.offices] if page.offices else []
        constraints += page.eras if report.status == "actual" else []
    if mention is None and page.anchor is not None and report.status == "actual":
        current = dayset.bounds(page.anchor - CURRENT_DAYS, page.anchor)
        constraints.append(Constraint("news", current, "told as current news", "relative", False))
    interval = solve(constraints, (None, None))
    return replace(report, date=replace(interval, derivation=(*lost, *interval.derivation)))


def _order(upper: int | None, planned: bool) -> list[Constraint]:
    """An event told as past came before the page was published, or seen."""
    if upper is None or planned:
        return []
    return [Constraint("order", dayset.bounds(_LOWEST, upper), "before the page was published or shown", "unknown")]


def _offices(doc: Document, told: list[Told], packs: Packs) -> Constraint | None:
    """Bound the page's news by the offices in which the people of its current reports are named."""
    parties = {p.entity.id for t in told if t.status != "historical" for p in (*t.actors, *t.recipients)}
    held: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    for mention in doc.mentions:
        if mention.office is None or mention.entity.id not in parties:
            continue
        for term in packs.register.tenures.get(mention.entity.id, ()):
            if term.office == mention.office:
                words = mention.office.replace("_", " ")
                held[term.person, term.first] = (mention.entity.name, words, term.first, term.last or "")
    return tenure_constraint(list(held.values()))


def _eras(doc: Document) -> list[Constraint]:
    """Read «the eleven-year war in Syria» as the eleventh year from the one in which it began."""
    folded = doc.folded.replace(ZWNJ, " ")
    numbers = {fold(r["form"]).replace(ZWNJ, " "): int(r["value"]) for r in read_rows(f"{doc.lang}/numbers.tsv") if r["value"].isdigit()}
    found: list[Constraint] = []
    for row in read_rows(f"{doc.lang}/eras.tsv"):
        before, after = (fold(part).replace(ZWNJ, " ") for part in row["form"].split("{n}"))
        at = folded.find(before)
        while at >= 0:
            stop = folded.find(after, at + len(before), at + len(before) + 16)
            word = folded[at + len(before) : stop].strip() if stop > 0 else ""
            count = int(word) if word.isdigit() else numbers.get(word)
            if count:
                year = int(row["first_year"]) + count
                days = dayset.bounds(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
                span = (at, stop + len(after))
                found.append(Constraint("era", days, f"{row['english']} is called {count} years old: {year}", "relative", False, span))
                break
            at = folded.find(before, at + 1)
    return found[:1]


def _with_status(report: Told, news: int | None, doc: Document) -> Told:
    """Call an event historical that was over a month before the page's news, or that is told by its bare year."""
    latest = report.date.latest if report.date else None
    if report.status != "actual" or latest is None or report.date_mention is None:
        return report
    if doc.dates[report.date_mention].kind == "year" and not _day(doc, "published"):
        # News of the running year does not name it («امسال», «هذا العام»): a bare year is background.
        return replace(report, status="historical")
    if news is None:
        return report
    if date.fromisoformat(latest).toordinal() < news - _HISTORICAL_DAYS:
        return replace(report, status="historical")
    return report


def _newest(told: list[Told]) -> int | None:
    """Give the latest day that a current report of the page states; a banner's clock is no news date."""
    days = [t.date.latest for t in told if t.date and t.date.latest and t.date.latest == t.date.earliest and t.status == "actual"]
    return date.fromisoformat(max(days)).toordinal() if days else None
