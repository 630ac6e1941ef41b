"""What stands right before or right behind a place of a Persian sentence."""

from rasad.grammar.view import View, gap_before, tight
from rasad.model import Mark, Mention, Span

_NEXT = 2
"""Code points that may stand between two words that belong together: a space, a half-space."""
_OF_DEEDS = frozenset({"in", "for", "to", "namely"})
"""Prepositions between somebody's decision or step and the deed it was."""
_PUNCTUATION = "،,.:؛"
_LINKS = ("و", "،", "، و", ",")


def right_before(view: View, at: int, kind: str) -> list[Mark]:
    """Give the marks of a kind that end right before a place."""
    marks = view.of(kind)
    first = gap_before(view.doc.folded, at) if marks else at
    return [m for m in marks if first <= m.end <= at]


def right_behind(view: View, at: int, kind: str) -> list[Mark]:
    """Give the marks of a kind that start right behind a place."""
    return [m for m in view.of(kind) if 0 <= m.start - at <= _NEXT]


def governors(view: View, at: int) -> set[str]:
    """Give the keys of the prepositions that stand right before a place."""
    return {m.cells["marker"] for m in right_before(view, at, "marker")}


def uses_before(view: View, at: int) -> set[str]:
    """Give the uses of the grammar words that stand right before a place."""
    return {m.cells["use"] for m in right_before(view, at, "grammar")}


def dated(view: View, word: Span) -> bool:
    """Tell whether a word is part of a date."""
    return any(d.start <= word[0] and word[1] <= d.end for _, d in view.dates)


def over(view: View, word: Span) -> list[Mark]:
    """Give the marks that hold a word."""
    return [m for m in view.marks if m.start <= word[0] and word[1] <= m.end]


def punctuated(view: View, start: int, end: int) -> bool:
    """Tell whether a comma, colon or stop stands in [start, end)."""
    return any(c in _PUNCTUATION for c in view.text(start, end))


def doer(view: View, at: int) -> Mention | None:
    """Give whose deed a noun names: «اقدام [اسرائیل] در بمباران», «تصمیم [آمریکا] برای خروج»."""
    links = [m for m in right_before(view, at, "marker") if m.cells["marker"] in _OF_DEEDS]
    for link in links:
        for mention in view.mentions:
            if mention.end > link.start or not tight(view.doc.folded, mention.end, link.start):
                continue
            nouns = [m for m in view.of("grammar") if m.cells["use"] == "doing" and m.end <= mention.start]
            if any(len(view.words(m.end, mention.start)) <= 1 for m in nouns):
                return mention
    return None


def followed(view: View, noun: Mark) -> bool:
    """Tell whether something came after what somebody did: «پس از [تهدید] آمریکا»: then it was done."""
    after = noun.morph == "noun" and "after" in governors(view, noun.start)
    return after and any(m.start >= noun.end and tight(view.doc.folded, noun.end, m.start) for m in view.mentions)


def only_and(view: View, start: int, end: int) -> bool:
    """Tell whether nothing but «و» stands in [start, end)."""
    return view.text(start, end).replace("\u200c", " ").strip(" «»\"'") == "و"


def joined(view: View, previous: Mention, mention: Mention) -> bool:
    """Tell whether only a link stands between two phrases: «و», a comma, «و در رأس آنها»."""
    end = mention.start
    for mark in view.of("grammar"):
        if mark.cells["use"] == "foremost" and mark.start >= previous.end and tight(view.doc.folded, mark.end, end):
            end = mark.start
    return view.text(previous.end, end).replace("\u200c", " ").strip(" «»\"'()") in _LINKS


def broken(view: View, start: int, end: int) -> bool:
    """Tell whether punctuation stands in [start, end) that is no comma of a list of names («در قم، [تهران] و ری»)."""
    starts = [m.start for m in view.mentions if start < m.start <= end]
    marks = [at for at in range(start, end) if view.doc.folded[at] in _PUNCTUATION]
    return any(view.doc.folded[at] != "،" or not any(_beside(view, at + 1, s) for s in starts) for at in marks)


def _beside(view: View, at: int, start: int) -> bool:
    return at <= start and view.text(at, start).strip(' \u200c«"') in ("", "و")
