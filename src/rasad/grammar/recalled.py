"""Who is meant by «this newspaper», «this organisation», «this official», «his office»: somebody named before."""

from collections.abc import Callable
from operator import itemgetter

from msgspec.structs import replace

from rasad.grammar.entities import office_entity
from rasad.grammar.names import Phrase, Reading
from rasad.grammar.resolve import Memory, recent, recent_holder
from rasad.model import Entity, Mention, Span
from rasad.packs import Packs
from rasad.within import beginning

_NOUN_REACH = 16
"""Code points before a name in which the noun stands that says what it is («روزنامه ال‌موندو», «صحيفة "لوموند"»)."""
_KINDS = {"this_carrier": "outlet", "this_agency": "agency"}
"""What a noun can mean that nobody was named by: «this newspaper» is no agency."""
_START_OF = itemgetter(0)
_GROUP_REACH = 600
"""Code points within which «this group» means the group last named: some sentences."""
_ARTICLES = ("ال", "لل")
_LONGEST_ARTICLE = 3
"""Code points that an article and a conjunction before it have at most («وال»)."""

_SOURCE = "source"
"""The post of those who are quoted without a name: «المصدر» is never somebody known."""


def body_meant(phrase: Phrase, reading: Reading, memory: Memory, packs: Packs) -> Mention | None:
    """Give the body that a noun recalls: the last one named by this noun, else the last outlet or agency."""
    view, head = reading.view, phrase.head
    if view.doc.lang == "ar" and not _definite(phrase, reading):
        return None
    noun = view.text(*head.core).split(" ")[-1]
    named = [m for m in memory.bodies if _is_called(view.doc.folded, (m.start, m.end), noun)]
    carriers = [m for m in memory.bodies if m.entity.kind == _KINDS.get(head.cells["use"])]
    found = (named or carriers)[-1:]
    if not found:
        return None
    return replace(found[0], start=phrase.start, end=phrase.end, name=head.core, rule=head.rule, marker="", place=None)


def group_meant(phrase: Phrase, reading: Reading, memory: Memory, packs: Packs) -> Mention | None:
    """Give the group that «این گروه» recalls: the armed or other group last named nearby, by itself or in a post."""
    start = phrase.start - _GROUP_REACH
    near = [(m.start, m.entity) for m in memory.bodies if m.entity.kind == "group" and m.start >= start]
    marks = reading.view.doc.marks  # «سخنگوی [طالبان]»: the group stands inside the phrase of a post
    for mark in beginning(marks, start, phrase.start):
        entity = packs.register.organisations.get(mark.cells["id"]) if mark.kind == "org" else None
        if entity is not None and entity.kind == "group":
            near.append((mark.start, entity))
    if not near:
        return None
    meant = max(near, key=_START_OF)[1]
    return Mention(phrase.start, phrase.end, phrase.head.core, meant, phrase.head.rule, "org")


def official_meant(phrase: Phrase, reading: Reading, memory: Memory, packs: Packs) -> Mention | None:
    """Give the official whom a noun recalls: the last one of this post, else who was named last; else one unknown."""
    head = phrase.head
    posts = [m for m in reading.view.of("office") if head.start <= m.core[0] and m.core[1] <= head.end]
    key = posts[0].cells["office"] if posts else ""
    person = recent_holder(memory, key) or (None if key == _SOURCE else recent(memory))
    country = _nation(phrase, reading)
    if person is not None and country in (None, person.country):
        return Mention(phrase.start, phrase.end, head.core, person, head.rule, "pronoun")
    if not posts:
        return None
    unknown = office_entity(posts[0], country, None, packs)
    return Mention(phrase.start, phrase.end, head.core, unknown, posts[0].rule, "office", office=key)


def _nation(phrase: Phrase, reading: Reading) -> str | None:
    """Give the country that the adjective right behind a noun names: «المسؤول [الروسي]» is no Tunisian."""
    behind = (m for m in reading.view.of("country") if m.start == phrase.end + 1)
    return next((m.cells["iso3"] for m in behind if m.cells.get("use", "").startswith("demonym")), None)


def office_meant(phrase: Phrase, reading: Reading, memory: Memory, packs: Packs) -> Mention | None:
    """Give the office of the person last named, first of one with a post that acted («مكتبه», «دفتر وی»)."""
    held = [e for e, office, subject in memory.people if office and subject]
    person = held[-1] if held else recent(memory)
    if person is None:
        return None
    entity = Entity(
        f"organ:office_of:{person.id}", f"Office of {person.name}", "organization", person.country, person.sector
    )
    return Mention(phrase.start, phrase.end, phrase.head.core, entity, phrase.head.rule, "organ")


def _definite(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether an Arabic noun has its article and nothing behind it that makes another name of it."""
    view = reading.view
    behind = view.words(phrase.end, view.end)[:1]
    tight = bool(behind) and view.text(phrase.end, behind[0][0]).strip() == ""
    return phrase.head.prefix.endswith(_ARTICLES) and not (tight and view.text(*behind[0]).startswith(_ARTICLES))


def _is_called(folded: str, span: Span, noun: str) -> bool:
    """Tell whether a name or the word before it has the noun, with or without its article."""
    before = folded[max(0, span[0] - _NOUN_REACH) : span[0]].split()[-1:]
    words = (*before, *folded[slice(*span)].split())
    return any(word.endswith(noun) and len(word) - len(noun) <= _LONGEST_ARTICLE for word in words)


RECALLED: dict[str, Callable[[Phrase, Reading, Memory, Packs], Mention | None]] = {
    "this_carrier": body_meant,
    "this_agency": body_meant,
    "this_body": body_meant,
    "this_group": group_meant,
    "official": official_meant,
    "their_office": office_meant,
}
"""How a noun that only recalls somebody is resolved, by its use in grammar.tsv."""
