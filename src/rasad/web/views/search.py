"""Pages that hold words, and actors whose names do."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from rasad.store import queries
from rasad.store.queries import Hit
from rasad.store.words import place_of, search_query
from rasad.tokens import search_key
from rasad.web.ask import Ask
from rasad.web.desk import Party
from rasad.web.render import Shown

MOST = 40
AROUND = 130
ACTORS = 12


class Found(Struct, frozen=True):
    """A page that was found, with the words around the first one asked for."""

    hit: Hit
    before: str
    words: str
    after: str
    href: str | None


def view(ask: Ask) -> Shown:
    """Search."""
    asked = ask.one("q").strip()
    hits = queries.search(ask.db, asked, MOST) if search_query(asked) else []
    found = [_found(ask, hit, asked) for hit in hits]
    data = {"found": found, "actors": _actors(ask, asked), "q": asked, "most": MOST}
    return Shown(f"{ask.words.say('search')}: {asked}" if asked else ask.words.say("search"), data, _rows(found))


def _found(ask: Ask, hit: Hit, asked: str) -> Found:
    start, end = place_of(hit.text, asked)
    before, after = hit.text[max(0, start - AROUND) : start], hit.text[end : end + AROUND]
    href = ask.links.to("page", hit.page)
    return Found(hit, before.partition(" ")[2], hit.text[start:end], after.rpartition(" ")[0], href)


def _actors(ask: Ask, asked: str) -> list[tuple[Party, int]]:
    held, key = ask.held, search_key(asked).strip()
    if not key:
        return []
    ids = {one for name, one in held.keys if key in name}
    counted = [(held.parties[one], held.events.bits("actor", one).bit_count()) for one in ids]
    return sorted(counted, key=lambda one: (-one[1], one[0].id))[:ACTORS]


def _rows(found: Sequence[Found]) -> Iterator[dict[str, Any]]:
    for one in found:
        yield {
            "page": one.hit.page, "page_id": one.hit.page_id, "lang": one.hit.lang, "outlet": one.hit.outlet,
            "words": f"{one.before}{one.words}{one.after}",
        }  # fmt: skip
