"""Unknown actors as rows of the case, in the order of the columns of schema.sql."""

from collections import defaultdict
from collections.abc import Iterable

from rasad.fuse.actors import Actor, ActorLink
from rasad.store.rows import Rows, json_text

MADE, WEIGHED = "fuse/actors.py", "packs/actors/identity.tsv"


def actor_rows(actors: Iterable[Actor], version: str) -> Rows:
    """Give the rows of the actors, their sightings, and the links between these."""
    rows: Rows = defaultdict(list)
    for actor in actors:
        party, pages = actor.party, len({seen.page for seen in actor.sightings})
        told = (party.id, party.name, actor.native, party.kind, party.country, pages, MADE, version)
        rows["actor"].append((actor.id, *told))
        for seen in actor.sightings:
            how = (json_text(seen.written), json_text(sorted(seen.offices)), seen.country)
            rows["actor_sighting"].append((seen.id, actor.id, seen.page, seen.entity, seen.lang, *how))
        for link in actor.links:
            why = (link.points, json_text(link.reasons), _rule(link), version)
            rows["actor_link"].append((actor.id, link.one, link.other, *why))
    return rows


def _rule(link: ActorLink) -> str:
    return link.reasons[0].split()[0] if link.points == 0 else WEIGHED
