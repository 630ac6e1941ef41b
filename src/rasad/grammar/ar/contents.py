"""What an Arabic cue reports: behind إن/أن, a colon or a quotation, else behind its preposition, else its object."""

import re
from collections.abc import Iterator

from rasad.grammar.contents import complementisers, told_before, trim, unquote
from rasad.grammar.shapes import Content, Cue
from rasad.grammar.view import View, paragraph_end
from rasad.model import Mark, Mention, Span
from rasad.quotes import CLOSING, closing

_HARD_STOP = re.compile("[.!؟?\n]")
_PREPOSITIONS = {"on": "on", "to": "to", "of": "from", "about": "about", "bi": "bi"}
_OPENING_WORDS = 18
"""Words that may stand between a verb of saying and its أن: the speaker's post, the time, the occasion."""
_NAMED_WORDS = 2
"""Words between «يدعي» and its أن: farther off it is «يدعى», who is called so."""
_QUOTE_CHARS = 90
"""Code points from a verb or its subject within which a quotation must open to be what was said."""
_PAUSE = " \u00a0،"
_SHORT_QUOTE = 3
_LONG_QUOTE = 6
"""Words of a quotation that may stand far behind its verb."""
_CLOSERS = ("»", '"', "”")
_BETWEEN = 3
"""Words from the end of the subject to the preposition of what is told («أعلن الوزير [رسميا اليوم عن] X»)."""
_ASIDE_WORDS = 14
"""Words of an aside between commas at the most."""
_NAME_WORDS = 5
"""A quotation no longer than this that stands before أن is a name («صحيفة "وول ستريت جورنال"»)."""
_ADDRESSED = frozenset({"call_for"})
"""Verbs of saying whose object is the one spoken to («دعا الحكومة»), not what is said."""
_OBJECT_ENDS = ("ه", "ها", "هم", "هما")
_PAGE_SPEAKS = ("meanwhile", "gloss")
"""Words behind which the page goes on in its own voice."""
_OWN = ("ني", "ننا")
"""«That» with who speaks: «إنني», «إننا»."""
_FUNCTION = frozenset({"subordinate", "demonstrative", "relative", "preposition", "conjunction"})


def content(view: View, cue: Cue, limit: int, subject: Mention | None) -> Content | None:
    """Read the content of a cue, cut where the page goes on in its own voice."""
    after = subject.end if subject is not None and subject.start >= cue.end else cue.end
    after += view.text(after, after + 1) in _CLOSERS and subject is not None and after == subject.end
    if subject is not None and after == subject.end and "،" in view.text(subject.name[1], subject.end):
        after = _aside_end(
            view, after, limit
        )  # «أكد X، مدير [المركب الثقافي، ]تأجيل»: the name's phrase ends in its post
    found = _charge(view, cue, after, limit) if "accuse" in cue.ways else _said(view, cue, after, limit, subject)
    if found is None:
        return told_before(view, cue, subject) if cue.finite else None
    if found.direct:
        start, end = trim(view.doc.folded, found.start, found.end)
        return Content(start, end, True, found.way) if end > start else None
    acts = cue.stance != "asserts" and found.way != "that"
    start, end = trim(view.doc.folded, found.start, _own_voice(view, found.start, found.end, acts))
    return Content(start, end, found.direct, found.way) if end > start else None


def _own_voice(view: View, start: int, end: int, acts: bool) -> int:
    """Give where a source phrase, «while ...» or a gloss of the page («وذلك بعد ...») ends an indirect content.

    The occasion of an act of speech is the page's to tell, too («دعا إلى الهدوء [بعد المواجهات]»), and of others
    behind a comma.
    """
    sources = [m.start for m in view.of("attribution") if m.cells["side"] == "after"]
    cuts = [c for c in sources if start < c < end and len(view.words(start, c)) >= _NAME_WORDS]
    cuts += [m.start for m in view.of("grammar") if m.cells["use"] in _PAGE_SPEAKS and start < m.start < end]
    cuts += [c for c in _occasions(view, start, end) if acts or view.text(start, c).rstrip().endswith("،")]
    return min(cuts, default=end)


