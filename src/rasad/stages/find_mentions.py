"""Find who and what the article names, and who they are."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rasad.grammar import resolve
from rasad.grammar.atoms import choose
from rasad.grammar.markers import marker_of
from rasad.grammar.phrases import Phrase, Sight, read_phrases
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import View, views
from rasad.model import Document, Entity, Mark, Mention, Span
from rasad.packs import Packs
from rasad.packs.everyday import is_everyday, is_strange
from rasad.tokens import WORD, ZWNJ

# Shorter last words of unknown names are too often everyday words to be looked for alone.
_SHORTEST_ALIAS = 4
_REPORTERS = ("journalist", "reporter", "correspondent")
_BLOCKING = ("light", "speech", "trigger", "attribution")


class Reading(Struct, frozen=True):
    """The phrases of one sentence and what was marked at their places."""

    view: View
    phrases: tuple[Phrase, ...]
    people: dict[Span, list[Mark]]
    places: dict[Span, Mark]


def find_mentions(doc: Document, packs: Packs) -> Document:
    """Find the noun phrases that name actors, sources and places, and resolve them."""
    if doc.lang not in packs.lexicons:
        return doc
    readings = [_read(view, packs, {}) for view in views(doc)]
    aliases = _aliases(doc, readings)
    if aliases:
        readings = [_read(view, packs, aliases) for view in views(doc)]
    page = _page(doc, readings, packs)
    memory = Memory()
    found: list[Mention] = []
    for reading in readings:
        found.extend(_mentions(reading, page, memory, packs))
    return replace(doc, mentions=tuple(found))


def _read(view: View, packs: Packs, aliases: dict[str, Span]) -> Reading:
    """Read the phrases of a sentence; `aliases` are last words of names met elsewhere on the page."""
    marks = list(view.marks)
    people: dict[Span, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.kind == "person":
            people[mark.core].append(mark)
    if aliases:
        marks.extend(_alias_marks(view, aliases, marks))
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
    )
    return Reading(view, tuple(read_phrases(sight)), people, places)


def _aliases(doc: Document, readings: Sequence[Reading]) -> dict[str, Span]:
    """Give the last words of unknown names, so that «Peskov» alone is found after «Dmitry Peskov»."""
    found: dict[str, Span] = {}
    for reading in readings:
        for phrase in reading.phrases:
            if phrase.name is None or (phrase.person is not None and phrase.person.cells["use"] != "full"):
                continue
            words = [w.span() for w in WORD.finditer(doc.folded, *phrase.name)]
            if len(words) > 1 and words[-1][1] - words[-1][0] >= _SHORTEST_ALIAS:
                found.setdefault(doc.folded[words[-1][0] : words[-1][1]], phrase.name)
    return found


def _alias_marks(view: View, aliases: dict[str, Span], marks: Sequence[Mark]) -> Iterator[Mark]:
    taken = [m.core for m in marks if m.kind in ("person", "org", "country", "office", "organ", "group", "place")]
    for start, end in view.words(view.start, view.end):
        full = aliases.get(view.text(start, end))
        if full is None or any(s < end and start < e for s, e in taken):
            continue
        cells = {"id": f"alias:{full[0]}:{full[1]}", "use": "alias"}
        yield Mark(start, end, "person", cells, "rasad:last_word_of_a_name", "name", (start, end))


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
    return Page(doc.lang, home or ("IRN" if doc.lang == "fa" else None), first, day, people, counts)


def _mentions(reading: Reading, page: Page, memory: Memory, packs: Packs) -> Iterator[Mention]:
    view = reading.view
    ends = _marker_ends(view)
    after = [m for m in view.marks if m.kind == "marker" and m.cells["marker"] == "obj"]
    spans = [(p.start, p.end) for p in reading.phrases]
    blocked = [(m.start, m.end) for m in view.marks if m.kind in _BLOCKING] + spans
    previous: Mention | None = None
    for phrase in reading.phrases:
        mention = _mention(phrase, reading, page, memory, packs)
        if mention is None:
            continue
        others = [b for b in blocked if b != (phrase.start, phrase.end)]
        marker = marker_of(
            view.doc.folded, (phrase.start, phrase.end), phrase.head.prefix, view.start, ends, after, others
        )
        if not marker and previous is not None and _coordinated(view, previous, phrase):
            marker = previous.marker
        mention = replace(mention, marker=marker)
        _remember(memory, mention)
        previous = mention
        yield mention


def _marker_ends(view: View) -> dict[int, tuple[str, int]]:
    """Give for every place where a preposition ends its key and start, the longest first; sources are stronger."""
    ends: dict[int, tuple[str, int]] = {}
    for mark in view.marks:
        if mark.kind == "marker" and (mark.end not in ends or mark.start < ends[mark.end][1]):
            ends[mark.end] = (mark.cells["marker"], mark.start)
    return ends | {
        m.end: ("source", m.start) for m in view.marks if m.kind == "attribution" and m.cells["side"] == "after"
    }


def _coordinated(view: View, previous: Mention, phrase: Phrase) -> bool:
    """Tell whether only «and» or a comma stands between two phrases."""
    gap = view.text(previous.end, phrase.start).replace(ZWNJ, " ").strip(" «»\"'")
    return gap in ("و", "،", "، و", ",") or (gap == "" and phrase.head.prefix.startswith("و"))


def _remember(memory: Memory, mention: Mention) -> None:
    if mention.entity.kind == "person" and mention.head != "pronoun":
        memory.people.append((mention.entity, mention.office, mention.marker == ""))
    if mention.entity.country and (not memory.countries or memory.countries[-1] != mention.entity.country):
        memory.countries.append(mention.entity.country)


def _mention(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve one phrase; nothing if it names nobody."""
    head = phrase.head
    if head.kind == "grammar" and phrase.name is not None:
        return _unknown_place(phrase, reading, memory)
    if head.kind == "grammar":
        return _anaphor(phrase, page, memory, packs)
    if phrase.name is not None:
        return _named(phrase, reading, page, memory, packs)
    of = resolve.country_of(phrase.country, memory, page) if phrase.country else None
    if head.kind == "office":
        return _office(phrase, of, reading, page, memory, packs)
    named = packs.register.organisations[phrase.org.cells["id"]] if phrase.org else None
    if named is not None and head.kind == "organ" and named.kind in ("agency", "outlet"):
        return Mention(
            phrase.start, phrase.end, (head.core[0], phrase.end), named, head.rule, "org"
        )  # «the news agency IRNA»
    if head.kind in ("organ", "group"):
        country = (
            of
            or _place_country(phrase, packs)
            or (packs.register.organisations[phrase.org.cells["id"]].country if phrase.org else None)
        )
        if named is not None and head.kind == "group" and packs.register.classes.get(named.id) == "armed_group":
            return Mention(
                phrase.start, phrase.end, (head.core[0], phrase.end), named, head.rule, "org"
            )  # «Houthi gunmen»
        if country is None and head.kind == "group":
            country = _ahead(phrase, reading)
        if (
            country is None
            and memory.countries
            and ("{" in head.cells["english"] or head.cells["kind"] != "government")
        ):
            country = memory.countries[-1]  # «the army», «the protesters»: of the country last spoken of
        return Mention(
            phrase.start,
            phrase.end,
            (head.core[0], phrase.end),
            resolve.organ_entity(head, country, packs),
            head.rule,
            head.kind,
        )
    if head.kind == "org":
        entity = packs.register.organisations[head.cells["id"]]
        return Mention(phrase.start, phrase.end, head.core, entity, head.rule, "org")
    if head.kind == "country":
        place = reading.places.get(head.core)
        use = head.cells["use"]
        where = packs.register.places[place.cells["id"]] if place else None
        entity = packs.register.countries[head.cells["iso3"]]
        if where is None and use in ("name", "official", "short"):
            where = Entity(entity.id, entity.name, "place", entity.country)
        return Mention(
            phrase.start,
            phrase.end,
            head.core,
            entity,
            head.rule,
            "adjective" if use.startswith("demonym") else "country",
            place=where,
        )
    if head.kind == "place":
        entity = packs.register.places[head.cells["id"]]
        return Mention(phrase.start, phrase.end, head.core, entity, head.rule, "place", place=entity)
    return None


