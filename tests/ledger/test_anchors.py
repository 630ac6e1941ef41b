"""What a line holds on to: a page and a span. Rules may change the rest; the line finds its report all the same."""

from pathlib import Path

import pytest

from gold_records import entry_of
from rasad.engine.case import fuse_case
from rasad.ledger import book
from rasad.ledger.lines import Anchor, Judgement, Target, Value
from rasad.packs import load
from rasad.store.db import Batch, create
from rasad.store.judgements import judgements
from rasad.store.queries import events
from rasad.store.rows import Entry

TEXT = "دیدار الف با ب در تهران"


def page() -> Entry:
    """A meeting told by its first word, and an agreement told by the same word and a later one."""
    party = {"name": "A", "kind": "person", "country": "IRN", "span": [6, 9]}
    plain = {"status": "actual", "date": None, "date_span": None, "place": None, "actors": [party], "recipients": [],
             "attribution": [], "main": True}  # fmt: skip
    told = [
        {**plain, "type": "CONSULT", "mode": "meeting", "trigger": [0, 5]},
        {**plain, "type": "AGREE", "mode": None, "trigger": [0, 5]},
        {**plain, "type": "MOBILIZE", "mode": None, "trigger": [15, 17]},
    ]
    return entry_of({"id": "p", "lang": "fa", "kind": "political", "boilerplate": [], "events": told}, TEXT)


@pytest.mark.parametrize(
    ("start", "end", "type_", "mode", "found"),
    [
        (0, 5, "CONSULT", "meeting", "CONSULT"),
        (0, 5, "CONSULT", "visit", "CONSULT"),  # another mode now
        (0, 5, "AGREE", None, "AGREE"),  # two reports of one word: told apart by the type
        (0, 5, "SUPPORT", None, "AGREE"),  # another type now; AGREE has no mode either
        (2, 9, "CONSULT", "meeting", "CONSULT"),  # a longer trigger then
        (14, 16, "PROTEST", None, "MOBILIZE"),
        (6, 9, "CONSULT", "meeting", None),  # nothing is told there any more
    ],
)
def test_a_line_finds_its_report(
    tmp_path: Path, start: int, end: int, type_: str, mode: str | None, found: str | None
) -> None:
    anchor = Anchor(page().record.sha256, start, end, type_, mode)
    judged = Judgement("edit", Target((anchor,), field="status"), Value("denied"), reason="so it is")
    with create(tmp_path / "a.rasad") as case:
        case.add(Batch([page()]), "v1")
        book.append(case.path, [], judged)
        fuse_case(case, load())
        (line,) = judgements(case.db)
        assert line.state == ("holds" if found else "orphan")
        assert [event.type for event in events(case.db) if event.status == "denied"] == ([found] if found else [])


def test_a_page_that_is_not_there_makes_an_orphan(tmp_path: Path) -> None:
    judged = Judgement("reject", Target((Anchor("0" * 64, 0, 5, "CONSULT", "meeting"),)), reason="so it is")
    with create(tmp_path / "a.rasad") as case:
        case.add(Batch([page()]), "v1")
        book.append(case.path, [], judged)
        fuse_case(case, load())
        assert [line.state for line in judgements(case.db)] == ["orphan"]
        assert len(events(case.db)) == 3
