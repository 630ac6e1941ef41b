"""Rasad beside what a user would run instead, in one run on the same pages: pages per second, memory, start-up.

    compare.py PATH… [--pages N] [--hazm PYTHON] [--parsivar PYTHON]

Each contender runs in a process of its own, one after the other, with the same pages; its processor time counts, and of
three rounds the best. Builds and starts are timed by the clock on the wall. The figures to compare are the ratios. HTML
pages are made from the texts: menus, scripts and links around each, to some 80 kB. The Persian tools often need older
packages: name the Python of an environment that has them. They do less than Rasad (letters mended, words cut), and
trafilatura only takes the article out; the floor is what no reader can do without.
"""

# Only the standard library here: this file is also run by the Pythons of the other tools.
import argparse
import hashlib
import html
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROUNDS = 3
HTML_BYTES = 80_000
Pages = list[dict[str, str]]
RASAD = (sys.executable, "-m", "rasad")


def main() -> None:
    args = arguments()
    if args.work:
        print(json.dumps(measured(args.work, json.loads(Path(args.paths[0]).read_text("utf-8")))))
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(args, Path(folder))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--pages", type=int, default=400, help="how many pages; those there are come again")
    parser.add_argument("--hazm", metavar="PYTHON", help="a Python that has hazm")
    parser.add_argument("--parsivar", metavar="PYTHON", help="a Python that has parsivar")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    return parser.parse_args()


def compare(args: argparse.Namespace, folder: Path) -> None:
    """Measure everything and print it, in times of the floor."""
    texts, name = pages_of(args.paths, args.pages), folder / "pages.json"
    name.write_text(json.dumps(texts), encoding="utf-8")
    size = sum(len(page["text"].encode()) for page in texts) // len(texts)
    web = sum(len(page["html"].encode()) for page in texts) // len(texts)
    print(f"{len(texts)} pages of {size:,} bytes of text, {web:,} bytes as HTML; Python {sys.version.split()[0]}")
    ground = contender("floor", name)
    line("floor: read, hash, fold", ground, ground)
    line("one automaton pass", contender("automaton", name), ground)
    for title, work in WORKS.items():
        line(title, contender(work, name), ground)
    for title, python in (("hazm", args.hazm), ("parsivar", args.parsivar)):
        if python:
            line(f"{title}: normalise, cut words (Persian)", contender(title, name, python), ground)
    builds(texts, folder)
    starts(folder)


WORKS = {
    "Rasad: text to record": "text",
    "Rasad: HTML to record": "html",
    "Rasad: HTML to text layer": "markup",
    "trafilatura: HTML to article": "trafilatura",
}


def pages_of(paths: list[str], count: int) -> Pages:
    """Read the pages, and make each an HTML page too."""
    from rasad.model import Page
    from rasad.readers import read_pages

    found = [page for path in paths for page in read_pages(Path(path)) if isinstance(page, Page)]
    if not found:
        sys.exit(f"no pages in {', '.join(paths)}")
    return [{"text": page.text, "html": as_html(page.text)} for page in islice(cycle(found), count)]


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


def contender(work: str, pages: Path, python: str = sys.executable) -> dict[str, float]:
    """Run one contender in a process of its own."""
    command = [python, __file__, str(pages), "--work", work]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{work} failed: {done.stderr.strip().splitlines()[-1:]}")
    return dict(json.loads(done.stdout))


