"""The nouns of Rasad: frozen values without logic.

Two kinds of coordinates exist, and only these. Spans of the *public record* (`PageRecord` and everything in it) are
code points [start, end) of the page's text layer. Spans inside a `Document` while it is being read are code points of
its *reading text*, the repaired text; `stages/write_record.py` is the one place that carries them back.
"""

from msgspec import Struct, field

from rasad.offsets import OffsetMap

Span = tuple[int, int]


class Outside(Struct, frozen=True, gc=False, omit_defaults=True):
    """What is known of a page from outside its text: the capture, never the article."""

    id: str
    url: str | None = None
    retrieved_at: str | None = None
    published: str | None = None
    title: str | None = None
    lang: str | None = None
    publisher: str | None = None
    origin: str | None = None
    """Who is named as the beginning of the whole text: the channel that a message was forwarded from."""


class Range(Struct, frozen=True, gc=False):
    """A stretch of the text layer and what it is: `title`, `body`, `boilerplate`, `caption`, `credit` or `duplicate`.

    For a duplicate, `same_as` is the stretch that it repeats.
    """

    start: int
    end: int
    kind: str
    rule: str
    same_as: Span | None = None


class Quote(Struct, frozen=True, gc=False):
    """A quotation: [start, end) with its marks, `inner` without; `sound` tells that both marks are there.

    `kind` is the opening mark, `depth` counts the quotations around it, `lang` is its language.
    """

    start: int
    end: int
    inner: Span
    kind: str
    depth: int
    sound: bool
    lang: str = ""


class Stated(Struct, frozen=True, gc=False):
    """What capture, markup or furniture say of the page itself: `field` is title, author, credit, number ...

    `rule` names where it stands, such as `html:json-ld:headline`; `span` is its place, if it stands in the text layer.
    `id` is the register's, if the value names an agency or outlet that it knows.
    """

    field: str
    value: str
    rule: str
    span: Span | None = None
    id: str | None = None


class Page(Struct, frozen=True, gc=False):
    """What was captured: the text layer, its sha256 and what is known from outside. Never changed.

    `ranges` are what the reader knows of the markup (main text, title, captions of an HTML page); plain text has none.
    `stated` is all that the markup says, several values of a field in the order of trust; `outside` holds the first.
    """

    outside: Outside
    text: str
    sha256: str
    media: str = "text/plain"
    ranges: tuple[Range, ...] = ()
    dates: tuple["PageDate", ...] = ()
    stated: tuple[Stated, ...] = ()


class Note(Struct, frozen=True, gc=False):
    """Something left out or doubtful, with its place and its reason; [0, 0) is what is known from outside the text."""

    start: int
    end: int
    why: str


class DateInterval(Struct, frozen=True, gc=False):
    """Days [earliest, latest], both ISO and both included; None is unbounded.

    `precision` is day, week, month, year, interval or unknown; `basis` is stated, weekday, relative, tenure,
    other_report or unknown; `derivation` tells in words every constraint used or rejected.
    """

    earliest: str | None
    latest: str | None
    precision: str
    basis: str
    derivation: tuple[str, ...] = ()


class PageDate(Struct, frozen=True, gc=False):
    """A date of the page itself: `published`, `modified`, or `retrieved` (shown by a banner clock)."""

    kind: str
    day: str
    rule: str
    span: Span | None = None


class Sentence(Struct, frozen=True, gc=False):
    """A sentence of the reading text; `part` is title, lead or body; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int
    part: str


class Mark(Struct, frozen=True, gc=False):
    """A known word found in the folded text: [start, end) with its affixes, `core` without them.

    `kind` is the table it came from (person, country, trigger, speech ...), `cells` its row, `rule` the row's place.
    """

    start: int
    end: int
    kind: str
    cells: dict[str, str]
    rule: str
    morph: str
    core: Span
    prefix: str = ""
    suffix: str = ""


class DateMention(Struct, frozen=True, gc=False):
    """A date expression: what was written, before it is resolved.

    `kind` is day (day, month, year), day_month, month_year, month, year, weekday or relative; `weekday` counts from
    Monday = 0; `offset` and `unit` belong to relative ones. `calendar` is gregorian, solar_hijri or lunar_hijri.
    """

    start: int
    end: int
    kind: str
    calendar: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    offset: int | None
    unit: str | None
    rule: str
    day_last: int | None = None


class ClockTime(Struct, frozen=True, gc=False):
    """A time of the clock: `clock` is HH:MM of 24 hours, `zone` an IANA name, «local», or None where none is named."""

    start: int
    end: int
    clock: str
    zone: str | None
    rule: str


VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER types that are acts of speech: they happen when their speaker speaks, who is their actor if no other is."""

