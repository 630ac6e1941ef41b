"""Gold annotations as pages and records, so that store and fusion can be tested without the reader."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from rasad.model import (
    DateInterval,
    Outside,
    Page,
    PageRecord,
    PublicEvent,
    PublicFigure,
    PublicLink,
    PublicParty,
    PublicPlace,
    PublicStatement,
)
from rasad.store.rows import Entry

SHARED = Path(__file__).parents[2] / "shared"
RULE = "gold:1"


def need_shared() -> Path:
    """Give the folder of shared material; skip loudly where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the gold of {SHARED}, which is not here")
    return SHARED


def gold_entries(name: str) -> Iterator[Entry]:
    """Give the pages of a gold file with the gold's own record of each."""
    shared = need_shared()
    for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (shared / "pages" / f"{gold['id']}.txt").read_bytes().decode("utf-8")
        yield entry_of(gold, text)


def entry_of(gold: dict[str, Any], text: str) -> Entry:
    """Make a page and its record of one line of gold."""
    sha = sha256(text.encode()).hexdigest()
    outside = Outside(gold["id"], url=gold.get("url"), published=gold.get("published"))
    record = PageRecord(
        id=gold["id"], sha256=sha, lang=gold["lang"], kind=gold["kind"], url=gold.get("url"),
        publisher=gold.get("publisher"), published=gold.get("published"), retrieved=gold.get("retrieved"),
        page_dates=(), boilerplate=tuple(map(tuple, gold["boilerplate"])), ranges=(),
        events=tuple(_event(e) for e in gold["events"]),
        statements=tuple(_statement(s) for s in gold.get("statements", ())),
        figures=tuple(
            PublicFigure(f["value"], f["bound"], f["unit"], tuple(f["span"]), RULE) for f in gold.get("figures", ())
        ),
        skipped=(),
    )  # fmt: skip
    return Entry(Page(outside, text, sha), record)


def _event(e: dict[str, Any]) -> PublicEvent:
    place = e["place"]
    return PublicEvent(
        type=e["type"], mode=e["mode"], status=e["status"], date=_date(e),
        date_span=tuple(e["date_span"]) if e["date_span"] else None,
        place=PublicPlace(place["name"], place["country"], tuple(place["span"]), _id(place)) if place else None,
        actors=tuple(map(_party, e["actors"])), recipients=tuple(map(_party, e["recipients"])),
        trigger=tuple(e["trigger"]), triggers=(tuple(e["trigger"]),),
        attribution=tuple(map(_link, e["attribution"])), main=e["main"], rule={"trigger": RULE},
    )  # fmt: skip


def _date(e: dict[str, Any]) -> DateInterval | None:
    """Take the bounds that can be derived from the page, where the gold has them; else the plain date."""
    if "date_bounds" in e:
        first, last = e["date_bounds"]
    elif e["date"] and len(e["date"]) == 10:
        first = last = e["date"]
    else:
        return None
    return DateInterval(first, last, "day" if first == last and first else "interval", "stated", ("gold",))


def _statement(s: dict[str, Any]) -> PublicStatement:
    content = tuple(s["content"])
    speaker = _party({"kind": "person", **s["speaker"]})
    via = tuple(_link({"kind": "agency", **link}) for link in s["via"])
    return PublicStatement(speaker, s["form"], content, content, "asserts", via, None, RULE)


def _party(p: dict[str, Any]) -> PublicParty:
    span = tuple(p["span"])
    return PublicParty(p["name"], p["kind"], p["country"], span, _id(p), p.get("role"), rule=RULE, named_by=RULE)


def _link(p: dict[str, Any]) -> PublicLink:
    return PublicLink(p["name"], p["kind"], tuple(p["span"]), _id(p), p.get("country"), RULE)


def _id(p: dict[str, Any]) -> str:
    return str(p["name"]).casefold().replace(" ", "-")
