"""Posts: who holds one, whose it is, several holders at once, and what only looks like a president's."""

from functools import cache

from msgspec.structs import replace

from rasad.grammar import entities, resolve
from rasad.grammar.bodies import place_country
from rasad.grammar.lending import lent_post, owner_of, sender_of, unread
from rasad.grammar.name_nouns import words_of
from rasad.grammar.names import Phrase, Reading
from rasad.grammar.resolve import Memory, Page
from rasad.grammar.view import tight
from rasad.model import Entity, Mark, Mention
from rasad.packs import Packs
from rasad.packs.rows import read_rows
from rasad.tokens import ZWNJ, fold

_REPORTERS = ("journalist", "reporter", "correspondent")

_BEFORE = 24
"""Code points before a name in which the word before it stands."""
_OF_TOWNS = ("mayor", "governor", "prosecutor", "commander", "head", "chairman", "friday_imam", "member_of_parliament")
"""Posts that every town or province has."""
_SENT = ("representative", "representatives", "envoy", "head_of_delegation")
_GUEST = 3
"""How many times more than its own country a page may name a guest's, and a bare post still means the host's."""
_TWO = "ان"
"""The ending of two Arabic subjects; in other cases two are written as many are."""
_SOURCE = "source"
"""The post of those who are quoted without a name: nobody knows of what country they are."""


