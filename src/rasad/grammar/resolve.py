"""From phrases to entities: names by the register, offices by their holders, pronouns by who was last named."""

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from rasad.grammar.names import Phrase
from rasad.model import Entity, Mark, Mention, Span
from rasad.packs import Packs


class Page(Struct, frozen=True):
    """What resolution knows of the whole page before it begins."""

    lang: str
    home: str | None
    first: str | None
    last: str | None
    people: dict[str, Entity]
    """People of the register whose own name the page gives, by id."""
    counts: dict[str, int]
    """How often the page names each of them."""
    full: frozenset[str] = frozenset()
    """Those whom it names in full."""
    named: dict[str, int] = field(default_factory=dict)
    """How often the page names each country, itself, a place, a body or a person of it."""
    publisher: str | None = None
    """The country of whose page it is; `home` is a guess by the language where that is not known."""

    @property
    def at_home(self) -> bool:
        """Whether it names no country but its own."""
        return self.publisher is not None and not set(self.named) - {self.publisher}

    @property
    def of_home(self) -> bool:
        """Whether the page is about its own country: it names no other more often, or only once."""
        if self.publisher is None:
            return False
        most = max((times for country, times in self.named.items() if country != self.publisher), default=0)
        return most <= max(self.named.get(self.publisher, 0), 1)


class Memory(Struct):
    """What was named so far, newest last. Lives only while one page is resolved."""

    people: list[tuple[Entity, str | None, bool]] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    country_at: int = -1
    """Where the last of these stands."""
    parties: list[str] = field(default_factory=list)
    """Countries again, without those where something only takes place."""
    bare: list[str] = field(default_factory=list)
    """Countries of those named as subjects, behind no preposition."""
    places: list[str] = field(default_factory=list)
    """Countries of the towns named."""
    regimes: list[str] = field(default_factory=list)
    """Countries that the page called a regime, which «this regime» means."""
    together: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    """Countries named together («Iran and Iraq»), each with how many `parties` stood before them."""
    unknown: dict[str, Entity] = field(default_factory=dict)
    bodies: list[Mention] = field(default_factory=list)
    """Organisations, agencies and outlets, as they were named."""
    crowds: list[Entity] = field(default_factory=list)
    """Crowds with a country, as they were named."""
    named: dict[Span, Entity] = field(default_factory=dict)
    """Who each name of the page was, by its span; last words of names point there."""


def candidates(marks: Iterable[Mark], packs: Packs) -> list[tuple[Entity, str]]:
    """Give the people a name may mean, each with the strength of the name (full, short or weak)."""
    return [
        (packs.register.people[m.cells["id"]], m.cells["use"]) for m in marks if m.cells["id"] in packs.register.people
    ]


def person_of(phrase: Phrase, names: list[tuple[Entity, str]], page: Page, packs: Packs) -> Entity | None:
    """Choose whom a name means: who held the office, who was named in full, who was in office then; else nobody.

    A weak name (also a common word, or of several people) needs the full name on the page or an office beside it.
    """
    seen = [e for e, _ in names if e.id in page.people]
    office = phrase.office.cells["office"] if phrase.office else None
    country = iso_of(phrase.country) if phrase.country else None
    held = [e for e, _ in names if office and _held(e, office, country, packs)]
    if len(seen) == 1 and (not held or seen[0] in held):
        return seen[0]
    if not seen and not held and all(use == "weak" for _, use in names):
        return None
    pool = [e for e in seen if e in held] or held or seen or [e for e, _ in names]
    if len(pool) > 1:
        pool = [e for e in pool if _in_any_office(e, page, packs)] or pool
    if country and len(pool) > 1:
        pool = [e for e in pool if e.country == country] or pool
    return pool[0] if pool else None


def taken_apart(phrase: Phrase, names: list[tuple[Entity, str]], packs: Packs) -> tuple[Phrase, ...]:
    """Cut a name from a post of another state behind it, for it is not theirs («أبلغ الجهيناوي الرئيس العراقي»)."""
    office, name, country = phrase.office, phrase.name, iso_of(phrase.country)
    if office is None or name is None or country is None or office.start < name[1] or office.cells["rank"] != "state":
        return (phrase,)
    theirs = [e for e, _ in names if e.country in (None, country) or _held(e, office.cells["office"], country, packs)]
    if theirs or not names:
        return (phrase,)
    return cut_behind_name(phrase)


