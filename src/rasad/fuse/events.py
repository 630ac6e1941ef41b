"""The values that fusion works on: what it needs of a report, and what it says of an event."""

from msgspec import Struct

from rasad.model import DateInterval
from rasad.relations import Contradiction, Origin


class PartyKey(Struct, frozen=True, gc=False, array_like=True):
    """An actor or recipient, as fusion compares it; `native` is its name as the page writes it.

    `apart` are the ids of parties that people have said it is not.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    native: str = ""
    apart: frozenset[str] = frozenset()


class PlaceKey(Struct, frozen=True, gc=False, array_like=True):
    """A place; one whose id is its country's is the country as a whole."""

    id: str
    name: str
    country: str | None = None


class LinkKey(Struct, frozen=True, gc=False, array_like=True):
    """A link of a chain."""

    id: str
    name: str
    kind: str


class FigureKey(Struct, frozen=True, gc=False, array_like=True):
    """A count told with the event; `words` are stems around it: what is counted, as the page says it.

    `teller` is who says so, if not the page; `turn` is `rise` for a count that is said to have risen, `first` for one
    that is not the last.
    """

    value: float
    bound: str
    unit: str
    words: frozenset[str] = frozenset()
    teller: str = ""
    turn: str = ""


class ClockKey(Struct, frozen=True, gc=False, array_like=True):
    """The time of the day that a report tells: minutes since midnight, and whose time it is."""

    minutes: int
    zone: str | None


class ReportKey(Struct, frozen=True, gc=False, array_like=True):
    """What fusion needs of a report.

    `day` is the day the page was published, not captured; it is not `day_declared` where it was read off the page,
    since it may be a banner's clock. `words`, `names` and `sounds` are stems, ids of names and concepts, and consonants
    of rare words around the triggers; the same of the whole page are behind `page_`; `core` are the names and concepts
    closest to the trigger, `numbers` those written in digits, `weekday` the one its date tells. It is not `dated` where
    the date stands far from the deed and may be another's. `at` is where its trigger stands on the page,
    `credits` are the agencies and outlets that the page names as its source, outside its sentences; `denial` is the
    word by which it takes the deed back, `lesser` the counts that it tells without a number, `clock` the time it tells.
    """

    id: str
    page: str
    page_id: str
    lang: str
    type: str
    mode: str | None
    status: str
    actors: tuple[PartyKey, ...]
    recipients: tuple[PartyKey, ...]
    date: DateInterval | None = None
    place: PlaceKey | None = None
    chain: tuple[LinkKey, ...] = ()
    figures: tuple[FigureKey, ...] = ()
    words: frozenset[str] = frozenset()
    outlet: str | None = None
    day: str | None = None
    day_declared: bool = True
    names: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    page_words: frozenset[str] = frozenset()
    page_names: frozenset[str] = frozenset()
    page_sounds: frozenset[str] = frozenset()
    weekday: int | None = None
    numbers: frozenset[str] = frozenset()
    dated: bool = True
    at: int = 0
    credits: tuple[LinkKey, ...] = ()
    denial: str = ""
    lesser: tuple[FigureKey, ...] = ()
    clock: ClockKey | None = None

    @property
    def origin(self) -> LinkKey | None:
        """Where the telling begins: the innermost link of its chain, else whom the page credits."""
        return self.chain[-1] if self.chain else next(iter(self.credits), None)

    @property
    def parties(self) -> tuple[PartyKey, ...]:
        """Actors and recipients together."""
        return self.actors + self.recipients


class Likeness(Struct, frozen=True, gc=False):
    """How alike two reports are, and every reason with its points."""

    score: float
    reasons: tuple[str, ...]


class Member(Struct, frozen=True, gc=False, array_like=True):
    """A report as part of an event; `date` is its day once the other reports are heard."""

    report: str
    page: str
    score: float
    reasons: tuple[str, ...]
    date: DateInterval


class Correction(Struct, frozen=True):
    """A field that a person has set: the line of the ledger that says so, what was read, and what holds now."""

    line: int
    field: str
    was: str
    now: str


class Event(Struct, frozen=True, gc=False, array_like=True):
    """The thing in the world that its reports tell of.

    Its id is made from the report whose page was published first; `supersedes` are those that its other reports would
    give it: ids under which it, or a part of it, may have been known before these reports were put together.
    """

    id: str
    type: str
    mode: str | None
    status: str
    date: DateInterval
    place: PlaceKey | None
    actors: tuple[PartyKey, ...]
    recipients: tuple[PartyKey, ...]
    members: tuple[Member, ...]
    pages: int
    outlets: int
    origins: tuple[Origin, ...]
    contradictions: tuple[Contradiction, ...]
    supersedes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def origin_count(self) -> int:
        """The number of independent stated origins."""
        return sum(origin.counted for origin in self.origins)
