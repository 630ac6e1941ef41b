"""What the grammars of both languages give: cues of saying, contents, triggers in their clauses, casts."""

from msgspec import Struct

from rasad.model import Mark, Mention, Span

SPEAKERS = frozenset({"person", "office", "organ", "org", "group", "country", "pronoun", "both"})
"""Heads of noun phrases that can speak."""

PARTIES = SPEAKERS | {"adjective"}
"""Heads of noun phrases that can be a party; places only as the target of force."""

JOINT = frozenset({"meet", "call", "visit", "agree", "sign", "ready", "promise", "multilateral", "host", "drill"})
"""Frames whose noun takes the subject of its sentence («در دیدار با X»)."""

Slots = list[tuple[Mention, str]]
"""Noun phrases of a clause with their slots: a marker, or `subj`, `obj`, `gen` for bare ones."""


class Cue(Struct, frozen=True):
    """A verb of saying: [start, end) with its light verb, and the ways its content may follow."""

    start: int
    end: int
    mark: Mark
    ways: frozenset[str]
    stance: str
    finite: bool
    core: Span


class Content(Struct, frozen=True):
    """The span of what was said, whether it is direct, and by which way it was found."""

    start: int
    end: int
    direct: bool
    way: str


class Trigger(Struct, frozen=True):
    """A trigger in its clause: [start, end) with its light verb, `window` the clause, and how it is used."""

    mark: Mark
    start: int
    end: int
    window: Span
    verbal: bool
    passive: bool
    planned: bool
    negated: bool
    infinitive: bool = False
    anaphoric: bool = False
    relative: bool = False
    needed: bool = False
    subjunctive: bool = False
    tense: str = ""
    tied: bool = False
    """Whether a noun's own relative clause tells who did it («الاتهامات التي وجهتها X»)."""
    means: bool = False
    """Whether the subject of the clause does by the way what the noun names: «با [انتقاد] از X گفت»."""
    first: str = ""
    """`one` for «I», `many` for «we» as the ending of the verb: whoever speaks acts."""
    floor: int = 0
    """Where a subject of an earlier clause may stand at the earliest: in a statement, not before its content."""

    @property
    def nominal(self) -> bool:
        """Whether the trigger is a noun without a verb of its own."""
        return not self.verbal

    @property
    def frame(self) -> str:
        return self.mark.cells["frame"]


class Cast(Struct, frozen=True):
    """The parties of one trigger, in order, and the subject among them."""

    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    rules: tuple[str, ...] = ()


def cue_of(mark: Mark, end: int, finite: bool = True) -> Cue:
    """Make the cue of a mark of saying."""
    return Cue(mark.start, end, mark, frozenset(mark.cells["content"].split()), mark.cells["stance"], finite, mark.core)
