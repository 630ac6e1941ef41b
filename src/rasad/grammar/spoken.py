"""Content by language: where the words of a speaker stand around the cue, and who the speaker is."""

import re
from collections.abc import Sequence

from rasad.grammar.contents import Content, following, trim, unquote
from rasad.grammar.cues import Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span

_SPEAKERS = frozenset({"person", "office", "organ", "org", "group", "country", "pronoun", "both"})
_NAME_WORDS = 6
"""More words than this are no name of a speaker, but a clause."""
_HARD_STOP = re.compile("[.!؟?\n]")


def complementisers(view: View) -> list[Mark]:
    """Give the words that open a clause of content."""
    return [m for m in view.marks if m.kind == "grammar" and m.cells["use"] == "complementiser"]


def verb_ends(view: View, lang: str) -> list[Span]:
    """Give the spans of finite verbs that can close a Persian clause."""
    if lang != "fa":
        return []
    spans = [(m.start, m.end) for m in view.of("light")]
    spans += [(m.start, m.end) for m in view.marks if m.kind in ("speech", "trigger") and m.morph in ("past", "present")]
    spans += [m.span() for m in re.finditer("(?<!\\w)ن?می[\u200c ]\\w+", view.text(view.start, view.end))] and [
        (view.start + m.start(), view.start + m.end())
        for m in re.finditer("(?<!\\w)ن?می[\u200c ]\\w+", view.text(view.start, view.end))
    ]
    return sorted(set(spans))


def clause_start(view: View, cue: Cue, earlier: Sequence[Cue], verbs: Sequence[Span]) -> int:
    """Give where the clause of a Persian cue begins: behind the verb that ends the previous cue's content."""
    last = max((c.end for c in earlier if c.end <= cue.start), default=None)
    if last is None:
        return opening(view)
    return max([e for _, e in verbs if last <= e <= cue.core[0]], default=last)


def opening(view: View) -> int:
    """Give where the sentence itself begins, behind the agency that signs it («خبرگزاری فارس:»)."""
    for mention in view.mentions[:1]:
        colon = view.doc.folded.find(":", mention.end, mention.end + 3)
        if mention.entity.kind in ("agency", "outlet") and mention.start <= view.start + 12 and colon >= 0:
            return colon + 1
    return view.start


def content_end(view: View, cue: Cue, later: Sequence[Cue], verbs: Sequence[Span]) -> int:
    """Give where the content behind a cue must end: at the verb before the next cue's clause, or at the sentence's end."""
    following_cue = next((c for c in later if c.start >= cue.end and c.finite and _opens_clause(view, c)), None)
    if following_cue is None:
        return view.end
    between = [e for s, e in verbs if s >= cue.end and e <= following_cue.start]
    if between:
        return between[-1]
    conjunction = view.doc.folded.rfind(" و ", cue.end, following_cue.start + 2)
    return conjunction if conjunction > cue.end else following_cue.start


def _opens_clause(view: View, cue: Cue) -> bool:
    """Tell whether a cue opens a clause of its own: «و گفت», or a content mark right behind it."""
    before = view.text(max(view.start, cue.start - 3), cue.start)
    behind = view.text(cue.end, min(view.end, cue.end + 5)).lstrip(" \u200c،")
    return before.endswith((" و ", "، ")) or behind.startswith((":", "که", "«", '"'))


def subject_before(view: View, start: int, end: int) -> Mention | None:
    """Give the first noun phrase of a Persian clause that no marker governs: its subject."""
    for mention in view.mentions:
        if mention.start < start or mention.end > end or mention.head not in _SPEAKERS or mention.marker != "":
            continue
        if _dateline(view, mention) or _dependent(view, mention, start):
            continue
        return mention
    return None


def _dateline(view: View, mention: Mention) -> bool:
    """Tell whether an agency only signs the dispatch («خبرگزاری فارس:»)."""
    return mention.entity.kind in ("agency", "outlet") and view.text(mention.end, mention.end + 2).strip().startswith((":", "-", "–"))


