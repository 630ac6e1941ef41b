"""Blocks of lines for people, with native text kept apart from ours."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rasad.cli.screen import native, safe
from rasad.grammar.reasons import Why
from rasad.model import Context, PublicEvent, PublicLink, PublicParty, PublicStatement, Span, Stated
from rasad.sharing.words import counted, day
from rasad.store.queries import EventLine, PartyLine
from rasad.store.rows import Entry
from rasad.store.searching import Hit
from rasad.store.statements import StatementLine

SILENT = frozenset(map(str, Why))
"""Reasons of sentences that tell nothing; they are counted, and listed by `rasad read --json`."""
AROUND = 60
"""Characters of the page that are shown on both sides of a trigger or a word found."""
LONGEST = 240
"""Characters of a quotation that are shown; the whole of it is in the JSON."""


def deed(type_: str, mode: str | None) -> str:
    """Write type and mode as one word."""
    return f"{type_}/{mode}" if mode else type_


def around(text: str, span: Span) -> str:
    """Give the words around a span, the span itself in guillemets of ours."""
    start, end = max(0, span[0] - AROUND), min(len(text), span[1] + AROUND)
    before, after = text[start : span[0]].partition(" ")[2] if start else text[: span[0]], text[span[1] : end]
    after = after.rpartition(" ")[0] if end < len(text) else after
    return native(f"{before}⟦{text[span[0] : span[1]]}⟧{after}")


def page_block(entry: Entry) -> Iterator[str]:
    """Show a page's record: its days, its reports and its statements."""
    record, text = entry.record, entry.page.text
    known = [record.lang, record.kind, *(f"{n} {v}" for n, v in _page_facts(entry) if v)]
    yield f"{safe(record.id)}  {'  '.join(map(safe, known))}"
    yield from stated_lines(record.stated)
    for event in record.events:
        yield from report_block(text, event)
    for said in record.statements:
        yield from _said_block(text, said)
    for figure in record.figures:
        bound = "" if figure.bound == "exact" else f"{figure.bound.replace('_', ' ')} "
        of = record.events[figure.event] if figure.event is not None else None
        tied = f"  of {deed(of.type, of.mode)}" if of is not None else ""
        yield f"  counts  {bound}{figure.value:,.15g} {safe(figure.unit)}{tied}  {native(_cut(text, figure.span))}"
    for note in record.skipped:
        if note.why not in SILENT:
            yield f"  left out [{note.start}, {note.end}): {safe(note.why)}"
    silent = Counter(note.why for note in record.skipped if note.why in SILENT)
    if silent:
        told = ", ".join(f"{count} {safe(why)}" for why, count in silent.most_common())
        yield f"  {counted(silent.total(), 'sentence')} told nothing: {told}"
    yield ""


def stated_lines(facts: Sequence[Stated]) -> Iterator[str]:
    """Show what a page states of itself: of every field the first value, which is trusted most, with its rule."""
    first: dict[str, Stated] = {}
    for fact in facts:
        first.setdefault(fact.field, fact)
    for field, fact in first.items():
        known = f" ({safe(fact.id)})" if fact.id else ""
        where = f"  [{fact.span[0]}, {fact.span[1]})" if fact.span else ""
        yield f"  states {safe(field):10} {native(shorten(fact.value))}{known}{where}  by {safe(fact.rule)}"


def report_block(text: str, event: PublicEvent) -> Iterator[str]:
    """Show one report with its evidence."""
    main = "  main" if event.main else ""
    yield f"  {deed(event.type, event.mode)}  {event.status}  {day(event.date)}{main}"
    for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties:
            yield f"    {side:10} {_party(text, party)}"
    if event.place:
        yield f"    {'place':10} {safe(event.place.name)}  {native(_cut(text, event.place.span))}"
    if event.date_span:
        yield f"    {'day':10} {native(_cut(text, event.date_span))}"
    if event.time:
        yield f"    {'time':10} {event.time.clock} {safe(event.time.zone or '')}  {native(_cut(text, event.time.span))}"
    if event.attribution:
        yield f"    {'according':10} {_chain(text, event.attribution)}"
    if event.contexts:
        yield f"    {'contexts':10} {_contexts(text, event.contexts)}"
    yield f"    {'told':10} {around(text, event.trigger)}  [{event.trigger[0]}, {event.trigger[1]})"


