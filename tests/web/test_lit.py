"""Pieces of a page put together again are the page, and every span is lit where it stands and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from rasad.model import Range
from rasad.web.chips import shown
from rasad.web.lit import Lit, blocks, direction, lines

TEXTS = st.text(st.sampled_from("ab اب‌\n\u202e😀\t"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6)


@given(TEXTS, SPANS)
def test_pieces_are_the_page(text: str, spans: list[tuple[int, int]]) -> None:
    lights = [Lit(start, min(start + long, len(text)), f"f{n}", "actor") for n, (start, long) in enumerate(spans)]
    cut = list(lines(text, lights, ()))
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in cut) == text
    for light in lights:
        lit = {
            at for line in cut for piece in line.pieces if light.field in piece.fields
            for at in range(piece.start, piece.start + len(piece.text))
        }  # fmt: skip
        assert lit == {at for at in range(light.start, light.end) if text[at] != "\n"}
    heads = [head for line in cut for piece in line.pieces for head in piece.heads]
    assert len(heads) == len(set(heads))


def test_a_line_runs_as_most_of_its_letters() -> None:
    assert direction("CNN گزارش داد که وزیر خارجه به تهران رفت") == "rtl"
    assert direction("Iran's foreign minister (ظریف) said") == "ltr"
    assert direction("") == "rtl"


def test_blocks_part_news_from_furniture() -> None:
    text = "menu\nmenu\nخبر\nmenu"
    parts = (Range(0, 9, "boilerplate", ""), Range(10, 13, "body", ""), Range(14, 18, "boilerplate", ""))
    found = blocks(text, [Lit(10, 13, "type", "trigger")], parts)
    assert [(b.part, len(b.lines), b.lit) for b in found] == [
        ("boilerplate", 2, False), ("body", 1, True), ("boilerplate", 1, False)
    ]  # fmt: skip


def test_hidden_characters_become_chips() -> None:
    assert shown("a<b>&\u202eb") == (
        'a&lt;b&gt;&amp;<span class="chip" role="img" aria-label="U+202E right-to-left override" '
        'title="U+202E right-to-left override" data-code="U+202E"></span>b'
    )
    assert "\x1b" not in shown("\x1b[31mred")
    assert shown("می‌رود\tو\nرفت") == "می‌رود\tو\nرفت"
