"""Organs and crowds: whose they are, by what they name, by their country, by the page."""

from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar import entities, resolve
from rasad.grammar.lending import lent, of_nobody, sender_of
from rasad.grammar.names import Phrase, Reading
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import View, tight
from rasad.model import Entity, Mark, Mention
from rasad.packs import Packs

_SENT = "delegation"
_MINISTRY = "ministry"
_OWNING = frozenset({"group", "organ", "org"})
_RULING = frozenset({"government", "authorities"})
"""Organs that an armed group has in its own name: «سلطات الحوثيين»."""
_OWN_FORCES = frozenset({"forces", "army", "armed_forces"})
_ARMED = frozenset({"REB", "UAF", "PRM"})
"""Sectors of crowds that carry arms against a state."""


def country_named(phrase: Phrase, reading: Reading, page: Page, memory: Memory) -> str | None:
    """Give the country that a phrase names, also inside its first word, or that it calls its own."""
    if phrase.country is not None:
        return resolve.country_of(phrase.country, memory, page)
    start, end = phrase.head.core
    inside = (m for m in reading.view.of("country") if start < m.core[0] and m.core[1] <= end)
    named = next((m.cells["iso3"] for m in inside), None)
    if named is None and phrase.own is not None and memory.parties:
        return memory.parties[-1]
    return named


