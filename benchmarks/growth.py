"""How the cost of a build grows with its pages: processor time for each page, the most memory, the size of the case.

    growth.py PATH… [--pages 1000 3000 10000]

Pages are those of PATH, in an order of chance; when they are used up they come again, and again with a seventh of their
words put in each other's places and their days moved by a month, so that they are no copies. What is told of them is
less then: the reports are counted, too. Every size is built in a process of its own. The exit code is 1 if a page of
the largest build costs more than 1.3 times what one of the smallest does, or if a build takes more than 1 GB.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import msgspec
from apart import run

from rasad.model import Page
from rasad.readers import read_pages

RASAD = (sys.executable, "-c", "from rasad.cli import main; main()")
SIZES = (1_000, 3_000, 10_000)
GROWTH, BOUND = 1.3, 1_000_000_000
SWAPPED = 7
"""One of so many words changes its place: no run of eight is left, by which copies are known."""
MONTH = 30
WORD = re.compile(r"\w+")


def pages(known: Sequence[Page], count: int) -> Iterator[dict[str, str | None]]:
    """Give so many pages as lines of JSON."""
    for n in range(count):
        again, at = divmod(n, len(known))
        page = known[at].outside
        text, day = known[at].text, page.published
        if again:
            text, day = _swapped(Random(n), text), _moved(day, again)
        yield {"id": f"{page.id}-{again}", "url": page.url, "published": day, "publisher": page.publisher, "text": text}


def _swapped(draw: Random, text: str) -> str:
    """Put a part of the words in each other's places."""
    words = list(WORD.finditer(text))[draw.randrange(SWAPPED) :: SWAPPED]
    forms = [word.group() for word in words]
    draw.shuffle(forms)
    end, parts = 0, []
    for word, form in zip(words, forms, strict=True):
        parts += [text[end : word.start()], form]
        end = word.end()
    return "".join((*parts, text[end:]))


def _moved(day: str | None, again: int) -> str | None:
    try:
        return (date.fromisoformat(day[:10]) + timedelta(MONTH * again)).isoformat() if day else None
    except ValueError:
        return day


def built(pages_file: Path, case: Path) -> tuple[dict[str, int], float, int]:
    """Build a case in a process of its own; give its tally, its processor seconds and the most bytes it took."""
    command = [*RASAD, "build", str(pages_file), "-o", str(case), "--json"]
    build = run(command)
    return msgspec.json.decode(build.told or "{}"), build.busy, build.memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pages", nargs="+", type=int, default=SIZES)
    args = parser.parse_args()
    known = [page for path in args.paths for page in read_pages(path) if isinstance(page, Page)]
    Random(1).shuffle(known)
    print(f"{len(known):,} pages to draw from", flush=True)
    costs, right = [], True
    for count in args.pages:
        with tempfile.TemporaryDirectory() as folder:
            source, case = Path(folder) / "pages.jsonl", Path(folder) / "made.rasad"
            with source.open("wb") as out:
                out.writelines(msgspec.json.encode(page) + b"\n" for page in pages(known, count))
            tally, seconds, memory = built(source, case)
            size = case.stat().st_size
        costs.append(seconds / count)
        right &= bool(tally.get("new")) and memory <= BOUND
        print(f"{count:,} pages, {tally['reports']:,} reports, {tally['events']:,} events: {seconds:.0f} s of the "
              f"processor, {seconds / count * 1000:.2f} ms a page, {costs[-1] / costs[0]:.2f} x; "
              f"{memory / 1e6:.0f} MB at most; {size / count / 1000:.1f} kB of case a page", flush=True)  # fmt: skip
    sys.exit(0 if right and costs[-1] <= GROWTH * costs[0] else 1)


if __name__ == "__main__":
    main()
