"""Where pages are analysed. An engine decides where the same pure function runs, never what it does.

The contract. An engine is a module of this folder with

    run(pages: Iterable[Page | SetAside], packs: Packs) -> Iterator[Entry | Aside]

that gives one result for every page or input set aside, in the order in which they come, and never raises because of a
page: a page that cannot be analysed becomes an `Aside` with its reason. Every engine gives equal results.
"""

from msgspec import Struct

from rasad.store.db import Aside
from rasad.store.rows import Entry

Result = Entry | Aside


class Tally(Struct, frozen=True):
    """What a run did. Tallies of parts add up with `+`.

    `lines_refused` are lines of the ledger that say what cannot be.
    """

    new: int = 0
    known: int = 0
    set_aside: int = 0
    reports: int = 0
    statements: int = 0
    events: int = 0
    lines_refused: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.new + other.new, self.known + other.known, self.set_aside + other.set_aside,
            self.reports + other.reports, self.statements + other.statements, self.events + other.events,
            self.lines_refused + other.lines_refused,
        )  # fmt: skip

    @property
    def seen(self) -> int:
        """Pages and inputs that came by."""
        return self.new + self.known + self.set_aside
