"""Say how to go on after `make demo`, with an event that is really in the case file."""

import json
import subprocess
import sys
from typing import Any


def events(rasad: str, case: str) -> list[dict[str, Any]]:
    """Give the events of the case file, in the order of the timeline."""
    answer = subprocess.run([rasad, "timeline", case, "--json"], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def best(rows: list[dict[str, Any]]) -> str:
    """Pick the event that most pages tell; the first of them."""
    return str(max(rows, key=lambda row: row["pages"])["id"])


def main() -> None:
    rasad, case = sys.argv[1:3]
    rows = events(rasad, case)
    if not rows:
        sys.exit(f"{case} holds no event. Why pages were set aside: {rasad} asides {case}")
    event = best(rows)
    steps = (
        (f"show {case} {event}", "the reports side by side, with the quoted evidence"),
        (f"explain {case} {event}.date", "how the date was found, in words"),
        (f"statements {case}", "who said what"),
        (f"search {case} ایران", "finds إيران too"),
        (f"verify {case}", "cuts every quote again and compares"),
        ("build YOUR_PAGES -o mine.rasad", "your own pages"),
    )
    width = max(len(words) for words, _ in steps)
    print(f"\n{len(rows)} events. Go on with:")
    for words, why in steps:
        print(f"  {rasad} {words:{width}}   {why}")


if __name__ == "__main__":
    main()
