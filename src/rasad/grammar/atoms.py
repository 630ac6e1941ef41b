"""Atoms of noun phrases: the marks that can head or fill one, with the shadowed ones taken out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rasad.model import Mark

NAMING = ("person", "org", "office", "organ", "country", "group", "place", "title", "given", "grammar")
"""Kinds of marks that build noun phrases, the stronger first where two have the same span."""

ANAPHORS = frozenset(
    {
        "pronoun", "official", "this_carrier", "this_agency", "this_body", "this_group", "their_office",
        "both_countries", "three_countries", "this_country", "that_country", "own_country", "our_country",
        "this_regime",
    }
)  # fmt: skip
_STRENGTH = {kind: number for number, kind in enumerate(NAMING)}
_FILLING = frozenset({"title", "given"})
_COVERING = frozenset(NAMING) - {"title", "given", "grammar"}
_OF_COUNTRIES = ("group", "organ", "office")
"""Kinds of marks whose own words may name their country («Somali pirates», «إدارة أوباما»): it stays."""


def unshadowed(marks: Iterable[Mark]) -> list[Mark]:
    """Drop every mark that lies inside a longer naming one: «Syria» in «Free Syrian Army», «war» in «minister of war».

    Of naming marks with the same span only the strongest kind stays, except that a country keeps the place beside it.
    """
    ordered = sorted(marks, key=lambda m: (m.core[0], -m.core[1]))
    kept: list[Mark] = []
    cover_start, cover_end, cover_kind = -1, -1, ""
    states = [m.core for m in ordered if m.kind == "country" and m.cells["use"] == "official"]
    articled: dict[int, list[Mark]] = {}
    for mark in ordered:
        if mark.start < mark.core[0] and mark.kind in _COVERING:
            articled.setdefault(mark.start, []).append(mark)
    for mark in ordered:
        start, end = mark.core
        if mark.kind == "org" and any(low < start and end <= high for low, high in states):
            continue  # «العربية» is no outlet in «رئاسة الجمهورية العربية السورية», whose rows cross
        if mark.start in articled and any(start < m.core[0] and end < m.end for m in articled[mark.start]):
            continue  # «القيادة» with its article is the row's, in «القيادة العامة للجيش» it is before the row
        inside = start >= cover_start and end <= cover_end and (start, end) != (cover_start, cover_end)
        kept_inside = mark.kind == "country" or (mark.kind == "person" and cover_kind == "organ")
        if inside and not (kept_inside and cover_kind in _OF_COUNTRIES):
            continue
        if inside:
            kept.append(mark)
            continue
        kept.append(mark)
        if (
            mark.kind in _COVERING and start >= cover_end
        ):  # one that crosses another will not be chosen, and hides nothing
            cover_start, cover_end, cover_kind = start, end, mark.kind
    return kept


def _strength(mark: Mark) -> int:
    """A pronoun or «the two countries» is stronger than any other reading of the same words."""
    return -1 if mark.cells.get("use") in ANAPHORS and mark.kind == "grammar" else _STRENGTH[mark.kind]


def choose(marks: list[Mark]) -> tuple[list[Mark], dict[tuple[int, int], Mark]]:
    """Give one naming mark a span (the strongest), and the places that stand beside countries."""
    best: dict[tuple[int, int], Mark] = {}
    places: dict[tuple[int, int], Mark] = {}
    for mark in marks:
        if mark.kind not in _STRENGTH:
            continue
        if mark.kind == "place":
            places[mark.core] = mark
        other = best.get(mark.core)
        if other is None or _strength(mark) < _strength(other):
            best[mark.core] = mark
    ordered = sorted(best.values(), key=lambda m: (m.core[0], -m.core[1]))
    strong = _apart(mark for mark in ordered if mark.kind not in _FILLING)
    starts = [mark.core[0] for mark in strong]
    weak = _apart(m for m in ordered if m.kind in _FILLING and not _crossed(m, strong, starts))
    return sorted([*strong, *weak], key=lambda m: m.core), places


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Give the marks, in order of start, that cross none taken before them."""
    taken: list[Mark] = []
    for mark in marks:
        if not taken or taken[-1].core[1] <= mark.core[0]:
            taken.append(mark)
    return taken


def _crossed(mark: Mark, others: Sequence[Mark], starts: Sequence[int]) -> bool:
    """Tell whether a mark crosses one of others that lie apart, whose starts are given."""
    at = bisect_left(starts, mark.core[1])
    return at > 0 and others[at - 1].core[1] > mark.core[0]
