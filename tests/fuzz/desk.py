"""Ask the desk what its OpenAPI document allows and what it does not, with schemathesis; nothing listens on a port.

Requests are made from a seed, a bounded number for each operation: the same ones in every run.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import schemathesis
from msgspec import Struct
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from rasad.web.app import MENU, OTHERS, make_app
from rasad.web.desk import EVENT_COLUMNS, STATEMENT_COLUMNS, Desk
from rasad.web.words import LANGS

HOST = "127.0.0.1"
ASKED = ("who", "q", "from", "to", "with", "kind", "sort", "at", "report", "done", "wrong", "page", "first", "line")
"""What views read of their address beside the columns of lists."""
FIELDS = ("kind", "event", "statement", "field", "value", "page", "start", "end", "line", "keep", "next", "back")
CONFIG = """
seed = 1
base-url = "http://{host}"
headers = {{ host = "{host}" }}
[generation]
max-examples = {examples}
deterministic = true
database = "none"
[phases.stateful]
enabled = false
{more}
"""
LENIENT = """
[phases.coverage]
enabled = false
[checks]
negative_data_rejection.enabled = false
positive_data_acceptance.enabled = false
"""
"""Views take any filter and show what is left, and a form's fault is told on the page it leads to. Each of forty
filters at each of its edges would be 300,000 checks: examples alone."""


class Tried(Struct, frozen=True):
    """How many answers were checked, the statuses of all, and what was wrong, each with a command that shows it."""

    checks: int
    statuses: Mapping[int, int]
    faults: tuple[str, ...]


def tables(case: Path, examples: int) -> Tried:
    """Ask for tables, by the document that the desk itself gives."""
    config = SchemathesisConfig.from_str(CONFIG.format(host=HOST, examples=examples, more=""))
    app = make_app(Desk(case))
    return _tried(schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config, headers={"host": HOST}))


def views(case: Path, known: Sequence[str], examples: int) -> Tried:
    """Ask for views, of things that are there (`known` ids) and of others, and send forms."""
    config = SchemathesisConfig.from_str(CONFIG.format(host=HOST, examples=examples, more=LENIENT))
    desk = Desk(case)
    schema = schemathesis.openapi.from_dict(described(desk.token, known), config=config)
    schema.app = make_app(desk)
    return _tried(schema)


def described(token: str, known: Sequence[str]) -> dict[str, Any]:
    """Describe the views and the form of judgements as OpenAPI."""
    some = {"anyOf": [{"enum": list(known)}, {"type": "string", "maxLength": 80}]}
    lang = _parameter("lang", "path", {"enum": list(LANGS)})
    names = dict.fromkeys((*EVENT_COLUMNS, *STATEMENT_COLUMNS, *ASKED))
    asked = [_parameter(name, "query", some) for name in names]
    form = _parameter("as", "query", {"enum": ["html", "json", "csv", "x"]})
    paths: dict[str, Any] = {}
    for view in (*MENU, *OTHERS):
        place = [lang, *asked, form]
        paths[f"/{{lang}}/{view}"] = {"get": _operation(view, place)}
        paths[f"/{{lang}}/{view}/{{ident}}"] = {"get": _operation(view, [*place, _parameter("ident", "path", some)])}
    fields = dict.fromkeys(FIELDS, some) | {"token": {"anyOf": [{"const": token}, {"type": "string"}]}}
    body = {"type": "object", "properties": fields, "required": ["kind", "token"]}
    content = {"application/x-www-form-urlencoded": {"schema": body}}
    told = {"404": "no such language", "413": "a form that is too long, or does not say how long it is"}
    refused = {code: {"description": why, "content": {"text/plain": {}}} for code, why in told.items()}
    answers = {"303": {"description": "goes on elsewhere"}} | refused
    judge = {"parameters": [lang], "requestBody": {"content": content, "required": True}, "responses": answers}
    return {
        "openapi": "3.1.0", "info": {"title": "views", "version": "1"},
        "paths": paths | {"/{lang}/judge": {"post": judge}},
    }  # fmt: skip


def _operation(view: str, parameters: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    given = ("text/html", "application/json", "text/csv"), ("text/html", "text/plain")
    some, none = ({kind: dict[str, Any]() for kind in kinds} for kinds in given)
    answers = {"200": {"description": view, "content": some}, "404": {"description": "none", "content": none}}
    return {"parameters": list(parameters), "responses": answers}


def _parameter(name: str, place: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema}


def _tried(schema: Any) -> Tried:
    checks, statuses, faults = 0, Counter[int](), dict[str, None]()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            for some in event.recorder.checks.values():
                checks += len(some)
                failed = (one.failure_info for one in some if one.failure_info is not None)
                faults |= {f"{one.failure.title}: {one.failure.message}\n{one.code_sample}": None for one in failed}
            answers = (one.response for one in event.recorder.interactions.values() if one.response)
            statuses.update(answer.status_code for answer in answers)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            faults[str(event)] = None
    return Tried(checks, statuses, tuple(faults))
