"""What reports, events and pages are to each other: copies, origins, parts ... Found by fusion, kept by the case."""

from msgspec import Struct


class Copy(Struct, frozen=True):
    """Two pages (sha256, the smaller first) of which one repeats the other, or both a third.

    `kind` is wording (`share` says how much of the shorter one), credit, communique or translation.
    """

    page: str
    other: str
    share: float
    why: str
    kind: str = "wording"


class Origin(Struct, frozen=True):
    """Where the tellings of an event begin; `counted` is false for one that cannot be told from another."""

    id: str
    name: str
    kind: str
    counted: bool
    why: str
    reports: tuple[str, ...]


class Contradiction(Struct, frozen=True):
    """Two reports of one event that cannot both hold.

    `kind` is conflict; update when a later count replaces one; detail when it may be a matter of wording (a day apart).
    """

    field: str
    kind: str
    report: str
    value: str
    other_report: str
    other_value: str
    why: str


class Part(Struct, frozen=True):
    """An event that is part of another: what was agreed at a meeting, a meeting during a visit; and why."""

    event: str
    whole: str
    reasons: tuple[str, ...]


class Recall(Struct, frozen=True):
    """A page that names an event in passing: the page, the place in its record, the report it is most like, and why."""

    event: str
    page: str
    n: int
    report: str
    score: float
    reasons: tuple[str, ...]
