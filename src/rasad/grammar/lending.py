"""Which country a page lends to a body, crowd or post that names none; whose a post is in words that no row knows."""

from functools import cache

from rasad.grammar import resolve
from rasad.grammar.headed_names import ORGANISATION, headed
from rasad.grammar.name_nouns import words_of
from rasad.grammar.names import Phrase, Reading
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import tight
from rasad.model import Entity, Mark, Span
from rasad.packs import Packs
from rasad.packs.everyday import is_strange
from rasad.packs.rows import read_rows

_LINKING = frozenset({"marker", "light", "helper", "speech", "attribution", "modality", "grammar", "trigger", "title"})
"""Kinds of marks that complete no noun before them."""
_COUNTED = frozenset({"quantifier"})
_NEXT = 24
"""Code points behind a phrase in which the next word stands."""
_SENDING = frozenset({"from", "about", "for"})
_DELEGATION = "delegation"
_PEOPLE = "population"
_MINISTRY, _OUTLET = "_ministry", "outlet"
_QUOTING = 3
"""Words between media, «of» and the name they quote."""
_OFFICERS = frozenset(
    {
        "army_spokesperson", "army_chief", "chief_of_staff", "deputy_chief_of_staff", "defence_minister",
        "military_official",
    }
)  # fmt: skip
"""Posts whose holders speak of their own army."""
_OWNED = frozenset({"ه", "ها", "هم", "نا", "هما"})
_ARMED = frozenset({"MIL", "COP"})
_GIVEN = ("person", "given", "place", "country")


def lent(phrase: Phrase, reading: Reading, page: Page, memory: Memory, packs: Packs) -> str | None:
    """Give the country of a body or crowd that names none: of the sentence, of the page, or none at all.

    Refugees and delegations are as a rule of another country than the page; «دورية الفحص» is of whom it names.
    """
    head = phrase.head
    home = page.publisher if page.of_home else None
    owner = _owner_named(phrase, reading, packs)
    if owner is not None:
        return owner
    lends = _unowned().get(head.cells.get("organ") or head.cells.get("group") or "")
    if lends is not None:
        if head.cells.get("organ") == _DELEGATION and _sending(phrase, reading) is not None:
            return None
        if head.cells.get("organ") == _DELEGATION and memory.people and _along(phrase, reading):
            return memory.people[-1][0].country  # «وزیر و [هیئت] همراه»
        return home or _only(reading, page, packs) if lends == "yes" else None
    if unread(phrase, reading):
        return home
    if head.cells.get("kind") == _OUTLET and reading.view.doc.lang == "ar":
        quoted = _of_whom_they_quote(phrase, reading, packs)
        if quoted is not None:
            return quoted
    minister = None if home or reading.view.doc.lang != "ar" else _named_before(head, memory)
    if minister is not None:
        return minister
    owned = head.suffix in _OWNED  # «مواطنيها»
    same = _same_crowd(head, memory) if reading.view.doc.lang == "ar" and not home else None
    if same is not None:
        return same
    if head.cells.get("kind") == _PEOPLE and reading.view.doc.lang == "ar" and not owned:
        return _where_they_are(reading, page, memory, packs)
    soldiers = head.cells.get("sector") == "MIL" and reading.view.doc.lang == "ar" and not owned
    army = _his_army(memory, packs) or _last_army(memory) if soldiers else None
    alone = memory.country_at < reading.view.start and reading.view.doc.lang == "ar"
    if alone and head.cells.get("organ") and head.cells.get("kind") == "government" and memory.bare and not home:
        return memory.bare[-1]  # «حذرت مصر من التصعيد مع إسرائيل. وأكدت [وزارة الخارجية] ...»
    return army or resolve.spoken_of(memory, page, reading.view.start)


def _owner_named(phrase: Phrase, reading: Reading, packs: Packs) -> str | None:
    """Give the country of whom a body belongs to in so many words: «أجهزة المخابرات [التابعة لنظام الأسد]»."""
    view = reading.view
    words = (m for m in view.of("grammar") if m.cells["use"] == "belonging")
    link = next((m for m in words if tight(view.doc.folded, phrase.end, m.start)), None)
    if link is None:
        return None
    here = [m for m in view.marks if m.kind in ("org", "country") and m.start - link.end <= 1 and m.start >= link.end]
    lands = [m.cells["iso3"] for m in here if m.kind == "country"]
    bodies = (packs.register.organisations.get(m.cells["id"]) for m in here if m.kind == "org")
    return next((body.country for body in bodies if body is not None), None) or next(iter(lands), None)


