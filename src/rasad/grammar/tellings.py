"""Several tellings of one event on one page made one report: headline, lead and body, and every later mention."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.circumstances import NOUN_ALONE
from rasad.grammar.view import sentence_at
from rasad.model import MOST_SPANS, VERBAL, Document, Entity, Link, Party, Span, Told

_BLOW_REACH = 1
"""Sentences between an attack and its toll."""
_MANY = ("official", "source", "members", "analyst", "spokesperson")
_MODES_ALIKE = ({"aerial", "heavy-weapons", "drone"}, {"explosives", "suicide-attack"})
"""Modes that one attack in one place is told by: a missile from the air, a bomb that its bearer set off."""
_MOST_LINKS = 50
"""Links of one report above which no other telling adds any; our longest pages have three."""
_BLOWS = frozenset({"attack", "clash", "explode"})
"""Frames of attacks themselves, and not of what they cost."""
_APART = {"attack", "clash"}
_PAIR = 2
_CARRIED_OFF = "abduct"
_ECHO_REACH = 4
"""Sentences behind an event in which «this meeting» still means it."""


def merge(doc: Document, found: Sequence[Told], titles: set[int]) -> list[Told]:
    """Make one report of all tellings of one event; a title only joins, it never tells alone where there is a body."""
    merged: list[Told] = []
    recalled: dict[tuple[int, str], int] = {}
    for told in sorted(found, key=lambda t: (t.sentence in titles or t.weight == "joins", t.sentence, t.triggers)):
        if told.weight == "echo":
            twin = _recalled(merged, told)
            if twin is not None:
                recalled[told.sentence, told.type] = twin
        else:
            this = recalled.get((told.sentence, told.type))
            twin = _twin(doc, merged, told, this)
            twin = this if twin is None and this is not None and _costs(told, merged[this]) else twin
        if twin is not None:
            merged[twin] = _joined(merged[twin], told)
        elif told.weight not in ("echo", "joins") and (told.sentence not in titles or not merged):
            merged.append(told)
    return sorted((_by_people(t) for t in merged if t.weight == "full"), key=lambda t: t.triggers)


def _by_people(told: Told) -> Told:
    """Leave out of talks the states whose own people are named as the talkers."""
    if told.type != "CONSULT" or told.mode == "visit":
        return told
    spoken_for = {p.entity.country for p in told.actors if not p.entity.id.startswith("country:")}
    kept = tuple(p for p in told.actors if not (p.entity.id.startswith("country:") and p.entity.country in spoken_for))
    return replace(told, actors=kept)


def _costs(told: Told, this: Told) -> bool:
    """Tell whether a telling only says what «this attack» cost: «این انفجار یک نفر را [زخمی] کرد»."""
    land = this.place_name.country if this.place_name is not None else None
    theirs = land is None or not sides(told.recipients) - {land}
    return told.type == "ASSAULT" and told.frame not in _BLOWS and not told.actors and theirs


def _twin(doc: Document, merged: Sequence[Told], told: Told, this: int | None) -> int | None:
    """Give the event that a telling tells again; an attack elsewhere, named beside «this attack», is another one.

    «این حمله یک روز پس از [حمله] به X رخ داد».
    """
    if told.anew:
        return None
    elsewhere = this is not None and told.place_name not in (None, merged[this].place_name)
    this = this if elsewhere and told.frame in _BLOWS else None
    return next((n for n, other in enumerate(merged) if n != this and _same(doc, other, told)), None)


def _recalled(merged: Sequence[Told], told: Told) -> int | None:
    """Give the event that an echo recalls: the last of its type within a few sentences."""
    near = [
        n
        for n, other in enumerate(merged)
        if other.type == told.type and 0 <= told.sentence - other.sentence <= _ECHO_REACH
    ]
    return near[-1] if near else None


def _same(doc: Document, one: Told, other: Told) -> bool:
    """Tell whether two tellings of a page are of one event: same type and status, and no party against it."""
    if one.type != other.type or _modes_differ(one, other):
        return False
    if "planned" in (one.status, other.status) and one.status != other.status and not _one_journey(doc, one, other):
        return False
    if not same_day(doc, one.date_mention, other.date_mention):
        return False
    if one.type == "ASSAULT" and _one_blow(doc, one, other):
        return True
    if one.type == "CONSULT":
        return not _elsewhere(one, other) and _one_talk(one.actors, other.actors)
    same_whom = ids(one.recipients) & ids(other.recipients)
    if one.type in VERBAL and same_whom and sides(one.actors) & sides(other.actors):
        return True  # the head of a state and its government speak for one side
    if one.type == "ASSAULT" and _only_of_one_state(one, other):
        return False
    acting, suffering = _alike(one.actors, other.actors), _alike(one.recipients, other.recipients)
    most = max(len(one.actors), len(other.actors))
    return (
        (acting == most or not one.actors or not other.actors)
        and (suffering > 0 or not one.recipients or not other.recipients)
        and (acting > 0 or suffering > 0)
    )


def _elsewhere(one: Told, other: Told) -> bool:
    """Tell whether two visits are to two countries, by where they were."""
    lands = [told.place_name.country for told in (one, other) if told.place_name is not None and told.mode == "visit"]
    return len(lands) == _PAIR and None not in lands and lands[0] != lands[1]


def _one_journey(doc: Document, one: Told, other: Told) -> bool:
    """Tell whether a noun alone names the journey that a verb tells as still to come: «از [سفر] X به Y خبر داد»."""
    if (one.type, one.mode, other.mode) != ("CONSULT", "visit", "visit") or ids(one.actors) != ids(other.actors):
        return False
    if doc.lang != "fa":
        return False  # Arabic tells a journey to come by its verb, and the one that was by its noun
    named = one if other.status == "planned" else other
    return named.status == "actual" and named.rules.get("status") == NOUN_ALONE


def _only_of_one_state(one: Told, other: Told) -> bool:
    """Tell whether two blows, sentences apart, have nothing in common but the state that they hit."""
    far = abs(one.sentence - other.sentence) > _BLOW_REACH and {one.frame, other.frame} <= _BLOWS
    known = {p.entity.id for p in one.recipients} & {p.entity.id for p in other.recipients}
    apart = bool(one.recipients and other.recipients) and other.place_name not in (None, one.place_name)
    return far and not known and (apart or not (one.actors and other.actors))


def _one_blow(doc: Document, one: Told, other: Told) -> bool:
    """Tell whether two tellings are of one attack: one names nobody, or only its dead; none carries people off."""
    if (one.mode == _CARRIED_OFF) != (other.mode == _CARRIED_OFF):
        return False
    last = sentence_at(doc, one.triggers[-1][0]) if _adds_only_a_toll(one, other) else one.sentence
    near = min(abs(one.sentence - other.sentence), abs(last - other.sentence)) <= _BLOW_REACH
    if one.place and other.place and one.place_name and other.place_name:
        town = "country" not in (one.place.head, other.place.head)
        near = near or (town and one.place_name.id == other.place_name.id)
        if one.place_name.country != other.place_name.country:
            return False
    if not near or (one.actors and other.actors) or {one.frame, other.frame} == _APART:
        return False
    if not (one.actors or one.recipients) or not (other.actors or other.recipients):
        return True
    if one.sentence == other.sentence and not other.actors and all(_is_place(p) for p in one.recipients):
        return True  # «به X حمله کردند که منجر به کشته شدن سه نفر شد»
    if (bool(one.actors), bool(one.recipients)) == (bool(other.recipients), bool(other.actors)) != (True, True):
        return True  # one half tells who struck, the other whom it cost
    return bool(_crowds(one.recipients) & _crowds(other.recipients))


def _is_place(party: Party) -> bool:
    """Tell whether a party is a town, or a state, that was struck."""
    return party.entity.id.startswith(("plc-", "page-place:", "country:"))


def _adds_only_a_toll(one: Told, other: Told) -> bool:
    """Tell whether a telling names no attacker and no other place, so that it may follow any telling of an attack."""
    return not other.actors and (other.place_name is None or other.place_name == one.place_name)


def sides(parties: Sequence[Party]) -> set[str]:
    """Give the countries that parties speak for."""
    return {p.entity.country for p in parties if p.entity.country is not None}


def _crowds(parties: Sequence[Party]) -> set[str | None]:
    """Give the countries whose people, not named one by one, are hit."""
    return {p.entity.country for p in parties if p.entity.kind == "population"}


def _one_talk(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Tell whether two casts can be of one meeting: the same people, though one names their states too."""
    shared = len(ids(one) & ids(other)) + _posts(one, other)
    least, most = sorted((one, other), key=len)
    if not shared or len(least) == 1:
        return shared > 0
    states = len({f"government:{p.entity.country}" for p in most if _state(p)} - ids(least))
    return shared == len(least) and len(most) - states <= shared


