"""What a phrase stands for in its role: the people of a town struck, those a demonym counts, the body that meets."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.entities import office_entity, organ_entity, words
from rasad.grammar.lending import of_nobody
from rasad.grammar.parties import known_by
from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, tight
from rasad.model import Entity, Mark, Mention
from rasad.packs import Packs
from rasad.packs.register import Register

_BODILY = frozenset({"kill", "killed", "arrest", "release", "attack", "expel"})
"""Frames that befall people: a bare demonym is then as many of them («two Palestinians were wounded»)."""

_OF_BODIES = frozenset({"multilateral", "agree"})
"""Frames of what bodies of states do by their members («اعضای اوپک توافق کردند»)."""

_ENVOY = "ambassador"
_LINKS = ("و", "،", "، و", ",")
_PAIR = 2
_SITES = frozenset({"goal", "capital", "place_noun"})
_CROWDED = frozenset({"protest", "strike", "obstruct"})
"""Frames that crowds do: a demonym is then its people («گواتمالایی‌ها»)."""


def in_role(view: View, trigger: Trigger, parties: Cast, packs: Packs) -> Cast:
    """Give the parties of a trigger as what they stand for there."""
    register = packs.register
    actors = tuple(_shared(view, m, packs) for m in _both(view, _listed(view, parties.actors, packs), packs))
    recipients = tuple(_shared(view, m, packs) for m in parties.recipients)
    if trigger.frame in _OF_BODIES:
        actors = tuple(_assembly(view, m, register) for m in _of_the_body(trigger, actors))
    elif trigger.frame in _CROWDED:
        actors = tuple(_people(m, register, trigger.nominal) for m in actors)
    recipients = tuple(m for m in recipients if m.head != "place") or recipients
    if trigger.frame == "killed":
        recipients = tuple(m for m in recipients if m.head != "country")
    if trigger.frame in _BODILY:
        recipients = tuple(m if _is_a_things(view, m) else _people(m, register) for m in recipients)
        recipients = tuple(_of_others(view, m, actors, packs) for m in recipients)
    if trigger.frame == "summon":
        own = {m.entity.country for m in recipients}
        actors = tuple(m for m in actors if m.entity.country not in own)  # no state summons its own envoy abroad
    if trigger.frame == "sanction":
        recipients = _recalled_from(view, trigger, actors, recipients)
    if trigger.frame == "release" and recipients and not actors:
        actors = known_by("holder", _holders(view, trigger, recipients))
    return replace(parties, actors=actors, recipients=recipients)


def _recalled_from(
    view: View, trigger: Trigger, actors: Sequence[Mention], recipients: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Give the state from which an own envoy is called back for the envoy («استدعت العراق سفيرها [لدى طهران]»)."""
    own = {a.entity.country for a in actors}
    envoys = [m for m in recipients if _is_envoy(m) and m.entity.country in own]
    start, end = trigger.mark.core
    ends = [m.end for m in envoys] or [
        m.end for m in view.of("office") if m.cells["office"] == _ENVOY and start <= m.start and m.core[0] < end
    ]
    if not ends or len(envoys) < len(recipients):
        return recipients
    near = [m for m in view.mentions if m.head == "country" and m.start >= min(ends) and m.entity.country not in own]
    state = [m for m in near[:1] if len(view.words(max(min(ends), end), m.start)) <= _PAIR]
    return known_by("recalled_from", state) or recipients


def _is_envoy(mention: Mention) -> bool:
    return mention.office == _ENVOY or mention.entity.id.startswith(f"office:{_ENVOY}:")


