"""Say how to go on after `make demo`, with an event that is really in the case file."""

import json
import subprocess
import sys
from typing import Any


def events(rasad: str, case: str) -> list[dict[str, Any]]:
    """Give the events of the case file, in the order of the timeline."""
    answer = subprocess.run([rasad, "timeline", case, "--json"], capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in answer.stdout.splitlines() if line.strip()]
    return rows[0] if len(rows) == 1 and isinstance(rows[0], list) else rows


def best(rows: list[dict[str, Any]]) -> str:
    """Pick an event told by most pages; the first of them."""
    return str(max(rows, key=lambda row: row["pages"] if isinstance(row.get("pages"), int) else 0)["id"])


def main() -> None:
    rasad, case = sys.argv[1:3]
    rows = events(rasad, case)
    if not rows:
        sys.exit(f"{case} holds no event. Look at what was set aside: {rasad} build says why for each page.")
    event = best(rows)
    print(f"""
{len(rows)} events. Go on with:
  {rasad} show {case} {event}           the reports side by side, with the quoted evidence
  {rasad} explain {case} {event}.date   how the date was found, in words
  {rasad} statements {case}             who said what
  {rasad} search {case} ایران           finds إيران too
  {rasad} verify {case}                 cuts every quote again and compares
  {rasad} build YOUR_PAGES -o mine.rasad""")


if __name__ == "__main__":
    main()
