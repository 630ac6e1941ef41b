"""Find who and what the article names, and who they are."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rasad.grammar.atoms import choose
from rasad.grammar.markers import marker_of
from rasad.grammar.mentioning import Reading, mention_of
from rasad.grammar.names import Phrase, Sight
from rasad.grammar.phrases import read_phrases
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import View, views
from rasad.model import Document, Entity, Mark, Mention, Span
from rasad.packs import Packs
from rasad.packs.everyday import is_everyday, is_strange
from rasad.tokens import WORD, ZWNJ

# Shorter last words of unknown names are too often everyday words to be looked for alone.
_SHORTEST_ALIAS = 4
_BLOCKING = ("light", "speech", "trigger", "attribution")


def find_mentions(doc: Document, packs: Packs) -> Document:
    """Find the noun phrases that name actors, sources and places, and resolve them."""
    if doc.lang not in packs.lexicons:
        return doc
    readings = [_read(view, packs, {}) for view in views(doc)]
    aliases = _aliases(doc, readings)
    if aliases:
        readings = [_read(view, packs, aliases) for view in views(doc)]
    page = _page(doc, readings, packs)
    memory = Memory()
    found: list[Mention] = []
    for reading in readings:
        found.extend(_mentions(reading, page, memory, packs))
    return replace(doc, mentions=tuple(found))


def _read(view: View, packs: Packs, aliases: dict[str, Span]) -> Reading:
    """Read the phrases of a sentence; `aliases` are last words of names met elsewhere on the page."""
    marks = list(view.marks)
    people: dict[Span, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.kind == "person":
            people[mark.core].append(mark)
    if aliases:
        marks.extend(_alias_marks(view, aliases, marks))
    atoms, places = choose([m for m in marks if not (m.kind == "person" and m.cells.get("id", "") == "")])
    closed = [(d.start, d.end) for _, d in view.dates]
    closed += [m.core for m in marks if m.kind in _BLOCKING or m.kind in ("marker", "modality", "word", "helper")]
    reading, lang = view.doc.reading, view.doc.lang
    sight = Sight(
        view.doc.folded,
        view.start,
        view.end,
        atoms,
        closed,
        lambda span: is_everyday(reading[slice(*span)], lang),
        lambda span: is_strange(reading[slice(*span)], lang),
    )
    return Reading(view, tuple(read_phrases(sight)), people, places)


def _aliases(doc: Document, readings: Sequence[Reading]) -> dict[str, Span]:
    """Give the last words of unknown names, so that «Peskov» alone is found after «Dmitry Peskov»."""
    found: dict[str, Span] = {}
    for reading in readings:
        for phrase in reading.phrases:
            if phrase.name is None or (phrase.person is not None and phrase.person.cells["use"] != "full"):
                continue
            words = [w.span() for w in WORD.finditer(doc.folded, *phrase.name)]
            if len(words) > 1 and words[-1][1] - words[-1][0] >= _SHORTEST_ALIAS:
                found.setdefault(doc.folded[words[-1][0] : words[-1][1]], phrase.name)
    return found


def _alias_marks(view: View, aliases: dict[str, Span], marks: Sequence[Mark]) -> Iterator[Mark]:
    taken = [m.core for m in marks if m.kind in ("person", "org", "country", "office", "organ", "group", "place")]
    for start, end in view.words(view.start, view.end):
        full = aliases.get(view.text(start, end))
        if full is None or any(s < end and start < e for s, e in taken):
            continue
        cells = {"id": f"alias:{full[0]}:{full[1]}", "use": "alias"}
        yield Mark(start, end, "person", cells, "rasad:last_word_of_a_name", "name", (start, end))


def _page(doc: Document, readings: Sequence[Reading], packs: Packs) -> Page:
    """Gather what the whole page tells before any phrase is resolved."""
    day = next(
        (d.day for kind in ("published", "modified", "retrieved") for d in doc.page_dates if d.kind == kind), None
    )
    first = next((d.day for d in doc.page_dates if d.kind == "published"), None)
    people: dict[str, Entity] = {}
    counts: Counter[str] = Counter()
    for reading in readings:
        for marks in reading.people.values():
            counts.update({m.cells["id"] for m in marks})
            strong = [m for m in marks if m.cells["use"] in ("full", "short")]
            if len({m.cells["id"] for m in strong}) == 1:
                people[strong[0].cells["id"]] = packs.register.people[strong[0].cells["id"]]
    home = doc.publisher.country if doc.publisher else None
    return Page(doc.lang, home or ("IRN" if doc.lang == "fa" else None), first, day, people, counts)


def _mentions(reading: Reading, page: Page, memory: Memory, packs: Packs) -> Iterator[Mention]:
    view = reading.view
    ends = _marker_ends(view)
    after = [m for m in view.marks if m.kind == "marker" and m.cells["marker"] == "obj"]
    spans = [(p.start, p.end) for p in reading.phrases]
    blocked = [(m.start, m.end) for m in view.marks if m.kind in _BLOCKING] + spans
    previous: Mention | None = None
    for phrase in reading.phrases:
        mention = mention_of(phrase, reading, page, memory, packs)
        if mention is None:
            continue
        others = [b for b in blocked if b != (phrase.start, phrase.end)]
        marker = marker_of(
            view.doc.folded, (phrase.start, phrase.end), phrase.head.prefix, view.start, ends, after, others
        )
        if not marker and previous is not None and _coordinated(view, previous, phrase):
            marker = previous.marker
        mention = replace(mention, marker=marker)
        _remember(memory, mention)
        previous = mention
        yield mention


def _marker_ends(view: View) -> dict[int, tuple[str, int]]:
    """Give for every place where a preposition ends its key and start, the longest first; sources are stronger."""
    ends: dict[int, tuple[str, int]] = {}
    for mark in view.marks:
        if mark.kind == "marker" and (mark.end not in ends or mark.start < ends[mark.end][1]):
            ends[mark.end] = (mark.cells["marker"], mark.start)
    return ends | {
        m.end: ("source", m.start) for m in view.marks if m.kind == "attribution" and m.cells["side"] == "after"
    }


def _coordinated(view: View, previous: Mention, phrase: Phrase) -> bool:
    """Tell whether only «and» or a comma stands between two phrases."""
    gap = view.text(previous.end, phrase.start).replace(ZWNJ, " ").strip(" «»\"'")
    return gap in ("و", "،", "، و", ",") or (gap == "" and phrase.head.prefix.startswith("و"))


def _remember(memory: Memory, mention: Mention) -> None:
    if mention.entity.kind == "person" and mention.head != "pronoun":
        memory.people.append((mention.entity, mention.office, mention.marker == ""))
    if mention.entity.country and (not memory.countries or memory.countries[-1] != mention.entity.country):
        memory.countries.append(mention.entity.country)