def measured(work: str, pages: Pages) -> dict[str, float]:
    """Time the rounds of one contender; its loading is not counted, its memory is."""
    one = MAKERS[work]()
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for page in pages:
            one(page)
        times.append(time.process_time() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return {"seconds": min(times), "pages": len(pages), "megabytes": peak}


def line(title: str, found: dict[str, float], ground: dict[str, float]) -> None:
    rate, times = found["pages"] / found["seconds"], found["seconds"] / ground["seconds"]
    print(f"{title:42} {rate:9,.0f} pages/s {times:9,.1f} x the floor {found['megabytes']:7,.0f} MB")


def builds(texts: Pages, folder: Path) -> None:
    """Build a case of the pages, each another, by one process and by two: end to end, with the store."""
    named = folder / "pages.jsonl"
    lines = (json.dumps({"id": f"p{n}", "text": f"{page['text']}\n{n}"}) for n, page in enumerate(texts))
    named.write_text("\n".join(lines), encoding="utf-8")
    seconds = {}
    for workers in (1, 2):
        case = folder / f"{workers}.rasad"
        started = time.perf_counter()
        subprocess.run([*RASAD, "build", named, "-o", case, "--workers", str(workers)], capture_output=True, check=True)
        seconds[workers] = time.perf_counter() - started
        rate = len(texts) / seconds[workers]
        print(f"rasad build, processes that read: {workers:<8} {rate:9,.0f} pages/s, with start, store and fusion")
    print(f"two processes are {seconds[1] / seconds[2]:.2f} times one; the machine has {os.cpu_count()} cores")


def starts(folder: Path) -> None:
    """Time a command that needs nothing, and one that reads a page, with its packs kept loaded."""
    page = folder / "page.txt"
    page.write_text("تهران - ایرنا\nوزیر خارجه ایران با همتای عراقی خود در بغداد دیدار کرد.\n", encoding="utf-8")
    place = {**os.environ, "RASAD_CACHE": str(folder / "cache")}
    for title, *command in (("rasad --help", "--help"), ("rasad read PAGE", "read", str(page))):
        times = []
        for _ in range(ROUNDS + 1):  # the first one fills the cache
            started = time.perf_counter()
            subprocess.run([*RASAD, *command], env=place, capture_output=True, check=True)
            times.append(time.perf_counter() - started)
        print(f"{title:42} {1000 * min(times):9,.0f} ms")


def floor() -> Callable[[dict[str, str]], Any]:
    from rasad.tokens import fold

    def one(page: dict[str, str]) -> str:
        data = page["text"].encode()
        hashlib.sha256(data).hexdigest()
        return fold(data.decode())

    return one


def automaton() -> Callable[[dict[str, str]], Any]:
    import ahocorasick

    from rasad.packs.rows import read_rows
    from rasad.tokens import fold

    words = ahocorasick.Automaton()
    for lang in ("fa", "ar"):
        for table in ("triggers", "speech", "offices", "words", "given_names"):
            for row in read_rows(f"{lang}/{table}.tsv"):
                words.add_word(fold(row["form"]), 1)
    words.make_automaton()
    return lambda page: sum(1 for _ in words.iter(fold(page["text"])))


def rasad_text() -> Callable[[dict[str, str]], Any]:
    from rasad.capture import page_of
    from rasad.model import Outside
    from rasad.packs import load
    from rasad.pipeline import analyse

    packs = load()
    return lambda page: analyse(page_of(page["text"], Outside("p"), "text/plain"), packs)


def rasad_html() -> Callable[[dict[str, str]], Any]:
    from rasad.markup import page_of_html
    from rasad.model import Outside
    from rasad.packs import load
    from rasad.pipeline import analyse

    packs = load()
    return lambda page: analyse(page_of_html(page["html"], Outside("p")), packs)


def rasad_markup() -> Callable[[dict[str, str]], Any]:
    from rasad.markup import page_of_html
    from rasad.model import Outside

    return lambda page: page_of_html(page["html"], Outside("p"))


def trafilatura() -> Callable[[dict[str, str]], Any]:
    import trafilatura as other

    return lambda page: other.extract(page["html"])


def hazm() -> Callable[[dict[str, str]], Any]:
    from hazm import Normalizer, WordTokenizer

    mend, cut = Normalizer(), WordTokenizer()
    return lambda page: cut.tokenize(mend.normalize(page["text"]))


def parsivar() -> Callable[[dict[str, str]], Any]:
    from parsivar import Normalizer, Tokenizer

    mend, cut = Normalizer(), Tokenizer()
    return lambda page: cut.tokenize_words(mend.normalize(page["text"]))


MAKERS = {
    "floor": floor, "automaton": automaton, "text": rasad_text, "html": rasad_html, "markup": rasad_markup,
    "trafilatura": trafilatura, "hazm": hazm, "parsivar": parsivar,
}  # fmt: skip


if __name__ == "__main__":
    main()
