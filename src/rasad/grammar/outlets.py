"""Outlets that only their page names: «روزنامه «الدیار»», «صحيفة "الديار"», «پایگاه خبری نیوزپرس،»."""

from rasad.grammar.view import View, tight
from rasad.model import Entity, Mark, Mention, Span
from rasad.packs.romanise import romanise
from rasad.quotes import CLOSING, closing

_QUOTED_WORDS = 5
_BARE_WORDS = 3
"""A name without quotation marks has no more words than this, and a comma behind it."""
_OTHERS = frozenset({"marker", "speech", "trigger", "attribution", "light", "modality", "person", "office", "org"})
"""Kinds of marks that are no part of an unknown name."""


def unknown_outlet(view: View, at: int) -> Mention | None:
    """Give the outlet whose noun stands right before or behind a place, where its name is known to nobody."""
    nouns = [m for m in view.of("word") if m.cells["use"] == "outlet" and _touches(view, m, at)]
    if not nouns:
        return None
    noun = max(nouns, key=lambda m: m.end)
    name = _quoted(view, max(noun.end, at)) or _bare(view, max(noun.end, at))
    if name is None or any(m.start < name[1] and name[0] < m.end for m in view.mentions):
        return None
    text = " ".join(view.text(*name).split())
    outlet = Entity(f"page:{text}", romanise(text, view.doc.lang).strip() or text, "outlet")
    return Mention(noun.start, name[1], name, outlet, noun.rule, "org", marker="source")


def _touches(view: View, noun: Mark, at: int) -> bool:
    return (noun.end <= at and tight(view.doc.folded, noun.end, at)) or (
        noun.start >= at and view.text(at, noun.start).strip() == ""
    )


def _quoted(view: View, at: int) -> Span | None:
    """Give the inside of a short quotation that opens right here."""
    folded = view.doc.folded
    while at < view.end and folded[at] in " \u200c":
        at += 1
    if at >= view.end or folded[at] not in CLOSING:
        return None
    stop = closing(folded, at, view.end)
    return (at + 1, stop) if stop > 0 and 1 <= len(view.words(at + 1, stop)) <= _QUOTED_WORDS else None


def _bare(view: View, at: int) -> Span | None:
    """Give the few unknown words up to a comma."""
    comma = view.doc.folded.find("،", at, view.end)
    words = view.words(at, comma) if comma > 0 else []
    if not 1 <= len(words) <= _BARE_WORDS or words[0][0] - at > 1:
        return None
    span = (words[0][0], words[-1][1])
    strange = not any(m.start < span[1] and span[0] < m.end and m.kind in _OTHERS for m in view.marks)
    return span if strange and view.text(*span).replace(" ", "").replace("\u200c", "").isalpha() else None
