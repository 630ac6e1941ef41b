"""Chains of attribution: who carries the words of whom, outermost first, and how far a carrier's name holds."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rasad.grammar.sources import Source, carries, from_document, quoter, quoting, source_phrases, spoken_to
from rasad.grammar.view import View
from rasad.model import Document, Entity, Heard, Link, Span
from rasad.packs import Packs
from rasad.packs.lexicon import find

_CARRYING = ("quote", "interview", "report", "according")
"""Cues by which the head of a dispatch names who carries its news, its first lines too."""


def _of_one(view: View, earlier: Sequence[View], carrier: Entity) -> bool:
    """Tell whether the lines before an interview name somebody, or a body, of its sentence: they tell of it."""
    names = _named(view) - {carrier.id}
    return all(names & _named(other) for other in earlier)


def _named(view: View) -> set[str]:
    """Give the ids of people and bodies of a sentence, also of bodies inside a post («[جنبش صدر]» of its official)."""
    people = {m.entity.id for m in view.mentions if m.head not in ("country", "place")}
    return people | {m.cells["id"] for m in view.of("org")}


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


class Announcer(Struct, frozen=True):
    """A state's office that announces news: the paragraph that names it, and whom it names, as a readout of a talk."""

    link: Link
    paragraph: int
    of: frozenset[str]


