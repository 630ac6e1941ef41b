"""Forgetting a page that was added gives the case without it, to the last row; the order of arrival never shows."""

import random
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rasad.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html"))
LAST = ("10-fa-homs-attack", "05-ar-raisi-damascus", "01-fa-beijing-statement")
ARRIVAL = {"page": ("n",)}
"""Columns that tell the order of arrival, and nothing else."""


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def built(path: Path, pages: list[Path]) -> Path:
    assert run("build", *pages, "-o", path).exit_code == 0
    return path


def rows(path: Path, arrival: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table, sorted; without the tables that SQLite keeps for the search."""
    found = {}
    with sqlite3.connect(path) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in (n for n in names if not n.startswith(("search", "sqlite"))):
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
            kept = [c for c in columns if arrival or c not in ARRIVAL.get(name, ())]
            query = ", ".join(f'"{column}"' for column in kept)
            found[name] = sorted(db.execute(f"SELECT {query} FROM {name}").fetchall(), key=repr)
    return found


def exports(path: Path) -> list[bytes]:
    return [run("export", path, form).stdout_bytes for form in ("jsonl", "csv")]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [page for page in PAGES if page.stem not in LAST]
    return built(tmp_path_factory.mktemp("base") / "base.rasad", pages)


def test_to_forget_what_was_added_is_to_add_nothing(base: Path, tmp_path: Path) -> None:
    before, shown = rows(base), exports(base)
    found = run("search", base, "إيران", "--json").stdout
    assert run("build", *(EXAMPLES / f"{name}.txt" for name in LAST), "-o", base).exit_code == 0
    assert rows(base) != before
    assert run("forget", base, *LAST).exit_code == 0
    assert rows(base) == before
    assert exports(base) == shown
    assert run("search", base, "إيران", "--json").stdout == found
    assert run("verify", base).exit_code == 0


def test_add_and_forget_in_any_order(base: Path, tmp_path: Path) -> None:
    pages = [page for page in PAGES if page.stem not in LAST]
    wanted = rows(base, arrival=False)
    for seed in (1, 2):
        path = tmp_path / f"{seed}.rasad"
        shuffled = random.Random(seed).sample(PAGES, len(PAGES))
        for at in range(0, len(shuffled), 5):
            built(path, shuffled[at : at + 5])
        for name in random.Random(seed).sample(LAST, len(LAST)):
            assert run("forget", path, name).exit_code == 0
        assert rows(path, arrival=False) == wanted
        assert exports(path) == exports(base)
        built(path, pages)  # what is there already changes nothing
        assert rows(path, arrival=False) == wanted


def test_nothing_of_a_forgotten_page_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.rasad"
    secret = tmp_path / "secret.txt"
    secret.write_text("دمشق، 5 مايو (سانا) التقى زربطانوف القمرقند الرئيس السوري بشار الأسد في دمشق.", "utf-8")
    built(path, [PAGES[0], secret])
    assert run("search", path, "زربطانوف").stdout
    assert run("forget", path, "secret").exit_code == 0
    assert run("search", path, "زربطانوف").stdout == ""
    for file in tmp_path.glob("a.rasad*"):
        assert "زربطانوف".encode() not in file.read_bytes(), file.name


def test_pages_are_named_by_id_or_hash(base: Path, tmp_path: Path) -> None:
    path = built(tmp_path / "a.rasad", PAGES[:2])
    with sqlite3.connect(path) as db:
        shas = dict(db.execute("SELECT id, sha256 FROM page"))
    assert "no page has this id" in run("forget", path, "nothing").stderr
    assert run("forget", path, "a").exit_code == 1
    assert run("forget", path, shas[PAGES[0].stem][:10].upper()).exit_code == 0
    assert len(rows(path)["page"]) == 1
    assert run("forget", path).exit_code == 2


def test_an_older_id_still_finds_its_event(base: Path, tmp_path: Path) -> None:
    """Two pages alone give two events; together one, found under both ids."""
    pair = [EXAMPLES / f"{name}.txt" for name in ("09-ar-homs-attack", "10-fa-homs-attack")]
    together = built(tmp_path / "both.rasad", pair)
    now: dict[str, set[str]] = {}
    for page in pair:
        alone = built(tmp_path / f"{page.stem}.rasad", [page])
        with sqlite3.connect(alone) as db:
            ids = [i for (i,) in db.execute("SELECT id FROM event")]
        for one in ids:
            shown = run("show", together, one)
            assert shown.exit_code == 0
            now.setdefault(shown.stdout.splitlines()[0].rpartition("[")[2], set()).add(page.stem)
    assert any(len(pages) == 2 for pages in now.values())
