"""Two to four reports aligned by field, the wording that they share shaded."""

from collections.abc import Iterator, Sequence
from typing import Any

from rasad.errors import CaseError
from rasad.model import Span
from rasad.store import queries
from rasad.tokens import WORD, search_key
from rasad.web.ask import Ask
from rasad.web.lit import Lit, blocks
from rasad.web.reading import lights
from rasad.web.render import Shown
from rasad.web.views.event import Side, sides_of

MOST = 4
RUN = 4
"""Words in a row that two pages must share to be called copied: three are often a title and a name."""


def view(ask: Ask) -> Shown:
    """Compare reports of an event: those asked for, else the first."""
    event = queries.event(ask.db, ask.ident)
    sides = sides_of(ask, event, 0)
    wanted = ask.query.get("report", ())
    chosen = [side for side in sides if side.told.telling.report in wanted] or sides
    chosen = chosen[:MOST]
    if not chosen:
        raise CaseError(f"{ask.ident}: has none of these reports.")
    texts = [side.told.entry.page.text for side in chosen]
    shown = []
    for n, (side, text) in enumerate(zip(chosen, texts, strict=True)):
        copied = _lit(shared(text, texts[:n] + texts[n + 1 :]))
        shown.append(blocks(text, [*lights(side.fields), *copied], side.told.entry.record.ranges))
    data = {
        "event": event, "sides": chosen, "all": sides, "texts": list(zip(chosen, shown, strict=True)),
        "picked": {side.told.telling.report for side in chosen},
    }  # fmt: skip
    return Shown(ask.words.say("compare"), data, _rows(chosen))


def shared(text: str, others: Sequence[str]) -> list[Span]:
    """Give the runs of words of a text that stand in another one, too.

    >>> shared("a b c d e x", ["y a b c d e"])
    [(0, 9)]
    """
    known = {run for other in others for _, run in _runs(other)}
    found: list[Span] = []
    for (start, end), run in _runs(text):
        if run in known:
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _runs(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    words = [(m.span(), search_key(m.group())) for m in WORD.finditer(text)]
    for at in range(len(words) - RUN + 1):
        some = words[at : at + RUN]
        yield (some[0][0][0], some[-1][0][1]), tuple(word for _, word in some)


def _lit(spans: Sequence[Span]) -> list[Lit]:
    return [Lit(start, end, f"shared-{n}", "shared") for n, (start, end) in enumerate(spans)]


def _rows(chosen: Sequence[Side]) -> Iterator[dict[str, Any]]:
    for side in chosen:
        for field in side.fields:
            yield {
                "report": side.told.telling.report, "page_id": side.told.entry.record.id, "field": field.key,
                "quote": side.cut(field), "start": field.spans[0][0], "end": field.spans[0][1],
            }  # fmt: skip
