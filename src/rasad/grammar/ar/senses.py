"""Arabic nouns of deeds that are no deed where they stand: adjectives, titles, topics; and deeds only denied."""

from rasad.grammar.ar.gaps import behind_noun
from rasad.grammar.view import View
from rasad.model import VERBAL, Mark, Span

_WORD_BEFORE = 25
"""Code points before a word in which the word before it stands."""
_LABEL_WORDS = 2
"""Words of a quotation that is a title and no speech («"اشتباك"», a film)."""
_QUOTES = '"«»“”'
_NOUNS = frozenset({"noun", "masdar"})
_OCCASIONS = frozenset({"ASSAULT", "PROTEST", "CONSULT"})
"""Types of deeds that have mostly happened if one speaks of them; of a dismissal one speaks before it."""
_FINITE = frozenset({"past", "present"})
_DENIED = 14
"""Words between «denied» and what is denied at the most, the subject among them."""


def no_deed(view: View, mark: Mark, lifted: bool) -> bool:
    """Tell whether a noun only describes another one, or is a title: «الأمينة العامة المساعدة», the film «اشتباك».

    One that a verb lifts is called so by whoever doubts it («نفذت إسرائيل "اعتداء"»).
    """
    if mark.morph not in _NOUNS:
        return False
    if mark.cells["type"] == "COOPERATE" and mark.prefix == "ال":
        return True  # «وزير التنمية والتعاون الدولي», «التعاون بين البلدين ممتاز»: a field, a state of affairs
    if _describes(view, mark) or _prepares(mark, lifted):
        return True
    return _spoken_of(view, mark, lifted) or (not lifted and _is_label(view, mark))


def _prepares(mark: Mark, lifted: bool) -> bool:
    """Tell whether a noun of readiness means preparations («الاستعدادات للموسم») or an aim («استعدادا ل»)."""
    if mark.cells["frame"] != "ready":
        return False
    return mark.suffix.startswith("ات") or (not lifted and (mark.suffix == "ا" or mark.prefix == "ال"))


def _spoken_of(view: View, mark: Mark, lifted: bool) -> bool:
    """Tell whether a deed is only what another noun is about: «خبر [إقالة] الوزير», «حول [إيقاف] الدروس»."""
    if mark.cells["type"] in VERBAL | _OCCASIONS or mark.prefix:
        return False
    if any(m.cells["marker"] == "about" and m.end == mark.start - 1 for m in view.of("marker")):
        return not lifted  # «أعلنت عن اعتقال»
    light = any(m.cells["use"] == "light_noun" and m.end == mark.start - 1 for m in view.of("grammar"))
    return not light and behind_noun(view, mark.start)


def _describes(view: View, mark: Mark) -> bool:
    """Tell whether a feminine with the article agrees with a noun with the article right before it."""
    word = view.text(mark.core[0], mark.end)
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)[-1:]
    if mark.prefix != "ال" or not word.endswith("ه") or not before:
        return False
    start, end = before[0]
    text = view.text(start, end)
    return text.startswith("ال") and text.endswith("ه") and view.text(end, mark.start).strip() == ""


def _is_label(view: View, mark: Mark) -> bool:
    """Tell whether a noun fills a quotation of a word or two."""
    folded = view.doc.folded
    left = max((folded.rfind(q, view.start, mark.core[0]) for q in _QUOTES), default=-1)
    rights = [at for q in _QUOTES if (at := folded.find(q, mark.core[1], view.end)) >= 0]
    if left < 0 or not rights:
        return False
    inner = folded[left + 1 : min(rights)]
    return len(inner.split()) <= _LABEL_WORDS and inner.strip() == inner


def is_topic(view: View, mark: Mark) -> bool:
    """Tell whether a definite noun is what is spoken of («أكد أن التعاون ممتاز»), and no act of who speaks.

    So is one behind another noun («توقع استمرار التهديدات»).
    """
    kind = mark.cells["type"]
    if mark.morph not in _NOUNS or not mark.prefix.endswith("ال") or kind not in VERBAL | {"COOPERATE", "AID"}:
        return False
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)[-1:]
    if kind in VERBAL and mark.prefix == "ال" and before and view.text(*before[0])[:2] != "ال":
        return not any(m.end == before[0][1] and m.kind in _LIFTING for m in view.marks)
    return any(m.cells["use"] == "complementiser" and m.end == mark.start - 1 for m in view.of("grammar"))


def misread(view: View, mark: Mark) -> bool:
    """Tell whether a form read as a verb stands behind a preposition or a number («عن منح التأشيرات», «200 طالب»)."""
    if mark.morph == "present" and mark.prefix[-1:] == "ت" and mark.suffix == "ا":
        return True  # «تعارضا مع القانون»
    if mark.morph != "past" or mark.prefix:
        return False
    before = view.words(max(view.start, mark.start - _WORD_BEFORE), mark.start)[-1:]
    counted = bool(before) and (_is_count(view, before[0]) or _is_pronoun(view, before[0]))
    if _is_object(view, mark):
        return True
    if counted and view.text(before[0][1], mark.start).strip() == "":
        return True
    return any(m.end == mark.start - 1 and m.cells["marker"] in _BEFORE_NOUNS for m in view.of("marker"))


_LIFTING = frozenset({"marker", "helper", "speech", "trigger"})
_BEFORE_NOUNS = frozenset({"about", "to", "in", "on", "with", "for", "by", "against", "because", "during", "despite"})


def _is_object(view: View, mark: Mark) -> bool:
    """Tell whether a finite verb stands right before a form, or before its own subject there («رفضت إيران منح»)."""
    subject = next((m.start for m in view.mentions if m.end == mark.start - 1 and m.marker == ""), mark.start)
    return any(
        m.kind in ("speech", "trigger") and m.morph in _FINITE and m.end == subject - 1 and not m.suffix.startswith("ه")
        for m in view.marks
    )


def _is_count(view: View, word: Span) -> bool:
    """Tell whether a word is a number and no year or day («في عام 2016 هاجم الجيش»)."""
    return view.text(*word).isdigit() and not any(d.start <= word[0] < d.end for _, d in view.dates)


def _is_pronoun(view: View, word: Span) -> bool:
    """Tell whether a word is «he» or «she», behind which a bare past form is a noun («وهو منح سلطة للقاضي»)."""
    return any(m.cells["use"] == "pronoun" and (m.core == word or (m.start, m.end) == word) for m in view.of("grammar"))


def denied(view: View, mark: Mark) -> bool:
    """Tell whether somebody denies that it happened: «نفى الجيش مقتل القائد», «نفت إيران أن تكون هاجمت السفارة»."""
    words = [m for m in view.of("speech") if m.cells["verb"] == "deny" and m.end <= mark.start]
    if not words:
        return False
    last = words[-1]
    gap = view.text(last.end, mark.start)
    if len(gap.split()) > _DENIED or any(c in gap for c in ".؛:\n،"):
        return False
    return not any(
        m.kind in ("speech", "trigger") and m.morph in _FINITE and last.end <= m.start and m.end <= mark.start
        for m in view.marks
    )
