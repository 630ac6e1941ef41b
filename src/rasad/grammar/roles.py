"""Roles: which noun phrase around a trigger is its actor, which its recipient, by the frame's row for each marker."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from rasad.grammar.shapes import Cast, Slots, Trigger
from rasad.model import Mention

_NOBODY = (["enemies"],)
"""Crowds of speeches that are nobody in particular («the enemies», «world arrogance»), as their ids name them."""

_TALKS = frozenset({"meet", "call"})
Frames = Mapping[tuple[str, str, str], tuple[str, str]]


_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP"})
_SOURCE = "office:source:"
_DONE_TO = ("ASSAULT", "COERCE", "SANCTION")
"""Types of deeds that are done to an outlet or its people too."""


def role_of(frames: Frames, frame: str, lang: str, marker: str) -> tuple[str, str]:
    """Give the role a marker carries in a frame and the row that says so; twice "" if it carries none."""
    return frames.get((frame, lang, marker)) or frames.get((frame, "*", marker), ("", ""))


def cast(lang: str, trigger: Trigger, slots: Slots, frames: Frames) -> Cast:
    """Give every party in the trigger's clause its role."""
    actors: list[Mention] = []
    recipients: list[Mention] = []
    adjectives: list[tuple[Mention, str]] = []
    for mention, slot in slots:
        role, row = role_of(frames, trigger.frame, lang, slot)
        mention = replace(mention, by=row)
        if mention.entity.is_carrier and not (role == "recipient" and trigger.mark.cells["type"] in _DONE_TO):
            continue  # who reports is never who acts, but may be struck
        if mention.entity.id.startswith(_SOURCE) and role == "actor" and trigger.mark.cells["type"] in _DONE_TO:
            continue  # «تأكيد للهجوم من مصادر بحرية»
        if mention.entity.id.split(":")[1:2] in _NOBODY and role:
            return Cast()  # rhetoric, no deed: «دشمنان به باورهای مردم حمله می‌کنند»
        if role == "actor" and slot == "from" and mention.entity.sector == "CVL":
            continue  # «مجزرة ضد سكان القطاع من المدنيين»
        if trigger.passive and slot == "subj" and trigger.frame == "mobilize" and mention.entity.sector in _ARMED:
            role = "actor"  # «نیروهای حشد شعبی به منطقه اعزام شدند»
        elif trigger.passive and slot == "subj":
            role, mention = "recipient", replace(mention, by="passive_subject")
        if trigger.passive and slot == "gen" and trigger.frame == "attack":
            role, mention = "actor", replace(mention, by="passive_agent")
        if trigger.frame in _TALKS and role and mention.entity.sector == "JRN" and slot != "subj":
            return Cast()  # who speaks to reporters holds no talks
        if not role or (mention.head == "place" and not (role == "recipient" and trigger.frame in ("attack", "kill"))):
            continue
        if mention.head == "adjective":
            adjectives.append((mention, role))
        else:
            (actors if role == "actor" else recipients).append(_townspeople(mention))
    before: Mention | None = None
    for mention, role in adjectives:
        second = mention.start < mention.name[0] and actors[-1:] == [before]  # «الهجمات الأمريكية والإسرائيلية»
        if role == "actor" and (not actors or second):
            actors.append(mention)
            before = mention
        elif role == "recipient" and not recipients:
            recipients.append(mention)
    recipients = [r for r in _named_people(recipients) if not _own(r, actors)]
    return Cast(_members(actors), _members([r for r in recipients if r.entity.id not in {a.entity.id for a in actors}]))


def _townspeople(mention: Mention) -> Mention:
    """Take a town that was struck for its people: a place is no party."""
    if mention.head != "place":
        return mention
    return replace(mention, entity=replace(mention.entity, kind="population"))


def _own(mention: Mention, actors: list[Mention]) -> bool:
    """Tell whether a state stands for its own government («استعادت حكومة دمشق السيطرة على سوريا»)."""
    return mention.head in ("country", "adjective") and any(
        a.entity.kind == "government" and a.entity.country == mention.entity.country for a in actors
    )


def _named_people(recipients: list[Mention]) -> list[Mention]:
    """Leave out the people of a town where somebody of that country is named as hit."""
    named = {r.entity.country for r in recipients if r.head != "place"}
    return [r for r in recipients if r.head != "place" or r.entity.country not in named]


def _members(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Take out repeated entities."""
    return tuple({m.entity.id: m for m in reversed(mentions)}.values())[::-1]
