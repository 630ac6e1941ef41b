"""Run a command in a process of its own, and tell what it took.

A small process starts it, for Linux counts the memory of what starts a process as its own: a benchmark that holds many
pages would measure itself.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

_UNIT = 1 if sys.platform == "darwin" else 1024  # Linux counts in kilobytes
_LAUNCHER = """
import json, os, subprocess, sys, time
started = time.perf_counter()
child = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
clock = time.perf_counter() - started
with open(sys.argv[1], "w") as measures:
    json.dump([child.returncode, clock, used.ru_utime + used.ru_stime, used.ru_maxrss], measures)
"""


class Run(Struct, frozen=True):
    """What a command said, its exit code, and what it took."""

    told: str
    code: int
    clock: float
    """Seconds by the clock."""
    busy: float
    """Seconds of processor time, of all its processes."""
    memory: int
    """The most bytes that one of its processes took."""


def run(command: Sequence[str | Path], place: Mapping[str, str] | None = None, *, quiet: bool = False) -> Run:
    """Run a command, in this environment with what `place` changes in it; if not `quiet`, its complaints are shown."""
    with tempfile.TemporaryDirectory() as folder:
        measures = Path(folder) / "measures.json"
        started = [sys.executable, "-c", _LAUNCHER, str(measures), *map(str, command)]
        env, shown = {**os.environ, **(place or {})}, subprocess.DEVNULL if quiet else None
        done = subprocess.run(started, env=env, stdout=subprocess.PIPE, stderr=shown, encoding="utf-8", check=True)
        code, clock, busy, most = json.loads(measures.read_text("utf-8"))
    return Run(done.stdout, code, clock, busy, most * _UNIT)
