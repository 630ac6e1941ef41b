"""A case in a notebook: its tidy tables and its plots."""

from pathlib import Path

from rasad.notebook.plots import Svg, network_plot, timeline_plot
from rasad.notebook.table import Table
from rasad.sharing.network import network
from rasad.sharing.tidy import rows, tables
from rasad.store.cut import cut
from rasad.store.db import open_case
from rasad.store.private import mask_private
from rasad.store.queries import Filters, events


class CaseView:
    """A case, or the part of it that filters keep, open for reading. Each table is read when it is asked for."""

    def __init__(self, path: Path, keep: Filters, private: bool) -> None:
        self._path = path
        self._case = open_case(path)
        if not private:
            mask_private(self._case.db)
        cut(self._case.db, keep)

    @property
    def events(self) -> Table:
        """The events, by day."""
        return self.table("events")

    @property
    def reports(self) -> Table:
        """What each page says of an event."""
        return self.table("reports")

    @property
    def statements(self) -> Table:
        """Who said what to whom."""
        return self.table("statements")

    @property
    def parties(self) -> Table:
        """The parties of reports and statements, with their words."""
        return self.table("parties")

    @property
    def figures(self) -> Table:
        """Counts, with the reports and statements they belong to."""
        return self.table("figures")

    @property
    def evidence(self) -> Table:
        """The words that each field rests on."""
        return self.table("evidence")

    @property
    def origins(self) -> Table:
        """Where the tellings of events begin."""
        return self.table("origins")

    @property
    def contradictions(self) -> Table:
        """What reports of one event disagree on."""
        return self.table("contradictions")

    @property
    def pages(self) -> Table:
        """The pages."""
        return self.table("pages")

    @property
    def actors(self) -> Table:
        """The actors, with how often each takes part."""
        return self.table("actors")

    @property
    def skipped(self) -> Table:
        """What was left out, and why."""
        return self.table("skipped")

    def table(self, name: str) -> Table:
        """Give a table by its name."""
        return Table(tables()[name], [row for _, row in rows(self._case.db, {name})])

    def timeline(self) -> Svg:
        """Draw the events over time; a day is a dot, an interval a bar."""
        return timeline_plot(events(self._case.db))

    def network(self) -> Svg:
        """Draw who deals with whom."""
        return network_plot(network(events(self._case.db)))

    def close(self) -> None:
        """Close the case."""
        self._case.db.close()

    def __enter__(self) -> "CaseView":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return (
            f"case {self._path}: {len(self.events)} events, {len(self.statements)} statements, {len(self.pages)} pages"
        )


def open_view(
    path: str | Path, *, actor: str | None = None, type: str | None = None, since: str | None = None,
    until: str | None = None, lang: str | None = None, private: bool = False,
) -> CaseView:  # fmt: skip
    """Open a case; the filters are those of `rasad timeline`. People who are not in public life are masked.

    `private=True` names them: for work on one's own machine, not for a notebook that is handed on.
    """
    return CaseView(Path(path), Filters(actor, type, since, until, lang), private)
