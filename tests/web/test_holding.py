"""Events are found by the words of their pages, common or rare, as one question to the case would find them."""

from pathlib import Path

import pytest

from rasad.packs.meanings import Term
from rasad.store import searching
from rasad.store.db import open_case
from rasad.store.words import search_query
from rasad.web.desk import Desk
from rasad.web.holding import KEPT

ASKED = ("تهران", "دمشق", "دیدار", "وزیر", "في", "و", "هیچ‌جاچنین", "سفر", "قال")
QUERY = """SELECT DISTINCT m.event FROM search CROSS JOIN page p ON p.n = search.rowid
           CROSS JOIN report r ON r.page = p.sha256 CROSS JOIN event_report m ON m.report = r.id WHERE search MATCH ?"""


@pytest.mark.parametrize("common", [0, 3, 1000])
def test_events_on_pages(built: Path, monkeypatch: pytest.MonkeyPatch, common: int) -> None:
    monkeypatch.setattr(searching, "COMMON", common)
    found = 0
    with open_case(built) as case:
        held = Desk(built).holdings(case.db)
        for one in ASKED:
            for other in ASKED:
                terms = [Term(word, forms=(word,)) for word in dict.fromkeys((one, other))]
                wanted = {event for (event,) in case.db.execute(QUERY, (search_query(terms),))}
                rows = held.holding.events(case.db, terms)
                assert {held.events.ids[row] for row in rows} == wanted
                found += len(wanted)
    assert found > 100


def test_what_is_kept_is_bounded(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "COMMON", -1)
    with open_case(built) as case:
        holding = Desk(built).holdings(case.db).holding
        first = holding.events(case.db, [Term("تهران", forms=("تهران",))])
        for n in range(KEPT + 30):
            assert not holding.events(case.db, [Term(f"x{n}", forms=(f"x{n}",))])
        assert len(holding._kept) == KEPT
        assert holding.events(case.db, [Term("تهران", forms=("تهران",))]) == first
