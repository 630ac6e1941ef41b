"""Find what the page says of each event: type, parties, place, status, source, and every place that tells it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.languages import GRAMMARS
from rasad.grammar.roles import cast
from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.triggers import find_triggers
from rasad.grammar.view import View, views
from rasad.model import DateMention, Document, Heard, Link, Mention, Note, Party, Span, Told
from rasad.packs import Packs

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are acts of speech: without an actor of their own they belong to the speaker."""

_NEEDS_ACTOR = VERBAL | {"CONSULT"}
_VISIT_PARTIES = 2
"""A visit without a place needs a guest and a host."""
_SINCE_REACH = 45
"""Code points between «since the beginning of» and the date it governs."""
_PLACE_MARKERS = {"in", "bi", "on", "to", "into", "at"}


def find_reports(doc: Document, packs: Packs) -> Document:
    """Find the reports of the page, each event once, with every place that tells it."""
    if doc.lang not in packs.lexicons:
        return doc
    if _sports_page(doc):
        return replace(doc, notes=(*doc.notes, Note(0, len(doc.reading), "a page of sport: its meetings and attacks are no events")))
    found: list[Told] = []
    for view in views(doc):
        heard = [h for h in (*doc.heard, *doc.asides) if h.content[0] < view.end and view.start < h.content[1]]
        found.extend(_reports(view, heard, packs))
    merged = _merge(doc, found, {i for i, s in enumerate(doc.sentences) if s.part == "title"})
    return replace(doc, told=tuple(_with_mentions(doc, _one_main(merged))))


_SPORT_WORDS = 5
"""Different words of sport that make a page one of sport; political pages that mention a match have one or two."""


def _sports_page(doc: Document) -> bool:
    """Tell whether a page tells of sport, where teams named after countries meet and attack each other."""
    forms = {m.cells["form"] for m in doc.marks if m.kind == "topic" and m.cells["topic"] == "sport"}
    return len(forms) >= _SPORT_WORDS


def _accident(view: View, trigger: Trigger, parties: Cast) -> bool:
    """Tell whether people died without an attacker, or helpers were called, in a sentence that names an accident."""
    if trigger.frame not in ("kill", "killed", "explode", "mobilize") or (parties.actors and trigger.frame != "mobilize"):
        return False
    return any(m.kind == "topic" and m.cells["topic"] == "accident" for m in view.marks)


_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})


def _crime(view: View, kind: str, parties: Cast) -> bool:
    """Tell whether a sentence tells a common crime: words of crime, and nobody known but police, courts and crowds."""
    if kind not in _FORCE or not any(m.kind == "topic" and m.cells["topic"] == "crime" for m in view.marks):
        return False
    return not any(m.head in ("person", "country", "org") and not m.entity.id.startswith("page:") for m in (*parties.actors, *parties.recipients))


def _political(parties: Cast) -> bool:
    """Tell whether anybody but companies and private people takes part."""
    named = (*parties.actors, *parties.recipients)
    return not named or any(
        m.entity.sector != "BUS" and not (m.entity.id.startswith("page:") and m.office is None) and "compan" not in m.entity.id for m in named
    )


def _reports(view: View, heard: Sequence[Heard], packs: Packs) -> Iterator[Told]:
    previous: Cast | None = None
    for trigger in find_triggers(view, GRAMMARS[view.doc.lang].read_trigger):
        told = _report(view, trigger, heard, previous, packs)
        if told is not None:
            yield told[0]
            previous = told[1]