def meets_counterpart(phrase: Phrase) -> bool:
    """Tell whether an Arabic name meets «his counterpart», who is another («التقى لافروف نظيره المصري»)."""
    office, name = phrase.office, phrase.name
    return (
        office is not None and name is not None and office.start >= name[1] and office.cells["office"] == "counterpart"
    )


def cut_behind_name(phrase: Phrase) -> tuple[Phrase, ...]:
    """Cut a phrase into its name and the post behind it."""
    office, name = phrase.office, phrase.name
    assert office is not None
    assert name is not None
    cut = replace(phrase, start=office.start, head=office, person=None, name=None)
    return Phrase(phrase.start, name[1], phrase.head, person=phrase.person, name=name), cut


def is_other(entity: Entity, phrase: Phrase, country: str | None, page: Page, packs: Packs) -> bool:
    """Tell whether a short name stands beside a post that others held, and never this person: it is somebody else."""
    if phrase.office is None or phrase.person is None or phrase.person.cells["use"] == "full" or entity.id in page.full:
        return False
    office = phrase.office.cells["office"]
    holders = packs.register.holders.get((office, country or entity.country or ""), ())
    return bool(holders) and office in packs.posts and not _held(entity, office, None, packs)


def _held(entity: Entity, office: str, country: str | None, packs: Packs) -> bool:
    tenures = packs.register.tenures.get(entity.id, ())
    return any(t.office == office and (country is None or t.of == country) for t in tenures)


def _in_any_office(entity: Entity, page: Page, packs: Packs) -> bool:
    return any(t.covers(page.first, page.last) for t in packs.register.tenures.get(entity.id, ()))


def is_of_members(office: str, org: Mark, packs: Packs) -> bool:
    """Tell whether a post of states stands with a union of states, which has none: «the foreign ministers of NATO»."""
    union = org.cells["id"]
    return packs.register.classes.get(union) == "igo" and office in _OF_STATES


_OF_STATES = ("foreign_minister", "foreign_ministers", "defence_minister", "interior_minister", "head_of_state")


def iso_of(mark: Mark | None) -> str | None:
    """Give the ISO-3 code of a country mark."""
    return mark.cells.get("iso3") if mark is not None else None


def country_of(mark: Mark, memory: Memory, page: Page) -> str | None:
    """Give the country of a mark, also of «this country» and «our country»."""
    use = mark.cells.get("use", "")
    if mark.kind == "country":
        return mark.cells["iso3"]
    if use == "our_country":
        return page.home
    if use == "own_country":
        return _own_country(memory)
    if use == "this_regime" and memory.regimes:
        return memory.regimes[-1]
    if use in ("this_country", "this_regime"):
        return memory.countries[-1] if memory.countries else None
    if use == "that_country":
        others = [country for country in memory.countries if country != page.publisher]
        return (others or memory.countries)[-1] if memory.countries else None
    return None


def _own_country(memory: Memory) -> str | None:
    """Give the country of «his country»: of who was last named as a subject, else the one last named."""
    owner = next((entity for entity, _, subject in reversed(memory.people) if subject), None)
    if owner is not None and owner.country is not None:
        return owner.country
    return memory.countries[-1] if memory.countries else None


def spoken_of(memory: Memory, page: Page, since: int) -> str | None:
    """Give the country of whom a page leaves without one: the last named in the sentence, which begins at `since`.

    Else a page about its own country means that one, whatever it named before, and any page what it is about, if
    the country last named is a rare one.
    """
    last = memory.countries[-1] if memory.countries else None
    if last is not None and memory.country_at >= since and not _is_aside(page, last):
        return last
    if page.of_home:
        return page.publisher
    if last is None:
        return None
    most = max(page.named, key=lambda country: page.named[country], default=last)
    return most if page.named.get(last, 0) * _RARE <= page.named.get(most, 0) else last


def _is_aside(page: Page, country: str) -> bool:
    """Tell whether a page about its own country names another one only by the way."""
    own = page.named.get(page.publisher or "", 0)
    return page.of_home and country != page.publisher and page.named.get(country, 0) * _RARE <= own


_RARE = 4
"""A country named so many times less than another is not what a page is about."""