def body(phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention:
    """Resolve an organ or a crowd: by what it names, else by its country, else by the country last spoken of."""
    head = phrase.head
    named = packs.register.organisations[phrase.org.cells["id"]] if phrase.org else None
    span = (head.core[0], phrase.end)
    if named is not None and (_is_body_of(head, named, packs) or (of is None and _rules(head, named, packs))):
        return Mention(phrase.start, phrase.end, span, named, head.rule, "org")
    if named is not None and named.country is None and named.sector == "MIL" and head.cells["sector"] == "MIL":
        return Mention(phrase.start, phrase.end, span, named, head.rule, "org")  # «جنگنده‌های [ائتلاف سعودی]»
    members = _members(phrase, of, memory, packs)
    if members:
        return Mention(phrase.start, phrase.end, span, entities.joint(members), head.rule, head.kind, members=members)
    own = _own_forces(head, memory) if of is None and named is None else None
    if own is not None:
        return Mention(phrase.start, phrase.end, span, own, head.rule, "org")
    near = None if of_nobody(head) else place_country(phrase, packs)  # «زائران کربلا» are not of Karbala
    country = of or near or (named.country if named else None)
    inside = (m for m in reading.view.of("person") if head.core[0] < m.core[0] and m.core[1] <= head.core[1])
    owner = phrase.owner or next(inside, None)
    if country is None and owner is not None:
        country = _owner_country(owner, reading, page, packs)
    if country is None and named is None:
        country = _of_next(phrase, reading, packs)
    again = _told_before(head, memory) if country is None and named is None and not phrase.owner else None
    if again is not None:
        return Mention(phrase.start, phrase.end, span, again, head.rule, head.kind)
    sender = sender_of(phrase, reading, packs) if country is None and head.cells.get("organ") == _SENT else None
    if sender is not None:
        return Mention(phrase.start, phrase.end, span, _sent(head, sender, packs), head.rule, head.kind)
    if country is None and named is None and _is_national(head) and not of_nobody(head):
        country = _where(phrase, reading, packs) if head.cells["kind"] != "population" else None
        country = country or (_ahead(phrase, reading) if head.kind == "group" else None)
        if country is None:
            fallback = lent(phrase, reading, page, memory, packs)
            country = _mostly(memory.countries, fallback) if head.cells["sector"] in _ARMED else fallback
    country = country or packs.register.organs.get(head.cells.get("organ", ""))
    return Mention(phrase.start, phrase.end, span, entities.organ_entity(head, country, packs), head.rule, head.kind)


def _of_next(phrase: Phrase, reading: Reading, packs: Packs) -> str | None:
    """Give the country of the body or crowd right behind, whose own people these are («رهبران [گروه‌های فلسطینی]»)."""
    view = reading.view
    behind = [m for m in view.marks if m.kind in _OWNING and tight(view.doc.folded, phrase.end, m.start)]
    if not behind:
        return None
    owner = max(behind, key=lambda m: m.end)
    if owner.prefix.startswith("و"):
        return None
    if owner.kind == "org":
        return packs.register.organisations[owner.cells["id"]].country
    named = (m for m in view.of("country") if owner.start < m.start and m.end <= owner.end)
    after = (m for m in view.of("country") if tight(view.doc.folded, owner.end, m.start))
    state = next(named, None) or next(after, None)
    return state.cells["iso3"] if state is not None else None


def _told_before(head: Mark, memory: Memory) -> Entity | None:
    """Give the ministry named before that «the ministry» is now."""
    if head.cells.get("organ") != _MINISTRY:
        return None
    ministries = (m.entity for m in reversed(memory.bodies) if f"_{_MINISTRY}" in m.entity.id)
    return next(ministries, None)


def _sent(head: Mark, sender: Entity, packs: Packs) -> Entity:
    """Make the entity of a delegation of a country or a body."""
    of_state = entities.organ_entity(head, sender.country, packs)
    if sender.id == f"country:{sender.country}":
        return of_state
    return replace(of_state, id=f"{of_state.id}:{sender.id}", name=f"Delegation of {sender.name}")


def _mostly(countries: Sequence[str], fallback: str | None) -> str | None:
    """Give the country of a third of what was named so far: where rebels fight is what the page is about."""
    most = max(reversed(countries), key=countries.count, default=None)
    return most if most is not None and countries.count(most) * 3 >= len(countries) else fallback


def nationality(phrase: Phrase, reading: Reading) -> str | None:
    """Give the country that stands in apposition to a name: «محمد علی، پیمانکار مصری», «the Swede X»."""
    view = reading.view
    assert phrase.name is not None
    for country in view.of("country"):
        adjective = country.cells["use"].startswith("demonym")
        if adjective and country.end <= phrase.start and tight(view.doc.folded, country.end, phrase.start):
            return country.cells["iso3"]
        if country.core[0] >= phrase.end and _in_apposition(phrase.end, country, view):
            return country.cells["iso3"]
    return None


_APPOSITION = 4
_LINKING = ("marker", "light", "helper", "speech", "trigger", "attribution", "modality", "org", "person", "grammar")


def _in_apposition(end: int, country: Mark, view: View) -> bool:
    """Tell whether only a few words that link nothing stand between a name and a country."""
    words = view.words(end, country.core[0])
    if len(words) > _APPOSITION or country.prefix not in ("", "ال"):
        return False
    if any(c in view.text(end, country.core[0]) for c in ".:؛;؟!()"):
        return False
    between = [m for m in view.marks if m.kind in _LINKING and m.start >= end and m.end <= country.start]
    return not between and (bool(words) or not country.cells["use"].startswith("demonym"))


def _members(phrase: Phrase, of: str | None, memory: Memory, packs: Packs) -> tuple[Entity, ...]:
    """Give the organs of several countries («the armies of the two countries», «the armed forces of X and Y»)."""
    countries = resolve.named_states(phrase, of, memory)
    return tuple(entities.organ_entity(phrase.head, iso, packs) for iso in countries)


def _is_national(head: Mark) -> bool:
    """Tell whether an organ or a crowd belongs to one country, which the page may leave unsaid."""
    cells = head.cells
    return "{" in cells["english"] or (cells["kind"] in ("group", "population") and cells["sector"] != "GOV")


def _owner_country(owner: Mark, reading: Reading, page: Page, packs: Packs) -> str | None:
    """Give the country of the person whose organ it is."""
    if owner.cells["use"] == "alias":
        return None
    names = resolve.candidates(reading.people.get(owner.core, [owner]), packs)
    found = {entity.country for entity, _ in names if entity.id in page.people} or {e.country for e, _ in names}
    return found.pop() if len(found) == 1 else None


def _where(phrase: Phrase, reading: Reading, packs: Packs) -> str | None:
    """Give the country of the place right behind a crowd or an organ («the opposition in Syria»)."""
    view = reading.view
    after = next((m for m in view.marks if m.kind in ("country", "place") and m.core[0] >= phrase.end), None)
    if after is None or after.cells.get("use", "name").startswith("demonym"):
        return None
    behind = [m for m in view.of("marker") if m.start >= phrase.end and m.end <= after.start]
    words = view.words(phrase.end, after.core[0])
    if len(words) != 1 or not any(m.cells["marker"] == "in" for m in behind):
        return None
    if after.kind == "country":
        return after.cells["iso3"]
    return packs.register.places[after.cells["id"]].country


def _is_body_of(head: Mark, named: Entity, packs: Packs) -> bool:
    """Tell whether a phrase only names an organisation: «the agency IRNA», «Houthi gunmen», «NATO members»."""
    if head.kind == "organ":
        return named.is_carrier
    return packs.register.classes.get(named.id) in ("armed_group", "igo")


def _own_forces(head: Mark, memory: Memory) -> Entity | None:
    """Give the armed group whose own forces a pronoun calls so: «أعلن الحشد أن [قواته] أحبطت هجوما»."""
    if head.cells.get("organ") not in _OWN_FORCES or head.suffix not in ("ه", "ها", "هم"):
        return None
    last = next((m.entity for m in reversed(memory.bodies) if not m.entity.is_carrier), None)
    return last if last is not None and last.sector in _ARMED else None


def _rules(head: Mark, named: Entity, packs: Packs) -> bool:
    """Tell whether an armed group's own authorities are named: «سلطات الحوثيين»."""
    return head.cells.get("organ") in _RULING and packs.register.classes.get(named.id) == "armed_group"


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


def place_country(phrase: Phrase, packs: Packs) -> str | None:
    """Give the country of the place that a phrase names."""
    return packs.register.places[phrase.place.cells["id"]].country if phrase.place else None
