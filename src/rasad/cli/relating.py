"""The commands that ask how pages hang together: origins, contradictions, copies, and what two cases differ in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct

from rasad.cli.blocks import around, event_line
from rasad.cli.screen import give_json, safe, say
from rasad.cli.views import Keep, filters_of, occasion_lines
from rasad.fuse.denials import again, denial
from rasad.fuse.spans import apart
from rasad.model import Span
from rasad.relations import Contradiction, Copy, Origin
from rasad.store import evidence, queries
from rasad.store.changes import Change, changes
from rasad.store.db import Case, open_case
from rasad.store.evidence import Told
from rasad.store.rows import Entry, report_ids

_SAME = {True: "both from one origin: a slip of copying?", False: "two origins", None: "an origin is not stated"}
UNKNOWN = "no origin is stated: counts 0"


class PageLine(Struct, frozen=True):
    """A page as these commands name it; `copy_of` are pages of the same event whose wording it shares."""

    page: str
    page_id: str
    outlet: str | None
    lang: str
    day: str | None
    copy_of: tuple[str, ...] = ()


class Way(Struct, frozen=True):
    """How a report came: its page, and the names of the links between the origin and the page, innermost first."""

    report: str
    told_on: PageLine
    links: tuple[str, ...]


class Beginning(Struct, frozen=True):
    """An origin of an event with the ways that lead from it; none for reports that state no origin."""

    origin: Origin | None
    ways: tuple[Way, ...]


class Clash(Struct, frozen=True):
    """A contradiction with its event, its two pages, who says so and in what words; one origin twice hints at a slip.

    Who says so is the teller of a count, if the page names one, else the origin of the report.
    """

    event: str
    row: Contradiction
    page: PageLine
    other: PageLine
    origin: str | None
    other_origin: str | None
    same_origin: bool | None
    words: str
    other_words: str


class Side(Struct, frozen=True):
    """One side of a contradiction: its page, where the page says it, and who says so there."""

    page: PageLine
    told_on: Entry
    span: Span
    teller: str | None


def show_origins(path: Path, prefix: str, as_json: bool) -> None:
    """Show where the tellings of an event begin, as a tree: origin, links, outlet, page."""
    with open_case(path) as case:
        event = queries.event(case.db, prefix)
        found, occasions = _beginnings(case, event.id), list(occasion_lines(case.db, event.id))
    if as_json:
        give_json({"event": event.id, "origins": found})
        return
    click.echo(event_line(event))
    for beginning in found:
        click.echo(f"\n{_origin_line(beginning.origin)}")
        for line in _tree([(tuple(map(safe, way.links)), _page_text(way.told_on)) for way in beginning.ways]):
            click.echo(line)
    for line in occasions:
        click.echo(f"\n{line}")


def list_contradictions(path: Path, kind: str | None, keep: Keep, as_json: bool) -> None:
    """List the contradictions of the events that pass the filters."""
    with open_case(path) as case:
        for event in queries.events(case.db, filters_of(keep)):
            clashes = (
                [c for c in _clashes(case, event.id) if kind in (None, c.row.kind)] if event.contradictions else []
            )
            if clashes and not as_json:
                click.echo(event_line(event))
            for clash in clashes:
                give_json(clash) if as_json else click.echo("\n".join(_clash_lines(clash)))


def list_copies(path: Path, keep: Keep, as_json: bool) -> None:
    """List pairs of pages of which one repeats the other; with filters, only those that tell an event left by them."""
    with open_case(path) as case:
        kept = _pages_told(case, keep) if any(keep.values()) else None
        for copy in evidence.copies(case.db):
            if kept is None or {copy.page, copy.other} <= kept:
                one, two = (_page(case, sha) for sha in (copy.page, copy.other))
                found = {"kind": copy.kind, "share": copy.share, "why": copy.why, "page": one, "other": two}
                give_json(found) if as_json else click.echo("\n".join(_copy_lines(copy, one, two)))


def show_changes(path: Path, other: Path, keep: Keep, as_json: bool) -> None:
    """Show which events were added, lost or changed from one case to the other, and by which cause."""
    tally: dict[str, int] = defaultdict(int)
    with open_case(path) as one, open_case(other) as two:
        for change in changes(one.db, two.db, filters_of(keep)):
            tally[change.what] += 1
            give_json(change) if as_json else click.echo("\n".join(_change_lines(change)))
    say(f"{tally['lost']} events lost, {tally['changed']} changed, {tally['added']} added")


def _beginnings(case: Case, event_id: str) -> list[Beginning]:
    told = list(evidence.told(case.db, event_id))
    shas = {one.telling.page for one in told}
    pairs = [copy for copy in evidence.copies(case.db) if {copy.page, copy.other} <= shas]
    ways = {one.telling.report: _way(case, one, pairs) for one in told}
    origins = evidence.origins(case.db, event_id)
    found = [Beginning(origin, tuple(ways.pop(r) for r in origin.reports if r in ways)) for origin in origins]
    return [*found, Beginning(None, tuple(ways.values()))] if ways else found


def _way(case: Case, told: Told, pairs: Sequence[Copy]) -> Way:
    links = tuple(f"{link.name} ({link.kind})" for link in reversed(told.report.attribution[:-1]))
    sha = told.telling.page
    others = [two if one == sha else one for one, two in ((c.page, c.other) for c in pairs) if sha in (one, two)]
    return Way(told.telling.report, _page(case, sha, tuple(_page(case, o).page_id for o in others)), links)


def _page(case: Case, sha: str, copy_of: tuple[str, ...] = ()) -> PageLine:
    row = case.db.execute("SELECT sha256, id, outlet, lang, published FROM page WHERE sha256 = ?", (sha,)).fetchone()
    return PageLine(*(*row, copy_of))


def _pages_told(case: Case, keep: Keep) -> set[str]:
    events = queries.events(case.db, filters_of(keep))
    return {page for event in events for page in evidence.pages_of(case.db, event.id)}


def _clashes(case: Case, event_id: str) -> Iterator[Clash]:
    origins = {report: origin.name for origin in evidence.origins(case.db, event_id) for report in origin.reports}
    told = {one.telling.report: one for one in evidence.told(case.db, event_id)}
    for row in evidence.contradictions(case.db, event_id):
        sides = [_side(case, told[report], row.field, value) for report, value in _values(row)]
        mine, theirs = (
            side.teller or origins.get(report) for side, (report, _) in zip(sides, _values(row), strict=True)
        )
        words = (around(side.told_on.page.text, side.span) for side in sides)
        same = mine == theirs if mine and theirs else None
        yield Clash(event_id, row, sides[0].page, sides[1].page, mine, theirs, same, *words)


def _values(row: Contradiction) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row.report, row.value), (row.other_report, row.other_value)


def _side(case: Case, told: Told, field: str, value: str) -> Side:
    """Find where a page says a value: the count, the date, the word of denial, else the deed."""
    record, page = told.entry.record, _page(case, told.telling.page)
    if value == "denied":
        word = _denial(told) or told.report.trigger
        who = (said.speaker.name for said in record.statements if not apart(said.verb, word))
        return Side(page, told.entry, word, next(who, None))
    n = report_ids(record).index(told.telling.report)
    number = value.split()[-1]
    for figure in record.figures:
        if figure.event in (None, n) and figure.unit == field and f"{figure.value:,.15g}" == number:
            teller = None if figure.statement is None else record.statements[figure.statement].speaker.name
            return Side(page, told.entry, figure.span, teller)
    date = told.report.date_span if field == "date" else None
    return Side(page, told.entry, date or told.report.trigger, None)


def _denial(told: Told) -> Span | None:
    text, lang, trigger = told.entry.page.text, told.entry.record.lang, told.report.trigger
    found = (denial(text, lang, place) for place in (trigger, *again(text, trigger)))
    return next((word for word in found if word), None)


def _origin_line(origin: Origin | None) -> str:
    if origin is None:
        return UNKNOWN
    return f"{safe(origin.name)} ({origin.kind}): {'counted' if origin.counted else 'not counted'}, {safe(origin.why)}"


def _tree(ways: Sequence[tuple[tuple[str, ...], str]], indent: str = "") -> Iterator[str]:
    """Draw the ways as branches; those that go on by the same link share it."""
    branches: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for links, page in ways:
        branches[links[0] if links else page].append((links[1:], page))
    for n, (name, some) in enumerate(branches.items()):
        last = n == len(branches) - 1
        yield f"{indent}{'└─' if last else '├─'} {name}"
        further = [way for way in some if way[0] or way[1] != name]
        yield from _tree(further, f"{indent}{'   ' if last else '│  '}")


def _page_text(page: PageLine) -> str:
    known = [page.page_id, page.outlet or "outlet unknown", page.lang]
    known += [f"published {page.day}"] if page.day else []
    known += [f"[repeats, or is repeated by, {', '.join(page.copy_of)}]"] if page.copy_of else []
    return "  ".join(map(safe, known))


def _clash_lines(clash: Clash) -> Iterator[str]:
    row = clash.row
    # What each page says stands below; the rest of the reason is why it is an update, or a denial.
    why = row.why if row.field == "status" else row.why.partition("; ")[2]
    more = f"; {safe(why)}" if why else ""
    yield f"    {row.kind} on {safe(row.field)}: {safe(row.value)} against {safe(row.other_value)}{more}"
    sides = (
        (clash.page, row.value, clash.origin, clash.words),
        (clash.other, row.other_value, clash.other_origin, clash.other_words),
    )
    for page, value, origin, words in sides:
        told = f"  according to {safe(origin)}" if origin else ""
        yield f"        {safe(value)}: {_page_text(page)}{told}"
        yield f"            {' '.join(words.split())}"
    yield f"        {_SAME[clash.same_origin]}"


def _copy_lines(copy: Copy, one: PageLine, two: PageLine) -> Iterator[str]:
    share = f" {copy.share:.0%}" if copy.share else ""
    yield f"{copy.kind}{share}  {_page_text(one)}"
    yield f"    {_page_text(two)}"
    yield f"    {safe(copy.why)}"


def _change_lines(change: Change) -> Iterator[str]:
    yield f"{ {'added': '+', 'lost': '-'}.get(change.what, '~') } {event_line(change.shown)}"
    for row in change.differences:
        yield f"    {row.field}: {safe(row.before) or 'nothing'} → {safe(row.after) or 'nothing'}"
    if change.joined:
        yield f"    told by: {' '.join(change.joined)}"
    yield f"    because: {'; '.join(map(safe, change.causes))}"
