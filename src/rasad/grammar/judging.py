"""Whether a trigger tells an event: a thing done, by somebody, and not only named, recalled, demanded or habitual."""

from collections.abc import Sequence

from rasad.grammar.shapes import Cast, Trigger
from rasad.grammar.view import View, tight
from rasad.model import VERBAL, Entity, Heard, Mention, Span

_NEEDS_ACTOR = VERBAL | {"CONSULT"}
_SIDES = 2
_SINCE = frozenset({"since", "since_deed"})
_NOUNS = frozenset({"noun", "masdar"})
_DEEDS = frozenset({"agree", "sign"})
"""Frames of verbal types whose noun is a deed («the agreement between X and Y»)."""
_BLAMING = frozenset({"condemns", "threatens"})
_GOOD = frozenset({"SUPPORT", "AGREE", "COOPERATE", "AID"})
"""Types that nobody does by blaming: «accused of support for» supports nobody."""
_BY_THE_WAY = frozenset({"praise", "accuse", "condemn", "complain", "support"})
"""Frames of acts that a speaker does by the way («با [تقدیر] از X گفت»)."""
VOWS = frozenset({"ready", "promise"})
"""Frames by which a speaker binds their own side, in whatever tense."""
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
_ASKING = ("؟", "?")
_MARK = 4
"""Code points at the end of a sentence in which a mark of question stands."""
_LASTING = frozenset({"SUPPORT", "COOPERATE", "AID", "ASSAULT", "THREATEN"})
"""Types whose present tense tells a state of affairs («ایران از X حمایت می‌کند»), not an event."""


_OPENING = 1
"""Words before the state that opens what is said."""
_SAID = frozenset({"condemn", "praise", "congratulate"})
"""Frames of acts that are done by saying «we do»."""


def told_as_fact(view: View, trigger: Trigger, inside: Heard | None, kind: str) -> bool:
    """Tell whether a trigger tells an event, and does not only name, recall, demand or describe one."""
    if trigger.relative and not _recent(view, trigger, kind):
        return False
    if trigger.mark.morph == "present" and trigger.mark.prefix[-1:] in ("ن", "ا"):
        return False
    if not trigger.nominal:
        return _happened(view, trigger, inside, kind)
    if trigger.anaphoric:
        return kind not in VERBAL  # «این مذاکرات»: recalls an event, and may add to it
    if trigger.needed:
        return False
    if trigger.frame == "blame":
        return inside is not None
    opens = inside is not None and heads(view, trigger, inside)
    if inside is not None and (inside.stance == "demands" or (inside.stance in _BLAMING and kind in _GOOD)):
        return False
    if kind in VERBAL | {"COOPERATE", "AID"} and trigger.frame not in _DEEDS:
        return opens or trigger.tied or (trigger.means and trigger.frame in _BY_THE_WAY)
    return trigger.mark.cells["need"] not in ("verb", "verb:recipient") or opens


def asked(view: View, trigger: Trigger) -> bool:
    """Tell whether a question only asks for a deed: «آیا X به Y [حمله] می‌کند؟», «[مذاکره] X و Y صحت دارد؟»."""
    end = view.text(max(view.start, view.end - _MARK), view.end).rstrip(' »"”')
    if not end.endswith(_ASKING):
        return False
    return trigger.nominal or any(m.cells["use"] == "whether" for m in view.of("grammar"))


def since_then(view: View, trigger: Trigger) -> bool:
    """Tell whether «since» governs a noun of deed, which is then the background of what is told («منذ [الضربات]»)."""
    if not trigger.nominal or trigger.mark.morph not in _NOUNS:
        return False
    words = (m for m in view.of("grammar") if m.cells["use"] in _SINCE)
    return any(tight(view.doc.folded, m.end, trigger.start) for m in words)


def _recent(view: View, trigger: Trigger, kind: str) -> bool:
    """Tell whether a relative clause tells a deed of its own with its day («الذي اغتيل أمس»), and no mere trait."""
    if trigger.nominal or trigger.tense.startswith("present") or kind not in _FORCE:
        return False
    return any(trigger.mark.start <= d.start and d.kind != "year" for _, d in view.dates)


def _happened(view: View, trigger: Trigger, inside: Heard | None, kind: str) -> bool:
    """Tell whether a verb tells a thing done: no habit, no opinion on what others generally do, no running count."""
    if trigger.tense.startswith("present") and kind in _LASTING:
        return False
    if trigger.frame == "killed" and "شده" in trigger.mark.suffix and not view.dates:
        return False
    if trigger.frame in VOWS:
        return not trigger.subjunctive
    if trigger.first == "many" and trigger.tense == "present" and kind == "CONSULT":
        return False  # «جلسه‌های خود را برگزار می‌کنیم»
    opinion = inside is not None and not heads(view, trigger, inside) and inside.verb_span != trigger.mark.core
    if inside is not None and trigger.frame in _SAID and trigger.tense == "present":
        opinion = opinion and trigger.first != "many" and not _for_the_state(view, inside)
    return not (
        opinion
        and kind in VERBAL | {"COOPERATE", "AID"}
        and trigger.tense.startswith(("present", "future", "subjunctive"))
    )


def _for_the_state(view: View, inside: Heard) -> bool:
    """Tell whether what is said opens with the speaker's own state: «گفت: [ایران] این حمله را محکوم می‌کند» does it."""
    start = inside.content[0]
    first = next((m for m in view.mentions if m.start >= start), None)
    near = first is not None and first.marker == "" and len(view.words(start, first.start)) <= _OPENING
    return first is not None and near and first.head == "country" and first.entity.country == inside.speaker.country