MOST_SPANS = 500
"""Places at which one party is named that a record holds, the first of the page; of our longest pages none has 120."""
CARRIERS = ("agency", "outlet")
"""Kinds of organisations that carry the news of others."""


class Entity(Struct, frozen=True, gc=False):
    """Who or what a mention names. `id` is the register's, or made from the name for one found by its surroundings."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None

    @property
    def is_carrier(self) -> bool:
        """Whether it only carries news: an agency or an outlet."""
        return self.kind in CARRIERS


class Mention(Struct, frozen=True, gc=False):
    """A noun phrase that names an actor, source or place.

    [start, end) is the whole phrase with office and honorific; `name` is the part that names. `marker` is the
    preposition or postposition that governs it (empty: none), `office` the post it names, `place` what it is as a
    place, if it can be one, `head` the kind of its first word (person, office, organ, group, org, country, place,
    pronoun).
    `members` are the entities a plural such as «two countries» stands for. `by` is the row that gave the phrase its
    role, or the name of a construction (packs/plover/constructions.tsv).
    """

    start: int
    end: int
    name: Span
    entity: Entity
    rule: str
    head: str
    marker: str = ""
    office: str | None = None
    place: Entity | None = None
    members: tuple[Entity, ...] = ()
    by: str = ""


class Link(Struct, frozen=True, gc=False):
    """One link of an attribution chain: who carries the words, and the cue that says so."""

    entity: Entity
    span: Span
    rule: str


class Heard(Struct, frozen=True, gc=False):
    """A statement as read, in reading coordinates."""

    speaker: Entity
    speaker_span: Span
    verb_span: Span
    form: str
    content: Span
    stance: str
    via: tuple[Link, ...]
    addressee: Entity | None
    addressee_span: Span | None
    rule: str
    sentence: int


class Party(Struct, frozen=True, gc=False):
    """An actor or recipient of a report, with every span of the page that names the same entity, and why it is one."""

    entity: Entity
    span: Span
    mentions: tuple[Span, ...] = ()
    role: str | None = None
    by: str = ""
    named_by: str = ""


class Context(Struct, frozen=True, gc=False):
    """A context of PLOVER that a report has, with the place that shows it: a word, a party or the deed itself."""

    name: str
    span: Span
    rule: str


class Told(Struct, frozen=True, gc=False):
    """A report as read, in reading coordinates."""

    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    triggers: tuple[Span, ...]
    attribution: tuple[Link, ...]
    rule: str
    sentence: int
    place: Mention | None = None
    place_name: Entity | None = None
    date_mention: int | None = None
    date: DateInterval | None = None
    clock: ClockTime | None = None
    rules: dict[str, str] = field(default_factory=dict)
    main: bool = False
    weight: str = "full"
    """`echo` recalls an event told before («این مذاکرات»), `pending` waits for one that names its parties, `joins` may
    tell an event that is told elsewhere on the page, and is else its background («منذ الضربات»).

    `passing` is no report: it only names a deed, which other pages may tell.
    """
    contexts: tuple[Context, ...] = ()
    frame: str = ""
    """The frame of its trigger, by which its parties were read."""
    past: bool = False
    """Whether its verb tells it as over."""
    anew: bool = False
    """Whether its words say that it is another one than was told before («حمله‌ای دیگر», «غارة أخرى»)."""


class Trial(Struct, frozen=True, gc=False):
    """A trigger that was read and makes no report, and why; in reading coordinates."""

    span: Span
    sentence: int
    why: str


class Figure(Struct, frozen=True, gc=False):
    """A count: its value, its bound (exact, about, at_least, at_most) and its unit, in reading coordinates."""

    value: float
    bound: str
    unit: str
    span: Span
    rule: str
    kind: str = ""
    told: int | None = None
    """Number of the report it belongs to, by the construction `by`."""
    by: str = ""
    heard: int | None = None
    """Number of the statement whose content tells it."""


class Document(Struct, frozen=True, gc=False):
    """A page as it is being read. Every stage takes one and gives a new one."""

    page: Page
    lang: str = "other"
    ranges: tuple[Range, ...] = ()
    reading: str = ""
    map: OffsetMap | None = None
    folded: str = ""
    paragraph_langs: tuple[str, ...] = ()
    """Of each line of the text layer; empty where the markup says that it is furniture."""
    quotes: tuple[Quote, ...] = ()
    """The quotations of the page's text, with their languages; like `ranges` and unlike the rest in its coordinates."""
    sentences: tuple[Sentence, ...] = ()
    page_dates: tuple[PageDate, ...] = ()
    stated: tuple[Stated, ...] = ()
    publisher: Entity | None = None
    marks: tuple[Mark, ...] = ()
    dates: tuple[DateMention, ...] = ()
    clocks: tuple[ClockTime, ...] = ()
    mentions: tuple[Mention, ...] = ()
    heard: tuple[Heard, ...] = ()
    asides: tuple[Heard, ...] = ()
    """Statements that stand inside a longer one of the same speaker: parts of it, kept for what they head."""
    carriers: tuple[tuple[Link, ...], ...] = ()
    told: tuple[Told, ...] = ()
    trials: tuple[Trial, ...] = ()
    passing: tuple[Told, ...] = ()
    """Deeds that words name and no report tells; weight `passing`."""
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    record: "PageRecord | None" = None