def _modes_differ(one: Told, other: Told) -> bool:
    """Tell whether two tellings are of different modes; talks of two and of many are not always told apart."""
    modes = {one.mode, other.mode} - {None}
    if len(modes) < 2 or modes == {"meeting", "multilateral"} or _by_phone(modes, one, other):
        return False
    apart = one.place_name is None or one.place_name != other.place_name
    return apart or not any(modes <= alike for alike in _MODES_ALIKE)


def _by_phone(modes: set[str | None], one: Told, other: Told) -> bool:
    """Tell whether talks of the same two without a place are those that the page says were on the telephone."""
    both = len(ids(one.actors) & ids(other.actors)) >= _PAIR
    near = abs(one.sentence - other.sentence) <= _ECHO_REACH
    return modes == {"meeting", "phone"} and both and near and one.place is None and other.place is None


def _alike(one: Sequence[Party], other: Sequence[Party]) -> int:
    """Count the parties of one side that the other names too, by the same name, by a post or as a crowd."""
    left = list(other)
    count = 0
    for party in one:
        twin = next((p for p in left if _one_party(party, p)), None)
        if twin is not None:
            left.remove(twin)
            count += 1
    return count


def _one_party(mine: Party, theirs: Party) -> bool:
    """Tell whether two names mean one party: the same, a state, a person and their post, a nation's crowd."""
    one, other = mine.entity, theirs.entity
    if one.id == other.id or (_state(mine) and _state(theirs) and one.country == other.country):
        return True
    if one.country is None or one.country != other.country or one.kind != other.kind:
        return False
    if one.kind == "person":
        return one.id.startswith("office:") != other.id.startswith("office:")
    return one.kind == "population"