def _occasions(view: View, start: int, end: int) -> Iterator[int]:
    """Give where «after ...», «in reply to ...» begin before the noun of a deed, with something said before."""
    for mark in view.of("grammar"):
        if mark.cells["use"] != "occasion" or not start < mark.start < end or len(view.words(start, mark.start)) < 2:
            continue
        near = view.words(mark.end, end)[:1]
        if near and any(m.kind == "trigger" and m.core[0] <= near[0][1] and near[0][0] < m.end for m in view.marks):
            yield mark.start


def _said(view: View, cue: Cue, after: int, limit: int, subject: Mention | None) -> Content | None:
    folded = view.doc.folded
    opening = _near_complementiser(view, cue, after, limit)
    governed = _governed(view, cue, after, limit)
    quote = _near_quote(view, after, limit)
    if (
        quote is not None
        and opening is not None
        and quote.end < opening.start
        and len(view.words(quote.start, quote.end)) <= _NAME_WORDS
    ):
        quote = None
    if (
        quote is not None
        and governed is not None
        and governed.start < quote.start - 2
        and (opening is None or opening.start > quote.start)
    ):
        quote = None
    if quote is not None and (opening is None or quote.start <= opening.end + 2):
        return quote
    colon = _colon(view, cue, after, limit, subject if governed is None else None)
    led = colon is None or opening is None or opening.start < colon or not view.text(colon + 1, opening.start).strip()
    if opening is not None and led and cue.ways & {"that", "to", "on", "bi", "of", "about"}:
        own = opening.start if opening.cells["form"].endswith(_OWN) else opening.end
        (a, b), quoted = unquote(folded, own, limit)
        return Content(a, b, quoted or own == opening.start, "that") if b > a else None
    if colon is not None:
        (a, b), quoted = unquote(folded, colon + 1, limit)
        return Content(a, b, quoted, "colon") if b > a else None
    far = _far_quote(view, after, limit) if cue.finite and "colon" in cue.ways and not governed else None
    return governed or _object(view, cue, after, limit, subject) or far


def _colon(view: View, cue: Cue, after: int, limit: int, subject: Mention | None) -> int | None:
    """Give the colon behind a cue: right there, or, of a verb that leads to one, past an aside («قال في بيان له:»).

    Where nobody known speaks only a name can stand between.
    """
    at = view.doc.folded.find(":", after, limit)
    if at < 0:
        return None
    gap = view.text(after, at)
    if not gap.strip():
        return at
    reach = _OPENING_WORDS if subject is not None else _NAMED_WORDS
    far = cue.finite and "colon" in cue.ways and len(gap.split()) <= reach
    return at if far and not _HARD_STOP.search(gap) and not any(c in CLOSING or c in "()" for c in gap) else None


def _charge(view: View, cue: Cue, after: int, limit: int) -> Content | None:
    """Read what somebody is accused of: behind the bi- that follows the accused («اتهم واشنطن بدعم ...»)."""
    accused = next((m for m in view.mentions if after <= m.start < limit and m.marker == ""), None)
    at = _behind(view, accused.end if accused is not None else after, limit, "bi")
    opening = _near_complementiser(view, cue, after, limit)
    if opening is not None and (at is None or opening.end - at <= len("ان") + 2):
        at = opening.end
    if at is None:
        return None
    (a, b), quoted = unquote(view.doc.folded, at, limit)
    return Content(a, b, quoted, "accuse") if b > a else None


def _near_complementiser(view: View, cue: Cue, after: int, limit: int) -> Mark | None:
    for mark in complementisers(view):
        if mark.start >= after and mark.end <= limit and not (_subordinate(view, mark) or _added(view, mark, after)):
            gap = view.text(after, mark.start)
            called = cue.mark.cells["verb"] == "claim" and cue.mark.morph == "present"
            reach = _NAMED_WORDS if called else _OPENING_WORDS
            return mark if len(gap.split()) <= reach and not _HARD_STOP.search(gap) else None
    return None


