"""Sentences with labelled spans as JSON Lines, for Prodigy, doccano and Label Studio."""

import sqlite3
from bisect import bisect_left
from typing import BinaryIO

from rasad.sharing.cells import json_line
from rasad.sharing.spans import labelled, sentences
from rasad.store.records import entries

DESCRIPTION = "one line a sentence that has labels, with spans as Prodigy takes them (spans.manual); they may overlap"
EXTENSION = "jsonl"


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write the sentences of all pages, by page; `meta` leads back to the page and its text."""
    for entry in entries(db):
        spans = labelled(entry)
        starts = [one.start for one in spans]
        for start, end in sentences(entry.page.text, spans):
            some = spans[bisect_left(starts, start) : bisect_left(starts, end)]
            once = dict.fromkeys((one.start - start, one.end - start, one.label, one.value) for one in some)
            held = [dict(zip(("start", "end", "label", "value"), one, strict=True)) for one in once]
            if held:
                place = {"page": entry.record.sha256, "id": entry.record.id, "start": start, "lang": entry.record.lang}
                out.write(json_line({"text": entry.page.text[start:end], "spans": held, "meta": place}))