def _holders(view: View, trigger: Trigger, recipients: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the state in which foreigners were set free: it held them («دو سوئدی در [ایران] آزاد شدند»)."""
    own = {m.entity.country for m in recipients}
    low, high = trigger.window
    inside = [m for m in view.mentions if m.head == "country" and m.marker == "in" and low <= m.start and m.end <= high]
    return tuple(m for m in inside if m.entity.country not in own)[:1] if None not in own else ()


def _of_the_body(trigger: Trigger, actors: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leave out the posts that the noun of a summit names, where a body of states is told («نشست [وزرای] شانگهای»)."""
    bodies = any(m.entity.sector == "IGO" for m in actors)
    inside = [m for m in actors if m.head == "office" and m.start < trigger.mark.end and trigger.mark.start <= m.start]
    return tuple(m for m in actors if not bodies or m not in inside)


def _assembly(view: View, mention: Mention, register: Register) -> Mention:
    """Give the body for its members, ministers or leaders («نشست وزرای خارجه ناتو» is NATO's)."""
    if mention.head not in ("office", "group"):
        return mention
    body = next((m for m in view.of("org") if mention.start <= m.core[0] and m.core[1] <= mention.end), None)
    found = register.organisations.get(body.cells["id"]) if body is not None else None
    return mention if body is None or found is None else replace(mention, entity=found, name=body.core, head="org")


def _is_craft(view: View, mention: Mention) -> bool:
    """Tell whether a demonym is that of a thing: «۱۶۸ پهپاد [اوکراینی] را منهدم کردند» hits nobody's body."""
    crafts = [m for m in view.of("grammar") if m.cells["use"] == "craft" and m.end <= mention.start]
    if mention.head != "adjective" or not crafts or len(view.words(crafts[-1].end, mention.start)) > 1:
        return False
    return not any(m.end <= mention.start and crafts[-1].end <= m.start for m in view.of("marker"))


def _is_a_things(view: View, mention: Mention) -> bool:
    return _is_craft(view, mention) or _of_a_place(view, mention)


def _of_a_place(view: View, mention: Mention) -> bool:
    """Tell whether a demonym is that of a site or a town: «العاصمة [السورية] دمشق» and «مواقع نووية [إيرانية]» are the
    state's, and no people of it."""
    if mention.head != "adjective":
        return False
    sites = [m for m in view.of("grammar") if m.cells["use"] in _SITES and m.end <= mention.start]
    return bool(sites) and len(view.words(sites[-1].end, mention.start)) <= 1


def _of_others(view: View, mention: Mention, actors: Sequence[Mention], packs: Packs) -> Mention:
    """Take the attacker's country from a crowd that was only lent it: whom a foreign army hit is not its own."""
    land = mention.entity.country
    army = any(a.entity.country == land and (a.head == "country" or a.entity.sector == "MIL") for a in actors)
    if mention.head != "group" or mention.members or land is None or not army or mention.entity.kind != "population":
        return mention
    low, high = mention.start, mention.end
    if any(low <= m.start < high for m in (*view.of("country"), *view.of("place"))):
        return mention
    head = next((m for m in view.of("group") if m.core[0] == mention.name[0]), None)
    return mention if head is None else replace(mention, entity=organ_entity(head, None, packs))


def _people(mention: Mention, register: Register, crowded: bool = False) -> Mention:
    """Give the people of a town or of a nation for the town or the demonym; `crowded`: for the state, too."""
    entity = mention.entity
    if mention.head == "place":
        return replace(mention, entity=replace(entity, kind="population"), head="group")
    if mention.head == "country" and mention.place is not None and mention.place.id != entity.id:
        return replace(mention, entity=replace(mention.place, kind="population"), head="group")
    nation = register.adjectives.get(entity.country or "")
    if not nation or (mention.head != "adjective" and not (crowded and mention.head == "country")):
        return mention
    people = Entity(f"group:people:{entity.country}", f"{nation} people", "population", entity.country, "CVL")
    return replace(mention, entity=people)


def _shared(view: View, mention: Mention, packs: Packs) -> Mention:
    """Give one body a country where two are named behind it («special forces of Tajikistan and Uzbekistan»)."""
    if mention.head not in ("organ", "group") or mention.members:
        return mention
    if mention.entity.country is None:
        return _at(view, mention, packs)
    named = [m.cells["iso3"] for m in view.of("country") if mention.start <= m.core[0] and m.core[1] <= mention.end]
    head = next((m for m in view.of(mention.head) if m.core[0] == mention.name[0]), None)
    pair = tuple(dict.fromkeys(named))
    if head is None or len(pair) != _PAIR:
        return mention
    return replace(mention, members=tuple(organ_entity(head, iso, packs) for iso in pair))


def _at(view: View, mention: Mention, packs: Packs) -> Mention:
    """Give a body the country it is in («دادگاهی در مصر»)."""
    behind = next((m for m in view.mentions if m.start >= mention.end), None)
    head = next((m for m in view.of(mention.head) if m.core[0] == mention.name[0]), None)
    if behind is None or head is None or of_nobody(head) or behind.head != "country" or behind.marker != "in":
        return mention
    near = len(view.words(mention.end, behind.start)) == 1
    return replace(mention, entity=organ_entity(head, behind.entity.country, packs)) if near else mention


def _both(view: View, mentions: Sequence[Mention], packs: Packs) -> Iterator[Mention]:
    """Give the holders of a post in both countries for the post and them («the presidents of the two countries»)."""
    for at, mention in enumerate(mentions):
        before = mentions[at - 1] if at else None
        behind = mentions[at + 1] if at + 1 < len(mentions) else None
        if mention.head == "both" and before is not None and _of_both(view, before, mention):
            continue
        if behind is not None and _of_both(view, mention, behind):
            head = next(m for m in view.of("office") if m.core[0] == mention.name[0])
            holders = (office_entity(head, e.country, None, packs) for e in behind.members)
            yield replace(mention, members=tuple(replace(h, role=words(mention.office or "")) for h in holders))
        else:
            yield mention


def _listed(view: View, mentions: Sequence[Mention], packs: Packs) -> list[Mention]:
    """Give each country behind a post its own holder («وزرای خارجه ایران، روسیه و ترکیه»)."""
    found: list[Mention] = []
    post: Mark | None = None
    for mention in mentions:
        joined = found and view.text(found[-1].end, mention.start).replace("\u200c", " ").strip(" «»") in _LINKS
        if not joined:
            post = None
        if mention.head == "office" and not mention.members:
            post = next((m for m in view.of("office") if m.core[0] == mention.name[0]), None)
            office = mention.office
        elif post is not None and mention.head == "country" and mention.entity.country:
            holder = replace(office_entity(post, mention.entity.country, None, packs), role=words(office or ""))
            mention = replace(mention, entity=holder, office=office, head="office")
        else:
            post = None
        found.append(mention)
    return found


def _of_both(view: View, office: Mention, both: Mention) -> bool:
    """Tell whether a post stands right before «the two countries»."""
    return (
        office.head == "office"
        and both.head == "both"
        and tight(view.doc.folded, office.end, both.start)
        and any(m.core[0] == office.name[0] for m in view.of("office"))
    )
