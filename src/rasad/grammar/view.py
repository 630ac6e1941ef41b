"""One sentence with everything that was found in it, so that rules can ask short questions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from msgspec import Struct, field

from rasad.model import DateMention, Document, Mark, Mention, Sentence, Span
from rasad.tokens import WORD
from rasad.within import last_begun


class View(Struct, frozen=True, eq=False):
    """A sentence of a document with its marks, mentions and dates, all in order of start; equal only to itself."""

    doc: Document
    number: int
    sentence: Sentence
    marks: tuple[Mark, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[tuple[int, DateMention], ...]
    kinds: dict[str, list[Mark]] = field(default_factory=dict)
    """The marks by kind, filled when they are first asked for."""
    by_entity: dict[str, list[Mention]] = field(default_factory=dict)
    """The page's mentions by whom they name, of all its views one, filled when they are first asked for."""

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    def of(self, kind: str) -> list[Mark]:
        """Give the marks of one kind, in their order; nobody changes the list."""
        if not self.kinds:
            for mark in self.marks:
                if mark.kind in self.kinds:
                    self.kinds[mark.kind].append(mark)
                else:
                    self.kinds[mark.kind] = [mark]
        return self.kinds.get(kind, [])

    def of_entity(self, identity: str) -> list[Mention]:
        """Give the page's mentions of somebody, in their order; nobody changes the list."""
        if not self.by_entity:
            for mention in self.doc.mentions:
                self.by_entity.setdefault(mention.entity.id, []).append(mention)
        return self.by_entity.get(identity, [])

    def text(self, start: int, end: int) -> str:
        """Give the folded text of a span."""
        return self.doc.folded[start:end]

    def words(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the spans of the words in [start, end)."""
        return [m.span() for m in WORD.finditer(self.doc.folded, max(start, 0), max(end, 0))]


def views(doc: Document) -> Iterator[View]:
    """Give every sentence of the document as a view."""
    mark_starts = [m.start for m in doc.marks]
    mention_starts = [m.start for m in doc.mentions]
    date_starts = [d.start for d in doc.dates]
    by_entity: dict[str, list[Mention]] = {}
    for number, sentence in enumerate(doc.sentences):
        marks = doc.marks[bisect_left(mark_starts, sentence.start) : bisect_left(mark_starts, sentence.end)]
        mentions = doc.mentions[bisect_left(mention_starts, sentence.start) : bisect_left(mention_starts, sentence.end)]
        first, last = bisect_left(date_starts, sentence.start), bisect_left(date_starts, sentence.end)
        dates = tuple(enumerate(doc.dates[first:last], start=first))
        yield View(doc, number, sentence, marks, mentions, dates, by_entity=by_entity)


def paragraph_end(view: View) -> int:
    """Give where the last sentence of a view's paragraph ends."""
    sentences = view.doc.sentences
    return sentences[bisect_right(sentences, view.sentence.paragraph, key=attrgetter("paragraph")) - 1].end


def reaching(doc: Document, spans: Iterable[Span]) -> list[list[int]]:
    """Give for each sentence the numbers of the spans that reach into it."""
    found: list[list[int]] = [[] for _ in doc.sentences]
    starts, ends = ([getattr(s, side) for s in doc.sentences] for side in ("start", "end"))
    for n, (start, end) in enumerate(spans):
        for number in range(bisect_right(ends, start), bisect_left(starts, end)):
            found[number].append(n)
    return found


def sentence_at(doc: Document, at: int) -> int:
    """Give the number of the last sentence that begins at a place or before it; -1 before the first."""
    return last_begun(doc.sentences, at)


_ONLY_SPACE = re.compile("[\\s\u200c«»\"'“”‘’()]*")


def tight(text: str, start: int, end: int) -> bool:
    """Tell whether only spaces, half-spaces and quotes stand in [start, end)."""
    return end >= start and _ONLY_SPACE.fullmatch(text, start, end) is not None


def gap_before(text: str, at: int) -> int:
    """Give the first place from which only spaces, half-spaces and quotes stand up to `at`."""
    while at > 0 and _ONLY_SPACE.fullmatch(text, at - 1, at) is not None:
        at -= 1
    return at
