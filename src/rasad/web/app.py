"""The desk as a web application: which view answers which address."""

import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from rasad.errors import CaseError, RasadError
from rasad.web import render
from rasad.web.ask import Ask
from rasad.web.desk import Desk
from rasad.web.guard import Guard
from rasad.web.links import Links, Place, live, query_of
from rasad.web.render import Shown
from rasad.web.words import HERE, LANGS, words

MENU = ("events",)
"""The views that the head of every page leads to, in this order."""
OTHERS = ("event", "page")
STATIC = "/static"
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
        Route("/{lang}/{view}", partial(show, desk), methods=["GET"]),
        Route("/{lang}/{view}/{ident:path}", partial(show, desk), methods=["GET"]),
    ]
    return Starlette(
        routes=routes, middleware=[Middleware(Guard)],
        exception_handlers={RasadError: partial(refused, 404), HTTPException: not_found},
    )  # fmt: skip


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
    name = f"{view}{'-' + ident[:12] if ident.isalnum() else ''}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'} if form == "csv" else None
    return Response(body, media_type=_TYPES[form], headers=headers)


def answer(desk: Desk, db: sqlite3.Connection, links: Links, form: str) -> str | bytes:
    """Make a view and write it in the form asked for."""
    ask = Ask(desk, db, words(links.here.lang), links)
    made = view_of(links.here.view)(ask)
    match form:
        case "html":
            return render.page(links.here.view, made, ask.words, links, common(ask))
        case "json":
            return render.as_json(made)
        case "csv":
            return render.as_csv(made)
    raise CaseError(f"{form}: a view is given as html, json or csv.")


def common(ask: Ask) -> Mapping[str, Any]:
    """Give what every page needs."""
    links = ask.links
    return {
        "menu": MENU, "case_name": ask.desk.path.name, "lang": links.here.lang, "static": links.static,
        "place_name": ask.place_name,
    }  # fmt: skip


def refused(status: int, _: Request, error: Exception) -> Response:
    """Say in plain words what cannot be shown."""
    return PlainTextResponse(": ".join(map(str, error.args)), status)


def not_found(_: Request, error: Exception) -> Response:
    """Answer to an address that is none."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return PlainTextResponse("There is nothing here.", status)


def serve(path: Path, port: int) -> None:
    """Serve a case to this machine until it is stopped."""
    import uvicorn

    desk = Desk(path)
    with desk.case() as case:
        desk.holdings(case.db)
    uvicorn.run(make_app(desk), host="127.0.0.1", port=port, log_level="warning", server_header=False)
