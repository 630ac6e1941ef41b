"""Rasad beside what a user would run instead, in one run on the same pages: speed, memory, start-up, processes.

    compare.py PATH… [--pages N] [--bytes LEAST MOST] [--hazm PYTHON] [--parsivar PYTHON] [--spacy PYTHON]

Each contender runs in a process of its own, one after the other, with the same pages (`contenders.py`); its processor
time counts, and of three rounds the best. A build is told in processor time, all processes together, and by the clock.
The figures to compare are the ratios. HTML pages are made from the texts: menus, scripts and links around each, to some
80 kB. Other tools often need other packages: name the Python of an environment that has them. They do less than Rasad
(letters mended, words cut, known words found), and trafilatura only takes the article out; the floor is what no reader
can do without.
"""

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import chain, cycle, islice, zip_longest
from pathlib import Path

from apart import run

from rasad.model import Page
from rasad.packs import load
from rasad.packs.languages import language_of
from rasad.readers import read_pages

STARTS = 4  # the first one fills the cache
HTML_BYTES = 80_000
CONTENDERS = Path(__file__).with_name("contenders.py")
RASAD = (sys.executable, "-m", "rasad")
MEGABYTE = 1024**2
Pages = list[dict[str, str]]
Found = dict[str, float]
WORKS = {
    "Rasad: text to record": "text",
    "Rasad: HTML to record": "html",
    "Rasad: HTML to text layer": "markup",
    "trafilatura: HTML to article": "trafilatura",
}
OTHERS = {
    "hazm": "hazm: normalise, cut words (Persian)",
    "parsivar": "parsivar: normalise, cut words (Persian)",
    "spacy": "spaCy blank, matcher with our forms",
}
NOT_RUN = (
    "stanza and UDPipe were not run: their models are on no package registry and would have to be fetched.",
    "UniversalPetrarch was not run: it needs such a parser before it, and we found no rate of its own published.",
)


def main() -> None:
    args = arguments()
    with tempfile.TemporaryDirectory() as folder:
        compare(args, Path(folder))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=400, help="how many pages; if there are fewer, those come again")
    parser.add_argument("--bytes", type=int, nargs=2, metavar=("LEAST", "MOST"), help="only texts of such a size")
    for name in OTHERS:
        parser.add_argument(f"--{name}", metavar="PYTHON", help=f"a Python that has {name}")
    return parser.parse_args()


