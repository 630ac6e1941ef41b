"""Raise the floors to what is reached now, less a little: `make raise`. Floors never go down here."""

import math
import re

from quality.test_scores import FLOORS, HERE, figures, rate

BELOW = 0.03
"""How far a floor lies under what was reached: a row that mends one page often costs another a little."""


def main() -> None:
    path = HERE / "floors.toml"
    text = path.read_text(encoding="utf-8")
    for name, floors in FLOORS.items():
        for measure, old in floors.items():
            reached = rate(figures(name)[measure])
            new = max(old, math.floor(100 * max(0.0, reached - BELOW)) / 100)
            text = raised(text, name, measure, new)
            print(f"{name:16} {measure:12} reached {reached:.3f}  floor {old:.2f} -> {new:.2f}")
    path.write_text(text, encoding="utf-8", newline="\n")


def raised(text: str, name: str, measure: str, new: float) -> str:
    """Write one floor, and leave comments and order as they are."""
    head, mark, tail = text.partition(f'["{name}"]' if " " in name else f"[{name}]")
    part, bracket, rest = tail.partition("\n[")
    return head + mark + re.sub(rf"(?m)^{measure} = [\d.]+$", f"{measure} = {new:.2f}", part) + bracket + rest


if __name__ == "__main__":
    main()
