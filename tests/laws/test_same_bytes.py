"""The same pages give the same bytes, whatever the hash seed, time zone, order, place and number of processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
RASAD = (sys.executable, "-m", "rasad")


def rasad(*args: object, **place: str) -> bytes:
    command = [*RASAD, *map(str, args)]
    return subprocess.run(command, env={**os.environ, **place}, capture_output=True, check=True).stdout


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    pages = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
    one, two = tmp_path / "one.rasad", tmp_path / "two.rasad"
    here = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    there = {"PYTHONHASHSEED": "98765", "TZ": "Asia/Tehran", "LC_ALL": "C"}
    rasad("build", *pages, "-o", one, **here)
    elsewhere = tmp_path / "another place"
    elsewhere.mkdir()
    moved = [Path(shutil.copy(page, elsewhere)) for page in reversed(pages)]
    rasad("build", *moved, "-o", two, "--workers", 2, **there)
    for form in ("jsonl", "csv"):
        assert rasad("export", one, form, **here) == rasad("export", two, form, **there)
    assert rasad("timeline", one, "--json", **here) == rasad("timeline", two, "--json", **there)
    assert rasad("read", *pages, "--json", **here) == rasad("read", *pages, "--json", **there)
