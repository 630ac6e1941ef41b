"""The same pages give the same bytes, whatever the hash seed, time zone, language, place and number of processes."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import msgspec

from engine import killing
from rasad.engine.case import READS_WITH
from rasad.engine.exporting import Manifest, formats

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
RASAD = (sys.executable, "-m", "rasad")
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": ""}
THERE = {"PYTHONHASHSEED": "98765", "TZ": "Asia/Tehran", "LC_ALL": "C", "LANG": "fa_IR", "LANGUAGE": "ar:fa"}
"""With another zone days change at another hour, and with another language so do the order and case of letters."""
EXPORT = (
    "import sys; from rasad.cli import main\n"
    "for form in sys.argv[2:]: main(['export', sys.argv[1], form, '-o', 'out'], standalone_mode=False)"
)


def rasad(*args: object, **place: str) -> bytes:
    command = [*RASAD, *map(str, args)]
    return subprocess.run(command, env={**os.environ, **place}, capture_output=True, check=True).stdout


def made(folder: Path, pages: list[Path], place: dict[str, str], workers: int) -> dict[str, str]:
    """Build a case in a folder, write all exports beside it, and give the hash of each table and each file."""
    folder.mkdir(parents=True)
    rasad("build", *pages, "-o", folder / "a.rasad", "--workers", workers, **place)
    args = [sys.executable, "-c", EXPORT, str(folder / "a.rasad"), *formats()]
    subprocess.run(args, env={**os.environ, **place}, cwd=folder, capture_output=True, check=True)
    return killing.content(folder)


def test_two_builds_give_the_same_case_and_exports(tmp_path: Path) -> None:
    elsewhere = tmp_path / "another place"
    elsewhere.mkdir()
    moved = [Path(shutil.copy(page, elsewhere)) for page in PAGES]
    one = made(tmp_path / "one", PAGES, HERE, workers=1)
    two = made(tmp_path / "at" / "two", moved, THERE, workers=2)
    assert {name for name in one if one[name] != two.get(name)} == set()
    assert one.keys() == two.keys()
    manifests = [name for name in one if name.endswith(".manifest.json")]
    assert len(manifests) == len(formats())
    assert len(one) > len(manifests) + 40


def test_the_order_of_pages_changes_no_answer(tmp_path: Path) -> None:
    one, two = tmp_path / "one.rasad", tmp_path / "two.rasad"
    rasad("build", *PAGES, "-o", one, **HERE)
    rasad("build", *reversed(PAGES), "-o", two, "--workers", 2, **THERE)
    for form in ("jsonl", "csv"):
        assert rasad("export", one, form, **HERE) == rasad("export", two, form, **THERE)
    assert rasad("timeline", one, "--json", **HERE) == rasad("timeline", two, "--json", **THERE)
    assert rasad("read", *PAGES, "--json", **HERE) == rasad("read", *PAGES, "--json", **THERE)


def test_a_manifest_tells_what_was_read_by_what(tmp_path: Path) -> None:
    rasad("build", *PAGES[:3], "-o", tmp_path / "a.rasad")
    rasad("export", tmp_path / "a.rasad", "jsonl", "-o", tmp_path / "out")
    manifest = msgspec.json.decode((tmp_path / "out" / "jsonl.manifest.json").read_bytes(), type=Manifest)
    hashes = sorted(
        line["sha256"] for line in map(msgspec.json.decode, rasad("read", *PAGES[:3], "--json").splitlines())
    )
    assert manifest.inputs == sha256("".join(f"{one}\n" for one in hashes).encode()).hexdigest()
    (program,) = manifest.program
    assert program.startswith("0.1.0 (")
    assert all(f"{name} " in program for name in (*READS_WITH, "python"))
    assert "unknown" not in program
    assert len(manifest.rule_version) == 1
