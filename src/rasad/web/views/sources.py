"""The register of sources: outlets with their pages, and the origins that reports rest on."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import asdict

from rasad.store.lines import Outlet
from rasad.web.ask import Ask
from rasad.web.render import Shown

MOST = 120


def view(ask: Ask) -> Shown:
    """Show outlets and origins with their counts."""
    held = ask.held
    events = dict(held.events.counts("outlet", held.events.everything, len(held.events.ids)))
    events[""] = held.no_outlet
    outlets = held.outlets
    origins = [
        (one, ask.label("origin", one), count, ask.links.to("events", origin=one))
        for one, count in held.events.counts("origin", held.events.everything, MOST)
    ]
    data = {"outlets": [(one, events.get(one.outlet, 0)) for one in outlets], "origins": origins}
    named = [{"origin": one, "name": held.origins.get(one, one), "events": count} for one, _, count, _ in origins]
    rows = list(_rows(outlets, events))
    return Shown(ask.words.say("sources"), data, rows, {"rows": rows, "origins": named})


def _rows(outlets: Sequence[Outlet], events: dict[str, int]) -> Iterator[dict[str, Any]]:
    for one in outlets:
        yield asdict(one) | {"events": events.get(one.outlet, 0)}