def _report(view: View, trigger: Trigger, heard: Sequence[Heard], previous: Cast | None, packs: Packs) -> tuple[Told, Cast] | None:
    """Make the report of one trigger, or nothing where it does not stand up."""
    cells = trigger.mark.cells
    kind = cells["type"]
    inside = _speech_around(trigger.mark.core, heard)
    if inside is not None:
        low, high = max(trigger.window[0], inside.content[0]), min(trigger.window[1], max(inside.content[1], trigger.end))
        trigger = replace(trigger, window=(low, max(low, high)), floor=inside.content[0])
    parties = cast(view.doc.lang, trigger, GRAMMARS[view.doc.lang].slots(view, trigger), packs.frames)
    if not _told_as_fact(view, trigger, inside, kind):
        return None
    if kind in VERBAL and inside is not None and _own_state(inside, parties):
        parties = Cast((), parties.recipients)
    if kind in VERBAL and not parties.actors and (inside is None or _heads(view, trigger, inside) or trigger.frame in _VOWS):
        speaker = _speaker_party(view, inside, trigger, heard)
        if speaker is not None:
            parties = Cast((speaker,), tuple(r for r in parties.recipients if r.entity.id != speaker.entity.id))
    if kind in _ADDRESSED and parties.actors and not parties.recipients:
        parties = Cast(parties.actors, _addressed(view, trigger, parties.actors))
    if not parties.actors and previous is not None and trigger.verbal and not trigger.passive and trigger.mark.morph != "noun":
        taken = {r.entity.id for r in parties.recipients}
        parties = Cast(tuple(a for a in previous.actors if a.entity.id not in taken), parties.recipients)
    if _accident(view, trigger, parties) or _crime(view, kind, parties) or (kind not in ("ASSAULT", "PROTEST") and not _political(parties)):
        return None
    if not _stands(kind, cells, trigger, parties):
        return None
    status = _status(view, trigger)
    if status == "hypothetical" and not (parties.actors and parties.recipients and trigger.verbal):
        return None
    place = _place(view, trigger, parties, kind)
    if trigger.frame == "visit" and place is None and len(parties.actors) + len(parties.recipients) < _VISIT_PARTIES:
        return None
    told = Told(
        type=kind, mode=cells["mode"] or None, status=status,
        actors=_parties(_named(parties.actors)), recipients=_parties(parties.recipients),
        triggers=(trigger.mark.core,), attribution=_attribution(view, trigger, inside, parties, kind), rule=trigger.mark.rule,
        sentence=view.number, place=place, place_name=place.place if place else None, date_mention=_date(view, trigger),
        rules={"trigger": trigger.mark.rule},
    )  # fmt: skip
    return _as_consult(told), parties


_DEEDS = frozenset({"agree", "sign"})
"""Frames of verbal types whose noun is a deed («the agreement between X and Y»)."""


_VOWS = frozenset({"ready", "promise"})
"""Frames by which a speaker binds their own side, in whatever tense."""


_ADDRESSED = frozenset({"AGREE", "SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT"})
"""Acts of speech towards somebody: whom the words are about, if no marker says it."""
_ADDRESSED_WORDS = 14


