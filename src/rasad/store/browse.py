"""What a screen that pages through a case asks for: columns to filter by, and lines by their ids."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from rasad.relations import Copy
from rasad.store.veil import spans_of, veil_of, within

Row = tuple[Any, ...]

BEFORE, AFTER = 36, 90
"""Characters of the page before and after the words that tell an event: a line of a screen is cut at its end, and the
words themselves must be seen."""
EVENTS = """SELECT id, type, mode, status, earliest, latest, precision, basis, place_id, place, place_country,
                   contradictions, pages, outlets, origins FROM event
            ORDER BY earliest IS NULL AND latest IS NULL, coalesce(earliest, latest), latest, id"""
PARTIES = "SELECT event, side, entity, name, country, kind, native FROM event_party ORDER BY event, side, n"
PAGES = """SELECT m.event, p.n, p.lang, coalesce(p.outlet, '')
           FROM event_report m JOIN page p INDEXED BY page_facts ON p.sha256 = m.page"""
ORIGINS = "SELECT DISTINCT event, entity, name FROM origin WHERE counted"
JUDGED = """SELECT DISTINCT event FROM event_judgement JOIN judgement ON n = judgement
            WHERE state = 'holds' AND kind <> 'note'"""
HEARD = """SELECT DISTINCT statement FROM statement_judgement JOIN judgement ON n = judgement
           WHERE state = 'holds' AND kind <> 'note'"""
_STATEMENTS = """SELECT s.id, {columns}, p.lang, coalesce(p.outlet, ''),
                        coalesce(p.published, p.retrieved, p.shown_on) AS day, {parties}
                 FROM {tables}
                 ORDER BY day IS NULL, day, p.id, s.page, s.n"""
_READ = _STATEMENTS.format(
    columns="s.form, s.stance, s.verb_quote",
    parties="who.entity, who.name, who.country, who.quote, whom.entity, whom.name, whom.quote",
    tables="""page p INDEXED BY page_facts CROSS JOIN statement s ON s.page = p.sha256
              CROSS JOIN statement_party who ON who.page = s.page AND who.statement = s.id AND who.side = 'speaker'
              LEFT JOIN statement_party whom ON whom.page = s.page AND whom.statement = s.id
                                             AND whom.side = 'addressee'""",
)
"""All statements as they were read, page by page: in this order a million of them take half as long."""
_JUDGED = "SELECT statement FROM statement_judgement UNION SELECT statement FROM statement_edit"
_HOLDS = _STATEMENTS.format(
    columns="s.form, s.stance, s.verb_quote",
    parties="""s.speaker_id, s.speaker, s.speaker_country, s.speaker_quote, s.addressee_id, s.addressee,
               s.addressee_quote""",
    tables=f"statement_now s JOIN page p ON p.sha256 = s.page WHERE s.id IN ({_JUDGED})",
)
"""Of those on which there is a line of the ledger, the ones that were not rejected, as they hold."""


def rows(db: sqlite3.Connection, query: str, values: Sequence[object] = ()) -> Iterator[Row]:
    """Give the rows of one of the questions above."""
    return db.execute(query, values)


def statements(db: sqlite3.Connection) -> Iterator[Row]:
    """Give the statements that hold, by the day of their page: as they were read, or as people have set them."""
    judged = {one for (one,) in db.execute(_JUDGED)}
    holds = {row[0]: row for row in db.execute(_HOLDS)} if judged else {}
    for row in db.execute(_READ):
        if row[0] not in judged:
            yield row
        elif row[0] in holds:
            yield holds[row[0]]


def copies_among(db: sqlite3.Connection, pages: Sequence[str]) -> list[Copy]:
    """Give the pairs among some pages that share their wording, those that share most first."""
    marks = ",".join("?" * len(pages))
    query = f"""SELECT page, other, share, why, kind FROM page_copy WHERE page IN ({marks}) AND other IN ({marks})
                ORDER BY share DESC, page, other"""
    return [Copy(*row) for row in db.execute(query, (*pages, *pages))]


def copies_of(db: sqlite3.Connection, page: str) -> list[Copy]:
    """Give the pairs that a page is one of."""
    query = """SELECT page, other, share, why, kind FROM page_copy WHERE page = ? OR other = ?
               ORDER BY share DESC, page, other"""
    return [Copy(*row) for row in db.execute(query, (page, page))]


def ids_of(db: sqlite3.Connection, pages: Sequence[str]) -> dict[str, str]:
    """Give the ids of some pages by their hashes."""
    marks = ",".join("?" * len(pages))
    return dict(db.execute(f"SELECT sha256, id FROM page WHERE sha256 IN ({marks})", pages))


def events_on(db: sqlite3.Connection, page: str) -> dict[str, str]:
    """Give for every report of a page the event that it tells of."""
    query = "SELECT m.report, m.event FROM report r CROSS JOIN event_report m ON m.report = r.id WHERE r.page = ?"
    return dict(db.execute(query, (page,)))


def statements_on(db: sqlite3.Connection, page: str) -> list[str]:
    """Give the ids of the statements of a page, in their order."""
    return [one for (one,) in db.execute("SELECT id FROM statement WHERE page = ? ORDER BY n", (page,))]


class Snippet(Struct, frozen=True):
    """The words that tell an event, with what stands around them on the page."""

    lang: str
    before: str
    words: str
    after: str


def snippets(db: sqlite3.Connection, events: Sequence[str]) -> dict[str, Snippet]:
    """Give for each event the words of one of its reports: of the page that comes first."""
    query = f"""SELECT m.event, min(m.page || m.report), p.lang, t.start, t."end", m.page,
                       substr(p.text, max(1, t.start + 1 - {BEFORE}), t."end" - max(0, t.start - {BEFORE}) + {AFTER})
                FROM event_report m JOIN trigger t ON t.page = m.page AND t.report = m.report AND t.n = -1
                JOIN page p ON p.sha256 = m.page
                WHERE m.event IN ({",".join("?" * len(events))}) GROUP BY m.event"""
    veil = veil_of(db)
    found = {}
    for event, _, lang, start, end, page, text in db.execute(query, events):
        first = max(0, start - BEFORE)
        if veil.masks:
            text = veil.text(text, within(spans_of(db, page), first, first + len(text)))
        before, after = text[: start - first], text[end - first :]
        before = before.rpartition("\n")[2] if "\n" in before else before.partition(" ")[2] if first else before
        found[event] = Snippet(lang, before, text[start - first : end - first], after.partition("\n")[0])
    return found
