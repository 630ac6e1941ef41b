"""What a person judges on the desk becomes a line of the ledger, by the same functions as the commands'."""

import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from rasad.engine import said
from rasad.engine.judging import write_down
from rasad.engine.values import FIELDS
from rasad.errors import CaseError
from rasad.ledger.lines import Judgement, Target, Value
from rasad.store import judgements, queries, statements
from rasad.store.db import Case, create
from rasad.web.desk import Desk
from rasad.web.selecting import Selection, chosen_value, said_value

ON_WHOLE = ("accept", "note", "reject")
REVIEWS = {"event": "review", "statement": "hearing"}
"""Where events, and statements, are judged one after the other."""
LONGEST = 2000
"""Letters of a reason or a name."""
LONGEST_SAID = 500
"""Letters of what is told in an address: it may hold what was sent, and browsers cut long ones."""
Form = Mapping[str, str]


def judge(desk: Desk, form: Form) -> int:
    """Write down what a form says and give the number of its line; the token shows that this desk sent the form."""
    if not secrets.compare_digest(form.get("token", "").encode(), desk.token.encode()):
        raise CaseError("The form is of an older desk. Load the page again.")
    kind, given = form.get("kind", ""), {name: form.get(name, "").strip()[:LONGEST] for name in ("who", "reason")}
    with create(desk.path) as case:
        identity = "" if kind == "undo" else _judged(case, form)
        target, value = _target(desk, case, kind, identity, form)
        reason = given["reason"] or (_selected(form) if kind == "edit" else "")
        if kind in ("reject", "note", "edit") and not reason:
            raise CaseError("Say why, in the field for the reason: it is kept in the ledger.")
        line = write_down(case, Judgement(kind, target, value, given["who"], reason, None))
    desk.judged(line.n, kind, identity, target.line)
    return line.n


def back_to(lang: str, form: Form, **outcome: str) -> str:
    """Give the address that a judgement leads to: the next one to review, or the same again."""
    outcome = {name: said[:LONGEST_SAID] for name, said in outcome.items()}
    what = "statement" if form.get("statement") else "event"
    identity = form.get(what, "")
    if form.get("back") != REVIEWS[what]:
        return f"/{lang}/{what}/{identity if identity.isalnum() else ''}?{urlencode(outcome)}"
    pairs = (pair.partition("=") for pair in form.get("filters", "").split("\n"))
    wrong = "wrong" in outcome or form.get("kind") == "note"
    at = identity if wrong or form.get("kind") == "undo" else form.get("next", "")
    kept = [(name, value.strip()) for name, _, value in pairs if value.strip()]
    return f"/{lang}/{REVIEWS[what]}?{urlencode([*kept, *([('at', at)] if at else []), *outcome.items()])}"


def _judged(case: Case, form: Form) -> str:
    """Give the id of the event or the statement that a form judges."""
    asked = form.get("statement", "")
    if not asked:
        return queries.event(case.db, form.get("event", "")).id
    found = statements.statement(case.db, asked)
    if found is None:
        raise CaseError(f"{asked}: the case holds no such statement.")
    return found


def _target(desk: Desk, case: Case, kind: str, identity: str, form: Form) -> tuple[Target, Value | None]:
    if kind == "undo":
        line = _number(form, "line")
        if not 0 < line <= desk.last_line(case.db):
            raise CaseError(f"{form.get('line', '')}: the ledger has no such line.")
        return Target(line=line), None
    spoken, field = bool(form.get("statement")), form.get("field", "")
    if kind not in ON_WHOLE and (kind != "edit" or field not in (said.FIELDS if spoken else FIELDS)):
        raise CaseError(f"{kind} {field}: is no judgement on this.")
    asked = Selection(form.get("value", "").strip(), form.get("page", ""), _number(form, "start"), _number(form, "end"))
    if spoken:
        anchor = said.anchor_of(case.db, identity)
        if kind in ON_WHOLE:
            return Target(said=anchor), None
        return Target(field=field, said=anchor), said_value(case.db, field, asked)
    anchors = tuple(judgements.anchors(case.db, identity).values())
    if kind in ON_WHOLE:
        return Target(anchors), None
    return Target(anchors, field=field), chosen_value(case.db, identity, field, asked, bool(form.get("keep")))


def _selected(form: Form) -> str:
    """Say where the words were selected that a correction rests on."""
    start, end = _number(form, "start"), _number(form, "end")
    return f"selected [{start}, {end}) of {form.get('page', '')[:12]}" if end > start else ""


def _number(form: Form, name: str) -> int:
    text = form.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
