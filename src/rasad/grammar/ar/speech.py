"""What stands around an Arabic cue: verb first, then its subject, then the content behind إن/أن, a quotation or a preposition."""

import re
from collections.abc import Sequence

from rasad.grammar.ar.agreement import can_be_subject
from rasad.grammar.ar.cues import begins_clause
from rasad.grammar.contents import complementisers, name_span, trim, unquote
from rasad.grammar.shapes import SPEAKERS, Content, Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span

_HARD_STOP = re.compile("[.!؟?\n]")
_OF_CONTENT = frozenset({"on", "to", "from", "about"})
_PREPOSITIONS = {"on": "on", "to": "to", "of": "from", "bi": "bi"}


def read_speech(view: View, cue: Cue, cues: Sequence[Cue], verbs: Sequence[Span], spoke: bool) -> tuple[Mention | None, Content | None, int, int]:
    """Give the subject of a cue, its content, and the bounds of its clause."""
    number = cues.index(cue)
    limit = _limit(view, cues[number + 1 :])
    start = max((c.end for c in cues[:number] if c.end <= cue.start), default=view.start)
    subject = _subject(view, cue, start, limit, spoke)
    return subject, content(view, cue, limit, subject), start, limit


def unknown_subject(view: View, start: int, cue: Cue, limit: int) -> Span | None:
    """Give the unknown words behind a finite verb that stand where its subject belongs."""
    return _unknown_after(view, cue, limit) if cue.finite else None


def _subject(view: View, cue: Cue, start: int, limit: int, spoke: bool) -> Mention | None:
    """Give the subject of an Arabic cue; of «نقلت ... عن» and «قوله» the one who is quoted."""
    if cue.mark.morph == "participle":
        return None if spoke else main_subject(view, cue)
    if cue.mark.morph == "fixed":
        return quoted_before(view, cue)
    if cue.mark.cells["verb"] == "report":
        quoted = quoted_after(view, cue, limit)
        if quoted is not None:
            return quoted
    if cue.ways & {"accuse", "obj"}:
        # «... قد اتهم واشنطن»: with a subject before the verb, what follows is its object.
        before = subject_first(view, cue, start) if cue.finite else None
        if before is not None and len(view.text(before.end, cue.core[0]).split()) <= 1:
            return before
    return subject_after(view, cue, limit) or (subject_first(view, cue, start) if cue.finite else None)


def _limit(view: View, later: Sequence[Cue]) -> int:
    """Give where the content of an Arabic cue must end: before the next cue that begins a clause of its own."""
    following = next((c for c in later if begins_clause(view, c)), None)
    if following is None:
        return view.end
    return trim(view.doc.folded, view.start, following.start)[1]


def _unknown_after(view: View, cue: Cue, limit: int) -> Span | None:
    """Give the words between an Arabic verb and what opens its content, where no known name stands."""
    stops = [m.start for m in complementisers(view)] + [m.core[0] for m in view.marks if m.kind in ("marker", "attribution", "trigger")]
    stops += [m.core[0] for m in view.marks if m.kind == "word" and m.cells["use"] in ("preposition", "relative", "conjunction", "adverb")]
    stops += [d.start for _, d in view.dates] + [i for i in range(cue.end, limit) if view.doc.folded[i] in ':"«“']
    behind = min([s for s in stops if s >= cue.end], default=None)
    if behind is None or behind <= cue.end + 2:
        return None
    return name_span(view, cue.end, behind)


def subject_after(view: View, cue: Cue, limit: int) -> Mention | None:
    """Give the noun phrase right behind an Arabic verb, with no more than two words between."""
    for mention in view.mentions:
        if mention.start < cue.end:
            continue
        if mention.start >= limit or mention.head not in SPEAKERS:
            return None
        gap = view.text(cue.end, mention.start)
        if len(gap.split()) > 2 or any(c in gap for c in ".:\n«\"") or _governed_between(view, cue.end, mention.start):
            return None
        return mention if mention.marker == "" and can_be_subject(view, cue.mark, mention) else None
    return None


def _governed_between(view: View, start: int, end: int) -> bool:
    """Tell whether a preposition of content stands between a verb and a phrase («شدد على دعم الصين»)."""
    return any(m.kind == "marker" and start <= m.start and m.end <= end and m.cells["marker"] in _OF_CONTENT for m in view.marks)


def main_subject(view: View, cue: Cue) -> Mention | None:
    """Give the subject of the main clause, who also speaks in a participle of circumstance («استقبل ... مؤكدا»)."""
    return next((m for m in view.mentions if m.end <= cue.start and m.marker == "" and m.head in SPEAKERS), None)


def quoted_after(view: View, cue: Cue, limit: int) -> Mention | None:
    """Give whom a carrier quotes: the phrase behind «عن» after «نقلت»."""
    return next((m for m in view.mentions if cue.end <= m.start and m.end <= limit and m.marker == "about" and m.head in SPEAKERS), None)


def quoted_before(view: View, cue: Cue) -> Mention | None:
    """Give the phrase right before «قوله»: the one who said it."""
    near = [m for m in view.mentions if m.end <= cue.start and m.head in SPEAKERS and len(view.text(m.end, cue.start).split()) <= 4]
    return near[-1] if near else None


