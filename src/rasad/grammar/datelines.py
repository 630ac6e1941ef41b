"""The dateline of a dispatch («تهران - ایرنا -», «بيروت (رويترز) -»): a city and an agency, parties of nothing."""

import re

from rasad.grammar.view import View
from rasad.packs import Packs

_REACH = 48
"""Code points in which the agency of a dateline begins: a city before it, perhaps a day."""
_CITY_WORDS = 3
_OPENS = re.compile(r"\s*+[-–—(/،,]\s*+")
_CLOSES = re.compile(r"\s*+(?:(?:\)\s*+)?[-–—:]|\))")
_WHERE = ("place", "country")


def dateline_end(view: View, packs: Packs) -> int:
    """Give the end of the dateline of a sentence that opens a line, and its start where it has none.

    The agency stands behind a stroke or in brackets, and a stroke or colon behind it; that may be missing where a
    known city is all that stands before.
    """
    doc, start = view.doc, view.start
    at = start
    while at and doc.reading[at - 1] in " \t":
        at -= 1
    if at and doc.reading[at - 1] != "\n":
        return start
    for mark in view.of("org"):
        if mark.start > start + _REACH:
            break
        if not packs.register.organisations[mark.cells["id"]].is_carrier:
            continue
        words = view.words(start, mark.start)
        if not 0 < len(words) <= _CITY_WORDS or not _OPENS.fullmatch(doc.folded, words[-1][1], mark.start):
            return start
        closed = _CLOSES.match(doc.folded, mark.end)
        if closed:
            return closed.end()
        known = any((m.start, m.end) == (start, words[-1][1]) for kind in _WHERE for m in view.of(kind))
        return mark.end if known else start
    return start
