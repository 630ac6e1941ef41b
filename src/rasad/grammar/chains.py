"""Chains of attribution: who carries the words of whom, outermost first, and how far a carrier's name holds."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rasad.grammar.view import View
from rasad.model import Document, Entity, Heard, Link, Mark, Mention, Span
from rasad.packs import Packs
from rasad.packs.lexicon import find

_NEAR = 3
"""Words that may stand between «به گزارش» and the source («خبرنگار اعزامی خبرگزاری»)."""


_DOCUMENT_WORDS = 7
"""Words that may stand between a communiqué and who issued it («بيان صدر اليوم السبت عن مكتبه»)."""


class Source(Struct, frozen=True):
    """A phrase «according to X»: its cue, X, and the span of the whole phrase."""

    cue: Mark
    entity: Entity
    span: Span
    start: int
    end: int


def source_phrases(view: View) -> list[Source]:
    """Find every phrase of the sentence that names a source behind (or before) a cue of attribution."""
    found: list[Source] = []
    for cue in view.of("attribution"):
        if cue.cells["side"] != "after":
            continue
        mention = _behind(view, cue)
        if mention is not None:
            found.append(Source(cue, mention.entity, mention.name, cue.start, mention.end))
    return [with_others for source in _widest(found) for with_others in _joined(view, source)]


def _joined(view: View, source: Source) -> Iterator[Source]:
    """Give a source and the carriers that stand beside it («IRNA and Tasnim»)."""
    yield source
    end = source.end
    for mention in view.mentions:
        if mention.start < end or not mention.entity.is_carrier or not source.entity.is_carrier:
            continue
        gap = view.text(end, mention.start).strip(" \u200c«»\"'()")
        if gap != "و" and not (gap == "" and view.text(mention.start, mention.start + 1) == "و"):
            return
        yield Source(source.cue, mention.entity, mention.name, source.start, mention.end)
        end = mention.end


def _widest(found: list[Source]) -> list[Source]:
    kept: list[Source] = []
    for source in sorted(found, key=lambda s: (s.start, -s.cue.end)):
        if any(source.cue.start < k.cue.end and k.cue.start < source.cue.end for k in kept):
            continue
        kept.append(source)
    return kept


def _behind(view: View, cue: Mark) -> Mention | None:
    """Give whom a cue names: right behind it, or behind the document it names («بحسب بلاغ صادر عن وزارة الخارجية»)."""
    document = _document(view, cue)
    kind = cue.cells["cue"]
    reach = _DOCUMENT_WORDS if document else 0 if kind == "according" else _NEAR
    for mention in view.mentions:
        if mention.start < cue.end:
            continue
        gap = view.text(cue.end, mention.start)
        far = _DOCUMENT_WORDS if kind == "interview" and mention.entity.is_carrier else reach
        if len(gap.split()) > far or any(c in gap for c in "،,.:؛\n"):
            return None
        if mention.head in ("adjective", "place", "both") or (
            mention.head == "country" and kind in ("report", "quote")
        ):
            continue
        if document and mention.marker not in ("about", "from", "by", "source", "") and len(gap.split()) > 1:
            continue
        return mention
    return None


def _document(view: View, cue: Mark) -> bool:
    """Tell whether a cue is, or is followed by, a communiqué, so that its author may stand some words away."""
    if cue.cells["cue"] in ("statement", "readout"):
        return True
    return any(
        m.kind == "grammar" and m.cells["use"] == "document" and cue.end <= m.start <= cue.end + 2 for m in view.marks
    )


def _spoken_to(view: View) -> list[Mention]:
    """Give the agencies and outlets that somebody speaks to: they carry what is said («قال المصدر لوكالة الأنباء»)."""
    if not view.of("speech"):
        return []
    return [m for m in view.mentions if m.entity.is_carrier and m.marker in ("to", "with")]


def _quoting(view: View, cue: Mark) -> Mention | None:
    """Give the carrier of «نقلت وكالة X عن Y»."""
    if cue.cells["verb"] != "report" or cue.morph not in ("past", "present"):
        return None
    carrier = next(
        (m for m in view.mentions if m.start >= cue.end and len(view.text(cue.end, m.start).split()) <= 2), None
    )
    if carrier is None or not carrier.entity.is_carrier:
        return None
    return carrier if any(m.marker == "about" and m.start > carrier.end for m in view.mentions) else None


def carrier_links(doc: Document, packs: Packs) -> tuple[Link, ...]:
    """Give the agency that a credit line of the page names («(according to AFP)»): it carries the whole page."""
    lexicon = packs.lexicons.get(doc.lang)
    if lexicon is None or doc.map is None:
        return ()
    for span in doc.ranges:
        if span.kind != "credit":
            continue
        start, end = doc.map.forth(span.start, span.end)
        for mark in find(lexicon, doc.folded[start:end]):
            if mark.kind == "org" and packs.register.organisations[mark.cells["id"]].is_carrier:
                entity = packs.register.organisations[mark.cells["id"]]
                return (Link(entity, (start + mark.core[0], start + mark.core[1]), mark.rule),)
    return ()


class Chains(Struct):
    """The carriers in force while a page is read from top to bottom."""

    publisher: Entity | None = None
    credit: tuple[Link, ...] = ()
    sentence: tuple[Link, ...] = ()
    own: tuple[Link, ...] = ()
    """Those of `sentence` that answer for the page's own words too: not whom somebody speaks to."""
    standing: tuple[Link, ...] = ()
    until: int = -1
    """The sentence that names the carrier which stands, where it was looked up ahead of it."""
    spoken_to: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Through whom a speaker speaks on this page: the outlet that the interview was given to."""
    announcer: tuple[Link, ...] = ()
    paragraph: int = -1
    run: tuple[str, tuple[Link, ...]] | None = None

    def ahead(self, head: Sequence[View]) -> None:
        """Let the carrier that the head of a dispatch names («به نقل از X») hold from its first line on."""
        for view in head:
            for source in source_phrases(view):
                kind = source.cue.cells["cue"]
                if kind in ("quote", "interview") and source.entity.is_carrier and not self._own(source.entity):
                    self.standing = (Link(source.entity, source.span, source.cue.rule),)
                    self.until = view.number if kind == "interview" else -1
                    return

    def read(self, view: View) -> None:
        """Take in the sources that a sentence names before its statements are read."""
        if any(m.kind == "grammar" and m.cells["use"] == "background" for m in view.marks):
            self.standing, self.announcer = (), ()
        if view.number == self.until:
            self.standing = ()
        self.sentence = self.own = ()
        for source in source_phrases(view):
            link = Link(source.entity, source.span, source.cue.rule)
            if self._own(source.entity):
                continue
            kind = source.cue.cells["cue"]
            if kind == "interview" and not source.entity.is_carrier:
                continue
            if source.entity.id.startswith(("group:", "country:")):
                continue
            self.sentence = (*self.sentence, link)
            if kind == "interview":
                continue
            self.own = (*self.own, link)
            if kind == "quote" and source.entity.is_carrier:
                self.standing = (link,)
                self.paragraph = -1
            elif kind in ("according", "report") and source.entity.is_carrier:
                # In the lead it answers for the page's news, further down for its own paragraph.
                self.standing = self.sentence
                self.paragraph = -1 if view.sentence.part == "lead" else view.sentence.paragraph
            elif _document(view, source.cue) and not source.entity.is_carrier and source.entity.kind != "person":
                self.announcer = (link,)
        for mention in _spoken_to(view):
            if not self._own(mention.entity):
                self.sentence = (*self.sentence, Link(mention.entity, mention.name, mention.rule))
        for cue in view.of("speech"):
            carrier = _quoting(view, cue)
            if carrier is not None and not self._own(carrier.entity):
                link = Link(carrier.entity, carrier.name, cue.rule)
                self.sentence, self.own = (*self.sentence, link), (*self.own, link)
                self.standing, self.paragraph = (link,), view.sentence.paragraph
        if self.paragraph >= 0 and view.sentence.paragraph > self.paragraph:
            self.standing, self.paragraph = (), -1

    def announced(self, view: View, heard: Heard) -> None:
        """Let a state's office that announces news carry what the people of that news say after it."""
        cue = next((m for m in view.of("speech") if m.core == heard.verb_span), None)
        if cue is not None and cue.cells["verb"].startswith("announce") and heard.speaker.id.startswith("organ:"):
            self.announcer = (Link(heard.speaker, heard.speaker_span, heard.rule),)

    def via(self, speaker: Entity) -> tuple[Link, ...]:
        """Give the chain of a statement, outermost first, without the speaker.

        A run of statements of one speaker has one chain: who carried its first one carried all.
        """
        links = [*self.credit]
        if len(self.sentence) > len(self.own):
            self.spoken_to[speaker.id] = self.sentence
        named = self.sentence or self.spoken_to.get(speaker.id) or self.standing
        if not named and self.run is not None and self.run[0] == speaker.id:
            named = self.run[1]
        self.run = (speaker.id, named)
        links += named
        if not self.sentence and speaker.kind == "person":
            links += self.announcer
        kept: list[Link] = []
        for link in links:
            if link.entity.id != speaker.id and all(k.entity.id != link.entity.id for k in kept):
                kept.append(link)
        return tuple(kept)

    def carriers(self) -> tuple[Link, ...]:
        """Give the chain of what the sentence last read tells in the page's own voice."""
        links = (*self.credit, *(self.own or self.standing))
        return tuple({link.entity.id: link for link in reversed(links)}.values())[::-1]

    def _own(self, entity: Entity) -> bool:
        return self.publisher is not None and entity.id == self.publisher.id
