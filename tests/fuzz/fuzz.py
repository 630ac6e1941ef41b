"""Fuzz the readers and the text stages with atheris, which looks for bytes that reach new code.

    pip install atheris        (in an environment of its own)
    python tests/fuzz/fuzz.py readers -max_total_time=300
    python tests/fuzz/fuzz.py stages -max_total_time=300

What follows the target goes to libFuzzer: a folder keeps what was found, a file is tried alone. Pytest passes this by.
"""

import sys
import time
from importlib import import_module
from typing import Any

from rasad.model import Document, Page
from rasad.mojibake import mends
from rasad.packs import load
from rasad.readers import SetAside, read_stream
from rasad.stages.find_language import find_language
from rasad.stages.find_ranges import find_ranges
from rasad.stages.repair_text import repair_text
from rasad.stages.split_sentences import split_sentences

STAGES = (find_language, find_ranges, repair_text, split_sentences)
NAMES = ("x", "a.html", "a.xml", "a.json", "a.jsonl", "a.warc", "a.mhtml", "a.txt", "a.gz")
SECONDS = 3.0
"""No input of the fuzzer, some kilobytes at most, may take longer, slowed down as it is."""
ALPHABET = (
    " \n.،؛:«»\"'()!؟-ـ|/\u200c\u200e\u202e\u2066\u00a0¬\u0640\u064b\u064e\u0651\u0653\u0654\u0655\u0670ﻻﷲﺍ"
    "ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيىئءآأإؤةۀەہھ٠١٢۰۱۲012abzÇØ§Ù„طظ\u0301\ufffd\U0001f600"
)


def readers(data: bytes) -> None:
    """Read bytes under a name: pages or reasons come out, and nothing is raised."""
    name = NAMES[data[0] % len(NAMES)] if data else "x"
    for found in read_stream(data[1:], name):
        if isinstance(found, SetAside):
            assert found.why, found
            assert found.what_to_do, found
        else:
            _staged(found)


def stages(data: bytes) -> None:
    """Send a text of telling letters through the first stages."""
    text = "".join(ALPHABET[byte % len(ALPHABET)] for byte in data)
    for found in read_stream(text.encode(), "a.txt"):
        if isinstance(found, Page):
            _staged(found)


def _staged(page: Page) -> None:
    doc = Document(page)
    for stage in STAGES:
        doc = stage(doc, load())
    assert doc.map is not None
    for sentence in doc.sentences:
        start, end = doc.map.back(sentence.start, sentence.end)
        assert 0 <= start < end <= len(page.text), (sentence, page.text)
    if mends(doc.reading):
        return  # Scrambled twice, or not at all: nobody knows.
    again = _repaired(Document(Page(page.outside, doc.reading, ""), doc.lang), doc)
    assert again == doc.reading, (doc.reading, again)


def _repaired(doc: Document, first: Document) -> str:
    """Repair a text again, as of the languages that were found at first."""
    again = find_language(doc, load())
    if again.lang != first.lang or again.paragraph_langs != first.paragraph_langs:
        return first.reading
    return repair_text(again, load()).reading


def timed(target: Any) -> Any:
    """Hold a target to its time."""

    def run(data: bytes) -> None:
        started = time.process_time()
        target(data)
        assert time.process_time() - started < SECONDS, f"{len(data)} bytes took too long"

    return run


def main() -> None:
    """Run the target that is named first."""
    atheris = import_module("atheris")
    target = {"readers": readers, "stages": stages}[sys.argv.pop(1)]
    load()
    atheris.instrument_all()
    atheris.Setup(sys.argv, timed(target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