def named_after(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether it is only the name of a place or a cup: «ورزشگاه غدیر», «ملعب هزاع بن زايد»."""
    view = reading.view
    nouns = [m for m in view.of("grammar") if m.cells["use"] in ("place_noun", "named_after") and m.end <= phrase.start]
    if any(tight(view.doc.folded, noun.end, phrase.start) for noun in nouns):
        return True
    before = view.words(max(view.start, phrase.start - _BEFORE), phrase.start)[-1:]
    if view.doc.lang != "ar" or not before or not tight(view.doc.folded, before[0][1], phrase.start):
        return False  # «المستشفى الجامعي فرحات حشاد», «مطار المنستير الحبيب بورقيبة»
    described = any(m.start <= before[0][0] < m.end for m in view.marks if m.kind not in ("word", "place", "given"))
    return not described and any(tight(view.doc.folded, noun.end, before[0][0]) for noun in nouns)


def post(phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs) -> Mention | None:
    """Resolve a post without a name; of a reporter, the agency is meant."""
    head, key = phrase.head, phrase.head.cells["office"]
    if named_after(phrase, reading):
        return None
    if key in _REPORTERS and phrase.org is not None:
        carrier = packs.register.organisations[phrase.org.cells["id"]]
        if carrier.is_carrier:
            return Mention(phrase.start, phrase.end, phrase.org.core, carrier, phrase.org.rule, "org", office=key)
    span = (head.core[0], phrase.end)
    if phrase.org is not None and resolve.is_of_members(key, phrase.org, packs):
        union = packs.register.organisations[phrase.org.cells["id"]]
        return Mention(phrase.start, phrase.end, span, union, phrase.org.rule, "org")
    counterparts = _counterparts if key == "counterpart" else _members
    members = counterparts(phrase, of, reading, page, memory, packs)
    if members:
        return Mention(
            phrase.start, phrase.end, span, entities.joint(members), head.rule, "office", office=key, members=members
        )
    if reading.view.doc.lang == "ar" and head.suffix == _TWO and head.prefix and of is None and phrase.org is None:
        return None  # «اتفق الزعيمان»: which two is not known
    if _of_many(phrase, reading):
        return None  # «نشست وزرای خارجه شانگهای»: no state of theirs is named
    entity, key = _holder(phrase, of, reading, page, memory, packs)
    role = entities.words(key)
    return Mention(phrase.start, phrase.end, span, replace(entity, role=role), head.rule, "office", office=key)


def _of_many(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether posts of several states are told without any of them: «[وزیران خارجه] در بیانیه خود»."""
    head = phrase.head
    named = phrase.country or phrase.org or phrase.several or phrase.own
    if head.cells["rank"] != "state" or named is not None:
        return False
    words = reading.view.text(*head.core).replace(ZWNJ, " ").split()[:1]
    return any(word in words_of(reading.view.doc.lang, "posts") for word in words)


def _members(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> tuple[Entity, ...]:
    """Give the holders of a post of several states («the foreign ministers of X and Y», «الرئيسان»); else nobody."""
    head = phrase.head
    key = head.cells["office"].replace("_ministers", "_minister")
    role, head = entities.words(key), replace(head, cells={**head.cells, "office": key})
    countries = resolve.named_states(phrase, of, memory)
    if not countries and of is None and phrase.org is None and is_dual(head, reading.view.doc.lang):
        return tuple(resolve.both_holders(key, memory))
    found = (
        resolve.holder_of(key, iso, page, memory, packs) or entities.office_entity(head, iso, None, packs)
        for iso in countries
    )
    return tuple(replace(entity, role=role) for entity in found)


def _counterparts(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> tuple[Entity, ...]:
    """Give the counterparts of several states: «همتایان پاکستانی، افغانستانی و هندی خود»; nobody if it is one."""
    listed = phrase.also is not None
    key = next((office for _, office, _ in reversed(memory.people) if office in packs.posts), None) if listed else None
    if key is None:
        return ()
    post = replace(phrase.head, cells={**phrase.head.cells, "office": key})
    return _members(replace(phrase, head=post), of, reading, page, memory, packs)


def _is_any(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether any holder is meant: Arabic «رئيس إيراني» is «a president of Iran»."""
    country = phrase.country
    if reading.view.doc.lang != "ar" or country is None or not country.cells.get("use", "").startswith("demonym"):
        return False
    return not phrase.head.prefix.endswith("ال") and not country.prefix.endswith("ال") and phrase.org is None


def is_dual(head: Mark, lang: str) -> bool:
    """Tell whether a post is said of two («الرئيسان»)."""
    return bool(head.suffix) and head.suffix in _duals(lang)


@cache
def _duals(lang: str) -> frozenset[str]:
    rows = read_rows(f"{lang}/affixes.tsv")
    return frozenset(
        fold(r["form"])
        for r in rows
        if r["morph"] in ("noun", "adj") and (r["side"], r["feature"]) == ("suffix", "dual")
    )


def _holder(
    phrase: Phrase, of: str | None, reading: Reading, page: Page, memory: Memory, packs: Packs
) -> tuple[Entity, str]:
    """Give who is meant by a post, and the post's key: by its owner, by who was named with it, by the page."""
    register = packs.register
    head = _head_of_body(phrase, reading.view.doc.lang)
    key, state = head.cells["office"], head.cells["rank"] == "state"
    if _is_any(phrase, reading):
        some = entities.office_entity(head, of, None, packs)
        return replace(some, id=f"{some.id}:any"), key
    owner: str | None = None
    entity: Entity | None = None
    built_in = register.owners.get(key)
    if built_in is not None and of in (None, built_in[0]):
        of, key = built_in
        entity = resolve.holder_of(key, of, page, memory, packs)
        organisation = register.organisations.get(of)
        owner, of = (organisation.name, organisation.country) if organisation else (None, of)
    elif key == "counterpart":
        entity = _counterpart(of, page, memory, packs)
        if entity is None and of:
            key = next((office for _, office, _ in reversed(memory.people) if office in packs.posts), key)
            head = replace(head, cells={**head.cells, "office": key})
    elif phrase.org is not None:
        organisation = register.organisations[phrase.org.cells["id"]]
        owner, of = organisation.name, of or organisation.country
        entity = resolve.holder_of(key, organisation.id, page, memory, packs)
    elif of is None and state:
        acting = memory.people[-1][0] if memory.people and _as(phrase, reading) else None
        entity = acting or _recent(key, page, memory)
        of = entity.country if entity else _home(phrase, reading, page)
        if entity is None and of is not None and _abolished(key, of, page, packs):
            of = resolve.spoken_of(memory, page, reading.view.start)  # Iran has had no prime minister since 1989
    if entity is None and of and state:
        entity = resolve.holder_of(key, of, page, memory, packs)
    if entity is None and phrase.organ is not None and not key.endswith("minister"):
        owner = entities.organ_entity(phrase.organ, of, packs).name
    if entity is None and of is None and owner is None and built_in is None:
        of = place_country(phrase, packs)
        if of is not None and phrase.place is not None and key in _OF_TOWNS:
            owner = packs.register.places[phrase.place.cells["id"]].name
        sender = sender_of(phrase, reading, packs) if key in _SENT and of is None else None
        if sender is not None:
            of = sender.country
            owner = sender.name if sender.id != f"country:{of}" else None
        elif of is None and key != _SOURCE:
            of = lent_post(phrase, reading, page, memory)
            owner, its = owner_of(phrase, reading) if not state else (None, None)
            of = its or of
            again = None if owner or state or unread(phrase, reading) else _told_before(phrase, reading, memory)
            if again is not None:
                return again, key
            if owner is None and not state and unread(phrase, reading):
                return _of_something(head, of, packs), key
    return entity or entities.office_entity(head, of, owner, packs), key


def _told_before(phrase: Phrase, reading: Reading, memory: Memory) -> Entity | None:
    """Give who was named by the same post before, where it now stands alone: «الوزير», «سخنگو»."""
    head = phrase.head
    plural = head.suffix != "" or head.cells["office"].endswith("s") or head.cells["office"] == "source"
    if plural or (reading.view.doc.lang == "ar" and not head.prefix.endswith("ال")):
        return None
    return resolve.recent_holder(memory, head.cells["office"])


def _of_something(head: Mark, of: str | None, packs: Packs) -> Entity:
    """Make the entity of a post in a body that nobody knows: it is a head, and not that of its country."""
    some = entities.office_entity(head, None, None, packs)
    return replace(some, id=f"{some.id}{of or ''}:any", country=of)


def _head_of_body(phrase: Phrase, lang: str) -> Mark:
    """Take Arabic «رئيس» without article and state for the head of something, not for a president («رئيس الشبكة»)."""
    head = phrase.head
    of_state = any((phrase.country, phrase.several, phrase.own)) or head.prefix.endswith("ال") or head.suffix
    if lang != "ar" or head.cells["office"] != "president" or " " in head.cells["form"] or of_state:
        return head
    return replace(head, cells={**head.cells, "office": "head", "rank": "organ"})


def _recent(key: str, page: Page, memory: Memory) -> Entity | None:
    """Give who was named last in a post; of a page about its own country rather its holder there than a guest."""
    last = resolve.recent(memory, key)
    if last is None or page.publisher in (None, last.country):
        return last
    theirs = (e for e, office, _ in reversed(memory.people) if office == key and e.country == page.publisher)
    own = next(theirs, None)
    often = page.named.get(page.publisher or "", 0) * _GUEST >= page.named.get(last.country or "", 0)
    return own if own and often else last


def _as(phrase: Phrase, reading: Reading) -> bool:
    """Tell whether somebody just named acts in this post («آقای براون به عنوان نخست‌وزیر»)."""
    view = reading.view
    markers = (m for m in view.of("marker") if m.cells["marker"] == "as" and m.end <= phrase.start)
    return any(tight(view.doc.folded, mark.end, phrase.start) for mark in markers)


def _home(phrase: Phrase, reading: Reading, page: Page) -> str | None:
    """Give the page's own country for a bare post («رئیس‌جمهور گفت»), unless an unknown word may name another owner."""
    view = reading.view
    if view.doc.lang == "ar" and not phrase.head.prefix.endswith("ال") and " " not in view.text(*phrase.head.core):
        return None  # «رئيس» without its article is the head of what follows
    after = view.words(phrase.end, view.end)[:1]
    if (
        after
        and view.text(phrase.end, after[0][0]).strip() == ""
        and not any(m.core[0] == after[0][0] for m in view.marks)
    ):
        return None
    return page.home


def _abolished(key: str, country: str, page: Page, packs: Packs) -> bool:
    """Tell whether a country had a post that nobody held any more when the page was written."""
    held = packs.register.holders.get((key, country), ())
    return bool(held) and all(t.last is not None and (page.first is None or t.last < page.first) for t in held)


def _counterpart(of: str | None, page: Page, memory: Memory, packs: Packs) -> Entity | None:
    """Resolve «his Iranian counterpart»: the holder of the same office in that country."""
    if of is None:
        return None
    for entity, office, _ in reversed(memory.people):
        offices = [office] if office else [t.office for t in packs.register.tenures.get(entity.id, ())]
        for key in offices:
            found = resolve.holder_of(key, of, page, memory, packs) if key else None
            if found is not None:
                return found
        if offices:
            return None
    return None
