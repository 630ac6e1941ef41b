"""One page in a notebook, read without a case."""

from html import escape

from rasad.errors import PageError
from rasad.model import PageRecord
from rasad.notebook.table import Table
from rasad.packs import load
from rasad.page_fields import Fields, page_of_fields
from rasad.pipeline import analyse
from rasad.sharing.spans import Labelled, labelled
from rasad.sharing.tidy import page_rows, tables
from rasad.store.rows import Entry, report_ids, statement_ids

_SHOWN = {
    "TRIGGER": "background:#ffd54f66", "ACTOR": "background:#64b5f666", "RECIPIENT": "background:#ba68c866",
    "PLACE": "background:#81c78466", "DATE": "background:#4db6ac66", "SPEAKER": "background:#ff8a6566",
    "SOURCE": "background:#a1887f66",
}  # fmt: skip
"""Labels that a notebook shows on the page, and how."""


class Reading:
    """What was read on one page. `record` is its public record, `text` its text."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self.record: PageRecord = entry.record
        self.text = entry.page.text

    @property
    def events(self) -> Table:
        """The reports of events."""
        return self._table("reports")

    @property
    def statements(self) -> Table:
        """Who said what to whom."""
        return self._table("statements")

    @property
    def parties(self) -> Table:
        """The parties of reports and statements, with their words."""
        return self._table("parties")

    @property
    def figures(self) -> Table:
        """Counts, with the reports and statements they belong to."""
        return self._table("figures")

    @property
    def evidence(self) -> Table:
        """The words that each field rests on."""
        return self._table("evidence")

    @property
    def skipped(self) -> Table:
        """What was left out, and why."""
        return self._table("skipped")

    def _table(self, name: str) -> Table:
        ids = list(report_ids(self.record)), list(statement_ids(self.record))
        return Table(tables()[name], [row for owner, row in page_rows(self._entry, *ids, {}) if owner == name])

    def __repr__(self) -> str:
        return (
            f"page in {self.record.lang}: {len(self.record.events)} reports, {len(self.record.statements)} statements"
        )

    def _repr_html_(self) -> str:
        """Show the page with what was read on it, and a key to the colours."""
        parts, at = [], 0
        for one in _apart(labelled(self._entry)):
            words = escape(self.text[one.start : one.end])
            told = escape(f"{one.label}: {one.value} ({one.rule})", quote=True)
            parts.append(escape(self.text[at : one.start]))
            parts.append(f'<mark style="{_SHOWN[one.label]};color:inherit" title="{told}">{words}</mark>')
            at = one.end
        body = "".join([*parts, escape(self.text[at:])])
        keys = " ".join(
            f'<mark style="{style};color:inherit">{label.lower()}</mark>' for label, style in _SHOWN.items()
        )
        return f'<p>{keys}</p><div dir="auto" style="white-space:pre-wrap;max-width:46rem">{body}</div>'


def _apart(some: list[Labelled]) -> list[Labelled]:
    """Keep labels that can be shown side by side: the first, and of those that begin together the longest."""
    kept: list[Labelled] = []
    for one in sorted(some, key=lambda one: (one.start, -one.end, one.label)):
        if one.label in _SHOWN and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    return kept


def read_text(
    text: str, *, id: str = "text", url: str | None = None, published: str | None = None, retrieved: str | None = None,
    title: str | None = None, publisher: str | None = None,
) -> Reading:  # fmt: skip
    """Read one page of Persian or Arabic text; what is known of it from outside helps with days and sources."""
    fields = Fields(
        id=id, url=url, published=published, retrieved_at=retrieved, title=title, publisher=publisher, text=text
    )
    page = page_of_fields(fields, id, "notebook")
    record = analyse(page, load()).record
    if record is None:
        raise PageError("no record was made", "this is a fault of Rasad: report it with the page")
    return Reading(Entry(page, record))