def holder_of(office: str, of: str, page: Page, memory: Memory, packs: Packs) -> Entity | None:
    """Give who held an office: someone the page names, else the only holder in the page's time."""
    named = [
        packs.register.people[t.person]
        for t in packs.register.holders.get((office, of), ())
        if t.person in page.people and t.covers(None, page.last)
    ]
    distinct = sorted({e.id: e for e in named}.values(), key=lambda e: -page.counts[e.id])
    titled = next((e for e, post, _ in reversed(memory.people) if post == office and e.country == of), None)
    if titled is not None and titled.id in {e.id for e in distinct}:
        return titled
    if len(distinct) == 1 or (distinct and page.counts[distinct[0].id] > page.counts[distinct[1].id]):
        return distinct[0]
    if page.first is None:
        return None
    then = {t.person for t in packs.register.in_office(office, of, page.first, page.last)}
    if len(then) == 1:
        return packs.register.people[then.pop()]
    return None


def recent(memory: Memory, wanted: str | None = None) -> Entity | None:
    """Give the person last named as subject (else last named at all), of an office where one is asked for."""
    for entity, office, subject in reversed(memory.people):
        if subject and (wanted is None or office == wanted):
            return entity
    return next((e for e, office, _ in reversed(memory.people) if wanted is None or office == wanted), None)


def recent_holder(memory: Memory, key: str) -> Entity | None:
    """Give the person last named by a post, of whatever body («the spokesperson» of a ministry)."""
    return next((e for e, office, _ in reversed(memory.people) if key and f"_{office}".endswith(f"_{key}")), None)


def several(mark: Mark, memory: Memory) -> list[str]:
    """Give the countries that «the two countries» means: the last named together, else the last named; or none.

    Those named together no longer count when as many others were named since.
    """
    wanted = _SEVERAL[mark.cells["use"]]
    for countries, before in reversed(memory.together):
        if len(countries) == wanted:
            if len(set(memory.parties[before:]) - set(countries)) < wanted:
                return list(countries)
            break
    last = list(islice(dict.fromkeys(reversed(memory.parties)), wanted))[::-1]
    return last if len(last) == wanted else []


def named_states(phrase: Phrase, of: str | None, memory: Memory) -> list[str]:
    """Give the countries of a phrase that has several: those it lists, else those that «the two countries» means."""
    listed = [mark.cells["iso3"] for mark in (phrase.also, phrase.third) if mark is not None]
    if of is not None and listed:
        return [of, *listed]
    return several(phrase.several, memory) if phrase.several is not None else []


def both_holders(office: str, memory: Memory) -> list[Entity]:
    """Give the two people last named, if both were named in this office: «الرئيسان»."""
    last = {entity.id: entity for entity, _, _ in memory.people}
    held = {entity.id for entity, post, _ in memory.people if post in (office, "counterpart")}
    two = list(last.values())[-2:]
    return two if len(two) == 2 and held >= {entity.id for entity in two} else []


_SEVERAL = {"both_countries": 2, "three_countries": 3}


def remember(memory: Memory, mention: Mention, joined: Entity | None, owns: bool) -> None:
    """Keep whom a mention names; `joined` is whom «and» joins it to, `owns` says that it completes a noun."""
    entities = mention.members or (mention.entity,)
    if mention.head in ("org", "organ"):
        memory.bodies.append(mention)
    if mention.head == "group" and mention.entity.country:
        memory.crowds.append(mention.entity)
    for entity in reversed(entities):
        if entity.kind == "person" and mention.head != "pronoun":
            memory.people.append((entity, mention.office, mention.marker == "" and not owns))
    named = [e.country for e in entities if e.country and not e.is_carrier]
    seat = mention.place is not None and mention.place.id != mention.entity.id  # «مقره عمان»: a town, not a state
    if mention.marker == "" and mention.head not in ("place", "adjective") and not seat:
        memory.bare.extend(named)
    if mention.head == "place":
        memory.places.extend(named)
    for country in named:
        memory.country_at = mention.start
        if memory.countries[-1:] != [country]:
            memory.countries.append(country)
    if mention.marker != "in" or mention.head not in ("country", "place"):
        memory.parties.extend(named)
    if joined is not None and joined.country and not joined.is_carrier:
        named.insert(0, joined.country)
    if len(set(named)) > 1:
        memory.together.append((tuple(dict.fromkeys(named)), len(memory.parties)))


def span_text(folded: str, span: Span) -> str:
    """Give the text of a span with single spaces."""
    return " ".join(folded[span[0] : span[1]].split())
