"""One case of many pages, in one process: pages per second, and the most memory it took.

    whole_build.py PATH… [--twice]

With `--twice` the case is built again, with another hash seed and another time zone, and the exports of both must be
the same bytes. The exit code is 1 if they are not, if no page was read, or if memory went over the bound.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from apart import run

BOUND = 1_000_000_000  # bytes; a case must fit beside a browser on a small machine
RASAD = (sys.executable, "-m", "rasad")
FORMATS = ("jsonl", "csv")
OTHER_PLACE = {"PYTHONHASHSEED": "4321", "TZ": "Asia/Tehran", "LC_ALL": "C"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--twice", action="store_true", help="build again elsewhere and compare the exports")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        right, first = built(args.paths, Path(folder) / "one.rasad", {"PYTHONHASHSEED": "1", "TZ": "UTC"})
        if args.twice:
            again, second = built(args.paths, Path(folder) / "two.rasad", OTHER_PLACE)
            right &= again and first == second
            print("exports of both builds:", "the same bytes" if first == second else "DIFFERENT")
    sys.exit(0 if right else 1)


def built(paths: list[Path], case: Path, place: dict[str, str]) -> tuple[bool, list[str]]:
    """Build a case in a process of its own; tell whether all went well, and the hashes of its exports."""
    command = [*RASAD, "build", *map(str, paths), "-o", str(case), "--json"]
    build = run(command, place)
    tally = json.loads(build.told or '{"new": 0, "events": 0}')
    pace = tally["new"] / build.clock
    print(f"{tally['new']} pages, {tally['events']} events: {build.clock:.0f} s, {pace:.0f} pages/s")
    print(f"{build.memory / 1e6:.0f} MB at most; a case of {case.stat().st_size / 1e6:.0f} MB", flush=True)
    return bool(tally["new"]) and build.memory < BOUND, [exported(case, form, place) for form in FORMATS]


def exported(case: Path, form: str, place: dict[str, str]) -> str:
    """Give the hash of an export."""
    command = [*RASAD, "export", str(case), form]
    out = subprocess.run(command, env={**os.environ, **place}, capture_output=True, check=True)
    return hashlib.sha256(out.stdout).hexdigest()


if __name__ == "__main__":
    main()
