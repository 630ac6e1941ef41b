"""What stands around an Arabic cue: verb first, then its subject, then the content."""

import re
from collections.abc import Sequence

from rasad.grammar.ar.agreement import agrees, can_be_subject
from rasad.grammar.ar.apposition import holder
from rasad.grammar.ar.contents import content
from rasad.grammar.ar.cues import begins_clause
from rasad.grammar.ar.gaps import clear, has_own
from rasad.grammar.ar.silent import DEMANDING, became_known, deed_between, describing, is_object, related, subordinated
from rasad.grammar.ar.subjects import told_behind
from rasad.grammar.contents import complementisers, name_span, trim
from rasad.grammar.shapes import SPEAKERS, Content, Cue
from rasad.grammar.view import View
from rasad.model import Mention, Span

_HARD_STOP = re.compile("[.!؟?\n]")
_ADDRESSING = frozenset({"accuse", "obj"})
"""Ways of verbs that have whom they address for their object."""
_QUOTES = ' «"“'
_OF_CONTENT = frozenset({"on", "to", "from", "about"})
_PRONOUNS = ("ه", "ها", "هم")
_APART = "express_apart"
"""«عبر X عن» is written like the preposition «عبر»."""
_OF_THINGS = frozenset({"show_document", "wave", _APART})
"""Verbs of which things are the subject too («[الفحوصات] أظهرت»), or that tell other deeds («لوح بالعلم», «عبر»).

Whose subject is not named, nobody knows."""
_OPENING = 4
"""Words before the subject of a main clause at the most: conjunction, verb, time («وكان أمس قد ...»)."""
_TOLD = ("ل", "ب")
"""Prepositions written with the word they govern: to whom something is told, and what."""
_DOCUMENT_WORDS = 4
"""Words between «بيان» and whose it is («بيان صادر عن وزارة الدفاع»)."""


def read_speech(
    view: View, cue: Cue, cues: Sequence[Cue], spoke: bool
) -> tuple[Mention | None, Content | None, int, int]:
    """Give the subject of a cue, its content, and the bounds of its clause."""
    number = cues.index(cue)
    limit = _limit(view, cues[number + 1 :])
    start = max((c.end for c in cues[:number] if c.end <= cue.start), default=view.start)
    later = [c for c in cues[number + 1 :] if c.mark.morph == "fixed" and c.end <= limit]
    if cue.mark.cells["verb"] == "report" and later:
        return None, None, start, limit  # «نقلت X عن Y [قوله]»: there the words are read
    subject = _subject(view, cue, start, limit, spoke)
    if subject is not None:
        subject = holder(view, subject)
        if _hearsay(view, subject.start):
            return None, None, start, limit
    elif cue.mark.cells["verb"] in _OF_THINGS or became_known(view, cue) or describing(view, cue):
        return None, None, start, limit
    return subject, content(view, cue, limit, subject), start, limit


def unknown_subject(view: View, start: int, cue: Cue, limit: int) -> Span | None:
    """Give the unknown words behind a finite verb that stand where its subject belongs."""
    span = _unknown_after(view, cue, limit) if cue.finite else None
    if (
        span is None
        or any(m.start <= span[0] < m.end and not m.entity.id.startswith("page:") for m in view.mentions)
        or _hearsay(view, span[0])
        or any(m.kind == "grammar" and m.cells["use"] == "paper" and m.start == span[0] for m in view.marks)
    ):
        return None
    first = view.words(*span)[0]
    named = any(m.kind in ("given", "surname") and m.core[0] == first[0] for m in view.marks)
    if not named and (related(view, cue) or view.text(*first).startswith(_TOLD[: 1 + ("bi" in cue.ways)])):
        return None  # «أقر [بوجود] X», «أفاد [لوحدة] Y»: what is told, or whom; nobody who tells it
    if any(m.cells["use"] == "saying" and m.start == first[0] for m in view.of("grammar")):
        return None  # «وتابع [بالقول]»
    return None if any(m.morph == "present" and m.start == first[0] and m.end == first[1] for m in view.marks) else span


def _hearsay(view: View, at: int) -> bool:
    """Tell whether unnamed reports or media begin here: they carry what is said, they do not speak."""
    return any(m.kind == "grammar" and m.cells["use"] == "hearsay" and m.start <= at < m.end for m in view.marks)


