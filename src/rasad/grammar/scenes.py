"""Places that reports of one page lend each other: of one journey, of one scene of force, of one speech."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.tellings import ids, same_day, sides
from rasad.model import VERBAL, Document, Heard, Mention, Told

_FORCE = frozenset({"ASSAULT", "PROTEST"})
_SPEECH_REACH = 3
"""Sentences behind a demand in which its speaker may be said to have spoken somewhere."""
_CLASH = "clash"
_SCENE_REACH = 2
"""Sentences between deeds of force of one scene."""


def share_places(doc: Document, found: Sequence[Told]) -> Iterator[Told]:
    """Let talks without a place have that of another meeting or visit of the same people on the page.

    What force did to the same people a sentence or two away happened at one place, too.
    """
    for told in found:
        other = _lender(doc, told, found) if told.place is None else None
        spoken = _spoken_at(doc, told) if told.place is None and told.type in VERBAL else None
        if other is not None:
            yield replace(told, place=other.place, place_name=other.place_name)
        else:
            yield replace(told, place=spoken, place_name=spoken.place) if spoken is not None else told


def _spoken_at(doc: Document, told: Told) -> Mention | None:
    """Give where somebody spoke who demanded or condemned: «he said in Paris», in a sentence or two behind it."""
    speakers = {party.entity.id for party in told.actors}
    for heard in doc.heard:
        if heard.speaker.id not in speakers or not 0 <= heard.sentence - told.sentence <= _SPEECH_REACH:
            continue
        start = doc.sentences[heard.sentence].start
        low, high = min(heard.speaker_span[1], heard.verb_span[1]), heard.content[0]
        for mention in doc.mentions:
            if start <= low <= mention.start and mention.end <= high and _free(doc, mention, heard):
                return mention
    return None


def _free(doc: Document, mention: Mention, heard: Heard) -> bool:
    """Tell whether a place behind «in» stands apart from the speaker's post («a commander in Syria»)."""
    if mention.marker != "in" or mention.place is None or mention.head not in ("country", "place"):
        return False
    dated = any(heard.speaker_span[1] <= d.start and d.end <= mention.start for d in doc.dates)
    return dated or heard.speaker_span[1] <= heard.verb_span[0] < mention.start or heard.speaker.id.startswith("per-")


def _lender(doc: Document, told: Told, found: Sequence[Told]) -> Told | None:
    """Give the report whose place is that of another, too."""
    placed = [o for o in found if o.type == told.type and o.place is not None]
    if told.type == "CONSULT":
        return next((o for o in placed if _one_journey(doc, told, o)), None)
    if told.type in _FORCE:
        near = [o for o in placed if _one_scene(told, o)]
        return min(near, key=lambda o: abs(o.sentence - told.sentence), default=None)
    return None


def _one_scene(one: Told, other: Told) -> bool:
    near = abs(one.sentence - other.sentence) <= _SCENE_REACH and one.status == other.status
    mine, theirs = (sides((*t.actors, *t.recipients)) for t in (one, other))
    if other.frame == _CLASH != one.frame and mine and not theirs:
        return False  # air raids on a capital, «while clashes go on» in a province
    return near and (bool(mine & theirs) or not mine or not theirs)


def _one_journey(doc: Document, one: Told, other: Told) -> bool:
    return (
        one.status == other.status
        and bool(ids(one.actors) & ids(other.actors))
        and same_day(doc, one.date_mention, other.date_mention)
    )
