"""The ledger's lines: sealed one over the other, so that whatever is done to them shows."""

from pathlib import Path

import pytest

from rasad.errors import CaseError
from rasad.ledger import book
from rasad.ledger.lines import (
    Anchor,
    Judgement,
    Line,
    Target,
    decode,
    encode,
    faults,
    seal,
    undone,
)

CASE = "a.rasad"


def said(kind: str, **more: object) -> Judgement:
    anchor = Anchor("0" * 64, 3, 9, "CONSULT", "meeting")
    return Judgement(kind, Target(reports=(anchor,)), who="somebody", reason="so it is", **more)  # type: ignore[arg-type]


def chain(*judged: Judgement) -> list[Line]:
    lines: list[Line] = []
    for one in judged:
        lines.append(seal(lines[-1] if lines else None, one))
    return lines


FOUR = chain(said("accept"), said("note", when="2026-11-22"), said("reject"), said("note"))


def test_lines_go_there_and_back() -> None:
    assert [decode(encode(line)) for line in FOUR] == FOUR
    assert faults([encode(line) for line in FOUR]) == []
    assert chain(said("accept"), said("note", when="2026-11-22"), said("reject"), said("note")) == FOUR  # no clock


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda t: [t[0].replace("somebody", "somebody else"), *t[1:]], "line 1"),
        (lambda t: [t[0], t[1].replace("2026-11-22", "2026-11-21"), *t[2:]], "line 2"),
        (lambda t: [t[0], *t[2:]], "line 2"),
        (lambda t: [t[1], t[0], *t[2:]], "line 1"),
        (lambda t: [t[0], t[0], *t[1:]], "line 2"),
        (lambda t: t[1:], "line 1"),
        (lambda t: [*t[:3], t[3][:40]], "line 4"),
        (lambda t: [*t, ""], "line 5"),
        (lambda t: [t[0].replace("{", '{"by":"me",', 1), *t[1:]], "line 1"),
        (lambda t: [t[0].replace(":", ": ", 1), *t[1:]], "line 1"),
        (lambda t: [t[0], t[1][:-66] + "0" * 64 + '"}', *t[2:]], "line 2"),
        (lambda t: [t[0], "\udcff", *t[2:]], "line 2"),
    ],
)  # fmt: skip
def test_every_change_shows(change: object, where: str) -> None:
    found = faults(change([encode(line) for line in FOUR]))  # type: ignore[operator]
    assert found
    assert found[0].startswith(where)


def test_an_undo_can_be_undone() -> None:
    lines = chain(
        said("merge"), Judgement("undo", Target(line=1)), Judgement("undo", Target(line=2)),
        said("split"), Judgement("undo", Target(line=4)),
    )  # fmt: skip
    assert undone(lines) == {4: 5, 2: 3}


def write(folder: Path, lines: list[Line]) -> Path:
    case = folder / CASE
    book.path_of(case).unlink(missing_ok=True)
    for at, line in enumerate(lines):
        judged = Judgement(line.kind, line.target, line.value, line.who, line.reason, line.when)
        assert book.append(case, lines[:at], judged) == line
    return case


def test_a_ledger_lies_beside_its_case_and_grows(tmp_path: Path) -> None:
    case = write(tmp_path, FOUR)
    assert book.path_of(case).name == "a.rasad.ledger.jsonl"
    assert book.read(case, {}) == FOUR
    assert book.check(case, {line.n: line.hash for line in FOUR}) == []
    assert "2 lines are not in the case yet" in book.check(case, {line.n: line.hash for line in FOUR[:2]})[0]


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    assert book.read(tmp_path / CASE, {}) == []
    assert book.check(tmp_path / CASE, {}) == []


def test_what_the_chain_cannot_show_the_case_does(tmp_path: Path) -> None:
    held = {line.n: line.hash for line in FOUR}
    for lines in (FOUR[:3], [], chain(said("note"), *[said("accept")] * 3)):
        case = write(tmp_path, lines)
        assert faults([encode(line) for line in lines]) == []
        assert book.check(case, held)
        with pytest.raises(CaseError, match="Put the ledger back"):
            book.read(case, held)


def test_a_line_cut_short_by_a_kill_was_never_written(tmp_path: Path) -> None:
    case = write(tmp_path, FOUR[:3])
    file = book.path_of(case)
    kept, last = file.read_bytes(), f"{encode(FOUR[3])}\n".encode()
    judged = Judgement(FOUR[3].kind, FOUR[3].target, FOUR[3].value, FOUR[3].who, FOUR[3].reason, FOUR[3].when)
    for cut in range(len(last) - 1):
        file.write_bytes(kept + last[:cut])
        assert book.read(case, {}) == FOUR[:3], f"cut after {cut} bytes"
        assert book.append(case, FOUR[:3], judged) == FOUR[3]
        assert file.read_bytes() == kept + last


def test_a_line_that_lacks_only_its_end_is_one(tmp_path: Path) -> None:
    case = write(tmp_path, FOUR[:3])
    file = book.path_of(case)
    whole = file.read_bytes()
    file.write_bytes(whole.removesuffix(b"\n"))
    assert book.read(case, {}) == FOUR[:3]
    judged = Judgement(FOUR[3].kind, FOUR[3].target, FOUR[3].value, FOUR[3].who, FOUR[3].reason, FOUR[3].when)
    assert book.append(case, FOUR[:3], judged) == FOUR[3]
    assert file.read_bytes() == whole + f"{encode(FOUR[3])}\n".encode()


def test_a_line_that_was_cut_by_hand_still_shows(tmp_path: Path) -> None:
    case = write(tmp_path, FOUR)
    file = book.path_of(case)
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(CaseError, match="Put the ledger back"):
        book.read(case, {line.n: line.hash for line in FOUR})
