"""Ask with pip-audit whether a pinned package has a known hole: `make audit`.

Exit codes: 0 all were asked about and none has one; 1 some have; 3 some or all could not be asked about, which is no
all-clear. pip-audit itself says «none found» when the index knows nothing of the packages.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PINS = Path(__file__).parents[1] / "requirements-dev.txt"
ASK = (
    "-m",
    "pip_audit",
    "--no-deps",
    "--disable-pip",
    "--progress-spinner",
    "off",
    "--format",
    "json",
    "-r",
    str(PINS),
)
FINE, HOLES, UNASKED = 0, 1, 3


def told(answer: str, fault: str) -> tuple[int, list[str]]:
    """Give the exit code and what to say, from what pip-audit gave on its two outputs."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        last = fault.strip().splitlines()[-1:] or ["no answer"]
        return UNASKED, [f"Could not ask about any package: {last[0]}", "Run it where the index can be reached."]
    holes = [f"{one['name']} {one['version']}: {hole['id']}" for one in packages for hole in one.get("vulns", ())]
    unasked = [one for one in packages if "skip_reason" in one]
    said = [
        *holes,
        f"{len(packages) - len(unasked)} of {len(packages)} packages asked about, {len(holes)} known holes.",
    ]
    if unasked:
        said.append(f"Could not ask about {len(unasked)}, such as: {unasked[0]['skip_reason']}")
    return (HOLES if holes else UNASKED if unasked or not packages else FINE), said


if __name__ == "__main__":
    asked = subprocess.run([sys.executable, *ASK], capture_output=True, text=True, check=False)
    code, lines = told(asked.stdout, asked.stderr)
    print("\n".join(lines))
    sys.exit(code)
