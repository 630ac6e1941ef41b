"""Words between an Arabic verb and a phrase: whether they can be read, and whether one of them owns the phrase."""

from rasad.grammar.view import View
from rasad.model import Mention

_NOUN_BEFORE = 20
"""Code points before a phrase in which the noun it belongs to stands."""
_ARTICLES = ("ال", "بال", "لل", "وال", "فال", "کال")
_LED = "بلک"
"""Prepositions written with their noun, as the folded text has them."""
_SMALL = frozenset({"adverb", "quantifier", "pronoun", "demonstrative", "negation", "preposition", "conjunction"})
_CLEAR = frozenset({"marker", "modality", "grammar", "helper", "attribution"})
READ = frozenset({"speech", "trigger", "helper", "title", "office"})
"""Marks of words that own no name behind them as a mere noun does."""
_PEOPLE = frozenset({"office", "group", "organ"})
_NOUNS = frozenset(
    {
        "this_body", "official", "place_noun", "document", "text", "decision", "goal",
        "kin", "paper", "hearsay", "named_after", "necessity", "their_office",
    }
)  # fmt: skip
"""Uses of grammar words that are nouns: one that names nobody known is a subject nobody can read («دعا الحزب»)."""


def clear(view: View, start: int, end: int) -> bool:
    """Tell whether only words stand there that head no phrase of their own: adverbs, dates, «in a statement»."""
    governed = False
    for word in view.words(start, end):
        read = known(view, word)
        preposition = any(m.kind == "marker" and m.end == word[1] for m in view.marks)
        text = view.text(*word)
        led = not rooted(view, word[0]) and text[0] in "بلک"
        if not (read or governed or led or text.endswith("ا") or text.isdigit()):
            return False
        governed = preposition or led
    return True


def genitive(view: View, mention: Mention) -> bool:
    """Tell whether a bare phrase belongs to a noun without article right before it: «غلق مبيت [التلاميذ]».

    It is then neither subject nor object: «برصاص [جنود] الاحتلال», «تراجع [رئيس الحكومة]».
    """
    joined = view.text(mention.start, mention.name[0]).startswith("و")
    return not (mention.marker or joined) and behind_noun(view, mention.start)


def behind_noun(view: View, at: int) -> bool:
    """Tell whether a noun that has no article, and that nobody can read, stands right before a place."""
    words = view.words(max(view.start, at - _NOUN_BEFORE), at)[-1:]
    if not words or view.text(words[0][1], at).strip():
        return False
    start, end = words[0]
    text = view.text(start, end)
    if text.startswith(_ARTICLES) or text.isdigit() or known(view, words[0]):
        return False
    if any(m.start <= start and end <= m.end and m.kind in READ for m in view.marks):
        return False
    led = text[0] in _LED and not rooted(view, start)
    return led or text.startswith("م") or text.endswith("ات") or not finite(text)


def has_own(view: View, at: int) -> bool:
    """Tell whether a verb is the clause of a noun right before it that names nobody known («بسجن ناشط [دعا] إلى»)."""
    if behind_noun(view, at):
        return True
    heads = [m for m in view.marks if m.end == at - 1 and m.kind in _PEOPLE]
    return bool(heads) and not any(heads[0].start < m.end and m.start < at for m in view.mentions)


def known(view: View, word: tuple[int, int]) -> bool:
    start, end = word
    if any(d.start <= start < d.end for _, d in view.dates) or any(
        f.span[0] <= start < f.span[1] for f in view.doc.figures
    ):
        return True
    if any(m.start <= start and end <= m.end for m in view.mentions):
        return True
    return any(
        m.start <= start
        and end <= m.end
        and (
            (m.kind in _CLEAR and not (m.kind == "grammar" and m.cells["use"] in _NOUNS))
            or (m.kind == "word" and m.cells["use"] in _SMALL)
        )
        for m in view.marks
    )


def rooted(view: View, at: int) -> bool:
    """Tell whether a word that opens with ب or ل is known whole, or is a date's: «بعد», «ليلة»."""
    known = any(m.start == at and m.core[0] == at and m.kind != "grammar" for m in view.marks)
    return known or any(d.start <= at < d.end for _, d in view.dates)


def finite(text: str) -> bool:
    """Tell whether a word nobody knows looks like a verb."""
    return text.startswith(("ی", "ت", "و", "ف")) or text.endswith(("ت", "ا"))
