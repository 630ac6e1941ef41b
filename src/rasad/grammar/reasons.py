"""Why words that could tell an event do not: one name for each place at which a trigger falls."""

from enum import StrEnum

from rasad.grammar.judging import VOWS, stands, tolled
from rasad.grammar.notable import notable
from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.topics import accident, advice, crime, police_work, political
from rasad.grammar.triggers import negated_before
from rasad.grammar.view import View
from rasad.model import VERBAL, Heard, Mark, Mention


class Why(StrEnum):
    """Reasons in order: the later, the nearer the words came to a report. Of several in a sentence the last is told."""

    NO_TRIGGER = "no trigger"
    DIGEST = "a row of headlines"
    NOT_DONE = "trigger only named, asked for or meant, not done"
    DEMANDED = "demanded, not done"
    ONLY_NAMED = "named by a noun that no verb tells"
    BACKGROUND = "background: told in a relative clause"
    LASTING = "a lasting state, no event"
    OPINION = "an opinion on what is done, no event"
    NO_SPEAKER = "blame without a speaker"
    FIRST_PERSON = "told as «I» or «we», and nobody is known to speak"
    RECALLED = "recalls an event that the page does not tell"
    ACCIDENT = "an accident"
    CRIME = "a common crime"
    NOT_POLITICAL = "topic not political: companies or private people among themselves"
    NEGATED = "negated"
    NO_WEIGHT = "nobody of weight takes part"
    NO_HOST = "a journey without a place, a guest or a host"
    HYPOTHETICAL = "hypothetical"
    NO_RECIPIENT = "trigger but no recipient"
    NO_ACTOR = "trigger but no actor"
    TITLE = "told by the title alone"


_VISIT_PARTIES = 2
"""A visit without a place needs a guest and a host."""
STRENGTH = {why: number for number, why in enumerate(Why)}


def unread(view: View, mark: Mark) -> Why:
    """Name the reason for which a trigger is not even read: negated before it, in it, or by the next light verb."""
    if negated_before(view, mark.start) or (mark.morph == "past" and mark.prefix.startswith("ن")):
        return Why.NEGATED
    light = next((m for m in view.of("light") if m.start >= mark.end), None)
    return Why.NEGATED if light is not None and light.cells["tense"].endswith("-neg") else Why.NOT_DONE


def untold(trigger: Trigger, inside: Heard | None) -> Why:
    """Name the reason for which a trigger is not told as a fact."""
    if trigger.relative:
        return Why.BACKGROUND
    if trigger.negated or (trigger.mark.morph == "present" and trigger.mark.prefix[-1:] in ("ن", "ا")):
        return Why.NEGATED
    if trigger.verbal:
        if trigger.frame in VOWS or trigger.subjunctive:
            return Why.HYPOTHETICAL
        return Why.OPINION if inside is not None else Why.LASTING
    if trigger.anaphoric:
        return Why.RECALLED
    if trigger.frame == "blame":
        return Why.NO_SPEAKER
    wanted = trigger.needed or (inside is not None and inside.stance == "demands")
    return Why.DEMANDED if wanted else Why.ONLY_NAMED


def uncounted(
    view: View, trigger: Trigger, who: Cast, how: str, where: Mention | None, posts: frozenset[str]
) -> Why | None:
    """Give why what is told as a fact is no event of politics, or lacks the parties of its type; None if it counts."""
    kind = trigger.mark.cells["type"]
    if accident(view, trigger, who):
        return Why.ACCIDENT
    if crime(view, kind, who) or police_work(view, trigger, who):
        return Why.CRIME
    if (kind not in ("ASSAULT", "PROTEST") and not political(who)) or advice(view, trigger, who):
        return Why.NOT_POLITICAL
    if not notable(view.doc, who, trigger, where, posts):
        return Why.NO_WEIGHT
    if not stands(kind, trigger.mark.cells, trigger, who, where is not None or tolled(view, trigger)):
        if trigger.negated and kind in VERBAL:
            return Why.NEGATED
        return Why.NO_RECIPIENT if who.actors else Why.NO_ACTOR
    if how == "hypothetical" and not (who.actors and who.recipients and trigger.verbal):
        return Why.HYPOTHETICAL
    return Why.NO_HOST if trigger.frame == "visit" and not _hosted(who, where) else None


def _hosted(who: Cast, where: Mention | None) -> bool:
    """Tell whether a journey has a guest, and a place or a host: nobody is a guest in their own country."""
    everybody = (*who.actors, *who.recipients)
    if where is None:
        return len(everybody) >= _VISIT_PARTIES
    guests = [m for m in everybody if m.entity.kind != "population" and not _is_host(m, where) and not _is_nobody(m)]
    return bool(guests) or any(m.members for m in everybody)


def _is_nobody(mention: Mention) -> bool:
    """Tell whether a guest is a private person: without a post, and in no register."""
    return mention.entity.id.startswith("page:") and mention.office is None


def _is_host(mention: Mention, where: Mention) -> bool:
    """Tell whether a party is the very state or town where the journey leads, or somebody who comes home."""
    land = where.place.country if where.place else None
    if mention.entity.kind == "person":
        return land is not None and mention.entity.country == land
    return mention.head in ("country", "place") and (mention.name == where.name or mention.entity.country == land)