def same_day(doc: Document, one: int | None, other: int | None) -> bool:
    """Tell whether two expressions can mean one day: nothing that both give differs.

    A bare year is background (news of the running year does not name it), so it is not a day told without its year.
    """
    if one is None or other is None or one == other:
        return True
    first, second = doc.dates[one], doc.dates[other]
    if "year" in (first.kind, second.kind) and None in (first.year, second.year):
        return False
    pairs = (
        (first.year, second.year),
        (first.month, second.month),
        (first.day, second.day),
        (first.weekday, second.weekday),
        (first.offset, second.offset),
    )
    return first.calendar == second.calendar and all(a is None or b is None or a == b for a, b in pairs)


def _posts(one: Sequence[Party], other: Sequence[Party]) -> int:
    """Count the posts without a name on one side that a person of the same country on the other may hold."""
    mine, theirs = ids(one), ids(other)
    left = [p.entity for p in one if p.entity.id not in theirs and p.entity.kind == "person"]
    right = [p.entity for p in other if p.entity.id not in mine and p.entity.kind == "person"]
    return sum(
        1
        for a in left
        for b in right
        if a.country == b.country and (a.id.startswith("office:") != b.id.startswith("office:"))
    )


def ids(parties: Sequence[Party]) -> set[str]:
    """Give the ids of parties; a state, its government and its forces are one."""
    return {f"government:{p.entity.country}" if _state(p) else p.entity.id for p in parties}


def _state(party: Party) -> bool:
    """Tell whether a party is a state, or its forces."""
    entity = party.entity
    forces = entity.sector in ("MIL", "COP") and entity.kind == "organization"
    return (entity.kind == "government" or forces) and entity.country is not None