def _added(view: View, mark: Mark, after: int) -> bool:
    """Tell whether «وأن» adds a clause to what is told before it («عبر عن استغرابه خاصة [وأن] ...»)."""
    return mark.prefix.startswith("و") and bool(view.words(after, mark.start))


def _subordinate(view: View, opening: Mark) -> bool:
    """Tell whether أن belongs to a conjunction («منذ أن», «بعد أن») and opens no content."""
    return any(
        m.kind == "grammar" and m.cells["use"] == "subordinate" and m.start < opening.start and opening.end <= m.end
        for m in view.marks
    )


def _near_quote(view: View, after: int, limit: int) -> Content | None:
    """Give the quotation that opens near behind a cue, to its closing mark, which may stand some sentences on."""
    folded = view.doc.folded
    after = next((at for at in range(after, limit) if folded[at] not in _PAUSE), limit)
    for at in range(after, min(limit, after + _QUOTE_CHARS)):
        if folded[at] in CLOSING:
            stop = closing(folded, at, paragraph_end(view) + 1)
            if stop < 0:
                stop = limit
            return Content(*trim(folded, at + 1, stop), True, "quote") if _speech(view, at + 1, stop) else None
        if folded[at] in ".،":
            return None
    return None


def _far_quote(view: View, after: int, limit: int) -> Content | None:
    """Give a long quotation that stands behind asides («وقال X، في مقابلة مع Y، "..."»), if a comma or space leads."""
    folded = view.doc.folded
    at = after
    while at < limit:
        if folded[at] not in CLOSING:
            at += 1
            continue
        stop = closing(folded, at, paragraph_end(view) + 1)
        if stop < 0:
            return None
        if len(view.words(at + 1, stop)) >= _LONG_QUOTE and _speech(view, at + 1, stop):
            return Content(*trim(folded, at + 1, stop), True, "quote")
        at = stop + 1
    return None


def _speech(view: View, start: int, end: int) -> bool:
    """Tell whether a quotation can be what was said: three words at least, and no outlet's or body's name."""
    if len(view.words(start, end)) < _SHORT_QUOTE:
        return False
    return not any(m.start <= start + 1 and end - 1 <= m.end for m in view.mentions)


def _governed(view: View, cue: Cue, after: int, limit: int) -> Content | None:
    """Read nominal content behind a preposition («دعا إلى X», «طالب بـX»)."""
    for way, wanted in _PREPOSITIONS.items():
        at = _behind(view, after, limit, wanted) if way in cue.ways else None
        if at is not None and not (way == "on" and "obj" in cue.ways and _opens_object(view, _first(view, after))):
            a, b = trim(view.doc.folded, at, limit)
            return Content(a, b, False, way) if b > a else None
    return None


def _first(view: View, after: int) -> int:
    """Give where the first word behind a place begins."""
    return next((s for s, _ in view.words(after, view.end)), after)


def _object(view: View, cue: Cue, after: int, limit: int, subject: Mention | None) -> Content | None:
    """Read nominal content as the object («أعلنت السعودية قطع العلاقات»), unless a pronoun holds that place."""
    addressed = cue.mark.cells["verb"] in _ADDRESSED
    if addressed or cue.mark.suffix.endswith(_OBJECT_ENDS) or not cue.ways & {"of", "about", "obj"}:
        return None
    if "عن" in cue.mark.cells["form"].split()[-1:] or ("obj" in cue.ways and subject is not None):
        after = _past_aside(view, _past_adjectives(view, after, limit), limit)
        about = _behind(view, after, limit, "about") or after
        if len(_plain_words(view, after, about)) > _BETWEEN:
            about = after  # «مؤكدا ضرورة العمل للدفاع عن البلاد»: that «عن» is another word's
        a, b = trim(
            view.doc.folded,
            max([about, *(d.end for _, d in view.dates if d.start <= about + 2 and d.end > about)]),
            limit,
        )
        return Content(a, b, False, "obj") if len(view.words(a, b)) >= 3 and _opens_object(view, a) else None
    return None


