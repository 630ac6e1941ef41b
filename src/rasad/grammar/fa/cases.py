"""What a noun phrase is in its Persian clause: governed by a preposition, marked by «را», hung on a noun, or bare."""

from collections.abc import Sequence

from rasad.grammar.fa.clauses import Clause
from rasad.grammar.fa.places import (
    dated,
    governors,
    only_and,
    over,
    punctuated,
    right_before,
    right_behind,
    uses_before,
)
from rasad.grammar.name_nouns import words_of
from rasad.grammar.shapes import SPEAKERS, Cue
from rasad.grammar.view import View, tight
from rasad.model import Mark, Mention, Span

_COMMAS = ("،", ",")
_BREAKS = "،,؛;:.!?؟()\n"
_OF = 2
"""Words of «از اعضای»."""
_MEN = 2
"""Names of the body and its part between one of its men and «را»."""
_SHORT = 2
"""Letters of «و», «یا», «هم»: they join, and let a preposition through."""
_LINKED = "های"
"""Ending of a plural that something completes («ارتش‌های [کشورهای عضو]»)."""
_COUNTED = 8
"""Words of a clause within which the people are counted that are its subject."""
_ENDING = frozenset({"marker", "attribution", "speech", "trigger", "light", "modality"})
"""Kinds of marks before which an unknown subject ends."""
_OPENING = ("conjunction", "adverb", "quantifier", "negation")
_CLOSED = ("ها", "شان", "مان")
"""Endings without an ezafe: no phrase can complete a noun that ends so («در طی این سال‌ها [دولت]»)."""
_WHEN = frozenset({"in", "during", "after", "before"})
"""Prepositions of circumstances: «در این مراسم» is over before the subject comes."""
_CLOSED_WORD = 5
"""Letters of the shortest word with such an ending; «تنها» and «آنها» are no plurals, but close a phrase as well."""


def case(view: View, mention: Mention) -> str:
    """Give the marker that really governs a phrase, or "": none reaches over an adverb or out of an ended list."""
    if mention.marker in ("", "obj"):
        return mention.marker or _shared(view, mention)
    if _behind_adverb(view, mention) or _over_closed(view, mention):
        return ""
    before = view.text(max(view.start, mention.start - 4), mention.start).rstrip(' \u200c«"“')
    if before.endswith(_COMMAS) and (mention.marker == "source" or not list_goes_on(view, mention)):
        return ""
    if before.endswith(")") or (mention.marker == "source" and mention.head == "adjective"):
        return ""
    return mention.marker


def _shared(view: View, mention: Mention) -> str:
    """Give the marker of the phrase before where «and other» joins this one to it («با وزیر و دیگر [مقامات]»)."""
    before = next((m for m in reversed(view.mentions) if m.end <= mention.start), None)
    if before is None or before.marker in ("", "obj"):
        return ""
    others = [m for m in right_before(view, mention.start, "grammar") if m.cells["use"] == "other"]
    return before.marker if any(only_and(view, before.end, m.start) for m in others) else ""


def _behind_adverb(view: View, mention: Mention) -> bool:
    """Tell whether an adverb that holds the preposition ends right before the phrase («در ادامه [وزیر] گفت»)."""
    if {"background", "complementiser"} & uses_before(view, mention.start):
        return True
    words = [m for m in right_before(view, mention.start, "word") if m.cells["use"] in ("adverb", "conjunction")]
    inside = [m for m in right_before(view, mention.start, "marker") if m.cells["marker"] == mention.marker]
    inside = [m for m in inside if view.words(view.start, m.start)]  # «در مقابل پزشکیان گفت» opens a sentence
    words = [w for w in words if not any(m.start <= w.start and w.end <= m.end for m in inside)]  # «در مقابل [مجلس]»
    return any(m.end - m.start > _SHORT for m in words)


def _over_closed(view: View, mention: Mention) -> bool:
    """Tell whether the phrase of a preposition is over before this one: «در طی این سال‌ها [دولت]», «در این مراسم [او]».

    A noun without an ezafe ends it, and so does a circumstance that a demonstrative points to.
    """
    marks = [m for m in view.of("marker") if m.end <= mention.start and m.cells["marker"] == mention.marker]
    if not marks:
        return False
    words = view.words(max(m.end for m in marks), mention.start)
    return any(closed(view, w) for w in words) or (bool(words) and _circumstance(view, words[-1], mention))


