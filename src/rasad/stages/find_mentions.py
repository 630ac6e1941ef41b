"""Find who and what the article names, and who they are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar import resolve
from rasad.grammar.atoms import choose
from rasad.grammar.datelines import dateline_end
from rasad.grammar.decoys import lands_of, of_towns, real
from rasad.grammar.markers import marker_of, proclitic_marker
from rasad.grammar.mentioning import mention_of
from rasad.grammar.name_nouns import led_by
from rasad.grammar.names import Phrase, Reading, Sight
from rasad.grammar.phrases import read_phrases
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import View, tight, views
from rasad.model import Document, Entity, Mark, Mention, Sentence, Span
from rasad.packs import Packs
from rasad.packs.everyday import is_everyday, is_strange
from rasad.tokens import ZWNJ

# Shorter last words of unknown names are too often everyday words to be looked for alone.
_SHORTEST_ALIAS = 4
_PART = re.compile(r"[^\W_]+")
_BEFORE = 24
"""Code points before a phrase in which the word before it stands."""
_SHORTEST_TITLED = 3
"""Letters of one that a title stands before."""
_OF_ONE = ("_commander", "_chief", "_minister", "_spokesperson")
"""Posts of one holder a country, by the end of their keys."""
_ALLY = "ally"
"""The marker of whom others are allied with, who has no part in their deeds."""
_BLOCKING = ("light", "speech", "trigger", "attribution")


class Known(Struct, frozen=True):
    """Whom a page names in full, and which countries it names by whatever means."""

    full: frozenset[str]
    lands: frozenset[str]


def find_mentions(doc: Document, packs: Packs) -> Document:
    """Find the noun phrases that name actors, sources and places, and resolve them."""
    if doc.lang not in packs.lexicons:
        return doc
    known = Known(_in_full(doc), lands_of(doc, packs))
    readings = [_read(view, packs, {}, known, dateline_end(view, packs)) for view in views(doc)]
    aliases = _aliases(doc, readings)
    if aliases:
        readings = [
            _read(r.view, packs, aliases, known, r.opening) if _has_alias(r.view, aliases) else r for r in readings
        ]
    page = _page(doc, readings, packs)
    memory = Memory()
    found: list[Mention] = []
    for reading in readings:
        found.extend(_mentions(reading, page, memory, packs))
    holders = _holders(found, packs)
    mentions = tuple(_told_later(mention, memory, holders) for mention in found)
    told = (_past_dateline(reading.view, reading.opening) for reading in readings)
    return replace(doc, mentions=mentions, sentences=tuple(told))


def _past_dateline(view: View, opening: int) -> Sentence:
    """Let a sentence begin behind its dateline, whose city lends its country and takes part in nothing."""
    rest = view.words(opening, view.end)[:1]
    if opening == view.start or not rest:
        return view.sentence
    before = view.doc.reading[opening : rest[0][0]]
    return replace(view.sentence, start=opening + len(before) - len(before.lstrip()))


def _holders(found: Sequence[Mention], packs: Packs) -> dict[tuple[str, str], Entity]:
    """Give who the page says holds a post of a country: «Habibollah Sayyari, commander of the navy of Iran»."""
    people: dict[tuple[str, str], dict[str, Entity]] = defaultdict(dict)
    for mention in found:
        office, country = mention.office, mention.entity.country
        if mention.head == "person" and office and country and (office in packs.posts or office.endswith(_OF_ONE)):
            people[office, country][mention.entity.id] = mention.entity
    return {post: next(iter(those.values())) for post, those in people.items() if len(those) == 1}


def _told_later(mention: Mention, memory: Memory, holders: Mapping[tuple[str, str], Entity]) -> Mention:
    """Give a mention what the page tells elsewhere: the country of an unknown person, who holds a post."""
    entity = mention.entity
    known = memory.unknown.get(entity.id)
    if known is not None and not entity.country and known.country:
        return replace(mention, entity=replace(entity, country=known.country))
    holder = holders.get((mention.office or "", entity.country or ""))
    if holder is not None and entity.id == f"office:{mention.office}:{entity.country}":
        return replace(mention, entity=replace(holder, role=entity.role))
    return mention


def _has_alias(view: View, aliases: Mapping[str, Span]) -> bool:
    """Tell whether a sentence has a last word of a name; a sentence without one is read as before."""
    return any(view.text(*word) in aliases for word in view.words(view.start, view.end))


def _read(view: View, packs: Packs, aliases: dict[str, Span], known: Known, opening: int) -> Reading:
    """Read the phrases of a sentence; `aliases` are last words of names on the page."""
    marks = list(real(view, known.lands, opening, packs))
    people: dict[Span, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.kind == "person":
            people[mark.core].append(mark)
    if aliases:
        found = list(_alias_marks(view, aliases, marks, known.full))
        spans = {m.core for m in found}
        marks = [m for m in marks if not (m.kind == "person" and m.core in spans)] + found
    atoms, places = choose([m for m in marks if not (m.kind == "person" and m.cells.get("id", "") == "")])
    closed = [(d.start, d.end) for _, d in view.dates]
    closed += [m.core for m in marks if m.kind in _BLOCKING or m.kind in ("marker", "modality", "word", "helper")]
    reading, lang = view.doc.reading, view.doc.lang
    sight = Sight(
        view.doc.folded,
        view.start,
        view.end,
        atoms,
        closed,
        lambda span: is_everyday(reading[slice(*span)], lang),
        lambda span: is_strange(reading[slice(*span)], lang),
        lang,
        frozenset(m.end for m in marks if m.kind == "word" and m.cells["use"] == "stop")
        - frozenset(m.end for m in marks if m.kind in _BLOCKING or m.kind in ("marker", "modality", "helper")),
        of_towns(view, packs),
    )
    phrases = (part for phrase in read_phrases(sight) for part in _apart(phrase, people, packs, lang))
    return Reading(view, opening, tuple(phrases), people, places)


def _apart(phrase: Phrase, people: dict[Span, list[Mark]], packs: Packs, lang: str) -> tuple[Phrase, ...]:
    """Cut a phrase where two people stand side by side."""
    if phrase.person is None or phrase.person.cells["use"] == "alias":
        return (phrase,)
    if lang == "ar" and resolve.meets_counterpart(phrase):
        return resolve.cut_behind_name(phrase)
    return resolve.taken_apart(phrase, resolve.candidates(people.get(phrase.person.core, ()), packs), packs)


def _aliases(doc: Document, readings: Sequence[Reading]) -> dict[str, Span]:
    """Give the last words of names given in full, so that «Peskov» alone is found after «Dmitry Peskov»."""
    found: dict[str, Span] = {}
    for reading in readings:
        for phrase in reading.phrases:
            if phrase.name is None or (phrase.person is not None and phrase.person.cells["use"] != "full"):
                continue
            words = [w.span() for w in _PART.finditer(doc.folded, *phrase.name)]
            if len(words) > 1 and words[-1][1] - words[-1][0] >= _SHORTEST_TITLED:
                found.setdefault(doc.folded[words[-1][0] : words[-1][1]], phrase.name)
    return found


def _alias_marks(view: View, aliases: dict[str, Span], marks: Sequence[Mark], full: frozenset[str]) -> Iterator[Mark]:
    """Mark last words of names. A short name of somebody whom the page never names in full gives way to them."""
    taken = [
        m.core
        for m in marks
        if m.kind in ("org", "country", "office", "organ", "group", "place")
        or (m.kind == "person" and (m.cells["use"] == "full" or m.cells["id"] in full))
    ]
    titles = [m.end for m in marks if m.kind == "title"]
    for start, end in view.words(view.start, view.end):
        name = aliases.get(view.text(start, end))
        if name is None or any(s < end and start < e for s, e in taken):
            continue
        if end - start < _SHORTEST_ALIAS and not any(tight(view.doc.folded, at, start) for at in titles):
            continue  # «آقای [شرع]»: without a title it is a word
        cells = {"id": f"alias:{name[0]}:{name[1]}", "use": "alias"}
        yield Mark(start, end, "person", cells, "last_word_of_a_name", "name", (start, end))


def _in_full(doc: Document) -> frozenset[str]:
    """Give the people of the register whom the page names in full."""
    return frozenset(m.cells["id"] for m in doc.marks if m.kind == "person" and m.cells["use"] == "full")


def _page(doc: Document, readings: Sequence[Reading], packs: Packs) -> Page:
    """Gather what the whole page tells before any phrase is resolved."""
    day = next(
        (d.day for kind in ("published", "modified", "retrieved") for d in doc.page_dates if d.kind == kind), None
    )
    first = next((d.day for d in doc.page_dates if d.kind == "published"), None)
    people: dict[str, Entity] = {}
    counts: Counter[str] = Counter()
    for reading in readings:
        for marks in reading.people.values():
            counts.update({m.cells["id"] for m in marks})
            strong = [m for m in marks if m.cells["use"] in ("full", "short")]
            if len({m.cells["id"] for m in strong}) == 1:
                people[strong[0].cells["id"]] = packs.register.people[strong[0].cells["id"]]
    home = doc.publisher.country if doc.publisher else None
    guess = home or ("IRN" if doc.lang == "fa" else None)
    return Page(doc.lang, guess, first, day, people, counts, _in_full(doc), _countries(readings, packs), home)


def _countries(readings: Sequence[Reading], packs: Packs) -> Counter[str]:
    """Count how often the page names each country: itself, a town, a body or one of its people."""
    named: Counter[str] = Counter()
    for reading in readings:
        for phrase in reading.phrases:
            parts = (phrase.country, phrase.also, phrase.third)
            named.update(iso for iso in map(resolve.iso_of, parts) if iso)
            named.update(entity.country for entity in _known(phrase, packs) if entity.country and not entity.is_carrier)
    return named


def _known(phrase: Phrase, packs: Packs) -> Iterator[Entity]:
    """Give the town, body and person of the register that a phrase names."""
    tables = (
        (phrase.place, packs.register.places),
        (phrase.org, packs.register.organisations),
        (phrase.person, packs.register.people),
    )
    return (
        entities[mark.cells["id"]] for mark, entities in tables if mark is not None and mark.cells["id"] in entities
    )


def _mentions(reading: Reading, page: Page, memory: Memory, packs: Packs) -> Iterator[Mention]:
    view = reading.view
    ends = _marker_ends(view)
    after = [m for m in view.of("marker") if m.cells["marker"] == "obj"]
    spans = [(p.start, p.end) for p in reading.phrases]
    blocked = [(m.start, m.end) for m in view.marks if _blocks(m) or _opens_clause(m)] + spans
    blocked += [(d.start, d.end) for _, d in view.dates]
    previous: Mention | None = None
    regimes = [m for m in view.of("country") if m.cells["use"] == "hostile"]
    for phrase in reading.phrases:
        while regimes and regimes[0].start < phrase.end:
            memory.regimes.append(regimes.pop(0).cells["iso3"])
        mention = mention_of(phrase, reading, page, memory, packs)
        if mention is None:
            continue
        marker = marker_of(
            view.doc.folded, (phrase.start, phrase.end), _prefix(view, phrase), view.start, ends, after, blocked
        )
        joined = previous is not None and _coordinated(view, previous, phrase)
        if not marker and previous is not None and (joined or _apposed(view, previous, mention)):
            marker = previous.marker if _goes_on(previous, mention) else ""
        mention = replace(mention, marker=_ALLY if _is_ally(view, mention) else marker)
        resolve.remember(
            memory, mention, previous.entity if previous is not None and joined else None, _owns(view, mention)
        )
        if mention.end <= reading.opening:
            continue  # the city of a dateline lends its country, and is nobody's place or party
        previous = mention
        yield mention


def _is_ally(view: View, mention: Mention) -> bool:
    """Tell whether a phrase only says whose ally another one is: «الفصائل الموالية [لتركيا]», «المدعومة من إيران»."""
    allied = [m.end for m in view.of("grammar") if m.cells["use"] == "allied" and m.end <= mention.start]
    return bool(allied) and len(view.text(allied[-1], mention.start).split()) <= 1


def _owns(view: View, mention: Mention) -> bool:
    """Tell whether a mention only completes the noun right before it: «فرمایشات [رهبر]», but no trip."""
    before = view.words(max(view.start, mention.start - _BEFORE), mention.start)[-1:]
    if view.doc.lang != "fa" or not before or not tight(view.doc.folded, before[0][1], mention.start):
        return False
    over = [m for m in view.marks if m.start <= before[0][0] < m.end]
    plain = all(m.kind == "word" and m.cells["use"] == "stop" for m in over)
    return plain and (bool(over) or is_everyday(view.doc.reading[slice(*before[0])], "fa"))


def _blocks(mark: Mark) -> bool:
    """Tell whether no preposition reaches across a mark; words that only look like a trigger let it through."""
    return mark.kind in _BLOCKING and mark.cells.get("need") != "never"


def _opens_clause(mark: Mark) -> bool:
    """Tell whether a word opens a clause, into which no preposition before it reaches."""
    return mark.kind == "grammar" and mark.cells["use"] == "complementiser"


def _marker_ends(view: View) -> dict[int, tuple[str, int]]:
    """Give for every place where a preposition ends its key and start, the longest first; sources are stronger."""
    ends: dict[int, tuple[str, int]] = {}
    for mark in view.of("marker"):
        # «نحو 500 متظاهر»: about, not toward; but «عقوبات على 7 لبنانيين»
        counted = mark.cells["marker"] != "on" and view.text(mark.end, mark.end + 2).strip()[:1].isdigit()
        if not counted and (mark.end not in ends or mark.start < ends[mark.end][1]):
            if mark.cells["marker"] == "part" and any(m.start < mark.end < m.end for m in view.of("marker")):
                continue  # «اعتقال أشخاص [من قبل] الأمن»
            led = proclitic_marker(mark.prefix) if mark.cells["marker"] == "part" else ""
            ends[mark.end] = (led or mark.cells["marker"], mark.start)
    return ends | {m.end: ("source", m.start) for m in view.of("attribution") if m.cells["side"] == "after"}


def _coordinated(view: View, previous: Mention, phrase: Phrase) -> bool:
    """Tell whether only «and» or a comma stands between two phrases."""
    gap = view.text(previous.end, phrase.start).replace(ZWNJ, " ").strip(" «»\"'")
    return gap in ("و", "،", "، و", ",") or (gap == "" and phrase.head.prefix.startswith("و"))


def _prefix(view: View, phrase: Phrase) -> str:
    """Give the proclitic of a phrase: of its noun of place where it begins with one («ببلدة خان شيخون»)."""
    if phrase.start == phrase.head.start:
        return phrase.head.prefix
    first = [m for m in view.of("grammar") if m.start == phrase.start and m.cells["use"] == "place_noun"]
    if first:
        return first[0].prefix
    return phrase.head.prefix or (led_by(view, phrase.start) if phrase.head.kind == "org" else "")


def _goes_on(previous: Mention, mention: Mention) -> bool:
    """Tell whether a list may go on: nobody stands in a list of places («X در تهران، [Y] در قم»)."""
    placed = previous.marker == "in" and previous.head in ("place", "country")
    return not (placed and mention.head in ("person", "pronoun"))


def _apposed(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether a town stands right behind an adjective of its state («بالعاصمة اليمنية صنعاء»)."""
    near = view.text(previous.end, mention.start).strip() == ""
    return near and previous.head == "adjective" and mention.place is not None