def _of_whom_they_quote(phrase: Phrase, reading: Reading, packs: Packs) -> str | None:
    """Give the country of whom media quote: «نقلت وسائل إعلام حكومية عن [الأميرال X]»."""
    view = reading.view
    about = next((m for m in view.of("marker") if m.cells["marker"] == "about" and m.start >= phrase.end), None)
    if about is None or len(view.words(phrase.end, about.start)) > _QUOTING:
        return None
    people = (m for m in view.of("person") if m.start >= about.end and len(view.words(about.end, m.start)) <= _QUOTING)
    entity = next((packs.register.people.get(m.cells["id"]) for m in people), None)
    return entity.country if entity is not None else None


def _by_its_minister(head: Mark, memory: Memory) -> str | None:
    """Give the country of a ministry whose minister, and nobody else's, the page named before («وزير الخارجية X»)."""
    name = head.cells.get("organ", "")
    post = f"{name.removesuffix(_MINISTRY)}_minister"
    lands = {entity.country for entity, office, _ in memory.people if office == post}
    return lands.pop() if name.endswith(_MINISTRY) and len(lands) == 1 else None


def _last_army(memory: Memory) -> str | None:
    """Give the country of the army last named: «the soldiers» behind it are its own, whomever they met."""
    return next((m.entity.country for m in reversed(memory.bodies) if m.entity.sector == "MIL"), None)


def _named_before(head: Mark, memory: Memory) -> str | None:
    """Give the country of a ministry or presidency of which the page named one alone («الرئاسة السورية»)."""
    key = head.cells.get("organ", "")
    bodies = (m.entity for m in memory.bodies if m.entity.id.startswith(f"organ:{key}:"))
    lands = {body.country for body in bodies if body.country is not None}
    if key and head.cells.get("kind") == "government" and len(lands) == 1:
        return lands.pop()
    return _by_its_minister(head, memory)


def _same_crowd(head: Mark, memory: Memory) -> str | None:
    """Give the country of the one crowd that the page called so before («محتجون عراقيون ... [المحتجون]»)."""
    key = head.cells.get("group", "")
    lands = {crowd.country for crowd in memory.crowds if crowd.id.startswith(f"group:{key}:")}
    return lands.pop() if key and head.prefix.endswith("ال") and len(lands) == 1 else None


def _his_army(memory: Memory, packs: Packs) -> str | None:
    """Give the country of an officer who was named last, whose own army «the army» is («قال أدرعي: هاجم [الجيش]»)."""
    if not memory.people:
        return None
    entity, office, _ = memory.people[-1]
    held = {office, *(t.office for t in packs.register.tenures.get(entity.id, ()))}
    return entity.country if held & _OFFICERS else None


def _where_they_are(reading: Reading, page: Page, memory: Memory, packs: Packs) -> str | None:
    """Give the country of people who name none: of the towns beside them, and not of the army that meets them."""
    view, register = reading.view, packs.register
    within = {m.end for m in view.of("marker") if m.cells["marker"] == "in"}
    within |= {m.end for m in view.of("grammar") if m.cells["use"] == "place_noun" and m.start - 1 in within}
    here = [m for m in view.of("place") if m.start - 1 in within or m.prefix.endswith("ب")]
    towns = {register.places[m.cells["id"]].country for m in here} - {None}
    if len(towns) == 1:
        return towns.pop()
    spoken = resolve.spoken_of(memory, page, view.start)
    armies = (register.organisations.get(m.cells["id"]) for m in view.of("org"))
    forces = {army.country for army in armies if army is not None and army.sector in _ARMED}
    forces |= {m.cells["iso3"] for m in view.of("country") if m.cells["use"] == "hostile"}
    return memory.places[-1] if memory.places and spoken in forces else spoken


