"""Kill the program at random moments and look at what is left: nothing half done, nothing lost that was there.

    make kills      (fifty moments)
    PYTHONPATH=tests python tests/engine/killing.py [--moments 50] [--seed 1]

A moment is some part of the time that the same command takes undisturbed. The program runs in a process forked from
this one, which has the packs loaded: so that moments fall into its work and not into its start. What was killed is run
again, and killed again; when it comes to its end, the case must hold what an undisturbed one holds, byte for byte.
"""

import argparse
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

from msgspec import Struct

from rasad.cli import main
from rasad.cli.packing import load_packs
from rasad.engine import case as building
from rasad.ledger import book
from rasad.store.db import open_case
from rasad.store.verify import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
WORDS = "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)"
"""Every word of the search and its places; how they lie in the index depends on when batches ended."""
OWN_WORDS = ("search_data", "search_idx", "search_docsize", "search_config", "search_content")
BATCH = 3
"""Pages of a transaction here: more ends of transactions to be killed at."""
FURTHEST, LONGER = 1.1, 1.15
"""Part of the undisturbed time up to which a run is killed: late ones have ended. What was killed is given longer."""


class Scene(Struct, frozen=True):
    """Something that is done in a folder: how the folder is made ready, and what is run, given what is there."""

    name: str
    ready: Callable[[Path], None]
    command: Callable[[Path], Sequence[str]]


def pages() -> list[str]:
    """Give the example pages."""
    return sorted(str(one) for one in EXAMPLES.iterdir() if one.suffix in (".txt", ".html", ".jsonl"))


def scenes(made: Path) -> tuple[Scene, ...]:
    """Give what is killed; `made` is a case of the example pages."""
    with open_case(made) as case:
        (event,) = case.db.execute("SELECT id FROM event WHERE type = 'ASSAULT' ORDER BY id").fetchone()
        (page,) = case.db.execute("SELECT id FROM page ORDER BY id DESC").fetchone()

    def copied(folder: Path) -> None:
        shutil.copy(made, folder / "a.rasad")

    def correct(folder: Path) -> Sequence[str]:
        ledger = book.path_of(folder / "a.rasad")
        written = ledger.is_file() and ledger.read_bytes().endswith(b"\n")  # a file without a whole line holds nothing
        judged = ["correct", f"{folder}/a.rasad", f"{event}.type", "PROTEST", "--reason", "a test", "--who", "me"]
        return ["ledger", f"{folder}/a.rasad", "--replay"] if written else judged

    def forget(folder: Path) -> Sequence[str]:
        with open_case(folder / "a.rasad") as case:
            held = case.db.execute("SELECT 1 FROM page WHERE id = ?", (page,)).fetchone()
        return ["forget", f"{folder}/a.rasad", page] if held else ["verify", f"{folder}/a.rasad"]

    return (
        Scene("build", lambda _: None, lambda folder: ["build", *pages(), "-o", f"{folder}/a.rasad"]),
        Scene("correct", copied, correct),
        Scene("forget", copied, forget),
        Scene("export", copied, lambda folder: ["export", f"{folder}/a.rasad", "csv", "-o", f"{folder}/out"]),
    )


def run(args: Sequence[str], killed_after: float | None = None) -> bool:
    """Run the program in a process of its own and tell whether it came to its end; a fault of it is raised."""
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            _child(args, told.fileno())
        if killed_after is not None:
            time.sleep(killed_after)
            os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        if os.WIFSIGNALED(status) and killed_after is not None:
            return False
        told.seek(0)
        assert os.waitstatus_to_exitcode(status) in (0, 1), f"{' '.join(args)}: {told.read()[-2000:].decode()}"
    return True


def _child(args: Sequence[str], told: int) -> None:
    """Run the program with its output in a file, and end the process."""
    building.BATCH = BATCH
    os.dup2(told, 1)
    os.dup2(told, 2)
    try:
        main(list(args))
    except SystemExit as end:
        os._exit(int(end.code or 0))
    finally:
        os._exit(70)


def content(folder: Path) -> dict[str, str]:
    """Give the hash of everything that is in a folder: each table of the case, its ledger, what was exported."""
    found = {}
    with sqlite3.connect(folder / "a.rasad") as db:
        db.execute(WORDS)
        tables = [name for (name,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY 1")]
        for table in (*sorted({*tables} - {*OWN_WORDS, "search"}), "words"):
            rows = db.execute(f'SELECT * FROM "{table}"').fetchall()
            found[table] = sha256(repr(rows).encode()).hexdigest()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(("a.rasad-", "a.rasad.")) and path.name != "a.rasad":
            found[str(path.relative_to(folder))] = sha256(path.read_bytes()).hexdigest()
    ledger = book.path_of(folder / "a.rasad")
    found["ledger"] = sha256(ledger.read_bytes()).hexdigest() if ledger.is_file() else ""
    return found


def look(folder: Path, wanted: dict[str, str]) -> None:
    """Look at what a killed program left: whatever is there is whole."""
    path = folder / "a.rasad"
    if path.is_file() and path.stat().st_size:
        with sqlite3.connect(path) as db:
            (marked,) = db.execute("PRAGMA application_id").fetchone()
        if marked:
            with open_case(path) as case:
                assert not verify(case.db).wrong
                assert case.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    out = folder / "out"
    for file in out.iterdir() if out.is_dir() else ():
        if not file.name.startswith("."):
            assert content(folder)[f"out/{file.name}"] == wanted[f"out/{file.name}"], f"{file}: half written"


def disturbed(scene: Scene, seed: int) -> Iterator[int]:
    """Do something undisturbed, and then over and over with kills; give the kills after which all was well."""
    draw = Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "undisturbed"
        folder.mkdir()
        scene.ready(folder)
        started = time.monotonic()
        run(scene.command(folder))
        lasts, wanted = time.monotonic() - started, content(folder)
        while True:
            folder = Path(tempfile.mkdtemp(dir=place))
            scene.ready(folder)
            kills = 0
            while not run(scene.command(folder), draw.uniform(0, FURTHEST) * lasts * LONGER**kills):
                kills += 1
                look(folder, wanted)
            run(scene.command(folder))
            assert content(folder) == wanted, [name for name in wanted if content(folder).get(name) != wanted[name]]
            yield kills


def killed(moments: int, seed: int) -> Iterator[str]:
    """Kill every scene at its part of the moments; say what was done."""
    load_packs()
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / "a.rasad"
        run(["build", *pages(), "-o", str(made)])
        some = scenes(made)
        for n, scene in enumerate(some):
            kills = rounds = 0
            for count in disturbed(scene, seed + n):
                kills, rounds = kills + count, rounds + 1
                if kills >= moments / len(some):
                    break
            yield f"{scene.name}: killed {kills} times, resumed {rounds} times to the end"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for told in killed(asked.moments, asked.seed):
        print(told, flush=True)
    sys.exit(0)
