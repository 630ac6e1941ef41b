"""Find what the page says of each event: type, parties, place, status, source, and every place that tells it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.circumstances import anew, attribution, clock, date, is_past, status
from rasad.grammar.hosts import with_state
from rasad.grammar.judging import VOWS, asked, heads, since_then, speech_around, told_as_fact
from rasad.grammar.languages import GRAMMARS
from rasad.grammar.narrative import with_partner
from rasad.grammar.parties import (
    ADDRESSED,
    addressed,
    claimant,
    is_teller,
    known_by,
    named,
    of_their_own,
    own_state,
    parties,
    recalled,
    speaker_party,
    spoken,
    still_acting,
    this_blow,
)
from rasad.grammar.reasons import Why, uncounted, untold
from rasad.grammar.roles import cast
from rasad.grammar.scenes import share_places
from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.sites import place, recalled_at
from rasad.grammar.standing import in_role
from rasad.grammar.tellings import merge, one_main, with_mentions
from rasad.grammar.topics import digest, headline_page, sports_page
from rasad.grammar.triggers import find_triggers, turned
from rasad.grammar.victims import at_home
from rasad.grammar.view import View, reaching, views
from rasad.model import VERBAL, Document, Heard, Mention, Note, Span, Told, Trial
from rasad.packs import Packs

_ANNOUNCED = frozenset({"AID", "COOPERATE", "MOBILIZE", "CONCEDE", "SANCTION", "RETREAT"})
"""Types of deeds that a body tells of itself."""
_WATCHERS = frozenset({"NGO", "IGO", "JRN", "EDU"})
"""Sectors of bodies that warn of what others do."""
_TOWARDS = ("", "to", "on", "obj", "against")
"""Markers of those whom the words of a threat are about."""
_FAR = 40
"""Code points between a noun and its verb from which both places tell the event."""
TREATIES = frozenset({"agree", "sign"})
"""Frames whose parties are all actors: whom the words name besides is no recipient."""


def find_reports(doc: Document, packs: Packs) -> Document:
    """Find the reports of the page, each event once, with every place that tells it."""
    if doc.lang not in packs.lexicons:
        return doc
    if sports_page(doc):
        sport = Note(0, len(doc.reading), "a page of sport: its meetings and attacks are no events")
        return replace(doc, notes=(*doc.notes, sport))
    found: list[tuple[Told, Cast]] = []
    trials: list[Trial] = []
    strung = headline_page(doc)
    every, said = tuple(views(doc)), (*doc.heard, *doc.asides)
    reached = reaching(doc, (heard.content for heard in said))
    for view in every:
        heard = [said[n] for n in reached[view.number]]
        for one in _reports(view, strung or digest(view), heard, found, trials, packs):
            found.append(one)
    tellings = [told for told, _ in found]
    merged = merge(doc, tellings, {i for i, s in enumerate(doc.sentences) if s.part == "title"})
    placed = at_home(list(share_places(doc, merged)), every, packs)
    told = tuple(with_mentions(doc, one_main(list(placed))))
    tried = sorted((*trials, *_unheard(tellings, told)), key=lambda t: t.span)
    return replace(doc, told=told, trials=tuple(tried))


Before = tuple[Told, Cast] | None
"""What was told last, with whom."""


def _unheard(found: Sequence[Told], told: Sequence[Told]) -> Iterator[Trial]:
    """Give the tellings that no report took in: echoes of nothing, and what a title says alone."""
    heard = {span for report in told for span in report.triggers}
    for telling in found:
        if telling.triggers[0] not in heard:
            why = {"full": Why.TITLE, "echo": Why.RECALLED, "joins": Why.ONLY_NAMED}.get(telling.weight, Why.NO_ACTOR)
            yield Trial(telling.triggers[0], telling.sentence, why)


def _reports(
    view: View, strung: bool, heard: Sequence[Heard], before: Sequence[tuple[Told, Cast]], trials: list[Trial],
    packs: Packs,
) -> Iterator[tuple[Told, Cast]]:  # fmt: skip
    """Give the reports of a sentence, none if it strings headlines; `before` grows as they are taken."""
    for trigger in find_triggers(view, GRAMMARS[view.doc.lang].read_trigger):
        told = Why.DIGEST if strung else _report(view, trigger, heard, before, packs)
        if isinstance(told, Why):
            trials.append(Trial(trigger.mark.core, view.number, told))
        else:
            yield told


def _report(
    view: View, trigger: Trigger, heard: Sequence[Heard], before: Sequence[tuple[Told, Cast]], packs: Packs
) -> tuple[Told, Cast] | Why:
    """Make the report of one trigger, or say why it does not stand up."""
    last = before[-1] if before else None
    inside = speech_around(trigger.mark.core, heard)
    meant = turned(view, _within(trigger, inside))
    if meant is None:
        return Why.NOT_DONE
    trigger = meant
    cells, kind = trigger.mark.cells, trigger.mark.cells["type"]
    if asked(view, trigger):
        return Why.ONLY_NAMED
    if trigger.first and inside is None:
        return Why.FIRST_PERSON
    if not told_as_fact(view, trigger, inside, kind):
        return untold(trigger, inside)
    who = with_partner(view, trigger, _who(view, trigger, inside, heard, last, packs), before, packs)
    how, shown = status(view, trigger)
    where = place(view, trigger, who, kind, packs.register) or _arrived(view, kind, last)
    weight = _weight(view, trigger, how, uncounted(view, trigger, who, how, where, packs.posts))
    if isinstance(weight, Why):
        return weight
    where = recalled_at(view, trigger, where) if weight == "echo" else where
    told = Told(
        type=kind, mode=cells["mode"] or None, status=how, actors=parties(named(who.actors)),
        recipients=parties(who.recipients), triggers=_places(view, trigger),
        attribution=attribution(view, inside, who, kind, how), rule=trigger.mark.rule, sentence=view.number,
        place=where, place_name=where.place if where else None, date_mention=date(view, trigger),
        clock=clock(view, trigger), rules={"trigger": trigger.mark.rule, "status": shown}, weight=weight,
        frame=trigger.frame, anew=anew(view, trigger), past=is_past(view, trigger),
    )  # fmt: skip
    told = _as_consult(told)
    return with_state(told, packs.register) if GRAMMARS[view.doc.lang].verb_last else told, who


def _arrived(view: View, kind: str, last: Before) -> Mention | None:
    """Give where somebody had just come to in the same sentence («وارد شیلی شد و بازداشت شد»)."""
    if last is None or kind in VERBAL or last[0].sentence != view.number or last[0].mode != "visit":
        return None
    return last[0].place


def _places(view: View, trigger: Trigger) -> tuple[Span, ...]:
    """Give where the event is told: the trigger, and a verb that lifts a noun from before it, or far behind it."""
    before = view.words(trigger.start, trigger.mark.start)[:1] if trigger.start < trigger.mark.start else []
    behind = view.words(trigger.mark.end, trigger.end)[-1:]
    return (trigger.mark.core, *before, *(verb for verb in behind if verb[0] - trigger.mark.end > _FAR))


def _weight(view: View, trigger: Trigger, how: str, why: Why | None) -> str | Why:
    """Tell whether a trigger tells an event by itself, recalls one, or waits for one that names its parties."""
    if trigger.anaphoric and trigger.mark.morph in ("noun", "masdar"):
        return "echo"
    if why is None:
        return "joins" if since_then(view, trigger) else "full"
    waits = trigger.mark.cells["type"] == "CONSULT" and how == "actual" and date(view, trigger) is not None
    return "pending" if waits else why


def _within(trigger: Trigger, inside: Heard | None) -> Trigger:
    """Keep the clause of a trigger inside the statement it stands in: the speaker's own phrase is no party of it."""
    if inside is None:
        return trigger
    low = max(trigger.window[0], inside.content[0])
    high = min(trigger.window[1], max(inside.content[1], trigger.end))
    return replace(trigger, window=(low, max(low, high)), floor=inside.content[0])


