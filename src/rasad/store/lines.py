"""What a screen shows line by line: statements, contradictions and outlets."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rasad.store.queries import PartyLine, veiled_party
from rasad.store.veil import spans_of, veil_of, within


class Said(Struct, frozen=True):
    """A statement as a concordance shows it; `n` is its place in its page's record."""

    id: str
    page: str
    page_id: str
    lang: str
    outlet: str | None
    day: str | None
    n: int
    form: str
    stance: str
    quote: str
    start: int
    end: int
    verb: str
    rule: str
    speaker: PartyLine
    addressee: PartyLine | None
    via: tuple[str, ...]


def said_named(db: sqlite3.Connection, ids: Sequence[str]) -> list[Said]:
    """Give the statements with these ids as they hold once people are heard, in their order."""
    marks = ",".join("?" * len(ids))
    query = f"""SELECT s.id, s.page, p.id, p.lang, p.outlet, coalesce(p.published, p.retrieved, p.shown_on), s.n,
                       s.form, s.stance, s.quote, s.start, s."end", s.verb_quote, s.rule,
                       s.speaker_id, s.speaker, s.speaker_kind, s.speaker_country, s.speaker_quote,
                       s.addressee_id, s.addressee, '', NULL, s.addressee_quote
                FROM statement_now s JOIN page p ON p.sha256 = s.page WHERE s.id IN ({marks})"""
    veil = veil_of(db)
    vias: dict[str, list[str]] = defaultdict(list)
    told_by = f"""SELECT v.statement, v.name FROM statement s
                  JOIN statement_via v ON v.page = s.page AND v.statement = s.id WHERE s.id IN ({marks}) ORDER BY v.n"""
    for owner, name in db.execute(told_by, ids):
        vias[owner].append(veil.words(name))
    found = {}
    for row in db.execute(query, ids):
        hidden = within(spans_of(db, row[1]), *row[10:12]) if veil.masks else []
        speaker = veiled_party(PartyLine(*row[14:19]), veil)
        addressee = veiled_party(PartyLine(*row[19:24]), veil) if row[19] else None
        said = Said(*(*row[:14], speaker, addressee, tuple(vias[row[0]])))
        found[said.id] = replace(said, quote=veil.text(said.quote, hidden)) if veil.masks else said
    return [found[one] for one in ids if one in found]


class Clash(Struct, frozen=True):
    """A contradiction with the words of both sides and their pages."""

    event: str
    field: str
    kind: str
    why: str
    report: str
    value: str
    page_id: str
    outlet: str | None
    lang: str
    quote: str
    other_report: str
    other_value: str
    other_page_id: str
    other_outlet: str | None
    other_lang: str
    other_quote: str


def clash_counts(db: sqlite3.Connection) -> dict[str, int]:
    """Give how many contradictions of each kind there are."""
    return dict(db.execute("SELECT kind, count(*) FROM contradiction GROUP BY kind"))


def clashes(db: sqlite3.Connection, kind: str, first: int, count: int) -> list[Clash]:
    """Give contradictions, of one kind or of all, conflicts first."""
    side = """JOIN report r{0} ON r{0}.id = c.{1} JOIN page p{0} ON p{0}.sha256 = r{0}.page
              JOIN trigger t{0} ON t{0}.page = r{0}.page AND t{0}.report = r{0}.id AND t{0}.n = -1"""
    query = f"""SELECT c.event, c.field, c.kind, c.why, c.report, c.value, p1.id, p1.outlet, p1.lang, t1.quote,
                       c.other_report, c.other_value, p2.id, p2.outlet, p2.lang, t2.quote
                FROM (SELECT * FROM contradiction WHERE ? IN ('', kind)
                      ORDER BY kind, field, event, n LIMIT ? OFFSET ?) c
                {side.format(1, "report")} {side.format(2, "other_report")} ORDER BY c.kind, c.field, c.event, c.n"""
    veil = veil_of(db)
    found = (Clash(*row) for row in db.execute(query, (kind, count, first)))
    return [
        replace(
            one, why=veil.words(one.why), value=veil.words(one.value), other_value=veil.words(one.other_value),
            quote=veil.text(one.quote), other_quote=veil.text(one.other_quote),
        ) for one in found
    ]  # fmt: skip


class Outlet(Struct, frozen=True):
    """An outlet with its pages, their languages, and the first and last day of them."""

    outlet: str
    langs: str
    pages: int
    first: str | None
    last: str | None


def outlets(db: sqlite3.Connection) -> list[Outlet]:
    """Give the outlets of the case, those with most pages first; pages of none stand under an empty name."""
    query = """SELECT coalesce(outlet, ''), group_concat(DISTINCT lang), count(*),
                      min(coalesce(published, retrieved, shown_on)), max(coalesce(published, retrieved, shown_on))
               FROM page GROUP BY 1 ORDER BY 3 DESC, 1"""
    return [Outlet(*row) for row in db.execute(query)]


def events_of_no_outlet(db: sqlite3.Connection) -> int:
    """Give how many events pages tell that name no outlet."""
    query = """SELECT count(DISTINCT m.event) FROM page p CROSS JOIN report r ON r.page = p.sha256
               CROSS JOIN event_report m ON m.report = r.id WHERE coalesce(p.outlet, '') = ''"""
    return int(db.execute(query).fetchone()[0])