class Chains(Struct):
    """The carriers in force while a page is read from top to bottom."""

    publisher: Entity | None = None
    credit: tuple[Link, ...] = ()
    sentence: tuple[Link, ...] = ()
    own: tuple[Link, ...] = ()
    """Those of `sentence` that answer for the page's own words too: not whom somebody speaks to."""
    standing: tuple[Link, ...] = ()
    plain: bool = False
    """Whether the sentence names the page's own outlet alone as its source: then nobody else carries it."""
    until: int = -1
    """The sentence that names the carrier which stands, where it was looked up ahead of it."""
    spoken_to: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Through whom a speaker speaks on this page: the outlet that the interview was given to."""
    announcer: Announcer | None = None
    document: tuple[Link, ...] = ()
    """Whose communiqué tells the page's news, where its lead names one: it answers for the page's own words."""
    paragraph: int = -1
    first: int = -1
    """The first paragraph of the article."""
    last: tuple[Entity, Span] | None = None
    """Who spoke last, whom «this source» recalls."""
    runs: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Who carried what each speaker said first: who goes on is carried by the same."""
    heeded: bool = False
    """Whether a statement of the sentence took its carriers."""
    pending: tuple[Link, ...] = ()
    """Whom the sentence before names as spoken to, if it holds no statement: whoever speaks next spoke to them."""

    def ahead(self, head: Sequence[View]) -> None:
        """Let the carrier that the head of a dispatch names («به نقل از X») hold from its first line on."""
        for number, view in enumerate(head):
            for source in source_phrases(view):
                kind = source.cue.cells["cue"]
                if kind == "interview" and not _of_one(view, head[:number], source.entity):
                    continue
                if kind in _CARRYING and carries(source.entity) and not self._own(source.entity):
                    self.standing = (Link(source.entity, source.span, source.cue.rule),)
                    self.until = view.number if kind == "interview" else -1
                    return

    def read(self, view: View) -> None:
        """Take in the sources that a sentence names before its statements are read."""
        uses = {m.cells["use"] for m in view.of("grammar")}
        if "background" in uses:
            self.standing, self.announcer, self.document = (), None, ()
        elif "turn" in uses:
            self.standing, self.announcer = (), None
        if self.first < 0:
            self.first = view.sentence.paragraph
        if view.number == self.until:
            self.standing = ()
        self.pending = () if self.heeded else self.sentence[len(self.own) :]
        self.sentence = self.own = ()
        self.heeded = False
        sources = source_phrases(view)
        named = [s.entity for s in sources] + [m.entity for m in spoken_to(view)]
        self.plain = bool(named) and all(self._own(entity) for entity in named)
        for source in map(self.meant, sources):
            kind, nobody = source.cue.cells["cue"], source.entity.id.startswith(("group:", "country:"))
            if not self._own(source.entity) and not nobody and (kind != "interview" or carries(source.entity)):
                self._take(view, source, kind)
        for mention in spoken_to(view):
            if not self._own(mention.entity):
                self.sentence = (*self.sentence, Link(mention.entity, mention.name, mention.rule))
        for cue in view.of("speech"):
            carrier = quoting(view, cue)
            if carrier is not None and not self._own(carrier.entity):
                link = Link(carrier.entity, carrier.name, cue.rule)
                self.sentence, self.own = (*self.sentence, link), (*self.own, link)
        if self.paragraph >= 0 and view.sentence.paragraph > self.paragraph:
            self.standing, self.paragraph = (), -1

    def _take(self, view: View, source: Source, kind: str) -> None:
        """Take in one source: for its sentence, and for as far as its name holds."""
        link = Link(source.entity, source.span, source.cue.rule)
        first = quoter(view, source.cue)
        around = first is not None and not self._own(first.entity)
        links = (Link(first.entity, first.name, source.cue.rule), link) if first and around else (link,)
        self.sentence = (*self.sentence, *links)
        if kind == "interview":
            return
        self.own = (*self.own, *links)
        if kind == "quote" and carries(source.entity):
            self.standing, self.paragraph = links, -1
        elif kind in ("according", "report") and carries(source.entity):
            # In the lead it answers for the page's news, further down for its own paragraph.
            self.standing, self.paragraph = self.sentence, -1 if self._leads(view) else view.sentence.paragraph
        elif from_document(view, source.cue) and not carries(source.entity) and source.entity.kind != "person":
            self._announce(link, view)
            if self._leads(view):
                self.document = (link,)

    def meant(self, source: Source) -> Source:
        """Give a source phrase with who is meant by «this source»: who spoke last."""
        return replace(source, entity=self.last[0], span=self.last[1]) if source.recalls and self.last else source

    def announced(self, view: View, heard: Heard) -> None:
        """Let a state's office that announces news carry what the people of that news say after it."""
        cue = next((m for m in view.of("speech") if m.core == heard.verb_span), None)
        if cue is not None and cue.cells["verb"].startswith("announce") and heard.speaker.id.startswith("organ:"):
            self._announce(Link(heard.speaker, heard.speaker_span, heard.rule), view)

    def via(self, speaker: Entity, paragraph: int) -> tuple[Link, ...]:
        """Give the chain of a statement, outermost first, without the speaker.

        A run of statements of one speaker has one chain: who carried its first one carried all. Who carries news is
        not carried by another unless the sentence says so.
        """
        links = [*self.credit]
        here = tuple(link for link in self.sentence if link.entity.id != speaker.id)
        self.heeded = True
        if len(self.sentence) > len(self.own):
            self.spoken_to[speaker.id] = here if self.own else (*self.standing, *here)
        elif self.pending and not here:
            self.spoken_to[speaker.id], self.pending = self.pending, ()
        run = self.runs.get(speaker.id, ())
        named = self.spoken_to.get(speaker.id) or here or (() if carries(speaker) else self._standing()) or run
        self.runs[speaker.id] = named
        links += named
        if self.announcer and not self.sentence and speaker.kind == "person" and self._announces(speaker, paragraph):
            links.append(self.announcer.link)
        kept: list[Link] = []
        for link in links:
            if link.entity.id != speaker.id and all(k.entity.id != link.entity.id for k in kept):
                kept.append(link)
        return tuple(kept)

    def _announces(self, speaker: Entity, paragraph: int) -> bool:
        """Tell whether the office that announced the news speaks for somebody: of its country, or whom it named."""
        office = self.announcer
        return office is not None and (speaker.id in office.of)

    def _announce(self, link: Link, view: View) -> None:
        of = frozenset(m.entity.id for m in view.mentions)
        known = self.announcer
        more = known.of if known is not None and known.link.entity.id == link.entity.id else frozenset()
        self.announcer = Announcer(link, view.sentence.paragraph, of | more)

    def carriers(self) -> tuple[Link, ...]:
        """Give the chain of what the sentence last read tells in the page's own voice."""
        links = (*self.credit, *(self.own or self._standing() or self.document))
        return tuple({link.entity.id: link for link in reversed(links)}.values())[::-1]

    def _leads(self, view: View) -> bool:
        """Tell whether a sentence is of the lead, or of the first paragraph where no line is one."""
        return view.sentence.part == "lead" or view.sentence.paragraph == self.first

    def _standing(self) -> tuple[Link, ...]:
        return () if self.plain else self.standing

    def _own(self, entity: Entity) -> bool:
        return self.publisher is not None and entity.id == self.publisher.id
