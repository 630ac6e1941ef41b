"""All names of a page, also those that act in no event: people, organisations, places, by rows and by what is around.

Mentions are narrower: they are who may take part. Here a name is the longest stretch that names.
"""

from collections.abc import Iterator
from functools import cache

from rasad.grammar.headed_names import ORGANISATION, PERSON, PLACE, Name, headed, stops_of
from rasad.grammar.view import View, tight, views
from rasad.model import Document, Mark, Span
from rasad.packs.everyday import is_everyday, is_strange
from rasad.packs.rows import read_rows
from rasad.tokens import fold

_OWNERS = ("country", "place", "org", "person")
_SHORTEST = 4
"""Letters of a last word that is looked for alone."""
_OF_MINISTRIES = frozenset(
    f"{name}_minister"
    for name in (
        "foreign", "interior", "health", "labour", "economy", "oil", "energy", "transport", "culture", "justice",
        "intelligence", "education", "science", "trade", "agriculture", "communications", "finance", "sports", "sport",
    )
)  # fmt: skip
_APART = 3
"""Letters of an ending that may be a word of its own."""
_NAME = 4
"""Words of a personal name."""
_STRONGER = {ORGANISATION: 0, PERSON: 1, PLACE: 2}


def names(doc: Document) -> tuple[Name, ...]:
    """Give every name of a document with marks and mentions; where two meet, the longest."""
    sentences = [(view, _found(view)) for view in views(doc)]
    last = _last_words(doc, [name for _, found in sentences for name in found])
    return tuple(name for view, found in sentences for name in _apart([*found, *_again(view, last)]))


def _found(view: View) -> list[Name]:
    people = (*_people(view), *_runs(view), *_titled(view), *_speakers(view))
    return [*headed(view), *_marked(view), *_joined(view), *(_whole(view, name) for name in people)]


def _apart(found: list[Name]) -> list[Name]:
    """Keep the longest of names that meet, and of equal ones the stronger kind."""
    taken: list[Name] = []
    for name in sorted(found, key=lambda n: (n.start - n.end, _STRONGER[n.kind], n.start)):
        if all(name.end <= other.start or other.end <= name.start for other in taken):
            taken.append(name)
    return sorted(taken, key=lambda n: n.start)


def _last_words(doc: Document, found: list[Name]) -> frozenset[str]:
    """Give the last words of people's names of two words or more: they come again alone."""
    people = [doc.folded[n.start : n.end].split() for n in found if n.kind == PERSON]
    return frozenset(words[-1] for words in people if len(words) > 1 and len(words[-1]) >= _SHORTEST)


def _again(view: View, last: frozenset[str]) -> Iterator[Name]:
    others = {
        m.core[0] for m in view.marks if m.kind in ("country", "org", "place", "organ", "office", "speech", "marker")
    }
    for start, end in view.words(view.start, view.end):
        if view.text(start, end) in last and start not in others:
            yield Name(start, end, PERSON, "rasad:last_word_of_a_name")


def _people(view: View) -> Iterator[Name]:
    """Give the people that mentions name, and those of the register."""
    for mention in view.mentions:
        if mention.head == "person":
            yield Name(*mention.name, PERSON, mention.rule)
    for mark in view.of("person"):
        if mark.cells["use"] == "full":
            yield Name(*mark.core, PERSON, mark.rule)


def _marked(view: View) -> Iterator[Name]:
    """Give the organisations, countries and places that rows name."""
    for mark in view.marks:
        if mark.kind == "org" and mark.cells["use"] != "weak":
            yield Name(*_articled(mark), ORGANISATION, mark.rule)
        elif mark.kind == "place" and not mark.suffix:
            yield Name(*_articled(mark), PLACE, mark.rule)
        elif mark.kind == "country" and not mark.suffix and not mark.cells["use"].startswith("demonym"):
            state = mark.cells["use"] in ("hostile", "polite") or (
                mark.cells["use"] == "official" and view.doc.lang == "fa"
            )
            yield Name(*_articled(mark), ORGANISATION if state else PLACE, mark.rule)


def _articled(mark: Mark) -> Span:
    """Take an Arabic article that belongs to the name into its span."""
    return (mark.core[0] - 2 if mark.prefix.endswith("ال") else mark.core[0], mark.core[1])