def _who(
    view: View, trigger: Trigger, inside: Heard | None, heard: Sequence[Heard], last: Before, packs: Packs
) -> Cast:
    """Give the parties: by the frame, else the speaker of an act of speech, else who acted in the clause before."""
    grammar = GRAMMARS[view.doc.lang]
    kind, frame = trigger.mark.cells["type"], trigger.frame
    found = in_role(view, trigger, cast(view.doc.lang, trigger, grammar.slots(view, trigger), packs.frames), packs)
    if trigger.first and inside is not None and not trigger.passive:
        found = spoken(view, trigger, inside, found, packs)
    if inside is not None and kind not in VERBAL and grammar.verb_last and not trigger.first:
        found = Cast(found.actors, tuple(r for r in found.recipients if not is_teller(r, inside)))
    binding = inside is None or heads(view, trigger, inside) or frame in VOWS or (frame == "blame" and found.recipients)
    did = not grammar.verb_last and not binding and trigger.mark.morph == "past"  # «قال مسؤول إن حكومته طلبت»
    theirs = all(m.head == "country" for m in found.actors) and inside is not None and own_state(inside, found)
    binding = binding or (grammar.verb_last and trigger.verbal and kind in VERBAL and theirs)  # «گفت ایران آماده است»
    if kind in VERBAL and inside is not None and own_state(inside, found) and not did:
        found = Cast((), found.recipients)
    if kind in VERBAL and not found.actors and binding and not trigger.passive:
        speaker = speaker_party(view, inside, trigger, heard)
        if speaker is not None:
            others = tuple(r for r in found.recipients if r.entity.id != speaker.entity.id)
            found = Cast(known_by("speaker", (speaker,)), others)
    if kind in _ANNOUNCED and not found.actors and inside is not None and (trigger.nominal or found.recipients):
        found = _announced(view, trigger, inside, found)
    if kind == "ASSAULT" and inside is not None and not found.actors and grammar.verb_last:
        found = Cast(known_by("claimant", claimant(view, trigger, inside, packs)), found.recipients)
    verb = trigger.verbal and not trigger.passive and trigger.mark.morph != "noun" and frame != "killed"
    verb = verb and not (trigger.subjunctive and grammar.verb_last)  # «از آنها خواست گروگان‌ها را آزاد کنند»
    verb = verb and not grammar.has_own(view, trigger.start)
    if not found.actors and last is not None and last[0].sentence == view.number and verb and not trigger.relative:
        taken = {r.entity.id for r in found.recipients}
        doers = last[1].actors if grammar.verb_last else still_acting(view, trigger, last)
        same = [a for a in doers if a.entity.id not in taken and grammar.goes_on(view, trigger, a)]
        found = Cast(known_by("same_subject", same), found.recipients)
    if kind == "ASSAULT" and not found.actors and inside is None and last is not None and last[0].type == kind:
        found = Cast(known_by("recalled", this_blow(view, trigger, last[1])), found.recipients)
    if kind in ADDRESSED and found.actors and not found.recipients:
        found = Cast(found.actors, _whom(view, trigger, found.actors, last))
    if kind == "PROTEST" and not found.recipients:
        found = Cast(found.actors, known_by("recalled", recalled(view, trigger, found.actors, last)))
    return of_their_own(view, found) if kind == "PROTEST" else found


