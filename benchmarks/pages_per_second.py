"""Pages per second, and what each stage costs, on one core in one run.

    pages_per_second.py PATH… [--pages N]

The pages are repeated until there are N of them. Speeds of machines differ, so the figures to compare are the ratios:
the share of each stage, and the whole against the floor. The floor is what no reader can do without: the bytes read,
hashed and folded once.
"""

import argparse
import hashlib
import platform
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from rasad.model import Document, Page
from rasad.packs import Packs, load
from rasad.pipeline import STAGES
from rasad.readers import read_pages
from rasad.tokens import fold

ROUNDS = 3  # the best of three: what disturbs a run only makes it slower


def main() -> None:
    args = arguments()
    pages = [page for path in args.paths for page in read_pages(path) if isinstance(page, Page)]
    if not pages:
        sys.exit(f"no pages in {', '.join(map(str, args.paths))}")
    pages = list(islice(cycle(pages), args.pages or max(len(pages), 200)))
    started = time.perf_counter()
    packs = load()
    loading = time.perf_counter() - started
    report(pages, loading, best(lambda: floor(pages)), stage_seconds(pages, packs))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, help="how many pages (default: all there are, at least 200)")
    return parser.parse_args()


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def floor(pages: list[Page]) -> None:
    """The work no reader can do without."""
    for page in pages:
        data = page.text.encode()
        hashlib.sha256(data).hexdigest()
        fold(data.decode())


def stage_seconds(pages: list[Page], packs: Packs) -> dict[str, float]:
    """Seconds of each stage over all pages, best round of each."""
    seconds: dict[str, float] = {}
    for _ in range(ROUNDS):
        docs = [Document(page) for page in pages]
        for stage in STAGES:
            started = time.perf_counter()
            docs = [stage(doc, packs) for doc in docs]
            spent = time.perf_counter() - started
            seconds[stage.__name__] = min(spent, seconds.get(stage.__name__, spent))
    return seconds


def report(pages: list[Page], loading: float, ground: float, seconds: dict[str, float]) -> None:
    whole = sum(seconds.values())
    letters = sum(len(page.text) for page in pages)
    print(f"{platform.python_implementation()} {platform.python_version()}, one core")
    print(f"{len(pages)} pages, {letters // len(pages)} characters a page; packs loaded in {loading:.2f} s")
    print(f"{len(pages) / whole:.0f} pages/s, {1000 * whole / len(pages):.2f} ms a page")
    print(f"{whole / ground:.0f} times the floor (read, hash, fold: {len(pages) / ground:.0f} pages/s)")
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"  {name:20} {100 * spent / whole:5.1f} %  {1000 * spent / len(pages):7.3f} ms a page")


if __name__ == "__main__":
    main()
