"""Find who said what, the cue that reports it, and the chain it came by."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from rasad.grammar.chains import Chains, carrier_links
from rasad.grammar.contents import complementisers, long_enough, trim, unquote
from rasad.grammar.cues import in_order
from rasad.grammar.languages import GRAMMARS, Grammar
from rasad.grammar.shapes import Content, Cue
from rasad.grammar.sources import Source, carries, source_phrases
from rasad.grammar.speakers import Talk, hearsay, names, speaks, stranger
from rasad.grammar.view import View, paragraph_end, views
from rasad.model import Document, Entity, Heard, Link, Span
from rasad.packs import Packs
from rasad.quotes import CLOSING, closing
from rasad.within import beginning

_DISPATCH_HEAD = 4
"""Sentences at the top of a page in which a dispatch names its carrier; it holds for the lead before it, too."""
_MOST_CUES = 16
"""Seven thousand sentences of news have 6 cues of saying at the most. More are a list of words, and the time that they
take grows with the fourth power of their number."""
_CLAUSE = 4
"""Fewer words than this are no clause."""
_POST = 6
"""Words between a known part of a source's name and the comma behind all of it."""
_OF_THINGS = frozenset({"appear"})
"""Verbs whose subject is a thing, if it is nobody known («آثار [حاکی از آن است] که»); of those with an object, too."""
_PRESS = "journalist"
_LINE = 5
"""Fewer words behind «X:» are an entry of a list («مدیر مسئول: ...»)."""
_WEAK_STANCES = frozenset({"praises", "condemns", "denies"})
_SAID = frozenset({"that", "colon", "quote", "accuse", "bare"})


def find_statements(doc: Document, packs: Packs) -> Document:
    """Find the statements of the article, in order."""
    if doc.lang not in packs.lexicons:
        return doc
    talk = Talk(chains=Chains(publisher=doc.publisher, credit=carrier_links(doc, packs)))
    sentences = list(views(doc))
    talk.chains.ahead([v for v in sentences if v.sentence.part != "title"][:_DISPATCH_HEAD])
    found: list[Heard] = []
    carriers: list[tuple[Link, ...]] = []
    for view in sentences:
        if view.sentence.part == "title":
            carriers.append(talk.chains.credit)
            continue
        found.extend(_statements(view, talk))
        if not GRAMMARS[doc.lang].verb_last:  # where the verb comes first its subject drops often
            talk.acted(view)
        carriers.append(talk.chains.carriers())
    kept = _distinct(found)
    asides = tuple(heard for heard in found if heard not in kept[heard.sentence])
    every = {id(heard) for some in kept.values() for heard in some}
    return replace(doc, heard=tuple(h for h in found if id(h) in every), asides=asides, carriers=tuple(carriers))


def _statements(view: View, talk: Talk) -> Iterator[Heard]:
    """Find the statements of one sentence and remember who spoke."""
    talk.chains.read(view)
    grammar = GRAMMARS[view.doc.lang]
    cues = in_order(grammar.read_cues(view))
    if len(cues) > _MOST_CUES:
        return
    spoke = False
    inner: list[Heard] = []
    for cue in cues:
        heard = _statement(view, cue, cues, talk, spoke, grammar)
        if heard is not None:
            spoke = True
            nested = _nested(heard, inner)
            inner.append(nested)
            if nested is heard:
                talk.speaker, talk.span = heard.speaker, heard.speaker_span
                talk.chains.last = (heard.speaker, heard.speaker_span)
                talk.paragraph, talk.via = view.sentence.paragraph, heard.via
                talk.chains.announced(view, heard)
            yield nested
    if not spoke:
        yield from list(_according(view, talk, grammar)) or _headed(view, talk)


def _nested(heard: Heard, earlier: list[Heard]) -> Heard:
    """Give a statement told inside another one its outer speaker as the last link of its chain."""
    around = [h for h in earlier if h.content[0] <= heard.verb_span[0] and heard.verb_span[1] <= h.content[1]]
    if not around or around[-1].speaker.id == heard.speaker.id:
        return heard
    outer = around[-1]
    links = (*outer.via, Link(outer.speaker, outer.speaker_span, outer.rule))
    known = {link.entity.id for link in links}
    return replace(heard, via=(*links, *(v for v in heard.via if v.entity.id not in known)))