def _whom(view: View, trigger: Trigger, actors: tuple[Mention, ...], last: Before) -> tuple[Mention, ...]:
    """Give whom an act of speech is about where no marker says it: what it recalls, or whom its words name."""
    if trigger.frame in TREATIES:
        return ()
    recall = recalled(view, trigger, actors, last)
    if recall:
        return known_by("recalled", recall)
    found = addressed(view, trigger, actors)
    if not GRAMMARS[view.doc.lang].verb_last:
        found = tuple(m for m in found if m.head == "country")  # a verb that comes first has its object near
    whom = tuple(m for m in found if (m.marker, m.head) != ("in", "org"))
    if trigger.mark.cells["type"] == "THREATEN" and GRAMMARS[view.doc.lang].verb_last:
        alarm = any(a.entity.sector in _WATCHERS for a in actors)  # «دیده‌بان هشدار داد [مقامات] ...» threatens nobody
        whom = () if alarm else tuple(m for m in whom if m.marker in _TOWARDS)  # «بدون توافق با [بروکسل]»
    before = last is not None and last[0].sentence == view.number
    called = last is not None and last[0].type in VERBAL - {"AGREE", "SUPPORT"}
    again = trigger.mark.morph == "participle" or GRAMMARS[view.doc.lang].points_back(trigger.mark)
    if not whom and last is not None and called and before and again:
        return known_by("same_object", last[1].recipients)  # «دعا تركيا ... محذرا»: who is called upon is warned, too
    return known_by("addressed", whom)


def _announced(view: View, trigger: Trigger, inside: Heard, found: Cast) -> Cast:
    """Give a body that tells of a deed as its doer («بانک جهانی از [اعطای وام] به X خبر داد»)."""
    body = inside.speaker.kind in ("organization", "government", "group") and heads(view, trigger, inside)
    speaker = speaker_party(view, inside, trigger, ()) if body else None
    return Cast(known_by("announcer", (speaker,)), found.recipients) if speaker is not None else found


def _as_consult(told: Told) -> Told:
    """In CONSULT every participant is an actor."""
    if told.type != "CONSULT":
        return told
    body = [p for p in (*told.actors, *told.recipients) if p.entity.sector == "IGO" and p.entity.kind == "organization"]
    if told.mode == "meeting" and len(body) == len(told.actors) + len(told.recipients) == 1:
        # A body of states meets by itself: «أجرى مجلس الأمن مناقشات».
        told = replace(told, mode="multilateral", rules={**told.rules, "mode": "assembly"})
    known = {p.entity.id for p in told.actors}
    return replace(
        told, actors=(*told.actors, *(r for r in told.recipients if r.entity.id not in known)), recipients=()
    )
