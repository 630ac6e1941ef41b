"""Cues of saying, in order; where two overlap, the longer stays."""

from collections.abc import Iterable

from rasad.grammar.shapes import Cue


def in_order(found: Iterable[Cue]) -> list[Cue]:
    """Order cues by start; of overlapping ones keep the first and longest, with the ways of all rows of its word."""
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda c: (c.start, -c.end, c.mark.rule)):
        if kept and cue.start < kept[-1].end:
            if cue.core == kept[-1].core:
                kept[-1] = _merged(kept[-1], cue)
            continue
        kept.append(cue)
    return kept


def _merged(one: Cue, other: Cue) -> Cue:
    """Join two rows of one word: all their ways count."""
    return Cue(one.start, max(one.end, other.end), one.mark, one.ways | other.ways, one.stance, one.finite, one.core)
