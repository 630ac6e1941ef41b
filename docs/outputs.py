"""Put real output into README and tutorial: `make docs`, after `make demo`.

A block of code that stands right behind `<!-- run: COMMAND -->` is written anew with what `rasad COMMAND` prints.
`EVENT(FILTERS)` in a command is the id of the event of most pages that `rasad timeline` finds with these filters;
`; 1-5 9 -2` behind it keeps these lines and the last two, and marks what is left out.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASE = "out/demo.rasad"
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial.md", ROOT / "docs" / "how-to" / "exports.md")
RASAD = (sys.executable, "-m", "rasad")

HEAD = r"(?P<head><!-- run: (?P<command>[^\n;]+?)(?:; (?P<lines>[\d -]+))? -->\n```\n)"
BLOCK = re.compile(HEAD + r".*?(?P<tail>^```\n)", re.DOTALL | re.MULTILINE)
EVENT = re.compile(r"EVENT\(([^)]*)\)")


def main() -> None:
    if not (ROOT / CASE).is_file():
        sys.exit(f"{CASE} is not there; run `make demo` first")
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(BLOCK.sub(written, text), encoding="utf-8", newline="\n")


def written(block: re.Match[str]) -> str:
    """Write one block anew."""
    command = EVENT.sub(lambda found: event(found[1]), block["command"])
    lines = run(*shlex.split(command)).rstrip("\n").split("\n")
    return block["head"] + "".join(f"{line}\n" for line in kept(lines, block["lines"])) + block["tail"]


def event(filters: str) -> str:
    """Give the id of the event that most pages tell, of those the filters leave; the first of them."""
    rows = [json.loads(line) for line in run("timeline", CASE, "--json", *shlex.split(filters)).splitlines()]
    return str(max(rows, key=lambda row: row["pages"])["id"])


def kept(lines: list[str], which: str | None) -> list[str]:
    """Keep some lines, counted from 1, or the last of them; «…» stands for what is left out between."""
    if not which:
        return lines
    out: list[str] = []
    for part in which.split():
        first, _, last = part.partition("-")
        some = lines[int(first) - 1 : int(last or first)] if first else lines[-int(last) :]
        out += [*(["…"] if out else []), *some]
    return out


def run(*args: str) -> str:
    return subprocess.run([*RASAD, *args], cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
