"""What is asked for: what it means, the actors and events that are it, and the pages that hold the words.

Where the case has vectors, also the sentences that mean the same.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct

from rasad.engine.nearness import Near
from rasad.packs.meanings import DEED, Term, meanings, written
from rasad.store import browse, queries, searching
from rasad.store.lines import Said, said_named
from rasad.store.queries import EventLine
from rasad.store.searching import Hit
from rasad.tokens import search_key
from rasad.web.ask import Ask, Sieve
from rasad.web.desk import EVENT_COLUMNS, Party
from rasad.web.meant import ISO, coded
from rasad.web.render import Shown
from rasad.web.views.events import ordered

MOST = 40
EVENTS = 8
SPELLINGS = 8
AROUND = 130
ACTORS = 12
SENTENCES = 20
MEANING = "meaning"


class Found(Struct, frozen=True):
    """A page that was found, with the words around the best place of what was asked for."""

    hit: Hit
    before: str
    words: str
    after: str
    href: str | None


class Meaning(Struct, frozen=True):
    """Words asked for, what they mean in the language of the desk, and other spellings that pages were searched for."""

    asked: str
    names: tuple[str, ...]
    forms: tuple[str, ...]


class Sentence(Struct, frozen=True):
    """A sentence that means what was asked for, with what it tells and where it stands."""

    near: Near
    said: list[Said]
    told: list[EventLine]
    href: str | None


def view(ask: Ask) -> Shown:
    """Search."""
    asked = ask.one("q").strip()
    if ask.one("by") == MEANING and asked:
        return _by_meaning(ask, asked)
    terms = meanings(asked)
    hits = searching.search(ask.db, asked, MOST) if terms else []
    found = [_found(ask, hit) for hit in hits]
    sieve = Sieve(ask, ask.held.events, EVENT_COLUMNS)
    some = bool(terms) and any(coded(ask.held, term) for term in terms)
    ids = ordered(sieve, 0, EVENTS, True) if some else []
    data = {
        "found": found, "actors": _actors(ask, asked, terms), "q": asked, "most": MOST,
        "meanings": [_meaning(ask, term) for term in terms],
        "events": queries.events_named(ask.db, ids), "snippets": browse.snippets(ask.db, ids),
        "count": len(sieve.chosen), "by": "", "ways": _ways(ask),
    }  # fmt: skip
    return Shown(_title(ask, asked), data, _rows(found))


def _by_meaning(ask: Ask, asked: str) -> Shown:
    near = ask.desk.meanings.find(ask.db, asked, SENTENCES)
    told = {one.id: one for one in queries.events_named(ask.db, sorted({e for one in near for e in one.events}))}
    said = {one.id: one for one in said_named(ask.db, sorted({s for one in near for s in one.statements}))}
    found = [
        Sentence(one, [said[s] for s in one.statements if s in said], [told[e] for e in one.events if e in told],
                 ask.links.to("page", one.page)) for one in near
    ]  # fmt: skip
    data = {
        "sentences": found, "q": asked, "by": MEANING, "ways": _ways(ask),
        "lacking": ask.desk.meanings.lacking(ask.db),
    }  # fmt: skip
    return Shown(_title(ask, asked), data, _near_rows(near))


def _ways(ask: Ask) -> tuple[str, ...]:
    """Give the ways to search, where there are several."""
    return ("", MEANING) if ask.desk.meanings.there() else ()


def _title(ask: Ask, asked: str) -> str:
    return f"{ask.words.say('search')}: {asked}" if asked else ask.words.say("search")


def _near_rows(near: Sequence[Near]) -> Iterator[dict[str, Any]]:
    for one in near:
        yield {
            "page": one.page, "page_id": one.page_id, "lang": one.lang, "outlet": one.outlet, "start": one.start,
            "end": one.end, "words": one.text, "nearness": one.nearness, "statements": one.statements,
            "events": one.events, "elsewhere": one.elsewhere,
        }  # fmt: skip


def _meaning(ask: Ask, term: Term) -> Meaning:
    forms = (form for form in term.forms if form != term.asked)
    return Meaning(term.asked, tuple(_meant(ask, term)), tuple(map(written, islice(forms, SPELLINGS))))


def _meant(ask: Ask, term: Term) -> Iterator[str]:
    """Name what a term means, as far as the case has it."""
    for owner in term.owners:
        if owner.startswith(DEED):
            kind, _, mode = owner.removeprefix(DEED).partition("/")
            yield ask.label("mode", f"{kind}/{mode}") if mode else ask.label("type", kind)
        elif owner in ask.held.parties:
            yield ask.label("actor", owner)
        elif owner in ask.held.places:
            yield ask.label("place", owner)
        elif len(owner) == ISO:
            yield ask.label("country", owner)


def _found(ask: Ask, hit: Hit) -> Found:
    before = hit.text[max(0, hit.start - AROUND) : hit.start]
    after = hit.text[hit.end : hit.end + AROUND]
    before = before.partition(" ")[2] if hit.start > AROUND else before
    after = after.rpartition(" ")[0] if len(hit.text) > hit.end + AROUND else after
    return Found(hit, before, hit.text[hit.start : hit.end], after, ask.links.to("page", hit.page))


def _actors(ask: Ask, asked: str, terms: Sequence[Term]) -> list[tuple[Party, int]]:
    held, key = ask.held, search_key(asked).strip()
    if not key:
        return []
    ids = held.called.holding(key)
    ids |= {owner for term in terms for owner in term.owners if owner in held.parties}
    counted = [(held.parties[one], len(held.events.bits("actor", one))) for one in ids]
    return sorted(counted, key=lambda one: (-one[1], one[0].id))[:ACTORS]


def _rows(found: Sequence[Found]) -> Iterator[dict[str, Any]]:
    for one in found:
        yield {
            "page": one.hit.page, "page_id": one.hit.page_id, "lang": one.hit.lang, "outlet": one.hit.outlet,
            "start": one.hit.start, "end": one.hit.end, "words": f"{one.before}{one.words}{one.after}",
        }  # fmt: skip