def _addressed(view: View, trigger: Trigger, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the first state, organisation or group of another country that the act's own words name."""
    own = {a.entity.country for a in actors}
    known = {a.entity.id for a in actors}
    for mention in view.mentions:
        if mention.start < trigger.mark.end or mention.end > trigger.window[1]:
            continue
        if len(view.text(trigger.mark.end, mention.start).split()) > _ADDRESSED_WORDS:
            break
        if mention.head in ("country", "organ", "org", "group") and mention.entity.country not in own and mention.entity.id not in known:
            return (mention,) if mention.entity.kind not in ("agency", "outlet") else ()
    return ()


def _own_state(inside: Heard, parties: Cast) -> bool:
    """Tell whether a speaker names their own state or government as the actor: the act is the speaker's."""
    return bool(parties.actors) and inside.speaker.kind == "person" and all(
        m.entity.kind == "government" and m.entity.country == inside.speaker.country for m in parties.actors
    )


def _told_as_fact(view: View, trigger: Trigger, inside: Heard | None, kind: str) -> bool:
    """Tell whether a trigger tells an event, and does not only name, recall, demand or describe one."""
    if trigger.relative or (trigger.mark.morph == "present" and trigger.mark.prefix[-1:] in ("ن", "ا")):
        return False
    if not trigger.nominal:
        return _happened(view, trigger, inside, kind)
    if trigger.anaphoric or trigger.needed:
        return False
    heads = inside is not None and _heads(view, trigger, inside)
    if inside is not None and inside.stance == "demands":
        return False
    if kind in VERBAL | {"COOPERATE", "AID"} and trigger.frame not in _DEEDS:
        return heads
    return trigger.mark.cells["need"] != "verb" or heads


_LASTING = frozenset({"SUPPORT", "COOPERATE", "AID", "ASSAULT", "THREATEN"})
"""Types whose present tense tells a state of affairs («ایران از X حمایت می‌کند»), not an event."""


def _happened(view: View, trigger: Trigger, inside: Heard | None, kind: str) -> bool:
    """Tell whether a verb tells a thing done: no habit, no opinion on what others generally do, no running count."""
    if trigger.tense.startswith("present") and kind in _LASTING:
        return False
    if trigger.frame == "killed" and "شده" in trigger.mark.suffix and not view.dates:
        return False
    if trigger.frame in _VOWS:
        return not trigger.subjunctive
    opinion = inside is not None and not _heads(view, trigger, inside) and inside.verb_span != trigger.mark.core
    return not (opinion and kind in VERBAL | {"COOPERATE", "AID"} and trigger.tense.startswith(("present", "future", "subjunctive")))


def _heads(view: View, trigger: Trigger, inside: Heard) -> bool:
    """Tell whether a trigger opens what is said («بر [حمایت] از X تاکید کرد»): then the saying is the act."""
    return inside.content[0] <= trigger.mark.end and len(view.text(inside.content[0], trigger.mark.start).split()) <= 1


def _as_consult(told: Told) -> Told:
    """In CONSULT every participant is an actor."""
    if told.type != "CONSULT":
        return told
    known = {p.entity.id for p in told.actors}
    return replace(told, actors=(*told.actors, *(r for r in told.recipients if r.entity.id not in known)), recipients=())


def _named(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave out posts of nowhere («the member», «an official») where somebody definite acts too."""
    definite = tuple(m for m in mentions if not (m.entity.id.startswith("office:") and m.entity.id.endswith(":")))
    return definite or mentions


def _members(mentions: Sequence[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        if mention.members:
            for entity in mention.members:
                yield replace(mention, entity=entity, members=())
        else:
            yield mention


def _stands(kind: str, cells: dict[str, str], trigger: Trigger, parties: Cast) -> bool:
    """Tell whether a trigger has what its row and its type ask for."""
    number = len(parties.actors) + len(parties.recipients)
    if trigger.negated and kind in VERBAL:
        return False
    if kind == "CONSULT" and number < (1 if trigger.verbal else 2) and not any(m.members for m in parties.actors):
        return cells["mode"] in ("multilateral", "visit") and cells["need"] == "any" and number >= 1
    if kind in _NEEDS_ACTOR and not parties.actors:
        return False
    if cells["need"] == "any":
        return number > 0 or trigger.verbal
    return number > 0


def _speech_around(span: Span, heard: Sequence[Heard]) -> Heard | None:
    """Give the innermost statement whose content holds the span."""
    around = [h for h in heard if h.content[0] <= span[0] and span[1] <= h.content[1]]
    return min(around, key=lambda h: h.content[1] - h.content[0], default=None)


def _speaker_party(view: View, inside: Heard | None, trigger: Trigger, heard: Sequence[Heard]) -> Mention | None:
    """Give the speaker of the statement around a trigger (or whose verb the trigger is) as a party."""
    chosen = inside or next((h for h in heard if h.sentence == view.number and h.verb_span[0] < trigger.end and trigger.start < h.verb_span[1]), None)
    if chosen is None:
        return None
    return Mention(*chosen.speaker_span, chosen.speaker_span, chosen.speaker, chosen.rule, "person")


def _status(view: View, trigger: Trigger) -> str:
    """Give the status of an event from tense, modality words and negation."""
    if trigger.negated:
        return "denied"
    if trigger.planned:
        return "planned"
    best: str | None = None
    for mark in view.of("modality"):
        side, status = mark.cells["side"], mark.cells["status"]
        if status == "denied":
            continue
        before = trigger.window[0] <= mark.start and mark.end <= trigger.mark.start
        after = trigger.mark.end <= mark.start and mark.end <= trigger.window[1]
        close = mark.end <= trigger.mark.start and trigger.mark.start - mark.end <= 40
        if (side.startswith("before") and before and close) or (side == "after" and after) or (side == "any" and (before or after)):
            best = status if best in (None, "historical") else best
    if trigger.subjunctive and best != "planned":
        return "hypothetical"
    return best or "actual"


def _place(view: View, trigger: Trigger, parties: Cast, kind: str) -> Mention | None:
    """Give where it happened: the nearest place in the clause behind a preposition of place, the trigger's own side first."""
    taken = {m.name for m in (*parties.actors, *parties.recipients)} if kind != "CONSULT" else set()
    fitting = [
        m for m in view.mentions
        if m.place is not None and m.marker in _PLACE_MARKERS and trigger.window[0] <= m.start and m.end <= trigger.window[1]
        and m.name not in taken and (m.marker not in ("to", "into") or kind == "CONSULT")
    ]  # fmt: skip
    if not fitting:
        fitting = [m for m in view.mentions if m.head == "place" and m.marker in ("in", "bi") and m.name not in taken]
    if not fitting:
        return None
    return min(fitting, key=lambda m: (0 if m.head == "place" else 1, abs(m.start - trigger.mark.start)))


def _date(view: View, trigger: Trigger) -> int | None:
    """Give the number of the date expression of the clause, else of the sentence if it has only one and no clause between."""
    usable = [(n, d) for n, d in view.dates if not _since(view, d.start)]
    inside = [(abs(d.start - trigger.mark.start), n) for n, d in usable if trigger.window[0] <= d.start and d.end <= trigger.window[1]]
    inside = [(far, n) for far, n in inside if not _clause_between(view, trigger, view.doc.dates[n])] or inside[:0]
    if inside:
        return min(inside)[1]
    if len(usable) == 1 and not _clause_between(view, trigger, usable[0][1]):
        return usable[0][0]
    return None


def _since(view: View, at: int) -> bool:
    """Tell whether a date only says since when («از زمان آغاز جنگ در سال ۲۰۱۱»)."""
    return any(m.kind == "grammar" and m.cells["use"] == "since" and m.end <= at and at - m.end <= _SINCE_REACH for m in view.marks)


def _clause_between(view: View, trigger: Trigger, date: DateMention) -> bool:
    """Tell whether a subordinate clause («after ...») begins between a date and a trigger."""
    low, high = min(date.end, trigger.end), max(date.start, trigger.mark.start)
    return any(m.kind == "grammar" and m.cells["use"] == "subordinate" and low <= m.start < high for m in view.marks)


def _attribution(view: View, trigger: Trigger, inside: Heard | None, parties: Cast, kind: str) -> tuple[Link, ...]:
    """Give the chain an event came by: the statement's chain and its speaker, else the carriers in force."""
    carriers = view.doc.carriers[view.number] if view.number < len(view.doc.carriers) else ()
    if inside is None:
        return carriers
    links = inside.via
    named = {m.entity.id for m in (*parties.actors, *parties.recipients)}
    if inside.speaker.id not in named or kind not in VERBAL:
        links = (*links, Link(inside.speaker, inside.speaker_span, inside.rule))
    return links


def _parties(mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Give the parties of a role, one government a country («Iran» and «Iranian officials» are one party)."""
    found: dict[str, Party] = {}
    governments: set[str | None] = set()
    for mention in _members(mentions):
        entity = mention.entity
        if entity.kind == "government" and entity.country in governments:
            continue
        if entity.kind == "government":
            governments.add(entity.country)
        found.setdefault(entity.id, _party(mention))
    return tuple(found.values())


def _party(mention: Mention) -> Party:
    return Party(mention.entity, mention.name, (), mention.entity.role)


def _merge(doc: Document, found: Sequence[Told], titles: set[int]) -> list[Told]:
    """Make one report of all tellings of one event; a title only joins, it never tells alone where there is a body."""
    merged: list[Told] = []
    for told in sorted(found, key=lambda t: (t.sentence in titles, t.sentence, t.triggers)):
        twin = next((n for n, other in enumerate(merged) if _same(doc, other, told)), None)
        if twin is not None:
            merged[twin] = _joined(merged[twin], told)
        elif told.sentence not in titles or not merged:
            merged.append(told)
    return sorted(merged, key=lambda t: t.triggers)


def _same(doc: Document, one: Told, other: Told) -> bool:
    """Tell whether two tellings of a page are of one event: same type and status, and no party against it."""
    if one.type != other.type or (one.mode and other.mode and one.mode != other.mode):
        return False
    if "planned" in (one.status, other.status) and one.status != other.status:
        return False
    if not _same_day(doc, one.date_mention, other.date_mention):
        return False
    first, second = _ids(one.actors), _ids(other.actors)
    third, fourth = _ids(one.recipients), _ids(other.recipients)
    if one.type == "CONSULT":
        shared = len(first & second) + _posts(one.actors, other.actors)
        least, most = sorted((len(first), len(second)))
        return shared >= 1 and (least == 1 or shared == least == most)
    return (first == second or not first or not second) and _agree(third, fourth) and bool((first & second) or (third & fourth))


def _same_day(doc: Document, one: int | None, other: int | None) -> bool:
    """Tell whether two expressions can mean one day: nothing that both give differs."""
    if one is None or other is None or one == other:
        return True
    first, second = doc.dates[one], doc.dates[other]
    pairs = ((first.year, second.year), (first.month, second.month), (first.day, second.day), (first.weekday, second.weekday), (first.offset, second.offset))
    return first.calendar == second.calendar and all(a is None or b is None or a == b for a, b in pairs)


def _posts(one: Sequence[Party], other: Sequence[Party]) -> int:
    """Count the posts without a name on one side that a person of the same country on the other may hold."""
    mine, theirs = _ids(one), _ids(other)
    left = [p.entity for p in one if p.entity.id not in theirs and p.entity.kind == "person"]
    right = [p.entity for p in other if p.entity.id not in mine and p.entity.kind == "person"]
    return sum(1 for a in left for b in right if a.country == b.country and (a.id.startswith("office:") != b.id.startswith("office:")))


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _ids(parties: Sequence[Party]) -> set[str]:
    return {p.entity.id for p in parties}


def _joined(one: Told, other: Told) -> Told:
    """Join a second telling into the first, which keeps its words and gains what it did not say."""
    return replace(
        one,
        triggers=(*one.triggers, *other.triggers),
        actors=_more(one.actors, other.actors) if one.type == "CONSULT" else one.actors or other.actors,
        recipients=one.recipients or other.recipients,
        place=one.place or other.place,
        place_name=one.place_name or other.place_name,
        date_mention=one.date_mention if one.date_mention is not None else other.date_mention,
        attribution=_more_links(one.attribution, other.attribution),
        mode=one.mode or other.mode,
    )


def _more(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the fuller of two casts of one meeting, names before posts."""
    mine, theirs = (sum(2 - p.entity.id.startswith("office:") for p in side) for side in (one, other))
    return other if theirs > mine and _ids(one) & _ids(other) else one


def _more_links(one: tuple[Link, ...], other: tuple[Link, ...]) -> tuple[Link, ...]:
    known = {link.entity.id for link in one}
    return (*one, *(link for link in other if link.entity.id not in known))


def _one_main(found: list[Told]) -> list[Told]:
    """Mark the report the page is about: the one told most often, the first of equals."""
    if not found:
        return found
    actual = [n for n, t in enumerate(found) if t.status != "historical"] or list(range(len(found)))
    chosen = max(actual, key=lambda n: (len(found[n].triggers), -n))
    return [replace(t, main=n == chosen) for n, t in enumerate(found)]


def _with_mentions(doc: Document, found: list[Told]) -> Iterator[Told]:
    """Give every party all the spans of the page that name the same entity."""
    places: dict[str, list[Span]] = {}
    for mention in doc.mentions:
        places.setdefault(mention.entity.id, []).append(mention.name)

    def whole(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(replace(p, mentions=tuple(places.get(p.entity.id, (p.span,)))) for p in parties)

    for told in found:
        yield replace(told, actors=whole(told.actors), recipients=whole(told.recipients))