def heads(view: View, trigger: Trigger, inside: Heard) -> bool:
    """Tell whether a trigger opens what is said («بر [حمایت] از X تاکید کرد»): then the saying is the act."""
    start = inside.content[0]
    led = (
        trigger.nominal
        and trigger.frame == "request"
        and any(start <= m.start and m.end <= trigger.mark.start for m in view.mentions)
    )  # «الحكومة مطالبة بالرد»
    return start <= trigger.mark.end and not led and len(view.text(start, trigger.mark.start).split()) <= 1


def stands(kind: str, cells: dict[str, str], trigger: Trigger, parties: Cast, placed: bool) -> bool:
    """Tell whether a trigger has what its row and its type ask for; `placed` tells that the place is known."""
    number = len(parties.actors) + len(parties.recipients)
    if trigger.negated and kind in VERBAL:
        return False
    if kind == "CONSULT" and number < (1 if trigger.verbal else 2) and not any(m.members for m in parties.actors):
        lone = cells["mode"] in ("multilateral", "visit") and trigger.frame != "host"
        return lone and cells["need"] == "any" and number >= 1
    if kind == "PROTEST" and parties.actors and all(m.entity.sector in ("MIL", "COP") for m in parties.actors):
        return False  # soldiers who break doors do not demonstrate
    ground = trigger.frame == "retreat" and cells["mode"] != "resign"
    if ground and parties.actors and not any(_has_forces(m.entity) for m in parties.actors):
        return False  # candidates withdraw, guests leave
    leaves = (cells["mode"], cells["need"]) == ("withdraw", "parties")
    lone = leaves and all(m.entity.kind == "person" for m in parties.actors)
    if trigger.frame == "retreat" and parties.actors and lone:
        return False  # an emir who leaves a summit gives up no ground
    if kind == "COOPERATE" and not (parties.actors and number >= _SIDES) and not any(m.members for m in parties.actors):
        return False  # nobody cooperates alone
    if trigger.frame == "release" and any(m.head == "country" for m in parties.recipients):
        return False  # «ایران از محدودیت‌ها رها شد»
    people = [m for m in (*parties.actors, *parties.recipients) if m.head != "place"]
    if kind == "CONSULT" and all(m.entity.kind == "population" for m in people):
        return False  # relatives who visit prisoners
    if kind in _NEEDS_ACTOR and not parties.actors:
        return False
    if kind == "CONSULT" and all(_is_private(m) for m in parties.actors):
        return False  # a mother who visits her son in prison
    if cells["need"] == "crowd":
        return any(m.entity.id.split(":")[:2] in _PROTESTERS for m in parties.actors)
    if trigger.frame == "visit" and not any(_travels(m) for m in parties.actors):
        return False
    if trigger.frame == "visit" and all(m.entity.sector == "MIL" and m.head != "person" for m in parties.actors):
        return False  # a fleet that comes is no guest
    several = any(m.members or m.entity.sector == "IGO" for m in parties.actors)  # «توافق اوپک»
    if cells["need"] == "sides" and number < _SIDES and not any(m.members for m in parties.actors):
        return False
    if trigger.frame in _DEEDS and trigger.nominal and number < _SIDES and not several:
        return False  # «توافق هسته‌ای ایران»: a label
    if cells["need"] in ("recipient", "verb:recipient"):
        return bool(parties.recipients)
    bomb = trigger.frame == "explode" and trigger.verbal and cells["mode"] == "explosives"
    if cells["need"] == "any" or bomb:
        return number > 0 or (placed and kind in _PLACED) or (trigger.verbal and trigger.frame in _TOLLS)
    return number > 0


def _has_forces(entity: Entity) -> bool:
    """Tell whether somebody can hold ground and leave it: a state, forces, an armed group."""
    return entity.kind in ("government", "group") or entity.sector in _FORCES


_FORCES = frozenset({"GOV", "MIL", "COP", "REB", "UAF", "PRM", "OPP"})


def _travels(mention: Mention) -> bool:
    """Tell whether somebody's journey is news of politics: not a crowd's, nor that of a mere name."""
    private = mention.entity.id.startswith("page:") and mention.office is None
    return mention.head not in ("country", "place") and mention.entity.kind != "population" and not private


def _is_private(mention: Mention) -> bool:
    """Tell whether somebody is a mere name, or people of no weight."""
    return (mention.entity.id.startswith("page:") and mention.office is None) or mention.entity.kind == "population"


_PROTESTERS = (["group", "protesters"], ["group", "demonstrators"])
"""Crowds that only have to gather to demonstrate («تجمع المتظاهرون»), as their ids name them."""
_TOLLS = frozenset({"kill", "killed", "toll"})
"""Frames whose verb tells an attack by its victims, also when they are only counted («twenty were killed»)."""


def tolled(view: View, trigger: Trigger) -> bool:
    """Tell whether the sentence counts the dead of an attack, so that it is one though it names nobody."""
    return trigger.mark.cells["type"] == "ASSAULT" and any(
        m.cells["frame"] in _TOLLS and m.core != trigger.mark.core for m in view.of("trigger")
    )


_PLACED = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types of which a noun with a place tells an event though it names nobody («the explosions in Brussels»)."""


def speech_around(span: Span, heard: Sequence[Heard]) -> Heard | None:
    """Give the innermost statement whose content holds the span."""
    around = [h for h in heard if h.content[0] <= span[0] and span[1] <= h.content[1]]
    return min(around, key=lambda h: h.content[1] - h.content[0], default=None)