def _statement(view: View, cue: Cue, cues: list[Cue], talk: Talk, spoke: bool, grammar: Grammar) -> Heard | None:
    subject, content, start, limit = grammar.read_speech(view, cue, cues, spoke)
    content = _over_lines(view, cue, content, limit)
    if content is None or not long_enough(view, content):
        return None
    if cue.stance in _WEAK_STANCES and content.way not in _SAID:
        return None  # praise, condemnation and refusal without a clause are acts, not statements
    if subject is None and (content.way in _SAID or grammar.verb_last):
        words = grammar.unknown_subject(view, start, cue, limit)
        things = cue.mark.cells["verb"] in _OF_THINGS
        if (things and words is None) or ((things or content.way == "obj") and words and not names(view, words)):
            return None
        subject = stranger(view, cue, words, talk)
    if subject is not None and hearsay(view, subject):
        return None
    speaker, span = speaks(view, cue, subject, talk)
    if speaker is None or not _can_speak(speaker) or _of_protest(view, cue, speaker):
        return None
    via = talk.chains.via(speaker, view.sentence.paragraph)
    return Heard(
        speaker, span or cue.core, cue.core, "direct" if content.direct else "indirect", (content.start, content.end),
        cue.stance, via, *_addressee(view, start, cue, speaker), cue.mark.rule, view.number,
    )  # fmt: skip


def _of_protest(view: View, cue: Cue, speaker: Entity) -> bool:
    """Tell whether a crowd demands something while it protests: that is its protest, unless somebody is asked."""
    crowd = speaker.kind in ("population", "group", "government")
    protest = any(m.cells["type"] == "PROTEST" for m in view.of("trigger"))
    asked = any(m.marker == "from" and m.end <= cue.end for m in view.mentions)
    return cue.mark.cells["verb"] == "demand" and crowd and protest and not asked


def _over_lines(view: View, cue: Cue, content: Content | None, limit: int) -> Content | None:
    """Let a colon's content run to the end of its paragraph, or of the next one where the colon ends the line."""
    if content is not None and content.way not in ("colon", "quote"):
        return content
    sentences = view.doc.sentences
    after = view.number + 1
    if content is None:
        tail = view.text(cue.end, view.end).strip()
        if tail != ":" or after >= len(sentences):
            return None
        first = last = after
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[first].paragraph:
            last += 1
        return Content(*_unquoted(view, sentences[first].start, sentences[last].end), True, "colon")
    if content.way == "colon" and limit >= view.end and content.end >= view.end - 3:
        end = content.end
        while (
            after < len(sentences)
            and sentences[after].paragraph == view.sentence.paragraph
            and not _speaks(view.doc, after)
        ):
            end = sentences[after].end
            after += 1
        return Content(*_unquoted(view, content.start, _closed(view, content.start, end)), True, "colon")
    return content


def _closed(view: View, start: int, end: int) -> int:
    """Give where the quotation right before a content closes, be it sentences on; else where the content ended."""
    folded, at = view.doc.folded, start - 1
    if at < 0 or folded[at] not in CLOSING:
        return end
    stop = closing(folded, at, paragraph_end(view) + 1)
    return stop if stop > end - 2 else end


def _unquoted(view: View, start: int, end: int) -> Span:
    return unquote(view.doc.folded, start, end)[0]


def _speaks(doc: Document, number: int) -> bool:
    """Tell whether a sentence has a cue of its own, so that a speech before it has ended."""
    sentence = doc.sentences[number]
    marks = beginning(doc.marks, sentence.start, sentence.end)
    return any(m.kind == "speech" and m.morph in ("past", "noun") for m in marks)


def _can_speak(entity: Entity) -> bool:
    return entity.kind in ("person", "government", "organization", "group", "agency", "outlet", "office", "population")


def _addressee(view: View, start: int, cue: Cue, speaker: Entity) -> tuple[Entity | None, Span | None]:
    """Give the person met or spoken to in the clause («در دیدار با X گفت»)."""
    for mention in view.mentions:
        if (
            start <= mention.start < cue.start
            and mention.marker in ("with", "to")
            and mention.entity.kind == "person"
            and mention.entity.id != speaker.id
        ):
            return mention.entity, mention.name
    return None, None