def _subject(view: View, cue: Cue, start: int, limit: int, spoke: bool) -> Mention | None:
    """Give the subject of an Arabic cue; of «نقلت ... عن» and «قوله» the one who is quoted."""
    if cue.finite and cue.ways & {*_ADDRESSING, "about"} and _holds_subject(view, cue):
        return None
    if cue.mark.morph == "participle":
        return None if spoke and not _meanwhile(view, cue) else main_subject(view, cue)
    if cue.mark.morph == "fixed":
        return quoted_before(view, cue)
    told_of = related(view, cue) or _behind_that(view, cue)
    if told_of is not None:
        return told_of
    if cue.mark.cells["verb"] == "report":
        quoted = quoted_after(view, cue, limit)
        if quoted is not None:
            return quoted
    if cue.ways & {"accuse", "obj"}:
        # «... قد اتهم واشنطن»: with a subject before the verb, what follows is its object.
        before = subject_first(view, cue, start) if cue.finite else None
        if before is not None and len(view.text(before.end, cue.core[0]).split()) <= 1:
            return before
    found = (
        subject_after(view, cue, limit)
        or of_document(view, cue)
        or (subject_first(view, cue, start) if cue.finite else None)
    )
    if found is None and _goes_on(view, cue) and not spoke:
        doer = main_subject(view, cue)
        verb = view.words(view.start, cue.start)[0]
        named = doer is not None and can_be_subject(view, cue.mark, doer) and clear(view, verb[1], doer.start)
        return doer if named else None
    if found is not None and found.entity.is_carrier:
        return source_of(view, found, limit) or found
    return found


def _behind_that(view: View, cue: Cue) -> Mention | None:
    """Give who stands between «that» and a verb, which has its subject there («إن [الولايات المتحدة] أبلغت إيران»)."""
    before = [m for m in view.mentions if m.end == cue.start - 1 and m.marker == "" and m.head in SPEAKERS]
    if not cue.finite or not before or cue.mark.prefix:
        return None
    led = any(m.end == before[-1].start - 1 for m in complementisers(view))
    return before[-1] if led and agrees(view, cue.mark, before[-1]) else None


def _goes_on(view: View, cue: Cue) -> bool:
    """Tell whether a verb in the midst of a sentence goes on with what its subject does («شكر نظيره [وقال]»)."""
    return cue.finite and cue.mark.prefix in ("و", "ف") and bool(view.words(view.start, cue.start))


def _holds_subject(view: View, cue: Cue) -> bool:
    """Tell whether «that» right before a verb holds its subject («[أنه] أخبر المتحدث»: what follows is no subject)."""
    return any(
        view.text(m.end, cue.start).strip() == "" and view.text(m.start, m.end).endswith(_PRONOUNS)
        for m in complementisers(view)
        if m.end <= cue.start
    )


def _limit(view: View, later: Sequence[Cue]) -> int:
    """Give where the content of an Arabic cue must end: before the next cue that begins a clause of its own."""
    following = next((c for c in later if begins_clause(view, c)), None)
    if following is None:
        return view.end
    return trim(view.doc.folded, view.start, following.start)[1]


def _unknown_after(view: View, cue: Cue, limit: int) -> Span | None:
    """Give the words between an Arabic verb and what opens its content, where no known name stands."""
    stops = [m.start for m in complementisers(view)] + [
        m.core[0] for m in view.marks if m.kind in ("marker", "attribution", "trigger")
    ]
    stops += [
        m.core[0]
        for m in view.marks
        if m.kind == "word" and m.cells["use"] in ("preposition", "relative", "conjunction", "adverb")
    ]
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
        gap = (
            view.text(cue.end, mention.start).rstrip(' "«')
            if mention.head == "org"
            else view.text(cue.end, mention.start)
        )
        if len(gap.split()) > 2 or any(c in gap for c in '.:\n«"') or _governed_between(view, cue.end, mention.start):
            return None
        if deed_between(view, cue.end, mention.start):
            return None  # «أعلن [مقتل] الضابط»: who is killed does not announce
        if (cue.ways & _ADDRESSING or cue.mark.cells["verb"] in DEMANDING) and not clear(view, cue.end, mention.start):
            return None  # «دعا الحزب الصحفيين»: who calls upon them is not read
        if is_object(view, cue, mention) or told_behind(view, cue.mark):
            return None
        free = mention.marker == "" or (cue.mark.cells["verb"] == _APART and mention.marker == "through")
        return mention if free and can_be_subject(view, cue.mark, mention) else None
    return None