# The public record of one page: the schema of gold/README.md, and what DESIGN section 3 adds to it.


class PublicParty(Struct, frozen=True, gc=False):
    """A party: `rule` is the row that gave it its role, `named_by` the row by which its words name it."""

    name: str
    kind: str
    country: str | None
    span: Span
    id: str
    role: str | None = None
    sector: str | None = None
    mentions: tuple[Span, ...] = ()
    rule: str = ""
    named_by: str = ""


class PublicPlace(Struct, frozen=True, gc=False):
    name: str
    country: str | None
    span: Span
    id: str


class PublicTime(Struct, frozen=True, gc=False):
    """The time of the day as it is written: HH:MM, and an IANA zone, «local», or None where no zone is named."""

    clock: str
    zone: str | None
    span: Span


class PublicLink(Struct, frozen=True, gc=False):
    name: str
    kind: str
    span: Span
    id: str
    country: str | None = None
    rule: str = ""


class PublicEvent(Struct, frozen=True, gc=False):
    """A report: what one page says of one event. `type`, `mode`, roles and the names of `contexts` are PLOVER's."""

    type: str
    mode: str | None
    status: str
    date: DateInterval | None
    date_span: Span | None
    place: PublicPlace | None
    actors: tuple[PublicParty, ...]
    recipients: tuple[PublicParty, ...]
    trigger: Span
    triggers: tuple[Span, ...]
    attribution: tuple[PublicLink, ...]
    main: bool
    rule: dict[str, str]
    time: PublicTime | None = None
    contexts: tuple[Context, ...] = ()


class Passing(Struct, frozen=True, gc=False):
    """A deed that a page names in passing: the word, the days it can mean, and why it makes no report of its own."""

    type: str
    mode: str | None
    date: DateInterval | None
    date_span: Span | None
    trigger: Span
    why: str
    rule: str


class PublicStatement(Struct, frozen=True, gc=False):
    speaker: PublicParty
    form: str
    content: Span
    verb: Span
    stance: str
    via: tuple[PublicLink, ...]
    addressee: PublicParty | None
    rule: str


class PublicFigure(Struct, frozen=True, gc=False):
    """A count, with the numbers, from 0, of the event it belongs to and of the statement that tells it.

    `tied_by` is the row that ties it to its event.
    """

    value: float
    bound: str
    unit: str
    span: Span
    rule: str
    event: int | None = None
    statement: int | None = None
    tied_by: str = ""


class PageRecord(Struct, frozen=True, gc=False):
    """Everything Rasad says of one page. All spans are code points of the text layer."""

    id: str
    sha256: str
    lang: str
    kind: str
    url: str | None
    publisher: str | None
    published: str | None
    retrieved: str | None
    page_dates: tuple[PageDate, ...]
    boilerplate: tuple[Span, ...]
    ranges: tuple[Range, ...]
    events: tuple[PublicEvent, ...]
    statements: tuple[PublicStatement, ...]
    figures: tuple[PublicFigure, ...]
    skipped: tuple[Note, ...]
    stated: tuple[Stated, ...] = ()
    passing: tuple[Passing, ...] = ()
