"""What fusion needs of a page: a key for each of its reports."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from rasad.fuse.denials import again, denial
from rasad.fuse.events import ClockKey, FigureKey, LinkKey, PartyKey, PlaceKey, ReportKey
from rasad.fuse.evidence import (
    Evidence,
    PageEvidence,
    evidence,
    figure_unit,
    figure_words,
    names,
    page_evidence,
    stems,
    window,
)
from rasad.fuse.lesser import lesser_counts, turn
from rasad.fuse.rarity import BIT, word_bits
from rasad.fuse.spans import apart
from rasad.model import (
    CARRIERS,
    PageRecord,
    Passing,
    PublicEvent,
    PublicFigure,
    PublicLink,
    PublicParty,
    PublicTime,
    Span,
)
from rasad.packs.rows import read_rows

SOURCES = ("credit", "origin")
"""What a page states of where its whole text comes from."""
CHARGES = frozenset({"ACCUSE", "REJECT", "THREATEN"})
"""Words that others deny: what they say is denied, and not that they were said."""
MUCH = 20 * BIT
"""Bits of rare words around two places of a page that tell one deed."""
SUBJECT = 30
"""Characters behind a word of denial in which its subject stands."""
FIGURE_NEAR = 450
"""Characters between a count and a trigger for the count to belong to the event: about a paragraph."""


def report_keys(text: str, record: PageRecord, ids: Sequence[str]) -> tuple[ReportKey, ...]:
    """Give the keys of a page's reports; `ids` are the reports' ids, in the record's order."""
    if not record.events:
        return ()
    figures = _figures_by_event(text, record)
    page = page_evidence(text, record.lang, record.boilerplate)
    return tuple(
        _key(text, record, event, identity, figures[n], page)
        for n, (event, identity) in enumerate(zip(record.events, ids, strict=True))
    )


def passing_keys(text: str, record: PageRecord) -> tuple[ReportKey, ...]:
    """Give the keys of the deeds that a page names in passing: of parties and place, the words around have to speak.

    Their ids are their places in the record.
    """
    if not record.passing:
        return ()
    page = page_evidence(text, record.lang, record.boilerplate)
    return tuple(_passing_key(text, record, named, n, page) for n, named in enumerate(record.passing))


def _passing_key(text: str, record: PageRecord, named: Passing, n: int, page: PageEvidence) -> ReportKey:
    near = evidence(text, record.lang, (named.trigger,), named.date_span)
    return ReportKey(
        id=str(n), page=record.sha256, page_id=record.id, lang=record.lang, type=named.type, mode=named.mode,
        status="actual", actors=(), recipients=(), date=named.date, words=near.words, outlet=outlet_of(record),
        day=iso_day(record.published),
        day_declared=not any(d.kind == "published" and d.span for d in record.page_dates),
        names=near.names, core=near.core, sounds=near.sounds,
        page_words=page.words, page_names=page.names, page_sounds=page.sounds,
        weekday=near.weekday, numbers=near.numbers, dated=near.dated, at=named.trigger[0],
    )  # fmt: skip


def _credits(record: PageRecord) -> tuple[LinkKey, ...]:
    """Give whom the page states as its source: agencies and outlets that the register knows, its own outlet not."""
    told = dict.fromkeys(fact.id for fact in record.stated if fact.field in SOURCES and fact.id in _carriers())
    links = (LinkKey(identity, *_carriers()[identity]) for identity in told if identity)
    return tuple(link for link in links if link.name != record.publisher)


def outlet_of(record: PageRecord) -> str | None:
    """Give whose page it is: the outlet as read, else the host of its address."""
    if record.publisher:
        return record.publisher
    host = urlsplit(record.url).hostname if record.url else None
    return host.removeprefix("www.") if host else None


def origin_id(link: PublicLink) -> str:
    """Give the id under which a link counts as an origin: organs that speak with one voice share theirs.

    `organ:presidents_office:SYR` is `organ:presidency:SYR`; a state named as an office is its seat (the Kremlin).
    """
    kind, _, rest = link.id.partition(":")
    if kind == "country" and link.kind == "office":
        return f"organ:{_same_organs().get('country', 'country')}:{rest}"
    organ, _, country = rest.partition(":")
    return f"organ:{_same_organs().get(organ, organ)}:{country}" if kind == "organ" else link.id


@cache
def _carriers() -> dict[str, tuple[str, str]]:
    """Give name and kind of the agencies and outlets of the register."""
    rows = read_rows("actors/organisations.tsv")
    return {row["id"]: (row["english"], row["kind"]) for row in rows if row["kind"] in CARRIERS}


@cache
def _same_organs() -> dict[str, str]:
    return {row["organ"]: row["same_as"] for row in read_rows("actors/same_organ.tsv")}


