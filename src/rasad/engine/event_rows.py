"""Events as rows of the case, in the order of the columns of schema.sql: a bridge, since the store knows no fusion."""

from collections import defaultdict
from collections.abc import Iterator

from rasad.corpus import Corpus
from rasad.fuse.events import Event
from rasad.fuse.kin import WORDING
from rasad.model import DateInterval
from rasad.store.rows import Cell, Rows, json_text

TOGETHER, DAYS, ORIGINS, AGAINST, COPIES, PARTS, KIN, PASSING = (
    f"fuse/{name}.py"
    for name in ("compare", "dates", "origins", "contradictions", "copies", "occasions", "kin", "passing")
)


AT_ONCE = 1000
"""Events whose rows are made together."""


def event_rows(corpus: Corpus, version: str) -> Iterator[Rows]:
    """Give the rows of all events, of some events at a time; then what ties events and pages to each other."""
    for at in range(0, len(corpus.events), AT_ONCE):
        some: Rows = defaultdict(list)
        for event in corpus.events[at : at + AT_ONCE]:
            _add_event(some, event, version)
        yield some
    rows: Rows = defaultdict(list)
    for part in corpus.parts:
        rows["event_part"].append((part.event, part.whole, json_text(part.reasons), PARTS, version))
    for recall in corpus.recalls:
        value = (recall.report, recall.score, json_text(recall.reasons), PASSING, version)
        rows["event_passing"].append((recall.event, recall.page, recall.n, *value))
    for copy in (*corpus.copies, *corpus.kin):
        rule = COPIES if copy.kind == WORDING else KIN
        rows["page_copy"].append((copy.page, copy.other, copy.share, copy.why, copy.kind, rule, version))
    yield rows


def _add_event(rows: Rows, event: Event, version: str) -> None:
    place = event.place
    rows["event"].append((
        event.id, event.type, event.mode, event.status, *_date(event.date),
        *((place.name, place.id, place.country) if place else (None, None, None)),
        event.pages, event.outlets, event.origin_count, len(event.contradictions), DAYS, version,
    ))  # fmt: skip
    for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for n, p in enumerate(parties):
            rows["event_party"].append((event.id, side, n, p.id, p.name, p.kind, p.country, p.sector, p.native))
    rows["event_alias"].extend((old, event.id) for old in event.supersedes)
    for member in event.members:
        told = (member.score, json_text(member.reasons), *_date(member.date), TOGETHER, version)
        rows["event_report"].append((event.id, member.report, member.page, *told))
    for made in event.corrections:
        said = (event.id, made.field, made.line, made.was, made.now, f"ledger:{made.line}", version)
        rows["event_edit"].append(said)
    for n, origin in enumerate(event.origins):
        value = (origin.id, origin.name, origin.kind, int(origin.counted), origin.why, json_text(origin.reports))
        rows["origin"].append((event.id, n, *value, ORIGINS, version))
    for n, row in enumerate(event.contradictions):
        sides = (row.report, row.value, row.other_report, row.other_value)
        rows["contradiction"].append((event.id, n, row.field, row.kind, *sides, row.why, AGAINST, version))


def _date(date: DateInterval) -> tuple[Cell, ...]:
    return (date.earliest, date.latest, date.precision, date.basis, json_text(date.derivation))