def event_line(event: EventLine) -> str:
    """Show an event on one line: day, deed, who to whom, place, status, counts, flags."""
    who = " + ".join(map(party_name, event.actors)) or "?"
    whom = f" -> {' + '.join(map(party_name, event.recipients))}" if event.recipients else ""
    place = f"  in {safe(event.place)}" if event.place else ""
    flag = f"  !{counted(event.contradictions, 'contradiction')}" if event.contradictions else ""
    judged = f"  ledger:{','.join(map(str, event.ledger))}" if event.ledger else ""
    counts = (counted(event.pages, "page"), counted(event.outlets, "outlet"), counted(event.origins, "origin"))
    what = f"{deed(event.type, event.mode)}  {who}{whom}{place}  {event.status}"
    return f"{day(event.date)}  {what}  ({', '.join(counts)}){flag}{judged}  [{event.id}]"


def statement_lines(said: StatementLine) -> Iterator[str]:
    """Show a statement: who said it, by which way it came, what."""
    via = f"  according to {safe(' < '.join(said.via))}" if said.via else ""
    where = f"{safe(said.page_id)}{f', {safe(said.outlet)}' if said.outlet else ''}"
    judged = f"  ledger:{','.join(map(str, said.ledger))}" if said.ledger else ""
    told = f"{said.form}, {said.stance}{via}  ({where}){judged}  [{said.id[:12]}]"
    yield f"{said.day or 'undated'}  {party_name(said.speaker)}  {told}"
    yield f"    {native(shorten(said.quote))}"


def hit_line(hit: Hit) -> str:
    """Show a page that was found, with the words around the first one."""
    where = f"{safe(hit.page_id)}  {hit.lang}{f'  {safe(hit.outlet)}' if hit.outlet else ''}"
    return f"{where}  {around(hit.text, (hit.start, hit.end))}"


def party_name(party: PartyLine) -> str:
    """Write a party: its English name and its name on a page."""
    return safe(party.name) if not party.native else f"{safe(party.name)} {native(party.native)}"


def shorten(text: str) -> str:
    """Cut a long quotation between words."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def _page_facts(entry: Entry) -> list[tuple[str, str | None]]:
    record = entry.record
    return [("of", record.publisher), ("published", record.published), ("retrieved", record.retrieved)]


def _said_block(text: str, said: PublicStatement) -> Iterator[str]:
    to = f" to {safe(said.addressee.name)}" if said.addressee else ""
    via = f"  according to {_chain(text, said.via)}" if said.via else ""
    yield f"  said by {_party(text, said.speaker)}{to}  {said.form}, {said.stance}{via}"
    yield f"    {native(shorten(_cut(text, said.content)))}  [{said.content[0]}, {said.content[1]})"


def _party(text: str, party: PublicParty) -> str:
    known = ", ".join(safe(v) for v in (party.kind, party.country, party.role) if v)
    return f"{safe(party.name)} ({known})  {native(_cut(text, party.span))}"


def _contexts(text: str, contexts: Sequence[Context]) -> str:
    """Write each context once, with the words that show it."""
    words: dict[str, list[str]] = {}
    for context in contexts:
        words.setdefault(context.name, []).append(native(_cut(text, context.span)))
    return "  ".join(f"{safe(name)} {' + '.join(some)}" for name, some in words.items())


def _chain(text: str, links: Sequence[PublicLink]) -> str:
    return " < ".join(f"{safe(link.name)} {native(_cut(text, link.span))}" for link in links)


def _cut(text: str, span: Span) -> str:
    return text[span[0] : span[1]]
