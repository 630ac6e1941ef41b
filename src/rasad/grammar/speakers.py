"""Who speaks: whom the verb names, in full, in short or as «the source»; else who spoke last, or who acted before."""

from collections.abc import Iterator

from msgspec import Struct, field

from rasad.grammar.chains import Chains
from rasad.grammar.outlets import unknown_outlet
from rasad.grammar.shapes import SPEAKERS, Cue
from rasad.grammar.sources import STATE_MEDIA
from rasad.grammar.view import View
from rasad.model import Entity, Link, Mention, Span
from rasad.quotes import CLOSING

_RECALL = 2
"""Paragraphs over which a verb without a subject goes on with who spoke last."""
_PRONOUN_RECALL = 3
_NAMING = frozenset({"given", "surname", "title", "person", "office", "org", "organ", "group"})
_ARTICLE = "ال"


class Talk(Struct):
    """Who spoke last and through whom, while the page is read from top to bottom."""

    speaker: Entity | None = None
    span: Span | None = None
    paragraph: int = -9
    via: tuple[Link, ...] = ()
    chains: Chains = field(default_factory=Chains)
    addressee: tuple[Entity, Span] | None = None
    strangers: list[Mention] = field(default_factory=list)
    """Speakers in no register that the page has named so far."""
    actor: Mention | None = None
    """Who acted in the sentence before: «the president refused; he explained»."""

    def acted(self, view: View) -> None:
        """Note who is the subject of a sentence: the first person without a preposition."""
        people = (m for m in view.mentions if m.marker == "" and m.head in SPEAKERS and m.entity.kind == "person")
        self.actor = next(people, None)


def hearsay(view: View, subject: Mention) -> bool:
    """Tell whether unnamed reports or media begin here: they carry what is said, they do not speak."""
    at = subject.start
    unnamed = any(m.cells["use"] == "hearsay" and m.start <= at < m.end for m in view.of("grammar"))
    return unnamed and not subject.entity.id.startswith(STATE_MEDIA)


def stranger(view: View, cue: Cue, span: Span | None, talk: Talk) -> Mention | None:
    """Make a mention of the unknown words that stand where the speaker belongs, or give whom they name in short."""
    if span is None:
        return None
    outlet = unknown_outlet(view, span[0])
    if outlet is not None and outlet.start == span[0]:
        return outlet
    name = " ".join(view.text(*span).split())
    known = next(_meant(view, name, talk), None)
    if known is not None:
        return Mention(*span, span, known, cue.mark.rule, "person")
    person = Entity(f"page:{name}", " ".join(view.doc.reading[slice(*span)].split()), "person")
    found = Mention(*span, span, person, cue.mark.rule, "person")
    talk.strangers.append(found)
    return found


def names(view: View, span: Span) -> bool:
    """Tell whether unknown words show that they name somebody: a part of a name, a title, or quotation marks."""
    start, end = span
    shown = any(m.kind in _NAMING and m.start < end and start < m.end for m in view.marks)
    return shown or any(c in CLOSING for c in view.text(start - 1, end))


def _meant(view: View, name: str, talk: Talk) -> Iterator[Entity]:
    """Give whom a short name means: a stranger whose name ends so, or a body that is named with this noun before."""
    for other in reversed(talk.strangers):
        if f" {other.entity.id.removeprefix('page:')}".endswith(f" {name}"):
            yield other.entity
    if " " in name or not name.startswith(_ARTICLE):
        return
    bodies = (m for m in reversed(view.doc.mentions) if m.end <= view.start and m.head in ("org", "organ"))
    yield from (m.entity for m in bodies if name in view.text(m.start, m.end).split())


def speaks(view: View, cue: Cue, subject: Mention | None, talk: Talk) -> tuple[Entity | None, Span | None]:
    """Give the speaker and the span that names them; with a dropped subject, the last one who spoke or acted."""
    away = view.sentence.paragraph - talk.paragraph
    if subject is not None:
        recent = talk.speaker if away <= _PRONOUN_RECALL else None
        if subject.head == "pronoun" and recent is not None and (recent.kind == "person" or subject.entity == recent):
            return recent, subject.name
        if recent is not None and _same(view, subject):
            return recent, subject.name
        return subject.entity, subject.name
    if talk.speaker is not None and away <= _RECALL:
        return talk.speaker, cue.core
    return (talk.actor.entity, cue.core) if talk.actor is not None else (None, None)


def _same(view: View, subject: Mention) -> bool:
    """Tell whether a source is called the same as before («المصدر ذاته»)."""
    return any(m.cells["use"] == "same" and m.start < subject.end and subject.start < m.end for m in view.of("grammar"))