def _along(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether «accompanying» stands right behind a delegation: it is of whom it came with."""
    view = reading.view
    words = (m for m in view.of("grammar") if m.cells["use"] == "along")
    return any(tight(view.doc.folded, phrase.end, m.start) for m in words)


def of_nobody(head: Mark) -> bool:
    """Tell whether a crowd is of no country unless its own words name one («unknown persons»)."""
    return _unowned().get(head.cells.get("group", "")) == "never"


def _only(reading: Reading, page: Page, packs: Packs) -> str | None:
    """Give the country that a sentence names alone, and the page none more often; else that of most names on it."""
    view = reading.view
    named = {m.cells["iso3"] for m in view.of("country")}
    named |= {country for m in view.of("place") if (country := packs.register.places[m.cells["id"]].country)}
    if not named:
        most = max(page.named, key=lambda country: page.named[country], default=None)
        return most if most and page.named[most] * 3 >= sum(page.named.values()) * 2 else None
    only = named.pop() if len(named) == 1 else None
    return only if only and page.named.get(only, 0) == max(page.named.values(), default=0) else None


def lent_post(phrase: Phrase, reading: Reading, page: Page, memory: Memory) -> str | None:
    """Give the country of a post that names none: any country has heads and members, but a page at home has its own."""
    if phrase.head.cells["office"] not in _unowned() and not unread(phrase, reading):
        return resolve.spoken_of(memory, page, reading.view.start)
    return page.publisher if page.of_home else None


def owner_of(phrase: Phrase, reading: Reading) -> tuple[str | None, str | None]:
    """Give the body, as it is written, that a noun heads right behind a post, and the country that it names."""
    view = reading.view
    for name in headed(view, phrase.end):
        if name.kind == ORGANISATION and tight(view.doc.folded, phrase.end, name.start):
            named = (m.cells["iso3"] for m in view.of("country") if name.start <= m.start < name.end)
            return " ".join(view.doc.reading[name.start : name.end].split()), next(named, None)
    return None, None


def _sending(phrase: Phrase, reading: Reading) -> Mark | None:
    """Give the preposition behind delegates that tells who sent them."""
    view = reading.view
    links = [m for m in view.of("marker") if m.cells["marker"] in _SENDING and m.start >= phrase.end]
    links += [m for m in view.of("grammar") if m.cells["use"] == "belonging" and m.start >= phrase.end]
    return next((m for m in links if tight(view.doc.folded, phrase.end, m.start)), None)


def sender_of(phrase: Phrase, reading: Reading, packs: Packs) -> Entity | None:
    """Give who sent a delegation or representatives: «ممثلين عن المعارضة السورية», «هیاتی از روسیه»."""
    view, link = reading.view, _sending(phrase, reading)
    if link is None:
        return None
    for mark in view.marks:
        if mark.kind not in ("org", "country", "organ") or not tight(view.doc.folded, link.end, mark.start):
            continue
        if mark.kind == "org":
            return packs.register.organisations[mark.cells["id"]]
        state = (
            mark
            if mark.kind == "country"
            else next((m for m in view.of("country") if tight(view.doc.folded, mark.end, m.start)), None)
        )
        return packs.register.countries[state.cells["iso3"]] if state is not None else None
    return None


def unread(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether a word right behind a phrase says whose it is, and no row knows it: «وزرای [نفت] اوپک»."""
    view = reading.view
    behind = view.words(phrase.end, min(view.end, phrase.end + _NEXT))[:1]
    if not behind or not tight(view.doc.folded, phrase.end, behind[0][0]):
        return False
    over = [m for m in view.marks if m.start <= behind[0][0] < m.end]
    if any(d.start <= behind[0][0] < d.end for _, d in view.dates):
        return False
    return (_owns_arabic if view.doc.lang == "ar" else _owns_persian)(phrase, reading, behind[0], over)


def _owns_persian(phrase: Phrase, reading: Reading, word: Span, over: list[Mark]) -> bool:
    if phrase.head.kind != "office":
        return False
    if any(m.kind == "word" and m.cells["use"] in _COUNTED for m in over) or reading.view.text(*word).isdigit():
        return True
    return all(m.kind in ("given", "organ", "group", "office") for m in over)


def _owns_arabic(phrase: Phrase, reading: Reading, word: Span, over: list[Mark]) -> bool:
    head, view = phrase.head, reading.view
    article = tuple(words_of("ar", "article"))
    articled = head.prefix.endswith(article) or view.text(*head.core).startswith(article)
    if articled or phrase.end != head.end or any(m.kind in _GIVEN for m in over):
        return False
    if view.text(*word).startswith(article):
        return True
    return not any(m.kind in _LINKING for m in over) and is_strange(view.doc.reading[slice(*word)], "ar")


@cache
def _unowned() -> dict[str, str]:
    """Give the crowds and bodies that are as a rule of another country than the news, with whether at home, too."""
    return {row["key"]: row["home"] for row in read_rows("actors/unowned.tsv")}
