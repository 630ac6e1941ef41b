"""From noun phrases to mentions: who a name, a post, an organ, a crowd, a pronoun or a place means."""

from msgspec.structs import replace

from rasad.grammar import entities, resolve
from rasad.grammar.bodies import body, country_named, nationality, place_country
from rasad.grammar.name_nouns import plurals
from rasad.grammar.names import Phrase, Reading
from rasad.grammar.posts import named_after, post
from rasad.grammar.recalled import RECALLED
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import tight
from rasad.model import Entity, Mention, Span
from rasad.packs import Packs
from rasad.packs.romanise import romanise
from rasad.packs.sounds import parts, sounds

_STATES = ("_countries", "_states")
"""How the keys of groups of states end."""
_SERVING = frozenset({"advisor", "envoy", "representative", "special_envoy", "spokesperson"})
"""Posts that somebody holds for the holder of another."""
_NEAR = 16
"""Code points behind a place in which the larger one stands that it is in."""


def mention_of(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve one phrase; nothing if it names nobody."""
    phrase = _as_crowd(_without_master(phrase, reading), reading)
    kind = phrase.head.kind
    if kind == "grammar":
        if phrase.name is None:
            recall = RECALLED.get(phrase.head.cells["use"])
            if recall is not None:
                return recall(phrase, reading, memory, packs)
            if _presents(phrase, reading):
                return None
            lang = reading.view.doc.lang
            return _explained(phrase, reading, packs) or _anaphor(phrase, page, memory, packs, lang)
        if phrase.head.cells["use"] == "called":
            return _named(phrase, reading, page, memory, packs)
        if phrase.head.cells["use"] == "group_called":
            return _called_group(phrase, reading)
        return _unknown_place(phrase, reading, page, memory, packs)
    if phrase.name is not None:
        return _named(phrase, reading, page, memory, packs)
    of = country_named(phrase, reading, page, memory)
    if kind == "office":
        return post(phrase, of, reading, page, memory, packs)
    if kind == "organ" and _is_counted(phrase, reading):
        return None
    if kind == "group" and (_describes(phrase, reading) or _of_states(phrase, reading)):
        return None
    if kind in ("organ", "group"):
        return body(phrase, of, reading, page, memory, packs)
    return _plain(phrase, reading, page, memory, packs)


def _without_master(phrase: Phrase, reading: Reading) -> Phrase:
    """Take from the post of somebody's own envoy or adviser the name of whom they serve: «مبعوث الرئيس [دونالد ترامب]».

    Arabic names them behind: «... ستيف ويتكوف», or not at all.
    """
    head, name = phrase.head, phrase.name
    if reading.view.doc.lang != "ar" or name is None or head.kind != "office" or head.cells["office"] not in _SERVING:
        return phrase
    masters = (m for m in reading.view.of("office") if head.end <= m.start and m.end <= name[0])
    if not any(m.cells["rank"] == "state" and m.start - head.end <= 1 for m in masters):
        return phrase
    return replace(phrase, person=None, name=None)


def _as_crowd(phrase: Phrase, reading: Reading) -> Phrase:
    """Take a post of bodies that is also a crowd's name for the crowd, where no body is named («القادة العرب»)."""
    if phrase.head.kind != "office" or phrase.org is not None or phrase.name is not None:
        return phrase
    twin = next((m for m in reading.view.of("group") if m.core == phrase.head.core), None)
    if twin is None or phrase.head.cells["rank"] != "organ":
        return phrase
    return replace(phrase, head=twin, office=None, group=twin)


def _describes(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether an Arabic crowd is an adjective of deeds that stand before it: «تفجيرين إرهابيين»."""
    view, head = reading.view, phrase.head
    deeds = (m for m in view.of("trigger") if m.morph in ("masdar", "noun") and m.suffix and m.end <= head.start)
    return view.doc.lang == "ar" and any(
        view.text(m.end, head.start) == " " and view.text(*head.core).endswith(m.suffix) for m in deeds
    )


def _of_states(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether leaders stand for the states that are named behind them: «سران [کشورهای اسلامی]»."""
    view = reading.view
    if phrase.head.cells["group"] != "officials" or phrase.country is not None:
        return False
    states = (m for m in view.of("group") if m.cells["group"].endswith(_STATES))
    return any(tight(view.doc.folded, phrase.end, m.start) for m in states)


def _is_counted(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether a figure stands before an organ of which a state has one: «نحو 100 دولة» are states."""
    return reading.view.text(reading.view.start, phrase.start).rstrip()[-1:].isdigit()


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


def _called_group(phrase: Phrase, reading: Reading) -> Mention:
    """Make the mention of a group that the page introduces by name («گروه موسوم به …»); its country it does not say."""
    assert phrase.name is not None
    name = resolve.span_text(reading.view.doc.folded, phrase.name)
    entity = Entity(entities.unnamed(name), romanise(name, reading.view.doc.lang), "group")
    return Mention(phrase.start, phrase.end, phrase.name, entity, phrase.head.rule, "group")


def _unknown_place(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Make the mention of a place only this page names («شهر «حصوه»»), in the country beside it or spoken of."""
    assert phrase.name is not None
    view = reading.view
    beside = next((m.cells["iso3"] for m in view.of("country") if tight(view.doc.folded, phrase.end, m.start)), None)
    towns = (packs.register.places[m.cells["id"]].country for m in view.of("place") if 0 < m.start - phrase.end < _NEAR)
    country = beside or next(towns, None) or next(reversed(memory.places), None)
    country = country or resolve.spoken_of(memory, page, view.start)
    name = resolve.span_text(reading.view.doc.folded, phrase.name)
    where = Entity(f"page-place:{name}", name, "place", country)
    return Mention(phrase.start, phrase.end, phrase.name, where, phrase.head.rule, "place", place=where)


def _named(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve a phrase with a personal name."""
    assert phrase.name is not None
    folded = reading.view.doc.folded
    if named_after(phrase, reading):
        return None
    office = phrase.office.cells["office"] if phrase.office else None
    of = country_named(phrase, reading, page, memory)
    entity: Entity | None
    rule = phrase.head.rule
    if phrase.person is None:
        of = of or nationality(phrase, reading) or _of_second_post(phrase, reading, page, memory)
        of = of or (page.publisher if page.at_home else None)
        if of is None and phrase.office is not None:
            of = place_country(phrase, packs) or (page.publisher if page.of_home else None)
            if of is None and phrase.office.cells["rank"] == "state":
                of = resolve.spoken_of(memory, page, reading.view.start)
        rule = (phrase.office or phrase.head).rule
        entity = _spelt_otherwise(phrase.name, reading, packs)
        entity = entity or _unknown(resolve.span_text(folded, phrase.name), phrase, of, page, memory)
    elif phrase.person.cells["use"] == "alias":
        start, end = map(int, phrase.person.cells["id"].split(":")[1:])
        entity = memory.named.get((start, end))
    else:
        names = resolve.candidates(reading.people.get(phrase.person.core, [phrase.person]), packs)
        entity = resolve.person_of(phrase, names, page, packs)
        rule = phrase.person.rule
        whole = " " in resolve.span_text(folded, phrase.name)
        if (entity is None and whole) or (entity and resolve.is_other(entity, phrase, of, page, packs)):
            entity = _unknown(resolve.span_text(folded, phrase.name), phrase, of, page, memory)
    if entity is None:
        return None
    memory.named[phrase.name] = entity
    if office == "counterpart":
        office = _same_office(entity, memory, packs)
    if office:
        entity = replace(entity, role=entities.words(office))
    return Mention(phrase.start, phrase.end, phrase.name, entity, rule, "person", office=office)


def _of_second_post(phrase: Phrase, reading: Reading, page: Page, memory: Memory) -> str | None:
    """Give the country of the second of two posts behind a name: «دهقانی سفیر و [معاون نمایندگی کشورمان]»."""
    if phrase.office is None or phrase.name is None or phrase.office.start < phrase.name[1]:
        return None
    other = next((p for p in reading.phrases if p.start >= phrase.end), None)
    if other is None or other.head.kind != "office" or other.name is not None:
        return None
    between = reading.view.text(phrase.end, other.start).replace("\u200c", " ").strip()
    return country_named(other, reading, page, memory) if between == "و" else None


def _spelt_otherwise(name: Span, reading: Reading, packs: Packs) -> Entity | None:
    """Give who a name ends in, if its first words sound like that person's («نورالدين الطبوبي»); else nobody."""
    folded = reading.view.doc.folded
    for span, marks in reading.people.items():
        if name[0] < span[0] and span[1] == name[1]:
            heard = {way for word in parts(folded[name[0] : span[0]]) for way in sounds(word) if len(way) > 1}
            for entity, _ in resolve.candidates(marks, packs):
                if any(way in heard for word in parts(entity.name)[:-1] for way in sounds(word)):
                    return entity
    return None


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
    key = entities.unnamed(text)
    known = memory.unknown.get(key)
    if known is None or (known.country is None and of):
        known = Entity(
            key,
            romanise(text, page.lang),
            "person",
            of,
            None,
            entities.words(phrase.office.cells["office"]) if phrase.office else None,
        )
        memory.unknown[key] = known
    return known


def _presents(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether a pronoun only presents who is named right behind it («وهو أيمن مسعود»): it means nobody before."""
    view = reading.view
    if view.doc.lang != "ar" or phrase.head.cells["use"] != "pronoun":
        return False
    return any(m.kind in ("given", "person") and m.start == phrase.head.end + 1 for m in view.marks)


def _explained(phrase: Phrase, reading: Reading, packs: Packs) -> Mention | None:
    """Give whom a pronoun means that a name in brackets explains: «وی (بی‌نظیر بوتو)»."""
    view, span = reading.view, phrase.head.core
    if phrase.head.cells["use"] != "pronoun" or view.text(span[1], span[1] + 2).strip() != "(":
        return None
    for person in view.of("person"):
        entity = packs.register.people.get(person.cells["id"])
        if entity is not None and person.core[0] > span[1] and not view.text(span[1], person.core[0]).strip(' («"'):
            return Mention(phrase.start, phrase.end, span, entity, phrase.head.rule, "pronoun")
    return None


def _anaphor(phrase: Phrase, page: Page, memory: Memory, packs: Packs, lang: str) -> Mention | None:
    """Resolve a pronoun, «this official», «this country» or «the two countries»."""
    use = phrase.head.cells["use"]
    span = phrase.head.core
    if use in ("this_country", "that_country", "own_country", "our_country", "this_regime"):
        if phrase.head.suffix and phrase.head.suffix in plurals(lang):
            several = Entity("group:countries:", "Countries", "group")  # «از این کشورها خواست»: not the one last named
            return Mention(phrase.start, phrase.end, span, several, phrase.head.rule, "group")
        iso = resolve.country_of(phrase.head, memory, page)
        entity = packs.register.countries.get(iso or "")
        return Mention(phrase.start, phrase.end, span, entity, phrase.head.rule, "country") if entity else None
    if use in ("both_countries", "three_countries"):
        states = tuple(packs.register.countries[iso] for iso in resolve.several(phrase.head, memory))
        if not states:
            return None
        return Mention(phrase.start, phrase.end, span, entities.joint(states), phrase.head.rule, "both", members=states)
    person = resolve.recent(memory)
    return Mention(phrase.start, phrase.end, span, person, phrase.head.rule, "pronoun") if person else None
