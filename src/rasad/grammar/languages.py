"""The grammars by language. A new language is a folder beside `fa` and `ar` and one line here."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from rasad.grammar.ar import agreement as ar_agreement
from rasad.grammar.ar import cues as ar_cues
from rasad.grammar.ar import gaps as ar_gaps
from rasad.grammar.ar import roles as ar_roles
from rasad.grammar.ar import speech as ar_speech
from rasad.grammar.ar import subjects as ar_subjects
from rasad.grammar.ar import triggers as ar_triggers
from rasad.grammar.fa import cues as fa_cues
from rasad.grammar.fa import roles as fa_roles
from rasad.grammar.fa import speech as fa_speech
from rasad.grammar.fa import triggers as fa_triggers
from rasad.grammar.shapes import Content, Cue, Slots, Trigger
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span

Speech = tuple[Mention | None, Content | None, int, int]


class Grammar(Struct, frozen=True):
    """What a language must tell: its cues, what stands around them, its triggers and the slots around those."""

    read_cues: Callable[[View], Iterable[Cue]]
    read_speech: Callable[[View, Cue, Sequence[Cue], bool], Speech]
    unknown_subject: Callable[[View, int, Cue, int], Span | None]
    read_trigger: Callable[[View, Mark, Sequence[Mark]], Trigger | None]
    slots: Callable[[View, Trigger], Slots]
    verb_last: bool
    """Whether the verb ends its clause, so that unknown words that open it are its subject."""
    has_own: Callable[[View, int], bool] = lambda view, at: False
    """Whether a verb at a place only describes the noun right before it, which names nobody known."""
    goes_on: Callable[[View, Trigger, Mention], bool] = lambda view, trigger, subject: True
    """Whether a trigger without a subject can have that of the clause before."""
    points_back: Callable[[Mark], bool] = lambda mark: False
    """Whether a verb has a pronoun for its object."""


GRAMMARS = {
    "fa": Grammar(
        fa_cues.read_cues, fa_speech.read_speech, fa_speech.unknown_subject, fa_triggers.read_trigger, fa_roles.slots,
        verb_last=True,
    ),
    "ar": Grammar(
        ar_cues.read_cues, ar_speech.read_speech, ar_speech.unknown_subject, ar_triggers.read_trigger, ar_roles.slots,
        verb_last=False, has_own=ar_gaps.has_own, goes_on=ar_subjects.goes_on, points_back=ar_agreement.points_back,
    ),
}  # fmt: skip