def compare(args: argparse.Namespace, folder: Path) -> None:
    """Measure everything and print it, in times of the floor."""
    texts = pages_of(args.paths, args.pages, args.bytes or (1, sys.maxsize))
    (folder / "pages.json").write_text(json.dumps(texts), encoding="utf-8")
    (folder / "words.json").write_text(json.dumps(our_forms()), encoding="utf-8")
    size, web = (sum(len(page[kind].encode()) for page in texts) // len(texts) for kind in ("text", "html"))
    print(f"{len(texts)} pages of {size:,} bytes of text, {web:,} bytes as HTML; Python {sys.version.split()[0]}")
    ground = contender("floor", folder)
    line("floor: read, hash, fold", ground, ground)
    line("one automaton pass", contender("automaton", folder), ground)
    for title, work in WORKS.items():
        line(title, contender(work, folder), ground)
    for name, title in OTHERS.items():
        if python := getattr(args, name):
            line(title, contender(name, folder, python), ground)
    print(*NOT_RUN, sep="\n")
    of_stages(contender("stages", folder))
    builds(texts, folder)
    starts(folder)


def pages_of(paths: list[Path], count: int, sizes: tuple[int, int]) -> Pages:
    """Read the pages, one of each language in turn, and make each an HTML page too."""
    by_lang: dict[str, Pages] = {}
    for page in (page for path in paths for page in read_pages(path) if isinstance(page, Page)):
        if sizes[0] <= len(page.text.encode()) <= sizes[1]:
            lang = language_of(page.text)
            by_lang.setdefault(lang, []).append({"text": page.text, "lang": lang, "sha256": page.sha256})
    turns = zip_longest(*(sorted(some, key=lambda page: page["sha256"]) for some in by_lang.values()))
    found = list(islice((page for page in chain.from_iterable(turns) if page), count))
    if not found:
        sys.exit(f"no pages of that size in {', '.join(map(str, paths))}")
    return [{**page, "html": as_html(page["text"])} for page in islice(cycle(found), count)]


def our_forms() -> dict[str, list[str]]:
    """Give the forms of the lexicon of each language."""
    return {lang: sorted({entry.form for entry in found.entries}) for lang, found in load().lexicons.items()}


def as_html(text: str) -> str:
    """Put a text into a page as they are found: a menu, a script, related links, a footer."""
    title, _, body = text.partition("\n")
    article = "".join(f"<p>{html.escape(part)}</p>\n" for part in body.split("\n") if part.strip())
    links = "".join(f'<li class="item"><a href="/section/{n}/">{html.escape(title)} {n}</a></li>\n' for n in range(150))
    start = f'<!doctype html><html><head><meta charset="utf-8"><title>{html.escape(title)}</title></head><body>'
    inner = f"<nav><ul>{links}</ul></nav><article><h1>{html.escape(title)}</h1>{article}</article>"
    page = f"{start}{inner}<footer>{links}</footer>"
    script = "var a = [" + "0," * (max(HTML_BYTES - len(page.encode()), 0) // 2) + "0];"
    return f"{page}<script>{script}</script></body></html>"


def contender(work: str, folder: Path, python: str = sys.executable) -> Found:
    """Run one contender in a process of its own."""
    command: list[str | Path] = [python, CONTENDERS, work, folder / "pages.json", folder / "words.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{work} failed: {done.stderr.strip().splitlines()[-1:]}")
    return dict(json.loads(done.stdout))


def line(title: str, found: Found, ground: Found) -> None:
    rate, times = 1 / found["seconds"], found["seconds"] / ground["seconds"]
    print(f"{title:42} {rate:9,.0f} pages/s {times:9,.1f} x the floor {found['megabytes']:7,.0f} MB", flush=True)


def of_stages(seconds: Found) -> None:
    """Print what each stage takes of a page of text."""
    whole = sum(seconds.values())
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"  {name:20} {100 * spent / whole:5.1f} %  {1000 * spent:7.3f} ms a page")


def builds(texts: Pages, folder: Path) -> None:
    """Build a case of the pages, each another, by one process and by two: end to end, with the store.

    What a build of one page takes is told apart: start, packs and the events of nothing.
    """
    lines = [json.dumps({"id": f"p{n}", "text": f"{page['text']}\n{n}"}) for n, page in enumerate(texts)]
    (folder / "one.jsonl").write_text(lines[0], encoding="utf-8")
    (folder / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    rates = {}
    for workers in (1, 2):
        build = [*RASAD, "build", "--workers", str(workers)]
        clock, busy, _ = ran([*build, folder / "one.jsonl", "-o", folder / f"one{workers}.rasad"])
        all_clock, all_busy, peak = ran([*build, folder / "all.jsonl", "-o", folder / f"all{workers}.rasad"])
        rates[workers] = (len(texts) - 1) / max(all_clock - clock, 0.001)
        print(
            f"rasad build, processes that read: {workers:<8} {rates[workers]:9,.0f} pages/s by the clock, "
            f"{(len(texts) - 1) / (all_busy - busy):,.0f} a second of processor time, with store and fusion; begins in "
            f"{clock:.1f} s ({busy:.1f} busy); {peak:,.0f} MB in the largest process",
            flush=True,
        )
    print(f"two processes are {rates[2] / rates[1]:.2f} times one; the machine has {os.cpu_count()} cores")


def starts(folder: Path) -> None:
    """Time a command that needs nothing, and one that reads a page, with its packs kept loaded."""
    page = folder / "page.txt"
    # Whoever installs a package has its modules compiled; where none may be written, each start would compile them.
    place = {"RASAD_CACHE": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder)}
    page.write_text("تهران - ایرنا\nوزیر خارجه ایران با همتای عراقی خود در بغداد دیدار کرد.\n", encoding="utf-8")
    for title, *command in (("rasad --help", "--help"), ("rasad read PAGE", "read", page)):
        runs = [ran([*RASAD, *command], place) for _ in range(STARTS)]
        clock, busy = (1000 * min(run[n] for run in runs) for n in range(2))
        print(f"{title:42} {clock:9,.0f} ms by the clock, {busy:,.0f} ms of processor time")


def ran(command: Sequence[str | Path], place: Mapping[str, str] | None = None) -> tuple[float, float, float]:
    """Run a command; give its seconds by the clock and of processor time, and the megabytes of its memory."""
    done = run(command, place, quiet=True)
    if done.code:
        sys.exit(f"{' '.join(map(str, command))} failed ({done.code})")
    return done.clock, done.busy, done.memory / MEGABYTE


if __name__ == "__main__":
    main()