def _joined(view: View) -> Iterator[Name]:
    """Give the organs of states with what completes them («ارتش سوریه»), and the ministry in a minister's post."""
    for mention in view.mentions:
        owners = [m for m in view.marks if m.kind in _OWNERS and mention.start < m.core[0] < mention.end]
        if mention.head == "organ" and owners:
            yield Name(mention.start, mention.end, ORGANISATION, mention.rule)
    for mark in view.of("office"):
        words = view.words(*mark.core)
        if mark.cells["office"] in _OF_MINISTRIES and len(words) > 1 and view.doc.lang == "fa":
            after = next((m for m in view.of("country") if m.core[0] >= mark.end), None)
            joined = after is not None and tight(view.doc.folded, mark.end, after.core[0])
            yield Name(words[1][0], after.core[1] if after and joined else mark.core[1], ORGANISATION, mark.rule)


def _runs(view: View) -> Iterator[Name]:
    """Give a known given name with the unknown words behind it: «میلاد قربان زاده», «أبو غسان»."""
    words, stops = view.words(view.start, view.end), stops_of(view)
    given = {m.core[0]: m for m in view.marks if m.kind == "given"}
    others = {m.core[0] for m in view.marks if m.kind in ("country", "org", "organ", "group", "office")}
    for at, (start, end) in enumerate(words):
        if start not in given or start in stops:
            continue
        stop, number = end, at + 1
        while number < min(len(words), at + _NAME):
            left, right = words[number]
            if not _near(view, stop, left):
                break
            if number + 1 < len(words) and view.text(*words[number + 1]) in _family(view.doc.lang):
                stop, number = words[number + 1][1], number + 2
                break
            if left in stops - given.keys() or left in others:
                break
            if not _may_name(view, left, right, left in given):
                break
            stop, number = right, number + 1
        alone = view.doc.lang == "ar" and not is_everyday(view.doc.reading[start:end], "ar")
        if number > at + 1 or alone:
            yield Name(start, stop, PERSON, given[start].rule)


def _titled(view: View) -> Iterator[Name]:
    """Give one or two words behind an honorific that are no everyday words («دکتر نوروزی»)."""
    words, stops = view.words(view.start, view.end), stops_of(view)
    others = {m.core[0] for m in view.marks if m.kind in ("country", "org", "organ", "group", "office", "place")}
    for mark in view.of("title"):
        stop, taken = mark.end, 0
        for start, end in (w for w in words if w[0] >= mark.end):
            if taken == 2 or not _near(view, stop, start) or start in stops | others:
                break
            if not _may_name(view, start, end, False):
                break
            stop, taken = end, taken + 1
        if taken:
            first = next(w[0] for w in words if w[0] >= mark.end)
            yield Name(first, stop, PERSON, mark.rule)


def _speakers(view: View) -> Iterator[Name]:
    """Give one or two strange words that open a Persian sentence before a preposition, a verb of saying or a colon."""
    words, lang = view.words(view.start, view.end), view.doc.lang
    openers = {m.start for m in view.marks if m.kind in ("speech", "attribution", "marker")}
    for size in (1, 2):
        if len(words) <= size or lang != "fa":
            return
        ending = size == 2 and view.text(*words[1]) in _family(lang)
        last = words[size - 1]
        if not ending and any(not is_strange(view.doc.reading[w[0] : w[1]], lang) for w in words[:size]):
            continue
        behind = view.text(last[1], words[size][0]).strip()
        if behind == ":" or (behind == "" and words[size][0] in openers):
            yield Name(words[0][0], last[1], PERSON, "rasad:opens_and_speaks")
            return


def _may_name(view: View, start: int, end: int, given: bool) -> bool:
    """Tell whether a word may be part of a personal name: no everyday word, or one that ends like a family name."""
    text = view.doc.reading[start:end]
    return given or (text.replace("\u200c", "").isalpha() and not is_everyday(text, view.doc.lang))


def _whole(view: View, name: Name) -> Name:
    """Take «سید» before a person's name into it, and a family name made of a town behind it («صفایی بوشهری»)."""
    for mark in view.of("place"):
        if mark.suffix and view.doc.lang == "fa" and _near(view, name.end, mark.start) and mark.start > name.end:
            name = Name(name.start, mark.end, name.kind, name.rule)
    for mark in view.of("title"):
        if mark.cells["title"] == "seyyed" and mark.end <= name.start and _near(view, mark.end, name.start):
            return Name(mark.start, name.end, name.kind, name.rule)
    return name


def _near(view: View, end: int, start: int) -> bool:
    return view.text(end, start).strip() == ""


@cache
def _family(lang: str) -> frozenset[str]:
    """Give endings of family names that are written apart («زاده»)."""
    rows = read_rows(f"{lang}/surnames.tsv")
    return frozenset(fold(r["form"]) for r in rows if r["side"] == "suffix" and len(r["form"]) >= _APART)
