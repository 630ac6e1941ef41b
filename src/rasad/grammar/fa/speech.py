"""What stands around a Persian cue: subject first, content behind it or, if nominal, before it."""

from collections.abc import Sequence

from rasad.grammar.contents import complementisers, following, name_span, trim, unquote
from rasad.grammar.shapes import SPEAKERS, Content, Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span


def read_speech(view: View, cue: Cue, cues: Sequence[Cue], verbs: Sequence[Span], spoke: bool) -> tuple[Mention | None, Content | None, int, int]:
    """Give the subject of a cue, its content, and the bounds of its clause.

    `spoke` tells that an earlier cue of the sentence had its own content, so that a dropped subject is its speaker.
    """
    number = cues.index(cue)
    limit = content_end(view, cue, cues[number + 1 :], verbs)
    start = clause_start(view, cue, cues[:number], verbs)
    subject = subject_before(view, start, cue.core[0])
    if subject is None and not spoke and start > opening(view):
        subject = subject_before(view, opening(view), cue.core[0])
    return subject, content(view, cue, start, limit, subject), start, limit


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
        if mention.start < start or mention.end > end or mention.head not in SPEAKERS or mention.marker != "":
            continue
        if _dateline(view, mention) or _dependent(view, mention, start):
            continue
        return mention
    return None


def _dateline(view: View, mention: Mention) -> bool:
    """Tell whether an agency only signs the dispatch («خبرگزاری فارس:»)."""
    return mention.entity.kind in ("agency", "outlet") and view.text(mention.end, mention.end + 2).strip().startswith((":", "-", "–"))


def unknown_subject(view: View, start: int, cue: Cue, limit: int) -> Span | None:
    """Give the words that open a Persian clause up to its first marker, where no known name stands: an unknown subject."""
    words = view.words(start, cue.core[0])
    if words and view.text(*words[0]) in ("و", "اما", "ولی"):
        words = words[1:]
    if not words:
        return None
    stops = [m.core[0] for m in view.marks if m.kind in ("marker", "attribution", "modality", "light", "speech", "trigger")]
    stops += [m.core[0] for m in view.marks if m.kind == "word" and m.cells["use"] not in ("stop", "quantifier")]
    stops += [d.start for _, d in view.dates] + [m.start for m in complementisers(view)]
    end = min([s for s in stops if s >= words[0][0]], default=cue.core[0])
    everyday = [m.core[0] for m in view.marks if m.kind == "word" and m.cells["use"] == "stop" or m.kind == "grammar" and m.cells["use"] == "demonstrative"]
    if any(words[0][0] <= at < end for at in everyday):
        return None
    return name_span(view, words[0][0], min(end, cue.core[0]))


def _dependent(view: View, mention: Mention, start: int) -> bool:
    """Tell whether a phrase hangs on a trigger noun right before it («the attack of Israel»)."""
    return any(t.end <= mention.start and view.text(t.end, mention.start).strip(" \u200c«\"") == "" and t.morph == "noun" and t.end > start
               for t in view.of("trigger"))


def _before(view: View, cue: Cue, start: int, subject: Mention | None) -> Content | None:
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


def content(view: View, cue: Cue, start: int, limit: int, subject: Mention | None) -> Content | None:
    """Read the content of a Persian cue: behind it if a colon, «که» or a quotation follows, else before it, else bare."""
    if cue.mark.cells["verb"] == "demand" and cue.mark.morph in ("past", "present") and not _asks_somebody(view, cue, start):
        return None  # «می‌خواهد»: wanting is not asking
    marks = [m for m in complementisers(view) if m.start >= cue.end]
    near = [m for m in marks if view.text(cue.end, m.start).strip(" \u200c،") == ""][:1]
    if cue.ways & {"that", "colon"}:
        found = following(view, cue, limit, near, cue.end)
        if found is not None:
            return found
    before = _before(view, cue, start, subject)
    if before is not None:
        return before
    bare = trim(view.doc.folded, cue.end, limit)
    rest = view.text(*bare)
    if "that" in cue.ways and len(rest.split()) >= 3 and not rest.startswith("و "):
        return Content(bare[0], bare[1], False, "bare")
    return None


def _asks_somebody(view: View, cue: Cue, start: int) -> bool:
    """Tell whether a Persian «خواست» has somebody behind «از» before it."""
    return any(m.marker == "from" and start <= m.start and m.end <= cue.core[0] for m in view.mentions)