def closed(view: View, word: Span) -> bool:
    """Tell whether a word ends without an ezafe, so that nothing completes it."""
    text = view.text(*word)
    return text.endswith(_CLOSED) and len(text) >= _CLOSED_WORD


def _circumstance(view: View, word: Span, mention: Mention) -> bool:
    """Tell whether a word is the noun of «در این ...», which no other noun completes."""
    pointing = [m for m in right_before(view, word[0], "grammar") if m.cells["use"] == "demonstrative"]
    return mention.head != "adjective" and any(governors(view, m.start) & _WHEN for m in pointing)


def list_goes_on(view: View, mention: Mention) -> bool:
    """Tell whether «and» and one more phrase follow: then the comma before it was one of a list."""
    for following in (m for m in view.mentions if m.start >= mention.end):
        if only_and(view, mention.end, following.start):
            return True
        if view.text(mention.end, following.start).replace("\u200c", " ").strip(' «»"') not in _COMMAS:
            return False
        mention = following
    return False


def hangs(view: View, mention: Mention, start: int) -> bool:
    """Tell whether a phrase hangs on a noun right before it that no row knows («[سخنان] رئیس‌جمهور»)."""
    if mention.head == "person" and mention.name[0] - mention.start < 3:
        return False
    carriers = [m.end for m in view.mentions if m.entity.is_carrier]
    if mention.head == "person" and any(tight(view.doc.folded, end, mention.start) for end in carriers):
        return False  # «بنا بر گزارش رسانه‌های دولتی [رافائل گروسی] ...»
    words = view.words(start, mention.start)
    if not words or any(c in _BREAKS for c in view.text(words[-1][1], mention.start)):
        return False
    if view.doc.folded.find("»", start, mention.start) >= 0 and mention.head != "person":
        return True
    if closed(view, words[-1]) or _circumstance(view, words[-1], mention):
        return False
    return not any(_frees(m) for m in over(view, words[-1])) and not dated(view, words[-1])


def _frees(mark: Mark) -> bool:
    """Tell whether a mark before a phrase leaves it free: a conjunction, an adverb, a verb, a marker, a quantifier."""
    if mark.kind == "word":
        return mark.cells["use"] in _OPENING
    if mark.kind == "grammar":
        return mark.cells["use"] in ("complementiser", "demonstrative", "background", "filler", "own")
    return mark.kind in ("marker", "light", "helper", "title", "attribution", "modality") or (
        mark.kind in ("speech", "trigger") and mark.morph in ("past", "present")
    )


def own(view: View, clause: Clause) -> list[Mention]:
    """Give the phrases of a clause's own stretches."""
    return [m for m in view.mentions if clause.holds(m.start)]


def bare_subject(view: View, clause: Clause, end: int, free: bool = True) -> Mention | None:
    """Give the first phrase of a clause that can act and that nothing governs; `free`: that hangs on no noun either."""
    hanging: Mention | None = None
    beside: Mention | None = None
    taken: Mention | None = None
    over = 0
    for mention in own(view, clause):
        over = max(over, _member_struck(view, mention, clause))
        if mention.start < over:
            taken = mention
            continue
        listed = taken is not None and _listed(view, taken, mention)
        if mention.end > end or listed or not _is_free(view, mention, clause):
            taken = mention
            continue
        start = next(s for s, e in clause.parts if s <= mention.start < e)
        joined = beside is not None and only_and(view, beside.end, mention.start)
        if joined or hangs(view, mention, start):
            over = hanging is not None and "،" in view.text(hanging.end, mention.start)
            if not _in_object(view, mention, end) and (
                hanging is None or (over and _on_governed(view, hanging, clause))
            ):
                hanging = mention  # «به نوشته وبگاه [X]، پهپاد [Y] ...»
            beside = mention
        elif hanging is None or "،" in view.text(hanging.end, mention.start):
            return mention
        else:
            break
    return None if free or hanging is None or _on_governed(view, hanging, clause) else hanging


def _listed(view: View, taken: Mention, mention: Mention) -> bool:
    """Tell whether a phrase only goes on from one that is taken: «X و [یک] Y», «از ارتش‌های [کشورهای عضو]»."""
    words = view.words(taken.end, mention.start)
    if not words or (len(words) == 1 and "demonstrative" in uses_before(view, mention.start)):
        whose = bool(words) and taken.head not in ("country", "place")  # «به مقر پارلمان این [رژیم]»
        linked = view.text(taken.start, taken.end).endswith(_LINKED)
        near = not punctuated(view, taken.end, mention.start)
        return near and (linked or whose) and taken.marker not in ("", "obj", "source", "according")
    counts = [w for w in words[1:] if any(m.kind == "word" and m.cells["use"] == "quantifier" for m in over(view, w))]
    return len(counts) == len(words) - 1 and only_and(view, taken.end, words[0][1])