def subject_first(view: View, cue: Cue, start: int) -> Mention | None:
    """Give the ungoverned noun phrase before an Arabic verb in its own clause («Assad said ...» in this order)."""
    for mention in reversed(view.mentions):
        if mention.end > cue.start or mention.start < start:
            continue
        gap = view.text(mention.end, cue.start)
        if len(gap.split()) > 4 or _HARD_STOP.search(gap):
            return None
        if mention.marker == "" and mention.head in SPEAKERS:
            return mention
    return None


def content(view: View, cue: Cue, limit: int, subject: Mention | None) -> Content | None:
    """Read the content of an Arabic cue: behind إن/أن, a colon or a quotation, else behind its preposition, else its object."""
    after = subject.end if subject is not None and subject.start >= cue.end else cue.end
    if "accuse" in cue.ways:
        return _charge(view, cue, after, limit)
    opening = _near_complementiser(view, cue, after, limit)
    quote = _near_quote(view, cue, after, limit)
    if quote is not None and (opening is None or quote.start <= opening.end + 2):
        return quote
    if opening is not None and cue.ways & {"that", "to", "on", "bi", "of"}:
        (a, b), quoted = unquote(view.doc.folded, opening.end, limit)
        return Content(a, b, quoted, "that") if b > a else None
    if view.text(after, limit).lstrip().startswith(":"):
        (a, b), quoted = unquote(view.doc.folded, view.doc.folded.index(":", after) + 1, limit)
        return Content(a, b, quoted, "colon") if b > a else None
    return _governed(view, cue, after, limit, subject)


def _charge(view: View, cue: Cue, after: int, limit: int) -> Content | None:
    """Read what somebody is accused of: behind the bi- that follows the accused («اتهم واشنطن بدعم ...»)."""
    accused = next((m for m in view.mentions if after <= m.start < limit and m.marker == ""), None)
    at = _behind(view, accused.end if accused is not None else after, limit, "bi")
    opening = _near_complementiser(view, cue, after, limit)
    if opening is not None and (at is None or opening.end - at <= 4):
        at = opening.end
    if at is None:
        return None
    (a, b), quoted = unquote(view.doc.folded, at, limit)
    return Content(a, b, quoted, "accuse") if b > a else None


def _near_complementiser(view: View, cue: Cue, after: int, limit: int) -> Mark | None:
    for mark in complementisers(view):
        if mark.start >= after and mark.end <= limit and not _subordinate(view, mark):
            gap = view.text(after, mark.start)
            return mark if len(gap.split()) <= 14 and not _HARD_STOP.search(gap) else None
    return None


def _subordinate(view: View, opening: Mark) -> bool:
    """Tell whether أن belongs to a conjunction («منذ أن», «بعد أن») and opens no content."""
    return any(m.kind == "grammar" and m.cells["use"] == "subordinate" and m.start < opening.start and opening.end <= m.end for m in view.marks)


def _near_quote(view: View, cue: Cue, after: int, limit: int) -> Content | None:
    folded = view.doc.folded
    for at in range(after, min(limit, after + 90)):
        if folded[at] in '"«“':
            close = {"«": "»", "“": "”", '"': '"'}[folded[at]]
            stop = folded.find(close, at + 1, view.end + 1)
            if stop < 0:
                stop = limit
            if len(view.words(at + 1, stop)) < 3:
                return None
            return Content(*trim(folded, at + 1, stop), True, "quote")
        if folded[at] in ".،":
            return None
    return None


def _governed(view: View, cue: Cue, after: int, limit: int, subject: Mention | None) -> Content | None:
    """Read nominal content behind a preposition («دعا إلى X», «طالب بـX») or as the object."""
    folded = view.doc.folded
    for way, wanted in _PREPOSITIONS.items():
        if way not in cue.ways:
            continue
        at = _behind(view, after, limit, wanted)
        if at is not None:
            a, b = trim(folded, at, limit)
            return Content(a, b, False, way) if b > a else None
    if cue.core[1] < cue.end or not cue.ways & {"of", "obj"}:
        return None
    if "عن" in cue.mark.cells["form"].split()[-1:] or ("obj" in cue.ways and subject is not None):
        a, b = trim(folded, after, limit)
        return Content(a, b, False, "obj") if len(view.words(a, b)) >= 3 else None
    return None


def _behind(view: View, after: int, limit: int, wanted: str) -> int | None:
    """Give where the phrase behind the wanted preposition begins, if it stands within a few words."""
    reach = view.words(after, limit)[:7]
    if not reach:
        return None
    last = reach[-1][1]
    if wanted == "bi":
        for start, end in reach:
            word = view.text(start, end)
            if word.startswith("ب") and len(word) > 3:
                return start + 1
        return None
    for mark in view.of("marker"):
        if mark.cells["marker"] == wanted and mark.start >= after and mark.end <= last:
            return mark.end
    if wanted == "to":
        return next((s + 1 for s, e in reach if view.text(s, e).startswith("لل") or view.text(s, e).startswith("لال")), None)
    return None
