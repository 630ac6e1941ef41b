"""What the case is made of: versions that wrote into it, the ledger, and input that could not be read."""

from msgspec.structs import asdict

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
    return Shown(ask.words.say("runs"), data, [asdict(line) for line in lines], whole)
