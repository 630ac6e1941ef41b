"""What pages call an actor and which posts they give it: counted by a build for those whom very many pages name."""

import sqlite3

from rasad.store.veil import veil_of

OFTEN = 100
"""Mentions above which a build counts them; to count as many when asked takes some five milliseconds."""
_IS = "(entity = ? OR (page, entity) IN (SELECT page, entity FROM actor_sighting WHERE actor = ?))"
"""That a party of a page is somebody, by the register's id or by the id that unknown actors have across pages."""
_ROLES = f"""SELECT role, min(coalesce(p.published, p.retrieved)), max(coalesce(p.published, p.retrieved)), count(*)
             FROM report_party JOIN page p ON p.sha256 = page
             WHERE {_IS} AND role IS NOT NULL GROUP BY 1"""
_NAMES = f"""SELECT quote, lang, count(*) FROM
             (SELECT quote, page FROM report_party p WHERE {_IS} AND NOT EXISTS
              (SELECT 1 FROM statement s WHERE s.page = p.page AND s.verb_start = p.start) UNION ALL
              SELECT w.quote, w.page FROM (SELECT * FROM statement_party WHERE {_IS}) w
              JOIN statement s ON s.id = w.statement AND (w.start >= s.verb_end OR w."end" <= s.verb_start))
             JOIN page ON sha256 = page WHERE length(quote) > 2 GROUP BY 1, 2"""
"""How pages write a name. A verb that alone tells who speaks («وأضاف»), and a pronoun of two letters, are no names."""
_WHO = """SELECT entity FROM (SELECT entity, count(*) AS times FROM report_party GROUP BY 1 UNION ALL
                              SELECT entity, count(*) FROM statement_party GROUP BY 1)
          GROUP BY 1 HAVING sum(times) > :often
          UNION SELECT actor FROM actor_sighting GROUP BY 1 HAVING count(*) > :often / 2"""


def count_often(db: sqlite3.Connection) -> None:
    """Write down names and posts of those whom pages name often, in the transaction that is open."""
    for table in ("often_named", "often_held"):
        db.execute(f"DELETE FROM {table}")
    for (who,) in db.execute(_WHO, {"often": OFTEN}).fetchall():
        db.execute(f"INSERT INTO often_named SELECT ?, * FROM ({_NAMES})", (who,) * 5)
        db.execute(f"INSERT INTO often_held SELECT ?, * FROM ({_ROLES})", (who,) * 3)


def names_of(db: sqlite3.Connection, entity: str) -> list[tuple[str, str, int]]:
    """Give how pages write the name of an actor: the words, the pages' language, how many times."""
    veil = veil_of(db)
    query, values = "SELECT quote, lang, times FROM often_named WHERE entity = ?", (entity,)
    found = db.execute(query, values).fetchall() or db.execute(_NAMES, (entity,) * 4).fetchall()
    found.sort(key=lambda one: (-one[2], one[0], one[1]))
    return [(veil.text(quote), lang, count) for quote, lang, count in found]


def roles_of(db: sqlite3.Connection, entity: str) -> list[tuple[str, str, str, int]]:
    """Give the roles that pages give an actor, each with its first and last day and its count."""
    query = "SELECT role, first, last, times FROM often_held WHERE entity = ?"
    if db.execute("SELECT 1 FROM often_named WHERE entity = ? LIMIT 1", (entity,)).fetchone():
        found = db.execute(query, (entity,)).fetchall()
    else:
        found = db.execute(_ROLES, (entity, entity)).fetchall()
    return sorted(found, key=lambda one: (-one[3], one[0]))
