"""The desk as files that open from disk: the same views, but for those that need somebody to ask."""

import posixpath
import shutil
from collections import deque
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from rasad.errors import CaseError
from rasad.web.app import answer
from rasad.web.desk import Desk
from rasad.web.links import Links, Place
from rasad.web.words import HERE, words

LISTS = ("events", "statements", "actors", "contradictions")
"""Views that may be narrowed by one filter, page by page."""
PLAIN = ("timeline", "network", "map", "sources", "runs")
THINGS: dict[str, set[str]] = {"event": {"report", "first"}, "page": set(), "actor": set(), "compare": set()}
"""Views of one thing, and what may stand in their address."""
FORMS = ("csv", "json")
START = "events"
MARK = "rasad-site"
"""A file of this name shows that a folder holds a site, and may be written over."""
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""Names that are no files on Windows, whatever comes after their first dot."""


class Written(Struct, frozen=True):
    """How many files were written."""

    files: int


def write_site(path: Path, out: Path, langs: Sequence[str]) -> Written:
    """Write every view that the first one leads to, language by language."""
    _make_room(out)
    desk = Desk(path)
    left = deque(Place(lang, START) for lang in langs)
    known = set(left)

    def address(place: Place, here: Place) -> str | None:
        if place.lang not in langs or not _has_file(place):
            return None
        if place not in known:
            known.add(place)
            left.append(place)
        return posixpath.relpath(file_of(place), posixpath.dirname(file_of(here)))

    with desk.case() as case:
        while left:
            here = left.popleft()
            static = posixpath.relpath("static", posixpath.dirname(file_of(here)))
            links = Links(_bare(here), lambda place, here=here: address(place, here), static)  # type: ignore[misc]
            body = answer(desk, case.db, links, dict(here.query).get("as", "html"))
            file = out / file_of(here)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body.encode() if isinstance(body, str) else body)
    shutil.copytree(HERE / "static", out / "static", dirs_exist_ok=True)
    (out / "index.html").write_text(_index(path.name, langs), encoding="utf-8", newline="\n")
    return Written(len(known))


def file_of(place: Place) -> str:
    """Give the file of a place; two places have two files also where capitals and small letters are the same.

    >>> file_of(Place("en", "events", query=(("status", "denied"), ("page", "2"))))
    'en/events/status-denied-page-2.html'
    >>> file_of(Place("en", "events", query=(("type", "AID"),)))
    'en/events/type-aid-2c192019e258.html'
    """
    form = dict(place.query).get("as", "html")
    parts = [place.ident, *(f"{name}-{value}" for name, value in place.query if name != "as")]
    name = "-".join(part for part in parts if part) or "index"
    if set(name) - _SAFE or len(name) > 100 or name.startswith(".") or name.lower().partition(".")[0] in _DEVICES:
        name = sha256(name.encode()).hexdigest()[:20]
    elif name != name.lower():
        name = f"{name.lower()}-{sha256(name.encode()).hexdigest()[:12]}"
    return f"{place.lang}/{place.view}/{name}.{form}"


def _has_file(place: Place) -> bool:
    """Tell whether a view is part of a site: lists by one filter at most, things, drawings of the whole."""
    names = [name for name, _ in place.query if name != "page"]
    if "as" in names:
        return len(place.query) == 1 and place.query[0][1] in FORMS
    if place.view in LISTS:
        one_bar = names == ["from", "to"] and len({value for name, value in place.query if name != "page"}) == 1
        return one_bar or len(names) < 2
    if place.view in THINGS:
        return bool(place.ident) and set(names) <= THINGS[place.view]
    return place.view in PLAIN and not place.query


def _bare(place: Place) -> Place:
    return Place(place.lang, place.view, place.ident, tuple(pair for pair in place.query if pair[0] != "as"))


def _make_room(out: Path) -> None:
    """Empty a folder that holds an older site; another one with files in it is left alone."""
    if out.is_dir() and any(out.iterdir()):
        if not (out / MARK).is_file():
            raise CaseError(f"{out}: holds files that are no site of Rasad. Nothing was changed; name another folder.")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).write_text("Written by `rasad site`, which may write over this folder.\n", encoding="utf-8")


def _index(name: str, langs: Sequence[str]) -> str:
    items = "".join(
        f'<li><a lang="{lang}" href="{file_of(Place(lang, START))}">{words(lang).say("rasad")}: '
        f"{words(lang).say('events')}</a></li>"
        for lang in langs
    )
    title = "".join(char for char in name if char in _SAFE) or "Rasad"
    head = f'<meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="static/desk.css">'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body><main><ul>{items}</ul></main></body></html>\n'
