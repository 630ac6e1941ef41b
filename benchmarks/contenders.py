"""One contender of `compare.py` in a process of its own: what it takes, as JSON.

    contenders.py WORK PAGES.json WORDS.json

Only the standard library is imported here at once, since this file is also run by the Pythons of the other tools.
"""

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROUNDS = 3  # the best of three: what disturbs a run only makes it slower
MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss differs

Page = dict[str, str]
Words = dict[str, list[str]]
One = Callable[[Page], Any]


def main() -> None:
    work, pages, words = sys.argv[1], *(json.loads(Path(name).read_text("utf-8")) for name in sys.argv[2:])
    if work == "stages":
        print(json.dumps(stages(pages)))
        return
    mine = [page for page in pages if page["lang"] == "fa"] if work in PERSIAN else pages
    started = time.process_time()
    one = MAKERS[work](words)
    loading = time.process_time() - started
    seconds = best(one, mine)
    print(json.dumps({"seconds": seconds / len(mine), "megabytes": peak(), "loading": loading}))


def peak() -> float:
    """Give the most memory this process has had, in megabytes; Linux tells it without that of the process before it."""
    status = Path("/proc/self/status")
    told = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
    if told:
        return int(told[0].split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def best(one: One, pages: list[Page]) -> float:
    """Give the processor seconds of the fastest round."""
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for page in pages:
            one(page)
        times.append(time.process_time() - started)
    return min(times)


def stages(pages: list[Page]) -> dict[str, float]:
    """Give the processor seconds of each stage for a page of text: the best round of each counts."""
    from rasad.capture import page_of
    from rasad.model import Document, Outside
    from rasad.packs import load
    from rasad.pipeline import STAGES

    packs, found = load(), dict.fromkeys((stage.__name__ for stage in STAGES), float("inf"))
    for _ in range(ROUNDS):
        spent = dict.fromkeys(found, 0.0)
        for page in pages:
            doc = Document(page_of(page["text"], Outside("p"), "text/plain"))
            for stage in STAGES:
                started = time.process_time()
                doc = stage(doc, packs)
                spent[stage.__name__] += time.process_time() - started
        found = {name: min(spent[name], found[name]) for name in found}
    return {name: seconds / len(pages) for name, seconds in found.items()}


def floor(words: Words) -> One:
    from rasad.tokens import fold

    def one(page: Page) -> str:
        data = page["text"].encode()
        hashlib.sha256(data).hexdigest()
        return fold(data.decode())

    return one


def automaton(words: Words) -> One:
    import ahocorasick

    from rasad.tokens import fold

    known = ahocorasick.Automaton()
    for form in (form for forms in words.values() for form in forms):
        known.add_word(fold(form), 1)
    known.make_automaton()
    return lambda page: sum(1 for _ in known.iter(fold(page["text"])))


def text(words: Words) -> One:
    from rasad.capture import page_of
    from rasad.model import Outside
    from rasad.packs import load
    from rasad.pipeline import analyse

    packs = load()
    return lambda page: analyse(page_of(page["text"], Outside("p"), "text/plain"), packs)


def html(words: Words) -> One:
    from rasad.markup import page_of_html
    from rasad.model import Outside
    from rasad.packs import load
    from rasad.pipeline import analyse

    packs = load()
    return lambda page: analyse(page_of_html(page["html"], Outside("p")), packs)


def markup(words: Words) -> One:
    from rasad.markup import page_of_html
    from rasad.model import Outside

    return lambda page: page_of_html(page["html"], Outside("p"))


def trafilatura(words: Words) -> One:
    import trafilatura as other

    return lambda page: other.extract(page["html"])


def hazm(words: Words) -> One:
    from hazm import Normalizer, WordTokenizer

    mend, cut = Normalizer(), WordTokenizer()
    return lambda page: cut.tokenize(mend.normalize(page["text"]))


def parsivar(words: Words) -> One:
    from parsivar import Normalizer, Tokenizer

    mend, cut = Normalizer(), Tokenizer()
    return lambda page: cut.tokenize_words(mend.normalize(page["text"]))


def spacy(words: Words) -> One:
    import spacy as other
    from spacy.matcher import PhraseMatcher

    found = {}
    for lang, forms in words.items():
        cut = other.blank(lang)
        known = PhraseMatcher(cut.vocab)
        known.add("row", list(cut.tokenizer.pipe(forms)))
        found[lang] = (cut, known)

    def one(page: Page) -> int:
        cut, known = found.get(page["lang"], found["ar"])
        return len(known(cut(page["text"])))

    return one


MAKERS: dict[str, Callable[[Words], One]] = {
    "floor": floor, "automaton": automaton, "text": text, "html": html, "markup": markup, "trafilatura": trafilatura,
    "hazm": hazm, "parsivar": parsivar, "spacy": spacy,
}  # fmt: skip
PERSIAN = ("hazm", "parsivar")


if __name__ == "__main__":
    main()
