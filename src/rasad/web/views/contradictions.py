"""What reports of one event disagree on: both sides with their pages and words."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import asdict

from rasad.store import lines, queries
from rasad.web.ask import Ask, Paging
from rasad.web.render import Shown

PER_PAGE = 30
KINDS = ("conflict", "update", "detail")


def view(ask: Ask) -> Shown:
    """Show the contradictions, conflicts first."""
    kind = ask.one("kind")
    counts = lines.clash_counts(ask.db)
    total = sum(count for one, count in counts.items() if kind in ("", one))
    first = min(max(1, ask.number("page", 1)) - 1, max(0, total - 1) // PER_PAGE) * PER_PAGE
    clashes = lines.clashes(ask.db, kind, first, PER_PAGE)
    links, number = ask.links, first // PER_PAGE + 1
    paging = Paging(
        min(first + 1, total), min(first + PER_PAGE, total), total,
        links.changed(page=str(number - 1)) if first else None,
        links.changed(page=str(number + 1)) if first + PER_PAGE < total else None,
    )  # fmt: skip
    named = [(one, counts.get(one, 0), links.changed(kind=None if one == kind else one), one == kind) for one in KINDS]
    events = {line.id: line for line in queries.events_named(ask.db, list({one.event for one in clashes}))}
    data = {"clashes": clashes, "events": events, "paging": paging, "kinds": named}
    return Shown(ask.words.say("contradictions"), data, _rows(ask, kind))


def _rows(ask: Ask, kind: str) -> Iterator[dict[str, Any]]:
    for one in lines.clashes(ask.db, kind, 0, -1):
        yield asdict(one)
