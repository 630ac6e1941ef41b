"""The desk as a web application: which view answers which address."""

import sqlite3
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from rasad.errors import CaseError, RasadError
from rasad.packs import Packs
from rasad.web import api, judging, render
from rasad.web.ask import Ask
from rasad.web.desk import Desk
from rasad.web.guard import Guard
from rasad.web.links import Links, Place, live, query_of
from rasad.web.render import Shown
from rasad.web.words import HERE, LANGS, words

MENU = ("events", "review", "statements", "actors", "timeline", "map", "network", "contradictions", "sources", "runs")
"""The views that the head of every page leads to, in this order."""
OTHERS = ("event", "statement", "hearing", "page", "actor", "compare", "search")
STATIC = "/static"
DOCUMENT = "openapi.json"
_TYPES = {"json": "application/json", "csv": "text/csv"}
View = Callable[[Ask], Shown]


def view_of(name: str) -> View:
    """Give the function of a view: the folder is the registry."""
    found: View = import_module(f"rasad.web.views.{name}").view
    return found


def make_app(desk: Desk) -> Starlette:
    """Put the desk together."""
    routes = [
        Route("/", start),
        Mount(STATIC, StaticFiles(directory=HERE / "static")),
        Route("/api", partial(tables, desk)),
        Route("/api/{table}", partial(tables, desk)),
        Route("/{lang}/judge", partial(judge, desk), methods=["POST"]),
        Route("/{lang}/{view}", partial(show, desk), methods=["GET"]),
        Route("/{lang}/{view}/{ident:path}", partial(show, desk), methods=["GET"]),
    ]
    handlers: dict[Any, Any] = {RasadError: partial(refused, desk), HTTPException: not_found}
    return Starlette(routes=routes, middleware=[Middleware(Guard)], exception_handlers=handlers)


async def start(request: Request) -> Response:
    """Send on to the events, in a language that the browser asks for."""
    wanted = (part.strip()[:2].lower() for part in request.headers.get("accept-language", "").split(","))
    lang = next((one for one in wanted if one in LANGS), LANGS[0])
    return RedirectResponse(f"/{lang}/events", 302)


def show(desk: Desk, request: Request) -> Response:
    """Show a view as a page, or as JSON or CSV."""
    lang, view, ident = (request.path_params.get(name, "") for name in ("lang", "view", "ident"))
    if lang not in LANGS or view not in (*MENU, *OTHERS):
        raise HTTPException(404)
    query = query_of(request.query_params.multi_items())
    form = dict(query).get("as", "html")
    here = Place(lang, view, ident, tuple(pair for pair in query if pair[0] != "as"))
    with desk.case() as case:
        body = answer(desk, case.db, Links(here, live, STATIC), form)
    if form == "html":
        return HTMLResponse(body)
    name = f"{view}{'-' + ident[:12] if ident.isascii() and ident.isalnum() else ''}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'} if form == "csv" else None
    return Response(body, media_type=_TYPES[form], headers=headers)


def tables(desk: Desk, request: Request) -> Response:
    """Give rows of a table, or the description of all of them; faults are JSON, too."""
    name = request.path_params.get("table", DOCUMENT)
    status, given = 503, {}
    try:
        with desk.case() as case:
            found = api.tables(case.db)
            status = 400 if name in found else 404
            asked = request.query_params.multi_items()
            given = api.document(case.db, found) if name == DOCUMENT else api.rows(case.db, found, name, asked)
            status = 200
    except CaseError as error:
        given = {"error": ": ".join(map(str, error.args))}
    return Response(msgspec.json.encode(given), status, media_type=_TYPES["json"])


async def judge(desk: Desk, request: Request) -> Response:
    """Write a judgement down, and go where the form says; what is wrong with it is said there."""
    lang = request.path_params["lang"]
    if lang not in LANGS:
        raise HTTPException(404)
    form = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
    try:
        line = await run_in_threadpool(judging.judge, desk, form)
    except RasadError as error:
        return RedirectResponse(judging.back_to(lang, form, wrong=": ".join(map(str, error.args))), 303)
    return RedirectResponse(judging.back_to(lang, form, done=form["kind"], line=str(line)), 303)


def answer(desk: Desk, db: sqlite3.Connection, links: Links, form: str) -> str | bytes:
    """Make a view and write it in the form asked for."""
    ask = Ask(desk, db, words(links.here.lang), links)
    made = view_of(links.here.view)(ask)
    match form:
        case "html":
            more = common(desk, links) | {"place_name": ask.place_name, "named": ask.name_of}
            return render.page(links.here.view, made, ask.words, links, more)
        case "json":
            return render.as_json(made)
        case "csv":
            return render.as_csv(made)
    raise CaseError(f"{form}: a view is given as html, json or csv.")


def common(desk: Desk, links: Links) -> dict[str, Any]:
    """Give what every page needs."""
    return {"menu": MENU, "case_name": desk.path.name, "lang": links.here.lang, "static": links.static}


def refused(desk: Desk, request: Request, error: Exception) -> Response:
    """Say in plain words what cannot be shown."""
    why = ": ".join(map(str, error.args))
    lang = request.path_params.get("lang", LANGS[0])
    if request.query_params.get("as", "html") != "html" or lang not in LANGS:
        return PlainTextResponse(why, 404)
    links, made = Links(Place(lang, "missing"), live, STATIC), Shown(words(lang).say("error"), {"fault": why})
    return HTMLResponse(render.page("missing", made, words(lang), links, common(desk, links)), 404)


def not_found(_: Request, error: Exception) -> Response:
    """Answer to an address that is none."""
    status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (404, None)
    return PlainTextResponse("There is nothing here.", status, headers=headers)


def serve(path: Path, port: int, packs: Callable[[], Packs], ready: Callable[[str], None]) -> None:
    """Serve a case to this machine until it is stopped; lines of the ledger that wait are taken up first."""
    import uvicorn

    desk = Desk(path, packs)
    with desk.case() as case:
        for lang in LANGS:  # names and templates are read once; the first page should not wait for them
            for place in (Place(lang, "events"), Place(lang, "search", query=(("q", "rasad"),))):
                answer(desk, case.db, Links(place, live, STATIC), "html")
        if desk.pending(case.db):
            desk.taking_up.ask()
    ready(f"http://127.0.0.1:{port}/")
    uvicorn.run(make_app(desk), host="127.0.0.1", port=port, log_level="warning", server_header=False)
