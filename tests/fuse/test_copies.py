"""Copies of the development gold are found, rewritten news is not."""

import json

from gold_records import need_shared
from rasad.fuse.copies import find_copies, prints

WORDS = [f"کلمه{n}" for n in range(400)]


def text(start: int, end: int) -> str:
    return " ".join(WORDS[start:end])


def test_shared_wording_is_a_copy_in_any_spelling() -> None:
    one, two = text(0, 200), text(0, 200).replace("ک", "ك").replace(" ", "  ")
    (copy,) = find_copies({"a": prints(one), "b": prints(two), "c": prints(text(200, 400))}.items())
    assert (copy.page, copy.other) == ("a", "b")
    assert copy.share > 0.9


def test_an_excerpt_is_a_copy_of_the_longer_page() -> None:
    assert len(find_copies({"a": prints(text(0, 400)), "b": prints(text(100, 180))}.items())) == 1


def test_boilerplate_tells_nothing() -> None:
    menu = text(0, 100)
    pages = {str(n): prints(f"{menu} {text(100 + n, 101 + n)}", [(0, len(menu))]) for n in range(3)}
    assert not find_copies(pages.items())
    many = {f"{n:03}": prints(f"{menu} {' '.join(f'w{n}x{i}' for i in range(20))}") for n in range(60)}
    assert not find_copies(many.items())


def test_copies_of_the_fusion_gold() -> None:
    shared = need_shared()
    groups = [json.loads(line) for line in (shared / "gold" / "fusion.jsonl").read_text("utf-8").splitlines()]
    documents = [d for group in groups for d in group["documents"]]
    want = {frozenset((d["page"], d["copy_of"])) for d in documents if d["copy_of"]}
    names = sorted({json.loads(line)["page"] for line in (shared / "gold" / "fusion-pages.jsonl").open("rb")})
    pages = {name: prints((shared / "pages" / f"{name}.txt").read_bytes().decode()) for name in names}
    have = {frozenset((copy.page, copy.other)) for copy in find_copies(pages.items())}
    assert len(want & have) / len(want) >= 0.8, sorted(map(sorted, want - have))
    assert len(want & have) / len(have) >= 0.6, sorted(map(sorted, have - want))
