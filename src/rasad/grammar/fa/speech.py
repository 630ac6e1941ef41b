"""What stands around a Persian cue: subject first, content behind it or, if nominal, before it."""

from collections.abc import Sequence

from rasad.grammar.contents import NAME_WORDS, name_span
from rasad.grammar.fa.cases import agent, bare_subject, signs, subject, unnamed_subject
from rasad.grammar.fa.clauses import Clause, clause_at, read_clauses
from rasad.grammar.fa.contents import BARE, content
from rasad.grammar.fa.cues import opens
from rasad.grammar.fa.places import dated, over
from rasad.grammar.fa.verbs import THEY, read_verbs
from rasad.grammar.shapes import Content, Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention, Span

_SAID = frozenset({"that", "colon", "quote", "bare"})
_TOLD = frozenset({"past", "perfect", "pluperfect", "present"})
_PARTING = frozenset({"marker", "attribution", "modality", "light", "speech", "trigger"})
"""Kinds of marks before which an unknown subject ends."""
_PAPERS = ("statement", "readout")


def read_speech(
    view: View, cue: Cue, cues: Sequence[Cue], spoke: bool
) -> tuple[Mention | None, Content | None, int, int]:
    """Give the subject of a cue, its content, and the bounds of its clause.

    `spoke` tells that an earlier cue of the sentence had its own content, so that a dropped subject is its speaker.
    """
    clauses = read_clauses(view)
    number = clause_at(clauses, cue.core[0])
    limit = content_end(view, cue, cues, clauses)
    start = _clause_start(view, clauses[number], cue)
    speaker = agent(view, cue, clauses[number]) or subject(view, clauses, number, cue.core[0])
    speaker = _author(view, cue) or quoted(view, cue, clauses[number], speaker) or speaker
    if speaker is None and not spoke and _they_say(view, cue):
        return None, None, start, limit
    said = content(view, cue, clauses, limit, speaker)
    outer = _outer(view, cue, cues, clauses)
    if outer is not None and not _embedded(view, cue, clauses, said):
        return None, None, start, limit
    return speaker, said, start, limit


def quoted(view: View, cue: Cue, clause: Clause, subject: Mention | None) -> Mention | None:
    """Give whom the subject quotes, since he speaks («رویترز به نقل از [یک مقام] گفت»)."""
    behind = next(
        (m for m in view.of("attribution") if _quotes(m) and clause.holds(m.start) and m.end <= cue.core[0]), None
    )
    if behind is None or (subject is not None and subject.start > behind.start):
        return None
    if not view.words(max(clause.start, opening(view)), behind.start) or any(
        m.end <= behind.start and clause.holds(m.start) for m in view.of("attribution")
    ):
        return None
    return next(
        (
            m
            for m in view.mentions
            if behind.end < m.end <= cue.core[0] and behind.start < m.start and m.marker == "source"
        ),
        None,
    )


def _they_say(view: View, cue: Cue) -> bool:
    """Tell whether «they say» opens its clause: then it is people, not who spoke before («[می‌گویند] جریمه شده‌ایم»)."""
    plural = cue.mark.cells["verb"] == "say" and view.text(cue.core[0], cue.mark.end).endswith(THEY)
    return plural and cue.mark.morph in ("past", "present") and unknown_subject(view, view.start, cue, cue.end) is None


def _author(view: View, cue: Cue) -> Mention | None:
    """Give whose document it is in which something stands («در بیانیه [وزارت خارجه] آمده است»)."""
    papers = [m.end for m in view.of("attribution") if m.cells["cue"] in _PAPERS and m.end <= cue.start]
    if cue.mark.cells["verb"] != "come" or not papers:
        return None
    found = [m for m in view.mentions if papers[0] <= m.start and m.end <= cue.start and m.marker == "source"]
    return found[0] if found else None


def _quotes(mark: Mark) -> bool:
    return mark.cells["cue"] == "quote" and mark.cells["side"] == "after"


def _clause_start(view: View, clause: Clause, cue: Cue) -> int:
    """Give where the stretch of the clause that holds the cue begins, behind the agency that signs the dispatch."""
    start = clause.parts[0][0] if clause.parts else view.start
    return max(start, opening(view))


def opening(view: View) -> int:
    """Give where the sentence itself begins, behind the agency that signs it («خبرگزاری فارس:»)."""
    for mention in view.mentions[:1]:
        colon = view.doc.folded.find(":", mention.end, mention.end + 3)
        if signs(view, mention) and mention.start <= view.start + 12 and colon >= 0:
            return colon + 1
    return view.start


def content_end(view: View, cue: Cue, cues: Sequence[Cue], clauses: Sequence[Clause]) -> int:
    """Give where the content behind a cue must end: where its own clause goes on, or the page's voice comes back."""
    number = clause_at(clauses, cue.core[0])
    after = _after(view, cue)
    ends = [c.start for n, c in enumerate(clauses) if c.start >= after and _voice(view, cue, n, cues, clauses)]
    around = {number} | set(_around(clauses, number))
    if cue.finite:
        around.discard(number)
    later = [s for n in around for s, _ in clauses[n].parts if s >= after and view.text(cue.end, s).strip()]
    ends += [_wished(view, at) for at in later]
    return min(ends, default=view.end)


