"""The parties of a report: speakers who act by it, whom they address, plurals taken apart, one government a state."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, tight
from rasad.model import VERBAL, Heard, Mention, Party, Told
from rasad.packs import Packs

ADDRESSED = frozenset({"AGREE", "SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT"})
"""Acts of speech towards somebody: whom the words are about, if no marker says it."""
_RECALLING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Acts of speech about something done: «this step was condemned»."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "RETREAT", "CONCEDE", "AGREE"})
"""Types that others condemn or welcome."""
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM"})
"""Sectors of the bodies that tell of their own blows."""
_MANY = "ند"
"""Ending of Persian verbs of several."""
_POINTING_WORDS = 7
"""Words between «this step» and the act of speech about it."""
_ACTING = frozenset({"org", "organ", "person", "office", "group"})
_AND = ("و", "ف")
_CLAUSE = 2
"""Words from a comma to a subject whose verb stands between: «، وتصدت لهم X»."""
_ADDRESSED_WORDS = 14
_REPORTERS = ("journalist", "reporter", "correspondent")


def addressed(view: View, trigger: Trigger, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the first state, organisation or group of another country that the act's own words name; no civilians."""
    own = {a.entity.country for a in _members(actors)}
    known = {a.entity.id for a in _members(actors)}
    limit = view.end if trigger.mark.cells["type"] == "THREATEN" else trigger.window[1]
    for mention in _members(view.mentions):
        if mention.start < trigger.mark.end or mention.end > limit:
            continue
        if len(view.text(trigger.mark.end, mention.start).split()) > _ADDRESSED_WORDS:
            break
        if (
            (
                mention.head in ("country", "organ", "org", "both")
                or (mention.head == "group" and mention.entity.sector != "CVL")
            )
            and mention.entity.country not in own
            and mention.entity.id not in known
        ):
            return (mention,) if not mention.entity.is_carrier else ()
    return ()


def recalled(
    view: View, trigger: Trigger, actors: tuple[Mention, ...], last: tuple[Told, Cast] | None
) -> tuple[Mention, ...]:
    """Give who did what «this step» recalls or a crowd protests at, or whom one who demands or promises just met."""
    if last is None:
        return ()
    told, parties = last
    known = {a.entity.id for a in _members(actors)}
    others = tuple(m for m in parties.actors if m.entity.id not in known)
    kind = trigger.mark.cells["type"]
    talked = told.type == "CONSULT" and told.mode != "visit" and told.sentence == view.number
    talked = talked and len(others) < len(parties.actors)
    if talked and (kind == "REQUEST" or trigger.frame == "promise"):
        return others
    if kind == "PROTEST":
        between = view.text(max(end for _, end in told.triggers), trigger.start)
        paused = "،" in between or trigger.verbal  # «أطلقت النار لتفريق مظاهرات»: who shot is not protested at
        return others if told.type in _DEEDS and told.sentence == view.number and paused else ()
    if kind not in _RECALLING or not _points(view, trigger) or told.type not in _DEEDS:
        return ()
    return others


def _points(view: View, trigger: Trigger) -> bool:
    """Tell whether a demonstrative in the clause of a trigger recalls what was told before."""
    low, high = trigger.window
    return any(
        m.cells["use"] == "demonstrative"
        and low <= m.start < high
        and len(view.words(min(m.end, trigger.end), max(m.start, trigger.mark.start))) <= _POINTING_WORDS
        for m in view.of("grammar")
    )


def this_blow(view: View, trigger: Trigger, before: Cast) -> tuple[Mention, ...]:
    """Give who struck before where «this attack» strikes something: «[این حمله] استانداری را هدف قرار داد»."""
    if not trigger.verbal or trigger.passive:
        return ()
    low = trigger.window[0]
    pointing = [m for m in view.of("grammar") if m.cells["use"] == "demonstrative" and low <= m.start]
    nouns = (t for t in view.of("trigger") if t.morph == "noun" and t.cells["type"] == "ASSAULT")
    told = any(tight(view.doc.folded, m.end, t.start) for t in nouns for m in pointing if t.end <= trigger.mark.start)
    return before.actors if told else ()


def of_their_own(view: View, who: Cast) -> Cast:
    """Leave out a post that only the page's country gives a holder: crowds abroad want their own president gone."""
    countries = {m.entity.country for m in _members(who.actors)}
    named = [m.core[0] for m in view.of("country")]
    kept = tuple(
        m for m in who.recipients
        if m.head != "office" or m.entity.country in countries or any(m.start <= at < m.end for at in named)
    )  # fmt: skip
    return Cast(who.actors, kept) if who.actors else who


def is_teller(mention: Mention, inside: Heard) -> bool:
    """Tell whether a pronoun was taken for who speaks, or for a post: «X گفت پس از کشته شدن [او]» is another."""
    entity = mention.entity
    return mention.head == "pronoun" and (entity.id == inside.speaker.id or entity.id.startswith("office:"))


def own_state(inside: Heard, parties: Cast) -> bool:
    """Tell whether a speaker names their own state or government as the actor: the act is the speaker's."""
    return (
        bool(parties.actors)
        and inside.speaker.kind == "person"
        and all(m.entity.kind == "government" and m.entity.country == inside.speaker.country for m in parties.actors)
    )


