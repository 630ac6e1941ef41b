"""What holds for every text and every set of edits."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.offsets import Edit, OffsetMap, apply, identity

# Letters of both scripts, marks, half-space, direction mark, digits, and a character beyond the first plane.
LETTERS = "ابپکكیيةه‌\u200f\u064e\u0640 \n.۱١1ab😀"
texts = st.text(alphabet=LETTERS, max_size=40)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits of it that do not overlap; insertions and deletions among them."""
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    edits = [Edit(a, b, draw(st.text(alphabet=LETTERS, max_size=4)), why="law") for a, b in pairwise(cuts)]
    return text, [e for e in edits if draw(st.booleans())]


def pieces(way: OffsetMap) -> list[tuple[tuple[int, int], tuple[int, int], bool]]:
    return list(zip(pairwise(way.old), pairwise(way.new), way.copied, strict=True))


@given(edited())
def test_pieces_cut_both_texts_from_end_to_end(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    new, way = apply(old, edits)
    assert (way.old[0], way.old[-1]) == (0, len(old))
    assert (way.new[0], way.new[-1]) == (0, len(new))
    assert list(way.old) == sorted(way.old)
    assert list(way.new) == sorted(way.new)


@given(edited())
def test_unedited_pieces_are_equal_text(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    new, way = apply(old, edits)
    for (a, b), (c, d), copied in pieces(way):
        if copied:
            assert old[a:b] == new[c:d]


@given(edited())
def test_unedited_spans_go_there_and_back(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    _, way = apply(old, edits)
    for (a, b), (c, d), copied in pieces(way):
        if copied:
            assert way.forth(a, b) == (c, d)
            assert way.back(c, d) == (a, b)


@given(edited(), st.data())
def test_back_of_forth_covers(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    """A span carried there and back holds at least what it held, unless all of it was deleted."""
    old, edits = case
    _, way = apply(old, edits)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    there = way.forth(start, end)
    assert 0 <= there[0] <= there[1] <= way.new[-1]
    if there[0] < there[1] and start < end:
        home = way.back(*there)
        kept = [at for at in range(start, end) if way.forth(at, at + 1)[0] < way.forth(at, at + 1)[1]]
        assert all(home[0] <= at < home[1] for at in kept)


@given(edited(), st.data())
def test_forth_of_back_covers(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    """A span of the repaired text leads to a span of the page that leads back to it, unless it was all put in."""
    old, edits = case
    new, way = apply(old, edits)
    start = data.draw(st.integers(0, len(new)))
    end = data.draw(st.integers(start, len(new)))
    home = way.back(start, end)
    assert 0 <= home[0] <= home[1] <= len(old)
    if home[0] < home[1] and start < end:
        there = way.forth(*home)
        kept = [at for at in range(start, end) if way.back(at, at + 1)[0] < way.back(at, at + 1)[1]]
        assert all(there[0] <= at < there[1] for at in kept)


@given(edited(), st.data())
def test_order_is_kept(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    old, edits = case
    new, way = apply(old, edits)
    points = sorted(data.draw(st.lists(st.integers(0, max(len(new) - 1, 0)), min_size=2, max_size=2)))
    if new:
        left, right = (way.back(at, at + 1) for at in points)
        assert left[0] <= right[0]
        assert left[1] <= right[1]


@given(texts)
def test_no_edit_changes_nothing(text: str) -> None:
    new, way = apply(text, [])
    assert new == text
    assert way == identity(len(text))


@given(edited())
def test_order_of_edits_does_not_matter(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    starts = [e.start for e in edits]
    if len(set(starts)) == len(starts):
        assert apply(text, edits) == apply(text, edits[::-1])


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("سلام", [Edit(0, 3, "", why="law"), Edit(2, 4, "", why="law")])
