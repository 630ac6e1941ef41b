"""Actors whom the register does not know, as one page knows them: what two pages are compared by to tell who is who."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256

from msgspec import Struct

from rasad.fuse.rarity import Keys
from rasad.fuse.reports import iso_day, outlet_of
from rasad.model import PageRecord, PublicLink, PublicParty, Span
from rasad.packs.rows import read_rows
from rasad.tokens import WORD, ZWNJ, fold

UNKNOWN = "page:"
"""How the id of an actor begins whom only pages know; the rest of it is the name as they write it, folded."""
SEEN = "actor:"
"""How the id of such an actor begins, once the pages that name him are put together."""
JOINT = "&"
"""Between the ids of several who act as one."""


class Sighting(Struct, frozen=True):
    """An unknown actor on one page: his name, what he is called and stands beside, and the page's day and rare words.

    `written` are the forms of the name as the page writes it, `offices` his posts, `beside` the actors of the register
    in what he does and says. `names` and `words` are the page's.
    """

    page: str
    entity: str
    english: str
    kind: str
    lang: str
    written: tuple[str, ...]
    country: str | None = None
    offices: Keys = frozenset()
    beside: Keys = frozenset()
    day: str | None = None
    outlet: str | None = None
    names: Keys = frozenset()
    words: Keys = frozenset()

    @property
    def id(self) -> str:
        """Give the id, made from the page and the name on it: it outlives all rules but those that find names."""
        return sighting_id(self.page, self.entity)

    @property
    def name(self) -> str:
        """Give the name in folded letters, as it stands in the entity's id."""
        return self.entity.removeprefix(UNKNOWN)


def sighting_id(page: str, entity: str) -> str:
    """Give the id of an actor who was first named so on this page."""
    return f"{SEEN}{sha256(f'actor {page} {entity}'.encode()).hexdigest()[:12]}"


def is_unknown(entity: str) -> bool:
    """Tell whether an id is of an actor whom only pages know: of his name on a page, or of a sighting."""
    return entity.startswith((UNKNOWN, SEEN))


def sightings(text: str, record: PageRecord) -> tuple[Sighting, ...]:
    """Give the unknown actors of a page's reports, statements and chains; without the page's rare names and words."""
    found: dict[str, list[PublicParty | PublicLink]] = defaultdict(list)
    beside: dict[str, set[str]] = defaultdict(set)
    for some in _scenes(record):
        known = {one.id for one in some if _is_known(one.id)}
        for one in some:
            if one.id.startswith(UNKNOWN) and JOINT not in one.id:
                found[one.id].append(one)
                beside[one.id] |= known
    return tuple(
        Sighting(
            record.sha256, entity, some[0].name, _kind(some), record.lang, _written(text, entity, some),
            next((one.country for one in some if one.country), None),
            frozenset(one.role for one in some if isinstance(one, PublicParty) and one.role),
            frozenset(beside[entity]), iso_day(record.published), outlet_of(record),
        ) for entity, some in sorted(found.items())
    )  # fmt: skip


@cache
def high_offices() -> Mapping[str, bool]:
    """Give the offices of states in words, each with whether it has one holder a day."""
    held = {row["office"] for row in read_rows("actors/tenures.tsv")}
    shared = {row["office"] for row in read_rows("actors/shared_offices.tsv")}
    rows = (row for lang in ("fa", "ar") for row in read_rows(f"{lang}/offices.tsv"))
    keys = {row["office"] for row in rows if row["rank"] == "state"} & held
    return {key.replace("_", " ").lower(): key not in shared for key in sorted(keys)}


def _scenes(record: PageRecord) -> Iterator[tuple[PublicParty | PublicLink, ...]]:
    """Give who stands together: in a report, in a statement."""
    for event in record.events:
        yield (*event.actors, *event.recipients, *event.attribution)
    for said in record.statements:
        yield (said.speaker, *((said.addressee,) if said.addressee else ()), *said.via)


def _is_known(entity: str) -> bool:
    """Tell whether an id is one of the register's people and bodies: states stand beside everybody."""
    return entity.startswith(("per-", "org-")) and JOINT not in entity


def _kind(some: list[PublicParty | PublicLink]) -> str:
    """Give the kind of a party; a link's kind says only how it speaks."""
    return next((one.kind for one in some if isinstance(one, PublicParty)), "person")


def _written(text: str, entity: str, some: list[PublicParty | PublicLink]) -> tuple[str, ...]:
    """Give the forms of the name as the page writes it: what stands at its places and holds no other words."""
    name = set(_words(entity.removeprefix(UNKNOWN)))
    spans: set[Span] = {one.span for one in some}
    for one in some:
        spans |= set(one.mentions) if isinstance(one, PublicParty) else set()
    forms = {" ".join(text[start:end].split()) for start, end in spans}
    own = {form for form in forms if (words := set(_words(form))) and words <= name}
    return tuple(sorted(own, key=lambda form: (-len(form), form)))


def _words(form: str) -> list[str]:
    return WORD.findall(fold(form).replace(ZWNJ, " "))
