"""Verbs with their object where the subject stands between: «رفعت واشنطن العقوبات» is told by «رفعت العقوبات»."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from rasad.grammar.atoms import NAMING
from rasad.model import Mark, Span
from rasad.packs.openings import FINITE, OPENING, PREPOSITION, opened_by
from rasad.packs.rows import Row

_GAP, _NEAR = 8, 4
"""Words of a subject between a verb and its object, and between a verb and a lone preposition."""
_GOVERNED = ("بال", "لل")
"""How words begin that a preposition is written to."""
_VERBS = frozenset({"trigger", "speech", "helper", OPENING})
_CLAUSES = frozenset({"complementiser", "relative", "subordinate"})
_ASIDE = re.compile(r"[،,](?:\s*+[^\W_]++){1,4}+\s*+[،,]|\s*[،,]\s*+$")
"""An aside between commas («حكمت محكمة، اليوم الاثنين، بالسجن»), or a comma before the object."""
_STOPS = re.compile("[.:؛،,!؟?\n]")


def join_parted(marks: Sequence[Mark], text: str, end: int, lang: str) -> list[Mark]:
    """Put the trigger of a whole row for the marks of its parts, in the marks of a sentence that ends at `end`.

    `text` is the folded text of the page as `matchable` gives it.
    """
    found = list(marks)
    for opening in [m for m in marks if m.kind == OPENING]:
        hit = _rest_of(opening, marks, text, end, lang)
        if hit is not None:
            row, (low, high) = hit
            whole = replace(opening, kind="trigger", cells=row.cells, rule=row.rule)
            others = [m for m in found if m.kind == "trigger" and low <= m.core[0] < high]
            if _lifted(opening, others, marks, row) or any(m.core[1] > high for m in others):
                continue  # «فرضت الشرطة حظرا للتجوال»: the noun says more than the row
            helper = any(m.kind == "helper" and m.start == opening.start for m in marks)
            dropped = [m for m in others if m.cells["type"] != row["type"] or (not helper and m.core[1] == high)]
            dropped += [m for m in found if m.kind == "trigger" and m.core == opening.core]
            found = [whole, *(m for m in found if m not in dropped)]
    return [m for m in found if m.kind != OPENING and not _of_helper(m, found)]


def _of_helper(mark: Mark, found: Sequence[Mark]) -> bool:
    """Tell whether a verb with its object in ة is a helper and a noun that tells the same: «أدى [زيارة]»."""
    if mark.kind != "trigger" or mark.morph not in FINITE or not mark.cells["form"].endswith("ة"):
        return False
    helper = any(m.kind == "helper" and m.start == mark.start for m in found)
    return helper and any(
        m.kind == "trigger" and m.morph not in FINITE and mark.core[0] < m.core[0] < mark.core[1] for m in found
    )


def _lifted(opening: Mark, nouns: Sequence[Mark], marks: Sequence[Mark], row: Row) -> bool:
    """Tell whether the verb is a helper of a noun that tells the same deed by itself: «شن الجيش غارة»."""
    helper = any(m.kind == "helper" and m.core[0] == opening.core[0] for m in marks)
    return helper and any(m.cells["type"] == row["type"] for m in nouns)


def _rest_of(opening: Mark, marks: Sequence[Mark], text: str, end: int, lang: str) -> tuple[Row, Span] | None:
    """Give the row of which a verb is the first word, with the span of the rest; the longest rest of several."""
    for opened in opened_by(lang)[opening.cells["form"], opening.morph]:
        near = text.find(opened.letters, opening.end, end)
        hit = opened.rest.search(text, near, end) if near >= 0 else None
        gap = (opening.end, hit.start()) if hit is not None else None
        if hit is None or gap is None or not _is_subject(text, marks, gap):
            continue
        if opened.length > PREPOSITION or _is_named(text, marks, gap):
            return opened.row, hit.span()
    return None


def _is_named(text: str, marks: Sequence[Mark], gap: Span) -> bool:
    """Tell whether a gap is short and names somebody: «تراجعت الحكومة عن», and not «حققت نجاحات في»."""
    inside = [m for m in marks if gap[0] <= m.core[0] < gap[1]]
    named = any(m.kind in NAMING and m.kind != "grammar" for m in inside)
    words = text[slice(*gap)].split()
    governed = any(m.kind == "marker" for m in inside) or any(word.startswith(_GOVERNED) for word in words)
    return named and len(words) <= _NEAR and not governed


def _is_subject(text: str, marks: Sequence[Mark], gap: Span) -> bool:
    """Tell whether a gap can be a subject: some words without a stop, another verb or a clause."""
    words = _ASIDE.sub(" ", text[slice(*gap)])
    if not 1 <= len(words.split()) <= _GAP or _STOPS.search(words):
        return False
    inside = [m for m in marks if gap[0] <= m.core[0] < gap[1]]
    verbs = any(m.kind in _VERBS and m.morph in FINITE for m in inside)
    prepositions = {m.core for m in inside if m.kind == "marker"}  # «من» is «of» and «who»
    return not verbs and not any(
        m.kind == "grammar" and m.cells["use"] in _CLAUSES and m.core not in prepositions for m in inside
    )