def _ahead(phrase: Phrase, reading: Reading) -> str | None:
    """Give the country that the rest of a sentence is about, if none was named in it before a crowd.

    «The terrorist groups attacked the Syrian army»: of Syria, whatever country the page named last.
    """
    start = reading.view.start
    named = [
        (p.start, p.country.cells["iso3"])
        for p in reading.phrases
        if p.country is not None and "iso3" in p.country.cells
    ]
    if any(start <= at < phrase.start for at, _ in named):
        return None
    return next((iso for at, iso in named if at > phrase.end), None)


def _unknown_place(phrase: Phrase, reading: Reading, memory: Memory) -> Mention | None:
    """Make the mention of a place only this page names («شهر «حصوه»»), in the country last spoken of."""
    assert phrase.name is not None
    name = resolve.span_text(reading.view.doc.folded, phrase.name)
    where = Entity(f"page-place:{name}", name, "place", memory.countries[-1] if memory.countries else None)
    return Mention(phrase.start, phrase.end, phrase.name, where, phrase.head.rule, "place", place=where)


def _place_country(phrase: Phrase, packs: Packs) -> str | None:
    return packs.register.places[phrase.place.cells["id"]].country if phrase.place else None


def _named(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve a phrase with a personal name."""
    assert phrase.name is not None
    folded = reading.view.doc.folded
    office = phrase.office.cells["office"] if phrase.office else None
    of = resolve.country_of(phrase.country, memory, page) if phrase.country else None
    entity: Entity | None
    rule = phrase.head.rule
    if phrase.person is None:
        entity = _unknown(resolve.span_text(folded, phrase.name), phrase, of, page, memory)
        rule = (phrase.office or phrase.head).rule
    elif phrase.person.cells["use"] == "alias":
        start, end = map(int, phrase.person.cells["id"].split(":")[1:])
        entity = memory.named.get((start, end))
    else:
        names = resolve.candidates(reading.people.get(phrase.person.core, [phrase.person]), packs)
        entity = resolve.person_of(phrase, names, page, packs)
        rule = phrase.person.rule
    if entity is None:
        return None
    memory.named[phrase.name] = entity
    if office == "counterpart":
        office = _same_office(entity, memory, packs)
    if office:
        entity = replace(entity, role=resolve.words(office))
    return Mention(phrase.start, phrase.end, phrase.name, entity, rule, "person", office=office)


def _same_office(entity: Entity, memory: Memory, packs: Packs) -> str | None:
    """Give the office of which a named counterpart is the other holder («همتای ایرانی خود مسعود پزشکیان»)."""
    held = {t.office for t in packs.register.tenures.get(entity.id, ())}
    for other, office, _ in reversed(memory.people):
        offices = [office] if office else [t.office for t in packs.register.tenures.get(other.id, ())]
        found = next((key for key in offices if key in held), None)
        if found:
            return found
    return None


def _unknown(text: str, phrase: Phrase, of: str | None, page: Page, memory: Memory) -> Entity:
    """Make (or remember) the entity of a person whom only this page names."""
    key = resolve.unnamed(text)
    known = memory.unknown.get(key)
    if known is None or (known.country is None and of):
        known = Entity(
            key, text, "person", of, None, resolve.words(phrase.office.cells["office"]) if phrase.office else None
        )
        memory.unknown[key] = known
    return known


def _office(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> Mention | None:
    """Resolve a post without a name: by its country, else by who was named with it, else by the page's own country."""
    head = phrase.head
    key, rank = head.cells["office"], head.cells["rank"]
    owner = None
    entity: Entity | None = None
    built_in = packs.register.owners.get(key)
    if built_in is not None and (of is None or of == built_in[0]):
        of, key = built_in
        organisation = packs.register.organisations.get(of)
        entity = resolve.holder_of(key, of, page, memory, packs)
        owner, of = (organisation.name, organisation.country) if organisation else (None, of)
    elif key == "counterpart":
        entity = _counterpart(of, page, memory, packs)
    elif phrase.org is not None:
        organisation = packs.register.organisations[phrase.org.cells["id"]]
        owner, of = organisation.name, of or organisation.country
        if key in _REPORTERS and organisation.kind in ("agency", "outlet"):
            return Mention(phrase.start, phrase.end, phrase.org.core, organisation, phrase.org.rule, "org")
        entity = resolve.holder_of(key, organisation.id, page, memory, packs)
    elif of is None and rank == "state":
        entity = resolve.recent(memory, key)
        of = entity.country if entity else _home(phrase, reading, page)
    if entity is None and of and rank == "state":
        entity = resolve.holder_of(key, of, page, memory, packs)
    if entity is None and phrase.organ is not None:
        owner = resolve.organ_entity(phrase.organ, of, packs).name
    if entity is None and of is None and owner is None and built_in is None:
        of = _place_country(phrase, packs) or (memory.countries[-1] if memory.countries else None)
    if entity is None:
        entity = resolve.office_entity(head, of, owner, packs)
    span = (head.core[0], phrase.end)
    first = Mention(
        phrase.start, phrase.end, span, replace(entity, role=resolve.words(key)), head.rule, "office", office=key
    )
    if phrase.also is None or key == "counterpart":
        return first
    second = resolve.holder_of(key, phrase.also.cells["iso3"], page, memory, packs) or resolve.office_entity(
        head, phrase.also.cells["iso3"], None, packs
    )
    both = (first.entity, replace(second, role=resolve.words(key)))
    joint = Entity("&".join(e.id for e in both), " and ".join(e.name for e in both), "person")
    return replace(first, entity=joint, members=both)


def _home(phrase: Phrase, reading: Reading, page: Page) -> str | None:
    """Give the page's own country for a bare post («رئیس‌جمهور گفت»), unless an unknown word may name another owner."""
    view = reading.view
    after = view.words(phrase.end, view.end)[:1]
    if (
        after
        and view.text(phrase.end, after[0][0]).strip() == ""
        and not any(m.core[0] == after[0][0] for m in view.marks)
    ):
        return None
    return page.home


def _counterpart(of: str | None, page: Page, memory: Memory, packs: Packs) -> Entity | None:
    """Resolve «his Iranian counterpart»: the holder of the same office in that country."""
    if of is None:
        return None
    for entity, office, _ in reversed(memory.people):
        offices = [office] if office else [t.office for t in packs.register.tenures.get(entity.id, ())]
        for key in offices:
            found = resolve.holder_of(key, of, page, memory, packs) if key else None
            if found is not None:
                return found
    return None


def _anaphor(phrase: Phrase, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve a pronoun, «this official», «this country» or «the two countries»."""
    use = phrase.head.cells["use"]
    span = phrase.head.core
    if use in ("this_country", "our_country"):
        iso = resolve.country_of(phrase.head, memory, page)
        entity = packs.register.countries.get(iso or "")
        return Mention(phrase.start, phrase.end, span, entity, phrase.head.rule, "country") if entity else None
    if use == "both_countries":
        both = tuple(
            packs.register.countries[iso] for iso in resolve.last_two(memory) if iso in packs.register.countries
        )
        if len(both) != 2:
            return None
        joint = Entity("&".join(e.id for e in both), " and ".join(e.name for e in both), "government")
        return Mention(phrase.start, phrase.end, span, joint, phrase.head.rule, "both", members=both)
    person = resolve.recent(memory)
    return Mention(phrase.start, phrase.end, span, person, phrase.head.rule, "pronoun") if person else None