def speaker_party(view: View, inside: Heard | None, trigger: Trigger, heard: Sequence[Heard]) -> Mention | None:
    """Give the speaker of the statement around a trigger (or whose verb the trigger is) as a party."""
    chosen = inside or next(
        (
            h
            for h in heard
            if h.sentence == view.number and h.verb_span[0] < trigger.end and trigger.start < h.verb_span[1]
        ),
        None,
    )
    if chosen is None or chosen.speaker.is_carrier:
        return None  # who reports is never who acts
    return Mention(*chosen.speaker_span, chosen.speaker_span, chosen.speaker, chosen.rule, "person")


def spoken(view: View, trigger: Trigger, inside: Heard, found: Cast, packs: Packs) -> Cast:
    """Give the cast of a deed told as «I» or «we»: the speaker acts, by «we» also for the state they speak for."""
    speaker = speaker_party(view, inside, trigger, ())
    if speaker is None:
        return found
    state = packs.register.countries.get(speaker.entity.country or "")
    if trigger.first == "many" and trigger.mark.cells["type"] not in VERBAL and state is not None:
        official = speaker.entity.sector == "GOV" or speaker.entity.kind == "government"
        speaker = replace(speaker, entity=state, head="country") if official else speaker
    rest = tuple(m for m in found.actors if m.entity.id != speaker.entity.id)
    others = tuple(m for m in found.recipients if m.entity.id != speaker.entity.id)
    return Cast((*known_by("first_person", (speaker,)), *rest), others)


def claimant(view: View, trigger: Trigger, inside: Heard, packs: Packs) -> tuple[Mention, ...]:
    """Give the armed body that tells of its own blow, without a subject: the speaker, or whose spokesperson speaks.

    «They struck» is anybody, unless they speak, too.
    """
    told = trigger.verbal and trigger.frame in ("attack", "kill") and not (trigger.passive or trigger.relative)
    verbs = (view.text(*inside.verb_span), view.text(trigger.mark.end, trigger.end))
    if not told or len({verb.endswith(_MANY) for verb in verbs}) > 1:
        return ()
    low, high = inside.speaker_span
    bodies = [m for m in view.mentions if low <= m.name[0] and m.name[1] <= high and m.head in ("org", "organ")]
    marks = [m for m in view.of("org") if low <= m.core[0] and m.core[1] <= high]
    if not bodies and marks and marks[-1].cells["id"] in packs.register.organisations:
        body = packs.register.organisations[marks[-1].cells["id"]]
        bodies = [Mention(*marks[-1].core, marks[-1].core, body, marks[-1].rule, "org")]
    return tuple(m for m in bodies[-1:] if m.entity.sector in _ARMED)


_WHILE = frozenset({"meanwhile", "subordinate"})


def still_acting(view: View, trigger: Trigger, last: tuple[Told, Cast]) -> tuple[Mention, ...]:
    """Give who acted in the clause before, if no verb told nowhere has had another subject since.

    «هاجم مسلحون الثكنة، وتصدت لهم [قوات الجيش] وتمكنت من طردهم»: the gunmen drove nobody away.
    """
    told, cast = last
    low = max(end for _, end in told.triggers)
    known = {m.entity.id for m in (*cast.actors, *cast.recipients)}
    for mention in view.mentions:
        behind = low <= mention.start and mention.end <= trigger.start and mention.marker == ""
        other = behind and mention.entity.id not in known
        if other and mention.head in _ACTING and new_clause(view, low, mention):
            return ()
        if other and mention.head in (*_ACTING, "country") and _meanwhile(view, low, mention):
            return ()
    return cast.actors


def _meanwhile(view: View, start: int, mention: Mention) -> bool:
    """Tell whether «while» and a verb stand right before a phrase, whose clause that is: «فيما تسعى [واشنطن]»."""
    return any(
        m.cells["use"] in _WHILE and start <= m.start and m.end <= mention.start
        and len(view.words(m.end, mention.start)) <= 1
        for m in view.of("grammar")
    )  # fmt: skip


def new_clause(view: View, start: int, mention: Mention) -> bool:
    """Tell whether a comma and a word with «and» that is no noun stand close before a phrase: «، وتصدت لهم X»."""
    comma = max(view.doc.folded.rfind(c, start, mention.start) for c in "،,")
    words = view.words(comma, mention.start) if comma >= 0 else []
    if not 1 <= len(words) <= _CLAUSE or view.text(*words[0])[:1] not in _AND:
        return False
    spans = [(m.start, m.end) for m in view.mentions]
    spans += [(m.start, m.end) for kind in ("marker", "grammar") for m in view.of(kind)]
    return not any(low <= words[0][0] < high for low, high in spans)


def named(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
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


def parties(mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Give the parties of a role, one government a country («Iran» and «Iranian officials» are one party).

    A town taken is where it happened, and no party.
    """
    found: dict[str, Party] = {}
    governments: set[str | None] = set()
    for mention in _members([m for m in mentions if m.head != "place" and not _of_reporter(m)]):
        entity = mention.entity
        if entity.kind == "government" and entity.country in governments:
            continue
        if entity.kind == "government":
            governments.add(entity.country)
        found.setdefault(entity.id, _party(mention))
    return tuple(found.values())


def _of_reporter(mention: Mention) -> bool:
    """Tell whether an outlet is only whose reporter was spoken to: «لمراسل [الجوهرة]»."""
    return mention.head == "org" and mention.office in _REPORTERS and mention.marker == "to"


def _party(mention: Mention) -> Party:
    return Party(mention.entity, mention.name, (), mention.entity.role, mention.by, mention.rule)


def known_by(construction: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give parties with the construction that made them so, where no frame did."""
    return tuple(replace(m, by=construction) for m in mentions)
