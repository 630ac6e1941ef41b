"""What a telling has from those before it: the other side of the talks it was said in, the time of a background."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from rasad.grammar.parties import known_by
from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View
from rasad.model import VERBAL, Document, Mention, Told
from rasad.packs import Packs

Tellings = Sequence[tuple[Told, Cast]]

_TO_PARTNERS = frozenset({"ready", "promise", "request"})
"""Frames of acts of speech that are put to whom one talks with."""
_TALK_REACH = 6
"""Sentences behind talks in which what a side says is still said to the other."""


def with_partner(view: View, trigger: Trigger, who: Cast, before: Tellings, packs: Packs) -> Cast:
    """Give a demand or an offer without an addressee the other side of the talks that its speaker holds.

    A state takes the offer, a person the demand: «در دیدار با نخست‌وزیر عراق گفت ایران آماده است ...» is put to Iraq.
    """
    if trigger.frame not in _TO_PARTNERS or who.recipients or len(who.actors) != 1:
        return who
    speaker = who.actors[0].entity
    for told, cast in reversed(before):
        if told.type != "CONSULT" or speaker.id not in {p.entity.id for p in told.actors}:
            continue
        others = [m for m in (*cast.actors, *cast.recipients) if m.entity.id != speaker.id and m.head != "place"]
        far = view.number - told.sentence > _TALK_REACH
        if far or len(others) != 1 or others[0].members or others[0].entity.country == speaker.country:
            return who
        other = _state(others[0], packs) if trigger.frame != "request" else others[0]
        return Cast(who.actors, known_by("partner", (other,)))
    return who


def _state(mention: Mention, packs: Packs) -> Mention:
    """Give the state that somebody speaks for."""
    state = packs.register.countries.get(mention.entity.country or "")
    return replace(mention, entity=state) if state is not None and mention.entity.kind == "person" else mention


def in_background(doc: Document, told: Sequence[Told]) -> frozenset[int]:
    """Give the numbers of the deeds that go on with a background told right before them, of the same people.

    «He was arrested in 2011. He has been sentenced to life»: the sentence is no news either.
    """
    found: set[int] = set()
    for number, (last, report) in enumerate(pairwise(told), start=1):
        over = last.status == "historical" or number - 1 in found
        if over and _goes_on(doc, last, report):
            found.add(number)
    return frozenset(found)


def _goes_on(doc: Document, last: Told, report: Told) -> bool:
    """Tell whether a deed without a day, told once, follows another of the same people in a paragraph."""
    if report.status != "actual" or report.type in VERBAL or report.date_mention is not None:
        return False
    if report.main or len(report.triggers) > 1 or report.sentence - last.sentence > 1:
        return False
    known = {p.entity.id for p in (*last.actors, *last.recipients)}
    same = doc.sentences[last.sentence].paragraph == doc.sentences[report.sentence].paragraph
    return same and any(p.entity.id in known for p in (*report.actors, *report.recipients))