def _wished(view: View, at: int) -> int:
    """Give where the clause ends that a verb of wish or need opens without «که» («علاقه‌مند است [X برود]»)."""
    if view.text(at - 3, at).rstrip().endswith(("،", "؛", ":")):
        return at
    verb = next((v for v in read_verbs(view) if v.start >= at), None)
    return verb.end if verb is not None and verb.tense == "subjunctive" and "،" not in view.text(at, verb.start) else at


def _after(view: View, cue: Cue) -> int:
    at = cue.end
    while at < view.end and view.doc.folded[at] in " \u200c،:":
        at += 1
    return at


def _around(clauses: Sequence[Clause], number: int) -> list[int]:
    """Give the clauses a clause is held in, nearest first."""
    found: list[int] = []
    at = clauses[number].outer
    while at is not None:
        found.append(at)
        at = clauses[at].outer
    return found


def _voice(view: View, cue: Cue, number: int, cues: Sequence[Cue], clauses: Sequence[Clause]) -> bool:
    """Tell whether a clause behind a cue is the page's own voice again: «... و افزود», «؛ وی گفت»."""
    clause = clauses[number]
    own = clauses[clause_at(clauses, cue.core[0])]
    if clause.inner or clause.quoted or clause.opener is not None or clause.verb is None or not clause.verb.third:
        return False
    if not any(c.verb is not None and cue.end < c.verb.start < clause.start for c in clauses):
        return False
    first = own.verb
    if first is not None and first.narrative and not clause.verb.narrative:
        return False
    later = next((c for c in cues if clause.holds(c.core[0]) and c.finite), None)
    if later is None:
        return False
    named = bare_subject(view, clause, later.core[0], free=False)
    if named is None:
        return not unnamed_subject(view, clause, later.core[0])
    return named.head == "pronoun" or (clause.verb.tense == "past" and opens(view, later))


def _outer(view: View, cue: Cue, cues: Sequence[Cue], clauses: Sequence[Clause]) -> Cue | None:
    """Give the earlier cue whose content holds this one, if one does."""
    for earlier in cues:
        if earlier.end > cue.core[0]:
            return None
        if not earlier.ways & _SAID or not _opens_behind(view, earlier, clauses):
            continue
        if content_end(view, earlier, cues, clauses) > cue.core[0]:
            return earlier
    return None


def _opens_behind(view: View, cue: Cue, clauses: Sequence[Clause]) -> bool:
    """Tell whether what a cue reports stands behind it: a colon, «که», a quotation, or a clause after its verb."""
    if opens(view, cue) or not cue.finite:
        return True
    verb = clauses[clause_at(clauses, cue.core[0])].verb
    rest = view.text(cue.end, view.end).lstrip(" \u200c")
    long = len(rest.split()) >= BARE and not rest.startswith(("و ", "؛", "."))
    return long and verb is not None and verb.end <= cue.end + 1


def _embedded(view: View, cue: Cue, clauses: Sequence[Clause], said: Content | None) -> bool:
    """Tell whether a cue inside what another says is a report of its own: somebody named, in the past, says that."""
    clause = clauses[clause_at(clauses, cue.core[0])]
    if said is None or said.way not in _SAID or clause.verb is None or not clause.verb.third or not cue.finite:
        return False
    if clause.verb.tense not in _TOLD or cue.stance not in ("asserts", "threatens"):
        return False
    return bare_subject(view, clause, cue.core[0], free=False) is not None


def unknown_subject(view: View, start: int, cue: Cue, limit: int) -> Span | None:
    """Give the words that open a clause up to its first marker, where no known name stands: an unknown subject."""
    clauses = read_clauses(view)
    clause = clauses[clause_at(clauses, cue.core[0])]
    if not unnamed_subject(view, clause, cue.core[0]) and bare_subject(view, clause, cue.core[0], free=False) is None:
        return None
    edge = min(cue.core[0], cue.mark.start)
    first = next(((s, e) for s, e in clause.parts if s >= start or e > start), (start, edge))
    words = [w for w in view.words(max(first[0], start), min(first[1], edge)) if not _opener(view, w)]
    if not words:
        return None
    end = min([s for s in _stops(view) if s >= words[0][0]], default=edge)
    end = min(end, first[1], edge, words[min(NAME_WORDS, len(words)) - 1][1])
    quote = view.doc.folded.find("»", words[0][0], end)
    if view.text(words[0][0] - 1, words[0][0]) == "«" and quote > 0:
        end = quote
    span = name_span(view, words[0][0], end)
    return None if span is None or span in _pointing(view) else span


def _stops(view: View) -> list[int]:
    """Give the places where a noun phrase must have ended: markers, verbs, adverbs, dates."""
    stops = [m.core[0] for m in view.marks if m.kind in _PARTING and m.cells.get("marker") != "part"]
    stops += [m.core[0] for m in view.of("word") if m.cells["use"] not in ("stop", "quantifier", "pronoun", "outlet")]
    return stops + [d.start for _, d in view.dates]


def _pointing(view: View) -> list[Span]:
    """Give the words that only point («این», «آنها»): they name nobody by themselves."""
    found = [m.core for m in view.of("grammar") if m.cells["use"] == "demonstrative"]
    return found + [m.core for m in view.of("word") if m.cells["use"] == "pronoun" and " " not in m.cells["form"]]


def _opener(view: View, word: Span) -> bool:
    """Tell whether a word only opens a clause: a conjunction, an adverb, a date."""
    return dated(view, word) or any(
        m.kind == "word" and m.cells["use"] in ("conjunction", "adverb") for m in over(view, word)
    )