def _key(
    text: str, record: PageRecord, event: PublicEvent, identity: str, figures: tuple[FigureKey, ...], page: PageEvidence
) -> ReportKey:
    place = event.place
    near = evidence(text, record.lang, (event.trigger, *event.triggers), event.date_span)
    return ReportKey(
        id=identity, page=record.sha256, page_id=record.id, lang=record.lang,
        type=event.type, mode=event.mode, status=event.status,
        actors=tuple(_party(text, p) for p in event.actors),
        recipients=tuple(_party(text, p) for p in event.recipients),
        date=event.date, place=PlaceKey(place.id, place.name, place.country) if place else None,
        chain=tuple(LinkKey(origin_id(link), link.name, link.kind) for link in event.attribution),
        figures=figures, words=near.words, outlet=outlet_of(record),
        day=iso_day(record.published),
        day_declared=not any(d.kind == "published" and d.span for d in record.page_dates),
        names=near.names, core=near.core, sounds=near.sounds,
        page_words=page.words, page_names=page.names, page_sounds=page.sounds,
        weekday=near.weekday, numbers=near.numbers, dated=near.dated, at=event.trigger[0],
        credits=_credits(record), denial=_denial(text, record.lang, event, near),
        lesser=lesser_counts(text, record.lang, (event.trigger, *event.triggers)), clock=_clock(event.time),
    )  # fmt: skip


def _clock(time: PublicTime | None) -> ClockKey | None:
    if time is None:
        return None
    hours, minutes = map(int, time.clock.split(":"))
    return ClockKey(60 * hours + minutes, time.zone)


def _denial(text: str, lang: str, event: PublicEvent, near: Evidence) -> str:
    """Give the word by which a page takes a deed back: where it tells it, or where it says the same words again.

    Who denies an accusation denies what it says and not that it was said, but for the accuser.
    """
    own = sorted({event.trigger, *event.triggers})
    more = (place for trigger in own for place in again(text, trigger))
    for deed in (*own, *more):
        found = denial(text, lang, deed)
        if found and deed not in own and not _same_deed(text, lang, deed, near):
            continue
        if found and (event.type not in CHARGES or _by_actor(text, lang, event, deed, found)):
            return " ".join(text[slice(*found)].split())
    return ""


def _same_deed(text: str, lang: str, place: Span, near: Evidence) -> bool:
    """Tell whether the words around a place speak of a deed too: a name in common, or many rare words.

    Concepts are no names here: the word of the deed is one itself.
    """
    around = text[slice(*window(text, place))]
    named = {name for name in near.names if not name.startswith("c:")}
    return bool(named & names(around, lang)) or word_bits(lang).of(near.words & stems(around, lang)) >= MUCH


def _by_actor(text: str, lang: str, event: PublicEvent, deed: Span, word: Span) -> bool:
    """Tell whether an actor of the deed denies it: named right behind the word in Arabic, before all in Persian."""
    subject = (word[1], word[1] + SUBJECT) if word[1] <= deed[0] else (max(0, deed[0] - 2 * SUBJECT), deed[0])
    return bool({party.id for party in event.actors} & names(text[slice(*subject)], lang))


def iso_day(day: str | None) -> str | None:
    """Give the day of an ISO date or time; captures also hold days that are written otherwise, which tell nothing."""
    try:
        return date.fromisoformat(day[:10]).isoformat() if day else None
    except ValueError:
        return None


def _party(text: str, party: PublicParty) -> PartyKey:
    native = " ".join(text[party.span[0] : party.span[1]].split())
    return PartyKey(party.id, party.name, party.kind, party.country, party.sector, native)


def _figures_by_event(text: str, record: PageRecord) -> list[tuple[FigureKey, ...]]:
    """Give each event the counts that are tied to it, else those nearer to it than to any other; the nearest first."""
    found: list[list[tuple[int, int, FigureKey]]] = [[] for _ in record.events]
    for figure in record.figures:
        events = [(n, e) for n, e in enumerate(record.events) if figure.event in (None, n)]
        near = [(_gap(figure, event), n) for n, event in events]
        gap, n = min(near, default=(FIGURE_NEAR + 1, 0))
        if gap <= FIGURE_NEAR:
            around = figure_words(text, record.lang, figure.span)
            teller = "" if figure.statement is None else record.statements[figure.statement].speaker.name
            key = FigureKey(figure.value, figure.bound, figure_unit(figure.unit, record.lang), around, teller,
                            turn(text, record.lang, figure.span))  # fmt: skip
            found[n].append((gap, figure.span[0], key))
    return [tuple(key for *_, key in sorted(some, key=lambda item: item[:2])) for some in found]


def _gap(figure: PublicFigure, event: PublicEvent) -> int:
    spans = (event.trigger, *event.triggers)
    return min(apart(figure.span, span) for span in spans)
