"""How fast the packs load, made anew and kept, and how fast a text is marked.

    register.py PATH… [--rounds N]

Loading is timed in processes of its own, as a command pays for it: by the clock, and by the processor's time, which a
busy machine changes less. Marking is timed by the processor. Two figures tell the marking: the automaton alone,
which finds every pattern in one pass, and `find`, which also holds each hit to its affixes. Megabytes are of UTF-8.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rasad.model import Document, Page
from rasad.packs import Packs, load
from rasad.packs.lexicon import Lexicon, find, matchable
from rasad.readers import read_pages
from rasad.stages.find_language import find_language
from rasad.tokens import fold

TIMED = """
import sys, time
from pathlib import Path
from rasad.packs import load
clock, worked = time.perf_counter(), time.process_time()
load(None, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
print(time.perf_counter() - clock, time.process_time() - worked)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        tell("load, nothing kept", [seconds() for _ in range(args.rounds)])
        tell("load, and keep it", [seconds(cache)])
        tell("load, kept", [seconds(cache) for _ in range(args.rounds)])
    report([page for path in args.paths for page in read_pages(path) if isinstance(page, Page)], load(), args.rounds)


def tell(what: str, rounds: list[tuple[float, float]]) -> None:
    """Show the best time by the clock and by the processor."""
    clock, worked = (min(times) * 1000 for times in zip(*rounds, strict=True))
    print(f"{what:24} {clock:7.0f} ms, {worked:5.0f} ms of the processor", flush=True)


def seconds(*cache: str) -> tuple[float, float]:
    """Time one load in a process of its own."""
    done = subprocess.run([sys.executable, "-c", TIMED, *cache], capture_output=True, text=True, check=True)
    clock, worked = map(float, done.stdout.split())
    return clock, worked


def report(pages: list[Page], packs: Packs, rounds: int) -> None:
    """Time the automaton and `find` over the pages of each language."""
    texts: dict[str, list[str]] = {lang: [] for lang in packs.lexicons}
    for page in pages:
        texts.get(find_language(Document(page), packs).lang, []).append(page.text)
    for lang, some in texts.items():
        words, folded = packs.lexicons[lang], [fold(text) for text in some]
        size = sum(len(text.encode()) for text in some) / 1e6

        for name, work in (("automaton", partial(alone, words, folded)), ("find", partial(whole, words, folded, some))):
            print(f"{lang} {name:21} {size / best(work, rounds):7.1f} MB/s of {size:.1f} MB")


def alone(words: Lexicon, folded: list[str]) -> None:
    """Let the automaton find every pattern."""
    for text in folded:
        for _ in words.automaton.iter(matchable(text)):
            pass


def whole(words: Lexicon, folded: list[str], texts: list[str]) -> None:
    """Mark every word."""
    for text, reading in zip(folded, texts, strict=True):
        find(words, text, reading)


def best(work: Callable[[], None], rounds: int) -> float:
    """Seconds of the fastest round: what disturbs a run only makes it slower."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    main()