def of_document(view: View, cue: Cue) -> Mention | None:
    """Give whose a document is that speaks («ذكر بيان للكتيبة», «أفاد بيان صادر عن الوزارة»)."""
    near = view.words(cue.end, view.end)[:1]
    if (
        not near
        or view.text(*near[0]).startswith("ال")
        or not any(m.kind == "grammar" and m.cells["use"] == "paper" and m.end == near[0][1] for m in view.marks)
    ):
        return None
    owner = next((m for m in view.mentions if m.start >= near[0][1] and m.head in SPEAKERS), None)
    if (
        owner is None
        or len(view.text(near[0][1], owner.start).split()) > _DOCUMENT_WORDS
        or owner.marker not in ("", "to", "from", "about", "source")
    ):
        return None
    return None if any(near[0][1] <= m.start < owner.start for m in complementisers(view)) else owner


def source_of(view: View, carrier: Mention, limit: int) -> Mention | None:
    """Give whom a carrier cites before its أن («ذكرت رويترز نقلا عن مسؤول أن»)."""
    opening = next((m.start for m in complementisers(view) if m.start >= carrier.end), limit)
    cited = [
        m for m in view.mentions if carrier.end <= m.start < opening and m.marker == "source" and m.head in SPEAKERS
    ]
    return cited[-1] if cited and not cited[-1].entity.is_carrier else None


def _governed_between(view: View, start: int, end: int) -> bool:
    """Tell whether أن or a preposition of content stands between a verb and a phrase («شدد على دعم الصين»)."""
    opened = any(start <= m.start and m.end <= end for m in complementisers(view))
    return opened or any(
        start <= m.start and m.end <= end and m.cells["marker"] in _OF_CONTENT for m in view.of("marker")
    )


def main_subject(view: View, cue: Cue) -> Mention | None:
    """Give the subject of the main clause, who also speaks in a participle of circumstance («استقبل ... مؤكدا»).

    A source named right before the participle is the speaker («وفق ما أعلنه البيت الأبيض مضيفا»).
    """
    since = _meanwhile(view, cue)
    before = [m for m in view.mentions if since <= m.start and m.end <= cue.start and m.head in SPEAKERS]
    if before and before[-1].marker == "source" and len(view.text(before[-1].end, cue.start).split()) <= 1:
        return before[-1]
    first = next((m for m in before if m.marker == ""), None)
    if first is None or len(view.words(max(since, view.start), first.start)) > _OPENING:
        return None
    return first


def _meanwhile(view: View, cue: Cue) -> int:
    """Give where the clause behind «while» begins, if a cue stands in one; else 0."""
    return max((m.end for m in view.of("grammar") if m.cells["use"] == "meanwhile" and m.end <= cue.start), default=0)


def quoted_after(view: View, cue: Cue, limit: int) -> Mention | None:
    """Give whom a carrier quotes: the phrase behind «عن» after «نقلت», before what is said."""
    limit = min((m.start for m in complementisers(view) if m.start >= cue.end), default=limit)
    return next(
        (
            m
            for m in view.mentions
            if cue.end <= m.start and m.end <= limit and m.marker == "about" and m.head in SPEAKERS
        ),
        None,
    )


def quoted_before(view: View, cue: Cue) -> Mention | None:
    """Give the phrase right before «قوله»: the one who said it."""
    near = [
        m
        for m in view.mentions
        if m.end <= cue.start and m.head in SPEAKERS and len(view.text(m.end, cue.start).split()) <= 4
    ]
    return near[-1] if near else None


def _of_deed(view: View, mention: Mention) -> bool:
    """Tell whether a phrase stands right behind the noun of a deed, whose doer or victim it is («بعد هجوم [الجيش]»)."""
    return any(
        m.morph in ("noun", "masdar") and m.start < mention.start and not view.text(m.end, mention.start).strip(_QUOTES)
        for m in view.of("trigger")
    )


def subject_first(view: View, cue: Cue, start: int) -> Mention | None:
    """Give the ungoverned noun phrase before an Arabic verb in its own clause («Assad said ...» in this order)."""
    if has_own(view, cue.start):
        return None
    for mention in reversed(view.mentions):
        if mention.end > cue.start or mention.start < start or _of_deed(view, mention):
            continue
        gap = view.text(mention.end, cue.start)
        if len(gap.split()) > 4 or _HARD_STOP.search(gap) or subordinated(view, mention.end, cue.start):
            return None
        if mention.marker == "" and mention.head in SPEAKERS:
            return mention if mention.head not in ("group", "person") or agrees(view, cue.mark, mention) else None
    return None
