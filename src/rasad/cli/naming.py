"""`rasad names`, `rasad actors find` and `list`: what a page names, who a name is, whom only pages know."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec.structs import asdict

from rasad.cli.screen import give_json, native, safe, say
from rasad.grammar.naming import names
from rasad.model import Page
from rasad.offsets import identity
from rasad.packs import load
from rasad.packs.lookup import find
from rasad.pipeline import analyse
from rasad.readers import SetAside
from rasad.store.actors import ActorLine, actors
from rasad.store.db import open_case


def show_names(pages: Iterable[Page | SetAside], as_json: bool) -> int:
    """Show every name of the pages with its place in the text layer; give the exit code."""
    code = 0
    for page in pages:
        if isinstance(page, SetAside):
            say(safe(f"{page.path}: {page.why}; {page.what_to_do}"))
            code = 1
            continue
        packs = load()
        doc = analyse(page, packs)
        way = doc.map or identity(len(page.text))
        for name in names(doc):
            start, end = way.back(name.start, name.end)
            told = {"page": page.outside.id, "kind": name.kind, "span": [start, end], "name": page.text[start:end]}
            if as_json:
                give_json({**told, "rule": packs.constructions.get(name.rule, name.rule)})
            else:
                click.echo(safe(f"{told['page']}  {name.kind:13} [{start}, {end})  {told['name']}"))
    return code


def show_people(wanted: Iterable[str], as_json: bool) -> bool:
    """Show whom each name may mean, the likeliest first; tell whether every name is somebody's."""
    register, all_known = load().register, True
    for name in wanted:
        hits = find(name, register)
        all_known = all_known and bool(hits)
        if as_json:
            give_json({"asked": name, "hits": [{**asdict(h.entity), "fit": h.fit, "form": h.form} for h in hits]})
            continue
        click.echo(safe(name) if hits else safe(f"{name}: nobody of the register"))
        for hit in hits:
            country = hit.entity.country or "-"
            click.echo(safe(f"  {hit.fit:.2f}  {hit.entity.id:40} {hit.entity.name}, {country}  by {hit.form}"))
    return all_known


def list_actors(path: Path, who: str | None, least: int, as_json: bool) -> None:
    """List the actors of a case whom the register does not know; those asked for by name with all that ties them."""
    with open_case(path) as case:
        for actor in actors(case.db, who, least):
            give_json(actor) if as_json else click.echo("\n".join(_actor_lines(actor, whole=who is not None)))


def _actor_lines(actor: ActorLine, whole: bool) -> Iterator[str]:
    pages = f"{actor.pages} page{'s' * (actor.pages > 1)} in {', '.join(actor.langs)}"
    told = [actor.country, *actor.offices[:3], pages]
    known = f" = {actor.known_as}" if actor.known_as != actor.id else ""
    yield f"{safe(actor.name)} {native(actor.native)}{known}  {safe('; '.join(t for t in told if t))}  [{actor.id}]"
    if len(actor.forms) > 1:
        yield "    written " + ", ".join(f"{native(form)} ({count})" for form, count in actor.forms.items())
    if not whole:
        return
    places = {one.id: one.page_id for one in actor.sightings}
    for one in actor.sightings:
        posts = f"  {safe(', '.join(one.offices))}" if one.offices else ""
        yield f"    {safe(one.page_id)}  {one.day or 'undated'}  {native(' / '.join(one.written))}{posts}"
    for link in actor.links:
        pages = f"{safe(places[link.sighting])} and {safe(places[link.other])}"
        yield f"    one because  {pages}  {link.points:+.1f} bits  by {link.rule}"
        yield from (f"        {safe(reason)}" for reason in link.reasons)
