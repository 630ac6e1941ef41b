"""From noun phrases to mentions: who a name, a post, an organ, a crowd, a pronoun or a place means."""

from functools import cache

from msgspec.structs import replace

from rasad.grammar import resolve
from rasad.grammar.bodies import Reading, body, country_named, nationality, place_country
from rasad.grammar.names import Phrase
from rasad.grammar.recalled import RECALLED
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import tight
from rasad.model import Entity, Mark, Mention
from rasad.packs import Packs
from rasad.packs.romanise import romanise
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_REPORTERS = ("journalist", "reporter", "correspondent")


def mention_of(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve one phrase; nothing if it names nobody."""
    kind = phrase.head.kind
    if kind == "grammar":
        if phrase.name is None:
            recall = RECALLED.get(phrase.head.cells["use"])
            return recall(phrase, reading, memory, packs) if recall else _anaphor(phrase, page, memory, packs)
        if phrase.head.cells["use"] == "called":
            return _named(phrase, reading, page, memory, packs)
        return _unknown_place(phrase, reading, memory)
    if phrase.name is not None:
        return _named(phrase, reading, page, memory, packs)
    of = country_named(phrase, reading, page, memory)
    if kind == "office":
        return _office(phrase, of, reading, page, memory, packs)
    if kind in ("organ", "group"):
        return body(phrase, of, reading, page, memory, packs)
    return _plain(phrase, reading, page, memory, packs)


def _plain(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve an organisation, a country or a place by its own name."""
    head, register = phrase.head, packs.register
    if head.kind == "org":
        entity = register.organisations[head.cells["id"]]
        return Mention(phrase.start, phrase.end, head.core, entity, head.rule, "org")
    if head.kind == "place":
        entity = register.places[head.cells["id"]]
        return Mention(phrase.start, phrase.end, head.core, entity, head.rule, "place", place=entity)
    if head.kind != "country":
        return None
    place, use = reading.places.get(head.core), head.cells["use"]
    other = resolve.country_of(phrase.country, memory, page) if phrase.country else None
    entity = register.countries[other or head.cells["iso3"]]
    where = register.places[place.cells["id"]] if place else None
    if where is None and use in ("name", "official", "short"):
        where = Entity(entity.id, entity.name, "place", entity.country)
    kind = "adjective" if use.startswith("demonym") else "country"
    return Mention(phrase.start, phrase.end, head.core, entity, head.rule, kind, place=where)


def _unknown_place(phrase: Phrase, reading: Reading, memory: Memory) -> Mention | None:
    """Make the mention of a place only this page names («شهر «حصوه»»), in the country last spoken of."""
    assert phrase.name is not None
    name = resolve.span_text(reading.view.doc.folded, phrase.name)
    where = Entity(f"page-place:{name}", name, "place", memory.countries[-1] if memory.countries else None)
    return Mention(phrase.start, phrase.end, phrase.name, where, phrase.head.rule, "place", place=where)


def _named(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve a phrase with a personal name."""
    assert phrase.name is not None
    folded = reading.view.doc.folded
    if _named_after(phrase, reading):
        return None
    office = phrase.office.cells["office"] if phrase.office else None
    of = country_named(phrase, reading, page, memory)
    entity: Entity | None
    rule = phrase.head.rule
    if phrase.person is None:
        of = of or nationality(phrase, reading)
        entity = _unknown(resolve.span_text(folded, phrase.name), phrase, of, page, memory)
        rule = (phrase.office or phrase.head).rule
    elif phrase.person.cells["use"] == "alias":
        start, end = map(int, phrase.person.cells["id"].split(":")[1:])
        entity = memory.named.get((start, end))
    else:
        names = resolve.candidates(reading.people.get(phrase.person.core, [phrase.person]), packs)
        entity = resolve.person_of(phrase, names, page, packs)
        rule = phrase.person.rule
        if entity is not None and resolve.is_other(entity, phrase, of, page, packs):
            entity = _unknown(resolve.span_text(folded, phrase.name), phrase, of, page, memory)
    if entity is None:
        return None
    memory.named[phrase.name] = entity
    if office == "counterpart":
        office = _same_office(entity, memory, packs)
    if office:
        entity = replace(entity, role=resolve.words(office))
    return Mention(phrase.start, phrase.end, phrase.name, entity, rule, "person", office=office)


def _named_after(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether it is only the name of a place or a cup: «ورزشگاه غدیر», «ملعب هزاع بن زايد»."""
    view = reading.view
    nouns = (m for m in view.of("grammar") if m.cells["use"] in ("place_noun", "named_after") and m.end <= phrase.start)
    return any(tight(view.doc.folded, noun.end, phrase.start) for noun in nouns)


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
            key,
            romanise(text, page.lang),
            "person",
            of,
            None,
            resolve.words(phrase.office.cells["office"]) if phrase.office else None,
        )
        memory.unknown[key] = known
    return known


def _office(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> Mention | None:
    """Resolve a post without a name; of a reporter, the agency is meant."""
    head, key = phrase.head, phrase.head.cells["office"]
    if _named_after(phrase, reading):
        return None
    if key in _REPORTERS and phrase.org is not None:
        carrier = packs.register.organisations[phrase.org.cells["id"]]
        if carrier.is_carrier:
            return Mention(phrase.start, phrase.end, phrase.org.core, carrier, phrase.org.rule, "org")
    span = (head.core[0], phrase.end)
    if phrase.org is not None and resolve.is_of_members(key, phrase.org, packs):
        union = packs.register.organisations[phrase.org.cells["id"]]
        return Mention(phrase.start, phrase.end, span, union, phrase.org.rule, "org")
    members = _members(phrase, of, reading, page, memory, packs) if key != "counterpart" else ()
    if members:
        return Mention(
            phrase.start, phrase.end, span, resolve.joint(members), head.rule, "office", office=key, members=members
        )
    entity, key = _holder(phrase, of, reading, page, memory, packs)
    role = resolve.words(key)
    return Mention(phrase.start, phrase.end, span, replace(entity, role=role), head.rule, "office", office=key)


def _members(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> tuple[Entity, ...]:
    """Give the holders of a post of several states («the foreign ministers of X and Y», «الرئيسان»); else nobody."""
    head = phrase.head
    key = head.cells["office"].replace("_ministers", "_minister")
    role, head = resolve.words(key), replace(head, cells={**head.cells, "office": key})
    countries = resolve.named_states(phrase, of, memory)
    if not countries and of is None and phrase.org is None and is_dual(head, reading.view.doc.lang):
        return tuple(resolve.both_holders(key, memory))
    found = (
        resolve.holder_of(key, iso, page, memory, packs) or resolve.office_entity(head, iso, None, packs)
        for iso in countries
    )
    return tuple(replace(entity, role=role) for entity in found)


def _is_any(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether any holder is meant: Arabic «رئيس إيراني» is «a president of Iran»."""
    country = phrase.country
    if reading.view.doc.lang != "ar" or country is None or not country.cells.get("use", "").startswith("demonym"):
        return False
    return not phrase.head.prefix.endswith("ال") and not country.prefix.endswith("ال") and phrase.org is None


def is_dual(head: Mark, lang: str) -> bool:
    """Tell whether a post is said of two («الرئيسان»)."""
    return bool(head.suffix) and head.suffix in _duals(lang)


@cache
def _duals(lang: str) -> frozenset[str]:
    rows = read_rows(f"{lang}/affixes.tsv")
    return frozenset(
        fold(r["form"]) for r in rows if (r["morph"], r["side"], r["feature"]) == ("noun", "suffix", "dual")
    )


def _holder(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> tuple[Entity, str]:
    """Give who is meant by a post, and the post's key: by its owner, by who was named with it, by the page."""
    head, register = phrase.head, packs.register
    key, state = head.cells["office"], head.cells["rank"] == "state"
    if _is_any(phrase, reading):
        some = resolve.office_entity(head, of, None, packs)
        return replace(some, id=f"{some.id}:any"), key
    owner: str | None = None
    entity: Entity | None = None
    built_in = register.owners.get(key)
    if built_in is not None and of in (None, built_in[0]):
        of, key = built_in
        entity = resolve.holder_of(key, of, page, memory, packs)
        organisation = register.organisations.get(of)
        owner, of = (organisation.name, organisation.country) if organisation else (None, of)
    elif key == "counterpart":
        entity = _counterpart(of, page, memory, packs)
    elif phrase.org is not None:
        organisation = register.organisations[phrase.org.cells["id"]]
        owner, of = organisation.name, of or organisation.country
        entity = resolve.holder_of(key, organisation.id, page, memory, packs)
    elif of is None and state:
        entity = memory.people[-1][0] if memory.people and _as(phrase, reading) else resolve.recent(memory, key)
        of = entity.country if entity else _home(phrase, reading, page)
    if entity is None and of and state:
        entity = resolve.holder_of(key, of, page, memory, packs)
    if entity is None and phrase.organ is not None:
        owner = resolve.organ_entity(phrase.organ, of, packs).name
    if entity is None and of is None and owner is None and built_in is None:
        of = place_country(phrase, packs) or (memory.countries[-1] if memory.countries else None)
    return entity or resolve.office_entity(head, of, owner, packs), key


def _as(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether somebody just named acts in this post («آقای براون به عنوان نخست‌وزیر»)."""
    view = reading.view
    markers = (m for m in view.of("marker") if m.cells["marker"] == "as" and m.end <= phrase.start)
    return any(tight(view.doc.folded, mark.end, phrase.start) for mark in markers)


def _home(phrase: Phrase, reading: Reading, page: Page) -> str | None:
    """Give the page's own country for a bare post («رئیس‌جمهور گفت»), unless an unknown word may name another owner."""
    view = reading.view
    if view.doc.lang == "ar" and not phrase.head.prefix.endswith("ال") and " " not in view.text(*phrase.head.core):
        return None  # «رئيس» without its article is the head of what follows
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
    if use in ("both_countries", "three_countries"):
        states = tuple(packs.register.countries[iso] for iso in resolve.several(phrase.head, memory))
        if not states:
            return None
        return Mention(phrase.start, phrase.end, span, resolve.joint(states), phrase.head.rule, "both", members=states)
    person = resolve.recent(memory)
    return Mention(phrase.start, phrase.end, span, person, phrase.head.rule, "pronoun") if person else None
