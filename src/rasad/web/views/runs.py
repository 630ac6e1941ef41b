"""What the case is made of: versions that wrote into it, the ledger, and input that could not be read."""

from typing import Any

from rasad.store import judgements, queries
from rasad.web.ask import Ask
from rasad.web.render import Shown

MOST = 200


def view(ask: Ask) -> Shown:
    """Show runs, ledger and what was set aside."""
    runs = ask.db.execute("SELECT n, program, packs FROM run ORDER BY n").fetchall()
    lines = judgements.judgements(ask.db)
    asides = queries.asides(ask.db)
    size = {
        "pages": ask.db.execute("SELECT count(*) FROM page").fetchone()[0],
        "events": len(ask.held.events.ids), "statements": len(ask.held.statements.ids),
        "actors": len(ask.held.parties),
    }  # fmt: skip
    data = {
        "runs": runs, "lines": lines[::-1][:MOST], "asides": asides[:MOST], "aside_count": len(asides), "size": size,
        "pending": ask.desk.pending(ask.db),
    }  # fmt: skip
    whole = {"run": [{"n": n, "program": p, "packs": k} for n, p, k in runs], "judgement": lines, "set_aside": asides}
    flat = [
        *(_row("run", n, program, "", "", packs) for n, program, packs in runs),
        *(_row("judgement", line.n, line.kind, line.state, line.who, line.reason) for line in lines),
        *(_row("set_aside", one.line, one.path, "", "", f"{one.why}; {one.what_to_do}") for one in asides),
    ]
    return Shown(ask.words.say("runs"), data, flat, whole)


def _row(table: str, n: int, what: str, state: str, who: str, why: str) -> dict[str, Any]:
    """Give a flat row of a table; its own columns are in the JSON."""
    return {"table": table, "n": n, "what": what, "state": state, "who": who, "why": why}
