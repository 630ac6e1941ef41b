"""A part of a case, seen as if it were the whole: temporary views hide what the filters leave out.

The views live in this connection alone. Whoever asks the case afterwards, by whatever question, sees the part only.
"""

import sqlite3

from rasad.store.queries import Filters, event_filter
from rasad.store.statements import statement_filter

_BY_EVENT = ("event_alias", "event_party", "event_report", "event_edit", "event_judgement", "origin", "contradiction")
_BY_REPORT = ("report_rule", "report_party", "report_link", "trigger", "report_context")
_BY_STATEMENT = ("statement_party", "statement_via", "statement_edit", "statement_judgement")
_BY_PAGE = (
    "capture", "range", "boilerplate", "page_date", "stated", "skipped", "passing", "figure",
    "actor_sighting",
)  # fmt: skip


def cut(db: sqlite3.Connection, keep: Filters) -> None:
    """Keep the events and statements that pass the filters, and the pages that tell them; without filters, all."""
    if keep == Filters():
        return
    where, values = event_filter(keep)
    db.execute(f"CREATE TEMP TABLE kept_event AS SELECT id FROM main.event WHERE {where}", values)
    reports = "SELECT report AS id, page FROM main.event_report WHERE event IN kept_event"
    db.execute(f"CREATE TEMP TABLE kept_report AS {reports}")
    where, values = statement_filter(keep)
    query = f"SELECT s.id, s.page FROM main.statement_now s JOIN main.page p ON p.sha256 = s.page WHERE {where}"
    db.execute(f"CREATE TEMP TABLE kept_statement AS {query}", values)
    told = "SELECT page AS sha256 FROM kept_report UNION SELECT page FROM kept_statement"
    db.execute(f"CREATE TEMP TABLE kept_page AS {told}")
    for table, column in (("event", "id"), ("report", "id"), ("statement", "id"), ("page", "sha256")):
        db.execute(f"CREATE UNIQUE INDEX temp.kept_{table}_id ON kept_{table} ({column})")
        _view(db, table, f"{column} IN (SELECT {column} FROM temp.kept_{table})")
    owners = (("event", _BY_EVENT), ("report", _BY_REPORT), ("statement", _BY_STATEMENT))
    for owner, tables in owners:
        for table in tables:
            _view(db, table, f"{owner} IN (SELECT id FROM temp.kept_{owner})")
    for table in _BY_PAGE:
        _view(db, table, "page IN (SELECT sha256 FROM temp.kept_page)")
    _view(db, "statement_now", "id IN (SELECT id FROM temp.kept_statement)")
    _view(db, "actor", "id IN (SELECT actor FROM temp.actor_sighting)")
    seen = "(SELECT id FROM temp.actor_sighting)"
    _view(db, "actor_link", f"sighting IN {seen} AND other IN {seen}")
    both = "(SELECT sha256 FROM temp.kept_page)"
    _view(db, "page_copy", f"page IN {both} AND other IN {both}")
    both = "(SELECT id FROM temp.kept_event)"
    kept = "report IN (SELECT id FROM temp.kept_report)"
    _view(db, "event_passing", f"{kept} AND page IN (SELECT sha256 FROM temp.kept_page)")
    _view(db, "event_part", f"event IN {both} AND whole IN {both}")


def _view(db: sqlite3.Connection, table: str, where: str) -> None:
    db.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {where}")
