"""What was read on a page, as fields with their spans: of one report, and of the page in layers."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rasad.model import PageRecord, PublicEvent, PublicLink, PublicParty, PublicStatement, Span
from rasad.store.rows import rule_of
from rasad.web.lit import Lit

SIDES = (("actor", "actors"), ("recipient", "recipients"))


class Field(Struct, frozen=True):
    """A field of a report: its key, its layer, what fills it, where it stands, and the rule that read it."""

    key: str
    layer: str
    spans: tuple[Span, ...]
    rule: str
    party: PublicParty | PublicLink | None = None
    text: str = ""

    @property
    def named_by(self) -> str:
        """Give the row that knows the words of a party, where it is another one."""
        known = getattr(self.party, "named_by", None) or ""
        return "" if known == self.rule else known


def report_fields(report: PublicEvent, record: PageRecord) -> list[Field]:
    """Give the fields of a report in the order in which they are shown."""
    told = tuple(dict.fromkeys((report.trigger, *report.triggers)))
    fields = [Field("type", "trigger", told, rule_of(report, "trigger"))]
    for side, several in SIDES:
        for n, party in enumerate(getattr(report, several)):
            spans = tuple(dict.fromkeys((party.span, *party.mentions)))
            fields.append(Field(f"{side}-{n}", side, spans, party.rule, party))
    if report.date_span:
        fields.append(Field("date", "date", (report.date_span,), rule_of(report, "date")))
    if report.time:
        text = f"{report.time.clock} {report.time.zone or ''}".strip()
        fields.append(Field("time", "date", (report.time.span,), rule_of(report, "time"), text=text))
    if report.place:
        fields.append(Field("place", "place", (report.place.span,), rule_of(report, "place"), text=report.place.name))
    for n, link in enumerate(report.attribution):
        fields.append(Field(f"via-{n}", "attribution", (link.span,), link.rule, link))
    fields += _contexts(report)
    return fields + _figures(record, record.events.index(report))


def _contexts(report: PublicEvent) -> list[Field]:
    spans: dict[str, list[Span]] = {}
    for context in report.contexts:
        spans.setdefault(context.name, []).append(context.span)
    rules = {context.name: context.rule for context in report.contexts}
    return [Field(f"context-{name}", "context", tuple(some), rules[name], text=name) for name, some in spans.items()]


def _figures(record: PageRecord, report: int) -> list[Field]:
    """Give the figures that belong to the report with a number."""
    found = []
    for n, figure in enumerate(record.figures):
        if figure.event == report:
            bound = "" if figure.bound == "exact" else f"{figure.bound.replace('_', ' ')} "
            text = f"{bound}{figure.value:,.15g} {figure.unit}"
            found.append(Field(f"figure-{n}", "figure", (figure.span,), figure.tied_by, text=text))
    return found


def lights(fields: Iterable[Field]) -> list[Lit]:
    """Give the spans of fields as what is to be lit."""
    return [Lit(*span, field.key, field.layer) for field in fields for span in field.spans]


def statement_fields(said: PublicStatement, n: int) -> list[Field]:
    """Give the fields of a statement."""
    fields = [
        Field(f"said-{n}", "statement", (said.content,), said.rule),
        Field(f"said-{n}-verb", "verb", (said.verb,), said.rule),
        Field(f"said-{n}-speaker", "speaker", (said.speaker.span,), said.rule, said.speaker),
    ]
    if said.addressee:
        fields.append(Field(f"said-{n}-addressee", "addressee", (said.addressee.span,), said.rule, said.addressee))
    return fields + [Field(f"said-{n}-via-{k}", "attribution", (v.span,), v.rule, v) for k, v in enumerate(said.via)]


def page_lights(record: PageRecord) -> Iterator[Lit]:
    """Give everything that was read on a page, layer by layer."""
    for n, report in enumerate(record.events):
        for field in report_fields(report, record):
            if field.layer not in ("figure",):
                for span in field.spans:
                    yield Lit(*span, f"report-{n}-{field.key}", field.layer)
    for n, said in enumerate(record.statements):
        yield from lights(statement_fields(said, n))
    for n, date in enumerate(record.page_dates):
        if date.span:
            yield Lit(*date.span, f"pagedate-{n}", "date")
    for n, fact in enumerate(record.stated):
        if fact.span:
            yield Lit(*fact.span, f"stated-{n}", "stated")
    for n, figure in enumerate(record.figures):
        yield Lit(*figure.span, f"figure-{n}", "figure")
    for n, note in enumerate(record.skipped):
        if note.end > note.start:
            yield Lit(note.start, note.end, f"skipped-{n}", "skipped")