def _on_governed(view: View, mention: Mention, clause: Clause) -> bool:
    """Tell whether the unknown noun that a phrase hangs on stands behind a preposition («در حضور مدیرکل [اروپا]»)."""
    start = next(s for s, e in clause.parts if s <= mention.start < e)
    for word in reversed(view.words(start, mention.start)[-_COUNTED:][-_SHORT - 1 :]):
        if any(m.start <= word[0] < m.end for m in view.mentions):
            return False
        if any(c in _BREAKS for c in view.text(word[1], mention.start)) or closed(view, word):
            return False
        if governors(view, word[0]) - {"obj", "part", "source"}:
            return True
    return False


def _is_free(view: View, mention: Mention, clause: Clause) -> bool:
    """Tell whether nothing governs a phrase that can act: no marker, no trigger noun, no colon of a dispatch."""
    if not _can_act(view, mention) or case(view, mention) != "" or _another_object(view, mention):
        return False
    return not signs(view, mention) and not on_trigger(view, mention, clause.start)


def _member_struck(view: View, mention: Mention, clause: Clause) -> int:
    """Give where «را» ends somebody told as one of a body's men, else 0: «[حسین دیب] از اعضای حزب‌الله را کشت»."""
    of = view.words(mention.end, view.end)[:_OF]
    if len(of) < _OF or f"{view.text(*of[0])} {view.text(*of[1])}" not in words_of(view.doc.lang, "one_of"):
        return 0
    ends = [m.start for m in view.of("marker") if m.cells["marker"] == "obj" and m.start > of[1][1]]
    end = next((at for at in ends if clause.holds(at)), None)
    if end is None or punctuated(view, mention.end, end):
        return 0
    others = [t.start for t in view.of("trigger") if t.morph == "noun"]
    others += [m.start for m in view.of("grammar") if m.cells["use"] == "demonstrative"]
    if any(of[1][1] <= at < end for at in others):
        return 0  # «صفوی از فرماندهان سپاه این [حمله] را محکوم کرد»
    bare = (m for m in own(view, clause) if of[1][1] < m.start and m.end <= end and m.marker in ("", "obj"))
    return end if len([m for m in bare if m.head in SPEAKERS]) <= _MEN else 0


def _another_object(view: View, mention: Mention) -> bool:
    """Tell whether only «other» stands between a phrase and «را» («یک غیرنظامی دیگر را زخمی کرد»)."""
    others = [m for m in right_behind(view, mention.end, "grammar") if m.cells["use"] == "other"]
    return any(m.cells["marker"] == "obj" for o in others for m in right_behind(view, o.end, "marker"))


def _in_object(view: View, mention: Mention, end: int) -> bool:
    """Tell whether «را» ends the phrase that somebody hangs in («مقر [این شبکه] تلویزیونی را اشغال کردند»)."""
    ends = [m.start for m in view.of("marker") if m.cells["marker"] == "obj" and mention.end <= m.start < end]
    return bool(ends) and len(view.words(mention.end, ends[0])) <= _SHORT


def _can_act(view: View, mention: Mention) -> bool:
    """Tell whether a phrase can be a subject: not an adjective, unless it is a plural («گواتمالایی‌ها»)."""
    plural = any(m.core[0] == mention.start and m.suffix for m in view.of("country"))
    return mention.head in SPEAKERS or (mention.head == "adjective" and plural)


def agent(view: View, cue: Cue, clause: Clause) -> Mention | None:
    """Give who says a thing that is told in the passive («از سوی دادگاه به X متهم شد»)."""
    if clause.verb is None or clause.verb.light is None or clause.verb.light.cells["voice"] != "passive":
        return None
    return next((m for m in own(view, clause) if case(view, m) == "by" and m.end <= cue.core[0]), None)


def signs(view: View, mention: Mention) -> bool:
    """Tell whether an agency only signs the dispatch («خبرگزاری فارس:»)."""
    behind = view.text(mention.end, mention.end + 2).strip()
    return mention.entity.is_carrier and behind.startswith((":", "-", "–"))