def _joined(one: Told, other: Told) -> Told:
    """Join a second telling into the first, which keeps its words and gains what it did not say."""
    where = other if one.place is None or _finer(one, other) else one
    still_to_come = (one.status, other.status) == ("actual", "planned") and other.weight != "echo"
    told = other if still_to_come and one.rules.get("status") == NOUN_ALONE else one
    return replace(
        one,
        status=told.status,
        rules={**one.rules, "status": told.rules.get("status", one.rule)},
        triggers=(*one.triggers, *other.triggers),
        actors=_talkers(one, other) if one.type == "CONSULT" else one.actors or other.actors,
        recipients=_victims(one, other),
        place=where.place,
        place_name=where.place_name,
        date_mention=one.date_mention if one.date_mention is not None else other.date_mention,
        clock=one.clock or other.clock,
        attribution=one.attribution if other.weight == "echo" else _more_links(one.attribution, other.attribution),
        mode="phone" if "phone" in (one.mode, other.mode) else one.mode or other.mode,
        weight="full"
        if one.weight == "full" or other.weight == "full" or (other.weight == "echo" and other.actors)
        else one.weight,
    )


def _finer(one: Told, other: Told) -> bool:
    """Tell whether a first telling has only the country of the town that a second one names."""
    if one.place_name is None or other.place_name is None or other.place is None:
        return False
    wide = one.place_name.id == f"country:{one.place_name.country}"
    town = other.place_name.id != f"country:{other.place_name.country}" and other.weight != "echo"
    return wide and town and one.place_name.country == other.place_name.country


def _victims(one: Told, other: Told) -> tuple[Party, ...]:
    """Give whom an attack befell, people before the town they were in."""
    town = one.place_name is not None and all(p.entity.id == one.place_name.id for p in one.recipients)
    return other.recipients or one.recipients if town else one.recipients or other.recipients


def _talkers(one: Told, other: Told) -> tuple[Party, ...]:
    """Give the talkers of a meeting told twice; one that waited for them takes those of the sentence behind it."""
    return _added(one.actors, other.actors) if one.weight == "pending" else _more(one.actors, other.actors)


def _added(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    known = ids(one)
    return (*one, *(p for p in other if p.entity.id not in known))


def _more(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the fuller of two casts of one meeting, names before posts."""
    mine, theirs = (sum(2 - p.entity.id.startswith("office:") for p in side) for side in (one, other))
    return other if theirs > mine and ids(one) & ids(other) else one


def _more_links(one: tuple[Link, ...], other: tuple[Link, ...]) -> tuple[Link, ...]:
    if len(one) > _MOST_LINKS:
        return one
    one, other = _named_later(one, other), _named_later(other, one)
    known = {link.entity.id for link in one}
    return (*one, *(link for link in other if link.entity.id not in known))


def _named_later(one: tuple[Link, ...], other: tuple[Link, ...]) -> tuple[Link, ...]:
    """Leave out a post that another telling names by its holder («نماینده تبریز گفت ... میرتاج‌الدینی گفت»)."""
    people = [k.entity for k in other if k.entity.kind == "person" and not k.entity.id.startswith("office:")]
    named = {p.country for p in people}
    return tuple(
        link
        for link in one
        if not (
            link.entity.id.startswith("office:")
            and _is_one(link.entity)
            and (link.entity.country in named or None in named)
        )
        or any(k.entity.id == link.entity.id for k in other)
    )


def _is_one(post: Entity) -> bool:
    """Tell whether a post is one person's: officials and sources are many, and stay beside who is named."""
    return post.id.split(":")[1] not in _MANY


def one_main(found: list[Told]) -> list[Told]:
    """Mark the report the page is about: the one told most often, the first of equals."""
    if not found:
        return found
    actual = [n for n, t in enumerate(found) if t.status != "historical"] or list(range(len(found)))
    chosen = max(actual, key=lambda n: (len(found[n].triggers), -n))
    return [replace(t, main=n == chosen) for n, t in enumerate(found)]


def with_mentions(doc: Document, found: list[Told]) -> Iterator[Told]:
    """Give every party all the spans of the page that name the same entity."""
    places: dict[str, list[Span]] = {}
    for mention in doc.mentions:
        places.setdefault(mention.entity.id, []).append(mention.name)

    named = {key: tuple(spans[:MOST_SPANS]) for key, spans in places.items()}

    def whole(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(replace(p, mentions=named.get(p.entity.id, (p.span,))) for p in parties)

    for told in found:
        yield replace(told, actors=whole(told.actors), recipients=whole(told.recipients))