def unknown_before(view: View, start: int, cue: Cue) -> Span | None:
    """Give the words that open a Persian clause up to its first marker, where no known name stands: an unknown subject."""
    words = view.words(start, cue.core[0])
    if words and view.text(*words[0]) in ("و", "اما", "ولی"):
        words = words[1:]
    if not words:
        return None
    stops = [m.core[0] for m in view.marks if m.kind in ("marker", "attribution", "modality", "light", "speech", "trigger")]
    stops += [m.core[0] for m in view.marks if m.kind == "word" and m.cells["use"] not in ("stop", "quantifier")]
    stops += [d.start for _, d in view.dates] + [m.start for m in complementisers(view)]
    limit = min([s for s in stops if s >= words[0][0]], default=cue.core[0])
    everyday = [m.core[0] for m in view.marks if m.kind == "word" and m.cells["use"] == "stop" or m.kind == "grammar" and m.cells["use"] == "demonstrative"]
    if any(words[0][0] <= at < limit for at in everyday):
        return None
    return _name_span(view, words[0][0], min(limit, cue.core[0]))


def _name_span(view: View, start: int, end: int) -> Span | None:
    """Give [start, end) without punctuation if it is one to six words long and holds letters only."""
    at = next((i for i in range(start, end) if view.doc.folded[i] in "،,.:؛\n"), end)
    a, b = trim(view.doc.folded, start, at)
    a, b = (a + 1 if view.text(a, a + 1) in '«"“' else a), (b - 1 if view.text(b - 1, b) in '»"”' else b)
    words = view.words(a, b)
    return (a, b) if 1 <= len(words) <= _NAME_WORDS and b - a > 2 and not view.text(*words[0]).isdigit() else None


def unknown_after(view: View, cue: Cue, limit: int) -> Span | None:
    """Give the words between an Arabic verb and what opens its content, where no known name stands."""
    stops = [m.start for m in complementisers(view)] + [m.core[0] for m in view.marks if m.kind in ("marker", "attribution", "trigger")]
    stops += [m.core[0] for m in view.marks if m.kind == "word" and m.cells["use"] in ("preposition", "relative", "conjunction", "adverb")]
    stops += [d.start for _, d in view.dates] + [i for i in range(cue.end, limit) if view.doc.folded[i] in ':"«“']
    behind = min([s for s in stops if s >= cue.end], default=None)
    if behind is None or behind <= cue.end + 2:
        return None
    return _name_span(view, cue.end, behind)


def _dependent(view: View, mention: Mention, start: int) -> bool:
    """Tell whether a phrase hangs on a trigger noun right before it («the attack of Israel»)."""
    return any(t.end <= mention.start and view.text(t.end, mention.start).strip(" \u200c«\"") == "" and t.morph == "noun" and t.end > start
               for t in view.of("trigger"))


def subject_after(view: View, cue: Cue, limit: int) -> Mention | None:
    """Give the noun phrase right behind an Arabic verb, with no more than two words between."""
    for mention in view.mentions:
        if mention.start < cue.end:
            continue
        if mention.start >= limit or mention.head not in _SPEAKERS:
            return None
        gap = view.text(cue.end, mention.start)
        if len(gap.split()) > 2 or any(c in gap for c in ".:\n«\""):
            return None
        return mention if mention.marker == "" else None
    return None


def quoted_after(view: View, cue: Cue, limit: int) -> Mention | None:
    """Give whom a carrier quotes: the phrase behind «عن» after «نقلت»."""
    return next((m for m in view.mentions if cue.end <= m.start and m.end <= limit and m.marker == "about" and m.head in _SPEAKERS), None)


def quoted_before(view: View, cue: Cue) -> Mention | None:
    """Give the phrase right before «قوله»: the one who said it."""
    near = [m for m in view.mentions if m.end <= cue.start and m.head in _SPEAKERS and len(view.text(m.end, cue.start).split()) <= 4]
    return near[-1] if near else None


def subject_first(view: View, cue: Cue, start: int) -> Mention | None:
    """Give the ungoverned noun phrase before an Arabic verb in its own clause («Assad said ...» in this order)."""
    for mention in reversed(view.mentions):
        if mention.end > cue.start or mention.start < start:
            continue
        gap = view.text(mention.end, cue.start)
        if len(gap.split()) > 4 or _HARD_STOP.search(gap):
            return None
        if mention.marker == "" and mention.head in _SPEAKERS:
            return mention
    return None


