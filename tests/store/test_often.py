"""What a build has counted of an actor is what the pages say, whether it is counted before or when somebody asks."""

from pathlib import Path

import pytest

from rasad.engine.case import add_pages, fuse_case
from rasad.packs import load
from rasad.readers import read_pages
from rasad.store import often
from rasad.store.db import create

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_counted_before_and_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with create(tmp_path / "often.rasad") as case:
        add_pages(case, (page for file in sorted(EXAMPLES.glob("0*")) for page in read_pages(file)), load(), print)
        fuse_case(case, load())
        assert not case.db.execute("SELECT * FROM often_named").fetchall()
        query = """SELECT entity FROM report_party UNION SELECT entity FROM statement_party
                   UNION SELECT id FROM actor ORDER BY 1"""
        everybody = [who for (who,) in case.db.execute(query)]
        asked = {who: (often.names_of(case.db, who), often.roles_of(case.db, who)) for who in everybody}
        monkeypatch.setattr(often, "OFTEN", 1)
        fuse_case(case, load())
        counted = {who for (who,) in case.db.execute("SELECT DISTINCT entity FROM often_named")}
        assert len(counted) > 5
        assert any(roles for who, (_, roles) in asked.items() if who in counted)
        assert {who: (often.names_of(case.db, who), often.roles_of(case.db, who)) for who in everybody} == asked
        case.replace_events([], [sha for (sha,) in case.db.execute("SELECT sha256 FROM page")])
        assert not case.db.execute("SELECT entity FROM often_named UNION SELECT entity FROM often_held").fetchall()


def test_ids_are_found_by_their_beginning(tmp_path: Path) -> None:
    with create(tmp_path / "indexed.rasad") as case:
        for query in ("SELECT id FROM event WHERE id >= ? AND id < ?", "SELECT sha256 FROM page WHERE id = ? OR id = ?",
                      "SELECT * FROM page_copy WHERE page = ? OR other = ?"):  # fmt: skip
            plan = " ".join(row[3] for row in case.db.execute(f"EXPLAIN QUERY PLAN {query}", ("a", "b")))
            assert "SEARCH" in plan
            assert "SCAN" not in plan