def _plain_words(view: View, start: int, end: int) -> list[Span]:
    """Give the words between two places that belong to no date."""
    return [w for w in view.words(start, end) if not any(d.start <= w[0] < d.end for _, d in view.dates)]


def _past_adjectives(view: View, after: int, limit: int) -> int:
    """Step over what describes the subject up to a date between commas («حكومة الإنقاذ [الوطني، ]اليوم، X»)."""
    comma = view.text(after, limit).find("،")
    dates = [d.start for _, d in view.dates if d.start > after]
    dated = comma >= 0 and any(not view.text(after + comma + 1, at).strip() for at in dates)
    described = view.text(after, limit).lstrip().startswith("ال")
    return after + comma if dated and described and len(view.words(after, after + comma)) <= _NAME_WORDS else after


def _past_aside(view: View, after: int, limit: int) -> int:
    """Step over what commas or dashes set apart behind the subject («تؤكد تونس، وفق بيان للوزارة، تضامنها»)."""
    rest = view.text(after, limit)
    mark = rest.lstrip()[:1]
    if mark not in ("،", "-", "–"):
        return after
    close = rest.find(mark, rest.index(mark) + 1)
    return after + close + 1 if close > 0 and len(rest[:close].split()) <= _ASIDE_WORDS else after


def _aside_end(view: View, after: int, limit: int) -> int:
    """Give where an aside that is open ends: behind its comma, if one follows within a few words."""
    rest = view.text(after, limit)
    close = rest.find("،")
    return after + close + 1 if close >= 0 and len(rest[:close].split()) <= _ASIDE_WORDS else after


def _opens_object(view: View, at: int) -> bool:
    """Tell whether a noun opens the object here: no preposition, no conjunction, no rest of the speaker's post."""
    end = next((e for _, e in view.words(at, view.end)), at)
    if view.text(at, end).startswith(("لل", "و")) and not _rooted(view, at):
        return False
    if any(m.start <= at < m.end and m.head in ("person", "office") for m in view.mentions):
        return False  # a speaker, and nothing said
    function = [
        m
        for m in view.marks
        if m.start == at and m.end >= end and m.kind in ("marker", "grammar", "attribution", "word")
    ]
    governed = any(m.start == at and m.prefix in ("ب", "بال") for m in view.marks)
    return not governed and not any(
        m.kind in ("marker", "attribution") or m.cells["use"] in _FUNCTION for m in function
    )


def _rooted(view: View, at: int) -> bool:
    """Tell whether the ب or و of a word is its own first letter and no preposition («بشار», «بلدان», «وجود»)."""
    return any(m.core[0] == at and m.prefix == "" for m in view.marks)


def _behind(view: View, after: int, limit: int, wanted: str) -> int | None:
    """Give where the phrase behind the wanted preposition begins, if it stands within a few words."""
    reach: list[Span] = view.words(after, limit)[:7]
    if not reach:
        return None
    if wanted == "bi":
        return next(
            (s + 1 for s, e in reach if view.text(s, e).startswith("ب") and e - s > 3 and not _rooted(view, s)), None
        )
    occasions = [m for m in view.of("grammar") if m.cells["use"] == "occasion"]  # «على إثر» is no «على»
    for mark in view.of("marker"):
        inside = any(m.start <= mark.start and mark.end < m.end for m in occasions)
        if mark.cells["marker"] == wanted and mark.start >= after and mark.end <= reach[-1][1] and not inside:
            return mark.end
    if wanted == "to":
        return next((s + 1 for s, e in reach if view.text(s, e).startswith(("لل", "لال"))), None)
    return None