def _according(view: View, talk: Talk, grammar: Grammar) -> Iterator[Heard]:
    """Read «according to X» as X's statement, unless X only carries news (an agency or outlet)."""
    phrases = source_phrases(view)
    for phrase in map(talk.chains.meant, phrases):
        if phrase.cue.cells["cue"] not in ("according", "report", "readout") or carries(phrase.entity):
            continue
        said = max((p.end for p in phrases if p.end <= phrase.start), default=view.start)
        span = _carried(view, phrase, said, grammar.verb_last)
        content = Content(*trim(view.doc.folded, *span), False, "according")
        if len(view.words(content.start, content.end)) < _CLAUSE:
            continue
        talk.chains.last = (phrase.entity, phrase.span)
        talk.speaker, talk.span, talk.paragraph = phrase.entity, phrase.span, view.sentence.paragraph
        via = talk.chains.via(phrase.entity, view.sentence.paragraph)
        yield Heard(
            phrase.entity, phrase.span, phrase.cue.core, "indirect", (content.start, content.end), "asserts", via,
            None, None, phrase.cue.rule, view.number,
        )  # fmt: skip
        return


def _headed(view: View, talk: Talk) -> Iterator[Heard]:
    """Read «X: ...» at the head of a line of the article as X's own words, unless X only carries news."""
    speaker = next((m for m in view.mentions), None)
    if speaker is None or speaker.head not in ("person", "office") or speaker.office == _PRESS:
        return
    behind = view.text(speaker.end, view.end).lstrip(" \u200c")
    if view.words(view.start, speaker.start) or not behind.startswith(":"):
        return
    at = view.doc.folded.index(":", speaker.end) + 1
    (start, end), _ = unquote(view.doc.folded, at, view.end)
    if len(view.words(start, end)) < _LINE:
        return
    talk.chains.last = (speaker.entity, speaker.name)
    talk.speaker, talk.span, talk.paragraph = speaker.entity, speaker.name, view.sentence.paragraph
    via = talk.chains.via(speaker.entity, view.sentence.paragraph)
    yield Heard(
        speaker.entity, speaker.name, (at - 1, at), "direct", (start, end), "asserts", via, None, None, speaker.rule,
        view.number,
    )  # fmt: skip


def _carried(view: View, phrase: Source, said: int, verb_last: bool) -> Span:
    """Give what a source phrase carries: what follows it, else what it follows, else, from its midst, all of it.

    «The army, according to X, left the town» is all of X. `said` is where an earlier source phrase ends.
    """
    before, behind = (len(view.words(*s)) for s in ((said, phrase.start), (phrase.end, view.end)))
    subject = any(m.marker == "" and said <= m.start and m.end <= phrase.start for m in view.mentions)
    set_apart = before > 1 and view.text(said, phrase.start).rstrip().endswith(("،", ","))
    if before < _CLAUSE and not subject and not set_apart:
        return _past_that(view, _past_post(view, phrase.end)), view.end
    # Behind it, at the end of an Arabic sentence, stands only more of the source's post.
    goes_on = behind >= _CLAUSE and (verb_last or "،" in view.text(phrase.end, view.end))
    return said, view.end if goes_on else phrase.start


def _past_post(view: View, at: int) -> int:
    """Give where a source's own phrase ends: «سخنگوی [این نهاد، ]هنوز ...», up to a comma a few words on."""
    comma = view.doc.folded.find("،", at, view.end)
    words = view.words(at, comma) if comma > at else []
    clause = any(m.kind in ("light", "speech", "helper") and at <= m.start and m.end == comma for m in view.marks)
    return comma + 1 if 0 < len(words) <= _POST and not clause else at


def _past_that(view: View, at: int) -> int:
    """Give where a content begins that «that» opens («جاء في بيان لوزارة الخارجية [أن] ...»)."""
    opening = [m for m in complementisers(view) if m.start >= at and not view.text(at, m.start).strip(" \u200c،")]
    return opening[0].end if opening else at


def _distinct(found: list[Heard]) -> dict[int, list[Heard]]:
    """Give the statements of each sentence, without those whose content lies inside an earlier one of the speaker."""
    kept: dict[int, list[Heard]] = defaultdict(list)
    for heard in found:
        here = kept[heard.sentence]
        twin = any(
            k.speaker.id == heard.speaker.id
            and k.content[0] <= heard.content[0]
            and heard.content[1] <= k.content[1]
            for k in here
        )
        if not twin:
            here.append(heard)
    return kept
