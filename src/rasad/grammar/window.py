"""Noun phrases within reach of a trigger."""

from rasad.grammar.shapes import PARTIES, Trigger
from rasad.grammar.view import View
from rasad.model import Mention, Span

_ATTACHED_WORDS = 8


def inside(view: View, window: Span) -> list[Mention]:
    return [
        m
        for m in view.mentions
        if m.start >= window[0] and m.name[1] <= window[1] and (m.head in PARTIES or m.head == "place")
    ]


def attached(view: View, trigger: Trigger, mention: Mention) -> bool:
    """Tell whether a phrase can hang on a noun: it follows within a few words."""
    return (
        mention.start >= trigger.mark.end and len(view.text(trigger.mark.end, mention.start).split()) <= _ATTACHED_WORDS
    )