def on_trigger(view: View, mention: Mention, start: int) -> bool:
    """Tell whether a phrase hangs on a trigger noun right before it («the attack of Israel»)."""
    adverbs = [m for m in right_before(view, mention.start, "word") if m.cells["use"] == "adverb"]
    words = view.words(start, mention.start)[-1:]
    if any(not any(map(_frees, over(view, w))) and _completes(view, w, mention, start) for w in words):
        return True
    return any(
        t.morph == "noun" and t.end > start and not any(m.start <= t.start for m in adverbs) and not pointed(view, t)
        for t in right_before(view, mention.start, "trigger")
    )


def _completes(view: View, word: Span, mention: Mention, start: int) -> bool:
    """Tell whether an adjective links a phrase to a governed trigger noun («پس از [سفر] اخیر X»)."""
    nouns = [t for t in right_before(view, word[0], "trigger") if t.morph == "noun" and t.end > start]
    linked = not closed(view, word) and not any(c in _BREAKS for c in view.text(word[1], mention.start))
    return linked and any(governors(view, t.start) and not pointed(view, t) for t in nouns)


def pointed(view: View, noun: Mark) -> bool:
    """Tell whether a demonstrative before a noun ends its phrase («پس از [این حمله] ارتش ...»)."""
    return "demonstrative" in uses_before(view, noun.start)


def subject(view: View, clauses: Sequence[Clause], number: int, end: int, free: bool = True) -> Mention | None:
    """Give the subject of a clause: its own, the head of a relative clause, or that of the clause it goes on from."""
    clause = clauses[number]
    found = bare_subject(view, clause, end, free)
    if found is not None and not free and clause.opener is not None and clause.inner:
        # «وزیری که برای نشست اعضای [X] به شهر سفر کرد»: what only hangs on a noun there did not travel
        found = bare_subject(view, clause, end) or _relative_head(view, clause) or found
    if found is not None:
        return found
    if unnamed_subject(view, clause, end):
        return None
    if clause.opener is not None and clause.inner:
        return _relative_head(view, clause)
    before = clause.before
    if before is None and clause.outer is not None and not clause.inner:
        before = clause.outer
    return subject(view, clauses, before, clauses[before].end, free) if before is not None else None


def _relative_head(view: View, clause: Clause) -> Mention | None:
    """Give the phrase right before «که»."""
    assert clause.opener is not None
    heads = [m for m in view.mentions if m.end <= clause.opener[0] and len(view.words(m.end, clause.opener[0])) == 0]
    if not heads or heads[-1].head not in SPEAKERS:
        return None
    whose = heads[-1].head == "country" and hangs(view, heads[-1], view.start)  # «دانشمند سابق اسرائیل که آزاد شد»
    return None if whose else heads[-1]


def unnamed_subject(view: View, clause: Clause, end: int) -> bool:
    """Tell whether a clause opens with words of its own that name its subject, though no row knows them."""
    limit = min(end, clause.verb.start if clause.verb else end)
    words = [w for s, e in clause.parts[:1] for w in view.words(s, min(e, limit))]
    if _some(view, words):
        return True
    for word in words:
        marks = over(view, word)
        if any(m.kind == "word" and m.cells["use"] == "quantifier" and m.suffix for m in marks):
            return not _object_follows(view, word[0], limit)  # «برخی‌ها» are some that nobody names
        if dated(view, word) or any(m.kind == "word" and m.cells["use"] in _OPENING for m in marks):
            continue
        if any(m.kind in _ENDING for m in marks) or any(m.start <= word[0] < m.end for m in view.mentions):
            return False
        return not _object_follows(view, word[0], limit)
    return False


def _some(view: View, words: Sequence[Span]) -> bool:
    """Tell whether a clause opens with people who are only counted («بیش از سه هزار [نفر] مقر را اشغال کردند»)."""
    for start, end in words[:_COUNTED]:
        if any(m.start <= start < m.end for m in view.mentions):
            return False
        if any(m.core == (start, end) and m.cells["use"] == "people" for m in view.of("grammar")):
            return all(not 0 <= m.start - end <= 1 or m.cells["marker"] != "obj" for m in view.of("marker"))
    return False


def _object_follows(view: View, start: int, limit: int) -> bool:
    """Tell whether the first marker behind a place is «را»: the words are an object, the subject was dropped."""
    markers = [m for m in view.of("marker") if start <= m.start < limit and m.cells["marker"] != "part"]
    if not markers or markers[0].cells["marker"] != "obj":
        return False
    return not any(m.start >= start and m.end <= markers[0].start and m.marker == "" for m in view.mentions)
