"""Each party under the one id by which it is known: that of its actor, or of what people have said it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from rasad.fuse.actors import Actor
from rasad.fuse.events import PartyKey, ReportKey
from rasad.fuse.judged import Judged
from rasad.fuse.sightings import JOINT


def known(reports: Iterable[ReportKey], actors: Sequence[Actor], judged: Judged) -> Iterator[ReportKey]:
    """Give the reports with their parties as they are known."""
    index = Known(actors, judged) if actors or judged.actors or judged.apart else None
    for report in reports:
        yield report if index is None else replace(
            report, actors=tuple(index.party(p, report.page) for p in report.actors),
            recipients=tuple(index.party(p, report.page) for p in report.recipients),
        )  # fmt: skip


class Known:
    """Who each id is: that of an unknown actor on a page, of an actor, or of the register."""

    def __init__(self, actors: Iterable[Actor], judged: Judged) -> None:
        self.judged = judged
        self.on_page: dict[tuple[str, str], Actor] = {}
        self.named: dict[str, dict[str, Actor]] = defaultdict(dict)
        for actor in actors:
            for seen in actor.sightings:
                self.on_page[seen.page, seen.entity] = actor
                self.named[seen.entity][actor.id] = actor
                self.named[seen.id][actor.id] = actor
        self.apart = self._apart(judged.apart)

    def party(self, party: PartyKey, page: str) -> PartyKey:
        """Give a party of a page as it is known; its name as the page writes it stays."""
        if JOINT in party.id:
            return replace(party, id=JOINT.join(self._on(page, one) for one in party.id.split(JOINT)))
        actor = self.on_page.get((page, party.id))
        if actor is None:
            found = self.said(party)
        else:
            own = self.said(actor.party)
            found = replace(own, country=own.country or party.country, sector=own.sector or party.sector)
        return replace(found, native=party.native, apart=self.apart.get(found.id, frozenset()))

    def ids(self, name: str) -> set[str]:
        """Give the ids by which an id of a sighting, an entity or the register is known."""
        found = self.named.get(name)
        parties = [actor.party for actor in found.values()] if found else [PartyKey(name, name, "")]
        return {self.said(party).id for party in parties}

    def _on(self, page: str, entity: str) -> str:
        actor = self.on_page.get((page, entity))
        return self.said(actor.party).id if actor else self.said(PartyKey(entity, entity, "")).id

    def said(self, party: PartyKey) -> PartyKey:
        """Give what people have said that a party is; who was called by a page's name is that page's actor."""
        said = self.judged.actors.get(party.id, party)
        found = self.named.get(said.id)
        return next(iter(found.values())).party if found and said is not party else said

    def _apart(self, told: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for one, others in told.items():
            ids = {id_ for other in others for id_ in self.ids(other)} | others
            for own in self.ids(one) | {one}:
                found[own] = found.get(own, frozenset()) | (ids - {own})
        return found
