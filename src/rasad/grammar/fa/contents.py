"""What a Persian cue reports: behind it if a colon, «که» or a quotation follows, else before it, else bare."""

from collections.abc import Sequence

from rasad.grammar.contents import following, told_before, trim, unquote
from rasad.grammar.fa.cases import case
from rasad.grammar.fa.clauses import Clause, clause_at, complementisers
from rasad.grammar.shapes import Content, Cue
from rasad.grammar.view import View
from rasad.model import Mark, Mention

BARE = 3
"""Fewer words than this behind a cue are no clause."""
_NO_SCENES = ("obj", "part")
"""What opens no occasion between the subject and the object («در حاشیه نشست X، Y را»)."""
_ASIDE = 12
"""Words (letters, of a date) that may stand between the subject and the object."""


def _before(view: View, cue: Cue, clause: Clause, speaker: Mention | None) -> Content | None:
    """Read nominal content before a Persian cue: «بر X تاکید کرد», «از X خبر داد», «خواستار X شد», «X را Y دانست»."""
    if cue.mark.cells["verb"] == "demand" and cue.mark.morph in ("past", "present"):
        return None  # «از X خواست Y»: what is asked follows; before it stands whom
    left = max(clause.start, speaker.end if speaker is not None and clause.holds(speaker.start) else clause.start)
    # The «از» of «پیش از این» governs nothing.
    parts = [m for m in view.of("grammar") if m.cells["use"] == "background"]
    markers = [m for m in view.of("marker") if m.start >= left and m.end <= cue.core[0] and clause.holds(m.start)]
    markers = [m for m in markers if not any(p.start <= m.start and m.end <= p.end for p in parts)]
    for way, wanted in (("accuse", "to"), ("on", "on"), ("of", "from"), ("about", "about"), ("to", "to")):
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
    """Read an object: between nominal part and light verb («خواستار X شد»), or before the cue («X را Y خواند»)."""
    inner = trim(view.doc.folded, cue.core[1], max(cue.core[1], _light_start(view, cue)))
    if inner[1] - inner[0] > 3:
        return Content(inner[0], inner[1], False, "obj")
    objects = [m for m in markers if m.cells["marker"] == "obj"]
    if not objects:
        return None
    at = _object_start(view, left, objects[-1].start)
    more = trim(view.doc.folded, objects[-1].end, cue.core[0])
    bare = more[1] <= more[0] or any(m.core[0] == more[0] for m in view.of("marker"))
    if cue.mark.cells["verb"] == "call" and bare:
        return None  # «شعری را در وصف X خواند» reads aloud
    end = cue.core[0] if more[1] > more[0] else objects[-1].start
    (a, b), quoted = unquote(view.doc.folded, at, end)
    return Content(a, b, quoted, "obj") if b > a else None


def _object_start(view: View, left: int, right: int) -> int:
    """Give where an object begins: behind the adverbs and the date that stand before it, or behind a comma."""
    passed = [
        m.end for m in view.marks if m.cells.get("use") in ("also", "adverb") and left <= m.start and m.end <= right
    ]
    passed += [d.end for _, d in view.dates if left <= d.start <= left + _ASIDE]
    comma = max(view.doc.folded.rfind(mark, left, right) for mark in "،,")
    first = next((s for s, _ in view.words(max([left, *passed]), right)), right)
    here = [m for m in view.marks if m.start <= first < m.end]
    placed = any(m.kind == "marker" and m.cells["marker"] not in _NO_SCENES for m in here)
    placed = placed or any(m.kind == "grammar" and m.cells["use"] == "occasion" for m in here)
    named = any(m.start <= first < m.end for m in view.mentions)
    if comma > left and (placed or (named and len(view.words(left, comma)) <= _ASIDE)):
        return comma + 1  # «در حاشیه نشست X، [Y را] Z دانست»; in a list («[A، B و C را]») all is the object
    return max([left, *passed])


def _light_start(view: View, cue: Cue) -> int:
    return next((m.start for m in view.of("light") if m.end == cue.end), cue.end)


def content(view: View, cue: Cue, clauses: Sequence[Clause], limit: int, speaker: Mention | None) -> Content | None:
    """Read the content of a cue: behind it if a colon, «که» or a quotation follows, else before it, else bare."""
    clause = clauses[clause_at(clauses, cue.core[0])]
    simple = cue.mark.morph in ("past", "present")
    if simple and cue.mark.cells["verb"] == "demand" and not _asks_somebody(view, cue, clause):
        return None  # «می‌خواهد»: wanting is not asking
    as_told = _as_told(view, cue, clause, clauses)
    if as_told is not None:
        return as_told
    marks = [m for m in complementisers(view) if m.start >= cue.end]
    near = [m for m in marks if view.text(cue.end, m.start).strip(" \u200c،") == ""][:1]
    if cue.ways & {"that", "colon"}:
        found = following(view, cue, limit, near, cue.end)
        if found is not None:
            return found
    before = _before(view, cue, clause, speaker)
    if before is not None:
        return before
    bare = trim(view.doc.folded, cue.end, limit)
    rest = view.text(*bare)
    if "that" in cue.ways and len(rest.split()) >= BARE and not rest.startswith("و "):
        return Content(bare[0], bare[1], False, "bare")
    return told_before(view, cue, speaker)


def _asks_somebody(view: View, cue: Cue, clause: Clause) -> bool:
    """Tell whether a Persian «خواست» has somebody behind «از» before it."""
    return any(case(view, m) == "from" and clause.holds(m.start) and m.end <= cue.core[0] for m in view.mentions)


def _as_told(view: View, cue: Cue, clause: Clause, clauses: Sequence[Clause]) -> Content | None:
    """Read «آن‌طور که X گفته، Y»: what is said is the clause around."""
    if clause.opener is None or clause.outer is None or clause.verb is None or clause.verb.end > cue.end + 1:
        return None
    if not any(m.cells["use"] == "as_told" and m.core[1] == clause.opener[1] for m in view.of("grammar")):
        return None
    rest = next((s for s, _ in clauses[clause.outer].parts if s >= cue.end), None)
    return Content(*trim(view.doc.folded, rest, view.end), False, "that") if rest is not None else None