def persian_before(view: View, cue: Cue, start: int, subject: Mention | None) -> Content | None:
    """Read nominal content before a Persian cue: «بر X تاکید کرد», «از X خبر داد», «خواستار X شد», «X را Y دانست»."""
    if cue.mark.cells["verb"] == "demand" and cue.mark.morph in ("past", "present"):
        return None  # «از X خواست Y»: what is asked follows; before it stands whom
    left = max(start, subject.end if subject is not None and subject.start >= start else start)
    markers = [m for m in view.of("marker") if m.start >= left and m.end <= cue.core[0]]
    for way, wanted in (("accuse", "to"), ("on", "on"), ("of", "from"), ("to", "to")):
        if way not in cue.ways:
            continue
        marker = _opening(view, markers, wanted, left)
        if marker is not None:
            (a, b), quoted = unquote(view.doc.folded, marker.end, cue.core[0])
            return Content(a, b, quoted, way) if b > a else None
    if "obj" in cue.ways:
        return _object(view, cue, left, markers)
    return None


def _opening(view: View, markers: Sequence[Mark], wanted: str, left: int) -> Mark | None:
    """Choose the preposition that opens the content: the last behind a comma, else the first."""
    fitting = [m for m in markers if m.cells["marker"] == wanted]
    behind_comma = [m for m in fitting if view.text(left, m.start).rstrip().endswith(("،", ","))]
    if behind_comma:
        return behind_comma[-1]
    return fitting[0] if fitting else None


def _object(view: View, cue: Cue, left: int, markers: Sequence[Mark]) -> Content | None:
    """Read an object: between the nominal part and its light verb («خواستار X شد»), or before the cue («X را Y خواند»)."""
    inner = trim(view.doc.folded, cue.core[1], max(cue.core[1], _light_start(view, cue)))
    if inner[1] - inner[0] > 3:
        return Content(inner[0], inner[1], False, "obj")
    objects = [m for m in markers if m.cells["marker"] == "obj"]
    if not objects:
        return None
    at = left
    comma = max(view.doc.folded.rfind("،", left, objects[-1].start), view.doc.folded.rfind(",", left, objects[-1].start))
    if comma > left and len(view.words(left, comma)) <= 12:
        at = comma + 1
    (a, b), quoted = unquote(view.doc.folded, at, cue.core[0])
    return Content(a, b, quoted, "obj") if b > a else None


def _light_start(view: View, cue: Cue) -> int:
    return next((m.start for m in view.of("light") if m.end == cue.end), cue.end)


def persian_content(view: View, cue: Cue, start: int, limit: int, subject: Mention | None) -> Content | None:
    """Read the content of a Persian cue: behind it if a colon, «که» or a quotation follows, else before it, else bare."""
    if cue.mark.cells["verb"] == "demand" and cue.mark.morph in ("past", "present") and not _asks_somebody(view, cue, start):
        return None  # «می‌خواهد»: wanting is not asking
    marks = [m for m in complementisers(view) if m.start >= cue.end]
    near = [m for m in marks if view.text(cue.end, m.start).strip(" \u200c،") == ""][:1]
    if cue.ways & {"that", "colon"}:
        found = following(view, cue, limit, near, cue.end)
        if found is not None:
            return found
    before = persian_before(view, cue, start, subject)
    if before is not None:
        return before
    bare = trim(view.doc.folded, cue.end, limit)
    rest = view.text(*bare)
    if "that" in cue.ways and len(rest.split()) >= 3 and not rest.startswith("و "):
        return Content(bare[0], bare[1], False, "bare")
    return None


def arabic_content(view: View, cue: Cue, limit: int, subject: Mention | None) -> Content | None:
    """Read the content of an Arabic cue: behind إن/أن, a colon or a quotation, else behind its preposition, else its object."""
    after = subject.end if subject is not None and subject.start >= cue.end else cue.end
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


def _near_complementiser(view: View, cue: Cue, after: int, limit: int) -> Mark | None:
    for mark in complementisers(view):
        if mark.start >= after and mark.end <= limit:
            gap = view.text(after, mark.start)
            return mark if len(gap.split()) <= 14 and not _HARD_STOP.search(gap) else None
    return None


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


def _asks_somebody(view: View, cue: Cue, start: int) -> bool:
    """Tell whether a Persian «خواست» has somebody behind «از» before it."""
    return any(m.marker == "from" and start <= m.start and m.end <= cue.core[0] for m in view.mentions)


_PREPOSITIONS = {"on": "on", "to": "to", "of": "from", "bi": "bi"}


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
